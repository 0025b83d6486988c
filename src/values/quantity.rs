//! A quantity: how much, how surely, of which unit; exact to a thousandth of the base, never a float (design §6, §9.2).

use std::collections::BTreeMap;

use crate::values::fold::fold;
use crate::values::number::{self, Decimal, Reading, Written};
use crate::values::unit::Unit;

pub use crate::values::number::{Comma, Fault};
pub use crate::values::qualifier::Qualifier;

/// The largest amount, in thousandths of the base: a million tonnes, 10^9 litres or 10^9 counted things (design §9.2).
pub const MAX: i64 = 1_000_000_000_000;

/// An amount with its unit as entered. "Not stated" is a value and keeps its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    qualifier: Qualifier,
    milli: i64,
    unit: Unit,
}

impl Quantity {
    /// A quantity of `milli` thousandths of the base of `unit`. `None` when that is negative, above [`MAX`], or anything but zero for
    /// [`Qualifier::NotStated`].
    pub fn new(qualifier: Qualifier, milli: i64, unit: Unit) -> Option<Self> {
        let kept = (0..=MAX).contains(&milli) && (qualifier != Qualifier::NotStated || milli == 0);
        kept.then_some(Self { qualifier, milli, unit })
    }

    /// The quantity someone said is not stated; only its unit is known.
    pub fn not_stated(unit: Unit) -> Self {
        Self { qualifier: Qualifier::NotStated, milli: 0, unit }
    }

    /// How surely the amount was stated.
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// Thousandths of the base of the unit; 0 when not stated.
    pub fn milli(self) -> i64 {
        self.milli
    }

    /// The unit as entered.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// Whether there is an amount at all.
    pub fn stated(self) -> bool {
        self.qualifier != Qualifier::NotStated
    }

    /// Reads what was typed into an amount field and a unit field (either may hold the unit; the amount may hold a qualifier and several
    /// units of one dimension, "272 t 728 kg", of which the first is the unit entered).
    ///
    /// # Errors
    /// The [`Fault`] that says what is wrong; nothing is guessed.
    pub fn read(amount: &str, unit: &str, comma: Comma) -> Result<Self, Fault> {
        let text = number::clean_amount(amount)?;
        let field = read_field(unit)?;
        let Some(written) = number::split(&text, |word| Unit::read(word).is_some()) else {
            return read_not_stated(&text, field);
        };
        let (before, after) = read_qualifiers(&written)?;
        let units = read_units(&written, after.0, field)?;
        let readings: Vec<Reading> =
            written.parts.iter().map(|part| number::read(&part.number, comma)).collect::<Result<_, _>>()?;
        if readings.iter().any(|reading| reading.is_ambiguous()) {
            let text = |value: fn(Reading) -> Decimal| {
                rewrite(before.sign(), &written, readings.iter().map(|&reading| value(reading)))
            };
            return Err(Fault::Ambiguous { grouped: text(Reading::grouped), decimal: text(Reading::decimal) });
        }
        let mut milli: i64 = 0;
        for (reading, unit) in readings.iter().zip(&units) {
            milli = milli.saturating_add(reading.grouped().scaled(unit.factor(), MAX)?);
        }
        let qualifier = if after.1 == Qualifier::Exact { before } else { after.1 };
        Quantity::new(qualifier, milli, units[0]).ok_or(Fault::TooLarge)
    }

    /// The amount in the unit as entered: exact, language-neutral, with a decimal point, and [`Quantity::read`] reads it again in any
    /// language. `272.728`, `~20`, `>=5403`, `<=3`; `?` when not stated.
    pub fn amount(self) -> String {
        let number = if self.stated() { number::shortest(self.milli, self.unit.factor()) } else { String::new() };
        format!("{}{number}", self.qualifier.sign())
    }

    /// The amount and the code of the unit: `272.728 TNE`.
    pub fn canonical(self) -> String {
        format!("{} {}", self.amount(), self.unit.code())
    }
}

fn read_field(unit: &str) -> Result<Option<Unit>, Fault> {
    let unit = number::clean(unit);
    if unit.is_empty() {
        return Ok(None);
    }
    Unit::read(&unit)
        .map(Some)
        .ok_or_else(|| Fault::UnknownUnit(unit.chars().filter(|c| !c.is_control()).take(40).collect()))
}

fn read_not_stated(text: &str, field: Option<Unit>) -> Result<Quantity, Fault> {
    let unit = Qualifier::not_stated(text).ok_or(Fault::NotANumber)?;
    one_unit(unit, field).map(Quantity::not_stated)
}

