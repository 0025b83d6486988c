//! Workbooks of Excel 2007 and after, read cell by cell.

use super::{
    Cell, Fault, Kind, Limits, Row,
    archive::{Place, guarded},
    cell::{Bounds, NO_RESULT},
    merges::Merges,
};
use calamine::{CellErrorType, DataRef, Reader as _, SheetType, Xlsx, XlsxCellReader, XlsxError};
use std::{
    collections::HashSet,
    fs::File,
    io::{BufRead, BufReader, Read as _},
};

const BROKEN: Fault = Fault::Broken { what: Kind::Xlsx };

/// A workbook whose shared texts and formats are loaded, and no sheet.
pub(super) struct Workbook {
    inner: Xlsx<BufReader<File>>,
    sheets: Vec<String>,
    /// Whether a sheet of it may have a formula whose result it does not hold.
    unworked: bool,
}

/// The most formulas of a sheet whose places are kept.
const MOST_FORMULAS: usize = 100_000;

/// What stands behind a formula whose result the workbook does not hold; the last, in the place of a formula that others share.
const UNWORKED: [&[u8]; 5] = [b"</f></c", b"</f><v></v>", b"</f><v/>", b"</f><v />", b"/></c"];

/// The bytes of the longest of them.
const LONGEST: usize = 11;

/// Whether a sheet of a workbook may have a formula whose result it does not hold: seldom, for spreadsheet programs write it beside.
fn may_be_unworked(file: File) -> bool {
    let Ok(mut zip) = zip::ZipArchive::new(BufReader::new(file)) else { return false };
    let unworked = |bytes: &[u8]| {
        let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
        let mut places = slashes.flat_map(|(at, _)| [Some(at), at.checked_sub(1)]).flatten();
        places.any(|at| UNWORKED.iter().any(|end| bytes.get(at..).is_some_and(|rest| rest.starts_with(end))))
    };
    (0..zip.len()).any(|n| {
        let Ok(mut part) = zip.by_index(n) else { return false };
        if !part.name().is_ok_and(|name| name.to_lowercase().contains("worksheets/")) {
            return false;
        }
        // What begins at the end of one buffer is found with the next.
        let (mut buffer, mut kept) = (vec![0; 1 << 16], 0);
        while let Some(room) = buffer.get_mut(kept..)
            && let Ok(read @ 1..) = part.read(room)
        {
            let held = kept + read;
            if unworked(buffer.get(..held).unwrap_or_default()) {
                return true;
            }
            kept = held.min(LONGEST - 1);
            buffer.copy_within(held - kept..held, 0);
        }
        false
    })
}

/// What the names of a workbook's parts hold that may be large. Everything else is loaded whole, into several times its size.
const BULKY: [&str; 8] =
    ["worksheets/", "media/", "pivotcache/", "drawings/", "embeddings/", "externallinks/", "calcchain", "comments"];

/// Refuses a part of `size` bytes that would make the library reserve or build far more than that.
pub(super) fn check_part(name: &str, size: u64, limits: Limits, mut part: impl BufRead) -> Result<(), Fault> {
    if name.ends_with("sharedstrings.xml") {
        // Each text takes 24 bytes beside its letters, and its shortest element takes 5.
        if size > limits.inflated / 3 {
            return Err(Fault::Inflates { most: limits.inflated });
        }
        // The library reserves as many texts as are announced.
        if announced(part).is_some_and(|count| count > size / 5 + 1) {
            return Err(BROKEN);
        }
    } else if !BULKY.iter().any(|bulky| name.contains(bulky)) && size > limits.inflated / 16 {
        return Err(Fault::Inflates { most: limits.inflated });
    } else if name == "_rels/.rels" {
        // It says which part is the workbook, and must not make one of the large parts it, nor hide that.
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(|_| BROKEN)?;
        let text = text.to_lowercase();
        if text.contains(['&', '\0']) || BULKY.iter().any(|bulky| text.contains(bulky)) {
            return Err(BROKEN);
        }
    }
    Ok(())
}

