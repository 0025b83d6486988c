//! The pages of a consignment's way: recording a step, taking one back, listing the wagons of a leg.

use super::standing;
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        actions,
        model::{Consignment, Leg, Milestone},
        said,
    },
    db::{Db, Pool},
    error::{Error, Result},
    lang::{filters, plain},
    names::Names,
    values::Id,
    web::{self, Asked, Doubt, Form, Frame, Input, Posted, Query, Refusal, TakeBack},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "consignments/step.html")]
struct StepPage {
    frame: Frame,
    form: Form,
    c: Consignment,
    reference: String,
    goods: String,
    doubt: Doubt,
    /// The step, when one is chosen.
    step: Option<Milestone>,
    /// The steps that make sense, each with its words.
    steps: Vec<(&'static str, String)>,
    /// The legs of its way, in words.
    legs: Vec<(String, String)>,
    /// The leg it is about, where it is about one.
    leg: Option<Leg>,
    places: Vec<String>,
}

impl StepPage {
    /// Of which units the step may still be told: id, number.
    fn open_units(&self) -> Vec<(Id, String)> {
        let (Some(leg), Some(step)) = (&self.leg, self.step) else { return vec![] };
        let told = self.c.told_of(step);
        self.c.units_of(leg.id).filter(|unit| !told.contains(&unit.id)).map(|u| (u.id, u.number.clone())).collect()
    }

    fn ticked(&self, unit: &Id) -> bool {
        self.form.chosen("", &format!("unit.{unit}"), "1")
    }

    /// "35 of 81 wagons", where something is told of some already.
    fn told(&self) -> String {
        let (Some(leg), Some(step)) = (&self.leg, self.step) else { return String::new() };
        said::tally(&self.c, leg, step, self.frame.lang)
    }

    fn of_units(&self) -> bool {
        let many = self.leg.as_ref().is_some_and(|leg| self.c.unit_count(leg) > 1);
        self.step.is_some_and(Milestone::of_units) && many
    }

    fn of_a_leg(&self) -> bool {
        self.legs.len() > 1 && self.step.is_some_and(|step| step.of_a_leg() || step.of_units())
    }
}

/// `GET /consignments/{id}/events/new`: asks what happened (`?step=` says which step).
pub async fn new_event(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string());
    let mut input = Input::default().with("id", Id::fresh().to_string());
    for field in ["step", "leg"] {
        input.set_some(field, query.get(field));
    }
    step_page(pool, frame, visitor, id.into_inner(), input, None).await
}

/// `POST /consignments/{id}/events`: records it.
pub async fn create_event(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let input = input.settled();
    let step: Id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::happen(db, id, step, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "step")),
        Err(refusal) => step_page(pool, frame, visitor, id, input, Some(refusal)).await,
    }
}

