//! The settings. Each is a field whose sentence is its help (`keruen --help`); none is needed to start.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Keruen, a humanitarian aid shipment tracker.
#[derive(Debug, Parser)]
#[command(name = "keruen", version)]
pub struct Config {
    /// What every command is told.
    #[command(flatten)]
    pub settings: Settings,
    /// What to do; `serve` when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command is told.
#[derive(Debug, Clone, Default, Args)]
pub struct Settings {
    /// Where the data is: sqlite:PATH or postgres://USER@HOST/NAME. Without it, a SQLite file in $STATE_DIRECTORY or in
    /// this account's data folder.
    #[arg(long, env = "KERUEN_DATABASE", global = true, value_name = "ADDRESS", hide_env_values = true)]
    pub database: Option<String>,

    /// A file whose only line is the database's address: for an address that holds a password.
    #[arg(long, env = "KERUEN_DATABASE_FILE", global = true, value_name = "FILE", conflicts_with = "database")]
    pub database_file: Option<PathBuf>,

    /// Where to listen. Without it, 127.0.0.1:8080.
    #[arg(long, env = "KERUEN_LISTEN", global = true, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,

    /// A further name this house is reached by, without its port; may be given several times.
    #[arg(long = "host", env = "KERUEN_HOSTS", global = true, value_name = "NAME", value_delimiter = ',')]
    pub hosts: Vec<String>,

    /// The address people type, such as https://aid.example: needed to serve a network. It decides the session cookie, the
    /// same-site check and the links that are handed out.
    #[arg(long, env = "KERUEN_PUBLIC_ADDRESS", global = true, value_name = "URL")]
    pub public_address: Option<String>,

    /// A reverse proxy whose X-Forwarded-For is believed; may be given several times.
    #[arg(
        long = "trusted-proxy",
        env = "KERUEN_TRUSTED_PROXIES",
        global = true,
        value_name = "ADDRESS",
        value_delimiter = ',',
        value_parser = spaced_address
    )]
    pub trusted_proxies: Vec<std::net::IpAddr>,

    /// Serve a network without encryption. Passwords and records can then be read by anyone on the way: for a closed
    /// network, and not for long.
    #[arg(long, env = "KERUEN_PLAIN_HTTP", global = true, value_parser = clap::builder::BoolishValueParser::new())]
    pub plain_http: bool,

    /// The file with the key that seals second factors. Without it, keruen.key in the data folder; made when it is not there.
    #[arg(long, env = "KERUEN_KEY_FILE", global = true, value_name = "FILE")]
    pub key_file: Option<PathBuf>,

    /// The folder of the photographs and scans that people attach. Without it, beside a SQLite file under its name with .files
    /// behind it, or files in the data folder.
    #[arg(long, env = "KERUEN_FILES", global = true, value_name = "FOLDER")]
    pub files: Option<PathBuf>,

    /// A file to which sign-ins, refusals and changes of rights are also written, a line each.
    #[arg(long, env = "KERUEN_SECURITY_LOG", global = true, value_name = "FILE")]
    pub security_log: Option<PathBuf>,

    /// A folder with more screen languages, laid out like the program's own locales/.
    #[arg(long, env = "KERUEN_LOCALES", global = true, value_name = "FOLDER")]
    pub locales: Option<PathBuf>,

    /// What to write to the log: error, warn, info, debug, or a filter such as keruen=debug. Without it, info.
    #[arg(long, env = "KERUEN_LOG", global = true, value_name = "LEVEL")]
    pub log: Option<String>,
}

/// What the program does when it is called.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Serve the house; this is what happens when no command is given.
    Serve,
    /// Serve a fresh temporary house with the story of Kazakhstan's missions; it is gone when you stop it.
    Demo,
    /// Bring the database to the form this program expects, and stop.
    Migrate,
    /// Look the house over: settings, engine, migrations, disk, sums.
    Doctor {
        /// Put right what can be derived from the records themselves.
        #[arg(long)]
        repair: bool,
    },
    /// Write a checked copy of the database to a new file, while others go on working.
    Backup {
        /// The file to write; it must not be there yet.
        file: PathBuf,
    },
    /// Take the database back from a copy; the present one is set aside, not lost.
    Restore {
        /// The copy to read.
        file: PathBuf,
    },
    /// Take a spreadsheet of consignments in: CSV, XLSX, XLS or ODS. The last line says what came of its rows. Ends with 0 when
    /// all were taken in, 3 when some were refused, 1 when nothing could be done.
    Import(Import),
    /// Write everything to a folder that other programs can read: the rows of all tables as lines of JSON, the attached files, and
    /// a manifest.
    Export {
        /// The folder; it must not be there yet, or be empty.
        #[arg(long, value_name = "FOLDER")]
        all: PathBuf,
    },
    /// Copy a whole house into an empty one, from SQLite or PostgreSQL to either, or from a folder that `export` wrote.
    Copy {
        /// Where from: sqlite:PATH, postgres://USER@HOST/NAME or a folder.
        #[arg(long, value_name = "ADDRESS")]
        from: String,
        /// Where to: sqlite:PATH or postgres://USER@HOST/NAME; nobody may have used it yet.
        #[arg(long, value_name = "ADDRESS")]
        to: String,
    },
    /// Add, list, reset and disable people.
    User {
        /// What to do.
        #[command(subcommand)]
        command: User,
    },
    /// Verify the history, or write it to a file that verifies by itself.
    Audit {
        /// What to do.
        #[command(subcommand)]
        command: Audit,
    },
}

