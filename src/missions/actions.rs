//! What people do to missions. Change and history are one transaction.

use super::{
    form::{check, fields},
    model::{Body, Mission},
    store,
};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    names::{Names, join},
    values::{Id, Moment},
    web::{Input, Problems, Refusal, fingerprint},
};

/// Opens a mission from a form. The same form sent again is the same mission.
pub fn open(db: &mut Db, id: Id, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let body = match check(db, input, who)? {
        Ok(body) => body,
        Err(problems) => return Ok(Err(problems.into())),
    };
    open_checked(db, id, body, who)
}

/// [`open`], for a form already read.
pub fn open_checked(db: &mut Db, id: Id, body: Body, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    let english = Names::load(db, Lang::english(), body.refs())?;
    let content = fields(&body, &english);
    let posted = fingerprint(&content);
    who.must_everywhere(Act::Open)?;
    if let Some(there) = store::find(db, id)? {
        return Ok(if there.posted == posted { Ok(id) } else { Err(stale(db, &there, &body, vec![], lang)?) });
    }
    if let Some(problems) = code_taken(db, None, &body.code, who)? {
        return Ok(Err(problems.into()));
    }
    let mission =
        Mission { id, body, last_number: 0, approved_at: None, edition: 0, summary: String::new(), posted, version: 1 };
    store::insert(db, &mission, Moment::now())?;
    let changes = history::changes(&Input::default(), &content);
    record(db, who, Verb::Created, &mission, changes)?;
    Ok(Ok(id))
}

/// Changes a mission. A form that was opened before someone else's change is shown that change, and loses nothing.
pub fn change(db: &mut Db, id: Id, version: i64, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Steer, id)?;
    let body = match check(db, input, who)? {
        Ok(body) => body,
        Err(problems) => return Ok(Err(problems.into())),
    };
    if before.version != version {
        if before.body == body {
            return Ok(Ok(id));
        }
        let english = Names::load(db, Lang::english(), join(before.body.refs(), body.refs()))?;
        let is = fields(&body, &english);
        let theirs = history::since(db, (Subject::Mission, id), before.version - version)?;
        let adopt = theirs.iter().filter(|c| is.get(&c.0) == c.1).map(|c| c.0.clone()).collect();
        return Ok(Err(stale(db, &before, &body, adopt, lang)?));
    }
    if before.last_number > 0 && before.body.code != body.code {
        let mut problems = Problems::new(lang);
        problems.add_with("code", "error-code-frozen", [("code", before.body.code.clone())]);
        return Ok(Err(problems.into()));
    }
    if let Some(problems) = code_taken(db, Some(id), &body.code, who)? {
        return Ok(Err(problems.into()));
    }
    if before.body == body {
        return Ok(Ok(id));
    }
    let refs = join(before.body.refs(), body.refs());
    let english = Names::load(db, Lang::english(), refs)?;
    let changes = history::changes(&fields(&before.body, &english), &fields(&body, &english));
    let after = Mission { body, version: version + 1, approved_at: None, ..before };
    store::update(db, &after, Moment::now())?;
    record(db, who, Verb::Changed, &after, changes)?;
    Ok(Ok(id))
}

/// Approves a mission's summary as it stands: its sheet is no draft until something changes. Done twice, it is done once.
pub fn approve(db: &mut Db, id: Id, who: &Visitor) -> Result<()> {
    let mission = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Approve, id)?;
    if mission.approved_at.is_some() {
        return Ok(());
    }
    store::set_approved(db, id, Moment::now())?;
    record(db, who, Verb::Approved, &mission, vec![])
}

/// The fields that name officials: they enter the history as commitments.
const PRIVATE: &[&str] = &["handover.from", "handover.to"];

fn record(db: &mut Db, who: &Visitor, verb: Verb, mission: &Mission, changes: Vec<Change>) -> Result<()> {
    let deed = Deed::new(verb, Subject::Mission, mission.id).telling(changes).keeping_private(PRIVATE);
    history::record(db, &who.by, deed.leaving(store::state(mission)?))
}

/// The missions held against their history. Their approvals and numbers are held against their consignments (`derived`).
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Mission)?;
    for it in store::standing(db)? {
        told.hold(it.id, &it.state, || it.code.clone());
        if !it.well {
            told.doubt(it.code);
        }
    }
    Ok(told.end())
}

/// Records something done to a mission that another room keeps: it is a change like any other.
pub fn told(db: &mut Db, id: Id, change: Change, who: &Visitor) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Steer, id)?;
    let after = Mission { version: before.version + 1, approved_at: None, ..before };
    store::update(db, &after, Moment::now())?;
    record(db, who, Verb::Changed, &after, vec![change])
}

/// Keeps how the mission's summary is printed unless one says otherwise: the question of an address. What was approved stays so.
pub fn choose_summary(db: &mut Db, id: Id, choice: &str, who: &Visitor) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Steer, id)?;
    if before.summary == choice {
        return Ok(());
    }
    let change = Change("summary".into(), before.summary.clone(), choice.into());
    let after = Mission { summary: choice.into(), version: before.version + 1, ..before };
    store::update(db, &after, Moment::now())?;
    record(db, who, Verb::Changed, &after, vec![change])
}

/// Notes that something the summary shows has changed: what was seen of it is old, and its sheet a draft again.
pub fn unsettle(db: &mut Db, id: Id) -> Result<()> {
    store::next_edition(db, id)
}

fn code_taken(db: &mut Db, own: Option<Id>, code: &str, who: &Visitor) -> Result<Option<Problems>> {
    let taken = store::by_code(db, code)?.filter(|m| Some(m.id) != own);
    Ok(taken.map(|other| {
        let mut problems = Problems::new(who.lang);
        // Of a mission that is none of theirs they learn that the code is taken, and nothing else.
        if who.may(Act::Look, other.id) {
            problems.add_with("code", "error-code-taken", [("code", other.code), ("title", other.title)]);
        } else {
            problems.add_with("code", "error-code-used", [("code", other.code)]);
        }
        problems
    }))
}

fn stale(db: &mut Db, there: &Mission, body: &Body, adopt: Vec<String>, lang: Lang) -> Result<Refusal> {
    let names = Names::load(db, lang, join(there.body.refs(), body.refs()))?;
    let (theirs, mut yours) = (fields(&there.body, &names), fields(body, &names));
    for field in &adopt {
        yours.set(field.clone(), theirs.get(field));
    }
    Ok(Refusal::Stale { theirs, yours, version: there.version, adopt })
}
