//! Files made to break what reads them.

use super::*;

#[test]
fn zip_bombs_are_refused() {
    let zeros = vec![b' '; 300_000_000];
    let bytes = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    let refused = Err(Fault::Inflates { most: Limits::BROWSER.inflated });
    assert_eq!(rows(&bytes), refused);
    assert_eq!(rows(&zipped(&[("a.csv", &zeros)])), refused);
}

#[test]
fn many_members_are_refused() {
    let names: Vec<_> = (0..10_001).map(|number| format!("{number}.csv")).collect();
    let members: Vec<_> = names.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
    assert_eq!(rows(&zipped(&members)), Err(Fault::TooManyEntries { entries: 10_001, most: 10_000 }));
}

#[test]
fn wide_rows_and_long_cells_are_refused() {
    let sheet = String::new;
    let wide = vec!["x"; 10_000].join(",");
    let text = format!("a,b\n{wide}\n");
    assert_eq!(rows(text.as_bytes()), Err(Fault::TooManyColumns { sheet: sheet(), row: 2, most: 512 }));
    let blank = format!("a,b{}\n1,2{}\n", ",".repeat(10_000), ",".repeat(10_000));
    assert_eq!(texts(&rows(blank.as_bytes()).unwrap()), [["a", "b"], ["1", "2"]]);
    let long = format!("a,b\n1,{}\n", "x".repeat(5_000_000));
    assert_eq!(rows(long.as_bytes()), Err(Fault::CellTooLong { sheet: sheet(), row: 2, column: 2, most: 100_000 }));
    let far = xlsx("<sheetData><row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData>", NO_STRINGS);
    assert_eq!(rows(&far), Err(Fault::TooManyColumns { sheet: "One".into(), row: 2, most: 512 }));
    let deep = xlsx("<sheetData><row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row></sheetData>", NO_STRINGS);
    assert_eq!(rows(&deep), Err(Fault::TooManyRows { sheet: "One".into(), most: 1_048_576 }));
    let lines = "a".to_owned() + &"\n".repeat(1_100_000) + "a";
    assert_eq!(rows(lines.as_bytes()), Err(Fault::TooManyRows { sheet: sheet(), most: 1_048_576 }));
}

#[test]
fn announced_texts_are_not_believed() {
    let cell = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    for count in ["4000000000", "99999999999999", "18446744073709551615"] {
        let strings = format!("<x/><sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let read = rows(&xlsx(cell, &strings));
        assert!(read == Err(Fault::Broken { what: super::super::Kind::Xlsx }), "{count}: {read:?}");
    }
}

#[test]
fn repeated_cells_do_not_multiply() {
    let cell = |columns: usize, rows: usize, text: &str| {
        ods(&format!(
            "<table:table table:name=\"T\"><table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{columns}\">{text}</table:table-cell></table:table-row></table:table>"
        ))
    };
    let refused = |bytes: &[u8]| {
        let mut book = Book::open_bytes(bytes, Limits::BROWSER, &Choice::default()).unwrap();
        book.rows(0).unwrap().find_map(Result::err)
    };
    assert_eq!(
        refused(&cell(16_384, 1, "<text:p>x</text:p>")),
        Some(Fault::TooManyColumns { sheet: "T".into(), row: 1, most: 512 })
    );
    assert_eq!(refused(&cell(512, 1_048_576, "<text:p>x</text:p>")), Some(Fault::Inflates { most: 256_000_000 }));
    assert_eq!(
        refused(&cell(1, 4_000_000_000, "<text:p>x</text:p>")),
        Some(Fault::TooManyRows { sheet: "T".into(), most: 1_048_576 })
    );
    assert_eq!(
        refused(&cell(1, 1, "<text:p><text:s text:c=\"99999999999\"/></text:p>")),
        Some(Fault::CellTooLong { sheet: "T".into(), row: 1, column: 1, most: 100_000 })
    );
}

#[test]
fn a_shared_text_is_not_handed_out_forever() {
    let refused = |bytes: &[u8]| {
        let mut book = Book::open_bytes(bytes, Limits::BROWSER, &Choice::default()).unwrap();
        book.rows(0).unwrap().find_map(Result::err)
    };
    let long = "x".repeat(30_000);
    let cells: String =
        (1..=60_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    let bytes = xlsx(&format!("<sheetData>{cells}</sheetData>"), &format!("<sst><si><t>{long}</t></si></sst>"));
    assert_eq!(refused(&bytes), Some(Fault::Inflates { most: 256_000_000 }));

    let mut book = Vec::new();
    let mut record = |kind: u16, parts: &[&[u8]]| {
        let data = parts.concat();
        book.extend(kind.to_le_bytes());
        book.extend((data.len() as u16).to_le_bytes());
        book.extend(data);
        book.len() as u32
    };
    record(0x0809, &[&[0, 6, 5, 0]]);
    let end = record(0x00FC, &[&[1, 0, 0, 0, 1, 0, 0, 0], &30_000_u16.to_le_bytes(), &[0], long.as_bytes()]);
    record(0x0085, &[&(end + 4 + 9 + 4).to_le_bytes(), &[0, 0, 1, 0, b'A']]);
    record(0x000A, &[]);
    record(0x0809, &[&[0, 6, 0x10, 0]]);
    for row in 0..60_000_u16 {
        record(0x00FD, &[&row.to_le_bytes(), &[0; 4], &[0; 4]]);
    }
    // Two far corners, and a size that nobody has.
    record(0x0200, &[&[0xFF; 14]]);
    record(0x00FD, &[&[0xFF; 4], &[0; 6]]);
    record(0x000A, &[]);
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&book).unwrap();
    file.flush().unwrap();
    assert_eq!(refused(&file.into_inner().into_inner()), Some(Fault::Inflates { most: 256_000_000 }));
}

#[test]
fn books_go_to_other_threads() {
    fn sendable<T: Send>() {}
    sendable::<Book>();
    sendable::<super::super::Rows<'_>>();
}

#[test]
fn cut_off_documents_end() {
    let whole = "<table:table table:name=\"T\"><table:table-row><table:table-cell><text:p>a</text:p><office:annotation><text:p>b";
    for length in 0..whole.len() {
        let content = format!("<o:document-content>{}", &whole[..length]);
        let bytes = zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content.as_bytes()),
        ]);
        let _ = rows(&bytes);
    }
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>";
    let _ = rows(&xlsx(sheet, entities));
}

#[test]
fn locked_files_are_named() {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage").unwrap().write_all(&[1; 5_000]).unwrap();
    file.flush().unwrap();
    assert_eq!(rows(&file.into_inner().into_inner()), Err(Fault::Encrypted));
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    let book = [&[0x09, 0x08, 4, 0, 0, 6, 5, 0][..], &[0x2F, 0, 6, 0, 1, 0, 1, 0, 1, 0]].concat();
    file.create_stream("/Workbook").unwrap().write_all(&book).unwrap();
    file.flush().unwrap();
    assert_eq!(rows(&file.into_inner().into_inner()), Err(Fault::Encrypted));
}
