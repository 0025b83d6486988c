//! The history of consignments: searched, filtered, turned round, added up, printed.

use super::{MOST_SHEET, add_up};
use crate::{
    accounts::{Act, Visitor},
    catalogue::{self, Category},
    consignments::{self, Cells, Consignment, contributions},
    db::{Db, Pool},
    error::{Error, Result},
    lang::{Lang, filters},
    missions,
    names::Names,
    organisations, places,
    reports::{
        filters::{self as questions, Asked, ask},
        rows::{Row, rows},
        store::{self, Scope},
        summary::Summary,
    },
    values::{Id, Mode},
    web::{self, Cursor, Frame, Pager, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// Rows on a page of the list.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "reports/list.html")]
struct List {
    frame: Frame,
    /// The mission whose list it is; none for the list of all.
    mission: Option<(Id, String, String)>,
    path: String,
    query: Query,
    asked: Asked,
    rows: Vec<Row>,
    pager: Pager,
    /// The day down to which was looked, when the time was up.
    cut: String,
    totals: Option<Summary>,
    /// The address of the list in the other order.
    turned: String,
    /// The address that adds up, when that was not done at once.
    add_up: String,
    /// The address that lists all of them, to be printed; empty when they stand here.
    all: String,
    /// Whether there are more than stand here: said on paper.
    more: bool,
    /// Whether there were too many to add up.
    too_many: bool,
    csv: String,
    xlsx: String,
    suggest: Suggest,
    /// Whether the house holds no consignment at all.
    empty: bool,
}

impl List {
    /// Whether one of the folded filters is in force.
    fn more_filters(&self) -> bool {
        ["overdue", "waiting", "trouble", "papers", "differs", "expiry"]
            .iter()
            .any(|name| !self.query.get(name).is_empty())
    }
}

/// What the filters suggest.
struct Suggest {
    modes: Vec<(&'static str, String)>,
    statuses: Vec<(&'static str, String)>,
    categories: Vec<(&'static str, String)>,
    yes: Vec<(&'static str, String)>,
    expiry: Vec<(&'static str, String)>,
    organisations: Vec<String>,
    places: Vec<String>,
    goods: Vec<String>,
    missions: Vec<(String, String)>,
}

impl Suggest {
    fn load(db: &mut Db, visitor: &Visitor) -> Result<Self> {
        let (lang, reach, whole) = (visitor.lang, visitor.sees(), visitor.rights.everywhere(Act::Names));
        let list = |prefix: &str, codes: Vec<&'static str>| {
            let mut all = vec![("", lang.say("any"))];
            all.extend(codes.into_iter().map(|c| (c, lang.say(&format!("{prefix}-{}", c.replace('_', "-"))))));
            all
        };
        let statuses = consignments::Status::ALL.iter().map(|s| s.code()).chain(["contested", "void"]).collect();
        Ok(Self {
            modes: list("mode", Mode::ALL.iter().map(|m| m.code()).collect()),
            statuses: list("status", statuses),
            categories: list("category", Category::ALL.iter().map(|c| c.code()).collect()),
            yes: vec![("", lang.say("any")), ("1", lang.say("yes"))],
            expiry: vec![("", lang.say("any")), ("3", lang.say("expiry-3")), ("9", lang.say("expiry-9"))],
            organisations: if whole { organisations::some_names(db, 30)? } else { vec![] },
            places: if whole { places::some_names(db, 30)? } else { vec![] },
            goods: catalogue::some_names(db, lang, 60)?,
            missions: missions::list_codes(db, &reach, 30)?,
        })
    }
}

/// `GET /consignments`: every consignment, as filtered.
pub async fn list(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    list_page(pool, frame, visitor, req, None).await
}

/// `GET /missions/{id}/consignments`: one mission's consignments, as filtered.
pub async fn mission_list(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    list_page(pool, frame, visitor, req, Some(id.into_inner())).await
}

async fn list_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    of: Option<Id>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string()).without(&["lang", "done"]);
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let mission = match of {
                Some(id) => {
                    visitor.must(Act::Look, id)?;
                    let m = missions::find(db, id)?.ok_or(Error::NotFound)?;
                    Some((id, m.body.code, m.body.title))
                }
                None => None,
            };
            let asked = ask(db, &query, &path, of, &visitor)?;
            let after = Cursor::read(query.get("after"));
            let everything = query.get("all") == "1";
            let found = store::page(db, &asked.scope, after.as_ref(), if everything { MOST_SHEET } else { PAGE })?;
            let whole = consignments::load(db, &found.ids)?;
            let rows = rows(db, &whole, lang)?;
            let only_page = after.is_none() && !found.more && found.cut.is_none();
            let (totals, too_many) = totals(db, &asked.scope, &whole, only_page, query.get("totals") == "1", lang)?;
            let filtered = query.only(questions::NAMES).with("sort", query.get("sort"));
            let csv = match &mission {
                Some((_, code, _)) => filtered.with("mission", code),
                None => filtered.clone(),
            };
            Ok(List {
                more: found.more || after.is_some(),
                all: if (found.more || after.is_some()) && !everything {
                    query.without(&["after"]).with("all", "1").on(&path)
                } else {
                    String::new()
                },
                pager: Pager::of(&path, &query.without(&["totals"]), found.last, found.more),
                cut: found.cut.and_then(crate::values::day_of).map(|day| lang.day(day)).unwrap_or_default(),
                turned: {
                    let other = if asked.scope.oldest_first { "" } else { "oldest" };
                    query.without(&["after"]).with("sort", other).on(&path)
                },
                add_up: if totals.is_none() && !too_many { query.with("totals", "1").on(&path) } else { String::new() },
                csv: csv.on("/consignments.csv"),
                xlsx: csv.on("/consignments.xlsx"),
                suggest: Suggest::load(db, &visitor)?,
                empty: rows.is_empty() && of.is_none() && asked.tags.is_empty() && after.is_none(),
                frame,
                mission,
                path,
                query,
                asked,
                rows,
                totals,
                too_many,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// The totals of what is filtered: at once where they are kept or all on the page, else when asked for.
fn totals(
    db: &mut Db,
    scope: &Scope,
    page: &[Consignment],
    only_page: bool,
    wanted: bool,
    lang: Lang,
) -> Result<(Option<Summary>, bool)> {
    let mut cells = Cells::new();
    if let (true, Some(mission)) = (scope.is_mission(), scope.mission) {
        // Only what is shown: all the cells of a large mission are thousands.
        cells = consignments::sums_by_state(db, &[mission])?.remove(&mission).unwrap_or_default();
    } else if only_page {
        contributions::add_up(page, &mut cells);
    } else if !wanted || !add_up(db, scope, &mut cells)? {
        return Ok((None, wanted));
    }
    cells.retain(|cell, _| cell.facet == consignments::Facet::All);
    Ok((Some(Summary::of(&cells, &Names::none(lang), 0)), false))
}
