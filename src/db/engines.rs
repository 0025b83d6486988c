//! The one type that stands for both engines.

#![expect(missing_docs, reason = "the derive writes types and methods of its own")]

use diesel::{PgConnection, SqliteConnection};

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL, when an organisation outgrows one machine.
    Postgres(PgConnection),
    /// SQLite, built in.
    Sqlite(SqliteConnection),
}
