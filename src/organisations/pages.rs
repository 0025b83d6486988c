//! The organisations' pages: the list, and the form that makes, shows and changes one.

use super::{
    actions, form,
    model::{Organisation, Search},
    store,
};
use crate::{
    accounts::{self, Visitor},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::filters,
    values::{Country, Id},
    web::{self, Form, Frame, Input, Pager, Posted, Query, Refusal},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "organisations/list.html")]
struct List {
    frame: Frame,
    query: Query,
    organisations: Vec<Organisation>,
    count: i64,
    pager: Pager,
}

impl List {
    fn country(&self, code: &str) -> &'static str {
        Country::name_of(code, self.frame.lang.code())
    }
}

/// `GET /organisations`: those that are not merged into another, in order of name.
pub async fn list(pool: Data<Pool>, frame: Frame) -> Result<HttpResponse> {
    let query = frame.query.only(&["q", "after"]);
    let search = Search::of(&query);
    let (organisations, next, count) = pool.read(move |db| store::list(db, &search)).await?;
    let more = next.is_some();
    let pager = Pager::of("/organisations", &query, next, more);
    web::html(StatusCode::OK, frame.lang, &List { query, organisations, count, pager, frame: frame.clone() })
}

#[derive(Template)]
#[template(path = "organisations/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    /// The form that merges it into another.
    merge: Form,
    conflict: Vec<(String, String, String)>,
    /// The record as it is saved; none while it is being made.
    saved: Option<Saved>,
    done: &'static str,
}

struct Saved {
    it: Organisation,
    past: Vec<Entry>,
    /// What it was merged into.
    into: Option<(Id, String)>,
}

impl Saved {
    fn load(db: &mut Db, id: Id) -> Result<Option<Self>> {
        let Some(it) = store::by_id(db, id)? else { return Ok(None) };
        let past = accounts::past(db, (Subject::Organisation, id))?;
        let into = it.merged_into.map(|into| store::by_id(db, into)).transpose()?.flatten();
        Ok(Some(Self { it, past, into: into.map(|into| (into.id, into.name)) }))
    }
}

impl Edit {
    fn of(frame: &Frame, form: Form, saved: Option<Saved>) -> Self {
        let merge = Form::fresh(Input::default(), frame.lang);
        Self { frame: frame.clone(), form, merge, conflict: vec![], saved, done: "" }
    }

    /// Whether something is to be put right.
    fn wrong(&self) -> bool {
        !self.form.problems.is_empty() || !self.merge.problems.is_empty() || !self.conflict.is_empty()
    }

    /// Whether it may be changed: a merged one may not.
    fn open(&self) -> bool {
        self.saved.as_ref().is_none_or(|saved| saved.into.is_none())
    }

    fn answer(self, status: StatusCode) -> Result<HttpResponse> {
        web::html(status, self.frame.lang, &self)
    }
}

/// `GET /organisations/new`.
pub async fn new(frame: Frame) -> Result<HttpResponse> {
    Edit::of(&frame, Form::fresh(form::blank(), frame.lang), None).answer(StatusCode::OK)
}

/// `POST /organisations`: makes one; the same form twice makes one.
pub async fn create(pool: Data<Pool>, frame: Frame, visitor: Visitor, Posted(input): Posted) -> Result<HttpResponse> {
    let input = input.settled();
    let typed = input.clone();
    match pool.attempt(move |db| actions::create(db, &typed, &visitor)).await? {
        Ok(id) => Ok(web::see_done(&address(id), "created")),
        Err(refusal) => again(&pool, &frame, input, refusal).await,
    }
}

/// `GET /organisations/{id}`: the record, to read and to change.
pub async fn edit(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let id = id.into_inner();
    let saved = pool.read(move |db| Saved::load(db, id)).await?.ok_or(Error::NotFound)?;
    let form = Form::fresh(form::input(&saved.it, frame.lang), frame.lang);
    let done = web::done(&req, &["created", "saved", "merged", "contact-erased"]);
    Edit { done, ..Edit::of(&frame, form, Some(saved)) }.answer(StatusCode::OK)
}

/// `POST /organisations/{id}`: changes one.
pub async fn update(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let input = input.settled().with("id", id.to_string());
    let typed = input.clone();
    match pool.attempt(move |db| actions::change(db, &typed, &visitor)).await? {
        Ok(id) => Ok(web::see_done(&address(id), "saved")),
        Err(refusal) => again(&pool, &frame, input, refusal).await,
    }
}

/// `POST /organisations/{id}/merge`: declares it to be another one.
pub async fn merge(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (input, id, lang) = (input.settled(), id.into_inner(), frame.lang);
    let into = input.get("into").to_string();
    let problems = match pool.attempt(move |db| actions::merge(db, id, &into, &visitor)).await? {
        Ok(into) => return Ok(web::see_done(&address(into), "merged")),
        Err(refusal) => refusal.problems(lang),
    };
    let saved = pool.read(move |db| Saved::load(db, id)).await?.ok_or(Error::NotFound)?;
    let form = Form::fresh(form::input(&saved.it, lang), lang);
    let merge = Form::with(input, problems);
    Edit { merge, ..Edit::of(&frame, form, Some(saved)) }.answer(StatusCode::UNPROCESSABLE_ENTITY)
}

/// `POST /organisations/{id}/erase`: erases its contact, from the history too.
pub async fn erase(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let id = id.into_inner();
    pool.write(move |db| actions::forget(db, id, &visitor)).await?;
    Ok(web::see_done(&address(id), "contact-erased"))
}

/// The same form again, with what is wrong and everything that was typed.
async fn again(pool: &Pool, frame: &Frame, mut input: Input, refusal: Refusal) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, input.get("id").parse::<Id>().ok());
    let saved = pool.read(move |db| id.map_or(Ok(None), |id| Saved::load(db, id))).await?;
    if let Refusal::Stale { theirs, yours, version, .. } = &refusal {
        input.set("version", version.to_string());
        let conflict = web::conflict(&lang, theirs, yours);
        return Edit { conflict, ..Edit::of(frame, Form::fresh(input, lang), saved) }.answer(StatusCode::CONFLICT);
    }
    let form = Form::with(input, refusal.problems(lang));
    Edit::of(frame, form, saved).answer(StatusCode::UNPROCESSABLE_ENTITY)
}

fn address(id: Id) -> String {
    format!("/organisations/{id}")
}
