//! The reading room: pages that look into many rooms. They change nothing but one thing: a summary that was seen is approved
//! here, where its figures are known. Home, the history of consignments with its filters,
//! a consignment's page, a donor's report, the whole log, a mission's page and its summary on paper.

pub mod api;
mod filters;
mod fit;
mod find;
mod pages;
mod rows;
mod sheet;
mod store;
mod summary;
mod told;

pub use self::summary::Summary;
pub use filters::ask;
pub use pages::{
    approve, broken_words, choose_summary, consignment, gifts, home, issue_summary, list, log, mission, mission_list,
    summary, verified_words, verify,
};
pub use store::{Scope, explain, page};
