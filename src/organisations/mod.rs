//! Organisations: donors, consignors, carriers and consignees. One is known by its names, of which no two organisations
//! share any; one that was entered twice is merged into the other, and whatever named it shows the other from then on.

pub mod actions;
pub mod api;
pub mod form;
pub mod model;
pub mod pages;
mod store;

pub use model::Organisation;
pub use store::{by_id, find, list, load, matching, merged_ids, names, some_names, standing};
