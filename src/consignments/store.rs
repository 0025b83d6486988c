//! The consignments' rows: reading whole records, many at once; writing them with their terms and their part of the
//! kept sums.

use super::{
    contributions::{Cell, Cells, Facet, Figures, Measure},
    journey::{Event, Milestone, Status, counting, status_of},
    model::{Body, Consignment, DateKind, Document, Good, Leg, Line, Sharing, TransportUnit, Void, WeightKind},
};
use crate::{
    catalogue::Category,
    db::{
        Db,
        schema::{
            consignment_terms, consignments, events, former_numbers, legs, line_goods, lines, mission_sums as sums,
        },
    },
    each,
    error::Result,
    missions,
    values::{Comma, Currency, Id, Mode, Moment, Money, Packaging, When, sql},
};
use diesel::{prelude::*, sql_query, upsert::excluded};
use std::collections::{BTreeSet, HashMap};

/// The most rows written in one statement: SQLite takes 32,766 variables.
const BATCH: usize = 400;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = consignments, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    mission_id: Id,
    number: i64,
    external_ref: String,
    consignor_id: Option<Id>,
    donor_id: Option<Id>,
    consignee_id: Option<Id>,
    stated_weight: Option<i64>,
    stated_weight_kind: WeightKind,
    stated_packages: Option<i64>,
    value_minor: Option<i64>,
    value_currency: String,
    freight_minor: Option<i64>,
    freight_currency: String,
    insurance_minor: Option<i64>,
    insurance_currency: String,
    source: String,
    reported: String,
    remarks: String,
    main_leg: i64,
    status: Status,
    date: String,
    date_kind: String,
    day: i64,
    void_reason: String,
    voided_at: Option<Moment>,
    posted: String,
    version: i64,
    created_at: Moment,
    updated_at: Moment,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = lines, treat_none_as_default_value = false)]
struct LineRow {
    id: Id,
    consignment_id: Id,
    position: i64,
    sharing: Sharing,
    qualifier: String,
    milli: i64,
    unit: String,
    packages: String,
    net_weight: Option<i64>,
    gross_weight: Option<i64>,
    volume: Option<i64>,
    batch: String,
    expiry: String,
    hs: String,
    value_minor: Option<i64>,
    value_currency: String,
    cost_minor: Option<i64>,
    cost_currency: String,
    donor_id: Option<Id>,
    note: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = line_goods, treat_none_as_default_value = false)]
struct GoodRow {
    line_id: Id,
    position: i64,
    consignment_id: Id,
    item_id: Option<Id>,
    name: String,
    category: Category,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = legs, treat_none_as_null = true, treat_none_as_default_value = false)]
struct LegRow {
    id: Id,
    consignment_id: Id,
    position: i64,
    mode: Mode,
    from_id: Option<Id>,
    via_id: Option<Id>,
    to_id: Option<Id>,
    carrier_id: Option<Id>,
    document_type: String,
    document: String,
    units: Option<i64>,
    unit_kind: TransportUnit,
    planned_departure: String,
    planned_arrival: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
struct EventRow {
    id: Id,
    consignment_id: Id,
    milestone: Milestone,
    leg_id: Option<Id>,
    happened: String,
    note: String,
    recorded_at: Moment,
    recorded_by: String,
    supersedes: Option<Id>,
    withdrawn_at: Option<Moment>,
}

fn iso(when: Option<When>) -> String {
    when.map(When::iso).unwrap_or_default()
}

fn minor(money: Option<Money>) -> Option<i64> {
    money.map(Money::minor)
}

fn currency(money: Option<Money>) -> String {
    money.map(|m| m.currency().code().to_string()).unwrap_or_default()
}

fn money(minor: Option<i64>, currency: &str) -> Option<Money> {
    Money::new(minor?, Currency::from_code(currency)?)
}

// ---- reading

/// The consignment with this id, whole.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Consignment>> {
    Ok(load(db, &[id])?.pop())
}

