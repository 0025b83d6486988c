//! Everything that is listed can leave: as CSV, as a workbook or as lines of JSON, exactly as filtered.

mod csv;
mod jsonl;
mod lines;
mod mission;
mod xlsx;

pub use csv::csv;
pub use jsonl::jsonl;
pub use lines::{COLUMNS, Step, piece, tags};
pub use mission::{mission, workbook as mission_workbook};
pub use xlsx::{workbook, xlsx};

use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    reports::{self, Scope},
    web::{Frame, Query, download},
};
use actix_web::{
    HttpResponse,
    web::{Bytes, Data},
};
use std::rc::Rc;

/// What an address asks for, within what the visitor sees.
async fn asked(pool: &Pool, query: Query, visitor: Visitor) -> Result<Scope> {
    let asked = pool.read(move |db| reports::ask(db, &query, "/consignments", None, &visitor)).await?;
    if asked.problems.is_empty() { Ok(asked.scope) } else { Err(Error::Invalid("filter".into())) }
}

/// What a list is called as a file with this ending: it says as of when.
fn named(frame: &Frame, ending: &str) -> String {
    format!("keruen-consignments-{}.{ending}", frame.now.0.format("%Y%m%dT%H%M%SZ"))
}

/// A list, sent piece by piece. `write` puts rows in the form of the file, and is told whether they are its first.
fn in_pieces(
    pool: Data<Pool>,
    scope: Scope,
    frame: &Frame,
    (kind, ending): (&'static str, &str),
    write: impl Fn(&[Vec<String>], bool) -> Result<Bytes> + 'static,
) -> HttpResponse {
    let (lang, write) = (frame.lang, Rc::new(write));
    let stream = futures_util::stream::unfold(Some(Step::first(scope)), move |step| {
        let (pool, write) = (pool.clone(), write.clone());
        async move {
            let step = step?;
            let first = step.first;
            match pool.read(move |db| piece(db, step, lang)).await {
                Ok((rows, next)) => Some((write(&rows, first), next)),
                Err(e) => Some((Err(e), None)),
            }
        }
    });
    download(kind, &named(frame, ending)).streaming(Box::pin(stream))
}
