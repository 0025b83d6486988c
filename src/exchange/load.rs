//! Going through a file: finding the sheet and its columns, and handing its rows on, those of one consignment together, piece
//! by piece. Whatever the file's size, only a piece of it is held.

use super::{
    json_lines,
    mapping::Mapping,
    reading::{Book, Choice, Encoding, Fault, Layout, Limits, Row, layout},
    understand::Columns,
};
use crate::error::Result as Outcome;
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// How many of the first rows are looked at to find out what a file is like.
const LOOKED_AT: usize = 500;

/// How many rows make a file that is taken in as a whole; of a larger one each piece is by itself.
pub const WHOLE: usize = 20_000;

/// How many rows make a piece of a larger file.
const PIECE: usize = 2_000;

/// A table of a file.
#[derive(Debug, Clone)]
pub struct Table {
    /// Which sheet.
    pub sheet: usize,
    /// What the sheet is called.
    pub name: String,
    /// What stands above each column.
    pub headers: Vec<String>,
    /// The HXL tag of each; none where the file has no such row.
    pub tags: Vec<String>,
    /// The first row below.
    pub first: u64,
    /// Some of the rows below.
    pub sample: Vec<Row>,
    /// Other sheets with rows, where nobody said which sheet is meant.
    pub others: Vec<String>,
}

