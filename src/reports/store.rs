//! The history list's one query plan: whatever is filtered, the newest rows come first by a key that an index already has
//! in that order, and a page is as far as anyone reads.
//!
//! Each filter is a set of terms of which one must be there (`consignments::terms`). The set with the fewest rows leads;
//! the others are looked up for each row it brings. Measured at a million rows: one filter, or a mission and one, takes
//! well under a millisecond; two common filters that never meet are the worst, and are walked window by window until the
//! time is up.

use crate::{
    db::{Db, MultiBackend},
    error::Result,
    values::{Id, sql},
    web::Cursor,
};
use diesel::{
    QueryableByName, RunQueryDsl, sql_query,
    sql_types::{BigInt, Text},
};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Of this mission only.
    pub mission: Option<Id>,
    /// Of each set, one term.
    pub terms: Vec<Vec<String>>,
    /// Dates that may fall on this day or later.
    pub since: Option<i64>,
    /// Dates that may fall on this day or earlier.
    pub until: Option<i64>,
    /// Nothing can match: a name that is not known.
    pub nothing: bool,
}

impl Scope {
    /// Whether it is everything.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is just a mission.
    pub fn is_mission(&self) -> bool {
        self.mission.is_some() && *self == Self { mission: self.mission, ..Self::default() }
    }
}

/// A page of what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The consignments, newest first.
    pub ids: Vec<Id>,
    /// The key of the last one.
    pub last: Option<Cursor>,
    /// Whether there are more.
    pub more: bool,
    /// The day down to which was looked, when the time was up before the list was full.
    pub cut: Option<i64>,
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = BigInt)]
    day: i64,
    #[diesel(sql_type = sql::Id)]
    id: Id,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    term: String,
}

/// The latest day of all, and the earliest.
const LATEST: i64 = 4_000_000;
const EARLIEST: i64 = -4_000_000;

/// The longest span one date can mean, in days: a year.
const VAGUE: i64 = 366;

/// How long combined filters are pursued.
const PATIENCE: Duration = Duration::from_millis(350);

/// How many days a window of combined filters spans.
const WINDOW: i64 = 730;

/// How far the rows of a term are counted to find the set with the fewest.
const COUNTED: i64 = 1000;

enum Bind {
    Text(String),
    Int(i64),
    Id(Id),
}

/// A statement being written.
#[derive(Default)]
struct Sql {
    text: String,
    binds: Vec<Bind>,
}

impl Sql {
    fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn bind(&mut self, bind: Bind) -> &mut Self {
        self.binds.push(bind);
        let n = self.binds.len();
        self.text.push_str(&format!("${n}"));
        self
    }

    fn text(&mut self, value: &str) -> &mut Self {
        self.bind(Bind::Text(value.into()))
    }

    fn load<T>(self, db: &mut Db) -> Result<Vec<T>>
    where
        T: QueryableByName<MultiBackend> + 'static,
    {
        let mut query = sql_query(self.text).into_boxed::<MultiBackend>();
        for bind in self.binds {
            query = match bind {
                Bind::Text(text) => query.bind::<Text, _>(text),
                Bind::Int(n) => query.bind::<BigInt, _>(n),
                Bind::Id(id) => query.bind::<sql::Id, _>(id),
            };
        }
        Ok(query.load::<T>(db)?)
    }
}

/// A page of a scope, newest first, after a row.
pub fn page(db: &mut Db, scope: &Scope, after: Option<&Cursor>, limit: i64) -> Result<Found> {
    if scope.nothing {
        return Ok(Found::default());
    }
    let start = after
        .and_then(|c| Some((c.key.parse().ok()?, c.id)))
        .unwrap_or((scope.until.map_or(LATEST, |day| day + 1), Id(Uuid::nil())));
    let lead = leading(db, scope)?;
    let want = limit + 1;
    let mut keys: Vec<Key> = vec![];
    let mut cut = None;
    if scope.terms.len() < 2 {
        keys = window(db, scope, lead, start, EARLIEST, want)?;
    } else {
        let began = Instant::now();
        let oldest = oldest_day(db)?;
        let (mut from, mut low) = (start, start.0.min(newest_day(db)? + 1));
        loop {
            low -= WINDOW;
            let rest = want - keys.len() as i64;
            keys.extend(window(db, scope, lead, from, low, rest)?);
            if keys.len() as i64 >= want || low <= oldest.max(scope.since.unwrap_or(oldest)) - VAGUE {
                break;
            }
            if began.elapsed() > PATIENCE {
                cut = Some(low);
                break;
            }
            from = (low, Id(Uuid::nil()));
        }
    }
    let more = keys.len() as i64 > limit;
    keys.truncate(limit as usize);
    let last = keys.last().map(|k| Cursor { key: k.day.to_string(), id: k.id });
    Ok(Found { ids: keys.into_iter().map(|k| k.id).collect(), last, more, cut })
}

