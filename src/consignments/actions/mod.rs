//! What people do to consignments. The change, its history, its part of the kept sums and what it is found under are one
//! transaction.

mod correction;
mod journey;
mod many;
mod papers;
mod reports;

pub use journey::{Found, find_out, forget_findings, happen, list_units, take_back};
pub use many::{New, log_many};
pub use papers::{attach, detach, require};
pub use reports::choose;

use super::{
    contributions::{self, Cells},
    derived::borne_by,
    doubts::{self, doubts},
    form::{check, fields},
    journey::{Event, Milestone, Step, implied, status_of},
    model::{Body, Consignment, Line, Status, Void},
    said, store,
    terms::terms,
};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    history::{self, Change, Deed, Subject, Verb},
    lang::Lang,
    missions::{self, Mission},
    names::Names,
    values::{Id, Mode, Moment, When},
    web::{Doubt, Input, Like, Problems, Refusal, fingerprint, shortened},
};

use std::collections::BTreeSet;

/// Logs a consignment from a form, in the mission the form names or opens. The same form sent again is the same
/// consignment; one that looks like another asks first.
pub fn log(db: &mut Db, id: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    let (mission, body) = match mission_of(db, input, who)? {
        Ok(mission) => {
            let filled = with_defaults(db, input, &mission, lang)?;
            (mission, check(db, &filled, who)?)
        }
        // Whatever else is wrong is said together with what is wrong about the mission.
        Err(mut problems) => {
            let mut rest = input.clone();
            if input.get("defaults") != "shown" {
                // That mission might have said how it travels.
                rest.fill("leg.0.mode", Mode::NotStated.code());
            }
            if let Err(more) = check(db, &rest, who)? {
                problems.extend(more);
            }
            return Ok(Err(problems.into()));
        }
    };
    let body = match body {
        Ok(body) => with_own_ids(body, None),
        Err(problems) => return Ok(Err(problems.into())),
    };
    let english = Names::load(db, Lang::english(), body.refs())?;
    let content = fields(&body, &english).with("mission", mission.body.code.clone());
    let posted = fingerprint(&content);
    if let Some(there) = store::find(db, id)? {
        who.must(Act::Log, there.mission)?;
        if there.posted == posted {
            return Ok(Ok(id));
        }
        let mut refusal = stale(db, &there, &body, vec![], lang)?;
        // Only here may the missions differ too.
        if let Refusal::Stale { theirs, yours, .. } = &mut refusal {
            theirs.set("mission", missions::find(db, there.mission)?.ok_or(Error::NotFound)?.body.code);
            yours.set("mission", mission.body.code);
        }
        return Ok(Err(refusal));
    }
    let now = Moment::now();
    let events = happenings(None, &body, who, now);
    let mut consignment = Consignment { posted, ..Consignment::new(id, mission.id, body, events, now) };
    if input.get("confirm").is_empty() {
        let like = alike(db, &consignment, &mission, lang)?;
        let doubt = Doubt { odd: odd(db, &consignment.body, &english, lang)?, like };
        if !doubt.is_empty() {
            return Ok(Err(Refusal::Doubt(doubt)));
        }
    }
    consignment.number = missions::next_number(db, mission.id)?;
    store::insert(db, &consignment)?;
    let borne = borne_by(db, &consignment)?;
    store::insert_terms(db, &consignment, &terms(&consignment, &borne))?;
    store::add_sums(db, mission.id, &contributions::contributions(&consignment))?;
    missions::actions::unsettle(db, mission.id)?;
    let changes = history::changes(&Input::default(), &content);
    record(db, who, Verb::Created, &consignment, "", changes)?;
    Ok(Ok(id))
}

