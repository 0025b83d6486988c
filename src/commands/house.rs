//! Finding the house and bringing it up: which database, its folder, its form.

use super::{Outcome, tell};
use crate::{
    accounts::second::Key,
    catalogue,
    config::Settings,
    consignments,
    db::{
        self, Address, EXCHANGE_STEP, FIRST_STEP, JOURNEY_STEP, Migrated, MigrationFault, OLDEST_SQLITE, PAPER_STEP,
        Pool, Refused,
    },
    files::Folder,
    lang::Lang,
    places,
};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The database the settings name; without a name, the file in the data folder.
pub fn address(settings: &Settings, lang: Lang) -> Outcome<Address> {
    let written = match (&settings.database, &settings.database_file) {
        (Some(text), _) => text.trim().to_string(),
        (None, Some(file)) => std::fs::read_to_string(file)
            .map_err(|e| lang.say_with("op-file-unreadable", [("file", shown(file)), ("cause", e.to_string())]))?
            .trim()
            .to_string(),
        (None, None) => {
            let folder = data_folder(std::env::var_os("STATE_DIRECTORY"));
            let folder = folder.ok_or_else(|| lang.say("op-no-data-folder"))?;
            return Ok(Address::Sqlite(folder.join("keruen.db")));
        }
    };
    self::written(&written, lang)
}

/// The database an address names.
pub fn written(address: &str, lang: Lang) -> Outcome<Address> {
    Address::read(address).map_err(|refused| match refused {
        Refused::Scheme => lang.say("op-database-form"),
        Refused::PlainText => lang.say("op-database-plain-text"),
    })
}

/// Where data lives when nobody says: systemd's `$STATE_DIRECTORY`, else the platform's data folder; never the working
/// directory.
fn data_folder(state: Option<OsString>) -> Option<PathBuf> {
    let state = state.and_then(|dirs| std::env::split_paths(&dirs).next()).filter(|dir| dir.is_absolute());
    state.or_else(|| Some(directories::ProjectDirs::from("", "", "keruen")?.data_dir().to_path_buf()))
}

/// The key that seals second factors: from its file, or a new one where there is none yet.
pub fn key(settings: &Settings, address: &Address, lang: Lang) -> Outcome<Key> {
    let file = match (&settings.key_file, address) {
        (Some(file), _) => file.clone(),
        (None, Address::Sqlite(database)) => folder_of(database).join("keruen.key"),
        (None, Address::Postgres(_)) => {
            let folder = data_folder(std::env::var_os("STATE_DIRECTORY"));
            folder.ok_or_else(|| lang.say("op-no-data-folder"))?.join("keruen.key")
        }
    };
    make_folder(&file, lang)?;
    let wrong = |cause: String| lang.say_with("op-key-unusable", [("file", shown(&file)), ("cause", cause)]);
    match db::private_file(&file) {
        Ok(()) => {
            let text = Key::text().map_err(|e| wrong(e.to_string()))?;
            std::fs::write(&file, text + "\n").map_err(|e| wrong(e.to_string()))?;
            tell(&lang.say_with("op-key-made", [("file", shown(&file))]));
        }
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(e) => return Err(wrong(e.to_string())),
    }
    let text = std::fs::read_to_string(&file).map_err(|e| wrong(e.to_string()))?;
    Key::read(&text).ok_or_else(|| wrong(lang.say("op-key-form")))
}

/// Where the files are that people attach: beside a SQLite file, under its name; with PostgreSQL in the data folder.
pub fn files(settings: &Settings, address: &Address, lang: Lang) -> Outcome<Folder> {
    let path = match (&settings.files, address) {
        (Some(folder), _) => folder.clone(),
        (None, Address::Sqlite(database)) => files_of(database),
        (None, Address::Postgres(_)) => {
            let folder = data_folder(std::env::var_os("STATE_DIRECTORY"));
            folder.ok_or_else(|| lang.say("op-no-data-folder"))?.join("files")
        }
    };
    Ok(Folder::at(path))
}

/// The folder of files beside a SQLite file: `keruen.db.files`.
fn files_of(database: &Path) -> PathBuf {
    PathBuf::from(format!("{}.files", database.display()))
}

/// The folder of files beside copies of a database: all copies in one folder share it, for a file is the same in each.
pub fn copied_files(copy: &Path) -> Folder {
    Folder::at(folder_of(copy).join("keruen-files"))
}

