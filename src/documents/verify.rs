//! Checking a paper, by whoever holds it in their hand: nobody signs in, nothing is told but what the settings allow, and codes
//! cannot be tried out.

use super::{
    actions::{Content, Standing},
    model::{Brief, Document, Kind, read_code, shown_code},
    sheet::{Block, Open, Sheet},
    store,
};
use crate::{
    accounts::Desk,
    db::{Db, Pool},
    error::Result,
    lang::{self, Lang, filters},
    settings,
    web::{self, Frame, Query, guard::Site},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "documents/verify.html")]
struct VerifyPage {
    frame: Frame,
    lang: Lang,
    typed: String,
    answer: Answer,
}

/// What is told of a code.
enum Answer {
    /// Nothing was asked.
    Ask,
    /// No document has it.
    Unknown,
    /// Too many were tried.
    Often,
    /// A document has it.
    Found(Box<Told>),
}

/// What is told of a document.
struct Told {
    brief: Brief,
    organisation: String,
    standing: Standing,
    /// Labels and values to compare with the paper, in the paper's own language.
    compare: Vec<(String, String)>,
    /// Whether the settings withhold something.
    withheld: bool,
    /// The paper's own language.
    written: Lang,
}

impl Standing {
    /// The key of what is said of it first.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Current => "verify-issued",
            Self::Superseded(_) => "verify-superseded",
            Self::Void(_) => "verify-void",
            Self::RecordVoid(_) => "verify-record-void",
        }
    }

    fn is_current(&self) -> bool {
        matches!(self, Self::Current)
    }
}

impl VerifyPage {
    fn said(&self, standing: &Standing) -> String {
        match standing {
            Standing::Current => self.lang.say("verify-current"),
            Standing::Superseded(by) => {
                self.lang.vv("verify-superseded-text", self.lang.count(by.revision), self.lang.moment(by.at))
            }
            Standing::Void(at) => self.lang.v("verify-void-text", self.lang.moment(*at)),
            Standing::RecordVoid(at) => self.lang.v("verify-record-void-text", self.lang.moment(*at)),
        }
    }

    /// The languages it can be read in.
    fn languages(&self) -> Vec<(&'static str, &'static str, String)> {
        let query = self.frame.query.clone();
        lang::papers().map(|it| (it.code(), it.name(), query.with("lang", it.code()).on(&self.frame.path))).collect()
    }

    fn kind(&self, kind: &Kind) -> String {
        kind.words(self.lang)
    }

    fn status(&self) -> StatusCode {
        match self.answer {
            Answer::Ask | Answer::Found(_) => StatusCode::OK,
            Answer::Unknown => StatusCode::NOT_FOUND,
            Answer::Often => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

/// The language of the page: any in which documents are written, for whoever holds one may read no other.
fn reading(req: &HttpRequest, frame: &Frame) -> Lang {
    let asked = Query::parse(req.query_string());
    let accept = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let code = lang::choose_paper(asked.get("lang"), accept);
    match (asked.get("lang"), frame.signed_in()) {
        ("", true) => lang::paper(frame.lang.code(), frame.lang).unwrap_or(frame.lang),
        _ => lang::paper(code, frame.lang).unwrap_or(frame.lang),
    }
}

/// `GET /verify`: asks for a code; `?code=` leads to its page.
pub async fn ask(frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let typed = query.get("code").to_string();
    if !typed.is_empty() {
        let code = read_code(&typed).map_or(typed, |code| shown_code(&code));
        let path: String = form_urlencoded::byte_serialize(code.replace('/', " ").as_bytes()).collect();
        return Ok(web::see(&query.only(&["lang"]).on(&format!("/verify/{}", path.replace('+', "%20")))));
    }
    let lang = reading(&req, &frame);
    answer(VerifyPage { frame, lang, typed: String::new(), answer: Answer::Ask })
}

/// `GET /verify/{code}`: whether a document has this code, and what may be told of it.
pub async fn show(
    pool: Data<Pool>,
    desk: Data<Desk>,
    site: Data<Site>,
    frame: Frame,
    req: HttpRequest,
    code: Path<String>,
) -> Result<HttpResponse> {
    let lang = reading(&req, &frame);
    let typed = web::shortened(&code.into_inner());
    // A right code counts like a wrong one: else whoever has used up their tries could go on and see which is let through.
    if !desk.may_check(&site.client(&req)) {
        tracing::warn!(target: "security", event = "codes-tried", from = site.client(&req));
        return answer(VerifyPage { frame, lang, typed, answer: Answer::Often });
    }
    let found = match read_code(&typed) {
        Some(code) => pool.read(move |db| told(db, &code, lang)).await?,
        None => None,
    };
    let found = found.map_or(Answer::Unknown, |told| Answer::Found(Box::new(told)));
    answer(VerifyPage { frame, lang, typed, answer: found })
}

fn answer(page: VerifyPage) -> Result<HttpResponse> {
    let mut response = web::html(page.status(), page.lang, &page)?;
    if page.status() == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("60"));
    }
    Ok(response)
}

fn told(db: &mut Db, code: &str, reader: Lang) -> Result<Option<Told>> {
    let Some(document) = store::by_code(db, code)? else { return Ok(None) };
    let settings = settings::load(db)?;
    let brief = document.brief.clone();
    let standing = Standing::of(db, &brief)?;
    let written = brief.languages.first().and_then(|code| lang::paper(code, reader)).unwrap_or(reader);
    let (compare, withheld) = compare(&document, &settings.withheld)?;
    Ok(Some(Told { organisation: settings.organisation, brief, standing, compare, withheld, written }))
}

/// What of a document a stranger may compare, and whether more would be there.
fn compare(document: &Document, withheld: &[String]) -> Result<(Vec<(String, String)>, bool)> {
    let Some((_, sheet)) = Content::of(document)?.sheets.into_iter().next() else { return Ok((vec![], false)) };
    let (mut out, mut more) = (vec![], false);
    for (label, value, open) in facts(&sheet) {
        let kind = match open {
            Open::Closed => continue,
            Open::Party => "party",
            Open::Vehicle => "vehicle",
            Open::Total => "total",
        };
        if withheld.iter().any(|kept| kept == kind) {
            more = true;
        } else {
            // Of an organisation its name is enough: how to reach it is nobody's business.
            let value = if open == Open::Party { value.lines().next().unwrap_or_default() } else { value };
            out.push((label.to_string(), value.to_string()));
        }
    }
    Ok((out, more))
}

fn facts(sheet: &Sheet) -> impl Iterator<Item = (&str, &str, Open)> {
    let facts =
        sheet.blocks.iter().filter_map(|block| if let Block::Facts(it) = block { Some(&it.facts) } else { None });
    let all = facts.flatten().filter(|fact| !fact.value.is_empty());
    all.map(|fact| (fact.label.as_str(), fact.value.as_str(), fact.open))
}
