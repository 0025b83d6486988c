//! What is told of something done.

use crate::{
    error::{Error, Result},
    values::Id,
    web::{Input, hex},
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

crate::codes! {
    /// What kind of record a history row is about.
    Subject {
        /// A mission.
        Mission = "mission",
        /// A consignment.
        Consignment = "consignment",
        /// A receipt.
        Receipt = "receipt",
        /// A loss report.
        Loss = "loss",
        /// What was said of a figure.
        Source = "source",
        /// A document that was issued.
        Document = "document",
        /// A file that was taken in.
        Import = "import",
        /// An organisation.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// An item of the catalogue.
        Item = "item",
        /// A person who signs in.
        Person = "person",
        /// The settings of the house.
        Settings = "settings",
    }
}

crate::codes! {
    /// What was done to a record.
    Verb {
        /// It was made.
        Created = "created",
        /// Some of its fields changed.
        Changed = "changed",
        /// A figure was corrected after the goods had left.
        Corrected = "corrected",
        /// It was declared void.
        Voided = "voided",
        /// It went to another mission.
        Moved = "moved",
        /// Another record was merged into it, or it into another.
        Merged = "merged",
        /// Something that happened on the way was recorded.
        Happened = "happened",
        /// A document was issued.
        Issued = "issued",
        /// Its summary was approved.
        Approved = "approved",
        /// A person was given a right.
        Granted = "granted",
        /// A right was taken from a person.
        Revoked = "revoked",
        /// A person may no longer sign in.
        Disabled = "disabled",
        /// A person may sign in again.
        Enabled = "enabled",
        /// A one-time link to choose a password was made.
        Invited = "invited",
        /// A password was chosen.
        Password = "password",
        /// A second factor was set up.
        Secured = "secured",
        /// A second factor was taken away.
        Unsecured = "unsecured",
        /// A person's data was erased.
        Erased = "erased",
    }
}

/// Who does something, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct By {
    /// Who; none for the program itself.
    pub person: Option<Id>,
    /// From where: a network address, or the command line; empty for the program itself.
    pub origin: String,
}

/// A field that changed: its name in the form, the old text, the new one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Change(pub String, pub String, pub String);

/// Something done to a record.
#[derive(Debug, Clone)]
pub struct Deed<'a> {
    pub(super) subject: (Subject, Id),
    pub(super) verb: Verb,
    pub(super) reason: &'a str,
    pub(super) changes: Vec<Change>,
    pub(super) private: &'a [&'a str],
    pub(super) state: String,
}

impl<'a> Deed<'a> {
    /// A deed of which nothing more is told yet.
    pub fn new(verb: Verb, subject: Subject, id: Id) -> Self {
        Self { subject: (subject, id), verb, reason: "", changes: vec![], private: &[], state: String::new() }
    }

    /// Why.
    #[must_use]
    pub fn because(mut self, reason: &'a str) -> Self {
        self.reason = reason;
        self
    }

    /// What changed.
    #[must_use]
    pub fn telling(mut self, changes: Vec<Change>) -> Self {
        self.changes = changes;
        self
    }

    /// Which fields hold names of people or how to reach them: these enter the chain as commitments.
    #[must_use]
    pub fn keeping_private(mut self, fields: &'a [&'a str]) -> Self {
        self.private = fields;
        self
    }

    /// What the record is now, by [`state_of`].
    #[must_use]
    pub fn leaving(mut self, state: String) -> Self {
        self.state = state;
        self
    }
}

/// The fingerprint of a record as it stands, by which `doctor` knows a record that was changed behind the program's back:
/// SHA-256 over its stored values as JSON, names sorted, empty ones left out, so that a column added later changes nothing.
pub fn state_of(record: &impl serde::Serialize) -> Result<String> {
    let mut value = serde_json::to_value(record).map_err(Error::internal)?;
    prune(&mut value);
    Ok(hex(&Sha256::digest(value.to_string())))
}

fn prune(value: &mut Value) {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields.retain(|_, value| !empty(value));
        }
        Value::Array(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}

/// What differs between two states of a record, both as forms hold them.
pub fn changes(before: &Input, after: &Input) -> Vec<Change> {
    let mut fields: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    let places = places(after);
    for (name, value) in before.fields() {
        fields.entry(same_row(before, &places, name)).or_default().0 = value;
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

/// Where each row of a form stands: its index, by its list and its id.
fn places(form: &Input) -> HashMap<(&str, &str), &str> {
    let ids = form.fields().filter_map(|(name, id)| {
        let (list, index) = name.strip_suffix(".id")?.split_once('.')?;
        Some(((list, id), index))
    });
    ids.collect()
}

/// The name that a field of `before` has in `after`: a row is the same row by its id, wherever it stands now. A row that
/// is gone keeps its number, marked, so that it is not taken for the one that stands there now.
fn same_row(before: &Input, places: &HashMap<(&str, &str), &str>, name: &str) -> String {
    let mut parts = name.splitn(3, '.');
    let (Some(list), Some(index), Some(field)) = (parts.next(), parts.next(), parts.next()) else { return name.into() };
    let id = before.get(&format!("{list}.{index}.id"));
    if id.is_empty() {
        return name.into();
    }
    match places.get(&(list, id)) {
        Some(index) => format!("{list}.{index}.{field}"),
        None => format!("{list}.{index}.{field}{GONE}"),
    }
}

/// Ends the name of a field whose row is gone.
const GONE: &str = "~";

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

    #[test]
    fn a_state_does_not_depend_on_order_or_on_what_is_empty() {
        #[derive(serde::Serialize)]
        struct A {
            x: i64,
            y: &'static str,
        }
        #[derive(serde::Serialize)]
        struct B {
            y: &'static str,
            later: Option<i64>,
            x: i64,
        }
        let a = state_of(&A { x: 1, y: "k" }).unwrap();
        assert_eq!(state_of(&B { y: "k", later: None, x: 1 }).unwrap(), a);
        assert_ne!(state_of(&B { y: "k", later: Some(0), x: 1 }).unwrap(), a);
    }
}
