//! Reading consignments whole, many at once.

use super::rows::{
    AmendmentRow, AttachmentRow, EventRow, EventUnitRow, FiguresAlone, FindingRow, GoodRow, LegRow, LineRow, More,
    Rest, Row, UnitRow, amendment, attachment, consignment, event, figures_alone, finding, leg, line, row,
    state_of_rows, unit,
};
use crate::{
    catalogue::Category,
    consignments::{
        journey::Status,
        model::{Amendment, Consignment, Good, Sharing},
        papers::{Paper, Required},
    },
    db::{
        Db,
        schema::{
            amendments, attachments, consignments, event_units, events, findings, former_numbers, legs, line_goods,
            lines, required_papers, transport_units,
        },
    },
    error::Result,
    values::{Id, Mode, Moment},
};
use diesel::{dsl::max, prelude::*};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The consignment with this id, whole.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Consignment>> {
    Ok(load(db, &[id])?.pop())
}

/// Whole consignments, in the order of `ids`: a query for each kind of row, however many there are.
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
    let mut rest: HashMap<Id, Rest> = HashMap::new();
    for row in lines::table
        .filter(lines::consignment_id.eq_any(ids))
        .order((lines::consignment_id, lines::position))
        .select(LineRow::as_select())
        .load(db)?
    {
        let goods = goods.remove(&row.id).unwrap_or_default();
        rest.entry(row.consignment_id).or_default().lines.push(line(row, goods)?);
    }
    for row in legs::table
        .filter(legs::consignment_id.eq_any(ids))
        .order((legs::consignment_id, legs::position))
        .select(LegRow::as_select())
        .load(db)?
    {
        rest.entry(row.consignment_id).or_default().legs.push(leg(row));
    }
    let more = more(db, ids)?;
    let mut which = which_units(more.event_units);
    for row in events::table
        .filter(events::consignment_id.eq_any(ids))
        .order((events::consignment_id, events::recorded_at, events::id))
        .select(EventRow::as_select())
        .load(db)?
    {
        let which = which.remove(&row.id).unwrap_or_default();
        rest.entry(row.consignment_id).or_default().events.push(event(row, which));
    }
    for row in more.units {
        rest.entry(row.consignment_id).or_default().units.push(unit(row));
    }
    for row in more.findings {
        rest.entry(row.consignment_id).or_default().findings.push(finding(row));
    }
    for row in more.amendments {
        rest.entry(row.consignment_id).or_default().amendments.push(amendment(row));
    }
    for row in more.attachments {
        rest.entry(row.consignment_id).or_default().attachments.push(attachment(row));
    }
    let mut whole: HashMap<Id, Consignment> = HashMap::new();
    for row in rows {
        let rest = rest.remove(&row.id).unwrap_or_default();
        whole.insert(row.id, consignment(row, rest));
    }
    Ok(ids.iter().filter_map(|id| whole.remove(id)).collect())
}

