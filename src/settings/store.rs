//! The rows of the settings.

use super::Settings;
use crate::{
    db::{Db, schema::settings},
    error::Result,
};
use diesel::prelude::*;

/// The settings as they are saved.
pub fn load(db: &mut Db) -> Result<Settings> {
    let rows: Vec<(String, String)> = settings::table.load(db)?;
    let mut out = Settings::default();
    for (name, value) in rows {
        match name.as_str() {
            "organisation" => out.organisation = value,
            "second_factor" => out.second_factor = value.split_whitespace().map(String::from).collect(),
            _ => {}
        }
    }
    Ok(out)
}

/// Whether the rows are just those that the settings they tell of are written as.
pub(super) fn well_kept(db: &mut Db) -> Result<bool> {
    let kept: Vec<(String, String)> = settings::table.order(settings::name).load(db)?;
    let told = rows(&load(db)?);
    let told = told.iter().map(|(name, value)| (*name, value.as_str()));
    Ok(kept.is_empty() || kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).eq(told))
}

/// The settings as rows, in order of name.
pub(super) fn rows(it: &Settings) -> Vec<(&'static str, String)> {
    vec![("organisation", it.organisation.clone()), ("second_factor", it.second_factor.join(" "))]
}

/// Writes the rows.
pub(super) fn save(db: &mut Db, rows: &[(&'static str, String)]) -> Result<()> {
    for (name, value) in rows {
        diesel::delete(settings::table.find(name)).execute(db)?;
        diesel::insert_into(settings::table)
            .values((settings::name.eq(*name), settings::value.eq(value)))
            .execute(db)?;
    }
    Ok(())
}
