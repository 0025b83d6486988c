//! Cells that a workbook merged downwards.

use super::{Cell, Row};

/// One merged area, in numbers from 1 (rows) and from 0 (columns).
#[derive(Clone, Copy, Debug)]
struct Area {
    top: u64,
    bottom: u64,
    left: usize,
}

/// The areas of a sheet that are merged downwards. What stands in one is said once and meant for each of its rows, so it is put into
/// the first column of each. A number is not: repeated, an amount for all the rows would be counted once for each.
#[derive(Debug, Default)]
pub(super) struct Merges {
    /// The areas still to come, the nearest last.
    areas: Vec<Area>,
    /// What each column carries down, and to which row.
    carried: Vec<Option<(u64, Cell)>>,
}

impl Merges {
    /// The areas given as (first row, last row, first column), rows from 1 and columns from 0; those right of `columns` are left out.
    pub(super) fn new(areas: impl Iterator<Item = (u64, u64, usize)>, columns: usize) -> Merges {
        let mut areas: Vec<_> = areas
            .filter(|&(top, bottom, left)| bottom > top && left < columns)
            .map(|(top, bottom, left)| Area { top, bottom, left })
            .collect();
        areas.sort_by_key(|area| std::cmp::Reverse(area.top));
        Merges { areas, carried: Vec::new() }
    }

    /// Fills the row's blank cells that an area above reaches into, and begins the areas that start in it. Rows come in order.
    pub(super) fn fill(&mut self, row: &mut Row) {
        if row.is_blank() {
            return;
        }
        for (column, carried) in self.carried.iter_mut().enumerate() {
            let Some((bottom, cell)) = carried else { continue };
            if *bottom < row.number {
                *carried = None;
                continue;
            }
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Blank);
            }
            if let Some(place) = row.cells.get_mut(column).filter(|place| place.is_blank()) {
                *place = cell.clone();
            }
        }
        while let Some(area) = self.areas.pop_if(|area| area.top <= row.number) {
            if area.top == row.number {
                self.begin(row, area.left, area.bottom);
            }
        }
    }

    /// Begins an area in this row that reaches down to `bottom`.
    pub(super) fn begin(&mut self, row: &Row, left: usize, bottom: u64) {
        let Some(cell @ (Cell::Text(_) | Cell::Moment(_))) = row.cells.get(left) else { return };
        if self.carried.len() <= left {
            self.carried.resize(left + 1, None);
        }
        if let Some(carried) = self.carried.get_mut(left) {
            *carried = Some((bottom, cell.clone()));
        }
    }
}
