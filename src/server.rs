//! The roof: every address in one table, the middleware in its order, the server itself.

use crate::{
    accounts::{
        self, Act, Desk,
        Need::{self, Nothing, Own, To},
    },
    catalogue, consignments,
    db::{self, Pool},
    documents,
    error::{self, Error},
    exchange::{self, export},
    files::Folder,
    history,
    lang::filters,
    missions, openapi, organisations, people, places, receipts, reports, settings, sources,
    web::{
        self, Frame, assets, guard,
        json::{Fault, Problem},
    },
};
use actix_web::{
    App, FromRequest, Handler, HttpResponse, HttpServer, Responder, Route,
    body::{BoxBody, MessageBody},
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    guard as when,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
    middleware::{Compress, Next, from_fn},
    rt::task::JoinHandle,
    web::{Data, PathConfig, PayloadConfig, ServiceConfig, resource, route},
};
use askama::Template;
use std::{future::Future, net::TcpListener, time::Duration};

/// Every address of the house, each way in with what it needs. Where two could match, the first does.
pub fn routes(at: &mut dyn Table) {
    use Act::{
        Approve, Audit, Gifts, Goods, Log, Look, Move, Names, Open, People, Receive, Settings, Steer, Stock, Void,
    };

    // Anyone may, always: the program's own files, whether it is well, and the ways in.
    at.row("/static/{name}", vec![get(Nothing, assets::show)]);
    at.row("/robots.txt", vec![get(Nothing, robots)]);
    at.row("/livez", vec![get(Nothing, live)]);
    at.row("/readyz", vec![get(Nothing, ready)]);
    at.row("/sign-in", vec![get(Nothing, accounts::pages::show), post(Nothing, accounts::pages::create)]);
    at.row("/sign-in/second", vec![post(Nothing, accounts::pages::second)]);
    at.row("/set-up", vec![get(Nothing, accounts::pages::set_up), post(Nothing, accounts::pages::create_first)]);
    let choose = (accounts::pages::choose_password, accounts::pages::accept_invitation);
    at.row("/choose-password", vec![get(Nothing, choose.0), post(Nothing, choose.1)]);
    at.row("/verify", vec![get(Nothing, documents::verify::ask)]);
    at.row("/verify/{code}", vec![get(Nothing, documents::verify::show)]);

    // Each person's own.
    at.row("/", vec![get(Own, reports::home)]);
    at.row("/logos/{sha256}", vec![get(Own, settings::show_logo)]);
    at.row("/sign-out", vec![post(Own, accounts::pages::sign_out)]);
    at.row("/me", vec![get(Own, accounts::pages::me), post(Own, accounts::pages::prefer)]);
    at.row("/me/password", vec![post(Own, accounts::pages::change_password)]);
    at.row("/me/second-factor", vec![get(Own, accounts::pages::second_factor), post(Own, accounts::pages::secure)]);
    at.row("/me/second-factor/removal", vec![post(Own, accounts::pages::unsecure)]);
    at.row("/me/tokens", vec![get(Own, people::tokens::list), post(Own, people::tokens::create)]);
    at.row("/me/tokens/{id}/end", vec![post(Own, people::tokens::end)]);
    at.row("/me/sessions/end", vec![post(Own, accounts::pages::end_sessions)]);
    at.row("/me/sessions/{id}/end", vec![post(Own, accounts::pages::end_session)]);

    at.row("/missions", vec![get(To(Look), missions::pages::list), post(To(Open), missions::pages::create)]);
    at.row("/missions.csv", vec![get(To(Look), export::csv::<export::Missions>)]);
    at.row("/missions.jsonl", vec![get(To(Look), export::jsonl::<export::Missions>)]);
    at.row("/missions.xlsx", vec![get(To(Look), export::xlsx::<export::Missions>)]);
    at.row("/missions/new", vec![get(To(Open), missions::pages::new)]);
    at.row("/missions/{id}", vec![get(To(Look), reports::mission), post(To(Steer), missions::pages::update)]);
    at.row("/missions/{id}/edit", vec![get(To(Steer), missions::pages::edit)]);
    let papers = (consignments::pages::required, consignments::pages::require);
    at.row("/missions/{id}/papers", vec![get(To(Steer), papers.0), post(To(Steer), papers.1)]);
    at.row("/missions/{id}/approvals", vec![post(To(Approve), reports::approve)]);
    at.row("/missions/{id}/summary", vec![get(To(Look), reports::summary), post(To(Approve), reports::issue_summary)]);
    at.row("/missions/{id}/summary/choice", vec![post(To(Steer), reports::choose_summary)]);
    at.row("/missions/{id}/consignments", vec![get(To(Look), reports::mission_list)]);
    at.row("/missions/{id}/workbook.xlsx", vec![get(To(Look), export::mission)]);
    let conflicts = (consignments::pages::conflicts, consignments::pages::choose_report);
    at.row("/missions/{id}/conflicts", vec![get(To(Look), conflicts.0), post(To(Void), conflicts.1)]);

    at.row("/consignments", vec![get(To(Look), reports::list), post(To(Log), consignments::pages::create)]);
    at.row("/consignments.csv", vec![get(To(Look), export::csv::<export::Loads>)]);
    at.row("/consignments.jsonl", vec![get(To(Look), export::jsonl::<export::Loads>)]);
    at.row("/consignments.xlsx", vec![get(To(Look), export::xlsx::<export::Loads>)]);
    at.row("/consignments/new", vec![get(To(Log), consignments::pages::new)]);
    at.row("/consignments/said", vec![post(To(Log), consignments::pages::understood)]);
    at.row("/consignments/{id}", vec![get(To(Look), reports::consignment), post(To(Log), consignments::pages::update)]);
    at.row("/consignments/{id}/edit", vec![get(To(Log), consignments::pages::edit)]);
    at.row("/consignments/{id}/events", vec![post(To(Receive), consignments::pages::create_event)]);
    at.row("/consignments/{id}/events/new", vec![get(To(Receive), consignments::pages::new_event)]);
    let withdrawal = (consignments::pages::withdrawal, consignments::pages::create_withdrawal);
    at.row(
        "/consignments/{id}/events/{event}/withdrawal",
        vec![get(To(Receive), withdrawal.0), post(To(Receive), withdrawal.1)],
    );
    let units = (consignments::pages::units, consignments::pages::update_units);
    at.row("/consignments/{id}/legs/{leg}/units", vec![get(To(Log), units.0), post(To(Log), units.1)]);
    at.row("/consignments/{id}/receipts", vec![post(To(Receive), receipts::pages::create)]);
    at.row("/consignments/{id}/receipts/new", vec![get(To(Receive), receipts::pages::new)]);
    at.row("/receipts/{id}", vec![get(To(Look), receipts::pages::show)]);
    let receipt_void = (receipts::pages::void, receipts::pages::create_void);
    at.row("/receipts/{id}/void", vec![get(To(Receive), receipt_void.0), post(To(Receive), receipt_void.1)]);
    at.row("/consignments/{id}/losses", vec![post(To(Receive), receipts::losses::pages::create)]);
    at.row("/consignments/{id}/losses/new", vec![get(To(Receive), receipts::losses::pages::new)]);
    at.row("/losses/{id}", vec![get(To(Look), receipts::losses::pages::show)]);
    let loss_void = (receipts::losses::pages::void, receipts::losses::pages::create_void);
    at.row("/losses/{id}/void", vec![get(To(Receive), loss_void.0), post(To(Receive), loss_void.1)]);
    at.row("/consignments/{id}/sources", vec![post(To(Log), sources::pages::create)]);
    at.row("/consignments/{id}/sources/new", vec![get(To(Log), sources::pages::new)]);
    let source_void = (sources::pages::void, sources::pages::create_void);
    at.row("/sources/{id}/void", vec![get(To(Log), source_void.0), post(To(Log), source_void.1)]);
    at.row("/consignments/{id}/attachments", vec![post(To(Receive), consignments::pages::attach)]);
    at.row("/consignments/{id}/attachments/new", vec![get(To(Receive), consignments::pages::attachment_form)]);
    at.row("/attachments/{id}", vec![get(To(Look), consignments::pages::show_attachment)]);
    let off = (consignments::pages::detachment, consignments::pages::detach);
    at.row("/attachments/{id}/void", vec![get(To(Receive), off.0), post(To(Receive), off.1)]);
    at.row(
        "/consignments/{id}/documents/{kind}",
        vec![get(To(Look), documents::pages::draft), post(To(Receive), documents::pages::issue)],
    );
    at.row("/documents/{id}", vec![get(To(Look), documents::pages::show)]);
    let document_void = (documents::pages::void, documents::pages::create_void);
    at.row("/documents/{id}/void", vec![get(To(Receive), document_void.0), post(To(Receive), document_void.1)]);
    at.row("/missions/{id}/documents", vec![get(To(Look), documents::pages::list)]);
    at.row("/missions/{id}/documents/waybills", vec![get(To(Look), documents::pages::batch)]);
    let void = (consignments::pages::void, consignments::pages::create_void);
    at.row("/consignments/{id}/void", vec![get(To(Void), void.0), post(To(Void), void.1)]);
    let moved = (consignments::pages::r#move, consignments::pages::create_move);
    at.row("/consignments/{id}/move", vec![get(To(Move), moved.0), post(To(Move), moved.1)]);

    at.row("/imports", vec![get(To(Log), exchange::pages::list), post(To(Log), exchange::pages::create)]);
    at.row("/imports/{id}", vec![get(To(Log), exchange::pages::show), post(To(Log), exchange::pages::apply)]);
    let columns = (exchange::pages::columns, exchange::pages::say_columns);
    at.row("/imports/{id}/columns", vec![get(To(Log), columns.0), post(To(Log), columns.1)]);
    at.row("/imports/{id}/mapping.toml", vec![get(To(Log), exchange::pages::mapping)]);
    at.row("/imports/{id}/refused.csv", vec![get(To(Log), exchange::pages::refused)]);
    let undo = (exchange::pages::undo, exchange::pages::create_undo);
    at.row("/imports/{id}/undo", vec![get(To(Void), undo.0), post(To(Void), undo.1)]);

    at.row(
        "/organisations",
        vec![get(To(Names), organisations::pages::list), post(To(Stock), organisations::pages::create)],
    );
    at.row("/organisations.csv", vec![get(To(Names), export::csv::<export::Organisations>)]);
    at.row("/organisations.jsonl", vec![get(To(Names), export::jsonl::<export::Organisations>)]);
    at.row("/organisations.xlsx", vec![get(To(Names), export::xlsx::<export::Organisations>)]);
    at.row("/organisations/new", vec![get(To(Stock), organisations::pages::new)]);
    at.row(
        "/organisations/{id}",
        vec![get(To(Names), organisations::pages::edit), post(To(Stock), organisations::pages::update)],
    );
    at.row("/organisations/{id}/merge", vec![post(To(Stock), organisations::pages::merge)]);
    at.row("/organisations/{id}/erase", vec![post(To(Stock), organisations::pages::erase)]);

    at.row("/places", vec![get(To(Names), places::pages::list), post(To(Stock), places::pages::create)]);
    at.row("/places.csv", vec![get(To(Names), export::csv::<export::Places>)]);
    at.row("/places.jsonl", vec![get(To(Names), export::jsonl::<export::Places>)]);
    at.row("/places.xlsx", vec![get(To(Names), export::xlsx::<export::Places>)]);
    at.row("/places/new", vec![get(To(Stock), places::pages::new)]);
    at.row("/places/{id}", vec![get(To(Names), places::pages::edit), post(To(Stock), places::pages::update)]);
    at.row("/places/{id}/merge", vec![post(To(Stock), places::pages::merge)]);

    at.row("/catalogue", vec![get(To(Goods), catalogue::pages::list), post(To(Stock), catalogue::pages::create)]);
    at.row("/catalogue.csv", vec![get(To(Goods), export::csv::<export::Items>)]);
    at.row("/catalogue.jsonl", vec![get(To(Goods), export::jsonl::<export::Items>)]);
    at.row("/catalogue.xlsx", vec![get(To(Goods), export::xlsx::<export::Items>)]);
    at.row("/catalogue/new", vec![get(To(Stock), catalogue::pages::new)]);
    at.row("/catalogue/{id}", vec![get(To(Goods), catalogue::pages::edit), post(To(Stock), catalogue::pages::update)]);
    at.row("/catalogue/{id}/merge", vec![post(To(Stock), catalogue::pages::merge)]);

    at.row("/gifts", vec![get(To(Gifts), reports::gifts)]);
    at.row("/history", vec![get(To(Audit), reports::log)]);
    at.row("/history/verification", vec![post(To(Audit), reports::verify)]);

    at.row("/people", vec![get(To(People), people::pages::list), post(To(People), people::pages::create)]);
    at.row("/people/new", vec![get(To(People), people::pages::new)]);
    at.row("/people/roles", vec![get(To(People), people::pages::roles)]);
    at.row("/people/{id}", vec![get(To(People), people::pages::edit), post(To(People), people::pages::update)]);
    at.row("/people/{id}/link", vec![post(To(People), people::pages::link)]);
    at.row("/people/{id}/disable", vec![post(To(People), people::pages::disable)]);
    at.row("/people/{id}/enable", vec![post(To(People), people::pages::enable)]);
    at.row("/people/{id}/sessions/end", vec![post(To(People), people::pages::end_sessions)]);
    at.row("/people/{id}/second-factor/removal", vec![post(To(People), people::pages::unsecure)]);
    at.row("/people/{id}/erase", vec![post(To(People), people::pages::erase)]);
    at.row(
        "/settings",
        vec![get(To(Settings), people::pages::settings), post(To(Settings), people::pages::save_settings)],
    );
    at.row("/settings/logo", vec![post(To(Settings), people::pages::save_logo)]);

    at.row("/api", vec![get(Own, openapi::show)]);
    programs(at);
}

/// The addresses for programs: a token opens them, and answers are JSON.
fn programs(at: &mut dyn Table) {
    use Act::{Audit, Goods, Log, Look, Move, Names, Open, Receive, Steer, Stock, Void};
    use catalogue::api as items;
    use consignments::api as loads;
    use documents::api as papers;
    use missions::api as journeys;
    use organisations::api as parties;
    use places::api as towns;
    use receipts::{api as arrivals, losses::api as losses};

    at.row("/api/v1/openapi.json", vec![get(Nothing, openapi::document)]);
    at.row("/api/v1/missions", vec![get(To(Look), journeys::list), post(To(Open), journeys::create)]);
    at.row("/api/v1/missions/{id}", vec![get(To(Look), journeys::show), put(To(Steer), journeys::update)]);
    at.row("/api/v1/missions/{id}/history", vec![get(To(Look), journeys::history)]);
    at.row("/api/v1/missions/{id}/documents", vec![get(To(Look), papers::list)]);

    at.row("/api/v1/consignments", vec![get(To(Look), reports::api::list_consignments), post(To(Log), loads::create)]);
    at.row("/api/v1/consignments/{id}", vec![get(To(Look), loads::show), put(To(Log), loads::update)]);
    at.row("/api/v1/consignments/{id}/history", vec![get(To(Look), loads::history)]);
    at.row("/api/v1/consignments/{id}/events", vec![post(To(Receive), loads::create_event)]);
    at.row("/api/v1/consignments/{id}/events/{event}/withdrawal", vec![post(To(Receive), loads::withdraw_event)]);
    at.row("/api/v1/consignments/{id}/legs/{leg}/units", vec![put(To(Log), loads::update_units)]);
    at.row("/api/v1/consignments/{id}/void", vec![post(To(Void), loads::void)]);
    at.row("/api/v1/consignments/{id}/move", vec![post(To(Move), loads::move_to)]);

    at.row(
        "/api/v1/consignments/{id}/receipts",
        vec![get(To(Look), arrivals::list), post(To(Receive), arrivals::create)],
    );
    at.row("/api/v1/receipts/{id}", vec![get(To(Look), arrivals::show)]);
    at.row("/api/v1/receipts/{id}/void", vec![post(To(Receive), arrivals::void)]);
    at.row("/api/v1/consignments/{id}/losses", vec![get(To(Look), losses::list), post(To(Receive), losses::create)]);
    at.row("/api/v1/losses/{id}", vec![get(To(Look), losses::show)]);
    at.row("/api/v1/losses/{id}/void", vec![post(To(Receive), losses::void)]);

    at.row("/api/v1/consignments/{id}/documents", vec![post(To(Receive), papers::create)]);
    at.row("/api/v1/documents/{id}", vec![get(To(Look), papers::show)]);
    at.row("/api/v1/documents/{id}/void", vec![post(To(Receive), papers::void)]);

    at.row("/api/v1/organisations", vec![get(To(Names), parties::list), post(To(Stock), parties::create)]);
    at.row("/api/v1/organisations/{id}", vec![get(To(Names), parties::show), put(To(Stock), parties::update)]);
    at.row("/api/v1/organisations/{id}/history", vec![get(To(Names), parties::history)]);
    at.row("/api/v1/places", vec![get(To(Names), towns::list), post(To(Stock), towns::create)]);
    at.row("/api/v1/places/{id}", vec![get(To(Names), towns::show), put(To(Stock), towns::update)]);
    at.row("/api/v1/places/{id}/history", vec![get(To(Names), towns::history)]);
    at.row("/api/v1/catalogue", vec![get(To(Goods), items::list), post(To(Stock), items::create)]);
    at.row("/api/v1/catalogue/{id}", vec![get(To(Goods), items::show), put(To(Stock), items::update)]);
    at.row("/api/v1/catalogue/{id}/history", vec![get(To(Goods), items::history)]);

    at.row("/api/v1/history", vec![get(To(Audit), reports::api::list_history)]);
}

/// What takes the rows: the server, or whoever wants to read them.
pub trait Table {
    /// One address with the ways in.
    fn row(&mut self, path: &'static str, ways: Vec<Way>);
}

/// A way to ask at an address: the method it answers to, what it needs, and its route.
pub struct Way {
    /// `GET` (which answers `HEAD` too), `POST` or `PUT`.
    pub method: &'static str,
    /// What it needs.
    pub need: Need,
    route: Route,
}

/// The table as it is read: (method, path, need).
#[derive(Debug, Default)]
pub struct Listed(pub Vec<(&'static str, &'static str, Need)>);

impl Table for Listed {
    fn row(&mut self, path: &'static str, ways: Vec<Way>) {
        self.0.extend(ways.into_iter().map(|way| (way.method, path, way.need)));
    }
}

/// To look: `GET`, and `HEAD`, which is `GET` without the body.
fn get<F, Args>(need: Need, handler: F) -> Way
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let route = route().guard(when::Any(when::Get()).or(when::Head())).to(handler);
    Way { method: "GET", need, route }
}

/// To change.
fn post<F, Args>(need: Need, handler: F) -> Way
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Way { method: "POST", need, route: route().guard(when::Post()).to(handler) }
}

