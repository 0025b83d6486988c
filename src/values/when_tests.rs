//! What people type into a date field, and what it is read as.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> String {
    When::read(text).map_or_else(|fault| format!("{fault:?}"), When::iso)
}

#[test]
fn days() {
    for typed in [
        "17.4.2023",
        "17/04/2023",
        "17-4-2023",
        "2023-04-17",
        "2023/4/17",
        "2023.04.17",
        "17 Apr 2023",
        "April 17, 2023",
        "17th of April 2023",
        "17apr2023",
        "17 апреля 2023",
        "17 апреля 2023 г.",
        "17.04.2023 года",
        "17 апр. 2023",
        "17 сәуір 2023 ж.",
        "2023 жылғы 17 сәуір",
        "۱۷ اپریل ۲۰۲۳",
        "١٧ اپریل ٢٠٢٣",
        "۱۷/۴/۲۰۲۳",
        "17 4 2023",
        " 17. 4. 2023 ",
        "APRIL 17 2023",
        "۲۸ حمل ۱۴۰۲",
        "28.1.1402",
        "1402/1/28",
        "۱۴۰۲/۰۱/۲۸",
        "۲۸ وری ۱۴۰۲",
        "28 فروردین 1402",
        "1402-01-28",
    ] {
        assert_eq!(read(typed), "2023-04-17", "{typed}");
    }
}

