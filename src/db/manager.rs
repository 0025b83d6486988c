//! Opens a connection by the scheme of its address; an unknown scheme is refused, never opened as a new SQLite file.

use super::Db;
use crate::error::{Error, Result};
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    r2d2::{self, R2D2Connection},
    sql_types::Text,
};
use std::path::PathBuf;

/// Where the data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// `sqlite:PATH`.
    Sqlite(PathBuf),
    /// `postgres://…` or `postgresql://…`, as libpq reads it.
    Postgres(String),
}

/// Why an address is refused; each is a sentence in `commands`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Neither `sqlite:` nor `postgres://`.
    Scheme,
    /// A PostgreSQL host that is not this machine, without TLS and without `sslmode=disable` said aloud.
    PlainText,
}

impl Address {
    /// Reads `--database`. libpq's own default (`prefer`) silently goes without encryption, so a distant host needs
    /// TLS, or `sslmode=disable` written out.
    pub fn read(text: &str) -> Result<Self, Refused> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() { Err(Refused::Scheme) } else { Ok(Self::Sqlite(path.into())) };
        }
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
        let Some(rest) = rest else { return Err(Refused::Scheme) };
        let server = Server::of(rest);
        let encrypted = cfg!(feature = "postgres-tls")
            && matches!(server.sslmode.as_str(), "require" | "verify-ca" | "verify-full");
        if server.is_here() || server.sslmode == "disable" || encrypted {
            Ok(Self::Postgres(text.into()))
        } else {
            Err(Refused::PlainText)
        }
    }

    /// The address without its password, for the log and `doctor`.
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => format!("sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
                let (user, place) = address.rsplit_once('@').unwrap_or(("", address));
                let user = user.split(':').next().unwrap_or_default();
                let at = if user.is_empty() { "" } else { "@" };
                let told: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !p.starts_with("pass")).collect();
                let mark = if told.is_empty() { "" } else { "?" };
                format!("postgres://{user}{at}{place}{mark}{}", told.join("&"))
            }
        }
    }
}

/// What a PostgreSQL address says of the server.
struct Server {
    hosts: Vec<String>,
    sslmode: String,
}

impl Server {
    /// Reads the part after the scheme: hosts stand before the path, or in `host` and `hostaddr`, several with commas.
    fn of(rest: &str) -> Self {
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let authority = address.split('/').next().unwrap_or_default();
        let named = authority.rsplit('@').next().unwrap_or_default();
        let mut server = Self { hosts: vec![], sslmode: String::new() };
        let mut options: Vec<String> = vec![];
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "host" | "hostaddr" => options.push(value.into_owned()),
                "sslmode" => server.sslmode = value.into_owned(),
                _ => {}
            }
        }
        // `host=` takes the place of the host before the path; `hostaddr=` says where it really is.
        let given = if options.is_empty() { vec![without_port(named)] } else { options };
        server.hosts = given.iter().flat_map(|hosts| hosts.split(',').map(without_port)).collect();
        server
    }

    /// Whether every host is this machine: a socket, loopback, or nothing.
    fn is_here(&self) -> bool {
        self.hosts.iter().all(|host| {
            host.starts_with('/')
                || host.starts_with("%2F")
                || matches!(host.as_str(), "" | "localhost" | "::1")
                || host.parse::<std::net::Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
        })
    }
}

fn without_port(host: &str) -> String {
    match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default().into(),
        None if host.matches(':').count() == 1 => host.split(':').next().unwrap_or_default().into(),
        None => host.into(),
    }
}

/// Opens connections for the pool.
#[derive(Debug, Clone)]
pub struct Manager {
    pub(super) address: Address,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Db, r2d2::Error> {
        connect(&self.address)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), r2d2::Error> {
        db.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        std::thread::panicking() || db.is_broken()
    }
}

