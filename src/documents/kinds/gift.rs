//! The gift certificate: what one donor gives, and that it is given free of charge.

use super::{About, Writer, loss::value_of};
use crate::{
    consignments::model::Line,
    documents::{
        sheet::{Block, Holds, Look, Row},
        totals::Totals,
    },
};

pub(super) fn blocks(w: &Writer<'_>) -> Vec<Block<String>> {
    let About::Donor(donor) = w.m.about else { return vec![] };
    let body = &w.m.c.body;
    let lines: Vec<&Line> = w.listed().into_iter().filter(|line| w.donor(line) == donor).collect();
    let leg = body.main();
    let mission = &w.m.mission.body;
    let purpose = if mission.purpose.is_empty() { &mission.title } else { &mission.purpose };
    let place = w.place(body.legs.first().and_then(|leg| leg.from));
    let mut head = vec![w.fact("box-place", place)];
    head.extend(w.some("label-waybill", w.waybill_number(None)));
    let wording = w.m.wording.get(w.lang.code()).filter(|text| !text.is_empty()).cloned();
    let wording = wording.unwrap_or_else(|| w.say("gift-statement"));
    let mut out = vec![
        w.identity(head),
        w.words("", w.say("gift-mark"), "mark"),
        w.facts("", Look::Boxes, vec![w.party("label-gift-from", donor), w.party("label-gift-to", w.consignee())]),
        w.words("", wording, "lead"),
        w.facts("", Look::Run, vec![w.fact("field-purpose", purpose)]),
        goods(w, &lines),
        w.facts("table-total", Look::Sums, Totals::of(lines.iter().copied()).facts(w.lang)),
    ];
    if let Some(leg) = leg {
        let mut travel = vec![w.fact("field-leg-mode", w.mode(leg.mode))];
        travel.extend(w.means(leg, &w.units(leg, None)).into_iter().filter(|fact| !fact.value.is_empty()));
        travel.extend(w.some("field-leg-planned-arrival", w.when(leg.planned_arrival)));
        travel.extend(w.some("field-leg-via", w.place(leg.via)));
        travel.push(w.fact("label-delivery-place", w.place(body.legs.last().and_then(|leg| leg.to))));
        out.push(w.facts("", Look::Run, travel));
    }
    out.push(w.words("", w.say("gift-second"), ""));
    let labels = ["box-name", "box-function", "box-date", "box-place"];
    out.push(w.signs(vec![w.sign("sign-donor", "", &labels), w.sign("sign-recipient", "", &labels)]));
    out
}

fn goods(w: &Writer<'_>, lines: &[&Line]) -> Block<String> {
    let columns = vec![
        w.column("col-line", Holds::Figure),
        w.column("col-description", Holds::Name),
        w.column("field-line-batch", Holds::Text),
        w.column("field-line-expiry", Holds::Text),
        w.column("col-packages", Holds::Figure),
        w.column("col-net-quantity", Holds::Figure),
        w.column("col-gross-weight", Holds::Figure),
        w.column("col-unit-value", Holds::Figure),
        w.column("col-value", Holds::Figure),
    ];
    let parts = w.m.c.parts();
    let rows = lines.iter().enumerate().map(|(n, line)| {
        let one = parts.iter().find(|part| part.line.id == line.id);
        let one = one.and_then(|part| value_of(part, part.quantity.unit().factor()));
        Row {
            key: line.id.to_string(),
            cells: vec![
                w.lang.count(n as i64 + 1),
                w.description(line),
                line.batch.clone(),
                w.when(line.expiry),
                w.packages(line),
                w.lang.quantity(line.quantity),
                w.kilograms(line.gross),
                w.money(one),
                w.money(line.value),
            ],
        }
    });
    w.table("table-lines", columns, rows.collect())
}