#[test]
fn months_years_and_minutes() {
    for (typed, expected) in [
        ("April 2023", "2023-04"),
        ("апрель 2023 г.", "2023-04"),
        ("04.2023", "2023-04"),
        ("4/2023", "2023-04"),
        ("2023-04", "2023-04"),
        ("2023", "2023"),
        ("2023 г.", "2023"),
        ("2023 жыл", "2023"),
        ("۲۰۲۳", "2023"),
        ("می ۲۰۲۳", "2023-05"),
        ("мамыр 2023", "2023-05"),
        ("17.4.2023 10:30", "2023-04-17T10:30"),
        ("17.4.2023, 9:05", "2023-04-17T09:05"),
        ("2023-04-17T10:30", "2023-04-17T10:30"),
        ("2023-04-17T10:30:59", "2023-04-17T10:30"),
        ("17 August 2023 10:30", "2023-08-17T10:30"),
        ("28 حمل 1402 10:30", "2023-04-17T10:30"),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn faults() {
    for (typed, expected) in [
        ("", "Empty"),
        ("  ", "Empty"),
        ("soon", "NotADate"),
        ("17.4", "NotADate"),
        ("17 April", "NotADate"),
        ("17.4.23", "TwoDigitYear"),
        ("17 Apr 23", "TwoDigitYear"),
        ("31.2.2022", "NoSuchDay { year: 2022, month: 2, last: 28 }"),
        ("30 February 2024", "NoSuchDay { year: 2024, month: 2, last: 29 }"),
        ("31 февраля 2023", "NoSuchDay { year: 2023, month: 2, last: 28 }"),
        ("0.4.2023", "NoSuchDay { year: 2023, month: 4, last: 30 }"),
        ("31 عقرب 1402", "NoSuchDay { year: 1402, month: 8, last: 30 }"),
        ("30 حوت 1402", "NoSuchDay { year: 1402, month: 12, last: 29 }"),
        ("4/17/2023", "NoSuchMonth"),
        ("13.2023", "NoSuchMonth"),
        ("2023-00", "NoSuchMonth"),
        ("1899", "OutOfRange"),
        ("1.1.2201", "OutOfRange"),
        ("17 حمل 2023", "OutOfRange"),
        ("17 April 1402", "OutOfRange"),
        ("حمل ۱۴۰۲", "NotADate"),
        ("1402", "NotADate"),
        ("1402/1", "NotADate"),
        ("2022-2023", "NotADate"),
        ("17-18.04.2023", "NotADate"),
        ("-17.4.2023", "NotADate"),
        ("17.4.2023 25:00", "NotADate"),
        ("April 2023 10:30", "NotADate"),
        ("17.4.2023 10:30 Z", "NotADate"),
        ("17.4.2023\0", "NotADate"),
        ("17 April May 2023", "NotADate"),
        ("99999999999", "NotADate"),
        ("17.4.20233", "NotADate"),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn new_year_of_the_solar_hijri_calendar() {
    // Official first days of the year in Afghanistan and Iran; 1399 and 1403 are leap years.
    for (typed, expected) in [
        ("1 حمل 1400", "2021-03-21"),
        ("1 حمل 1402", "2023-03-21"),
        ("1 حمل 1403", "2024-03-20"),
        ("30 حوت 1403", "2025-03-20"),
        ("1 حمل 1404", "2025-03-21"),
        ("30 حوت 1399", "2021-03-20"),
        ("11 جدی 1402", "2024-01-01"),
    ] {
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn ranges() {
    let day = |text: &str| When::read(text).expect("readable").first();
    let april = When::read("2023-04").expect("readable");
    assert_eq!((april.first(), april.last()), (day("2023-04-01"), day("2023-04-30")));
    assert_eq!(When::Year(2024).last(), day("2024-12-31"));
    assert!(april.overlaps(day("2023-04-30"), day("2023-05-09")));
    assert!(!april.overlaps(day("2023-05-01"), day("2023-05-09")));
    assert!(When::read("2023-04-17T10:30").expect("readable").overlaps(day("2023-04-17"), day("2023-04-17")));
    let mut sorted = ["2023", "2023-01", "2023-01-01", "2023-01-01T00:00", "2022-12-31T23:59", "2023-01-01T10:00"]
        .map(|iso| When::from_iso(iso).expect("readable"));
    sorted.sort();
    assert_eq!(
        sorted.map(When::iso),
        ["2022-12-31T23:59", "2023-01-01T00:00", "2023-01-01", "2023-01", "2023", "2023-01-01T10:00"]
    );
    for other in ["2023-4", "17.4.2023", "2023-04-17 10:30", "2023-04-17T10:30:00", "1402", "", "2023-02-30"] {
        assert_eq!(When::from_iso(other), None, "{other}");
    }
}

proptest! {
    #[test]
    fn iso_is_read_again(days in 0..109_572_i64, minutes in 0..1440_i64, precision in 0..4) {
        let day = NaiveDate::from_ymd_opt(1900, 1, 1).expect("readable") + chrono::Duration::days(days);
        let when = match precision {
            0 => When::Minute(day.and_time(NaiveTime::MIN) + chrono::Duration::minutes(minutes)),
            1 => When::Day(day),
            2 => When::Month { year: day.year(), month: day.month() },
            _ => When::Year(day.year()),
        };
        prop_assert_eq!(When::from_iso(&when.iso()), Some(when));
        prop_assert_eq!(When::read(&when.iso()), Ok(when));
        prop_assert!(when.first() <= day && day <= when.last() && when.overlaps(day, day));
        prop_assert_eq!(When::read(&day.format("%-d.%-m.%Y").to_string()), Ok(When::Day(day)));
        prop_assert_eq!(When::read(&day.format("%d %B %Y").to_string()), Ok(When::Day(day)));
    }

    #[test]
    fn solar_hijri_days_follow_each_other(year in 1300..1500_i32, month in 1..=12_u32) {
        let day = |day: u32| When::read(&format!("{day}.{month}.{year}"));
        let first = day(1).expect("readable").first();
        let Err(WhenFault::NoSuchDay { last, .. }) = day(32) else { return Err(TestCaseError::fail("32 days")) };
        prop_assert_eq!((day(last).expect("readable").first() - first).num_days(), i64::from(last) - 1);
    }

    #[test]
    fn no_text_brings_it_down(text in any::<String>(), near in "[0-9./:T apr حمل-]{0,14}") {
        let _ = When::read(&text);
        let _ = When::read(&near);
    }
}
