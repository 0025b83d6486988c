//! What was done: who changed what, from where, when, from what to what. Written in the transaction of the change itself, by
//! the `actions` of the room that changes; read by the page of the record it is about.
//!
//! Entries form a chain ([`chain`]): each carries the hash of its own content from the start; after commit the sealer gives
//! it its place, the hash of the entry before it, and a seal over all three.

pub mod chain;
mod deed;
mod private;
mod store;

pub use chain::{BATCH, Broken, Head, Tally, seal, seal_all, verify};
pub use deed::{By, Change, Deed, Subject, Verb, changes, state_of};
pub use store::{Asked, Raw, heads, sealed_after, waiting};

use crate::{
    db::Db,
    error::Result,
    values::{Id, Moment},
    web::Cursor,
};
use private::Private;
use std::collections::HashMap;

/// A row of the past, as a page shows it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id.
    pub id: Id,
    /// What kind of record it is about, and which.
    pub subject: (Subject, Id),
    /// When it was recorded.
    pub at: Moment,
    /// Who did it; none where it was the program itself, or nobody had a name yet.
    pub by: Option<Id>,
    /// Their name, where a page has looked it up.
    pub actor: String,
    /// From where: an address, or the command line; empty once erased.
    pub origin: String,
    /// What was done; none where somebody spoilt the entry.
    pub verb: Option<Verb>,
    /// Why, where a reason is asked for.
    pub reason: String,
    /// What changed.
    pub changes: Vec<Change>,
    /// Its place in the chain; none before it is sealed.
    pub order: Option<i64>,
}

impl Entry {
    /// The code of what was done; `damaged` where somebody spoilt the entry.
    pub fn verb_code(&self) -> &'static str {
        self.verb.map_or("damaged", Verb::code)
    }
}

/// Records something done, in the transaction that does it.
pub fn record(db: &mut Db, by: &By, deed: Deed<'_>) -> Result<()> {
    store::insert(db, by, deed)
}

/// The past of a record, newest first.
pub fn of(db: &mut Db, subject: (Subject, Id)) -> Result<Vec<Entry>> {
    store::of(db, subject)
}

/// The latest entries of a record's past, newest first; of the one that made it not what it was made of.
pub fn latest(db: &mut Db, subject: (Subject, Id), limit: i64) -> Result<Vec<Entry>> {
    store::latest(db, subject, limit)
}

/// What the last `edits` changes of a record changed, by others than the one who asks.
pub fn since(db: &mut Db, subject: (Subject, Id), edits: i64) -> Result<Vec<Change>> {
    let edits = usize::try_from(edits).unwrap_or_default();
    Ok(store::of(db, subject)?.into_iter().take(edits).flat_map(|entry| entry.changes).collect())
}

/// A page of the whole log, newest first, and whether there is more.
pub fn page(db: &mut Db, asked: &Asked, after: Option<&Cursor>, limit: i64) -> Result<(Vec<Entry>, bool)> {
    let mut entries = store::page(db, asked, after.map(|cursor| cursor.id), limit + 1)?;
    let more = entries.len() as i64 > limit;
    entries.truncate(usize::try_from(limit).unwrap_or_default());
    Ok((entries, more))
}

/// Forgets whatever names or contacts the entries about a record held. What is left are commitments: the chain holds.
pub fn forget_values(db: &mut Db, subject: (Subject, Id)) -> Result<()> {
    store::forget_values(db, subject)
}

/// Forgets whatever the entries about a person held, and from where their own entries came. What is left are commitments: the
/// chain holds.
pub fn forget(db: &mut Db, subject: (Subject, Id)) -> Result<()> {
    store::forget(db, subject)
}

/// The last entry that tells of something done to a record: its id and its time.
pub fn last_done(db: &mut Db, subject: (Subject, Id), verb: Verb) -> Result<Option<(Id, Moment)>> {
    store::last_done(db, subject, verb)
}

/// The records to which anything was done after an entry.
pub fn subjects_since(db: &mut Db, entry: Id) -> Result<Vec<Id>> {
    store::subjects_since(db, entry)
}

/// What the entries of one verb tell of changed, for each record, oldest first.
pub fn told_by(db: &mut Db, kind: Subject, verb: Verb) -> Result<HashMap<Id, Vec<Change>>> {
    let mut out: HashMap<Id, Vec<Change>> = HashMap::new();
    for raw in store::all_of(db, kind, verb)? {
        let changes: Vec<Change> = serde_json::from_str(&raw.changes).unwrap_or_default();
        out.entry(raw.subject_id).or_default().extend(changes);
    }
    Ok(out)
}

/// How many records are looked at in one piece.
const PIECE: i64 = 1000;

/// Reads the fingerprints of so many records after one.
pub type Piece = fn(&mut Db, Option<Id>, i64) -> Result<Vec<(Id, Id, String)>>;

/// The records of a kind held against what the history last said of them: so a change behind the program's back is found.
pub struct Told {
    states: HashMap<Id, Option<(String, Private)>>,
    found: Astray,
}

/// What was found by holding records against their history.
#[derive(Debug, Default)]
pub struct Astray {
    /// What is not as its history says, is not told of by it at all, or is gone: each by its name.
    pub names: Vec<String>,
    /// How many records were last written before the history told what they became.
    pub silent: usize,
}

impl Told {
    /// What is told of all records of a kind.
    pub fn of(db: &mut Db, kind: Subject) -> Result<Self> {
        let states = store::latest_states(db, kind)?;
        // The fingerprints of records that hold names or contacts are salted.
        let salted: Vec<Id> = states
            .values()
            .flatten()
            .filter(|(state, _)| private::is_covered(state))
            .map(|(_, entry)| *entry)
            .collect();
        let mut salts = store::privates(db, &salted)?;
        let states = states
            .into_iter()
            .map(|(id, state)| (id, state.map(|(state, entry)| (state, salts.remove(&entry).unwrap_or_default()))));
        Ok(Self { states: states.collect(), found: Astray::default() })
    }

    /// What the program brought itself has no entry before somebody changes it.
    pub fn brought(&mut self, id: Id, state: String) {
        self.states.entry(id).or_insert_with(|| Some((state, Private::default())));
    }

    /// Holds a record, as it stands, against what was told of it.
    pub fn hold(&mut self, id: Id, state: &str, name: impl FnOnce() -> String) {
        match self.states.remove(&id) {
            Some(Some((told, salt))) if salt.is_state(state, &told) => {}
            Some(None) => self.found.silent += 1,
            _ => self.found.names.push(name()),
        }
    }

    /// Holds all records of a kind, each by its consignment's name, that `piece` reads so many at a time after an id: (record,
    /// consignment, fingerprint).
    pub fn in_pieces(db: &mut Db, kind: Subject, piece: Piece) -> Result<Astray> {
        let mut told = Self::of(db, kind)?;
        let mut after = None;
        loop {
            let rows = piece(db, after, PIECE)?;
            let Some((last, ..)) = rows.last() else { break };
            after = Some(*last);
            for (id, consignment, state) in rows {
                told.hold(id, &state, || consignment.to_string());
            }
        }
        Ok(told.end())
    }

    /// Notes something else that does not agree.
    pub fn doubt(&mut self, name: String) {
        self.found.names.push(name);
    }

    /// What was found, with those that are told of and no longer there.
    pub fn end(mut self) -> Astray {
        self.found.names.extend(self.states.into_keys().map(|id| id.to_string()));
        // However much is wrong with a record, it is named once.
        self.found.names.sort_unstable();
        self.found.names.dedup();
        self.found
    }
}
