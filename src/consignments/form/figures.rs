//! Figures of the form that are no quantities of goods: weights, volumes, money, counts.

use crate::{
    values::{Comma, Fault, Money, Quantity, Unit},
    web::Problems,
};

/// A weight in a cell of a list, in kilograms unless a unit is typed: thousandths of a kilogram; none where it is empty.
pub(super) fn weight_of(typed: &str, comma: Comma) -> Result<Option<i64>, Fault> {
    if typed.is_empty() {
        return Ok(None);
    }
    let read = match Quantity::read(typed, "", comma) {
        Err(Fault::NoUnit) => Quantity::read(typed, "KGM", comma),
        read => read,
    }?;
    if Some(read.unit().base()) != Unit::from_code("KGM") {
        return Err(Fault::Mixed);
    }
    Ok(read.stated().then(|| read.milli()))
}

/// A weight in kilograms unless a unit is typed, as thousandths of a kilogram.
pub fn weight(p: &mut Problems, field: &str, typed: &str) -> Option<i64> {
    measured(p, field, typed, "KGM")
}

pub(super) fn measured(p: &mut Problems, field: &str, typed: &str, unit: &str) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    let comma = p.lang().comma();
    let read = match Quantity::read(typed, "", comma) {
        Err(Fault::NoUnit) => Quantity::read(typed, unit, comma),
        read => read,
    };
    match read {
        Ok(q) if !q.stated() => None,
        Ok(q) if Some(q.unit().base()) == Unit::from_code(unit) => Some(q.milli()),
        Ok(_) => {
            p.add(field, if unit == "KGM" { "error-not-a-weight" } else { "error-not-a-volume" });
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}

/// Money with its currency.
pub fn money(p: &mut Problems, field: &str, typed: &str) -> Option<Money> {
    if typed.is_empty() {
        return None;
    }
    match Money::read(typed, "", p.lang().comma()) {
        Ok(money) => Some(money),
        Err(Fault::NoUnit | Fault::UnknownUnit(_)) => {
            p.add(field, "error-currency");
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}

/// A whole number of things.
pub(super) fn count(p: &mut Problems, field: &str, typed: &str) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    match Quantity::read(typed, "H87", p.lang().comma()) {
        Ok(q) if !q.stated() => None,
        Ok(q) if q.milli() % 1000 == 0 => Some(q.milli() / 1000),
        Ok(_) => {
            p.add(field, "error-not-whole");
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}
