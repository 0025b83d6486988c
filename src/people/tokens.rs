//! Each person's own tokens: by these a program acts for them.

use crate::{
    accounts::{self, Act, Desk, Token, Visitor, actions},
    db::Pool,
    error::{Error, Result},
    lang::filters,
    missions,
    values::{Id, Moment},
    web::{self, Form, Frame, Input, Posted, Problems, shortened},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "people/tokens.html")]
struct Tokens {
    frame: Frame,
    form: Form,
    tokens: Vec<Token>,
    /// The codes of the missions that tokens keep to.
    codes: HashMap<Id, String>,
    /// What the person may let a program do, besides looking: its code and its words.
    acts: Vec<(&'static str, String)>,
    /// The token just made: it is shown this once.
    made: String,
    done: &'static str,
}

impl Tokens {
    fn acts_of(&self, token: &Token) -> String {
        let lang = self.frame.lang;
        let words: Vec<String> = token.acts.iter().map(|act| lang.say(&format!("act-{act}"))).collect();
        words.join(&lang.say("list-separator"))
    }

    fn missions_of(&self, token: &Token) -> String {
        let codes: Vec<&str> = token.missions.iter().filter_map(|id| self.codes.get(id)).map(String::as_str).collect();
        codes.join(" ")
    }

    fn over(&self, token: &Token) -> bool {
        token.over(self.frame.now)
    }
}

async fn page(pool: &Pool, frame: Frame, visitor: &Visitor, form: Form) -> Result<Tokens> {
    let id = visitor.own()?.id;
    let (tokens, codes) = pool
        .read(move |db| {
            let tokens = accounts::tokens_of(db, id)?;
            let named: Vec<Id> = tokens.iter().flat_map(|token| token.missions.iter().copied()).collect();
            let codes = missions::mentions(db, &named)?.into_iter().map(|it| (it.id, it.code));
            Ok((tokens, codes.collect()))
        })
        .await?;
    let lang = frame.lang;
    let may = Act::ALL.iter().filter(|act| act.for_programs() && **act != Act::Look && visitor.can(**act));
    let acts = may.map(|act| (act.code(), lang.say(&format!("act-{act}")))).collect();
    Ok(Tokens { frame, form, tokens, codes, acts, made: String::new(), done: "" })
}

fn blank() -> Input {
    Input::default().with("days", "90")
}

/// `GET /me/tokens`: one's tokens, and the form for another.
pub async fn list(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let form = Form::fresh(blank(), frame.lang);
    let page = page(&pool, frame, &visitor, form).await?;
    let done = web::done(&req, &["token-ended"]);
    web::html(StatusCode::OK, page.frame.lang, &Tokens { done, ..page })
}

/// `POST /me/tokens`: makes a token, for the password, and shows it, once.
pub async fn create(
    pool: Data<Pool>,
    desk: Data<Desk>,
    frame: Frame,
    visitor: Visitor,
    Posted(typed): Posted,
) -> Result<HttpResponse> {
    let (lang, person) = (frame.lang, visitor.own()?);
    let mut problems = Problems::of(&typed, lang);
    if let Some(wrong) = accounts::pages::not_theirs(&desk, &person, typed.raw("password"), &visitor.by.origin).await? {
        problems.add("password", wrong);
    }
    let now = Moment::now();
    let days = crate::values::latin_digits(typed.get("days")).parse().unwrap_or(0);
    let secret = format!("{}{}", actions::PREFIX, accounts::second::token()?.0);
    let hash = accounts::second::kept(&secret);
    // Whatever it does, it may look at: an answer shows what was done.
    let wanted = |act: Act| match act {
        Act::Look => visitor.can(act),
        act => typed.get(&format!("act.{act}")) == "1",
    };
    let token = Token {
        id: Id::fresh(),
        person: person.id,
        name: typed.get("name").into(),
        hint: secret.chars().take(actions::PREFIX.len() + 6).collect(),
        acts: Act::ALL.iter().copied().filter(|act| wanted(*act)).collect(),
        missions: vec![],
        created_at: now,
        expires_at: actions::days_from(now, days),
        used_at: None,
    };
    let (who, named) = (visitor.clone(), typed.get("missions").to_string());
    let done = pool
        .attempt(move |db| {
            let (mut problems, mut token) = (problems.clone(), token.clone());
            for code in named.split([' ', ',', ';', '\n']).filter(|code| !code.is_empty()) {
                match missions::by_code(db, code)?.filter(|it| who.may(Act::Look, it.id)) {
                    Some(it) => token.missions.push(it.id),
                    None => problems.add_with("missions", "error-role-mission", [("typed", shortened(code))]),
                }
            }
            actions::give_token(db, &token, &hash, &who.rights, &who.by, problems)
        })
        .await?;
    if let Err(problems) = done {
        let page = page(&pool, frame, &visitor, Form::with(typed, problems)).await?;
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    }
    tracing::warn!(target: "security", event = "token-made", person = %person.id, from = visitor.by.origin);
    let page = page(&pool, frame, &visitor, Form::fresh(blank(), lang)).await?;
    web::html(StatusCode::OK, lang, &Tokens { made: secret, ..page })
}

/// `POST /me/tokens/{id}/end`: takes a token away.
pub async fn end(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (person, token, by) = (visitor.own()?.id, id.into_inner(), visitor.by.clone());
    if !pool.write(move |db| actions::take_token(db, person, token, &by)).await? {
        return Err(Error::NotFound);
    }
    tracing::warn!(target: "security", event = "token-ended", %person, from = visitor.by.origin);
    Ok(web::see_done("/me/tokens", "token-ended"))
}
