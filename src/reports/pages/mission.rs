//! A mission.

use super::{
    account::{Account, Most},
    known_done,
};
use crate::{
    accounts::{self, Act, Visitor},
    consignments,
    db::Pool,
    documents::sheet::{Chart, Two},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::filters,
    missions,
    reports::sheet::{arrivals_chart, goods_chart, modes_chart},
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
    /// How many consignments are reports between which nobody has chosen.
    contested: i64,
}

/// How many bars a chart has on a screen.
const BARS: usize = 8;

impl MissionPage {
    /// Goods planned, dispatched, received; received by month; by mode: what the tables say, as bars.
    fn charts(&self) -> Vec<Chart<Two>> {
        let (s, lang) = (&self.account.summary, self.frame.lang);
        let charts =
            [goods_chart(&s.items, BARS, lang), arrivals_chart(&s.arrivals, BARS, lang), modes_chart(&s.by_mode, lang)];
        charts.into_iter().filter(|chart| !chart.bars.is_empty()).map(|chart| chart.beside(None)).collect()
    }

    /// A page is in one language.
    fn second_lang(&self) -> &'static str {
        ""
    }

    fn second_dir(&self) -> &'static str {
        "ltr"
    }

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
            let account = Account::load(db, id, (&Query::default(), &path), Most::page(), &visitor)?;
            let entries = accounts::past(db, (Subject::Mission, id))?;
            let contested = consignments::contested(db, id, None)?.len() as i64;
            Ok(MissionPage { contested, frame, done: known_done(done), account, entries, visitor })
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
