//! A file with tables, and the rows of each.

use super::{
    Cell, Choice, Fault, Kind, Limits, Row, TextForm,
    archive::{Archive, Packed, Place},
    cell::Bounds,
    looks::{self, Container},
    ods, text, xls, xlsx,
};
use std::{
    fs,
    io::{Read, Write},
    path::Path,
};

/// The most sheets that a person is asked to choose from.
const SHEETS: usize = 1_000;

/// A file with tables, opened.
pub struct Book {
    limits: Limits,
    parts: Vec<Part>,
    sheets: Vec<String>,
    /// The part that each sheet is in, and which of its sheets it is.
    places: Vec<(usize, usize)>,
}

/// One file: the file itself, or one of a zip.
struct Part {
    tables: Tables,
    /// Unpacked to here, as long as it is read.
    _place: Place,
}

enum Tables {
    Text(text::Text),
    Xlsx(Box<xlsx::Workbook>),
    Xls(Box<xls::Workbook>),
    Ods(Box<ods::Spreadsheet>),
}

impl Book {
    /// Opens a file, or says why it is none of those that are read. Its name decides nothing.
    pub fn open(path: &Path, limits: Limits, choice: &Choice) -> Result<Book, Fault> {
        if fs::metadata(path)?.len() > limits.bytes {
            return Err(Fault::TooLarge { most: limits.bytes });
        }
        Self::of_place(Place::given(path), limits, choice)
    }

    /// Opens a file that is in memory; it goes to the disk first.
    pub fn open_bytes(bytes: &[u8], limits: Limits, choice: &Choice) -> Result<Book, Fault> {
        if bytes.len() as u64 > limits.bytes {
            return Err(Fault::TooLarge { most: limits.bytes });
        }
        let mut file = tempfile::NamedTempFile::new()?;
        file.write_all(bytes)?;
        Self::of_temporary(file, limits, choice)
    }

    /// Opens a file that goes when the book does.
    pub fn of_temporary(file: tempfile::NamedTempFile, limits: Limits, choice: &Choice) -> Result<Book, Fault> {
        Self::of_place(Place::temporary(file), limits, choice)
    }

    fn of_place(place: Place, limits: Limits, choice: &Choice) -> Result<Book, Fault> {
        let mut book = Book { limits, parts: Vec::new(), sheets: Vec::new(), places: Vec::new() };
        if container(&place)? != Container::Zip {
            let tables = tables(&place, limits, choice)?;
            book.put(None, tables, place)?;
            return Ok(book);
        }
        let mut archive = Archive::open(&place, limits)?;
        if archive.packed()? != Packed::Files {
            drop(archive);
            let tables = tables(&place, limits, choice)?;
            book.put(None, tables, place)?;
            return Ok(book);
        }
        let mut left = limits.inflated;
        let mut notes = Vec::new();
        let mut refused = None;
        for (name, place) in archive.files(limits, &mut left)? {
            // What the file unpacked to may unpack once more, within what is left.
            let limits = Limits { inflated: left.max(1), ..limits };
            match tables(&place, limits, choice) {
                Ok(tables) if is_note(&tables) => notes.push((name, tables, place)),
                Ok(tables) => book.put(Some(&name), tables, place)?,
                Err(Fault::NoTable | Fault::NotATable(_) | Fault::Empty) => {}
                Err(fault) => refused = Some(fault),
            }
        }
        // Text in one column is a table only when nothing else is: beside one, it is the note that explains it.
        if book.sheets.is_empty() {
            for (name, tables, place) in notes {
                book.put(Some(&name), tables, place)?;
            }
        }
        if book.sheets.is_empty() { Err(refused.unwrap_or(Fault::NoTable)) } else { Ok(book) }
    }

    fn put(&mut self, file: Option<&str>, tables: Tables, place: Place) -> Result<(), Fault> {
        let of_workbook = match &tables {
            Tables::Text(_) => None,
            Tables::Xlsx(workbook) => Some(workbook.sheets()),
            Tables::Xls(workbook) => Some(workbook.sheets()),
            Tables::Ods(spreadsheet) => Some(spreadsheet.sheets()),
        };
        let names: Vec<String> = match (file, of_workbook) {
            (None, None) => vec![String::new()],
            (Some(file), None) => vec![file.to_owned()],
            (None, Some(sheets)) => sheets.to_vec(),
            (Some(file), Some(sheets)) => sheets.iter().map(|sheet| format!("{file} / {sheet}")).collect(),
        };
        self.places.extend((0..names.len()).map(|sheet| (self.parts.len(), sheet)));
        self.sheets.extend(names);
        self.parts.push(Part { tables, _place: place });
        if self.sheets.len() > SHEETS {
            return Err(Fault::TooManyEntries { entries: self.sheets.len(), most: SHEETS });
        }
        Ok(())
    }

