//! The pages of papers: attaching a photograph or a scan, looking at one, taking one off; and which papers a mission asks for.

use super::standing;
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        actions,
        model::{Attachment, Paper},
        papers::Required,
        store,
    },
    db::{Db, Pool},
    error::{Error, Result},
    files::{self, Folder, LARGEST, Unfit, Upload},
    lang::{Lang, filters},
    missions,
    values::{Id, Mode, Moment},
    web::{self, Asked, Form, Frame, Input, Posted, Problems, Query, Refusal, TakeBack},
};
use actix_multipart::Multipart;
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentDisposition, DispositionParam, DispositionType},
    },
    web::{Data, Path},
};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "consignments/attach.html")]
struct AttachPage {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    papers: Vec<(&'static str, String)>,
    most: String,
}

/// `GET /consignments/{id}/attachments/new`: asks for a file (`?paper=` says which paper, `?receipt=` of which receipt).
pub async fn attachment_form(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let mut input = Input::default().with("id", Id::fresh().to_string());
    for field in ["paper", "receipt"] {
        input.set_some(field, query.get(field));
    }
    attach_page(pool, frame, visitor, id.into_inner(), input, None).await
}

/// `POST /consignments/{id}/attachments`: takes the file in, and then names it.
pub async fn attach(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    parts: Multipart,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let who = visitor.clone();
    // Who may not is told before anything is read.
    pool.read(move |db| standing(db, id, Act::Receive, &who).map(drop)).await?;
    let Upload { input, name, incoming } =
        files::upload(&folder, parts, &["id", "receipt", "paper", "note"], LARGEST).await?;
    let mut problems = Problems::new(lang);
    let kept = match incoming {
        None => {
            problems.add("file", "error-file-empty");
            None
        }
        Some(incoming) => {
            let folder = folder.clone();
            let kept = actix_web::web::block(move || folder.keep(incoming)).await.map_err(Error::internal)??;
            match kept {
                Ok(kept) => Some(kept),
                Err(unfit) => {
                    let named = files::bare_name(&name);
                    let args = [("name", web::shortened(&named)), ("most", megabytes(lang))];
                    problems.add_with("file", unfit_words(&unfit), args);
                    None
                }
            }
        }
    };
    let paper = Paper::from_code(input.get("paper"));
    if paper.is_none() {
        problems.add("paper", "error-paper-empty");
    }
    let (Some(kept), Some(paper)) = (kept, paper) else {
        return attach_page(pool, frame, visitor, id, input, Some(problems.into())).await;
    };
    let new = Attachment {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        receipt: input.get("receipt").parse().ok(),
        paper,
        sha256: kept.sha256,
        size: kept.size,
        media: kept.media.into(),
        name: files::bare_name(&name),
        note: input.get("note").into(),
        by: visitor.by.person,
        at: Moment::now(),
        void: None,
    };
    let who = visitor.clone();
    let done = pool.attempt(move |db| actions::attach(db, id, new.clone(), &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "attached")),
        Err(refusal) => attach_page(pool, frame, visitor, id, input, Some(refusal)).await,
    }
}

fn unfit_words(unfit: &Unfit) -> &'static str {
    match unfit {
        Unfit::Empty => "error-file-empty",
        Unfit::TooLarge => "error-file-too-large",
        Unfit::Kind => "error-file-kind",
    }
}

fn megabytes(lang: Lang) -> String {
    lang.count((LARGEST / 1_000_000) as i64)
}

async fn attach_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (status, problems, _) = web::refused(refusal, lang);
    let (_, reference) = pool.read(move |db| standing(db, id, Act::Receive, &visitor)).await?;
    let papers = Paper::ALL.iter().map(|paper| (paper.code(), paper.words(lang))).collect();
    let form = Form::with(input, problems);
    web::html(status, lang, &AttachPage { form, id, reference, papers, most: megabytes(lang), frame: frame.clone() })
}

