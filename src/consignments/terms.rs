//! Under what a consignment is found: one term for each filter value and each word of its own. Names of goods, places and
//! organisations are not among them: a searched word is first resolved to those records, so that "мука" finds flour and
//! a rename rewrites nothing (design 9.14).

use super::{model::Consignment, papers::Required};
use crate::values::{Id, When, words};
use chrono::Datelike;
use std::collections::BTreeSet;

/// The most words of a consignment that can be searched for.
const MOST_WORDS: usize = 400;

/// The term of a filter value, such as `mode:rail`.
pub fn term(kind: &str, value: impl std::fmt::Display) -> String {
    format!("{kind}:{value}")
}

/// What a consignment has from its missions.
#[derive(Debug, Clone, Default)]
pub struct Borne {
    /// The numbers it bore in other missions, and the one it bears, last; as people write them.
    pub numbers: Vec<String>,
    /// The papers its mission asks for.
    pub required: Vec<Required>,
}

/// Every term a consignment is found under.
pub fn terms(consignment: &Consignment, borne: &Borne) -> BTreeSet<String> {
    let numbers = &borne.numbers;
    let body = &consignment.body;
    let mut out = BTreeSet::new();
    let mut put = |kind: &str, value: &dyn std::fmt::Display| {
        out.insert(term(kind, value));
    };
    // Dates that span days are found by the days they span (reports::store).
    match body.date() {
        Some((_, When::Month { .. })) => put("date", &"month"),
        Some((_, When::Year(_))) => put("date", &"year"),
        _ => {}
    }
    put("status", &consignment.standing());
    if consignment.counts() {
        if consignment.differs() {
            put("account", &"differs");
        }
        if consignment.lacks_papers(&borne.required) {
            put("account", &"papers");
        }
        if consignment.in_trouble() {
            put("account", &"trouble");
        }
        let awaited = matches!(
            body.status,
            super::Status::Planned | super::Status::Ready | super::Status::InTransit | super::Status::PartlyReceived
        );
        let due = body.legs.iter().filter(|leg| leg.arrived.is_none()).filter_map(|leg| leg.planned_arrival);
        for due in due.filter(|_| awaited) {
            put("due", &due.last());
            put("due", &When::Month { year: due.last().year(), month: due.last().month() }.iso());
            put("due", &due.last().year());
        }
        for expiry in body.lines.iter().filter_map(|line| line.expiry).map(When::last) {
            put("expiry", &When::Month { year: expiry.year(), month: expiry.month() }.iso());
            put("expiry", &expiry.year());
        }
    }
    let organisation = |id: Option<Id>, put: &mut dyn FnMut(&str, &dyn std::fmt::Display)| {
        if let Some(id) = id {
            put("org", &id);
        }
    };
    organisation(body.consignor, &mut put);
    organisation(body.consignee, &mut put);
    organisation(body.donor, &mut put);
    if let Some(donor) = body.donor {
        put("donor", &donor);
    }
    for line in &body.lines {
        for good in &line.goods {
            put("category", &good.category);
        }
        if let Some(donor) = line.donor.or(body.donor) {
            put("donor", &donor);
            put("org", &donor);
        }
        for item in line.goods.iter().filter_map(|g| g.item) {
            put("item", &item);
        }
    }
    for leg in &body.legs {
        put("mode", &leg.mode);
        organisation(leg.carrier, &mut put);
        for (kind, place) in [("from", leg.from), ("via", leg.via), ("to", leg.to)] {
            if let Some(place) = place {
                put(kind, &place);
                put("place", &place);
            }
        }
    }
    let mut text = numbers.to_vec();
    // As one may type it: 37 for M-1/037.
    let short = numbers.iter().filter_map(|number| number.rsplit('/').next());
    text.extend(short.map(|number| number.trim_start_matches('0').to_string()));
    text.extend([&body.external_ref, &body.remarks, &body.source].map(String::from));
    for line in &body.lines {
        text.extend(line.goods.iter().filter(|g| g.item.is_none()).map(|g| g.name.clone()));
        text.extend([&line.batch, &line.note, &line.hs, &line.dangerous].map(String::from));
    }
    text.extend(consignment.units.iter().map(|unit| unit.number.clone()));
    text.extend(body.legs.iter().map(|leg| leg.document.clone()));
    for word in words(&text.join(" ")).into_iter().take(MOST_WORDS) {
        put("w", &word);
    }
    out
}
