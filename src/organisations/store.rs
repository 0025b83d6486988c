//! The rows of organisations and of their names.

use super::model::{Organisation, Search};
use crate::{
    db::{
        Db, MultiBackend,
        schema::{organisation_names, organisations},
    },
    each,
    error::Result,
    values::{
        Id, Moment,
        names::{self, Name, bare, beginning},
    },
    web::{Cursor, Found},
};
use diesel::{dsl::exists, prelude::*};
use std::collections::{BTreeSet, HashMap};

/// Writes a new organisation.
pub(super) fn insert(db: &mut Db, it: &Organisation, now: Moment) -> Result<()> {
    let times = (organisations::created_at.eq(now), organisations::updated_at.eq(now));
    diesel::insert_into(organisations::table).values((it, times.0, times.1)).execute(db)?;
    keep_names(db, it)
}

/// Writes a changed organisation, under its new version.
pub(super) fn update(db: &mut Db, it: &Organisation, now: Moment) -> Result<()> {
    diesel::update(organisations::table.find(it.id)).set((it, organisations::updated_at.eq(now))).execute(db)?;
    diesel::delete(organisation_names::table.filter(organisation_names::organisation_id.eq(it.id))).execute(db)?;
    keep_names(db, it)
}

fn keep_names(db: &mut Db, it: &Organisation) -> Result<()> {
    use organisation_names::{folded, name, organisation_id, whole};
    let row =
        |(text, is_whole, shown)| (folded.eq(text), organisation_id.eq(it.id), whole.eq(is_whole), name.eq(shown));
    let rows: Vec<_> = names::rows(&it.names()).into_iter().map(row).collect();
    each!(db, c => diesel::insert_into(organisation_names::table).values(&rows).execute(c))?;
    Ok(())
}

/// The organisations of `all` that are found by other names than their own; nobody's names too, by the id they bear.
pub(super) fn misnamed(db: &mut Db, all: &[Organisation]) -> Result<BTreeSet<Id>> {
    use organisation_names::{folded, name, organisation_id, whole};
    let are = organisation_names::table.select((organisation_id, (folded, whole, name))).load(db)?;
    let should = all.iter().flat_map(|it| names::rows(&it.names()).into_iter().map(|row| (it.id, row)));
    Ok(names::misnamed(should, are))
}

