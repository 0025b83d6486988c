//! The history's rows.

use super::{
    By, Change, Deed, Entry, Subject, Verb,
    chain::{Head, NOTHING, content_hash},
    private::Private,
};
use crate::{
    db::{Db, schema::history},
    each,
    error::{Error, Result},
    values::{Id, Moment},
};
use diesel::prelude::*;
use std::collections::HashMap;
use uuid::Uuid;

/// An entry as stored, nothing of it understood yet.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, serde::Serialize, serde::Deserialize)]
#[diesel(table_name = history, treat_none_as_default_value = false)]
#[expect(missing_docs, reason = "the columns are described in migrations/ and history::chain")]
pub struct Raw {
    pub id: Id,
    pub subject_kind: String,
    pub subject_id: Id,
    pub at: Moment,
    pub actor: String,
    pub verb: String,
    pub reason: String,
    pub changes: String,
    pub content_hash: String,
    pub sealed_order: Option<i64>,
    pub previous_hash: Option<String>,
    pub sealed_hash: Option<String>,
    pub origin: String,
    pub state: String,
    pub private: String,
}

/// Writes one entry.
pub(super) fn insert(db: &mut Db, by: &By, deed: Deed<'_>) -> Result<()> {
    let mut private = Private::default();
    let mut changes = deed.changes;
    private.cover(&mut changes, deed.private)?;
    let mut raw = Raw {
        id: Id::fresh(),
        subject_kind: deed.subject.0.code().into(),
        subject_id: deed.subject.1,
        at: Moment::now(),
        actor: by.person.map(|id| id.to_string()).unwrap_or_default(),
        verb: deed.verb.code().into(),
        reason: deed.reason.into(),
        changes: serde_json::to_string(&changes).map_err(Error::internal)?,
        content_hash: String::new(),
        sealed_order: None,
        previous_hash: None,
        sealed_hash: None,
        origin: private.cover_origin(&by.origin)?,
        state: if deed.private.is_empty() { deed.state } else { private.cover_state(&deed.state)? },
        private: private.stored()?,
    };
    raw.content_hash = content_hash(&raw);
    diesel::insert_into(history::table).values(raw).execute(db)?;
    Ok(())
}

/// An entry as a page shows it. One that somebody spoilt is shown as damaged, beside the others: verification names it.
fn entry(raw: Raw) -> Entry {
    let (kind, verb) = (Subject::from_code(&raw.subject_kind), Verb::from_code(&raw.verb));
    let (changes, private) = (serde_json::from_str::<Vec<Change>>(&raw.changes), Private::read(&raw.private));
    let whole = kind.is_some() && changes.is_ok() && private.is_ok();
    let (mut changes, private) = (changes.unwrap_or_default(), private.unwrap_or_default());
    private.uncover(&mut changes);
    Entry {
        id: raw.id,
        subject: (kind.unwrap_or(Subject::Settings), raw.subject_id),
        at: raw.at,
        by: raw.actor.parse().ok(),
        actor: String::new(),
        origin: private.origin().into(),
        verb: verb.filter(|_| whole),
        reason: raw.reason,
        changes,
        order: raw.sealed_order,
    }
}

/// The entries about one record, newest first.
pub(super) fn of(db: &mut Db, (kind, id): (Subject, Id)) -> Result<Vec<Entry>> {
    let rows: Vec<Raw> = history::table
        .filter(history::subject_id.eq(id).and(history::subject_kind.eq(kind.code())))
        .order((history::at.desc(), history::id.desc()))
        .select(Raw::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(entry).collect())
}

/// [`of`], the latest so many; what a record was made of is not read, for no page of a record tells it.
pub(super) fn latest(db: &mut Db, (kind, id): (Subject, Id), limit: i64) -> Result<Vec<Entry>> {
    let rows: Vec<Raw> = history::table
        .filter(history::subject_id.eq(id).and(history::subject_kind.eq(kind.code())))
        .order((history::at.desc(), history::id.desc()))
        .limit(limit)
        .select(Raw::as_select())
        .load(db)?;
    let told = |raw: Raw| {
        let made = raw.verb == Verb::Created.code();
        entry(if made { Raw { changes: "[]".into(), ..raw } } else { raw })
    };
    Ok(rows.into_iter().map(told).collect())
}

