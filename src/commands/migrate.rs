//! `keruen migrate`: brings the database to the form this program expects, and stops.

use super::{Outcome, house, tell};
use crate::{config::Settings, lang::Lang};
use std::process::ExitCode;

/// Migrates.
pub fn run(settings: &Settings, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    drop(house::open(&address, lang)?);
    tell(&lang.say_with("op-migrated", [("database", address.shown())]));
    Ok(ExitCode::SUCCESS)
}