/// How many texts a part announces.
fn announced(part: impl BufRead) -> Option<u64> {
    let mut reader = quick_xml::Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element))
                if element.local_name().as_ref() == "sst" =>
            {
                // However the library splits the attributes, the number follows the name.
                let values = element.attributes_raw().split("uniqueCount").skip(1);
                let digits = values.map(|value| value.trim_start_matches(|c: char| !c.is_ascii_digit()));
                let digits = digits.map(|value| value.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default());
                return digits
                    .filter(|digits| !digits.is_empty())
                    .map(|digits| digits.parse().unwrap_or(u64::MAX))
                    .max();
            }
            Ok(quick_xml::events::Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

impl Workbook {
    pub(super) fn open(place: &Place) -> Result<Workbook, Fault> {
        let file = BufReader::new(place.file()?);
        let inner = guarded(Kind::Xlsx, || Xlsx::new(file).map_err(fault))?;
        let sheets = inner.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let sheets = sheets.map(|sheet| sheet.name.clone()).collect();
        Ok(Workbook { inner, sheets, unworked: may_be_unworked(place.file()?) })
    }

    pub(super) fn sheets(&self) -> &[String] {
        &self.sheets
    }

    pub(super) fn rows(
        &mut self,
        sheet: usize,
        bounds: Bounds,
    ) -> Result<impl Iterator<Item = Result<Row, Fault>> + use<'_>, Fault> {
        let name = self.sheets.get(sheet).cloned().unwrap_or_default();
        let areas =
            guarded(Kind::Xlsx, || self.inner.merge_cells_by_sheet_name(&name).map_err(fault)).unwrap_or_default();
        let areas = areas.iter().map(|area| (line(area.start.0), line(area.end.0), area.start.1 as usize));
        let merges = Merges::new(areas, bounds.limits.columns);
        let from_1904 = self.inner.has_1904_epoch();
        let inner = &mut self.inner;
        let mut formulas = HashSet::new();
        if self.unworked {
            let mut reader = guarded(Kind::Xlsx, || inner.worksheet_cells_reader(&name).map_err(fault))?;
            guarded(Kind::Xlsx, || {
                while let (true, Ok(Some(cell))) = (formulas.len() < MOST_FORMULAS, reader.next_formula()) {
                    if !cell.get_value().is_empty() {
                        formulas.insert(cell.get_position());
                    }
                }
                Ok(())
            })?;
        }
        let reader = guarded(Kind::Xlsx, move || inner.worksheet_cells_reader(&name).map_err(fault))?;
        Ok(Rows { reader, bounds, merges, formulas, from_1904, ahead: None, last: 0, ended: false, done: false })
    }
}

/// The number of a row that is counted from 0.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

fn fault(error: XlsxError) -> Fault {
    match error {
        XlsxError::Password => Fault::Encrypted,
        XlsxError::Io(error) => Fault::from(error),
        _ => BROKEN,
    }
}

/// The rows of one sheet.
struct Rows<'a> {
    reader: XlsxCellReader<'a, BufReader<File>>,
    bounds: Bounds,
    merges: Merges,
    /// Where formulas stand.
    formulas: HashSet<(u32, u32)>,
    from_1904: bool,
    /// The first cell of the next row, which ended the last.
    ahead: Option<(u64, usize, Cell)>,
    last: u64,
    /// Past the last cell, the library reads on into what is no cell.
    ended: bool,
    done: bool,
}

impl Rows<'_> {
    fn row(&mut self) -> Result<Option<Row>, Fault> {
        let Some((number, column, cell)) = self.cell(0)? else { return Ok(None) };
        if number <= self.last {
            return Err(BROKEN); // rows are in order, or were made by nobody's spreadsheet program
        }
        self.last = number;
        let mut row = Row { number, cells: Vec::new(), width: None };
        self.bounds.put(&mut row, column, cell)?;
        while let Some((number, column, cell)) = self.cell(row.cells.len())? {
            if number != row.number {
                self.ahead = Some((number, column, cell));
                break;
            }
            self.bounds.put(&mut row, column, cell)?;
        }
        self.merges.fill(&mut row);
        Ok(Some(row))
    }

    /// The next cell that is not blank, with its place; `next` is the column after the last cell of the row.
    fn cell(&mut self, next: usize) -> Result<Option<(u64, usize, Cell)>, Fault> {
        if let Some(cell) = self.ahead.take() {
            return Ok(Some(cell));
        }
        match self.placed() {
            // With an error that the library has no name for, such as Google's #ERROR!, it loses the place of the cell, which is
            // most often in the row that is being read: what is worked out stands right of what it is worked out from.
            Err(XlsxError::CellError(error)) => Ok(Some((self.last.max(1), next, Cell::Error(error)))),
            cell => cell.map_err(fault),
        }
    }

    /// The next cell that is not blank, with its place as the library gives it.
    fn placed(&mut self) -> Result<Option<(u64, usize, Cell)>, XlsxError> {
        while !self.ended {
            let Some(cell) = self.reader.next_cell()? else {
                self.ended = true;
                break;
            };
            let ((row, column), value) = (cell.get_position(), cell.get_value());
            let cell = match value {
                DataRef::Empty if self.formulas.contains(&(row, column)) => Cell::Error(NO_RESULT.to_owned()),
                DataRef::Empty => continue,
                DataRef::String(text) => Cell::of_text(text.as_str()),
                DataRef::SharedString(text) => Cell::of_text(*text),
                DataRef::Int(value) => Cell::Number(value.to_string()),
                DataRef::Float(value) => Cell::of_number(*value),
                DataRef::Bool(value) => Cell::Bool(*value),
                DataRef::DateTime(value) if value.is_duration() => Cell::of_duration(value.as_f64()),
                DataRef::DateTime(value) => Cell::of_days(value.as_f64(), self.from_1904),
                DataRef::DateTimeIso(text) => Cell::of_iso(text),
                DataRef::DurationIso(text) => Cell::of_iso_duration(text),
                DataRef::Error(CellErrorType::GettingData) => Cell::Error("#GETTING_DATA".to_owned()),
                DataRef::Error(error) => Cell::Error(error.to_string()),
            };
            return Ok(Some((line(row), column as usize, cell)));
        }
        Ok(None)
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = guarded(Kind::Xlsx, || self.row()).transpose();
        self.done = !matches!(row, Some(Ok(_)));
        row
    }
}
