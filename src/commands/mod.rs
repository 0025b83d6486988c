//! What the program does when it is called. Every failure is one sentence in the operator's language that says what to
//! do, on the error stream, and an exit code other than 0.

mod backup;
mod demo;
mod doctor;
mod house;
mod migrate;
mod restore;
mod serve;
mod state;
pub mod story;

pub use house::bring_up;

use crate::{
    config::{Command, Config},
    lang::{self, Lang},
};
use std::{
    io::{IsTerminal, Write},
    process::ExitCode,
};
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

/// A command's end: an exit code, or the sentence that says why it could not be done.
type Outcome<T = ExitCode> = Result<T, String>;

/// Runs the command that was asked for.
pub fn run(config: Config) -> ExitCode {
    let settings = &config.settings;
    let opened = lang::open(settings.locales.as_deref());
    let lang = operators_language();
    let done = opened.map_err(|cause| lang.say_with("op-locales-unreadable", [("cause", cause)])).and_then(|()| {
        start_log(settings.log.as_deref().unwrap_or("info"), lang)?;
        match config.command.unwrap_or(Command::Serve) {
            Command::Serve => serve::run(settings, lang),
            Command::Demo => demo::run(settings, lang),
            Command::Migrate => migrate::run(settings, lang),
            Command::Doctor { repair } => doctor::run(settings, repair, lang),
            Command::Backup { file } => backup::run(settings, &file, lang),
            Command::Restore { file } => restore::run(settings, &file, lang),
        }
    });
    done.unwrap_or_else(|sentence| {
        eprintln!("keruen: {sentence}");
        ExitCode::FAILURE
    })
}

/// The language of the person at the command line, as the system says it.
fn operators_language() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let code = said.map(|value| value.split(['_', '.', '@']).next().unwrap_or_default().to_string());
    code.into_iter().find(|code| !code.is_empty()).and_then(|code| lang::find(&code)).unwrap_or_else(Lang::english)
}

fn start_log(filter: &str, lang: Lang) -> Outcome<()> {
    let wrong = |cause: String| lang.say_with("op-log-wrong", [("typed", filter.to_string()), ("cause", cause)]);
    // The library takes any word for the name of a part of the program; here a word alone is a level.
    for word in filter.split(',').filter(|part| !part.contains(['=', '['])) {
        word.trim().parse::<LevelFilter>().map_err(|e| wrong(e.to_string()))?;
    }
    let filter = EnvFilter::try_new(filter).map_err(|e| wrong(e.to_string()))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let log = log.with_ansi(std::io::stderr().is_terminal());
    log.try_init().map_err(|e| e.to_string())
}

/// Says a line to the operator; nobody listening is no fault.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        tracing::debug!("nobody reads the standard output");
    }
}
