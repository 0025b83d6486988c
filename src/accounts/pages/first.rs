//! What one-time links open: the set-up of a new house, and the choice of a password.

use super::sign_in::let_in;
use crate::{
    accounts::{Desk, Person, Visitor, actions, password},
    db::Pool,
    error::{Error, Result},
    lang::filters,
    settings,
    web::{self, Form, Frame, Input, Posted, Problems, Query, guard::Site},
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/set_up.html")]
struct SetUp {
    frame: Frame,
    form: Form,
}

/// `GET /set-up?token=…`: the form that makes the first administrator, while there is nobody.
pub async fn set_up(pool: Data<Pool>, frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    let token = Query::parse(req.query_string()).get("token").to_string();
    let asked = token.clone();
    if !pool.read(move |db| actions::may_set_up(db, &asked)).await? {
        return Err(Error::Spent);
    }
    let form = Form::fresh(Input::default().with("token", token), frame.lang);
    web::html(StatusCode::OK, frame.lang, &SetUp { form, frame: frame.clone() })
}

/// `POST /set-up`: makes the first administrator, names the organisation, and signs them in.
pub async fn create_first(
    pool: Data<Pool>,
    desk: Data<Desk>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, token, from) = (frame.lang, input.get("token").to_string(), visitor.by.origin.clone());
    let asked = token.clone();
    if !pool.read(move |db| actions::may_set_up(db, &asked)).await? {
        return Err(Error::Spent);
    }
    let organisation = input.get("organisation").to_string();
    let mut person = Person::new(input.get("sign_in"), input.get("name"));
    let mut problems = Problems::of(&input, lang);
    let it = person.clone();
    if let Some(more) = pool.read(move |db| actions::named_well(db, &it, lang)).await? {
        problems.extend(more);
    }
    if organisation.is_empty() {
        problems.add("organisation", "error-organisation-name");
    }
    if let Err(more) = actions::judge(input.raw("password"), &person, &organisation, "password", lang) {
        problems.extend(more);
    }
    let typed = input.raw("password").to_string();
    let mut made = None;
    if problems.is_empty() {
        person.password = desk.turns().take(move || password::hash(&typed)).await?;
        let (it, name) = (person.clone(), organisation.clone());
        match pool.attempt(move |db| actions::set_up(db, &token, &it, &name, &from, lang)).await? {
            Ok(id) => made = Some(id),
            Err(more) => problems.extend(more),
        }
    }
    let Some(id) = made else {
        let mut input = input;
        input.remove("password");
        let page = SetUp { form: Form::with(input, problems), frame: frame.clone() };
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    };
    tracing::warn!(target: "security", event = "set-up", person = %id, from = visitor.by.origin);
    let_in(&pool, &site, &frame, &visitor, &req, person, &Input::default()).await
}

#[derive(Template)]
#[template(path = "accounts/choose_password.html")]
struct ChoosePassword {
    frame: Frame,
    form: Form,
    person: Person,
}

/// `GET /choose-password?token=…`: the form that a one-time link opens. Looking uses nothing up.
pub async fn choose_password(pool: Data<Pool>, frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    let token = Query::parse(req.query_string()).get("token").to_string();
    let asked = token.clone();
    let person = pool.read(move |db| actions::invited(db, &asked)).await?.ok_or(Error::Spent)?;
    let form = Form::fresh(Input::default().with("token", token), frame.lang);
    web::html(StatusCode::OK, frame.lang, &ChoosePassword { form, person, frame: frame.clone() })
}

/// `POST /choose-password`: takes the password; the link is used up, and every session ends.
pub async fn accept_invitation(
    pool: Data<Pool>,
    desk: Data<Desk>,
    frame: Frame,
    visitor: Visitor,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let (lang, token, from) = (frame.lang, input.get("token").to_string(), visitor.by.origin.clone());
    let asked = token.clone();
    let found = pool.read(move |db| Ok((actions::invited(db, &asked)?, settings::load(db)?))).await?;
    let (Some(person), settings) = found else { return Err(Error::Spent) };
    let typed = input.raw("password").to_string();
    if let Err(problems) = actions::judge(&typed, &person, &settings.organisation, "password", lang) {
        input.remove("password");
        let page = ChoosePassword { form: Form::with(input, problems), person, frame: frame.clone() };
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    }
    let hash = desk.turns().take(move || password::hash(&typed)).await?;
    let done = pool.write(move |db| actions::accept_invitation(db, &token, &hash, &from)).await?;
    let id = done.ok_or(Error::Spent)?.id;
    tracing::warn!(target: "security", event = "password-chosen", person = %id, from = visitor.by.origin);
    Ok(web::see_done("/sign-in", "password-chosen"))
}
