//! The cells and rows that every kind of file is read into.

use super::{Fault, Limits};
use std::borrow::Cow;

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Text, with line feeds between its lines.
    Text(String),
    /// A number that a workbook holds as one: the shortest decimal text that reads back to it, without an exponent.
    Number(String),
    /// A date or a date and time that a workbook holds as one: 2023-04-15, 2023-04-15T10:30 or 2023-04-15T10:30:05.
    Moment(String),
    /// A yes or no.
    Bool(bool),
    /// What a formula failed with, such as #DIV/0!.
    Error(String),
}

/// What a formula failed with whose result its workbook does not hold: whoever wrote it did not work it out.
pub const NO_RESULT: &str = "=?";

impl Cell {
    /// What the cell says, as text.
    pub fn text(&self) -> &str {
        match self {
            Cell::Blank => "",
            Cell::Text(text) | Cell::Number(text) | Cell::Moment(text) | Cell::Error(text) => text,
            Cell::Bool(true) => "TRUE",
            Cell::Bool(false) => "FALSE",
        }
    }

    /// Whether nothing stands in the cell.
    pub fn is_blank(&self) -> bool {
        matches!(self, Cell::Blank)
    }

    /// The cell for a text: blank if it is empty, and with one sign for the end of a line.
    pub(super) fn of_text(text: impl Into<String>) -> Cell {
        let text: String = text.into();
        if text.is_empty() {
            Cell::Blank
        } else if text.contains('\r') {
            Cell::Text(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cell::Text(text)
        }
    }

    /// The cell for a number, in the shortest text of its 15 digits: a spreadsheet has no more (Excel, specifications and limits), and
    /// what a formula leaves behind them, as in 77.13000000000001, nobody ever saw.
    pub(super) fn of_number(value: f64) -> Cell {
        if !value.is_finite() {
            Cell::Error("#NUM!".to_owned())
        } else if value == 0.0 {
            Cell::Number("0".to_owned()) // never "-0"
        } else {
            Cell::Number(format!("{value:.14e}").parse().unwrap_or(value).to_string())
        }
    }

    /// The cell for a date that a workbook counts in days; `from_1904` as Macintosh workbooks did. A time without a date is text.
    pub(super) fn of_days(value: f64, from_1904: bool) -> Cell {
        const DAY: i64 = 86_400;
        if !(0.0..2_958_466.0).contains(&value) {
            return Cell::of_number(value); // a spreadsheet shows no date for it either
        }
        let seconds = (value * DAY as f64).round() as i64;
        let (days, time) = (seconds / DAY, seconds % DAY);
        if days == 0 && !from_1904 {
            return Cell::Text(clock(time));
        }
        // Days since 1970. Lotus thought that 1900 was a leap year, and Excel kept it: day 60 never was.
        let days = match (from_1904, days) {
            (true, days) => days - 24_107,
            (false, days) if days < 60 => days - 25_568,
            (false, days) => days - 25_569,
        };
        let (year, month, day) = civil(days);
        let date = format!("{year:04}-{month:02}-{day:02}");
        Cell::Moment(if time == 0 { date } else { format!("{date}T{}", clock(time)) })
    }

    /// The cell for a span of time that a workbook counts in days: hours and minutes, as many hours as there are.
    pub(super) fn of_duration(days: f64) -> Cell {
        if !days.is_finite() || days.abs() > 1e9 {
            return Cell::of_number(days);
        }
        let seconds = (days * 86_400.0).round() as i64;
        let sign = if seconds < 0 { "-" } else { "" };
        Cell::Text(format!("{sign}{}", clock(seconds.abs())))
    }

    /// The cell for a date written as ISO 8601, without the parts of it that say nothing.
    pub(super) fn of_iso(text: &str) -> Cell {
        let text = text.trim();
        let text = text.split_once('.').map_or(text, |(whole, _)| whole);
        let text = text.strip_suffix('Z').unwrap_or(text);
        let text = match text.split_once('T') {
            Some((date, "00:00:00" | "00:00")) => date,
            Some((_, time)) if time.matches(':').count() == 2 => text.strip_suffix(":00").unwrap_or(text),
            _ => text,
        };
        if text.is_empty() { Cell::Blank } else { Cell::Moment(text.to_owned()) }
    }

    /// The cell for a span of time written as ISO 8601, such as PT10H30M00S.
    pub(super) fn of_iso_duration(text: &str) -> Cell {
        let mut seconds = 0.0;
        let mut number = String::new();
        for c in text.trim().trim_start_matches('-').chars() {
            let unit = match c {
                'D' => 86_400.0,
                'H' => 3_600.0,
                'M' => 60.0,
                'S' => 1.0,
                _ if c.is_ascii_digit() || c == '.' => {
                    number.push(c);
                    continue;
                }
                _ => 0.0,
            };
            seconds += number.parse::<f64>().unwrap_or_default() * unit;
            number.clear();
        }
        let sign = if text.trim().starts_with('-') { -1.0 } else { 1.0 };
        Cell::of_duration(sign * seconds / 86_400.0)
    }
}

/// Hours and minutes, and seconds unless there are none.
fn clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let short = format!("{hours:02}:{minutes:02}");
    if seconds == 0 { short } else { format!("{short}:{seconds:02}") }
}

