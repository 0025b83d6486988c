//! Everything that is listed can leave: as CSV, as a workbook or as lines of JSON, exactly as filtered.

mod csv;
mod jsonl;
mod lines;
mod mission;
mod xlsx;

pub use csv::csv;
pub use jsonl::{jsonl, written};
pub use lines::{COLUMNS, Step, piece, tags};
pub use mission::{mission, workbook as mission_workbook};
pub use xlsx::{workbook, xlsx};

use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    reports::{self, Scope},
    web::Query,
};

/// What an address asks for, within what the visitor sees.
async fn asked(pool: &Pool, query: Query, visitor: Visitor) -> Result<Scope> {
    let asked = pool.read(move |db| reports::ask(db, &query, "/consignments", None, &visitor)).await?;
    if asked.problems.is_empty() { Ok(asked.scope) } else { Err(Error::Invalid("filter".into())) }
}