/// To put something else in the place of what is there: programs alone do.
fn put<F, Args>(need: Need, handler: F) -> Way
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Way { method: "PUT", need, route: route().guard(when::Put()).to(handler) }
}

impl Table for ServiceConfig {
    /// Each way has the door before it; any other method is answered by what this address takes.
    fn row(&mut self, path: &'static str, ways: Vec<Way>) {
        let methods = ways.iter().map(|way| if way.method == "GET" { "GET, HEAD" } else { way.method });
        let allowed = methods.collect::<Vec<_>>().join(", ");
        let mut resource = resource(path);
        for Way { need, route, .. } in ways {
            // What is the same for everyone does not ask who comes.
            let public = path.starts_with("/static/")
                || matches!(path, "/robots.txt" | "/livez" | "/readyz" | "/api/v1/openapi.json");
            let door = from_fn(move |req: ServiceRequest, next: Next<BoxBody>| accounts::admit(need, req, next));
            resource = resource.route(if public { route } else { route.wrap(door) });
        }
        self.service(resource.default_service(route().to(move || {
            let allowed = allowed.clone();
            async move { HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed)).finish() }
        })));
    }
}

/// `GET /robots.txt`: nothing here is for search engines.
async fn robots() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("User-agent: *\nDisallow: /\n")
}

