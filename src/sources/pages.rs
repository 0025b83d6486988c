//! The pages that name a source, and take one back.

use super::{
    actions,
    model::{self, Role},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments,
    db::{Db, Pool},
    error::{Error, Result},
    lang::filters,
    names::Names,
    values::Id,
    web::{self, Asked, Form, Frame, Input, Posted, Query, Refusal, TakeBack},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "sources/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    figures: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
}

/// `GET /consignments/{id}/sources/new`: asks who said what (`?figure=` says of which figure).
pub async fn new(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let mut input = Input::default().with("id", Id::fresh().to_string());
    input.set_some("figure", Query::parse(req.query_string()).get("figure"));
    edit_page(pool, frame, visitor, id.into_inner(), input, None).await
}

/// `POST /consignments/{id}/sources`: names the source.
pub async fn create(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, consignment) = (frame.lang, id.into_inner());
    let input = input.settled();
    let id: Id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::name(db, id, consignment, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "source")),
        Err(refusal) => edit_page(pool, frame, visitor, consignment, input, Some(refusal)).await,
    }
}

async fn edit_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (status, problems, _) = web::refused(refusal, lang);
    let (reference, figures) = pool
        .read(move |db| {
            let (c, reference) = consignments::standing(db, id, Act::Log, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let all = model::figures(&c, &names).into_iter().map(|figure| {
                let says = if figure.says.is_empty() { lang.say("not-stated") } else { figure.says.clone() };
                (figure.code(), format!("{} ({says})", figure.label))
            });
            Ok((reference, all.collect()))
        })
        .await?;
    let roles = [Role::Also, Role::Own].map(|role| (role.code(), lang.say(&format!("source-role-{}", role.code()))));
    let page =
        Edit { form: Form::with(input, problems), roles: roles.into(), figures, reference, id, frame: frame.clone() };
    web::html(status, lang, &page)
}

/// `GET /sources/{id}/void`: asks why a source is taken back.
pub async fn void(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    VOID.ask(&pool, frame, visitor, id.into_inner()).await
}

/// `POST /sources/{id}/void`: takes it back.
pub async fn create_void(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    VOID.answer(&pool, frame, visitor, id.into_inner(), input).await
}

const VOID: TakeBack<Id, Visitor> =
    TakeBack { asked: void_asked, act: actions::void, to: "/consignments", done: "source-voided" };

fn void_asked(db: &mut Db, id: Id, who: &Visitor) -> Result<Asked> {
    let source = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (c, _) = consignments::standing(db, source.consignment, Act::Log, who)?;
    let lang = who.lang;
    Ok(Asked {
        title: lang.say("source-void-title"),
        about: format!("{} {}", model::stated_words(&source.stated, lang), source.words(lang)),
        text: lang.say("source-void-text"),
        action: format!("/sources/{id}/void"),
        button: lang.say("take-back"),
        back: (format!("/consignments/{}", c.id), lang.say("to-consignment")),
    })
}