/// The unit in the amount or, without one, that of the field; both only when they agree.
fn one_unit(text: &str, field: Option<Unit>) -> Result<Unit, Fault> {
    if text.trim_matches(['.', ' ']).is_empty() {
        return field.ok_or(Fault::NoUnit);
    }
    let unit = Unit::read(text).ok_or_else(|| Fault::no_such_unit(text))?;
    if field.is_some_and(|field| field != unit) { Err(Fault::Mixed) } else { Ok(unit) }
}

/// The qualifier before the first number, and what is left after the last one with the qualifier that stood there.
fn read_qualifiers(written: &Written) -> Result<(Qualifier, (&str, Qualifier)), Fault> {
    if written.before.trim_end().ends_with(['-', '−', '–', '‐', '‑']) {
        return Err(Fault::Negative);
    }
    let before = Qualifier::before(&written.before).ok_or(Fault::NotANumber)?;
    let last = written.parts.last().map_or("", |part| part.after.as_str());
    let after = Qualifier::after(last);
    let agree = before == after.1 || before == Qualifier::Exact || after.1 == Qualifier::Exact;
    if agree { Ok((before, after)) } else { Err(Fault::NotANumber) }
}

/// The unit of each number; `last` is the text after the last one.
fn read_units(written: &Written, last: &str, field: Option<Unit>) -> Result<Vec<Unit>, Fault> {
    let (_, others) = written.parts.split_last().ok_or(Fault::NotANumber)?;
    let texts: Vec<&str> = others.iter().map(|part| part.after.as_str()).chain([last]).collect();
    if texts.len() > 1 && texts.iter().any(|text| fold(text).is_empty()) {
        return Err(Fault::NotANumber);
    }
    let first = one_unit(texts[0], field)?;
    let mut units = vec![first];
    for text in &texts[1..] {
        let unit = one_unit(text, None)?;
        if unit.base() != first.base() {
            return Err(Fault::Mixed);
        }
        units.push(unit);
    }
    Ok(units)
}

/// The typed text with its qualifier as a sign and its numbers as `values`, so that it has one reading in any language.
fn rewrite(sign: &str, written: &Written, values: impl Iterator<Item = Decimal>) -> String {
    let mut text = sign.to_owned();
    for (part, value) in written.parts.iter().zip(values) {
        text.push_str(&value.text());
        text.push_str(&part.after);
    }
    text.trim_end().to_owned()
}

/// A running sum of quantities of one base unit. It does not know which: [`sums`] keeps the bases apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Thousandths of the base, of the lines that state an amount.
    pub milli: i128,
    /// All lines, stated or not.
    pub lines: i64,
    /// How many of them are approximate.
    pub about: i64,
    /// How many of them are lower bounds.
    pub at_least: i64,
    /// How many of them are upper bounds.
    pub at_most: i64,
    /// How many of them state no amount.
    pub not_stated: i64,
}

impl Sum {
    /// Adds one line.
    pub fn add(&mut self, quantity: Quantity) {
        self.milli += i128::from(quantity.milli);
        self.lines += 1;
        match quantity.qualifier {
            Qualifier::Exact => {}
            Qualifier::About => self.about += 1,
            Qualifier::AtLeast => self.at_least += 1,
            Qualifier::AtMost => self.at_most += 1,
            Qualifier::NotStated => self.not_stated += 1,
        }
    }

    /// The weakest thing that can be said of the sum (design §9.2): *not stated* when no line of several states an amount; *about* when one
    /// is approximate, or lower and upper bounds meet; *at most* when one is an upper bound (this speaks of the stated lines alone, so the
    /// count of those not stated must be shown beside it); *at least* when one is a lower bound or some lines are not stated; else exact.
    pub fn qualifier(&self) -> Qualifier {
        if self.not_stated > 0 && self.not_stated == self.lines {
            Qualifier::NotStated
        } else if self.about > 0 || (self.at_least > 0 && self.at_most > 0) {
            Qualifier::About
        } else if self.at_most > 0 {
            Qualifier::AtMost
        } else if self.at_least > 0 || self.not_stated > 0 {
            Qualifier::AtLeast
        } else {
            Qualifier::Exact
        }
    }
}

/// The sum of each base unit, in the order of the units: masses with masses, volumes with volumes, counted things only with their own kind.
pub fn sums(quantities: impl IntoIterator<Item = Quantity>) -> BTreeMap<Unit, Sum> {
    let mut sums: BTreeMap<Unit, Sum> = BTreeMap::new();
    for quantity in quantities {
        sums.entry(quantity.unit.base()).or_default().add(quantity);
    }
    sums
}

#[cfg(test)]
#[path = "quantity_tests.rs"]
mod tests;
