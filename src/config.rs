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
