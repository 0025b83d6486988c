//! The history list's one query plan: whatever is filtered, the newest rows come first by a key that an index already has
//! in that order, and a page is as far as anyone reads.
//!
//! Each filter is a set of terms of which one must be there (`consignments::terms`). The set with the fewest rows leads;
//! the others are looked up for each row it brings. Measured at a million rows: one filter, or a mission and one, takes
//! well under a millisecond; two common filters that never meet are the worst, and are walked window by window until the
//! time is up.

use crate::{
    consignments::{model::UNDATED, terms::term},
    db::{Db, MultiBackend},
    error::Result,
    values::{Id, When, day_number, day_of, sql},
    web::Cursor,
};
use chrono::Datelike;
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
    /// Of these missions only: all that the visitor sees, where that is several and not all.
    pub within: Vec<Id>,
    /// Of each set, one term.
    pub terms: Vec<Vec<String>>,
    /// Dates that may fall on this day or later.
    pub since: Option<i64>,
    /// Dates that may fall on this day or earlier.
    pub until: Option<i64>,
    /// Nothing can match: a name that is not known.
    pub nothing: bool,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
}

impl Scope {
    /// The missions it keeps to; none when it is all of them.
    fn missions(&self) -> Vec<Id> {
        self.mission.map_or_else(|| self.within.clone(), |mission| vec![mission])
    }

    /// The missions it keeps to, one by one where that gives no more than so many look-ups, else together.
    fn arms(&self, leaders: usize) -> Vec<Vec<Id>> {
        let missions = self.missions();
        if missions.len() < 2 || missions.len() * leaders.max(1) > MOST_ARMS {
            return vec![missions];
        }
        missions.into_iter().map(|mission| vec![mission]).collect()
    }

    /// Whether it is just a mission.
    pub fn is_mission(&self) -> bool {
        self.mission.is_some()
            && *self == Self { mission: self.mission, oldest_first: self.oldest_first, ..Self::default() }
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

/// How long combined filters are pursued.
const PATIENCE: Duration = Duration::from_millis(350);

/// How many days the first window of combined filters spans; each one after spans as many more as the time it took allows.
const WINDOW: i64 = 32;

/// A window that took no longer is followed by one twice as long; one that took this eight times over, by half of one.
const QUICK: Duration = Duration::from_millis(12);

/// How far the rows of a term are counted to find the set with the fewest.
const COUNTED: i64 = 1000;

/// The most look-ups that one statement brings together.
const MOST_ARMS: usize = 120;

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

/// A stretch of the list: from a row (exclusive) to a day (inclusive), in the list's order.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: (i64, Id),
    to: i64,
}

impl Scope {
    /// The direction in SQL: how a row further on compares, and how rows are ordered.
    fn direction(&self) -> (&'static str, &'static str) {
        if self.oldest_first { (">", "ASC") } else { ("<", "DESC") }
    }

