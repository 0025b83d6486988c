//! The shapes that honest files come in.

use super::super::{Kind, Looks, layout};
use super::*;

fn encoded(parts: &[(&'static encoding_rs::Encoding, &str)]) -> Vec<u8> {
    parts.iter().flat_map(|(encoding, text)| encoding.encode(text).0.into_owned()).collect()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{FEFF}" } else { "" };
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn lines_of_several_encodings() {
    let (utf8, cyrillic) = (encoding_rs::UTF_8, encoding_rs::WINDOWS_1251);
    let bytes = encoded(&[
        (utf8, "Place,Item\r\nПанамá,tents\r\n"),
        (cyrillic, "Алматы,одеяла шерстяные\r\n"),
        (cyrillic, "Бишкек,палатки зимние\r\n"),
        (utf8, "Osh,kits\r\n"),
    ]);
    let mut book = Book::open_bytes(&bytes, Limits::BROWSER, &Choice::default()).unwrap();
    let form = book.text_form(0).unwrap();
    let shares: Vec<_> = form.encodings.iter().map(|share| (share.encoding, share.lines, share.first)).collect();
    assert_eq!(shares, [(utf8, 1, 2), (cyrillic, 2, 3)]);
    assert_eq!((form.lines, form.doubtful, form.separator, form.ends.crlf), (5, false, Some(b','), 5));
    let rows: Vec<_> = book.rows(0).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows[1].cells[0].text(), "Панамá");
    assert_eq!(rows[2].text(1), "одеяла шерстяные");

    let latin = encoded(&[(encoding_rs::WINDOWS_1252, "País;Institución\nPanamá;Organización\nMéxico;Señal\n")]);
    let book = Book::open_bytes(&latin, Limits::BROWSER, &Choice::default()).unwrap();
    let form = book.text_form(0).unwrap();
    assert_eq!((form.encodings[0].encoding, form.doubtful), (encoding_rs::WINDOWS_1252, false));

    let chosen = Choice { encoding: Some(encoding_rs::WINDOWS_1252), separator: None };
    let rows = rows_with(&encoded(&[(cyrillic, "a,b\nДа,1\n")]), &chosen).unwrap();
    assert_eq!(rows[1].text(0), "Äà");
}

#[test]
fn utf16_of_every_kind() {
    let text = "Place\tCount\nАлматы, «Юг»\t5\nOsh\t\"a\nb\"\n";
    for (big, mark) in [(false, true), (true, true), (false, false), (true, false)] {
        let rows = rows(&utf16(text, big, mark)).unwrap();
        assert_eq!(texts(&rows), [["Place", "Count"], ["Алматы, «Юг»", "5"], ["Osh", "a\nb"]], "{big} {mark}");
    }
}

#[test]
fn line_ends_quotes_and_blank_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["\u{FEFF}a,b", "", "\"1,5\",\"say \"\"hi\"\"\"", "\"two", "lines\",x,,", "last,y"].join(end);
        let rows = rows(text.as_bytes()).unwrap();
        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 4, 5], "{end:?}");
        let expected = [["a", "b"], ["1,5", "say \"hi\""], ["two\nlines", "x"], ["last", "y"]];
        assert_eq!(texts(&rows), expected, "{end:?}");
    }
    assert_eq!(texts(&rows(b"a,b\r1,2\n3,4\r\n5,6").unwrap()).len(), 4);
}

#[test]
fn separators() {
    for (text, separator, width) in [
        ("Item;Qty;Price\nA;1,5;2,25\nB;2,5;3,75\n", Some(b';'), 3),
        ("a\tb, c\n1\t2, 3\n", Some(b'\t'), 2),
        ("a|b|c\n1|2|3\n", Some(b'|'), 3),
        ("1,2,3\n4,5,6\n", Some(b','), 3),
        ("name count place\nA 1 X\nB  2 Y\n", Some(b' '), 3),
        ("Almaty, Kazakhstan\nOsh\nBishkek\nDushanbe\nTashkent\n", None, 1),
        ("Report,\n\nof 2023\n\na,b,c\n1,2,3\n4,5,6\n", Some(b','), 1),
        ("sep=;\na;b\n1;2\n", Some(b';'), 2),
        ("#description\n\"Line 1\nLine 2\"\n", None, 1),
    ] {
        let mut book = Book::open_bytes(text.as_bytes(), Limits::BROWSER, &Choice::default()).unwrap();
        assert_eq!(book.text_form(0).unwrap().separator, separator, "{text}");
        let first = book.rows(0).unwrap().next().unwrap().unwrap();
        assert_eq!(first.cells.len(), width, "{text}");
    }
}

#[test]
fn a_quote_that_is_never_closed() {
    let mut text = "a,b\n1,2\n3,\"4\n".to_owned();
    text.push_str(&"5,6\n".repeat(50));
    assert_eq!(rows(text.as_bytes()), Err(Fault::Quote { sheet: String::new(), row: 3 }));
    text.push_str("7,\"8\"\n9,10\n");
    assert_eq!(rows(text.as_bytes()), Err(Fault::Quote { sheet: String::new(), row: 3 }));
    assert_eq!(texts(&rows(b"a,b\n1,\"2").unwrap()), [["a", "b"], ["1", "2"]]);
    assert_eq!(texts(&rows(b"size,b\n5\" pipe,2\n").unwrap())[1], ["5\" pipe", "2"]);
}

