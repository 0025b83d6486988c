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

/// The settings as rows.
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
