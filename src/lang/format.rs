//! Numbers, quantities and dates as people read them. Digits are grouped by a narrow no-break space in every language
//! and on paper (5 403 t); the decimal sign follows the language (design 9.1).

use super::{Calendar, Lang};
use crate::values::{Dimension, Moment, Money, Qualifier, Quantity, Sum, Unit, When};
use chrono::{Datelike, NaiveDate, Offset, Timelike};
use icu_calendar::{Date, Gregorian, cal::Persian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{YM, YMD},
    options::YearStyle,
};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRules, PluralRulesOptions};
use std::borrow::Borrow;

/// Between groups of three digits.
const GROUP: char = '\u{202f}';

/// How a language counts and writes dates; read once, for reading it takes far longer than using it.
pub(super) struct Formats {
    plurals: PluralRules,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    solar: FixedCalendarDateTimeFormatter<Persian, YMD>,
    /// Whether days are counted by the Solar Hijri where it is spoken.
    by_sun: bool,
}

impl Formats {
    /// The formats of a locale, or what is missing.
    pub(super) fn of(locale: &Locale) -> Result<Self, String> {
        let dates = "its dates cannot be written";
        Ok(Self {
            plurals: PluralRules::try_new(locale.into(), PluralRulesOptions::default()).map_err(|e| e.to_string())?,
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::medium()).map_err(|_| dates)?,
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long()).map_err(|_| dates)?,
            // No era: whoever counts so needs none, and some locales have but a Latin word for it.
            solar: FixedCalendarDateTimeFormatter::try_new(
                locale.into(),
                YMD::medium().with_year_style(YearStyle::Full),
            )
            .map_err(|_| dates)?,
            by_sun: locale.id.region.is_some_and(|region| region.as_str() == "AF"),
        })
    }

    /// Whether days are counted by the Solar Hijri where it is spoken: in Afghanistan.
    pub(super) fn is_solar(&self) -> bool {
        self.by_sun
    }
}

impl Lang {
    /// A whole number, grouped: `5 403`.
    pub fn count(self, n: i64) -> String {
        self.1.write(grouped(&n.to_string()))
    }

    /// `milli` thousandths of a base unit, in units of `factor` thousandths (a power of ten), exactly: `272.728`.
    pub fn decimal(self, milli: impl Into<i128>, factor: i64) -> String {
        let plain = plain(milli, factor);
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut out = grouped(whole);
        if !fraction.is_empty() {
            out.push_str(&self.say("decimal-sign"));
            out.push_str(fraction);
        }
        self.1.write(out)
    }

    /// The plural category of a number in plain digits, as a Fluent variant: `one`, `few`, `many`, `other` ….
    pub fn plural(self, plain: &str) -> &'static str {
        let (Some(formats), Ok(number)) = (&self.0.formats, plain.parse::<fixed_decimal::Decimal>()) else {
            return "other";
        };
        match formats.plurals.category_for(PluralOperands::from(&number)) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// An amount with its unit: `272.728 t`, `2 000 sets`.
    pub fn amount(self, milli: impl Into<i128>, unit: Unit) -> String {
        let milli = milli.into();
        let number = self.decimal(milli, unit.factor());
        let plural = self.plural(&plain(milli, unit.factor()));
        let unit = self.say_with(&format!("unit-{}", unit.code()), [("plural", plural.to_string())]);
        // Marks around each part would leave the whole without a direction of its own, and "about 20 t" out of order.
        self.say_with("amount", [("number", number), ("unit", unit)]).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The name of a unit standing alone, as in "boxes: not stated": the variant `alone` where a language has one.
    pub fn unit(self, unit: Unit) -> String {
        self.say_with(&format!("unit-{}", unit.code()), [("plural", "alone".to_string())])
    }

    /// A unit as a form holds it: its word when the house reads that word back as this unit, else its code.
    pub fn unit_typed(self, unit: Unit) -> String {
        Some(self.unit(unit)).filter(|word| Unit::read(word) == Some(unit)).unwrap_or_else(|| unit.code().into())
    }

    /// A quantity with its qualifier in words, in the unit as entered: `about 20 t`, `boxes: not stated`.
    pub fn quantity(self, quantity: Quantity) -> String {
        self.qualified(quantity.qualifier(), quantity.milli().into(), quantity.unit())
    }

    /// A sum in its base unit with its weakest qualifier in words; masses of a tonne and more in tonnes.
    pub fn sum(self, sum: &Sum, unit: Unit) -> String {
        self.qualified(sum.qualifier(), sum.milli, shown_in(sum.milli, unit))
    }

    fn qualified(self, qualifier: Qualifier, milli: i128, unit: Unit) -> String {
        match qualifier {
            Qualifier::Exact => self.amount(milli, unit),
            Qualifier::NotStated => self.say_with("quantity-not-stated", [("unit", self.unit(unit))]),
            said => {
                let key = format!("quantity-{}", said.code().replace('_', "-"));
                self.say_with(&key, [("amount", self.amount(milli, unit))])
            }
        }
    }

    /// Money with its currency code: `1 200.50 USD`.
    pub fn money(self, money: Money) -> String {
        self.minor(money.minor(), money.currency())
    }

    /// Minor units of a currency.
    pub fn minor(self, minor: i64, currency: crate::values::Currency) -> String {
        let number = self.decimal(minor, 10_i64.pow(currency.exponent()));
        self.say_with("amount", [("number", number), ("unit", currency.code().to_string())])
    }

    /// A date at its own precision: `15 Apr 2023`, `April 2023`, `2023`.
    pub fn when(self, when: impl Borrow<When>) -> String {
        let when = *when.borrow();
        match when {
            When::Minute(at) => {
                let time = self.1.write(format!("{:02}:{:02}", at.hour(), at.minute()));
                self.say_with("date-and-time", [("date", self.day(at.date())), ("time", time)])
            }
            When::Day(day) => self.day(day),
            When::Month { year, month } => {
                let first = NaiveDate::from_ymd_opt(year, month, 1).and_then(gregorian);
                match (&self.0.formats, first) {
                    (Some(formats), Some(date)) => self.1.write(formats.month.format(&date).to_string()),
                    _ => when.iso(),
                }
            }
            When::Year(year) => self.1.write(year.to_string()),
        }
    }

    /// A stored date (reduced ISO 8601); empty for none.
    pub fn iso(self, iso: &str) -> String {
        When::from_iso(iso).map_or_else(|| iso.to_string(), |when| self.when(when))
    }

    /// A day: `15 Apr 2023`.
    pub fn day(self, day: NaiveDate) -> String {
        let written = match (&self.0.formats, gregorian(day)) {
            (Some(formats), Some(date)) => {
                let (ours, theirs) = (formats.day.format(&date), formats.solar.format(&date.to_calendar(Persian)));
                match self.1.calendar {
                    Calendar::Gregorian => ours.to_string(),
                    Calendar::SolarHijri => theirs.to_string(),
                    Calendar::Both => self.vv("with-note", theirs, ours).replace(['\u{2068}', '\u{2069}'], ""),
                }
            }
            _ => day.to_string(),
        };
        self.1.write(written)
    }

    /// An instant in the reader's time zone, to the minute, with the zone said.
    pub fn moment(self, moment: impl Borrow<Moment>) -> String {
        let there = moment.borrow().0.with_timezone(&self.1.zone);
        let time = self.1.write(format!("{:02}:{:02}", there.hour(), there.minute()));
        let zone = match there.offset().fix().local_minus_utc() / 60 {
            0 => "UTC".to_string(),
            minutes => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
                let rest = if rest == 0 { String::new() } else { format!(":{rest:02}") };
                format!("UTC{}", self.1.write(format!("{sign}{hours:02}{rest}")))
            }
        };
        self.say_with("moment", [("date", self.day(there.date_naive())), ("time", time), ("zone", zone)])
    }
}

