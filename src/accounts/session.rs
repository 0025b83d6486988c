//! The door: every request is let in, sent to sign in, or refused, before any handler runs.

use super::{
    desk::Desk,
    model::{Person, Session},
    pages,
    rights::{Act, Grant, Reach, Rights, Role},
    second, store,
};
use crate::{
    db::{Db, Pool},
    error::{Error, Result},
    history::By,
    lang::Lang,
    settings::{self, Settings},
    values::{Id, Moment},
    web::{
        self, Frame, Reader,
        guard::{Site, is_program},
    },
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    body::BoxBody,
    cookie::{Cookie, SameSite},
    dev::{self, ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
    web::{Data, Payload},
};
use std::{
    future::{Ready, ready},
    sync::Arc,
};
use tokio::time::timeout;

/// What a way into the house needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing: anyone may, signed in or not.
    Nothing,
    /// To be signed in: what concerns oneself.
    Own,
    /// A right, somewhere at least.
    To(Act),
}

/// Whoever asks, with all that they may.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// In which language and manner they read.
    pub lang: Lang,
    /// As the history names them.
    pub by: By,
    /// What they may.
    pub rights: Arc<Rights>,
    /// Who they are; none before they sign in, or where it is the program itself.
    pub person: Option<Arc<Person>>,
    /// The session they came with.
    pub session: Option<Id>,
}

impl Visitor {
    /// The program itself, which may do everything.
    pub fn house(lang: Lang) -> Self {
        Self { lang, by: By::default(), rights: Arc::new(Rights::all()), person: None, session: None }
    }

    /// The person at the command line, who may do everything and is said to be there.
    pub fn operator(lang: Lang) -> Self {
        Self { by: By { person: None, origin: "command line".into() }, ..Self::house(lang) }
    }

    /// Whether they may do something in a mission.
    pub fn may(&self, act: Act, mission: Id) -> bool {
        self.rights.within(act, mission)
    }

    /// Whether they may do something somewhere.
    pub fn can(&self, act: Act) -> bool {
        self.rights.anywhere(act)
    }

    /// Lets them on when they may do something in a mission. Whoever may not even know of the mission is told that there is
    /// no such record.
    pub fn must(&self, act: Act, mission: Id) -> Result<()> {
        if self.may(act, mission) {
            Ok(())
        } else if self.may(Act::Look, mission) {
            Err(Error::Forbidden("right"))
        } else {
            Err(Error::NotFound)
        }
    }

    /// Whether they may take back what somebody recorded: it was they, or they may declare anything void.
    pub fn may_take_back(&self, by: Option<Id>, mission: Id) -> bool {
        self.may(Act::Void, mission) || by.is_some() && by == self.by.person
    }

    /// Lets them on when they may do something in the whole house.
    pub fn must_everywhere(&self, act: Act) -> Result<()> {
        if self.rights.everywhere(act) { Ok(()) } else { Err(Error::Forbidden("right")) }
    }

    /// The missions they see.
    pub fn sees(&self) -> Reach {
        self.rights.reach(Act::Look)
    }

    /// Their id as the security log says it; empty for nobody.
    pub fn id_text(&self) -> String {
        self.by.person.map(|id| id.to_string()).unwrap_or_default()
    }

    /// The person, where one must be signed in.
    pub fn own(&self) -> Result<Arc<Person>> {
        self.person.clone().ok_or(Error::Forbidden("right"))
    }
}

impl FromRequest for Visitor {
    type Error = Error;
    type Future = Ready<Result<Self>>;
    fn from_request(req: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let known = req.extensions().get::<Self>().cloned();
        ready(known.ok_or_else(|| Error::internal("a handler without a door before it")))
    }
}

/// How seldom it is noted that a session is used, in seconds.
const SEEN: i64 = 300;

/// The largest post that is kept while one signs in, in bytes.
const KEPT: usize = 1024 * 1024;

