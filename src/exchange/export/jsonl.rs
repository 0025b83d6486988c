//! The list as lines of JSON: an object for each line of goods, with the columns that say something. Every value is text, so that no
//! reader rounds a figure.

use super::{
    asked,
    lines::{COLUMNS, Step, piece},
};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    web::{Frame, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};
use serde_json::{Map, Value};

/// `GET /consignments.jsonl`: the list as filtered, sent piece by piece.
pub async fn jsonl(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let scope = asked(&pool, Query::parse(req.query_string()), visitor).await?;
    let stream = futures_util::stream::unfold(Some(Step::first(scope)), move |step| {
        let pool = pool.clone();
        async move {
            let step = step?;
            match pool.read(move |db| piece(db, step, lang)).await {
                Ok((rows, next)) => Some((Ok::<_, Error>(Bytes::from(written(&rows))), next)),
                Err(e) => Some((Err(e), None)),
            }
        }
    });
    let name = format!("keruen-consignments-{}.jsonl", frame.now.0.format("%Y%m%dT%H%M%SZ"));
    Ok(HttpResponse::Ok()
        .content_type("application/jsonl; charset=utf-8")
        .insert_header(("content-disposition", format!("attachment; filename=\"{name}\"")))
        .streaming(stream))
}

/// Rows as lines of JSON.
pub fn written(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        let told = COLUMNS.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let object: Map<String, Value> =
            told.map(|((name, _), cell)| (name.to_string(), cell.clone().into())).collect();
        out.push_str(&Value::Object(object).to_string());
        out.push('\n');
    }
    out
}
