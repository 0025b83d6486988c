//! The two doors to data: [`Pool::read`] is one snapshot, [`Pool::write`] one transaction that is run again when two
//! writers collide. One type, [`Db`], stands for both engines; SQL itself lives in the rooms' `store.rs` files.

mod copy;
mod engines;
mod expressions;
mod manager;
mod migrate;
mod pool;
pub mod rows;
pub mod schema;

pub use copy::{copy_file, copy_sqlite, inspect, let_go, look_over, private_file};
use engines::MultiRawValue;
pub use engines::{Db, MultiBackend};
pub use expressions::{Both, Total, either, total};
pub use manager::{Address, OLDEST_SQLITE, Refused, engine_version, sqlite_at_least};
pub use migrate::{
    EXCHANGE_STEP, FIRST_STEP, JOURNEY_STEP, Migrated, MigrationFault, PAPER_STEP, applied, known, migrate, needed,
};
pub use pool::Pool;

/// Runs a statement that is no query of records: a setting of the transaction.
pub fn run(db: &mut Db, statement: &str) -> crate::error::Result<()> {
    use diesel::connection::SimpleConnection;
    Ok(crate::each!(db, c => c.batch_execute(statement))?)
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
