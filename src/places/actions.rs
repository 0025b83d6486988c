//! What people do to places. Change and history are one transaction.

use super::{
    form,
    model::{Place, Typed},
    seed, store,
};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    values::{Id, Moment, names},
    web::{Found, Input, Problems, Refusal},
};

/// Makes a place from a form. The same form sent again is the same place.
pub fn create(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    who.must_everywhere(Act::Stock)?;
    let draft = match form::check(input, lang) {
        Ok(draft) => Place { version: 1, ..draft },
        Err(problems) => return Ok(Err(problems.into())),
    };
    if let Some(there) = store::by_id(db, draft.id)? {
        return Ok(if there.says(&draft) { Ok(there.id) } else { Err(stale(&there, &draft, lang)) });
    }
    if let Some(problems) = taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    insert(db, &draft, who).map(Ok)
}

/// Changes a place. A form opened before someone else's change is shown that change, and loses nothing.
pub fn change(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    who.must_everywhere(Act::Stock)?;
    let draft = match form::check(input, lang) {
        Ok(draft) => draft,
        Err(problems) => return Ok(Err(problems.into())),
    };
    let there = store::by_id(db, draft.id)?.ok_or(Error::NotFound)?;
    if there.says(&draft) {
        return Ok(Ok(there.id));
    }
    if there.version != draft.version || there.merged_into.is_some() {
        return Ok(Err(stale(&there, &draft, lang)));
    }
    if let Some(problems) = taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    update(db, &there, draft, Verb::Changed, vec![], who)?;
    Ok(Ok(there.id))
}

/// Declares that one place is the one named `into`: its names become other names of that one, and whatever
/// refers to it shows that one. Answers with the id of that one.
pub fn merge(db: &mut Db, id: Id, into: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    who.must_everywhere(Act::Stock)?;
    let from = store::by_id(db, id)?.ok_or(Error::NotFound)?;
    let mut problems = Problems::new(lang);
    let target = match store::find(db, into)? {
        Found::One(target) if Some(target) == from.merged_into => return Ok(Ok(target)),
        _ if from.merged_into.is_some() => return Err(Error::Invalid("merged already".into())),
        Found::One(target) if target != id => store::by_id(db, target)?.ok_or(Error::NotFound)?,
        Found::One(_) => {
            problems.add("into", "error-merge-with-itself");
            return Ok(Err(problems.into()));
        }
        found => {
            problems.not_one("into", into, found);
            return Ok(Err(problems.into()));
        }
    };
    let merged = store::merged_ids(db, id)?;
    store::merge(db, id, target.id, Moment::now())?;
    for id in merged {
        let told = vec![Change("merged_into".into(), String::new(), target.label())];
        let it = store::by_id(db, id)?.ok_or(Error::NotFound)?;
        record(db, who, Verb::Merged, &it, told)?;
    }
    let more = [&target.other_names, &from.name, &from.code, &from.other_names].map(String::as_str).join("\n");
    let other_names = names::others([target.name.as_str(), &target.code], &more);
    let told = vec![Change("merged_from".into(), String::new(), from.label())];
    update(db, &target, Place { other_names, ..target.clone() }, Verb::Merged, told, who)?;
    Ok(Ok(target.id))
}

/// The place a text means, or a new one with the name, code and country in it.
pub fn take(db: &mut Db, text: &str, who: &Visitor) -> Result<Id> {
    match store::find(db, text)? {
        Found::One(id) => Ok(id),
        Found::Many(_) => Err(Error::Invalid(format!("several places are called {text:?}"))),
        Found::Nothing if names::bare(text).is_empty() => Err(Error::Invalid(format!("{text:?} is blank"))),
        Found::Nothing => insert(db, &Place::typed(&Typed::read(text)), who),
    }
}

/// Puts the built-in places into a new database. Not a row of history each: they were never anyone's doing.
pub fn seed(db: &mut Db) -> Result<()> {
    store::insert_all(db, &seed::places()?, true, Moment::now())
}

/// The places held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Place)?;
    for it in seed::places()? {
        told.brought(it.id, it.state()?);
    }
    let all = store::all(db)?;
    let misnamed = store::misnamed(db, &all)?;
    for it in all {
        told.hold(it.id, &it.state()?, || it.full_label());
        if misnamed.contains(&it.id) {
            told.doubt(it.full_label());
        }
    }
    Ok(told.end())
}

fn insert(db: &mut Db, it: &Place, who: &Visitor) -> Result<Id> {
    store::insert(db, it, Moment::now())?;
    let changes = history::changes(&Input::default(), &form::fields(it, Lang::english()));
    record(db, who, Verb::Created, it, changes)?;
    Ok(it.id)
}

fn update(db: &mut Db, there: &Place, draft: Place, verb: Verb, mut told: Vec<Change>, who: &Visitor) -> Result<()> {
    let draft = Place { version: there.version + 1, ..draft };
    store::update(db, &draft, Moment::now())?;
    let fields = |it| form::fields(it, Lang::english());
    told.extend(history::changes(&fields(there), &fields(&draft)));
    record(db, who, verb, &draft, told)
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, it: &Place, told: Vec<Change>) -> Result<()> {
    let deed = Deed::new(verb, Subject::Place, it.id).telling(told);
    history::record(db, &who.by, deed.leaving(it.state()?))
}

/// Another place that has its code, or its name and nothing to be told apart by, said at the field.
fn taken(db: &mut Db, draft: &Place, lang: Lang) -> Result<Option<Problems>> {
    let mut problems = Problems::new(lang);
    if let Some(other) = store::by_code(db, &draft.code)?.filter(|other| other.id != draft.id) {
        problems.add_with("locode", "error-locode-taken", [("name", other.label())]);
    } else if let Some(other) = store::alike(db, draft)? {
        problems.add_with("name", "error-place-taken", [("name", other.full_label())]);
    }
    Ok(Some(problems).filter(|problems| !problems.is_empty()))
}

fn stale(there: &Place, draft: &Place, lang: Lang) -> Refusal {
    let (theirs, yours) = (form::fields(there, lang), form::fields(draft, lang));
    Refusal::Stale { theirs, yours, version: there.version, adopt: vec![] }
}