/// A spreadsheet to be taken in.
#[derive(Debug, Clone, Args)]
pub struct Import {
    /// The file.
    pub file: PathBuf,
    /// The code of the mission its consignments go to, where its rows do not say.
    #[arg(long, value_name = "CODE")]
    pub mission: Option<String>,
    /// Open that mission with this title where there is none of its code.
    #[arg(long, value_name = "TITLE", requires = "mission")]
    pub open: Option<String>,
    /// The cupboard its rows go into, instead of making consignments: a list of organisations, of places, or of goods.
    #[arg(long, value_name = "CUPBOARD", value_parser = ["organisations", "places", "catalogue"], conflicts_with_all = ["mission", "open"])]
    pub into: Option<String>,
    /// A file that says which columns mean what (TOML). Without it, what they meant last, or what they probably mean.
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Say what would come of it, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave out what is doubtful, too.
    #[arg(long)]
    pub strict: bool,
    /// Where to write the rows that were refused, with what is wrong: a CSV file to correct and bring again.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Write which columns would mean what, as a mapping, and do nothing else.
    #[arg(long)]
    pub print_mapping: bool,
    /// The largest file that is taken, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 2_000_000_000)]
    pub max_bytes: u64,
}

/// What is done to people at the command line.
#[derive(Debug, Clone, Subcommand)]
pub enum User {
    /// Add a person. Without a password they get a one-time link.
    Add {
        /// The name they sign in with.
        sign_in: String,
        /// Their name, as others see it; without it, the name they sign in with.
        #[arg(long)]
        name: Option<String>,
        /// A role: viewer, logger, manager, receiver, donor, auditor or administrator; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// The code of the mission the roles are limited to.
        #[arg(long)]
        mission: Option<String>,
        /// The organisation a donor may follow.
        #[arg(long)]
        organisation: Option<String>,
        /// How they get a password.
        #[command(flatten)]
        password: Secret,
    },
    /// List everyone, with what they may.
    List,
    /// Give a person a new password, or a one-time link.
    Reset {
        /// The name they sign in with.
        sign_in: String,
        /// How they get a password.
        #[command(flatten)]
        password: Secret,
        /// Take their second factor away too.
        #[arg(long)]
        second_factor: bool,
    },
    /// Let a person sign in no longer; their sessions end.
    Disable {
        /// The name they sign in with.
        sign_in: String,
    },
    /// Let a disabled person sign in again.
    Enable {
        /// The name they sign in with.
        sign_in: String,
    },
}

/// Where a password comes from: never an argument, which others on the machine could read.
#[derive(Debug, Clone, Default, Args)]
pub struct Secret {
    /// Ask for the password.
    #[arg(long, conflicts_with_all = ["password_file", "password_stdin"])]
    pub password: bool,
    /// Take the password from the first line of a file.
    #[arg(long, value_name = "FILE", conflicts_with = "password_stdin")]
    pub password_file: Option<PathBuf>,
    /// Take the password from the first line of the standard input.
    #[arg(long)]
    pub password_stdin: bool,
}

/// What is done with the history at the command line.
#[derive(Debug, Clone, Subcommand)]
pub enum Audit {
    /// Walk the chain; the first broken entry is named.
    Verify {
        /// A file written by `audit export`; without it, the database.
        file: Option<PathBuf>,
        /// The head that was written down.
        #[arg(long, requires = "count")]
        head: Option<String>,
        /// How many entries there were then.
        #[arg(long, requires = "head")]
        count: Option<i64>,
    },
    /// Write the whole history to a new file, a line of JSON each.
    Export {
        /// The file to write; it must not be there yet.
        file: PathBuf,
    },
}

/// An address with or without spaces around it: "127.0.0.1, 10.0.0.1".
fn spaced_address(text: &str) -> Result<std::net::IpAddr, String> {
    text.trim().parse().map_err(|_| format!("“{}” is no IP address", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_setting_says_what_it_is() {
        let command = Config::command();
        command.clone().debug_assert();
        for setting in command.get_arguments().filter(|a| !matches!(a.get_id().as_str(), "help" | "version")) {
            assert!(setting.get_help().is_some(), "{}", setting.get_id());
        }
    }

    #[test]
    fn nothing_needs_to_be_said() {
        let config = Config::try_parse_from(["keruen"]).unwrap();
        assert!(config.command.is_none());
    }
}