/// Points `from`, and whatever was merged into it before, at `into`.
pub(super) fn merge(db: &mut Db, from: Id, into: Id, now: Moment) -> Result<()> {
    let merged = organisations::id.eq(from).or(organisations::merged_into.eq(from));
    diesel::update(organisations::table.filter(merged))
        .set((organisations::merged_into.eq(into), organisations::updated_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// All of them, merged or not.
pub(super) fn all(db: &mut Db) -> Result<Vec<Organisation>> {
    Ok(organisations::table.select(Organisation::as_select()).load(db)?)
}

/// The organisation with this id, merged or not.
pub fn by_id(db: &mut Db, id: Id) -> Result<Option<Organisation>> {
    Ok(organisations::table.find(id).select(Organisation::as_select()).first(db).optional()?)
}

/// Another organisation that has one of these names: the name, and the name it is shown by.
pub(super) fn taken(db: &mut Db, id: Id, names: &[Name]) -> Result<Option<(String, String)>> {
    let folded: Vec<&str> = names.iter().map(|n| n.folded.as_str()).collect();
    Ok(organisation_names::table
        .inner_join(organisations::table.on(organisations::id.eq(organisation_names::organisation_id)))
        .filter(organisations::merged_into.is_null().and(organisations::id.ne(id)))
        .filter(organisation_names::folded.eq_any(folded).and(organisation_names::whole))
        .select((organisation_names::folded, organisations::name))
        .first(db)
        .optional()?)
}

/// One page of a list in order of name, with the row the next page comes after; and how many there are in all.
pub fn list(db: &mut Db, search: &Search) -> Result<(Vec<Organisation>, Option<Cursor>, i64)> {
    use organisation_names::{folded, organisation_id};
    let count = shown(search).count().get_result(db)?;
    let mut page = shown(search);
    if let Some(Cursor { key, id }) = &search.after {
        page = page.filter(folded.ge(key).and(folded.gt(key).or(organisation_id.gt(*id))));
    }
    let keys = page.order((folded, organisation_id)).limit(search.rows as i64 + 1).select((folded, organisation_id));
    let (ids, next) = Cursor::page(keys.load(db)?, search.rows);
    let mut rows: Vec<Organisation> =
        organisations::table.filter(organisations::id.eq_any(&ids)).select(Organisation::as_select()).load(db)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok((rows, next, count))
}

/// The rows of the names that a list shows: of each organisation found, the one it is shown by.
fn shown(search: &Search) -> organisation_names::BoxedQuery<'_, MultiBackend> {
    let owner = organisations::table
        .filter(organisations::id.eq(organisation_names::organisation_id))
        .filter(organisations::name.eq(organisation_names::name).and(organisations::merged_into.is_null()));
    let mut query = organisation_names::table.filter(exists(owner).and(organisation_names::whole)).into_boxed();
    let any = diesel::alias!(organisation_names as any_name);
    for word in &search.words {
        let (from, to) = beginning(word);
        let name = any.field(organisation_names::folded);
        let ids = any.filter(name.ge(from).and(name.lt(to))).select(any.field(organisation_names::organisation_id));
        query = query.filter(organisation_names::organisation_id.eq_any(ids));
    }
    query
}

/// The organisation called so.
pub fn find(db: &mut Db, text: &str) -> Result<Found> {
    let found = organisation_names::table
        .inner_join(organisations::table.on(organisations::id.eq(organisation_names::organisation_id)))
        .filter(organisation_names::folded.eq(bare(text)).and(organisation_names::whole))
        .filter(organisations::merged_into.is_null())
        .select((organisations::id, organisations::name))
        .order(organisations::id)
        .load(db)?;
    Ok(Found::of(found))
}

/// These organisations as they are now, by the ids asked: of a merged one, what it was merged into.
pub fn load(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Organisation>> {
    let asked = diesel::alias!(organisations as asked);
    let (id, merged_into) = asked.fields((organisations::id, organisations::merged_into));
    let rows: Vec<(Id, Organisation)> = organisations::table
        .inner_join(asked.on(id.eq(organisations::id).or(merged_into.eq(organisations::id.nullable()))))
        .filter(id.eq_any(ids).and(organisations::merged_into.is_null()))
        .select((id, Organisation::as_select()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// The names these organisations are shown by now, by the ids asked: of a merged one, the name of what it was merged into.
pub fn names(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let asked = diesel::alias!(organisations as asked);
    let (id, merged_into) = asked.fields((organisations::id, organisations::merged_into));
    let rows: Vec<(Id, String)> = organisations::table
        .inner_join(asked.on(id.eq(organisations::id).or(merged_into.eq(organisations::id.nullable()))))
        .filter(id.eq_any(ids).and(organisations::merged_into.is_null()))
        .select((id, organisations::name))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Organisations with a name of which a word starts with this one (folded), and those merged into them.
pub fn matching(db: &mut Db, word: &str, limit: i64) -> Result<Vec<Id>> {
    let (from, to) = beginning(word);
    let mut ids: Vec<Id> = organisation_names::table
        .filter(organisation_names::folded.ge(from).and(organisation_names::folded.lt(to)))
        .select(organisation_names::organisation_id)
        .distinct()
        .limit(limit)
        .load(db)?;
    if ids.is_empty() {
        return Ok(ids);
    }
    let merged = organisations::table.filter(organisations::merged_into.eq_any(&ids)).select(organisations::id);
    let merged: Vec<Id> = merged.load(db)?;
    ids.extend(merged);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// This organisation and all that were merged into it.
pub fn merged_ids(db: &mut Db, id: Id) -> Result<Vec<Id>> {
    let merged = organisations::table.filter(organisations::merged_into.eq(id)).select(organisations::id);
    let mut ids: Vec<Id> = merged.load(db)?;
    ids.insert(0, id);
    Ok(ids)
}

/// What stands for an organisation now: what it was merged into, or itself.
pub fn standing(db: &mut Db, id: Id) -> Result<Id> {
    let found: Option<Option<Id>> =
        organisations::table.find(id).select(organisations::merged_into).first(db).optional()?;
    Ok(found.flatten().unwrap_or(id))
}

/// Names to offer while one types, those made or changed last first.
pub fn some_names(db: &mut Db, limit: i64) -> Result<Vec<String>> {
    Ok(organisations::table
        .filter(organisations::merged_into.is_null())
        .order((organisations::updated_at.desc(), organisations::id.desc()))
        .limit(limit)
        .select(organisations::name)
        .load(db)?)
}