/// `GET /attachments/{id}`: the file, so that it cannot run.
pub async fn show_attachment(
    pool: Data<Pool>,
    folder: Data<Folder>,
    visitor: Visitor,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let found = pool
        .read(move |db| {
            let owner = store::owner_of(db, id)?.ok_or(Error::NotFound)?;
            let (c, _) = standing(db, owner, Act::Look, &visitor)?;
            Ok(c.attachments.into_iter().find(|own| own.id == id))
        })
        .await?;
    let found = found.ok_or(Error::NotFound)?;
    let sha256 = found.sha256.clone();
    let bytes = actix_web::web::block(move || folder.read(&sha256)).await.map_err(Error::internal)??;
    let called = ContentDisposition {
        disposition: DispositionType::Inline,
        parameters: vec![DispositionParam::Filename(ascii(&found.name)), file_name(&found.name)],
    };
    Ok(HttpResponse::Ok()
        .content_type(found.media)
        .insert_header(called)
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"))
        .insert_header((header::CACHE_CONTROL, "private, max-age=3600"))
        .body(bytes))
}

fn file_name(name: &str) -> DispositionParam {
    DispositionParam::FilenameExt(header::ExtendedValue {
        charset: header::Charset::Ext("UTF-8".into()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    })
}

fn ascii(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' }).collect();
    if plain.is_empty() { "file".into() } else { plain }
}

/// `GET /attachments/{id}/void`: asks why a file is taken off.
pub async fn detachment(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    DETACH.ask(&pool, frame, visitor, id.into_inner()).await
}

/// `POST /attachments/{id}/void`: takes it off.
pub async fn detach(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    DETACH.answer(&pool, frame, visitor, id.into_inner(), input).await
}

const DETACH: TakeBack<Id, Visitor> =
    TakeBack { asked: detach_asked, act: actions::detach, to: "/consignments", done: "detached" };

fn detach_asked(db: &mut Db, id: Id, who: &Visitor) -> Result<Asked> {
    let owner = store::owner_of(db, id)?.ok_or(Error::NotFound)?;
    let (c, _) = standing(db, owner, Act::Receive, who)?;
    let name = c.attachments.iter().find(|own| own.id == id).map(|own| own.name.clone());
    let lang = who.lang;
    Ok(Asked {
        title: lang.say("detach-title"),
        about: name.unwrap_or_default(),
        text: lang.say("detach-text"),
        action: format!("/attachments/{id}/void"),
        button: lang.say("detach"),
        back: (format!("/consignments/{owner}"), lang.say("to-consignment")),
    })
}

#[derive(Template)]
#[template(path = "missions/papers.html")]
struct RequiredPage {
    frame: Frame,
    mission: Id,
    code: String,
    /// The modes, each with its papers: a box each.
    modes: Vec<(String, Vec<Tick>)>,
}

/// A box to tick: its name, its words, whether it is ticked.
type Tick = (String, String, bool);

/// Which papers may be asked for: those that are one thing.
fn askable() -> impl Iterator<Item = Paper> {
    Paper::ALL.iter().copied().filter(|paper| !matches!(paper, Paper::Photo | Paper::Other))
}

fn box_name((mode, paper): Required) -> String {
    format!("paper.{mode}.{paper}")
}

/// `GET /missions/{id}/papers`: which papers the mission asks for, by mode.
pub async fn required(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (code, asked) = pool
        .read(move |db| {
            visitor.must(Act::Steer, id)?;
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            Ok((mission.body.code, store::required(db, &[id])?.remove(&id).unwrap_or_default()))
        })
        .await?;
    let modes = Mode::ALL.iter().map(|mode| {
        let papers = askable().map(|paper| {
            let of = (*mode, paper);
            (box_name(of), paper.words(lang), asked.contains(&of))
        });
        (lang.say(&format!("mode-{}", mode.code().replace('_', "-"))), papers.collect())
    });
    web::html(StatusCode::OK, lang, &RequiredPage { mission: id, code, modes: modes.collect(), frame: frame.clone() })
}

/// `POST /missions/{id}/papers`: saves it.
pub async fn require(pool: Data<Pool>, visitor: Visitor, id: Path<Id>, Posted(input): Posted) -> Result<HttpResponse> {
    let id = id.into_inner();
    let all: BTreeSet<Required> = Mode::ALL
        .iter()
        .flat_map(|mode| askable().map(move |paper| (*mode, paper)))
        .filter(|of| input.get(&box_name(*of)) == "1")
        .collect();
    pool.write(move |db| actions::require(db, id, &all, &visitor)).await?;
    Ok(web::see_done(&format!("/missions/{id}"), "papers"))
}
