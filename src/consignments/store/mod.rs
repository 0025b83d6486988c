//! The consignments' rows: reading whole records, many at once; writing them with their terms and their part of the
//! kept sums.

mod kept;
mod reading;
mod rows;
mod writing;

pub use kept::{all_sums, replace_sums, sums_by_state, sums_of, sums_of_donors};
pub use reading::{
    Load, all_contents, amendments_of, bearing_numbers, contested, count, find, find_shown, ids_after, like, load,
    moved_away, numbered, numbers, owner_of, referred, required, standing_in,
};
pub use rows::state;

pub(super) use kept::{add_sums, delete_terms, delete_terms_of, insert_terms, names_used, terms_after};
pub(super) use reading::{
    alike, all_former, any_within, bearing, former, highest_numbers, listed, listed_by, of_mission, standing,
    taken_numbers,
};
pub(super) use writing::{insert, insert_many, leave_number, replace_required, update, update_listed};

/// The most rows written in one statement: SQLite takes 32,766 variables.
const BATCH: usize = 400;
