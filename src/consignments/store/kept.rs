//! What is kept beside the consignments: the terms they are found under and the sums of their missions.

use super::BATCH;
use crate::{
    consignments::{
        contributions::{Cell, Cells, Facet, Figures, Measure},
        model::Consignment,
    },
    db::{
        Db,
        schema::{consignment_terms, mission_sums as sums},
    },
    each,
    error::Result,
    values::{Id, sql},
};
use diesel::{prelude::*, sql_query, upsert::excluded};
use std::collections::{BTreeSet, HashMap};

/// The most names offered to someone who keeps to some missions.
const MOST_NAMES: i64 = 40;

/// The names of organisations and places that some missions use.
pub(in crate::consignments) fn names_used(db: &mut Db, missions: &[Id]) -> Result<(Vec<String>, Vec<String>)> {
    let mut ids = |kind: &str| -> Result<Vec<Id>> {
        // The colon ends the kind; the semicolon comes after it.
        let (first, last) = (format!("{kind}:"), format!("{kind};"));
        let terms: Vec<String> = consignment_terms::table
            .filter(consignment_terms::mission_id.eq_any(missions))
            .filter(consignment_terms::term.ge(&first).and(consignment_terms::term.lt(&last)))
            .select(consignment_terms::term)
            .distinct()
            .limit(MOST_NAMES)
            .load(db)?;
        Ok(terms.iter().filter_map(|term| term.strip_prefix(&first)?.parse().ok()).collect())
    };
    let (organisations, places) = (ids("org")?, ids("place")?);
    let mut organisations: Vec<String> = crate::organisations::names(db, &organisations)?.into_values().collect();
    let mut places: Vec<String> = crate::places::labels(db, &places)?.into_values().map(|it| it.full_label()).collect();
    organisations.sort_unstable();
    places.sort_unstable();
    Ok((organisations, places))
}

/// Writes what a consignment is found under.
pub(in crate::consignments) fn insert_terms(db: &mut Db, c: &Consignment, terms: &BTreeSet<String>) -> Result<()> {
    insert_term_rows(db, term_rows(c, terms.clone()).collect())
}

pub(super) fn term_rows(c: &Consignment, terms: BTreeSet<String>) -> impl Iterator<Item = TermRow> {
    let (day, id, mission) = (c.day(), c.id, c.mission);
    terms.into_iter().map(move |term| (term, day, id, mission))
}

pub(super) fn insert_term_rows(db: &mut Db, rows: Vec<TermRow>) -> Result<()> {
    use consignment_terms as terms;
    for rows in rows.chunks(BATCH) {
        let rows: Vec<_> = rows
            .iter()
            .map(|(term, day, id, mission)| {
                (terms::term.eq(term), terms::day.eq(day), terms::consignment_id.eq(id), terms::mission_id.eq(mission))
            })
            .collect();
        each!(db, conn => diesel::insert_into(terms::table).values(rows).execute(conn))?;
    }
    Ok(())
}

/// Takes away what a consignment was found under; the terms are known, so that each is one look-up.
pub(in crate::consignments) fn delete_terms(db: &mut Db, c: &Consignment, terms: &BTreeSet<String>) -> Result<()> {
    for term in terms {
        diesel::delete(consignment_terms::table.find((term, c.day(), c.id))).execute(db)?;
    }
    Ok(())
}

/// A row of what a consignment is found under: (term, day, consignment, mission).
pub(in crate::consignments) type TermRow = (String, i64, Id, Id);

/// The next rows of what consignments are found under, in key order: for walks over all of them.
pub(in crate::consignments) fn terms_after(
    db: &mut Db,
    after: Option<(String, i64, Id)>,
    limit: i64,
) -> Result<Vec<TermRow>> {
    use consignment_terms::{consignment_id, day, mission_id, term};
    let mut query = consignment_terms::table
        .select((term, day, consignment_id, mission_id))
        .order((term, day, consignment_id))
        .limit(limit)
        .into_boxed();
    if let Some((t, d, id)) = after {
        let later = term.gt(t.clone()).or(day.gt(d)).or(day.eq(d).and(consignment_id.gt(id)));
        query = query.filter(term.ge(t).and(later));
    }
    Ok(query.load(db)?)
}