/// The mission a form names by its code, or opens with its own few fields.
fn mission_of(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Mission, Problems>> {
    let lang = who.lang;
    let mut problems = Problems::new(lang);
    let new: Input = input
        .fields()
        .filter_map(|(name, value)| Some((name.strip_prefix("new_mission.")?.to_string(), value.to_string())))
        .collect();
    if new.fields().next().is_some() {
        let id = input.get("new_mission.id").parse().unwrap_or_else(|_| Id::fresh());
        if new.fields().any(|(name, _)| name != "id") {
            if !input.get("mission").is_empty() {
                problems.add("mission", "error-mission-twice");
                return Ok(Err(problems));
            }
            if !who.rights.everywhere(Act::Open) {
                problems.add("new_mission.code", "error-mission-open-right");
                return Ok(Err(problems));
            }
            return Ok(match missions::actions::open(db, id, &new, who)? {
                Ok(id) => Ok(missions::find(db, id)?.ok_or(Error::NotFound)?),
                Err(Refusal::Problems(inner)) => Err(inner.under("new_mission.")),
                Err(_) => {
                    problems.add("new_mission.code", "error-mission-same-id");
                    Err(problems)
                }
            });
        }
    }
    let code = input.get("mission").split_whitespace().next().unwrap_or_default();
    // Who may not open missions is not sent to fields that are not there.
    let (empty, unknown) = match who.rights.everywhere(Act::Open) {
        true => ("error-mission-empty", "error-mission-unknown"),
        false => ("error-move-where", "error-move-unknown"),
    };
    if code.is_empty() {
        problems.add("mission", empty);
        return Ok(Err(problems));
    }
    let found = match missions::by_code(db, code)?.filter(|brief| who.may(Act::Look, brief.id)) {
        Some(brief) if !who.may(Act::Log, brief.id) => {
            problems.add_with("mission", "error-mission-log-right", [("code", brief.code)]);
            return Ok(Err(problems));
        }
        Some(brief) => missions::find(db, brief.id)?,
        None => None,
    };
    Ok(found.ok_or_else(|| {
        problems.add_with("mission", unknown, [("typed", shortened(code))]);
        problems
    }))
}

/// The form with the mission's parties and places where it left them empty. A form that showed them already says so, and
/// then an empty field was emptied on purpose.
pub fn with_defaults(db: &mut Db, input: &Input, mission: &Mission, lang: Lang) -> Result<Input> {
    let mut filled = input.clone();
    let opened_here = !input.get("new_mission.code").is_empty();
    if input.get("defaults") == "shown" && !opened_here {
        return Ok(filled);
    }
    let body = &mission.body;
    let names = Names::load(db, lang, body.refs())?;
    filled.fill("consignor", names.organisation(body.consignor));
    filled.fill("consignee", names.organisation(body.consignee));
    filled.fill("donor", names.organisation(body.donors.first().copied().filter(|_| body.donors.len() == 1)));
    // A journey typed leg by leg is taken as typed.
    if input.rows("leg").len() <= 1 {
        filled.fill("leg.0.carrier", names.organisation(body.carrier));
        filled.fill("leg.0.mode", body.mode.map(|m| m.code()).unwrap_or_default());
        filled.fill("leg.0.from", &names.place_label(body.from));
        filled.fill("leg.0.via", &names.place_label(body.via));
        filled.fill("leg.0.to", &names.place_label(body.to));
    }
    Ok(filled)
}

/// What is odd about a consignment as it would be saved. Names in the reader's language are fetched only where something
/// is: seldom, and this is asked of every form.
fn odd(db: &mut Db, body: &Body, english: &Names, lang: Lang) -> Result<Vec<String>> {
    let today = Moment::now().day();
    if doubts(body, english, today).is_empty() {
        return Ok(vec![]);
    }
    Ok(doubts(body, &Names::load(db, lang, body.refs())?, today))
}

/// What looks like the consignment being logged: same mission, same date, the same goods in the same quantity.
fn alike(db: &mut Db, new: &Consignment, mission: &Mission, lang: Lang) -> Result<Vec<Like>> {
    let Some(first) = new.body.lines.first() else { return Ok(vec![]) };
    let quantity = first.quantity;
    let ids = store::alike(db, new.mission, new.day(), quantity.milli(), quantity.unit().code())?;
    let mut out = vec![];
    for other in store::load(db, &ids)? {
        if says_the_same(&other.body, &new.body) {
            let names = Names::load(db, lang, other.body.refs())?;
            out.push(Like {
                address: format!("/consignments/{}", other.id),
                name: other.reference(&mission.body.code),
                says: super::said::in_short(&other.body, &names),
            });
        }
    }
    Ok(out)
}

/// Whether two loads would be taken for one: the same goods in the same quantities, under the same date.
pub fn says_the_same(one: &Body, other: &Body) -> bool {
    let same = |(a, b): (&Line, &Line)| {
        a.quantity == b.quantity && contributions::goods_key(&a.goods) == contributions::goods_key(&b.goods)
    };
    one.lines.len() == other.lines.len() && one.date() == other.date() && one.lines.iter().zip(&other.lines).all(same)
}

/// Changes a consignment. A form that was opened before someone else's change is shown that change, and loses nothing.
pub fn change(db: &mut Db, id: Id, version: i64, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Log, before.mission)?;
    let body = match check(db, input, who)? {
        Ok(body) => with_own_ids(body, Some(&before.body)),
        Err(problems) => return Ok(Err(problems.into())),
    };
    keep(db, &before, body, version, input, who)
}

