//! The rows of consignments, their lines, legs and events, and what they say.

use crate::{
    catalogue::Category,
    consignments::{
        journey::{Event, Milestone, Status},
        model::{
            Amendment, Attachment, Body, Consignment, DateKind, Document, Fate, Finding, Good, Leg, Line, ListedUnit,
            Paper, Reason, Sharing, TransportUnit, Void, WeightKind,
        },
    },
    db::schema::{
        amendments, attachments, consignments, event_units, events, findings, legs, line_goods, lines, transport_units,
    },
    error::Result,
    history::state_of,
    missions,
    values::{Comma, Currency, Id, Mode, Moment, Money, Packaging, When},
};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = consignments, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) mission_id: Id,
    pub(super) number: i64,
    pub(super) external_ref: String,
    pub(super) consignor_id: Option<Id>,
    pub(super) donor_id: Option<Id>,
    pub(super) consignee_id: Option<Id>,
    pub(super) stated_weight: Option<i64>,
    pub(super) stated_weight_kind: WeightKind,
    pub(super) stated_packages: Option<i64>,
    pub(super) value_minor: Option<i64>,
    pub(super) value_currency: String,
    pub(super) freight_minor: Option<i64>,
    pub(super) freight_currency: String,
    pub(super) insurance_minor: Option<i64>,
    pub(super) insurance_currency: String,
    pub(super) source: String,
    pub(super) reported: String,
    pub(super) remarks: String,
    pub(super) main_leg: i64,
    pub(super) status: Status,
    pub(super) date: String,
    pub(super) date_kind: String,
    pub(super) day: i64,
    pub(super) void_reason: String,
    pub(super) voided_at: Option<Moment>,
    pub(super) posted: String,
    pub(super) version: i64,
    pub(super) created_at: Moment,
    pub(super) updated_at: Moment,
    pub(super) contested: String,
}

#[derive(PartialEq, Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = lines, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct LineRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) position: i64,
    pub(super) sharing: Sharing,
    pub(super) qualifier: String,
    pub(super) milli: i64,
    pub(super) unit: String,
    pub(super) packages: String,
    pub(super) net_weight: Option<i64>,
    pub(super) gross_weight: Option<i64>,
    pub(super) volume: Option<i64>,
    pub(super) batch: String,
    pub(super) expiry: String,
    pub(super) hs: String,
    pub(super) value_minor: Option<i64>,
    pub(super) value_currency: String,
    pub(super) cost_minor: Option<i64>,
    pub(super) cost_currency: String,
    pub(super) donor_id: Option<Id>,
    pub(super) note: String,
    pub(super) cold: String,
    pub(super) dangerous: String,
    pub(super) found_by: Option<Id>,
}

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = line_goods, treat_none_as_default_value = false)]
pub(super) struct GoodRow {
    pub(super) line_id: Id,
    pub(super) position: i64,
    pub(super) consignment_id: Id,
    pub(super) item_id: Option<Id>,
    pub(super) name: String,
    pub(super) category: Category,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = legs, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct LegRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) position: i64,
    pub(super) mode: Mode,
    pub(super) from_id: Option<Id>,
    pub(super) via_id: Option<Id>,
    pub(super) to_id: Option<Id>,
    pub(super) carrier_id: Option<Id>,
    pub(super) document_type: String,
    pub(super) document: String,
    pub(super) units: Option<i64>,
    pub(super) unit_kind: TransportUnit,
    pub(super) planned_departure: String,
    pub(super) planned_arrival: String,
}

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub(super) struct EventRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) milestone: Milestone,
    pub(super) leg_id: Option<Id>,
    pub(super) happened: String,
    pub(super) note: String,
    pub(super) recorded_at: Moment,
    pub(super) recorded_by: String,
    pub(super) supersedes: Option<Id>,
    pub(super) withdrawn_at: Option<Moment>,
    pub(super) place_id: Option<Id>,
    pub(super) units: Option<i64>,
    pub(super) receipt_id: Option<Id>,
}

#[derive(PartialEq, Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = transport_units, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct UnitRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) leg_id: Id,
    pub(super) position: i64,
    pub(super) number: String,
    pub(super) seals: String,
    pub(super) gross: Option<i64>,
    pub(super) tare: Option<i64>,
    pub(super) net: Option<i64>,
    pub(super) ticket: String,
    pub(super) contents: String,
    pub(super) trailer: String,
    pub(super) driver: String,
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = event_units)]
pub(super) struct EventUnitRow {
    pub(super) event_id: Id,
    pub(super) unit_id: Id,
    pub(super) consignment_id: Id,
}