/// `GET /livez`: the process answers.
async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: a read succeeds and every migration is in; 503 otherwise.
async fn ready(pool: Data<Pool>) -> HttpResponse {
    let read = pool.read(|db| db::needed(db).map_err(Error::internal)).await;
    let (mut answer, word) = match read {
        Ok(steps) if steps.is_empty() => (HttpResponse::Ok(), "ok\n"),
        _ => (HttpResponse::ServiceUnavailable(), "not ready\n"),
    };
    answer.content_type("text/plain; charset=utf-8").body(word)
}

/// What the addresses are answered from.
#[derive(Clone)]
pub struct House {
    /// The database.
    pub pool: Data<Pool>,
    /// Where this house is reached.
    pub site: Data<guard::Site>,
    /// The sign-in desk.
    pub desk: Data<Desk>,
    /// Where the files are that people attach.
    pub files: Data<Folder>,
}

impl House {
    /// A house with this database, reached so, with this desk and these files.
    pub fn new(pool: Pool, site: guard::Site, desk: Desk, files: Folder) -> Self {
        Self { pool: Data::new(pool), site: Data::new(site), desk: Data::new(desk), files: Data::new(files) }
    }
}

/// The whole application. A request passes the layers from the bottom up: its id, headers and log line; compression;
/// pages for what goes wrong; the host list and the same-site check; the address table.
pub fn app(
    house: House,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(house.pool)
        .app_data(house.site)
        .app_data(house.desk)
        .app_data(house.files)
        .app_data(PayloadConfig::new(web::MAX_BODY))
        .app_data(PathConfig::default().error_handler(|_, _| Error::NotFound.into()))
        .configure(|at| routes(at))
        .wrap(from_fn(guard::check))
        .wrap(from_fn(explain))
        .wrap(Compress::default())
        .wrap(from_fn(guard::record))
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    status: u16,
    /// Which sentences: `error-{word}-title`, `error-{word}-text`.
    word: &'static str,
}

