//! Why a file, or the rest of it, is not read.

use super::{Kind, Looks};

/// Why a file, or the rest of it, is not read. Holds what a sentence needs, not the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file holds nothing.
    Empty,
    /// The file is larger than `most` bytes.
    TooLarge {
        /// The largest size that is read, in bytes.
        most: u64,
    },
    /// The zip has more members, or more tables among them, than are read.
    TooManyEntries {
        /// How many there are.
        entries: usize,
        /// How many would be read.
        most: usize,
    },
    /// The file is made to unpack to more than `most` bytes.
    Inflates {
        /// The most bytes that are unpacked.
        most: u64,
    },
    /// A row stands below the last that is read.
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// The highest row number that is read.
        most: u64,
    },
    /// A cell stands right of the last column that is read.
    TooManyColumns {
        /// The sheet's name.
        sheet: String,
        /// The row's number.
        row: u64,
        /// The highest column number that is read.
        most: usize,
    },
    /// A cell holds more text than is read.
    CellTooLong {
        /// The sheet's name.
        sheet: String,
        /// The row's number.
        row: u64,
        /// The column's number, from 1.
        column: usize,
        /// The most bytes of UTF-8.
        most: usize,
    },
    /// The file needs a password.
    Encrypted,
    /// The file breaks the rules of its kind, or was cut off.
    Broken {
        /// What it began as.
        what: Kind,
    },
    /// The file is something else than a table.
    NotATable(Looks),
    /// A zip without any table in it.
    NoTable,
    /// A quote opened in this row and swallowed the rows after it.
    Quote {
        /// The sheet's name.
        sheet: String,
        /// The number of the row with the opening quote.
        row: u64,
    },
    /// The disk failed, with the system's words for it.
    Io(String),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Fault {
        Fault::Io(error.to_string())
    }
}