/// Opens the house: makes its folder, checks the engine, brings the database to the form this program expects.
pub fn open(address: &Address, lang: Lang) -> Outcome<Pool> {
    if let Address::Sqlite(file) = address {
        make_folder(file, lang)?;
        make_file(file, lang)?;
    }
    let pool = connect(address, lang)?;
    let migrated = bring_up(address).map_err(|fault| sentence(fault, address, lang))?;
    if let Some(copy) = migrated.copy {
        tell(&lang.say_with("op-copied-aside", [("file", shown(&copy))]));
    }
    Ok(pool)
}

/// Opens a house that must be there already, without changing its form.
pub fn open_existing(address: &Address, lang: Lang) -> Outcome<Pool> {
    if let Address::Sqlite(file) = address
        && !file.exists()
    {
        return Err(lang.say_with("op-no-database", [("database", address.shown())]));
    }
    connect(address, lang)
}

/// [`open`], for a house that must be there already: a mistyped address makes no new one.
pub fn open_standing(address: &Address, lang: Lang) -> Outcome<Pool> {
    drop(open_existing(address, lang)?);
    open(address, lang)
}

/// Brings a database to the form this program expects; a new one gets the built-in places and goods.
pub fn bring_up(address: &Address) -> Result<Migrated, MigrationFault> {
    db::migrate(address, |db, steps| {
        if steps.contains(&FIRST_STEP) {
            places::actions::seed(db)?;
            catalogue::actions::seed(db)?;
        } else if [JOURNEY_STEP, PAPER_STEP, EXCHANGE_STEP].iter().any(|step| steps.contains(step)) {
            // What older records add to the sums and are found under follows from the records.
            consignments::derived::repair(db)?;
        }
        Ok(())
    })
}

/// What stopped a migration, for the operator.
pub fn sentence(fault: MigrationFault, address: &Address, lang: Lang) -> String {
    let database = ("database", address.shown());
    match fault {
        MigrationFault::Newer(step) => lang.say_with("op-database-newer", [database, ("step", step)]),
        MigrationFault::Copy(cause) => lang.say_with("op-copy-failed", [database, ("cause", cause.to_string())]),
        MigrationFault::Engine(cause) => lang.say_with("op-migration-failed", [database, ("cause", cause.to_string())]),
    }
}

fn connect(address: &Address, lang: Lang) -> Outcome<Pool> {
    let key = match address {
        Address::Sqlite(_) => "op-sqlite-unreachable",
        Address::Postgres(_) => "op-postgres-unreachable",
    };
    let unreachable = |cause: String| lang.say_with(key, [("database", address.shown()), ("cause", cause)]);
    let pool = Pool::open(address.clone()).map_err(unreachable)?;
    let (_, version) = pool.read_now(db::engine_version).map_err(|e| unreachable(e.to_string()))?;
    if matches!(address, Address::Sqlite(_)) && !db::sqlite_at_least(&version, OLDEST_SQLITE) {
        return Err(lang.say_with("op-sqlite-old", [("version", version), ("oldest", OLDEST_SQLITE.to_string())]));
    }
    Ok(pool)
}

/// Makes the folder of a SQLite file, for this account alone.
pub fn make_folder(file: &Path, lang: Lang) -> Outcome<()> {
    let folder = folder_of(file);
    let mut making = std::fs::DirBuilder::new();
    making.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
    let made = making.create(folder).and_then(|()| tempfile::tempfile_in(folder).map(drop));
    made.map_err(|e| lang.say_with("op-folder-unwritable", [("folder", shown(folder)), ("cause", e.to_string())]))
}

/// Makes a SQLite file that is not there yet, for this account alone.
fn make_file(file: &Path, lang: Lang) -> Outcome<()> {
    match db::private_file(file) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => {
            let database = Address::Sqlite(file.to_path_buf()).shown();
            Err(lang.say_with("op-sqlite-unreachable", [("database", database), ("cause", e.to_string())]))
        }
        _ => Ok(()),
    }
}

/// The folder a file stands in.
pub fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A path as it is shown.
pub fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_never_lives_in_the_working_directory() {
        assert_eq!(data_folder(Some("/var/lib/keruen".into())), Some("/var/lib/keruen".into()));
        assert_eq!(data_folder(Some("/var/lib/keruen:/var/lib/other".into())), Some("/var/lib/keruen".into()));
        for said in [None, Some("".into()), Some("here".into())] {
            assert!(data_folder(said).is_none_or(|folder| folder.is_absolute() && folder.ends_with("keruen")));
        }
    }
}
