//! How [`Id`](super::id::Id) and [`Moment`](super::moment::Moment) are kept: atoms both engines agree on.

use super::{
    id::Id as RustId,
    moment::{FIXED_WIDTH, Moment as RustMoment},
};
use chrono::NaiveDateTime;
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql},
    pg::Pg,
    query_builder::QueryId,
    serialize::{self, IsNull, Output, ToSql},
    sql_types::{self, SqlType},
    sqlite::Sqlite,
};
use std::io::Write;

/// `uuid` in PostgreSQL, a 16-byte blob in SQLite.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Id;

/// `timestamptz` in PostgreSQL, fixed-width UTC text in SQLite.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Text"))]
pub struct Moment;

impl FromSql<Id, Pg> for RustId {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(uuid::Uuid::from_slice(value.as_bytes())?))
    }
}

impl ToSql<Id, Pg> for RustId {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Id, Sqlite> for RustId {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(uuid::Uuid::from_slice(&<Vec<u8> as FromSql<sql_types::Binary, Sqlite>>::from_sql(value)?)?))
    }
}

impl ToSql<Id, Sqlite> for RustId {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}

impl FromSql<Moment, Pg> for RustMoment {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(FromSql::<sql_types::Timestamptz, Pg>::from_sql(value)?))
    }
}

impl ToSql<Moment, Pg> for RustMoment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<sql_types::Timestamptz, Pg>::to_sql(&self.0, out)
    }
}

impl FromSql<Moment, Sqlite> for RustMoment {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<sql_types::Text, Sqlite>>::from_sql(value)?;
        Ok(Self(NaiveDateTime::parse_from_str(&text, FIXED_WIDTH)?.and_utc()))
    }
}

impl ToSql<Moment, Sqlite> for RustMoment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.to_string());
        Ok(IsNull::No)
    }
}
