//! Signing in, in one step or two, and out.

use crate::{
    accounts::{
        Desk, Person, Visitor, actions, password, second as codes,
        session::{cookie, no_cookie},
        store,
    },
    db::Pool,
    error::{Error, Result},
    lang::filters,
    values::Moment,
    web::{self, Form, Frame, Input, Posted, Problems, Query, guard::Site},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
    web::Data,
};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignIn {
    frame: Frame,
    form: Form,
    /// Whether a form was sent that goes on after signing in.
    kept: bool,
    /// Whether a session ended in the middle of something.
    ended: bool,
    done: &'static str,
    /// How to sign in to the demonstration: role and name.
    demo: Vec<(&'static str, &'static str)>,
    /// Whether the connection is neither encrypted nor within this machine.
    plain: bool,
    /// Whether there is nobody who could sign in.
    nobody: bool,
}

impl SignIn {
    fn of(frame: Frame, form: Form, demo: bool) -> Self {
        let demo = if demo { DEMO.to_vec() } else { vec![] };
        let kept = !form.input.get("kept").is_empty();
        Self { frame, form, kept, ended: false, done: "", demo, plain: false, nobody: false }
    }

    fn answer(self, status: StatusCode) -> Result<HttpResponse> {
        web::html(status, self.frame.lang, &self)
    }
}

/// Who may sign in to the demonstration: role and name. All have one password.
pub const DEMO: &[(&str, &str)] = &[
    ("manager", "marat"),
    ("logger", "leila"),
    ("receiver", "rahim"),
    ("viewer", "vera"),
    ("donor", "dana"),
    ("auditor", "aigul"),
    ("administrator", "adil"),
];

/// The password of everyone in the demonstration.
pub const DEMO_PASSWORD: &str = "camels carry flour";

/// How much of a sign-in name is read, in characters: more than any has.
const LONGEST_SIGN_IN: usize = 200;

/// `GET /sign-in`.
pub async fn show(
    pool: Data<Pool>,
    req: HttpRequest,
    frame: Frame,
    desk: Data<Desk>,
    site: Data<Site>,
) -> Result<HttpResponse> {
    let next = local(Query::parse(req.query_string()).get("next"));
    if frame.signed_in() {
        return Ok(web::see(&next));
    }
    let form = Form::fresh(Input::default().with("next", next), frame.lang);
    let done = web::done(&req, &["signed-out", "password-chosen"]);
    let plain = is_plain(&req, &site);
    let nobody = pool.glance(store::count).await? == 0;
    SignIn { done, plain, nobody, ..SignIn::of(frame, form, desk.is_demo()) }.answer(StatusCode::OK)
}

/// The sign-in page that keeps a form which came when nobody was signed in any more.
pub fn session_ended(frame: Frame, target: &str, mut kept: String, demo: bool) -> Result<HttpResponse> {
    if local(target) != target {
        kept.clear();
    }
    let form = Form::fresh(Input::default().with("next", local(target)).with("kept", kept), frame.lang);
    let mut answer = SignIn { ended: true, ..SignIn::of(frame, form, demo) }.answer(StatusCode::UNAUTHORIZED)?;
    answer.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Session realm=\"keruen\""));
    Ok(answer)
}

