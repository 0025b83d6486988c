//! What people do to items. Change and history are one transaction.

use super::{
    form,
    model::{Category, Item, others_of},
    seed, store,
};
use crate::{
    db::Db,
    error::{Error, Result},
    history::{self, Change, Subject, Verb},
    lang::Lang,
    values::{Id, Moment, Unit, names},
    web::{Found, Input, Problems, Refusal},
};

/// Makes an item from a form. The same form sent again is the same item.
pub fn create(db: &mut Db, input: &Input, lang: Lang) -> Result<Result<Id, Refusal>> {
    let draft = match form::check(input, lang) {
        Ok(draft) => Item { version: 1, ..draft },
        Err(problems) => return Ok(Err(problems.into())),
    };
    if let Some(there) = store::by_id(db, draft.id)? {
        return Ok(if there.says(&draft) { Ok(there.id) } else { Err(stale(&there, &draft)) });
    }
    if let Some(problems) = taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    insert(db, &draft).map(Ok)
}

/// Changes an item. A form opened before someone else's change is shown that change, and loses nothing.
pub fn change(db: &mut Db, input: &Input, lang: Lang) -> Result<Result<Id, Refusal>> {
    let draft = match form::check(input, lang) {
        Ok(draft) => draft,
        Err(problems) => return Ok(Err(problems.into())),
    };
    let there = store::by_id(db, draft.id)?.ok_or(Error::NotFound)?;
    if there.says(&draft) {
        return Ok(Ok(there.id));
    }
    if there.version != draft.version || there.merged_into.is_some() {
        return Ok(Err(stale(&there, &draft)));
    }
    if let Some(problems) = taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    update(db, &there, draft, Verb::Changed, vec![])?;
    Ok(Ok(there.id))
}

/// Declares that one item is the one named `into`: its names become other names of that one, and whatever
/// refers to it shows that one. Answers with the id of that one.
pub fn merge(db: &mut Db, id: Id, into: &str, lang: Lang) -> Result<Result<Id, Refusal>> {
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
    store::merge(db, id, target.id, Moment::now())?;
    let told = vec![Change("merged_into".into(), String::new(), target.name(Lang::english()).into())];
    history::record(db, (Subject::Item, id), Verb::Merged, "", told)?;
    let told = vec![Change("merged_from".into(), String::new(), from.name(Lang::english()).into())];
    let more =
        [&target, &from].map(|it| it.other_names.as_str()).into_iter().chain(from.main_names().map(|(_, name)| name));
    let other_names = others_of(&target.names, &more.collect::<Vec<_>>().join("\n"));
    update(db, &target, Item { other_names, ..target.clone() }, Verb::Merged, told)?;
    Ok(Ok(target.id))
}

/// Adds an item of which only a name, in this language, its category and perhaps its unit are known; the one called so,
/// when there is one already.
pub fn add(db: &mut Db, name: &str, lang: Lang, category: Category, unit: Option<Unit>) -> Result<Id> {
    match store::find(db, name)? {
        Found::One(id) => Ok(id),
        Found::Many(_) => Err(Error::Invalid(format!("several items are called {name:?}"))),
        Found::Nothing if names::bare(name).is_empty() => Err(Error::Invalid(format!("{name:?} is blank"))),
        Found::Nothing => insert(db, &Item::named(name, lang, category, unit)),
    }
}

/// Puts the built-in items into a new database. Not a row of history each: they were never anyone's doing.
pub fn seed(db: &mut Db) -> Result<()> {
    store::insert_all(db, &seed::items()?, true, Moment::now())
}

fn insert(db: &mut Db, it: &Item) -> Result<Id> {
    store::insert(db, it, Moment::now())?;
    let changes = history::changes(&Input::default(), &form::fields(it));
    history::record(db, (Subject::Item, it.id), Verb::Created, "", changes)?;
    Ok(it.id)
}

fn update(db: &mut Db, there: &Item, draft: Item, verb: Verb, mut told: Vec<Change>) -> Result<()> {
    let draft = Item { version: there.version + 1, ..draft };
    store::update(db, &draft, Moment::now())?;
    let fields = |it| form::fields(it);
    told.extend(history::changes(&fields(there), &fields(&draft)));
    history::record(db, (Subject::Item, there.id), verb, "", told)
}

/// Another item that would be mistaken for this one, said at the field of the name they share.
fn taken(db: &mut Db, draft: &Item, lang: Lang) -> Result<Option<Problems>> {
    let alike = store::alike(db, draft)?;
    Ok(alike.map(|(folded, other)| {
        let mut problems = Problems::new(lang);
        problems.add_with(&form::field_of(draft, &folded), "error-item-taken", [("name", other.name(lang).into())]);
        problems
    }))
}

fn stale(there: &Item, draft: &Item) -> Refusal {
    let (theirs, yours) = (form::fields(there), form::fields(draft));
    Refusal::Stale { theirs, yours, version: there.version, adopt: vec![] }
}
