//! Home: what is under way.

use crate::{
    accounts::{Act, Visitor},
    consignments,
    db::Pool,
    error::Result,
    lang::filters,
    missions::{self, Brief},
    names::Names,
    reports::{
        filters::ask,
        rows::{Row, rows},
        store,
        summary::Summary,
    },
    values::Id,
    web::{self, Frame, Query},
};
use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

#[derive(Template)]
#[template(path = "reports/home.html")]
struct Home {
    frame: Frame,
    missions: Vec<Card>,
    latest: Vec<Row>,
}

/// An active mission on home.
struct Card {
    brief: Brief,
    summary: Summary,
}

/// `GET /`: what is under way.
pub async fn home(pool: Data<Pool>, frame: Frame, visitor: Visitor) -> Result<HttpResponse> {
    // Who may not look at missions begins with what they may.
    if !visitor.can(Act::Look) {
        let first = [(Act::Gifts, "/gifts"), (Act::People, "/people"), (Act::Audit, "/history")];
        let first = first.iter().find(|(act, _)| visitor.can(*act)).map_or("/me", |(_, path)| path);
        return Ok(web::see(first));
    }
    let lang = frame.lang;
    let (missions, latest) = pool
        .read(move |db| {
            let active = missions::active(db, &visitor.sees(), 6)?;
            let ids: Vec<Id> = active.iter().map(|m| m.id).collect();
            let mut sums = if ids.is_empty() { Default::default() } else { consignments::sums_by_state(db, &ids)? };
            let names = Names::none(lang);
            let cards = active
                .into_iter()
                .map(|brief| {
                    let cells = sums.remove(&brief.id).unwrap_or_default();
                    Card { brief, summary: Summary::of(&cells, &names, 0) }
                })
                .collect();
            let asked = ask(db, &Query::default(), "/", None, &visitor)?;
            let found = store::page(db, &asked.scope, None, 10)?;
            let latest = consignments::load(db, &found.ids)?;
            Ok((cards, rows(db, &latest, lang)?))
        })
        .await?;
    web::html(StatusCode::OK, lang, &Home { frame, missions, latest })
}