/// What of the log is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Done by this person.
    pub person: Option<Id>,
    /// Done to records of this kind.
    pub kind: Option<Subject>,
    /// Done to one of these records; to any where there are none.
    pub subjects: Vec<Id>,
    /// What was done.
    pub verb: Option<Verb>,
    /// From this day on, as days since 1970.
    pub since: Option<i64>,
    /// Until this day.
    pub until: Option<i64>,
    /// Nothing can match: a name that is not known.
    pub nothing: bool,
}

/// The log after an entry, newest first: in the order of ids, which carry the time they were made.
pub(super) fn page(db: &mut Db, asked: &Asked, after: Option<Id>, limit: i64) -> Result<Vec<Entry>> {
    if asked.nothing {
        return Ok(vec![]);
    }
    let mut query = history::table.into_boxed();
    if !asked.subjects.is_empty() {
        query = query.filter(history::subject_id.eq_any(asked.subjects.clone()));
    }
    if let Some(person) = asked.person {
        query = query.filter(history::actor.eq(person.to_string()));
    }
    if let Some(kind) = asked.kind {
        query = query.filter(history::subject_kind.eq(kind.code()));
    }
    if let Some(verb) = asked.verb {
        query = query.filter(history::verb.eq(verb.code()));
    }
    if let Some(first) = asked.since.map(first_id) {
        query = query.filter(history::id.ge(first));
    }
    if let Some(last) = asked.until.map(|day| first_id(day + 1)) {
        query = query.filter(history::id.lt(last));
    }
    if let Some(after) = after {
        query = query.filter(history::id.lt(after));
    }
    let rows: Vec<Raw> = query.order(history::id.desc()).limit(limit).select(Raw::as_select()).load(db)?;
    Ok(rows.into_iter().map(entry).collect())
}

/// The smallest id made on a day: a UUIDv7 begins with the milliseconds since 1970.
fn first_id(day: i64) -> Id {
    let millis = u128::try_from(day.max(0)).unwrap_or_default() * 86_400_000;
    Id(Uuid::from_u128(millis << 80))
}

/// Entries that wait for their seal, oldest first: (id, content hash).
pub(super) fn unsealed(db: &mut Db, limit: i64) -> Result<Vec<(Id, String)>> {
    Ok(history::table
        .filter(history::sealed_order.is_null())
        .order(history::id)
        .limit(limit)
        .select((history::id, history::content_hash))
        .load(db)?)
}

/// Whether any entry waits for its seal.
pub fn waiting(db: &mut Db) -> Result<bool> {
    Ok(!unsealed(db, 1)?.is_empty())
}

/// The last sealed entry: its place and its seal.
pub(super) fn last(db: &mut Db) -> Result<Option<(i64, String)>> {
    let found: Option<(Option<i64>, Option<String>)> = history::table
        .filter(history::sealed_order.is_not_null())
        .order(history::sealed_order.desc())
        .select((history::sealed_order, history::sealed_hash))
        .first(db)
        .optional()?;
    Ok(found.map(|(order, hash)| (order.unwrap_or_default(), hash.unwrap_or_default())))
}

/// Writes a seal.
pub(super) fn put_seal(db: &mut Db, id: Id, order: i64, previous: &str, hash: &str) -> Result<()> {
    let sealed = (
        history::sealed_order.eq(Some(order)),
        history::previous_hash.eq(Some(previous)),
        history::sealed_hash.eq(Some(hash)),
    );
    // Prepared once by either engine, for it is done once for every entry.
    each!(db, conn => diesel::update(history::table.find(id)).set(sealed).execute(conn))?;
    Ok(())
}

/// The sealed entries after a place, in their order.
pub fn sealed_after(db: &mut Db, order: i64, limit: i64) -> Result<Vec<Raw>> {
    Ok(history::table
        .filter(history::sealed_order.gt(order))
        .order(history::sealed_order)
        .limit(limit)
        .select(Raw::as_select())
        .load(db)?)
}

/// The end of the chain as it stands.
pub fn heads(db: &mut Db) -> Result<Head> {
    let (count, hash) = last(db)?.unwrap_or((0, NOTHING.into()));
    let unsealed = history::table.filter(history::sealed_order.is_null()).count().get_result(db)?;
    Ok(Head { count, hash, unsealed })
}

