//! What happens to a consignment on its way: steps, its wagons one by one, and what receipts and loss reports find.

use super::{record, replace};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        derived::borne_by,
        doubts,
        form::{self, UnitDraft},
        journey::{Event, Milestone},
        model::{Consignment, Finding, Line, ListedUnit, Status},
        said, store,
        units::{bare, wrong_check_digit},
    },
    db::Db,
    error::{Error, Result},
    history::{self, Change, Verb},
    lang::Lang,
    names::{self, Names},
    values::{Id, Moment, When},
    web::{Doubt, Input, Problems, Refusal, shortened},
};
use chrono::TimeDelta;
use std::collections::HashMap;

/// The most units that are listed for one consignment.
const MOST_UNITS: usize = 500;

/// Records a step. The form carries the id the step will have: sent twice, it happened once.
pub fn happen(db: &mut Db, id: Id, step: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let mut problems = Problems::of(input, who.lang);
    let Some(milestone) = Milestone::from_code(input.get("step")) else {
        problems.add("step", "error-step-empty");
        return Ok(Err(problems.into()));
    };
    if !milestone.by_receiver() {
        who.must(Act::Log, before.mission)?;
    }
    let place = names::place(db, &mut problems, "place", input.get("place"), who)?;
    let read = form::step(&before, milestone, input, &mut problems);
    // Moments are whole seconds: a form opened before the last step was recorded comes after it all the same.
    let now = match before.events.last() {
        Some(last) if (last.recorded_at, last.id) > (Moment::now(), step) => {
            Moment(last.recorded_at.0 + TimeDelta::seconds(1))
        }
        _ => Moment::now(),
    };
    let event = Event {
        id: step,
        place,
        units: read.units,
        which: read.which,
        remark: input.get("remark").into(),
        ..Event::now(milestone, read.leg, read.happened, who.by.person, now)
    };
    if let Some(there) = before.events.iter().find(|there| there.id == step) {
        let content = |e: &Event| (e.milestone, e.leg, e.place, e.happened, e.units, e.remark.clone());
        if content(there) == content(&event) {
            return Ok(Ok(id));
        }
        problems.add("", "error-step-sent");
        return Ok(Err(problems.into()));
    }
    if let Some(why) = before.forbids(milestone) {
        let lang = who.lang;
        let steps: Vec<String> = before.next_steps().iter().map(|step| said::step(*step, lang)).collect();
        let args = [("why", lang.say(why)), ("steps", steps.join(&lang.say("list-separator")))];
        problems.add_with("step", "error-step", args);
    }
    if milestone == Milestone::Closed && before.accounts().iter().any(|(_, account)| account.under_way > 0) {
        problems.add("step", "error-close-open");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    if input.get("confirm").is_empty() {
        let mut odd = doubts::of_step(&before, &event, who.lang, now.day());
        if milestone == Milestone::Closed {
            let required = borne_by(db, &before)?.required;
            let lacking = before.checklist(&required).into_iter().filter(|(_, there)| !there);
            let lacking: Vec<String> = lacking.map(|(paper, _)| paper.words(who.lang)).collect();
            if !lacking.is_empty() {
                odd.push(who.lang.v("doubt-close-papers", lacking.join(&who.lang.say("list-separator"))));
            }
        }
        if !odd.is_empty() {
            return Ok(Err(Refusal::Doubt(Doubt { odd, like: vec![] })));
        }
    }
    let changes = told(&event, &before);
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    after.events.push(event);
    after.settle();
    replace(db, &before, &after)?;
    let changes = with_fields(db, &before, &after, changes)?;
    record(db, who, Verb::Happened, &after, input.get("remark"), changes)?;
    Ok(Ok(id))
}

/// What was done, and what it changes of the form: whoever has the form open takes that over.
fn with_fields(db: &mut Db, before: &Consignment, after: &Consignment, mut told: Vec<Change>) -> Result<Vec<Change>> {
    let (mut was, mut is) = (before.body.clone(), after.body.clone());
    // Seldom is it the lines, and there may be many of them.
    if was.lines == is.lines {
        was.lines.clear();
        is.lines.clear();
    }
    let english = Names::load(db, Lang::english(), crate::names::join(was.refs(), is.refs()))?;
    told.extend(history::changes(&form::fields(&was, &english), &form::fields(&is, &english)));
    Ok(told)
}

/// A step as the history tells it.
fn told(event: &Event, c: &Consignment) -> Vec<Change> {
    let mut out = vec![Change("step".into(), String::new(), event.milestone.code().into())];
    let mut put = |field: &str, value: String| {
        if !value.is_empty() {
            out.push(Change(field.into(), String::new(), value));
        }
    };
    put("happened", event.happened.map(When::iso).unwrap_or_default());
    let leg = event.leg.and_then(|id| c.body.legs.iter().position(|leg| leg.id == id));
    put("on_leg", leg.filter(|_| c.body.legs.len() > 1).map(|n| (n + 1).to_string()).unwrap_or_default());
    put("of_units", event.units.map(|n| n.to_string()).unwrap_or_default());
    out
}

/// Takes a step back that was recorded by mistake: it stays to be seen, and counts no more.
pub fn take_back(db: &mut Db, (id, step): (Id, Id), reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let event =
        before.events.iter().find(|event| event.id == step && event.receipt.is_none()).ok_or(Error::NotFound)?;
    if !event.milestone.by_receiver() {
        who.must(Act::Log, before.mission)?;
    }
    if !event.counts() {
        return Ok(Ok(id));
    }
    if let Err(problems) = super::reasoned(reason, who.lang) {
        return Ok(Err(problems.into()));
    }
    let mut problems = Problems::new(who.lang);
    if before.void.is_some() {
        problems.add("", "error-void");
    } else if before.body.status == Status::Closed && event.milestone != Milestone::Closed {
        problems.add("", "step-closed");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let now = Moment::now();
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    for event in after.events.iter_mut().filter(|event| event.id == step) {
        event.withdrawn_at = Some(now);
    }
    after.settle();
    let change = Change("step".into(), event.milestone.code().into(), String::new());
    replace(db, &before, &after)?;
    let changes = with_fields(db, &before, &after, vec![change])?;
    record(db, who, Verb::Happened, &after, reason, changes)?;
    Ok(Ok(id))
}

/// Lists the units of a leg, as pasted: who has a number that is there already stays who it is.
pub fn list_units(
    db: &mut Db,
    id: Id,
    leg: Id,
    version: i64,
    input: &Input,
    who: &Visitor,
) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Log, before.mission)?;
    if !before.body.legs.iter().any(|own| own.id == leg) {
        return Err(Error::NotFound);
    }
    let mut problems = Problems::of(input, who.lang);
    let drafts = form::unit_rows(input.get("units"), &mut problems);
    if before.void.is_some() {
        problems.add("", "error-void");
    }
    if drafts.len() + before.units.iter().filter(|unit| unit.leg != leg).count() > MOST_UNITS {
        problems.add_with("units", "error-too-many-units", [("most", MOST_UNITS.to_string())]);
    }
    let mut own: HashMap<String, Id> = before.units_of(leg).map(|unit| (bare(&unit.number), unit.id)).collect();
    let units: Vec<ListedUnit> = drafts
        .into_iter()
        .map(|UnitDraft { number, seals, gross, tare, net, ticket, contents, trailer, driver }| {
            let id = own.remove(&bare(&number)).unwrap_or_else(Id::fresh);
            ListedUnit { id, leg, number, seals, gross, tare, net, ticket, contents, trailer, driver }
        })
        .collect();
    // Who is told of stays listed.
    for unit in before.units_of(leg).filter(|unit| own.values().any(|gone| *gone == unit.id)) {
        if before.events.iter().any(|event| event.which.contains(&unit.id)) {
            problems.add_with("units", "error-unit-told-of", [("number", shortened(&unit.number))]);
            break;
        }
    }
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    after.units.retain(|unit| unit.leg != leg);
    after.units.extend(units);
    if problems.is_empty() && after.units == before.units {
        return Ok(Ok(id));
    }
    if before.version != version {
        problems.add("", "error-units-stale");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    if input.get("confirm").is_empty() {
        let known: Vec<&str> = before.units_of(leg).map(|unit| unit.number.as_str()).collect();
        let wrong = after.units_of(leg).filter(|unit| !known.contains(&unit.number.as_str())).filter_map(|unit| {
            let right = wrong_check_digit(&unit.number)?;
            Some(who.lang.vv("doubt-check-digit", &unit.number, right))
        });
        let odd: Vec<String> = wrong.collect();
        if !odd.is_empty() {
            return Ok(Err(Refusal::Doubt(Doubt { odd, like: vec![] })));
        }
    }
    after.settle();
    let list = |c: &Consignment| c.units_of(leg).map(|u| u.number.clone()).collect::<Vec<_>>().join(" ");
    let change = Change("units".into(), list(&before), list(&after));
    replace(db, &before, &after)?;
    record(db, who, Verb::Changed, &after, "", vec![change])?;
    Ok(Ok(id))
}

/// What a receipt or a loss report found, to be added to a consignment's account.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What it found of each part.
    pub findings: Vec<Finding>,
    /// Goods that nobody had listed.
    pub lines: Vec<Line>,
    /// The loss reports it takes up.
    pub takes: Vec<Id>,
    /// A receipt is a step too.
    pub step: Option<Event>,
}

