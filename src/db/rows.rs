//! Every row of every table, written so that both engines and a stranger understand it: a line of JSON each. What is copied from one
//! engine to the other, and what leaves as a whole, goes through here; nothing else does.
//!
//! A row is an array of its columns' values in the table's order: ids as 32 hexadecimal digits, moments as ISO 8601, whole numbers,
//! `true` and `false`, text, `null`.

use super::Db;
use crate::error::{Error, Result};
use diesel::{
    QueryableByName, RunQueryDsl,
    connection::DefaultLoadingMode,
    pg::PgRowByRowLoadingMode,
    sql_query,
    sql_types::{BigInt, Text},
};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// How many rows are written in one statement.
const BATCH: usize = 500;

/// The table that says which steps the database has had: each has its own.
const STEPS: &str = "schema_steps";

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    Id,
    Moment,
    Whole,
    Truth,
    Text,
}

/// A table with its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    columns: Vec<(String, Holds)>,
}

/// What a table holds, in a few bytes, whatever the order of its rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many rows.
    pub rows: u64,
    sum: u64,
}

impl Tally {
    /// Counts a row.
    pub fn add(&mut self, row: &str) {
        let hash = Sha256::digest(row);
        let head = hash.iter().take(8).fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
        self.rows += 1;
        self.sum = self.sum.wrapping_add(head);
    }
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    holds: String,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Every table but that of the steps, each after those it refers to: in the order they were made.
pub fn tables(db: &mut Db) -> Result<Vec<Table>> {
    let asked = match db {
        Db::Sqlite(_) => {
            "SELECT m.name AS table_name, t.name AS column_name, t.type AS holds FROM sqlite_schema m, pragma_table_info(m.name) t
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid, t.cid"
        }
        Db::Postgres(_) => {
            "SELECT c.relname::text AS table_name, a.attname::text AS column_name, format_type(a.atttypid, NULL) AS holds
             FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
             ORDER BY c.oid, a.attnum"
        }
    };
    let mut out: Vec<Table> = vec![];
    for Column { table_name, column_name, holds } in sql_query(asked).load(db)? {
        let holds = match holds.to_lowercase().as_str() {
            "uuid" => Holds::Id,
            "timestamptz" | "timestamp with time zone" => Holds::Moment,
            "bigint" => Holds::Whole,
            "boolean" => Holds::Truth,
            "text" => Holds::Text,
            other => return Err(Error::internal(format!("{table_name}.{column_name} holds {other}"))),
        };
        match out.last_mut().filter(|table| table.name == table_name) {
            Some(table) => table.columns.push((column_name, holds)),
            None => out.push(Table { name: table_name, columns: vec![(column_name, holds)] }),
        }
    }
    out.retain(|table| table.name != STEPS);
    // Columns that a step added stand last, in whichever engine; by name they are the same.
    for table in &mut out {
        table.columns.sort();
    }
    Ok(out)
}

impl Table {
    /// The names of its columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(name, _)| name.as_str())
    }

    /// How many rows it has.
    pub fn count(&self, db: &mut Db) -> Result<i64> {
        let rows: Vec<Count> = sql_query(format!("SELECT count(*) AS n FROM {}", self.name)).load(db)?;
        Ok(rows.first().map_or(0, |row| row.n))
    }

    /// Takes all its rows away.
    pub fn clear(&self, db: &mut Db) -> Result<()> {
        sql_query(format!("DELETE FROM {}", self.name)).execute(db)?;
        Ok(())
    }

