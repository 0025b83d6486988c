//! What people do to the settings. Change and history are one transaction.

use super::{Settings, store};
use crate::{
    db::Db,
    error::Result,
    history::{self, By, Deed, Subject, Verb, changes, state_of},
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
    let fields = |s: &Settings| -> Input { store::rows(s).into_iter().map(|(n, v)| (n.to_string(), v)).collect() };
    let deed = Deed::new(Verb::Changed, Subject::Settings, id());
    let deed = deed.telling(changes(&fields(&before), &fields(settings))).leaving(state(settings)?);
    history::record(db, by, deed)
}

/// Whether the settings are what their history says.
pub fn agree(db: &mut Db) -> Result<bool> {
    let told = history::latest_states(db, Subject::Settings)?.remove(&id());
    let there = store::load(db)?;
    Ok(told.map_or(there == Settings::default(), |told| state(&there).is_ok_and(|state| state == told)))
}

/// What the history calls the settings.
pub fn id() -> Id {
    Id::built_in("settings", "house")
}

/// The fingerprint of the settings, for the history.
pub fn state(settings: &Settings) -> Result<String> {
    state_of(&store::rows(settings))
}
