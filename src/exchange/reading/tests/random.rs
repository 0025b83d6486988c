//! Random tables and random bytes.

use super::*;
use proptest::prelude::*;

fn written(table: &[Vec<String>], separator: u8, terminator: csv::Terminator) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).terminator(terminator).flexible(true).from_writer(Vec::new());
    for row in table {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        table in prop::collection::vec(prop::collection::vec("[a-zа-яé0-9 ,;|\"\n\r\t.'-]{0,12}", 1..6), 1..12),
        separator in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        end in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        wide in prop::sample::select(vec![None, Some(false), Some(true)]),
    ) {
        let bytes = written(&table, separator, end);
        let bytes = match wide {
            None => bytes,
            Some(big) => {
                let units: Vec<u16> = "\u{FEFF}".encode_utf16().chain(std::str::from_utf8(&bytes).unwrap().encode_utf16()).collect();
                units.iter().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
            }
        };
        let choice = Choice { encoding: None, separator: Some(separator) };
        let expected: Vec<(u64, Vec<String>)> = table.iter().zip(1..).map(|(row, number)| {
            let mut row: Vec<String> = row.iter().map(|cell| cell.replace("\r\n", "\n").replace('\r', "\n")).collect();
            while row.last().is_some_and(String::is_empty) {
                row.pop();
            }
            (number, row)
        }).filter(|(_, row)| !row.is_empty()).collect();
        match rows_with(&bytes, &choice) {
            Err(fault) => prop_assert!(
                matches!(fault, Fault::Empty | Fault::NotATable(_)) && bytes.iter().all(|b| !b.is_ascii_alphanumeric()),
                "{fault:?}"
            ),
            Ok(rows) => {
                let read: Vec<(u64, Vec<String>)> = rows.iter().map(|row| (row.number, row.cells.iter().map(|cell| cell.text().to_owned()).collect())).collect();
                prop_assert_eq!(read, expected);
            }
        }
    }

    #[test]
    fn any_text_is_read_as_the_csv_crate_reads_it(text in "([ab,\"\n\r]|\r\n){0,40}") {
        let choice = Choice { encoding: None, separator: Some(b',') };
        if let Ok(rows) = rows_with(text.as_bytes(), &choice) {
            let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()).into_records();
            let expected: Vec<Vec<String>> = reader.map(|record| {
                let mut row: Vec<String> = record.unwrap().iter().map(|cell| cell.replace("\r\n", "\n").replace('\r', "\n")).collect();
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
                row
            }).filter(|row| !row.is_empty()).collect();
            prop_assert_eq!(texts(&rows), expected);
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..2_000), start in 0..6_usize) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"a,b\n", b"\xEF\xBB\xBF"];
        let _ = rows(&[starts[start], &bytes].concat());
    }
}

/// Real workbooks with some bytes changed: most parts of a zip are checked by a sum, so what is in it is changed before it is packed.
#[test]
fn damaged_workbooks_are_survived() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for path in super::real::files() {
        let bytes = std::fs::read(&path).unwrap();
        let members = members(&bytes);
        for _ in 0..60 {
            let damaged = if members.is_empty() || random(8) == 0 {
                damage(&bytes, &mut random)
            } else {
                let which = random(members.len());
                let parts: Vec<(String, Vec<u8>)> = members
                    .iter()
                    .enumerate()
                    .map(|(index, (name, part))| {
                        (name.clone(), if index == which { damage(part, &mut random) } else { part.clone() })
                    })
                    .collect();
                zipped(&parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect::<Vec<_>>())
            };
            let Ok(mut book) = Book::open_bytes(&damaged, Limits::BROWSER, &Choice::default()) else { continue };
            for sheet in 0..book.sheets().len() {
                let Ok(rows) = book.rows(sheet) else { continue };
                rows.for_each(drop);
            }
        }
    }
}

/// What is in a zip; nothing where it is none, or locked.
pub(super) fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return Vec::new() };
    let all = zip.len();
    let member = |index| {
        let mut member = zip.by_index(index).ok()?;
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut member, &mut part).unwrap();
        Some((member.name().unwrap().into_owned(), part))
    };
    (0..all).map(member).collect::<Option<_>>().unwrap_or_default()
}

fn damage(bytes: &[u8], random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random(6) {
        let at = random(bytes.len());
        match random(6) {
            0 => bytes.truncate(at.max(1)),
            1 => {
                let end = (at + random(60)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            2 => {
                let end = (at + random(200)).min(bytes.len());
                let copy = bytes[at.min(end)..end].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => bytes.splice(at..at, *b"9999").for_each(drop),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = [0, 0xFF, 0x7F, b'9', b'<', b'"', b'&'][random(7)];
                }
            }
        }
    }
    bytes
}