/// Takes away what a mission's consignments are found under, to be written anew.
pub(in crate::consignments) fn delete_terms_of(db: &mut Db, mission: Id) -> Result<()> {
    diesel::delete(consignment_terms::table.filter(consignment_terms::mission_id.eq(mission))).execute(db)?;
    Ok(())
}

type SumRow = (Id, Facet, String, Measure, String, String, i64, i64, i64, i64, i64, i64);

/// Adds differences to a mission's kept sums. The cells come in key order, so that two writers never wait for each other
/// crosswise; what came to nothing is taken away.
pub(in crate::consignments) fn add_sums(db: &mut Db, mission: Id, differences: &Cells) -> Result<()> {
    let rows: Vec<_> = differences
        .iter()
        .map(|(cell, f)| {
            (
                sums::mission_id.eq(mission),
                sums::facet.eq(cell.facet),
                sums::value.eq(&cell.value),
                sums::measure.eq(cell.measure),
                sums::unit.eq(&cell.unit),
                sums::state.eq(&cell.state),
                sums::amount.eq(f.amount),
                sums::lines.eq(f.lines),
                sums::about.eq(f.about),
                sums::at_least.eq(f.at_least),
                sums::at_most.eq(f.at_most),
                sums::not_stated.eq(f.not_stated),
            )
        })
        .collect();
    let key = (sums::mission_id, sums::facet, sums::value, sums::measure, sums::unit, sums::state);
    let added = (
        sums::amount.eq(sums::amount + excluded(sums::amount)),
        sums::lines.eq(sums::lines + excluded(sums::lines)),
        sums::about.eq(sums::about + excluded(sums::about)),
        sums::at_least.eq(sums::at_least + excluded(sums::at_least)),
        sums::at_most.eq(sums::at_most + excluded(sums::at_most)),
        sums::not_stated.eq(sums::not_stated + excluded(sums::not_stated)),
    );
    match db {
        Db::Postgres(c) => {
            for rows in rows.chunks(BATCH) {
                diesel::insert_into(sums::table).values(rows).on_conflict(key).do_update().set(added).execute(c)?;
            }
        }
        Db::Sqlite(c) => {
            for row in rows {
                diesel::insert_into(sums::table).values(row).on_conflict(key).do_update().set(added).execute(c)?;
            }
        }
    }
    let emptied = differences.values().any(|f| f.lines < 0 || f.amount < 0);
    if emptied {
        diesel::delete(
            sums::table.filter(sums::mission_id.eq(mission)).filter(sums::lines.eq(0).and(sums::amount.eq(0))),
        )
        .execute(db)?;
    }
    Ok(())
}

/// The kept sums of what some organisations gave, in one mission or in all.
pub fn sums_of_donors(db: &mut Db, ids: &[Id], mission: Option<Id>) -> Result<Cells> {
    let donors: Vec<String> = ids.iter().map(Id::to_string).collect();
    let mut query = sums::table.filter(sums::facet.eq(Facet::Donor).and(sums::value.eq_any(donors))).into_boxed();
    if let Some(mission) = mission {
        query = query.filter(sums::mission_id.eq(mission));
    }
    let rows: Vec<SumRow> = query.load(db)?;
    let mut cells = Cells::new();
    for (_, key, figures) in rows.into_iter().map(cell) {
        cells.entry(key).or_default().add(&figures, 1);
    }
    Ok(cells)
}