#[test]
fn what_is_no_table() {
    for (bytes, looks) in [
        (&b"  <!DOCTYPE html><html></html>"[..], Looks::Html),
        (b"\xEF\xBB\xBF<html>\n<table><tr><td>1</td></tr></table></html>", Looks::Html),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", Looks::Xml),
        (b"%PDF-1.7", Looks::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0", Looks::Image),
        (b"[\n [\"a\", \"b\"]]", Looks::Json),
        (b"{\"a\": 1}", Looks::Json),
        (b"\0\x01\x02\x03", Looks::Binary),
    ] {
        assert_eq!(rows(bytes), Err(Fault::NotATable(looks)));
    }
    assert_eq!(rows(b""), Err(Fault::Empty));
    assert_eq!(rows(b" \r\n\r\n"), Err(Fault::Empty));
    assert_eq!(rows(&zipped(&[("a.pdf", b"%PDF-1.7")])), Err(Fault::NoTable));
    assert_eq!(rows(&zipped(&[("a.zip", &zipped(&[("a.csv", b"a,b")]))])), Err(Fault::NoTable));
}

#[test]
fn zips_of_tables() {
    let book = xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", NO_STRINGS);
    let bytes = zipped(&[
        ("read me.txt", b"Please read"),
        ("data/a.csv", b"a,b\n1,2\n"),
        ("b.xlsx", &book),
        ("__MACOSX/._a.csv", b"x,y\n1,2\n"),
    ]);
    let mut book = Book::open_bytes(&bytes, Limits::BROWSER, &Choice::default()).unwrap();
    assert_eq!(book.sheets(), ["a.csv", "b.xlsx / One"]);
    assert_eq!((book.kind(0), book.kind(1)), (Some(Kind::Text), Some(Kind::Xlsx)));
    assert_eq!(book.rows(1).unwrap().count(), 1);
    let alone = zipped(&[("names.txt", b"Aida\nBolat\n")]);
    assert_eq!(rows(&alone).unwrap().len(), 2);
}

#[test]
fn workbook_cells() {
    let sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData>\
        <row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\"><v>272.728</v></c><c r=\"D3\"><v>1E15</v></c></row>\
        <row r=\"5\"><c r=\"B5\" t=\"e\"><v>#DIV/0!</v></c><c r=\"C5\" t=\"b\"><v>1</v></c><c r=\"D5\" s=\"1\"><v>45031</v></c>\
        <c r=\"E5\" s=\"2\"><v>1.5</v></c><c r=\"F5\" t=\"str\"><f>A1&amp;\"x\"</f><v>fx</v></c><c r=\"H5\" t=\"e\"><v>#SPILL!</v></c></row>\
        <row r=\"6\"><c r=\"C6\"><v>5403.0</v></c></row>\
        <row r=\"10\"><c r=\"A10\"><f>2*3</f></c><c r=\"B10\"><f>2*3</f><v></v></c><c r=\"C10\"><f>2*3</f><v/></c>\
        <c r=\"D10\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E10\"><f>2*3</f><v>6</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"B5:B9\"/><mergeCell ref=\"F5:F9\"/></mergeCells>";
    let rows = rows(&xlsx(sheet, "<sst><si><t>Иттри\r\nй</t></si></sst>")).unwrap();
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 5, 6, 10]);
    assert_eq!(
        texts(&rows),
        [
            vec!["", "Иттри\nй", "272.728", "1000000000000000"],
            vec!["", "#DIV/0!", "TRUE", "2023-04-15", "36:00", "fx", "#SPILL!"], // in the next column, for the library loses its place
            vec!["", "", "5403", "", "", "fx"],
            vec!["=?", "=?", "=?", "", "6"], // formulas nobody worked out; one whose result is no text
        ]
    );
}

#[test]
fn open_document_cells() {
    let table = "<table:table table:name=\"First\"><table:table-column table:number-columns-repeated=\"16384\"/>\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        <table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>a &amp;<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"272.728\"><text:p>273</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/><table:covered-table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2023-04-15\" table:number-columns-repeated=\"2\"><text:p>15.04</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
        <table:table table:name=\"Second\"/>";
    let mut book = Book::open_bytes(&ods(table), Limits::BROWSER, &Choice::default()).unwrap();
    assert_eq!(book.sheets(), ["First", "Second"]);
    assert_eq!(book.rows(1).unwrap().count(), 0);
    let rows: Vec<_> = book.rows(0).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(
        texts(&rows),
        [
            vec!["", "a &  b\nc", "272.728"],
            vec!["", "a &  b\nc", "2023-04-15", "2023-04-15", "#DIV/0!"],
            vec!["", "", "2023-04-15", "2023-04-15", "#DIV/0!"],
        ]
    );
}

#[test]
fn layouts() {
    for (text, header, group, tags, first, names) in [
        ("a,b\n1,2\n", Some(1), None, None, 2, "a|b"),
        ("1,2\n3,4\n", None, None, None, 1, ""),
        (
            "List of goods,,\n\nas of,2023,\n\nItem,Place,Count\ntent,Osh,5\nkit,Osh,6\n",
            Some(5),
            None,
            None,
            6,
            "Item|Place|Count",
        ),
        ("Org,No hashtag,Province\n#org,,#adm1\nX,y,Z\n", Some(1), None, Some(2), 3, "Org|No hashtag|Province"),
        (
            "Item,Planned,,Sent,\n,kg,boxes,kg,boxes\nrice,5,1,4,1\noil,6,2,3,1\n",
            Some(2),
            Some(1),
            None,
            3,
            "Item|Planned kg|Planned boxes|Sent kg|Sent boxes",
        ),
        ("#org,#adm1\nX,Y\n", None, None, Some(1), 2, ""),
        ("name\nAida\nBolat\n", Some(1), None, None, 2, "name"),
    ] {
        let rows = rows(text.as_bytes()).unwrap();
        let found = layout(&rows);
        assert_eq!((found.header, found.group, found.tags, found.first), (header, group, tags, first), "{text}");
        assert_eq!(found.names(&rows).join("|"), names, "{text}");
    }
}
