//! Who is asking: people, what they may do, how they sign in and stay signed in. Every request passes [`admit`], which knows
//! its visitor before any handler runs.

pub mod actions;
pub mod api;
pub mod desk;
pub mod model;
pub mod pages;
pub mod password;
pub mod rights;
pub mod second;
mod session;
mod store;

pub use desk::Desk;
pub use model::{Person, Session, Token};
pub use rights::{Act, Grant, Reach, Rights, Role};
pub use session::{Need, Visitor, admit};
pub use store::{by_sign_in, count, find, full_names, grants_of, list, names, sessions_of, tokens_of};

use crate::{
    db::Db,
    error::Result,
    history::{self, Entry, Subject},
    values::Id,
};

/// The past of a record with the names of those who made it, newest first.
pub fn past(db: &mut Db, subject: (Subject, Id)) -> Result<Vec<Entry>> {
    let entries = history::of(db, subject)?;
    with_names(db, entries)
}

/// [`past`], the latest so many.
pub fn latest(db: &mut Db, subject: (Subject, Id), limit: i64) -> Result<Vec<Entry>> {
    let entries = history::latest(db, subject, limit)?;
    with_names(db, entries)
}

fn with_names(db: &mut Db, mut entries: Vec<Entry>) -> Result<Vec<Entry>> {
    let names = names(db, entries.iter().filter_map(|entry| entry.by).collect())?;
    for entry in &mut entries {
        entry.actor = entry.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    }
    Ok(entries)
}

/// Entries with the names of those who made them as auditors read them: with the sign-in name, which nobody chooses for
/// themselves.
pub fn named_fully(db: &mut Db, mut entries: Vec<Entry>) -> Result<Vec<Entry>> {
    let names = full_names(db, entries.iter().filter_map(|entry| entry.by).collect())?;
    for entry in &mut entries {
        entry.actor = entry.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    }
    Ok(entries)
}
