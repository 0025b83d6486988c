//! The loss reports' rows.

use super::model::{Disposition, Loss, Stage};
use crate::{
    consignments::model::Void,
    db::{
        Db,
        schema::{consignments, losses},
    },
    error::Result,
    history::state_of,
    values::{Currency, Id, Moment, Money, When},
};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = losses, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    consignment_id: Id,
    number: i64,
    receipt_id: Option<Id>,
    happened: String,
    place_id: Option<Id>,
    leg_id: Option<Id>,
    stage: Stage,
    circumstances: String,
    disposition: Disposition,
    value_minor: Option<i64>,
    value_currency: String,
    commercial_act: String,
    police_report: String,
    survey_report: String,
    posted: String,
    recorded_by: String,
    recorded_at: Moment,
    void_reason: String,
    voided_at: Option<Moment>,
}

fn row(l: &Loss) -> Row {
    Row {
        id: l.id,
        consignment_id: l.consignment,
        number: l.number,
        receipt_id: l.receipt,
        happened: l.happened.map(When::iso).unwrap_or_default(),
        place_id: l.place,
        leg_id: l.leg,
        stage: l.stage,
        circumstances: l.circumstances.clone(),
        disposition: l.disposition,
        value_minor: l.value.map(Money::minor),
        value_currency: l.value.map(|money| money.currency().code().to_string()).unwrap_or_default(),
        commercial_act: l.commercial_act.clone(),
        police_report: l.police_report.clone(),
        survey_report: l.survey_report.clone(),
        posted: l.posted.clone(),
        recorded_by: l.by.map(|id| id.to_string()).unwrap_or_default(),
        recorded_at: l.at,
        void_reason: l.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default(),
        voided_at: l.void.as_ref().map(|void| void.at),
    }
}

fn loss(row: Row) -> Loss {
    Loss {
        id: row.id,
        consignment: row.consignment_id,
        number: row.number,
        receipt: row.receipt_id,
        happened: When::from_iso(&row.happened),
        place: row.place_id,
        leg: row.leg_id,
        stage: row.stage,
        circumstances: row.circumstances,
        disposition: row.disposition,
        value: row.value_minor.zip(Currency::from_code(&row.value_currency)).and_then(|(n, of)| Money::new(n, of)),
        commercial_act: row.commercial_act,
        police_report: row.police_report,
        survey_report: row.survey_report,
        posted: row.posted,
        by: row.recorded_by.parse().ok(),
        at: row.recorded_at,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
    }
}

/// The loss report with this id.
pub(super) fn find(db: &mut Db, id: Id) -> Result<Option<Loss>> {
    let row: Option<Row> = losses::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(loss))
}

/// The loss reports of a consignment, the first one first, void ones too.
pub fn of(db: &mut Db, consignment: Id) -> Result<Vec<Loss>> {
    let all = losses::table.filter(losses::consignment_id.eq(consignment)).order(losses::number);
    let rows: Vec<Row> = all.select(Row::as_select()).load(db)?;
    Ok(rows.into_iter().map(loss).collect())
}

/// The loss reports of a mission's consignments, by consignment, as far as so many; void ones too.
pub fn of_mission(db: &mut Db, mission: Id, limit: i64) -> Result<Vec<Loss>> {
    let rows: Vec<Row> = losses::table
        .inner_join(consignments::table.on(consignments::id.eq(losses::consignment_id)))
        .filter(consignments::mission_id.eq(mission))
        .order((consignments::number, losses::number))
        .limit(limit)
        .select(Row::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(loss).collect())
}

/// Writes a new loss report.
pub(super) fn insert(db: &mut Db, new: &Loss) -> Result<()> {
    diesel::insert_into(losses::table).values(row(new)).execute(db)?;
    Ok(())
}

/// Writes that a loss report is void.
pub(super) fn update_void(db: &mut Db, l: &Loss) -> Result<()> {
    let Row { void_reason, voided_at, .. } = row(l);
    diesel::update(losses::table.find(l.id))
        .set((losses::void_reason.eq(void_reason), losses::voided_at.eq(voided_at)))
        .execute(db)?;
    Ok(())
}

/// The fingerprint of a loss report.
pub(super) fn state(l: &Loss) -> Result<String> {
    state_of(&row(l))
}

/// The fingerprints of the next loss reports after `after`, as their rows stand, with their consignments.
pub(super) fn standing_after(db: &mut Db, after: Option<Id>, limit: i64) -> Result<Vec<(Id, Id, String)>> {
    let mut query = losses::table.order(losses::id).limit(limit).select(Row::as_select()).into_boxed();
    if let Some(after) = after {
        query = query.filter(losses::id.gt(after));
    }
    let rows: Vec<Row> = query.load(db)?;
    rows.into_iter().map(|row| Ok((row.id, row.consignment_id, state_of(&row)?))).collect()
}
