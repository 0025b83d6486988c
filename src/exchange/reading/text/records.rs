//! Records of separated text: quotes, line ends of any kind, and rows of any length.

use super::super::{Cell, Fault, Row, cell::Bounds};
use super::Lines;

/// A cell in quotes may hold this many line ends and still be taken for a cell when its closing quote is missing.
const SPANS: u64 = 3;

/// Where the reading stands within a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before its first sign.
    Start,
    Plain,
    Quoted,
    /// After a quote that closed it, or was the first of two.
    Closed,
}

/// The records of a text file, each with the row number that a spreadsheet program would give it.
#[derive(Debug)]
pub(in super::super) struct Records {
    lines: Lines,
    separator: Option<u8>,
    bounds: Bounds,
    line: String,
    /// How far `line` is read.
    at: usize,
    field: String,
    state: State,
    /// How many line ends the cell in quotes holds.
    spans: u64,
    number: u64,
    /// Counts from 0, unlike everything that is shown.
    column: usize,
    skips_first: bool,
    done: bool,
}

impl Records {
    pub(super) fn new(lines: Lines, separator: Option<u8>, skips_first: bool, bounds: Bounds) -> Records {
        Records {
            lines,
            // Only what is one byte of UTF-8 can be found in it.
            separator: separator.filter(u8::is_ascii),
            bounds,
            line: String::new(),
            at: 0,
            field: String::new(),
            state: State::Start,
            spans: 0,
            number: 0,
            column: 0,
            skips_first,
            done: false,
        }
    }

    /// How many cells the last record had, blank ones counted.
    pub(super) fn width(&self) -> usize {
        self.column
    }

    fn record(&mut self) -> Result<Option<Row>, Fault> {
        let mut row = Row { number: self.number + 1, cells: Vec::new(), width: None };
        self.column = 0;
        loop {
            if self.at >= self.line.len() {
                self.at = 0;
                if !self.lines.next_into(&mut self.line)? {
                    return self.last(row);
                }
            }
            if self.step(&mut row)? {
                self.number += 1;
                row.width = Some(self.column);
                return Ok(Some(row));
            }
        }
    }

    /// Reads on in the line up to the next sign that matters; whether the record is complete.
    fn step(&mut self, row: &mut Row) -> Result<bool, Fault> {
        let rest = self.line.get(self.at..).unwrap_or_default();
        let quoted = self.state == State::Quoted;
        let separator = self.separator;
        let matters = |byte: u8| match byte {
            b'\n' | b'\r' => true,
            b'"' => quoted,
            byte => !quoted && Some(byte) == separator,
        };
        if self.state == State::Start && rest.starts_with('"') {
            self.state = State::Quoted;
            self.at += 1;
            return Ok(false);
        }
        if self.state == State::Closed && rest.starts_with('"') {
            self.field.push('"'); // doubled within quotes
            self.state = State::Quoted;
            self.at += 1;
            return Ok(false);
        }
        let length = rest.bytes().position(matters);
        let text = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        self.at += text.len();
        if !text.is_empty() {
            match self.state {
                // A quote that spans rows and is closed within a word is two quotes that do not belong together.
                State::Closed if self.spans > 0 && !text.trim().is_empty() => return Err(self.open_quote(row.number)),
                State::Closed if text.trim().is_empty() => {}
                State::Closed | State::Start => {
                    self.state = State::Plain;
                    self.field.push_str(text);
                }
                State::Plain | State::Quoted => self.field.push_str(text),
            }
            if self.field.len() > self.bounds.limits.cell {
                let swallowed = self.spans > SPANS;
                let too_long = self.bounds.too_long(row.number, self.column);
                return Err(if swallowed { self.open_quote(row.number) } else { too_long });
            }
        }
        let Some(length) = length else { return Ok(false) };
        let sign = rest.as_bytes().get(length).copied();
        self.at += if rest.get(length..).is_some_and(|rest| rest.starts_with("\r\n")) { 2 } else { 1 };
        match (self.state, sign) {
            (State::Quoted, Some(b'"')) => self.state = State::Closed,
            (State::Quoted, _) => {
                self.field.push('\n');
                self.spans += 1;
            }
            (_, sign) => {
                self.end_field(row)?;
                return Ok(sign != separator);
            }
        }
        Ok(false)
    }

    fn end_field(&mut self, row: &mut Row) -> Result<(), Fault> {
        self.state = State::Start;
        self.spans = 0;
        let text = std::mem::take(&mut self.field);
        if text.is_empty() && self.separator == Some(b' ') {
            return Ok(()); // several spaces in a row are one separator
        }
        self.bounds.put(row, self.column, Cell::of_text(text))?;
        self.column += 1;
        Ok(())
    }

    /// The record that the end of the file ends.
    fn last(&mut self, mut row: Row) -> Result<Option<Row>, Fault> {
        self.done = true;
        if self.state == State::Quoted && self.spans > SPANS {
            return Err(self.open_quote(row.number));
        }
        if self.state == State::Start && self.column == 0 {
            return Ok(None);
        }
        self.end_field(&mut row)?;
        row.width = Some(self.column);
        Ok(Some(row))
    }

    fn open_quote(&self, row: u64) -> Fault {
        Fault::Quote { sheet: self.bounds.sheet.clone(), row }
    }
}

impl Iterator for Records {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        if std::mem::take(&mut self.skips_first)
            && let Err(fault) = self.record()
        {
            self.done = true;
            return Some(Err(fault));
        }
        let row = self.record().transpose();
        self.done |= matches!(row, Some(Err(_)) | None);
        row
    }
}