/// Whole consignments, in the order of `ids`: five queries, however many.
pub fn load(db: &mut Db, ids: &[Id]) -> Result<Vec<Consignment>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let rows: Vec<Row> = consignments::table.filter(consignments::id.eq_any(ids)).select(Row::as_select()).load(db)?;
    let mut goods: HashMap<Id, Vec<Good>> = HashMap::new();
    for good in line_goods::table
        .filter(line_goods::consignment_id.eq_any(ids))
        .order((line_goods::line_id, line_goods::position))
        .select(GoodRow::as_select())
        .load(db)?
    {
        goods.entry(good.line_id).or_default().push(Good {
            item: good.item_id,
            name: good.name,
            category: good.category,
        });
    }
    let mut all_lines: HashMap<Id, Vec<Line>> = HashMap::new();
    for row in lines::table
        .filter(lines::consignment_id.eq_any(ids))
        .order((lines::consignment_id, lines::position))
        .select(LineRow::as_select())
        .load(db)?
    {
        let goods = goods.remove(&row.id).unwrap_or_default();
        all_lines.entry(row.consignment_id).or_default().push(line(row, goods)?);
    }
    let mut all_events: HashMap<Id, Vec<Event>> = HashMap::new();
    for row in events::table
        .filter(events::consignment_id.eq_any(ids))
        .order((events::consignment_id, events::recorded_at, events::id))
        .select(EventRow::as_select())
        .load(db)?
    {
        all_events.entry(row.consignment_id).or_default().push(event(row));
    }
    let mut all_legs: HashMap<Id, Vec<Leg>> = HashMap::new();
    for row in legs::table
        .filter(legs::consignment_id.eq_any(ids))
        .order((legs::consignment_id, legs::position))
        .select(LegRow::as_select())
        .load(db)?
    {
        let happened = all_events.get(&row.consignment_id).map_or(&[][..], Vec::as_slice);
        all_legs.entry(row.consignment_id).or_default().push(leg(row, happened));
    }
    let mut whole: HashMap<Id, Consignment> = rows
        .into_iter()
        .map(|row| {
            let id = row.id;
            let parts = (
                all_lines.remove(&id).unwrap_or_default(),
                all_legs.remove(&id).unwrap_or_default(),
                all_events.remove(&id).unwrap_or_default(),
            );
            (id, consignment(row, parts))
        })
        .collect();
    Ok(ids.iter().filter_map(|id| whole.remove(id)).collect())
}

fn line(row: LineRow, goods: Vec<Good>) -> Result<Line> {
    Ok(Line {
        id: row.id,
        goods,
        sharing: row.sharing,
        quantity: missions::quantity(&row.qualifier, row.milli, &row.unit)?,
        packages: Packaging::read(&row.packages, Comma::Groups).ok(),
        net: row.net_weight,
        gross: row.gross_weight,
        volume: row.volume,
        batch: row.batch,
        expiry: When::from_iso(&row.expiry),
        hs: row.hs,
        value: money(row.value_minor, &row.value_currency),
        cost: money(row.cost_minor, &row.cost_currency),
        donor: row.donor_id,
        note: row.note,
    })
}

fn event(row: EventRow) -> Event {
    Event {
        id: row.id,
        milestone: row.milestone,
        leg: row.leg_id,
        happened: When::from_iso(&row.happened),
        recorded_at: row.recorded_at,
        supersedes: row.supersedes,
        withdrawn_at: row.withdrawn_at,
    }
}

fn leg(row: LegRow, happened: &[Event]) -> Leg {
    let when = |milestone| {
        let counts = |e: &&Event| e.withdrawn_at.is_none() && e.milestone == milestone && e.leg == Some(row.id);
        happened.iter().rfind(counts).and_then(|e| e.happened)
    };
    Leg {
        id: row.id,
        mode: row.mode,
        from: row.from_id,
        via: row.via_id,
        to: row.to_id,
        carrier: row.carrier_id,
        document_type: Document::from_code(&row.document_type),
        document: row.document,
        units: row.units,
        unit_kind: row.unit_kind,
        planned_departure: When::from_iso(&row.planned_departure),
        departed: when(Milestone::Departed),
        planned_arrival: When::from_iso(&row.planned_arrival),
        arrived: when(Milestone::Arrived),
    }
}

