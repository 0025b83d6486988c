//! The form that logs a consignment, or changes one.

use super::standing;
use crate::consignments::{
    actions,
    form::fields,
    model::{Consignment, Document, Sharing, Status, TransportUnit, WeightKind},
    said, store,
};
use crate::{
    accounts::{Act, Visitor},
    catalogue::{self, Category},
    db::{Db, Pool},
    error::{Error, Result},
    lang::{Lang, filters},
    missions,
    names::Names,
    organisations, places,
    values::{Id, Mode, Unit},
    web::{self, Doubt, Form, Frame, Input, Posted, Problems, Query, Refusal},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "consignments/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    /// The consignment being changed, and its number; none when one is logged.
    consignment: Option<(Id, String)>,
    conflict: Vec<(String, String, String)>,
    doubt: Doubt,
    /// What was understood of each line.
    said: HashMap<usize, String>,
    suggest: Suggest,
    options: Options,
    /// The consignment just logged, when this is the next one.
    logged: Option<(Id, String)>,
    /// Whether nothing was typed yet, so that a kept draft may be offered.
    fresh: bool,
}

/// What the form suggests while one types.
struct Suggest {
    missions: Vec<(String, String)>,
    goods: Vec<String>,
    organisations: Vec<String>,
    places: Vec<String>,
    units: Vec<String>,
}

type Choices = Vec<(&'static str, String)>;

/// The short choices of the form.
struct Options {
    modes: Choices,
    statuses: Choices,
    sharing: Choices,
    categories: Choices,
    documents: Choices,
    unit_kinds: Choices,
    weight_kinds: Choices,
}

impl Options {
    fn of(lang: Lang) -> Self {
        let words = |prefix: &str, code: &str| lang.say(&format!("{prefix}-{}", code.replace('_', "-")));
        let with_none = |none: &str, choices: Choices| {
            let mut all = vec![("", lang.say(none))];
            all.extend(choices);
            all
        };
        let list = |prefix: &str, codes: &[&'static str]| -> Choices {
            codes.iter().map(|code| (*code, words(prefix, code))).collect()
        };
        // That a part was received is said by receipts alone.
        let statuses = Status::ALL.iter().filter(|status| **status != Status::PartlyReceived);
        let statuses: Vec<&str> = statuses.map(|status| status.code()).collect();
        Self {
            modes: list("mode", &Mode::ALL.iter().map(|m| m.code()).collect::<Vec<_>>()),
            statuses: with_none("status-by-dates", list("status", &statuses)),
            sharing: list("sharing", &Sharing::ALL.iter().map(|s| s.code()).rev().collect::<Vec<_>>()),
            categories: with_none(
                "category-by-goods",
                list("category", &Category::ALL.iter().map(|c| c.code()).collect::<Vec<_>>()),
            ),
            documents: with_none(
                "document-none",
                list("document", &Document::ALL.iter().map(|d| d.code()).collect::<Vec<_>>()),
            ),
            unit_kinds: with_none(
                "unit-kind-by-mode",
                list("unit-kind", &TransportUnit::ALL.iter().map(|u| u.code()).collect::<Vec<_>>()),
            ),
            weight_kinds: list("weight", &WeightKind::ALL.iter().map(|w| w.code()).rev().collect::<Vec<_>>()),
        }
    }
}

impl Suggest {
    /// What the visitor may know of: who keeps to some missions is offered the names those missions use.
    fn load(db: &mut Db, visitor: &Visitor) -> Result<Self> {
        let (lang, reach) = (visitor.lang, visitor.rights.reach(Act::Log));
        let (organisations, places) = match reach.limits() {
            Some(missions) => store::names_used(db, missions)?,
            None => (organisations::some_names(db, 40)?, places::some_names(db, 40)?),
        };
        Ok(Self {
            missions: missions::list_codes(db, &reach, 40)?,
            goods: catalogue::some_names(db, lang, 120)?,
            organisations,
            places,
            units: Unit::all().map(|unit| lang.unit_typed(unit)).collect(),
        })
    }
}

/// `GET /consignments/new`: the form. `?mission=` fills in that mission's parties and places, `?copy=` everything of
/// another consignment but its numbers, `?like=` everything but its lines and numbers.
pub async fn new(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string());
    let done = web::done(&req, &["logged-another"]);
    let id = |name: &str| query.get(name).parse::<Id>().ok();
    let (mission, copy, like) = (id("mission"), id("copy"), id("like"));
    let (input, suggest, logged) = pool
        .read(move |db| {
            let mut input = Input::default();
            let mut logged = None;
            if let Some(id) = like.filter(|_| !done.is_empty()) {
                logged = Some((id, standing(db, id, Act::Look, &visitor)?.1));
            }
            if let Some(other) = copy.or(like) {
                let other = store::find(db, other)?.ok_or(Error::NotFound)?;
                visitor.must(Act::Look, other.mission)?;
                input = copied(db, &other, like.is_some(), lang)?;
            } else if let Some(mission) = mission {
                let mission = missions::find(db, mission)?.ok_or(Error::NotFound)?;
                visitor.must(Act::Log, mission.id)?;
                input = actions::with_defaults(db, &input, &mission, lang)?;
                input.set("mission", mission.body.code);
                input.set("defaults", "shown");
            }
            Ok((input, Suggest::load(db, &visitor)?, logged))
        })
        .await?;
    let input = blank_rows(input).with("id", Id::fresh().to_string()).with("new_mission.id", Id::fresh().to_string());
    let form = Form::fresh(input, lang);
    page(StatusCode::OK, Edit { form, suggest, logged, fresh: true, ..empty(frame) })
}