/// An entry at a place before the first.
pub(super) fn outside(db: &mut Db) -> Result<Option<Raw>> {
    Ok(history::table.filter(history::sealed_order.lt(1)).select(Raw::as_select()).first(db).optional()?)
}

/// What the history says of the records of a kind: of each, what it last was by its fingerprint, and the entry that says so; of
/// those written before there were any, nothing.
pub(super) fn latest_states(db: &mut Db, kind: Subject) -> Result<HashMap<Id, Option<(String, Id)>>> {
    let mut rows: Vec<(Option<i64>, Id, Id, String)> = history::table
        .filter(history::subject_kind.eq(kind.code()))
        .select((history::sealed_order, history::id, history::subject_id, history::state))
        .load(db)?;
    // In the order of the chain, what is not sealed yet after it.
    rows.sort_unstable_by_key(|(order, id, ..)| (order.unwrap_or(i64::MAX), *id));
    let mut states = HashMap::new();
    for (_, entry, record, state) in rows {
        let known = states.entry(record).or_insert(None);
        if !state.is_empty() {
            *known = Some((state, entry));
        }
    }
    Ok(states)
}

/// What stands behind the commitments of some entries; of one that cannot be read, nothing.
pub(super) fn privates(db: &mut Db, entries: &[Id]) -> Result<HashMap<Id, Private>> {
    let mut out = HashMap::new();
    for some in entries.chunks(1000) {
        let rows: Vec<(Id, String)> =
            history::table.filter(history::id.eq_any(some)).select((history::id, history::private)).load(db)?;
        out.extend(rows.into_iter().map(|(id, private)| (id, Private::read(&private).unwrap_or_default())));
    }
    Ok(out)
}

/// The last entry that tells of something done to a record.
pub(super) fn last_done(db: &mut Db, (kind, id): (Subject, Id), verb: Verb) -> Result<Option<(Id, Moment)>> {
    let about = history::subject_id.eq(id).and(history::subject_kind.eq(kind.code()));
    let done = history::table.filter(about.and(history::verb.eq(verb.code())));
    Ok(done.order(history::id.desc()).select((history::id, history::at)).first(db).optional()?)
}

/// The records to which anything was done after an entry.
pub(super) fn subjects_since(db: &mut Db, entry: Id) -> Result<Vec<Id>> {
    Ok(history::table.filter(history::id.gt(entry)).select(history::subject_id).distinct().load(db)?)
}

/// The entries of one verb, as they stand, oldest first.
pub(super) fn all_of(db: &mut Db, kind: Subject, verb: Verb) -> Result<Vec<Raw>> {
    let these = history::subject_kind.eq(kind.code()).and(history::verb.eq(verb.code()));
    Ok(history::table.filter(these).order(history::id).select(Raw::as_select()).load(db)?)
}

/// Erases what stands behind the commitments of a record's entries, but for where they came from.
pub(super) fn forget_values(db: &mut Db, (kind, id): (Subject, Id)) -> Result<()> {
    let about = history::subject_id.eq(id).and(history::subject_kind.eq(kind.code()));
    let all: Vec<(Id, String)> =
        history::table.filter(about).order(history::id.desc()).select((history::id, history::private)).load(db)?;
    for (n, (entry, private)) in all.into_iter().enumerate() {
        // The newest entry tells of the erasure: in what the record is now there is nothing to hide.
        let left = Private::read(&private)?.without_values(n == 0).stored()?;
        diesel::update(history::table.find(entry)).set(history::private.eq(left)).execute(db)?;
    }
    Ok(())
}

/// Erases what stands behind the commitments of a record's entries, and where its own deeds came from.
pub(super) fn forget(db: &mut Db, (kind, id): (Subject, Id)) -> Result<()> {
    let about = history::subject_id.eq(id).and(history::subject_kind.eq(kind.code()));
    diesel::update(history::table.filter(about)).set(history::private.eq("")).execute(db)?;
    let own: Vec<(Id, String)> = history::table
        .filter(history::actor.eq(id.to_string()).and(history::private.ne("")))
        .select((history::id, history::private))
        .load(db)?;
    for (entry, private) in own {
        let left = Private::read(&private)?.without_origin().stored()?;
        diesel::update(history::table.find(entry)).set(history::private.eq(left)).execute(db)?;
    }
    Ok(())
}
