//! The pages that log and change consignments. The page of one, and the lists of many, are in `reports`.

mod conflicts;
mod edit;
mod journey;
mod papers;
mod steps;

pub use conflicts::{choose_report, conflicts};
pub use edit::{create, edit, new, understood, update};
pub use journey::{create_event, create_withdrawal, new_event, units, update_units, withdrawal};
pub use papers::{attach, attachment_form, detach, detachment, require, required, show_attachment};
pub use steps::{create_move, create_void, r#move, void};

use super::standing;
