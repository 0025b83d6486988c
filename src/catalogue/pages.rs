//! The catalogue's pages: the list, and the form that makes, shows and changes one.

use super::{
    actions, form,
    model::{Category, Flag, Item, LANGUAGES, Search},
    store,
};
use crate::{
    accounts::{self, Visitor},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::{Lang, filters},
    values::{Id, Unit},
    web::{self, Form, Frame, Input, Pager, Posted, Query, Refusal},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "catalogue/list.html")]
struct List {
    frame: Frame,
    query: Query,
    items: Vec<Item>,
    /// The categories to choose from: code and words.
    categories: Vec<(&'static str, String)>,
    count: i64,
    pager: Pager,
}

impl List {
    fn name<'a>(&self, it: &'a Item) -> &'a str {
        it.name(self.frame.lang)
    }

    fn unit(&self, it: &Item) -> String {
        it.unit.map_or_else(String::new, |unit| self.frame.lang.unit(unit))
    }

    /// What one unit or one litre weighs, as far as it is known.
    fn weighs(&self, it: &Item) -> Vec<String> {
        let lang = self.frame.lang;
        let kilograms = |milli| Unit::from_code("KGM").map_or(String::new(), |kg| lang.amount(milli, kg));
        let one = [("weight-per-unit", it.kg_per_unit), ("weight-per-litre", it.density)];
        one.into_iter().filter_map(|(key, milli)| Some(lang.v(key, kilograms(milli?)))).collect()
    }
}

/// The units to choose from, after none at all.
fn units(lang: Lang, fits: impl Fn(Unit) -> bool) -> Vec<(&'static str, String)> {
    let fitting = Unit::all().filter(|unit| fits(*unit)).map(|unit| (unit.code(), lang.unit(unit)));
    [("", lang.say("not-stated"))].into_iter().chain(fitting).collect()
}

fn categories(lang: Lang) -> Vec<(&'static str, String)> {
    Category::ALL.iter().map(|c| (c.code(), lang.say(&format!("category-{c}")))).collect()
}

/// `GET /catalogue`: those that are not merged into another, in order of name.
pub async fn list(pool: Data<Pool>, frame: Frame) -> Result<HttpResponse> {
    let query = frame.query.only(&["q", "category", "after"]);
    let search = Search::of(&query, frame.lang);
    let (items, next, count) = pool.read(move |db| store::list(db, &search)).await?;
    let more = next.is_some();
    let pager = Pager::of("/catalogue", &query, next, more);
    web::html(
        StatusCode::OK,
        frame.lang,
        &List { query, items, categories: categories(frame.lang), count, pager, frame: frame.clone() },
    )
}

#[derive(Template)]
#[template(path = "catalogue/form.html")]
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
    it: Item,
    past: Vec<Entry>,
    /// What it was merged into.
    into: Option<(Id, String)>,
}

impl Saved {
    fn load(db: &mut Db, id: Id, lang: Lang) -> Result<Option<Self>> {
        let Some(it) = store::by_id(db, id)? else { return Ok(None) };
        let past = accounts::past(db, (Subject::Item, id))?;
        let into = it.merged_into.map(|into| store::by_id(db, into)).transpose()?.flatten();
        Ok(Some(Self { it, past, into: into.map(|into| (into.id, into.name(lang).into())) }))
    }
}

impl Edit {
    fn of(frame: &Frame, form: Form, saved: Option<Saved>) -> Self {
        let merge = Form::fresh(Input::default(), frame.lang);
        Self { frame: frame.clone(), form, merge, conflict: vec![], saved, done: "" }
    }

    fn name(&self) -> String {
        self.saved.as_ref().map_or_else(String::new, |saved| saved.it.name(self.frame.lang).into())
    }

    fn categories(&self) -> Vec<(&'static str, String)> {
        let mut options = vec![("", self.frame.lang.say("choose-category"))];
        options.extend(categories(self.frame.lang));
        options
    }

    fn units(&self) -> Vec<(&'static str, String)> {
        units(self.frame.lang, |_| true)
    }

    fn packages(&self) -> Vec<(&'static str, String)> {
        units(self.frame.lang, Unit::is_package)
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

/// `GET /catalogue/new`.
pub async fn new(frame: Frame) -> Result<HttpResponse> {
    Edit::of(&frame, Form::fresh(form::blank(), frame.lang), None).answer(StatusCode::OK)
}

/// `POST /catalogue`: makes one; the same form twice makes one.
pub async fn create(pool: Data<Pool>, frame: Frame, visitor: Visitor, Posted(input): Posted) -> Result<HttpResponse> {
    let input = input.settled();
    let typed = input.clone();
    match pool.attempt(move |db| actions::create(db, &typed, &visitor)).await? {
        Ok(id) => Ok(web::see_done(&address(id), "created")),
        Err(refusal) => again(&pool, &frame, input, refusal).await,
    }
}

/// `GET /catalogue/{id}`: the record, to read and to change.
pub async fn edit(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let (id, lang) = (id.into_inner(), frame.lang);
    let saved = pool.read(move |db| Saved::load(db, id, lang)).await?.ok_or(Error::NotFound)?;
    let form = Form::fresh(form::input(&saved.it), frame.lang);
    let done = web::done(&req, &["created", "saved", "merged"]);
    Edit { done, ..Edit::of(&frame, form, Some(saved)) }.answer(StatusCode::OK)
}

/// `POST /catalogue/{id}`: changes one.
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

/// `POST /catalogue/{id}/merge`: declares it to be another one.
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
    let saved = pool.read(move |db| Saved::load(db, id, lang)).await?.ok_or(Error::NotFound)?;
    let form = Form::fresh(form::input(&saved.it), lang);
    let merge = Form::with(input, problems);
    Edit { merge, ..Edit::of(&frame, form, Some(saved)) }.answer(StatusCode::UNPROCESSABLE_ENTITY)
}

/// The same form again, with what is wrong and everything that was typed.
async fn again(pool: &Pool, frame: &Frame, mut input: Input, refusal: Refusal) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, input.get("id").parse::<Id>().ok());
    let saved = pool.read(move |db| id.map_or(Ok(None), |id| Saved::load(db, id, lang))).await?;
    if let Refusal::Stale { theirs, yours, version, .. } = &refusal {
        input.set("version", version.to_string());
        let conflict = web::conflict(&lang, theirs, yours);
        return Edit { conflict, ..Edit::of(frame, Form::fresh(input, lang), saved) }.answer(StatusCode::CONFLICT);
    }
    let form = Form::with(input, refusal.problems(lang));
    Edit::of(frame, form, saved).answer(StatusCode::UNPROCESSABLE_ENTITY)
}

fn address(id: Id) -> String {
    format!("/catalogue/{id}")
}
