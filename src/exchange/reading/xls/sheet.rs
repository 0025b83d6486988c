//! The cells of one sheet of an XLS workbook.

use super::super::{Cell, Fault, Row, cell::Bounds, format::Format, merges::Merges};
use super::{BROKEN, Globals, Records, kind, records::Record};

/// What stands in a cell, in as few bytes as it can be kept in.
enum Value {
    /// The shared text with this number.
    Shared(u32),
    Number(f64, Format),
    Text(Box<str>),
    Bool(bool),
    Error(u8),
}

/// The rows of one sheet.
pub(super) struct Rows<'a> {
    globals: &'a Globals,
    bounds: Bounds,
    merges: Merges,
    cells: std::iter::Peekable<std::vec::IntoIter<(u16, u16, Value)>>,
}

impl Rows<'_> {
    /// Reads the records of a sheet up to its end.
    pub(super) fn read(mut records: Records, globals: &Globals, bounds: Bounds) -> Result<Rows<'_>, Fault> {
        let mut cells = Vec::new();
        let mut areas = Vec::new();
        // Charts within the sheet hold cells, too.
        let mut depth = 0_usize;
        let mut formula = None;
        while let Some(mut record) = records.next()? {
            match record.kind {
                kind::BOF => depth += 1,
                kind::EOF if depth <= 1 => break,
                kind::EOF => depth -= 1,
                _ if depth > 1 => {}
                kind::MERGED => {
                    for _ in 0..record.u16()? {
                        let (top, bottom) = (u64::from(record.u16()?) + 1, u64::from(record.u16()?) + 1);
                        areas.push((top, bottom, usize::from(record.u16()?)));
                        record.skip(2)?;
                    }
                }
                kind::STRING => {
                    let length = record.length(false)?;
                    if let Some((row, column)) = formula.take() {
                        cells.push((row, column, Value::Text(record.text(globals.script, length)?.into())));
                    }
                }
                kind::MUL_RK => {
                    let (row, first) = (record.u16()?, record.u16()?);
                    for column in first..=u16::MAX {
                        if record.left() < 8 {
                            break;
                        }
                        let format = format(&mut record, globals)?;
                        cells.push((row, column, Value::Number(record.rk()?, format)));
                    }
                }
                kind::NUMBER
                | kind::RK
                | kind::LABEL
                | kind::RSTRING
                | kind::LABEL_SHARED
                | kind::BOOL_ERR
                | kind::FORMULA => {
                    let (row, column) = (record.u16()?, record.u16()?);
                    match value(&mut record, globals)? {
                        Some(value) => cells.push((row, column, value)),
                        None => formula = Some((row, column)),
                    }
                }
                _ => {}
            }
        }
        cells.sort_by_key(|&(row, column, _)| (row, column));
        let merges = Merges::new(areas.into_iter(), bounds.limits.columns);
        Ok(Rows { globals, bounds, merges, cells: cells.into_iter().peekable() })
    }

    fn row(&mut self) -> Result<Option<Row>, Fault> {
        let Some(&(number, ..)) = self.cells.peek() else { return Ok(None) };
        let mut row = Row { number: u64::from(number) + 1, cells: Vec::new(), width: None };
        while let Some((_, column, value)) = self.cells.next_if(|&(other, ..)| other == number) {
            let cell = match value {
                Value::Shared(text) => {
                    let text = usize::try_from(text).ok().and_then(|text| self.globals.texts.get(text));
                    Cell::of_text(text.map(|text| text.to_string()).ok_or(BROKEN)?)
                }
                Value::Number(value, format) => format.cell(value, self.globals.from_1904),
                Value::Text(text) => Cell::of_text(text),
                Value::Bool(value) => Cell::Bool(value),
                Value::Error(code) => Cell::Error(error(code).to_owned()),
            };
            self.bounds.put(&mut row, usize::from(column), cell)?;
        }
        self.merges.fill(&mut row);
        Ok(Some(row))
    }
}

/// The format of the style whose number comes next.
fn format(record: &mut Record<'_>, globals: &Globals) -> Result<Format, Fault> {
    let style = usize::from(record.u16()?);
    Ok(globals.formats.get(style).copied().unwrap_or_default())
}

/// The value of a record after its place; `None` if it is the text in the next record.
fn value(record: &mut Record<'_>, globals: &Globals) -> Result<Option<Value>, Fault> {
    let format = format(record, globals)?;
    Ok(Some(match record.kind {
        kind::NUMBER => Value::Number(record.f64()?, format),
        kind::RK => Value::Number(record.rk()?, format),
        kind::LABEL_SHARED => Value::Shared(record.u32()?),
        kind::BOOL_ERR => truth(record.u8()?, record.u8()? != 0),
        kind::FORMULA => match record.eight()? {
            [0, .., 0xFF, 0xFF] => return Ok(None),
            [1, _, value, .., 0xFF, 0xFF] => truth(value, false),
            [2, _, value, .., 0xFF, 0xFF] => truth(value, true),
            [3, .., 0xFF, 0xFF] => Value::Text("".into()),
            bytes => Value::Number(f64::from_le_bytes(bytes), format),
        },
        _ => {
            let length = record.length(false)?;
            Value::Text(record.text(globals.script, length)?.into())
        }
    }))
}

fn truth(value: u8, is_error: bool) -> Value {
    if is_error { Value::Error(value) } else { Value::Bool(value != 0) }
}

fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.row().transpose();
        if matches!(row, Some(Err(_))) {
            self.cells = Vec::new().into_iter().peekable();
        }
        row
    }
}
