//! What is done to a consignment as a whole: it is moved, is declared void.

use super::standing;
use crate::{
    accounts::{Act, Visitor},
    consignments::actions,
    db::Pool,
    error::Result,
    lang::filters,
    missions,
    values::Id,
    web::{self, Form, Frame, Input, Posted},
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