    /// The parts of the list after a row, in its order, that hold what is looked for. One part, unless it has a first
    /// day: then a month or a year that began before it reaches into it, and these stand at their own first day.
    fn parts(&self, after: Option<&Cursor>) -> Vec<(Self, Stretch)> {
        let nil = Id(Uuid::nil());
        let after = after.and_then(|c| Some((c.key.parse().ok()?, c.id)));
        // What is asked for a period has a date.
        let earliest = if self.since.is_some() || self.until.is_some() { UNDATED + 1 } else { EARLIEST };
        let (oldest, newest) = (self.since.unwrap_or(earliest), self.until.unwrap_or(LATEST));
        let days = |scope: Self, oldest: i64, newest: i64| {
            let (first, last) = if self.oldest_first { (oldest, newest) } else { (newest + 1, oldest) };
            let first = (first, nil);
            let from = match after {
                Some(after) if self.oldest_first => first.max(after),
                Some(after) => first.min(after),
                None => first,
            };
            let left = if self.oldest_first { from.0 <= last } else { from.0 >= last };
            left.then_some((scope, Stretch { from, to: last }))
        };
        let mut parts = vec![days(self.clone(), oldest, newest)];
        for (day, terms) in self.since.map(begun_before).into_iter().flatten() {
            let mut scope = self.clone();
            scope.terms.push(terms);
            parts.push(days(scope, day, day.min(newest)));
        }
        if self.oldest_first {
            parts.reverse();
        }
        parts.into_iter().flatten().collect()
    }
}

/// The first days of the month and of the year that a day is in, where they lie before it, each with the terms of the
/// dates that span it from there; the later first.
fn begun_before(since: i64) -> Vec<(i64, Vec<String>)> {
    let Some(date) = day_of(since) else { return vec![] };
    let day = |when: When| day_number(when.first());
    let month = day(When::Month { year: date.year(), month: date.month() });
    let year = day(When::Year(date.year()));
    let (of_month, of_year) = (term("date", "month"), term("date", "year"));
    let found = if month == year {
        vec![(year, vec![of_month, of_year])]
    } else {
        vec![(month, vec![of_month]), (year, vec![of_year])]
    };
    found.into_iter().filter(|(day, _)| *day < since).collect()
}

/// A page of a scope after a row: newest first, unless the scope says otherwise.
pub fn page(db: &mut Db, scope: &Scope, after: Option<&Cursor>, limit: i64) -> Result<Found> {
    if scope.nothing {
        return Ok(Found::default());
    }
    let want = limit + 1;
    let (mut keys, mut cut) = (vec![], None);
    for (part, stretch) in scope.parts(after) {
        let rest = want - keys.len() as i64;
        if rest == 0 || cut.is_some() {
            break;
        }
        let lead = leading(db, &part)?;
        let days = (stretch.from.0 - stretch.to).abs();
        if part.terms.len() < 2 || days <= WINDOW {
            keys.extend(statement(&part, lead, stretch, rest, lateral(db)).load::<Key>(db)?);
        } else {
            let (found, reached) = by_windows(db, &part, lead, stretch, rest)?;
            keys.extend(found);
            cut = reached;
        }
    }
    let mut more = keys.len() as i64 > limit;
    keys.truncate(limit as usize);
    let mut last = keys.last().map(|k| Cursor { key: k.day.to_string(), id: k.id });
    // Where the time was up the list goes on from the day that was reached.
    if let Some(day) = cut {
        let next = if scope.oldest_first { day + 1 } else { day };
        (more, last) = (true, Some(Cursor { key: next.to_string(), id: Id(Uuid::nil()) }));
    }
    Ok(Found { ids: keys.into_iter().map(|k| k.id).collect(), last, more, cut })
}

/// Several sets that may seldom meet are walked window by window; when the time is up, the day that was reached is said.
fn by_windows(db: &mut Db, scope: &Scope, lead: usize, whole: Stretch, want: i64) -> Result<(Vec<Key>, Option<i64>)> {
    let began = Instant::now();
    let (oldest, newest) = (edge(db, "MIN")?, edge(db, "MAX")?);
    let mut keys: Vec<Key> = vec![];
    let (mut from, mut window) = (whole.from, WINDOW);
    // The walk begins where there is something to find, and ends where there is nothing more.
    let mut to = if scope.oldest_first { from.0.max(oldest - 1) } else { from.0.min(newest + 1) };
    loop {
        let asked = Instant::now();
        to += if scope.oldest_first { window } else { -window };
        // The undated stand alone, far before every date: the last window reaches to them.
        let done = if scope.oldest_first { to >= newest.min(whole.to) } else { to <= oldest.max(whole.to) };
        if done {
            to = whole.to;
        }
        let rest = want - keys.len() as i64;
        keys.extend(statement(scope, lead, Stretch { from, to }, rest, lateral(db)).load::<Key>(db)?);
        if done || keys.len() as i64 >= want {
            return Ok((keys, None));
        }
        if began.elapsed() > PATIENCE {
            return Ok((keys, Some(to)));
        }
        match asked.elapsed() {
            quick if quick <= QUICK => window *= 2,
            slow if slow > QUICK * 8 => window = (window / 2).max(1),
            _ => {}
        }
        // Past everything of that day: the next window's own day begins there.
        from = if scope.oldest_first { (to + 1, Id(Uuid::nil())) } else { (to, Id(Uuid::nil())) };
    }
}

/// Whether the engine looks up one table for each row of another, so many rows of each.
fn lateral(db: &Db) -> bool {
    matches!(db, Db::Postgres(_))
}

/// Where the rows of a statement come from.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// Every consignment.
    All,
    /// The rows of one term.
    Term(&'a str),
    /// The rows of the term of a row `w`.
    Each,
}

/// The statement that finds a page of a stretch. Where several terms lead, the first rows of each are brought together:
/// PostgreSQL plans one look-up for all of them (64 planned one by one took it 5 ms), SQLite has a statement for each.
fn statement(scope: &Scope, lead: usize, stretch: Stretch, limit: i64, lateral: bool) -> Sql {
    let mut sql = Sql::default();
    let (_, order) = scope.direction();
    let leaders = scope.terms.get(lead).map_or(&[][..], Vec::as_slice);
    sql.push(if leaders.len() > 1 { "SELECT DISTINCT day, id FROM (" } else { "SELECT day, id FROM (" });
    let mut arms = 0;
    // Each look-up is a table of its own, so that each may end after its first rows.
    let mut next = |sql: &mut Sql| {
        if arms > 0 {
            sql.push(&format!(") a{arms} UNION ALL "));
        }
        sql.push("SELECT day, id FROM (");
        arms += 1;
    };
    for missions in scope.arms(if lateral { 1 } else { leaders.len() }) {
        match leaders {
            [] => {
                next(&mut sql);
                first_rows(&mut sql, scope, &missions, lead, stretch, limit, Source::All);
            }
            [term] => {
                next(&mut sql);
                first_rows(&mut sql, scope, &missions, lead, stretch, limit, Source::Term(term));
            }
            several if lateral => {
                next(&mut sql);
                sql.push("SELECT each_one.day, each_one.id FROM (VALUES ");
                for (n, term) in several.iter().enumerate() {
                    sql.push(if n > 0 { ", (" } else { "(" }).text(term).push(")");
                }
                sql.push(") w (term) CROSS JOIN LATERAL (");
                first_rows(&mut sql, scope, &missions, lead, stretch, limit, Source::Each);
                sql.push(") each_one");
            }
            several => {
                for term in several {
                    next(&mut sql);
                    first_rows(&mut sql, scope, &missions, lead, stretch, limit, Source::Term(term));
                }
            }
        }
    }
    sql.push(&format!(") a) found ORDER BY day {order}, id {order} LIMIT ")).bind(Bind::Int(limit));
    sql
}

/// The first rows of one source in a stretch that have a term of every other set too.
fn first_rows(
    sql: &mut Sql,
    scope: &Scope,
    missions: &[Id],
    lead: usize,
    stretch: Stretch,
    limit: i64,
    source: Source<'_>,
) {
    let (_, order) = scope.direction();
    let (table, id) = match source {
        Source::All => ("consignments", "id"),
        _ => ("consignment_terms", "consignment_id"),
    };
    sql.push(&format!("SELECT t.day AS day, t.{id} AS id FROM {table} t WHERE "));
    of_missions(sql, missions, "t.");
    match source {
        Source::All => &mut *sql,
        Source::Term(term) => sql.push("t.term = ").text(term).push(" AND "),
        Source::Each => sql.push("t.term = w.term COLLATE \"C\" AND "),
    };
    bounds(sql, scope, id, stretch);
    let several = scope.terms.get(lead).is_some_and(|terms| terms.len() > 1);
    others(sql, scope, lead, id, several, stretch.from);
    sql.push(&format!(" ORDER BY t.day {order}, t.{id} {order} LIMIT ")).bind(Bind::Int(limit));
}

fn of_missions(sql: &mut Sql, missions: &[Id], table: &str) {
    match missions {
        [] => {}
        [mission] => {
            sql.push(table).push("mission_id = ").bind(Bind::Id(*mission)).push(" AND ");
        }
        several => {
            sql.push(table).push("mission_id IN (");
            for (n, mission) in several.iter().enumerate() {
                sql.push(if n > 0 { ", " } else { "" }).bind(Bind::Id(*mission));
            }
            sql.push(") AND ");
        }
    }
}

/// A stretch as a condition. Never BETWEEN beside a cursor: SQLite would use one bound of the two.
fn bounds(sql: &mut Sql, scope: &Scope, id: &str, stretch: Stretch) {
    let (further, _) = scope.direction();
    sql.push(if scope.oldest_first { "t.day <= " } else { "t.day >= " }).bind(Bind::Int(stretch.to));
    sql.push(&format!(" AND (t.day, t.{id}) {further} ("));
    sql.bind(Bind::Int(stretch.from.0)).push(", ").bind(Bind::Id(stretch.from.1)).push(")");
}

/// The other sets, looked up row by row. The cursor is repeated inside, or PostgreSQL would merge from the top; where many
/// arms lead, a scalar look-up keeps it from merging once for each.
fn others(sql: &mut Sql, scope: &Scope, lead: usize, id: &str, scalar: bool, from: (i64, Id)) {
    let (further, _) = scope.direction();
    for (n, set) in scope.terms.iter().enumerate() {
        if n == lead {
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
            sql.push(&format!(" AND (x.day, x.consignment_id) {further} (")).bind(Bind::Int(from.0)).push(", ");
            sql.bind(Bind::Id(from.1)).push("))");
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
            of_missions(&mut sql, &scope.missions(), "t.");
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

/// The first or last date of all (`MIN`, `MAX`), as a day.
fn edge(db: &mut Db, which: &str) -> Result<i64> {
    let dated = format!("SELECT COALESCE({which}(day), 0) AS n FROM consignments WHERE day > {UNDATED}");
    let rows = sql_query(dated).load::<Number>(db)?;
    Ok(rows.first().map_or(0, |row| row.n))
}

/// The words that begin so, as terms; at most `limit`, jumping from word to word through the index.
pub fn words_beginning(db: &mut Db, mission: Option<Id>, prefix: &str, limit: i64) -> Result<Vec<String>> {
    let low = format!("w:{prefix}");
    // The first text after every text that begins so: Unicode's last character behind it.
    let high = format!("{low}\u{10ffff}");
    let mut sql = Sql::default();
    sql.push("WITH RECURSIVE x(term, n) AS (SELECT (SELECT MIN(term) FROM consignment_terms WHERE ");
    of_missions(&mut sql, mission.as_slice(), "");
    sql.push("term >= ")
        .text(&low)
        .push(" AND term < ")
        .text(&high)
        .push("), 1 UNION ALL SELECT (SELECT MIN(term) FROM consignment_terms WHERE ");
    of_missions(&mut sql, mission.as_slice(), "");
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
    let Some((part, stretch)) = scope.parts(None).into_iter().next() else { return Ok(String::new()) };
    let mut sql = statement(&part, 0, stretch, 51, lateral(db));
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
