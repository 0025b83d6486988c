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
pub use store::{Asked, Raw, heads, latest_states, sealed_after, waiting};

use crate::{
    db::Db,
    error::Result,
    values::{Id, Moment},
    web::Cursor,
};

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
    /// What was done.
    pub verb: Verb,
    /// Why, where a reason is asked for.
    pub reason: String,
    /// What changed.
    pub changes: Vec<Change>,
    /// Its place in the chain; none before it is sealed.
    pub order: Option<i64>,
}

/// Records something done, in the transaction that does it.
pub fn record(db: &mut Db, by: &By, deed: Deed<'_>) -> Result<()> {
    store::insert(db, by, deed)
}

/// The past of a record, newest first.
pub fn of(db: &mut Db, subject: (Subject, Id)) -> Result<Vec<Entry>> {
    store::of(db, subject)
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

/// Forgets whatever names or contacts the entries about a record held, and from where its own entries came. What is left are
/// commitments: the chain holds.
pub fn forget(db: &mut Db, subject: (Subject, Id)) -> Result<()> {
    store::forget(db, subject)
}
