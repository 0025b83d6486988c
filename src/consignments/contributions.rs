//! What a consignment adds to its mission's kept sums (design 9.10). One pure function feeds the write's differences,
//! `doctor`'s check, the totals of a filtered list and the tests, so that a figure is never added up in two ways.

use super::model::{Account, Body, Consignment, Fate, Finding, Good, Leg, Line, Part};
use crate::values::{Id, Money, Qualifier, Quantity, When};
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

crate::codes! {
    /// By what a sum is told apart.
    Facet {
        /// Everything together.
        All = "all",
        /// By goods.
        Item = "item",
        /// By category of goods.
        Category = "category",
        /// By donor.
        Donor = "donor",
        /// By mode of the main leg.
        Mode = "mode",
        /// By month of the consignment's date.
        Month = "month",
        /// By how far it has come.
        Status = "status",
        /// By why it is damaged or missing.
        Reason = "reason",
        /// By mode and ends of each leg: carried, not added.
        Leg = "leg",
        /// By month of receipt.
        Arrival = "arrival",
    }
}

crate::codes! {
    /// What is summed.
    Measure {
        /// Quantities, in thousandths of their base unit.
        Quantity = "quantity",
        /// Consignments.
        Consignments = "consignments",
        /// Transport units of the main leg, by kind.
        Units = "units",
        /// Declared value, in minor units by currency.
        Value = "value",
        /// Freight, in minor units by currency.
        Freight = "freight",
        /// Insurance, in minor units by currency.
        Insurance = "insurance",
        /// Received in good condition, like quantities.
        Good = "good",
        /// Received damaged.
        Damaged = "damaged",
        /// Missing.
        Missing = "missing",
        /// Turned back before receipt.
        Returned = "returned",
        /// More than was dispatched.
        Surplus = "surplus",
        /// Days on the way of the legs of a mode that have both their days.
        Days = "days",
        /// Days those of them were to take that have both planned days.
        DaysPlanned = "days_planned",
        /// Days those arrived too late that did.
        DaysLate = "days_late",
    }
}

/// Which sum a figure belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// By what it is told apart.
    pub facet: Facet,
    /// The part: an item's key, a donor's id, a mode's code, a month ….
    pub value: String,
    /// What is summed.
    pub measure: Measure,
    /// In what: a base unit's code, a kind of transport unit, a currency.
    pub unit: String,
    /// The part of the account.
    pub state: String,
}

/// The figures of one sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// The sum.
    pub amount: i64,
    /// How many lines (or consignments) it is made of, those not stated included.
    pub lines: i64,
    /// How many of them are approximate.
    pub about: i64,
    /// How many say "at least".
    pub at_least: i64,
    /// How many say "at most".
    pub at_most: i64,
    /// How many are not stated.
    pub not_stated: i64,
}

impl Figures {
    fn of(quantity: Quantity) -> Self {
        let is = |qualifier| i64::from(quantity.qualifier() == qualifier);
        Self {
            amount: quantity.milli(),
            lines: 1,
            about: is(Qualifier::About),
            at_least: is(Qualifier::AtLeast),
            at_most: is(Qualifier::AtMost),
            not_stated: is(Qualifier::NotStated),
        }
    }

    /// A plain count or amount.
    fn plain(amount: i64) -> Self {
        Self { amount, lines: 1, ..Self::default() }
    }

    /// Adds another, or takes it away when `sign` is −1.
    pub fn add(&mut self, other: &Self, sign: i64) {
        self.amount = self.amount.saturating_add(sign * other.amount);
        self.lines += sign * other.lines;
        self.about += sign * other.about;
        self.at_least += sign * other.at_least;
        self.at_most += sign * other.at_most;
        self.not_stated += sign * other.not_stated;
    }

    /// Whether nothing is left of it.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }

    /// As a sum of quantities, to be shown with its qualifier.
    pub fn sum(&self) -> crate::values::Sum {
        crate::values::Sum {
            milli: self.amount.into(),
            lines: self.lines,
            about: self.about,
            at_least: self.at_least,
            at_most: self.at_most,
            not_stated: self.not_stated,
        }
    }
}

