//! What programs are answered: records, pages of them, and what went wrong.

use super::typed::pointer;
use crate::{
    error::{Error, Result},
    lang::Lang,
    values::Id,
    web::{Cursor, Doubt, Problems, Query, Refusal, field_label},
};
use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{self, HeaderName},
    },
};
use serde::Serialize;
use serde_json::Value;
use std::fmt;
use utoipa::ToSchema;

/// Why a request was not done.
#[derive(Debug)]
pub enum Fault {
    /// As any request of the house fails.
    House(Error),
    /// It is not JSON.
    NotJson,
    /// The document has not the shape it is to have.
    Shape {
        /// Where: a JSON pointer.
        pointer: String,
        /// What is wrong there.
        said: String,
    },
    /// The question of the address cannot be read.
    Question {
        /// Its name.
        name: String,
        /// What is wrong with it.
        said: String,
    },
    /// No `Idempotency-Key`.
    NoKey,
    /// No `If-Match`.
    NoVersion,
    /// What a person's form would be told.
    Refused(Box<Refused>),
}

/// A refusal of a form.
#[derive(Debug)]
pub struct Refused {
    pub(super) refusal: Refusal,
    pub(super) lang: Lang,
    /// Whether the record stands under `stated`.
    pub(super) stated: bool,
    /// Whether it was a change of a record that was there: then a stale one is a lost race, else a key used for something else.
    pub(super) change: bool,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::House(error)
    }
}

impl Fault {
    pub(super) fn shape(e: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let mut pointer = String::new();
        for part in e.path().iter() {
            use serde_path_to_error::Segment::{Enum, Map, Seq, Unknown};
            match part {
                Map { key } => pointer.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
                Seq { index } => pointer.push_str(&format!("/{index}")),
                Enum { .. } | Unknown => {}
            }
        }
        Self::Shape { pointer, said: e.inner().to_string() }
    }

    /// The problems of a question to a list.
    pub fn question(problems: &Problems) -> Self {
        let first = problems.iter().next();
        Self::Question {
            name: first.map(|p| p.field.clone()).unwrap_or_default(),
            said: first.map(|p| p.text.clone()).unwrap_or_default(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::House(error) => error.fmt(f),
            other => write!(f, "{:?}", other.problem().kind),
        }
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::House(error) => error.status(),
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Shape { .. } | Self::Question { .. } | Self::NoKey | Self::NoVersion => StatusCode::BAD_REQUEST,
            Self::Refused(refused) => match &refused.refusal {
                Refusal::Problems(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Refusal::Doubt(_) => StatusCode::CONFLICT,
                Refusal::Stale { .. } if refused.change => StatusCode::PRECONDITION_FAILED,
                Refusal::Stale { .. } => StatusCode::CONFLICT,
            },
        }
    }

    fn error_response(&self) -> HttpResponse {
        self.problem().answer()
    }
}

/// A problem as RFC 9457 tells it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is, for programs: `urn:keruen:problem:` and a word.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same in words, and what to do.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, thing by thing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// What is odd: sent again with `confirm`, it is taken as it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
    /// Where the record as it is saved differs from what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<Differs>,
    /// The version that is saved, where the one sent is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Where in the document: a JSON pointer; empty for the whole.
    pub pointer: String,
    /// Its code, for programs; it stays the same in every language.
    pub code: String,
    /// What is wrong and what to do, in the reader's language.
    pub detail: String,
    /// What may be meant instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

/// A difference between what is saved and what was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Differs {
    /// Where in the document: a JSON pointer.
    pub pointer: String,
    /// What it is called.
    pub label: String,
    /// What is saved.
    pub saved: String,
    /// What was sent.
    pub sent: String,
}

/// What a problem's kind begins with.
const KIND: &str = "urn:keruen:problem:";

impl Problem {
    /// A problem of a kind.
    pub fn of(kind: &str, status: StatusCode, lang: Lang) -> Self {
        Self {
            kind: format!("{KIND}{kind}"),
            title: lang.say(&format!("problem-{kind}")),
            status: status.as_u16(),
            errors: vec![],
            doubts: vec![],
            differs: vec![],
            version: None,
        }
    }

    /// As an answer.
    pub fn answer(&self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = HttpResponse::build(status);
        answer.content_type("application/problem+json").body(self.text())
    }

    /// Its JSON.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn error(mut self, pointer: &str, code: &str, detail: &str) -> Self {
        self.errors.push(FieldProblem {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
            choices: vec![],
        });
        self
    }
}

