//! Missions: one journey of aid from donors to a people. A mission has a code that its consignments are numbered under,
//! the decision it rests on, and the act by which its goods were handed over. Its page and its summary are in
//! [`reports`](crate::reports), which looks into its consignments too.

pub mod actions;
pub mod api;
pub mod form;
pub mod model;
pub mod pages;
mod store;

pub use model::{Allotment, Brief, Mission, MissionStatus};
pub use store::{
    active, approvals_and_numbers, by_code, count, find, list_codes, list_codes_by_id, mentions, next_number,
    next_numbers, page, quantity, reach_number, state,
};

/// The name of a recipient country in the reader's language; empty for none.
pub fn country_name(code: &str, lang: impl std::borrow::Borrow<crate::lang::Lang>) -> &'static str {
    crate::values::Country::from_code(code).map_or("", |country| country.name(lang.borrow().code()))
}
