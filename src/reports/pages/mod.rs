//! The pages of the reading room.

pub(in crate::reports) mod account;
mod consignment;
mod gifts;
mod home;
mod list;
pub(in crate::reports) mod log;
mod mission;
mod summary;

pub use consignment::consignment;
pub use gifts::gifts;
pub use home::home;
pub use list::{list, mission_list};
pub use log::{broken_words, log, verified_words, verify};
pub use mission::{approve, mission};
pub use summary::{choose_summary, issue_summary, summary};

use super::store::{self, Scope};
use crate::{
    consignments::{self, Cells, contributions},
    db::Db,
    error::Result,
};

/// The most consignments whose sums are added up on request.
const MOST_ADDED: usize = 100_000;

/// How many are fetched whole at a time.
pub(in crate::reports) const PIECE: i64 = 500;

/// The most consignments a sheet lists, and a list that is to be printed.
const MOST_SHEET: i64 = 2000;

/// Adds up all of a scope, piece by piece; `false` when there is too much of it.
fn add_up(db: &mut Db, scope: &Scope, cells: &mut Cells) -> Result<bool> {
    let (mut after, mut seen) = (None, 0);
    loop {
        let found = store::page(db, scope, after.as_ref(), PIECE)?;
        contributions::add_up(&consignments::load(db, &found.ids)?, cells);
        seen += found.ids.len();
        if seen > MOST_ADDED {
            return Ok(false);
        }
        if !found.more {
            return Ok(true);
        }
        after = found.last;
    }
}

/// The words a page may be asked to say after something was done.
const DONE: &[&str] = &[
    "logged",
    "changed",
    "voided",
    "moved",
    "mission-opened",
    "mission-changed",
    "mission-approved",
    "mission-not-approved",
    "logged-another",
    "step",
    "step-taken-back",
    "units",
    "receipt-voided",
    "loss-voided",
    "attached",
    "detached",
    "papers",
    "source",
    "source-voided",
];

fn known_done(word: String) -> String {
    if DONE.contains(&word.as_str()) { word } else { String::new() }
}