/// What a summary tells of a mission's kept sums; of donors, legs and the like only the `parts` it tells, and of those what
/// counts, whatever its state: a mission of many months holds many thousands of cells.
pub fn sums_of(db: &mut Db, mission: Id, parts: &[Facet]) -> Result<Cells> {
    #[derive(QueryableByName)]
    #[diesel(table_name = sums)]
    struct Told {
        facet: Facet,
        value: String,
        measure: Measure,
        unit: String,
        amount: i64,
        lines: i64,
        about: i64,
        at_least: i64,
        at_most: i64,
        not_stated: i64,
    }
    let told_by_state = (sums::facet.eq_any([Facet::All, Facet::Mode, Facet::Reason]))
        .or(sums::facet.eq(Facet::Status).and(sums::measure.eq(Measure::Consignments)))
        .or(sums::facet.eq(Facet::Item).and(sums::measure.ne(Measure::Consignments)));
    let rows: Vec<SumRow> = sums::table.filter(sums::mission_id.eq(mission).and(told_by_state)).load(db)?;
    // Codes are the program's own words; the empty one keeps the list from being empty, which PostgreSQL refuses.
    let parts: Vec<String> = parts.iter().map(|facet| format!("'{}'", facet.code())).chain(["''".into()]).collect();
    let whole: Vec<Told> = sql_query(format!(
        "SELECT facet, value, measure, unit, CAST(SUM(amount) AS BIGINT) AS amount, CAST(SUM(lines) AS BIGINT) AS lines,
           CAST(SUM(about) AS BIGINT) AS about, CAST(SUM(at_least) AS BIGINT) AS at_least,
           CAST(SUM(at_most) AS BIGINT) AS at_most, CAST(SUM(not_stated) AS BIGINT) AS not_stated
         FROM mission_sums WHERE mission_id = $1 AND facet IN ({}) AND state <> 'cancelled'
         GROUP BY facet, value, measure, unit",
        parts.join(", ")
    ))
    .bind::<sql::Id, _>(mission)
    .load(db)?;
    let whole = whole.into_iter().map(|row| {
        let Told { facet, value, measure, unit, amount, lines, about, at_least, at_most, not_stated } = row;
        let cell = Cell { facet, value, measure, unit, state: String::new() };
        (cell, Figures { amount, lines, about, at_least, at_most, not_stated })
    });
    Ok(rows.into_iter().map(cell).map(|(_, cell, figures)| (cell, figures)).chain(whole).collect())
}

/// The kept sums of some missions that tell nothing apart but states: what home shows.
pub fn sums_by_state(db: &mut Db, missions: &[Id]) -> Result<HashMap<Id, Cells>> {
    let rows: Vec<SumRow> =
        sums::table.filter(sums::mission_id.eq_any(missions)).filter(sums::facet.eq(Facet::All)).load(db)?;
    let mut out: HashMap<Id, Cells> = HashMap::new();
    for (mission, cell, figures) in rows.into_iter().map(cell) {
        out.entry(mission).or_default().insert(cell, figures);
    }
    Ok(out)
}

fn cell(
    (mission, facet, value, measure, unit, state, amount, lines, about, at_least, at_most, not_stated): SumRow,
) -> (Id, Cell, Figures) {
    let cell = Cell { facet, value, measure, unit, state };
    (mission, cell, Figures { amount, lines, about, at_least, at_most, not_stated })
}

/// Every kept sum of the house, for `doctor`.
pub fn all_sums(db: &mut Db) -> Result<HashMap<Id, Cells>> {
    let rows: Vec<SumRow> = sums::table.load(db)?;
    let mut out: HashMap<Id, Cells> = HashMap::new();
    for (mission, cell, figures) in rows.into_iter().map(cell) {
        out.entry(mission).or_default().insert(cell, figures);
    }
    Ok(out)
}

/// Puts a mission's kept sums right: what `doctor --repair` does when they differ from the lines.
pub fn replace_sums(db: &mut Db, mission: Id, cells: &Cells) -> Result<()> {
    diesel::delete(sums::table.filter(sums::mission_id.eq(mission))).execute(db)?;
    add_sums(db, mission, cells)
}
