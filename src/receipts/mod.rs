//! Receipts: documents that say what arrived, in what condition, and how it differs from what was sent. Several belong to one
//! consignment, of one leg or of some of its wagons; each adds to the account, none changes what was dispatched, and a
//! mistaken one is declared void and entered again. The amounts themselves are kept with the consignment
//! (`consignments::account`): this room tells it what was found.

pub mod actions;
pub mod api;
mod form;
pub mod losses;
mod model;
pub mod pages;
mod store;

pub use model::{Receipt, number};
pub use pages::in_short;
pub use store::{find, of, of_mission};
