//! A step as typed: when, on which leg, of how many or of which transport units; and a leg's units, a row each.

use super::figures::weight_of;
use crate::{
    consignments::{journey::Milestone, model::Consignment, units::bare},
    values::{Id, When, names::LONGEST_NAME},
    web::{Input, Problems, shortened},
};

/// The most units a step is told of.
const MOST: i64 = 100_000;

/// What was read of a step.
#[derive(Debug, Default)]
pub struct StepDraft {
    /// When.
    pub happened: Option<When>,
    /// On which leg.
    pub leg: Option<Id>,
    /// Of how many units; none of all.
    pub units: Option<i64>,
    /// Of which of the listed ones.
    pub which: Vec<Id>,
}

/// Reads a step of a consignment.
pub fn step(c: &Consignment, milestone: Milestone, input: &Input, p: &mut Problems) -> StepDraft {
    let happened = when(input, p);
    let leg = if milestone.of_a_leg() || milestone.of_units() { leg(c, milestone, input, p) } else { None };
    let (units, which) = match leg.filter(|_| milestone.of_units()) {
        Some(leg) => some_units(c, leg, Some(milestone), input, p),
        None => (None, vec![]),
    };
    // Of all units, or of something that has none, these say nothing of a leg.
    let leg = leg.filter(|_| milestone.of_a_leg() || units.is_some());
    let telling = matches!(
        milestone,
        Milestone::Note | Milestone::Problem | Milestone::Returned | Milestone::Reconsigned | Milestone::Cancelled
    );
    if telling && input.get("remark").is_empty() {
        p.add("remark", "error-remark-empty");
    }
    if milestone == Milestone::Detached && units.is_none() {
        p.add("units", "error-which-units");
    }
    StepDraft { happened, leg, units, which }
}

/// When it happened: a date, or the box that says that nobody said.
pub fn when(input: &Input, p: &mut Problems) -> Option<When> {
    let happened = p.date("happened", input.get("happened"));
    if happened.is_none() && p.on("happened").is_none() && input.get("undated") != "1" {
        p.add("happened", "error-happened-empty");
    }
    happened
}

/// The leg that is chosen, or the one that is next.
fn leg(c: &Consignment, milestone: Milestone, input: &Input, p: &mut Problems) -> Option<Id> {
    let typed = input.get("leg");
    let next = match milestone {
        Milestone::Departed => c.next_leg(milestone),
        _ => c.next_leg(Milestone::Arrived),
    };
    let usual = next.unwrap_or(c.body.legs.len().saturating_sub(1));
    if typed.is_empty() {
        return c.body.legs.get(usual).map(|leg| leg.id);
    }
    let chosen = typed.parse::<Id>().ok().filter(|id| c.body.legs.iter().any(|leg| leg.id == *id));
    if chosen.is_none() {
        p.add("leg", "error-choose");
    }
    chosen
}

