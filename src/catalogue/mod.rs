//! The catalogue: what can be sent, with its names in five languages, its category, unit and packaging, and, where a source
//! for the figure is known, what one unit weighs. The built-in items are in `data/catalogue.csv`; people add their own.

pub mod actions;
pub mod api;
pub mod form;
pub mod model;
pub mod pages;
mod seed;
mod store;

pub use model::{Category, Flag, Item, LANGUAGES};
pub use store::{by_id, find, items, list, matching, merged_ids, some_names};