/// Why a file cannot be gone through.
#[derive(Debug)]
pub enum Unreadable {
    /// It is no file of tables, or a broken one.
    Fault(Fault),
    /// It has no sheet of this name.
    NoSheet(String),
    /// No row of it names columns.
    NoHeader,
    /// Nothing stands below its columns.
    NoRows,
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Opens a file as a mapping says it is written.
pub fn open(path: &Path, limits: Limits, mapping: &Mapping) -> Result<Book, Unreadable> {
    let choice = Choice {
        encoding: mapping.encoding.as_deref().and_then(|label| Encoding::for_label(label.as_bytes())),
        separator: mapping.separator.and_then(|c| u8::try_from(c).ok()),
    };
    // Lines of JSON are read as the table they amount to.
    match json_lines::as_csv(path)? {
        Some(table) => Ok(Book::of_temporary(table, limits, &choice)?),
        None => Ok(Book::open(path, limits, &choice)?),
    }
}

/// Finds the table that a mapping means; without a name the first sheet that has one.
pub fn look(book: &mut Book, mapping: &Mapping) -> Result<Table, Unreadable> {
    let names = book.sheets().to_vec();
    let wanted = match &mapping.sheet {
        Some(name) => {
            let found = names.iter().position(|own| own == name);
            vec![found.ok_or_else(|| Unreadable::NoSheet(name.clone()))?]
        }
        None => (0..names.len()).collect(),
    };
    let mut why = Unreadable::NoRows;
    let mut found: Option<Table> = None;
    for sheet in wanted {
        let name = names.get(sheet).cloned().unwrap_or_default();
        match (table_of(book, sheet, name, mapping.header), &mut found) {
            (Ok(table), None) => found = Some(table),
            (Ok(table), Some(found)) => found.others.push(table.name),
            (Err(_), Some(_)) => {}
            (Err(Unreadable::Fault(fault)), None) => return Err(fault.into()),
            (Err(other), None) => why = other,
        }
    }
    found.ok_or(why)
}

fn table_of(book: &mut Book, sheet: usize, name: String, header: Option<u64>) -> Result<Table, Unreadable> {
    let rows: Vec<Row> = book.rows(sheet)?.take(LOOKED_AT).collect::<Result<_, _>>()?;
    let found = match header {
        Some(header) => {
            let below = rows.iter().filter(|row| row.number > header).map(|row| row.number).min();
            Layout { header: Some(header), group: None, tags: None, first: below.unwrap_or(header + 1) }
        }
        None => layout(&rows),
    };
    if found.header.is_none() && found.tags.is_none() {
        return Err(if rows.is_empty() { Unreadable::NoRows } else { Unreadable::NoHeader });
    }
    let sample: Vec<Row> =
        rows.iter().filter(|row| row.number >= found.first && !Columns::is_blank(row)).cloned().collect();
    if sample.is_empty() {
        return Err(Unreadable::NoRows);
    }
    let width = sample.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut headers = found.names(&rows);
    let tags_row = found.tags.and_then(|number| rows.iter().find(|row| row.number == number));
    let tags: Vec<String> =
        tags_row.map(|row| row.cells.iter().map(|cell| cell.text().trim().to_string()).collect()).unwrap_or_default();
    headers.resize(headers.len().max(tags.len()).max(width.min(headers.len().max(tags.len()).max(1))), String::new());
    Ok(Table { sheet, name, headers, tags, first: found.first, sample, others: vec![] })
}

/// How many rows a table has, those that are blank left out; and of each consignment whose rows do not stand together how many.
struct Tally {
    rows: usize,
    keys: HashMap<u64, u32>,
}

fn hash(key: &str) -> u64 {
    let mut hash = DefaultHasher::new();
    key.hash(&mut hash);
    hash.finish()
}

/// The rows of some consignments, each's together, in the order they begin in; and how many blank rows stood between.
#[derive(Debug, Default)]
pub struct Piece {
    /// A consignment's rows each.
    pub groups: Vec<Vec<Row>>,
    /// Blank rows.
    pub blank: i64,
    /// How many rows of the file have been read so far.
    pub done: usize,
    /// Whether it is the last one.
    pub last: bool,
    /// Whether it is the only one: all that the file says is in it.
    pub alone: bool,
}

/// Why going through a file ended early.
#[derive(Debug)]
pub enum Stopped {
    /// The file: it is broken further down.
    File(Fault),
    /// Its columns do not say what every consignment has to: the key of the sentence.
    Lacks(&'static str),
    /// Whoever took the pieces.
    Taker(crate::error::Error),
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Self {
        Self::File(fault)
    }
}

/// How many rows of goods a table has, at the most.
pub fn count(book: &mut Book, table: &Table, columns: &Columns) -> Result<usize, Fault> {
    Ok(tally(book, table, columns)?.rows)
}

fn tally(book: &mut Book, table: &Table, columns: &Columns) -> Result<Tally, Fault> {
    let mut out = Tally { rows: 0, keys: HashMap::new() };
    for row in book.rows(table.sheet)? {
        let row = row?;
        if row.number < table.first || Columns::is_blank(&row) {
            continue;
        }
        out.rows += 1;
        let key = columns.key(&row);
        if !key.is_empty() {
            *out.keys.entry(hash(&key)).or_default() += 1;
        }
    }
    Ok(out)
}

/// Goes through a table. A file of up to [`WHOLE`] rows comes in one piece.
pub fn pieces(
    book: &mut Book,
    table: &Table,
    columns: &Columns,
    mut take: impl FnMut(Piece) -> Outcome<()>,
) -> Result<(), Stopped> {
    let Tally { rows, mut keys } = tally(book, table, columns)?;
    let size = if rows <= WHOLE { usize::MAX } else { PIECE };
    let mut waiting: HashMap<u64, Vec<Row>> = HashMap::new();
    let alone = rows <= WHOLE;
    let (mut piece, mut held, mut next) = (Piece { alone, ..Piece::default() }, 0, table.first);
    for row in book.rows(table.sheet)? {
        let row = row?;
        if row.number < table.first {
            continue;
        }
        // Rows in which nothing stands are not handed out: their numbers are missing.
        piece.blank += i64::try_from(row.number.saturating_sub(next)).unwrap_or_default();
        next = row.number + 1;
        if Columns::is_blank(&row) {
            piece.blank += 1;
            continue;
        }
        piece.done += 1;
        let key = columns.key(&row);
        if key.is_empty() {
            piece.groups.push(vec![row]);
            held += 1;
        } else {
            let key = hash(&key);
            let group = waiting.entry(key).or_default();
            group.push(row);
            let left = keys.entry(key).or_default();
            *left = left.saturating_sub(1);
            // All rows of it are there.
            if *left == 0 {
                let group = waiting.remove(&key).unwrap_or_default();
                held += group.len();
                piece.groups.push(group);
            }
        }
        if held >= size {
            let done = piece.done;
            take(in_order(std::mem::replace(&mut piece, Piece { done, ..Piece::default() })))?;
            held = 0;
        }
    }
    piece.last = true;
    take(in_order(piece))?;
    Ok(())
}

impl From<crate::error::Error> for Stopped {
    fn from(error: crate::error::Error) -> Self {
        Self::Taker(error)
    }
}

fn in_order(mut piece: Piece) -> Piece {
    piece.groups.sort_by_key(|group| group.first().map(|row| row.number));
    piece
}
