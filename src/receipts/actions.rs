//! What people do with receipts: they record one, and declare a mistaken one void.

use super::{
    form::{self, Draft},
    model::{self, Receipt},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self, Consignment, Status,
        actions::{find_out, forget_findings},
        doubts,
        model::{Event, Fate, Finding, Milestone, Void},
        said,
    },
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Deed, Subject, Told, Verb},
    names::Names,
    values::{Id, Moment},
    web::{Doubt, Input, Like, Problems, Refusal, fingerprint},
};

/// Records a receipt. The form carries the id the receipt will have: sent twice, it is one. A receipt that another was added
/// beside meanwhile is shown that one first.
pub fn receive(db: &mut Db, id: Id, consignment: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let (c, reference) = consignments::standing(db, consignment, Act::Receive, who)?;
    let posted = posted(input);
    if let Some(there) = store::find(db, id)? {
        let mut problems = Problems::new(who.lang);
        if there.consignment == consignment && there.posted == posted {
            return Ok(Ok(id));
        }
        problems.add("", "error-receipt-sent");
        return Ok(Err(problems.into()));
    }
    let mut problems = against_receiving(&c, who);
    let others = store::of(db, consignment)?;
    let like = unseen(db, &c, &others, (input, &reference), who)?;
    if problems.is_empty() && !like.is_empty() {
        return Ok(Err(Refusal::Doubt(Doubt { odd: vec![], like })));
    }
    let draft = match form::check(db, &c, id, input, who)? {
        Ok(draft) if problems.is_empty() => draft,
        Ok(_) => return Ok(Err(problems.into())),
        Err(more) => {
            problems.extend(more);
            return Ok(Err(problems.into()));
        }
    };
    let Draft { mut receipt, mut found, which } = draft;
    let event = Event {
        place: receipt.place,
        units: receipt.units,
        which,
        receipt: Some(id),
        ..Event::now(Milestone::Received, receipt.leg, receipt.happened, who.by.person, receipt.at)
    };
    // That another receipt was seen answers no other question.
    if input.get("confirm") != "save" {
        let odd = doubts(db, &c, &found, &event, who)?;
        if !odd.is_empty() {
            return Ok(Err(Refusal::Doubt(Doubt { odd, like: vec![] })));
        }
    }
    receipt.number = others.iter().map(|other| other.number).max().unwrap_or_default() + 1;
    receipt.posted = posted;
    found.step = Some(event);
    let number = model::number(&reference, receipt.number);
    store::insert(db, &receipt)?;
    find_out(db, consignment, id, &number, found, who)?;
    record(db, who, Verb::Created, &receipt, "")?;
    Ok(Ok(id))
}

/// The receipts that its form did not know of: two clerks may count the same wagon.
fn unseen(
    db: &mut Db,
    c: &Consignment,
    others: &[Receipt],
    (input, reference): (&Input, &str),
    who: &Visitor,
) -> Result<Vec<Like>> {
    let seen: i64 = input.get("seen").parse().unwrap_or_default();
    let new: Vec<&Receipt> = others.iter().filter(|other| other.number > seen && other.void.is_none()).collect();
    if new.is_empty() {
        return Ok(vec![]);
    }
    let names = Names::load(db, who.lang, c.body.refs())?;
    let like = new.into_iter().map(|other| Like {
        address: format!("/receipts/{}", other.id),
        name: model::number(reference, other.number),
        says: super::pages::in_short(c, other.id, &names),
    });
    Ok(like.collect())
}

/// What is asked before a receipt is saved: more than was dispatched, times that cannot be.
pub(super) fn doubts(
    db: &mut Db,
    c: &Consignment,
    found: &consignments::actions::Found,
    event: &Event,
    who: &Visitor,
) -> Result<Vec<String>> {
    let lang = who.lang;
    let names = Names::load(db, lang, c.body.refs())?;
    let mut odd = doubts::of_step(c, event, lang, Moment::now().day());
    odd.extend(not_within(c, found, &names));
    let mut after = c.clone();
    for finding in after.findings.iter_mut().filter(|finding| found.takes.contains(&finding.document)) {
        finding.taken_by = event.receipt;
    }
    after.findings.extend(found.findings.iter().cloned());
    odd.extend(doubts::surplus(c, &after, &names));
    Ok(odd)
}