async fn step_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    mut input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (status, problems, doubt) = web::refused(refusal, lang);
    let step = Milestone::from_code(input.get("step")).filter(|step| *step != Milestone::Received);
    let (c, reference, goods, legs, places) = pool
        .read(move |db| {
            let (c, reference) = standing(db, id, Act::Receive, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let legs: Vec<(String, String)> = c
                .body
                .legs
                .iter()
                .enumerate()
                .map(|(n, leg)| (leg.id.to_string(), leg_words(leg, n, &names)))
                .collect();
            let places: Vec<String> = c
                .body
                .legs
                .iter()
                .flat_map(|leg| [leg.from, leg.via, leg.to])
                .map(|place| names.place_label(place))
                .filter(|label| !label.is_empty())
                .collect();
            let goods = said::in_short(&c.body, &names);
            Ok((c, reference, goods, legs, places))
        })
        .await?;
    if c.void.is_some() && status == StatusCode::OK {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    let next = match step {
        Some(Milestone::Departed) => c.next_leg(Milestone::Departed),
        _ => c.next_leg(Milestone::Arrived),
    };
    let usual = c.body.legs.get(next.unwrap_or_default()).map(|leg| leg.id.to_string()).unwrap_or_default();
    input.fill("leg", &usual);
    let leg = c.body.legs.iter().find(|leg| leg.id.to_string() == input.get("leg")).cloned();
    let steps = c.next_steps().into_iter().map(|step| (step.code(), said::step(step, lang))).collect();
    let form = Form::with(input, problems);
    let page = StepPage { form, c, reference, goods, doubt, step, steps, legs, leg, places, frame: frame.clone() };
    web::html(status, lang, &page)
}

/// "Leg 2: Hairatan – Kabul".
fn leg_words(leg: &Leg, n: usize, names: &Names) -> String {
    let way = [names.place(leg.from), names.place(leg.to)];
    let way: Vec<&str> = way.into_iter().filter(|place| !place.is_empty()).collect();
    format!("{} {}", said::leg_number(n, names.lang), way.join(" – "))
}

/// `GET /consignments/{id}/events/{event}/withdrawal`: asks why a step is taken back.
pub async fn withdrawal(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    path: Path<(Id, Id)>,
) -> Result<HttpResponse> {
    WITHDRAW.ask(&pool, frame, visitor, path.into_inner()).await
}

/// `POST /consignments/{id}/events/{event}/withdrawal`: takes it back.
pub async fn create_withdrawal(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    path: Path<(Id, Id)>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    WITHDRAW.answer(&pool, frame, visitor, path.into_inner(), input).await
}

const WITHDRAW: TakeBack<(Id, Id), Visitor> =
    TakeBack { asked: withdrawal_asked, act: actions::take_back, to: "/consignments", done: "step-taken-back" };

fn withdrawal_asked(db: &mut Db, (id, event): (Id, Id), who: &Visitor) -> Result<Asked> {
    let lang = who.lang;
    let (c, reference) = standing(db, id, Act::Receive, who)?;
    let found = c.events.iter().find(|own| own.id == event && own.receipt.is_none()).ok_or(Error::NotFound)?;
    let when = found.happened.map_or_else(|| lang.say("date-not-stated"), |when| lang.when(when));
    Ok(Asked {
        title: lang.v("take-back-title", &reference),
        about: format!("{}: {when}", said::step(found.milestone, lang)),
        text: lang.say("take-back-text"),
        action: format!("/consignments/{id}/events/{event}/withdrawal"),
        button: lang.say("take-back"),
        back: (format!("/consignments/{id}"), reference),
    })
}

#[derive(Template)]
#[template(path = "consignments/units.html")]
struct UnitsPage {
    frame: Frame,
    form: Form,
    id: Id,
    leg: Id,
    reference: String,
    /// "Leg 1: Kazakhstan – Hairatan, 81 wagons".
    words: String,
    doubt: Doubt,
    /// How many rows to show at once.
    rows: usize,
}

/// `GET /consignments/{id}/legs/{leg}/units`: the wagons of a leg, a row each.
pub async fn units(pool: Data<Pool>, frame: Frame, visitor: Visitor, path: Path<(Id, Id)>) -> Result<HttpResponse> {
    units_page(pool, frame, visitor, path.into_inner(), None, None).await
}

/// `POST /consignments/{id}/legs/{leg}/units`: lists them.
pub async fn update_units(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    path: Path<(Id, Id)>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, (id, leg)) = (frame.lang, path.into_inner());
    let input = input.settled();
    let version = input.get("version").parse().unwrap_or_default();
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::list_units(db, id, leg, version, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/consignments/{id}"), "units")),
        Err(refusal) => units_page(pool, frame, visitor, (id, leg), Some(input), Some(refusal)).await,
    }
}

async fn units_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    (id, leg): (Id, Id),
    typed: Option<Input>,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (c, reference, names) = pool
        .read(move |db| {
            let (c, reference) = standing(db, id, Act::Log, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            Ok((c, reference, names))
        })
        .await?;
    if c.void.is_some() && refusal.is_none() {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    let n = c.body.legs.iter().position(|own| own.id == leg).ok_or(Error::NotFound)?;
    let own = c.body.legs.get(n).ok_or(Error::NotFound)?;
    let words = format!("{} {}", leg_words(own, n, &names), said::units(own, lang));
    let saved = || Input::default().with("version", c.version.to_string()).with("units", listed(&c, leg));
    let mut input = typed.unwrap_or_else(saved);
    let (status, problems, doubt) = web::refused(refusal, lang);
    if problems.iter().any(|problem| problem.key == "error-units-stale") {
        input.set("version", c.version.to_string());
    }
    let rows = input.get("units").lines().count().clamp(6, 24);
    let form = Form::with(input, problems);
    web::html(status, lang, &UnitsPage { form, id, leg, reference, words, doubt, rows, frame: frame.clone() })
}

/// The units of a leg as they may be typed again.
fn listed(c: &Consignment, leg: Id) -> String {
    let weight = |milli: Option<i64>| milli.map(|milli| plain(milli, 1000)).unwrap_or_default();
    let rows = c.units_of(leg).map(|unit| {
        let (gross, tare, net) = (weight(unit.gross), weight(unit.tare), weight(unit.net));
        let (contents, trailer, driver) = (&unit.contents, &unit.trailer, &unit.driver);
        let cells = [&unit.number, &unit.seals, &gross, &tare, &net, &unit.ticket, contents, trailer, driver];
        let mut row = cells.map(String::as_str).join("; ");
        while row.ends_with([';', ' ']) {
            row.pop();
        }
        row
    });
    rows.collect::<Vec<_>>().join("\n")
}
