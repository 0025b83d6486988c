//! The lists that look into many rooms, for programs: consignments, and the whole history.

use super::{filters::ask, pages::log, store};
use crate::{
    accounts::{self, Visitor, api::PastEntry},
    catalogue::Category,
    consignments::{
        self,
        api::{ConsignmentRecord, refs},
    },
    db::Pool,
    history::{self, Subject, Verb},
    missions,
    names::{Names, join},
    values::{Id, Mode},
    web::{
        Cursor,
        json::{self, After, Asked, Fault, Limit, Page},
    },
};
use actix_web::{HttpResponse, web::Data};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};

/// Yes: the only answer a filter of this kind takes.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
pub enum Yes {
    /// Only those of which it is so.
    #[serde(rename = "1")]
    Yes,
}

/// What the list of consignments is asked: as its page is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "the list reads its question itself; here its names and values are told and held to")]
pub struct ConsignmentsAsked {
    /// The code of their mission.
    mission: Option<String>,
    /// Words that begin words of what they name or say.
    q: Option<String>,
    /// Who gives.
    donor: Option<String>,
    /// How they travel.
    mode: Option<Mode>,
    /// How they stand: a status, `void` or `contested`.
    status: Option<String>,
    /// What they hold.
    category: Option<Category>,
    /// An item they hold.
    item: Option<String>,
    /// Where they come from.
    from: Option<String>,
    /// Where they go.
    to: Option<String>,
    /// From which date on.
    since: Option<String>,
    /// Until which date.
    until: Option<String>,
    /// That should be there and are not.
    #[param(inline)]
    overdue: Option<Yes>,
    /// That arrived and were not received.
    #[param(inline)]
    waiting: Option<Yes>,
    /// Something holds them up.
    #[param(inline)]
    trouble: Option<Yes>,
    /// Papers are lacking.
    #[param(inline)]
    papers: Option<Yes>,
    /// What arrived differs from what was sent.
    #[param(inline)]
    differs: Option<Yes>,
    /// What keeps for less than so many months: 3 or 9.
    expiry: Option<String>,
    /// `oldest` turns the list round.
    sort: Option<String>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[param(inline)]
    after: Option<After>,
}

/// Consignments as filtered, the newest first.
#[utoipa::path(get, path = "/api/v1/consignments", tag = "consignments", operation_id = "list_consignments",
    params(ConsignmentsAsked), responses((status = OK, body = Page<ConsignmentRecord>)))]
pub async fn list_consignments(
    pool: Data<Pool>,
    visitor: Visitor,
    Asked { it, query }: Asked<ConsignmentsAsked>,
) -> Result<HttpResponse, Fault> {
    let (path, limit, after) = ("/api/v1/consignments", it.limit.0, it.after.map(|after| after.0));
    let question = query.clone();
    let found = pool
        .read(move |db| {
            let asked = ask(db, &question, path, None, &visitor)?;
            if !asked.problems.is_empty() {
                return Ok(Err(asked.problems));
            }
            let page = store::page(db, &asked.scope, after.as_ref(), limit)?;
            let all = consignments::load(db, &page.ids)?;
            let missions: Vec<Id> = all.iter().map(|c| c.mission).collect();
            let codes = missions::mentions(db, &missions)?;
            let codes: HashMap<Id, String> = codes.into_iter().map(|it| (it.id, it.code)).collect();
            let named = all.iter().map(refs).reduce(join).unwrap_or_default();
            let names = Names::load(db, visitor.lang, named)?;
            let code = |c: &consignments::Consignment| codes.get(&c.mission).map_or("", String::as_str);
            let items: Vec<_> = all.iter().map(|c| ConsignmentRecord::of(c, code(c), &names)).collect();
            Ok(Ok((items, page.last.filter(|_| page.more))))
        })
        .await?;
    let (items, last) = found.map_err(|problems| Fault::question(&problems))?;
    json::listed(items, (path, &query, last))
}

/// What the history is asked: as its page is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "the log reads its question itself; here its names and values are told and held to")]
pub struct HistoryAsked {
    /// Who did it: a sign-in name.
    person: Option<String>,
    /// To what kind of record.
    kind: Option<Subject>,
    /// To which record: an id, a code, a number, a name.
    record: Option<String>,
    /// What was done.
    verb: Option<Verb>,
    /// From which date on.
    since: Option<String>,
    /// Until which date.
    until: Option<String>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[param(inline)]
    after: Option<After>,
}

/// The whole history, the newest first.
#[utoipa::path(get, path = "/api/v1/history", tag = "history", operation_id = "list_history",
    params(HistoryAsked), responses((status = OK, body = Page<PastEntry>)))]
pub async fn list_history(
    pool: Data<Pool>,
    visitor: Visitor,
    Asked { it, query }: Asked<HistoryAsked>,
) -> Result<HttpResponse, Fault> {
    let (limit, after, question) = (it.limit.0, it.after.map(|after| after.0), query.clone());
    let found = pool
        .read(move |db| {
            let (asked, problems) = log::ask(db, &question, visitor.lang)?;
            if !problems.is_empty() {
                return Ok(Err(problems));
            }
            let (entries, more) = history::page(db, &asked, after.as_ref(), limit)?;
            Ok(Ok((accounts::named_fully(db, entries)?, more)))
        })
        .await?;
    let (entries, more) = found.map_err(|problems| Fault::question(&problems))?;
    let last = entries.last().filter(|_| more).map(|it| Cursor { key: String::new(), id: it.id });
    json::listed(entries.into_iter().map(PastEntry::of).collect(), ("/api/v1/history", &query, last))
}
