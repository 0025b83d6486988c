//! `keruen doctor`: looks the house over and says of each thing whether it is well. The exit code is 0 when all is.

use super::{Outcome, house, tell};
use crate::{
    accounts, catalogue,
    config::Settings,
    consignments::{
        self,
        derived::{self, Differences},
    },
    db::{self, Address, Db, MigrationFault, OLDEST_SQLITE, Pool},
    documents,
    error::{Error, Result},
    exchange,
    files::Folder,
    history::{self, Astray},
    lang::Lang,
    missions, organisations, places, receipts,
    reports::{broken_words, verified_words},
    settings, sources,
    values::Id,
};
use std::{collections::HashMap, path::Path, process::ExitCode};

/// What was found of one thing: whether it is well, and the sentence.
type Finding = (bool, String);

/// Looks everything over; with `repair`, puts right what can be derived from the records.
pub fn run(settings: &Settings, repair: bool, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    let pool = house::open_existing(&address, lang)?;
    let failed = |e: Error| lang.say_with("op-doctor-failed", [("cause", e.to_string())]);
    let mut all_well = true;
    let mut say = |(well, said): Finding| {
        all_well &= well;
        let verdict = lang.say(if well { "op-well" } else { "op-not-well" });
        tell(&lang.say_with("op-finding", [("verdict", verdict), ("said", said)]));
    };
    say((true, lang.say_with("op-database", [("database", address.shown())])));
    say(engine(&pool, lang).map_err(failed)?);
    let (complete, said) = pool.read_now(|db| Ok(steps(db, lang))).map_err(failed)?;
    say((complete, said));
    say(files(&pool, lang).map_err(failed)?);
    say(disk(&address, lang));
    if complete {
        if repair {
            let before = pool.write_now(derived::repair).map_err(failed)?;
            if before.any() {
                tell(&lang.say("op-repaired"));
            }
        }
        pool.read_now(|db| kept(db, lang)).map_err(failed)?.into_iter().for_each(&mut say);
        pool.read_now(|db| against_history(db, lang)).map_err(failed)?.into_iter().for_each(&mut say);
        say(attached(&pool, &house::files(settings, &address, lang)?, lang).map_err(failed)?);
        say(chain(&pool, lang).map_err(failed)?);
    }
    Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn engine(pool: &Pool, lang: Lang) -> Result<Finding> {
    let (name, version) = pool.read_now(db::engine_version)?;
    let well = name != "SQLite" || db::sqlite_at_least(&version, OLDEST_SQLITE);
    Ok((well, lang.say_with("op-engine", [("name", name.to_string()), ("version", version)])))
}

fn steps(db: &mut Db, lang: Lang) -> Finding {
    match db::needed(db) {
        Ok(steps) if steps.is_empty() => (true, lang.say_n("op-steps-done", db::known().count() as i64)),
        Ok(steps) => (false, lang.say_n("op-steps-missing", steps.len() as i64)),
        Err(MigrationFault::Newer(step)) => (false, lang.say_with("op-file-newer", [("step", step)])),
        Err(other) => (false, other.to_string()),
    }
}

fn files(pool: &Pool, lang: Lang) -> Result<Finding> {
    let wrong = db::look_over(&mut *pool.connection()?)?;
    Ok(match wrong.first() {
        None => (true, lang.say("op-files-whole")),
        Some(first) => (false, lang.say_with("op-file-damaged", [("cause", first.clone())])),
    })
}

/// Whether every file that a row names is there and whole.
fn attached(pool: &Pool, files: &Folder, lang: Lang) -> Result<Finding> {
    let named = pool.read_now(consignments::all_contents)?;
    let gone: Vec<&String> = named.iter().filter(|sha256| !files.is_whole(sha256)).collect();
    Ok(match gone.first() {
        None => (true, lang.say_n("op-attached-whole", named.len() as i64)),
        Some(first) => {
            let args =
                [("n", gone.len().to_string()), ("first", first.to_string()), ("folder", house::shown(files.path()))];
            (false, lang.say_with("op-attached-gone", args))
        }
    })
}

/// Room on the disk: enough for the database twice over (an update sets a copy aside) and a little more.
fn disk(address: &Address, lang: Lang) -> Finding {
    const MEGABYTE: u64 = 1_000_000;
    let Address::Sqlite(file) = address else { return (true, lang.say("op-disk-elsewhere")) };
    let size = std::fs::metadata(file).map_or(0, |m| m.len());
    let Some(free) = free_space(house::folder_of(file)) else { return (true, lang.say("op-disk-unknown")) };
    let shown = |bytes: u64| lang.count((bytes / MEGABYTE) as i64);
    let said = lang.say_with("op-disk", [("free", shown(free)), ("size", shown(size.max(MEGABYTE)))]);
    (free > 2 * size + 100 * MEGABYTE, said)
}

/// The bytes this account may still write in a folder.
#[cfg(unix)]
fn free_space(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Not asked of other systems.
#[cfg(not(unix))]
fn free_space(_: &Path) -> Option<u64> {
    None
}

/// What is kept about the records held against them. Where a record cannot be read at all, it is named instead.
fn kept(db: &mut Db, lang: Lang) -> Result<Vec<Finding>> {
    match derived::differences(db) {
        Ok(found) => records(db, &found, lang),
        Err(cause) => {
            let unreadable = derived::unreadable(db)?;
            if unreadable.is_empty() {
                return Err(cause);
            }
            Ok(vec![(false, located(lang.say("op-unreadable"), unreadable, lang))])
        }
    }
}

/// A finding, and at which records.
fn located(said: String, names: Vec<String>, lang: Lang) -> String {
    const SHOWN: usize = 20;
    let more = names.len().saturating_sub(SHOWN) as i64;
    let mut names = names.into_iter().take(SHOWN).collect::<Vec<_>>().join(&lang.say("list-separator"));
    if more > 0 {
        names = lang.vv("and-more", names, more);
    }
    lang.say_with("op-where", [("said", said), ("names", names)])
}

fn records(db: &mut Db, found: &Differences, lang: Lang) -> Result<Vec<Finding>> {
    let codes: HashMap<Id, String> = missions::list_codes_by_id(db)?.into_iter().collect();
    let missions = |ids: &[Id]| ids.iter().map(|id| codes.get(id).cloned().unwrap_or(id.to_string())).collect();
    let listed = derived::references(db, &found.listed)?;
    let finding = |wrong: Vec<String>, well_key: &str, wrong_key: &str| match wrong.len() {
        0 => (true, lang.say_n(well_key, found.consignments)),
        n => (false, located(lang.say_n(wrong_key, n as i64), wrong, lang)),
    };
    Ok(vec![
        finding(missions(&found.sums), "op-sums-agree", "op-sums-differ"),
        finding(missions(&found.terms), "op-terms-agree", "op-terms-differ"),
        finding(listed, "op-listed-agree", "op-listed-differ"),
    ])
}

/// Each record held against what its history last said it is.
fn against_history(db: &mut Db, lang: Lang) -> Result<Vec<Finding>> {
    let (mut out, mut silent) = (vec![], 0);
    type Held = fn(&mut Db) -> Result<Astray>;
    let all: [(&str, Held); 12] = [
        ("subject-mission", missions::actions::astray),
        ("subject-consignment", derived::astray),
        ("subject-receipt", receipts::actions::astray),
        ("subject-loss", receipts::losses::actions::astray),
        ("subject-source", sources::actions::astray),
        ("subject-document", documents::actions::astray),
        ("subject-import", exchange::actions::astray),
        ("subject-organisation", organisations::actions::astray),
        ("subject-place", places::actions::astray),
        ("subject-item", catalogue::actions::astray),
        ("subject-person", accounts::actions::astray),
        ("subject-settings", settings::actions::astray),
    ];
    for (kind, held) in all {
        let said = |name: String| lang.say_with("op-history-differs", [("kind", lang.say(kind)), ("name", name)]);
        match held(db) {
            Ok(astray) => {
                out.extend(astray.names.into_iter().map(|name| (false, said(name))));
                silent += astray.silent as i64;
            }
            // A value nobody could have written stops neither the other rooms nor the walk along the chain.
            Err(cause) => {
                let told = [("kind", lang.say(kind)), ("cause", cause.to_string())];
                out.push((false, lang.say_with("op-kind-unreadable", told)));
            }
        }
    }
    if out.is_empty() {
        out.push((true, lang.say("op-history-agrees")));
    }
    if silent > 0 {
        out.push((true, lang.say_n("op-history-silent", silent)));
    }
    Ok(out)
}

/// The history itself, and whether it waits for seals.
fn chain(pool: &Pool, lang: Lang) -> Result<Finding> {
    Ok(match history::verify(pool, None, |_| {})? {
        Ok(tally) => {
            let well = verified_words(&tally, lang);
            match pool.read_now(history::heads)?.unsealed {
                0 => (true, well),
                waiting => (true, format!("{well}\n{}", lang.say_n("op-unsealed", waiting))),
            }
        }
        Err(broken) => (false, broken_words(&broken, lang)),
    })
}
