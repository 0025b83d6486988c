//! A mission, and the sheet that is printed of it.

use super::{account::Account, known_done};
use crate::{
    accounts::{self, Act, Visitor},
    db::Pool,
    error::{Error, Result},
    history::{self, Entry, Subject},
    lang::filters,
    missions,
    values::Id,
    web::{self, Frame, Posted, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "reports/mission.html")]
struct MissionPage {
    frame: Frame,
    done: String,
    account: Account,
    entries: Vec<Entry>,
    visitor: Visitor,
}

impl MissionPage {
    /// Whether the reader may do something in this mission.
    fn may(&self, act: &str) -> bool {
        Act::from_code(act).is_some_and(|act| self.visitor.may(act, self.account.mission.id))
    }
}

/// `GET /missions/{id}`: a mission, its figures, its consignments and its past.
pub async fn mission(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = Query::parse(req.query_string()).get("done").to_string();
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let account = Account::load(db, id, &Query::default(), &path, false, &visitor)?;
            let entries = accounts::past(db, (Subject::Mission, id))?;
            Ok(MissionPage { frame, done: known_done(done), account, entries, visitor })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// `POST /missions/{id}/approvals`: approves the summary as it was seen. One that changed meanwhile is to be looked at
/// first.
pub async fn approve(pool: Data<Pool>, visitor: Visitor, id: Path<Id>, Posted(input): Posted) -> Result<HttpResponse> {
    let id = id.into_inner();
    let approved = pool
        .write(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Approve, id)?;
            let seen = input.get("seen") == mission.as_seen();
            if seen {
                missions::actions::approve(db, id, &visitor)?;
            }
            Ok(seen)
        })
        .await?;
    let word = if approved { "mission-approved" } else { "mission-not-approved" };
    Ok(web::see_done(&format!("/missions/{id}"), word))
}

#[derive(Template)]
#[template(path = "reports/sheet.html")]
struct Sheet {
    frame: Frame,
    account: Account,
    /// The address of the sheet with every consignment, when only some are shown.
    all: String,
    /// The end of the history's chain, to be written down with the figures.
    head: history::Head,
}

/// `GET /missions/{id}/summary`: the sheet that is printed; filtered as its address says, with `?all=1` listing every
/// consignment.
pub async fn sheet(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let query = Query::parse(req.query_string()).without(&["lang", "done"]);
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let everything = query.get("all") == "1";
            let account = Account::load(db, id, &query, &path, everything, &visitor)?;
            let all = if (account.more || account.summary.more_items > 0) && !everything {
                query.with("all", "1").on(&path)
            } else {
                String::new()
            };
            let head = history::heads(db)?;
            Ok(Sheet { frame, account, all, head })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}
