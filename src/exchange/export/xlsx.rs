//! The list as a workbook: numbers are numbers, the row of names stays in sight, a language written from right to left is laid out
//! so. Rows go to the disk as they come, so that a long list takes no more memory than a short one.

use super::{
    asked,
    lines::{COLUMNS, Step, piece, tags},
};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    lang::Lang,
    reports::Scope,
    web::{Frame, Query},
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

/// The longest text of a cell (Excel, specifications and limits).
const LONGEST: usize = 32_767;

/// How much of a finished workbook is sent at a time.
const CHUNK: usize = 64 * 1024;

/// `GET /consignments.xlsx`: the list as filtered; `?hxl=1` with a row of HXL tags.
pub async fn xlsx(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string());
    let tagged = query.get("hxl") == "1";
    let scope = asked(&pool, query, visitor).await?;
    let made = actix_web::web::block(move || workbook(&pool, scope, lang, tagged)).await.map_err(Error::internal)??;
    let name = format!("keruen-consignments-{}.xlsx", frame.now.0.format("%Y%m%dT%H%M%SZ"));
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
    Ok(HttpResponse::Ok()
        .content_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .insert_header(("content-disposition", format!("attachment; filename=\"{name}\"")))
        .streaming(stream.boxed_local()))
}

/// Writes the workbook to a file that is gone when it is closed.
pub fn workbook(pool: &Pool, scope: Scope, lang: Lang, tagged: bool) -> Result<File> {
    let failed = |e: XlsxError| Error::internal(e);
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet_with_constant_memory();
    sheet.set_name("consignments").map_err(failed)?;
    sheet.set_right_to_left(lang.dir() == "rtl");
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    for (n, (name, number)) in COLUMNS.iter().enumerate() {
        let width = if *number { 12.0 } else { (name.len() as f64).clamp(10.0, 24.0) };
        sheet.set_column_width(column(n), width).map_err(failed)?;
    }
    for (n, (name, _)) in COLUMNS.iter().enumerate() {
        sheet.write_string_with_format(0, column(n), *name, &bold).map_err(failed)?;
    }
    let mut row = 1;
    if tagged {
        for (n, tag) in tags().enumerate().filter(|(_, tag)| !tag.is_empty()) {
            sheet.write_string(row, column(n), tag).map_err(failed)?;
        }
        row += 1;
    }
    let mut step = Some(Step::first(scope));
    while let Some(at) = step.take() {
        let (rows, next) = pool.read_now(|db| piece(db, at, lang))?;
        for cells in &rows {
            if row >= MOST_ROWS {
                return Err(Error::TooLarge);
            }
            write(sheet, row, cells).map_err(failed)?;
            row += 1;
        }
        step = next;
    }
    let mut file = tempfile::tempfile().map_err(Error::internal)?;
    book.save_to_writer(&mut file).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
    Ok(file)
}

fn column(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[String]) -> std::result::Result<(), XlsxError> {
    for (n, (cell, (_, number))) in cells.iter().zip(COLUMNS).enumerate().filter(|(_, (cell, _))| !cell.is_empty()) {
        match cell.parse::<f64>().ok().filter(|value| *number && value.to_string() == *cell) {
            // A workbook keeps every number as a float; one that would not come back as it is stays text.
            Some(value) => sheet.write_number(row, column(n), value)?,
            // A text of a workbook is never a formula, whatever it begins with.
            None if cell.chars().count() <= LONGEST => sheet.write_string(row, column(n), cell)?,
            None => sheet.write_string(row, column(n), cell.chars().take(LONGEST).collect::<String>())?,
        };
    }
    Ok(())
}
