//! What people do with sources: they name one, and take a mistaken one back.

use super::{
    form,
    model::{self, Source},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{self, model::Void},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    names::Names,
    values::{Id, Moment},
    web::{Input, Problems, Refusal},
};

/// The most sources one consignment has.
const MOST: usize = 200;

/// Names a source of a figure. The form carries the id the source will have: sent twice, it is one.
pub fn name(db: &mut Db, id: Id, consignment: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let c = consignments::find(db, consignment)?.ok_or(Error::NotFound)?;
    who.must(Act::Log, c.mission)?;
    let names = Names::load(db, who.lang, c.body.refs())?;
    let mut problems = Problems::new(who.lang);
    if c.void.is_some() {
        problems.add("", "error-void");
    }
    if store::of(db, consignment)?.len() >= MOST {
        problems.add_with("", "error-too-many-sources", [("most", MOST.to_string())]);
    }
    let new = match form::check(&c, &model::figures(&c, &names), id, input, who) {
        Ok(new) => new,
        Err(more) => {
            problems.extend(more);
            return Ok(Err(problems.into()));
        }
    };
    if let Some(there) = store::find(db, id)? {
        if (Source { at: new.at, by: new.by, ..there }) == new {
            return Ok(Ok(consignment));
        }
        problems.add("", "error-source-sent");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    store::insert(db, &new)?;
    let changes = [("figure", new.figure.as_str()), ("stated", &new.stated), ("said_by", &new.said_by)];
    let changes = changes.map(|(field, value)| Change(field.into(), String::new(), value.into()));
    let deed = Deed::new(Verb::Created, Subject::Source, id).telling(changes.into()).leaving(store::state(&new)?);
    history::record(db, &who.by, deed)?;
    Ok(Ok(consignment))
}

/// Takes a source back that was named by mistake.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let c = consignments::find(db, before.consignment)?.ok_or(Error::NotFound)?;
    who.must(Act::Log, c.mission)?;
    if before.void.is_some() {
        return Ok(Ok(before.consignment));
    }
    if reason.is_empty() {
        let mut problems = Problems::new(who.lang);
        problems.add("reason", "error-reason-empty");
        return Ok(Err(problems.into()));
    }
    let after = Source { void: Some(Void { reason: reason.into(), at: Moment::now() }), ..before };
    store::update_void(db, &after)?;
    let deed = Deed::new(Verb::Voided, Subject::Source, id).because(reason).leaving(store::state(&after)?);
    history::record(db, &who.by, deed)?;
    Ok(Ok(after.consignment))
}

/// The sources held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    Told::in_pieces(db, Subject::Source, store::standing_after)
}
