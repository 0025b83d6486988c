//! What people do to missions. Change and history are one transaction.

use super::{
    form::{check, fields},
    model::{Body, Mission},
    store,
};
use crate::{
    db::Db,
    error::{Error, Result},
    history::{self, Subject, Verb},
    lang::Lang,
    names::{Names, join},
    values::{Id, Moment},
    web::{Input, Problems, Refusal, fingerprint},
};

/// Opens a mission from a form. The same form sent again is the same mission.
pub fn open(db: &mut Db, id: Id, input: &Input, lang: Lang) -> Result<Result<Id, Refusal>> {
    let body = match check(db, input, lang)? {
        Ok(body) => body,
        Err(problems) => return Ok(Err(problems.into())),
    };
    open_checked(db, id, body, lang)
}

/// [`open`], for a form already read.
pub fn open_checked(db: &mut Db, id: Id, body: Body, lang: Lang) -> Result<Result<Id, Refusal>> {
    let english = Names::load(db, Lang::english(), body.refs())?;
    let content = fields(&body, &english);
    let posted = fingerprint(&content);
    if let Some(there) = store::find(db, id)? {
        return Ok(if there.posted == posted { Ok(id) } else { Err(stale(db, &there, &body, vec![], lang)?) });
    }
    if let Some(problems) = code_taken(db, None, &body.code, lang)? {
        return Ok(Err(problems.into()));
    }
    let mission = Mission { id, body, last_number: 0, approved_at: None, edition: 0, posted, version: 1 };
    store::insert(db, &mission, Moment::now())?;
    let changes = history::changes(&Input::default(), &content);
    history::record(db, (Subject::Mission, id), Verb::Created, "", changes)?;
    Ok(Ok(id))
}

/// Changes a mission. A form that was opened before someone else's change is shown that change, and loses nothing.
pub fn change(db: &mut Db, id: Id, version: i64, input: &Input, lang: Lang) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let body = match check(db, input, lang)? {
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
    if let Some(problems) = code_taken(db, Some(id), &body.code, lang)? {
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
    history::record(db, (Subject::Mission, id), Verb::Changed, "", changes)?;
    Ok(Ok(id))
}

/// Approves a mission's summary as it stands: its sheet is no draft until something changes. Done twice, it is done once.
pub fn approve(db: &mut Db, id: Id) -> Result<()> {
    if store::find(db, id)?.ok_or(Error::NotFound)?.approved_at.is_some() {
        return Ok(());
    }
    store::set_approved(db, id, Moment::now())?;
    history::record(db, (Subject::Mission, id), Verb::Approved, "", vec![])
}

/// Notes that something the summary shows has changed: what was seen of it is old, and its sheet a draft again.
pub fn unsettle(db: &mut Db, id: Id) -> Result<()> {
    store::next_edition(db, id)
}

fn code_taken(db: &mut Db, own: Option<Id>, code: &str, lang: Lang) -> Result<Option<Problems>> {
    let taken = store::by_code(db, code)?.filter(|m| Some(m.id) != own);
    Ok(taken.map(|other| {
        let mut problems = Problems::new(lang);
        problems.add_with("code", "error-code-taken", [("code", other.code), ("title", other.title)]);
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