/// Lets a request in that has what its address needs. Who is not signed in is sent to sign in; a form that was posted is kept
/// and goes on from there.
pub async fn admit(
    need: Need,
    req: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    // What fails here is answered like anything that fails: with a page, its headers and a line in the log.
    let program = is_program(req.path());
    let known = if program { recognise_program(&req).await } else { recognise(&req).await };
    let mut known = match known {
        Ok(known) => known,
        Err(cause) => return Ok(req.error_response(cause)),
    };
    let (renewed, site) = (known.renewed.take(), req.app_data::<Data<Site>>().cloned());
    let mut res = let_in(need, known, req, next).await?;
    // Whatever the answer is, it brings the session's new token. Signing in or out brings a cookie of its own.
    if let (Some(token), Some(site)) = (renewed, site)
        && res.response().cookies().all(|cookie| cookie.name() != cookie_name(&site))
    {
        res.response_mut().add_cookie(&cookie(&site, &token)).map_err(Error::internal)?;
    }
    Ok(res)
}

async fn let_in(
    need: Need,
    known: Known,
    mut req: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Known { visitor, organisation, must_enrol, .. } = known;
    let signed_in = visitor.person.is_some();
    let path = req.path().to_string();
    req.extensions_mut().insert(reader(&visitor, organisation));
    if is_program(&path) && need != Need::Nothing {
        let refused = match (signed_in, must_enrol) {
            (false, _) => Some(Error::SignInFirst),
            (true, true) => Some(Error::Forbidden("second factor")),
            (true, false) => None,
        };
        if let Some(cause) = refused {
            return Ok(req.error_response(cause));
        }
    } else if need != Need::Nothing && !signed_in {
        let asked = ask_to_sign_in(&mut req).await;
        return Ok(answered(req, asked));
    }
    // Before a second factor that is asked of them stands, they come to their own page and no further.
    if must_enrol && (matches!(need, Need::To(_)) || path == "/") {
        let (target, kept) = posted(&mut req).await;
        let asked = pages::enrol_first(Frame::of(req.request()), &visitor, &target, &kept);
        return Ok(answered(req, asked));
    }
    if let Need::To(act) = need
        && !visitor.can(act)
    {
        refused(&visitor, req.method(), &path);
        return Ok(req.error_response(Error::Forbidden("right")));
    }
    req.extensions_mut().insert(visitor.clone());
    let res = next.call(req).await?;
    if res
        .response()
        .error()
        .and_then(|e| e.as_error::<Error>())
        .is_some_and(|e| matches!(e, Error::Forbidden("right")))
    {
        refused(&visitor, res.request().method(), &path);
    }
    Ok(res)
}

/// An answer of the door's own, or why there is none.
fn answered(req: ServiceRequest, answer: Result<actix_web::HttpResponse>) -> ServiceResponse<BoxBody> {
    match answer {
        Ok(answer) => req.into_response(answer),
        Err(cause) => req.error_response(cause),
    }
}

fn refused(visitor: &Visitor, method: &Method, path: &str) {
    tracing::warn!(target: "security", event = "refused", person = visitor.id_text(), from = visitor.by.origin, %method, path);
}

/// What is known of a request before it is let in.
struct Known {
    /// Who it comes from.
    visitor: Visitor,
    /// Whose house it is.
    organisation: String,
    /// The session's new token, where it was due one.
    renewed: Option<String>,
    /// Whether they have to set up a second factor before anything else.
    must_enrol: bool,
}