fn consignment(row: Row, (lines, legs, events): (Vec<Line>, Vec<Leg>, Vec<Event>)) -> Consignment {
    let counts = counting(&events);
    let status = status_of(&counts, legs.last().map(|leg| leg.id));
    let received = counts.iter().rev().find(|(m, ..)| *m == Milestone::Received).and_then(|(.., when)| *when);
    Consignment {
        id: row.id,
        mission: row.mission_id,
        number: row.number,
        body: Body {
            external_ref: row.external_ref,
            consignor: row.consignor_id,
            donor: row.donor_id,
            consignee: row.consignee_id,
            lines,
            legs,
            main_leg: usize::try_from(row.main_leg).unwrap_or_default(),
            stated_weight: row.stated_weight,
            stated_weight_kind: row.stated_weight_kind,
            stated_packages: row.stated_packages,
            value: money(row.value_minor, &row.value_currency),
            freight: money(row.freight_minor, &row.freight_currency),
            insurance: money(row.insurance_minor, &row.insurance_currency),
            source: row.source,
            reported: When::from_iso(&row.reported),
            remarks: row.remarks,
            status,
            received,
        },
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
        events,
        version: row.version,
        posted: row.posted,
        created_at: row.created_at,
    }
}

/// Consignments of a mission that were filed under the same day and carry a first line of the same quantity: likely the
/// same thing logged twice.
pub(super) fn alike(db: &mut Db, mission: Id, day: i64, milli: i64, unit: &str) -> Result<Vec<Id>> {
    Ok(consignments::table
        .inner_join(lines::table.on(lines::consignment_id.eq(consignments::id)))
        .filter(consignments::mission_id.eq(mission).and(consignments::day.eq(day)))
        .filter(consignments::voided_at.is_null())
        .filter(lines::milli.eq(milli).and(lines::unit.eq(unit)))
        .order(consignments::id.desc())
        .limit(5)
        .select(consignments::id)
        .load(db)?)
}

/// The numbers these consignments had in other missions: (consignment, mission, number).
pub(super) fn former(db: &mut Db, ids: &[Id]) -> Result<Vec<(Id, Id, i64)>> {
    Ok(former_numbers::table
        .filter(former_numbers::consignment_id.eq_any(ids))
        .order(former_numbers::moved_at)
        .select((former_numbers::consignment_id, former_numbers::mission_id, former_numbers::number))
        .load(db)?)
}

/// The numbers of a mission that moved away with their consignments: (number, consignment).
pub fn moved_away(db: &mut Db, mission: Id) -> Result<Vec<(i64, Id)>> {
    Ok(former_numbers::table
        .filter(former_numbers::mission_id.eq(mission))
        .order(former_numbers::number)
        .select((former_numbers::number, former_numbers::consignment_id))
        .load(db)?)
}

/// The ids of the next consignments after `after`, in order of id: for walks over all of them.
pub fn ids_after(db: &mut Db, after: Option<Id>, limit: i64) -> Result<Vec<Id>> {
    let mut query = consignments::table.select(consignments::id).order(consignments::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(consignments::id.gt(after));
    }
    Ok(query.load(db)?)
}

/// The status and date a consignment is listed by, which follow from its events and legs: (status, date, its kind,
/// first day).
pub(super) type Listed = (Status, String, String, i64);

