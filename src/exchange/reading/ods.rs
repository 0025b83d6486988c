//! OpenDocument spreadsheets, read element by element: what they repeat is repeated only as far as it is used.

use super::{
    Cell, Fault, Kind, Row,
    archive::{Place, guarded},
    cell::Bounds,
    merges::Merges,
};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use std::{fs::File, io::BufReader};
use zip::{ZipArchive, read::ZipFile};

const BROKEN: Fault = Fault::Broken { what: Kind::Ods };

/// A spreadsheet of which only the sheets' names are known.
pub(super) struct Spreadsheet {
    zip: ZipArchive<BufReader<File>>,
    sheets: Vec<String>,
}

impl Spreadsheet {
    pub(super) fn open(place: &Place) -> Result<Spreadsheet, Fault> {
        let file = BufReader::new(place.file()?);
        guarded(Kind::Ods, || {
            let mut zip = ZipArchive::new(file).map_err(|_| BROKEN)?;
            let mut sheets = Vec::new();
            let mut content = Content::open(&mut zip)?;
            while let Some(name) = content.sheet()? {
                sheets.push(name);
            }
            drop(content);
            Ok(Spreadsheet { zip, sheets })
        })
    }

    pub(super) fn sheets(&self) -> &[String] {
        &self.sheets
    }

    pub(super) fn rows(
        &mut self,
        sheet: usize,
        bounds: Bounds,
    ) -> Result<impl Iterator<Item = Result<Row, Fault>> + use<'_>, Fault> {
        let zip = &mut self.zip;
        let content = guarded(Kind::Ods, move || {
            let mut content = Content::open(zip)?;
            for _ in 0..=sheet {
                content.sheet()?;
            }
            Ok(content)
        })?;
        Ok(Rows { content, bounds, merges: Merges::default(), number: 0, again: 0, row: None, done: false })
    }
}

/// The document, read up to somewhere.
struct Content<'a> {
    reader: Reader<BufReader<ZipFile<'a, BufReader<File>>>>,
    buffer: Vec<u8>,
    /// How many tables deep the reading stands: one, or more in a table within a cell.
    depth: usize,
}

impl<'a> Content<'a> {
    fn open(zip: &'a mut ZipArchive<BufReader<File>>) -> Result<Content<'a>, Fault> {
        let member = zip.by_name("content.xml").map_err(|_| BROKEN)?;
        let mut reader = Reader::from_reader(BufReader::new(member));
        reader.config_mut().expand_empty_elements = true;
        Ok(Content { reader, buffer: Vec::new(), depth: 0 })
    }

    fn event(&mut self) -> Result<Event<'_>, Fault> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Start(element)) => {
                self.depth += usize::from(element.local_name().as_ref() == "table");
                Ok(Event::Start(element))
            }
            Ok(Event::End(element)) => {
                let ends = usize::from(element.local_name().as_ref() == "table");
                self.depth = self.depth.saturating_sub(ends);
                Ok(Event::End(element))
            }
            Ok(event) => Ok(event),
            Err(_) => Err(BROKEN),
        }
    }

    /// Reads up to the inside of the next sheet and gives its name; `None` at the end.
    fn sheet(&mut self) -> Result<Option<String>, Fault> {
        let mut within = self.depth;
        loop {
            let found = match self.event()? {
                Event::Start(element) if element.local_name().as_ref() == "table" => {
                    Some(attribute(&element, "name").unwrap_or_default())
                }
                Event::Eof => return Ok(None),
                _ => None,
            };
            if let Some(name) = found.filter(|_| within == 0 && self.depth == 1) {
                return Ok(Some(name));
            }
            within = self.depth;
        }
    }

    /// The text of the cell whose start was read, up to its end: its paragraphs as lines, without comments and pictures.
    fn cell_text(&mut self, longest: usize) -> Result<String, Fault> {
        const ASIDE: [&str; 4] = ["annotation", "frame", "custom-shape", "table"];
        let mut text = String::new();
        let (mut level, mut aside, mut paragraphs, mut within) = (1_usize, 0_usize, 0_usize, 0_usize);
        while level > 0 {
            let counts = aside == 0 && within > 0;
            let mut add = |part: &str| {
                // One byte more than is allowed is kept, to be refused.
                if counts && text.len() <= longest {
                    text.push_str(part);
                }
            };
            match self.event()? {
                Event::Start(element) => {
                    level += 1;
                    match element.local_name().as_ref() {
                        name if ASIDE.contains(&name) => aside += 1,
                        "p" | "h" if aside == 0 => {
                            within += 1;
                            paragraphs += 1;
                            if paragraphs > 1 {
                                text.push('\n');
                            }
                        }
                        "s" => {
                            let count = attribute(&element, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                            (0..longest.saturating_add(1).min(count)).for_each(|_| add(" "));
                        }
                        "tab" => add("\t"),
                        "line-break" => add("\n"),
                        _ => {}
                    }
                }
                Event::End(element) => {
                    level -= 1;
                    match element.local_name().as_ref() {
                        name if ASIDE.contains(&name) => aside = aside.saturating_sub(1),
                        "p" | "h" if aside == 0 => within = within.saturating_sub(1),
                        _ => {}
                    }
                }
                Event::Text(part) => add(&part.xml10_content()),
                Event::CData(part) => add(&part.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(c)) => add(c.encode_utf8(&mut [0; 4])),
                    _ => add(quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default()),
                },
                Event::Eof => return Err(BROKEN),
                _ => {}
            }
        }
        Ok(text)
    }
}

