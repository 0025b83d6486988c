//! What an import is: a file, what its columns mean, and what came of its rows.

use super::mapping::Mapping;
use crate::values::{Id, Moment};

crate::codes! {
    /// How far an import has come.
    Stage {
        /// Its file is here; nothing of it is taken in.
        Draft = "draft",
        /// It is being taken in, piece by piece.
        Running = "running",
        /// It is taken in.
        Applied = "applied",
        /// It was taken in, and taken back as a whole.
        Undone = "undone",
    }
}

/// What came of a file's rows: each is counted once. Consignments are counted in `made`, rows everywhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// New consignments.
    pub made: i64,
    /// The rows they were made of.
    pub lines: i64,
    /// Rows that say what is known already.
    pub unchanged: i64,
    /// Rows of consignments that were corrected.
    pub changed: i64,
    /// Rows that were refused.
    pub refused: i64,
    /// Rows in which nothing stands.
    pub blank: i64,
}

impl Counts {
    /// Adds another piece of the same file.
    pub fn add(&mut self, other: Self) {
        self.made += other.made;
        self.lines += other.lines;
        self.unchanged += other.unchanged;
        self.changed += other.changed;
        self.refused += other.refused;
        self.blank += other.blank;
    }

    /// Every row of the file.
    pub fn rows(&self) -> i64 {
        self.lines + self.unchanged + self.changed + self.refused + self.blank
    }
}

/// A file that was brought.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: Id,
    /// The mission its consignments go to, where its rows do not say.
    pub mission: Option<Id>,
    /// What the file is called.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub size: i64,
    /// By what its kind of file is known again.
    pub signature: String,
    /// What its columns mean.
    pub mapping: Mapping,
    /// How far it has come.
    pub stage: Stage,
    /// What came of its rows.
    pub counts: Counts,
    /// Who brought it; none for the command line.
    pub by: Option<Id>,
    /// When.
    pub at: Moment,
    /// When it was taken in, or taken back.
    pub ended: Option<Moment>,
}
