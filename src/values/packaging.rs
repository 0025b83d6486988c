//! Packaging: how many packages, and what is in each ("4 000 bags × 25 kg"). It stands beside a quantity and is never one (domain.md §1.4).

use crate::values::number;
use crate::values::quantity::{Comma, Fault, Qualifier, Quantity};
use crate::values::unit::{Dimension, Unit};

/// A whole number of packages (or counted things) and, when stated, the content of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Packaging {
    /// How many; not negative.
    pub count: i64,
    /// What is counted: a package or another counted unit.
    pub kind: Unit,
    /// The content of one; `None` when nothing was said about it.
    pub each: Option<Quantity>,
}

/// The kind when only a number of packages was given ("4000 x 25 kg"): Rec 21 "package".
const ANY_PACKAGE: &str = "XPK";

/// What stands between the count and the content of one.
const SEPARATORS: [&str; 9] = ["×", "✕", "*", "@", "x", "х", "по", "of", "هر"];

/// Separators that are typed with an accent or in several words, by the one they stand for.
const ALSO: [(&str, &str); 3] = [(" à ", " × "), (" هر یک ", " × "), (" هر کدام ", " × ")];

impl Packaging {
    /// Reads "4 000 bags × 25 kg", "10909 мешков по 25 кг", "4000x25kg", "4000 x 25 kg bags" or "81 cartons".
    ///
    /// # Errors
    /// As [`Quantity::read`]; also [`Fault::NotAPackage`] when what is counted is a mass or a volume, [`Fault::TooFine`] for a part of a
    /// package, and [`Fault::NotANumber`] for a qualified count or packages in packages.
    pub fn read(text: &str, comma: Comma) -> Result<Self, Fault> {
        let mut text = number::clean_amount(text)?;
        for (also, separator) in ALSO {
            text = text.replace(also, separator);
        }
        let Some((left, separator, right)) = split(&text)? else {
            let (count, kind) = read_count(&text, "", comma)?;
            return Ok(Self { count, kind, each: None });
        };
        let (right, kind) = match Quantity::read(left, "", comma) {
            Err(Fault::NoUnit) => split_kind(right),
            _ => (right, ""),
        };
        let tail = &text[left.len() + separator.len() + right.len()..];
        let (count, kind) =
            read_count(left, kind, comma).map_err(|fault| around(fault, "", &format!("{separator}{right}{tail}")))?;
        let each =
            Quantity::read(right, "", comma).map_err(|fault| around(fault, &format!("{left}{separator}"), tail))?;
        Ok(Self { count, kind, each: Some(each) })
    }

    /// The packaging with codes for units, which [`Packaging::read`] reads again in any language: `4000 XBG x 25 KGM`, `81 XCT`.
    pub fn canonical(&self) -> String {
        let packages = format!("{} {}", self.count, self.kind.code());
        self.each.map_or_else(|| packages.clone(), |each| format!("{packages} x {}", each.canonical()))
    }

    /// The count times the content of one, exactly, in its unit and with its qualifier. `None` when nothing was said about the content, or
    /// when the product is larger than a quantity can be.
    pub fn total(&self) -> Option<Quantity> {
        let each = self.each?;
        Quantity::new(each.qualifier(), each.milli().checked_mul(self.count)?, each.unit())
    }
}

/// The text before the separator, the separator with the spaces around it, and the text after. `None` without one.
fn split(text: &str) -> Result<Option<(&str, &str, &str)>, Fault> {
    let found: Vec<(usize, usize)> =
        text.char_indices().filter_map(|(at, _)| Some((at, at + separator_at(text, at)?))).collect();
    match found.as_slice() {
        [] => Ok(None),
        [(start, end)] => {
            let left = text[..*start].trim_end();
            let right = text[*end..].trim_start();
            Ok(Some((left, &text[left.len()..text.len() - right.len()], right)))
        }
        _ => Err(Fault::NotANumber),
    }
}

/// The length of the separator that starts at `at`. One of letters stands apart from other letters, so the x of "box" is none.
fn separator_at(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = text.split_at(at);
    SEPARATORS.iter().map(|separator| separator.len()).zip(SEPARATORS).find_map(|(length, separator)| {
        let (typed, after) = (rest.get(..length)?, rest.get(length..)?);
        let apart = !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
        let lettered = separator.starts_with(char::is_alphabetic);
        (typed.to_lowercase() == separator && (apart || !lettered)).then_some(length)
    })
}

/// Takes a package, as its code, from behind the content of one: "25 kg bags" is "25 kg" in bags, while "24 bottles" is all content.
fn split_kind(right: &str) -> (&str, &'static str) {
    let (content, last) = right.rsplit_once(char::is_whitespace).unwrap_or((right, ""));
    let content = content.trim_end();
    match Unit::read(last).filter(|unit| unit.is_package()) {
        Some(kind) if Unit::read(&letters_behind(content)).is_some() => (content, kind.code()),
        _ => (right, ANY_PACKAGE),
    }
}

/// What stands behind the last number of `text`.
fn letters_behind(text: &str) -> String {
    number::split(text, |word| Unit::read(word).is_some())
        .and_then(|written| written.parts.into_iter().next_back())
        .map_or_else(String::new, |part| part.after)
}

