//! The floor: what a page of fifty rows costs in actix, diesel and askama when the page is all there is. One query for
//! the newest fifty of the same table, a template that gives about as many bytes as the house's list, the same
//! compression and the same connection settings; no search, no names, no languages, no guards, no log.

use crate::Outcome;
use actix_web::{
    App, HttpResponse, HttpServer,
    error::ErrorInternalServerError,
    middleware::Compress,
    web::{self, Data},
};
use askama::Template;
use diesel::prelude::*;
use keruen::{
    db::{Address, Pool, schema::consignments::dsl::*},
    each,
    values::Id,
};
use std::{net::TcpListener, path::Path};

/// Where the rows stand in the frame.
pub const ROWS: &str = "<!--rows-->";

/// The table's fifty rows, with as many words and signs as the house's have, in the frame of the house's page.
#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{{ before|safe }}{% for r in rows %}<tr><th scope="row"><a href="/consignments/{{ r.0 }}"><bdi>{{ r.1 }}/{{ r.2 }}</bdi></a></th>
<td data-label="Goods"><bdi>{{ r.3 }}</bdi></td>
<td class="n" data-label="Quantity"><bdi>{{ r.4 }} t</bdi></td>
<td data-label="Mode"><span class="mode"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M4 17H2V6h12v11H8M14 9h4.5l3.5 4v4h-2M14 17h2"/><circle cx="6" cy="17.5" r="2"/><circle cx="18" cy="17.5" r="2"/></svg>{{ r.2 }} wagons</span></td>
<td data-label="Route"><bdi>{{ r.1 }}</bdi> → <bdi>{{ r.5 }}</bdi></td>
<td class="day" data-label="Date"><bdi>{{ r.6 }}</bdi> <small>{{ r.7 }}</small></td>
<td data-label="Status"><span class="state {{ r.8 }}"><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path fill="currentColor" stroke="none" fill-rule="evenodd" d="M7 .8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 7 .8zM3.4 7.3l1.2-1.2 1.6 1.6 3.3-3.4 1.2 1.2-4.5 4.6z"/></svg>{{ r.8 }}</span></td></tr>{% endfor %}{{ after|safe }}"##
)]
struct Page<'a> {
    before: &'a str,
    rows: Vec<Row>,
    after: &'a str,
}

type Row = (Id, String, i64, String, i64, String, String, String, String);

/// The page around the rows.
struct Frame(String, String);

async fn list(pool: Data<Pool>, frame: Data<Frame>) -> actix_web::Result<HttpResponse> {
    let rows = web::block(move || {
        let mut db = pool.connection()?;
        let columns = (id, posted, number, remarks, day, external_ref, date, date_kind, status_text());
        let newest = consignments.order((day.desc(), id.desc())).limit(50).select(columns);
        each!(&mut *db, conn => newest.load::<Row>(conn)).map_err(keruen::error::Error::from)
    });
    let rows = rows.await?.map_err(ErrorInternalServerError)?;
    let page = Page { before: &frame.0, rows, after: &frame.1 }.render().map_err(ErrorInternalServerError)?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page))
}

fn status_text() -> diesel::expression::SqlLiteral<diesel::sql_types::Text> {
    diesel::dsl::sql("status")
}

/// Serves the floor until it is killed.
pub fn serve(address: &str, frame: &Path) -> Outcome {
    let address = Address::read(address).map_err(|refused| format!("{refused:?}"))?;
    let frame = std::fs::read_to_string(frame)?;
    let (before, after) = frame.split_once(ROWS).ok_or("no rows in the frame")?;
    let (pool, frame) = (Data::new(Pool::open(address)?), Data::new(Frame(before.into(), after.into())));
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    println!("http://{}/", listener.local_addr()?);
    actix_web::rt::System::new().block_on(async move {
        let app = move || {
            App::new()
                .app_data(pool.clone())
                .app_data(frame.clone())
                .route("/", web::get().to(list))
                .wrap(Compress::default())
        };
        HttpServer::new(app).tcp_nodelay(true).listen(listener)?.run().await
    })?;
    Ok(())
}
