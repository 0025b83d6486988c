//! The list as CSV: RFC 4180, UTF-8, a decimal point in every language, and no cell that a spreadsheet would take for a formula.

use super::{List, asked, in_pieces};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    exchange::guard::guarded,
    web::{Frame, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};

/// `GET /consignments.csv` and its like: the list, downloaded as filtered; `?hxl=1` with a row of HXL tags, `?bom=0` without the mark that tells
/// Excel that it is UTF-8. Sent piece by piece; the file's name says as of when.
pub async fn csv<L: List>(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let (tagged, marked) = (query.get("hxl") == "1", query.get("bom") != "0");
    let list: L = asked(&pool, query, visitor).await?;
    let kind = ("text/csv; charset=utf-8; header=present", "csv");
    Ok(in_pieces(pool, list, &frame, kind, move |rows, first| written::<L>(rows, first, tagged, marked)))
}

fn written<L: List>(rows: &[Vec<String>], first: bool, tagged: bool, marked: bool) -> Result<Bytes> {
    let mut out = if first && marked { "\u{feff}".as_bytes().to_vec() } else { vec![] };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    if first {
        writer.write_record(L::columns().iter().map(|(name, _)| *name)).map_err(Error::internal)?;
        if tagged {
            writer.write_record(L::tags()).map_err(Error::internal)?;
        }
    }
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())).map_err(Error::internal)?;
    }
    writer.flush().map_err(Error::internal)?;
    drop(writer);
    Ok(out.into())
}
