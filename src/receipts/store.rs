//! The receipts' rows.

use super::model::Receipt;
use crate::{
    consignments::model::Void,
    db::{
        Db,
        schema::{consignments, receipts},
    },
    error::Result,
    history::state_of,
    values::{Id, Moment, When},
};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = receipts, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    consignment_id: Id,
    number: i64,
    happened: String,
    place_id: Option<Id>,
    leg_id: Option<Id>,
    units: Option<i64>,
    external_ref: String,
    receiver: String,
    seals: String,
    ticket: String,
    gross: Option<i64>,
    tare: Option<i64>,
    temperature: String,
    remarks: String,
    posted: String,
    recorded_by: String,
    recorded_at: Moment,
    void_reason: String,
    voided_at: Option<Moment>,
}

fn row(r: &Receipt) -> Row {
    Row {
        id: r.id,
        consignment_id: r.consignment,
        number: r.number,
        happened: r.happened.map(When::iso).unwrap_or_default(),
        place_id: r.place,
        leg_id: r.leg,
        units: r.units,
        external_ref: r.external_ref.clone(),
        receiver: r.receiver.clone(),
        seals: r.seals.clone(),
        ticket: r.ticket.clone(),
        gross: r.gross,
        tare: r.tare,
        temperature: r.temperature.clone(),
        remarks: r.remarks.clone(),
        posted: r.posted.clone(),
        recorded_by: r.by.map(|id| id.to_string()).unwrap_or_default(),
        recorded_at: r.at,
        void_reason: r.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default(),
        voided_at: r.void.as_ref().map(|void| void.at),
    }
}

fn receipt(row: Row) -> Receipt {
    Receipt {
        id: row.id,
        consignment: row.consignment_id,
        number: row.number,
        happened: When::from_iso(&row.happened),
        place: row.place_id,
        leg: row.leg_id,
        units: row.units,
        external_ref: row.external_ref,
        receiver: row.receiver,
        seals: row.seals,
        ticket: row.ticket,
        gross: row.gross,
        tare: row.tare,
        temperature: row.temperature,
        remarks: row.remarks,
        posted: row.posted,
        by: row.recorded_by.parse().ok(),
        at: row.recorded_at,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
    }
}

/// The receipt with this id.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Receipt>> {
    let row: Option<Row> = receipts::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(receipt))
}

/// The receipts of a consignment, the first one first, void ones too.
pub fn of(db: &mut Db, consignment: Id) -> Result<Vec<Receipt>> {
    let all = receipts::table.filter(receipts::consignment_id.eq(consignment)).order(receipts::number);
    let rows: Vec<Row> = all.select(Row::as_select()).load(db)?;
    Ok(rows.into_iter().map(receipt).collect())
}

/// The receipts of a mission's consignments, by consignment, as far as so many; void ones too.
pub fn of_mission(db: &mut Db, mission: Id, limit: i64) -> Result<Vec<Receipt>> {
    let rows: Vec<Row> = receipts::table
        .inner_join(consignments::table.on(consignments::id.eq(receipts::consignment_id)))
        .filter(consignments::mission_id.eq(mission))
        .order((consignments::number, receipts::number))
        .limit(limit)
        .select(Row::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(receipt).collect())
}

/// Writes a new receipt.
pub(super) fn insert(db: &mut Db, new: &Receipt) -> Result<()> {
    diesel::insert_into(receipts::table).values(row(new)).execute(db)?;
    Ok(())
}

/// Writes that a receipt is void.
pub(super) fn update_void(db: &mut Db, r: &Receipt) -> Result<()> {
    let Row { void_reason, voided_at, .. } = row(r);
    diesel::update(receipts::table.find(r.id))
        .set((receipts::void_reason.eq(void_reason), receipts::voided_at.eq(voided_at)))
        .execute(db)?;
    Ok(())
}

/// The fingerprint of a receipt.
pub(super) fn state(r: &Receipt) -> Result<String> {
    state_of(&row(r))
}

/// The fingerprints of the next receipts after `after`, as their rows stand, with their consignments.
pub(super) fn standing_after(db: &mut Db, after: Option<Id>, limit: i64) -> Result<Vec<(Id, Id, String)>> {
    let mut query = receipts::table.order(receipts::id).limit(limit).select(Row::as_select()).into_boxed();
    if let Some(after) = after {
        query = query.filter(receipts::id.gt(after));
    }
    let rows: Vec<Row> = query.load(db)?;
    rows.into_iter().map(|row| Ok((row.id, row.consignment_id, state_of(&row)?))).collect()
}
