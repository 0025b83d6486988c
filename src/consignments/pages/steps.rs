//! What happens to a consignment as a whole: it arrives, is moved, is declared void.

use super::standing;
use crate::{
    accounts::{Act, Visitor},
    consignments::{actions, said},
    db::Pool,
    error::Result,
    lang::filters,
    missions,
    names::Names,
    values::{Id, When},
    web::{self, Doubt, Form, Frame, Input, Posted, Problems, Refusal},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "consignments/void.html")]
struct VoidPage {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
}

/// `GET /consignments/{id}/void`: asks for the reason.
pub async fn void(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let form = Form::fresh(Input::default(), frame.lang);
    void_page(pool, frame, visitor, id.into_inner(), form, StatusCode::OK).await
}

/// `POST /consignments/{id}/void`: declares it void.
pub async fn create_void(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (reason, who) = (input.get("reason").to_string(), visitor.clone());
    match pool.attempt(move |db| actions::void(db, id, &reason, &who)).await? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "voided")),
        Err(refusal) => {
            let form = Form::with(input, refusal.problems(lang));
            void_page(pool, frame, visitor, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn void_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let (c, reference) = pool.read(move |db| standing(db, id, Act::Void, &visitor)).await?;
    if c.void.is_some() && status == StatusCode::OK {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    web::html(status, frame.lang, &VoidPage { form, id, reference, frame: frame.clone() })
}

#[derive(Template)]
#[template(path = "consignments/move.html")]
struct MovePage {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    missions: Vec<(String, String)>,
}

/// `GET /consignments/{id}/move`: asks where to.
pub async fn r#move(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let form = Form::fresh(Input::default(), frame.lang);
    move_page(pool, frame, visitor, id.into_inner(), form, StatusCode::OK).await
}

/// `POST /consignments/{id}/move`: moves it to another mission.
pub async fn create_move(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (to, reason) = (input.get("mission").to_string(), input.get("reason").to_string());
    let who = visitor.clone();
    match pool.attempt(move |db| actions::move_to(db, id, &to, &reason, &who)).await? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "moved")),
        Err(refusal) => {
            let form = Form::with(input, refusal.problems(lang));
            move_page(pool, frame, visitor, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn move_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse> {
    let reach = visitor.rights.reach(Act::Move);
    let ((c, reference), missions) = pool
        .read(move |db| Ok((standing(db, id, Act::Move, &visitor)?, missions::list_codes(db, &reach, 40)?)))
        .await?;
    if c.void.is_some() && status == StatusCode::OK {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    web::html(status, frame.lang, &MovePage { form, id, reference, missions, frame: frame.clone() })
}

#[derive(Template)]
#[template(path = "consignments/arrival.html")]
struct Arrival {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    goods: String,
    doubt: Doubt,
    conflict: Vec<(String, String, String)>,
}

/// `GET /consignments/{id}/arrival`: asks when it arrived, and when it was received.
pub async fn arrival(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    arrival_page(pool, frame, visitor, id.into_inner(), None, None).await
}

/// `POST /consignments/{id}/arrival`: records it.
pub async fn create_arrival(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let input = input.settled();
    let version = input.get("version").parse().unwrap_or(0);
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::arrive(db, id, version, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "changed")),
        Err(refusal) => arrival_page(pool, frame, visitor, id, Some(input), Some(refusal)).await,
    }
}

async fn arrival_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    typed: Option<Input>,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (c, reference, goods) = pool
        .read(move |db| {
            let (c, reference) = standing(db, id, Act::Receive, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let goods = said::in_short(&c.body, &names);
            Ok((c, reference, goods))
        })
        .await?;
    if c.void.is_some() && refusal.is_none() {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    let iso = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    let saved = Input::default()
        .with("version", c.version.to_string())
        .with("arrived", iso(c.body.legs.last().and_then(|leg| leg.arrived)))
        .with("received", iso(c.body.received));
    let mut input = typed.unwrap_or(saved);
    let (mut problems, mut doubt, mut conflict) = (Problems::new(lang), Doubt::default(), vec![]);
    let status = match refusal {
        None => StatusCode::OK,
        Some(Refusal::Problems(found)) => {
            problems = found;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(Refusal::Doubt(found)) => {
            doubt = found;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(Refusal::Stale { theirs, yours, version, .. }) => {
            input.set("version", version.to_string());
            conflict = web::conflict(&lang, &theirs, &yours);
            StatusCode::CONFLICT
        }
    };
    let form = Form::with(input, problems);
    let page = Arrival { form, id, reference, goods, doubt, conflict, frame: frame.clone() };
    web::html(status, lang, &page)
}
