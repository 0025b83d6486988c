//! Loss reports: of an incident on the way, with what it cost; or of what a receipt found, which then holds the amounts. A
//! receipt may take an earlier report up: then its amounts count with the receipt's, and not twice.

pub mod actions;
pub mod api;
mod form;
mod model;
pub mod pages;
mod store;

pub use model::{Loss, number};
pub use store::{of, of_mission};
