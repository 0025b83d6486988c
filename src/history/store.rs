//! The history's rows.

use super::{Change, Entry, Subject, Verb, content_hash};
use crate::{
    db::{Db, schema::history},
    error::{Error, Result},
    values::{Id, Moment},
};
use diesel::prelude::*;

/// Writes one entry.
pub(super) fn insert(db: &mut Db, subject: (Subject, Id), entry: &Entry) -> Result<()> {
    let changes = serde_json::to_string(&entry.changes).map_err(Error::internal)?;
    diesel::insert_into(history::table)
        .values((
            history::id.eq(Id::fresh()),
            history::subject_kind.eq(subject.0.code()),
            history::subject_id.eq(subject.1),
            history::at.eq(entry.at),
            history::actor.eq(&entry.actor),
            history::verb.eq(entry.verb.code()),
            history::reason.eq(&entry.reason),
            history::changes.eq(&changes),
            history::content_hash.eq(content_hash(subject, entry, &changes)),
        ))
        .execute(db)?;
    Ok(())
}

/// The entries about one record, newest first.
pub(super) fn of(db: &mut Db, (kind, id): (Subject, Id)) -> Result<Vec<Entry>> {
    let rows: Vec<(Moment, String, String, String, String)> = history::table
        .filter(history::subject_id.eq(id).and(history::subject_kind.eq(kind.code())))
        .order((history::at.desc(), history::id.desc()))
        .select((history::at, history::actor, history::verb, history::reason, history::changes))
        .load(db)?;
    rows.into_iter()
        .map(|(at, actor, verb, reason, changes)| {
            let verb = Verb::from_code(&verb).ok_or_else(|| Error::internal("unknown verb in history"))?;
            let changes: Vec<Change> = serde_json::from_str(&changes).map_err(Error::internal)?;
            Ok(Entry { at, actor, verb, reason, changes })
        })
        .collect()
}
