//! The organisation's own settings: its name and letterhead, from which roles a second factor is asked, what a stranger may
//! compare who checks one of its papers, and its own wording of the gift certificate.

pub mod actions;
mod logo;
mod store;

pub use logo::{LARGEST_LOGO, Logo, Unfit, show_logo};
pub use store::load;

use std::collections::BTreeMap;

/// What the organisation has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The organisation's name, as pages and papers say it.
    pub organisation: String,
    /// The codes of the roles from which a second factor is asked.
    pub second_factor: Vec<String>,
    /// Its address, as the letterhead says it; may have several lines.
    pub address: String,
    /// The SHA-256 of its logo, in hexadecimal; empty for none.
    pub logo: String,
    /// What the page that checks papers does not show: `party`, `vehicle`, `total`.
    pub withheld: Vec<String>,
    /// Its wording of the gift certificate, by language code; the usual one where there is none.
    pub gift: BTreeMap<String, String>,
}
