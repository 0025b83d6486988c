//! The files that were brought, and bringing one.

use crate::{
    accounts::{self, Act, Visitor},
    db::Pool,
    error::{Error, Result},
    exchange::{
        actions,
        cupboards::Cupboard,
        mapping::Mapping,
        model::{Counts, Import, Stage},
        reading::Limits,
    },
    files::{self, Folder, Unfit, Upload},
    lang::{Lang, filters},
    missions,
    values::{Id, Moment},
    web::{self, Form, Frame, Input, Problems, Query, shortened},
};
use actix_multipart::Multipart;
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use std::collections::HashMap;

/// How many imports are listed.
const LISTED: i64 = 100;

/// How many missions are offered.
const OFFERED: i64 = 200;

#[derive(Template)]
#[template(path = "exchange/list.html")]
struct ListPage {
    frame: Frame,
    form: Form,
    missions: Vec<(String, String)>,
    imports: Vec<(Import, String)>,
    /// What a file may list, for those who keep the cupboards; empty for others.
    lists: Vec<(String, String)>,
    most: String,
}

/// `GET /imports`: asks for a file (`?mission=` says for which mission, `?lists=` what it lists), and shows those that were brought.
pub async fn list(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let mut input = Input::default().with("id", Id::fresh().to_string());
    input.set_some("mission", query.get("mission"));
    input.set_some("lists", query.get("lists"));
    let form = Form::fresh(input, frame.lang);
    list_page(&pool, frame, visitor, (StatusCode::OK, form)).await
}

async fn list_page(
    pool: &Pool,
    frame: Frame,
    visitor: Visitor,
    (status, form): (StatusCode, Form),
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let page = pool
        .read(move |db| {
            let all = actions::newest(db, &visitor, LISTED)?;
            let people: Vec<Id> = all.iter().filter_map(|it| it.by).collect();
            let names: HashMap<Id, String> = accounts::full_names(db, people)?;
            let imports = all
                .into_iter()
                .map(|it| {
                    let by = it.by.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
                    (it, by)
                })
                .collect();
            let missions = missions::list_codes(db, &visitor.rights.reach(Act::Log), OFFERED)?;
            let lists = if visitor.rights.everywhere(Act::Stock) { cupboards(lang) } else { vec![] };
            let most = lang.count((Limits::BROWSER.bytes / 1_000_000) as i64);
            Ok(ListPage { frame, form, missions, imports, lists, most })
        })
        .await?;
    web::html(status, lang, &page)
}

/// What a file may list.
fn cupboards(lang: Lang) -> Vec<(String, String)> {
    let cupboards = Cupboard::ALL.iter().map(|it| (it.code().to_string(), lang.say(&format!("menu-{it}"))));
    [(String::new(), lang.say("menu-consignments"))].into_iter().chain(cupboards).collect()
}

/// `POST /imports`: keeps the file; nothing of it is taken in yet.
pub async fn create(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    parts: Multipart,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let Upload { input, name, incoming } =
        files::upload(&folder, parts, &["id", "mission", "lists"], Limits::BROWSER.bytes).await?;
    let mut problems = Problems::new(lang);
    let into = Cupboard::from_code(input.get("lists"));
    if into.is_some() && !visitor.rights.everywhere(Act::Stock) {
        return Err(Error::Forbidden("right"));
    }
    let mission = match input.get("mission").split_whitespace().next().filter(|_| into.is_none()) {
        None => None,
        Some(code) => {
            let (code, who) = (code.to_string(), visitor.clone());
            let typed = shortened(&code);
            let found = pool.read(move |db| missions::by_code(db, &code)).await?;
            let found = found.filter(|brief| who.may(Act::Log, brief.id)).map(|brief| brief.id);
            if found.is_none() {
                problems.add_with("mission", "import-mission-unknown", [("value", typed)]);
            }
            found
        }
    };
    let kept = match incoming {
        None => {
            problems.add("file", "error-file-empty");
            None
        }
        Some(incoming) => {
            let folder = folder.clone();
            let kept = actix_web::web::block(move || folder.keep_as(incoming, "application/octet-stream")).await;
            match kept.map_err(Error::internal)?? {
                Ok(kept) => Some(kept),
                Err(Unfit::TooLarge) => {
                    let most = lang.count((Limits::BROWSER.bytes / 1_000_000) as i64);
                    problems.add_with("file", "file-too-large", [("value", most)]);
                    None
                }
                Err(_) => {
                    problems.add("file", "file-empty");
                    None
                }
            }
        }
    };
    let Some(kept) = kept.filter(|_| problems.is_empty()) else {
        let form = Form::with(input, problems);
        return list_page(&pool, frame, visitor, (StatusCode::UNPROCESSABLE_ENTITY, form)).await;
    };
    let import = Import {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        mission,
        name: files::bare_name(&name),
        sha256: kept.sha256,
        size: kept.size,
        signature: String::new(),
        mapping: Mapping { into, ..Mapping::default() },
        stage: Stage::Draft,
        counts: Counts::default(),
        by: visitor.by.person,
        at: Moment::now(),
        ended: None,
    };
    let id = import.id;
    pool.write(move |db| actions::bring(db, &import, &visitor)).await?;
    Ok(web::see(&format!("/imports/{id}/columns")))
}
