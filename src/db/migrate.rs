//! Brings a database to the form this program expects: once, under a lock, with a copy of a SQLite file set aside
//! first, and never a database newer than the program.
//!
//! A step is portable SQL. The few words that only one engine understands stand in `/*sqlite … */` or `/*postgres … */`
//! and are uncovered for that engine alone. What SQL cannot do (folding names, seeding built-in lists) is a Rust step of
//! the room that owns the table, run by `commands` after the SQL.

use super::{Address, Db, manager};
use crate::{
    error::{Error, Result},
    values::Moment,
};
use diesel::{
    Connection, QueryableByName, RunQueryDsl,
    connection::{AnsiTransactionManager as Ansi, SimpleConnection, TransactionManager},
    sql_types::Text,
};
use std::path::PathBuf;

/// Every step, oldest first.
const STEPS: &[(&str, &str)] = &[
    (FIRST_STEP, include_str!("../../migrations/0001_house.sql")),
    ("0002_people", include_str!("../../migrations/0002_people.sql")),
    (JOURNEY_STEP, include_str!("../../migrations/0003_journey.sql")),
    (PAPER_STEP, include_str!("../../migrations/0004_paper.sql")),
    (EXCHANGE_STEP, include_str!("../../migrations/0005_exchange.sql")),
    ("0006_programs", include_str!("../../migrations/0006_programs.sql")),
];

/// What a migration did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The steps applied now, in order.
    pub applied: Vec<&'static str>,
    /// The copy of the SQLite file as it was before, when there was anything to lose.
    pub copy: Option<PathBuf>,
}

/// Why a database cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationFault {
    /// The database holds steps this program does not know: it was used by a newer program.
    #[error("the database is newer than this program: {0}")]
    Newer(String),
    /// The copy aside could not be written.
    #[error("copy aside: {0}")]
    Copy(std::io::Error),
    /// The engine refused.
    #[error(transparent)]
    Engine(#[from] Error),
}

impl From<diesel::result::Error> for MigrationFault {
    fn from(cause: diesel::result::Error) -> Self {
        Self::Engine(cause.into())
    }
}

/// The step that makes a new database.
pub const FIRST_STEP: &str = "0001_house";

/// The step after which consignments are listed, found and summed by what happened to them, too.
pub const JOURNEY_STEP: &str = "0003_journey";

/// The step after which consignments are summed by leg and by month of receipt, too.
pub const PAPER_STEP: &str = "0004_paper";

/// The step after which value, freight and insurance are summed by mode, too.
pub const EXCHANGE_STEP: &str = "0005_exchange";

/// The names of the steps this program knows.
pub fn known() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|(name, _)| *name)
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The steps the database says it has had; none when it is new.
pub fn applied(db: &mut Db) -> Result<Vec<String>> {
    let exists = match db {
        Db::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'schema_steps'",
        Db::Postgres(_) => {
            "SELECT table_name::text AS name FROM information_schema.tables
             WHERE table_name = 'schema_steps' AND table_schema = ANY (current_schemas(false))"
        }
    };
    if diesel::sql_query(exists).load::<Name>(db)?.is_empty() {
        return Ok(vec![]);
    }
    let rows = diesel::sql_query("SELECT name FROM schema_steps ORDER BY name").load::<Name>(db)?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// The steps still to come; [`MigrationFault::Newer`] when the database is ahead of the program.
pub fn needed(db: &mut Db) -> Result<Vec<&'static str>, MigrationFault> {
    let had = applied(db)?;
    match had.iter().find(|name| !known().any(|k| k == *name)) {
        Some(newer) => Err(MigrationFault::Newer(newer.clone())),
        None => Ok(known().filter(|k| !had.iter().any(|name| name == k)).collect()),
    }
}

