//! The past of records for programs.

use super::past;
use crate::{
    db::{Db, Pool},
    error::Result,
    history::{Change, Entry, Subject, Verb},
    values::{Id, Moment},
    web::json::{self, Fault},
};
use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct PastEntry {
    /// Its id.
    id: Id,
    /// To what kind of record.
    kind: Subject,
    /// To which.
    record: Id,
    /// When it was recorded.
    at: Moment,
    /// Who did it; left out where it was the program itself, or they were erased.
    by: Option<Id>,
    /// Their name.
    name: String,
    /// What was done; left out where somebody spoilt the entry.
    verb: Option<Verb>,
    /// Why.
    reason: String,
    /// What changed, field by field.
    changes: Vec<PastChange>,
    /// Its place in the chain; left out before it is sealed.
    order: Option<i64>,
}

/// A field that changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PastChange {
    /// The field, as forms call it.
    field: String,
    /// What stood there.
    old: String,
    /// What stands there since.
    new: String,
}

impl PastEntry {
    /// As kept.
    pub fn of(it: Entry) -> Self {
        let change = |Change(field, old, new): Change| PastChange { field, old, new };
        Self {
            id: it.id,
            kind: it.subject.0,
            record: it.subject.1,
            at: it.at,
            by: it.by,
            name: it.actor,
            verb: it.verb,
            reason: it.reason,
            changes: it.changes.into_iter().map(change).collect(),
            order: it.order,
        }
    }
}

/// The past of a record, the latest first, for whoever `may` lets on.
pub async fn history(
    pool: &Pool,
    subject: (Subject, Id),
    may: impl FnOnce(&mut Db) -> Result<()> + Send + 'static,
) -> Result<HttpResponse, Fault> {
    let entries = pool
        .read(move |db| {
            may(db)?;
            past(db, subject)
        })
        .await?;
    json::whole(entries.into_iter().map(PastEntry::of).collect())
}
