//! The interface for programs, described: OpenAPI 3.1, made from the handlers themselves, and a page that reads it.

use crate::{
    catalogue, consignments, documents,
    error::{Error, Result},
    lang::filters,
    missions, organisations, places,
    receipts::{self, losses},
    reports,
    web::{self, Frame, guard::Site, json::Problem},
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use std::sync::LazyLock;
use utoipa::{
    Modify, OpenApi, PartialSchema,
    openapi::{
        Content, HeaderBuilder, ObjectBuilder, Ref, RefOr, Required, ResponseBuilder, Schema, SecurityRequirement,
        Type,
        path::{Operation, ParameterBuilder, ParameterIn},
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Keruen",
        version = "1",
        description = "Missions, their consignments and what became of them. A document stands for the form a person would fill: it is judged \
                       by the same rules, and done by the same actions, with the same rights. Quantities are decimal texts with a unit and a \
                       qualifier; what is not stated is left out, or empty.",
    ),
    tags(
        (name = "missions", description = "Journeys of aid."),
        (name = "consignments", description = "Loads under way: lines, legs, units, events, corrections."),
        (name = "receipts", description = "What arrived, and what was lost."),
        (name = "documents", description = "Paper that was issued."),
        (name = "organisations", description = "Who gives, sends, carries, receives."),
        (name = "places", description = "Where."),
        (name = "catalogue", description = "What can be sent."),
        (name = "history", description = "Who changed what."),
    ),
    paths(
        missions::api::list, missions::api::create, missions::api::show, missions::api::update, missions::api::history,
        reports::api::list_consignments, consignments::api::create, consignments::api::show, consignments::api::update,
        consignments::api::create_event, consignments::api::withdraw_event, consignments::api::update_units,
        consignments::api::void, consignments::api::move_to, consignments::api::history,
        receipts::api::list, receipts::api::create, receipts::api::show, receipts::api::void,
        losses::api::list, losses::api::create, losses::api::show, losses::api::void,
        documents::api::list, documents::api::create, documents::api::show, documents::api::void,
        organisations::api::list, organisations::api::create, organisations::api::show, organisations::api::update,
        organisations::api::history,
        places::api::list, places::api::create, places::api::show, places::api::update, places::api::history,
        catalogue::api::list, catalogue::api::create, catalogue::api::show, catalogue::api::update,
        catalogue::api::history,
        reports::api::list_history,
    ),
    components(schemas(Problem)),
    modifiers(&Common),
)]
struct Described;

/// What all operations have in common: the token, the headers of a change, what may go wrong.
struct Common;

impl Modify for Common {
    fn modify(&self, described: &mut utoipa::openapi::OpenApi) {
        let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("keruen_…");
        let token = token.description(Some("A token, made on one's own page under “Tokens”.")).build();
        let parts = described.components.get_or_insert_default();
        parts.add_security_scheme("token", SecurityScheme::Http(token));
        described.security = Some(vec![SecurityRequirement::new::<_, [&str; 0], &str>("token", [])]);
        for (path, item) in &mut described.paths.paths {
            for (operation, method) in [(&mut item.get, "GET"), (&mut item.post, "POST"), (&mut item.put, "PUT")] {
                if let Some(operation) = operation {
                    complete(operation, method, path);
                }
            }
        }
    }
}

fn complete(operation: &mut Operation, method: &str, path: &str) {
    let creates = operation.responses.responses.contains_key("201");
    let lists = answers(operation).starts_with("Page_");
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let parameters = operation.parameters.get_or_insert_default();
    let mut header = |name: &str, description: &str, required, schema: RefOr<Schema>| {
        let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(required);
        parameters.push(header.description(Some(description)).schema(Some(schema)).build());
    };
    if creates {
        let what = "The UUID the new record will have. Sent again with the same document, nothing more is made.";
        header("Idempotency-Key", what, Required::True, crate::values::Id::schema());
    }
    if method == "PUT" {
        let what = "The `ETag` of the record as it was read.";
        header("If-Match", what, Required::True, text().pattern(Some("^\"[0-9]{1,18}\"$")).into());
    }
    if method == "GET" && !lists {
        let what = "The `ETag` of the record as it is known.";
        header("If-None-Match", what, Required::False, text().into());
        let same = ResponseBuilder::new().description("It is as it is known.").header("ETag", etag());
        operation.responses.responses.insert("304".into(), same.build().into());
    }
    for (status, answer) in &mut operation.responses.responses {
        if let RefOr::T(answer) = answer {
            if answer.description.is_empty() {
                answer.description = if status == "201" { "It is made." } else { "As it is." }.into();
            }
            if !lists && status != "304" {
                answer.headers.insert("ETag".into(), etag());
            }
            if status == "201" {
                let address =
                    HeaderBuilder::new().schema(text()).description(Some("The address of the record.")).build();
                answer.headers.insert("Location".into(), address);
            }
        }
    }
    let changes = method != "GET";
    let mut fails = vec![
        ("400", "The request cannot be read; the problem says where."),
        ("401", "There is no token, or it is good no longer."),
        ("403", "The token, or its person, may not do this."),
        ("429", "Asked too often; `Retry-After` says how long to wait."),
        ("500", "The fault is the house's, and is in its log."),
        ("503", "Too busy just now; nothing was changed, and trying again is safe."),
    ];
    if path.contains('{') {
        fails.push(("404", "There is no such record, or none that may be known of."));
    }
    if changes {
        fails.push(("409", "A `doubt` that `confirm` answers, or the key was used for something else."));
        fails.push(("413", "The document is too large."));
        fails.push(("415", "The document is not JSON."));
        fails.push(("422", "The document says something that cannot be, or too little; `errors` say where and what."));
    }
    if method == "PUT" {
        fails.push(("412", "The record was changed meanwhile; `differs` says how."));
    }
    for (status, description) in fails {
        let content = Content::new(Some(Ref::from_schema_name("Problem")));
        let mut answer = ResponseBuilder::new().description(description).content("application/problem+json", content);
        if matches!(status, "429" | "503") {
            let number = ObjectBuilder::new().schema_type(Type::Integer);
            let wait = HeaderBuilder::new().schema(number).description(Some("How many seconds to wait."));
            answer = answer.header("Retry-After", wait.build());
        }
        operation.responses.responses.insert(status.into(), answer.build().into());
    }
}

