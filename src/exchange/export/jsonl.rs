//! The list as lines of JSON: an object for each row, with the columns that say something. Every value is text, so that no
//! reader rounds a figure.

use super::{Column, List, asked, in_pieces};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::Result,
    web::{Frame, Query},
};
use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde_json::{Map, Value};

/// `GET /consignments.jsonl` and its like: the list as filtered, sent piece by piece.
pub async fn jsonl<L: List>(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
) -> Result<HttpResponse> {
    let list: L = asked(&pool, Query::parse(req.query_string()), visitor).await?;
    let kind = ("application/jsonl; charset=utf-8", "jsonl");
    Ok(in_pieces(pool, list, &frame, kind, |rows, _| Ok(written(&L::columns(), rows).into())))
}

/// Rows as lines of JSON.
fn written(columns: &[Column], rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let told = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let object: Map<String, Value> =
            told.map(|((name, _), cell)| (name.to_string(), cell.clone().into())).collect();
        out.push_str(&Value::Object(object).to_string());
        out.push('\n');
    }
    out
}
