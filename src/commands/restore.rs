//! `keruen restore FILE`: takes the database back from a copy. The copy is checked before anything is touched, and the
//! present database is set aside, not lost.

use super::{Outcome, house, state, tell};
use crate::{
    accounts,
    config::Settings,
    db::{self, Address},
    lang::Lang,
    values::Moment,
};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Restores.
pub fn run(settings: &Settings, file: &Path, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    let Address::Sqlite(target) = &address else {
        return Err(lang.say_with("op-restore-postgres", [("database", address.shown()), ("file", house::shown(file))]));
    };
    let failed = |cause: String| lang.say_with("op-restore-failed", [("file", house::shown(file)), ("cause", cause)]);
    if !file.is_file() {
        return Err(failed(lang.say("op-file-missing")));
    }
    house::make_folder(target, lang)?;
    // Beside the database, so that taking its place is one rename.
    let copy = tempfile::Builder::new().prefix(".keruen-restore-").tempfile_in(house::folder_of(target));
    let copy = copy.map_err(|e| failed(e.to_string()))?;
    db::copy_file(file, copy.path()).map_err(&failed)?;
    let state = db::inspect(copy.path(), state::of).map_err(&failed)?;
    if let Some(wrong) = state.fault(lang) {
        return Err(failed(wrong));
    }
    copy.as_file().sync_all().map_err(|e| failed(e.to_string()))?;
    // Files are only added: nothing is lost if this stops half way.
    let files = house::files(settings, &address, lang)?;
    house::copied_files(file).copy_to(&files).map_err(|e| failed(e.to_string()))?;
    if let Some(aside) = set_aside(target, lang)? {
        tell(&lang.say_with("op-set-aside", [("file", house::shown(&aside))]));
    }
    copy.persist_noclobber(target).map_err(|e| failed(e.to_string()))?;
    File::open(house::folder_of(target)).and_then(|folder| folder.sync_all()).map_err(|e| failed(e.to_string()))?;
    let pool = house::open(&address, lang)?;
    // Whoever signed out, or used a link, since the copy was made shall not be let in again by it.
    pool.write_now(accounts::actions::end_everything).map_err(|e| failed(e.to_string()))?;
    drop(pool);
    tell(&lang.say_with(
        "op-restore-done",
        [
            ("database", address.shown()),
            ("missions", lang.say_n("op-missions", state.missions)),
            ("consignments", lang.say_n("op-consignments", state.consignments)),
        ],
    ));
    Ok(ExitCode::SUCCESS)
}

/// Renames the present database, when there is one and nobody has it open.
fn set_aside(target: &Path, lang: Lang) -> Outcome<Option<PathBuf>> {
    if !target.exists() {
        return Ok(None);
    }
    let database = ("database", house::shown(target));
    let failed = |cause: String| lang.say_with("op-set-aside-failed", [database.clone(), ("cause", cause)]);
    if !db::let_go(target).map_err(&failed)? {
        return Err(lang.say_with("op-database-in-use", [database.clone()]));
    }
    let stamp = Moment::now().0.format("%Y%m%dT%H%M%SZ");
    let aside = PathBuf::from(format!("{}.before-restore-{stamp}", target.display()));
    if aside.exists() {
        return Err(failed(house::shown(&aside)));
    }
    fs::rename(target, &aside).map_err(|e| failed(e.to_string()))?;
    Ok(Some(aside))
}