fn etag() -> utoipa::openapi::Header {
    let text = ObjectBuilder::new().schema_type(Type::String);
    HeaderBuilder::new().schema(text).description(Some("The version of the record.")).build()
}

static DESCRIBED: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(Described::openapi);

static DOCUMENT: LazyLock<Result<String, String>> =
    LazyLock::new(|| DESCRIBED.to_pretty_json().map(|text| text + "\n").map_err(|e| e.to_string()));

/// The description of the interface for programs: OpenAPI 3.1, as JSON.
pub fn text() -> Result<&'static str> {
    DOCUMENT.as_deref().map_err(Error::internal)
}

/// `GET /api/v1/openapi.json`: the description.
pub async fn document() -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("application/json").body(text()?))
}

#[derive(Template)]
#[template(path = "openapi.html")]
struct Page {
    frame: Frame,
    groups: &'static [Group],
    /// The address of a call, as this reader would make it.
    example: String,
}

/// Operations of one kind.
struct Group {
    name: String,
    about: String,
    calls: Vec<Call>,
}

/// One operation, as the page tells it.
struct Call {
    id: String,
    method: &'static str,
    path: String,
    about: String,
    more: String,
    /// Name, where it stands, what it is, whether it is needed.
    parameters: Vec<(String, &'static str, String, bool)>,
    /// The schema of what is sent.
    sends: String,
    /// The schema of what is answered.
    answers: String,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(groups);

fn groups() -> Vec<Group> {
    let described = &*DESCRIBED;
    let tags = described.tags.iter().flatten();
    tags.map(|tag| {
        let mut calls = vec![];
        for (path, item) in &described.paths.paths {
            for (operation, method) in [(&item.get, "GET"), (&item.post, "POST"), (&item.put, "PUT")] {
                let own = |it: &&Operation| it.tags.as_ref().is_some_and(|tags| tags.contains(&tag.name));
                calls.extend(operation.as_ref().filter(own).map(|it| call(it, method, path)));
            }
        }
        Group { name: tag.name.clone(), about: tag.description.clone().unwrap_or_default(), calls }
    })
    .collect()
}

/// The name of a schema that is referred to.
fn named(schema: Option<&RefOr<Schema>>) -> String {
    match schema {
        Some(RefOr::Ref(it)) => it.ref_location.rsplit('/').next().unwrap_or_default().to_string(),
        _ => String::new(),
    }
}

/// The schema of what an operation answers where all is well.
fn answers(it: &Operation) -> String {
    let answer = ["200", "201"].iter().find_map(|status| it.responses.responses.get(*status));
    match answer {
        Some(RefOr::T(answer)) => named(answer.content.values().next().and_then(|content| content.schema.as_ref())),
        _ => String::new(),
    }
}

/// A description without its marks for code.
fn plain(text: Option<&String>) -> String {
    text.map(|text| text.replace('`', "")).unwrap_or_default()
}

fn call(it: &Operation, method: &'static str, path: &str) -> Call {
    let sends = it.request_body.as_ref().and_then(|body| body.content.values().next());
    let parameters = it.parameters.iter().flatten().map(|it| {
        let place = match it.parameter_in {
            ParameterIn::Path => "path",
            ParameterIn::Header => "header",
            _ => "query",
        };
        (it.name.clone(), place, plain(it.description.as_ref()), it.required == Required::True)
    });
    Call {
        id: it.operation_id.clone().unwrap_or_default(),
        method,
        path: path.into(),
        about: plain(it.summary.as_ref()),
        more: plain(it.description.as_ref()),
        parameters: parameters.collect(),
        sends: named(sends.and_then(|content| content.schema.as_ref())),
        answers: answers(it),
    }
}

/// `GET /api`: the description, to be read by people.
pub async fn show(frame: Frame, site: Data<Site>, req: HttpRequest) -> Result<HttpResponse> {
    let example = site.link_from(&req, "/api/v1/missions");
    web::html(StatusCode::OK, frame.lang, &Page { groups: &GROUPS, example, frame: frame.clone() })
}
