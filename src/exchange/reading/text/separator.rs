//! The sign between two cells, guessed from the first rows.

use super::super::{Fault, Limits, cell::Bounds, looks::HEAD};
use super::Text;
use std::collections::HashMap;

/// How many rows are looked at.
const ROWS: usize = 200;

/// The signs that separate, the rarest in running text first.
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];

/// How well the first rows fall into columns with one separator.
#[derive(Debug, Default)]
struct Fit {
    rows: usize,
    /// The number of columns that the most rows have.
    columns: usize,
    /// How many rows have that many.
    alike: usize,
    score: f64,
}

/// The separator that makes the rows most alike; `None` for one column.
pub(super) fn detected(text: &Text, limits: Limits) -> Result<Option<u8>, Fault> {
    let mut best: Option<(u8, Fit)> = None;
    for separator in CANDIDATES {
        let fit = fit(text, separator, limits)?;
        let splits = fit.columns >= 2 && (fit.score >= 0.5 || (fit.columns >= 3 && fit.alike >= 2));
        let beats = |best: &Fit| (fit.score, fit.columns) > (best.score, best.columns);
        if splits && best.as_ref().is_none_or(|(_, best)| beats(best)) {
            best = Some((separator, fit));
        }
    }
    if let Some((separator, _)) = best {
        return Ok(Some(separator));
    }
    // Words are separated by spaces, too: only if every row has the same number of them, are they cells.
    let spaces = fit(text, b' ', limits)?;
    Ok((spaces.rows >= 3 && spaces.columns >= 3 && spaces.alike == spaces.rows).then_some(b' '))
}

fn fit(text: &Text, separator: u8, limits: Limits) -> Result<Fit, Fault> {
    // What is too wide or too long is found again when the rows are read, and then has a row to be named with.
    let generous = Limits { columns: limits.columns.max(16_384), cell: limits.cell.max(1 << 24), ..limits };
    let mut records = text.split(Some(separator), Bounds { limits: generous, sheet: String::new() })?;
    let mut widths: HashMap<usize, usize> = HashMap::new();
    let (mut rows, mut read, mut splits, mut decimals) = (0, 0, 0_usize, 0_usize);
    while rows < ROWS && read < HEAD * 4 {
        let Some(Ok(row)) = records.next() else { break };
        read += 1;
        read += row.cells.iter().map(|cell| cell.text().len() + 1).sum::<usize>();
        if row.cells.is_empty() {
            continue;
        }
        rows += 1;
        *widths.entry(records.width()).or_default() += 1;
        for pair in row.cells.windows(2) {
            splits += 1;
            if let [left, right] = pair {
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                decimals += usize::from(digit(left.text().chars().last()) && digit(right.text().chars().next()));
            }
        }
    }
    let several = || widths.iter().filter(|&(&columns, _)| columns >= 2);
    let Some((&columns, &alike)) = several().max_by_key(|&(&columns, &alike)| (alike, columns)) else {
        return Ok(Fit { rows, ..Fit::default() });
    };
    let ragged: usize = several().map(|(_, count)| count).sum::<usize>() - alike;
    let mut score = (alike as f64 + 0.3 * ragged as f64) / rows as f64;
    if separator == b',' && decimals * 2 > splits {
        score /= 2.0; // the commas stand in numbers
    }
    Ok(Fit { rows, columns, alike, score })
}
