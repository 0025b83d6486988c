//! Taking an import back as a whole.

use super::standing;
use crate::{
    accounts::{Act, Visitor},
    db::Pool,
    error::{Error, Result},
    exchange::actions,
    lang::filters,
    values::Id,
    web::{self, Form, Frame, Input, Posted, Problems, Refusal},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "exchange/undo.html")]
struct UndoPage {
    frame: Frame,
    form: Form,
    id: Id,
    name: String,
}

/// `GET /imports/{id}/undo`: asks why.
pub async fn undo(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let form = Form::fresh(Input::default(), frame.lang);
    undo_page(&pool, frame, visitor, id.into_inner(), (StatusCode::OK, form)).await
}

async fn undo_page(
    pool: &Pool,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    (status, form): (StatusCode, Form),
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (import, _) = standing(pool, id, &visitor).await?;
    match import.mission {
        Some(mission) => visitor.must(Act::Void, mission)?,
        None => visitor.must_everywhere(Act::Void)?,
    }
    web::html(status, lang, &UndoPage { form, id, name: import.name, frame: frame.clone() })
}

/// `POST /imports/{id}/undo`: takes back what it did, piece by piece; what was taken back stays so when it is interrupted, and the
/// same form goes on.
pub async fn create_undo(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (reason, who, all) = (input.get("reason").to_string(), visitor.clone(), pool.clone());
    let taken = actix_web::web::block(move || take_back(&all, id, &reason, &who)).await.map_err(Error::internal)?;
    match web::or_busy(taken, lang)? {
        Ok(()) => Ok(web::see_done(&format!("/imports/{id}"), "import-undone")),
        Err(refusal) => {
            let problems: Problems = refusal.problems(lang);
            let form = Form::with(input, problems);
            undo_page(&pool, frame, visitor, id, (StatusCode::UNPROCESSABLE_ENTITY, form)).await
        }
    }
}

fn take_back(pool: &Pool, id: Id, reason: &str, who: &Visitor) -> Result<std::result::Result<(), Refusal>> {
    if let Err(problems) = pool.read_now(|db| actions::may_undo(db, id, reason, who))? {
        return Ok(Err(problems.into()));
    }
    loop {
        match pool.attempt_in_turn(|db| actions::undo(db, id, reason, who))? {
            Ok(true) => {}
            Ok(false) => break,
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    pool.write_in_turn(|db| actions::undone(db, id, reason, who))?;
    Ok(Ok(()))
}
