//! Files as other programs write them.

use super::*;
use calamine::{Data, Reader as _};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The files beside these tests.
pub(super) fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange/reading/tests/files");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn line_ends_make_no_difference() {
    let zip = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scms_deliveries.zip")).unwrap();
    let [(_, bytes)] = &super::random::members(&zip)[..] else { panic!("one file") };
    let all = rows(bytes).unwrap();
    assert_eq!((all.len(), all[0].cells.len()), (10_325, 33));
    let ends: Vec<u8> =
        bytes.iter().filter(|byte| **byte != b'\r').map(|byte| if *byte == b'\n' { b'\r' } else { *byte }).collect();
    assert!(all == rows(&ends).unwrap());
}

/// Another reader of the same workbooks sees the same cells.
#[test]
fn workbooks_are_read_as_calamine_reads_them() {
    let mut compared = 0;
    for path in files() {
        let Ok(mut other) = calamine::open_workbook_auto(&path) else { continue };
        let Ok(mut book) = Book::open(&path, Limits::BROWSER, &Choice::default()) else { continue };
        assert_eq!(book.sheets(), other.sheet_names());
        for (sheet, name) in other.sheet_names().iter().enumerate() {
            let range = other.worksheet_range(name).unwrap();
            for row in book.rows(sheet).unwrap() {
                let row = row.unwrap();
                for (column, cell) in row.cells.iter().enumerate() {
                    let expected = match range.get_value((row.number as u32 - 1, column as u32)) {
                        None | Some(Data::Empty) => continue, // merged downwards
                        Some(Data::Float(value)) => Cell::of_number(*value),
                        Some(Data::Int(value)) => Cell::Number(value.to_string()),
                        Some(Data::String(text)) => Cell::of_text(text.as_str()),
                        Some(Data::Bool(value)) => Cell::Bool(*value),
                        Some(Data::Error(error)) => Cell::Error(error.to_string()),
                        Some(Data::DateTime(value)) if value.is_duration() => Cell::of_duration(value.as_f64()),
                        Some(Data::DateTime(value)) => Cell::of_days(value.as_f64(), false),
                        Some(Data::DateTimeIso(text)) => Cell::of_iso(text),
                        Some(Data::DurationIso(text)) => Cell::of_iso_duration(text),
                    };
                    assert_eq!(*cell, expected, "{} {name} {} {column}", path.display(), row.number);
                    compared += 1;
                }
            }
            let filled =
                range.used_cells().filter(|(_, _, cell)| !matches!(cell, Data::String(text) if text.is_empty()));
            let read: usize = book
                .rows(sheet)
                .unwrap()
                .map(|row| row.unwrap().cells.iter().filter(|cell| !cell.is_blank()).count())
                .sum();
            assert!(read >= filled.count(), "{} {name}", path.display());
        }
    }
    assert!(compared > 20, "{compared} cells compared");
}
