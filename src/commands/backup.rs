//! `keruen backup FILE`: a consistent copy while others go on working, opened and checked before it is called good; the files
//! that people attached are copied beside it.

use super::{Outcome, house, state, tell};
use crate::{
    config::Settings,
    db::{self, Address},
    lang::Lang,
};
use std::{fs::File, path::Path, process::ExitCode};

/// Writes the copy. It becomes `file` only when it is whole and well; an existing file is never overwritten.
pub fn run(settings: &Settings, file: &Path, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    if let Address::Postgres(_) = address {
        return Err(lang.say_with("op-backup-postgres", [("database", address.shown()), ("file", house::shown(file))]));
    }
    let taken = || lang.say_with("op-backup-exists", [("file", house::shown(file))]);
    if file.exists() {
        return Err(taken());
    }
    if !house::folder_of(file).is_dir() {
        return Err(lang.say_with("op-backup-folder", [("folder", house::shown(house::folder_of(file)))]));
    }
    let failed = |cause: String| lang.say_with("op-backup-failed", [("file", house::shown(file)), ("cause", cause)]);
    let pool = house::open_existing(&address, lang)?;
    let copy = tempfile::Builder::new().prefix(".keruen-backup-").tempfile_in(house::folder_of(file));
    let copy = copy.map_err(|e| failed(e.to_string()))?;
    pool.connection().and_then(|mut db| db::copy_sqlite(&mut db, copy.path())).map_err(|e| failed(e.to_string()))?;
    let state = db::inspect(copy.path(), state::of).map_err(failed)?;
    if let Some(wrong) = state.fault(lang) {
        return Err(failed(wrong));
    }
    // After the rows: whatever they name is there already.
    let files = house::files(settings, &address, lang)?;
    files.copy_to(&house::copied_files(file)).map_err(|e| failed(e.to_string()))?;
    copy.as_file().sync_all().map_err(|e| failed(e.to_string()))?;
    copy.persist_noclobber(file).map_err(|e| if file.exists() { taken() } else { failed(e.to_string()) })?;
    File::open(house::folder_of(file)).and_then(|folder| folder.sync_all()).map_err(|e| failed(e.to_string()))?;
    tell(&lang.say_with(
        "op-backup-done",
        [
            ("file", house::shown(file)),
            ("missions", lang.say_n("op-missions", state.missions)),
            ("consignments", lang.say_n("op-consignments", state.consignments)),
        ],
    ));
    Ok(ExitCode::SUCCESS)
}