/// The consignment with this id as its page shows it: of more lines than so many, those beyond have only their figures, and
/// of what was found only what was found of those shown is read. How far it has come is what is kept.
pub fn find_shown(db: &mut Db, id: Id, most: usize) -> Result<Option<Consignment>> {
    use lines::{found_by, gross_weight, milli, net_weight, packages, position, qualifier, sharing, unit};
    let own = lines::consignment_id.eq(id);
    let shown: Vec<LineRow> =
        lines::table.filter(own).order(position).limit(most as i64 + 1).select(LineRow::as_select()).load(db)?;
    if shown.len() <= most {
        return find(db, id);
    }
    let Some(row): Option<Row> = consignments::table.find(id).select(Row::as_select()).first(db).optional()? else {
        return Ok(None);
    };
    let beyond: Vec<FiguresAlone> = lines::table
        .filter(own.and(position.gt(shown.last().map_or(0, |line| line.position))))
        .order(position)
        .select((lines::id, sharing, qualifier, milli, unit, packages, net_weight, gross_weight, found_by))
        .load(db)?;
    // What is of each of several goods counts as often as there are goods.
    let parted = beyond.iter().filter(|(_, how, ..)| *how != Sharing::Together).map(|(line, ..)| *line);
    let wanted: Vec<Id> = shown.iter().map(|line| line.id).chain(parted).collect();
    let mut goods: HashMap<Id, Vec<Good>> = HashMap::new();
    let of = line_goods::consignment_id.eq(id).and(line_goods::line_id.eq_any(&wanted));
    let rows = line_goods::table.filter(of).order((line_goods::line_id, line_goods::position));
    for good in rows.select(GoodRow::as_select()).load(db)? {
        let GoodRow { line_id, item_id, name, category, .. } = good;
        goods.entry(line_id).or_default().push(Good { item: item_id, name, category });
    }
    let mut rest = Rest::default();
    for row in shown {
        let goods = goods.remove(&row.id).unwrap_or_default();
        rest.lines.push(line(row, goods)?);
    }
    for row in beyond {
        let goods = goods
            .remove(&row.0)
            .unwrap_or_else(|| vec![Good { item: None, name: String::new(), category: Category::Other }]);
        rest.lines.push(figures_alone(row, goods)?);
    }
    let of = legs::table.filter(legs::consignment_id.eq(id)).order(legs::position);
    rest.legs = of.select(LegRow::as_select()).load(db)?.into_iter().map(leg).collect();
    let of = findings::consignment_id.eq(id).and(findings::line_id.eq_any(&wanted));
    let found: Vec<FindingRow> =
        findings::table.filter(of).order(findings::id).select(FindingRow::as_select()).load(db)?;
    rest.findings = found.into_iter().map(finding).collect();
    let More { units, event_units, amendments, attachments, .. } = more_but_findings(db, &[id])?;
    let mut which = which_units(event_units);
    let all = events::table.filter(events::consignment_id.eq(id)).order((events::recorded_at, events::id));
    for row in all.select(EventRow::as_select()).load(db)? {
        let which = which.remove(&row.id).unwrap_or_default();
        rest.events.push(event(row, which));
    }
    rest.units = units.into_iter().map(super::rows::unit).collect();
    rest.amendments = amendments.into_iter().map(amendment).collect();
    rest.attachments = attachments.into_iter().map(attachment).collect();
    let kept = row.status;
    let mut c = consignment(row, rest);
    c.body.status = kept;
    if c.body.received.is_none() && matches!(kept, Status::Received | Status::Closed) {
        let receipts = c.events.iter().filter(|event| event.counts() && event.receipt.is_some());
        c.body.received = receipts.filter_map(|event| event.happened).max_by_key(|when| when.last());
    }
    Ok(Some(c))
}

/// Of which units each step is told.
fn which_units(rows: Vec<EventUnitRow>) -> HashMap<Id, Vec<Id>> {
    let mut out: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in rows {
        out.entry(row.event_id).or_default().push(row.unit_id);
    }
    out
}

/// What these consignments have besides what their forms state.
fn more(db: &mut Db, ids: &[Id]) -> Result<More> {
    let findings = findings::table
        .filter(findings::consignment_id.eq_any(ids))
        .order(findings::id)
        .select(FindingRow::as_select())
        .load(db)?;
    Ok(More { findings, ..more_but_findings(db, ids)? })
}

fn more_but_findings(db: &mut Db, ids: &[Id]) -> Result<More> {
    Ok(More {
        units: transport_units::table
            .filter(transport_units::consignment_id.eq_any(ids))
            .order((transport_units::consignment_id, transport_units::position))
            .select(UnitRow::as_select())
            .load(db)?,
        event_units: event_units::table
            .filter(event_units::consignment_id.eq_any(ids))
            .order((event_units::event_id, event_units::unit_id))
            .select(EventUnitRow::as_select())
            .load(db)?,
        findings: vec![],
        amendments: amendments::table
            .filter(amendments::consignment_id.eq_any(ids))
            .order((amendments::consignment_id, amendments::number))
            .select(AmendmentRow::as_select())
            .load(db)?,
        attachments: attachments::table
            .filter(attachments::consignment_id.eq_any(ids))
            .order(attachments::id)
            .select(AttachmentRow::as_select())
            .load(db)?,
    })
}

/// The corrections of a mission's consignments, with those they belong to, as far as so many.
pub fn amendments_of(db: &mut Db, mission: Id, limit: i64) -> Result<Vec<(Id, Amendment)>> {
    let rows: Vec<AmendmentRow> = amendments::table
        .inner_join(consignments::table.on(consignments::id.eq(amendments::consignment_id)))
        .filter(consignments::mission_id.eq(mission).and(consignments::voided_at.is_null()))
        .order((consignments::number, amendments::number))
        .limit(limit)
        .select(AmendmentRow::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(|row| (row.consignment_id, amendment(row))).collect())
}

/// The papers that missions ask for: (mode, paper) by mission.
pub fn required(db: &mut Db, missions: &[Id]) -> Result<HashMap<Id, Vec<Required>>> {
    use required_papers::{mission_id, mode, paper};
    let rows: Vec<(Id, Mode, Paper)> = required_papers::table
        .filter(mission_id.eq_any(missions))
        .order((mission_id, mode, paper))
        .select((mission_id, mode, paper))
        .load(db)?;
    let mut out: HashMap<Id, Vec<Required>> = HashMap::new();
    for (mission, by, wanted) in rows {
        out.entry(mission).or_default().push((by, wanted));
    }
    Ok(out)
}

