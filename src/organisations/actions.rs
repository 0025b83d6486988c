//! What people do to organisations. Change and history are one transaction.

use super::{form, model::Organisation, store};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    values::{Id, Moment, names},
    web::{Found, Input, Problems, Refusal},
};

/// The fields that name a person, or say how to reach one: they enter the history as commitments.
pub(super) const PRIVATE: &[&str] = &["contact", "phone", "email"];

/// Makes an organisation from a form. The same form sent again is the same organisation.
pub fn create(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    who.must_everywhere(Act::Stock)?;
    let draft = match form::check(input, lang) {
        Ok(draft) => Organisation { version: 1, ..draft },
        Err(problems) => return Ok(Err(problems.into())),
    };
    if let Some(there) = store::by_id(db, draft.id)? {
        return Ok(if there.says(&draft) { Ok(there.id) } else { Err(stale(&there, &draft, lang)) });
    }
    if let Some(problems) = name_taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    insert(db, &draft, who).map(Ok)
}

/// Changes an organisation. A form opened before someone else's change is shown that change, and loses nothing.
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
    if let Some(problems) = name_taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    update(db, &there, draft, Verb::Changed, vec![], who)?;
    Ok(Ok(there.id))
}

/// Declares that one organisation is the one named `into`: its names become other names of that one, and whatever
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
        let told = vec![Change("merged_into".into(), String::new(), target.name.clone())];
        let it = store::by_id(db, id)?.ok_or(Error::NotFound)?;
        record(db, who, Verb::Merged, &it, told)?;
    }
    let more = [&target.other_names, &from.name, &from.other_names].map(String::as_str).join("\n");
    let other_names = names::others([target.name.as_str()], &more);
    let told = vec![Change("merged_from".into(), String::new(), from.name)];
    update(db, &target, Organisation { other_names, ..target.clone() }, Verb::Merged, told, who)?;
    Ok(Ok(target.id))
}

/// Erases the contact of an organisation, as it is and as it was. Done again, it is done once.
pub fn forget(db: &mut Db, id: Id, who: &Visitor) -> Result<()> {
    who.must_everywhere(Act::Stock)?;
    let there = store::by_id(db, id)?.ok_or(Error::NotFound)?;
    let bare = Organisation { contact: String::new(), phone: String::new(), email: String::new(), ..there.clone() };
    update(db, &there, bare, Verb::Erased, vec![], who)?;
    history::forget_values(db, (Subject::Organisation, id))
}

/// The organisation called so, or a new one with that name.
pub fn take(db: &mut Db, text: &str, who: &Visitor) -> Result<Id> {
    match store::find(db, text)? {
        Found::One(id) => Ok(id),
        Found::Many(_) => Err(Error::Invalid(format!("several organisations are called {text:?}"))),
        Found::Nothing if names::bare(text).is_empty() => Err(Error::Invalid(format!("{text:?} is blank"))),
        Found::Nothing => insert(db, &Organisation::named(text), who),
    }
}

/// The organisations held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Organisation)?;
    let all = store::all(db)?;
    let misnamed = store::misnamed(db, &all)?;
    for it in all {
        told.hold(it.id, &it.state()?, || it.name.clone());
        if misnamed.contains(&it.id) {
            told.doubt(it.name.clone());
        }
    }
    Ok(told.end())
}

fn insert(db: &mut Db, it: &Organisation, who: &Visitor) -> Result<Id> {
    store::insert(db, it, Moment::now())?;
    let changes = history::changes(&Input::default(), &form::fields(it, Lang::english()));
    record(db, who, Verb::Created, it, changes)?;
    Ok(it.id)
}

fn update(
    db: &mut Db,
    there: &Organisation,
    draft: Organisation,
    verb: Verb,
    mut told: Vec<Change>,
    who: &Visitor,
) -> Result<()> {
    let draft = Organisation { version: there.version + 1, ..draft };
    store::update(db, &draft, Moment::now())?;
    let fields = |it| form::fields(it, Lang::english());
    told.extend(history::changes(&fields(there), &fields(&draft)));
    record(db, who, verb, &draft, told)
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, it: &Organisation, told: Vec<Change>) -> Result<()> {
    let deed = Deed::new(verb, Subject::Organisation, it.id).telling(told).keeping_private(PRIVATE);
    history::record(db, &who.by, deed.leaving(it.state()?))
}

/// Another organisation that has one of its names already, said at the field of that name.
fn name_taken(db: &mut Db, draft: &Organisation, lang: Lang) -> Result<Option<Problems>> {
    let taken = store::taken(db, draft.id, &draft.names())?;
    Ok(taken.map(|(folded, other)| {
        let mut problems = Problems::new(lang);
        let field = if folded == names::bare(&draft.name) { "name" } else { "other_names" };
        problems.add_with(field, "error-organisation-taken", [("name", other)]);
        problems
    }))
}

fn stale(there: &Organisation, draft: &Organisation, lang: Lang) -> Refusal {
    let (theirs, yours) = (form::fields(there, lang), form::fields(draft, lang));
    Refusal::Stale { theirs, yours, version: there.version, adopt: vec![] }
}
