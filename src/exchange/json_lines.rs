//! Lines of JSON as a table: each an object of texts and numbers, its names the columns. What the house itself writes so comes back so.

use super::{guard::guarded, reading::Fault};
use serde_json::{Map, Value};
use std::{
    collections::HashSet,
    fs::File,
    io::{BufRead, BufReader, Read, Seek, SeekFrom},
    path::Path,
};
use tempfile::NamedTempFile;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1_000_000;

/// The most columns.
const MOST_COLUMNS: usize = 512;

/// The table of a file of such lines, as CSV in a file of its own; nothing where the file is none.
pub fn as_csv(path: &Path) -> Result<Option<NamedTempFile>, Fault> {
    let mut file = File::open(path)?;
    let mut head = [0; 64];
    let n = file.read(&mut head)?;
    let begins = head.get(..n).unwrap_or_default().iter().find(|byte| !byte.is_ascii_whitespace());
    if begins != Some(&b'{') {
        return Ok(None);
    }
    let (mut names, mut seen) = (vec![], HashSet::new());
    if !each(&mut file, |object| {
        for name in object.keys().filter(|name| seen.insert((*name).clone())) {
            names.push(name.clone());
        }
        Ok(names.len() <= MOST_COLUMNS)
    })? {
        return Ok(None);
    }
    let out = NamedTempFile::new()?;
    let mut writer = csv::WriterBuilder::new().from_writer(out.as_file());
    let failed = |e: csv::Error| Fault::Io(e.to_string());
    writer.write_record(&names).map_err(failed)?;
    each(&mut file, |object| {
        let cells = names.iter().map(|name| match object.get(name) {
            Some(Value::String(text)) => guarded(text).into_owned(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        });
        writer.write_record(cells).map_err(failed)?;
        Ok(true)
    })?;
    writer.flush()?;
    drop(writer);
    Ok(Some(out))
}

/// Hands on each object; `false` where some line is none, holds another within it, or is not wanted.
fn each(file: &mut File, mut take: impl FnMut(Map<String, Value>) -> Result<bool, Fault>) -> Result<bool, Fault> {
    file.seek(SeekFrom::Start(0))?;
    let mut lines = BufReader::new(file);
    let mut line = vec![];
    loop {
        line.clear();
        let n = lines.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        if n == 0 {
            return Ok(true);
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let Ok(Value::Object(object)) = serde_json::from_slice(&line) else { return Ok(false) };
        if object.values().any(|value| value.is_object() || value.is_array()) || !take(object)? {
            return Ok(false);
        }
    }
}
