//! The loss and damage report: of an incident, or of what a receipt found.

use super::{
    About, Writer,
    received::{surplus, why},
};
use crate::{
    consignments::{
        model::{Fate, Finding, Part},
        said,
    },
    documents::sheet::{Block, Fact, Holds, Look, Open, Row},
    receipts::losses::{self, Loss},
    values::{Id, Money},
};
use std::collections::HashMap;

pub(super) fn blocks(w: &Writer<'_>) -> Vec<Block<String>> {
    let About::Loss(id) = w.m.about else { return vec![] };
    let Some(loss) = w.m.losses.iter().find(|own| own.id == id) else { return vec![] };
    let receipt = loss.receipt.and_then(|id| w.m.receipts.iter().find(|own| own.id == id));
    let leg = loss.leg.or(receipt.and_then(|it| it.leg));
    let leg = leg.and_then(|id| w.m.c.body.legs.iter().find(|leg| leg.id == id)).or(w.m.c.body.main());
    let own = losses::number(&w.m.reference, loss.number);
    let mut out = vec![w.identity(vec![w.fact("doc-loss-report", own)])];
    let happened = loss.happened.or(receipt.and_then(|it| it.happened));
    let place = loss.place.or(receipt.and_then(|it| it.place));
    let mut head = vec![
        w.fact("label-report-date", w.lang.day(loss.at.day())),
        w.fact("label-incident", w.when(happened)),
        w.fact("label-incident-place", w.place(place)),
        w.fact("field-stage", w.say(&format!("stage-{}", loss.stage))),
        w.fact("label-waybill", w.waybill_number(leg.map(|leg| leg.id))),
        w.fact("label-goods-received-note", loss.receipt.map(|id| w.received_number(id)).unwrap_or_default()),
        w.party("field-leg-carrier", leg.and_then(|leg| leg.carrier).or(w.m.mission.body.carrier)),
    ];
    head.extend(leg.map(|leg| w.means(leg, &w.units(leg, loss.receipt))).unwrap_or_default());
    out.push(w.facts("", Look::Run, head));
    let document = loss.receipt.unwrap_or(id);
    out.push(lost(w, document));
    out.push(w.facts("table-total", Look::Sums, totals(w, loss, document)));
    out.push(w.words("field-circumstances", loss.circumstances.clone(), ""));
    let mut rest = vec![w.fact("field-disposition", w.say(&format!("disposition-{}", loss.disposition)))];
    rest.extend(w.some("field-commercial-act", &loss.commercial_act));
    rest.extend(w.some("field-police-report", &loss.police_report));
    rest.extend(w.some("field-survey-report", &loss.survey_report));
    out.push(w.facts("", Look::Run, rest));
    out.push(w.words("", w.say("loss-attach"), ""));
    let labels = ["box-name", "box-function", "box-date"];
    let by = loss.by.and_then(|id| w.m.people.get(&id)).map_or("", String::as_str);
    out.push(w.signs(vec![w.signed_by("prepared-by", by, &labels), w.sign("approved-by", "", &labels)]));
    out
}

/// The parts of which a document found something damaged or missing, or more than was dispatched: each with how much more.
fn parts<'a>(w: &Writer<'a>, document: Id) -> Vec<(Part<'a>, i64, Vec<&'a Finding>)> {
    let before = crate::receipts::pages::before(&w.m.c, document);
    let received = w.m.receipts.iter().any(|own| own.id == document);
    let mut mine: HashMap<(Id, i64), Vec<&Finding>> = HashMap::new();
    for found in w.m.c.findings.iter().filter(|found| found.document == document) {
        mine.entry((found.line, found.part)).or_default().push(found);
    }
    let all = w.m.c.parts().into_iter().filter_map(|part| {
        let mine = mine.remove(&part.key())?;
        let lost = mine.iter().any(|found| matches!(found.fate, Fate::Damaged | Fate::Missing));
        // An incident finds nothing more than there was.
        let earlier = before.get(&part.key()).copied().unwrap_or_default();
        let more = if received { surplus(&part, earlier, mine.iter().map(|found| found.milli).sum()) } else { 0 };
        (lost || more > 0).then_some((part, more, mine))
    });
    all.collect()
}

