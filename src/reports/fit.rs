//! How a summary comes to fit one page: the height of its blocks is estimated, and rows are left to the full form until the rest
//! fits. What is left out is said below each table.

use crate::{
    documents::sheet::{Block, Fact, Holds, Look, Table},
    lang::Lang,
};
use std::cell::RefCell;

/// How many rows each block keeps: found for the first language, kept to in the second.
#[derive(Debug, Default)]
pub struct Plan(RefCell<Option<Vec<usize>>>);

/// The room of an A4 page below its head, in tenths of a line of small print, in one language and in two (measured with wide fonts,
/// so that others fit too).
const ROOM: [usize; 2] = [900, 850];

/// The characters of small print that one line holds.
const LINE: usize = 118;

/// The weight of the paragraph that names what is left out.
const LEFT_OUT: &str = "fine";

/// How few rows a table keeps before others give theirs.
const FEW: usize = 3;

impl Plan {
    /// Leaves out what does not fit. `ranks` says of each block how early its rows are placed: the lower, the earlier.
    pub fn fit(&self, blocks: &mut [Block<String>], ranks: &[usize], in_two: bool, lang: Lang) {
        let keep = self.0.borrow_mut().get_or_insert_with(|| plan(blocks, ranks, in_two)).clone();
        let mut left_out = vec![];
        for (block, keep) in blocks.iter_mut().zip(keep) {
            left_out.extend(cut(block, keep, lang));
        }
        let named = left_out.join(&lang.say("list-separator"));
        let empty = |block: &&mut Block<String>| matches!(block, Block::Words(it) if it.weight == LEFT_OUT);
        if let Some(Block::Words(it)) = blocks.iter_mut().find(empty).filter(|_| !named.is_empty()) {
            it.text = lang.v("also-in-full-form", named);
        }
    }
}

fn plan(blocks: &[Block<String>], ranks: &[usize], in_two: bool) -> Vec<usize> {
    let room = ROOM[usize::from(in_two)];
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|n| ranks.get(*n));
    let mut keep = vec![0; blocks.len()];
    let mut taken: usize = blocks.iter().map(|block| height(block, 0, in_two)).sum();
    // First a few of each, then as many as there is room for.
    for most in [FEW, usize::MAX] {
        for n in &order {
            let (Some(block), Some(kept)) = (blocks.get(*n), keep.get_mut(*n)) else { continue };
            while *kept < rows_of(block).min(most) {
                let more = taken - height(block, *kept, in_two) + height(block, *kept + 1, in_two);
                if more > room {
                    break;
                }
                (*kept, taken) = (*kept + 1, more);
            }
        }
    }
    keep
}

/// How many rows a block could do without.
fn rows_of(block: &Block<String>) -> usize {
    match block {
        Block::Table(it) => it.rows.len(),
        Block::Chart(it) => it.bars.len(),
        Block::List(it) => it.items.len(),
        _ => 0,
    }
}

/// Leaves rows out; answers what a table is called of which nothing is left.
fn cut(block: &mut Block<String>, keep: usize, lang: Lang) -> Option<String> {
    match block {
        Block::Table(it) => {
            let left = it.rows.len().saturating_sub(keep);
            it.rows.truncate(keep);
            // Rows that were left out before are counted in.
            let more = left + it.more;
            if left > 0 && keep == 0 {
                return Some(it.title.clone());
            } else if left > 0 {
                it.below = lang.say_n("shown-in-full-form", more as i64);
            }
        }
        Block::Chart(it) => it.bars.truncate(keep),
        Block::List(it) => {
            let left = it.items.len().saturating_sub(keep);
            it.items.truncate(keep);
            if left > 0 && keep == 0 {
                return Some(it.title.clone());
            } else if left > 0 {
                it.items.push(lang.say_n("shown-in-full-form", left as i64));
            }
        }
        _ => {}
    }
    None
}

/// How many lines a text takes, of so many characters each.
fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(width.max(1)).max(1)).sum()
}

/// The height of a block that keeps so many rows.
fn height(block: &Block<String>, keep: usize, in_two: bool) -> usize {
    let twice = |height: usize| if in_two { height * 2 } else { height };
    match block {
        Block::Facts(it) if it.look == Look::Band => {
            let noted = it.facts.iter().any(|fact| !fact.note.is_empty());
            let row = 40 + if noted { 12 } else { 0 } + if in_two { 12 } else { 0 };
            // The figure is half as large again as small print; a label in two languages stands on one line.
            let width = |fact: &Fact<String>| {
                let label = fact.label.chars().count() * if in_two { 2 } else { 1 };
                (fact.value.chars().count() * 8 / 5).max(label) + 7
            };
            it.facts.iter().map(width).sum::<usize>().div_ceil(LINE * 9 / 10) * row + 10
        }
        Block::Facts(it) => {
            let chars: usize =
                it.facts.iter().map(|fact| fact.label.chars().count() + fact.value.chars().count() + 8).sum();
            twice((chars + LINE / 4).div_ceil(LINE) * 13) + 8
        }
        // What is left out takes a line or two.
        Block::Words(it) if it.weight == LEFT_OUT => twice(20),
        Block::Words(it) if it.text.is_empty() => 0,
        Block::Words(it) => {
            let (width, line) = if it.weight == "lead" { (LINE * 3 / 4, 14) } else { (LINE, 11) };
            let title = if it.title.is_empty() { 0 } else { 14 };
            twice(lines(&it.text, width) * line) + title + 8
        }
        Block::Table(it) if keep == 0 || it.rows.is_empty() => 0,
        Block::Table(it) => {
            let rows: usize = it
                .rows
                .iter()
                .chain(&it.totals)
                .take(keep + it.totals.len())
                .map(|row| row_height(it, &row.cells))
                .sum();
            let rows = if in_two { rows * 17 / 10 } else { rows };
            15 + twice(16) + rows + 10 + 8
        }
        Block::Chart(it) => {
            if it.bars.is_empty() || keep == 0 {
                0
            } else {
                24 + keep * if in_two { 34 } else { 22 }
            }
        }
        Block::List(it) => {
            let items: usize = it.items.iter().take(keep).map(|item| lines(item, LINE) * 12).sum();
            if it.items.is_empty() || keep == 0 { 0 } else { twice(items + 12) + 24 }
        }
        Block::Signs(_) => 105,
        Block::Ticks(_) => 20,
    }
}

/// A row is as high as its highest cell; names and free text have more room than figures.
fn row_height(table: &Table<String>, cells: &[String]) -> usize {
    let weight = |holds: Holds| if holds == Holds::Figure { 2 } else { 3 };
    let all: usize = table.columns.iter().map(|column| weight(column.holds)).sum();
    let cells = table.columns.iter().zip(cells);
    let most = cells.map(|(column, cell)| lines(cell, LINE * weight(column.holds) / all.max(1))).max();
    5 + 11 * most.unwrap_or(1)
}
