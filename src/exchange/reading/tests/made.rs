//! Files that other programs made: openpyxl, xlwt, msoffcrypto-tool and Info-ZIP.

use super::*;

#[test]
fn a_workbook_by_openpyxl() {
    let mut book = Book::open_bytes(include_bytes!("files/made.xlsx"), Limits::BROWSER, &Choice::default()).unwrap();
    assert_eq!(book.sheets(), ["Груз", "Hidden"]);
    let rows: Vec<_> = book.rows(0).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(
        texts(&rows),
        [
            vec!["Отчёт о грузах"],
            vec!["Item", "Qty", "Date", "When", "Ratio", "Share"],
            vec!["Палатка", "5403", "2023-04-15", "2023-04-15T10:30", "0.125", "0.5"],
            vec!["Blanket", "272.728", "2024-02-29", "08:05", "=?", "TRUE"],
            vec!["Blanket", "1000000000000000", "", "30:00", "", "FALSE"],
        ]
    );
    let found = super::super::layout(&rows);
    assert_eq!((found.header, found.group, found.first), (Some(3), None, 4));
    let hidden: Vec<_> = book.rows(1).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!((hidden[0].number, hidden[0].text(2)), (4, "only"));
}

#[test]
fn a_workbook_by_xlwt() {
    let mut book = Book::open_bytes(include_bytes!("files/made.xls"), Limits::BROWSER, &Choice::default()).unwrap();
    assert_eq!(book.sheets(), ["Груз"]);
    let rows: Vec<_> = book.rows(0).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(
        texts(&rows[..4]),
        [
            vec!["", "Item", "Qty", "Date", "When", "Span", "Flag"],
            vec!["", "Палатка", "5403", "2023-04-15", "2023-04-15T10:30", "", "TRUE"],
            vec!["", "Палатка", "272.728", "", "", "30:00"],
            vec!["", "x", "-1000000000000000"], // xlwt does not work formulas out
        ]
    );
    // Long texts go on in the next record, in one byte a letter or two.
    for (index, row) in rows[4..].iter().enumerate() {
        let letter = if index % 2 == 1 { "Ж" } else { "z" };
        assert_eq!(row.text(1), letter.repeat(3_000 + index));
        assert_eq!(row.text(2), (index as f64 / 100.0).to_string());
    }
    assert_eq!(rows.len(), 16);
}

#[test]
fn locked_files() {
    assert_eq!(rows(include_bytes!("files/locked.xlsx")), Err(Fault::Encrypted));
    assert_eq!(rows(include_bytes!("files/locked.zip")), Err(Fault::Encrypted));
}