/// Applies what is missing, then `finish` (the rooms' Rust steps, told which SQL steps were applied) in the same
/// transaction. Two programs may start at once: the second waits and finds nothing left to do.
pub fn migrate(
    address: &Address,
    finish: impl FnOnce(&mut Db, &[&str]) -> Result<()>,
) -> Result<Migrated, MigrationFault> {
    type Tm = <Db as Connection>::TransactionManager;
    let mut db = manager::connect(address).map_err(Error::internal)?;
    if needed(&mut db)?.is_empty() {
        return Ok(Migrated::default());
    }
    let copy = copy_aside(&mut db, address)?;
    match &mut db {
        Db::Sqlite(c) => Ansi::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        Db::Postgres(c) => {
            Ansi::begin_transaction_sql(c, "BEGIN")?;
            // The one advisory lock of the house: "keruen" as a number.
            c.batch_execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(117985226257262)")?;
        }
    }
    let done = apply(&mut db).and_then(|applied| {
        if !applied.is_empty() {
            finish(&mut db, &applied)?;
        }
        Ok(applied)
    });
    match done {
        Ok(applied) => {
            Tm::commit_transaction(&mut db)?;
            Ok(Migrated { applied, copy })
        }
        Err(fault) => {
            Tm::rollback_transaction(&mut db)?;
            // Nothing was changed, so nothing has to be kept aside: a service that starts again and again fills no disk.
            if let Some(copy) = copy
                && let Err(cause) = std::fs::remove_file(&copy)
            {
                tracing::warn!(%cause, file = %copy.display(), "a copy set aside stays");
            }
            Err(fault)
        }
    }
}

/// Runs the missing steps; asks again what is missing, now that the lock is held.
fn apply(db: &mut Db) -> Result<Vec<&'static str>, MigrationFault> {
    let missing = needed(db)?;
    for name in &missing {
        let Some((_, sql)) = STEPS.iter().find(|(step, _)| step == name) else { continue };
        let sql = match db {
            Db::Sqlite(_) => uncover(sql, "/*sqlite "),
            Db::Postgres(_) => uncover(sql, "/*postgres "),
        };
        db.batch_execute(&sql)?;
        diesel::sql_query(format!(
            "INSERT INTO schema_steps (name, applied_at) VALUES ('{name}', '{}')",
            Moment::now()
        ))
        .execute(db)?;
    }
    Ok(missing)
}

/// Uncovers one engine's words: `/*sqlite X */` becomes `X`.
fn uncover(sql: &str, mark: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(start) = rest.find(mark) {
        out.push_str(&rest[..start]);
        rest = &rest[start + mark.len()..];
        let end = rest.find("*/").unwrap_or(rest.len());
        out.push_str(&rest[..end]);
        rest = rest.get(end + 2..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Sets a consistent copy of a SQLite file that already holds something beside it, named after the newest step it had.
fn copy_aside(db: &mut Db, address: &Address) -> Result<Option<PathBuf>, MigrationFault> {
    let (Address::Sqlite(path), Some(last)) = (address, applied(db)?.pop()) else { return Ok(None) };
    let stamp = Moment::now().0.format("%Y%m%dT%H%M%SZ");
    let copy = PathBuf::from(format!("{}.before-update-{last}-{stamp}", path.display()));
    super::private_file(&copy).map_err(MigrationFault::Copy)?;
    super::copy_sqlite(db, &copy)?;
    let file = std::fs::File::open(&copy).map_err(MigrationFault::Copy)?;
    file.sync_all().map_err(MigrationFault::Copy)?;
    Ok(Some(copy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_engines_words_are_uncovered_for_it_alone() {
        let sql = "CREATE TABLE t (a INT) /*sqlite WITHOUT ROWID */;/*postgres  ALTER X;*/";
        assert_eq!(uncover(sql, "/*sqlite "), "CREATE TABLE t (a INT) WITHOUT ROWID ;/*postgres  ALTER X;*/");
        assert!(uncover(sql, "/*postgres ").ends_with("; ALTER X;"));
    }

    #[test]
    fn steps_are_named_in_order() {
        assert!(known().is_sorted());
    }
}