/// Year, month and day of a day counted from 1970-01-01, by Howard Hinnant's algorithm.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153; // months from March
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// One row of a table that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet program shows it, from 1.
    pub number: u64,
    /// Its cells from the first column to the last that is not blank.
    pub cells: Vec<Cell>,
    /// How many cells a row of text was written with, blank ones counted; `None` in a workbook, whose rows have no end.
    pub width: Option<usize>,
}

impl Row {
    /// The text of a column, from 0; empty where the row has no such column.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", Cell::text)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// The cells of a row that is being read, each put in its place within the limits.
#[derive(Debug)]
pub(super) struct Bounds {
    pub(super) limits: Limits,
    pub(super) sheet: String,
}

impl Bounds {
    /// Puts a cell into a row; `column` counts from 0. A blank one takes no room.
    pub(super) fn put(&self, row: &mut Row, column: usize, cell: Cell) -> Result<(), Fault> {
        if cell.is_blank() {
            return Ok(());
        }
        if column >= self.limits.columns {
            return Err(self.too_many_columns(row.number));
        }
        if cell.text().len() > self.limits.cell {
            return Err(self.too_long(row.number, column));
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::Blank);
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    pub(super) fn too_many_columns(&self, row: u64) -> Fault {
        Fault::TooManyColumns { sheet: self.sheet.clone(), row, most: self.limits.columns }
    }

    pub(super) fn too_long(&self, row: u64, column: usize) -> Fault {
        Fault::CellTooLong { sheet: self.sheet.clone(), row, column: column + 1, most: self.limits.cell }
    }
}

/// `text` without line ends, its words one space apart: how a name in a heading is compared and shown.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains(['\n', '\t']) || text.contains("  ") {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_shortest_text() {
        for (value, text) in [
            (272.728, "272.728"),
            (1e15, "1000000000000000"),
            (5403.0, "5403"),
            (-0.0, "0"),
            (1e-7, "0.0000001"),
            (77.130_000_000_000_01, "77.13"),
            (0.1 + 0.2, "0.3"),
            (999_999_999_999.999, "999999999999.999"),
            (f64::NAN, "#NUM!"),
        ] {
            assert_eq!(Cell::of_number(value).text(), text);
        }
    }

    #[test]
    fn days_are_dates() {
        for (value, from_1904, text) in [
            (45031.0, false, "2023-04-15"),
            (45031.4375, false, "2023-04-15T10:30"),
            (45_031.437_557_870_37, false, "2023-04-15T10:30:05"),
            (45_031.999_999_9, false, "2023-04-16"),
            (43569.0, true, "2023-04-15"),
            (0.4375, false, "10:30"),
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (61.0, false, "1900-03-01"),
            (2_958_465.0, false, "9999-12-31"),
            (-5.0, false, "-5"),
            (3e9, false, "3000000000"),
        ] {
            assert_eq!(Cell::of_days(value, from_1904).text(), text, "{value}");
        }
        assert_eq!(Cell::of_duration(1.5).text(), "36:00");
        assert_eq!(Cell::of_iso_duration("PT10H30M05S").text(), "10:30:05");
        assert_eq!(Cell::of_iso("2023-04-15T00:00:00").text(), "2023-04-15");
        assert_eq!(Cell::of_iso("2023-04-15T10:30:00.000").text(), "2023-04-15T10:30");
    }
}
