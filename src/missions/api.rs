//! Missions for programs.

use super::{
    actions,
    model::{self, MissionStatus},
    store,
};
use crate::{
    accounts::{
        Act, Visitor,
        api::{self as past, PastEntry},
    },
    db::{Db, Pool},
    error::{Error, Result},
    history::Subject,
    names::Names,
    values::{Country, Decimal, Id, Mode, Moment, Qualifier, Unit, When},
    web::{
        Cursor,
        json::{self, After, Asked, Body, Fault, Key, Limit, Page, Record, Stated, Version},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A mission: one journey of aid from donors to a people.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mission)]
pub struct MissionRecord {
    /// Its id.
    id: Id,
    /// Counts the edits: the `ETag`.
    version: i64,
    /// The last number given to a consignment; 0 before the first.
    last_number: i64,
    /// When its summary was approved; a change after that makes it a draft again.
    approved_at: Option<Moment>,
    /// What it states.
    stated: MissionStated,
}

/// What a mission states. Organisations and places are named; a name the house does not know is added to it.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MissionStated {
    /// Its code, such as `KZ-AF-2023-04`; needed, unique, and frozen once a consignment is numbered under it.
    code: String,
    /// Its name; needed.
    title: String,
    /// The crisis it answers.
    crisis: String,
    /// The crisis' GLIDE number.
    glide: String,
    /// Who gives.
    donors: Vec<String>,
    /// The country that receives.
    recipient_country: Option<Country>,
    /// What it is for.
    purpose: String,
    /// The decision it rests on.
    decision: Decision,
    /// What the decision allots.
    allotments: Vec<Allotment>,
    /// When it begins.
    starts: Option<When>,
    /// When it ends.
    ends: Option<When>,
    /// Where it stands; active where it is left out.
    status: Option<MissionStatus>,
    /// The need it answers.
    need: Need,
    /// Its handover.
    handover: Handover,
    /// What its consignments state unless one says otherwise.
    default: Defaults,
    /// Anything else.
    notes: String,
    /// The code of the language that stands beside the first on its documents.
    second_language: String,
    /// What its summary tells besides figures.
    narrative: String,
    /// What its summary asks of its reader.
    asked: String,
}

/// The decision a mission rests on.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// Its number.
    number: String,
    /// Its date.
    date: Option<When>,
}

/// What a decision allots of one good.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Allotment {
    /// The good; needed.
    goods: String,
    /// How much; needed unless the qualifier says that it is not stated.
    quantity: Option<Decimal>,
    /// In which unit; needed.
    unit: Option<Unit>,
    /// How surely; exact where it is left out.
    qualifier: Option<Qualifier>,
}

/// The need a mission answers.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Need {
    /// How many people are in need, as the source says.
    people: String,
    /// The source of that figure.
    source: String,
}

/// How a mission was handed over.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Handover {
    /// By whom.
    from: String,
    /// To whom.
    to: String,
    /// The office that received.
    office: String,
    /// Where.
    place: String,
    /// When.
    date: Option<When>,
    /// The number of the act.
    act: String,
}

/// What a mission's consignments state unless one says otherwise.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Defaults {
    /// Who sends.
    consignor: String,
    /// Who receives.
    consignee: String,
    /// Who carries.
    carrier: String,
    /// How it travels.
    mode: Option<Mode>,
    /// Where it leaves from.
    from: String,
    /// The border crossing or hub.
    via: String,
    /// Where it goes.
    to: String,
}

impl MissionStated {
    fn of(body: &model::Body, names: &Names) -> Self {
        let organisation = |id: Option<Id>| names.organisation(id).to_string();
        let allotments = body.allotments.iter().map(|it| Allotment {
            goods: names.good(it.item, &it.goods).into(),
            quantity: Decimal::of(it.quantity),
            unit: Some(it.quantity.unit()),
            qualifier: Some(it.quantity.qualifier()),
        });
        Self {
            code: body.code.clone(),
            title: body.title.clone(),
            crisis: body.crisis.clone(),
            glide: body.glide.clone(),
            donors: body.donors.iter().map(|id| organisation(Some(*id))).collect(),
            recipient_country: Country::from_code(&body.recipient_country),
            purpose: body.purpose.clone(),
            decision: Decision { number: body.decision_number.clone(), date: body.decision_date },
            allotments: allotments.collect(),
            starts: body.starts,
            ends: body.ends,
            status: Some(body.status),
            need: Need { people: body.need_people.clone(), source: body.need_source.clone() },
            handover: Handover {
                from: body.handover_from.clone(),
                to: body.handover_to.clone(),
                office: body.handover_office.clone(),
                place: body.handover_place.clone(),
                date: body.handover_date,
                act: body.handover_act.clone(),
            },
            default: Defaults {
                consignor: organisation(body.consignor),
                consignee: organisation(body.consignee),
                carrier: organisation(body.carrier),
                mode: body.mode,
                from: names.place_label(body.from),
                via: names.place_label(body.via),
                to: names.place_label(body.to),
            },
            notes: body.notes.clone(),
            second_language: body.second_language.clone(),
            narrative: body.narrative.clone(),
            asked: body.asked.clone(),
        }
    }
}