async fn recognise(req: &ServiceRequest) -> Result<Known> {
    let frame = Frame::of(req.request());
    let missing = || Error::internal("the app has no pool or site");
    let pool = req.app_data::<Data<Pool>>().ok_or_else(missing)?.clone();
    let site = req.app_data::<Data<Site>>().ok_or_else(missing)?.clone();
    let (hash, now) = (token_of(req.request(), &site).map(|token| second::kept(&token)), Moment::now());
    let asked = hash.clone();
    // The settings do not hang on the session: the two need not be one snapshot.
    let (found, settings) = pool
        .glance(move |db| {
            let found = match asked {
                Some(hash) => store::open_session(db, &hash, now)?,
                None => None,
            };
            Ok((found, settings::load(db)?))
        })
        .await?;
    let by = By { person: None, origin: site.client(req.request()) };
    let nobody = Visitor { lang: frame.lang, by, rights: Arc::default(), person: None, session: None };
    let stranger =
        Known { visitor: nobody, organisation: settings.organisation.clone(), renewed: None, must_enrol: false };
    let (Some(hash), Some(store::Opened { session, person, rights, former })) = (hash, found) else {
        return Ok(stranger);
    };
    if session.over(now) || person.disabled_at.is_some() {
        return Ok(stranger);
    }
    // A house too busy to note it lets them in all the same.
    let renewed = keep_up(&pool, &session, &hash, former, now).await.unwrap_or_else(|cause| {
        tracing::warn!(%cause, "a session is not kept up");
        None
    });
    let must_enrol = must_enrol(&settings, &person, &rights);
    let visitor = Visitor {
        lang: person.reading(frame.lang),
        by: By { person: Some(person.id), ..stranger.visitor.by },
        rights: Arc::new(Rights::of(rights)),
        person: Some(Arc::new(person)),
        session: Some(session.id),
    };
    Ok(Known { visitor, organisation: stranger.organisation, renewed, must_enrol })
}

/// Who lets a program in: the token it brings. Cookies open nothing here, so that no page of another site can ask in a browser's
/// name.
async fn recognise_program(req: &ServiceRequest) -> Result<Known> {
    let frame = Frame::of(req.request());
    let missing = || Error::internal("the app has no pool, site or desk");
    let pool = req.app_data::<Data<Pool>>().ok_or_else(missing)?.clone();
    let site = req.app_data::<Data<Site>>().ok_or_else(missing)?.clone();
    let desk = req.app_data::<Data<Desk>>().ok_or_else(missing)?.clone();
    let (address, now) = (site.client(req.request()), Moment::now());
    let said = req.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let hash = said.split_once(' ').filter(|(kind, _)| kind.eq_ignore_ascii_case("bearer"));
    let hash = hash.map(|(_, token)| second::kept(token.trim()));
    let (found, settings) = pool
        .glance(move |db| {
            let found = match hash {
                Some(hash) => store::open_token(db, &hash)?,
                None => None,
            };
            Ok((found, settings::load(db)?))
        })
        .await?;
    let found = found.filter(|(token, person, _)| !token.over(now) && person.disabled_at.is_none());
    desk.may_call(&found.as_ref().map_or_else(|| format!("api {address}"), |(token, ..)| token.id.to_string()))?;
    let organisation = settings.organisation.clone();
    let Some((token, person, rights)) = found else {
        let by = By { person: None, origin: address };
        let visitor = Visitor { lang: frame.lang, by, rights: Arc::default(), person: None, session: None };
        return Ok(Known { visitor, organisation, renewed: None, must_enrol: false });
    };
    let (id, seldom) = (token.id, token.used_at.is_none_or(|used| (now.0 - used.0).num_seconds() > SEEN));
    if seldom {
        note(&pool, move |db| store::touch_token(db, id, now));
    }
    let must_enrol = must_enrol(&settings, &person, &rights);
    let visitor = Visitor {
        lang: person.reading(frame.lang),
        by: By { person: Some(person.id), origin: format!("{address}, {} {}…", token.name, token.hint) },
        rights: Arc::new(Rights::of(rights).narrowed(&token.acts, &token.missions)),
        person: Some(Arc::new(person)),
        session: None,
    };
    Ok(Known { visitor, organisation, renewed: None, must_enrol })
}

/// Notes that a session is used, and gives it the new token it is due.
async fn keep_up(pool: &Pool, session: &Session, hash: &str, former: bool, now: Moment) -> Result<Option<String>> {
    let (id, old) = (session.id, hash.to_string());
    if session.renew && !former {
        let (token, new) = second::token()?;
        let done = pool.write(move |db| store::renew_session(db, id, &old, &new, now)).await?;
        return Ok(done.then_some(token));
    }
    if (now.0 - session.seen_at.0).num_seconds() > SEEN {
        note(pool, move |db| store::touch_session(db, id, now));
    }
    Ok(None)
}

