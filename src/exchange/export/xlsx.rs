//! The list as a workbook: numbers are numbers, the row of names stays in sight, a language written from right to left is laid out
//! so. Rows go to the disk as they come, so that a long list takes no more memory than a short one.

use super::{Column, List, asked, named};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    exchange::guard::guarded_if_alike,
    lang::Lang,
    web::{Frame, Query, download},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};
use futures_util::StreamExt;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

/// The most rows of a sheet (Excel, specifications and limits), the names of the columns among them.
const MOST_ROWS: u32 = 1_048_576;

/// How much of a finished workbook is sent at a time.
const CHUNK: usize = 64 * 1024;

/// `GET /consignments.xlsx` and its like: the list as filtered; `?hxl=1` with a row of HXL tags.
pub async fn xlsx<L: List>(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string());
    let tagged = query.get("hxl") == "1";
    let list: L = asked(&pool, query, visitor).await?;
    let made = actix_web::web::block(move || workbook(&pool, &list, lang, tagged)).await.map_err(Error::internal)??;
    Ok(sent(made, &named::<L>(&frame, "xlsx")))
}

/// A finished workbook as a download.
pub(super) fn sent(made: File, name: &str) -> HttpResponse {
    let stream = futures_util::stream::unfold(Some(made), |file| async move {
        let mut file = file?;
        let mut buffer = vec![0; CHUNK];
        // What is read here was written a moment ago and is in the page cache.
        match file.read(&mut buffer) {
            Ok(0) => None,
            Ok(n) => {
                buffer.truncate(n);
                Some((Ok::<_, Error>(Bytes::from(buffer)), Some(file)))
            }
            Err(e) => Some((Err(Error::internal(e)), None)),
        }
    });
    download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name).streaming(stream.boxed_local())
}

/// Writes the workbook to a file that is gone when it is closed.
pub fn workbook<L: List>(pool: &Pool, list: &L, lang: Lang, tagged: bool) -> Result<File> {
    let failed = |e: XlsxError| Error::internal(e);
    let mut book = Workbook::new();
    let columns = L::columns();
    let mut sheet = sheet(&mut book, L::NAME, &columns, lang).map_err(failed)?;
    let mut row = 1;
    if tagged {
        for (n, tag) in L::tags().into_iter().enumerate().filter(|(_, tag)| !tag.is_empty()) {
            sheet.write_string(row, column(n), tag).map_err(failed)?;
        }
        row += 1;
    }
    let (mut after, mut more) = (None, true);
    while more {
        let (rows, next) = pool.read_now(|db| list.piece(db, after.as_ref(), lang))?;
        for cells in &rows {
            if row >= MOST_ROWS {
                return Err(Error::TooLarge);
            }
            write(&mut sheet, row, &columns, cells).map_err(failed)?;
            row += 1;
        }
        more = next.is_some();
        after = next;
    }
    book.push_worksheet(sheet);
    finished(book)
}

/// A workbook as a file that is gone when it is closed.
pub(super) fn finished(mut book: Workbook) -> Result<File> {
    let mut file = tempfile::tempfile().map_err(Error::internal)?;
    book.save_to_writer(&mut file).map_err(Error::internal)?;
    file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
    Ok(file)
}

/// A new sheet with these columns, not yet in the book; its rows go to the disk as they come.
pub(super) fn sheet(
    book: &mut Workbook,
    name: &str,
    columns: &[Column],
    lang: Lang,
) -> std::result::Result<Worksheet, XlsxError> {
    let bold = Format::new().set_bold();
    let mut sheet = book.new_worksheet_with_constant_memory();
    sheet.set_name(name)?;
    sheet.set_right_to_left(lang.dir() == "rtl");
    sheet.set_freeze_panes(1, 0)?;
    for (n, (name, number)) in columns.iter().enumerate() {
        let width = if *number { 12.0 } else { (name.len() as f64).clamp(10.0, 24.0) };
        sheet.set_column_width(column(n), width)?;
    }
    for (n, (name, _)) in columns.iter().enumerate() {
        sheet.write_string_with_format(0, column(n), *name, &bold)?;
    }
    Ok(sheet)
}

fn column(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Writes a row: numbers as numbers, where they come back as they are; a text of a workbook is never a formula, whatever it begins
/// with.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    columns: &[Column],
    cells: &[String],
) -> std::result::Result<(), XlsxError> {
    for (n, (cell, (_, number))) in cells.iter().zip(columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
        match cell.parse::<f64>().ok().filter(|value| *number && value.to_string() == shortest(cell)) {
            Some(value) => sheet.write_number(row, column(n), value)?,
            None => sheet.write_string(row, column(n), guarded_if_alike(cell))?,
        };
    }
    Ok(())
}

/// A decimal without zeros behind it: a float of a workbook has none.
fn shortest(decimal: &str) -> &str {
    if decimal.contains('.') { decimal.trim_end_matches('0').trim_end_matches('.') } else { decimal }
}