/// Keeps what a consignment is to be from now on.
fn keep(
    db: &mut Db,
    before: &Consignment,
    body: Body,
    version: i64,
    input: &Input,
    who: &Visitor,
) -> Result<Result<Id, Refusal>> {
    let (id, lang) = (before.id, who.lang);
    let refs = crate::names::join(before.body.refs(), body.refs());
    let english = Names::load(db, Lang::english(), refs)?;
    let body = with_received_goods(before, body, &english);
    let (was, is) = (fields(&before.body, &english), fields(&body, &english));
    // The same content, sent again: done already.
    if fingerprint(&was) == fingerprint(&is) {
        return Ok(Ok(id));
    }
    if before.version != version {
        let theirs = history::since(db, (Subject::Consignment, id), before.version - version)?;
        let untouched = |change: &&Change| is.get(&change.0) == change.1;
        let adopt: Vec<String> = theirs.iter().filter(untouched).map(|change| change.0.clone()).collect();
        return Ok(Err(stale(db, before, &body, adopt, lang)?));
    }
    if before.void.is_some() {
        let mut problems = Problems::new(lang);
        problems.add("", "error-void");
        return Ok(Err(problems.into()));
    }
    let now = Moment::now();
    let events = happenings(Some(before), &body, who, now);
    let mut after = Consignment { body, events, version: version + 1, ..before.clone() };
    let amended = match correction::amendments(before, &after, input, who, now) {
        Ok(amended) => amended,
        Err(problems) => return Ok(Err(problems.into())),
    };
    if input.get("confirm").is_empty() {
        // Only what this change makes odd: what was asked about before is not asked about again.
        let had = odd(db, &before.body, &english, lang)?;
        let mut odd: Vec<String> =
            odd(db, &after.body, &english, lang)?.into_iter().filter(|question| !had.contains(question)).collect();
        // A figure corrected below what is accounted for makes a surplus.
        let mut settled = after.clone();
        settled.settle();
        let more = doubts::surplus(before, &settled, &Names::none(lang));
        if !more.is_empty() {
            let refs = crate::names::join(before.body.refs(), after.body.refs());
            odd.extend(doubts::surplus(before, &settled, &Names::load(db, lang, refs)?));
        }
        if !odd.is_empty() {
            return Ok(Err(Refusal::Doubt(Doubt { odd, like: vec![] })));
        }
    }
    let changes = history::changes(&was, &is);
    let verb = if amended.is_empty() { Verb::Changed } else { Verb::Corrected };
    after.amendments.extend(amended);
    after.settle();
    replace(db, before, &after)?;
    record(db, who, verb, &after, input.get("reason"), changes)?;
    Ok(Ok(id))
}

/// Declares a consignment void: its number stays, it counts nowhere. Done twice, it is done once.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Void, before.mission)?;
    match &before.void {
        Some(void) if void.reason == reason => return Ok(Ok(id)),
        Some(_) => {
            let mut problems = Problems::new(lang);
            problems.add("", "error-void");
            return Ok(Err(problems.into()));
        }
        None => {}
    }
    if let Err(problems) = reasoned(reason, lang) {
        return Ok(Err(problems.into()));
    }
    let void = Some(Void { reason: reason.into(), at: Moment::now() });
    let after = Consignment { void, version: before.version + 1, ..before.clone() };
    replace(db, &before, &after)?;
    record(db, who, Verb::Voided, &after, reason, vec![])?;
    Ok(Ok(id))
}