/// The rows of a scope from `start` (exclusive) down to day `low`.
fn window(db: &mut Db, scope: &Scope, lead: usize, start: (i64, Id), low: i64, limit: i64) -> Result<Vec<Key>> {
    statement(scope, lead, start, low, limit).load(db)
}

fn statement(scope: &Scope, lead: usize, start: (i64, Id), low: i64, limit: i64) -> Sql {
    let mut sql = Sql::default();
    sql.push("SELECT day, id FROM (");
    let precise_low = low.max(scope.since.unwrap_or(EARLIEST));
    let leaders = scope.terms.get(lead).cloned().unwrap_or_default();
    let arms: Vec<Option<&str>> =
        if leaders.is_empty() { vec![None] } else { leaders.iter().map(|t| Some(t.as_str())).collect() };
    for (n, arm) in arms.iter().enumerate() {
        if n > 0 {
            sql.push(" UNION ");
        }
        sql.push(&format!("SELECT day, id FROM (SELECT t.day AS day, t.{} AS id FROM ", id_column(arm.is_some())));
        sql.push(if arm.is_some() { "consignment_terms t WHERE " } else { "consignments t WHERE " });
        if let Some(mission) = scope.mission {
            sql.push("t.mission_id = ").bind(Bind::Id(mission)).push(" AND ");
        }
        if let Some(term) = arm {
            sql.push("t.term = ").text(term).push(" AND ");
        }
        bounds(&mut sql, id_column(arm.is_some()), precise_low, start);
        others(&mut sql, scope, Some(lead), id_column(arm.is_some()), arms.len() > 1, start);
        sql.push(&format!(" ORDER BY t.day DESC, t.{} DESC LIMIT ", id_column(arm.is_some()))).bind(Bind::Int(limit));
        sql.push(&format!(") a{n}"));
    }
    // A month or a year may reach into the filter from before its first day.
    if let Some(since) = scope.since.filter(|since| low < *since) {
        let start = start.min((since, Id(Uuid::nil())));
        sql.push(
            " UNION SELECT day, id FROM (SELECT t.day AS day, t.consignment_id AS id FROM consignment_terms t WHERE ",
        );
        if let Some(mission) = scope.mission {
            sql.push("t.mission_id = ").bind(Bind::Id(mission)).push(" AND ");
        }
        sql.push("t.term = ").text("date:vague").push(" AND ");
        bounds(&mut sql, "consignment_id", (since - VAGUE).max(low), start);
        sql.push(" AND EXISTS (SELECT 1 FROM consignments k WHERE k.id = t.consignment_id AND k.last_day >= ");
        sql.bind(Bind::Int(since)).push(")");
        others(&mut sql, scope, None, "consignment_id", false, start);
        sql.push(" ORDER BY t.day DESC, t.consignment_id DESC LIMIT ").bind(Bind::Int(limit)).push(") v");
    }
    sql.push(") found ORDER BY day DESC, id DESC LIMIT ").bind(Bind::Int(limit));
    sql
}

fn id_column(of_terms: bool) -> &'static str {
    if of_terms { "consignment_id" } else { "id" }
}

/// From `start` (exclusive) down to day `low`. Never BETWEEN beside a cursor: SQLite would use one bound of the two.
fn bounds(sql: &mut Sql, id: &str, low: i64, start: (i64, Id)) {
    sql.push("t.day >= ").bind(Bind::Int(low)).push(&format!(" AND (t.day, t.{id}) < ("));
    sql.bind(Bind::Int(start.0)).push(", ").bind(Bind::Id(start.1)).push(")");
}