/// What these consignments are listed by, as kept.
pub(super) fn listed(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Listed>> {
    use consignments::{date, date_kind, day, id, status};
    let rows: Vec<(Id, Listed)> =
        consignments::table.filter(id.eq_any(ids)).select((id, (status, date, date_kind, day))).load(db)?;
    Ok(rows.into_iter().collect())
}

/// What a consignment should be listed by.
pub(super) fn listed_by(c: &Consignment) -> Listed {
    let row = row(c, c.created_at);
    (row.status, row.date, row.date_kind, row.day)
}

// ---- writing

/// Writes what a consignment is listed by, and nothing else.
pub(super) fn update_listed(db: &mut Db, c: &Consignment) -> Result<()> {
    use consignments::{date, date_kind, day, status};
    let (s, d, kind, first) = listed_by(c);
    diesel::update(consignments::table.find(c.id))
        .set((status.eq(s), date.eq(d), date_kind.eq(kind), day.eq(first)))
        .execute(db)?;
    Ok(())
}

fn row(c: &Consignment, now: Moment) -> Row {
    let (body, date) = (&c.body, c.body.date());
    Row {
        id: c.id,
        mission_id: c.mission,
        number: c.number,
        external_ref: body.external_ref.clone(),
        consignor_id: body.consignor,
        donor_id: body.donor,
        consignee_id: body.consignee,
        stated_weight: body.stated_weight,
        stated_weight_kind: body.stated_weight_kind,
        stated_packages: body.stated_packages,
        value_minor: minor(body.value),
        value_currency: currency(body.value),
        freight_minor: minor(body.freight),
        freight_currency: currency(body.freight),
        insurance_minor: minor(body.insurance),
        insurance_currency: currency(body.insurance),
        source: body.source.clone(),
        reported: iso(body.reported),
        remarks: body.remarks.clone(),
        main_leg: body.main_leg as i64,
        status: body.status,
        date: iso(date.map(|(_, when)| when)),
        date_kind: date.map(|(kind, _)| DateKind::code(kind)).unwrap_or_default().into(),
        day: c.day(),
        void_reason: c.void.as_ref().map(|v| v.reason.clone()).unwrap_or_default(),
        voided_at: c.void.as_ref().map(|v| v.at),
        posted: c.posted.clone(),
        version: c.version,
        created_at: c.created_at,
        updated_at: now,
    }
}

/// Writes a new consignment.
pub(super) fn insert(db: &mut Db, c: &Consignment) -> Result<()> {
    diesel::insert_into(consignments::table).values(row(c, c.created_at)).execute(db)?;
    insert_legs(db, leg_rows(c))?;
    insert_lines(db, std::slice::from_ref(c))?;
    insert_events(db, event_rows(c.id, &c.events))
}

/// Writes many new consignments, with what they are found under.
pub(super) fn insert_many(
    db: &mut Db,
    all: &[Consignment],
    terms: impl Fn(&Consignment) -> BTreeSet<String>,
) -> Result<()> {
    let rows: Vec<Row> = all.iter().map(|c| row(c, c.created_at)).collect();
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(consignments::table).values(rows).execute(conn))?;
    }
    insert_legs(db, all.iter().flat_map(leg_rows).collect())?;
    insert_lines(db, all)?;
    insert_events(db, all.iter().flat_map(|c| event_rows(c.id, &c.events)).collect())?;
    insert_term_rows(db, all.iter().flat_map(|c| term_rows(c, terms(c))).collect())
}

/// Writes a changed consignment over the old one: its lines anew, its legs by id (events hang on them), its new events.
pub(super) fn update(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let now = Moment::now();
    diesel::update(consignments::table.find(after.id)).set(row(after, now)).execute(db)?;
    diesel::delete(line_goods::table.filter(line_goods::consignment_id.eq(after.id))).execute(db)?;
    diesel::delete(lines::table.filter(lines::consignment_id.eq(after.id))).execute(db)?;
    insert_lines(db, std::slice::from_ref(after))?;
    let had: BTreeSet<Id> = before.body.legs.iter().map(|l| l.id).collect();
    for row in leg_rows(after) {
        if had.contains(&row.id) {
            diesel::update(legs::table.find(row.id)).set(row).execute(db)?;
        } else {
            diesel::insert_into(legs::table).values(row).execute(db)?;
        }
    }
    let known: BTreeSet<Id> = before.events.iter().map(|e| e.id).collect();
    let (old, new): (Vec<Event>, Vec<Event>) = after.events.iter().cloned().partition(|e| known.contains(&e.id));
    for event in old.iter().filter(|e| e.withdrawn_at.is_some()) {
        diesel::update(events::table.find(event.id).filter(events::withdrawn_at.is_null()))
            .set(events::withdrawn_at.eq(event.withdrawn_at))
            .execute(db)?;
    }
    insert_events(db, event_rows(after.id, &new))?;
    // A leg that is gone takes no events with it: they keep their place in the past without it.
    let gone: Vec<Id> = had.into_iter().filter(|id| !after.body.legs.iter().any(|l| l.id == *id)).collect();
    if !gone.is_empty() {
        diesel::update(events::table.filter(events::leg_id.eq_any(&gone)))
            .set(events::leg_id.eq(None::<Id>))
            .execute(db)?;
        diesel::delete(legs::table.filter(legs::id.eq_any(&gone))).execute(db)?;
    }
    Ok(())
}

