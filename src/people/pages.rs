//! The list of people, the form of one, one-time links, and the settings.

use super::form::{self, Named, ROWS};
use crate::{
    accounts::{self, Act, Grant, Person, Role, Session, Visitor, actions, second},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::{filters, papers},
    missions, organisations,
    settings::{self, LARGEST_LOGO, Logo, Settings, Unfit},
    values::Id,
    web::{self, Form, Frame, Input, Posted, Problems, Refusal, guard::Site},
};
use actix_multipart::Multipart;
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use futures_util::StreamExt;

#[derive(Template)]
#[template(path = "people/list.html")]
struct List {
    frame: Frame,
    people: Vec<(Person, Vec<String>)>,
}

/// `GET /people`: everyone, with what they may.
pub async fn list(pool: Data<Pool>, frame: Frame) -> Result<HttpResponse> {
    let lang = frame.lang;
    let people = pool
        .read(move |db| {
            let all = accounts::list(db)?;
            let named = Named::load(db, all.iter().flat_map(|(_, rights)| rights))?;
            let said = |grant: &Grant| {
                let role = lang.say(&format!("role-{}", grant.role));
                let parts = [role.as_str(), named.mission(grant), named.organisation(grant)];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            };
            Ok(all.into_iter().map(|(it, rights)| (it, rights.iter().map(said).collect())).collect())
        })
        .await?;
    web::html(StatusCode::OK, lang, &List { frame, people })
}

#[derive(Template)]
#[template(path = "people/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    /// The person as saved; none while one is added.
    saved: Option<Saved>,
    roles: Vec<(&'static str, String)>,
    missions: Vec<(String, String)>,
    organisations: Vec<String>,
    conflict: Vec<(String, String, String)>,
    done: &'static str,
}

struct Saved {
    it: Person,
    sessions: Vec<Session>,
    past: Vec<Entry>,
}

impl Edit {
    async fn of(pool: &Pool, frame: Frame, form: Form, id: Option<Id>) -> Result<Self> {
        let lang = frame.lang;
        let (saved, missions, organisations) = pool
            .read(move |db| {
                let saved = match id {
                    Some(id) => Some(saved(db, id)?),
                    None => None,
                };
                let missions = missions::list_codes(db, &accounts::Reach::All, 200)?;
                Ok((saved, missions, organisations::some_names(db, 100)?))
            })
            .await?;
        let mut roles = vec![("", lang.say("role-none"))];
        roles.extend(Role::ALL.iter().map(|role| (role.code(), lang.say(&format!("role-{role}")))));
        Ok(Self { frame, form, saved, roles, missions, organisations, conflict: vec![], done: "" })
    }

    fn is_erased(&self) -> bool {
        self.saved.as_ref().is_some_and(|saved| saved.it.is_erased())
    }

    fn answer(self, status: StatusCode) -> Result<HttpResponse> {
        web::html(status, self.frame.lang, &self)
    }
}

fn saved(db: &mut Db, id: Id) -> Result<Saved> {
    let it = accounts::find(db, id)?.ok_or(Error::NotFound)?;
    Ok(Saved { sessions: accounts::sessions_of(db, id)?, past: accounts::past(db, (Subject::Person, id))?, it })
}

/// At least one row to choose a role in.
fn with_a_row(mut input: Input) -> Input {
    if input.rows("grant").is_empty() {
        input.add_row("grant", "role");
    }
    input
}

/// `GET /people/new`.
pub async fn new(pool: Data<Pool>, frame: Frame) -> Result<HttpResponse> {
    let form = Form::fresh(with_a_row(Input::default().with("id", Id::fresh().to_string())), frame.lang);
    Edit::of(&pool, frame, form, None).await?.answer(StatusCode::OK)
}