/// The other sets, looked up row by row. The cursor is repeated inside, or PostgreSQL would merge from the top; where many
/// arms lead, a scalar look-up keeps it from merging once for each.
fn others(sql: &mut Sql, scope: &Scope, lead: Option<usize>, id: &str, scalar: bool, start: (i64, Id)) {
    for (n, set) in scope.terms.iter().enumerate() {
        if Some(n) == lead {
            continue;
        }
        sql.push(if scalar { " AND (SELECT 1 FROM " } else { " AND EXISTS (SELECT 1 FROM " });
        sql.push("consignment_terms x WHERE x.term IN (");
        for (m, term) in set.iter().enumerate() {
            sql.push(if m > 0 { ", " } else { "" }).text(term);
        }
        sql.push(&format!(") AND x.day = t.day AND x.consignment_id = t.{id}"));
        if scalar {
            sql.push(" LIMIT 1) = 1");
        } else {
            sql.push(" AND (x.day, x.consignment_id) < (").bind(Bind::Int(start.0)).push(", ");
            sql.bind(Bind::Id(start.1)).push("))");
        }
    }
}

/// Which set leads: the one with the fewest rows, counted as far as is worth it.
fn leading(db: &mut Db, scope: &Scope) -> Result<usize> {
    if scope.terms.len() < 2 {
        return Ok(0);
    }
    let mut best = (i64::MAX, 0);
    for (n, set) in scope.terms.iter().enumerate() {
        let mut rows = 0;
        for term in set {
            let mut sql = Sql::default();
            sql.push("SELECT COUNT(*) AS n FROM (SELECT 1 FROM consignment_terms t WHERE ");
            if let Some(mission) = scope.mission {
                sql.push("t.mission_id = ").bind(Bind::Id(mission)).push(" AND ");
            }
            sql.push("t.term = ").text(term).push(" LIMIT ").bind(Bind::Int(COUNTED)).push(") q");
            rows += sql.load::<Number>(db)?.first().map_or(0, |row| row.n);
            if rows >= best.0 {
                break;
            }
        }
        if rows < best.0 {
            best = (rows, n);
        }
    }
    Ok(best.1)
}

fn oldest_day(db: &mut Db) -> Result<i64> {
    let rows = sql_query("SELECT COALESCE(MIN(day), 0) AS n FROM consignments").load::<Number>(db)?;
    Ok(rows.first().map_or(0, |row| row.n))
}

fn newest_day(db: &mut Db) -> Result<i64> {
    let rows = sql_query("SELECT COALESCE(MAX(day), 0) AS n FROM consignments").load::<Number>(db)?;
    Ok(rows.first().map_or(0, |row| row.n))
}

/// The words that begin so, as terms; at most `limit`, jumping from word to word through the index.
pub fn words_beginning(db: &mut Db, mission: Option<Id>, prefix: &str, limit: i64) -> Result<Vec<String>> {
    let low = format!("w:{prefix}");
    // The first text after every text that begins so: Unicode's last character behind it.
    let high = format!("{low}\u{10ffff}");
    let of_mission = |sql: &mut Sql| {
        if let Some(mission) = mission {
            sql.push("mission_id = ").bind(Bind::Id(mission)).push(" AND ");
        }
    };
    let mut sql = Sql::default();
    sql.push("WITH RECURSIVE x(term, n) AS (SELECT (SELECT MIN(term) FROM consignment_terms WHERE ");
    of_mission(&mut sql);
    sql.push("term >= ")
        .text(&low)
        .push(" AND term < ")
        .text(&high)
        .push("), 1 UNION ALL SELECT (SELECT MIN(term) FROM consignment_terms WHERE ");
    of_mission(&mut sql);
    sql.push("term > x.term AND term < ").text(&high).push("), n + 1 FROM x WHERE x.term IS NOT NULL AND n < ");
    sql.bind(Bind::Int(limit)).push(") SELECT term FROM x WHERE term IS NOT NULL");
    Ok(sql.load::<Word>(db)?.into_iter().map(|row| row.term).collect())
}

/// How the engine means to answer a page: for the test that watches over plans.
pub fn explain(db: &mut Db, scope: &Scope) -> Result<String> {
    #[derive(QueryableByName)]
    struct Plan {
        #[diesel(sql_type = Text)]
        detail: String,
    }
    #[derive(QueryableByName)]
    struct PgPlan {
        #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
        detail: String,
    }
    let mut sql = statement(scope, 0, (LATEST, Id(Uuid::nil())), EARLIEST, 51);
    let lines: Vec<String> = match db {
        Db::Sqlite(_) => {
            sql.text.insert_str(0, "EXPLAIN QUERY PLAN ");
            sql.load::<Plan>(db)?.into_iter().map(|p| p.detail).collect()
        }
        Db::Postgres(_) => {
            sql.text.insert_str(0, "EXPLAIN ");
            sql.load::<PgPlan>(db)?.into_iter().map(|p| p.detail).collect()
        }
    };
    Ok(lines.join("\n"))
}
