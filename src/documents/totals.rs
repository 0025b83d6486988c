//! What the lines on a paper come to: each dimension by itself, what is not stated said beside it.

use super::sheet::{Fact, Open};
use crate::{
    consignments::model::Line,
    lang::Lang,
    values::{Currency, Dimension, Sum, Unit},
};
use std::collections::BTreeMap;

/// The totals of some lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Packages of each kind.
    pub packages: BTreeMap<Unit, i64>,
    /// How many lines do not say in how many packages they come.
    pub unpacked: i64,
    /// What they hold that is no mass, by unit.
    pub quantities: BTreeMap<Unit, Sum>,
    /// Net weight, thousandths of a kilogram.
    pub net: Sum,
    /// Gross weight, thousandths of a kilogram.
    pub gross: Sum,
    /// Volume, thousandths of a litre.
    pub volume: Sum,
    /// Declared value in minor units, by currency.
    pub values: BTreeMap<&'static str, i64>,
    /// How many lines declare no value.
    pub unvalued: i64,
}

impl Totals {
    /// What these lines come to.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut out = Self::default();
        for line in lines {
            match line.packages {
                Some(packages) => *out.packages.entry(packages.kind).or_default() += packages.count,
                None => out.unpacked += 1,
            }
            let mass = line.quantity.unit().dimension() == Dimension::Mass;
            for (_, quantity) in line.counted() {
                let sum = if mass { &mut out.net } else { out.quantities.entry(quantity.unit().base()).or_default() };
                sum.add(quantity);
            }
            if !mass {
                add(&mut out.net, line.net);
            }
            add(&mut out.gross, line.gross);
            add(&mut out.volume, line.volume);
            match line.value {
                Some(value) => *out.values.entry(value.currency().code()).or_default() += value.minor(),
                None => out.unvalued += 1,
            }
        }
        out
    }

    /// In words.
    pub fn facts(&self, lang: Lang) -> Vec<Fact<String>> {
        let mass = |sum: &Sum| Unit::from_code("KGM").map(|kg| said(sum, kg, lang)).unwrap_or_default();
        let packages: Vec<String> =
            self.packages.iter().map(|(kind, n)| lang.amount(i128::from(*n) * 1000, *kind)).collect();
        let packages = unsaid(packages.join(&lang.say("list-separator")), self.unpacked, lang);
        let quantities = self.quantities.iter().map(|(unit, sum)| match sum.lines == sum.not_stated {
            true => lang.sum(sum, *unit),
            false => said(sum, *unit, lang),
        });
        let volume = Unit::from_code("LTR").map(|litre| said(&self.volume, litre, lang)).unwrap_or_default();
        let volume = if self.volume.lines > self.volume.not_stated { volume } else { String::new() };
        let values =
            self.values.iter().filter_map(|(code, minor)| Some(lang.minor(*minor, Currency::from_code(code)?)));
        let values: Vec<String> = values.collect();
        let value = if values.is_empty() { String::new() } else { unsaid(values.join(" + "), self.unvalued, lang) };
        let mut facts = vec![
            Fact::new(lang.say("label-packages"), packages),
            Fact::new(lang.say("label-gross"), mass(&self.gross)),
            Fact::new(lang.say("label-net"), mass(&self.net)),
        ];
        let quantities: Vec<String> = quantities.collect();
        facts.extend(Fact::some(lang.say("label-quantity"), quantities.join(&lang.say("list-separator"))));
        facts.extend(Fact::some(lang.say("label-volume"), volume));
        facts.extend(
            Fact::some(lang.say("label-declared-value"), value)
                .map(|fact| Fact { note: lang.say("customs-only"), ..fact }),
        );
        facts.into_iter().map(|fact| fact.open(Open::Total)).collect()
    }
}

fn add(sum: &mut Sum, milli: Option<i64>) {
    sum.lines += 1;
    match milli {
        Some(milli) => sum.milli += i128::from(milli),
        None => sum.not_stated += 1,
    }
}

