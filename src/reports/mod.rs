//! The reading room: pages that look into many rooms. They change nothing but one thing: a summary that was seen is approved
//! here, where its figures are known. Home, the history of consignments with its filters,
//! a consignment's page, a donor's report, the whole log, a mission's page and the sheet that is printed of it, and the list as a spreadsheet.

mod csv;
mod filters;
mod find;
mod pages;
mod rows;
mod store;
mod summary;
mod told;

pub use csv::download;
pub use pages::{
    approve, broken_words, consignment, gifts, home, list, log, mission, mission_list, sheet, verified_words, verify,
};
pub use store::{Scope, explain, page};
pub use summary::Summary;
