//! Places: towns, ports, stations, border crossings and warehouses. The built-in ones come from UN/LOCODE
//! (`data/places.csv`); people add their own. Places may share a name: a code or a country tells them apart.

pub mod actions;
pub mod api;
pub mod form;
pub mod model;
pub mod pages;
mod seed;
mod store;

pub use model::{Function, Place};
pub use store::{by_code, by_id, find, labels, list, matching, merged_ids, some_names};
