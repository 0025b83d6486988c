//! Where a table begins within its sheet: below titles and logos, under one heading or two, with or without a row of HXL tags.

use super::{Cell, Row, cell::one_line};
use std::collections::HashSet;

/// How many rows are looked at.
const ROWS: usize = 100;

/// Where a table begins. All are row numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The row that names the columns.
    pub header: Option<u64>,
    /// The row above it that names groups of columns.
    pub group: Option<u64>,
    /// The row of HXL tags.
    pub tags: Option<u64>,
    /// The first row of data; the one below the last row if there is none.
    pub first: u64,
}

/// Finds where a table begins in the first rows of a sheet.
pub fn layout(rows: &[Row]) -> Layout {
    let rows = rows.get(..ROWS).unwrap_or(rows);
    let looks: Vec<Look> = rows.iter().map(Look::of).collect();
    let tags = rows.iter().position(is_tags);
    let header = match tags {
        Some(tags) => tags.checked_sub(1).filter(|&above| follows(rows, above, tags)),
        None => header(rows, &looks),
    };
    let group = header.and_then(|header| group(rows, &looks, header));
    let before = tags.or(header);
    let next = before.map_or(0, |before| before + 1);
    let number = |index: usize| rows.get(index).map(|row| row.number);
    Layout {
        header: header.and_then(number),
        group: group.and_then(number),
        tags: tags.and_then(number),
        first: number(next).unwrap_or_else(|| rows.last().map_or(1, |row| row.number + 1)),
    }
}

impl Layout {
    /// The columns' names, of the same rows. A column that its row leaves without a name, or with a name it gives to another, is named
    /// by its group, too. A column without any name has an empty one, and names may still be alike.
    pub fn names(&self, rows: &[Row]) -> Vec<String> {
        let row = |number: Option<u64>| rows.iter().find(|row| Some(row.number) == number);
        let names = |row: Option<&Row>| -> Vec<String> {
            row.map(|row| row.cells.iter().map(|cell| one_line(cell.text()).into_owned()).collect()).unwrap_or_default()
        };
        let (mut own, groups) = (names(row(self.header)), names(row(self.group)));
        let given = own.clone();
        own.resize(own.len().max(groups.len()), String::new());
        let mut group = "";
        for (column, name) in own.iter_mut().enumerate() {
            let above = groups.get(column).map_or("", String::as_str);
            if !above.is_empty() {
                group = above; // which stands above the columns right of it as well
            }
            if name.is_empty() {
                name.push_str(above);
            } else if given.iter().filter(|other| *other == name).count() > 1 && !group.is_empty() && group != name {
                *name = format!("{group} {name}");
            }
        }
        own
    }
}

/// What the cells of a row are like.
#[derive(Debug, Default)]
struct Look {
    filled: usize,
    /// Texts that could be names, each counted once.
    names: usize,
    /// Numbers, dates and whatever else is data.
    data: usize,
    /// Blanks before the last cell, and texts that stand in the row more than once.
    gaps: usize,
}

impl Look {
    fn of(row: &Row) -> Look {
        let mut look = Look::default();
        let mut seen = HashSet::new();
        for cell in &row.cells {
            match cell {
                Cell::Blank => look.gaps += 1,
                Cell::Text(text) if text.trim().is_empty() => look.gaps += 1,
                Cell::Text(text) if !is_figure(text) => {
                    look.filled += 1;
                    if seen.insert(one_line(text).to_lowercase()) {
                        look.names += 1;
                    } else {
                        look.gaps += 1;
                    }
                }
                _ => {
                    look.filled += 1;
                    look.data += 1;
                }
            }
        }
        look
    }

    fn is_data(&self) -> bool {
        self.data * 5 > self.filled
    }
}

/// Whether a text is a number or a date in digits, and no name.
fn is_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// Whether two rows stand one right below the other.
fn follows(rows: &[Row], above: usize, below: usize) -> bool {
    match (rows.get(above), rows.get(below)) {
        (Some(above), Some(below)) => above.number + 1 == below.number,
        _ => false,
    }
}

/// The first row that is as wide as the table, if it holds names and no data.
fn header(rows: &[Row], looks: &[Look]) -> Option<usize> {
    let mut widths: Vec<usize> = looks.iter().map(|look| look.filled).filter(|&filled| filled >= 2).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(1);
    let wide = |look: &Look| look.filled * 10 >= usual * 7;
    let first = looks.iter().position(wide)?;
    if looks.get(first)?.is_data() {
        return None;
    }
    // A row of groups has gaps that the names below it fill.
    let fills = |(above, below): (&Look, &Look)| above.gaps >= 2 && !below.is_data() && below.names > above.names;
    let below = looks.get(first).zip(looks.get(first + 1)).is_some_and(fills) && follows(rows, first, first + 1);
    Some(if below { first + 1 } else { first })
}

/// The row above the names, if it names groups of them: several, and none of them data.
fn group(rows: &[Row], looks: &[Look], header: usize) -> Option<usize> {
    let above = header.checked_sub(1)?;
    let look = looks.get(above)?;
    (look.names >= 2 && look.data == 0 && look.gaps > 0 && follows(rows, above, header)).then_some(above)
}

/// Whether a row is one of HXL tags: at least one, and at least half of what stands in it, as libhxl has it.
fn is_tags(row: &Row) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.text().trim().is_empty()).count();
    let tags = row.cells.iter().filter(|cell| is_tag(cell.text())).count();
    tags > 0 && tags * 2 >= filled
}

/// Whether a text is an HXL tag, such as `#affected +f +children`.
fn is_tag(text: &str) -> bool {
    let Some(text) = text.trim().strip_prefix('#') else { return false };
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = text.trim_start_matches(is_word);
    let attributes = rest.trim_start();
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && (attributes.is_empty() || attributes.starts_with('+'))
        && attributes.chars().all(|c| is_word(c) || c == '+' || c.is_whitespace())
}
