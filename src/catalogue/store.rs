//! The rows of items and of their names.

use super::model::{Category, Flag, Item, LANGUAGES, Search, language, others_of};
use crate::{
    db::{
        Db, MultiBackend,
        schema::{item_names, items},
    },
    each,
    error::Result,
    lang::Lang,
    values::{
        Id, Moment, Unit,
        names::{self, Name, NameRow, bare, beginning},
    },
    web::{Cursor, Found},
};
use diesel::{
    dsl::{AsExprOf, exists, sql},
    expression::{SqlLiteral, UncheckedBind},
    prelude::*,
    sql_types::Text,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = items, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    category: Category,
    unit: String,
    package: String,
    kg_per_unit: Option<i64>,
    density: Option<i64>,
    figure_source: String,
    hs: String,
    flags: String,
    notes: String,
    merged_into: Option<Id>,
    version: i64,
}

impl Row {
    fn of(it: &Item) -> Self {
        Self {
            id: it.id,
            category: it.category,
            unit: it.unit.map_or("", Unit::code).into(),
            package: it.package.map_or("", Unit::code).into(),
            kg_per_unit: it.kg_per_unit,
            density: it.density,
            figure_source: it.figure_source.clone(),
            hs: it.hs.clone(),
            flags: Flag::write(&it.flags),
            notes: it.notes.clone(),
            merged_into: it.merged_into,
            version: it.version,
        }
    }

    /// The item, still without its names.
    fn item(self) -> Item {
        Item {
            id: self.id,
            category: self.category,
            names: HashMap::new(),
            other_names: String::new(),
            unit: Unit::from_code(&self.unit),
            package: Unit::from_code(&self.package),
            kg_per_unit: self.kg_per_unit,
            density: self.density,
            figure_source: self.figure_source,
            hs: self.hs,
            flags: Flag::read(&self.flags),
            notes: self.notes,
            merged_into: self.merged_into,
            version: self.version,
        }
    }
}

/// Writes a new item.
pub(super) fn insert(db: &mut Db, it: &Item, now: Moment) -> Result<()> {
    insert_all(db, std::slice::from_ref(it), false, now)
}

/// Writes new items, in as few statements as the engines' limits on bound values allow.
pub(super) fn insert_all(db: &mut Db, all: &[Item], built_in: bool, now: Moment) -> Result<()> {
    for some in all.chunks(1_000) {
        let rest = (items::built_in.eq(built_in), items::created_at.eq(now), items::updated_at.eq(now));
        let rows: Vec<_> = some.iter().map(|it| (Row::of(it), rest.0, rest.1, rest.2)).collect();
        each!(db, c => diesel::insert_into(items::table).values(rows).execute(c))?;
    }
    insert_names(db, all)
}

/// Writes a changed item, under its new version.
pub(super) fn update(db: &mut Db, it: &Item, now: Moment) -> Result<()> {
    diesel::update(items::table.find(it.id)).set((Row::of(it), items::updated_at.eq(now))).execute(db)?;
    diesel::delete(item_names::table.filter(item_names::item_id.eq(it.id))).execute(db)?;
    insert_names(db, std::slice::from_ref(it))
}