impl Fault {
    /// The problem it is told as. What concerns the shape of a request is for programmers, in English.
    fn problem(&self) -> Problem {
        let english = Lang::english();
        let of = |kind: &str| Problem::of(kind, self.status_code(), english);
        match self {
            Self::House(error) => of(error.word()),
            Self::NotJson => of("media-type"),
            Self::Shape { pointer, said } => of("shape").error(pointer, "shape", said),
            Self::Question { name, said } => of("question").error(name, "question", said),
            Self::NoKey => of("key"),
            Self::NoVersion => of("version"),
            Self::Refused(refused) => refused.problem(self.status_code()),
        }
    }
}

impl Refused {
    fn problem(&self, status: StatusCode) -> Problem {
        let lang = self.lang;
        let of = |kind: &str| Problem::of(kind, status, lang);
        match &self.refusal {
            Refusal::Problems(problems) => {
                let errors = problems.iter().map(|p| FieldProblem {
                    pointer: pointer(&p.field, self.stated),
                    code: p.key.strip_prefix("error").unwrap_or(p.key).trim_start_matches('-').into(),
                    detail: p.text.clone(),
                    choices: p.choices.iter().filter_map(|c| Some(c.set.split_once('=')?.1.into())).collect(),
                });
                Problem { errors: errors.collect(), ..of("refused") }
            }
            Refusal::Doubt(Doubt { odd, like }) => {
                let like = like.iter().map(|like| lang.vv("api-looks-like", &like.name, &like.says));
                Problem { doubts: odd.iter().cloned().chain(like).collect(), ..of("doubt") }
            }
            Refusal::Stale { theirs, yours, version, .. } => {
                let mut names: Vec<&str> = theirs.fields().chain(yours.fields()).map(|(name, _)| name).collect();
                names.sort_unstable();
                names.dedup();
                // The ids of lines and legs are the house's own.
                names.retain(|name| !name.ends_with(".id"));
                let differing = names.into_iter().filter(|name| theirs.get(name) != yours.get(name));
                let differs = differing.map(|name| Differs {
                    pointer: pointer(name, self.stated),
                    label: field_label(&lang, name),
                    saved: theirs.get(name).into(),
                    sent: yours.get(name).into(),
                });
                let kind = if self.change { "stale" } else { "taken" };
                Problem { differs: differs.collect(), version: Some(*version), ..of(kind) }
            }
        }
    }
}

/// A record as programs read it.
pub trait Record: Serialize {
    /// The address of its kind: `/api/v1/missions`.
    const AT: &'static str;
    /// Its id.
    fn id(&self) -> Id;
    /// Its version: the `ETag`.
    fn version(&self) -> i64;
}

fn tag(version: i64) -> (HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}

/// A record as it is after something was done; a new one with its address.
pub fn record<T: Record>(status: StatusCode, it: &T) -> Result<HttpResponse, Fault> {
    let mut answer = HttpResponse::build(status);
    answer.content_type("application/json").insert_header(tag(it.version()));
    if status == StatusCode::CREATED {
        answer.insert_header((header::LOCATION, format!("{}/{}", T::AT, it.id())));
    }
    Ok(answer.body(written(it)?))
}

/// A record that was asked for, unless the program has this version of it already.
pub fn show<T: Record>(req: &HttpRequest, it: &T) -> Result<HttpResponse, Fault> {
    let (_, own) = tag(it.version());
    let known = req.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == own) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, own)).finish());
    }
    record(StatusCode::OK, it)
}

/// A page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Page<T> {
    /// The records.
    pub items: Vec<T>,
    /// The address of the next page; left out on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A page of a list at `path`, asked with `query`; `last` is its last row where there are more.
pub fn listed<T: Serialize>(
    items: Vec<T>,
    (path, query, last): (&str, &Query, Option<Cursor>),
) -> Result<HttpResponse, Fault> {
    let next = last.map(|last| query.with("after", &last.write()).on(path));
    Ok(HttpResponse::Ok().content_type("application/json").body(written(&Page { items, next })?))
}

/// A list that is no longer than a page.
pub fn whole<T: Serialize>(items: Vec<T>) -> Result<HttpResponse, Fault> {
    listed(items, ("", &Query::default(), None))
}

/// What is not stated is left out.
fn written<T: Serialize>(it: &T) -> Result<String, Fault> {
    let mut value = serde_json::to_value(it).map_err(Error::internal)?;
    sparse(&mut value);
    Ok(value.to_string())
}

fn sparse(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(sparse);
            object.retain(|_, value| !value.is_null());
        }
        Value::Array(all) => all.iter_mut().for_each(sparse),
        _ => {}
    }
}
