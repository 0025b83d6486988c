//! Conflicting reports of one consignment, put side by side for a person to choose.

use crate::{
    accounts::{Act, Visitor},
    consignments::{actions, form::fields, model::Consignment, said, store},
    db::Pool,
    error::{Error, Result},
    lang::{Lang, filters},
    missions,
    names::Names,
    values::Id,
    web::{self, Form, Frame, Input, Posted, Problems, Query, field_value, label_key},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::BTreeMap;

/// What a report says of one thing: each report's words, in their order.
type Said = (String, Vec<String>);

#[derive(Template)]
#[template(path = "consignments/conflicts.html")]
struct ConflictsPage {
    frame: Frame,
    form: Form,
    done: &'static str,
    mission: (Id, String, String),
    /// The groups nobody has chosen in: each with how many reports it has.
    groups: Vec<(String, usize)>,
    /// The group that is shown.
    group: String,
    /// Its reports: id and number.
    reports: Vec<(Id, String)>,
    rows: Vec<Said>,
    may: bool,
}

impl ConflictsPage {
    /// Whether a report was ticked.
    fn chosen(&self, id: &Id) -> bool {
        self.form.chosen("counts.", &id.to_string(), "1")
    }

    /// The address of a group.
    fn address(&self, group: &str) -> String {
        Query::default().with("group", group).on(&format!("/missions/{}/conflicts", self.mission.0))
    }
}

/// `GET /missions/{id}/conflicts`: the reports of a group (`?group=`; the first where none is named), and the other groups.
pub async fn conflicts(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let input = Input::default().with("group", query.get("group"));
    let done = web::done(&req, &["report-chosen"]);
    page(&pool, frame, visitor, id.into_inner(), (input, done, None)).await
}

async fn page(
    pool: &Pool,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    (input, done, problems): (Input, &'static str, Option<Problems>),
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let status = if problems.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let problems = problems.unwrap_or(Problems::new(lang));
    let page = pool
        .read(move |db| {
            visitor.must(Act::Look, id)?;
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            let ids = store::contested(db, id, None)?;
            let all = store::load(db, &ids)?;
            let mut groups: BTreeMap<String, Vec<Consignment>> = BTreeMap::new();
            for c in all {
                groups.entry(c.contested.clone()).or_default().push(c);
            }
            let named: Vec<(String, usize)> = groups.iter().map(|(group, all)| (group.clone(), all.len())).collect();
            let asked = input.get("group").to_string();
            let group = named
                .iter()
                .map(|(group, _)| group)
                .find(|group| **group == asked)
                .or(named.first().map(|(group, _)| group));
            let group = group.cloned().unwrap_or_default();
            let reports = groups.remove(&group).unwrap_or_default();
            let refs = reports.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
            let names = Names::load(db, lang, refs)?;
            let rows = side_by_side(&reports, &names, lang);
            let code = mission.body.code;
            Ok(ConflictsPage {
                frame,
                form: Form::with(input, problems),
                done,
                groups: named,
                group,
                reports: reports.iter().map(|c| (c.id, c.reference(&code))).collect(),
                rows,
                may: visitor.may(Act::Void, id),
                mission: (id, code, mission.body.title),
            })
        })
        .await?;
    web::html(status, lang, &page)
}

/// What some reports say, a row a thing that any of them says; goods and quantities of all lines together.
fn side_by_side(reports: &[Consignment], names: &Names, lang: Lang) -> Vec<Said> {
    let goods = reports.iter().map(|c| {
        let line = |line| format!("{}: {}", said::goods(line, names), lang.quantity(line.quantity));
        c.body.listed().map(line).collect::<Vec<_>>().join("\n")
    });
    let status = reports.iter().map(|c| lang.say(&format!("status-{}", c.body.status.code().replace('_', "-"))));
    let mut rows =
        vec![(lang.say("col-goods"), goods.collect::<Vec<_>>()), (lang.say("col-status"), status.collect::<Vec<_>>())];
    let shown: Vec<Input> = reports.iter().map(|c| fields(&c.body, names)).collect();
    let told = [
        "external_ref",
        "leg.0.mode",
        "leg.0.units",
        "leg.0.from",
        "leg.0.via",
        "leg.0.to",
        "leg.0.departed",
        "leg.0.arrived",
        "received",
        "reported",
        "donor",
        "consignor",
        "consignee",
        "value",
        "stated_weight",
        "source",
        "remarks",
    ];
    for field in told {
        let words = |input: &Input| match input.get(field) {
            "" => String::new(),
            value => field_value(&lang, field, value),
        };
        let all: Vec<String> = shown.iter().map(words).collect();
        if all.iter().any(|words| !words.is_empty()) {
            rows.push((lang.say(&label_key(field)), all));
        }
    }
    rows
}

/// `POST /missions/{id}/conflicts`: says which reports of a group count; the others are void.
pub async fn choose_report(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let ticked = input.fields().filter(|(_, value)| *value == "1");
    let chosen: Vec<Id> = ticked.filter_map(|(name, _)| name.strip_prefix("counts.")?.parse().ok()).collect();
    let (group, reason, who) = (input.get("group").to_string(), input.get("reason").to_string(), visitor.clone());
    let done = pool.attempt(move |db| actions::choose(db, id, &group, &chosen, &reason, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(()) => Ok(web::see_done(&format!("/missions/{id}/conflicts"), "report-chosen")),
        Err(refusal) => {
            let problems = refusal.problems(lang);
            page(&pool, frame, visitor, id, (input, "", Some(problems))).await
        }
    }
}
