//! The rows of places and of their names.

use super::model::{Place, Search, Typed, code_of, is_code};
use crate::{
    db::{
        Db, MultiBackend,
        schema::{place_names, places},
    },
    each,
    error::Result,
    values::{
        Id, Moment,
        names::{self, bare, beginning},
    },
    web::{Cursor, Found},
};
use diesel::{dsl::exists, prelude::*, sql_types::Text};
use std::collections::{BTreeSet, HashMap};

/// Writes a new place.
pub(super) fn insert(db: &mut Db, it: &Place, now: Moment) -> Result<()> {
    insert_all(db, std::slice::from_ref(it), false, now)
}

/// Writes new places, in as few statements as the engines' limits on bound values allow.
pub(super) fn insert_all(db: &mut Db, all: &[Place], built_in: bool, now: Moment) -> Result<()> {
    for some in all.chunks(1_000) {
        let rest = (places::built_in.eq(built_in), places::created_at.eq(now), places::updated_at.eq(now));
        let rows: Vec<_> = some.iter().map(|it| (it, rest.0, rest.1, rest.2)).collect();
        each!(db, c => diesel::insert_into(places::table).values(rows).execute(c))?;
    }
    insert_names(db, all)
}

/// Writes a changed place, under its new version.
pub(super) fn update(db: &mut Db, it: &Place, now: Moment) -> Result<()> {
    diesel::update(places::table.find(it.id)).set((it, places::updated_at.eq(now))).execute(db)?;
    diesel::delete(place_names::table.filter(place_names::place_id.eq(it.id))).execute(db)?;
    insert_names(db, std::slice::from_ref(it))
}

