//! A date with the precision it was stated in, from a minute to a year (design §9.4), and the forgiving reading of one.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use icu_calendar::cal::Persian;
use icu_calendar::{Date, Iso};

use crate::values::fold::fold;
use crate::values::month_names::{self, Calendar, Month};

/// The years that are read, inclusive: an aid shipment outside them is a slip of the hand.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The Solar Hijri years that are told from Gregorian ones by their number (1921–2121).
pub const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1300..=1499;

/// A local date as precise as it was stated, in the Gregorian calendar. Ordered by where its range starts, the shorter range first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// A day and the time on it, to the minute.
    Minute(NaiveDateTime),
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month {
        /// The year.
        year: i32,
        /// The month, 1–12.
        month: u32,
    },
    /// A year.
    Year(i32),
}

/// Why a date was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenFault {
    /// Nothing was typed.
    Empty,
    /// The text is no date, or a Solar Hijri month or year without a day (it spans two Gregorian ones).
    NotADate,
    /// The month has fewer days; in the calendar that was typed.
    NoSuchDay {
        /// The year as typed.
        year: i32,
        /// The month as typed, 1–12.
        month: u32,
        /// The last day of that month.
        last: u32,
    },
    /// The month is not 1–12; day stands before month always, so this is also 4/17/2023.
    NoSuchMonth,
    /// The year has two digits.
    TwoDigitYear,
    /// The year is not in [`YEARS`].
    OutOfRange,
}

impl When {
    /// Reads a date as people type it: 17.4.2023, 17/04/2023, 2023-04-17, "17 Apr 2023", "17 апреля 2023 г.", "۲۸ حمل ۱۴۰۲", 04.2023,
    /// 2023, each day with a time 10:30 behind it. Day stands before month unless the year leads or the month is a name. A Solar Hijri month
    /// name, or a year 1300–1499, means that calendar. Seconds of a time are dropped.
    ///
    /// # Errors
    /// The [`WhenFault`] that says what is wrong.
    pub fn read(text: &str) -> Result<When, WhenFault> {
        let text = fold(text);
        if text.is_empty() {
            return Err(WhenFault::Empty);
        }
        let Some((date, time)) = split_time(&text) else {
            return read_date(&text);
        };
        let time = read_time(time).ok_or(WhenFault::NotADate)?;
        match read_date(date)? {
            When::Day(day) => Ok(When::Minute(day.and_time(time))),
            _ => Err(WhenFault::NotADate),
        }
    }

    /// The date in reduced ISO 8601, the form kept in records: `2023`, `2023-04`, `2023-04-15`, `2023-04-15T10:30`.
    pub fn iso(self) -> String {
        match self {
            When::Minute(minute) => minute.format("%Y-%m-%dT%H:%M").to_string(),
            When::Day(day) => day.format("%Y-%m-%d").to_string(),
            When::Month { year, month } => format!("{year:04}-{month:02}"),
            When::Year(year) => format!("{year:04}"),
        }
    }

    /// The date of exactly this [`iso`](When::iso) text; `None` for any other.
    pub fn from_iso(iso: &str) -> Option<When> {
        let when = When::read(iso).ok()?;
        (when.iso() == iso).then_some(when)
    }

    /// The first day of the range.
    pub fn first(self) -> NaiveDate {
        match self {
            When::Minute(minute) => minute.date(),
            When::Day(day) => day,
            When::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default(),
            When::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
        }
    }

    /// The last day of the range.
    pub fn last(self) -> NaiveDate {
        match self {
            When::Minute(_) | When::Day(_) => self.first(),
            When::Month { year, month } => {
                NaiveDate::from_ymd_opt(year, month, last_day(year, month)).unwrap_or_default()
            }
            When::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
        }
    }

    /// Whether any day of the date is within the days `from` to `to`, both included.
    pub fn overlaps(self, from: NaiveDate, to: NaiveDate) -> bool {
        self.first() <= to && self.last() >= from
    }

