//! What the program does when it is called. Every failure is one sentence in the operator's language that says what to
//! do, on the error stream, and an exit code other than 0.

mod audit;
mod backup;
mod copy;
mod demo;
mod doctor;
mod export;
mod house;
mod import;
mod migrate;
mod restore;
mod serve;
mod state;
pub mod story;
mod user;

pub use house::bring_up;

use crate::{
    config::{Command, Config},
    lang::{self, Lang},
};
use std::{
    io::{IsTerminal, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
};
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::{LevelFilter, filter_fn},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// A command's end: an exit code, or the sentence that says why it could not be done.
type Outcome<T = ExitCode> = Result<T, String>;

/// Runs the command that was asked for.
pub fn run(config: Config) -> ExitCode {
    let settings = &config.settings;
    let opened = lang::open(settings.locales.as_deref());
    let lang = operators_language();
    let done = opened.map_err(|cause| lang.say_with("op-locales-unreadable", [("cause", cause)])).and_then(|()| {
        start_log(settings.log.as_deref().unwrap_or("info"), settings.security_log.as_deref(), lang)?;
        match config.command.unwrap_or(Command::Serve) {
            Command::Serve => serve::run(settings, lang),
            Command::Demo => demo::run(settings, lang),
            Command::Migrate => migrate::run(settings, lang),
            Command::Doctor { repair } => doctor::run(settings, repair, lang),
            Command::Backup { file } => backup::run(settings, &file, lang),
            Command::Restore { file } => restore::run(settings, &file, lang),
            Command::Export { all } => export::run(settings, &all, lang),
            Command::Copy { from, to } => copy::run(settings, &from, &to, lang),
            Command::Import(asked) => import::run(settings, &asked, lang),
            Command::User { command } => user::run(settings, command, lang),
            Command::Audit { command } => audit::run(settings, command, lang),
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

fn start_log(filter: &str, security: Option<&Path>, lang: Lang) -> Outcome<()> {
    let wrong = |cause: String| lang.say_with("op-log-wrong", [("typed", filter.to_string()), ("cause", cause)]);
    // The library takes any word for the name of a part of the program; here a word alone is a level.
    for word in filter.split(',').filter(|part| !part.contains(['=', '['])) {
        word.trim().parse::<LevelFilter>().map_err(|e| wrong(e.to_string()))?;
    }
    let filter = EnvFilter::try_new(filter).map_err(|e| wrong(e.to_string()))?;
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    // The target is written where it says more than the program's own name: security.
    let kept = security.map(|file| {
        let unwritable = |e: std::io::Error| {
            lang.say_with("op-log-unwritable", [("file", house::shown(file)), ("cause", e.to_string())])
        };
        let file = std::fs::OpenOptions::new().create(true).append(true).open(file).map_err(unwritable)?;
        let only = filter_fn(|line| line.target() == "security");
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_target(false).with_writer(Arc::new(file));
        Ok::<_, String>(layer.with_filter(only))
    });
    let kept = kept.transpose()?;
    let registry = tracing_subscriber::registry().with(log.with_filter(filter)).with(kept);
    registry.try_init().map_err(|e| e.to_string())
}

/// Says a line to the operator; nobody listening is no fault.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        tracing::debug!("nobody reads the standard output");
    }
}