/// Turns an answer that failed without a page of its own into one in the reader's language.
async fn explain(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let res = next.call(req).await?.map_into_boxed_body();
    let status = res.status();
    let failed = status.is_client_error() || status.is_server_error();
    let bare = res.response().error().is_some() || !res.headers().contains_key(header::CONTENT_TYPE);
    if !(failed && bare) {
        return Ok(res);
    }
    let frame = Frame::of(res.request());
    let lang = frame.lang;
    if guard::is_program(&frame.path) {
        return Ok(to_program(res, status));
    }
    let word = res.response().error().and_then(|e| e.as_error::<Error>()).map_or(error::word_for(status), Error::word);
    let page = ErrorPage { frame, status: status.as_u16(), word }.render_with_values(&lang);
    let page = page.map_err(Error::from)?;
    Ok(res.map_body(|head, _| {
        head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            head.headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        BoxBody::new(page)
    }))
}

/// What failed, as a program is told. What its own handler says stays as it is.
fn to_program(res: ServiceResponse<BoxBody>, status: StatusCode) -> ServiceResponse<BoxBody> {
    let error = res.response().error();
    if error.is_some_and(|e| e.as_error::<Fault>().is_some_and(|fault| !matches!(fault, Fault::House(_)))) {
        return res;
    }
    let told = error.and_then(|e| match e.as_error::<Fault>() {
        Some(Fault::House(error)) => Some(error),
        _ => e.as_error::<Error>(),
    });
    let word = told.map_or(error::word_for(status), Error::word);
    let wait = match told {
        Some(Error::TooOften(seconds)) => Some(*seconds),
        _ => (status == StatusCode::SERVICE_UNAVAILABLE).then_some(5),
    };
    let problem = Problem::of(word, status, Frame::of(res.request()).lang);
    res.map_body(|head, _| {
        let kind = HeaderValue::from_static("application/problem+json");
        head.headers.insert(header::CONTENT_TYPE, kind);
        if let Some(seconds) = wait {
            head.headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            head.headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        BoxBody::new(problem.text())
    })
}

/// How often waiting entries of the history are sealed.
const SEALING: Duration = Duration::from_secs(1);

/// Seals the history in the background, as long as the house is served.
fn seal(pool: Data<Pool>) -> JoinHandle<()> {
    actix_web::rt::spawn(async move {
        loop {
            let sealed = match pool.glance(history::waiting).await {
                Ok(false) => Ok(0),
                Ok(true) => pool.write(history::seal).await,
                Err(cause) => Err(cause),
            };
            if let Err(cause) = &sealed {
                tracing::warn!(%cause, "the history waits for its seals");
            }
            // A long tail is sealed at once, with room between for other writers.
            let long = sealed.is_ok_and(|sealed| sealed == history::BATCH);
            actix_web::rt::time::sleep(if long { Duration::from_millis(20) } else { SEALING }).await;
        }
    })
}

/// Serves the house until `stop` comes, then lets what is under way finish, for at most `patience`.
///
/// Without `TCP_NODELAY` a compressed answer waits for the reader's acknowledgement (48 ms against 0.18 ms, measured).
pub async fn serve(
    listener: TcpListener,
    house: House,
    patience: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let sealer = seal(house.pool.clone());
    let stop = async move {
        stop.await;
        sealer.abort();
    };
    HttpServer::new(move || app(house.clone()))
        .tcp_nodelay(true)
        .client_request_timeout(Duration::from_secs(30))
        .client_disconnect_timeout(Duration::from_secs(5))
        .keep_alive(Duration::from_secs(75))
        .worker_max_blocking_threads(64)
        .shutdown_timeout(patience.as_secs())
        .shutdown_signal(stop)
        .listen(listener)?
        .run()
        .await
}
