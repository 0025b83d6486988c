//! The sources' rows.

use super::model::{Role, Source};
use crate::{
    consignments::model::Void,
    db::{
        Db,
        schema::{consignments, sources},
    },
    error::Result,
    history::state_of,
    values::{Id, Moment, When},
};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = sources, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    consignment_id: Id,
    figure: String,
    row_id: Option<Id>,
    role: Role,
    stated: String,
    said_by: String,
    document: String,
    page: String,
    address: String,
    dated: String,
    note: String,
    recorded_by: String,
    recorded_at: Moment,
    void_reason: String,
    voided_at: Option<Moment>,
}

fn row(s: &Source) -> Row {
    Row {
        id: s.id,
        consignment_id: s.consignment,
        figure: s.figure.clone(),
        row_id: s.row,
        role: s.role,
        stated: s.stated.clone(),
        said_by: s.said_by.clone(),
        document: s.document.clone(),
        page: s.page.clone(),
        address: s.address.clone(),
        dated: s.dated.map(When::iso).unwrap_or_default(),
        note: s.note.clone(),
        recorded_by: s.by.map(|id| id.to_string()).unwrap_or_default(),
        recorded_at: s.at,
        void_reason: s.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default(),
        voided_at: s.void.as_ref().map(|void| void.at),
    }
}

fn source(row: Row) -> Source {
    Source {
        id: row.id,
        consignment: row.consignment_id,
        figure: row.figure,
        row: row.row_id,
        role: row.role,
        stated: row.stated,
        said_by: row.said_by,
        document: row.document,
        page: row.page,
        address: row.address,
        dated: When::from_iso(&row.dated),
        note: row.note,
        by: row.recorded_by.parse().ok(),
        at: row.recorded_at,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
    }
}

/// The source with this id.
pub(super) fn find(db: &mut Db, id: Id) -> Result<Option<Source>> {
    let row: Option<Row> = sources::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(source))
}

/// What was said of a consignment's figures, and stands; the first said first.
pub fn of(db: &mut Db, consignment: Id) -> Result<Vec<Source>> {
    let own = sources::consignment_id.eq(consignment).and(sources::voided_at.is_null());
    let rows: Vec<Row> = sources::table.filter(own).order(sources::id).select(Row::as_select()).load(db)?;
    Ok(rows.into_iter().map(source).collect())
}

/// What was said of the figures of a mission's consignments, as far as so many.
pub fn of_mission(db: &mut Db, mission: Id, limit: i64) -> Result<Vec<Source>> {
    let rows: Vec<Row> = sources::table
        .inner_join(consignments::table.on(consignments::id.eq(sources::consignment_id)))
        .filter(consignments::mission_id.eq(mission))
        .filter(sources::voided_at.is_null().and(consignments::voided_at.is_null()))
        .order((consignments::number, sources::id))
        .limit(limit)
        .select(Row::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(source).collect())
}

/// Writes a new source.
pub(super) fn insert(db: &mut Db, new: &Source) -> Result<()> {
    diesel::insert_into(sources::table).values(row(new)).execute(db)?;
    Ok(())
}

/// Writes that a source was taken back.
pub(super) fn update_void(db: &mut Db, s: &Source) -> Result<()> {
    let Row { void_reason, voided_at, .. } = row(s);
    diesel::update(sources::table.find(s.id))
        .set((sources::void_reason.eq(void_reason), sources::voided_at.eq(voided_at)))
        .execute(db)?;
    Ok(())
}

/// The fingerprint of a source.
pub(super) fn state(s: &Source) -> Result<String> {
    state_of(&row(s))
}

/// The fingerprints of the next sources after `after`, as their rows stand, with their consignments.
pub(super) fn standing_after(db: &mut Db, after: Option<Id>, limit: i64) -> Result<Vec<(Id, Id, String)>> {
    let mut query = sources::table.order(sources::id).limit(limit).select(Row::as_select()).into_boxed();
    if let Some(after) = after {
        query = query.filter(sources::id.gt(after));
    }
    let rows: Vec<Row> = query.load(db)?;
    rows.into_iter().map(|row| Ok((row.id, row.consignment_id, state_of(&row)?))).collect()
}
