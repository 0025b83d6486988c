//! Each person's own page: their name and manner, password, second factor, and where they are signed in.

use crate::{
    accounts::{Desk, Person, Session, Visitor, actions, password, second as codes, store},
    db::Pool,
    error::{Error, Result},
    lang::{self, Calendar, Digits, Lang, Manner, filters},
    settings,
    values::{Id, Moment},
    web::{self, Form, Frame, Input, Posted, Problems, guard::Site},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "accounts/me.html")]
struct Me {
    frame: Frame,
    person: Arc<Person>,
    form: Form,
    password: Form,
    removal: Form,
    sessions: Vec<Session>,
    this: Option<Id>,
    codes_left: i64,
    done: &'static str,
    options: Options,
}

impl Me {
    fn is_this(&self, session: &Session) -> bool {
        self.this == Some(session.id)
    }
}

type Choices = Vec<(&'static str, String)>;

struct Options {
    langs: Choices,
    calendars: Choices,
    digits: Choices,
    themes: Choices,
    zones: Vec<&'static str>,
}

impl Options {
    fn of(lang: Lang) -> Self {
        let mut langs: Choices = vec![("", lang.say("lang-by-browser"))];
        langs.extend(lang::all().map(|l| (l.code(), l.name().to_string())));
        let words = |prefix: &str, code: &str| lang.say(&format!("{prefix}-{code}"));
        Self {
            langs,
            calendars: Calendar::ALL.iter().map(|c| (c.code(), words("calendar", c.code()))).collect(),
            digits: Digits::ALL.iter().map(|d| (d.code(), words("digits", d.code()))).collect(),
            themes: [("", "auto"), ("light", "light"), ("dark", "dark")]
                .map(|(c, key)| (c, words("theme", key)))
                .into(),
            zones: Manner::zones().collect(),
        }
    }
}

fn input(it: &Person) -> Input {
    let [calendar, digits, zone] = it.manner.codes();
    Input::default()
        .with("name", &it.name)
        .with("lang", &it.lang)
        .with("calendar", calendar)
        .with("digits", digits)
        .with("time_zone", zone)
        .with("theme", &it.theme)
}

async fn page(pool: &Pool, frame: Frame, visitor: &Visitor, done: &'static str) -> Result<Me> {
    let person = visitor.own()?;
    let id = person.id;
    let (sessions, codes_left) =
        pool.read(move |db| Ok((store::sessions_of(db, id)?, actions::codes_left(db, id)?))).await?;
    let blank = || Form::fresh(Input::default(), frame.lang);
    Ok(Me {
        form: Form::fresh(input(&person), frame.lang),
        password: blank(),
        removal: blank(),
        options: Options::of(frame.lang),
        this: visitor.session,
        person,
        sessions,
        codes_left,
        done,
        frame,
    })
}

/// `GET /me`.
pub async fn me(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let words = ["preferred", "password-changed", "secured", "unsecured", "session-ended", "sessions-ended"];
    let page = page(&pool, frame, &visitor, web::done(&req, &words)).await?;
    web::html(StatusCode::OK, page.frame.lang, &page)
}

/// `POST /me`: name and manner.
pub async fn prefer(
    pool: Data<Pool>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    Posted(typed): Posted,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let person = visitor.own()?;
    let mut problems = Problems::new(lang);
    if !Manner::zones().any(|zone| zone == typed.get("time_zone")) {
        problems.add("time_zone", "error-time-zone");
    }
    if !typed.get("lang").is_empty() && lang::find(typed.get("lang")).is_none() {
        problems.add("lang", "error-choose");
    }
    let wanted = Person {
        name: typed.get("name").into(),
        lang: typed.get("lang").into(),
        manner: Manner::of(typed.get("calendar"), typed.get("digits"), typed.get("time_zone")),
        theme: Some(typed.get("theme")).filter(|t| matches!(*t, "light" | "dark")).unwrap_or_default().into(),
        ..(*person).clone()
    };
    let (by, new) = (visitor.by.clone(), wanted.clone());
    if problems.is_empty()
        && let Err(more) = pool.attempt(move |db| actions::prefer(db, &new, &by, lang)).await?
    {
        problems.extend(more);
    }
    if !problems.is_empty() {
        let page = Me { form: Form::with(typed, problems), ..page(&pool, frame, &visitor, "").await? };
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    }
    let mut answer = web::see_done("/me", "preferred");
    if !wanted.lang.is_empty() {
        answer.add_cookie(&site.lang_cookie(&wanted.lang)).map_err(Error::internal)?;
    }
    Ok(answer)
}

/// What is wrong with the password someone types again; nothing when it is theirs. Tried as seldom as at the sign-in desk.
pub async fn not_theirs(desk: &Desk, person: &Person, typed: &str, from: &str) -> Result<Option<&'static str>> {
    if !desk.may_try(&person.sign_in, from) {
        tracing::warn!(target: "security", event = "sign-in-throttled", person = %person.id, from);
        return Ok(Some("error-sign-in-often"));
    }
    let (typed, kept) = (typed.to_string(), person.password.clone());
    if desk.turns().take(move || password::fits(&typed, &kept)).await? {
        return Ok(None);
    }
    tracing::warn!(target: "security", event = "password-refused", person = %person.id, from);
    Ok(Some("error-password-wrong"))
}

