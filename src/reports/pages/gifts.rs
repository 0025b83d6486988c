//! A donor's report: what became of their own organisation's gifts. Their lines alone: no page of a consignment, no paper,
//! no history, no search, in which others' words would stand.

use crate::{
    accounts::Visitor,
    consignments::{self, Consignment, Facet, Figures, Measure, journey::State, said, terms::term},
    db::Pool,
    error::{Error, Result},
    lang::filters,
    missions,
    names::Names,
    organisations,
    reports::{
        rows::status_words,
        store::{self, Scope},
        summary,
    },
    values::Id,
    web::{self, Cursor, Frame, Pager, Query},
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use std::collections::HashMap;

/// Consignments on one page.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "reports/gifts.html")]
struct Gifts {
    frame: Frame,
    organisation: String,
    /// The other organisations, or missions, they may follow: (address, words).
    others: Vec<(String, String)>,
    lines: Vec<Gift>,
    /// Sent and received of each dimension: (sent, received).
    sums: Vec<(String, String)>,
    pager: Pager,
    more: bool,
}

/// One line of goods given.
struct Gift {
    reference: String,
    mission: String,
    goods: String,
    quantity: String,
    mode: String,
    date: String,
    date_kind: String,
    status: &'static str,
    status_words: String,
}

/// `GET /gifts`: the lines of the visitor's own organisation.
pub async fn gifts(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string()).only(&["of", "after"]);
    let page = pool
        .read(move |db| {
            let all = visitor.rights.donors();
            let chosen: usize = query.get("of").parse().unwrap_or(0);
            let (organisation, mission) = *all.get(chosen).ok_or(Error::NotFound)?;
            let organisation = organisations::standing(db, organisation)?;
            let ids = organisations::merged_ids(db, organisation)?;
            let terms = vec![ids.iter().map(|id| term("donor", id)).collect()];
            let scope = Scope { mission, terms, ..Scope::default() };
            let found = store::page(db, &scope, Cursor::read(query.get("after")).as_ref(), PAGE)?;
            let whole = consignments::load(db, &found.ids)?;
            let refs = whole.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
            let names = Names::load(db, lang, (vec![], vec![], refs.2))?;
            let briefs = missions::mentions(db, &whole.iter().map(|c| c.mission).collect::<Vec<_>>())?;
            let briefs: HashMap<Id, (String, String)> = briefs.into_iter().map(|m| (m.id, (m.code, m.title))).collect();
            let lines = whole.iter().flat_map(|c| given(c, &ids, &briefs, &names)).collect();
            let cells = consignments::sums_of_donors(db, &ids, mission)?;
            let sums =
                summary::by_unit(cells.iter().filter(|(c, _)| {
                    c.facet == Facet::Donor && c.measure == Measure::Quantity && State::sent(&c.state)
                }));
            let received = summary::by_unit(
                cells
                    .iter()
                    .filter(|(c, _)| c.facet == Facet::Donor && c.measure == Measure::Good && State::counts(&c.state)),
            );
            let sums = sums
                .into_iter()
                .map(|(unit, figures)| {
                    // More than was sent is no part of what was sent.
                    let got = received.get(&unit).map(|got| Figures { amount: got.amount.min(figures.amount), ..*got });
                    let got = got.map(|got| lang.sum(&got.sum(), unit)).unwrap_or_default();
                    (lang.sum(&figures.sum(), unit), got)
                })
                .collect();
            let owners: Vec<Id> = all.iter().map(|(id, _)| *id).collect();
            let owners = organisations::names(db, &owners)?;
            let limits: Vec<Id> = all.iter().filter_map(|(_, mission)| *mission).collect();
            let limits: HashMap<Id, String> =
                missions::mentions(db, &limits)?.into_iter().map(|m| (m.id, m.code)).collect();
            let words = |(id, mission): &(Id, Option<Id>)| {
                let name = owners.get(id).cloned().unwrap_or_default();
                match mission.and_then(|mission| limits.get(&mission)) {
                    Some(code) => format!("{name} · {code}"),
                    None => name,
                }
            };
            let others = (0..all.len())
                .filter(|n| *n != chosen)
                .map(|n| (format!("/gifts?of={n}"), all.get(n).map(words).unwrap_or_default()))
                .collect();
            Ok(Gifts {
                organisation: all.get(chosen).map(words).unwrap_or_default(),
                pager: Pager::of("/gifts", &query, found.last, found.more),
                more: found.more || !query.get("after").is_empty(),
                others,
                lines,
                sums,
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// The lines of a consignment that these organisations gave. What does not count was given by nobody.
fn given(c: &Consignment, ids: &[Id], briefs: &HashMap<Id, (String, String)>, names: &Names) -> Vec<Gift> {
    let lang = names.lang;
    let own = |donor: Option<Id>| donor.or(c.body.donor).is_some_and(|donor| ids.contains(&donor));
    let (code, title) = briefs.get(&c.mission).cloned().unwrap_or_default();
    let (date_kind, date) = match c.body.date() {
        Some((kind, when)) => (lang.say(&format!("date-{}", kind.code().replace('_', "-"))), lang.when(when)),
        None => (String::new(), String::new()),
    };
    let lines = c.body.lines.iter().filter(|line| c.counts() && line.found_by.is_none() && own(line.donor));
    lines
        .map(|line| Gift {
            reference: c.reference(&code),
            mission: title.clone(),
            goods: said::goods(line, names),
            quantity: lang.quantity(line.quantity),
            mode: crate::reports::rows::travels(&c.body, lang),
            date: date.clone(),
            date_kind: date_kind.clone(),
            status: c.body.status.code(),
            status_words: status_words(c.body.status, lang),
        })
        .collect()
}