/// `POST /people`: adds someone, and answers with the one-time link by which they choose their password.
pub async fn create(
    pool: Data<Pool>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    if input.settle(ROWS) {
        let form = Form::fresh(with_a_row(input), lang);
        return Edit::of(&pool, frame, form, None).await?.answer(StatusCode::OK);
    }
    let id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    let person = Person { id, ..Person::new(input.get("sign_in"), input.get("name")) };
    let (typed, it, by) = (input.clone(), person.clone(), visitor.by.clone());
    let done = pool
        .attempt(move |db| {
            let rights = match form::rights(db, &typed, lang)? {
                Ok(rights) => rights,
                Err(mut problems) => {
                    // Whatever else is wrong is said at once.
                    if let Err(more) = actions::add(db, &it, &[], &by, lang)? {
                        problems.extend(more);
                    }
                    return Ok(Err(problems));
                }
            };
            actions::add(db, &it, &rights, &by, lang)
        })
        .await?;
    match done {
        Ok(id) => {
            told(&visitor, "person-added", id);
            link(pool, site, frame, visitor, req, Path::from(id)).await
        }
        Err(problems) => {
            let form = Form::with(with_a_row(input), problems);
            Edit::of(&pool, frame, form, None).await?.answer(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn told(visitor: &Visitor, event: &str, person: Id) {
    let (by, from) = (visitor.id_text(), &visitor.by.origin);
    tracing::warn!(target: "security", event, %person, by, from);
}

/// The form of a person as they are saved.
fn filled(db: &mut Db, id: Id) -> Result<Input> {
    let it = accounts::find(db, id)?.ok_or(Error::NotFound)?;
    let rights = accounts::grants_of(db, id)?;
    let named = Named::load(db, rights.iter())?;
    let mut input = Input::default().with("name", &it.name).with("sign_in", &it.sign_in);
    input.set("version", it.version.to_string());
    form::fill(&mut input, &rights, &named);
    Ok(input)
}

/// `GET /people/{id}`.
pub async fn edit(pool: Data<Pool>, frame: Frame, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse> {
    let id = id.into_inner();
    let input = pool.read(move |db| filled(db, id)).await?;
    let words = ["person-changed", "disabled", "enabled", "sessions-ended", "unsecured", "erased"];
    let done = web::done(&req, &words);
    let form = Form::fresh(with_a_row(input), frame.lang);
    Edit { done, ..Edit::of(&pool, frame, form, Some(id)).await? }.answer(StatusCode::OK)
}

/// `POST /people/{id}`: names and rights.
pub async fn update(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    if input.settle(ROWS) {
        let form = Form::fresh(with_a_row(input), lang);
        return Edit::of(&pool, frame, form, Some(id)).await?.answer(StatusCode::OK);
    }
    let (typed, by) = (input.clone(), visitor.by.clone());
    let done = pool
        .attempt(move |db| {
            let rights = match form::rights(db, &typed, lang)? {
                Ok(rights) => rights,
                Err(problems) => return Ok(Err(problems.into())),
            };
            let now = accounts::find(db, id)?.filter(|it| !it.is_erased()).ok_or(Error::NotFound)?.version;
            let (theirs, yours) = (filled(db, id)?, typed.clone());
            if typed.get("version") != now.to_string() && !web::conflict(&lang, &theirs, &yours).is_empty() {
                return Ok(Err(Refusal::Stale { theirs, yours, version: now, adopt: vec![] }));
            }
            let had = accounts::grants_of(db, id)?;
            let named = Named::load(db, had.iter())?;
            let names = (typed.get("sign_in"), typed.get("name"));
            let done = actions::change(db, id, names, &rights, |grant| named.said(grant), &by, lang)?;
            let same = had.len() == rights.len() && rights.iter().all(|(grant, _)| had.contains(grant));
            Ok(done.map(|()| !same).map_err(Refusal::from))
        })
        .await?;
    match done {
        Ok(rights_changed) => {
            if rights_changed {
                told(&visitor, "rights-changed", id);
            }
            Ok(done_to(&visitor, id, "person-changed"))
        }
        Err(refusal) => again(&pool, frame, id, input, refusal).await,
    }
}

async fn again(pool: &Pool, frame: Frame, id: Id, mut input: Input, refusal: Refusal) -> Result<HttpResponse> {
    let lang = frame.lang;
    if let Refusal::Stale { theirs, yours, version, .. } = &refusal {
        input.set("version", version.to_string());
        let conflict = web::conflict(&lang, theirs, yours);
        let form = Form::with(with_a_row(input), Problems::new(lang));
        let page = Edit { conflict, ..Edit::of(pool, frame, form, Some(id)).await? };
        return page.answer(StatusCode::CONFLICT);
    }
    let form = Form::with(with_a_row(input), refusal.problems(lang));
    Edit::of(pool, frame, form, Some(id)).await?.answer(StatusCode::UNPROCESSABLE_ENTITY)
}

#[derive(Template)]
#[template(path = "people/link.html")]
struct Link {
    frame: Frame,
    person: Person,
    link: String,
}

/// `POST /people/{id}/link`: makes a one-time link by which the person chooses a password. It is shown here, once.
pub async fn link(
    pool: Data<Pool>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (id, by, token) = (id.into_inner(), visitor.by.clone(), second::token()?);
    let (person, token) = pool
        .write(move |db| {
            let person = accounts::find(db, id)?.ok_or(Error::NotFound)?;
            Ok((person, actions::invite(db, id, &by, token.clone())?))
        })
        .await?;
    told(&visitor, "link-made", id);
    let link = site.link_from(&req, &format!("/choose-password?token={token}"));
    web::html(StatusCode::OK, frame.lang, &Link { person, link, frame: frame.clone() })
}

/// `POST /people/{id}/disable`: lets someone sign in no longer; their sessions end.
pub async fn disable(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id, by) = (frame.lang, id.into_inner(), visitor.by.clone());
    if let Err(problems) = pool.attempt(move |db| actions::disable(db, id, &by, lang)).await? {
        let input = pool.read(move |db| filled(db, id)).await?;
        return again(&pool, frame, id, input, problems.into()).await;
    }
    Ok(done_to(&visitor, id, "disabled"))
}

/// What was done to a person, for the security log and for whoever did it.
fn done_to(visitor: &Visitor, person: Id, word: &'static str) -> HttpResponse {
    told(visitor, word, person);
    web::see_done(&format!("/people/{person}"), word)
}

/// `POST /people/{id}/enable`: lets someone sign in again.
pub async fn enable(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (id, by) = (id.into_inner(), visitor.by.clone());
    pool.write(move |db| actions::enable(db, id, &by)).await?;
    Ok(done_to(&visitor, id, "enabled"))
}

/// `POST /people/{id}/sessions/end`: ends every session of someone.
pub async fn end_sessions(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let id = id.into_inner();
    pool.write(move |db| actions::end_others(db, id, None)).await?;
    Ok(done_to(&visitor, id, "sessions-ended"))
}

/// `POST /people/{id}/second-factor/removal`: for someone who lost both their device and their recovery codes.
pub async fn unsecure(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (id, by) = (id.into_inner(), visitor.by.clone());
    pool.write(move |db| actions::unsecure(db, id, &by)).await?;
    told(&visitor, "second-factor-removed", id);
    Ok(web::see_done(&format!("/people/{id}"), "unsecured"))
}

/// `POST /people/{id}/erase`: erases what is known of someone who may no longer sign in.
pub async fn erase(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (id, by) = (id.into_inner(), visitor.by.clone());
    pool.write(move |db| actions::erase(db, id, &by)).await?;
    Ok(done_to(&visitor, id, "erased"))
}

#[derive(Template)]
#[template(path = "people/settings.html")]
struct SettingsPage {
    frame: Frame,
    form: Form,
    done: &'static str,
    past: Vec<Entry>,
    /// The SHA-256 of the logo; empty for none.
    logo: String,
    /// The languages a gift certificate may be written in, by code and name.
    languages: Vec<(&'static str, &'static str)>,
}

/// What a stranger may compare who checks a paper.
const OPEN: [&str; 3] = ["party", "vehicle", "total"];

async fn settings_page(pool: &Pool, frame: Frame, form: Form, done: &'static str) -> Result<HttpResponse> {
    let (past, logo) = pool
        .read(|db| Ok((accounts::past(db, (Subject::Settings, settings::actions::id()))?, settings::load(db)?.logo)))
        .await?;
    let status = if form.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let languages = papers().map(|lang| (lang.code(), lang.name())).collect();
    web::html(status, frame.lang, &SettingsPage { form, done, past, logo, languages, frame: frame.clone() })
}

/// `GET /settings`.
pub async fn settings(pool: Data<Pool>, frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    let set = pool.read(settings::load).await?;
    let done = web::done(&req, &["settings-saved"]);
    settings_page(&pool, frame.clone(), Form::fresh(typed(set), frame.lang), done).await
}

/// The settings as their form shows them.
fn typed(set: Settings) -> Input {
    let mut input = Input::default().with("organisation", set.organisation).with("address", set.address);
    for role in set.second_factor {
        input.set(format!("second_factor.{role}"), "1");
    }
    for open in OPEN.iter().filter(|open| !set.withheld.iter().any(|kept| kept == *open)) {
        input.set(format!("verify.{open}"), "1");
    }
    for (lang, text) in set.gift {
        input.set(format!("gift.{lang}"), text);
    }
    input
}

/// `POST /settings`.
pub async fn save_settings(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let mut problems = Problems::of(&input, frame.lang);
    if input.get("organisation").is_empty() {
        problems.add("organisation", "error-organisation-name");
    }
    if !problems.is_empty() {
        return settings_page(&pool, frame, Form::with(input, problems), "").await;
    }
    let asked = Role::ALL.iter().filter(|role| input.get(&format!("second_factor.{role}")) == "1");
    let set = Settings {
        organisation: input.get("organisation").into(),
        second_factor: asked.map(|role| role.code().to_string()).collect(),
        address: input.get("address").into(),
        withheld: OPEN
            .iter()
            .filter(|open| input.get(&format!("verify.{open}")) != "1")
            .map(|it| it.to_string())
            .collect(),
        gift: papers()
            .map(|lang| (lang.code().to_string(), input.get(&format!("gift.{}", lang.code())).to_string()))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        logo: String::new(),
    };
    let by = visitor.by.clone();
    pool.write(move |db| {
        let logo = settings::load(db)?.logo;
        settings::actions::change(db, &Settings { logo, ..set.clone() }, &by)
    })
    .await?;
    told(&visitor, "settings-changed", settings::actions::id());
    Ok(web::see_done("/settings", "settings-saved"))
}

/// `POST /settings/logo`: puts a logo on the letterhead; without a file, takes it off.
pub async fn save_logo(pool: Data<Pool>, frame: Frame, visitor: Visitor, mut parts: Multipart) -> Result<HttpResponse> {
    let mut bytes = vec![];
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|e| Error::Invalid(e.to_string()))?;
        let own = part.name() == Some("logo");
        while let Some(some) = part.next().await {
            let some = some.map_err(|e| Error::Invalid(e.to_string()))?;
            // Read to its end, so that whoever sends too much gets an answer and not a cut line.
            if own && bytes.len() <= LARGEST_LOGO {
                bytes.extend_from_slice(&some);
            }
        }
    }
    let logo = if bytes.is_empty() { Ok(None) } else { Logo::of(&bytes).map(Some) };
    let by = visitor.by.clone();
    match logo {
        Ok(logo) => {
            pool.write(move |db| settings::actions::change_logo(db, logo.as_ref(), &by)).await?;
            told(&visitor, "settings-changed", settings::actions::id());
            Ok(web::see_done("/settings", "settings-saved"))
        }
        Err(unfit) => {
            let mut problems = Problems::new(frame.lang);
            let key = if unfit == Unfit::TooLarge { "error-logo-too-large" } else { "error-logo-kind" };
            problems.add("logo", key);
            let input = pool.read(settings::load).await.map(typed)?;
            settings_page(&pool, frame, Form::with(input, problems), "").await
        }
    }
}

#[derive(Template)]
#[template(path = "people/roles.html")]
struct Roles {
    frame: Frame,
}

/// `GET /people/roles`: what each role may do, as the one table of the house says it.
pub async fn roles(frame: Frame) -> Result<HttpResponse> {
    web::html(StatusCode::OK, frame.lang, &Roles { frame: frame.clone() })
}

impl Roles {
    /// Whether a role may do something.
    fn may(&self, role: &Role, act: &Act) -> bool {
        act.roles().contains(role)
    }
}
