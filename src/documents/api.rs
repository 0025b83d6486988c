//! Documents for programs: what was issued, and issuing what tells of a consignment.

use super::{
    actions::{self, Done, Standing},
    model::{Brief, Kind},
    pages, store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::api::{Because, VoidRecord},
    db::{Db, Pool},
    error::{Error, Result},
    missions,
    values::{Id, Moment},
    web::{
        Cursor, Input,
        guard::Site,
        json::{self, After, Asked, Body, Fault, Key, Limit, Page, Record},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An issued document: nothing of it ever changes but that it may be declared void.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Document)]
pub struct DocumentRecord {
    /// Its id.
    id: Id,
    /// Its kind.
    kind: Kind,
    /// Its number as people write it: `KZ-AF-2023-04/WB-003`.
    number: String,
    /// Counts the revisions of this number, from 1.
    revision: i64,
    /// The id of the mission in whose series it is numbered.
    mission: Id,
    /// The id of the consignment it tells of; left out for a mission's own.
    consignment: Option<Id>,
    /// The number of the printed form it was written on.
    pad: String,
    /// The codes of its languages, the first first.
    languages: Vec<String>,
    /// The SHA-256 of what it says and how it looks.
    sha256: String,
    /// By what a stranger checks it.
    code: String,
    /// When it was issued.
    issued_at: Moment,
    /// That it was declared void.
    void: Option<VoidRecord>,
    /// Whether it is in force: `current`, `superseded`, `void`, or `record_void` where what it tells of is void; left out of lists.
    standing: Option<&'static str>,
    /// The address of the page that prints it.
    page: String,
}

impl DocumentRecord {
    fn of(it: Brief, standing: Option<&Standing>) -> Self {
        Self {
            id: it.id,
            kind: it.kind,
            number: it.reference,
            revision: it.revision,
            mission: it.mission,
            consignment: it.consignment,
            pad: it.pad,
            languages: it.languages,
            sha256: it.hash,
            code: it.code,
            issued_at: it.at,
            void: it.void.as_ref().map(VoidRecord::of),
            standing: standing.map(|standing| match standing {
                Standing::Current => "current",
                Standing::Superseded(_) => "superseded",
                Standing::Void(_) => "void",
                Standing::RecordVoid(_) => "record_void",
            }),
            page: format!("/documents/{}", it.id),
        }
    }
}

impl Record for DocumentRecord {
    const AT: &'static str = "/api/v1/documents";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        // Nothing of it changes but how it stands.
        match self.standing {
            Some("current") => 1,
            Some("superseded") => 2,
            Some("void") => 3,
            _ => 4,
        }
    }
}

fn read(db: &mut Db, id: Id, who: &Visitor) -> Result<DocumentRecord> {
    let it = store::find(db, id)?.ok_or(Error::NotFound)?.brief;
    who.must(Act::Look, actions::home(db, &it)?)?;
    let standing = Standing::of(db, &it)?;
    Ok(DocumentRecord::of(it, Some(&standing)))
}

/// What a list of documents is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DocumentsAsked {
    /// Of which kind.
    kind: Option<Kind>,
    /// How many on a page.
    #[serde(default)]
    #[param(inline, required = false)]
    limit: Limit,
    /// Where the page begins.
    #[param(inline)]
    after: Option<After>,
}

/// What was issued in a mission, the newest first.
#[utoipa::path(get, path = "/api/v1/missions/{id}/documents", tag = "documents", operation_id = "list_documents",
    params(("id" = Id, Path), DocumentsAsked), responses((status = OK, body = Page<DocumentRecord>)))]
pub async fn list(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Asked { it, query }: Asked<DocumentsAsked>,
) -> Result<HttpResponse, Fault> {
    let (id, limit, kind) = (id.into_inner(), it.limit.0, it.kind);
    let after = it.after.map(|after| after.0);
    let (found, more) = pool
        .read(move |db| {
            visitor.must(Act::Look, id)?;
            missions::find(db, id)?.ok_or(Error::NotFound)?;
            store::page(db, id, kind, after.as_ref(), limit)
        })
        .await?;
    let last = found.last().filter(|_| more).map(|it| Cursor { key: it.at.to_string(), id: it.id });
    let items = found.into_iter().map(|it| DocumentRecord::of(it, None)).collect();
    json::listed(items, (&format!("/api/v1/missions/{id}/documents"), &query, last))
}

/// A document that was issued.
#[utoipa::path(get, path = "/api/v1/documents/{id}", tag = "documents", operation_id = "show_document",
    params(("id" = Id, Path)), responses((status = OK, body = DocumentRecord)))]
pub async fn show(pool: Data<Pool>, visitor: Visitor, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::show(&req, &it)
}

/// What is to be issued.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DocumentStated)]
pub struct DocumentStated {
    /// Its kind; a mission's summary is issued on its page.
    kind: Kind,
    /// A waybill's leg; the first where it is left out.
    #[serde(default)]
    leg: Option<Id>,
    /// The listed units a waybill is limited to.
    #[serde(default)]
    listed_units: Vec<Id>,
    /// A goods received note's receipt; needed there.
    #[serde(default)]
    receipt: Option<Id>,
    /// A loss report's record; needed there.
    #[serde(default)]
    loss: Option<Id>,
    /// The donor of a gift certificate.
    #[serde(default)]
    donor: Option<Id>,
    /// The code of its first language.
    #[serde(default)]
    first: String,
    /// The code of its second language; `none` for none.
    #[serde(default)]
    second: String,
    /// The number of the printed form it is written on.
    #[serde(default)]
    pad: String,
}

/// Issues a document that tells of a consignment. What says the same as the one in force is not issued again: that one is answered.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/documents", tag = "documents", operation_id = "issue_document",
    params(("id" = Id, Path)), request_body = DocumentStated, responses((status = CREATED, body = DocumentRecord)))]
pub async fn create(
    pool: Data<Pool>,
    site: Data<Site>,
    visitor: Visitor,
    req: HttpRequest,
    of: Path<Id>,
    Key(id): Key,
    mut body: Body<DocumentStated>,
) -> Result<HttpResponse, Fault> {
    let (of, kind, who) = (of.into_inner(), body.it.kind, visitor.clone());
    body.input.set("id", id.to_string());
    let order = pages::order(kind, &body.input, &site, &req);
    let act = move |db: &mut Db, typed: &Input| pages::issue_of(db, of, &order, typed, &who);
    let done = body.make(&pool, visitor.lang, act).await?;
    let (Done::Issued(id) | Done::Stands(id)) = done;
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::record(StatusCode::CREATED, &it)
}

/// Declares a document void: its number stays.
#[utoipa::path(post, path = "/api/v1/documents/{id}/void", tag = "documents", operation_id = "void_document",
    params(("id" = Id, Path)), request_body = Because, responses((status = OK, body = DocumentRecord)))]
pub async fn void(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    body: Body<Because>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    body.change(&pool, visitor.lang, move |db, typed| actions::void(db, id, typed.get("reason"), &who)).await?;
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::record(StatusCode::OK, &it)
}