    /// Hands on each of its rows, in one order whichever the engine; of rows that refer to others of the same table the others come
    /// first.
    pub fn read(&self, db: &mut Db, mut take: impl FnMut(String) -> Result<()>) -> Result<()> {
        let order = self.order(matches!(db, Db::Postgres(_)));
        match db {
            Db::Sqlite(c) => {
                let told = self.columns.iter().map(|(name, holds)| match holds {
                    Holds::Id => format!("CASE WHEN {name} IS NOT NULL THEN lower(hex({name})) END"),
                    Holds::Truth => format!("json(CASE {name} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)"),
                    _ => name.clone(),
                });
                let told = told.collect::<Vec<_>>().join(", ");
                let asked = format!("SELECT json_array({told}) AS line FROM {} ORDER BY {order}", self.name);
                for row in sql_query(asked).load_iter::<Line, DefaultLoadingMode>(c)? {
                    take(plain(&row?.line)?)?;
                }
            }
            Db::Postgres(c) => {
                let told = self.columns.iter().map(|(name, holds)| match holds {
                    Holds::Id => format!("replace({name}::text, '-', '')"),
                    Holds::Moment => format!("to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
                    _ => name.clone(),
                });
                // A function takes a hundred arguments and no more.
                let parts: Vec<String> = told
                    .collect::<Vec<_>>()
                    .chunks(90)
                    .map(|part| format!("jsonb_build_array({})", part.join(", ")))
                    .collect();
                let asked =
                    format!("SELECT ({})::text AS line FROM {} ORDER BY {order}", parts.join(" || "), self.name);
                for row in sql_query(asked).load_iter::<Line, PgRowByRowLoadingMode>(c)? {
                    take(plain(&row?.line)?)?;
                }
            }
        }
        Ok(())
    }

    /// What its rows are sorted by: their ids; where they have none, everything they say.
    fn order(&self, postgres: bool) -> String {
        let own = self.columns().find(|name| matches!(*name, "merged_into" | "supersedes"));
        let own = own.map(|own| format!("{own} IS NOT NULL"));
        let by = |(name, holds): &(String, Holds)| match (holds, postgres) {
            (Holds::Text, true) => format!("{name} COLLATE \"C\" NULLS FIRST"),
            (_, true) => format!("{name} NULLS FIRST"),
            _ => name.clone(),
        };
        let keys: Vec<String> = match self.columns.iter().find(|(name, _)| name == "id") {
            Some(id) => vec![by(id)],
            None => self.columns.iter().map(by).collect(),
        };
        own.into_iter().chain(keys).collect::<Vec<_>>().join(", ")
    }

    /// Writes rows as they were handed on.
    pub fn write(&self, db: &mut Db, rows: &[String]) -> Result<()> {
        let names = self.columns().collect::<Vec<_>>().join(", ");
        let told = self.columns.iter().enumerate();
        let asked = match db {
            Db::Sqlite(_) => {
                let told = told.map(|(n, (_, holds))| match holds {
                    Holds::Id => format!("unhex(json_extract(value, '$[{n}]'))"),
                    _ => format!("json_extract(value, '$[{n}]')"),
                });
                let told = told.collect::<Vec<_>>().join(", ");
                format!("INSERT INTO {} ({names}) SELECT {told} FROM json_each($1)", self.name)
            }
            Db::Postgres(_) => {
                let told = told.map(|(n, (_, holds))| match holds {
                    Holds::Id => format!("(value->>{n})::uuid"),
                    Holds::Moment => format!("(value->>{n})::timestamptz"),
                    Holds::Whole => format!("(value->>{n})::bigint"),
                    Holds::Truth => format!("(value->>{n})::boolean"),
                    Holds::Text => format!("value->>{n}"),
                });
                let told = told.collect::<Vec<_>>().join(", ");
                format!("INSERT INTO {} ({names}) SELECT {told} FROM jsonb_array_elements($1::jsonb)", self.name)
            }
        };
        for rows in rows.chunks(BATCH) {
            let all = format!("[{}]", rows.join(","));
            let written = sql_query(&asked).bind::<Text, _>(all).execute(db)?;
            if written != rows.len() {
                return Err(Error::internal(format!("{}: {written} of {} rows were written", self.name, rows.len())));
            }
        }
        Ok(())
    }

    /// What it holds.
    pub fn tally(&self, db: &mut Db) -> Result<Tally> {
        let mut tally = Tally::default();
        self.read(db, |row| {
            tally.add(&row);
            Ok(())
        })?;
        Ok(tally)
    }
}

/// A row in the one form that both engines come to: their own differ in spaces and in how signs are escaped.
fn plain(line: &str) -> Result<String> {
    let value: Value = serde_json::from_str(line).map_err(Error::internal)?;
    Ok(value.to_string())
}
