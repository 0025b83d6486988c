//! Organisations for programs.

use super::{
    actions,
    model::{self, Search},
    store,
};
use crate::{
    accounts::{
        Visitor,
        api::{self as past, PastEntry},
    },
    db::{Db, Pool},
    error::{Error, Result},
    history::Subject,
    values::{Country, Id},
    web::json::{self, After, Asked, Body, Fault, Key, Limit, Page, Record, Stated, Version},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An organisation: who gives, sends, carries, receives.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub struct OrganisationRecord {
    /// Its id.
    id: Id,
    /// Counts the edits: the `ETag`.
    version: i64,
    /// The organisation that is meant instead, where it was merged into another.
    merged_into: Option<Id>,
    /// What it states.
    stated: OrganisationStated,
}

/// What an organisation states.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OrganisationStated {
    /// The name it is shown by; needed. No two organisations share a name.
    name: String,
    /// Other names it is found by.
    other_names: Vec<String>,
    /// Its country.
    country: Option<Country>,
    /// Its postal address.
    address: String,
    /// Whom to speak to there.
    contact: String,
    /// Their telephone number.
    phone: String,
    /// Their e-mail address.
    email: String,
    /// Anything else.
    notes: String,
}

impl OrganisationRecord {
    fn of(it: model::Organisation) -> Self {
        Self {
            id: it.id,
            version: it.version,
            merged_into: it.merged_into,
            stated: OrganisationStated {
                name: it.name,
                other_names: it.other_names.lines().map(String::from).collect(),
                country: Country::from_code(&it.country),
                address: it.address,
                contact: it.contact,
                phone: it.phone,
                email: it.email,
                notes: it.notes,
            },
        }
    }
}

impl Record for OrganisationRecord {
    const AT: &'static str = "/api/v1/organisations";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }
}

fn read(db: &mut Db, id: Id) -> Result<OrganisationRecord> {
    Ok(OrganisationRecord::of(store::by_id(db, id)?.ok_or(Error::NotFound)?))
}

async fn answer(pool: &Pool, id: Id, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id)).await?;
    json::record(status, &it)
}

/// What a list of organisations is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationsAsked {
    /// Words that begin words of one of its names.
    #[expect(dead_code, reason = "read from the question itself")]
    q: Option<String>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[expect(dead_code, reason = "read from the question itself")]
    #[param(inline)]
    after: Option<After>,
}

/// Organisations that are not merged into another, in order of name.
#[utoipa::path(get, path = "/api/v1/organisations", tag = "organisations", operation_id = "list_organisations", params(OrganisationsAsked),
    responses((status = OK, body = Page<OrganisationRecord>)))]
pub async fn list(pool: Data<Pool>, Asked { it, query }: Asked<OrganisationsAsked>) -> Result<HttpResponse, Fault> {
    let search = Search { rows: it.limit.0 as usize, ..Search::of(&query) };
    let (found, last, _) = pool.read(move |db| store::list(db, &search)).await?;
    json::listed(found.into_iter().map(OrganisationRecord::of).collect(), (OrganisationRecord::AT, &query, last))
}

/// Adds an organisation.
#[utoipa::path(post, path = "/api/v1/organisations", tag = "organisations", operation_id = "add_organisation",
    request_body = Stated<OrganisationStated>, responses((status = CREATED, body = OrganisationRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    Key(id): Key,
    mut body: Body<Stated<OrganisationStated>>,
) -> Result<HttpResponse, Fault> {
    body.input.set("id", id.to_string());
    body.make(&pool, visitor.lang, move |db, typed| actions::create(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::CREATED).await
}

/// An organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{id}", tag = "organisations", operation_id = "show_organisation",
    params(("id" = Id, Path)), responses((status = OK, body = OrganisationRecord)))]
pub async fn show(pool: Data<Pool>, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id)).await?;
    json::show(&req, &it)
}

/// Changes an organisation: it states from now on what is sent, and nothing else.
#[utoipa::path(put, path = "/api/v1/organisations/{id}", tag = "organisations", operation_id = "change_organisation",
    params(("id" = Id, Path)), request_body = Stated<OrganisationStated>, responses((status = OK, body = OrganisationRecord)))]
pub async fn update(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Version(version): Version,
    mut body: Body<Stated<OrganisationStated>>,
) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    body.input.set("id", id.to_string());
    body.input.set("version", version.to_string());
    body.change(&pool, visitor.lang, move |db, typed| actions::change(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::OK).await
}

/// What was done to an organisation, the latest first.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/history", tag = "history", operation_id = "organisation_history",
    params(("id" = Id, Path)), responses((status = OK, body = Page<PastEntry>)))]
pub async fn history(pool: Data<Pool>, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    past::history(&pool, (Subject::Organisation, id), move |db| read(db, id).map(|_| ())).await
}
