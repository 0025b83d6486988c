//! The rows of imports, and by what their consignments are known again.

use super::{
    mapping::Mapping,
    model::{Counts, Import, Stage},
};
use crate::{
    db::{
        Db,
        schema::{import_deeds, import_keys, imports},
    },
    each,
    error::{Error, Result},
    history::state_of,
    values::{Id, Moment},
};
use diesel::{prelude::*, upsert::excluded};
use std::collections::HashMap;

/// The most rows written, or asked for, in one statement.
const BATCH: usize = 400;

#[derive(Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = imports, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    mission_id: Option<Id>,
    name: String,
    sha256: String,
    size: i64,
    signature: String,
    mapping: String,
    status: Stage,
    made: i64,
    lines: i64,
    unchanged: i64,
    changed: i64,
    refused: i64,
    blank: i64,
    recorded_by: String,
    recorded_at: Moment,
    ended_at: Option<Moment>,
}

fn row(it: &Import) -> Row {
    Row {
        id: it.id,
        mission_id: it.mission,
        name: it.name.clone(),
        sha256: it.sha256.clone(),
        size: it.size,
        signature: it.signature.clone(),
        mapping: it.mapping.text(),
        status: it.stage,
        made: it.counts.made,
        lines: it.counts.lines,
        unchanged: it.counts.unchanged,
        changed: it.counts.changed,
        refused: it.counts.refused,
        blank: it.counts.blank,
        recorded_by: it.by.map(|id| id.to_string()).unwrap_or_default(),
        recorded_at: it.at,
        ended_at: it.ended,
    }
}

fn import(row: Row) -> Import {
    Import {
        id: row.id,
        mission: row.mission_id,
        name: row.name,
        sha256: row.sha256,
        size: row.size,
        signature: row.signature,
        mapping: Mapping::read(&row.mapping).unwrap_or_default(),
        stage: row.status,
        counts: Counts {
            made: row.made,
            lines: row.lines,
            unchanged: row.unchanged,
            changed: row.changed,
            refused: row.refused,
            blank: row.blank,
        },
        by: row.recorded_by.parse().ok(),
        at: row.recorded_at,
        ended: row.ended_at,
    }
}

/// The import with this id.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Import>> {
    let row: Option<Row> = imports::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(import))
}

/// Writes a new import.
pub(super) fn insert(db: &mut Db, it: &Import) -> Result<()> {
    diesel::insert_into(imports::table).values(row(it)).execute(db)?;
    Ok(())
}

/// Writes an import as it is now.
pub(super) fn update(db: &mut Db, it: &Import) -> Result<()> {
    diesel::update(imports::table.find(it.id)).set(row(it)).execute(db)?;
    Ok(())
}

/// The newest imports; where missions are named, theirs alone and those this person brought.
pub(super) fn newest(db: &mut Db, missions: Option<&[Id]>, by: Option<Id>, limit: i64) -> Result<Vec<Import>> {
    let mut query = imports::table.order((imports::recorded_at.desc(), imports::id.desc())).limit(limit).into_boxed();
    if let Some(missions) = missions {
        let own = by.map(|id| id.to_string()).unwrap_or("?".into());
        query = query.filter(imports::mission_id.eq_any(missions).assume_not_null().or(imports::recorded_by.eq(own)));
    }
    let rows: Vec<Row> = query.select(Row::as_select()).load(db)?;
    Ok(rows.into_iter().map(import).collect())
}

/// What columns meant when a file of this kind was taken in last.
pub(super) fn remembered(db: &mut Db, signature: &str) -> Result<Option<Mapping>> {
    let row: Option<Row> = imports::table
        .filter(imports::signature.eq(signature).and(imports::status.eq_any([Stage::Applied, Stage::Running])))
        .order((imports::recorded_at.desc(), imports::id.desc()))
        .select(Row::as_select())
        .first(db)
        .optional()?;
    Ok(row.map(|row| import(row).mapping))
}

/// The contents of files that imports name and that are kept: of all but drafts.
pub fn all_contents(db: &mut Db) -> Result<Vec<String>> {
    Ok(imports::table.filter(imports::status.ne(Stage::Draft)).select(imports::sha256).distinct().load(db)?)
}

/// The fingerprints of imports that the history tells of: (import, name, fingerprint).
pub(super) fn states(db: &mut Db) -> Result<Vec<(Id, String, String)>> {
    let rows: Vec<Row> = imports::table
        .filter(imports::status.eq_any([Stage::Applied, Stage::Undone]))
        .select(Row::as_select())
        .load(db)?;
    rows.into_iter().map(|row| Ok((row.id, row.name.clone(), state_of(&row)?))).collect()
}

/// The fingerprint of an import.
pub(super) fn state(it: &Import) -> Result<String> {
    state_of(&row(it))
}

/// By what a consignment of a file was known last: its id, and the print of what the file said of it.
pub(super) type Known = (Id, String);

