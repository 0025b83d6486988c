//! The pages that log and change consignments. The page of one, and the lists of many, are in `reports`.

mod edit;
mod journey;
mod papers;
mod steps;

pub use edit::{create, edit, new, understood, update};
pub use journey::{create_event, create_withdrawal, new_event, units, update_units, withdrawal};
pub use papers::{attach, attachment_form, detach, detachment, require, required, show_attachment};
pub use steps::{create_move, create_void, r#move, void};

use super::{model::Consignment, store};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    missions,
    values::Id,
};

/// A consignment and its number, where the visitor may do this to it.
fn standing(db: &mut Db, id: Id, act: Act, visitor: &Visitor) -> Result<(Consignment, String)> {
    let consignment = store::find(db, id)?.ok_or(Error::NotFound)?;
    visitor.must(act, consignment.mission)?;
    let mission = missions::find(db, consignment.mission)?.ok_or(Error::NotFound)?;
    let reference = consignment.reference(&mission.body.code);
    Ok((consignment, reference))
}
