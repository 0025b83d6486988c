//! Items for programs.

use super::{
    actions,
    model::{self, Category, Flag, Search},
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
    values::{Decimal, Id, Unit},
    web::json::{self, After, Asked, Body, Fault, Key, Limit, Page, Record, Stated, Version},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// An item of the catalogue: a good as consignments name it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Item)]
pub struct ItemRecord {
    /// Its id.
    id: Id,
    /// Counts the edits: the `ETag`.
    version: i64,
    /// The item that is meant instead, where it was merged into another.
    merged_into: Option<Id>,
    /// What it states.
    stated: ItemStated,
}

/// What an item states.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ItemStated {
    /// The name it is shown by in each of the languages `en`, `ru`, `kk`, `fa`, `ps`; in one at least.
    names: BTreeMap<String, String>,
    /// Other names it is found by.
    other_names: Vec<String>,
    /// What kind of thing it is; needed.
    category: Option<Category>,
    /// The unit it is usually counted in.
    unit: Option<Unit>,
    /// The package it usually comes in.
    package: Option<Unit>,
    /// Kilograms in one unit.
    kg_per_unit: Option<Decimal>,
    /// Kilograms in one litre.
    density: Option<Decimal>,
    /// Who says what one unit or one litre weighs; needed with either figure.
    figure_source: String,
    /// Its Harmonized System code.
    hs: String,
    /// What has to be minded.
    flags: Vec<Flag>,
    /// Anything else.
    notes: String,
}

impl ItemRecord {
    fn of(it: model::Item) -> Self {
        Self {
            id: it.id,
            version: it.version,
            merged_into: it.merged_into,
            stated: ItemStated {
                names: it.names.into_iter().collect(),
                other_names: it.other_names.lines().map(String::from).collect(),
                category: Some(it.category),
                unit: it.unit,
                package: it.package,
                kg_per_unit: it.kg_per_unit.map(Decimal::of_thousandths),
                density: it.density.map(Decimal::of_thousandths),
                figure_source: it.figure_source,
                hs: it.hs,
                flags: it.flags,
                notes: it.notes,
            },
        }
    }
}

impl Record for ItemRecord {
    const AT: &'static str = "/api/v1/catalogue";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }
}

fn read(db: &mut Db, id: Id) -> Result<ItemRecord> {
    Ok(ItemRecord::of(store::by_id(db, id)?.ok_or(Error::NotFound)?))
}

async fn answer(pool: &Pool, id: Id, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id)).await?;
    json::record(status, &it)
}

/// What a list of items is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ItemsAsked {
    /// Words that begin words of one of its names.
    #[expect(dead_code, reason = "read from the question itself")]
    q: Option<String>,
    /// Of which category.
    #[expect(dead_code, reason = "read from the question itself")]
    category: Option<Category>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[expect(dead_code, reason = "read from the question itself")]
    #[param(inline)]
    after: Option<After>,
}

/// Items that are not merged into another, in order of name.
#[utoipa::path(get, path = "/api/v1/catalogue", tag = "catalogue", operation_id = "list_items", params(ItemsAsked),
    responses((status = OK, body = Page<ItemRecord>)))]
pub async fn list(
    pool: Data<Pool>,
    visitor: Visitor,
    Asked { it, query }: Asked<ItemsAsked>,
) -> Result<HttpResponse, Fault> {
    let search = Search { rows: it.limit.0 as usize, ..Search::of(&query, visitor.lang) };
    let (found, last, _) = pool.read(move |db| store::list(db, &search)).await?;
    json::listed(found.into_iter().map(ItemRecord::of).collect(), (ItemRecord::AT, &query, last))
}

/// Adds an item.
#[utoipa::path(post, path = "/api/v1/catalogue", tag = "catalogue", operation_id = "add_item",
    request_body = Stated<ItemStated>, responses((status = CREATED, body = ItemRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    Key(id): Key,
    mut body: Body<Stated<ItemStated>>,
) -> Result<HttpResponse, Fault> {
    body.input.set("id", id.to_string());
    body.make(&pool, visitor.lang, move |db, typed| actions::create(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::CREATED).await
}

/// An item.
#[utoipa::path(get, path = "/api/v1/catalogue/{id}", tag = "catalogue", operation_id = "show_item",
    params(("id" = Id, Path)), responses((status = OK, body = ItemRecord)))]
pub async fn show(pool: Data<Pool>, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id)).await?;
    json::show(&req, &it)
}

/// Changes an item: it states from now on what is sent, and nothing else.
#[utoipa::path(put, path = "/api/v1/catalogue/{id}", tag = "catalogue", operation_id = "change_item",
    params(("id" = Id, Path)), request_body = Stated<ItemStated>, responses((status = OK, body = ItemRecord)))]
pub async fn update(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Version(version): Version,
    mut body: Body<Stated<ItemStated>>,
) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    body.input.set("id", id.to_string());
    body.input.set("version", version.to_string());
    body.change(&pool, visitor.lang, move |db, typed| actions::change(db, typed, &visitor)).await?;
    answer(&pool, id, StatusCode::OK).await
}

/// What was done to an item, the latest first.
#[utoipa::path(get, path = "/api/v1/catalogue/{id}/history", tag = "history", operation_id = "item_history",
    params(("id" = Id, Path)), responses((status = OK, body = Page<PastEntry>)))]
pub async fn history(pool: Data<Pool>, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    past::history(&pool, (Subject::Item, id), move |db| read(db, id).map(|_| ())).await
}
