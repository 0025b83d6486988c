//! What every target does with a file: it is read as an import reads it, every row of every sheet.

use keruen::exchange::reading::{Book, Choice, Limits, layout};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Small limits, so that reaching one is within reach of a mutation.
const LIMITS: Limits =
    Limits { bytes: 1_000_000, inflated: 4_000_000, entries: 100, rows: 20_000, columns: 300, cell: 20_000 };

/// Reads a file to its end. A fault is well; a panic, a hang or a flood of memory is what is looked for.
pub fn read(file: &[u8]) {
    let Ok(mut book) = Book::open_bytes(file, LIMITS, &Choice::default()) else { return };
    for sheet in 0..book.sheets().len().min(8) {
        let _ = book.kind(sheet);
        let _ = book.text_form(sheet);
        let Ok(rows) = book.rows(sheet) else { continue };
        let head: Vec<_> = rows.take(50).map_while(Result::ok).collect();
        let _ = layout(&head);
        if let Ok(rows) = book.rows(sheet) {
            for row in rows {
                let Ok(row) = row else { break };
                assert!(row.cells.len() <= LIMITS.columns && row.number <= LIMITS.rows);
            }
        }
    }
}

/// A zip of these members, stored as they are: a mutation reaches what is in them.
pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        if zip.start_file(*name, stored).is_err() || zip.write_all(content).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The members with one of them, by the first byte of `data`, put in its place by the rest.
pub fn with_one_of<'a>(members: &[(&'a str, &'a [u8])], data: &'a [u8]) -> Vec<(&'a str, &'a [u8])> {
    let Some((which, rest)) = data.split_first() else { return members.to_vec() };
    let which = usize::from(*which) % members.len();
    let place = |(n, member): (usize, &(&'a str, &'a [u8]))| if n == which { (member.0, rest) } else { *member };
    members.iter().enumerate().map(place).collect()
}