fn lost(w: &Writer<'_>, document: Id) -> Block<String> {
    let columns = vec![
        w.column("col-description", Holds::Name),
        w.column("col-dispatched", Holds::Figure),
        w.column("col-good", Holds::Figure),
        w.column("col-damaged", Holds::Figure),
        w.column("col-missing", Holds::Figure),
        w.column("col-surplus", Holds::Figure),
        w.column("col-unit-value", Holds::Figure),
        w.column("col-loss-value", Holds::Figure),
        w.column("col-comment", Holds::Text),
    ];
    let rows = parts(w, document).into_iter().map(|(part, more, mine)| {
        let amount = |milli: i64| if milli == 0 { String::new() } else { said::amount(&part, milli, w.lang) };
        let of = |fate: Fate| mine.iter().filter(|f| f.fate == fate).map(|f| f.milli).sum::<i64>();
        let (damaged, missing) = (of(Fate::Damaged), of(Fate::Missing));
        Row {
            key: format!("{}.{}", part.line.id, part.index),
            cells: vec![
                said::names_of(part.goods, w.names),
                if part.line.found_by.is_none() { w.lang.quantity(part.quantity) } else { w.say("goods-unlisted") },
                amount(of(Fate::Good)),
                amount(damaged),
                amount(missing),
                amount(more),
                w.money(value_of(&part, part.quantity.unit().factor())),
                w.money(value_of(&part, damaged + missing)),
                why(w, &mine),
            ],
        }
    });
    w.table("table-lost", columns, rows.collect())
}

/// What so much of a part is worth by the declared value of its line, to the nearest minor unit; nothing where the line declares
/// none, or is not stated.
pub(super) fn value_of(part: &Part<'_>, milli: i64) -> Option<Money> {
    let value = part.line.value?;
    let whole = i128::from(part.quantity.milli()) * part.line.counted().count() as i128;
    if whole <= 0 || milli <= 0 || !part.quantity.stated() {
        return None;
    }
    let minor = (i128::from(value.minor()) * i128::from(milli) + whole / 2) / whole;
    Money::new(i64::try_from(minor).ok()?, value.currency())
}

fn totals(w: &Writer<'_>, loss: &Loss, document: Id) -> Vec<Fact<String>> {
    let mut worth: HashMap<&str, Money> = HashMap::new();
    let mut open = false;
    for (part, _, mine) in parts(w, document) {
        let lost =
            mine.iter().filter(|f| matches!(f.fate, Fate::Damaged | Fate::Missing)).map(|f| f.milli).sum::<i64>();
        match value_of(&part, lost) {
            Some(value) => {
                let sum = worth.get(value.currency().code()).map_or(0, |money| money.minor()) + value.minor();
                worth.extend(Money::new(sum, value.currency()).map(|sum| (value.currency().code(), sum)));
            }
            None => open |= lost > 0,
        }
    }
    let mut worth: Vec<&Money> = worth.values().collect();
    worth.sort_by_key(|money| money.currency().code());
    let worth = worth.into_iter().map(|money| w.lang.money(*money)).collect::<Vec<_>>().join(" + ");
    // What the reporter says comes first; what the lines come to is less than all where some declare no value.
    let value = match (loss.value, worth.is_empty(), open) {
        (Some(value), ..) => w.lang.money(value),
        (None, true, _) => w.say("not-stated"),
        (None, false, true) => w.lang.say_with("quantity-at-least", [("amount", worth)]),
        (None, false, false) => worth,
    };
    vec![w.fact("label-loss-value", value).open(Open::Total)]
}
