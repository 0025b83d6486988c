//! The clock: whole seconds, UTC, of the program and never of the database.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use diesel::{deserialize::FromSqlRow, expression::AsExpression};
use std::fmt;

/// An instant in whole seconds UTC: when something was *recorded*. When something *happened* is a [`When`](super::When).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = super::sql::Moment)]
pub struct Moment(pub DateTime<Utc>);

impl Moment {
    /// Now, by the server's clock.
    pub fn now() -> Self {
        Self(Utc::now().trunc_subsecs(0))
    }

    /// The moment that a text of its own form states; none where it is another.
    pub fn read(text: &str) -> Option<Self> {
        chrono::NaiveDateTime::parse_from_str(text, FIXED_WIDTH).ok().map(|at| Self(at.and_utc()))
    }

    /// The UTC day it falls on.
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }
}

/// ISO 8601, `2026-11-23T18:30:00Z`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format(FIXED_WIDTH))
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(de)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("no moment"))
    }
}

/// As SQLite stores it: text that sorts as time does.
pub(super) const FIXED_WIDTH: &str = "%Y-%m-%dT%H:%M:%SZ";