/// Writes the names of places that have none yet.
fn insert_names(db: &mut Db, all: &[Place]) -> Result<()> {
    use place_names::{folded, name, place_id, whole};
    let row = |id, (text, is_whole, shown)| (folded.eq(text), place_id.eq(id), whole.eq(is_whole), name.eq(shown));
    let rows: Vec<_> =
        all.iter().flat_map(|it| names::rows(&it.names()).into_iter().map(move |found| row(it.id, found))).collect();
    for rows in rows.chunks(5_000) {
        each!(db, c => diesel::insert_into(place_names::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// The places of `all` that are found by other names than their own; nobody's names too, by the id they bear.
pub(super) fn misnamed(db: &mut Db, all: &[Place]) -> Result<BTreeSet<Id>> {
    use place_names::{folded, name, place_id, whole};
    let are = place_names::table.select((place_id, (folded, whole, name))).load(db)?;
    let should = all.iter().flat_map(|it| names::rows(&it.names()).into_iter().map(|row| (it.id, row)));
    Ok(names::misnamed(should, are))
}

/// Points `from`, and whatever was merged into it before, at `into`.
pub(super) fn merge(db: &mut Db, from: Id, into: Id, now: Moment) -> Result<()> {
    let merged = places::id.eq(from).or(places::merged_into.eq(from));
    diesel::update(places::table.filter(merged))
        .set((places::merged_into.eq(into), places::updated_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// All of them, merged or not.
pub(super) fn all(db: &mut Db) -> Result<Vec<Place>> {
    Ok(places::table.select(Place::as_select()).load(db)?)
}

/// The place with this id, merged or not.
pub fn by_id(db: &mut Db, id: Id) -> Result<Option<Place>> {
    Ok(places::table.find(id).select(Place::as_select()).first(db).optional()?)
}

/// The place with this code, merged or not.
pub fn by_code(db: &mut Db, code: &str) -> Result<Option<Place>> {
    let found = places::table.filter(places::code.eq(code).and(places::code.ne("")));
    Ok(found.select(Place::as_select()).first(db).optional()?)
}

/// Another place with the same name in the same country, or in one that is not stated, where one of the two has no code to
/// be told apart by.
pub(super) fn alike(db: &mut Db, it: &Place) -> Result<Option<Place>> {
    let called = called(db, &[bare(&it.name)])?.into_iter();
    let near = |a: &str, b: &str| a == b || a.is_empty() || b.is_empty();
    let mut alike = called.filter(|other| other.id != it.id && near(&other.country, &it.country));
    Ok(alike.find(|other| other.code.is_empty() || it.code.is_empty()))
}

/// The places that have one of these folded names, in order of id.
fn called(db: &mut Db, folded: &[String]) -> Result<Vec<Place>> {
    let ids = place_names::table
        .filter(place_names::folded.eq_any(folded).and(place_names::whole))
        .select(place_names::place_id);
    Ok(places::table
        .filter(places::id.eq_any(ids).and(places::merged_into.is_null()))
        .order(places::id)
        .select(Place::as_select())
        .load(db)?)
}

/// One page of a list in order of name, with the row the next page comes after; and how many there are in all.
pub fn list(db: &mut Db, search: &Search) -> Result<(Vec<Place>, Option<Cursor>, i64)> {
    use place_names::{folded, place_id};
    let count = shown(search).count().get_result(db)?;
    let mut page = shown(search);
    if let Some(Cursor { key, id }) = &search.after {
        page = page.filter(folded.ge(key).and(folded.gt(key).or(place_id.gt(*id))));
    }
    let keys = page.order((folded, place_id)).limit(search.rows as i64 + 1).select((folded, place_id));
    let (ids, next) = Cursor::page(keys.load(db)?, search.rows);
    let mut rows: Vec<Place> = places::table.filter(places::id.eq_any(&ids)).select(Place::as_select()).load(db)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok((rows, next, count))
}

/// The rows of the names that a list shows: of each place found, the one it is shown by.
fn shown(search: &Search) -> place_names::BoxedQuery<'_, MultiBackend> {
    let owner = places::table
        .filter(places::id.eq(place_names::place_id))
        .filter(places::name.eq(place_names::name).and(places::merged_into.is_null()))
        .filter(places::country.eq(&search.country).or((&search.country).into_sql::<Text>().eq("")));
    let mut query = place_names::table.filter(exists(owner).and(place_names::whole)).into_boxed();
    let any = diesel::alias!(place_names as any_name);
    for word in &search.words {
        let (from, to) = beginning(word);
        let name = any.field(place_names::folded);
        let ids = any.filter(name.ge(from).and(name.lt(to))).select(any.field(place_names::place_id));
        query = query.filter(place_names::place_id.eq_any(ids));
    }
    query
}

/// The place a text means: its name or code, or its name told apart by a code or a country.
pub fn find(db: &mut Db, text: &str) -> Result<Found> {
    let spaced = Some(code_of(text)).filter(|code| is_code(code) && text.trim().contains(char::is_whitespace));
    let whole: Vec<String> = [Some(bare(text)), spaced.map(|code| bare(&code))].into_iter().flatten().collect();
    let mut found = called(db, &whole)?;
    let typed = Typed::read(text);
    if found.is_empty() && !typed.code.is_empty() {
        if let Some(it) = by_code(db, &typed.code)? {
            return Ok(Found::One(it.merged_into.unwrap_or(it.id)));
        }
        found = called(db, &[bare(&typed.code)])?;
    } else if found.is_empty() && typed.country.is_some() {
        found = called(db, &[bare(typed.name)])?;
        found.retain(|it| Some(&it.country) == typed.country.as_ref());
    }
    // A label given out means that one alone, even where it can be read as the name of others too.
    match found.iter().find(|it| it.full_label() == text.trim()) {
        Some(it) => Ok(Found::One(it.id)),
        _ => Ok(Found::of(found.iter().map(|it| (it.id, it.full_label())).collect())),
    }
}

/// These places as they are now, by the ids asked: of a merged one, what it was merged into.
pub fn labels(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Place>> {
    let asked = diesel::alias!(places as asked);
    let (id, merged_into) = asked.fields((places::id, places::merged_into));
    let rows: Vec<(Id, Place)> = places::table
        .inner_join(asked.on(id.eq(places::id).or(merged_into.eq(places::id.nullable()))))
        .filter(id.eq_any(ids).and(places::merged_into.is_null()))
        .select((id, Place::as_select()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Places with a name of which a word starts with this one (folded), and those merged into them.
pub fn matching(db: &mut Db, word: &str, limit: i64) -> Result<Vec<Id>> {
    let (from, to) = beginning(word);
    let mut ids: Vec<Id> = place_names::table
        .filter(place_names::folded.ge(from).and(place_names::folded.lt(to)))
        .select(place_names::place_id)
        .distinct()
        .limit(limit)
        .load(db)?;
    if ids.is_empty() {
        return Ok(ids);
    }
    let merged = places::table.filter(places::merged_into.eq_any(&ids)).select(places::id);
    let merged: Vec<Id> = merged.load(db)?;
    ids.extend(merged);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// This place and all that were merged into it.
pub fn merged_ids(db: &mut Db, id: Id) -> Result<Vec<Id>> {
    let merged = places::table.filter(places::merged_into.eq(id)).select(places::id);
    let mut ids: Vec<Id> = merged.load(db)?;
    ids.insert(0, id);
    Ok(ids)
}

/// The codes of the places offered to a house that has made none yet, in this order.
const WELL_KNOWN: &[&str] = &["KZALA", "KZAST", "UZTER", "AFHRT", "AFKBL", "AFMZR", "AFHEA", "AFTGH", "AFKDH", "AFJAA"];

/// Labels to offer while one types: the places made here, the last changed first, then well-known ones of the way.
pub fn some_names(db: &mut Db, limit: i64) -> Result<Vec<String>> {
    let own = places::table
        .filter(places::built_in.eq(false).and(places::merged_into.is_null()))
        .order((places::updated_at.desc(), places::id.desc()))
        .limit(limit)
        .select(Place::as_select());
    let mut some: Vec<Place> = own.load(db)?;
    // The index of codes holds those that are there; said so, or every place would be looked at.
    let known = places::table.filter(places::code.ne("").and(places::code.eq_any(WELL_KNOWN)));
    let mut known: Vec<Place> = known.select(Place::as_select()).load(db)?;
    known.retain(|it| it.merged_into.is_none() && some.iter().all(|own| own.id != it.id));
    known.sort_by_key(|it| WELL_KNOWN.iter().position(|code| *code == it.code));
    some.extend(known);
    some.truncate(limit.try_into().unwrap_or_default());
    Ok(some.iter().map(Place::label).collect())
}

/// The codes of the countries that places are in.
pub(super) fn countries(db: &mut Db) -> Result<Vec<String>> {
    let there = places::merged_into.is_null().and(places::country.ne(""));
    Ok(places::table.filter(there).select(places::country).distinct().load(db)?)
}
