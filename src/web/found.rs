//! What a typed name turned out to mean.

use crate::values::Id;

/// The record, or records, that a typed name means. Rooms never guess between several: people choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No record is called so.
    Nothing,
    /// This one.
    One(Id),
    /// Several; each with a label that, typed, means that one alone.
    Many(Vec<(Id, String)>),
}

impl Found {
    /// What these labelled records are together.
    pub fn of(mut several: Vec<(Id, String)>) -> Self {
        match several.len() {
            0 => Self::Nothing,
            1 => Self::One(several.remove(0).0),
            _ => Self::Many(several),
        }
    }
}
