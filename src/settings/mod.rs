//! The organisation's own settings: its name, and from which roles a second factor is asked.

pub mod actions;
mod store;

pub use store::load;

/// What the organisation has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The organisation's name, as pages and papers say it.
    pub organisation: String,
    /// The codes of the roles from which a second factor is asked.
    pub second_factor: Vec<String>,
}
