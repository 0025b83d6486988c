//! Tables out of files that strangers made: comma-, tab- and semicolon-separated text, XLSX, XLS and ODS workbooks, and zips of them.
//!
//! A file is known by its content; its name decides nothing. Every limit is kept while reading, so that a small file cannot make
//! much work or memory, and rows come one at a time, as a spreadsheet program numbers them.

mod archive;
mod book;
mod cell;
mod fault;
mod format;
mod layout;
mod looks;
mod merges;
mod ods;
mod text;
mod xls;
mod xlsx;

#[cfg(test)]
mod tests;

pub use book::{Book, Rows};
pub use cell::{Cell, NO_RESULT, Row};
pub use encoding_rs::Encoding;
pub use fault::Fault;
pub use layout::{Layout, layout};
pub use looks::Looks;
pub use text::{LineEnds, Share, TextForm};

/// How much of a file is read before it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes.
    pub bytes: u64,
    /// The most bytes that all parts of a zip (or of a workbook that is one) inflate to.
    pub inflated: u64,
    /// The most members of a zip.
    pub entries: usize,
    /// The highest row number of a row that is not blank.
    pub rows: u64,
    /// The highest column number of a cell that is not blank.
    pub columns: usize,
    /// The longest text of one cell, in bytes of UTF-8.
    pub cell: usize,
}

impl Limits {
    /// What a browser may send.
    pub const BROWSER: Limits = Limits {
        bytes: 32_000_000,
        inflated: 256_000_000,
        entries: 10_000,
        rows: 1_048_576,
        columns: 512,
        cell: 100_000,
    };

    /// The limits for a file named on the command line, of at most `most` bytes.
    pub const fn of_bytes(most: u64) -> Limits {
        let inflated = most.saturating_mul(8);
        let inflated = if inflated < Self::BROWSER.inflated { Self::BROWSER.inflated } else { inflated };
        Limits { bytes: most, inflated, rows: 100_000_000, ..Self::BROWSER }
    }

    /// How many bytes of cells one sheet may hand out, however few bytes of file they are made from: a shared text may stand in
    /// a million cells.
    const fn handed_out(&self) -> u64 {
        self.inflated.saturating_mul(4)
    }
}

/// What a person said about a text file, instead of what was detected.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice {
    /// The encoding of every line that is not UTF-8 (or of the whole file, if it is UTF-16).
    pub encoding: Option<&'static Encoding>,
    /// The sign between two cells.
    pub separator: Option<u8>,
}

/// What a sheet is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Separated text.
    Text,
    /// An Office Open XML workbook.
    Xlsx,
    /// A workbook of Excel 5 to 2003.
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A zip; only ever what is broken, never what a sheet is read from.
    Zip,
}