/// Moves a consignment to another mission, where it takes the next number; the number it leaves stays its own for ever.
pub fn move_to(db: &mut Db, id: Id, to: &str, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Move, before.mission)?;
    let mut problems = Problems::new(lang);
    let target = missions::by_code(db, to.split_whitespace().next().unwrap_or_default())?;
    let target = target.filter(|target| who.may(Act::Move, target.id));
    if before.void.is_some() {
        problems.add("", "error-void");
    }
    match &target {
        None if to.is_empty() => problems.add("mission", "error-move-where"),
        None => problems.add_with("mission", "error-move-unknown", [("typed", shortened(to))]),
        Some(target) if target.id == before.mission => {
            // Sent twice, it is moved once.
            if !store::former(db, &[id])?.is_empty() {
                return Ok(Ok(id));
            }
            problems.add_with("mission", "error-move-there", [("code", target.code.clone())]);
        }
        Some(_) => {}
    }
    if let Err(more) = reasoned(reason, lang) {
        problems.extend(more);
    }
    let (Some(target), true) = (target, problems.is_empty()) else { return Ok(Err(problems.into())) };
    let from = missions::find(db, before.mission)?.ok_or(Error::NotFound)?;
    store::leave_number(db, &before)?;
    let number = missions::next_number(db, target.id)?;
    let after = Consignment { mission: target.id, number, version: before.version + 1, ..before.clone() };
    replace(db, &before, &after)?;
    let change = Change("number".into(), before.reference(&from.body.code), after.reference(&target.code));
    record(db, who, Verb::Moved, &after, reason, vec![change])?;
    Ok(Ok(id))
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, c: &Consignment, reason: &str, changes: Vec<Change>) -> Result<()> {
    let deed = Deed::new(verb, Subject::Consignment, c.id).because(reason).telling(changes);
    history::record(db, &who.by, deed.leaving(store::state(c)?))
}

fn reasoned(reason: &str, lang: Lang) -> Result<(), Problems> {
    let mut problems = Problems::new(lang);
    if reason.is_empty() {
        problems.add("reason", "error-reason-empty");
    } else if reason.chars().count() > crate::web::MAX_FIELD {
        problems.add_with("reason", "error-name-too-long", [("most", crate::web::MAX_FIELD.to_string())]);
    }
    problems.or(|| ())
}

/// Writes a changed consignment with everything that follows from it.
fn replace(db: &mut Db, before: &Consignment, after: &Consignment) -> Result<()> {
    store::update(db, before, after)?;
    let mut found_under = |c: &Consignment| Ok::<_, Error>(terms(c, &borne_by(db, c)?));
    let (mut gone, mut come) = (found_under(before)?, found_under(after)?);
    if (before.day(), before.mission) == (after.day(), after.mission) {
        let stay: Vec<String> = gone.intersection(&come).cloned().collect();
        for term in &stay {
            gone.remove(term);
            come.remove(term);
        }
    }
    store::delete_terms(db, before, &gone)?;
    store::insert_terms(db, after, &come)?;
    for (mission, differences) in sum_changes(before, after) {
        store::add_sums(db, mission, &differences)?;
        missions::actions::unsettle(db, mission)?;
    }
    Ok(())
}

fn sum_changes(before: &Consignment, after: &Consignment) -> Vec<(Id, Cells)> {
    if before.mission == after.mission {
        return vec![(before.mission, contributions::differences(Some(before), Some(after)))];
    }
    vec![
        (before.mission, contributions::differences(Some(before), None)),
        (after.mission, contributions::differences(None, Some(after))),
    ]
}

