//! Home: what is under way.

use crate::{
    accounts::{Act, Visitor},
    consignments::{self, terms::term},
    db::{Db, Pool},
    documents::sheet::{Chart, Two},
    error::Result,
    lang::filters,
    missions::{self, Brief},
    names::Names,
    reports::{
        filters::{ask, overdue, waiting},
        rows::{Row, rows},
        sheet::goods_chart,
        store::{self, Scope},
        summary::{ItemRow, Summary},
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
    /// What waits for the reader.
    work: Vec<Work>,
}

/// Something that waits for the reader: the first few, and where all of them are.
struct Work {
    /// Which sentences: `work-{word}`.
    word: &'static str,
    rows: Vec<Row>,
    more: bool,
}

/// How many of each are shown.
const SHOWN: i64 = 5;

/// What waits for someone: consignments overdue, waiting to be received, held up, where they may do something about it.
fn work(db: &mut Db, visitor: &Visitor) -> Result<Vec<Work>> {
    let lists = [
        ("overdue", Act::Log, overdue()),
        ("waiting", Act::Receive, waiting()),
        ("trouble", Act::Receive, vec![term("account", "trouble")]),
        ("papers", Act::Log, vec![term("account", "papers")]),
    ];
    let mut out = vec![];
    for (word, act, terms) in lists.into_iter().filter(|(_, act, _)| visitor.can(*act)) {
        let within = visitor.rights.reach(act).limits().map(<[Id]>::to_vec).unwrap_or_default();
        let found = store::page(db, &Scope { within, terms: vec![terms], ..Scope::default() }, None, SHOWN)?;
        if !found.ids.is_empty() {
            let shown = consignments::load(db, &found.ids)?;
            out.push(Work { word, rows: rows(db, &shown, visitor.lang)?, more: found.more });
        }
    }
    Ok(out)
}

/// An active mission on home.
struct Card {
    brief: Brief,
    summary: Summary,
}

/// How many bars the chart has.
const BARS: usize = 18;

impl Home {
    /// What was planned, dispatched and received by each mission and dimension, all of one by one scale.
    fn chart(&self) -> Chart<Two> {
        let mut rows: Vec<ItemRow> = vec![];
        for card in &self.missions {
            let own = card.summary.measures.iter().cloned();
            rows.extend(own.map(|row| ItemRow { goods: format!("{}: {}", card.brief.code, row.goods), ..row }));
        }
        rows.sort_by_key(|row| row.unit);
        goods_chart(&rows, BARS, self.frame.lang).beside(None)
    }

    /// A page is in one language.
    fn second_lang(&self) -> &'static str {
        ""
    }

    fn second_dir(&self) -> &'static str {
        "ltr"
    }
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
    let (missions, latest, work) = pool
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
            Ok((cards, rows(db, &latest, lang)?, work(db, &visitor)?))
        })
        .await?;
    web::html(StatusCode::OK, lang, &Home { frame, missions, latest, work })
}