/// Notes that a session or a token is used. Nobody waits for this to be written.
fn note(pool: &Pool, used: impl FnMut(&mut Db) -> Result<()> + Send + 'static) {
    let pool = pool.clone();
    actix_web::rt::spawn(async move {
        if let Err(cause) = pool.write(used).await {
            tracing::warn!(%cause, "that somebody is there is not noted");
        }
    });
}

/// Whether somebody has to set up a second factor before anything else.
fn must_enrol(settings: &Settings, person: &Person, rights: &[Grant]) -> bool {
    let asked_of = |grant: &Grant| settings.second_factor.iter().any(|role| role == Role::code(grant.role));
    person.totp.is_empty() && rights.iter().any(asked_of)
}

/// What pages show of who reads them.
fn reader(visitor: &Visitor, organisation: String) -> Reader {
    let person = visitor.person.as_deref();
    Reader {
        id: person.map(|it| it.id.to_string()).unwrap_or_default(),
        name: person.map(|it| it.name.clone()).unwrap_or_default(),
        theme: person.map(|it| it.theme.clone()).unwrap_or_default(),
        lang: visitor.lang,
        acts: Act::ALL.iter().filter(|act| visitor.can(**act)).map(|act| act.code()).collect(),
        organisation,
    }
}

/// The answer to someone who is not signed in: for a page, the way to the sign-in page; for a form, the sign-in page with
/// everything that was sent.
async fn ask_to_sign_in(req: &mut ServiceRequest) -> Result<actix_web::HttpResponse> {
    let (target, kept) = posted(req).await;
    if req.method().is_safe() {
        let next = web::Query::default().with("next", &target).on("/sign-in");
        return Ok(web::see(if target == "/" { "/sign-in" } else { &next }));
    }
    let demo = req.app_data::<Data<Desk>>().is_some_and(|desk| desk.is_demo());
    pages::session_ended(Frame::of(req.request()), &target, kept, demo)
}

/// Where a request went, and the form it brought, to be sent again later; passwords are not kept. Empty when there was none, or
/// it is too large.
async fn posted(req: &mut ServiceRequest) -> (String, String) {
    let target = req.uri().path_and_query().map(|p| p.to_string()).unwrap_or_default();
    let header = |name| req.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let is_form = header("content-type").starts_with("application/x-www-form-urlencoded");
    let said: usize = header("content-length").parse().unwrap_or_default();
    if req.method().is_safe() || !is_form || said > KEPT {
        return (target, String::new());
    }
    let body = match req.extract::<Payload>().await {
        Ok(payload) => timeout(web::SLOWEST, payload.to_bytes_limited(KEPT)).await.ok().and_then(Result::ok),
        Err(_) => None,
    };
    let Some(Ok(body)) = body else { return (target, String::new()) };
    let fields = form_urlencoded::parse(&body).filter(|(name, _)| !name.ends_with("password"));
    let kept = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    // A button alone sends no field; that it was pressed is kept.
    (target, if kept.is_empty() { "pressed=1".into() } else { kept })
}

/// The name of the cookie: over HTTPS one that no other host or path can set.
fn cookie_name(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-keruen" } else { "keruen" }
}

/// The token a request carries.
fn token_of(req: &HttpRequest, site: &Site) -> Option<String> {
    req.cookie(cookie_name(site)).map(|cookie| cookie.value().to_string()).filter(|token| !token.is_empty())
}

/// The session cookie, which ends with the browser.
pub(super) fn cookie(site: &Site, token: &str) -> Cookie<'static> {
    Cookie::build(cookie_name(site), token.to_string())
        .path("/")
        .secure(site.is_secure())
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish()
}

/// The cookie that takes the session cookie away.
pub(super) fn no_cookie(site: &Site) -> Cookie<'static> {
    let mut cookie = cookie(site, "");
    cookie.make_removal();
    cookie
}
