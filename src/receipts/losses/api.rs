//! Loss reports for programs.

use super::{
    actions,
    model::{self, Disposition, Loss, Stage},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self, Consignment,
        api::{Because, MoneyStated, VoidRecord},
    },
    db::{Db, Pool},
    error::{Error, Result},
    names::Names,
    receipts::api::{FindingRecord, PartFound, found_by, typed},
    values::{Id, Moment, When},
    web::json::{self, Body, Fault, Key, Page, Record},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A loss report: what was lost or damaged, and how.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Loss)]
pub struct LossRecord {
    /// Its id.
    id: Id,
    /// Its number as people write it: `KZ-AF-2023-04/003-L1`.
    number: String,
    /// The id of its consignment.
    consignment: Id,
    /// The receipt whose findings it reports; left out for an incident.
    receipt: Option<Id>,
    /// When it happened; left out where nobody said.
    happened: Option<When>,
    /// Where.
    place: String,
    /// On which leg.
    leg: Option<Id>,
    /// At which stage.
    stage: Stage,
    /// How it came about.
    circumstances: String,
    /// What becomes of the damaged goods.
    disposition: Disposition,
    /// What was lost is worth this much.
    value: Option<MoneyStated>,
    /// The number of the railway's commercial act.
    commercial_act: String,
    /// The number of a police report.
    police_report: String,
    /// The number of a survey report.
    survey_report: String,
    /// What it found.
    found: Vec<FindingRecord>,
    /// When it was recorded.
    recorded_at: Moment,
    /// That it was declared void: what it found counts no more.
    void: Option<VoidRecord>,
}

impl LossRecord {
    fn of(it: Loss, c: &Consignment, reference: &str, names: &Names) -> Self {
        Self {
            id: it.id,
            number: model::number(reference, it.number),
            consignment: it.consignment,
            receipt: it.receipt,
            happened: it.happened,
            place: names.place_label(it.place),
            leg: it.leg,
            stage: it.stage,
            circumstances: it.circumstances,
            disposition: it.disposition,
            value: it.value.map(MoneyStated::of),
            commercial_act: it.commercial_act,
            police_report: it.police_report,
            survey_report: it.survey_report,
            found: found_by(c, it.id),
            recorded_at: it.at,
            void: it.void.as_ref().map(VoidRecord::of),
        }
    }
}

/// A loss report, as a program tells it.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LossStated {
    /// The receipt whose findings it reports; left out for an incident, which tells what it found itself.
    receipt: Option<Id>,
    /// When it happened; needed, unless `undated` says that nobody said.
    happened: Option<When>,
    /// That nobody said when.
    undated: bool,
    /// Where.
    place: String,
    /// On which leg, where it happened on one.
    leg: Option<Id>,
    /// At which stage.
    stage: Option<Stage>,
    /// How it came about; needed.
    circumstances: String,
    /// What becomes of the damaged goods.
    disposition: Option<Disposition>,
    /// What was lost is worth this much.
    value: Option<MoneyStated>,
    /// The number of the railway's commercial act.
    commercial_act: String,
    /// The number of a police report.
    police_report: String,
    /// The number of a survey report.
    survey_report: String,
    /// What was damaged or is missing; needed for an incident.
    parts: Vec<PartFound>,
    /// That it is meant, however odd it looks: answers a `doubt`.
    confirm: bool,
}

impl Record for LossRecord {
    const AT: &'static str = "/api/v1/losses";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        // Nothing of it changes but that it may be declared void.
        if self.void.is_some() { 2 } else { 1 }
    }
}

fn read(db: &mut Db, id: Id, who: &Visitor) -> Result<LossRecord> {
    let it = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (c, reference) = consignments::standing(db, it.consignment, Act::Look, who)?;
    let names = Names::load(db, who.lang, (vec![], it.place.into_iter().collect(), vec![]))?;
    Ok(LossRecord::of(it, &c, &reference, &names))
}

async fn answer(pool: &Pool, id: Id, who: Visitor, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id, &who)).await?;
    json::record(status, &it)
}

/// The loss reports of a consignment, the oldest first.
#[utoipa::path(get, path = "/api/v1/consignments/{id}/losses", tag = "receipts", operation_id = "list_losses",
    params(("id" = Id, Path)), responses((status = OK, body = Page<LossRecord>)))]
pub async fn list(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let found = pool
        .read(move |db| {
            let (c, reference) = consignments::standing(db, id, Act::Look, &visitor)?;
            let all = store::of(db, id)?;
            let places = all.iter().filter_map(|it| it.place).collect();
            let names = Names::load(db, visitor.lang, (vec![], places, vec![]))?;
            Ok(all.into_iter().map(|it| LossRecord::of(it, &c, &reference, &names)).collect())
        })
        .await?;
    json::whole(found)
}

/// Makes a loss report.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/losses", tag = "receipts", operation_id = "report_loss",
    params(("id" = Id, Path)), request_body = LossStated, responses((status = CREATED, body = LossRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    of: Path<Id>,
    Key(id): Key,
    mut body: Body<LossStated>,
) -> Result<HttpResponse, Fault> {
    let (of, who) = (of.into_inner(), visitor.clone());
    body.input = typed(body.input);
    body.make(&pool, visitor.lang, move |db, typed| actions::report(db, id, of, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::CREATED).await
}

/// A loss report.
#[utoipa::path(get, path = "/api/v1/losses/{id}", tag = "receipts", operation_id = "show_loss",
    params(("id" = Id, Path)), responses((status = OK, body = LossRecord)))]
pub async fn show(pool: Data<Pool>, visitor: Visitor, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::show(&req, &it)
}

/// Declares a loss report void: what it found counts no more.
#[utoipa::path(post, path = "/api/v1/losses/{id}/void", tag = "receipts", operation_id = "void_loss",
    params(("id" = Id, Path)), request_body = Because, responses((status = OK, body = LossRecord)))]
pub async fn void(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    body: Body<Because>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    body.change(&pool, visitor.lang, move |db, typed| actions::void(db, id, typed.get("reason"), &who)).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}
