//! What is kept about consignments besides the records themselves can be derived from them again: the missions' sums,
//! what a consignment is found under, the status and dates it is listed by. `doctor` compares the two; `doctor --repair` puts what is kept
//! right.

use super::{
    contributions::{Cells, add_up},
    model::{Consignment, reference},
    store,
    terms::{Borne, terms},
};
use crate::{
    db::Db,
    error::Result,
    history::{self, Astray, Subject, Told, Verb},
    missions,
    values::{Id, Moment},
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
    /// Consignments listed by another status or date than their events come to.
    pub listed: Vec<Id>,
}

impl Differences {
    /// Whether anything differs.
    pub fn any(&self) -> bool {
        !(self.sums.is_empty() && self.terms.is_empty() && self.listed.is_empty())
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

/// Puts what is kept right, and tells what was wrong.
pub fn repair(db: &mut Db) -> Result<Differences> {
    let derived = compare(db)?;
    let Differences { sums, terms: missions, listed, .. } = &derived.differences;
    for mission in sums {
        store::replace_sums(db, *mission, derived.sums.get(mission).unwrap_or(&Cells::new()))?;
    }
    for mission in missions {
        store::delete_terms_of(db, *mission)?;
    }
    if !(missions.is_empty() && listed.is_empty()) {
        walk(db, |db, piece, numbers| {
            for consignment in piece {
                if missions.contains(&consignment.mission) {
                    store::insert_terms(
                        db,
                        consignment,
                        &terms(consignment, borne(numbers, consignment, &Borne::default())),
                    )?;
                }
                if listed.contains(&consignment.id) {
                    store::update_listed(db, consignment)?;
                }
            }
            Ok(())
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
        if derived.terms.get(&mission).copied().unwrap_or_default() != terms.get(&mission).copied().unwrap_or_default()
        {
            derived.differences.terms.push(mission);
        }
    }
    Ok(derived)
}

fn derive(db: &mut Db) -> Result<Derived> {
    let mut out = Derived::default();
    walk(db, |db, piece, numbers| {
        let ids: Vec<Id> = piece.iter().map(|c| c.id).collect();
        let listed = store::listed(db, &ids)?;
        for consignment in piece {
            out.differences.consignments += 1;
            let sums = out.sums.entry(consignment.mission).or_default();
            add_up([consignment], sums);
            let found = out.terms.entry(consignment.mission).or_default();
            for term in terms(consignment, borne(numbers, consignment, &Borne::default())) {
                found.add(&term, consignment.day(), consignment.id);
            }
            if listed.get(&consignment.id) != Some(&store::listed_by(consignment)) {
                out.differences.listed.push(consignment.id);
            }
        }
        Ok(())
    })?;
    Ok(out)
}

/// What consignments have from their missions.
type Numbers = HashMap<Id, Borne>;

fn borne<'a>(numbers: &'a Numbers, consignment: &Consignment, none: &'a Borne) -> &'a Borne {
    numbers.get(&consignment.id).unwrap_or(none)
}

fn numbers(db: &mut Db, all: &[Consignment]) -> Result<Numbers> {
    let ids: Vec<Id> = all.iter().map(|c| c.id).collect();
    let mut borne = store::former(db, &ids)?;
    borne.extend(all.iter().map(|c| (c.id, c.mission, c.number)));
    let missions: BTreeSet<Id> = borne.iter().map(|(_, mission, _)| *mission).collect();
    let missions: Vec<Id> = missions.into_iter().collect();
    let codes: HashMap<Id, String> = missions::mentions(db, &missions)?.into_iter().map(|m| (m.id, m.code)).collect();
    let mut out = Numbers::new();
    for (id, mission, number) in borne {
        let code = codes.get(&mission).map_or("", String::as_str);
        out.entry(id).or_default().numbers.push(reference(code, number));
    }
    let required = store::required(db, &missions)?;
    for c in all {
        out.entry(c.id).or_default().required = required.get(&c.mission).cloned().unwrap_or_default();
    }
    Ok(out)
}

/// What one consignment has from its missions.
pub fn borne_by(db: &mut Db, consignment: &Consignment) -> Result<Borne> {
    Ok(numbers(db, std::slice::from_ref(consignment))?.remove(&consignment.id).unwrap_or_default())
}

/// Visits all consignments, piece by piece, with their numbers.
fn walk(db: &mut Db, mut visit: impl FnMut(&mut Db, &[Consignment], &Numbers) -> Result<()>) -> Result<()> {
    let mut ids = store::ids_after(db, None, PIECE)?;
    while let Some(last) = ids.last().copied() {
        let piece = store::load(db, &ids)?;
        let numbers = numbers(db, &piece)?;
        visit(db, &piece, &numbers)?;
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

/// Consignments by their numbers as people write them.
pub fn references(db: &mut Db, ids: &[Id]) -> Result<Vec<String>> {
    let codes: HashMap<Id, String> = missions::list_codes_by_id(db)?.into_iter().collect();
    let code = |mission: &Id| codes.get(mission).map_or("", String::as_str);
    Ok(store::bearing(db, ids)?.into_iter().map(|(_, mission, number)| reference(code(&mission), number)).collect())
}

/// The consignments that cannot be read, because they hold what nobody could have written.
pub fn unreadable(db: &mut Db) -> Result<Vec<String>> {
    let (mut found, mut after) = (vec![], None);
    loop {
        let ids = store::ids_after(db, after, PIECE)?;
        let Some(last) = ids.last() else { break };
        after = Some(*last);
        if store::load(db, &ids).is_err() {
            found.extend(ids.into_iter().filter(|id| store::load(db, &[*id]).is_err()));
        }
    }
    references(db, &found)
}

/// The consignments held against their history, each by its number; what their missions keep of them (the last number, the
/// approval), by the mission's code.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Consignment)?;
    let codes: HashMap<Id, String> = missions::list_codes_by_id(db)?.into_iter().collect();
    let code = |mission: Id| codes.get(&mission).map_or("", String::as_str);
    let (left, moves) = (store::all_former(db)?, history::told_by(db, Subject::Consignment, Verb::Moved)?);
    let mut bore: HashMap<Id, Vec<String>> = HashMap::new();
    for (id, mission, number, _) in &left {
        bore.entry(*id).or_default().push(reference(code(*mission), *number));
    }
    let mut after = None;
    loop {
        let ids = store::ids_after(db, after, PIECE)?;
        let Some(last) = ids.last() else { break };
        after = Some(*last);
        let standing = store::standing(db, &ids)?;
        for (id, mission, number) in store::bearing(db, &ids)? {
            let bears = reference(code(mission), number);
            told.hold(id, standing.get(&id).map_or("", String::as_str), || bears.clone());
            // The numbers it left are those its moves tell of.
            let said = moves.get(&id).into_iter().flatten().map(|change| &change.1);
            if !bore.get(&id).into_iter().flatten().eq(said) {
                told.doubt(bears);
            }
        }
    }
    let highest = store::highest_numbers(db)?;
    for (mission, code, approved, last_number) in missions::approvals_and_numbers(db)? {
        let well = last_number == highest.get(&mission).copied().unwrap_or_default()
            && approved_well(db, mission, approved, &left)?;
        if !well {
            told.doubt(code);
        }
    }
    Ok(told.end())
}

/// Whether a mission's approval is the one its history tells of: it stands until something is done to the mission or to one
/// of its consignments, and no longer.
fn approved_well(db: &mut Db, mission: Id, approved: Option<Moment>, left: &[(Id, Id, i64, Moment)]) -> Result<bool> {
    let Some((entry, at)) = history::last_done(db, (Subject::Mission, mission), Verb::Approved)? else {
        return Ok(approved.is_none());
    };
    let since = history::subjects_since(db, entry)?;
    let changed = since.contains(&mission)
        || left.iter().any(|(_, of, _, when)| *of == mission && *when > at)
        || store::any_within(db, &since, mission)?;
    Ok(match approved {
        // Both are of one transaction, by one clock.
        Some(approved) => !changed && (at.0 - approved.0).num_seconds().abs() <= 60,
        None => changed,
    })
}