fn leg_rows(c: &Consignment) -> Vec<LegRow> {
    let rows = c.body.legs.iter().enumerate().map(|(n, leg)| LegRow {
        id: leg.id,
        consignment_id: c.id,
        position: n as i64,
        mode: leg.mode,
        from_id: leg.from,
        via_id: leg.via,
        to_id: leg.to,
        carrier_id: leg.carrier,
        document_type: leg.document_type.map(Document::code).unwrap_or_default().into(),
        document: leg.document.clone(),
        units: leg.units,
        unit_kind: leg.unit_kind,
        planned_departure: iso(leg.planned_departure),
        planned_arrival: iso(leg.planned_arrival),
    });
    rows.collect()
}

fn insert_legs(db: &mut Db, rows: Vec<LegRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(legs::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_lines(db: &mut Db, all: &[Consignment]) -> Result<()> {
    let rows: Vec<LineRow> = all
        .iter()
        .flat_map(|c| c.body.lines.iter().enumerate().map(move |(n, line)| (c, n, line)))
        .map(|(c, n, line)| LineRow {
            id: line.id,
            consignment_id: c.id,
            position: n as i64,
            sharing: line.sharing,
            qualifier: line.quantity.qualifier().code().into(),
            milli: line.quantity.milli(),
            unit: line.quantity.unit().code().into(),
            packages: line.packages.as_ref().map(Packaging::canonical).unwrap_or_default(),
            net_weight: line.net,
            gross_weight: line.gross,
            volume: line.volume,
            batch: line.batch.clone(),
            expiry: iso(line.expiry),
            hs: line.hs.clone(),
            value_minor: minor(line.value),
            value_currency: currency(line.value),
            cost_minor: minor(line.cost),
            cost_currency: currency(line.cost),
            donor_id: line.donor,
            note: line.note.clone(),
        })
        .collect();
    let goods: Vec<GoodRow> = all
        .iter()
        .flat_map(|c| c.body.lines.iter().map(move |line| (c, line)))
        .flat_map(|(c, line)| {
            line.goods.iter().enumerate().map(move |(n, good)| GoodRow {
                line_id: line.id,
                position: n as i64,
                consignment_id: c.id,
                item_id: good.item,
                name: good.name.clone(),
                category: good.category,
            })
        })
        .collect();
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(lines::table).values(rows).execute(conn))?;
    }
    for rows in goods.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(line_goods::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn event_rows(consignment: Id, new: &[Event]) -> Vec<EventRow> {
    new.iter()
        .map(|e| EventRow {
            id: e.id,
            consignment_id: consignment,
            milestone: e.milestone,
            leg_id: e.leg,
            happened: iso(e.happened),
            note: String::new(),
            recorded_at: e.recorded_at,
            recorded_by: String::new(),
            supersedes: e.supersedes,
            withdrawn_at: e.withdrawn_at,
        })
        .collect()
}

fn insert_events(db: &mut Db, rows: Vec<EventRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(events::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Remembers the number a consignment leaves behind in its mission.
pub(super) fn leave_number(db: &mut Db, c: &Consignment) -> Result<()> {
    diesel::insert_into(former_numbers::table)
        .values((
            former_numbers::mission_id.eq(c.mission),
            former_numbers::number.eq(c.number),
            former_numbers::consignment_id.eq(c.id),
            former_numbers::moved_at.eq(Moment::now()),
        ))
        .execute(db)?;
    Ok(())
}

/// Writes what a consignment is found under.
pub(super) fn insert_terms(db: &mut Db, c: &Consignment, terms: &BTreeSet<String>) -> Result<()> {
    insert_term_rows(db, term_rows(c, terms.clone()).collect())
}

fn term_rows(c: &Consignment, terms: BTreeSet<String>) -> impl Iterator<Item = TermRow> {
    let (day, id, mission) = (c.day(), c.id, c.mission);
    terms.into_iter().map(move |term| (term, day, id, mission))
}

fn insert_term_rows(db: &mut Db, rows: Vec<TermRow>) -> Result<()> {
    use consignment_terms as terms;
    for rows in rows.chunks(BATCH) {
        let rows: Vec<_> = rows
            .iter()
            .map(|(term, day, id, mission)| {
                (terms::term.eq(term), terms::day.eq(day), terms::consignment_id.eq(id), terms::mission_id.eq(mission))
            })
            .collect();
        each!(db, conn => diesel::insert_into(terms::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Takes away what a consignment was found under; the terms are known, so that each is one look-up.
pub(super) fn delete_terms(db: &mut Db, c: &Consignment, terms: &BTreeSet<String>) -> Result<()> {
    for term in terms {
        diesel::delete(consignment_terms::table.find((term, c.day(), c.id))).execute(db)?;
    }
    Ok(())
}

/// A row of what a consignment is found under: (term, day, consignment, mission).
pub(super) type TermRow = (String, i64, Id, Id);

/// The next rows of what consignments are found under, in key order: for walks over all of them.
pub(super) fn terms_after(db: &mut Db, after: Option<(String, i64, Id)>, limit: i64) -> Result<Vec<TermRow>> {
    use consignment_terms::{consignment_id, day, mission_id, term};
    let mut query = consignment_terms::table
        .select((term, day, consignment_id, mission_id))
        .order((term, day, consignment_id))
        .limit(limit)
        .into_boxed();
    if let Some((t, d, id)) = after {
        let later = term.gt(t.clone()).or(day.gt(d)).or(day.eq(d).and(consignment_id.gt(id)));
        query = query.filter(term.ge(t).and(later));
    }
    Ok(query.load(db)?)
}

/// Takes away what a mission's consignments are found under, to be written anew.
pub(super) fn delete_terms_of(db: &mut Db, mission: Id) -> Result<()> {
    diesel::delete(consignment_terms::table.filter(consignment_terms::mission_id.eq(mission))).execute(db)?;
    Ok(())
}

type SumRow = (Id, Facet, String, Measure, String, String, i64, i64, i64, i64, i64, i64);

/// Adds differences to a mission's kept sums. The cells come in key order, so that two writers never wait for each other
/// crosswise; what came to nothing is taken away.
pub(super) fn add_sums(db: &mut Db, mission: Id, differences: &Cells) -> Result<()> {
    let rows: Vec<_> = differences
        .iter()
        .map(|(cell, f)| {
            (
                sums::mission_id.eq(mission),
                sums::facet.eq(cell.facet),
                sums::value.eq(&cell.value),
                sums::measure.eq(cell.measure),
                sums::unit.eq(&cell.unit),
                sums::state.eq(&cell.state),
                sums::amount.eq(f.amount),
                sums::lines.eq(f.lines),
                sums::about.eq(f.about),
                sums::at_least.eq(f.at_least),
                sums::at_most.eq(f.at_most),
                sums::not_stated.eq(f.not_stated),
            )
        })
        .collect();
    let key = (sums::mission_id, sums::facet, sums::value, sums::measure, sums::unit, sums::state);
    let added = (
        sums::amount.eq(sums::amount + excluded(sums::amount)),
        sums::lines.eq(sums::lines + excluded(sums::lines)),
        sums::about.eq(sums::about + excluded(sums::about)),
        sums::at_least.eq(sums::at_least + excluded(sums::at_least)),
        sums::at_most.eq(sums::at_most + excluded(sums::at_most)),
        sums::not_stated.eq(sums::not_stated + excluded(sums::not_stated)),
    );
    match db {
        Db::Postgres(c) => {
            for rows in rows.chunks(BATCH) {
                diesel::insert_into(sums::table).values(rows).on_conflict(key).do_update().set(added).execute(c)?;
            }
        }
        Db::Sqlite(c) => {
            for row in rows {
                diesel::insert_into(sums::table).values(row).on_conflict(key).do_update().set(added).execute(c)?;
            }
        }
    }
    let emptied = differences.values().any(|f| f.lines < 0 || f.amount < 0);
    if emptied {
        diesel::delete(
            sums::table.filter(sums::mission_id.eq(mission)).filter(sums::lines.eq(0).and(sums::amount.eq(0))),
        )
        .execute(db)?;
    }
    Ok(())
}

/// What a summary tells of a mission's kept sums: of categories, donors and months what counts, whatever its state, for a
/// mission of many months holds thousands of cells.
pub fn sums_of(db: &mut Db, mission: Id) -> Result<Cells> {
    #[derive(QueryableByName)]
    #[diesel(table_name = sums)]
    struct Told {
        facet: Facet,
        value: String,
        measure: Measure,
        unit: String,
        amount: i64,
        lines: i64,
        about: i64,
        at_least: i64,
        at_most: i64,
        not_stated: i64,
    }
    let told_by_state = (sums::facet.eq_any([Facet::All, Facet::Mode]))
        .or(sums::facet.eq(Facet::Status).and(sums::measure.eq(Measure::Consignments)))
        .or(sums::facet.eq(Facet::Item).and(sums::measure.eq(Measure::Quantity)));
    let rows: Vec<SumRow> = sums::table.filter(sums::mission_id.eq(mission).and(told_by_state)).load(db)?;
    let whole: Vec<Told> = sql_query(
        "SELECT facet, value, measure, unit, CAST(SUM(amount) AS BIGINT) AS amount, CAST(SUM(lines) AS BIGINT) AS lines,
           CAST(SUM(about) AS BIGINT) AS about, CAST(SUM(at_least) AS BIGINT) AS at_least,
           CAST(SUM(at_most) AS BIGINT) AS at_most, CAST(SUM(not_stated) AS BIGINT) AS not_stated
         FROM mission_sums WHERE mission_id = $1 AND facet IN ('category', 'donor', 'month') AND state <> 'cancelled'
         GROUP BY facet, value, measure, unit",
    )
    .bind::<sql::Id, _>(mission)
    .load(db)?;
    let whole = whole.into_iter().map(|row| {
        let Told { facet, value, measure, unit, amount, lines, about, at_least, at_most, not_stated } = row;
        let cell = Cell { facet, value, measure, unit, state: String::new() };
        (cell, Figures { amount, lines, about, at_least, at_most, not_stated })
    });
    Ok(rows.into_iter().map(cell).map(|(_, cell, figures)| (cell, figures)).chain(whole).collect())
}

/// The kept sums of some missions that tell nothing apart but states: what home shows.
pub fn sums_by_state(db: &mut Db, missions: &[Id]) -> Result<HashMap<Id, Cells>> {
    let rows: Vec<SumRow> =
        sums::table.filter(sums::mission_id.eq_any(missions)).filter(sums::facet.eq(Facet::All)).load(db)?;
    let mut out: HashMap<Id, Cells> = HashMap::new();
    for (mission, cell, figures) in rows.into_iter().map(cell) {
        out.entry(mission).or_default().insert(cell, figures);
    }
    Ok(out)
}

fn cell(
    (mission, facet, value, measure, unit, state, amount, lines, about, at_least, at_most, not_stated): SumRow,
) -> (Id, Cell, Figures) {
    let cell = Cell { facet, value, measure, unit, state };
    (mission, cell, Figures { amount, lines, about, at_least, at_most, not_stated })
}

/// Every kept sum of the house, for `doctor`.
pub fn all_sums(db: &mut Db) -> Result<HashMap<Id, Cells>> {
    let rows: Vec<SumRow> = sums::table.load(db)?;
    let mut out: HashMap<Id, Cells> = HashMap::new();
    for (mission, cell, figures) in rows.into_iter().map(cell) {
        out.entry(mission).or_default().insert(cell, figures);
    }
    Ok(out)
}

/// Puts a mission's kept sums right: what `doctor --repair` does when they differ from the lines.
pub fn replace_sums(db: &mut Db, mission: Id, cells: &Cells) -> Result<()> {
    diesel::delete(sums::table.filter(sums::mission_id.eq(mission))).execute(db)?;
    add_sums(db, mission, cells)
}

/// How many consignments there are.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(consignments::table.count().get_result(db)?)
}
