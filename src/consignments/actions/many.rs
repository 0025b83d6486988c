//! Logging many consignments at once, as a file brings them.

use super::{happenings, record, with_own_ids};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        contributions::{self, Cells},
        model::{Body, Consignment, Void},
        store,
        terms::{Borne, terms},
    },
    db::Db,
    error::Result,
    history::Verb,
    missions::{self, Mission},
    values::{Id, Moment},
};
use std::collections::BTreeSet;

/// A consignment to be logged among many.
#[derive(Debug, Clone)]
pub struct New {
    /// What it states.
    pub body: Body,
    /// The number it is to bear, where that is given and still free; else the mission's next.
    pub number: Option<i64>,
    /// The conflicting reports it is one of; empty where it is the only one.
    pub contested: String,
    /// Why it is void from the first; `None` where it is not.
    pub void: Option<String>,
    /// Where it comes from: what its history says.
    pub origin: String,
}

impl From<Body> for New {
    fn from(body: Body) -> Self {
        Self { body, number: None, contested: String::new(), void: None, origin: String::new() }
    }
}

/// Logs many consignments of one mission at once, and answers with them as they are kept, in order. Each is written with its
/// terms, its part of the sums and a line of history that says where it comes from.
pub fn log_many(db: &mut Db, mission: &Mission, all: Vec<New>, who: &Visitor) -> Result<Vec<Consignment>> {
    who.must(Act::Log, mission.id)?;
    if all.iter().any(|new| new.void.is_some()) {
        who.must(Act::Void, mission.id)?;
    }
    let now = Moment::now();
    let wanted: Vec<i64> = all.iter().filter_map(|new| new.number).collect();
    let mut taken: BTreeSet<i64> = store::taken_numbers(db, mission.id, &wanted)?.into_iter().collect();
    let mut given = vec![];
    for new in &all {
        given.push(new.number.filter(|number| *number > 0 && taken.insert(*number)));
    }
    // What was given stands first; what follows is counted on from the highest.
    missions::reach_number(db, mission.id, given.iter().flatten().copied().max().unwrap_or_default())?;
    let unnumbered = given.iter().filter(|number| number.is_none()).count() as i64;
    let mut next = if unnumbered > 0 { missions::next_numbers(db, mission.id, unnumbered)? } else { 0 };
    let mut origins = vec![];
    let mut made: Vec<Consignment> = vec![];
    for (new, number) in all.into_iter().zip(given) {
        let number = number.unwrap_or_else(|| {
            next += 1;
            next - 1
        });
        let body = with_own_ids(new.body, None);
        let events = happenings(None, &body, who, now);
        let mut c = Consignment { number, ..Consignment::new(Id::fresh(), mission.id, body, events, now) };
        c.contested = new.contested;
        c.void = new.void.map(|reason| Void { reason, at: now });
        made.push(c);
        origins.push(new.origin);
    }
    let required = store::required(db, &[mission.id])?.remove(&mission.id).unwrap_or_default();
    let borne = |c: &Consignment| Borne { numbers: vec![c.reference(&mission.body.code)], required: required.clone() };
    store::insert_many(db, &made, |c| terms(c, &borne(c)))?;
    let mut sums = Cells::new();
    contributions::add_up(&made, &mut sums);
    for (c, origin) in made.iter().zip(&origins) {
        record(db, who, Verb::Created, c, origin, vec![])?;
    }
    store::add_sums(db, mission.id, &sums)?;
    missions::actions::unsettle(db, mission.id)?;
    Ok(made)
}