/// What is known of these keys of a mission.
pub(super) fn known(db: &mut Db, mission: Id, keys: &[String]) -> Result<HashMap<String, Known>> {
    let mut out = HashMap::new();
    for keys in keys.chunks(BATCH) {
        let rows: Vec<(String, Id, String)> = import_keys::table
            .filter(import_keys::mission_id.eq(mission).and(import_keys::key.eq_any(keys)))
            .select((import_keys::key, import_keys::consignment_id, import_keys::print))
            .load(db)?;
        out.extend(rows.into_iter().map(|(key, id, print)| (key, (id, print))));
    }
    Ok(out)
}

/// A key of a mission with the consignment it means, and the print of what was said of it.
pub(super) type KeyRow = (Id, String, Id, String);

/// Remembers keys; those known already are overwritten.
pub(super) fn remember(db: &mut Db, rows: &[KeyRow]) -> Result<()> {
    let key = (import_keys::mission_id, import_keys::key);
    let newer = (
        import_keys::consignment_id.eq(excluded(import_keys::consignment_id)),
        import_keys::print.eq(excluded(import_keys::print)),
    );
    let values = |(mission, key, consignment, print): &KeyRow| {
        (
            import_keys::mission_id.eq(*mission),
            import_keys::key.eq(key.clone()),
            import_keys::consignment_id.eq(*consignment),
            import_keys::print.eq(print.clone()),
        )
    };
    match db {
        Db::Postgres(c) => {
            for rows in rows.chunks(BATCH) {
                let rows: Vec<_> = rows.iter().map(values).collect();
                diesel::insert_into(import_keys::table)
                    .values(rows)
                    .on_conflict(key)
                    .do_update()
                    .set(newer)
                    .execute(c)?;
            }
        }
        Db::Sqlite(c) => {
            for row in rows {
                let row = values(row);
                diesel::insert_into(import_keys::table)
                    .values(row)
                    .on_conflict(key)
                    .do_update()
                    .set(newer)
                    .execute(c)?;
            }
        }
    }
    Ok(())
}

/// Forgets by what these consignments were known, so that a file can bring them anew.
pub(super) fn forget(db: &mut Db, consignments: &[Id]) -> Result<()> {
    for ids in consignments.chunks(BATCH) {
        diesel::delete(import_keys::table.filter(import_keys::consignment_id.eq_any(ids))).execute(db)?;
    }
    Ok(())
}

/// What an import did to a consignment: the form it was before (empty where it was made), and its version since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The consignment.
    pub consignment: Id,
    /// The form it was before, as JSON; empty where the import made it.
    pub before: String,
    /// Its version after that.
    pub version: i64,
}

/// Writes down what an import did.
pub(super) fn insert_deeds(db: &mut Db, import: Id, all: &[Done]) -> Result<()> {
    for all in all.chunks(BATCH) {
        let rows: Vec<_> = all
            .iter()
            .map(|done| {
                (
                    import_deeds::import_id.eq(import),
                    import_deeds::consignment_id.eq(done.consignment),
                    import_deeds::before.eq(done.before.clone()),
                    import_deeds::version.eq(done.version),
                )
            })
            .collect();
        each!(db, conn => diesel::insert_into(import_deeds::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// What imports did to a consignment at one version they did at another: it is again as it was.
pub(super) fn move_deeds(db: &mut Db, consignment: Id, (from, to): (i64, i64)) -> Result<()> {
    let at = import_deeds::consignment_id.eq(consignment).and(import_deeds::version.eq(from));
    each!(db, conn => diesel::update(import_deeds::table.filter(at)).set(import_deeds::version.eq(to)).execute(conn))?;
    Ok(())
}

/// The next things an import did, by consignment, after this one.
pub(super) fn deeds(db: &mut Db, import: Id, after: Option<Id>, limit: i64) -> Result<Vec<Done>> {
    let mut query = import_deeds::table
        .filter(import_deeds::import_id.eq(import))
        .order(import_deeds::consignment_id)
        .limit(limit)
        .select((import_deeds::consignment_id, import_deeds::before, import_deeds::version))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(import_deeds::consignment_id.gt(after));
    }
    let rows: Vec<(Id, String, i64)> = query.load(db)?;
    Ok(rows.into_iter().map(|(consignment, before, version)| Done { consignment, before, version }).collect())
}

/// Takes away what is written down of things an import did that were undone.
pub(super) fn delete_deeds(db: &mut Db, import: Id, consignments: &[Id]) -> Result<()> {
    for ids in consignments.chunks(BATCH) {
        let own = import_deeds::import_id.eq(import).and(import_deeds::consignment_id.eq_any(ids));
        diesel::delete(import_deeds::table.filter(own)).execute(db)?;
    }
    Ok(())
}

/// The import with this id, which must be there.
pub(super) fn standing(db: &mut Db, id: Id) -> Result<Import> {
    find(db, id)?.ok_or(Error::NotFound)
}