    /// The sheets' names, hidden ones as well. That of a text is empty, or that of the file in the zip; that of a sheet of a workbook
    /// in a zip begins with the file's.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// What a sheet is read from.
    pub fn kind(&self, sheet: usize) -> Option<Kind> {
        Some(match self.part(sheet)?.tables {
            Tables::Text(_) => Kind::Text,
            Tables::Xlsx(_) => Kind::Xlsx,
            Tables::Xls(_) => Kind::Xls,
            Tables::Ods(_) => Kind::Ods,
        })
    }

    /// What a text was found to be; `None` for a sheet of a workbook.
    pub fn text_form(&self, sheet: usize) -> Option<&TextForm> {
        match &self.part(sheet)?.tables {
            Tables::Text(text) => Some(text.form()),
            _ => None,
        }
    }

    /// The rows of a sheet that are not blank, from the first; none for a sheet that is not there.
    pub fn rows(&mut self, sheet: usize) -> Result<Rows<'_>, Fault> {
        let limits = self.limits;
        let name = self.sheets.get(sheet).cloned().unwrap_or_default();
        let bounds = || Bounds { limits, sheet: name.clone() };
        let place = self.places.get(sheet).copied();
        let part = place.and_then(|(part, within)| Some((self.parts.get_mut(part)?, within)));
        let rows: Box<dyn Iterator<Item = Result<Row, Fault>> + Send> = match part {
            None => Box::new(std::iter::empty()),
            Some((part, within)) => match &mut part.tables {
                Tables::Text(text) => Box::new(text.rows(bounds())?),
                Tables::Xlsx(workbook) => Box::new(workbook.rows(within, bounds())?),
                Tables::Xls(workbook) => Box::new(workbook.rows(within, bounds())?),
                Tables::Ods(spreadsheet) => Box::new(spreadsheet.rows(within, bounds())?),
            },
        };
        Ok(Rows { rows, bounds: bounds(), left: limits.handed_out() })
    }

    fn part(&self, sheet: usize) -> Option<&Part> {
        let &(part, _) = self.places.get(sheet)?;
        self.parts.get(part)
    }
}

/// What a file is, from its first bytes.
fn container(place: &Place) -> Result<Container, Fault> {
    let mut head = Vec::new();
    place.file()?.take(looks::HEAD as u64).read_to_end(&mut head)?;
    looks::container(&head)
}

/// The tables of one file; a zip of files holds none.
fn tables(place: &Place, limits: Limits, choice: &Choice) -> Result<Tables, Fault> {
    match container(place)? {
        Container::Text(wide) => Ok(Tables::Text(text::Text::open(place.clone(), wide, limits, choice)?)),
        Container::Ole => Ok(Tables::Xls(Box::new(xls::Workbook::open(place)?))),
        Container::Zip => {
            let mut archive = Archive::open(place, limits)?;
            match archive.packed()? {
                Packed::Xlsx => {
                    archive.check(Kind::Xlsx, limits)?;
                    Ok(Tables::Xlsx(Box::new(xlsx::Workbook::open(place)?)))
                }
                Packed::Ods => {
                    archive.check(Kind::Ods, limits)?;
                    if archive.is_encrypted_ods() {
                        return Err(Fault::Encrypted);
                    }
                    Ok(Tables::Ods(Box::new(ods::Spreadsheet::open(place)?)))
                }
                Packed::Files => Err(Fault::NoTable),
            }
        }
    }
}

fn is_note(tables: &Tables) -> bool {
    matches!(tables, Tables::Text(text) if text.form().separator.is_none())
}

/// The rows of one sheet that are not blank. After a fault, there are no more.
pub struct Rows<'a> {
    rows: Box<dyn Iterator<Item = Result<Row, Fault>> + Send + 'a>,
    bounds: Bounds,
    /// How many bytes of cells may still be handed out.
    left: u64,
}

impl Rows<'_> {
    fn checked(&mut self, row: &Row) -> Result<(), Fault> {
        let limits = self.bounds.limits;
        if row.number > limits.rows {
            return Err(Fault::TooManyRows { sheet: self.bounds.sheet.clone(), most: limits.rows });
        }
        let size = row.cells.iter().map(|cell| cell.text().len() + size_of::<Cell>() / 4).sum::<usize>();
        self.left = self.left.checked_sub(size as u64).ok_or(Fault::Inflates { most: limits.inflated })?;
        Ok(())
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = loop {
            match self.rows.next()? {
                Ok(row) if row.is_blank() => {}
                row => break row,
            }
        };
        let row = row.and_then(|row| self.checked(&row).map(|()| row));
        if row.is_err() {
            self.rows = Box::new(std::iter::empty());
        }
        Some(row)
    }
}
