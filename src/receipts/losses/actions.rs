//! What people do with loss reports: they make one, and declare a mistaken one void.

use super::{
    form,
    model::{self, Loss},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self, Consignment, Status,
        actions::{find_out, forget_findings},
        model::{Event, Milestone, Void},
    },
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Deed, Subject, Told, Verb},
    receipts::{
        actions::{doubts, missing_less_than_nothing, reference},
        store::find as receipt,
    },
    values::{Id, Moment},
    web::{Doubt, Input, Problems, Refusal, fingerprint},
};

/// How many loss reports are looked at in one piece.
const PIECE: i64 = 1000;

/// Makes a loss report. The form carries the id the report will have: sent twice, it is one.
pub fn report(db: &mut Db, id: Id, consignment: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let c = consignments::find(db, consignment)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, c.mission)?;
    let own = input.fields().filter(|(name, _)| !matches!(*name, "confirm" | "id"));
    let posted = fingerprint(&own.map(|(name, value)| (name.to_string(), value.to_string())).collect());
    let mut problems = Problems::new(who.lang);
    if let Some(there) = store::find(db, id)? {
        if there.consignment == consignment && there.posted == posted {
            return Ok(Ok(id));
        }
        problems.add("", "error-loss-sent");
        return Ok(Err(problems.into()));
    }
    if c.void.is_some() {
        problems.add("", "error-void");
    } else if !c.receivable() {
        problems.add("", if c.body.status == Status::Closed { "step-closed" } else { "step-not-left" });
    }
    if let Ok(of) = input.get("receipt").parse::<Id>() {
        receipt(db, of)?.filter(|of| of.consignment == consignment).ok_or(Error::NotFound)?;
    }
    let (mut loss, found) = match form::check(db, &c, id, input, who)? {
        Ok(read) if problems.is_empty() => read,
        Ok(_) => return Ok(Err(problems.into())),
        Err(more) => {
            problems.extend(more);
            return Ok(Err(problems.into()));
        }
    };
    let event = Event::now(Milestone::Lost, loss.leg, loss.happened, who.by.person, loss.at);
    if input.get("confirm").is_empty() {
        let odd = doubts(db, &c, &found, &event, who)?;
        if !odd.is_empty() {
            return Ok(Err(Refusal::Doubt(Doubt { odd, like: vec![] })));
        }
    }
    let others = store::of(db, consignment)?;
    loss.number = others.iter().map(|other| other.number).max().unwrap_or_default() + 1;
    loss.posted = posted;
    let number = model::number(&reference(db, &c)?, loss.number);
    store::insert(db, &loss)?;
    find_out(db, consignment, id, &number, found, who)?;
    record(db, who, Verb::Created, &loss, "")?;
    Ok(Ok(id))
}

/// Declares a loss report void: by whoever made it, or a manager. What it found counts no more.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let c = consignments::find(db, before.consignment)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, c.mission)?;
    let mut problems = Problems::new(who.lang);
    if !may_void(&before, &c, who) {
        problems.add("", "error-loss-not-yours");
    }
    if c.void.is_some() {
        problems.add("", "error-void");
    } else if c.body.status == Status::Closed {
        problems.add("", "step-closed");
    } else if missing_less_than_nothing(&c, id) {
        problems.add("", "error-void-found");
    }
    if let Some(void) = &before.void {
        if void.reason == reason {
            return Ok(Ok(before.consignment));
        }
        problems.add("", "error-loss-void");
    } else if reason.is_empty() {
        problems.add("reason", "error-reason-empty");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let number = model::number(&reference(db, &c)?, before.number);
    let after = Loss { void: Some(Void { reason: reason.into(), at: Moment::now() }), ..before };
    store::update_void(db, &after)?;
    forget_findings(db, after.consignment, id, ("loss", &number), reason, who)?;
    record(db, who, Verb::Voided, &after, reason)?;
    Ok(Ok(after.consignment))
}

/// Whether someone may declare a loss report void.
pub fn may_void(loss: &Loss, c: &Consignment, who: &Visitor) -> bool {
    who.may(Act::Void, c.mission) || loss.by.is_some() && loss.by == who.by.person
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, loss: &Loss, reason: &str) -> Result<()> {
    let deed = Deed::new(verb, Subject::Loss, loss.id).because(reason);
    history::record(db, &who.by, deed.leaving(store::state(loss)?))
}

/// The loss reports held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Loss)?;
    let mut after = None;
    loop {
        let piece = store::standing_after(db, after, PIECE)?;
        let Some((last, ..)) = piece.last() else { break };
        after = Some(*last);
        for (id, consignment, state) in piece {
            told.hold(id, &state, || consignment.to_string());
        }
    }
    Ok(told.end())
}
