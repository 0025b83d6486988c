//! The waybill: of a leg, or of some of its trucks or wagons.

use super::{About, Writer};
use crate::{
    consignments::{
        model::{Leg, Line, ListedUnit, Reason},
        said,
    },
    documents::{
        sheet::{Block, Column, Fact, Holds, Look, Row, Table, Ticks},
        totals::Totals,
    },
};

pub(super) fn blocks(w: &Writer<'_>) -> Vec<Block<String>> {
    let About::Leg(leg, some) = &w.m.about else { return vec![] };
    let Some(leg) = w.m.c.body.legs.iter().find(|own| own.id == *leg) else { return vec![] };
    let units: Vec<&ListedUnit> =
        w.m.c.units_of(leg.id).filter(|unit| some.is_empty() || some.contains(&unit.id)).collect();
    let lines = w.listed();
    let mut out = vec![w.identity(vec![])];
    out.push(w.facts(
        "",
        Look::Boxes,
        vec![
            w.party("field-consignor", w.consignor()),
            w.party("field-leg-carrier", leg.carrier.or(w.m.mission.body.carrier)),
            w.party("field-consignee", w.consignee()),
        ],
    ));
    out.push(w.facts("", Look::Run, route(w, leg)));
    out.push(w.facts("", Look::Run, w.means(leg, &units)));
    if !some.is_empty() {
        let (of, all) = (w.lang.count(units.len() as i64), said::units(leg, w.lang));
        let all = if all.is_empty() { w.lang.count(w.m.c.unit_count(leg)) } else { all };
        out.push(w.words("", w.lang.vv("group-waybill", of, all), "mark"));
    }
    out.push(goods(w, &lines));
    out.push(w.facts("table-total", Look::Sums, Totals::of(lines.iter().copied()).facts(w.lang)));
    out.extend(w.units_table(&units));
    out.push(w.facts("", Look::Run, condition(w, &lines)));
    out.push(w.words("label-reasons", reasons(w), "fine"));
    let all = ["box-name", "box-function", "box-date", "box-place", "box-condition"];
    out.push(w.signs(vec![
        w.sign("sign-dispatched", "", &all),
        w.sign("sign-transporter", "good-order", &["box-name", "box-date"]),
        w.sign(
            "sign-consignee",
            "sign-only-after-counting",
            &[&["label-arrival"], &all[..], &["box-remarks"]].concat(),
        ),
    ]));
    let copies = ["copy-original", "copy-transporter", "copy-consignee", "copy-return"];
    out.push(Block::Ticks(Ticks {
        label: w.say("label-this-sheet"),
        options: copies.iter().map(|key| w.say(key)).collect(),
    }));
    out
}

fn route(w: &Writer<'_>, leg: &Leg) -> Vec<Fact<String>> {
    let mut facts =
        vec![w.fact("label-dispatch-place", w.place(leg.from)), w.fact("label-delivery-place", w.place(leg.to))];
    facts.extend(w.some("field-leg-via", w.place(leg.via)));
    facts.push(w.fact("field-leg-mode", w.mode(leg.mode)));
    facts.push(w.fact("field-leg-planned-departure", w.when(leg.planned_departure)));
    facts.push(w.fact("field-leg-planned-arrival", w.when(leg.planned_arrival)));
    facts.extend(w.some("field-leg-departed", w.when(leg.departed)));
    facts
}

/// The lines, with room for what the consignee finds.
fn goods(w: &Writer<'_>, lines: &[&Line]) -> Block<String> {
    let several = w.donors(lines.iter().copied()).len() > 1;
    let at_delivery = |label: &str| Column { group: w.say("table-delivery"), ..w.column(label, Holds::Hand) };
    let columns = vec![
        w.column("col-line", Holds::Figure),
        w.column("col-description", Holds::Name),
        w.column("col-donor", Holds::Text),
        w.batch_column(),
        w.column("col-flags", Holds::Text),
        w.column("col-packages", Holds::Figure),
        w.column("col-net-each", Holds::Figure),
        w.column("col-net-quantity", Holds::Figure),
        w.column("col-gross-weight", Holds::Figure),
        w.column("field-line-volume", Holds::Text),
        w.column("col-value", Holds::Text),
        at_delivery("col-good"),
        at_delivery("col-damaged"),
        at_delivery("col-missing"),
        at_delivery("col-surplus"),
        at_delivery("col-reason-code"),
    ];
    let rows = lines.iter().enumerate().map(|(n, line)| {
        let donor = if several { w.names.organisation(w.donor(line)).to_string() } else { String::new() };
        let mut cells = vec![
            w.lang.count(n as i64 + 1),
            w.description(line),
            donor,
            w.batch(line),
            w.flags(line),
            w.packages(line),
            w.each(line),
            w.lang.quantity(line.quantity),
            w.kilograms(line.gross),
            w.volume(line),
            w.money(line.value),
        ];
        cells.extend(std::iter::repeat_n(String::new(), 5));
        Row { key: line.id.to_string(), cells }
    });
    let table = w.table("table-lines", columns, rows.collect());
    match table {
        Block::Table(table) if lines.iter().any(|line| line.value.is_some()) => {
            Block::Table(Table { below: w.say("customs-only"), ..table })
        }
        table => table,
    }
}

fn condition(w: &Writer<'_>, lines: &[&Line]) -> Vec<Fact<String>> {
    let mut minded: Vec<String> = vec![];
    for flags in lines.iter().map(|line| w.flags(line)).filter(|flags| !flags.is_empty()) {
        if !minded.contains(&flags) {
            minded.push(flags);
        }
    }
    let cold = lines.iter().any(|line| !line.cold.is_empty());
    let mut facts = vec![];
    facts.extend(w.some("label-instructions", minded.join("; ")));
    if cold {
        facts.push(w.fact("label-departure-temperature", ""));
    }
    facts.push(w.fact("field-remarks", &w.m.c.body.remarks));
    facts
}

/// The reasons by their numbers, as they are written into the column of codes.
fn reasons(w: &Writer<'_>) -> String {
    let all = Reason::ALL.iter().filter(|reason| **reason != Reason::Unsaid).enumerate();
    all.map(|(n, reason)| format!("{}\u{a0}{}", n + 1, said::reason(*reason, w.lang))).collect::<Vec<_>>().join(" · ")
}
