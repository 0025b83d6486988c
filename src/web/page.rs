//! What every page stands in, and how it is answered.

use super::assets;
use crate::{
    error::{Error, Result},
    lang::{self, Lang},
    values::Moment,
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header},
};
use std::future::{Ready, ready};

/// What the layout needs to know of a request.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The reader's language.
    pub lang: Lang,
    /// The path asked for, to mark the place in the menu.
    pub path: String,
    /// The question asked, kept when the language is changed.
    pub query: super::Query,
    /// When the page was made.
    pub now: Moment,
    /// Whether the page can be asked for again at its address: it does not answer a form.
    pub addressed: bool,
    /// The request's id, as in the log.
    pub request: String,
    /// Who reads, where somebody is known.
    pub reader: Option<Reader>,
}

/// Who reads a page, as far as the layout needs to know.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Their id; empty when they are not signed in.
    pub id: String,
    /// Their name.
    pub name: String,
    /// `light`, `dark`, or empty when the system decides.
    pub theme: String,
    /// Their language, in their manner.
    pub lang: Lang,
    /// The codes of what they may do somewhere.
    pub acts: Vec<&'static str>,
    /// The organisation whose house it is; empty when it is not named.
    pub organisation: String,
}

/// The id a request carries in every log line and error page.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

impl Frame {
    /// Reads it from a request.
    pub fn of(req: &HttpRequest) -> Self {
        let query = super::Query::parse(req.query_string());
        let cookie = req.cookie("lang");
        let accept = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let asked = Some(query.get("lang")).filter(|code| !code.is_empty());
        let reader = req.extensions().get::<Reader>().cloned();
        let chosen = || lang::choose(asked, cookie.as_ref().map(|c| c.value()), accept);
        Self {
            lang: reader.as_ref().map_or_else(chosen, |reader| reader.lang),
            reader,
            path: req.path().to_string(),
            query: query.without(&["lang", "done"]),
            now: Moment::now(),
            addressed: req.method().is_safe(),
            request: req.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        }
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.reader.as_ref().is_some_and(|reader| !reader.id.is_empty())
    }

    /// Whether the reader may do something somewhere: what the menu shows, never what protects.
    pub fn can(&self, act: &str) -> bool {
        self.reader.as_ref().is_some_and(|reader| reader.acts.contains(&act))
    }

    /// Whether the reader has no right at all yet.
    pub fn has_nothing(&self) -> bool {
        self.reader.as_ref().is_some_and(|reader| reader.acts.is_empty())
    }

    /// The reader's id; empty when nobody is signed in. Drafts kept in a browser belong to them.
    pub fn reader_id(&self) -> &str {
        self.reader.as_ref().map_or("", |reader| &reader.id)
    }

    /// The reader's name.
    pub fn reader_name(&self) -> &str {
        self.reader.as_ref().map_or("", |reader| &reader.name)
    }

    /// The theme they chose; empty when the system decides.
    pub fn theme(&self) -> &str {
        self.reader.as_ref().map_or("", |reader| &reader.theme)
    }

    /// The organisation whose house it is; empty when it is not named.
    pub fn organisation(&self) -> &str {
        self.reader.as_ref().map_or("", |reader| &reader.organisation)
    }

    /// Every screen language: (code, name, this page's address in it). None where the page answers a form: it has no address,
    /// and what was typed would be lost.
    pub fn languages(&self) -> Vec<(&'static str, &'static str, String)> {
        if !self.addressed {
            return vec![];
        }
        lang::all().map(|l| (l.code(), l.name(), self.query.with("lang", l.code()).on(&self.path))).collect()
    }

    /// The address of a built-in file.
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// Whether a menu entry leads to where the reader is.
    pub fn at(&self, section: &str) -> bool {
        if section == "/" { self.path == "/" } else { self.path.starts_with(section) }
    }

    /// The program's version.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

impl FromRequest for Frame {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req)))
    }
}

/// A page in the reader's language.
pub fn html(status: StatusCode, lang: Lang, page: &impl askama::Template) -> Result<HttpResponse> {
    let body = page.render_with_values(&lang)?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body))
}

/// "See there": the answer to a form that was done.
pub fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish()
}

/// [`see`], with a word for the page to say: `done=logged` becomes the notice `done-logged`.
pub fn see_done(address: &str, word: &str) -> HttpResponse {
    let join = if address.contains('?') { '&' } else { '?' };
    see(&format!("{address}{join}done={word}"))
}

/// The beginning of an answer that is kept as a file of this name.
pub fn download(kind: &'static str, name: &str) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type(kind);
    answer.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    answer
}

/// The word of [`see_done`] that a request carries, when it is one of these.
pub fn done(req: &HttpRequest, words: &[&'static str]) -> &'static str {
    let query = super::Query::parse(req.query_string());
    words.iter().find(|word| **word == query.get("done")).copied().unwrap_or_default()
}
