//! A loss report as typed.

use super::model::{Disposition, Loss, Stage};
use crate::{
    accounts::Visitor,
    consignments::{Consignment, actions::Found, form as load},
    db::Db,
    error::Result,
    names,
    receipts::form::{finding_rows, leg},
    values::{Id, Moment, names::LONGEST_NAME},
    web::{Input, Problems},
};

/// The numbers of other papers.
const NUMBERS: &[&str] = &["commercial_act", "police_report", "survey_report"];

/// Reads a loss report of a consignment: the document, and what it found where it is of an incident.
pub fn check(
    db: &mut Db,
    c: &Consignment,
    id: Id,
    input: &Input,
    who: &Visitor,
) -> Result<Result<(Loss, Found), Problems>> {
    let mut problems = Problems::of(input, who.lang);
    let p = &mut problems;
    let happened = load::when(input, p);
    let place = names::place(db, p, "place", input.get("place"), who)?;
    let receipt: Option<Id> = input.get("receipt").parse().ok();
    for field in NUMBERS {
        if input.get(field).chars().count() > LONGEST_NAME && p.on(field).is_none() {
            p.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
        }
    }
    if input.get("circumstances").is_empty() {
        p.add("circumstances", "error-circumstances-empty");
    }
    let stage = Stage::from_code(input.get("stage")).unwrap_or(Stage::Unsaid);
    let disposition = Disposition::from_code(input.get("disposition")).unwrap_or(Disposition::Unsaid);
    let loss = Loss {
        id,
        consignment: c.id,
        number: 0,
        receipt,
        happened,
        place,
        leg: if stage == Stage::Leg { leg(c, input, p) } else { None },
        stage,
        circumstances: input.get("circumstances").into(),
        disposition,
        value: load::money(p, "value", input.get("value")),
        commercial_act: input.get("commercial_act").into(),
        police_report: input.get("police_report").into(),
        survey_report: input.get("survey_report").into(),
        posted: String::new(),
        by: who.by.person,
        at: Moment::now(),
        void: None,
    };
    // What a receipt found is found already.
    let findings = if receipt.is_none() { finding_rows(&c.accounts(), id, input, p) } else { vec![] };
    if receipt.is_none() && findings.is_empty() && problems.is_empty() {
        problems.add("part.0.missing", "error-nothing-lost");
    }
    Ok(problems.or(|| (loss, Found { findings, ..Found::default() })))
}