/// An attribute by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A count that an attribute gives, 1 without it.
fn count(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// The rows of one sheet.
struct Rows<'a> {
    content: Content<'a>,
    bounds: Bounds,
    merges: Merges,
    /// The number of the last row that was read.
    number: u64,
    /// How often the row stands below itself.
    again: u64,
    row: Option<Row>,
    done: bool,
}

impl Rows<'_> {
    fn row(&mut self) -> Result<Option<Row>, Fault> {
        loop {
            if let Some(mut row) = self.row.take() {
                if self.again > 0 {
                    self.again -= 1;
                    self.row = Some(Row { number: row.number + 1, cells: row.cells.clone(), width: None });
                }
                self.merges.fill(&mut row);
                return Ok(Some(row));
            }
            let repeated = match self.content.event()? {
                Event::Start(element) if element.local_name().as_ref() == "table-row" => {
                    count(&element, "number-rows-repeated")
                }
                Event::Eof => return Err(BROKEN),
                _ => 0,
            };
            match (self.content.depth, repeated) {
                (0, _) => return Ok(None),
                (1, 1..) => {}
                _ => continue, // between rows, or in a table within a drawing
            }
            let row = self.read(self.number.saturating_add(1))?;
            self.number = self.number.saturating_add(repeated);
            // A blank row may be repeated down to the end of the sheet.
            if !row.is_blank() {
                self.again = repeated - 1;
                self.row = Some(row);
            }
        }
    }

    /// Reads the cells of the row whose start was read.
    fn read(&mut self, number: u64) -> Result<Row, Fault> {
        let mut row = Row { number, cells: Vec::new(), width: None };
        let mut column = 0_usize;
        let mut areas = Vec::new();
        loop {
            let (repeated, below, covered, written) = match self.content.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    name @ ("table-cell" | "covered-table-cell") => (
                        usize::try_from(count(&element, "number-columns-repeated")).unwrap_or(usize::MAX),
                        count(&element, "number-rows-spanned") - 1,
                        name == "covered-table-cell",
                        Written::of(&element),
                    ),
                    _ => continue,
                },
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                Event::Eof => return Err(BROKEN),
                _ => continue,
            };
            let text = self.content.cell_text(self.bounds.limits.cell)?;
            let cell = if covered { Cell::Blank } else { written.cell(text) };
            if !cell.is_blank() {
                for column in (column..=self.bounds.limits.columns).take(repeated) {
                    self.bounds.put(&mut row, column, cell.clone())?;
                }
                if column > self.bounds.limits.columns {
                    return Err(self.bounds.too_many_columns(number));
                }
                if below > 0 {
                    areas.push((column, number.saturating_add(below)));
                }
            }
            column = column.saturating_add(repeated);
        }
        for (column, bottom) in areas {
            self.merges.begin(&row, column, bottom);
        }
        Ok(row)
    }
}

/// What the attributes of a cell say.
#[derive(Default)]
struct Written {
    kind: String,
    value: Option<String>,
    is_error: bool,
}

impl Written {
    fn of(element: &BytesStart<'_>) -> Written {
        let mut written = Written::default();
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = || attribute.normalized_value(XmlVersion::Implicit1_0).map(|value| value.into_owned()).ok();
            match attribute.key.as_ref() {
                "calcext:value-type" => written.is_error = value().as_deref() == Some("error"),
                "office:value-type" => written.kind = value().unwrap_or_default(),
                "office:value"
                | "office:string-value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value" => written.value = value(),
                _ => {}
            }
        }
        written
    }

    /// The cell, whose text is what a person sees.
    fn cell(self, text: String) -> Cell {
        if self.is_error {
            return Cell::Error(text);
        }
        let value = self.value.filter(|value| !value.is_empty());
        match (self.kind.as_str(), value) {
            ("float" | "percentage" | "currency", Some(value)) => match value.parse() {
                Ok(value) => Cell::of_number(value),
                Err(_) => Cell::of_text(text),
            },
            ("date", Some(value)) => Cell::of_iso(&value),
            ("time", Some(value)) => Cell::of_iso_duration(&value),
            ("boolean", Some(value)) => Cell::Bool(value.eq_ignore_ascii_case("true")),
            (_, Some(value)) if text.is_empty() => Cell::of_text(value),
            _ => Cell::of_text(text),
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = guarded(Kind::Ods, || self.row()).transpose();
        self.done = !matches!(row, Some(Ok(_)));
        row
    }
}