/// Another consignment as a new form: without ids, numbers, dates that happened; without lines, when only the rest is
/// wanted.
fn copied(db: &mut Db, other: &Consignment, without_lines: bool, lang: Lang) -> Result<Input> {
    let names = Names::load(db, lang, other.body.refs())?;
    let mission = missions::find(db, other.mission)?.ok_or(Error::NotFound)?;
    let mut body = other.body.clone();
    body.lines.retain(|line| line.found_by.is_none());
    let all = fields(&body, &names);
    let numbers = ["external_ref", "reported", "stated_weight", "stated_packages", "value", "freight", "insurance"];
    let happened = ["status", "received", "dates_unsaid"];
    let own = [".id", ".batch", ".document", ".departed", ".arrived"];
    let mut input: Input = all
        .fields()
        .filter(|(name, _)| {
            !own.iter().any(|end| name.ends_with(end)) && !numbers.contains(name) && !happened.contains(name)
        })
        .filter(|(name, _)| !(without_lines && (name.starts_with("line.") || name.ends_with(".units"))))
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    input.set("mission", mission.body.code);
    input.set("defaults", "shown");
    Ok(input)
}

/// At least one row to type into.
fn blank_rows(mut input: Input) -> Input {
    if input.rows("line").is_empty() {
        input.add_row("line", "goods");
    }
    if input.rows("leg").is_empty() {
        input.add_row("leg", "from");
    }
    input
}

/// `POST /consignments`: logs one; the same form twice logs one.
pub async fn create(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let look = !input.get("look").is_empty();
    let again = input.settle(ROWS);
    // What was typed into the form of one already saved may be meant as another.
    let own: Option<Id> = input.get("id").parse().ok().filter(|_| input.get("as_new").is_empty());
    let id = own.unwrap_or_else(Id::fresh);
    input.set("id", id.to_string());
    let another = input.get("then") == "another" || input.get("confirm") == "another";
    input.remove("then");
    input.remove("as_new");
    let (typed, who) = (input.clone(), visitor.clone());
    if again && !look {
        return again_page(pool, frame, visitor, input, None, None).await;
    }
    let done = pool.attempt(move |db| kept_unless(look, actions::log(db, id, &typed, &who), lang)).await;
    match web::or_busy(done, lang)? {
        Ok(id) if another => Ok(web::see_done(&format!("/consignments/new?like={id}"), "logged-another")),
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "logged")),
        Err(refusal) => again_page(pool, frame, visitor, input, None, Some(refusal)).await,
    }
}

/// What was done, or, when a form was only to be looked over, a refusal without a problem: all of it was tried, and none
/// of it is kept.
fn kept_unless(look: bool, done: Result<Result<Id, Refusal>>, lang: Lang) -> Result<Result<Id, Refusal>> {
    Ok(match done? {
        Ok(_) if look => Err(Problems::new(lang).into()),
        done => done,
    })
}

/// `GET /consignments/{id}/edit`. Of a void one there is nothing to edit: its page says so.
pub async fn edit(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let found = pool
        .read(move |db| {
            let (consignment, reference) = standing(db, id, Act::Log, &visitor)?;
            if consignment.void.is_some() {
                return Ok(None);
            }
            let names = Names::load(db, lang, consignment.body.refs())?;
            let input = fields(&consignment.body, &names)
                .with("id", id.to_string())
                .with("version", consignment.version.to_string());
            let said = said::understood(db, &input, lang)?;
            Ok(Some((input, reference, said, Suggest::load(db, &visitor)?)))
        })
        .await?;
    let Some((input, reference, said, suggest)) = found else { return Ok(web::see(&format!("/consignments/{id}"))) };
    let form = Form::fresh(blank_rows(input), lang);
    page(StatusCode::OK, Edit { form, said, suggest, consignment: Some((id, reference)), ..empty(frame) })
}