/// `POST /me/password`: a new password for the old one; every other session ends.
pub async fn change_password(
    pool: Data<Pool>,
    desk: Data<Desk>,
    frame: Frame,
    visitor: Visitor,
    Posted(typed): Posted,
) -> Result<HttpResponse> {
    let (lang, person) = (frame.lang, visitor.own()?);
    let organisation = pool.glance(settings::load).await?.organisation;
    let new = typed.raw("new_password").to_string();
    let mut problems = Problems::new(lang);
    if let Err(more) = actions::judge(&new, &person, &organisation, "new_password", lang) {
        problems.extend(more);
    }
    if problems.is_empty() && new == typed.raw("password") {
        problems.add("new_password", "error-password-old");
    }
    if problems.is_empty()
        && let Some(wrong) = not_theirs(&desk, &person, typed.raw("password"), &visitor.by.origin).await?
    {
        problems.add("password", wrong);
    }
    if !problems.is_empty() {
        let password = Form::with(Input::default(), problems);
        let page = Me { password, ..page(&pool, frame, &visitor, "").await? };
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    }
    let hash = desk.turns().take(move || password::hash(&new)).await?;
    let (by, this) = (visitor.by.clone(), visitor.session);
    pool.write(move |db| actions::choose_password(db, person.id, &hash, this, &by)).await?;
    tracing::warn!(target: "security", event = "password-changed", person = visitor.id_text(), from = visitor.by.origin);
    Ok(web::see_done("/me", "password-changed"))
}

#[derive(Template)]
#[template(path = "accounts/second_factor.html")]
struct Enrol {
    frame: Frame,
    form: Form,
    /// The size of the picture, and its path.
    qr: (i32, String),
    secret: String,
    address: String,
    /// Whether nothing else opens before it is set up.
    asked: bool,
}

impl Enrol {
    fn of(frame: Frame, key: &codes::Key, person: &Person, sealed: Option<String>, problems: Problems) -> Result<Self> {
        let known = sealed.and_then(|sealed| Some((key.open(person.id, &sealed)?, sealed)));
        let (secret, sealed) = match known {
            Some(known) => known,
            None => {
                let secret = codes::secret()?;
                let sealed = key.seal(person.id, &secret)?;
                (secret, sealed)
            }
        };
        let address = codes::address(&secret, "Keruen", &person.sign_in);
        let form = Form::with(Input::default().with("sealed", sealed), problems);
        Ok(Self { form, qr: web::qr(&address)?, secret: codes::shown(&secret), address, asked: false, frame })
    }
}

/// `GET /me/second-factor`: a picture for the person's device. Nothing is kept before the first code fits.
pub async fn second_factor(desk: Data<Desk>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let asked = web::Query::parse(req.query_string()).get("asked") == "1";
    let person = visitor.own()?;
    if !person.totp.is_empty() {
        return Ok(web::see("/me"));
    }
    let page = Enrol::of(frame.clone(), desk.key(), &person, None, Problems::new(frame.lang))?;
    web::html(StatusCode::OK, frame.lang, &Enrol { asked, ..page })
}