/// `POST /sign-in`: name and password. What is wrong is not told apart, nor does it take another time.
pub async fn create(
    pool: Data<Pool>,
    desk: Data<Desk>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    // Nobody's name is longer; what is comes back no longer than this.
    let sign_in: String = input.get("sign_in").chars().take(LONGEST_SIGN_IN).collect();
    let from = visitor.by.origin.clone();
    let again = |key: &'static str, status| {
        let mut problems = Problems::new(frame.lang);
        problems.add("", key);
        let typed = input.only(&["next", "kept"]).with("sign_in", sign_in.clone());
        SignIn::of(frame.clone(), Form::with(typed, problems), desk.is_demo()).answer(status)
    };
    if !desk.may_try(&sign_in, &from) {
        tracing::warn!(target: "security", event = "sign-in-throttled", from);
        return again("error-sign-in-often", StatusCode::TOO_MANY_REQUESTS);
    }
    let name = sign_in.clone();
    let found = pool.glance(move |db| store::by_sign_in(db, &name)).await?;
    let kept = found.as_ref().map(|it| it.password.clone()).unwrap_or_default();
    // Spaces around a password are part of it.
    let typed = input.raw("password").to_string();
    let tried = (typed.clone(), kept.clone());
    let fits = desk.turns().take(move || password::fits(&tried.0, &tried.1)).await?;
    let mut person = match found.filter(|it| fits && it.disabled_at.is_none()) {
        Some(person) => person,
        None => {
            tracing::warn!(target: "security", event = "sign-in-refused", from);
            return again("error-sign-in", StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    if password::outdated(&kept) {
        let hash = desk.turns().take(move || password::hash(&typed)).await?;
        let id = person.id;
        person.password = hash.clone();
        pool.write(move |db| actions::rehash(db, id, &kept, &hash)).await?;
    }
    if !person.totp.is_empty() {
        let (token, hash) = codes::token()?;
        let id = person.id;
        pool.write(move |db| actions::ask_second(db, id, &hash)).await?;
        let input = input.only(&["next", "kept"]).with("ticket", token);
        return Second { form: Form::fresh(input, frame.lang), frame }.answer(StatusCode::OK);
    }
    let_in(&pool, &site, &frame, &visitor, &req, person, &input).await
}

#[derive(Template)]
#[template(path = "accounts/second.html")]
struct Second {
    frame: Frame,
    form: Form,
}

impl Second {
    fn answer(self, status: StatusCode) -> Result<HttpResponse> {
        web::html(status, self.frame.lang, &self)
    }
}

/// `POST /sign-in/second`: the code of the second factor, or a recovery code. Each is good once.
pub async fn second(
    pool: Data<Pool>,
    desk: Data<Desk>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (ticket, from) = (input.get("ticket").to_string(), visitor.by.origin.clone());
    let token = ticket.clone();
    let found = pool.glance(move |db| actions::in_second(db, &token)).await?;
    let Some(person) = found.filter(|it| it.disabled_at.is_none() && !it.totp.is_empty()) else {
        // The ticket is old: the password once more.
        let form = Form::fresh(input.only(&["next", "kept"]), frame.lang);
        return SignIn { ended: true, ..SignIn::of(frame, form, desk.is_demo()) }.answer(StatusCode::UNAUTHORIZED);
    };
    let again = |key: &'static str, status| {
        let mut problems = Problems::new(frame.lang);
        problems.add("code", key);
        let mut input = input.clone();
        input.remove("code");
        Second { form: Form::with(input, problems), frame: frame.clone() }.answer(status)
    };
    if !desk.may_try_code(person.id) {
        tracing::warn!(target: "security", event = "sign-in-throttled", from, person = %person.id);
        return again("error-sign-in-often", StatusCode::TOO_MANY_REQUESTS);
    }
    let (id, typed) = (person.id, input.get("code").to_string());
    let secret = desk.key().open(id, &person.totp);
    let step = match &secret {
        Some(secret) => codes::step_of(secret, &typed, person.totp_step, Moment::now())?,
        None => None,
    };
    let well = pool
        .write(move |db| {
            let well = match step {
                Some(step) => store::use_step(db, id, step)?,
                None => actions::recover(db, id, &typed)?,
            };
            Ok(well && actions::end_second(db, &ticket)?)
        })
        .await?;
    if !well {
        tracing::warn!(target: "security", event = "second-factor-refused", from, person = %id);
        return again("error-second", StatusCode::UNPROCESSABLE_ENTITY);
    }
    if step.is_none() {
        tracing::warn!(target: "security", event = "recovery-code-used", from, person = %id);
    }
    let_in(&pool, &site, &frame, &visitor, &req, person, &input).await
}

#[derive(Template)]
#[template(path = "accounts/continue.html")]
struct Continue {
    frame: Frame,
    name: String,
    next: String,
    fields: Vec<(String, String)>,
    /// Whether a second factor has to be set up first.
    enrol: bool,
}

/// Sends someone to set up the second factor that is asked of them; a form they sent meanwhile is kept in the page.
pub fn enrol_first(frame: Frame, visitor: &Visitor, target: &str, kept: &str) -> Result<HttpResponse> {
    let next = local(target);
    if kept.is_empty() || next != target {
        return Ok(web::see("/me/second-factor?asked=1"));
    }
    let name = visitor.own()?.name.clone();
    let page = Continue { name, next, fields: fields_of(kept)?, enrol: true, frame: frame.clone() };
    web::html(StatusCode::FORBIDDEN, frame.lang, &page)
}

fn fields_of(kept: &str) -> Result<Vec<(String, String)>> {
    Ok(Input::parse(kept.as_bytes())?.fields().map(|(n, v)| (n.to_string(), v.to_string())).collect())
}

/// Begins the session, and goes on where it was meant to go: a page is opened, a form is offered to be sent again.
pub(super) async fn let_in(
    pool: &Pool,
    site: &Site,
    frame: &Frame,
    visitor: &Visitor,
    req: &HttpRequest,
    person: Person,
    input: &Input,
) -> Result<HttpResponse> {
    let (token, hash) = codes::token()?;
    let browser = req.headers().get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().to_string();
    let (tried, from, had) = (person.clone(), visitor.by.origin.clone(), visitor.session);
    if pool.write(move |db| actions::begin(db, &tried, &hash, &from, &browser, had)).await?.is_none() {
        // Disabled, or given another password, in this very moment.
        return Ok(web::see("/sign-in"));
    }
    tracing::info!(target: "security", event = "signed-in", person = %person.id, from = visitor.by.origin);
    let next = local(input.get("next"));
    let fields = fields_of(input.get("kept"))?;
    let mut answer = if fields.is_empty() {
        web::see(&next)
    } else {
        let page = Continue { name: person.name.clone(), next, fields, enrol: false, frame: frame.clone() };
        web::html(StatusCode::OK, frame.lang, &page)?
    };
    answer.add_cookie(&cookie(site, &token)).map_err(Error::internal)?;
    if !person.lang.is_empty() {
        answer.add_cookie(&site.lang_cookie(&person.lang)).map_err(Error::internal)?;
    }
    Ok(answer)
}

/// `POST /sign-out`: ends this session, and has the browser forget what it kept of it.
pub async fn sign_out(pool: Data<Pool>, site: Data<Site>, visitor: Visitor) -> Result<HttpResponse> {
    let (person, from) = (visitor.own()?.id, &visitor.by.origin);
    if let Some(session) = visitor.session {
        pool.write(move |db| actions::end(db, person, session)).await?;
    }
    tracing::info!(target: "security", event = "signed-out", %person, from);
    let mut answer = web::see_done("/sign-in", "signed-out");
    answer.add_cookie(&no_cookie(&site)).map_err(Error::internal)?;
    // Drafts and pages that were kept do not outlive the session on a machine that others use.
    answer
        .headers_mut()
        .insert(header::HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(answer)
}

/// Whether a request came neither over HTTPS nor from this machine.
fn is_plain(req: &HttpRequest, site: &Site) -> bool {
    !site.is_secure() && !req.peer_addr().is_none_or(|peer| peer.ip().is_loopback())
}

/// An address within the house; the front page for any other.
fn local(address: &str) -> String {
    let within = address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
        && !address.starts_with("/sign-");
    if within { address.to_string() } else { "/".to_string() }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn one_goes_on_within_the_house_only() {
        for within in ["/", "/consignments?q=x", "/missions/1/edit"] {
            assert_eq!(local(within), within);
        }
        for other in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "evil",
            "/sign-out",
            "/sign-in",
            "/\u{7f}",
            "/a b",
            "/ё",
        ] {
            assert_eq!(local(other), "/", "{other}");
        }
    }
}