/// One connection, set up as the house wants it: on SQLite a write-ahead log, `synchronous=FULL` (a confirmed record
/// survives a power cut) and foreign keys; on PostgreSQL UTC and a statement timeout.
pub(super) fn connect(address: &Address) -> Result<Db, r2d2::Error> {
    match address {
        Address::Sqlite(path) => {
            let mut c = SqliteConnection::establish(&path.to_string_lossy()).map_err(r2d2::Error::ConnectionError)?;
            c.batch_execute(
                "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                 PRAGMA cache_size = -32000; PRAGMA mmap_size = 268435456;",
            )
            .map_err(r2d2::Error::QueryError)?;
            Ok(Db::Sqlite(c))
        }
        Address::Postgres(url) => {
            let mut c = PgConnection::establish(url).map_err(r2d2::Error::ConnectionError)?;
            c.batch_execute(
                "SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET statement_timeout = '60s';
                 SET lock_timeout = '10s'; SET jit = off",
            )
            .map_err(r2d2::Error::QueryError)?;
            Ok(Db::Postgres(c))
        }
    }
}

/// The oldest SQLite the house trusts: older versions can lose an acknowledged write when a write races a checkpoint.
pub const OLDEST_SQLITE: &str = "3.51.3";

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The engine's name and version, as it says itself: ("SQLite", "3.53.2").
pub fn engine_version(db: &mut Db) -> Result<(&'static str, String), Error> {
    let (name, sql) = match db {
        Db::Sqlite(_) => ("SQLite", "SELECT sqlite_version() AS version"),
        Db::Postgres(_) => ("PostgreSQL", "SELECT current_setting('server_version') AS version"),
    };
    let row: Version = diesel::sql_query(sql).get_result(db)?;
    Ok((name, row.version))
}

/// Whether `version` is at least `oldest`, both as `major.minor.patch`.
pub fn sqlite_at_least(version: &str, oldest: &str) -> bool {
    let parts = |text: &str| text.split('.').map(|p| p.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
    parts(version) >= parts(oldest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_by_its_scheme() {
        assert_eq!(Address::read("sqlite:/a/b.db"), Ok(Address::Sqlite("/a/b.db".into())));
        assert_eq!(Address::read("sqlite:///a/b.db"), Ok(Address::Sqlite("/a/b.db".into())));
        for wrong in ["mysql://x", "b.db", "", "sqlite:", "/a/b.db"] {
            assert_eq!(Address::read(wrong), Err(Refused::Scheme), "{wrong}");
        }
    }

    #[test]
    fn a_distant_host_without_encryption_must_be_asked_for() {
        for here in ["localhost/k", "u:p@127.0.0.1:5432/k", "[::1]/k", "/k?host=/run/pg", "u@localhost/k"] {
            assert!(Address::read(&format!("postgres://{here}")).is_ok(), "{here}");
        }
        assert_eq!(Address::read("postgres://db.example/k"), Err(Refused::PlainText));
        assert_eq!(Address::read("postgres://db.example/k?sslmode=prefer"), Err(Refused::PlainText));
        assert!(Address::read("postgres://db.example/k?sslmode=disable").is_ok());
        for sly in ["localhost/k?hostaddr=10.255.255.1", "u:sslmode=disable@db.example/k", "/k?host=/run,db.example"] {
            assert_eq!(Address::read(&format!("postgres://{sly}")), Err(Refused::PlainText), "{sly}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let address = Address::Postgres("postgres://keruen:secret@db/k".into());
        assert_eq!(address.shown(), "postgres://keruen@db/k");
        let address = Address::Postgres("postgres://db/k?password=secret&sslmode=disable".into());
        assert_eq!(address.shown(), "postgres://db/k?sslmode=disable");
    }

    #[test]
    fn versions_compare_as_numbers() {
        assert!(sqlite_at_least("3.53.2", OLDEST_SQLITE));
        assert!(!sqlite_at_least("3.9.10", OLDEST_SQLITE));
        assert!(sqlite_at_least("3.51.3", OLDEST_SQLITE) && !sqlite_at_least("3.51.2", OLDEST_SQLITE));
    }
}
