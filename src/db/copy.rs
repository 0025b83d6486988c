//! Copies of a SQLite file, and looking a database over: what `backup`, `restore` and `doctor` stand on.

use super::Db;
use crate::error::Result;
use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection, connection::SimpleConnection, r2d2, sql_types::Text,
};
use std::path::Path;

/// Makes a new, empty file that this account alone may read; what SQLite puts beside it follows its rights.
pub fn private_file(file: &Path) -> std::io::Result<()> {
    let mut making = std::fs::OpenOptions::new();
    making.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut making, 0o600);
    making.open(file).map(drop)
}

/// Writes a consistent copy of an open SQLite database to a new (or empty) file, while others go on writing.
pub fn copy_sqlite(db: &mut Db, to: &Path) -> Result<()> {
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(to.to_string_lossy()).execute(db)?;
    Ok(())
}

/// Opens a SQLite file to be read and never written, so that looking at a copy leaves it as it is.
fn open_to_read(file: &Path) -> Result<Db, r2d2::Error> {
    let uri: String = file.to_string_lossy().chars().fold("file:".into(), |mut uri, c| {
        match c {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            c => uri.push(c),
        }
        uri
    });
    let mut c = SqliteConnection::establish(&format!("{uri}?mode=ro")).map_err(r2d2::Error::ConnectionError)?;
    c.batch_execute("PRAGMA busy_timeout = 10000; PRAGMA trusted_schema = OFF").map_err(r2d2::Error::QueryError)?;
    Ok(Db::Sqlite(c))
}

/// Copies one SQLite file to another, with whatever its write-ahead log still holds.
pub fn copy_file(from: &Path, to: &Path) -> Result<(), String> {
    let mut db = open_to_read(from).map_err(|e| e.to_string())?;
    copy_sqlite(&mut db, to).map_err(|e| e.to_string())
}

/// What is asked of a file that is not (yet) the house's own, read-only.
pub fn inspect<T>(file: &Path, f: impl FnOnce(&mut Db) -> Result<T, String>) -> Result<T, String> {
    f(&mut open_to_read(file).map_err(|e| e.to_string())?)
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

/// What the engine itself finds wrong with its files: nothing, when all is well. PostgreSQL looks after its own; there
/// it is enough that it answers.
pub fn look_over(db: &mut Db) -> Result<Vec<String>> {
    let questions: &[&str] = match db {
        Db::Sqlite(_) => &[
            "SELECT quick_check AS said FROM pragma_quick_check",
            "SELECT DISTINCT \"table\" || ' -> ' || parent AS said FROM pragma_foreign_key_check",
        ],
        Db::Postgres(_) => &["SELECT 'ok'::text AS said"],
    };
    let mut wrong = vec![];
    for question in questions {
        let rows: Vec<Said> = diesel::sql_query(*question).load(db)?;
        wrong.extend(rows.into_iter().map(|row| row.said).filter(|said| said != "ok"));
    }
    Ok(wrong)
}

/// Gathers a SQLite database into its one file, without a log beside it, which only works while nobody else has it open:
/// `false` when somebody has.
pub fn let_go(file: &Path) -> Result<bool, String> {
    let mut c = SqliteConnection::establish(&file.to_string_lossy()).map_err(|e| e.to_string())?;
    let alone = c
        .batch_execute("PRAGMA busy_timeout = 500")
        .and_then(|()| diesel::sql_query("PRAGMA journal_mode = DELETE").load::<Mode>(&mut c));
    match alone {
        Ok(modes) => Ok(modes.iter().any(|mode| mode.journal_mode == "delete")),
        Err(e) if e.to_string().contains("locked") => Ok(false),
        Err(e) => Err(e.to_string()),
    }
}

#[derive(QueryableByName)]
struct Mode {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}
