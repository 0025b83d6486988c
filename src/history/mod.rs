//! What was done: who changed what, when, from what to what. Written in the transaction of the change itself, by the
//! `actions` of the room that changes; read by the page of the record it is about.
//!
//! Rows are ready for a chain: each carries the hash of its own content; order, previous hash and seal come later, after
//! commit.

mod store;

use crate::{
    db::Db,
    error::Result,
    values::{Id, Moment},
    web::{Input, hex},
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

crate::codes! {
    /// What kind of record a history row is about.
    Subject {
        /// A mission.
        Mission = "mission",
        /// A consignment.
        Consignment = "consignment",
        /// An organisation.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// An item of the catalogue.
        Item = "item",
    }
}

crate::codes! {
    /// What was done to a record.
    Verb {
        /// It was made.
        Created = "created",
        /// Some of its fields changed.
        Changed = "changed",
        /// It was declared void.
        Voided = "voided",
        /// It went to another mission.
        Moved = "moved",
        /// Another record was merged into it, or it into another.
        Merged = "merged",
        /// Something that happened on the way was recorded.
        Happened = "happened",
        /// Its summary was approved.
        Approved = "approved",
    }
}

/// A field that changed: its name in the form, the old text, the new one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Change(pub String, pub String, pub String);

/// A row of the past, as a page shows it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it was recorded.
    pub at: Moment,
    /// Who did it; empty where people have no names yet.
    pub actor: String,
    /// What was done.
    pub verb: Verb,
    /// Why, where a reason is asked for.
    pub reason: String,
    /// What changed.
    pub changes: Vec<Change>,
}

/// Records something done, in the transaction that does it.
pub fn record(db: &mut Db, subject: (Subject, Id), verb: Verb, reason: &str, changes: Vec<Change>) -> Result<()> {
    let entry = Entry { at: Moment::now(), actor: String::new(), verb, reason: reason.into(), changes };
    store::insert(db, subject, &entry)
}

/// The past of a record, newest first.
pub fn of(db: &mut Db, subject: (Subject, Id)) -> Result<Vec<Entry>> {
    store::of(db, subject)
}

/// What differs between two states of a record, both as forms hold them.
pub fn changes(before: &Input, after: &Input) -> Vec<Change> {
    let mut fields: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for (name, value) in before.fields() {
        fields.entry(same_row(before, after, name)).or_default().0 = value;
    }
    for (name, value) in after.fields() {
        fields.entry(name.to_string()).or_default().1 = value;
    }
    let told = |name: &str| !matches!(name, "id" | "version") && !name.ends_with(".id");
    fields
        .into_iter()
        .filter(|(name, (old, new))| old != new && told(name))
        .map(|(name, (old, new))| Change(name, old.into(), new.into()))
        .collect()
}

/// The name that a field of `before` has in `after`: a row is the same row by its id, wherever it stands now. A row that
/// is gone keeps its number, marked, so that it is not taken for the one that stands there now.
fn same_row(before: &Input, after: &Input, name: &str) -> String {
    let mut parts = name.splitn(3, '.');
    let (Some(list), Some(index), Some(field)) = (parts.next(), parts.next(), parts.next()) else { return name.into() };
    let id = before.get(&format!("{list}.{index}.id"));
    if id.is_empty() {
        return name.into();
    }
    match after.rows(list).into_iter().find(|row| row.get("id") == id) {
        Some(row) => row.name(field),
        None => format!("{list}.{index}.{field}{GONE}"),
    }
}

/// Ends the name of a field whose row is gone.
const GONE: &str = "~";

/// What the last `edits` changes of a record changed, by others than the one who asks.
pub fn since(db: &mut Db, subject: (Subject, Id), edits: i64) -> Result<Vec<Change>> {
    let edits = usize::try_from(edits).unwrap_or_default();
    Ok(store::of(db, subject)?.into_iter().take(edits).flat_map(|entry| entry.changes).collect())
}

/// The hash of an entry's content, SHA-256 over its canonical form: its filled parts, named and in a fixed order, so that
/// a part added later leaves older hashes as they are.
fn content_hash((kind, id): (Subject, Id), entry: &Entry, changes: &str) -> String {
    let mut canonical = String::new();
    for (name, value) in [
        ("actor", entry.actor.as_str()),
        ("at", &entry.at.to_string()),
        ("changes", changes),
        ("kind", kind.code()),
        ("reason", &entry.reason),
        ("subject", &id.to_string()),
        ("verb", entry.verb.code()),
    ] {
        if !value.is_empty() {
            canonical.push_str(&format!("{name}:{}:{value}\n", value.len()));
        }
    }
    hex(&Sha256::digest(canonical))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let before = Input::default().with("id", "1").with("a", "x").with("b", "y");
        let after = Input::default().with("id", "2").with("a", "x").with("c", "z");
        let told = changes(&before, &after);
        assert_eq!(told, [Change("b".into(), "y".into(), "".into()), Change("c".into(), "".into(), "z".into())]);
    }
}