/// The losses that a receipt takes up and whose amounts it does not hold: they would be gone.
fn not_within(c: &Consignment, found: &consignments::actions::Found, names: &Names) -> Vec<String> {
    let lang = names.lang;
    let lost = |fate: Fate| move |finding: &&Finding| finding.fate == fate;
    let mut out = vec![];
    for part in c.parts() {
        for fate in [Fate::Damaged, Fate::Missing] {
            let own = |finding: &&Finding| (finding.line, finding.part) == part.key();
            let taken = c.findings.iter().filter(|finding| finding.counts() && found.takes.contains(&finding.document));
            let taken: i64 = taken.filter(own).filter(lost(fate)).map(|finding| finding.milli).sum();
            let held: i64 = found.findings.iter().filter(own).filter(lost(fate)).map(|finding| finding.milli).sum();
            if taken > 0 && held < taken {
                let amount = |milli: i64| format!("{} {}", said::fate(fate, lang), said::amount(&part, milli, lang));
                let goods = said::names_of(part.goods, names);
                let args = [("goods", goods), ("lost", amount(taken)), ("held", amount(held))];
                out.push(lang.say_with("doubt-loss-not-within", args));
            }
        }
    }
    out
}

/// Declares a receipt void: by whoever recorded it, or a manager. What it found counts no more.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (c, reference) = consignments::standing(db, before.consignment, Act::Receive, who)?;
    let mut problems = against_void(&c, id, who);
    if !who.may_take_back(before.by, c.mission) {
        problems.add("", "error-receipt-not-yours");
    }
    if let Some(void) = &before.void {
        if void.reason == reason {
            return Ok(Ok(before.consignment));
        }
        problems.add("", "error-receipt-void");
    } else if reason.is_empty() {
        problems.add("reason", "error-reason-empty");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let number = model::number(&reference, before.number);
    let after = Receipt { void: Some(Void { reason: reason.into(), at: Moment::now() }), ..before };
    store::update_void(db, &after)?;
    forget_findings(db, after.consignment, id, ("receipt", &number), reason, who)?;
    record(db, who, Verb::Voided, &after, reason)?;
    Ok(Ok(after.consignment))
}

/// By what a form is known again that is sent twice: what was shown or asked beside it is no part of it.
pub(super) fn posted(input: &Input) -> String {
    let own = input.fields().filter(|(name, _)| !matches!(*name, "confirm" | "seen" | "id"));
    fingerprint(&own.map(|(name, value)| (name.to_string(), value.to_string())).collect())
}

/// What stands against telling what became of a consignment.
pub(super) fn against_receiving(c: &Consignment, who: &Visitor) -> Problems {
    let mut problems = Problems::new(who.lang);
    if c.void.is_some() {
        problems.add("", "error-void");
    } else if !c.receivable() {
        problems.add("", if c.body.status == Status::Closed { "step-closed" } else { "step-not-left" });
    }
    problems
}

/// What stands against declaring a document void, whoever asks: without it more may be found again than was missing.
pub(super) fn against_void(c: &Consignment, document: Id, who: &Visitor) -> Problems {
    let mut problems = Problems::new(who.lang);
    if c.void.is_some() {
        problems.add("", "error-void");
    } else if c.body.status == Status::Closed {
        problems.add("", "step-closed");
    } else if c.accounts_without(&[document]).iter().any(|(_, account)| account.missing < 0) {
        problems.add("", "error-void-found");
    }
    problems
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, receipt: &Receipt, reason: &str) -> Result<()> {
    let deed = Deed::new(verb, Subject::Receipt, receipt.id).because(reason);
    history::record(db, &who.by, deed.leaving(store::state(receipt)?))
}

/// The receipts held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    Told::in_pieces(db, Subject::Receipt, store::standing_after)
}
