//! A consignment as typed, and what it means. Required: what, how much, how, when; "not stated" is an answer to the last
//! three (design 9.5). Everything else may be left empty.

mod fields;
mod figures;
mod leg;
mod line;
mod step;

pub use fields::fields;
pub use figures::{money, weight};
pub use leg::{LEG, usual_unit};
pub use line::{LINE, MOST_LINES, found_line, split_goods};
pub use step::{StepDraft, UnitDraft, some_units, step, unit_rows, when};

pub(super) use line::{MOST_GOODS, named_goods, quantity_of};

use super::{
    journey::{Status, implied, status_of},
    model::{Body, Leg, WeightKind},
};
use crate::{
    accounts::Visitor,
    db::Db,
    error::Result,
    names::Known,
    values::{Id, When, names::LONGEST_NAME},
    web::{Input, Problems},
};
use figures::count;
use leg::{leg_rows, legs};
use line::lines;

/// Reads a consignment. Organisations, places and goods it names for the first time are made, in the transaction around
/// it.
pub fn check(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Body, Problems>> {
    check_with(db, input, who, &mut Known::default())
}

/// [`check`], for one of many that name the same records.
pub fn check_with(db: &mut Db, input: &Input, who: &Visitor, known: &mut Known) -> Result<Result<Body, Problems>> {
    let lang = who.lang;
    let mut problems = Problems::of(input, lang);
    let p = &mut problems;
    let lines = lines(db, input, p, who, known)?;
    let mut legs = legs(db, input, p, who, known)?;
    let received = p.date("received", input.get("received"));
    let reported = p.date("reported", input.get("reported"));
    let status = status(input, p);
    if legs.is_empty() {
        legs.push(Leg::blank(input.get("leg.0.id").parse().unwrap_or_else(|_| Id::fresh())));
    }
    dates_said(input, p, &legs, received.or(reported));
    in_order(input, p, &legs, received);
    // The main leg is named by its row, so that it stays the same leg when another is taken away.
    let rows: Vec<usize> = leg_rows(input).iter().map(|row| row.index).collect();
    let main_leg = rows.iter().position(|index| index.to_string() == input.get("main_leg")).unwrap_or(0);
    let body = Body {
        external_ref: short(p, input, "external_ref"),
        consignor: known.organisation(db, p, "consignor", input.get("consignor"), who)?,
        donor: known.organisation(db, p, "donor", input.get("donor"), who)?,
        consignee: known.organisation(db, p, "consignee", input.get("consignee"), who)?,
        lines,
        legs,
        main_leg,
        stated_weight: weight(p, "stated_weight", input.get("stated_weight")),
        stated_weight_kind: chosen(p, input, "stated_weight_kind", WeightKind::from_code, WeightKind::Unsaid),
        stated_packages: count(p, "stated_packages", input.get("stated_packages")),
        value: money(p, "value", input.get("value")),
        freight: money(p, "freight", input.get("freight")),
        insurance: money(p, "insurance", input.get("insurance")),
        source: input.get("source").into(),
        reported,
        remarks: input.get("remarks").into(),
        status: Status::Planned,
        received,
    };
    let body = with_status(p, body, status);
    Ok(problems.or(|| body))
}

/// Settles how far the consignment has come: what its dates say, or what was chosen when that is further.
fn with_status(p: &mut Problems, mut body: Body, chosen: Option<Status>) -> Body {
    let by_dates = status_of(&implied(&body), body.legs.last().map(|l| l.id));
    match chosen {
        Some(chosen) if chosen < by_dates => {
            let said = |s: Status| p.lang().say(&format!("status-{}", s.code().replace('_', "-")));
            let args = [("chosen", said(chosen)), ("dates", said(by_dates))];
            p.add_with("status", "error-status-behind-dates", args);
        }
        Some(chosen) => body.status = chosen,
        None => body.status = by_dates,
    }
    body
}

fn status(input: &Input, p: &mut Problems) -> Option<Status> {
    match input.get("status") {
        "" => None,
        code => {
            let status = Status::from_code(code).filter(|status| *status != Status::PartlyReceived);
            if status.is_none() {
                p.add("status", "error-choose");
            }
            status
        }
    }
}

/// When: some date, or the box that says that none is stated.
fn dates_said(input: &Input, p: &mut Problems, legs: &[Leg], other: Option<When>) {
    let told = other.is_some()
        || legs.iter().any(|l| l.departed.or(l.arrived).or(l.planned_departure).or(l.planned_arrival).is_some());
    let tried = input.rows("leg").iter().any(|row| {
        ["planned_departure", "departed", "planned_arrival", "arrived"].iter().any(|f| p.on(&row.name(f)).is_some())
    }) || p.on("received").or(p.on("reported")).is_some();
    if !told && !tried && input.get("dates_unsaid") != "1" {
        let first = input.rows("leg").first().map_or("leg.0.departed".to_string(), |row| row.name("departed"));
        p.add(&first, "error-date-empty");
    }
}

/// Nothing arrives before it left: refused only where no reading of the two dates allows it.
fn in_order(input: &Input, p: &mut Problems, legs: &[Leg], received: Option<When>) {
    let rows = leg_rows(input);
    for (leg, row) in legs.iter().zip(&rows) {
        for (from, to, field) in
            [(leg.departed, leg.arrived, "arrived"), (leg.planned_departure, leg.planned_arrival, "planned_arrival")]
        {
            if let (Some(from), Some(to)) = (from, to)
                && to.last() < from.first()
            {
                p.add(&row.name(field), "error-arrives-before-leaving");
            }
        }
    }
    let left = legs.first().and_then(|l| l.departed);
    if let (Some(left), Some(received)) = (left, received)
        && received.last() < left.first()
    {
        p.add("received", "error-received-before-leaving");
    }
}

fn short(p: &mut Problems, input: &Input, field: &str) -> String {
    let typed = input.get(field);
    if typed.chars().count() > LONGEST_NAME && p.on(field).is_none() {
        p.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    }
    typed.into()
}

fn chosen<T>(p: &mut Problems, input: &Input, field: &str, read: fn(&str) -> Option<T>, default: T) -> T {
    match input.get(field) {
        "" => default,
        code => read(code).unwrap_or_else(|| {
            p.add(field, "error-choose");
            default
        }),
    }
}