/// `POST /consignments/{id}`: changes one.
pub async fn update(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let look = !input.get("look").is_empty();
    let again = input.settle(ROWS);
    let (typed, who) = (input.clone(), visitor.clone());
    let version = input.get("version").parse().unwrap_or(0);
    if again && !look {
        return again_page(pool, frame, visitor, input, Some(id), None).await;
    }
    let done = pool.attempt(move |db| kept_unless(look, actions::change(db, id, version, &typed, &who), lang)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "changed")),
        Err(refusal) => again_page(pool, frame, visitor, input, Some(id), Some(refusal)).await,
    }
}

/// `POST /consignments/said`: what the house understands of a form being filled in, a line a row: `line.0<TAB>text`.
/// Saves nothing.
pub async fn understood(pool: Data<Pool>, frame: Frame, Posted(input): Posted) -> Result<HttpResponse> {
    let lang = frame.lang;
    let said = pool.read(move |db| said::understood(db, &input, lang)).await?;
    let mut rows: Vec<String> = said.into_iter().map(|(n, text)| format!("line.{n}\t{text}")).collect();
    rows.sort_unstable();
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(rows.join("\n")))
}

/// The rows of the form.
const ROWS: &[(&str, &str)] = &[("line", "goods"), ("leg", "from")];

fn empty(frame: Frame) -> Edit {
    let lang = frame.lang;
    Edit {
        frame,
        form: Form::fresh(Input::default(), lang),
        consignment: None,
        logged: None,
        conflict: vec![],
        doubt: Doubt::default(),
        said: HashMap::new(),
        suggest: Suggest { missions: vec![], goods: vec![], organisations: vec![], places: vec![], units: vec![] },
        options: Options::of(lang),
        fresh: false,
    }
}

/// The same form again, with what is wrong or what is asked; every line says what was understood.
async fn again_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    mut input: Input,
    id: Option<Id>,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (mut problems, mut conflict, mut doubt) = (Problems::new(lang), vec![], Doubt::default());
    let mut stale = false;
    let status = match refusal {
        None => StatusCode::OK,
        Some(Refusal::Problems(p)) if p.is_empty() => StatusCode::OK,
        Some(Refusal::Problems(p)) => {
            problems = p;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(Refusal::Doubt(found)) => {
            doubt = found;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(Refusal::Stale { theirs, yours, version, adopt }) => {
            input.set("version", version.to_string());
            for field in adopt {
                input.set(field.clone(), theirs.get(&field));
            }
            conflict = web::conflict(&lang, &theirs, &yours);
            stale = true;
            StatusCode::CONFLICT
        }
    };
    let saved = id.or_else(|| input.get("id").parse().ok().filter(|_| stale));
    let typed = input.clone();
    let (consignment, said, suggest) = pool
        .read(move |db| {
            let known = match saved {
                Some(id) => Some((id, standing(db, id, Act::Look, &visitor)?.1)),
                None => None,
            };
            Ok((known, said::understood(db, &typed, lang)?, Suggest::load(db, &visitor)?))
        })
        .await?;
    // A new form under a used id may be meant as another consignment of that mission.
    if let (None, Some((_, reference))) = (id, &consignment) {
        input.fill("mission", reference.rsplit_once('/').map_or("", |(code, _)| code));
    }
    let form = Form::with(blank_rows(input), problems);
    page(status, Edit { form, consignment, conflict, doubt, said, suggest, ..empty(frame) })
}

fn page(status: StatusCode, edit: Edit) -> Result<HttpResponse> {
    web::html(status, edit.frame.lang, &edit)
}

/// The folded fields of a line: filled or wrong, they stand open.
const FOLDED_LINE: &[&str] = &[
    "unsaid",
    "donor",
    "net",
    "gross",
    "volume",
    "batch",
    "expiry",
    "hs",
    "value",
    "cost",
    "cold",
    "dangerous",
    "note",
    "catalogue",
    "category",
    "sharing",
];

/// The folded fields of a leg.
const FOLDED_LEG: &[&str] = &["planned_departure", "planned_arrival", "document_type", "document"];

/// The folded fields of the whole.
const FOLDED: &[&str] =
    &["stated_weight", "stated_packages", "value", "freight", "insurance", "source", "reported", "remarks"];

/// The fields that open a mission from within the form.
const NEW_MISSION: &[&str] = &["code", "title", "recipient_country", "donors"];
