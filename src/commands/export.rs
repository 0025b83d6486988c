//! `keruen export --all FOLDER`: the exit door. Every row of every table as a line of JSON, the files people attached, and a manifest
//! with the SHA-256 of each: readable without this program, and taken back by `keruen copy --from FOLDER`.

use super::{
    Outcome,
    copy::{Tallies, prepare},
    house, tell,
};
use crate::{
    config::Settings,
    db::{
        Pool,
        rows::{Table, Tally, tables},
    },
    error::Error,
    files::Folder,
    lang::Lang,
    values::Moment,
    web::hex,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::ExitCode,
};

/// What says what the folder holds.
pub(super) const MANIFEST: &str = "manifest.json";

/// How many rows are held at a time.
const HELD: usize = 2_000;

/// Writes a whole house into a folder that is not there yet, or is empty.
pub fn run(settings: &Settings, folder: &Path, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    let pool = house::open_existing(&address, lang)?;
    let failed =
        |cause: String| lang.say_with("op-export-failed", [("folder", house::shown(folder)), ("cause", cause)]);
    let io = |e: std::io::Error| failed(e.to_string());
    if folder.exists() && fs::read_dir(folder).map_err(io)?.next().is_some() {
        return Err(lang.v("op-export-used", house::shown(folder)));
    }
    crate::files::make_folder(&folder.join("tables")).map_err(io)?;
    let told = pool.read_now(|db| {
        let mut told = Map::new();
        for table in tables(db)? {
            let path = folder.join("tables").join(format!("{}.jsonl", table.name));
            let mut out = BufWriter::new(File::create(&path).map_err(Error::internal)?);
            let (mut hash, mut rows) = (Sha256::new(), 0u64);
            table.read(db, |row| {
                let line = object(&table, &row)? + "\n";
                hash.update(&line);
                rows += 1;
                out.write_all(line.as_bytes()).map_err(Error::internal)
            })?;
            out.flush().map_err(Error::internal)?;
            told.insert(table.name.clone(), json!({ "rows": rows, "sha256": hex(&hash.finalize()) }));
        }
        Ok(told)
    });
    let told = told.map_err(|e| failed(e.to_string()))?;
    // After the rows: whatever they name is there already.
    house::files(settings, &address, lang)?.copy_to(&files(folder)).map_err(io)?;
    let rows: u64 = told.values().filter_map(|table| table["rows"].as_u64()).sum();
    let manifest = json!({
        "program": "keruen",
        "version": env!("CARGO_PKG_VERSION"),
        "written_at": Moment::now(),
        "steps": crate::db::known().collect::<Vec<_>>(),
        "tables": told,
        "files": "files: each under the SHA-256 of its bytes",
    });
    // Last: a folder without it is not whole.
    let text = serde_json::to_string_pretty(&manifest).map_err(|e| failed(e.to_string()))?;
    fs::write(folder.join(MANIFEST), text + "\n").map_err(io)?;
    let rows = lang.count(i64::try_from(rows).unwrap_or(i64::MAX));
    tell(&lang.say_with("op-export-done", [("folder", house::shown(folder)), ("rows", rows)]));
    Ok(ExitCode::SUCCESS)
}

/// Where the files are in such a folder.
pub(super) fn files(folder: &Path) -> Folder {
    Folder::at(folder.join("files"))
}

/// A row by the names of its columns.
fn object(table: &Table, row: &str) -> Result<String, Error> {
    let values: Vec<Value> = serde_json::from_str(row).map_err(Error::internal)?;
    let named: Map<String, Value> = table.columns().map(String::from).zip(values).collect();
    Ok(Value::Object(named).to_string())
}

/// Takes a folder back into an empty house, in one transaction. A file that is not what the manifest says is refused.
pub(super) fn read(folder: &Path, pool: &Pool, lang: Lang) -> Outcome<Tallies> {
    let failed =
        |cause: String| lang.say_with("op-export-unreadable", [("folder", house::shown(folder)), ("cause", cause)]);
    let manifest = fs::read_to_string(folder.join(MANIFEST)).map_err(|e| failed(e.to_string()))?;
    let manifest: Value = serde_json::from_str(&manifest).map_err(|e| failed(e.to_string()))?;
    let steps: Vec<&str> = manifest["steps"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !steps.iter().copied().eq(crate::db::known()) {
        return Err(failed(lang.say("op-export-other-version")));
    }
    let taken = pool.write_now(|db| {
        let all = tables(db)?;
        prepare(db, &all)?;
        let mut tallies = Tallies::new();
        for table in &all {
            let path = folder.join("tables").join(format!("{}.jsonl", table.name));
            let file = BufReader::new(File::open(&path).map_err(Error::internal)?);
            let (mut held, mut tally, mut hash) = (vec![], Tally::default(), Sha256::new());
            for line in file.lines() {
                let line = line.map_err(Error::internal)?;
                hash.update(format!("{line}\n"));
                let mut named: Map<String, Value> = serde_json::from_str(&line).map_err(Error::internal)?;
                let values = table.columns().map(|name| named.remove(name).unwrap_or(Value::Null));
                let row = Value::Array(values.collect()).to_string();
                tally.add(&row);
                held.push(row);
                if held.len() >= HELD {
                    table.write(db, &std::mem::take(&mut held))?;
                }
            }
            table.write(db, &held)?;
            if manifest["tables"][&table.name]["sha256"].as_str() != Some(hex(&hash.finalize()).as_str()) {
                return Err(Error::internal(format!("{} is not what the manifest says", path.display())));
            }
            tallies.insert(table.name.clone(), tally);
        }
        Ok(tallies)
    });
    taken.map_err(|e| failed(e.to_string()))
}
