//! What an organisation is.

use crate::{
    db::schema::organisations,
    error::Result,
    history::state_of,
    values::{
        Id,
        names::{Name, distinct},
        words,
    },
    web::{Cursor, Query},
};
use diesel::prelude::*;

/// An organisation as kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = organisations, treat_none_as_default_value = false)]
pub struct Organisation {
    /// Its id.
    pub id: Id,
    /// The name it is shown by.
    pub name: String,
    /// Other names it is found by, one a line.
    pub other_names: String,
    /// Its country, ISO 3166-1 alpha-2; empty when not stated.
    pub country: String,
    /// Its postal address.
    pub address: String,
    /// Whom to speak to there.
    pub contact: String,
    /// Their telephone number.
    pub phone: String,
    /// Their e-mail address.
    pub email: String,
    /// Anything else.
    pub notes: String,
    /// The organisation that is meant instead.
    pub merged_into: Option<Id>,
    /// Counts the edits.
    pub version: i64,
}

impl Organisation {
    /// The fingerprint of the organisation as it stands, for the history.
    pub fn state(&self) -> Result<String> {
        state_of(self)
    }

    /// A new one of which only the name is known.
    pub fn named(name: &str) -> Self {
        Self {
            id: Id::fresh(),
            name: name.trim().into(),
            other_names: String::new(),
            country: String::new(),
            address: String::new(),
            contact: String::new(),
            phone: String::new(),
            email: String::new(),
            notes: String::new(),
            merged_into: None,
            version: 1,
        }
    }

    /// Every name it is found by, the one it is shown by first.
    pub fn names(&self) -> Vec<Name> {
        distinct([self.name.as_str()].into_iter().chain(self.other_names.lines()))
    }

    /// Whether both say the same, whatever became of them since.
    pub fn says(&self, other: &Self) -> bool {
        let other = Self { version: self.version, merged_into: self.merged_into, ..other.clone() };
        *self == other
    }
}

/// How many rows a page holds, where nobody says.
const PAGE: usize = 50;

/// What a list of organisations is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Each begins a word of one of its names.
    pub words: Vec<String>,
    /// The last row of the page before.
    pub after: Option<Cursor>,
    /// How many rows a page holds.
    pub rows: usize,
}

impl Search {
    /// Reads it from an address.
    pub fn of(query: &Query) -> Self {
        Self { words: words(query.get("q")), after: Cursor::read(query.get("after")), rows: PAGE }
    }
}
