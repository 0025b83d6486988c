//! The pages of the reading room.

use super::{
    filters::{Asked, ask},
    rows::{Row, rows},
    store::{self, Scope},
    summary::{self, Summary},
};
use crate::{
    catalogue::{self, Category},
    consignments::{self, Cells, Consignment, Figures, contributions::TOGETHER, journey::Event, said},
    db::{Db, Pool},
    error::{Error, Result},
    history::{self, Entry, Subject},
    lang::{Lang, filters},
    missions::{self, Brief, Mission},
    names::Names,
    organisations, places,
    values::{Id, Mode, Unit, When},
    web::{self, Cursor, Frame, Pager, Posted, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::borrow::Borrow;

/// Rows on a page of the list.
const PAGE: i64 = 50;

/// The most consignments whose sums are added up on request.
const MOST_ADDED: usize = 100_000;

/// How many are fetched whole at a time.
pub(super) const PIECE: i64 = 500;

// ---- home

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

/// `GET /`: what is under way. Anyone may.
pub async fn home(pool: Data<Pool>, frame: Frame) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (missions, latest) = pool
        .read(move |db| {
            let active = missions::active(db, 6)?;
            let ids: Vec<Id> = active.iter().map(|m| m.id).collect();
            let mut sums = if ids.is_empty() { Default::default() } else { consignments::sums_by_state(db, &ids)? };
            let names = Names::load(db, lang, Default::default())?;
            let cards = active
                .into_iter()
                .map(|brief| {
                    let cells = sums.remove(&brief.id).unwrap_or_default();
                    Card { brief, summary: Summary::of(&cells, &names, 0) }
                })
                .collect();
            let found = store::page(db, &Scope::default(), None, 10)?;
            let latest = consignments::load(db, &found.ids)?;
            Ok((cards, rows(db, &latest, lang)?.0))
        })
        .await?;
    web::html(StatusCode::OK, lang, &Home { frame, missions, latest })
}

// ---- the list

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
    suggest: Suggest,
    /// Whether the house holds no consignment at all.
    empty: bool,
}

/// What the filters suggest.
struct Suggest {
    modes: Vec<(&'static str, String)>,
    statuses: Vec<(&'static str, String)>,
    categories: Vec<(&'static str, String)>,
    organisations: Vec<String>,
    places: Vec<String>,
    goods: Vec<String>,
    missions: Vec<(String, String)>,
}

impl Suggest {
    fn load(db: &mut Db, lang: Lang) -> Result<Self> {
        let list = |prefix: &str, codes: Vec<&'static str>| {
            let mut all = vec![("", lang.say("any"))];
            all.extend(codes.into_iter().map(|c| (c, lang.say(&format!("{prefix}-{}", c.replace('_', "-"))))));
            all
        };
        let statuses = consignments::Status::ALL.iter().map(|s| s.code()).chain(["void"]).collect();
        Ok(Self {
            modes: list("mode", Mode::ALL.iter().map(|m| m.code()).collect()),
            statuses: list("status", statuses),
            categories: list("category", Category::ALL.iter().map(|c| c.code()).collect()),
            organisations: organisations::some_names(db, 30)?,
            places: places::some_names(db, 30)?,
            goods: catalogue::some_names(db, lang, 60)?,
            missions: missions::list_codes(db, 30)?,
        })
    }
}

/// `GET /consignments`: every consignment, as filtered. Anyone may.
pub async fn list(pool: Data<Pool>, frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    list_page(pool, frame, req, None).await
}

/// `GET /missions/{id}/consignments`: one mission's consignments, as filtered. Anyone may.
pub async fn mission_list(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    list_page(pool, frame, req, Some(id.into_inner())).await
}

async fn list_page(pool: Data<Pool>, frame: Frame, req: HttpRequest, of: Option<Id>) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string()).without(&["lang", "done"]);
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let mission = match of {
                Some(id) => {
                    let m = missions::find(db, id)?.ok_or(Error::NotFound)?;
                    Some((id, m.body.code, m.body.title))
                }
                None => None,
            };
            let asked = ask(db, &query, &path, of, lang)?;
            let after = Cursor::read(query.get("after"));
            let everything = query.get("all") == "1";
            let found = store::page(db, &asked.scope, after.as_ref(), if everything { MOST_SHEET } else { PAGE })?;
            let whole = consignments::load(db, &found.ids)?;
            let (rows, _) = rows(db, &whole, lang)?;
            let only_page = after.is_none() && !found.more && found.cut.is_none();
            let (totals, too_many) = totals(db, &asked.scope, &whole, only_page, query.get("totals") == "1", lang)?;
            let filtered = query.only(super::filters::NAMES).with("sort", query.get("sort"));
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
                suggest: Suggest::load(db, lang)?,
                empty: rows.is_empty() && asked.scope.is_all() && after.is_none(),
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
        summary::add_up(page.iter(), &mut cells);
    } else if !wanted || !add_up(db, scope, &mut cells)? {
        return Ok((None, wanted));
    }
    cells.retain(|cell, _| cell.facet == consignments::Facet::All);
    let names = Names::load(db, lang, Default::default())?;
    Ok((Some(Summary::of(&cells, &names, 0)), false))
}

