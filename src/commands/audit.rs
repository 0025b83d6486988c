//! `keruen audit`: whether the history is as it was written, from the database or from a file of its own.

use super::{Outcome, house, tell};
use crate::{
    config::{Audit, Settings},
    db::Pool,
    error::Error,
    history::{self, Broken, Raw, Tally},
    lang::Lang,
    reports::{broken_words, verified_words},
    values::Moment,
    web::hex,
};
use indicatif::{ProgressBar, ProgressStyle};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

/// What the first line of an exported file says it is.
const FORMAT: &str = "keruen-history-1";

/// Does what was asked.
pub fn run(settings: &Settings, command: Audit, lang: Lang) -> Outcome {
    let expected = |head: Option<String>, count: Option<i64>| count.zip(head).map(|(n, h)| (n, h.to_lowercase()));
    match command {
        Audit::Verify { file: Some(file), head, count } => verdict(read(&file, expected(head, count), lang)?, lang),
        Audit::Verify { file: None, head, count } => {
            let pool = open(settings, lang)?;
            let total = pool.read_now(history::heads).map_err(|e| failed(&e, lang))?.count;
            let bar = bar(total);
            let found = history::verify(&pool, expected(head, count), |n| bar.set_position(n.unsigned_abs()));
            bar.finish_and_clear();
            verdict(found.map_err(|e| failed(&e, lang))?, lang)
        }
        Audit::Export { file } => export(settings, &file, lang),
    }
}

/// The house, with everything sealed that waited.
fn open(settings: &Settings, lang: Lang) -> Outcome<Pool> {
    let pool = house::open_standing(&house::address(settings, lang)?, lang)?;
    let waiting = pool.read_now(history::heads).map_err(|e| failed(&e, lang))?.unsealed;
    let bar = bar(waiting);
    history::seal_all(&pool, |n| bar.inc(n as u64)).map_err(|e| failed(&e, lang))?;
    bar.finish_and_clear();
    Ok(pool)
}

fn failed(cause: &Error, lang: Lang) -> String {
    lang.say_with("op-audit-failed", [("cause", cause.to_string())])
}

fn bar(total: i64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} {elapsed}");
    let bar = ProgressBar::new(total.unsigned_abs());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn verdict(found: Result<Tally, Broken>, lang: Lang) -> Outcome {
    match found {
        Ok(tally) => {
            tell(&verified_words(&tally, lang));
            Ok(ExitCode::SUCCESS)
        }
        Err(broken) => Err(broken_words(&broken, lang)),
    }
}

/// Writes the history: a line that says what it is, a line for each entry, and a line with the SHA-256 of all before it.
fn export(settings: &Settings, file: &Path, lang: Lang) -> Outcome {
    let pool = open(settings, lang)?;
    let wrong = |cause: String| lang.say_with("op-audit-unwritable", [("file", house::shown(file)), ("cause", cause)]);
    let io = |e: std::io::Error| wrong(e.to_string());
    let head = pool.read_now(history::heads).map_err(|e| failed(&e, lang))?;
    let folder = house::folder_of(file);
    let scratch = tempfile::Builder::new().prefix(".keruen-audit-").tempfile_in(folder).map_err(io)?;
    let bar = bar(head.count);
    let mut out = Summed { out: BufWriter::new(scratch.as_file().try_clone().map_err(io)?), sum: Sha256::new() };
    let first = serde_json::json!({ "format": FORMAT, "count": head.count, "head": head.hash, "at": Moment::now() });
    out.line(&first.to_string()).map_err(io)?;
    let mut after = 0;
    while after < head.count {
        let piece = pool.read_now(|db| history::sealed_after(db, after, 2000)).map_err(|e| failed(&e, lang))?;
        if piece.is_empty() {
            return Err(broken_words(&Broken::Missing(after + 1), lang));
        }
        for raw in piece.iter().take_while(|raw| raw.sealed_order.is_some_and(|order| order <= head.count)) {
            out.line(&serde_json::to_string(raw).map_err(|e| wrong(e.to_string()))?).map_err(io)?;
        }
        after = piece.last().and_then(|raw| raw.sealed_order).unwrap_or(head.count);
        bar.set_position(after.min(head.count).unsigned_abs());
    }
    let Summed { mut out, sum } = out;
    let last = serde_json::json!({ "sha256": hex(&sum.finalize()) });
    writeln!(out, "{last}").and_then(|()| out.flush()).map_err(io)?;
    let written = out.into_inner().map_err(|e| wrong(e.to_string()))?;
    written.sync_all().map_err(io)?;
    bar.finish_and_clear();
    scratch.persist_noclobber(file).map_err(|e| match e.error.kind() {
        std::io::ErrorKind::AlreadyExists => lang.say_with("op-backup-exists", [("file", house::shown(file))]),
        _ => wrong(e.error.to_string()),
    })?;
    let told = [("file", house::shown(file)), ("n", head.count.to_string()), ("head", head.hash)];
    tell(&lang.say_with("op-audit-exported", told));
    Ok(ExitCode::SUCCESS)
}