impl Record for MissionRecord {
    const AT: &'static str = "/api/v1/missions";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }
}

fn read(db: &mut Db, id: Id, who: &Visitor) -> Result<MissionRecord> {
    let it = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Look, id)?;
    let names = Names::load(db, who.lang, it.body.refs())?;
    let stated = MissionStated::of(&it.body, &names);
    Ok(MissionRecord { id, version: it.version, last_number: it.last_number, approved_at: it.approved_at, stated })
}

async fn answer(pool: &Pool, id: Id, who: Visitor, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id, &who)).await?;
    json::record(status, &it)
}

/// A mission in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissionBrief {
    /// Its id.
    id: Id,
    /// Its code.
    code: String,
    /// Its name.
    title: String,
    /// The country that receives.
    recipient_country: Option<Country>,
    /// The crisis' GLIDE number.
    glide: String,
    /// Where it stands.
    status: MissionStatus,
    /// When it begins.
    starts: Option<When>,
    /// When it ends.
    ends: Option<When>,
}

/// What a list of missions is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MissionsAsked {
    /// Where they stand.
    status: Option<MissionStatus>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[param(inline)]
    after: Option<After>,
}

/// Missions, the newest first.
#[utoipa::path(get, path = "/api/v1/missions", tag = "missions", operation_id = "list_missions", params(MissionsAsked),
    responses((status = OK, body = Page<MissionBrief>)))]
pub async fn list(
    pool: Data<Pool>,
    visitor: Visitor,
    Asked { it, query }: Asked<MissionsAsked>,
) -> Result<HttpResponse, Fault> {
    let (reach, limit) = (visitor.sees(), it.limit.0);
    let after = it.after.map(|after| after.0);
    let mut found = pool.read(move |db| store::page(db, &reach, it.status, after.as_ref(), limit + 1)).await?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let last = found.last().filter(|_| more).map(|it| Cursor { key: it.day.to_string(), id: it.id });
    let items = found.into_iter().map(|it| MissionBrief {
        id: it.id,
        code: it.code,
        title: it.title,
        recipient_country: Country::from_code(&it.recipient_country),
        glide: it.glide,
        status: it.status,
        starts: When::from_iso(&it.starts),
        ends: When::from_iso(&it.ends),
    });
    json::listed(items.collect(), (MissionRecord::AT, &query, last))
}

/// Opens a mission.
#[utoipa::path(post, path = "/api/v1/missions", tag = "missions", operation_id = "open_mission",
    request_body = Stated<MissionStated>, responses((status = CREATED, body = MissionRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    Key(id): Key,
    body: Body<Stated<MissionStated>>,
) -> Result<HttpResponse, Fault> {
    let who = visitor.clone();
    body.make(&pool, visitor.lang, move |db, typed| actions::open(db, id, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::CREATED).await
}

/// A mission.
#[utoipa::path(get, path = "/api/v1/missions/{id}", tag = "missions", operation_id = "show_mission",
    params(("id" = Id, Path)), responses((status = OK, body = MissionRecord)))]
pub async fn show(pool: Data<Pool>, visitor: Visitor, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::show(&req, &it)
}

/// Changes a mission: it states from now on what is sent, and nothing else.
#[utoipa::path(put, path = "/api/v1/missions/{id}", tag = "missions", operation_id = "change_mission",
    params(("id" = Id, Path)), request_body = Stated<MissionStated>, responses((status = OK, body = MissionRecord)))]
pub async fn update(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Version(version): Version,
    body: Body<Stated<MissionStated>>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    body.change(&pool, visitor.lang, move |db, typed| actions::change(db, id, version, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}

/// What was done to a mission, the latest first.
#[utoipa::path(get, path = "/api/v1/missions/{id}/history", tag = "history", operation_id = "mission_history",
    params(("id" = Id, Path)), responses((status = OK, body = Page<PastEntry>)))]
pub async fn history(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    past::history(&pool, (Subject::Mission, id), move |db| read(db, id, &visitor).map(|_| ())).await
}
