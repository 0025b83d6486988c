//! The goods received note: of one receipt.

use super::{About, Found, Writer};
use crate::{
    consignments::{
        model::{Fate, Finding, Part, Reason},
        papers::Paper,
        said,
    },
    documents::sheet::{Block, Fact, Holds, Look, Open, Row},
    receipts::{Receipt, pages::found_amount},
    values::{Comma, Dimension, Qualifier, Quantity, Sum, Unit},
};
use std::collections::BTreeMap;

pub(super) fn blocks(w: &Writer<'_>) -> Vec<Block<String>> {
    let About::Receipt(id) = w.m.about else { return vec![] };
    let Some(receipt) = w.m.receipts.iter().find(|own| own.id == id) else { return vec![] };
    let leg = receipt.leg.and_then(|id| w.m.c.body.legs.iter().find(|leg| leg.id == id));
    let own = crate::receipts::number(&w.m.reference, receipt.number);
    let mut out = vec![w.identity(vec![w.fact("label-receipt", own)])];
    out.push(w.facts(
        "",
        Look::Boxes,
        vec![
            w.party("field-consignor", w.consignor()),
            w.party("field-leg-carrier", leg.and_then(|leg| leg.carrier).or(w.m.mission.body.carrier)),
            w.party("field-consignee", w.consignee()),
        ],
    ));
    let place = receipt.place.or(leg.and_then(|leg| leg.to));
    let mut head = vec![
        w.fact("label-received-on", w.when(receipt.happened)),
        w.fact("label-received-at", w.place(place)),
        w.fact("label-dispatched-from", w.place(leg.and_then(|leg| leg.from))),
        w.fact("label-waybill", w.waybill_number(receipt.leg)),
    ];
    head.extend(leg.map(|leg| w.means(leg, &w.units(leg, Some(id)))).unwrap_or_default());
    head.push(w.fact("col-seals", &receipt.seals));
    head.extend(w.some("col-ticket", &receipt.ticket));
    head.extend(w.some("col-gross", w.kilograms(receipt.gross)));
    head.extend(w.some("col-tare", w.kilograms(receipt.tare)));
    head.extend(w.some("field-temperature", &receipt.temperature));
    out.push(w.facts("", Look::Run, head));
    let told = told(w, receipt);
    out.push(found(w, &told));
    out.push(w.facts("table-total", Look::Sums, totals(w, &told)));
    out.push(w.facts("", Look::Run, remarks(w, receipt, &told)));
    out.push(w.words("", w.say("grn-note"), ""));
    let labels = ["box-name", "box-function", "box-date"];
    out.push(w.signs(vec![
        w.sign("sign-delivered", "", &labels),
        w.signed_by("sign-received", &receipt.receiver, &labels),
        w.sign("checked-by", "", &labels),
    ]));
    out
}

/// A part that the receipt tells of: what was known before, and what it found.
struct Told<'a> {
    part: Part<'a>,
    mine: Vec<&'a Finding>,
    before: i64,
}

impl Told<'_> {
    fn fated(&self, fate: Fate) -> impl Iterator<Item = &Finding> {
        self.mine.iter().copied().filter(move |found| found.fate == fate)
    }

    fn now(&self) -> i64 {
        self.mine.iter().map(|found| found.milli).sum()
    }

    /// How much more than was dispatched this receipt found; nothing where nobody said how much that was.
    fn surplus(&self) -> i64 {
        surplus(&self.part, self.before, self.now())
    }

    fn differs(&self) -> bool {
        let lost = |found: &&Finding| matches!(found.fate, Fate::Damaged | Fate::Missing);
        self.mine.iter().any(lost) || self.surplus() != 0
    }
}

/// How much more than was dispatched a document found of a part: not what others had found before it.
pub(super) fn surplus(part: &Part<'_>, before: i64, now: i64) -> i64 {
    let sent = if part.line.found_by.is_none() { part.quantity.milli() } else { 0 };
    let over = |found: i64| (found - sent).max(0);
    if part.quantity.stated() { over(before + now) - over(before) } else { 0 }
}

fn exactly(milli: i64, unit: Unit) -> Quantity {
    Quantity::new(Qualifier::Exact, milli, unit).unwrap_or(Quantity::not_stated(unit))
}

/// What a finding counts to: an amount of the part, or packages where those alone were counted. "All of it", of what is not
/// stated, is not stated either.
fn counts(found: &Finding, part: &Part<'_>) -> (Unit, Quantity) {
    if found.milli == 0
        && let Ok(counted) = Quantity::read(&found.counted, "", Comma::Groups)
    {
        return (counted.unit().base(), counted);
    }
    let base = part.unit();
    match found.counted.as_str() {
        "?" if found.milli == 0 => (base, Quantity::not_stated(base)),
        _ => (base, exactly(found.milli, base)),
    }
}

fn told<'a>(w: &Writer<'a>, receipt: &Receipt) -> Vec<Told<'a>> {
    let before = crate::receipts::pages::before(&w.m.c, receipt.id);
    let mut mine: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for found in w.m.c.findings.iter().filter(|found| found.document == receipt.id) {
        mine.entry((found.line, found.part)).or_default().push(found);
    }
    let parts = w.m.c.parts().into_iter().filter_map(|part| {
        let mine = mine.remove(&part.key())?;
        Some(Told { before: before.get(&part.key()).copied().unwrap_or_default(), part, mine })
    });
    parts.collect()
}

