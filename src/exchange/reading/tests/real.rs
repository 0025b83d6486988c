//! Files of others. Run with READER_REAL=/work/shared/data/real, and `-- --nocapture` to see what each gives.

use super::super::layout;
use super::*;
use calamine::{Data, Reader as _};
use std::{
    fs,
    path::{Path, PathBuf},
};

pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

#[test]
fn every_file_opens_or_says_why() {
    let Some(folder) = std::env::var_os("READER_REAL") else { return };
    for path in files(folder.as_ref()) {
        let name = path.file_name().unwrap().to_string_lossy();
        let mut book = match Book::open(&path, Limits::BROWSER, &Choice::default()) {
            Ok(book) => book,
            Err(fault) => {
                println!("{name}: {fault:?}");
                continue;
            }
        };
        for sheet in 0..book.sheets().len() {
            let form = book.text_form(sheet).map(|form| {
                let encodings: Vec<_> =
                    form.encodings.iter().map(|share| format!("{}×{}", share.encoding.name(), share.lines)).collect();
                format!("{encodings:?} doubtful={} {:?} {:?}", form.doubtful, form.separator.map(char::from), form.ends)
            });
            let (title, kind) = (book.sheets()[sheet].clone(), book.kind(sheet).unwrap());
            let rows: Result<Vec<_>, _> = book.rows(sheet).and_then(Iterator::collect);
            match rows {
                Err(fault) => println!("{name} [{title}]: {fault:?}"),
                Ok(rows) => {
                    let head = &rows[..rows.len().min(100)];
                    let found = layout(head);
                    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
                    println!(
                        "{name} [{title}] {kind:?}: {} rows to {}, {width} columns; header {:?} group {:?} tags {:?} first {}; {} {:?}",
                        rows.len(),
                        rows.last().map_or(0, |row| row.number),
                        found.header,
                        found.group,
                        found.tags,
                        found.first,
                        form.unwrap_or_default(),
                        found.names(head).iter().take(4).collect::<Vec<_>>(),
                    );
                }
            }
        }
    }
}

#[test]
fn line_ends_make_no_difference() {
    let Some(folder) = std::env::var_os("READER_REAL") else { return };
    let read = |name: &str| {
        let start = std::time::Instant::now();
        let mut book = Book::open(&Path::new(&folder).join(name), Limits::BROWSER, &Choice::default()).unwrap();
        let rows: Vec<_> = book.rows(0).unwrap().collect::<Result<_, _>>().unwrap();
        println!("{name}: {} rows in {:?}", rows.len(), start.elapsed());
        rows
    };
    let rows = read("scms_deliveries.csv");
    assert_eq!((rows.len(), rows[0].cells.len()), (10_325, 33));
    assert!(rows == read("scms_deliveries_cr_only.csv"));
}

/// Another reader of the same workbooks sees the same cells.
#[test]
fn workbooks_are_read_as_calamine_reads_them() {
    let Some(folder) = std::env::var_os("READER_REAL") else { return };
    let mut compared = 0;
    for path in files(folder.as_ref()) {
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
    println!("{compared} cells compared");
}
