//! The legs of the form: how the goods travel, from where to where, and when.

use super::{figures::count, line::own_id};
use crate::{
    accounts::Visitor,
    consignments::model::{Document, Leg, TransportUnit},
    db::Db,
    error::Result,
    names::Known,
    values::Mode,
    web::{Input, Problems, Row},
};

/// The most legs one consignment takes.
const MOST_LEGS: usize = 40;

/// The fields that make a leg.
pub const LEG: &[&str] = &[
    "mode",
    "from",
    "via",
    "to",
    "carrier",
    "document",
    "units",
    "planned_departure",
    "departed",
    "planned_arrival",
    "arrived",
];

/// The rows of legs that hold something.
pub(super) fn leg_rows(input: &Input) -> Vec<Row<'_>> {
    input.rows("leg").into_iter().filter(|row| !row.blank(LEG)).collect()
}

pub(super) fn legs(db: &mut Db, input: &Input, p: &mut Problems, who: &Visitor, known: &mut Known) -> Result<Vec<Leg>> {
    let rows = leg_rows(input);
    if rows.len() > MOST_LEGS {
        p.add_with("", "error-too-many-legs", [("most", MOST_LEGS.to_string())]);
    }
    let mut out = vec![];
    for row in rows.into_iter().take(MOST_LEGS) {
        out.push(leg(db, row, p, who, known)?);
    }
    if out.is_empty() {
        let first = input.rows("leg").first().map_or("leg.0.mode".to_string(), |row| row.name("mode"));
        p.add(&first, "error-mode-empty");
    }
    Ok(out)
}

fn leg(db: &mut Db, row: Row<'_>, p: &mut Problems, who: &Visitor, known: &mut Known) -> Result<Leg> {
    let mode = match row.get("mode") {
        "" => {
            p.add(&row.name("mode"), "error-mode-empty");
            None
        }
        code => {
            let mode = Mode::from_code(code);
            if mode.is_none() {
                p.add(&row.name("mode"), "error-choose");
            }
            mode
        }
    };
    let mode = mode.unwrap_or(Mode::NotStated);
    let document_type = match row.get("document_type") {
        "" => None,
        code => {
            let kind = Document::from_code(code);
            if kind.is_none() {
                p.add(&row.name("document_type"), "error-choose");
            }
            kind
        }
    };
    let unit_kind = match row.get("unit_kind") {
        "" => usual_unit(mode),
        code => TransportUnit::from_code(code).unwrap_or_else(|| {
            p.add(&row.name("unit_kind"), "error-choose");
            TransportUnit::Other
        }),
    };
    Ok(Leg {
        id: own_id(row),
        mode,
        from: known.place(db, p, &row.name("from"), row.get("from"), who)?,
        via: known.place(db, p, &row.name("via"), row.get("via"), who)?,
        to: known.place(db, p, &row.name("to"), row.get("to"), who)?,
        carrier: known.organisation(db, p, &row.name("carrier"), row.get("carrier"), who)?,
        document_type,
        document: row.get("document").into(),
        units: count(p, &row.name("units"), row.get("units")),
        unit_kind,
        planned_departure: p.date(&row.name("planned_departure"), row.get("planned_departure")),
        departed: p.date(&row.name("departed"), row.get("departed")),
        planned_arrival: p.date(&row.name("planned_arrival"), row.get("planned_arrival")),
        arrived: p.date(&row.name("arrived"), row.get("arrived")),
    })
}

/// What usually carries goods in a mode.
pub fn usual_unit(mode: Mode) -> TransportUnit {
    match mode {
        Mode::Rail => TransportUnit::Wagon,
        Mode::Road => TransportUnit::Truck,
        Mode::Air => TransportUnit::Flight,
        Mode::Sea | Mode::Inland => TransportUnit::Vessel,
        _ => TransportUnit::Other,
    }
}