/// Masses of a tonne and more read better in tonnes; everything else in its base unit.
pub fn shown_in(milli: i128, unit: Unit) -> Unit {
    let tonne = Unit::from_code("TNE").filter(|t| milli.abs() >= i128::from(t.factor()));
    match (unit.dimension(), tonne) {
        (Dimension::Mass, Some(tonne)) => tonne,
        _ => unit,
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), day.month().try_into().ok()?, day.day().try_into().ok()?).ok()
}

/// The exact decimal of `milli / factor` with a point and no trailing zeros.
pub fn plain(milli: impl Into<i128>, factor: i64) -> String {
    let milli = milli.into();
    let sign = if milli < 0 { "-" } else { "" };
    let (milli, factor) = (milli.unsigned_abs(), u128::from(factor.unsigned_abs().max(1)));
    let places = factor.ilog10() as usize;
    let (whole, rest) = (milli / factor, milli % factor);
    let fraction = format!("{rest:0places$}");
    let fraction = fraction.trim_end_matches('0');
    match (places, fraction) {
        (0, _) | (_, "") => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}

fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |d| ("\u{2212}", d));
    let mut out = String::from(sign);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n) % 3 == 0 {
            out.push(GROUP);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_and_grouped() {
        let en = Lang::english();
        assert_eq!(en.decimal(272_728_000, 1_000_000), "272.728");
        assert_eq!(en.decimal(5_403_000_000_i64, 1_000_000), "5\u{202f}403");
        assert_eq!(en.decimal(1, 1000), "0.001");
        assert_eq!(en.decimal(-1_500, 1000), "\u{2212}1.5");
        assert_eq!(en.count(60_000), "60\u{202f}000");
        assert_eq!(super::super::find("ru").map(|l| l.decimal(272_728_000, 1_000_000)), Some("272,728".into()));
    }

    #[test]
    fn a_day_is_read_as_it_is_shown() {
        let manners = [("persian", "latn"), ("persian", "arabext"), ("gregorian", "latn")];
        for lang in [Lang::english(), super::super::find("ru").unwrap()] {
            for (calendar, digits) in manners {
                let lang = lang.in_manner(super::super::Manner::of(calendar, digits, "UTC"));
                for month in 1..=12 {
                    let day = When::Day(chrono::NaiveDate::from_ymd_opt(2026, month, 20 - month).unwrap());
                    let shown = lang.when(day);
                    assert_eq!(When::read(&shown), Ok(day), "{shown}");
                }
            }
        }
    }

    #[test]
    fn a_person_has_their_own_manner() {
        let manner = super::super::Manner::of("persian", "arabext", "Asia/Kabul");
        let lang = Lang::english().in_manner(manner);
        assert_eq!(lang.decimal(272_728_000, 1_000_000), "۲۷۲.۷۲۸");
        let day = lang.iso("2023-04-15").replace('\u{a0}', " ");
        assert!(day.contains("۱۴۰۲") && day.contains("Farvardin"), "{day}");
        let at = Moment(chrono::DateTime::from_timestamp(0, 0).unwrap());
        assert!(lang.moment(at).contains("۰۴:۳۰") && lang.moment(at).ends_with("UTC+۰۴:۳۰"), "{}", lang.moment(at));
    }

    #[test]
    fn a_date_shows_its_own_precision() {
        let en = Lang::english();
        let said = |iso| en.iso(iso).replace('\u{a0}', " ");
        assert_eq!(said("2023-04-15"), "15 Apr 2023");
        assert_eq!(said("2023-04"), "April 2023");
        assert_eq!(said("2023"), "2023");
        assert_eq!(said(""), "");
    }
}
