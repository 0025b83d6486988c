//! The missions' rows.

use super::model::{Allotment, Body, Brief, Mission, MissionStatus};
use crate::{
    accounts::Reach,
    db::{
        Db, MultiBackend,
        schema::{mission_allotments as allot, mission_donors as donors, missions},
    },
    error::{Error, Result},
    history::state_of,
    values::{Id, Mode, Moment, Qualifier, Quantity, Unit, When, fold},
    web::Cursor,
};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = missions, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    code: String,
    folded_code: String,
    title: String,
    crisis: String,
    glide: String,
    recipient_country: String,
    purpose: String,
    decision_number: String,
    decision_date: String,
    starts: String,
    ends: String,
    status: MissionStatus,
    need_people: String,
    need_source: String,
    handover_from: String,
    handover_to: String,
    handover_office: String,
    handover_place: String,
    handover_date: String,
    handover_act: String,
    default_consignor_id: Option<Id>,
    default_consignee_id: Option<Id>,
    default_carrier_id: Option<Id>,
    default_mode: String,
    default_from_id: Option<Id>,
    default_via_id: Option<Id>,
    default_to_id: Option<Id>,
    notes: String,
    approved_at: Option<Moment>,
    edition: i64,
    last_number: i64,
    day: i64,
    posted: String,
    version: i64,
    second_language: String,
    narrative: String,
    asked: String,
    summary: String,
}

fn row(mission: &Mission, now: Moment) -> Row {
    let body = mission.body.clone();
    let date = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    // A mission without a date stands where it was last touched.
    let day = body.starts.or(body.handover_date).or(body.ends).map_or(now.day(), When::first);
    Row {
        id: mission.id,
        folded_code: fold(&body.code),
        code: body.code,
        title: body.title,
        crisis: body.crisis,
        glide: body.glide,
        recipient_country: body.recipient_country,
        purpose: body.purpose,
        decision_number: body.decision_number,
        decision_date: date(body.decision_date),
        starts: date(body.starts),
        ends: date(body.ends),
        status: body.status,
        need_people: body.need_people,
        need_source: body.need_source,
        handover_from: body.handover_from,
        handover_to: body.handover_to,
        handover_office: body.handover_office,
        handover_place: body.handover_place,
        handover_date: date(body.handover_date),
        handover_act: body.handover_act,
        default_consignor_id: body.consignor,
        default_consignee_id: body.consignee,
        default_carrier_id: body.carrier,
        default_mode: body.mode.map(Mode::code).unwrap_or_default().into(),
        default_from_id: body.from,
        default_via_id: body.via,
        default_to_id: body.to,
        notes: body.notes,
        approved_at: mission.approved_at,
        edition: mission.edition,
        last_number: mission.last_number,
        day: crate::values::day_number(day),
        posted: mission.posted.clone(),
        version: mission.version,
        second_language: body.second_language,
        narrative: body.narrative,
        asked: body.asked,
        summary: mission.summary.clone(),
    }
}

fn model(row: Row, donors: Vec<Id>, allotments: Vec<Allotment>) -> Mission {
    Mission {
        id: row.id,
        last_number: row.last_number,
        approved_at: row.approved_at,
        edition: row.edition,
        posted: row.posted,
        version: row.version,
        summary: row.summary,
        body: Body {
            code: row.code,
            title: row.title,
            crisis: row.crisis,
            glide: row.glide,
            donors,
            recipient_country: row.recipient_country,
            purpose: row.purpose,
            decision_number: row.decision_number,
            decision_date: When::from_iso(&row.decision_date),
            allotments,
            starts: When::from_iso(&row.starts),
            ends: When::from_iso(&row.ends),
            status: row.status,
            need_people: row.need_people,
            need_source: row.need_source,
            handover_from: row.handover_from,
            handover_to: row.handover_to,
            handover_office: row.handover_office,
            handover_place: row.handover_place,
            handover_date: When::from_iso(&row.handover_date),
            handover_act: row.handover_act,
            consignor: row.default_consignor_id,
            consignee: row.default_consignee_id,
            carrier: row.default_carrier_id,
            mode: Mode::from_code(&row.default_mode),
            from: row.default_from_id,
            via: row.default_via_id,
            to: row.default_to_id,
            notes: row.notes,
            second_language: row.second_language,
            narrative: row.narrative,
            asked: row.asked,
        },
    }
}