/// A whole, exact number of a counted unit.
fn read_count(text: &str, kind: &str, comma: Comma) -> Result<(i64, Unit), Fault> {
    let quantity = Quantity::read(text, kind, comma)?;
    if quantity.unit().dimension() != Dimension::Count {
        Err(Fault::NotAPackage)
    } else if quantity.qualifier() != Qualifier::Exact {
        Err(Fault::NotANumber)
    } else if quantity.milli() % quantity.unit().factor() != 0 {
        Err(Fault::TooFine)
    } else {
        Ok((quantity.milli() / quantity.unit().factor(), quantity.unit()))
    }
}

/// A fault of one side with its readings completed to the whole text.
fn around(fault: Fault, before: &str, after: &str) -> Fault {
    match fault {
        Fault::Ambiguous { grouped, decimal } => Fault::Ambiguous {
            grouped: format!("{before}{grouped}{after}"),
            decimal: format!("{before}{decimal}{after}"),
        },
        fault => fault,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        match Packaging::read(text, Comma::Ambiguous) {
            Ok(packaging) => packaging.canonical(),
            Err(Fault::Ambiguous { grouped, decimal }) => format!("{grouped} | {decimal}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn packages_and_what_is_in_each() {
        for (typed, expected) in [
            ("4 000 bags × 25 kg", "4000 XBG x 25 KGM"),
            ("10909 мешков по 25 кг", "10909 XBG x 25 KGM"),
            ("81 cartons", "81 XCT"),
            ("4000x25kg", "4000 XPK x 25 KGM"),
            ("4000 х 25 кг", "4000 XPK x 25 KGM"),
            ("4000 bags of 25 kg", "4000 XBG x 25 KGM"),
            ("12 boxes @ 24 cans", "12 XBX x 24 XCX"),
            ("12 boxes*5 l", "12 XBX x 5 LTR"),
            ("۴۰۰۰ بوری هر ۲۵ کیلو", "4000 XBG x 25 KGM"),
            ("۴۰۰۰ بوری هر کدام ۲۵ کیلو", "4000 XBG x 25 KGM"),
            ("4000 x 25 kg bags", "4000 XBG x 25 KGM"),
            ("10 x 24 bottles", "10 XPK x 24 XBO"),
            ("100 sacs à 5 kg", "UnknownUnit(\"sacs\")"),
            ("100 bags à 5 kg", "100 XBG x 5 KGM"),
            ("50 drums x ~200 l", "50 XDR x ~200 LTR"),
            ("50 boxes x ? kg", "50 XBX x ? KGM"),
            ("5 m3 x 2 kg", "NotAPackage"),
            ("4 bags x 25 kg boxes", "UnknownUnit(\"kg boxes\")"),
            ("0 boxes", "0 XBX"),
        ] {
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn faults() {
        for (typed, expected) in [
            ("", "Empty"),
            ("25 kg", "NotAPackage"),
            ("4000", "NoUnit"),
            ("2.5 boxes", "TooFine"),
            ("~40 boxes", "NotANumber"),
            ("? boxes", "NotANumber"),
            ("2 boxes x 3 x 4 kg", "NotANumber"),
            ("2 boxes x", "Empty"),
            ("x 25 kg", "Empty"),
            ("2 boxes x 25", "NoUnit"),
            ("-2 boxes", "Negative"),
            ("10,909 мешков по 25 кг", "10909 мешков по 25 кг | 10.909 мешков по 25 кг"),
            ("10 мешков по 2,500 кг", "10 мешков по 2500 кг | 10 мешков по 2.5 кг"),
            ("10,909 x 25 kg bags", "10909 x 25 kg bags | 10.909 x 25 kg bags"),
            ("9 x 2,500 kg bags", "9 x 2500 kg bags | 9 x 2.5 kg bags"),
        ] {
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_total_is_exact() {
        let total = |text| Packaging::read(text, Comma::Groups).ok()?.total().map(Quantity::canonical);
        assert_eq!(total("10909 мешков по 25 кг"), Some("272725 KGM".to_owned()));
        assert_eq!(total("3 drums x ~0.7 t"), Some("~2.1 TNE".to_owned()));
        assert_eq!(total("5 boxes x ? kg"), Some("? KGM".to_owned()));
        assert_eq!(total("81 cartons"), None);
        assert_eq!(total("1000000000 boxes x 1000000 t"), None);
    }

    proptest! {
        #[test]
        fn canonical_packaging_is_read_again(count in 0..=1_000_000_000_i64, kind in 0..40_usize, unit in 0..40_usize, milli in 0..=1_000_000_000_i64, each: bool) {
            let counted: Vec<Unit> = Unit::all().filter(|unit| unit.dimension() == Dimension::Count).collect();
            let units: Vec<Unit> = Unit::all().collect();
            let each = each.then(|| Quantity::new(Qualifier::Exact, milli, units[unit % units.len()])).flatten();
            let packaging = Packaging { count, kind: counted[kind % counted.len()], each };
            prop_assert_eq!(Packaging::read(&packaging.canonical(), Comma::Ambiguous), Ok(packaging));
        }

        #[test]
        fn no_text_brings_it_down(text in "[0-9.,xх×@ bagskgпоofهر٣à]{0,20}", other in any::<String>()) {
            let _ = Packaging::read(&text, Comma::Ambiguous);
            let _ = Packaging::read(&other, Comma::Groups);
        }
    }
}