#[derive(PartialEq, Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = findings, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct FindingRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) document_id: Id,
    pub(super) line_id: Id,
    pub(super) part: i64,
    pub(super) fate: Fate,
    pub(super) reason: Reason,
    pub(super) milli: i64,
    pub(super) counted: String,
    pub(super) note: String,
    pub(super) taken_by: Option<Id>,
    pub(super) withdrawn_at: Option<Moment>,
}

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = amendments, treat_none_as_default_value = false)]
pub(super) struct AmendmentRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) number: i64,
    pub(super) figure: String,
    pub(super) row_id: Option<Id>,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) reason: String,
    pub(super) source: String,
    pub(super) recorded_at: Moment,
    pub(super) recorded_by: String,
}

#[derive(PartialEq, Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = attachments, treat_none_as_default_value = false)]
pub(super) struct AttachmentRow {
    pub(super) id: Id,
    pub(super) consignment_id: Id,
    pub(super) receipt_id: Option<Id>,
    pub(super) paper: Paper,
    pub(super) sha256: String,
    pub(super) size: i64,
    pub(super) media: String,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) recorded_by: String,
    pub(super) recorded_at: Moment,
    pub(super) void_reason: String,
    pub(super) voided_at: Option<Moment>,
}

/// What a consignment has besides what its form states; a house that never needed any has the fingerprints it always had.
#[derive(Default, serde::Serialize)]
pub(super) struct More {
    pub(super) units: Vec<UnitRow>,
    pub(super) event_units: Vec<EventUnitRow>,
    pub(super) findings: Vec<FindingRow>,
    pub(super) amendments: Vec<AmendmentRow>,
    pub(super) attachments: Vec<AttachmentRow>,
}

impl More {
    fn is_empty(&self) -> bool {
        self.units.is_empty()
            && self.event_units.is_empty()
            && self.findings.is_empty()
            && self.amendments.is_empty()
            && self.attachments.is_empty()
    }

    /// The rows of a consignment.
    pub(super) fn of(c: &Consignment) -> Self {
        Self {
            units: unit_rows(c),
            event_units: event_unit_rows(c.id, &c.events),
            findings: finding_rows(c),
            amendments: amendment_rows(c),
            attachments: attachment_rows(c),
        }
    }
}

pub(super) fn row(c: &Consignment, now: Moment) -> Row {
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
        contested: c.contested.clone(),
    }
}

