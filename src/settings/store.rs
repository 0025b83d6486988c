//! The rows of the settings, and the logos.

use super::{Logo, Settings};
use crate::{
    db::{
        Db,
        schema::{logos, settings},
    },
    error::Result,
    web::unhex,
};
use diesel::prelude::*;

/// The wording of the gift certificate in a language.
const GIFT: &str = "gift.";

/// The settings as they are saved.
pub fn load(db: &mut Db) -> Result<Settings> {
    let rows: Vec<(String, String)> = settings::table.load(db)?;
    let mut out = Settings::default();
    for (name, value) in rows {
        match name.as_str() {
            "organisation" => out.organisation = value,
            "second_factor" => out.second_factor = value.split_whitespace().map(String::from).collect(),
            "address" => out.address = value,
            "logo" => out.logo = value,
            "withheld" => out.withheld = value.split_whitespace().map(String::from).collect(),
            other => {
                if let Some(lang) = other.strip_prefix(GIFT) {
                    out.gift.insert(lang.into(), value);
                }
            }
        }
    }
    Ok(out)
}

/// Whether the rows are just those that the settings they tell of are written as.
pub(super) fn well_kept(db: &mut Db) -> Result<bool> {
    let mut kept: Vec<(String, String)> = settings::table.load(db)?;
    // In our order, whatever the engine's is.
    kept.sort_unstable();
    let told = rows(&load(db)?);
    Ok(kept.is_empty() || kept == told)
}

/// The settings as rows, in order of name. What is empty has none, but for the first two, which always had one.
pub(super) fn rows(it: &Settings) -> Vec<(String, String)> {
    let row = |name: &str, value: &str| (name.to_string(), value.to_string());
    let mut rows = vec![row("address", &it.address), row("logo", &it.logo), row("withheld", &it.withheld.join(" "))];
    rows.extend(it.gift.iter().map(|(lang, text)| row(&format!("{GIFT}{lang}"), text)));
    rows.retain(|(_, value)| !value.is_empty());
    rows.push(row("organisation", &it.organisation));
    rows.push(row("second_factor", &it.second_factor.join(" ")));
    rows.sort_unstable();
    rows
}

/// Writes the rows in place of those that are there.
pub(super) fn save(db: &mut Db, rows: &[(String, String)]) -> Result<()> {
    diesel::delete(settings::table).execute(db)?;
    for (name, value) in rows {
        diesel::insert_into(settings::table)
            .values((settings::name.eq(name), settings::value.eq(value)))
            .execute(db)?;
    }
    Ok(())
}

/// Whether every logo is what its name says, and the letterhead's is among them.
pub(super) fn logos_well_kept(db: &mut Db) -> Result<bool> {
    let kept: Vec<(String, String, String)> = logos::table.load(db)?;
    let is_itself = |(sha256, media, content): &(String, String, String)| {
        let logo = unhex(content).and_then(|bytes| Logo::of(&bytes).ok());
        logo.is_some_and(|it| it.sha256 == *sha256 && it.media == media && it.content == *content)
    };
    let shown = load(db)?.logo;
    Ok(kept.iter().all(is_itself) && (shown.is_empty() || kept.iter().any(|(sha256, ..)| *sha256 == shown)))
}

/// A logo: its media type, and its bytes in hexadecimal.
pub(super) fn logo(db: &mut Db, sha256: &str) -> Result<Option<(String, String)>> {
    Ok(logos::table.find(sha256).select((logos::media, logos::content)).first(db).optional()?)
}

/// Keeps a logo, once.
pub(super) fn keep_logo(db: &mut Db, it: &Logo) -> Result<()> {
    if logo(db, &it.sha256)?.is_none() {
        diesel::insert_into(logos::table)
            .values((logos::sha256.eq(&it.sha256), logos::media.eq(it.media), logos::content.eq(&it.content)))
            .execute(db)?;
    }
    Ok(())
}
