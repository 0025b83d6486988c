//! What programs ask with: bodies, questions, versions, keys.

use super::{
    answer::{Fault, Refused},
    typed::typed,
};
use crate::{
    db::{Db, Pool},
    error::{Error, Result},
    lang::Lang,
    values::Id,
    web::{Cursor, Input, Query, Refusal, SLOWEST},
};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Bytes};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use std::{
    borrow::Cow,
    future::{Future, Ready, ready},
    pin::Pin,
};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

/// The document a program sends: of the shape it is to have, and the form it stands for.
#[derive(Debug)]
pub struct Body<T> {
    /// The document.
    pub it: T,
    /// Its form.
    pub input: Input,
    /// Whether its record stands under `stated`.
    stated: bool,
}

impl<T> Body<T> {
    /// Makes what it asks for. What is wrong with it is told where in the document it stands.
    pub async fn make<R: Send + 'static>(
        self,
        pool: &Pool,
        lang: Lang,
        act: impl FnMut(&mut Db, &Input) -> Result<Result<R, Refusal>> + Send + 'static,
    ) -> Result<R, Fault> {
        self.done(pool, lang, false, act).await
    }

    /// [`make`](Self::make), of a record that is there already.
    pub async fn change<R: Send + 'static>(
        self,
        pool: &Pool,
        lang: Lang,
        act: impl FnMut(&mut Db, &Input) -> Result<Result<R, Refusal>> + Send + 'static,
    ) -> Result<R, Fault> {
        self.done(pool, lang, true, act).await
    }

    async fn done<R: Send + 'static>(
        self,
        pool: &Pool,
        lang: Lang,
        change: bool,
        mut act: impl FnMut(&mut Db, &Input) -> Result<Result<R, Refusal>> + Send + 'static,
    ) -> Result<R, Fault> {
        let Self { input, stated, .. } = self;
        let done = pool.attempt(move |db| act(db, &input)).await?;
        done.map_err(|refusal| Fault::Refused(Box::new(Refused { refusal, lang, stated, change })))
    }
}

impl<T: DeserializeOwned + Serialize + 'static> FromRequest for Body<T> {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let is_json = kind.eq_ignore_ascii_case("application/json");
        let body = Bytes::from_request(req, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Fault::NotJson);
            }
            let body = tokio::time::timeout(SLOWEST, body).await;
            let body = body.map_err(|_| Error::Invalid("it took too long".into()))?.map_err(|e| {
                match e.as_response_error().status_code().as_u16() {
                    413 => Error::TooLarge,
                    _ => Error::Invalid(e.to_string()),
                }
            })?;
            let mut read = serde_json::Deserializer::from_slice(&body);
            let it: T = serde_path_to_error::deserialize(&mut read).map_err(|e| Fault::shape(&e))?;
            read.end().map_err(|e| Fault::Shape { pointer: String::new(), said: e.to_string() })?;
            let document = serde_json::to_value(&it).map_err(Error::internal)?;
            let stated = document.get("stated").is_some();
            Ok(Self { input: typed(&document), it, stated })
        })
    }
}

/// The question of an address, whose every name is known.
#[derive(Debug, Clone)]
pub struct Asked<T> {
    /// The question.
    pub it: T,
    /// The same as a list reads it.
    pub query: Query,
}

impl<T: DeserializeOwned> FromRequest for Asked<T> {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = req.query_string();
        let read = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
        let asked = serde_path_to_error::deserialize(read).map_err(|e| {
            let named = e.path().to_string();
            Fault::Question { name: if named == "." { String::new() } else { named }, said: e.inner().to_string() }
        });
        ready(asked.map(|it| Self { it, query: Query::parse(text) }))
    }
}

/// How many rows a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(pub i64);

/// The most rows of a page.
const MOST_ROWS: i64 = 200;

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(de)?;
        let digits = Some(&text).filter(|text| text.bytes().all(|digit| digit.is_ascii_digit()));
        let rows = digits.and_then(|text| text.parse().ok()).filter(|rows| (1..=MOST_ROWS).contains(rows));
        rows.map(Self).ok_or_else(|| serde::de::Error::custom(format!("a number from 1 to {MOST_ROWS} is meant")))
    }
}

impl PartialSchema for Limit {
    fn schema() -> RefOr<Schema> {
        let number = ObjectBuilder::new().schema_type(Type::Integer);
        number.minimum(Some(1)).maximum(Some(MOST_ROWS)).default(Some(50.into())).into()
    }
}

impl ToSchema for Limit {}

/// Where a page begins: the `next` of the page before tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After(pub Cursor);

impl<'de> Deserialize<'de> for After {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(de)?;
        let cursor = Cursor::read(&text).filter(|cursor| !cursor.key.contains('\0'));
        cursor.map(Self).ok_or_else(|| serde::de::Error::custom("the `next` of a page tells where the next begins"))
    }
}

impl PartialSchema for After {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("~[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"))
            .into()
    }
}

impl ToSchema for After {}

/// The `Idempotency-Key`: the UUID the new record will have, as a person's form carries one. Sent twice, it is made once.
#[derive(Debug, Clone, Copy)]
pub struct Key(pub Id);

impl FromRequest for Key {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = req.headers().get("idempotency-key").map(|v| v.to_str().unwrap_or_default());
        // RFC-style keys stand in quotes; plain ones are common.
        let id = text.and_then(|text| text.trim().trim_matches('"').parse().ok());
        ready(id.map(Self).ok_or(Fault::NoKey))
    }
}

/// The version a change is based on, from `If-Match`: the `ETag` the record was read with.
#[derive(Debug, Clone, Copy)]
pub struct Version(pub i64);

impl FromRequest for Version {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = req.headers().get(header::IF_MATCH).and_then(|v| v.to_str().ok());
        let version = text.and_then(|text| text.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok());
        ready(version.map(Self).ok_or(Fault::NoVersion))
    }
}
