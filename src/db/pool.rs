//! The pool and its two doors.

use super::{
    Db,
    manager::{Address, Manager},
};
use crate::error::{Error, Result};
use diesel::{
    Connection,
    connection::{AnsiTransactionManager as Ansi, TransactionManager},
    r2d2,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

type Tm = <Db as Connection>::TransactionManager;

/// How long a writer waits for its turn before the house says "try again".
const PATIENCE: Duration = Duration::from_secs(25);

/// How long one transaction goes on being retried when writers collide.
const RETRIES: Duration = Duration::from_secs(10);

/// Connections to the one database.
///
/// Writers of one program take their turn in order of arrival, one at a time: SQLite has one writer, and on PostgreSQL
/// writers to one mission would undo each other again and again (16 at once: one turn at a time gave 407 records a second
/// and no retry, four at a time 336 and one retry for each). Writers of different programs meet in the database and are
/// retried.
#[derive(Clone)]
pub struct Pool {
    connections: r2d2::Pool<Manager>,
    turns: Arc<Semaphore>,
    address: Address,
}

impl Pool {
    /// Opens the database; fails at once, with the engine's reason, when it cannot.
    pub fn open(address: Address) -> Result<Self, String> {
        drop(super::manager::connect(&address).map_err(|e| e.to_string())?);
        let connections = r2d2::Pool::builder()
            .max_size(8)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(10))
            .test_on_check_out(matches!(address, Address::Postgres(_)))
            .build(Manager { address: address.clone() })
            .map_err(|e| e.to_string())?;
        Ok(Self { connections, turns: Arc::new(Semaphore::new(1)), address })
    }

    /// Where the data is.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Looks without changing: everything `f` sees is one snapshot.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        let pool = self.clone();
        blocking(move || pool.read_now(f)).await
    }

    /// Looks with one statement, which is a snapshot by itself: for the door, through which every request goes.
    pub async fn glance<T: Send + 'static>(&self, f: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        let pool = self.clone();
        blocking(move || f(&mut *pool.connection()?)).await
    }

    /// Changes the record in one transaction. `f` may run more than once, so it holds no hashing of passwords, no files
    /// and no parsing of uploads; whatever it returns as an error undoes all of it.
    pub async fn write<T: Send + 'static>(&self, f: impl FnMut(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        let turn = self.turn().await?;
        let pool = self.clone();
        blocking(move || {
            let done = pool.write_now(f);
            drop(turn);
            done
        })
        .await
    }

    /// As [`write`](Self::write), for a form that may be refused: `Ok(Err(refusal))` undoes everything and is handed on.
    pub async fn attempt<T: Send + 'static, U: Send + 'static>(
        &self,
        mut f: impl FnMut(&mut Db) -> Result<Result<T, U>> + Send + 'static,
    ) -> Result<Result<T, U>> {
        let turn = self.turn().await?;
        let pool = self.clone();
        blocking(move || {
            let done = pool.attempt_now(&mut f);
            drop(turn);
            done
        })
        .await
    }

    /// [`attempt`](Self::attempt) on the calling thread.
    pub fn attempt_now<T, U>(&self, f: impl FnMut(&mut Db) -> Result<Result<T, U>>) -> Result<Result<T, U>> {
        undone(f, |f| self.write_now(f))
    }

    /// [`write`](Self::write) on the calling thread, for long work of the server that is done in pieces: whoever waits for a turn
    /// goes first.
    pub fn write_in_turn<T>(&self, f: impl FnMut(&mut Db) -> Result<T>) -> Result<T> {
        let began = Instant::now();
        let turn = loop {
            match self.turns.clone().try_acquire_owned() {
                Ok(turn) => break turn,
                Err(_) if began.elapsed() > PATIENCE => return Err(Error::Unavailable("no turn to write".into())),
                Err(_) => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        let done = self.write_now(f);
        drop(turn);
        done
    }

    /// [`write_in_turn`](Self::write_in_turn), for what may be refused: a refusal undoes everything and is handed on.
    pub fn attempt_in_turn<T, U>(&self, f: impl FnMut(&mut Db) -> Result<Result<T, U>>) -> Result<Result<T, U>> {
        undone(f, |f| self.write_in_turn(f))
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit> {
        let turn = tokio::time::timeout(PATIENCE, self.turns.clone().acquire_owned()).await;
        turn.map_err(|_| Error::Unavailable("no turn to write".into()))?.map_err(Error::internal)
    }

    /// [`read`](Self::read) for commands and tests, on the calling thread.
    pub fn read_now<T>(&self, f: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut db = self.connection()?;
        match &mut *db {
            Db::Sqlite(c) => Ansi::begin_transaction_sql(c, "BEGIN")?,
            Db::Postgres(c) => Ansi::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?,
        }
        let seen = f(&mut db);
        Tm::rollback_transaction(&mut *db)?;
        seen
    }

    /// [`write`](Self::write) for commands and tests, on the calling thread.
    pub fn write_now<T>(&self, mut f: impl FnMut(&mut Db) -> Result<T>) -> Result<T> {
        let mut db = self.connection()?;
        let started = Instant::now();
        for attempt in 0u32.. {
            let begun = match &mut *db {
                Db::Sqlite(c) => Ansi::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
                Db::Postgres(c) => Ansi::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL SERIALIZABLE"),
            };
            let began = begun.is_ok();
            let done = begun.map_err(Error::from).and_then(|()| {
                let value = f(&mut db)?;
                Tm::commit_transaction(&mut *db)?;
                Ok(value)
            });
            let Err(e) = done else { return done };
            // A failed COMMIT has rolled back already; rolling back again is then an error to pass over.
            if began && Tm::rollback_transaction(&mut *db).is_err() {
                tracing::debug!("nothing left to roll back");
            }
            // A key another writer took in the same moment: the next run sees that writer's row and decides.
            if !(e.collided() || e.taken() && attempt < 3) {
                return Err(e);
            }
            if started.elapsed() > RETRIES {
                return Err(Error::Unavailable(format!("{e} ({attempt} retries)")));
            }
            std::thread::sleep(jitter(attempt));
        }
        Err(Error::Unavailable("retries".into()))
    }

    /// A connection outside both doors: for migrations, `doctor` and backups, which bring their own transactions.
    pub fn connection(&self) -> Result<r2d2::PooledConnection<Manager>> {
        self.connections.get().map_err(|e| Error::Unavailable(e.to_string()))
    }
}

/// Writes what may be refused: a refusal undoes everything and is handed on.
fn undone<T, U>(
    mut f: impl FnMut(&mut Db) -> Result<Result<T, U>>,
    write: impl FnOnce(&mut dyn FnMut(&mut Db) -> Result<T>) -> Result<T>,
) -> Result<Result<T, U>> {
    let mut refused = None;
    let done = write(&mut |db| match f(db)? {
        Ok(value) => Ok(value),
        Err(refusal) => {
            refused = Some(refusal);
            Err(Error::Invalid("refused".into()))
        }
    });
    match (done, refused) {
        (Err(Error::Invalid(_)), Some(refusal)) => Ok(Err(refusal)),
        (done, _) => done.map(Ok),
    }
}

/// A pause that grows with the attempt and differs between writers.
fn jitter(attempt: u32) -> Duration {
    let noise = uuid::Uuid::new_v4().as_u128() as u64;
    Duration::from_micros(300 + noise % (500 << attempt.min(7)))
}

async fn blocking<T: Send + 'static>(f: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    actix_web::web::block(f).await.map_err(Error::internal)?
}