#[derive(Template)]
#[template(path = "accounts/recovery_codes.html")]
struct RecoveryCodes {
    frame: Frame,
    person: Arc<Person>,
    codes: Vec<String>,
}

/// `POST /me/second-factor`: sets it up, for the password, when the first code fits; shows the recovery codes, once.
pub async fn secure(
    pool: Data<Pool>,
    desk: Data<Desk>,
    frame: Frame,
    visitor: Visitor,
    Posted(typed): Posted,
) -> Result<HttpResponse> {
    let (lang, person) = (frame.lang, visitor.own()?);
    let sealed = typed.get("sealed").to_string();
    // The same form again, by an impatient hand: the codes of the first answer were not seen, others take their place.
    let again = sealed == person.totp;
    if !person.totp.is_empty() && !again {
        return Ok(web::see("/me"));
    }
    let step = match desk.key().open(person.id, &sealed) {
        Some(_) if again => Some(person.totp_step),
        Some(secret) => codes::step_of(&secret, typed.get("code"), 0, Moment::now())?,
        None => None,
    };
    let mut problems = Problems::new(lang);
    // A mistyped code uses up no try of the password.
    if step.is_none() {
        problems.add("code", "error-second");
    } else if let Some(wrong) = not_theirs(&desk, &person, typed.raw("password"), &visitor.by.origin).await? {
        problems.add("password", wrong);
    }
    let Some(step) = step.filter(|_| problems.is_empty()) else {
        let page = Enrol::of(frame, desk.key(), &person, Some(sealed), problems)?;
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    };
    let made = codes::recovery_codes()?;
    let (id, by) = (person.id, visitor.by.clone());
    let hashes: Vec<String> = made.iter().map(|(_, hash)| hash.clone()).collect();
    pool.write(move |db| actions::secure(db, id, &sealed, step, &hashes, &by)).await?;
    tracing::warn!(target: "security", event = "second-factor-set", person = %id, from = visitor.by.origin);
    let codes = made.into_iter().map(|(shown, _)| shown).collect();
    web::html(StatusCode::OK, lang, &RecoveryCodes { person, codes, frame: frame.clone() })
}

/// `POST /me/second-factor/removal`: takes it away, for the password.
pub async fn unsecure(
    pool: Data<Pool>,
    desk: Data<Desk>,
    frame: Frame,
    visitor: Visitor,
    Posted(typed): Posted,
) -> Result<HttpResponse> {
    let (lang, person) = (frame.lang, visitor.own()?);
    if let Some(wrong) = not_theirs(&desk, &person, typed.raw("password"), &visitor.by.origin).await? {
        let mut problems = Problems::new(lang);
        problems.add("password", wrong);
        let removal = Form::with(Input::default(), problems);
        let page = Me { removal, ..page(&pool, frame, &visitor, "").await? };
        return web::html(StatusCode::UNPROCESSABLE_ENTITY, lang, &page);
    }
    let (id, by) = (person.id, visitor.by.clone());
    pool.write(move |db| actions::unsecure(db, id, &by)).await?;
    tracing::warn!(target: "security", event = "second-factor-removed", person = %id, from = visitor.by.origin);
    Ok(web::see_done("/me", "unsecured"))
}

/// `POST /me/sessions/{id}/end`: ends one of one's own sessions, wherever it is.
pub async fn end_session(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (person, session) = (visitor.own()?.id, id.into_inner());
    if !pool.write(move |db| actions::end(db, person, session)).await? {
        return Err(Error::NotFound);
    }
    tracing::info!(target: "security", event = "session-ended", %person, from = visitor.by.origin);
    Ok(web::see_done("/me", "session-ended"))
}

/// `POST /me/sessions/end`: ends all of one's sessions but this one.
pub async fn end_sessions(pool: Data<Pool>, visitor: Visitor) -> Result<HttpResponse> {
    let (person, this) = (visitor.own()?.id, visitor.session);
    pool.write(move |db| actions::end_others(db, person, this)).await?;
    tracing::info!(target: "security", event = "sessions-ended", %person, from = visitor.by.origin);
    Ok(web::see_done("/me", "sessions-ended"))
}