/// An allotment as stored: item, goods, qualifier, thousandths, unit.
type AllotmentRow = (Option<Id>, String, String, i64, String);

/// The mission with this id.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Mission>> {
    let Some(row) = missions::table.find(id).select(Row::as_select()).first(db).optional()? else { return Ok(None) };
    let given: Vec<Id> = donors::table
        .filter(donors::mission_id.eq(id))
        .order(donors::position)
        .select(donors::organisation_id)
        .load(db)?;
    let rows: Vec<AllotmentRow> = allot::table
        .filter(allot::mission_id.eq(id))
        .order(allot::position)
        .select((allot::item_id, allot::goods, allot::qualifier, allot::milli, allot::unit))
        .load(db)?;
    let allotments = rows
        .into_iter()
        .map(|(item, goods, qualifier, milli, unit)| {
            Ok(Allotment { item, goods, quantity: quantity(&qualifier, milli, &unit)? })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Some(model(row, given, allotments)))
}

/// A quantity from its columns; what no form could have written is a fault of the database.
pub fn quantity(qualifier: &str, milli: i64, unit: &str) -> Result<Quantity> {
    let parts = Qualifier::from_code(qualifier).zip(Unit::from_code(unit));
    parts
        .and_then(|(qualifier, unit)| Quantity::new(qualifier, milli, unit))
        .ok_or_else(|| Error::internal(format!("stored quantity {qualifier} {milli} {unit}")))
}

/// The fingerprint of a mission, but for what its consignments count up.
pub fn state(mission: &Mission) -> Result<String> {
    let allotted = |a: &Allotment| {
        let quantity = a.quantity;
        let unit = quantity.unit().code().to_string();
        (a.item, a.goods.clone(), quantity.qualifier().code().to_string(), quantity.milli(), unit)
    };
    let allotments: Vec<AllotmentRow> = mission.body.allotments.iter().map(allotted).collect();
    state_of_rows(row(mission, Moment::now()), &mission.body.donors, &allotments)
}

fn state_of_rows(own: Row, donors: &[Id], allotments: &[AllotmentRow]) -> Result<String> {
    state_of(&(Row { approved_at: None, edition: 0, last_number: 0, day: 0, ..own }, donors, allotments))
}

/// A mission as its rows stand, whatever they hold.
pub(super) struct Standing {
    pub(super) id: Id,
    pub(super) code: String,
    /// Its fingerprint.
    pub(super) state: String,
    /// Whether what is derived from its own fields (the code it is found by, the day it is listed under, the order of its
    /// parts) is what it should be.
    pub(super) well: bool,
}

/// Every mission as its rows stand.
pub(super) fn standing(db: &mut Db) -> Result<Vec<Standing>> {
    let rows: Vec<Row> = missions::table.select(Row::as_select()).load(db)?;
    let mut all = vec![];
    for row in rows {
        let given: Vec<(i64, Id)> = donors::table
            .filter(donors::mission_id.eq(row.id))
            .order(donors::position)
            .select((donors::position, donors::organisation_id))
            .load(db)?;
        let allotted: Vec<(i64, AllotmentRow)> = allot::table
            .filter(allot::mission_id.eq(row.id))
            .order(allot::position)
            .select((allot::position, (allot::item_id, allot::goods, allot::qualifier, allot::milli, allot::unit)))
            .load(db)?;
        let positions = [given.iter().map(|(n, _)| *n).collect::<Vec<_>>(), allotted.iter().map(|(n, _)| *n).collect()];
        let in_order = positions.iter().all(|all| all.iter().copied().eq(0..all.len() as i64));
        let dates = [&row.starts, &row.handover_date, &row.ends].map(|iso| When::from_iso(iso));
        let day = dates.into_iter().flatten().next().map(|when| crate::values::day_number(when.first()));
        let well = in_order && row.folded_code == fold(&row.code) && day.is_none_or(|day| day == row.day);
        let (given, allotted): (Vec<Id>, Vec<AllotmentRow>) =
            (given.into_iter().map(|(_, id)| id).collect(), allotted.into_iter().map(|(_, it)| it).collect());
        let (id, code) = (row.id, row.code.clone());
        all.push(Standing { id, code, state: state_of_rows(row, &given, &allotted)?, well });
    }
    Ok(all)
}

