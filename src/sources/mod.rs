//! Sources: who said a figure of a consignment, where and when; and what others reported beside it. The consignment holds the
//! figure that counts; two who disagree are both kept, and both shown.

pub mod actions;
mod form;
mod model;
pub mod pages;
mod store;

pub use model::{Figure, Role, Source, code as figure_code, figures, stated_words};
pub use store::{of, of_mission};