/// Adds up all of a scope, piece by piece; `false` when there is too much of it.
fn add_up(db: &mut Db, scope: &Scope, cells: &mut Cells) -> Result<bool> {
    let (mut after, mut seen) = (None, 0);
    loop {
        let found = store::page(db, scope, after.as_ref(), PIECE)?;
        summary::add_up(consignments::load(db, &found.ids)?.iter(), cells);
        seen += found.ids.len();
        if seen > MOST_ADDED {
            return Ok(false);
        }
        if !found.more {
            return Ok(true);
        }
        after = found.last;
    }
}

// ---- one consignment

#[derive(Template)]
#[template(path = "reports/consignment.html")]
struct ConsignmentPage {
    frame: Frame,
    done: String,
    c: Consignment,
    row: Row,
    mission: Mission,
    names: Names,
    entries: Vec<Entry>,
    /// Its numbers in other missions.
    former: Vec<String>,
    quantities: Vec<String>,
}

impl ConsignmentPage {
    fn goods(&self, line: &consignments::model::Line) -> String {
        said::goods(line, &self.names)
    }

    fn categories(&self, line: &consignments::model::Line) -> String {
        said::categories(line, self.frame.lang)
    }

    fn sharing(&self, line: &consignments::model::Line) -> String {
        said::sharing(line, self.frame.lang)
    }

    fn mode(&self, leg: &consignments::model::Leg) -> String {
        super::rows::mode_words(leg.mode, self.frame.lang)
    }

    fn units(&self, leg: &consignments::model::Leg) -> String {
        said::units(leg, self.frame.lang)
    }

    fn date(&self, when: impl Borrow<Option<When>>) -> String {
        when.borrow().map(|when| self.frame.lang.when(when)).unwrap_or_default()
    }

    fn money(&self, money: impl Borrow<Option<crate::values::Money>>) -> String {
        money.borrow().map(|money| self.frame.lang.money(money)).unwrap_or_default()
    }

    fn kilograms(&self, milli: impl Borrow<Option<i64>>) -> String {
        milli.borrow().map(|milli| said::kilograms(milli, self.frame.lang)).unwrap_or_default()
    }

    /// What the lines weigh, where that differs from the weight stated for the whole.
    fn other_weight(&self) -> Option<String> {
        let lines = self.c.body.lines_weight().filter(|lines| Some(*lines) != self.c.body.stated_weight)?;
        Some(said::kilograms(lines, self.frame.lang))
    }

    /// How many packages the lines have, where that differs from the number stated for the whole.
    fn other_packages(&self) -> Option<String> {
        let lines = self.c.body.lines_packages().filter(|lines| Some(*lines) != self.c.body.stated_packages)?;
        Some(self.frame.lang.count(lines))
    }

    fn packages(&self, line: &consignments::model::Line) -> String {
        line.packages.as_ref().map(|p| said::packages(p, self.frame.lang)).unwrap_or_default()
    }

    fn events(&self) -> Vec<&Event> {
        self.c.events.iter().filter(|e| e.withdrawn_at.is_none()).collect()
    }

    fn leg_number(&self, event: &Event) -> i64 {
        let position = self.c.body.legs.iter().position(|leg| Some(leg.id) == event.leg);
        position.filter(|_| self.c.body.legs.len() > 1).map_or(0, |n| n as i64 + 1)
    }
}

