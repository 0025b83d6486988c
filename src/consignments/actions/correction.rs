//! Corrections. Once the goods have left, a figure is changed only with a reason and on somebody's word; what stood there
//! before stays beside it (design 9.8). What was received is not changed by any form.

use crate::{
    accounts::Visitor,
    consignments::{
        journey::{
            Milestone::{Arrived, Departed, Received},
            State,
        },
        model::{Amendment, Body, Consignment, Leg, Line},
        said::figure_words,
    },
    values::{Id, Moment, Packaging},
    web::{Input, Problems, shortened},
};
use std::collections::{BTreeMap, BTreeSet};

/// A figure: its field without the row, and its row.
type Figure = (&'static str, Option<Id>);

/// The amendments by which a consignment becomes another; what is wrong with the change where it may not.
pub(super) fn amendments(
    before: &Consignment,
    after: &Consignment,
    input: &Input,
    who: &Visitor,
    now: Moment,
) -> Result<Vec<Amendment>, Problems> {
    let mut problems = Problems::new(who.lang);
    received_stay(before, after, &mut problems);
    let mut amended = vec![];
    // What has left once has left, whatever is said of it now.
    let left = before.events.iter().any(|event| matches!(event.milestone, Departed | Arrived | Received));
    if left || State::sent(before.body.status.state().code()) {
        let (old, new) = (figures(&before.body), figures(&after.body));
        let all: BTreeSet<&Figure> = old.keys().chain(new.keys()).collect();
        for figure in all {
            let text = |of: &BTreeMap<Figure, String>| of.get(figure).cloned().unwrap_or_default();
            let (old, new) = (text(&old), text(&new));
            if old != new {
                amended.push(Amendment {
                    id: Id::fresh(),
                    number: before.amendments.len() as i64 + amended.len() as i64 + 1,
                    figure: figure.0.into(),
                    row: figure.1,
                    old,
                    new,
                    reason: input.get("reason").into(),
                    source: input.get("correction_source").into(),
                    at: now,
                    by: who.by.person,
                });
            }
        }
    }
    if let Some(first) = amended.first() {
        let lang = who.lang;
        let said = |figure: &str| figure_words(&first.figure, figure, lang);
        if input.get("reason").is_empty() {
            problems.add_with(
                "reason",
                "error-correction-reason",
                [("old", said(&first.old)), ("new", said(&first.new))],
            );
        }
        if input.get("correction_source").is_empty() {
            problems.add("correction_source", "error-correction-source");
        }
    }
    problems.or(|| amended)
}

/// The figures of a consignment, each as one may type it with the codes of units; what is not stated is left out.
fn figures(body: &Body) -> BTreeMap<Figure, String> {
    let mut out = BTreeMap::new();
    let kilograms = |milli: i64| format!("{} KGM", crate::lang::plain(milli, 1000));
    let mut put = |figure: &'static str, row: Option<Id>, value: Option<String>| {
        if let Some(value) = value {
            out.insert((figure, row), value);
        }
    };
    for line in &body.lines {
        let row = Some(line.id);
        put("line.quantity", row, Some(line.quantity.canonical()));
        put("line.packages", row, line.packages.as_ref().map(Packaging::canonical));
        put("line.net", row, line.net.map(kilograms));
        put("line.gross", row, line.gross.map(kilograms));
        // Of each, or together: it decides what the quantity comes to.
        let several = line.goods.len() > 1;
        put("line.sharing", row, several.then(|| format!("{} {}", line.sharing, line.goods.len())));
    }
    for leg in &body.legs {
        put("leg.units", Some(leg.id), leg.units.map(|n| format!("{n} {}", leg.unit_kind)));
    }
    put("stated_weight", None, body.stated_weight.map(kilograms));
    put("stated_packages", None, body.stated_packages.map(|n| n.to_string()));
    out
}

/// What receipts and loss reports tell of stays what it is: its line, its goods, its kind of unit; so do legs whose units are
/// listed, and the day of receipt.
fn received_stay(before: &Consignment, after: &Consignment, problems: &mut Problems) {
    for line in before.body.lines.iter().filter(|line| before.findings.iter().any(|found| found.line == line.id)) {
        let goods = |line: &Line| line.goods.iter().map(|good| (good.item, good.name.clone())).collect::<Vec<_>>();
        let kept = after.body.lines.iter().position(|kept| kept.id == line.id);
        let same = kept.and_then(|n| after.body.lines.get(n)).is_some_and(|kept| {
            goods(kept) == goods(line)
                && kept.quantity.unit().base() == line.quantity.unit().base()
                && (kept.sharing == line.sharing || kept.goods.len() < 2)
        });
        if !same {
            let field = kept.map(|n| format!("line.{n}.goods")).unwrap_or_default();
            let goods = line.goods.iter().map(|good| good.name.as_str()).find(|name| !name.is_empty());
            problems.add_with(&field, "error-line-received", [("goods", shortened(goods.unwrap_or_default()))]);
        }
    }
    let received = |leg: Id| before.events.iter().any(|event| event.receipt.is_some() && event.leg == Some(leg));
    let named = |leg: &&Leg| before.units_of(leg.id).next().is_some() || received(leg.id);
    for leg in before.body.legs.iter().filter(named) {
        if !after.body.legs.iter().any(|kept| kept.id == leg.id) {
            problems.add("", "error-leg-listed");
        }
    }
    if before.has_receipts() && before.body.received != after.body.received {
        problems.add("received", "error-received-by-receipt");
    }
}
