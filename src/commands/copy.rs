//! `keruen copy --from HOUSE --to HOUSE`: a whole house into an empty one, from either engine to either, or from what `export` wrote.
//! Everything goes in one transaction and is read back: rows, sums and the history's chain have to be the same.

use super::{Outcome, export, house, tell};
use crate::{
    config::Settings,
    consignments,
    db::{
        self, Address, Db, Pool,
        rows::{Table, Tally, tables},
    },
    error::{Error, Result},
    history,
    lang::Lang,
    reports,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::ExitCode,
};

/// How many rows are held at a time.
const HELD: usize = 2_000;

/// What a new house has of its own: places and goods that the program brings.
const BROUGHT: &[&str] = &["places", "place_names", "items", "item_names"];

/// What each table held, by name.
pub(super) type Tallies = BTreeMap<String, Tally>;

/// Copies.
pub fn run(settings: &Settings, from: &str, to: &str, lang: Lang) -> Outcome {
    let target = house::written(to, lang)?;
    let failed = |cause: String| lang.v("op-copy-all-failed", cause);
    let (taken, files) = if Path::new(from).join(export::MANIFEST).is_file() {
        let folder = Path::new(from);
        let pool = empty(&target, lang)?;
        let taken = export::read(folder, &pool, lang)?;
        (taken, export::files(folder))
    } else {
        let source = house::written(from, lang)?;
        let pool = house::open_existing(&source, lang)?;
        if !pool
            .read_now(|db| Ok(db::needed(db).is_ok_and(|steps| steps.is_empty())))
            .map_err(|e| failed(e.to_string()))?
        {
            return Err(lang.v("op-copy-all-older", source.shown()));
        }
        let to = empty(&target, lang)?;
        (between(&pool, &to).map_err(|e| failed(e.to_string()))?, house::files(settings, &source, lang)?)
    };
    let pool = house::open_existing(&target, lang)?;
    verify(&pool, &taken, lang)?;
    files.copy_to(&house::files(settings, &target, lang)?).map_err(|e| failed(e.to_string()))?;
    let rows: u64 = taken.values().map(|tally| tally.rows).sum();
    let args = [
        ("from", from_shown(from)),
        ("to", target.shown()),
        ("rows", lang.count(i64::try_from(rows).unwrap_or(i64::MAX))),
    ];
    tell(&lang.say_with("op-copy-all-done", args));
    tell(&lang.say("op-copy-all-key"));
    Ok(ExitCode::SUCCESS)
}

/// A source as it is shown: without its password.
fn from_shown(from: &str) -> String {
    Address::read(from).map_or_else(|_| from.to_string(), |address| address.shown())
}

/// Opens a house that nobody has used yet; any other is refused.
fn empty(address: &Address, lang: Lang) -> Outcome<Pool> {
    let pool = house::open(address, lang)?;
    match pool.read_now(used) {
        Ok(false) => Ok(pool),
        Ok(true) => Err(lang.v("op-copy-all-used", address.shown())),
        Err(e) => Err(lang.v("op-copy-all-failed", e.to_string())),
    }
}

/// Whether somebody has used a house: it holds more than it brings itself.
fn used(db: &mut Db) -> Result<bool> {
    for table in tables(db)?.iter().filter(|table| !BROUGHT.contains(&table.name.as_str())) {
        if table.count(db)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Copies every row in one transaction, from one snapshot.
fn between(from: &Pool, to: &Pool) -> Result<Tallies> {
    from.read_now(|source| {
        patient(source)?;
        let all = tables(source)?;
        to.write_now(|target| {
            prepare(target, &all)?;
            let mut tallies = Tallies::new();
            for table in &all {
                let (mut held, mut tally) = (vec![], Tally::default());
                table.read(source, |row| {
                    tally.add(&row);
                    held.push(row);
                    if held.len() >= HELD { table.write(target, &std::mem::take(&mut held)) } else { Ok(()) }
                })?;
                table.write(target, &held)?;
                tallies.insert(table.name.clone(), tally);
            }
            Ok(tallies)
        })
    })
}

/// Makes room: what a new house brings itself is taken away, for the copied one has its own.
pub(super) fn prepare(target: &mut Db, all: &[Table]) -> Result<()> {
    patient(target)?;
    let own = tables(target)?;
    let names =
        |tables: &[Table]| tables.iter().cloned().map(|table| (table.name.clone(), table)).collect::<BTreeMap<_, _>>();
    if names(&own) != names(all) {
        return Err(Error::internal("the two houses have not the same tables"));
    }
    // Somebody may have begun to meanwhile.
    if used(target)? {
        return Err(Error::internal("the house is used by now"));
    }
    let brought = own.iter().rev().filter(|table| BROUGHT.contains(&table.name.as_str()));
    brought.into_iter().try_for_each(|table| table.clear(target))
}

/// Lets a statement take its time, and rows refer to rows that are still to come.
fn patient(db: &mut Db) -> Result<()> {
    let settings = match db {
        Db::Sqlite(_) => "PRAGMA defer_foreign_keys = ON",
        Db::Postgres(_) => "SET LOCAL statement_timeout = 0",
    };
    db::run(db, settings)
}

/// Reads everything back and holds it against what was read; so are the kept sums, and the history against itself.
fn verify(pool: &Pool, taken: &Tallies, lang: Lang) -> Outcome<()> {
    let failed = |e: Error| lang.v("op-copy-all-failed", e.to_string());
    let differing = pool.read_now(|db| {
        patient(db)?;
        let mut differing = BTreeSet::new();
        for table in tables(db)? {
            if taken.get(&table.name).copied().unwrap_or_default() != table.tally(db)? {
                differing.insert(table.name);
            }
        }
        if consignments::derived::differences(db)?.any() {
            differing.insert("mission_sums".into());
        }
        Ok(differing)
    });
    let differing = differing.map_err(failed)?;
    if !differing.is_empty() {
        return Err(lang.v("op-copy-all-differs", differing.into_iter().collect::<Vec<_>>().join(", ")));
    }
    match history::verify(pool, None, |_| {}).map_err(failed)? {
        Ok(_) => Ok(()),
        Err(broken) => Err(reports::broken_words(&broken, lang)),
    }
}