/// `GET /consignments/{id}`: everything recorded of one, and its past. Anyone may.
pub async fn consignment(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = Query::parse(req.query_string()).get("done").to_string();
    let page = pool
        .read(move |db| {
            let c = consignments::find(db, id)?.ok_or(Error::NotFound)?;
            let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let entries = history::of(db, (Subject::Consignment, id))?;
            let mut former = consignments::derived::numbers_of(db, &c)?;
            former.pop();
            let row = super::rows::row(&c, &mission.body.code, &names);
            let quantities = said::quantities(&c.body, lang);
            Ok(ConsignmentPage { frame, done: known_done(done), c, row, mission, names, entries, former, quantities })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// The words a page may be asked to say after something was done.
const DONE: &[&str] = &[
    "logged",
    "changed",
    "voided",
    "moved",
    "mission-opened",
    "mission-changed",
    "mission-approved",
    "mission-not-approved",
    "logged-another",
];

fn known_done(word: String) -> String {
    if DONE.contains(&word.as_str()) { word } else { String::new() }
}

// ---- one mission, and its sheet

/// What both the mission's page and its sheet show.
struct Account {
    mission: Mission,
    names: Names,
    summary: Summary,
    sentence: String,
    rows: Vec<Row>,
    /// Whether there are more consignments than shown.
    more: bool,
    asked: Asked,
    allotments: Vec<(String, String, String)>,
    moved: Vec<(String, Id)>,
    country: &'static str,
    donors: String,
    /// By what an approval knows that these are the figures approved.
    fingerprint: String,
}

/// The consignments a summary shows before one asks for the rest.
const SHOWN: i64 = 50;

/// The goods a summary tells one by one before one asks for the rest.
const SHOWN_ITEMS: usize = 100;

/// The most consignments a sheet lists, and a list that is to be printed.
const MOST_SHEET: i64 = 2000;

impl Account {
    fn load(db: &mut Db, id: Id, query: &Query, path: &str, all: bool, lang: Lang) -> Result<Self> {
        let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
        let asked = ask(db, query, path, Some(id), lang)?;
        let cells = if asked.scope.is_mission() {
            consignments::sums_of(db, id)?
        } else {
            let mut cells = Cells::new();
            if !add_up(db, &asked.scope, &mut cells)? {
                return Err(Error::TooLarge);
            }
            cells
        };
        let names = Names::load(db, lang, crate::names::join(mission.body.refs(), summary::refs(&cells)))?;
        let summary = Summary::of(&cells, &names, if all { usize::MAX } else { SHOWN_ITEMS });
        let found = store::page(db, &asked.scope, None, if all { MOST_SHEET } else { SHOWN })?;
        let shown = consignments::load(db, &found.ids)?;
        let (rows, _) = rows(db, &shown, lang)?;
        let country = missions::country_name(&mission.body.recipient_country, lang);
        // Two that were merged have one name.
        let mut donors: Vec<&str> = vec![];
        for donor in mission.body.donors.iter().map(|id| names.organisation(Some(*id))) {
            if !donors.contains(&donor) {
                donors.push(donor);
            }
        }
        let donors = donors.join(&lang.say("list-separator"));
        let moved = consignments::moved_away(db, id)?
            .into_iter()
            .map(|(n, id)| (consignments::reference(&mission.body.code, n), id))
            .collect();
        Ok(Self {
            sentence: sentence(&summary, &donors, country, &mission, lang),
            allotments: allotments(&mission, &summary, &names),
            fingerprint: if mission.approved_at.is_none() {
                summary::fingerprint(&mission, &cells)
            } else {
                String::new()
            },
            more: found.more,
            moved,
            rows,
            summary,
            names,
            asked,
            country,
            donors,
            mission,
        })
    }

    fn date(&self, when: impl Borrow<Option<When>>) -> String {
        when.borrow().map(|when| self.names.lang.when(when)).unwrap_or_default()
    }

    /// "11 Apr 2023 – 17 Apr 2023"; empty when neither end is stated.
    fn period(&self) -> String {
        let body = &self.mission.body;
        match (body.starts, body.ends) {
            (Some(a), Some(b)) if a == b => self.date(Some(a)),
            (Some(_), Some(_)) => self.names.lang.vv("period", self.date(body.starts), self.date(body.ends)),
            (Some(_), None) => self.names.lang.v("period-from", self.date(body.starts)),
            (None, Some(_)) => self.names.lang.v("period-until", self.date(body.ends)),
            (None, None) => String::new(),
        }
    }

    /// What is known of the handover, in order.
    fn handover(&self) -> Vec<(&'static str, String)> {
        let b = &self.mission.body;
        [
            ("field-handover-date", self.date(b.handover_date)),
            ("field-handover-place", b.handover_place.clone()),
            ("field-handover-from", b.handover_from.clone()),
            ("field-handover-to", b.handover_to.clone()),
            ("field-handover-office", b.handover_office.clone()),
            ("field-handover-act", b.handover_act.clone()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    fn decision(&self) -> String {
        let b = &self.mission.body;
        let date = self.date(b.decision_date);
        match (b.decision_number.is_empty(), date.is_empty()) {
            (true, true) => String::new(),
            (false, true) => b.decision_number.clone(),
            (true, false) => date,
            (false, false) => self.names.lang.vv("decision-of", &b.decision_number, date),
        }
    }
}

/// The mission in one or two sentences: what was sent, and what is still planned.
fn sentence(summary: &Summary, donors: &str, country: &str, mission: &Mission, lang: Lang) -> String {
    let and = lang.say("list-separator");
    let (sent, consignments) = &summary.sent;
    let planned = match summary.planned.as_slice() {
        [] => String::new(),
        what => lang.v("sentence-planned", what.join(&and)),
    };
    if sent.is_empty() {
        return if planned.is_empty() {
            lang.say("sentence-nothing")
        } else {
            lang.v("sentence-only-planned", planned)
        };
    }
    let how: Vec<String> = summary
        .sent_by
        .iter()
        .map(|(mode, units)| {
            let mode = lang.say(&format!("by-mode-{}", mode.code().replace('_', "-")));
            if units.is_empty() { mode } else { lang.vv("mode-with-units", mode, units.join(&and)) }
        })
        .collect();
    let when = mission.body.handover_date.map(|when| lang.v("sentence-handed-over", lang.when(when)));
    let said = lang.say_with(
        "sentence",
        [
            ("donors", if donors.is_empty() { lang.say("sentence-mission") } else { donors.to_string() }),
            ("country", if country.is_empty() { lang.say("sentence-somewhere") } else { country.to_string() }),
            ("what", sent.join(&and)),
            ("how", how.join(&and)),
            ("consignments", lang.say_n("in-consignments", *consignments)),
            ("handover", when.unwrap_or_default()),
        ],
    );
    said + &planned
}

/// What the decision allots beside what was sent of it: (goods, allotted, sent).
fn allotments(mission: &Mission, summary: &Summary, names: &Names) -> Vec<(String, String, String)> {
    let lang = names.lang;
    mission
        .body
        .allotments
        .iter()
        .map(|a| {
            let key = consignments::contributions::goods_key(&[consignments::model::Good {
                item: a.item.and_then(|id| names.item(id)).map(|item| item.id),
                name: a.goods.clone(),
                category: Category::Other,
            }]);
            // As the rows are known: free names folded.
            let key = if a.item.is_some() { key } else { crate::values::fold(&key) };
            let of_it = |row: &&(String, Unit, Figures)| row.0 == key;
            let alone: Vec<String> = summary
                .every_item
                .iter()
                .filter(of_it)
                .map(|(_, unit, total)| summary::item_total(total, *unit, lang))
                .collect();
            let within = summary
                .every_item
                .iter()
                .any(|row| row.0.contains(TOGETHER) && row.0.split(TOGETHER).any(|part| part == key));
            let sent = match (alone.is_empty(), within) {
                (false, false) => alone.join(&lang.say("list-separator")),
                (false, true) => lang.v("and-within-shared", alone.join(&lang.say("list-separator"))),
                (true, true) => lang.say("within-shared"),
                (true, false) => lang.say("nothing-sent"),
            };
            (names.good(a.item, &a.goods).to_string(), lang.quantity(a.quantity), sent)
        })
        .collect()
}

#[derive(Template)]
#[template(path = "reports/mission.html")]
struct MissionPage {
    frame: Frame,
    done: String,
    account: Account,
    entries: Vec<Entry>,
}

/// `GET /missions/{id}`: a mission, its figures, its consignments and its past. Anyone may.
pub async fn mission(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = Query::parse(req.query_string()).get("done").to_string();
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let account = Account::load(db, id, &Query::default(), &path, false, lang)?;
            let entries = history::of(db, (Subject::Mission, id))?;
            Ok(MissionPage { frame, done: known_done(done), account, entries })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// `POST /missions/{id}/approvals`: approves the summary as it was seen. Figures that changed meanwhile are to be looked at
/// first. Anyone may.
pub async fn approve(pool: Data<Pool>, id: Path<Id>, Posted(input): Posted) -> Result<HttpResponse> {
    let id = id.into_inner();
    let approved = pool
        .write(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            let seen = mission.approved_at.is_some()
                || input.get("figures") == summary::fingerprint(&mission, &consignments::sums_of(db, id)?);
            if seen {
                missions::actions::approve(db, id)?;
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
}

/// `GET /missions/{id}/summary`: the sheet that is printed; filtered as its address says, with `?all=1` listing every
/// consignment. Anyone may.
pub async fn sheet(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let query = Query::parse(req.query_string()).without(&["lang", "done"]);
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let everything = query.get("all") == "1";
            let account = Account::load(db, id, &query, &path, everything, lang)?;
            let all = if (account.more || account.summary.more_items > 0) && !everything {
                query.with("all", "1").on(&path)
            } else {
                String::new()
            };
            Ok(Sheet { frame, account, all })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}
