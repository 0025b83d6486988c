//! What is kept about consignments besides the records themselves can be derived from them again: the missions' sums,
//! what a consignment is found under, how far it has come. `doctor` compares the two; `doctor --repair` puts what is kept
//! right.

use super::{
    contributions::{Cells, contributions},
    journey::{counting, status_of},
    model::Consignment,
    store,
    terms::terms,
};
use crate::{
    db::Db,
    error::{Error, Result},
    missions,
    values::Id,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

/// How many consignments, or rows of terms, are looked at in one piece.
const PIECE: i64 = 1000;

/// Where what is kept differs from the records.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// How many consignments were looked at.
    pub consignments: i64,
    /// Missions whose sums differ.
    pub sums: Vec<Id>,
    /// Missions whose consignments are found under other terms than they should be.
    pub terms: Vec<Id>,
    /// Consignments whose status is not what their events come to.
    pub statuses: Vec<Id>,
}

impl Differences {
    /// Whether anything differs.
    pub fn any(&self) -> bool {
        !(self.sums.is_empty() && self.terms.is_empty() && self.statuses.is_empty())
    }
}

/// A set of rows in a few bytes, whatever their order.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Checksum {
    rows: i64,
    sum: u64,
}

impl Checksum {
    fn add(&mut self, term: &str, day: i64, consignment: Id) {
        let mut hash = DefaultHasher::new();
        (term, day, consignment).hash(&mut hash);
        self.rows += 1;
        self.sum = self.sum.wrapping_add(hash.finish());
    }
}

/// What the records come to.
#[derive(Default)]
struct Derived {
    sums: BTreeMap<Id, Cells>,
    terms: BTreeMap<Id, Checksum>,
    differences: Differences,
}

/// Compares what is kept with the records; to be called in one transaction.
pub fn differences(db: &mut Db) -> Result<Differences> {
    Ok(compare(db)?.differences)
}

/// Puts what is kept right, and tells what was wrong. A status is left as it is: it may be the events that are wrong.
pub fn repair(db: &mut Db) -> Result<Differences> {
    let derived = compare(db)?;
    for mission in &derived.differences.sums {
        store::replace_sums(db, *mission, derived.sums.get(mission).unwrap_or(&Cells::new()))?;
    }
    let wrong: BTreeSet<Id> = derived.differences.terms.iter().copied().collect();
    for mission in &wrong {
        store::delete_terms_of(db, *mission)?;
    }
    if !wrong.is_empty() {
        walk(db, |db, consignment, code| {
            if !wrong.contains(&consignment.mission) {
                return Ok(());
            }
            store::insert_terms(db, consignment, &terms(consignment, code))
        })?;
    }
    Ok(derived.differences)
}

fn compare(db: &mut Db) -> Result<Derived> {
    let mut derived = derive(db)?;
    let (sums, terms) = (store::all_sums(db)?, kept_terms(db)?);
    let none = Cells::new();
    let missions: BTreeSet<Id> =
        derived.sums.keys().chain(derived.terms.keys()).chain(sums.keys()).chain(terms.keys()).copied().collect();
    for mission in missions {
        let told = |cells: Option<&Cells>| {
            let cells = cells.unwrap_or(&none).iter().filter(|(_, figures)| !figures.is_zero());
            cells.map(|(cell, figures)| (cell.clone(), *figures)).collect::<Vec<_>>()
        };
        if told(derived.sums.get(&mission)) != told(sums.get(&mission)) {
            derived.differences.sums.push(mission);
        }
        if derived.terms.get(&mission).copied().unwrap_or_default() != terms.get(&mission).copied().unwrap_or_default() {
            derived.differences.terms.push(mission);
        }
    }
    Ok(derived)
}

fn derive(db: &mut Db) -> Result<Derived> {
    let mut out = Derived::default();
    walk(db, |_, consignment, code| {
        out.differences.consignments += 1;
        let sums = out.sums.entry(consignment.mission).or_default();
        for (cell, figures) in contributions(consignment) {
            sums.entry(cell).or_default().add(&figures, 1);
        }
        let found = out.terms.entry(consignment.mission).or_default();
        for term in terms(consignment, code) {
            found.add(&term, consignment.day(), consignment.id);
        }
        let last_leg = consignment.body.legs.last().map(|leg| leg.id);
        if status_of(&counting(&consignment.events), last_leg) != consignment.body.status {
            out.differences.statuses.push(consignment.id);
        }
        Ok(())
    })?;
    Ok(out)
}

/// Visits every consignment with its mission's code, piece by piece.
fn walk(db: &mut Db, mut visit: impl FnMut(&mut Db, &Consignment, &str) -> Result<()>) -> Result<()> {
    let mut codes: HashMap<Id, String> = HashMap::new();
    let mut ids = store::ids_after(db, None, PIECE)?;
    while let Some(last) = ids.last().copied() {
        for consignment in store::load(db, &ids)? {
            let mission = consignment.mission;
            if !codes.contains_key(&mission) {
                let found = missions::find(db, mission)?.ok_or(Error::NotFound)?;
                codes.insert(mission, found.body.code);
            }
            visit(db, &consignment, codes.get(&mission).map_or("", String::as_str))?;
        }
        ids = store::ids_after(db, Some(last), PIECE)?;
    }
    Ok(())
}

fn kept_terms(db: &mut Db) -> Result<BTreeMap<Id, Checksum>> {
    let mut out: BTreeMap<Id, Checksum> = BTreeMap::new();
    let mut rows = store::terms_after(db, None, PIECE * 10)?;
    while let Some((term, day, id, _)) = rows.last().cloned() {
        for (term, day, id, mission) in &rows {
            out.entry(*mission).or_default().add(term, *day, *id);
        }
        rows = store::terms_after(db, Some((term, day, id)), PIECE * 10)?;
    }
    Ok(out)
}
