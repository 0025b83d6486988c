//! One cell, read as its column says: the text a form would take, or why it cannot be read. Nothing is guessed, and nothing
//! that cannot be read becomes zero.

use super::{
    fields::{Kind, List},
    guard::unguarded,
    mapping::{Column, DateOrder, DecimalSign, multiplied},
    reading::Cell,
    words::{code, says_nothing},
};
use crate::values::{
    Comma, Currency, Fault, Money, Qualifier, Quantity, Unit, When, WhenFault, latin_digits, names::bare,
};

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// It holds an error of the spreadsheet itself: `#DIV/0!`.
    Error(String),
    /// No amount.
    Figure(Fault),
    /// No date.
    Date(WhenFault),
    /// Its word stands for nothing in this list.
    Word,
    /// An amount of money without a currency.
    NoCurrency,
    /// A number of things that is not whole.
    NotWhole,
    /// A weight or a volume in a unit of something else.
    Dimension,
}

/// A cell's text, trimmed, with its white space as one space; empty where it says nothing at all.
pub fn text_of(cell: &Cell) -> String {
    unguarded(cell.text()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell's text with its lines as they are.
pub fn whole_text(cell: &Cell) -> String {
    unguarded(cell.text()).replace("\r\n", "\n").replace('\r', "\n").trim().to_string()
}

/// Reads an amount: what was typed, in which unit it was typed or else in this one, and how it was said to be meant. An empty one
/// is *not stated*; `Ok(None)` is that without any unit.
pub fn quantity(
    cell: &str,
    unit: Option<(i64, Unit)>,
    qualifier: Option<Qualifier>,
    decimal: Option<DecimalSign>,
) -> Result<Option<Quantity>, CellFault> {
    let (many, unit) = unit.map_or((1, None), |(many, unit)| (many, Some(unit)));
    if says_nothing(cell) {
        return Ok(unit.map(Quantity::not_stated));
    }
    let (text, comma) = signed(cell, decimal);
    // Only a number without a unit of its own is so many of the unit.
    let (read, many) = match (Quantity::read(&text, "", comma), unit) {
        (Err(Fault::NoUnit), Some(unit)) => (Quantity::read(&text, unit.code(), comma), many),
        (read, _) => (read, 1),
    };
    let read = read.map_err(CellFault::Figure)?;
    let milli = read.milli().checked_mul(many).ok_or(CellFault::Figure(Fault::TooLarge))?;
    // A figure that is there is stated, and no word makes it surer than it was written.
    let surely =
        qualifier.filter(|it| !matches!(it, Qualifier::Exact | Qualifier::NotStated)).unwrap_or(read.qualifier());
    Quantity::new(surely, milli, read.unit()).map(Some).ok_or(CellFault::Figure(Fault::TooLarge))
}

/// Reads a weight (of `base` KGM) or a volume (LTR): the text a form takes.
pub fn measured(cell: &str, column: &Column, base: &str, decimal: Option<DecimalSign>) -> Result<String, CellFault> {
    let unit = column.unit.as_deref().and_then(multiplied).or(Unit::from_code(base).map(|unit| (1, unit)));
    let Some(read) = quantity(cell, unit, None, decimal)?.filter(|read| read.stated()) else {
        return Ok(String::new());
    };
    if Some(read.unit().base()) != Unit::from_code(base) {
        return Err(CellFault::Dimension);
    }
    if read.qualifier() != Qualifier::Exact {
        return Err(CellFault::Figure(Fault::NotANumber));
    }
    Ok(read.canonical())
}

/// Reads money in the currency that stands with it, or else in this one.
pub fn money(cell: &str, currency: Option<Currency>, decimal: Option<DecimalSign>) -> Result<Option<Money>, CellFault> {
    if says_nothing(cell) {
        return Ok(None);
    }
    let (text, comma) = signed(cell, decimal);
    let read = match Money::read(&text, "", comma) {
        Err(Fault::NoUnit) => match currency {
            Some(currency) => Money::read(&text, currency.code(), comma),
            None => return Err(CellFault::NoCurrency),
        },
        read => read,
    };
    read.map(Some).map_err(CellFault::Figure)
}

/// Reads a whole number of things.
pub fn count(cell: &str, decimal: Option<DecimalSign>) -> Result<String, CellFault> {
    match quantity(cell, Unit::from_code("H87").map(|unit| (1, unit)), None, decimal)?.filter(|read| read.stated()) {
        None => Ok(String::new()),
        Some(read) if read.milli() % 1000 != 0 => Err(CellFault::NotWhole),
        Some(read) => Ok((read.milli() / 1000).to_string()),
    }
}

/// Reads a date in this order; without one, as a form reads it: the day before the month, a year of four digits.
pub fn date(cell: &str, order: Option<DateOrder>) -> Result<Option<When>, CellFault> {
    if says_nothing(cell) {
        return Ok(None);
    }
    let read = match order.and_then(|order| in_order(cell, order)) {
        Some(iso) => When::read(&iso),
        None => When::read(cell),
    };
    read.map(Some).map_err(CellFault::Date)
}

/// The code that a word of a column stands for.
pub fn word(cell: &str, column: &Column, list: List) -> Result<&'static str, CellFault> {
    let said = column.words.iter().find(|(word, _)| bare(word) == bare(cell)).map_or(cell, |(_, means)| means.as_str());
    if let Some(code) = code(list, said) {
        return Ok(code);
    }
    if says_nothing(said) { Ok(if list == List::Mode { "not_stated" } else { "" }) } else { Err(CellFault::Word) }
}

/// The unit that a word of a column stands for.
pub fn unit(cell: &str, column: &Column) -> Result<Option<(i64, Unit)>, CellFault> {
    let said = column.words.iter().find(|(word, _)| bare(word) == bare(cell)).map_or(cell, |(_, means)| means.as_str());
    if says_nothing(said) {
        return Ok(None);
    }
    let unknown = || CellFault::Figure(Fault::UnknownUnit(cell.chars().take(40).collect()));
    multiplied(said).map(Some).ok_or_else(unknown)
}

/// Whether cells of this kind are kept as text where they cannot be read, unless the column says otherwise. What goods, how
/// much, and the words of a list are never left open without anybody saying so.
pub fn kept_by_itself(kind: Kind) -> bool {
    matches!(kind, Kind::Weight | Kind::Volume | Kind::Money | Kind::Date | Kind::Count | Kind::Packages)
}

/// An amount as the house reads it: in a column whose decimal sign is the comma, points and commas between digits trade places.
fn signed(text: &str, decimal: Option<DecimalSign>) -> (String, Comma) {
    let Some(sign) = decimal else { return (text.to_string(), Comma::Ambiguous) };
    if sign == DecimalSign::Point {
        return (text.to_string(), Comma::Groups);
    }
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_numeric());
    let turned = chars.iter().enumerate().map(|(n, c)| match c {
        '.' if digit(n.checked_sub(1)) && digit(Some(n + 1)) => ',',
        ',' | '٫' if digit(n.checked_sub(1)) && digit(Some(n + 1)) => '.',
        c => *c,
    });
    (turned.collect(), Comma::Groups)
}

