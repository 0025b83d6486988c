//! The missions' pages: the list, and the form that opens or changes one.

use super::{
    actions,
    model::{Brief, Mission, MissionStatus},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    db::{Db, Pool},
    error::{Error, Result},
    lang::filters,
    names::Names,
    organisations, places,
    values::{Id, Mode},
    web::{self, Cursor, Form, Frame, Input, Pager, Posted, Problems, Query, Refusal},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "missions/list.html")]
struct List {
    frame: Frame,
    missions: Vec<Brief>,
    count: i64,
    status: String,
    pager: Pager,
}

/// `GET /missions`: every mission, newest first.
pub async fn list(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let status = MissionStatus::from_code(query.get("status"));
    let after = Cursor::read(query.get("after"));
    let reach = visitor.sees();
    let (mut missions, count) = pool
        .read(move |db| {
            let page = store::page(db, &reach, status, after.as_ref(), PAGE + 1)?;
            Ok((page, store::count_within(db, &reach)?))
        })
        .await?;
    let more = missions.len() as i64 > PAGE;
    missions.truncate(PAGE as usize);
    let last = missions.last().map(|m| Cursor { key: m.day.to_string(), id: m.id });
    let pager = Pager::of("/missions", &query, last, more);
    let status = status.map(MissionStatus::code).unwrap_or_default().into();
    web::html(StatusCode::OK, frame.lang, &List { missions, count, status, pager, frame: frame.clone() })
}

#[derive(Template)]
#[template(path = "missions/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    /// The mission being changed; none when one is opened.
    mission: Option<(Id, String, bool)>,
    conflict: Vec<(String, String, String)>,
    suggest: Suggest,
}

/// What the form suggests while one types.
struct Suggest {
    organisations: Vec<String>,
    places: Vec<String>,
    modes: Vec<(&'static str, String)>,
    statuses: Vec<(&'static str, String)>,
    papers: Vec<(&'static str, String)>,
}

impl Suggest {
    fn load(db: &mut Db, visitor: &Visitor) -> Result<Self> {
        let lang = visitor.lang;
        let whole = visitor.rights.everywhere(Act::Names);
        let mut modes = vec![("", lang.say("mode-choose-each-time"))];
        modes.extend(Mode::ALL.iter().map(|m| (m.code(), lang.say(&format!("mode-{}", m.code().replace('_', "-"))))));
        Ok(Self {
            organisations: if whole { organisations::some_names(db, 60)? } else { vec![] },
            places: if whole { places::some_names(db, 60)? } else { vec![] },
            modes,
            papers: std::iter::once(("", lang.say("second-language-none")))
                .chain(crate::lang::papers().map(|it| (it.code(), it.name().to_string())))
                .collect(),
            statuses: MissionStatus::ALL
                .iter()
                .map(|s| (s.code(), lang.say(&format!("mission-status-{}", s.code()))))
                .collect(),
        })
    }
}

/// `GET /missions/new`.
pub async fn new(pool: Data<Pool>, frame: Frame, visitor: Visitor) -> Result<HttpResponse> {
    let lang = frame.lang;
    let suggest = pool.read(move |db| Suggest::load(db, &visitor)).await?;
    let input = Input::default().with("id", Id::fresh().to_string()).with("status", "active").with("allot.0.goods", "");
    let form = Form::fresh(input, lang);
    web::html(StatusCode::OK, lang, &Edit { frame, form, mission: None, conflict: vec![], suggest })
}

/// `POST /missions`: opens a mission; the same form twice opens one.
pub async fn create(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let again = input.settle(ROWS);
    let id: Id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    input.set("id", id.to_string());
    let (typed, who) = (input.clone(), visitor.clone());
    let answer = if again {
        Err(Refusal::Problems(Problems::new(lang)))
    } else {
        web::or_busy(pool.attempt(move |db| actions::open(db, id, &typed, &who)).await, lang)?
    };
    match answer {
        Ok(id) => Ok(web::see_done(&format!("/missions/{id}"), "mission-opened")),
        Err(refusal) => again_page(pool, frame, visitor, input, None, refusal, again).await,
    }
}

/// `GET /missions/{id}/edit`.
pub async fn edit(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (mission, input, suggest) = pool
        .read(move |db| {
            let mission = store::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Steer, id)?;
            let names = Names::load(db, lang, mission.body.refs())?;
            let input = mission.input(&names);
            Ok((mission, input, Suggest::load(db, &visitor)?))
        })
        .await?;
    let mut input = input;
    input.add_row("allot", "goods");
    let form = Form::fresh(input, lang);
    web::html(StatusCode::OK, lang, &Edit { frame, form, mission: Some(headline(&mission)), conflict: vec![], suggest })
}

/// `POST /missions/{id}`: changes a mission.
pub async fn update(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let again = input.settle(ROWS);
    let (typed, who) = (input.clone(), visitor.clone());
    let version = input.get("version").parse().unwrap_or(0);
    let answer = if again {
        visitor.must(Act::Steer, id)?;
        Err(Refusal::Problems(Problems::new(lang)))
    } else {
        web::or_busy(pool.attempt(move |db| actions::change(db, id, version, &typed, &who)).await, lang)?
    };
    match answer {
        Ok(id) => Ok(web::see_done(&format!("/missions/{id}"), "mission-changed")),
        Err(refusal) => again_page(pool, frame, visitor, input, Some(id), refusal, again).await,
    }
}

/// The rows of the form.
const ROWS: &[(&str, &str)] = &[("allot", "goods")];

fn headline(mission: &Mission) -> (Id, String, bool) {
    (mission.id, format!("{} {}", mission.body.code, mission.body.title), mission.last_number > 0)
}

/// The same form again, with what is wrong.
async fn again_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    mut input: Input,
    id: Option<Id>,
    refusal: Refusal,
    again: bool,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (problems, conflict, status) = match refusal {
        Refusal::Problems(problems) if again => (problems, vec![], StatusCode::OK),
        Refusal::Problems(problems) => (problems, vec![], StatusCode::UNPROCESSABLE_ENTITY),
        Refusal::Stale { theirs, yours, version, adopt } => {
            input.set("version", version.to_string());
            for field in adopt {
                input.set(field.clone(), theirs.get(&field));
            }
            (Problems::new(lang), web::conflict(&lang, &theirs, &yours), StatusCode::CONFLICT)
        }
        Refusal::Doubt(_) => (Problems::new(lang), vec![], StatusCode::UNPROCESSABLE_ENTITY),
    };
    let saved_id = input.get("id").parse::<Id>().ok();
    let (mission, suggest) = pool
        .read(move |db| {
            let known = match id.or(saved_id) {
                Some(id) => store::find(db, id)?.filter(|m| visitor.may(Act::Look, m.id)).map(|m| headline(&m)),
                None => None,
            };
            Ok((known, Suggest::load(db, &visitor)?))
        })
        .await?;
    if id.is_some() && mission.is_none() {
        return Err(Error::NotFound);
    }
    let form = Form::with(input, problems);
    web::html(status, lang, &Edit { frame, form, mission, conflict, suggest })
}