    /// Where the range starts, then how long it is.
    fn order(self) -> (NaiveDateTime, u8) {
        match self {
            When::Minute(minute) => (minute, 0),
            When::Day(day) => (day.and_time(NaiveTime::MIN), 1),
            When::Month { .. } => (self.first().and_time(NaiveTime::MIN), 2),
            When::Year(_) => (self.first().and_time(NaiveTime::MIN), 3),
        }
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

/// The date and the time of a folded text with a time at its end ("17.4.2023 10:30", "2023-04-17t10:30").
fn split_time(text: &str) -> Option<(&str, &str)> {
    let colon = text.find(':')?;
    let (date, time) = text.split_at(text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let iso = date.strip_suffix('t').filter(|date| date.ends_with(|c: char| c.is_ascii_digit()));
    Some((iso.unwrap_or(date).trim_end_matches([' ', ',', '،']), time))
}

fn read_time(time: &str) -> Option<NaiveTime> {
    let pieces: Vec<&str> = time.split(':').collect();
    let (hour, minute, second) = match pieces.as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let number = |text: &str, shortest: usize| {
        let digits = (shortest..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    number(second, 2).filter(|&second| second < 60)?;
    NaiveTime::from_hms_opt(number(hour, 1)?, number(minute, 2)?, 0)
}

/// Words beside a date that say nothing: "year" and its abbreviations, "of", English ordinals, the names of the calendars.
#[rustfmt::skip]
const SAYING_NOTHING: [&str; 26] = [
    "ap", "перс", "г", "гг", "год", "года", "году", "ж", "жыл", "жылы", "жылғы", "of", "the", "st", "nd", "rd", "th", "سال", "ماه", "د", "کال", "ه", "ش", "هش", "شمسی", "میلادی",
];

/// A number as typed: two digits are never a year.
#[derive(Clone, Copy)]
struct Number {
    value: i32,
    digits: usize,
}

impl Number {
    fn is_year(self) -> bool {
        self.digits == 4
    }

    fn is_short(self) -> bool {
        self.digits <= 2
    }
}

fn read_date(text: &str) -> Result<When, WhenFault> {
    let (numbers, name) = tokens(text).ok_or(WhenFault::NotADate)?;
    match (numbers.as_slice(), name) {
        (&[year], None) if year.is_year() => read_year(year.value),
        (&[year], Some(name)) if year.is_year() => read_month(year.value, name),
        (&[year, month], None) | (&[month, year], None) if year.is_year() && month.is_short() => {
            read_month(year.value, numeric(year, month))
        }
        (&[year, day], Some(name)) | (&[day, year], Some(name)) if year.is_year() && day.is_short() => {
            read_day(year.value, name, day.value)
        }
        (&[year, month, day], None) | (&[day, month, year], None)
            if year.is_year() && month.is_short() && day.is_short() =>
        {
            read_day(year.value, numeric(year, month), day.value)
        }
        (&[a, b], Some(_)) if a.is_short() && b.is_short() => Err(WhenFault::TwoDigitYear),
        (&[a, b, c], None) if a.is_short() && b.is_short() && c.is_short() => Err(WhenFault::TwoDigitYear),
        _ => Err(WhenFault::NotADate),
    }
}

/// A month in figures belongs to the calendar of its year.
fn numeric(year: Number, month: Number) -> Month {
    let calendar = if HIJRI_YEARS.contains(&year.value) { Calendar::SolarHijri } else { Calendar::Gregorian };
    (calendar, month.value.unsigned_abs())
}

/// The numbers of a folded date and the month named in it. `None` for anything that no date has.
fn tokens(text: &str) -> Option<(Vec<Number>, Option<Month>)> {
    let mut numbers = Vec::new();
    let mut name = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        if first.is_ascii_digit() {
            numbers.push(Number { value: token.parse().ok()?, digits: token.len() });
        } else if let Some(month) = month_names::read(token) {
            if name.replace(month).is_some() {
                return None;
            }
        } else if first.is_alphabetic() {
            SAYING_NOTHING.contains(&token).then_some(())?;
        } else if rest.len() == text.len() || !token.chars().all(|c| " .,/-،–—‐‑".contains(c)) {
            return None;
        }
        rest = after;
    }
    Some((numbers, name))
}

fn read_year(year: i32) -> Result<When, WhenFault> {
    if HIJRI_YEARS.contains(&year) {
        return Err(WhenFault::NotADate);
    }
    in_range(year).map(When::Year)
}

fn read_month(year: i32, (calendar, month): Month) -> Result<When, WhenFault> {
    if calendar == Calendar::SolarHijri {
        return Err(WhenFault::NotADate);
    }
    Ok(When::Month { year: in_range(year)?, month: a_month(month)? })
}

fn read_day(year: i32, (calendar, month): Month, day: i32) -> Result<When, WhenFault> {
    let (month, day) = (a_month(month)?, day.unsigned_abs());
    if calendar == Calendar::SolarHijri {
        return read_hijri(year, month, day);
    }
    let fault = WhenFault::NoSuchDay { year, month, last: last_day(in_range(year)?, month) };
    NaiveDate::from_ymd_opt(year, month, day).map(When::Day).ok_or(fault)
}

/// A day of the Solar Hijri calendar (Unicode's Persian calendar, the official one of Iran and Afghanistan).
fn read_hijri(year: i32, month: u32, day: u32) -> Result<When, WhenFault> {
    if !HIJRI_YEARS.contains(&year) {
        return Err(WhenFault::OutOfRange);
    }
    let date = |day: u32| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Date::try_new_persian(year, month, day).ok()
    };
    let Some(date) = date(day) else {
        let last = date(1).map_or(0, |first: Date<Persian>| first.days_in_month().into());
        return Err(WhenFault::NoSuchDay { year, month, last });
    };
    let iso = date.to_calendar(Iso);
    NaiveDate::from_ymd_opt(iso.year().extended_year(), iso.month().number().into(), iso.day_of_month().0.into())
        .map(When::Day)
        .ok_or(WhenFault::OutOfRange)
}

fn in_range(year: i32) -> Result<i32, WhenFault> {
    if YEARS.contains(&year) { Ok(year) } else { Err(WhenFault::OutOfRange) }
}

fn a_month(month: u32) -> Result<u32, WhenFault> {
    if (1..=12).contains(&month) { Ok(month) } else { Err(WhenFault::NoSuchMonth) }
}

/// The last day of a Gregorian month.
fn last_day(year: i32, month: u32) -> u32 {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(next.0, next.1, 1).and_then(|first| first.pred_opt()).map_or(0, |last| last.day())
}

#[cfg(test)]
#[path = "when_tests.rs"]
mod tests;
