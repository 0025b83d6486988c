//! What people do to the settings. Change and history are one transaction.

use super::{Logo, Settings, store};
use crate::{
    db::Db,
    error::Result,
    history::{self, Astray, By, Deed, Subject, Told, Verb, changes, state_of},
    values::Id,
    web::Input,
};

/// Writes the settings; the same again changes nothing.
pub fn change(db: &mut Db, settings: &Settings, by: &By) -> Result<()> {
    let before = store::load(db)?;
    if before == *settings {
        return Ok(());
    }
    let rows = store::rows(settings);
    store::save(db, &rows)?;
    let fields = |s: &Settings| -> Input { store::rows(s).into_iter().collect() };
    let deed = Deed::new(Verb::Changed, Subject::Settings, id());
    let deed = deed.telling(changes(&fields(&before), &fields(settings))).leaving(state(settings)?);
    history::record(db, by, deed)
}

/// Puts a logo on the letterhead, or takes it off.
pub fn change_logo(db: &mut Db, logo: Option<&Logo>, by: &By) -> Result<()> {
    if let Some(logo) = logo {
        store::keep_logo(db, logo)?;
    }
    let before = store::load(db)?;
    let logo = logo.map(|logo| logo.sha256.clone()).unwrap_or_default();
    change(db, &Settings { logo, ..before }, by)
}

/// The settings held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Settings)?;
    told.brought(id(), state(&Settings::default())?);
    told.hold(id(), &state(&store::load(db)?)?, || String::from("settings"));
    if !store::well_kept(db)? || !store::logos_well_kept(db)? {
        told.doubt("settings".into());
    }
    Ok(told.end())
}

/// What the history calls the settings.
pub fn id() -> Id {
    Id::built_in("settings", "house")
}

/// The fingerprint of the settings, for the history.
pub fn state(settings: &Settings) -> Result<String> {
    state_of(&store::rows(settings))
}
