//! Consignments: one load under way. What it holds (lines), how it travels (legs), what happened to it (events) and how
//! far it has come; its number within its mission; what it adds to the mission's sums and what it is found under.

pub mod account;
pub mod actions;
pub mod api;
pub mod contributions;
pub mod derived;
pub mod doubts;
pub mod form;
pub mod journey;
pub mod model;
pub mod pages;
pub mod papers;
pub mod said;
pub mod steps;
mod store;
pub mod terms;
#[cfg(test)]
pub(crate) mod testing;
pub mod units;

pub use contributions::{Cell, Cells, Facet, Figures, Measure, contributions};
pub use model::{Consignment, Sharing, Status, reference};
pub use store::{
    Load, all_contents, all_sums, amendments_of, bearing_numbers, contested, count, find, find_shown, ids_after, like,
    load, moved_away, numbered, numbers, owner_of, referred, replace_sums, required, standing_in, state, sums_by_state,
    sums_of, sums_of_donors,
};

use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    missions,
    values::Id,
};

/// A consignment and its number, where the visitor may do this to it.
pub fn standing(db: &mut Db, id: Id, act: Act, visitor: &Visitor) -> Result<(Consignment, String)> {
    let consignment = store::find(db, id)?.ok_or(Error::NotFound)?;
    visitor.must(act, consignment.mission)?;
    let mission = missions::find(db, consignment.mission)?.ok_or(Error::NotFound)?;
    let reference = consignment.reference(&mission.body.code);
    Ok((consignment, reference))
}
