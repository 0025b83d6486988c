//! Transport units one by one: the wagons, containers, trucks and flights of a leg; what their numbers tell of a slip of the
//! pen, and how many of them have come how far.

use super::model::{Consignment, Leg, Milestone};
use crate::values::Id;
use std::collections::BTreeSet;

/// A wagon, container, truck or flight of a leg.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedUnit {
    /// Stays the same across edits.
    pub id: Id,
    /// Its leg.
    pub leg: Id,
    /// Its number, as written.
    pub number: String,
    /// The numbers of its seals.
    pub seals: String,
    /// Laden weight, thousandths of a kilogram.
    pub gross: Option<i64>,
    /// Unladen weight, thousandths of a kilogram.
    pub tare: Option<i64>,
    /// Weight of the goods, thousandths of a kilogram.
    pub net: Option<i64>,
    /// The number of its weighbridge ticket.
    pub ticket: String,
    /// What is in it.
    pub contents: String,
    /// The plate of its trailer.
    pub trailer: String,
    /// Who drives it: name, telephone, licence.
    pub driver: String,
}

/// A number as it is compared: without what one may or may not type between its signs.
pub fn bare(number: &str) -> String {
    let number = crate::values::fold(number);
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The check digit a number should end in, where it ends in another: of railway wagons of the 1520 mm gauge (eight digits) and
/// of UIC wagons (twelve) by alternate doubling, of freight containers by ISO 6346. Other numbers carry none that is known.
pub fn wrong_check_digit(number: &str) -> Option<u32> {
    let bare = bare(number);
    let (body, last) = bare.split_at_checked(bare.len().checked_sub(1)?)?;
    let last = last.chars().next()?.to_digit(10)?;
    let digits = |text: &str| text.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>();
    let right = match (bare.len(), digits(body)) {
        (8 | 12, Some(body)) => doubled(&body),
        (11, None) if is_container(body) => container(body)?,
        _ => return None,
    };
    (right != last).then_some(right)
}

/// Every other digit doubled from the left, the digits of all products added up, and what is wanting to the next ten.
fn doubled(digits: &[u32]) -> u32 {
    let product = |(n, digit): (usize, &u32)| if n % 2 == 0 { digit * 2 } else { *digit };
    let sum: u32 = digits.iter().enumerate().map(product).map(|n| n / 10 + n % 10).sum();
    (10 - sum % 10) % 10
}

/// Three letters for the owner, one for the kind of equipment, six digits.
fn is_container(body: &str) -> bool {
    let (owner, serial) = body.split_at(4);
    owner.chars().all(|c| c.is_ascii_uppercase())
        && owner.ends_with(['U', 'J', 'Z'])
        && serial.chars().all(|c| c.is_ascii_digit())
}

/// ISO 6346: letters count from 10 without the multiples of 11, each place twice the one before, modulo 11, ten as nothing.
fn container(body: &str) -> Option<u32> {
    let mut sum = 0;
    for (n, c) in body.chars().enumerate() {
        let value = match c.to_digit(10) {
            Some(digit) => digit,
            None => {
                let place = u32::from(c) - u32::from('A') + 10;
                place + (place - 1) / 10
            }
        };
        sum += value << n;
    }
    Some(sum % 11 % 10)
}

/// How many units of a leg something is told of, and of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Of how many.
    pub some: i64,
    /// How many there are: as stated, or as listed where more are.
    pub all: i64,
}

impl Consignment {
    /// The units of a leg, in their order.
    pub fn units_of(&self, leg: Id) -> impl Iterator<Item = &ListedUnit> {
        self.units.iter().filter(move |unit| unit.leg == leg)
    }

    /// How many units a leg has: as stated, or as listed where more are.
    pub fn unit_count(&self, leg: &Leg) -> i64 {
        (self.units_of(leg.id).count() as i64).max(leg.units.unwrap_or_default())
    }

    /// Of how many of a leg's units a step is told; none where no step is told of some alone.
    pub fn tally(&self, leg: &Leg, milestone: Milestone) -> Option<Tally> {
        let all = self.unit_count(leg);
        let here =
            |event: &&super::model::Event| event.counts() && event.milestone == milestone && event.leg == Some(leg.id);
        let told: Vec<_> = self.events.iter().filter(here).collect();
        if told.iter().any(|event| event.units.is_none() && event.receipt.is_none()) {
            return Some(Tally { some: all, all });
        }
        let some: i64 = told.iter().filter_map(|event| event.units).sum();
        (some > 0).then_some(Tally { some: some.min(all.max(some)), all: all.max(some) })
    }

    /// The leg at whose end goods are received, where nobody says: the last that something arrived on, else the last of all.
    pub fn receiving_leg(&self) -> Option<&Leg> {
        let came = |leg: &&Leg| leg.arrived.is_some() || self.tally(leg, Milestone::Arrived).is_some();
        self.body.legs.iter().rfind(came).or(self.body.legs.last())
    }

    /// The listed units of which a step is told.
    pub fn told_of(&self, milestone: Milestone) -> BTreeSet<Id> {
        let told = self.events.iter().filter(|event| event.counts() && event.milestone == milestone);
        told.flat_map(|event| event.which.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::wrong_check_digit;

    #[test]
    fn numbers_tell_of_a_slip_of_the_pen() {
        // ISO 6346's own example; UIC 438-2's; wagons of the 1520 mm gauge by the same doubling.
        for right in ["CSQU3054383", "csqu 305438-3", "MSKU 907032 3", "31 80 0691 235 2", "2800 3473", "52916673"] {
            assert_eq!(wrong_check_digit(right), None, "{right}");
        }
        assert_eq!(wrong_check_digit("CSQU3054384"), Some(3));
        assert_eq!(wrong_check_digit("52916674"), Some(3));
        assert_eq!(wrong_check_digit("52916637"), Some(2), "two digits changed places");
        for other in ["", "A 123 BC", "KC-1234", "1234567", "12345678901", "٥٢٩١٦٦٧٤x", "flight KC 901"] {
            assert_eq!(wrong_check_digit(other), None, "{other}");
        }
    }
}