/// The events behind a body: those that still hold stay, those it contradicts are withdrawn, new ones are added; an entry
/// that corrects another says which. Steps that no form states, and what receipts tell, are left alone.
fn happenings(before: Option<&Consignment>, body: &Body, who: &Visitor, now: Moment) -> Vec<Event> {
    let (was, wanted) = (before.map(|c| implied(&c.body)).unwrap_or_default(), implied(body));
    let mut out = before.map(|c| c.events.clone()).unwrap_or_default();
    // A date that stays as it was may follow from several entries.
    let told = |all: &[Step], of: (Milestone, Option<Id>)| -> Vec<Option<When>> {
        all.iter().filter(|(milestone, leg, _)| (*milestone, *leg) == of).map(|(.., when)| *when).collect()
    };
    let same = |of: (Milestone, Option<Id>)| told(&was, of) == told(&wanted, of);
    // That a part was received no form can say.
    let status_stays = before.is_some_and(|c| c.body.status == body.status || c.body.status == Status::PartlyReceived);
    let stated = |event: &&mut Event| event.counts() && event.milestone.in_form() && event.receipt.is_none();
    for event in out.iter_mut().filter(stated) {
        let of = (event.milestone, event.leg);
        let holds = wanted.contains(&(event.milestone, event.leg, event.happened));
        // A step on the way that was told without a date still happened when a later one is told.
        let passed =
            event.happened.is_none() && status_of(&[(event.milestone, event.leg, None)], event.leg) < body.status;
        let untouched = same(of) && (event.happened.is_some() || event.units.is_some() || status_stays);
        if !holds && !passed && !untouched {
            event.withdrawn_at = Some(now);
        }
    }
    for (milestone, leg, happened) in wanted.iter().copied() {
        let holds = |e: &&Event| {
            e.counts() && (e.milestone, e.leg) == (milestone, leg) && (e.happened == happened || happened.is_none())
        };
        if same((milestone, leg)) && before.is_some() || out.iter().any(|e| holds(&e)) {
            continue;
        }
        let supersedes =
            out.iter().rfind(|e| e.withdrawn_at == Some(now) && (e.milestone, e.leg) == (milestone, leg)).map(|e| e.id);
        out.push(Event { supersedes, ..Event::now(milestone, leg, happened, who.by.person, now) });
    }
    out
}

/// The ids of lines and legs are the record's own, each once; whatever else a form says is a new row.
fn with_own_ids(mut body: Body, before: Option<&Body>) -> Body {
    let mut own: BTreeSet<Id> = before
        .map(|b| b.lines.iter().map(|line| line.id).chain(b.legs.iter().map(|leg| leg.id)).collect())
        .unwrap_or_default();
    for id in body.lines.iter_mut().map(|line| &mut line.id).chain(body.legs.iter_mut().map(|leg| &mut leg.id)) {
        if !own.remove(id) {
            *id = Id::fresh();
        }
    }
    // That a receipt found a line is not for a form to say.
    for line in before.iter().flat_map(|body| &body.lines).filter(|line| line.found_by.is_some()) {
        match body.lines.iter_mut().find(|same| same.id == line.id) {
            Some(same) => same.found_by = line.found_by,
            // A form that was opened before does not know of it.
            None => body.lines.push(line.clone()),
        }
    }
    body
}

/// Goods of which a receipt tells stay what they were where the form calls them the same: a free name may have become an item
/// of the catalogue meanwhile.
fn with_received_goods(before: &Consignment, mut body: Body, names: &Names) -> Body {
    let told: BTreeSet<Id> = before.findings.iter().map(|found| found.line).collect();
    for line in before.body.lines.iter().filter(|line| told.contains(&line.id)) {
        if let Some(same) = body.lines.iter_mut().find(|same| same.id == line.id)
            && said::goods(same, names) == said::goods(line, names)
        {
            same.goods = line.goods.clone();
        }
    }
    body
}

fn stale(db: &mut Db, there: &Consignment, body: &Body, adopt: Vec<String>, lang: Lang) -> Result<Refusal> {
    let names = Names::load(db, lang, crate::names::join(there.body.refs(), body.refs()))?;
    let (theirs, mut yours) = (fields(&there.body, &names), fields(body, &names));
    for field in &adopt {
        yours.set(field.clone(), theirs.get(field));
    }
    Ok(Refusal::Stale { theirs, yours, version: there.version, adopt })
}