/// The consignment a file is attached to.
pub fn owner_of(db: &mut Db, attachment: Id) -> Result<Option<Id>> {
    let owner = attachments::table.find(attachment).select(attachments::consignment_id);
    Ok(owner.first(db).optional()?)
}

/// The SHA-256 of every file that is attached to anything, or was.
pub fn all_contents(db: &mut Db) -> Result<Vec<String>> {
    Ok(attachments::table.select(attachments::sha256).distinct().load(db)?)
}

/// The ids of a mission's consignments.
pub(in crate::consignments) fn of_mission(db: &mut Db, mission: Id) -> Result<Vec<Id>> {
    let own = consignments::table.filter(consignments::mission_id.eq(mission)).order(consignments::id);
    Ok(own.select(consignments::id).load(db)?)
}

/// The fingerprints of consignments as their rows stand, whatever these hold: what nobody could read is not passed over.
pub(in crate::consignments) fn standing(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, String>> {
    fn by<T>(rows: Vec<T>, owner: fn(&T) -> Id) -> HashMap<Id, Vec<T>> {
        let mut out: HashMap<Id, Vec<T>> = HashMap::new();
        rows.into_iter().for_each(|row| out.entry(owner(&row)).or_default().push(row));
        out
    }
    let own: Vec<Row> = consignments::table.filter(consignments::id.eq_any(ids)).select(Row::as_select()).load(db)?;
    let all = legs::table.filter(legs::consignment_id.eq_any(ids)).order(legs::position);
    let mut of_legs = by(all.select(LegRow::as_select()).load(db)?, |row| row.consignment_id);
    let all = lines::table.filter(lines::consignment_id.eq_any(ids)).order(lines::position);
    let mut of_lines = by(all.select(LineRow::as_select()).load(db)?, |row| row.consignment_id);
    let all = line_goods::table.filter(line_goods::consignment_id.eq_any(ids)).order(line_goods::position);
    let mut of_goods = by(all.select(GoodRow::as_select()).load(db)?, |row| row.consignment_id);
    let all = events::table.filter(events::consignment_id.eq_any(ids));
    let mut of_events = by(all.select(EventRow::as_select()).load(db)?, |row| row.consignment_id);
    let More { units, event_units, findings, amendments, attachments } = more(db, ids)?;
    let mut attachments = by(attachments, |row| row.consignment_id);
    let (mut units, mut of_event_units) =
        (by(units, |row| row.consignment_id), by(event_units, |row| row.consignment_id));
    let (mut findings, mut amendments) =
        (by(findings, |row| row.consignment_id), by(amendments, |row| row.consignment_id));
    // By what a consignment is listed is derived, and compared by itself.
    let listed: HashMap<Id, _> = load(db, ids)?.iter().map(|c| (c.id, listed_by(c))).collect();
    let mut states = HashMap::new();
    for mut row in own {
        let id = row.id;
        if let Some((status, date, kind, day)) = listed.get(&id).cloned() {
            row = Row { status, date, date_kind: kind, day, ..row };
        }
        let lines = of_lines.remove(&id).unwrap_or_default();
        let mut goods = of_goods.remove(&id).unwrap_or_default();
        let place = |good: &GoodRow| lines.iter().position(|line| line.id == good.line_id);
        goods.sort_by_key(|good| (place(good).is_none(), place(good), good.position));
        let (legs, events) = (of_legs.remove(&id).unwrap_or_default(), of_events.remove(&id).unwrap_or_default());
        let more = More {
            units: units.remove(&id).unwrap_or_default(),
            event_units: of_event_units.remove(&id).unwrap_or_default(),
            findings: findings.remove(&id).unwrap_or_default(),
            amendments: amendments.remove(&id).unwrap_or_default(),
            attachments: attachments.remove(&id).unwrap_or_default(),
        };
        states.insert(id, state_of_rows(row, legs, lines, goods, events, more)?);
    }
    Ok(states)
}

/// The highest number each mission's consignments bear or bore.
pub(in crate::consignments) fn highest_numbers(db: &mut Db) -> Result<HashMap<Id, i64>> {
    let borne: Vec<(Id, Option<i64>)> = consignments::table
        .group_by(consignments::mission_id)
        .select((consignments::mission_id, max(consignments::number)))
        .load(db)?;
    let left: Vec<(Id, Option<i64>)> = former_numbers::table
        .group_by(former_numbers::mission_id)
        .select((former_numbers::mission_id, max(former_numbers::number)))
        .load(db)?;
    let mut out: HashMap<Id, i64> = HashMap::new();
    for (mission, number) in borne.into_iter().chain(left) {
        let highest = out.entry(mission).or_default();
        *highest = (*highest).max(number.unwrap_or_default());
    }
    Ok(out)
}

/// The number each of these consignments bears: (consignment, mission, number).
pub(in crate::consignments) fn bearing(db: &mut Db, ids: &[Id]) -> Result<Vec<(Id, Id, i64)>> {
    Ok(consignments::table
        .filter(consignments::id.eq_any(ids))
        .select((consignments::id, consignments::mission_id, consignments::number))
        .load(db)?)
}

/// Every number that was left behind: (consignment, mission, number, when), the first one first.
pub(in crate::consignments) fn all_former(db: &mut Db) -> Result<Vec<(Id, Id, i64, Moment)>> {
    use former_numbers::{consignment_id, mission_id, moved_at, number};
    Ok(former_numbers::table
        .order((moved_at, mission_id, number))
        .select((consignment_id, mission_id, number, moved_at))
        .load(db)?)
}

/// Whether any of these records is a consignment of a mission.
pub(in crate::consignments) fn any_within(db: &mut Db, ids: &[Id], mission: Id) -> Result<bool> {
    for some in ids.chunks(1000) {
        let own = consignments::id.eq_any(some).and(consignments::mission_id.eq(mission));
        if consignments::table.filter(own).count().get_result::<i64>(db)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Consignments of a mission that were filed under the same day and carry a first line of the same quantity: likely the
/// same thing logged twice.
pub(in crate::consignments) fn alike(db: &mut Db, mission: Id, day: i64, milli: i64, unit: &str) -> Result<Vec<Id>> {
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

/// A day a consignment is filed under with a quantity it carries: thousandths of a unit, and which.
pub type Load = (i64, i64, String);

/// As [`alike`], for many at once: what is filed under such a day with such a quantity in its first line, each with the reference others
/// know it by; so many at the most.
pub fn like(db: &mut Db, mission: Id, wanted: &HashSet<Load>, most: usize) -> Result<Vec<(Load, Id, String)>> {
    let mut days: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (day, milli, _) in wanted {
        days.entry(*day).or_default().insert(*milli);
    }
    let days: Vec<(i64, BTreeSet<i64>)> = days.into_iter().collect();
    let mut out: Vec<(Load, Id, String)> = vec![];
    for days in days.chunks(100) {
        let own: Vec<i64> = days.iter().map(|(day, _)| *day).collect();
        let amounts: BTreeSet<i64> = days.iter().flat_map(|(_, amounts)| amounts.iter().copied()).collect();
        for amounts in amounts.into_iter().collect::<Vec<_>>().chunks(400) {
            let rows: Vec<(i64, i64, String, Id, String)> = consignments::table
                .inner_join(lines::table.on(lines::consignment_id.eq(consignments::id)))
                .filter(consignments::mission_id.eq(mission).and(consignments::day.eq_any(&own)))
                .filter(consignments::voided_at.is_null())
                .filter(lines::position.eq(0).and(lines::milli.eq_any(amounts)))
                .order(consignments::id)
                .limit(most as i64)
                .select((consignments::day, lines::milli, lines::unit, consignments::id, consignments::external_ref))
                .load(db)?;
            let loads = rows.into_iter().map(|(day, milli, unit, id, reference)| ((day, milli, unit), id, reference));
            out.extend(loads.filter(|(load, ..)| wanted.contains(load)));
        }
        if out.len() >= most {
            break;
        }
    }
    out.truncate(most);
    Ok(out)
}

/// The numbers these consignments had in other missions: (consignment, mission, number).
pub(in crate::consignments) fn former(db: &mut Db, ids: &[Id]) -> Result<Vec<(Id, Id, i64)>> {
    Ok(former_numbers::table
        .filter(former_numbers::consignment_id.eq_any(ids))
        .order((former_numbers::moved_at, former_numbers::mission_id, former_numbers::number))
        .select((former_numbers::consignment_id, former_numbers::mission_id, former_numbers::number))
        .load(db)?)
}

/// The numbers of a mission that moved away with their consignments: (number, consignment).
pub fn moved_away(db: &mut Db, mission: Id) -> Result<Vec<(i64, Id)>> {
    Ok(former_numbers::table
        .inner_join(consignments::table.on(consignments::id.eq(former_numbers::consignment_id)))
        .filter(former_numbers::mission_id.eq(mission).and(consignments::mission_id.ne(mission)))
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

/// The consignments of a mission that are not void, in order of their numbers after one: (number, id).
pub fn standing_in(db: &mut Db, mission: Id, after: i64, limit: i64) -> Result<Vec<(i64, Id)>> {
    let here = consignments::mission_id.eq(mission).and(consignments::number.gt(after));
    Ok(consignments::table
        .filter(here.and(consignments::voided_at.is_null()))
        .order(consignments::number)
        .limit(limit)
        .select((consignments::number, consignments::id))
        .load(db)?)
}

/// The missions and numbers of some consignments: (id, mission, number).
pub fn numbers(db: &mut Db, ids: &[Id]) -> Result<Vec<(Id, Id, i64)>> {
    let columns = (consignments::id, consignments::mission_id, consignments::number);
    Ok(consignments::table.filter(consignments::id.eq_any(ids)).select(columns).load(db)?)
}

/// The status and date a consignment is listed by, which follow from its events and legs: (status, date, its kind,
/// first day).
pub(in crate::consignments) type Listed = (Status, String, String, i64);

/// What these consignments are listed by, as kept.
pub(in crate::consignments) fn listed(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Listed>> {
    use consignments::{date, date_kind, day, id, status};
    let rows: Vec<(Id, Listed)> =
        consignments::table.filter(id.eq_any(ids)).select((id, (status, date, date_kind, day))).load(db)?;
    Ok(rows.into_iter().collect())
}

/// What a consignment should be listed by.
pub(in crate::consignments) fn listed_by(c: &Consignment) -> Listed {
    let row = row(c, c.created_at);
    (row.status, row.date, row.date_kind, row.day)
}

/// The consignment that bears a number of a mission.
pub fn numbered(db: &mut Db, mission: Id, number: i64) -> Result<Option<Id>> {
    let here = consignments::mission_id.eq(mission).and(consignments::number.eq(number));
    Ok(consignments::table.filter(here).select(consignments::id).first(db).optional()?)
}

/// How many consignments there are.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(consignments::table.count().get_result(db)?)
}

/// Which of these numbers of a mission are a consignment's, or were.
pub(in crate::consignments) fn taken_numbers(db: &mut Db, mission: Id, numbers: &[i64]) -> Result<Vec<i64>> {
    let mut out = vec![];
    for numbers in numbers.chunks(super::BATCH) {
        let borne = consignments::table
            .filter(consignments::mission_id.eq(mission).and(consignments::number.eq_any(numbers)))
            .select(consignments::number);
        out.extend(borne.load::<i64>(db)?);
        let left = former_numbers::table
            .filter(former_numbers::mission_id.eq(mission).and(former_numbers::number.eq_any(numbers)))
            .select(former_numbers::number);
        out.extend(left.load::<i64>(db)?);
    }
    Ok(out)
}

/// The conflicting reports of a mission between which nobody has chosen, of one group or of all: by group and number.
pub fn contested(db: &mut Db, mission: Id, group: Option<&str>) -> Result<Vec<Id>> {
    let mut query = consignments::table
        .filter(consignments::mission_id.eq(mission).and(consignments::contested.ne("")))
        .filter(consignments::voided_at.is_null())
        .order((consignments::contested, consignments::number))
        .select(consignments::id)
        .into_boxed();
    if let Some(group) = group {
        query = query.filter(consignments::contested.eq(group.to_string()));
    }
    Ok(query.load(db)?)
}

/// The consignments of a mission that bear these references of others, each with its reference; void ones left out.
pub fn referred(db: &mut Db, mission: Id, references: &[String]) -> Result<Vec<(String, Id)>> {
    let mut out = vec![];
    for references in references.chunks(super::BATCH) {
        let query = consignments::table
            .filter(consignments::mission_id.eq(mission).and(consignments::external_ref.eq_any(references)))
            .filter(consignments::external_ref.ne("").and(consignments::voided_at.is_null()))
            .order(consignments::number)
            .select((consignments::external_ref, consignments::id));
        out.extend(query.load::<(String, Id)>(db)?);
    }
    Ok(out)
}

/// The consignments of a mission that bear these numbers.
pub fn bearing_numbers(db: &mut Db, mission: Id, numbers: &[i64]) -> Result<Vec<(i64, Id)>> {
    let mut out = vec![];
    for numbers in numbers.chunks(super::BATCH) {
        let query = consignments::table
            .filter(consignments::mission_id.eq(mission).and(consignments::number.eq_any(numbers)))
            .select((consignments::number, consignments::id));
        out.extend(query.load::<(i64, Id)>(db)?);
    }
    Ok(out)
}