/// A sum with its qualifier, and how many lines it does not hold.
fn said(sum: &Sum, unit: Unit, lang: Lang) -> String {
    if sum.lines == sum.not_stated {
        return lang.say("not-stated");
    }
    unsaid(lang.sum(sum, unit), sum.not_stated, lang)
}

fn unsaid(said: String, lines: i64, lang: Lang) -> String {
    match (said.is_empty(), lines) {
        (true, _) => lang.say("not-stated"),
        (false, 0) => said,
        (false, n) => lang.vv("with-note", said, lang.say_n("lines-not-stated", n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        consignments::testing::consignment,
        values::{Packaging, Qualifier, Quantity},
    };
    use proptest::prelude::*;

    fn line(code: &str, qualifier: Qualifier, milli: i64) -> Line {
        let unit = Unit::from_code(code).unwrap();
        let quantity = Quantity::new(qualifier, milli, unit).unwrap_or(Quantity::not_stated(unit));
        Line { quantity, ..consignment(&[1], "2023-04-01").body.lines[0].clone() }
    }

    proptest! {
        /// What stands under the lines is what the lines come to: each dimension by itself, to the thousandth.
        #[test]
        fn totals_on_paper_are_the_sums_of_the_lines(
            lines in proptest::collection::vec(
                (0..4usize, 0..4usize, 0..2_000_000_000i64, proptest::option::of(0..5_000i64), proptest::option::of(0..9_000_000i64)),
                1..12,
            ),
        ) {
            let codes = ["TNE", "KGM", "LTR", "SET"];
            let qualifiers = [Qualifier::Exact, Qualifier::About, Qualifier::AtLeast, Qualifier::NotStated];
            let lines: Vec<Line> = lines
                .into_iter()
                .map(|(unit, qualifier, milli, packages, gross)| {
                    let kind = Unit::from_code("XBG").unwrap();
                    let packages = packages.map(|count| Packaging { count, kind, each: None });
                    Line { packages, gross, ..line(codes[unit], qualifiers[qualifier], milli) }
                })
                .collect();
            let totals = Totals::of(&lines);
            let of = |dimension: Dimension| -> i128 {
                let own = lines.iter().filter(|l| l.quantity.unit().dimension() == dimension && l.quantity.stated());
                own.map(|l| i128::from(l.quantity.milli())).sum()
            };
            prop_assert_eq!(totals.net.milli, of(Dimension::Mass));
            let litres: i128 = totals.quantities.iter().filter(|(u, _)| u.code() == "LTR").map(|(_, s)| s.milli).sum();
            prop_assert_eq!(litres, of(Dimension::Volume));
            prop_assert_eq!(totals.gross.milli, lines.iter().filter_map(|l| l.gross).map(i128::from).sum::<i128>());
            let packed: i64 = lines.iter().filter_map(|l| l.packages).map(|p| p.count).sum();
            prop_assert_eq!(totals.packages.values().sum::<i64>(), packed);
            let said: Vec<String> = totals.facts(Lang::english()).into_iter().map(|fact| fact.value).collect();
            let unsaid = lines.iter().filter(|l| l.gross.is_none()).count();
            prop_assert_eq!(said[1].contains("not stated"), unsaid > 0, "{:?}", said);
            prop_assert_eq!(said[1].starts_with("at least"), unsaid > 0 && unsaid < lines.len(), "{:?}", said);
        }
    }

    #[test]
    fn litres_are_not_tonnes_and_what_is_not_stated_is_said() {
        let lines = [
            line("TNE", Qualifier::Exact, 272_728_000),
            line("LTR", Qualifier::Exact, 60_000_000),
            line("XBX", Qualifier::NotStated, 0),
        ];
        let said: Vec<(String, String)> = Totals::of(&lines)
            .facts(Lang::english())
            .into_iter()
            .map(|fact| (fact.label, fact.value.replace('\u{202f}', " ")))
            .collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        assert_eq!(
            said,
            [
                ("Packages", "not stated"),
                ("Gross weight", "not stated"),
                ("Net weight", "at least 272.728 t (2 lines not stated)"),
                ("Quantity", "60 000 L, boxes: not stated"),
            ]
        );
    }
}
