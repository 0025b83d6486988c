//! The two doors to data: [`Pool::read`] is one snapshot, [`Pool::write`] one transaction that is run again when two
//! writers collide. One type, [`Db`], stands for both engines; SQL itself lives in the rooms' `store.rs` files.

mod expressions;
mod manager;
mod migrate;
mod pool;
pub mod schema;

pub use expressions::{Both, Total, either, total};
pub use manager::{Address, Refused, OLDEST_SQLITE, engine_version, sqlite_at_least};
pub use migrate::{Migrated, MigrationFault, applied, known, migrate, needed};
pub use pool::Pool;

use crate::error::Result;
use diesel::{PgConnection, RunQueryDsl, SqliteConnection, sql_types::Text};
use std::path::Path;

/// Writes a consistent copy of an open SQLite database to a new file, while others go on writing.
pub fn copy_sqlite(db: &mut Db, to: &Path) -> Result<()> {
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(to.to_string_lossy()).execute(db)?;
    Ok(())
}

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL, when an organisation outgrows one machine.
    Postgres(PgConnection),
    /// SQLite, built in.
    Sqlite(SqliteConnection),
}

/// Compiles one expression once per engine, with the real connection in `$conn`: for batch inserts and the few things
/// `MultiConnection` cannot say.
#[macro_export]
macro_rules! each {
    ($db:expr, $conn:ident => $e:expr) => {
        match $db {
            $crate::db::Db::Postgres($conn) => $e,
            $crate::db::Db::Sqlite($conn) => $e,
        }
    };
}
