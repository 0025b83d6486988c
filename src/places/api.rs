//! Places for programs.

use super::{
    actions,
    model::{self, Function, Search},
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
    values::{Country, Decimal, Id},
    web::json::{self, After, Asked, Body, Fault, Key, Limit, Page, Record, Stated, Version},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A place: a town, a border crossing, a warehouse.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Place)]
pub struct PlaceRecord {
    /// Its id.
    id: Id,
    /// Counts the edits: the `ETag`.
    version: i64,
    /// The place that is meant instead, where it was merged into another.
    merged_into: Option<Id>,
    /// What it states.
    stated: PlaceStated,
}

/// What a place states.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceStated {
    /// The name it is shown by; needed.
    name: String,
    /// Other names it is found by.
    other_names: Vec<String>,
    /// Its UN/LOCODE.
    locode: String,
    /// Its country.
    country: Option<Country>,
    /// What is there.
    functions: Vec<Function>,
    /// Degrees north; south is negative.
    latitude: Option<Decimal>,
    /// Degrees east; west is negative.
    longitude: Option<Decimal>,
    /// Anything else.
    notes: String,
}

impl PlaceRecord {
    fn of(it: model::Place) -> Self {
        Self {
            id: it.id,
            version: it.version,
            merged_into: it.merged_into,
            stated: PlaceStated {
                name: it.name,
                other_names: it.other_names.lines().map(String::from).collect(),
                locode: it.code,
                country: Country::from_code(&it.country),
                functions: Function::read(&it.function),
                latitude: Decimal::read(&it.latitude),
                longitude: Decimal::read(&it.longitude),
                notes: it.notes,
            },
        }
    }
}

impl Record for PlaceRecord {
    const AT: &'static str = "/api/v1/places";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }
}

fn read(db: &mut Db, id: Id) -> Result<PlaceRecord> {
    Ok(PlaceRecord::of(store::by_id(db, id)?.ok_or(Error::NotFound)?))
}

async fn answer(pool: &Pool, id: Id, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id)).await?;
    json::record(status, &it)
}

/// What a list of places is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlacesAsked {
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

/// Places that are not merged into another, in order of name.
#[utoipa::path(get, path = "/api/v1/places", tag = "places", operation_id = "list_places", params(PlacesAsked),
    responses((status = OK, body = Page<PlaceRecord>)))]
pub async fn list(pool: Data<Pool>, Asked { it, query }: Asked<PlacesAsked>) -> Result<HttpResponse, Fault> {
    let search = Search { rows: it.limit.0 as usize, ..Search::of(&query) };
    let (found, last, _) = pool.read(move |db| store::list(db, &search)).await?;
    json::listed(found.into_iter().map(PlaceRecord::of).collect(), (PlaceRecord::AT, &query, last))
}

/// Adds a place.
#[utoipa::path(post, path = "/api/v1/places", tag = "places", operation_id = "add_place",
    request_body = Stated<PlaceStated>, responses((status = CREATED, body = PlaceRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    Key(id): Key,
    mut body: Body<Stated<PlaceStated>>,
) -> Result<HttpResponse, Fault> {
    body.input.set("id", id.to_string());
    body.make(&pool, visitor.lang, move |db, typed| actions::create(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::CREATED).await
}

/// A place.
#[utoipa::path(get, path = "/api/v1/places/{id}", tag = "places", operation_id = "show_place",
    params(("id" = Id, Path)), responses((status = OK, body = PlaceRecord)))]
pub async fn show(pool: Data<Pool>, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id)).await?;
    json::show(&req, &it)
}

/// Changes a place: it states from now on what is sent, and nothing else.
#[utoipa::path(put, path = "/api/v1/places/{id}", tag = "places", operation_id = "change_place",
    params(("id" = Id, Path)), request_body = Stated<PlaceStated>, responses((status = OK, body = PlaceRecord)))]
pub async fn update(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Version(version): Version,
    mut body: Body<Stated<PlaceStated>>,
) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    body.input.set("id", id.to_string());
    body.input.set("version", version.to_string());
    body.change(&pool, visitor.lang, move |db, typed| actions::change(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::OK).await
}

/// What was done to a place, the latest first.
#[utoipa::path(get, path = "/api/v1/places/{id}/history", tag = "history", operation_id = "place_history",
    params(("id" = Id, Path)), responses((status = OK, body = Page<PastEntry>)))]
pub async fn history(pool: Data<Pool>, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    past::history(&pool, (Subject::Place, id), move |db| read(db, id).map(|_| ())).await
}
