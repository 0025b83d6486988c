//! Consignments for programs: what is sent and read of them is what their forms state, and how they stand.

mod shapes;

pub use shapes::{
    Because, ConsignmentRecord, ConsignmentStated, EventStated, MoneyStated, MoveStated, UnitsStated, VoidRecord, refs,
};

use super::{actions, store};
use crate::{
    accounts::{
        Act, Visitor,
        api::{self as past, PastEntry},
    },
    db::{Db, Pool},
    error::{Error, Result},
    history::Subject,
    missions,
    names::Names,
    values::Id,
    web::{
        Input, Problems,
        json::{self, Body, Fault, Key, Page, Stated, Version},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};

fn read(db: &mut Db, id: Id, who: &Visitor) -> Result<ConsignmentRecord> {
    let c = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Look, c.mission)?;
    let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
    let names = Names::load(db, who.lang, refs(&c))?;
    Ok(ConsignmentRecord::of(&c, &mission.body.code, &names))
}

/// The consignment as it is now.
async fn answer(pool: &Pool, id: Id, who: Visitor, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id, &who)).await?;
    json::record(status, &it)
}

/// Logs a consignment, by the rules of the form.
#[utoipa::path(post, path = "/api/v1/consignments", tag = "consignments", operation_id = "log_consignment",
    request_body = Stated<ConsignmentStated>, responses((status = CREATED, body = ConsignmentRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    Key(id): Key,
    body: Body<Stated<ConsignmentStated>>,
) -> Result<HttpResponse, Fault> {
    let who = visitor.clone();
    body.make(&pool, visitor.lang, move |db, typed| actions::log(db, id, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::CREATED).await
}

/// A consignment.
#[utoipa::path(get, path = "/api/v1/consignments/{id}", tag = "consignments", operation_id = "show_consignment",
    params(("id" = Id, Path)), responses((status = OK, body = ConsignmentRecord)))]
pub async fn show(pool: Data<Pool>, visitor: Visitor, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::show(&req, &it)
}

/// Changes a consignment: it states from now on what is sent, and nothing else. A figure that changes after the goods have left is
/// a correction: it takes a `reason` and a `correction_source`, and what stood there before is kept.
#[utoipa::path(put, path = "/api/v1/consignments/{id}", tag = "consignments", operation_id = "change_consignment",
    params(("id" = Id, Path)), request_body = Stated<ConsignmentStated>, responses((status = OK, body = ConsignmentRecord)))]
pub async fn update(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Version(version): Version,
    body: Body<Stated<ConsignmentStated>>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    let act = move |db: &mut Db, typed: &Input| {
        let there = store::find(db, id)?.ok_or(Error::NotFound)?;
        who.must(Act::Log, there.mission)?;
        let mission = missions::find(db, there.mission)?.ok_or(Error::NotFound)?;
        let named = typed.get("mission");
        if !named.is_empty() && named != mission.body.code {
            let mut problems = Problems::new(who.lang);
            problems.add_with("mission", "error-mission-by-move", [("code", mission.body.code)]);
            return Ok(Err(problems.into()));
        }
        actions::change(db, id, version, typed, &who)
    };
    body.change(&pool, visitor.lang, act).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}

/// What was done to a consignment, the latest first.
#[utoipa::path(get, path = "/api/v1/consignments/{id}/history", tag = "history", operation_id = "consignment_history",
    params(("id" = Id, Path)), responses((status = OK, body = Page<PastEntry>)))]
pub async fn history(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    past::history(&pool, (Subject::Consignment, id), move |db| super::standing(db, id, Act::Look, &visitor).map(|_| ()))
        .await
}

/// Records something that happened to a consignment. The key is the id the event will have.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/events", tag = "consignments", operation_id = "record_event",
    params(("id" = Id, Path)), request_body = EventStated, responses((status = CREATED, body = ConsignmentRecord)))]
pub async fn create_event(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Key(event): Key,
    body: Body<EventStated>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    body.make(&pool, visitor.lang, move |db, typed| actions::happen(db, id, event, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::CREATED).await
}

/// Takes back an event that was recorded by mistake: it stays to be seen, and counts no more.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/events/{event}/withdrawal", tag = "consignments",
    operation_id = "withdraw_event", params(("id" = Id, Path), ("event" = Id, Path)), request_body = Because,
    responses((status = OK, body = ConsignmentRecord)))]
pub async fn withdraw_event(
    pool: Data<Pool>,
    visitor: Visitor,
    path: Path<(Id, Id)>,
    body: Body<Because>,
) -> Result<HttpResponse, Fault> {
    let ((id, event), who) = (path.into_inner(), visitor.clone());
    let act = move |db: &mut Db, typed: &Input| actions::take_back(db, (id, event), typed.get("reason"), &who);
    body.change(&pool, visitor.lang, act).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}

/// Lists the transport units of a leg.
#[utoipa::path(put, path = "/api/v1/consignments/{id}/legs/{leg}/units", tag = "consignments", operation_id = "list_units",
    params(("id" = Id, Path), ("leg" = Id, Path)), request_body = UnitsStated,
    responses((status = OK, body = ConsignmentRecord)))]
pub async fn update_units(
    pool: Data<Pool>,
    visitor: Visitor,
    path: Path<(Id, Id)>,
    Version(version): Version,
    mut body: Body<UnitsStated>,
) -> Result<HttpResponse, Fault> {
    let ((id, leg), who) = (path.into_inner(), visitor.clone());
    body.input = body.it.typed();
    let act = move |db: &mut Db, typed: &Input| actions::list_units(db, id, leg, version, typed, &who);
    body.change(&pool, visitor.lang, act).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}

/// Declares a consignment void: its number stays, it counts nowhere.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/void", tag = "consignments", operation_id = "void_consignment",
    params(("id" = Id, Path)), request_body = Because, responses((status = OK, body = ConsignmentRecord)))]
pub async fn void(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    body: Body<Because>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    let act = move |db: &mut Db, typed: &Input| actions::void(db, id, typed.get("reason"), &who);
    body.change(&pool, visitor.lang, act).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}

/// Moves a consignment to another mission, where it takes the next number; the number it leaves stays its own for ever.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/move", tag = "consignments", operation_id = "move_consignment",
    params(("id" = Id, Path)), request_body = MoveStated, responses((status = OK, body = ConsignmentRecord)))]
pub async fn move_to(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    body: Body<MoveStated>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    let act =
        move |db: &mut Db, typed: &Input| actions::move_to(db, id, typed.get("mission"), typed.get("reason"), &who);
    body.change(&pool, visitor.lang, act).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}