/// A mission's id and code, when it was approved, and the last number it has given.
pub type Kept = (Id, String, Option<Moment>, i64);

/// What each mission keeps of its consignments.
pub fn approvals_and_numbers(db: &mut Db) -> Result<Vec<Kept>> {
    Ok(missions::table.select((missions::id, missions::code, missions::approved_at, missions::last_number)).load(db)?)
}

/// Writes a new mission.
pub(super) fn insert(db: &mut Db, mission: &Mission, now: Moment) -> Result<()> {
    diesel::insert_into(missions::table)
        .values((row(mission, now), missions::created_at.eq(now), missions::updated_at.eq(now)))
        .execute(db)?;
    insert_parts(db, mission)
}

/// Writes a changed mission, under its new version.
pub(super) fn update(db: &mut Db, mission: &Mission, now: Moment) -> Result<()> {
    diesel::update(missions::table.find(mission.id))
        .set((row(mission, now), missions::updated_at.eq(now)))
        .execute(db)?;
    diesel::delete(donors::table.filter(donors::mission_id.eq(mission.id))).execute(db)?;
    diesel::delete(allot::table.filter(allot::mission_id.eq(mission.id))).execute(db)?;
    insert_parts(db, mission)
}

fn insert_parts(db: &mut Db, mission: &Mission) -> Result<()> {
    for (n, donor) in mission.body.donors.iter().enumerate() {
        diesel::insert_into(donors::table)
            .values((
                donors::mission_id.eq(mission.id),
                donors::position.eq(n as i64),
                donors::organisation_id.eq(*donor),
            ))
            .execute(db)?;
    }
    for (n, a) in mission.body.allotments.iter().enumerate() {
        diesel::insert_into(allot::table)
            .values((
                allot::mission_id.eq(mission.id),
                allot::position.eq(n as i64),
                allot::item_id.eq(a.item),
                allot::goods.eq(&a.goods),
                allot::qualifier.eq(a.quantity.qualifier().code()),
                allot::milli.eq(a.quantity.milli()),
                allot::unit.eq(a.quantity.unit().code()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Notes when the summary was approved.
pub(super) fn set_approved(db: &mut Db, id: Id, at: Moment) -> Result<()> {
    diesel::update(missions::table.find(id)).set(missions::approved_at.eq(Some(at))).execute(db)?;
    Ok(())
}

/// Notes that the mission's consignments are no longer those that were seen or approved.
pub(super) fn next_edition(db: &mut Db, id: Id) -> Result<()> {
    diesel::update(missions::table.find(id))
        .set((missions::approved_at.eq(None::<Moment>), missions::edition.eq(missions::edition + 1)))
        .execute(db)?;
    Ok(())
}

/// Takes the mission's next consignment number. The row stays locked until the transaction ends, so numbers have neither
/// gaps nor doubles.
pub fn next_number(db: &mut Db, id: Id) -> Result<i64> {
    next_numbers(db, id, 1)
}

/// Takes the mission's next `n` numbers; answers the first of them.
pub fn next_numbers(db: &mut Db, id: Id, n: i64) -> Result<i64> {
    let last: Option<i64> = diesel::update(missions::table.find(id))
        .set(missions::last_number.eq(missions::last_number + n))
        .returning(missions::last_number)
        .get_result(db)
        .optional()?;
    last.map(|last| last - n + 1).ok_or(Error::NotFound)
}

/// Sees to it that the mission's next number comes after this one.
pub fn reach_number(db: &mut Db, id: Id, number: i64) -> Result<()> {
    diesel::update(missions::table.find(id).filter(missions::last_number.lt(number)))
        .set(missions::last_number.eq(number))
        .execute(db)?;
    Ok(())
}

type BriefRow = (Id, String, String, String, String, MissionStatus, String, String, i64);

const BRIEF: (
    missions::id,
    missions::code,
    missions::title,
    missions::recipient_country,
    missions::glide,
    missions::status,
    missions::starts,
    missions::ends,
    missions::day,
) = (
    missions::id,
    missions::code,
    missions::title,
    missions::recipient_country,
    missions::glide,
    missions::status,
    missions::starts,
    missions::ends,
    missions::day,
);

fn brief((id, code, title, recipient_country, glide, status, starts, ends, day): BriefRow) -> Brief {
    Brief { id, code, title, recipient_country, glide, status, starts, ends, day }
}

/// The mission with this code, however it is spelled.
pub fn by_code(db: &mut Db, code: &str) -> Result<Option<Brief>> {
    let found: Option<BriefRow> =
        missions::table.filter(missions::folded_code.eq(fold(code))).select(BRIEF).first(db).optional()?;
    Ok(found.map(brief))
}

/// Missions by id.
pub fn mentions(db: &mut Db, ids: &[Id]) -> Result<Vec<Brief>> {
    let rows: Vec<BriefRow> = missions::table.filter(missions::id.eq_any(ids)).select(BRIEF).load(db)?;
    Ok(rows.into_iter().map(brief).collect())
}

/// The active missions within reach, newest first.
pub fn active(db: &mut Db, reach: &Reach, limit: i64) -> Result<Vec<Brief>> {
    let rows: Vec<BriefRow> = within(reach)
        .filter(missions::status.eq(MissionStatus::Active))
        .order((missions::day.desc(), missions::id.desc()))
        .limit(limit)
        .select(BRIEF)
        .load(db)?;
    Ok(rows.into_iter().map(brief).collect())
}

/// The missions within reach.
fn within<'a>(reach: &Reach) -> missions::BoxedQuery<'a, MultiBackend> {
    let query = missions::table.into_boxed();
    match reach.limits() {
        Some(ids) => query.filter(missions::id.eq_any(ids.to_vec())),
        None => query,
    }
}

/// The codes of the newest missions within reach, for suggestions while typing.
pub fn list_codes(db: &mut Db, reach: &Reach, limit: i64) -> Result<Vec<(String, String)>> {
    Ok(within(reach)
        .order((missions::day.desc(), missions::id.desc()))
        .limit(limit)
        .select((missions::code, missions::title))
        .load(db)?)
}

/// Every mission's code.
pub fn list_codes_by_id(db: &mut Db) -> Result<Vec<(Id, String)>> {
    Ok(missions::table.select((missions::id, missions::code)).load(db)?)
}

/// A page of the missions within reach, of one status or of all, newest first.
pub fn page(
    db: &mut Db,
    reach: &Reach,
    status: Option<MissionStatus>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<Brief>> {
    let mut query = within(reach);
    if let Some(status) = status {
        query = query.filter(missions::status.eq(status));
    }
    if let Some((day, id)) = after.and_then(|c| Some((c.key.parse::<i64>().ok()?, c.id))) {
        query = query.filter(missions::day.le(day).and(missions::day.lt(day).or(missions::id.lt(id))));
    }
    let rows: Vec<BriefRow> =
        query.order((missions::day.desc(), missions::id.desc())).limit(limit).select(BRIEF).load(db)?;
    Ok(rows.into_iter().map(brief).collect())
}

/// How many missions are within reach.
pub(super) fn count_within(db: &mut Db, reach: &Reach) -> Result<i64> {
    Ok(match reach.limits() {
        Some(ids) => missions::table.filter(missions::id.eq_any(ids)).count().get_result(db)?,
        None => count(db)?,
    })
}

/// How many missions there are.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(missions::table.count().get_result(db)?)
}
