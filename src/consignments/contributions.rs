//! What a consignment adds to its mission's kept sums (design 9.10). One pure function feeds the write's differences,
//! `doctor`'s check, the totals of a filtered list and the tests, so that a figure is never added up in two ways.

use super::model::{Consignment, Good, Line};
use crate::values::{Id, Qualifier, Quantity, fold};
use std::collections::BTreeMap;

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

/// Goods that share one quantity are one entry: their keys joined by this.
pub const TOGETHER: &str = " + ";

/// Marks the key of a good that is not in the catalogue.
pub const FREE: char = '~';

/// How a line's goods are known in sums: the item's id, or `~` and the folded name; several joined, in a fixed order.
pub fn goods_key(goods: &[Good]) -> String {
    let mut keys: Vec<String> = goods
        .iter()
        .map(|good| good.item.map_or_else(|| format!("{FREE}{}", fold(&good.name)), |id| id.to_string()))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys.join(TOGETHER)
}

/// What a consignment adds. A void one adds nothing.
pub fn contributions(consignment: &Consignment) -> Cells {
    let mut cells = Cells::new();
    if consignment.void.is_some() {
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

    for line in &body.lines {
        let donor = donor_key(line.donor.or(body.donor));
        for (goods, quantity) in line.counted() {
            let figures = Figures::of(quantity);
            let unit = quantity.unit().base().code();
            for (facet, value) in whole {
                add(facet, value, Measure::Quantity, unit, figures);
            }
            add(Facet::Item, &goods_key(goods), Measure::Quantity, unit, figures);
            add(Facet::Category, line.category.code(), Measure::Quantity, unit, figures);
            add(Facet::Donor, &donor, Measure::Quantity, unit, figures);
        }
    }
    for (facet, value) in whole {
        add(facet, value, Measure::Consignments, "", Figures::plain(1));
    }
    for (facet, value) in parts(consignment) {
        add(facet, &value, Measure::Consignments, "", Figures::plain(1));
    }
    if let Some((leg, units)) = body.main().and_then(|leg| Some((leg, leg.units?))) {
        for (facet, value) in whole {
            add(facet, value, Measure::Units, leg.unit_kind.code(), Figures::plain(units));
        }
    }
    for (measure, money) in [(Measure::Freight, body.freight), (Measure::Insurance, body.insurance)] {
        if let Some(money) = money {
            add(Facet::All, "", measure, money.currency().code(), Figures::plain(money.minor()));
        }
    }
    // The value stated for the whole; without one, what the lines state.
    match body.value {
        Some(money) => {
            let donor = donor_key(body.donor);
            add(Facet::All, "", Measure::Value, money.currency().code(), Figures::plain(money.minor()));
            add(Facet::Donor, &donor, Measure::Value, money.currency().code(), Figures::plain(money.minor()));
        }
        None => {
            for (line, money) in body.lines.iter().filter_map(|line| Some((line, line.value?))) {
                let donor = donor_key(line.donor.or(body.donor));
                add(Facet::All, "", Measure::Value, money.currency().code(), Figures::plain(money.minor()));
                add(Facet::Donor, &donor, Measure::Value, money.currency().code(), Figures::plain(money.minor()));
            }
        }
    }
    cells
}

/// The parts a consignment is counted under once, however many lines it has there.
fn parts(consignment: &Consignment) -> Vec<(Facet, String)> {
    let body = &consignment.body;
    let mut parts: Vec<(Facet, String)> = vec![];
    for line in &body.lines {
        parts.push((Facet::Donor, donor_key(line.donor.or(body.donor))));
        parts.push((Facet::Category, line.category.code().into()));
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

/// What changes in the sums when `before` becomes `after`: cells that stay as they are left out.
pub fn differences(before: Option<&Consignment>, after: Option<&Consignment>) -> Cells {
    let mut cells = after.map(contributions).unwrap_or_default();
    for (cell, figures) in before.map(contributions).unwrap_or_default() {
        cells.entry(cell).or_default().add(&figures, -1);
    }
    cells.retain(|_, figures| !figures.is_zero());
    cells
}