/// Sums by cell.
pub type Cells = BTreeMap<Cell, Figures>;

/// Goods that share one quantity are one entry: their keys joined by this, which no typed text holds.
pub const TOGETHER: char = '\u{1f}';

/// The longest key of goods, in bytes: an index takes no more.
const LONGEST_KEY: usize = 1600;

/// Marks the key of a good that is not in the catalogue.
pub const FREE: char = '~';

/// How a line's goods are known in sums: the item's id, or `~` and the name as typed; several joined, in a fixed order.
/// Of too many long names the last are kept as the fingerprint of all.
pub fn goods_key(goods: &[Good]) -> String {
    let mut keys: Vec<String> = goods
        .iter()
        .map(|good| good.item.map_or_else(|| format!("{FREE}{}", plain(&good.name)), |id| id.to_string()))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let mut key = keys.join(&TOGETHER.to_string());
    if key.len() > LONGEST_KEY {
        let all = crate::web::hex(&Sha256::digest(&key)[..8]);
        while key.len() > LONGEST_KEY {
            keys.pop();
            key = keys.join(&TOGETHER.to_string());
        }
        key.push_str(&format!("{TOGETHER}{FREE}… {all}"));
    }
    key
}

/// A name without what would part it from others.
fn plain(name: &str) -> String {
    name.split([TOGETHER, ' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The categories of goods that share one quantity, in a fixed order.
fn categories_key(goods: &[Good]) -> String {
    let mut codes: Vec<&str> = goods.iter().map(|good| good.category.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.join(&TOGETHER.to_string())
}

/// What a consignment adds. A void one adds nothing, nor does one of several reports of the same.
pub fn contributions(consignment: &Consignment) -> Cells {
    let mut cells = Cells::new();
    if !consignment.counts() {
        return cells;
    }
    let body = &consignment.body;
    let (mode, month) = (body.main().map_or("not_stated", |leg| leg.mode.code()), body.month());
    let status = body.status.code();
    let state = body.status.state().code();
    let mut add = |facet, value: &str, measure, unit: &str, figures: Figures| {
        let cell = Cell { facet, value: value.into(), measure, unit: unit.into(), state: state.into() };
        cells.entry(cell).or_default().add(&figures, 1);
    };
    let whole: [(Facet, &str); 4] =
        [(Facet::All, ""), (Facet::Mode, mode), (Facet::Month, &month), (Facet::Status, status)];

    // Goods that a receipt found were not dispatched.
    for line in body.listed() {
        let donor = donor_key(line.donor.or(body.donor));
        for (goods, quantity) in line.counted() {
            let figures = Figures::of(quantity);
            let unit = quantity.unit().base().code();
            for (facet, value) in whole {
                add(facet, value, Measure::Quantity, unit, figures);
            }
            add(Facet::Item, &goods_key(goods), Measure::Quantity, unit, figures);
            add(Facet::Category, &categories_key(goods), Measure::Quantity, unit, figures);
            add(Facet::Donor, &donor, Measure::Quantity, unit, figures);
        }
    }
    for (facet, value) in whole {
        add(facet, value, Measure::Consignments, "", Figures::plain(1));
    }
    for (facet, value) in parts(consignment) {
        add(facet, &value, Measure::Consignments, "", Figures::plain(1));
    }
    for (part, account) in consignment.accounts() {
        let unit = part.unit().code();
        let (item, donor) = (goods_key(part.goods), donor_key(part.line.donor.or(body.donor)));
        for (measure, figures) in became(&part, &account) {
            for (facet, value) in
                [(Facet::All, ""), (Facet::Mode, mode), (Facet::Item, item.as_str()), (Facet::Donor, donor.as_str())]
            {
                add(facet, value, measure, unit, figures);
            }
        }
        for ((measure, reason), milli) in consignment.reasons(&part, &account) {
            add(Facet::Reason, reason.code(), measure, unit, Figures::plain(milli));
        }
    }
    let mut good: HashMap<(Id, i64), Vec<&Finding>> = HashMap::new();
    for found in consignment.findings.iter().filter(|found| found.counts() && found.fate == Fate::Good) {
        good.entry((found.line, found.part)).or_default().push(found);
    }
    for (part, account) in consignment.accounts() {
        let found = good.remove(&part.key()).unwrap_or_default();
        for (month, milli) in received_in(consignment, &found, &account) {
            add(Facet::Arrival, &month, Measure::Good, part.unit().code(), Figures::plain(milli));
        }
    }
    for leg in &body.legs {
        let key = leg_key(leg);
        add(Facet::Leg, &key, Measure::Consignments, "", Figures::plain(1));
        if let Some(units) = leg.units {
            add(Facet::Leg, &key, Measure::Units, leg.unit_kind.code(), Figures::plain(units));
        }
        for (_, quantity) in body.listed().flat_map(Line::counted) {
            add(Facet::Leg, &key, Measure::Quantity, quantity.unit().base().code(), Figures::of(quantity));
        }
        // Of what has arrived nothing depends on the day one asks.
        let late = leg.arrived.and_then(|arrived| leg.days_late(arrived.first()));
        let days = [
            (Measure::Days, leg.days_under_way()),
            (Measure::DaysPlanned, leg.days_planned()),
            (Measure::DaysLate, late),
        ];
        for (measure, days) in days {
            if let Some(days) = days {
                add(Facet::Mode, leg.mode.code(), measure, "", Figures::plain(days));
            }
        }
    }
    if let Some((leg, units)) = body.main().and_then(|leg| Some((leg, leg.units?))) {
        for (facet, value) in whole {
            add(facet, value, Measure::Units, leg.unit_kind.code(), Figures::plain(units));
        }
    }
    for (measure, money) in [(Measure::Freight, body.freight), (Measure::Insurance, body.insurance)] {
        if let Some(money) = money {
            for (facet, value) in [(Facet::All, ""), (Facet::Mode, mode)] {
                add(facet, value, measure, money.currency().code(), Figures::plain(money.minor()));
            }
        }
    }
    for (donor, money) in worth(body) {
        let donor = donor_key(donor);
        for (facet, value) in [(Facet::All, ""), (Facet::Mode, mode), (Facet::Donor, donor.as_str())] {
            add(facet, value, Measure::Value, money.currency().code(), Figures::plain(money.minor()));
        }
    }
    cells
}

/// What it is worth, by who gives it: the value stated for the whole; without one, what the lines state.
fn worth(body: &Body) -> Vec<(Option<Id>, Money)> {
    match body.value {
        Some(money) => vec![(body.donor, money)],
        None => body.lines.iter().filter_map(|line| Some((line.donor.or(body.donor), line.value?))).collect(),
    }
}

/// What became of a part, as figures: nothing of what did not happen.
fn became(part: &Part<'_>, account: &Account) -> Vec<(Measure, Figures)> {
    let told = [
        (Measure::Good, account.good),
        (Measure::Damaged, account.damaged),
        (Measure::Missing, account.missing),
        (Measure::Returned, account.returned),
        (Measure::Surplus, account.surplus),
    ];
    let mut out: Vec<(Measure, Figures)> = told
        .into_iter()
        .filter(|(_, milli)| *milli != 0)
        .map(|(measure, milli)| (measure, Figures::plain(milli)))
        .collect();
    if account.by_word {
        // Nobody counted: it is as sure as what was said to be sent.
        match out.iter_mut().find(|(measure, _)| *measure == Measure::Good) {
            Some((_, good)) => *good = Figures { amount: good.amount, ..Figures::of(part.quantity) },
            None if !part.quantity.stated() => out.push((Measure::Good, Figures::of(part.quantity))),
            None => {}
        }
    }
    out
}

/// How a leg is known in sums: its mode and its ends.
fn leg_key(leg: &Leg) -> String {
    let place = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
    [leg.mode.code().to_string(), place(leg.from), place(leg.to)].join(&TOGETHER.to_string())
}

/// How much of a part was received in good condition in which month (reduced ISO 8601; empty where no date is stated).
fn received_in(c: &Consignment, found: &[&Finding], account: &Account) -> BTreeMap<String, i64> {
    let month = |when: Option<When>| match when {
        Some(When::Year(year)) => When::Year(year).iso(),
        Some(when) => When::Month { year: when.first().year(), month: when.first().month() }.iso(),
        None => String::new(),
    };
    let mut out: BTreeMap<String, i64> = BTreeMap::new();
    for found in found {
        let event = c.events.iter().find(|event| event.receipt == Some(found.document));
        *out.entry(month(event.and_then(|event| event.happened))).or_default() += found.milli;
    }
    // What is there by word alone came when that was said of the whole.
    *out.entry(month(c.body.received)).or_default() += account.good - out.values().sum::<i64>();
    out.retain(|_, milli| *milli != 0);
    out
}

/// The parts a consignment is counted under once, however many lines it has there.
fn parts(consignment: &Consignment) -> Vec<(Facet, String)> {
    let body = &consignment.body;
    let mut parts: Vec<(Facet, String)> = vec![];
    for line in body.listed() {
        parts.push((Facet::Donor, donor_key(line.donor.or(body.donor))));
        parts.extend(line.counted().map(|(goods, _)| (Facet::Category, categories_key(goods))));
        parts.extend(goods_of(line).map(|key| (Facet::Item, key)));
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn goods_of(line: &Line) -> impl Iterator<Item = String> {
    line.counted().map(|(goods, _)| goods_key(goods))
}

fn donor_key(donor: Option<Id>) -> String {
    donor.map(|id| id.to_string()).unwrap_or_default()
}

/// Adds up what some consignments add.
pub fn add_up<'a>(consignments: impl IntoIterator<Item = &'a Consignment>, cells: &mut Cells) {
    for (cell, figures) in consignments.into_iter().flat_map(contributions) {
        cells.entry(cell).or_default().add(&figures, 1);
    }
}

/// What changes in the sums when `before` becomes `after`: cells that stay as they are left out.
pub fn differences(before: Option<&Consignment>, after: Option<&Consignment>) -> Cells {
    let mut cells = after.map(contributions).unwrap_or_default();
    for (cell, figures) in before.map(contributions).unwrap_or_default() {
        cells.entry(cell).or_default().add(&figures, -1);
    }
    cells.retain(|_, figures| !figures.is_zero());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::Category,
        consignments::{
            Status,
            model::{Leg, Sharing, TransportUnit},
        },
        values::{Dimension, Mode, Moment, Sum, Unit, When},
    };
    use proptest::prelude::*;

    fn quantity() -> impl Strategy<Value = Quantity> {
        let units: Vec<Unit> = ["TNE", "KGM", "LTR", "XCX", "SET"].iter().filter_map(|c| Unit::from_code(c)).collect();
        (0..5usize, 0..=1_000_000_000i64, proptest::sample::select(units)).prop_map(|(q, milli, unit)| {
            let qualifier = Qualifier::ALL[q];
            let milli = if qualifier == Qualifier::NotStated { 0 } else { milli };
            Quantity::new(qualifier, milli, unit).unwrap()
        })
    }

    fn line(donors: [Id; 2]) -> impl Strategy<Value = Line> {
        let goods = proptest::collection::vec(0..4usize, 1..4);
        (goods, quantity(), 0..3usize, proptest::option::of(0..2usize)).prop_map(
            move |(goods, quantity, sharing, donor)| Line {
                id: Id::fresh(),
                goods: goods
                    .into_iter()
                    .map(|n| Good { item: None, name: format!("good {n}"), category: Category::ALL[n] })
                    .collect(),
                sharing: Sharing::ALL[sharing],
                quantity,
                packages: None,
                net: None,
                gross: None,
                volume: None,
                batch: String::new(),
                expiry: None,
                hs: String::new(),
                value: None,
                cost: None,
                donor: donor.map(|n| donors[n]),
                note: String::new(),
                cold: String::new(),
                dangerous: String::new(),
                found_by: None,
            },
        )
    }

    fn consignment(donors: [Id; 2]) -> impl Strategy<Value = Consignment> {
        let lines = proptest::collection::vec(line(donors), 1..6);
        (lines, 0..9usize, 0..9usize, proptest::option::of(1..100i64), 1..13u32, any::<bool>()).prop_map(
            |(lines, mode, status, units, month, void)| {
                let leg = Leg {
                    mode: Mode::ALL[mode],
                    units,
                    unit_kind: TransportUnit::Wagon,
                    departed: Some(When::Month { year: 2023, month }),
                    ..Leg::blank(Id::fresh())
                };
                let body = Body { status: Status::ALL[status], ..Body::of(lines, vec![leg]) };
                let now = Moment::now();
                let void = void.then(|| crate::consignments::model::Void { reason: "x".into(), at: now });
                Consignment { void, ..crate::consignments::testing::of(body) }
            },
        )
    }

    /// The lines added up by hand: each good of an "each" line once, every other line once, nothing of a void one.
    fn by_hand(all: &[Consignment]) -> BTreeMap<Unit, Sum> {
        let mut out: BTreeMap<Unit, Sum> = BTreeMap::new();
        for line in all.iter().filter(|c| c.void.is_none()).flat_map(|c| &c.body.lines) {
            let times = if line.sharing == Sharing::Each { line.goods.len() } else { 1 };
            for _ in 0..times {
                let sum: &mut Sum = out.entry(line.quantity.unit().base()).or_default();
                sum.add(line.quantity);
                let unsaid = line.sharing == Sharing::Unsaid && line.goods.len() > 1;
                let counted = line.quantity.unit().dimension() == Dimension::Count;
                sum.at_least += i64::from(unsaid && counted && line.quantity.qualifier() == Qualifier::Exact);
            }
        }
        out
    }

    fn by_facet(cells: &Cells, facet: Facet) -> BTreeMap<Unit, Sum> {
        let mut out: BTreeMap<Unit, Figures> = BTreeMap::new();
        for (cell, figures) in cells.iter().filter(|(c, _)| c.facet == facet && c.measure == Measure::Quantity) {
            out.entry(Unit::from_code(&cell.unit).unwrap()).or_default().add(figures, 1);
        }
        out.into_iter().map(|(unit, figures)| (unit, figures.sum())).collect()
    }

    proptest! {
        /// Whatever a total is told apart by, its parts come to the lines.
        #[test]
        fn every_total_is_the_sum_of_the_lines(all in proptest::collection::vec(consignment([Id::built_in("t", "a"), Id::built_in("t", "b")]), 0..8)) {
            let mut cells = Cells::new();
            for c in &all {
                for (cell, figures) in contributions(c) {
                    cells.entry(cell).or_default().add(&figures, 1);
                }
            }
            let wanted = by_hand(&all);
            // What is lost or received is no quantity sent; legs carry the same goods one after the other.
            let apart = [Facet::Reason, Facet::Arrival, Facet::Leg];
            for facet in Facet::ALL.iter().filter(|facet| !apart.contains(facet)) {
                prop_assert_eq!(&by_facet(&cells, *facet), &wanted, "{}", facet);
            }
            let good = |facet: Facet| -> i64 {
                let own = cells.iter().filter(|(c, _)| c.facet == facet && c.measure == Measure::Good);
                own.map(|(_, figures)| figures.amount).sum()
            };
            prop_assert_eq!(good(Facet::Arrival), good(Facet::All), "what was received was received in some month, or in none");
            let live = all.iter().filter(|c| c.void.is_none()).count() as i64;
            let counted: i64 = cells
                .iter()
                .filter(|(c, _)| c.facet == Facet::Mode && c.measure == Measure::Consignments)
                .map(|(_, f)| f.amount)
                .sum();
            prop_assert_eq!(counted, live);
        }

        /// A change's differences take the old sums to the new ones.
        #[test]
        fn differences_lead_from_one_state_to_the_other(
            before in consignment([Id::built_in("t", "a"), Id::built_in("t", "b")]),
            after in consignment([Id::built_in("t", "a"), Id::built_in("t", "b")]),
        ) {
            let mut cells = contributions(&before);
            for (cell, figures) in differences(Some(&before), Some(&after)) {
                cells.entry(cell).or_default().add(&figures, 1);
            }
            cells.retain(|_, figures| !figures.is_zero());
            let mut wanted = contributions(&after);
            wanted.retain(|_, figures| !figures.is_zero());
            prop_assert_eq!(cells, wanted);
        }
    }
}