/// The rows under which an item is found, each with the language of its name; later words have none.
fn name_rows(it: &Item) -> Vec<(NameRow, &'static str)> {
    let (languages, own): (Vec<&'static str>, Vec<Name>) = it.all_names().into_iter().unzip();
    names::rows(&own).into_iter().zip(languages.into_iter().chain(std::iter::repeat(""))).collect()
}

/// The items whose rows hold words (units, packages, flags) that the program would not write.
pub(super) fn oddly_kept(db: &mut Db) -> Result<Vec<Id>> {
    let rows: Vec<Row> = items::table.select(Row::as_select()).load(db)?;
    let words = |row: &Row| [row.unit.clone(), row.package.clone(), row.flags.clone()];
    let odd = rows.into_iter().filter_map(|row| {
        let (id, kept) = (row.id, words(&row));
        (words(&Row::of(&row.item())) != kept).then_some(id)
    });
    Ok(odd.collect())
}

/// The items of `all` that are found by other names than their own; nobody's names too, by the id they bear.
pub(super) fn misnamed(db: &mut Db, all: &[Item]) -> Result<BTreeSet<Id>> {
    use item_names::{folded, item_id, lang, name, whole};
    let are: Vec<((Id, String), NameRow)> =
        item_names::table.select(((item_id, lang), (folded, whole, name))).load(db)?;
    let own = |it: &Item| -> Vec<_> {
        name_rows(it).into_iter().map(|(row, language)| ((it.id, language.to_string()), row)).collect()
    };
    Ok(names::misnamed(all.iter().flat_map(own), are).into_iter().map(|(id, _)| id).collect())
}

/// Writes the names of items that have none yet.
fn insert_names(db: &mut Db, all: &[Item]) -> Result<()> {
    use item_names::{folded, item_id, lang, name, whole};
    let row = |id: Id, (text, is_whole, shown): NameRow, language: &'static str| {
        (folded.eq(text), item_id.eq(id), lang.eq(language), whole.eq(is_whole), name.eq(shown))
    };
    let rows: Vec<_> = all
        .iter()
        .flat_map(|it| name_rows(it).into_iter().map(move |(found, language)| row(it.id, found, language)))
        .collect();
    for rows in rows.chunks(5_000) {
        each!(db, c => diesel::insert_into(item_names::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Points `from`, and whatever was merged into it before, at `into`.
pub(super) fn merge(db: &mut Db, from: Id, into: Id, now: Moment) -> Result<()> {
    let merged = items::id.eq(from).or(items::merged_into.eq(from));
    diesel::update(items::table.filter(merged))
        .set((items::merged_into.eq(into), items::updated_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// All items, merged or not.
pub(super) fn all(db: &mut Db) -> Result<Vec<Item>> {
    let mut rows = items::table.select(Row::as_select()).load(db)?.into_iter().peekable();
    let mut all = vec![];
    while rows.peek().is_some() {
        all.extend(with_names(db, rows.by_ref().take(1000).collect())?);
    }
    Ok(all)
}

/// The item with this id, merged or not.
pub fn by_id(db: &mut Db, id: Id) -> Result<Option<Item>> {
    let rows = items::table.filter(items::id.eq(id)).select(Row::as_select()).load(db)?;
    Ok(with_names(db, rows)?.pop())
}

/// The items of these rows, in their order, with all their names.
fn with_names(db: &mut Db, rows: Vec<Row>) -> Result<Vec<Item>> {
    let mut all: Vec<Item> = rows.into_iter().map(Row::item).collect();
    let ids: Vec<Id> = all.iter().map(|it| it.id).collect();
    let names: Vec<(Id, String, String)> = item_names::table
        .filter(item_names::item_id.eq_any(&ids).and(item_names::whole))
        .select((item_names::item_id, item_names::lang, item_names::name))
        .load(db)?;
    let mut by_id: HashMap<Id, &mut Item> = all.iter_mut().map(|it| (it.id, it)).collect();
    for (id, lang, name) in names {
        match by_id.get_mut(&id) {
            Some(it) if lang.is_empty() => it.other_names.push_str(&format!("{name}\n")),
            Some(it) => drop(it.names.insert(lang, name)),
            None => {}
        }
    }
    for it in &mut all {
        it.other_names = others_of(&it.names, &it.other_names);
    }
    Ok(all)
}

/// The items of these rows, in their order, with the names they are shown by in a language. Asked for every page, so that
/// the names of other languages are fetched only where there is no better one.
fn with_shown_names(db: &mut Db, rows: Vec<Row>, lang: Lang) -> Result<Vec<Item>> {
    let mut all: Vec<Item> = rows.into_iter().map(Row::item).collect();
    let ids: Vec<Id> = all.iter().map(|it| it.id).collect();
    let mut names = names_in(db, &ids, &[language(lang), LANGUAGES[0]])?;
    let nameless: Vec<Id> = ids.into_iter().filter(|id| !names.contains_key(id)).collect();
    if !nameless.is_empty() {
        names.extend(names_in(db, &nameless, LANGUAGES)?);
    }
    for it in &mut all {
        it.names = names.remove(&it.id).unwrap_or_default();
    }
    Ok(all)
}

/// The names by language of those items that have one in these languages.
fn names_in(db: &mut Db, ids: &[Id], languages: &[&str]) -> Result<HashMap<Id, HashMap<String, String>>> {
    let rows: Vec<(Id, String, String)> = item_names::table
        .filter(item_names::item_id.eq_any(ids).and(item_names::lang.eq_any(languages)))
        .select((item_names::item_id, item_names::lang, item_names::name))
        .load(db)?;
    let mut names: HashMap<Id, HashMap<String, String>> = HashMap::new();
    for (id, lang, name) in rows {
        names.entry(id).or_default().insert(lang, name);
    }
    Ok(names)
}

/// Another item that would be mistaken for this one: a name of both, by which one of them at least is shown.
pub(super) fn alike(db: &mut Db, it: &Item) -> Result<Option<(String, Item)>> {
    let names = it.all_names();
    let folded: Vec<&str> = names.iter().map(|(_, n)| n.folded.as_str()).collect();
    let shared: Vec<(String, String, Id)> = item_names::table
        .inner_join(items::table.on(items::id.eq(item_names::item_id)))
        .filter(items::merged_into.is_null().and(items::id.ne(it.id)))
        .filter(item_names::folded.eq_any(folded).and(item_names::whole))
        .select((item_names::folded, item_names::lang, items::id))
        .load(db)?;
    let shown = |folded: &str| names.iter().any(|(lang, name)| !lang.is_empty() && name.folded == *folded);
    let alike = shared.into_iter().find(|(folded, lang, _)| !lang.is_empty() || shown(folded));
    let Some((folded, _, id)) = alike else { return Ok(None) };
    Ok(by_id(db, id)?.map(|other| (folded, other)))
}

/// One page of a list in order of name, with the row the next page comes after; and how many there are in all.
pub fn list(db: &mut Db, search: &Search) -> Result<(Vec<Item>, Option<Cursor>, i64)> {
    use item_names::{folded, item_id};
    let count = shown(search).count().get_result(db)?;
    let mut page = shown(search);
    if let Some(Cursor { key, id }) = &search.after {
        page = page.filter(folded.ge(key).and(folded.gt(key).or(item_id.gt(*id))));
    }
    let keys = page.order((folded, item_id)).limit(search.rows as i64 + 1).select((folded, item_id));
    let (ids, next) = Cursor::page(keys.load(db)?, search.rows);
    let rows = items::table.filter(items::id.eq_any(&ids)).select(Row::as_select()).load(db)?;
    let mut rows = with_names(db, rows)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok((rows, next, count))
}

/// The rows of the names that a list shows: of each item found, the one it is shown by.
fn shown(search: &Search) -> item_names::BoxedQuery<'_, MultiBackend> {
    let owner = items::table.filter(items::id.eq(item_names::item_id)).filter(items::merged_into.is_null());
    let mut query = match search.category {
        Some(category) => item_names::table.filter(exists(owner.filter(items::category.eq(category)))).into_boxed(),
        None => item_names::table.filter(exists(owner)).into_boxed(),
    };
    query = query.filter(item_names::lang.ne("").and(item_names::lang.eq(shown_language(search.lang))));
    let any = diesel::alias!(item_names as any_name);
    for word in &search.words {
        let (from, to) = beginning(word);
        let name = any.field(item_names::folded);
        let ids = any.filter(name.ge(from).and(name.lt(to))).select(any.field(item_names::item_id));
        query = query.filter(item_names::item_id.eq_any(ids));
    }
    query
}

type ShownLanguage = SqlLiteral<Text, UncheckedBind<SqlLiteral<Text>, AsExprOf<&'static str, Text>>>;

/// The language of the name an item is shown by, as [`Item::name`] chooses it: the reader's, else English, else any.
fn shown_language(lang: Lang) -> ShownLanguage {
    sql::<Text>(
        "(SELECT n.lang FROM item_names n WHERE n.item_id = item_names.item_id AND n.lang <> '' ORDER BY n.lang <> ",
    )
    .bind::<Text, _>(language(lang))
    .sql(", n.lang <> 'en', n.lang LIMIT 1)")
}

/// The item called so in any language; of several, first those that are shown by that name.
pub fn find(db: &mut Db, text: &str) -> Result<Found> {
    let ids: Vec<(Id, String)> = item_names::table
        .inner_join(items::table.on(items::id.eq(item_names::item_id)))
        .filter(item_names::folded.eq(bare(text)).and(item_names::whole))
        .filter(items::merged_into.is_null())
        .order((item_names::lang.desc(), items::id))
        .select((items::id, item_names::lang))
        .load(db)?;
    let mut ids: Vec<Id> = ids.into_iter().map(|(id, _)| id).collect();
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(*id));
    if let [id] = ids[..] {
        return Ok(Found::One(id));
    }
    let rows = items::table.filter(items::id.eq_any(&ids)).select(Row::as_select()).load(db)?;
    let mut found = with_names(db, rows)?;
    found.sort_by_key(|it| ids.iter().position(|id| *id == it.id));
    Ok(Found::of(found.iter().map(|it| (it.id, it.name_like(text).to_string())).collect()))
}

/// These items as they are now, by the ids asked: of a merged one, what it was merged into. With the names they are shown
/// by in a language, without their others.
pub fn items(db: &mut Db, ids: &[Id], lang: Lang) -> Result<HashMap<Id, Item>> {
    let asked = diesel::alias!(items as asked);
    let (id, merged_into) = asked.fields((items::id, items::merged_into));
    let rows: Vec<(Id, Row)> = items::table
        .inner_join(asked.on(id.eq(items::id).or(merged_into.eq(items::id.nullable()))))
        .filter(id.eq_any(ids).and(items::merged_into.is_null()))
        .select((id, Row::as_select()))
        .load(db)?;
    // Several of those asked for may have been merged into one.
    let (asked, rows): (Vec<(Id, Id)>, Vec<Row>) = rows.into_iter().map(|(id, row)| ((id, row.id), row)).unzip();
    let rows: BTreeMap<Id, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    let found: HashMap<Id, Item> =
        with_shown_names(db, rows.into_values().collect(), lang)?.into_iter().map(|item| (item.id, item)).collect();
    Ok(asked.into_iter().filter_map(|(id, target)| Some((id, found.get(&target)?.clone()))).collect())
}

/// Items with a name of which a word starts with this one (folded), and those merged into them.
pub fn matching(db: &mut Db, word: &str, limit: i64) -> Result<Vec<Id>> {
    let (from, to) = beginning(word);
    let mut ids: Vec<Id> = item_names::table
        .filter(item_names::folded.ge(from).and(item_names::folded.lt(to)))
        .select(item_names::item_id)
        .distinct()
        .limit(limit)
        .load(db)?;
    if ids.is_empty() {
        return Ok(ids);
    }
    let merged = items::table.filter(items::merged_into.eq_any(&ids)).select(items::id);
    let merged: Vec<Id> = merged.load(db)?;
    ids.extend(merged);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// This item and all that were merged into it.
pub fn merged_ids(db: &mut Db, id: Id) -> Result<Vec<Id>> {
    let merged = items::table.filter(items::merged_into.eq(id)).select(items::id);
    let mut ids: Vec<Id> = merged.load(db)?;
    ids.insert(0, id);
    Ok(ids)
}

/// Names to offer while one types, in the reader's language, else English, else any; those made or changed last first,
/// people's own before the built-in ones, then by name.
pub fn some_names(db: &mut Db, lang: Lang, limit: i64) -> Result<Vec<String>> {
    let rows = items::table
        .left_join(
            item_names::table
                .on(item_names::item_id.eq(items::id).and(item_names::lang.eq(LANGUAGES[0])).and(item_names::whole)),
        )
        .filter(items::merged_into.is_null())
        .order((items::updated_at.desc(), items::built_in, item_names::folded.nullable(), items::id))
        .limit(limit)
        .select(Row::as_select())
        .load(db)?;
    Ok(with_shown_names(db, rows, lang)?.iter().map(|item| item.name(lang).to_string()).collect())
}