/// What is written, summed up as it goes.
struct Summed<W> {
    out: W,
    sum: Sha256,
}

impl<W: Write> Summed<W> {
    fn line(&mut self, line: &str) -> std::io::Result<()> {
        self.sum.update(line);
        self.sum.update("\n");
        writeln!(self.out, "{line}")
    }
}

/// Verifies an exported file, with no database.
fn read(file: &Path, expected: Option<(i64, String)>, lang: Lang) -> Outcome<Result<Tally, Broken>> {
    let wrong = |n: usize| lang.say_with("op-audit-line", [("file", house::shown(file)), ("n", n.to_string())]);
    let unreadable = |e: std::io::Error| {
        lang.say_with("op-file-unreadable", [("file", house::shown(file)), ("cause", e.to_string())])
    };
    let length = file.metadata().map_err(unreadable)?.len();
    let bar = ProgressBar::new(length);
    let mut reader = BufReader::new(File::open(file).map_err(unreadable)?);
    let (mut sum, mut n, mut line) = (Sha256::new(), 0, String::new());
    let mut told: Option<(i64, String)> = None;
    let mut tally = Tally::begin(expected);
    let mut ended = false;
    loop {
        line.clear();
        let size = reader.read_line(&mut line).map_err(|_| wrong(n + 1))?;
        if size == 0 {
            break;
        }
        n += 1;
        bar.inc(size as u64);
        if ended || !line.ends_with('\n') {
            return Err(wrong(n));
        }
        let text = line.trim_end_matches('\n');
        if n == 1 {
            let first: serde_json::Value = serde_json::from_str(text).map_err(|_| wrong(n))?;
            let (count, head) = (first["count"].as_i64(), first["head"].as_str());
            if first["format"] != FORMAT {
                return Err(wrong(n));
            }
            told = count.zip(head.map(String::from));
        } else if text.starts_with("{\"sha256\":") {
            // Exactly the line that was written: not one byte more.
            let written = serde_json::json!({ "sha256": hex(&sum.clone().finalize()) }).to_string();
            if text != written {
                return Err(lang.say_with("op-audit-sum", [("file", house::shown(file))]));
            }
            ended = true;
        } else {
            let raw: Raw = serde_json::from_str(text).map_err(|_| wrong(n))?;
            if let Err(broken) = tally.next(&raw) {
                return Ok(Err(broken));
            }
        }
        sum.update(&line);
    }
    bar.finish_and_clear();
    match told {
        _ if !ended => Err(wrong(n + 1)),
        Some((count, _)) if count > tally.count => Ok(Err(Broken::Short { count: tally.count, expected: count })),
        Some((count, head)) if count == tally.count && head == tally.hash => Ok(tally.end().map(|()| tally)),
        _ => Err(wrong(1)),
    }
}