/// Of how many of a leg's units, and of which: ticked, named, or a plain number of them; nothing means all.
pub fn some_units(
    c: &Consignment,
    leg: Id,
    step: Option<Milestone>,
    input: &Input,
    p: &mut Problems,
) -> (Option<i64>, Vec<Id>) {
    let Some(leg) = c.body.legs.iter().find(|own| own.id == leg) else { return (None, vec![]) };
    let mut which: Vec<Id> =
        c.units_of(leg.id).filter(|unit| input.get(&format!("unit.{}", unit.id)) == "1").map(|unit| unit.id).collect();
    let typed = input.get("units");
    let all = c.unit_count(leg);
    let mut count = None;
    if !typed.is_empty() {
        let words: Vec<&str> = typed.split([' ', '\n', '\t', ',', ';']).filter(|word| !word.is_empty()).collect();
        let named = |word: &str| c.units_of(leg.id).find(|unit| bare(&unit.number) == bare(word)).map(|unit| unit.id);
        let plain = match words.as_slice() {
            [one] if named(one).is_none() => crate::values::latin_digits(one).parse::<i64>().ok().filter(|n| *n > 0),
            _ => None,
        };
        match plain {
            Some(n) if n > MOST => p.add_with("units", "error-too-many-units", [("most", p.lang().count(MOST))]),
            Some(n) if which.is_empty() => count = Some(n),
            Some(n) if n == which.len() as i64 => {}
            Some(_) => p.add("units", "error-units-differ"),
            None => {
                for word in words {
                    match named(word) {
                        Some(id) if which.contains(&id) => {}
                        Some(id) => which.push(id),
                        None => {
                            p.add_with("units", "error-no-such-unit", [("number", shortened(word))]);
                            break;
                        }
                    }
                }
            }
        }
    }
    if !which.is_empty() {
        count = Some(which.len() as i64);
    }
    if let (Some(count), Some(step)) = (count, step) {
        let told = c.tally(leg, step).map_or(0, |tally| tally.some);
        if all > 0 && count > all - told {
            let left = p.lang().count((all - told).max(0));
            p.add_with("units", "error-units-left", [("left", left), ("all", p.lang().count(all))]);
        }
        let again = c.told_of(step);
        if let Some(unit) = c.units.iter().find(|unit| which.contains(&unit.id) && again.contains(&unit.id)) {
            p.add_with("units", "error-unit-again", [("number", shortened(&unit.number))]);
        }
    }
    (count, which)
}

/// A unit as a row of the list says it.
#[derive(Debug)]
pub struct UnitDraft {
    /// Its number.
    pub number: String,
    /// Its seals.
    pub seals: String,
    /// Laden weight, thousandths of a kilogram.
    pub gross: Option<i64>,
    /// Unladen weight.
    pub tare: Option<i64>,
    /// Weight of the goods.
    pub net: Option<i64>,
    /// Weighbridge ticket.
    pub ticket: String,
    /// What is in it.
    pub contents: String,
    /// The plate of its trailer.
    pub trailer: String,
    /// Who drives it.
    pub driver: String,
}

/// Reads a list of units: a row each, its cells parted by tabs, as a spreadsheet copies them, or by semicolons: number,
/// seals, gross, tare, net, ticket, contents, trailer, driver. Only the number is needed.
pub fn unit_rows(text: &str, p: &mut Problems) -> Vec<UnitDraft> {
    let mut out: Vec<UnitDraft> = vec![];
    let mut seen = std::collections::HashMap::new();
    for (n, row) in text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        let row_no = n + 1;
        let parted = if row.contains('\t') { '\t' } else { ';' };
        let cells: Vec<&str> = row.split(parted).map(str::trim).collect();
        let cell = |n: usize| cells.get(n).copied().unwrap_or_default();
        let number = cell(0).to_string();
        if bare(&number).is_empty() {
            p.add_with("units", "error-unit-number", [("row", row_no.to_string())]);
            continue;
        }
        if cells.iter().any(|cell| cell.chars().count() > LONGEST_NAME) || cells.len() > 9 {
            p.add_with("units", "error-unit-row", [("row", row_no.to_string())]);
            continue;
        }
        if let Some(first) = seen.insert(bare(&number), row_no) {
            let args = [("number", shortened(&number)), ("first", first.to_string()), ("row", row_no.to_string())];
            p.add_with("units", "error-unit-twice", args);
            continue;
        }
        let mut weight = |column: usize, what: &str| {
            weight_of(cell(column), p.lang().comma()).unwrap_or_else(|_| {
                let what = p.lang().say(what);
                let args = [("row", row_no.to_string()), ("column", what), ("typed", shortened(cell(column)))];
                p.add_with("units", "error-unit-weight", args);
                None
            })
        };
        let (gross, tare, net) = (weight(2, "col-gross"), weight(3, "col-tare"), weight(4, "col-net"));
        out.push(UnitDraft {
            number,
            seals: cell(1).into(),
            gross,
            tare,
            net,
            ticket: cell(5).into(),
            contents: cell(6).into(),
            trailer: cell(7).into(),
            driver: cell(8).into(),
        });
    }
    out
}
