//! Writing consignments with their lines, legs and events.

use super::{
    BATCH,
    kept::{insert_term_rows, term_rows},
    reading::listed_by,
    rows::{
        AmendmentRow, AttachmentRow, EventRow, EventUnitRow, FindingRow, GoodRow, LegRow, LineRow, Row, UnitRow,
        amendment_rows, attachment_rows, event_rows, event_unit_rows, finding_rows, good_rows, leg_rows, line_rows,
        row, unit_rows,
    },
};
use crate::{
    consignments::{journey::Event, model::Consignment, papers::Required},
    db::{
        Db,
        schema::{
            amendments, attachments, consignments, event_units, events, findings, former_numbers, legs, line_goods,
            lines, required_papers, transport_units,
        },
    },
    each,
    error::Result,
    values::{Id, Moment},
};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Writes what a consignment is listed by, and nothing else.
pub(in crate::consignments) fn update_listed(db: &mut Db, c: &Consignment) -> Result<()> {
    use consignments::{date, date_kind, day, status};
    let (s, d, kind, first) = listed_by(c);
    diesel::update(consignments::table.find(c.id))
        .set((status.eq(s), date.eq(d), date_kind.eq(kind), day.eq(first)))
        .execute(db)?;
    Ok(())
}

/// Writes a new consignment.
pub(in crate::consignments) fn insert(db: &mut Db, c: &Consignment) -> Result<()> {
    diesel::insert_into(consignments::table).values(row(c, c.created_at)).execute(db)?;
    insert_legs(db, leg_rows(c))?;
    insert_lines(db, std::slice::from_ref(c))?;
    insert_events(db, event_rows(c.id, &c.events))
}

/// Writes many new consignments, with what they are found under.
pub(in crate::consignments) fn insert_many(
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
    // In the order of their key: one page after the other is filled, instead of every page by turns.
    let mut found_under: Vec<_> = all.iter().flat_map(|c| term_rows(c, terms(c))).collect();
    found_under.sort_unstable();
    insert_term_rows(db, found_under)
}

/// Writes a changed consignment over the old one: its lines, legs and units by id (receipts and events hang on them), what is
/// new of its events, findings and amendments.
pub(in crate::consignments) fn update(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let now = Moment::now();
    diesel::update(consignments::table.find(after.id)).set(row(after, now)).execute(db)?;
    update_lines(db, before, after)?;
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
    update_units(db, before, after)?;
    insert_events(db, event_rows(after.id, &new))?;
    insert_event_units(db, event_unit_rows(after.id, &new))?;
    update_findings(db, before, after)?;
    insert_amendments(db, amendment_rows(after).split_off(before.amendments.len()))?;
    update_attachments(db, before, after)?;
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

fn update_lines(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let old: HashMap<Id, LineRow> = line_rows(before).into_iter().map(|row| (row.id, row)).collect();
    let mut new = vec![];
    for row in line_rows(after) {
        match old.get(&row.id) {
            None => new.push(row),
            Some(same) if *same == row => {}
            Some(_) => {
                diesel::update(lines::table.find(row.id)).set(row).execute(db)?;
            }
        }
    }
    diesel::delete(line_goods::table.filter(line_goods::consignment_id.eq(after.id))).execute(db)?;
    let gone: Vec<Id> = old.into_keys().filter(|id| !after.body.lines.iter().any(|line| line.id == *id)).collect();
    for gone in gone.chunks(BATCH) {
        diesel::delete(lines::table.filter(lines::id.eq_any(gone))).execute(db)?;
    }
    insert_line_rows(db, new)?;
    insert_goods(db, good_rows(after))
}

fn update_units(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let old: HashMap<Id, UnitRow> = unit_rows(before).into_iter().map(|row| (row.id, row)).collect();
    let mut new = vec![];
    for row in unit_rows(after) {
        match old.get(&row.id) {
            None => new.push(row),
            Some(same) if *same == row => {}
            Some(_) => {
                diesel::update(transport_units::table.find(row.id)).set(row).execute(db)?;
            }
        }
    }
    let gone: Vec<Id> = old.into_keys().filter(|id| !after.units.iter().any(|unit| unit.id == *id)).collect();
    for gone in gone.chunks(BATCH) {
        diesel::delete(transport_units::table.filter(transport_units::id.eq_any(gone))).execute(db)?;
    }
    for rows in new.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(transport_units::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Findings are added; of those that are there only whether they count may change.
fn update_findings(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let old: HashMap<Id, FindingRow> = finding_rows(before).into_iter().map(|row| (row.id, row)).collect();
    let mut new = vec![];
    for row in finding_rows(after) {
        match old.get(&row.id) {
            None => new.push(row),
            Some(same) if *same == row => {}
            Some(_) => {
                let counts = (findings::taken_by.eq(row.taken_by), findings::withdrawn_at.eq(row.withdrawn_at));
                diesel::update(findings::table.find(row.id)).set(counts).execute(db)?;
            }
        }
    }
    for rows in new.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(findings::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Attachments are added; of those that are there only whether they stand may change.
fn update_attachments(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    let old: HashMap<Id, AttachmentRow> = attachment_rows(before).into_iter().map(|row| (row.id, row)).collect();
    for row in attachment_rows(after) {
        match old.get(&row.id) {
            None => {
                diesel::insert_into(attachments::table).values(row).execute(db)?;
            }
            Some(same) if *same == row => {}
            Some(_) => {
                let void = (attachments::void_reason.eq(row.void_reason), attachments::voided_at.eq(row.voided_at));
                diesel::update(attachments::table.find(row.id)).set(void).execute(db)?;
            }
        }
    }
    Ok(())
}

/// Writes which papers a mission asks for, over what it asked for.
pub(in crate::consignments) fn replace_required(db: &mut Db, mission: Id, all: &[Required]) -> Result<()> {
    use required_papers::{mission_id, mode, paper};
    diesel::delete(required_papers::table.filter(mission_id.eq(mission))).execute(db)?;
    for (of, wanted) in all {
        let row = (mission_id.eq(mission), mode.eq(of), paper.eq(wanted));
        diesel::insert_into(required_papers::table).values(row).execute(db)?;
    }
    Ok(())
}

fn insert_amendments(db: &mut Db, rows: Vec<AmendmentRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(amendments::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_event_units(db: &mut Db, rows: Vec<EventUnitRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(event_units::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_legs(db: &mut Db, rows: Vec<LegRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(legs::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_lines(db: &mut Db, all: &[Consignment]) -> Result<()> {
    insert_line_rows(db, all.iter().flat_map(line_rows).collect())?;
    insert_goods(db, all.iter().flat_map(good_rows).collect())
}

fn insert_line_rows(db: &mut Db, rows: Vec<LineRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(lines::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_goods(db: &mut Db, rows: Vec<GoodRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(line_goods::table).values(rows).execute(conn))?;
    }
    Ok(())
}

fn insert_events(db: &mut Db, rows: Vec<EventRow>) -> Result<()> {
    for rows in rows.chunks(BATCH) {
        each!(db, conn => diesel::insert_into(events::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Remembers the number a consignment leaves behind in its mission.
pub(in crate::consignments) fn leave_number(db: &mut Db, c: &Consignment) -> Result<()> {
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
