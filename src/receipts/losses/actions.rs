//! What people do with loss reports: they make one, and declare a mistaken one void.

use super::{
    form,
    model::{self, Loss},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self,
        actions::{find_out, forget_findings},
        model::{Event, Milestone, Void},
    },
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Deed, Subject, Told, Verb},
    receipts::{
        actions::{against_receiving, against_void, doubts, posted},
        store::find as receipt,
    },
    values::{Id, Moment},
    web::{Doubt, Input, Problems, Refusal},
};

/// Makes a loss report. The form carries the id the report will have: sent twice, it is one.
pub fn report(db: &mut Db, id: Id, consignment: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let (c, reference) = consignments::standing(db, consignment, Act::Receive, who)?;
    let posted = posted(input);
    if let Some(there) = store::find(db, id)? {
        if there.consignment == consignment && there.posted == posted {
            return Ok(Ok(id));
        }
        let mut problems = Problems::new(who.lang);
        problems.add("", "error-loss-sent");
        return Ok(Err(problems.into()));
    }
    let mut problems = against_receiving(&c, who);
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
    let number = model::number(&reference, loss.number);
    store::insert(db, &loss)?;
    find_out(db, consignment, id, &number, found, who)?;
    record(db, who, Verb::Created, &loss, "")?;
    Ok(Ok(id))
}

/// Declares a loss report void: by whoever made it, or a manager. What it found counts no more.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (c, reference) = consignments::standing(db, before.consignment, Act::Receive, who)?;
    let mut problems = against_void(&c, id, who);
    if !who.may_take_back(before.by, c.mission) {
        problems.add("", "error-loss-not-yours");
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
    let number = model::number(&reference, before.number);
    let after = Loss { void: Some(Void { reason: reason.into(), at: Moment::now() }), ..before };
    store::update_void(db, &after)?;
    forget_findings(db, after.consignment, id, ("loss", &number), reason, who)?;
    record(db, who, Verb::Voided, &after, reason)?;
    Ok(Ok(after.consignment))
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, loss: &Loss, reason: &str) -> Result<()> {
    let deed = Deed::new(verb, Subject::Loss, loss.id).because(reason);
    history::record(db, &who.by, deed.leaving(store::state(loss)?))
}

/// The loss reports held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    Told::in_pieces(db, Subject::Loss, store::standing_after)
}