/// A date of three parts in ISO order, or with the month named; `None` where it has no three parts. Of two digits of a year
/// those to 79 are of this century.
fn in_order(text: &str, order: DateOrder) -> Option<String> {
    let text = latin_digits(text);
    let (date, time) = match text.find(':') {
        Some(_) => {
            let at = text.rfind([' ', 'T'])?;
            (text.get(..at)?.trim().to_string(), text.get(at + 1..)?.trim().to_string())
        }
        None => (text.trim().to_string(), String::new()),
    };
    let parts: Vec<&str> = date.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts[..] else { return None };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    // A year of four digits that leads is told by itself.
    let (year, month, day) = match order {
        _ if a.len() == 4 && is_number(a) => (a, b, c),
        DateOrder::DayMonthYear => (c, b, a),
        DateOrder::MonthDayYear => (c, a, b),
        DateOrder::YearMonthDay => (a, b, c),
    };
    // A month that is named is one wherever it stands.
    let (month, day) = if !is_number(day) && is_number(month) { (day, month) } else { (month, day) };
    if !is_number(year) || !is_number(day) {
        return None;
    }
    let year = match year.len() {
        2 => {
            let short: i32 = year.parse().ok()?;
            (if short <= 79 { 2000 + short } else { 1900 + short }).to_string()
        }
        _ => year.to_string(),
    };
    let date = match is_number(month) {
        true => format!("{year}-{:0>2}-{:0>2}", month, day),
        false => format!("{day} {month} {year}"),
    };
    Some(if time.is_empty() { date } else { format!("{date} {time}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn iso(text: &str, order: DateOrder) -> String {
        match date(text, Some(order)) {
            Ok(when) => when.map(When::iso).unwrap_or_default(),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn each_column_has_its_own_order_of_dates() {
        use DateOrder::{DayMonthYear as Dmy, MonthDayYear as Mdy, YearMonthDay as Ymd};
        for (text, order, wanted) in [
            ("2-Jun-06", Dmy, "2006-06-02"),
            ("7/25/12", Mdy, "2012-07-25"),
            ("25/7/12", Dmy, "2012-07-25"),
            ("25.07.2012", Dmy, "2012-07-25"),
            ("12-7-25", Ymd, "2012-07-25"),
            ("2012-07-25", Dmy, "2012-07-25"),
            ("Jun-2-06", Mdy, "2006-06-02"),
            ("1/2/80", Dmy, "1980-02-01"),
            ("3 апреля 2023", Dmy, "2023-04-03"),
            ("4/7/23 13:05", Mdy, "2023-04-07T13:05"),
            ("2023-04-07T13:05:59", Dmy, "2023-04-07T13:05"),
            ("2023-04", Dmy, "2023-04"),
            ("N/A", Dmy, ""),
        ] {
            assert_eq!(iso(text, order), wanted, "{text}");
        }
        assert!(matches!(date("25/7/12", Some(Mdy)), Err(CellFault::Date(WhenFault::NoSuchMonth))));
        assert!(date("Date Not Captured yet", Some(Dmy)).is_err());
        assert!(date("1/2/12", None).is_err(), "without an order a year has four digits");
    }

    #[test]
    fn each_column_has_its_own_decimal_sign() {
        let kg = Unit::from_code("KGM").map(|unit| (1, unit));
        let milli = |text: &str, sign| quantity(text, kg, None, sign).map(|q| q.map(Quantity::milli));
        assert_eq!(milli("5,403", Some(DecimalSign::Point)), Ok(Some(5_403_000)));
        assert_eq!(milli("5,403", Some(DecimalSign::Comma)), Ok(Some(5_403)));
        assert_eq!(milli("1.234,5", Some(DecimalSign::Comma)), Ok(Some(1_234_500)));
        assert!(matches!(milli("5,403", None), Err(CellFault::Figure(Fault::Ambiguous { .. }))));
        assert_eq!(milli("272.728", None), Ok(Some(272_728)));
        assert_eq!(
            milli("1 t", Some(DecimalSign::Point)),
            Ok(Some(1_000_000)),
            "its own unit goes before the column's"
        );
    }

    #[test]
    fn what_is_no_figure_is_never_zero() {
        let kg = Unit::from_code("KGM").map(|unit| (1, unit));
        assert_eq!(quantity("N/A", kg, None, None), Ok(kg.map(|(_, unit)| Quantity::not_stated(unit))));
        assert!(quantity("Weight Captured Separately", kg, None, None).is_err());
        assert!(quantity("See ASN-93 (ID#:1281)", kg, None, None).is_err());
        assert_eq!(money("", None, None), Ok(None));
        assert!(money("Invoiced Separately", Currency::from_code("USD"), None).is_err());
        assert_eq!(money("12", None, None), Err(CellFault::NoCurrency));
        let thousand = multiplied("1000 t");
        assert_eq!(
            quantity("5 kg", thousand, None, None).unwrap().map(Quantity::milli),
            Some(5_000),
            "its own unit is its own"
        );
        let surely = |text: &str, said| quantity(text, kg, Some(said), None).unwrap().map(Quantity::qualifier);
        assert_eq!(surely("500", Qualifier::NotStated), Some(Qualifier::Exact), "a figure that is there is stated");
        assert_eq!(surely("~500", Qualifier::Exact), Some(Qualifier::About));
        assert_eq!(quantity("2.2", thousand, None, None).unwrap().map(Quantity::milli), Some(2_200_000_000));
    }

    #[test]
    fn words_are_the_columns_own_first() {
        let column = Column { words: [("Air Charter".to_string(), "air".to_string())].into(), ..Column::default() };
        assert_eq!(word("air charter", &column, List::Mode), Ok("air"));
        assert_eq!(word("N/A", &column, List::Mode), Ok("not_stated"));
        assert_eq!(word("camel", &column, List::Mode), Err(CellFault::Word));
    }

    proptest! {
        #[test]
        fn no_cell_brings_it_down(text in any::<String>(), like in "[0-9a-zA-Z/.,: Tж-]{0,24}") {
            for text in [text, like] {
                for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay] {
                    let _ = date(&text, Some(order));
                }
                for sign in [None, Some(DecimalSign::Point), Some(DecimalSign::Comma)] {
                    let _ = quantity(&text, None, None, sign);
                    let _ = money(&text, None, sign);
                }
            }
        }

        #[test]
        fn a_day_is_read_in_every_order(days in 0i64..60_000) {
            let day = chrono::NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(days);
            for (order, form) in [
                (DateOrder::DayMonthYear, "%d/%m/%Y"),
                (DateOrder::MonthDayYear, "%m/%d/%Y"),
                (DateOrder::YearMonthDay, "%Y.%m.%d"),
                (DateOrder::DayMonthYear, "%e-%b-%Y"),
            ] {
                prop_assert_eq!(date(&day.format(form).to_string(), Some(order)), Ok(Some(When::Day(day))));
            }
        }
    }
}
