//! The roof: every address in one table, the middleware in its order, the server itself.

use crate::{
    catalogue, consignments,
    db::{self, Pool},
    error::Error,
    lang::filters,
    missions, organisations, places, reports,
    web::{self, Frame, assets, guard},
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
    web::{Data, PathConfig, PayloadConfig, ServiceConfig, resource, route},
};
use askama::Template;
use std::{future::Future, net::TcpListener, time::Duration};

/// Every address of the house. Where two could match, the first does.
pub fn routes(at: &mut ServiceConfig) {
    // Anyone may, always: the program's own files, and whether it is well.
    row(at, "/static/{name}", [get(assets::show)]);
    row(at, "/robots.txt", [get(robots)]);
    row(at, "/livez", [get(live)]);
    row(at, "/readyz", [get(ready)]);

    // Everything below: until people and passwords exist, everyone may; the server listens on this machine only.
    row(at, "/", [get(reports::home)]);

    row(at, "/missions", [get(missions::pages::list), post(missions::pages::create)]);
    row(at, "/missions/new", [get(missions::pages::new)]);
    row(at, "/missions/{id}", [get(reports::mission), post(missions::pages::update)]);
    row(at, "/missions/{id}/edit", [get(missions::pages::edit)]);
    row(at, "/missions/{id}/approvals", [post(reports::approve)]);
    row(at, "/missions/{id}/summary", [get(reports::sheet)]);
    row(at, "/missions/{id}/consignments", [get(reports::mission_list)]);

    row(at, "/consignments", [get(reports::list), post(consignments::pages::create)]);
    row(at, "/consignments.csv", [get(reports::download)]);
    row(at, "/consignments/new", [get(consignments::pages::new)]);
    row(at, "/consignments/said", [post(consignments::pages::understood)]);
    row(at, "/consignments/{id}", [get(reports::consignment), post(consignments::pages::update)]);
    row(at, "/consignments/{id}/edit", [get(consignments::pages::edit)]);
    row(at, "/consignments/{id}/void", [get(consignments::pages::void), post(consignments::pages::create_void)]);
    row(at, "/consignments/{id}/move", [get(consignments::pages::r#move), post(consignments::pages::create_move)]);

    row(at, "/organisations", [get(organisations::pages::list), post(organisations::pages::create)]);
    row(at, "/organisations/new", [get(organisations::pages::new)]);
    row(at, "/organisations/{id}", [get(organisations::pages::edit), post(organisations::pages::update)]);
    row(at, "/organisations/{id}/merge", [post(organisations::pages::merge)]);

    row(at, "/places", [get(places::pages::list), post(places::pages::create)]);
    row(at, "/places/new", [get(places::pages::new)]);
    row(at, "/places/{id}", [get(places::pages::edit), post(places::pages::update)]);
    row(at, "/places/{id}/merge", [post(places::pages::merge)]);

    row(at, "/catalogue", [get(catalogue::pages::list), post(catalogue::pages::create)]);
    row(at, "/catalogue/new", [get(catalogue::pages::new)]);
    row(at, "/catalogue/{id}", [get(catalogue::pages::edit), post(catalogue::pages::update)]);
    row(at, "/catalogue/{id}/merge", [post(catalogue::pages::merge)]);
}

/// A way to ask at an address: the methods it answers to, as `Allow` says them, and its route.
type Way = (&'static str, Route);

/// To look: `GET`, and `HEAD`, which is `GET` without the body.
fn get<F, Args>(handler: F) -> Way
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    ("GET, HEAD", route().guard(when::Any(when::Get()).or(when::Head())).to(handler))
}

/// To change.
fn post<F, Args>(handler: F) -> Way
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    ("POST", route().guard(when::Post()).to(handler))
}

/// One row of the table; any other method is answered by what this address takes.
fn row<const N: usize>(at: &mut ServiceConfig, path: &str, ways: [Way; N]) {
    let allowed = ways.iter().map(|(methods, _)| *methods).collect::<Vec<_>>().join(", ");
    let mut resource = resource(path);
    for (_, way) in ways {
        resource = resource.route(way);
    }
    at.service(resource.default_service(route().to(move || {
        let allowed = allowed.clone();
        async move { HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed)).finish() }
    })));
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
    /// The names this house answers to.
    pub hosts: Data<guard::Hosts>,
}

impl House {
    /// A house with this database, reached by these names besides this machine's own.
    pub fn new(pool: Pool, hosts: &[String]) -> Self {
        Self { pool: Data::new(pool), hosts: Data::new(guard::Hosts::with(hosts)) }
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
        .app_data(house.hosts)
        .app_data(PayloadConfig::new(web::MAX_BODY))
        .app_data(PathConfig::default().error_handler(|_, _| Error::NotFound.into()))
        .configure(routes)
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
    let word = word_for(status, res.response().error().and_then(|e| e.as_error::<Error>()));
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

/// Which sentences explain a failure.
fn word_for(status: StatusCode, error: Option<&Error>) -> &'static str {
    match (status.as_u16(), error) {
        (_, Some(Error::Forbidden("host"))) => "host",
        (_, Some(Error::Forbidden("site"))) => "site",
        (403, _) => "forbidden",
        (404, _) => "not-found",
        (405, _) => "method",
        (413, _) => "too-large",
        (503, _) => "busy",
        (500.., _) => "internal",
        _ => "invalid",
    }
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
