//! The names of months that people type: Gregorian in English, Russian, Kazakh, Dari and Pashto, and the Solar Hijri months of Afghanistan
//! (and of Iran, whose names are read too). Dari and Pashto names as Unicode CLDR and Afghan newspapers write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::values::fold::fold;

/// The calendar a date was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Calendar {
    Gregorian,
    SolarHijri,
}

/// A month, 1–12, of the calendar it was written in.
pub(super) type Month = (Calendar, u32);

/// The month of a folded name.
pub(super) fn read(folded: &str) -> Option<Month> {
    NAMES.get(folded).copied()
}

static NAMES: LazyLock<HashMap<String, Month>> = LazyLock::new(|| {
    let tables = [(Calendar::Gregorian, GREGORIAN), (Calendar::SolarHijri, SOLAR_HIJRI)];
    let months = tables
        .into_iter()
        .flat_map(|(calendar, table)| (1..).zip(table).map(move |(month, names)| (names, (calendar, month))));
    months.flat_map(|(names, month)| names.split(' ').map(move |name| (fold(name), month))).collect()
});

/// Names of one month each, by spaces.
const GREGORIAN: [&str; 12] = [
    "january jan январь января январе янв қаңтар қаң جنوری جنوري ژانویه",
    "february feb февраль февраля феврале фев февр ақпан ақп فبروری فبروري فوریه",
    "march mar март марта марте мар наурыз нау مارچ مارس",
    "april apr апрель апреля апреле апр сәуір сәу اپریل آپریل آوریل",
    "may май мая мае мамыр мам می مې مۍ مه",
    "june jun июнь июня июне июн маусым мау جون ژوئن",
    "july jul июль июля июле июл шілде шіл جولای جولايي جولایی ژوئیه",
    "august aug август августа августе авг тамыз там اگست آگست اګست اوت",
    "september sep sept сентябрь сентября сентябре сен сент қыркүйек қыр سپتمبر سپتامبر سپټمبر",
    "october oct октябрь октября октябре окт қазан қаз اکتوبر اکتبر اکټوبر",
    "november nov ноябрь ноября ноябре ноя нояб қараша қар نومبر نوامبر",
    "december dec декабрь декабря декабре дек желтоқсан жел دسمبر دسامبر ډسمبر ډیسمبر",
];

/// Names of one month each, by spaces: Dari, Pashto, Iranian, and these in English and Russian as Unicode CLDR writes them.
const SOLAR_HIJRI: [&str; 12] = [
    "حمل وری فروردین farvardin фарвардин",
    "ثور غویی غوایی اردیبهشت ordibehesht ордибехешт",
    "جوزا غبرګولی غبرگولی خرداد khordad хордад",
    "سرطان چنګاښ چنگاښ تیر tir тир",
    "اسد زمری مرداد mordad мордад",
    "سنبله وږی شهریور shahrivar шахривер",
    "میزان تله مهر mehr мехр",
    "عقرب لړم آبان aban абан",
    "قوس لیندۍ آذر azar азер",
    "جدی مرغومی دی dey дей",
    "دلو سلواغه بهمن bahman бахман",
    "حوت کب اسفند esfand эсфанд",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_two_months() {
        let names = GREGORIAN.iter().chain(&SOLAR_HIJRI).map(|names| names.split(' ').count()).sum::<usize>();
        let folded = NAMES.len();
        // Names that differ in marks or keyboards only fold to one: جنوری/جنوري, فبروری/فبروري, جولايي/جولایی, اپریل/آپریل, اگست/آگست.
        assert_eq!(names - folded, 5);
        assert_eq!(read(&fold("Сентября")), Some((Calendar::Gregorian, 9)));
        assert_eq!(read(&fold("جدي")), Some((Calendar::SolarHijri, 10)));
        assert_eq!(read("smarch"), None);
    }
}
