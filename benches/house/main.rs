//! What the house's performance rests on, measured: `cargo bench --bench house -- [--rows 1000,100000]
//! [--sqlite-million] [--postgres URL]`.
//!
//! For each engine and size it fills a fresh house with made-up consignments, starts the program itself and asks it, over
//! one kept connection and as a browser does, for every kind of page; then it logs consignments by the form, one writer
//! alone and sixteen at once; and passwords are guessed at its door. In the same run it measures the floor ([`floor`]): what fifty such rows cost in a program
//! that does nothing else. Each row says how long half the answers and 99 of 100 took, the processor time the program
//! itself used for one, the bytes over the wire, and for lists how many times the floor that is. A list should stay within
//! three times the floor or 10 ms, whichever is more; rows that do not are marked `!`.

mod client;
mod data;
mod doors;
mod floor;
mod measure;
mod program;
mod rounds;

use clap::Parser;
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use keruen::{
    commands::bring_up,
    db::{Address, Db, Pool, engine_version},
    each,
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The house's bench.
#[derive(Debug, Parser)]
#[command(name = "house")]
struct Config {
    /// How many consignments, on each engine.
    #[arg(long, value_delimiter = ',', default_value = "1000,100000")]
    rows: Vec<usize>,
    /// A million consignments too, on SQLite.
    #[arg(long)]
    sqlite_million: bool,
    /// A PostgreSQL server to measure on as well; databases of its own are made there and dropped.
    #[arg(long, env = "KERUEN_TEST_POSTGRES", value_name = "URL")]
    postgres: Option<String>,
    /// No SQLite.
    #[arg(long)]
    no_sqlite: bool,
    /// Keep the filled SQLite files in this folder and the databases on PostgreSQL, and use those that are there from an
    /// earlier run.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Only rows whose name holds this.
    #[arg(long, value_name = "WORDS", default_value = "")]
    only: String,
    /// What `cargo bench` always says.
    #[arg(long, hide = true)]
    bench: bool,
    /// Serve the floor from this database, in the frame of this file.
    #[arg(long, hide = true, num_args = 2)]
    floor: Option<Vec<String>>,
}

fn main() -> ExitCode {
    match run(Config::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

fn run(config: Config) -> Outcome {
    if let Some([address, frame]) = config.floor.as_deref() {
        return floor::serve(address, Path::new(frame));
    }
    keruen::lang::open(None)?;
    let temporary = tempfile::Builder::new().prefix("keruen-bench-").tempdir()?;
    let folder = config.keep.as_deref().unwrap_or(temporary.path());
    std::fs::create_dir_all(folder)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("keruen {} on {cores} cores", env!("CARGO_PKG_VERSION"));
    let million = config.sqlite_million.then_some(1_000_000);
    for rows in config.rows.iter().copied().chain(million).filter(|_| !config.no_sqlite) {
        let file = folder.join(format!("house-{rows}.db"));
        house(&Address::Sqlite(file), rows, temporary.path(), &config.only)?;
    }
    for rows in config.rows.iter().copied().filter(|_| config.postgres.is_some()) {
        let Some(server) = &config.postgres else { continue };
        let database = Database::make(server, rows, config.keep.is_some())?;
        house(&Address::Postgres(database.url.clone()), rows, temporary.path(), &config.only)?;
    }
    Ok(())
}

/// One engine, one size.
fn house(address: &Address, rows: usize, folder: &Path, only: &str) -> Outcome {
    bring_up(address)?;
    let pool = Pool::open(address.clone())?;
    let there = pool.read_now(keruen::consignments::count)?;
    let began = Instant::now();
    if there == 0 {
        eprintln!("filling {} with {rows} consignments", address.shown());
        data::fill(&pool, rows)?;
        settle(&pool)?;
    }
    let (engine, version) = pool.read_now(engine_version)?;
    let filled = match there {
        0 => format!("filled in {:.0} s", began.elapsed().as_secs_f64()),
        _ => format!("{there} there from an earlier run"),
    };
    println!("\n{engine} {version}, {rows} consignments ({filled}, {} MB)", size(&pool)? / 1_000_000);
    rounds::run(&pool, folder, only)
}

/// Leaves the database as it is some time after much was written: a write-ahead log brought in, and on PostgreSQL the
/// tables vacuumed and analysed, which it does by itself soon.
fn settle(pool: &Pool) -> Outcome {
    let mut db = pool.connection()?;
    match &mut *db {
        Db::Sqlite(c) => c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?,
        Db::Postgres(c) => {
            c.batch_execute("SET statement_timeout = 0")?;
            c.batch_execute("VACUUM ANALYZE")?;
            c.batch_execute("CHECKPOINT")?;
        }
    }
    Ok(())
}

/// How many bytes the database takes.
fn size(pool: &Pool) -> Outcome<i64> {
    use diesel::{RunQueryDsl, dsl::sql, select, sql_types::BigInt};
    let mut db = pool.connection()?;
    let asked = match &*db {
        Db::Sqlite(_) => "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)",
        Db::Postgres(_) => "pg_database_size(current_database())",
    };
    Ok(each!(&mut *db, c => select(sql::<BigInt>(asked)).get_result(c))?)
}

/// A database of this run's own on a PostgreSQL server, dropped in the end.
struct Database {
    server: String,
    name: String,
    url: String,
    keep: bool,
}

impl Database {
    fn make(server: &str, rows: usize, keep: bool) -> Outcome<Self> {
        let own = std::process::id();
        let name = if keep { format!("keruen_bench_{rows}") } else { format!("keruen_bench_{rows}_{own}") };
        let mut server_connection = PgConnection::establish(server)?;
        let create = format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        match server_connection.batch_execute(&create) {
            Err(e) if keep && e.to_string().contains("already exists") => {}
            made => made?,
        }
        let (bare, options) = server.split_once('?').map_or((server, String::new()), |(a, b)| (a, format!("?{b}")));
        let start = bare.find("://").map_or(0, |at| at + 3);
        let host = bare[start..].find('/').map_or(bare, |at| &bare[..start + at]);
        let url = format!("{host}/{name}{options}");
        Ok(Self { server: server.into(), name, url, keep })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if self.keep {
            return println!("kept on PostgreSQL: {}", self.name);
        }
        let dropped = PgConnection::establish(&self.server).map_err(|e| e.to_string()).and_then(|mut c| {
            c.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).map_err(|e| e.to_string())
        });
        if let Err(e) = dropped {
            eprintln!("the database {} is still there: {e}", self.name);
        }
    }
}