pub(super) fn leg_rows(c: &Consignment) -> Vec<LegRow> {
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

pub(super) fn line_rows(c: &Consignment) -> Vec<LineRow> {
    let rows = c.body.lines.iter().enumerate().map(|(n, line)| LineRow {
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
        cold: line.cold.clone(),
        dangerous: line.dangerous.clone(),
        found_by: line.found_by,
    });
    rows.collect()
}

pub(super) fn good_rows(c: &Consignment) -> Vec<GoodRow> {
    let goods =
        c.body.lines.iter().flat_map(|line| line.goods.iter().enumerate().map(move |(n, good)| (line, n, good)));
    let rows = goods.map(|(line, n, good)| GoodRow {
        line_id: line.id,
        position: n as i64,
        consignment_id: c.id,
        item_id: good.item,
        name: good.name.clone(),
        category: good.category,
    });
    rows.collect()
}

/// The fingerprint of a consignment, with its lines, legs and events.
pub fn state(c: &Consignment) -> Result<String> {
    let mut events = event_rows(c.id, &c.events);
    // An event outlives its leg, and forgets it.
    for event in &mut events {
        event.leg_id = event.leg_id.filter(|id| c.body.legs.iter().any(|leg| leg.id == *id));
    }
    state_of_rows(row(c, c.created_at), leg_rows(c), line_rows(c), good_rows(c), events, More::of(c))
}

/// The fingerprint that rows come to, as they are written or as they stand.
pub(super) fn state_of_rows(
    own: Row,
    legs: Vec<LegRow>,
    lines: Vec<LineRow>,
    goods: Vec<GoodRow>,
    mut events: Vec<EventRow>,
    mut more: More,
) -> Result<String> {
    events.sort_by_key(|event| event.id);
    let own = Row { updated_at: own.created_at, ..own };
    if more.is_empty() {
        return state_of(&(own, legs, lines, goods, events));
    }
    more.event_units.sort_unstable();
    more.findings.sort_by_key(|finding| finding.id);
    more.amendments.sort_by_key(|amendment| amendment.number);
    more.attachments.sort_by_key(|attachment| attachment.id);
    state_of(&(own, legs, lines, goods, events, more))
}

pub(super) fn unit_rows(c: &Consignment) -> Vec<UnitRow> {
    let rows = c.units.iter().enumerate().map(|(n, unit)| UnitRow {
        id: unit.id,
        consignment_id: c.id,
        leg_id: unit.leg,
        position: n as i64,
        number: unit.number.clone(),
        seals: unit.seals.clone(),
        gross: unit.gross,
        tare: unit.tare,
        net: unit.net,
        ticket: unit.ticket.clone(),
        contents: unit.contents.clone(),
        trailer: unit.trailer.clone(),
        driver: unit.driver.clone(),
    });
    rows.collect()
}

pub(super) fn unit(row: UnitRow) -> ListedUnit {
    ListedUnit {
        id: row.id,
        leg: row.leg_id,
        number: row.number,
        seals: row.seals,
        gross: row.gross,
        tare: row.tare,
        net: row.net,
        ticket: row.ticket,
        contents: row.contents,
        trailer: row.trailer,
        driver: row.driver,
    }
}

pub(super) fn event_unit_rows(consignment: Id, events: &[Event]) -> Vec<EventUnitRow> {
    let rows = events.iter().flat_map(|event| {
        event.which.iter().map(|unit| EventUnitRow { event_id: event.id, unit_id: *unit, consignment_id: consignment })
    });
    rows.collect()
}

pub(super) fn finding_rows(c: &Consignment) -> Vec<FindingRow> {
    let rows = c.findings.iter().map(|found| FindingRow {
        id: found.id,
        consignment_id: c.id,
        document_id: found.document,
        line_id: found.line,
        part: found.part,
        fate: found.fate,
        reason: found.reason,
        milli: found.milli,
        counted: found.counted.clone(),
        note: found.note.clone(),
        taken_by: found.taken_by,
        withdrawn_at: found.withdrawn_at,
    });
    rows.collect()
}

pub(super) fn finding(row: FindingRow) -> Finding {
    Finding {
        id: row.id,
        document: row.document_id,
        line: row.line_id,
        part: row.part,
        fate: row.fate,
        reason: row.reason,
        milli: row.milli,
        counted: row.counted,
        note: row.note,
        taken_by: row.taken_by,
        withdrawn_at: row.withdrawn_at,
    }
}

pub(super) fn amendment_rows(c: &Consignment) -> Vec<AmendmentRow> {
    let rows = c.amendments.iter().map(|amendment| AmendmentRow {
        id: amendment.id,
        consignment_id: c.id,
        number: amendment.number,
        figure: amendment.figure.clone(),
        row_id: amendment.row,
        old: amendment.old.clone(),
        new: amendment.new.clone(),
        reason: amendment.reason.clone(),
        source: amendment.source.clone(),
        recorded_at: amendment.at,
        recorded_by: person(amendment.by),
    });
    rows.collect()
}

pub(super) fn amendment(row: AmendmentRow) -> Amendment {
    Amendment {
        id: row.id,
        number: row.number,
        figure: row.figure,
        row: row.row_id,
        old: row.old,
        new: row.new,
        reason: row.reason,
        source: row.source,
        at: row.recorded_at,
        by: row.recorded_by.parse().ok(),
    }
}

pub(super) fn attachment_rows(c: &Consignment) -> Vec<AttachmentRow> {
    let rows = c.attachments.iter().map(|attachment| AttachmentRow {
        id: attachment.id,
        consignment_id: c.id,
        receipt_id: attachment.receipt,
        paper: attachment.paper,
        sha256: attachment.sha256.clone(),
        size: attachment.size,
        media: attachment.media.clone(),
        name: attachment.name.clone(),
        note: attachment.note.clone(),
        recorded_by: person(attachment.by),
        recorded_at: attachment.at,
        void_reason: attachment.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default(),
        voided_at: attachment.void.as_ref().map(|void| void.at),
    });
    rows.collect()
}

pub(super) fn attachment(row: AttachmentRow) -> Attachment {
    Attachment {
        id: row.id,
        receipt: row.receipt_id,
        paper: row.paper,
        sha256: row.sha256,
        size: row.size,
        media: row.media,
        name: row.name,
        note: row.note,
        by: row.recorded_by.parse().ok(),
        at: row.recorded_at,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
    }
}

/// Who recorded something, as it is kept; empty where it was the program.
fn person(id: Option<Id>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

pub(super) fn event_rows(consignment: Id, new: &[Event]) -> Vec<EventRow> {
    new.iter()
        .map(|e| EventRow {
            id: e.id,
            consignment_id: consignment,
            milestone: e.milestone,
            leg_id: e.leg,
            happened: iso(e.happened),
            note: e.remark.clone(),
            recorded_at: e.recorded_at,
            recorded_by: person(e.by),
            supersedes: e.supersedes,
            withdrawn_at: e.withdrawn_at,
            place_id: e.place,
            units: e.units,
            receipt_id: e.receipt,
        })
        .collect()
}

/// What belongs to a consignment's row.
#[derive(Default)]
pub(super) struct Rest {
    pub(super) lines: Vec<Line>,
    pub(super) legs: Vec<Leg>,
    pub(super) events: Vec<Event>,
    pub(super) units: Vec<ListedUnit>,
    pub(super) findings: Vec<Finding>,
    pub(super) amendments: Vec<Amendment>,
    pub(super) attachments: Vec<Attachment>,
}

pub(super) fn consignment(row: Row, rest: Rest) -> Consignment {
    let Rest { lines, legs, events, units, findings, amendments, attachments } = rest;
    let mut consignment = Consignment {
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
            status: Status::Planned,
            received: None,
        },
        contested: row.contested,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
        events,
        units,
        findings,
        amendments,
        attachments,
        version: row.version,
        posted: row.posted,
        created_at: row.created_at,
    };
    consignment.settle();
    consignment
}

pub(super) fn line(row: LineRow, goods: Vec<Good>) -> Result<Line> {
    Ok(Line {
        id: row.id,
        goods,
        sharing: row.sharing,
        quantity: missions::quantity(&row.qualifier, row.milli, &row.unit)?,
        // Most lines have none, and reading even nothing takes its time.
        packages: Some(&row.packages)
            .filter(|text| !text.is_empty())
            .and_then(|text| Packaging::read(text, Comma::Groups).ok()),
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
        cold: row.cold,
        dangerous: row.dangerous,
        found_by: row.found_by,
    })
}

/// A line's figures: its id, sharing, qualifier, amount, unit, packages, net and gross weight, the receipt that found it.
pub(super) type FiguresAlone = (Id, Sharing, String, i64, String, String, Option<i64>, Option<i64>, Option<Id>);

/// A line of which only the figures are read.
pub(super) fn figures_alone(
    (id, sharing, qualifier, milli, unit, packages, net, gross, found_by): FiguresAlone,
    goods: Vec<Good>,
) -> Result<Line> {
    let (text, none) = (String::new, None::<i64>);
    line(
        LineRow {
            id,
            consignment_id: id,
            position: 0,
            sharing,
            qualifier,
            milli,
            unit,
            packages,
            net_weight: net,
            gross_weight: gross,
            volume: none,
            batch: text(),
            expiry: text(),
            hs: text(),
            value_minor: none,
            value_currency: text(),
            cost_minor: none,
            cost_currency: text(),
            donor_id: None,
            note: text(),
            cold: text(),
            dangerous: text(),
            found_by,
        },
        goods,
    )
}

/// A leg; when it was left and when it ended follows from the events.
pub(super) fn leg(row: LegRow) -> Leg {
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
        departed: None,
        planned_arrival: When::from_iso(&row.planned_arrival),
        arrived: None,
    }
}

pub(super) fn event(row: EventRow, which: Vec<Id>) -> Event {
    Event {
        id: row.id,
        milestone: row.milestone,
        leg: row.leg_id,
        place: row.place_id,
        units: row.units,
        which,
        remark: row.note,
        receipt: row.receipt_id,
        by: row.recorded_by.parse().ok(),
        happened: When::from_iso(&row.happened),
        recorded_at: row.recorded_at,
        supersedes: row.supersedes,
        withdrawn_at: row.withdrawn_at,
    }
}

pub(super) fn iso(when: Option<When>) -> String {
    when.map(When::iso).unwrap_or_default()
}

pub(super) fn minor(money: Option<Money>) -> Option<i64> {
    money.map(Money::minor)
}

pub(super) fn currency(money: Option<Money>) -> String {
    money.map(|m| m.currency().code().to_string()).unwrap_or_default()
}

fn money(minor: Option<i64>, currency: &str) -> Option<Money> {
    Money::new(minor?, Currency::from_code(currency)?)
}