/// Adds what a document found. Nothing that was dispatched is changed by it.
pub fn find_out(db: &mut Db, id: Id, document: Id, number: &str, found: Found, who: &Visitor) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    let Found { findings, lines, takes, step } = found;
    for finding in after.findings.iter_mut().filter(|finding| takes.contains(&finding.document) && finding.counts()) {
        finding.taken_by = Some(document);
    }
    after.body.lines.extend(lines);
    after.findings.extend(findings);
    let field = if step.is_some() { "receipt" } else { "loss" };
    after.events.extend(step);
    after.settle();
    replace(db, &before, &after)?;
    let change = Change(field.into(), String::new(), number.into());
    let changes = with_fields(db, &before, &after, vec![change])?;
    record(db, who, Verb::Happened, &after, "", changes)
}

/// Takes back what a document found: it is void. What it had taken up counts again by itself.
pub fn forget_findings(
    db: &mut Db,
    id: Id,
    document: Id,
    (field, number): (&str, &str),
    reason: &str,
    who: &Visitor,
) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let now = Moment::now();
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    for finding in &mut after.findings {
        if finding.document == document && finding.withdrawn_at.is_none() {
            finding.withdrawn_at = Some(now);
        }
        if finding.taken_by == Some(document) {
            finding.taken_by = None;
        }
    }
    let own = |event: &&mut Event| event.receipt == Some(document) && event.counts();
    for event in after.events.iter_mut().filter(own) {
        event.withdrawn_at = Some(now);
    }
    after.settle();
    replace(db, &before, &after)?;
    let change = Change(field.into(), number.into(), String::new());
    let changes = with_fields(db, &before, &after, vec![change])?;
    record(db, who, Verb::Happened, &after, reason, changes)
}