fn found(w: &Writer<'_>, told: &[Told<'_>]) -> Block<String> {
    let columns = vec![
        w.column("col-line", Holds::Figure),
        w.column("col-description", Holds::Name),
        w.column("field-line-batch", Holds::Text),
        w.column("field-line-expiry", Holds::Text),
        w.column("col-per-waybill", Holds::Figure),
        w.column("col-good", Holds::Figure),
        w.column("col-damaged", Holds::Figure),
        w.column("col-missing", Holds::Figure),
        w.column("col-surplus", Holds::Figure),
        w.column("col-running", Holds::Text),
        w.column("col-comment", Holds::Text),
    ];
    let number = |line: &crate::consignments::model::Line| {
        w.m.c.body.lines.iter().position(|own| own.id == line.id).map_or(0, |n| n as i64 + 1)
    };
    let rows = told.iter().map(|it| {
        let (part, lang) = (&it.part, w.lang);
        let listed = part.line.found_by.is_none();
        let amount = |milli: i64| said::amount(part, milli, lang);
        // How it was counted stands below: a column has no room for both.
        let told = |f: &&Finding| found_amount(f, part, lang).replace(" (", "\n(");
        let fates = Found::of(|fate| w.separated(it.mine.iter().filter(|f| f.fate == fate).map(told)));
        let running = [it.before, it.now(), it.before + it.now()].map(amount).join(" · ");
        Row {
            key: format!("{}.{}", part.line.id, part.index),
            cells: vec![
                w.lang.count(number(part.line)),
                said::names_of(part.goods, w.names),
                part.line.batch.clone(),
                w.when(part.line.expiry),
                if listed { lang.quantity(part.quantity) } else { w.say("goods-unlisted") },
                fates.good,
                fates.damaged,
                fates.missing,
                if it.surplus() > 0 { amount(it.surplus()) } else { String::new() },
                if it.before != 0 { running } else { String::new() },
                why(w, &it.mine),
            ],
        }
    });
    w.table("table-found", columns, rows.collect())
}

/// The reasons of differences and what was noted beside them.
pub(super) fn why(w: &Writer<'_>, mine: &[&Finding]) -> String {
    let reasons = mine.iter().filter(|found| found.reason != Reason::Unsaid);
    let mut out: Vec<String> = reasons
        .map(|found| {
            let code = Reason::ALL.iter().filter(|it| **it != Reason::Unsaid).position(|it| *it == found.reason);
            format!("{} {}", code.map_or(0, |n| n + 1), said::reason(found.reason, w.lang))
        })
        .collect();
    out.extend(mine.iter().map(|found| found.note.clone()));
    out.dedup();
    w.separated(out)
}

/// What was found in all, each dimension by itself.
fn totals(w: &Writer<'_>, told: &[Told<'_>]) -> Vec<Fact<String>> {
    let said = |all: Vec<(Unit, Quantity)>| {
        let mut sums: BTreeMap<Unit, Sum> = BTreeMap::new();
        for (unit, quantity) in all {
            sums.entry(unit).or_default().add(quantity);
        }
        let said: Vec<String> = sums.iter().map(|(unit, sum)| w.lang.sum(sum, *unit)).collect();
        if said.is_empty() { "–".to_string() } else { said.join(&w.say("list-separator")) }
    };
    let of = |fate: Fate| {
        let found = told.iter().flat_map(|it| it.fated(fate).map(|found| counts(found, &it.part)));
        said(found.filter(|(_, quantity)| !quantity.stated() || quantity.milli() != 0).collect())
    };
    let more = told.iter().filter(|it| it.surplus() != 0);
    let more = more.map(|it| (it.part.unit(), exactly(it.surplus(), it.part.unit()))).collect();
    let differ = told.iter().filter(|it| it.differs()).count() as i64;
    let facts = [
        w.fact("col-good", of(Fate::Good)),
        w.fact("col-damaged", of(Fate::Damaged)),
        w.fact("col-missing", of(Fate::Missing)),
        w.fact("col-surplus", said(more)),
        w.fact("label-lines-differ", w.lang.count(differ)),
    ];
    facts.into_iter().map(|fact| fact.open(Open::Total)).collect()
}

fn remarks(w: &Writer<'_>, receipt: &Receipt, told: &[Told<'_>]) -> Vec<Fact<String>> {
    let packages = |fate: Fate| {
        let counts: Option<Vec<i64>> =
            told.iter().flat_map(|it| it.fated(fate).map(|found| packages_in(found, &it.part))).collect();
        counts.map(|counts| w.lang.count(counts.iter().sum())).unwrap_or_default()
    };
    let photos = w.m.c.attached().filter(|it| it.receipt == Some(receipt.id) && it.paper == Paper::Photo).count();
    let mut facts = vec![
        w.fact("label-packages-missing", packages(Fate::Missing)),
        w.fact("label-packages-damaged", packages(Fate::Damaged)),
    ];
    facts.extend((photos > 0).then(|| w.fact("label-photos", w.lang.count(photos as i64))));
    facts.push(w.fact("field-remarks", &receipt.remarks));
    facts
}

/// How many whole packages a finding comes to; nothing where neither it nor the packaging tells.
fn packages_in(found: &Finding, part: &Part<'_>) -> Option<i64> {
    let (_, quantity) = counts(found, part);
    let kind = quantity.unit();
    if quantity.stated() && kind.is_package() && kind.dimension() == Dimension::Count {
        return Some(quantity.milli() / 1000);
    }
    let milli = found.milli;
    let each = part.line.packages?.each.filter(|each| each.stated() && each.unit().base() == part.unit())?;
    (milli > 0 && each.milli() > 0 && milli % each.milli() == 0).then(|| milli / each.milli())
}
