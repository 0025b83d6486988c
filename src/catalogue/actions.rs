//! What people do to items. Change and history are one transaction.

use super::{
    form,
    model::{Category, Item, others_of},
    seed, store,
};
use crate::{
    accounts::{Act, Visitor},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    values::{Id, Moment, Unit, names},
    web::{Found, Input, Problems, Refusal},
};

/// Makes an item from a form. The same form sent again is the same item.
pub fn create(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let lang = who.lang;
    who.must_everywhere(Act::Stock)?;
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
    insert(db, &draft, who).map(Ok)
}

/// Changes an item. A form opened before someone else's change is shown that change, and loses nothing.
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
        return Ok(Err(stale(&there, &draft)));
    }
    if let Some(problems) = taken(db, &draft, lang)? {
        return Ok(Err(problems.into()));
    }
    update(db, &there, draft, Verb::Changed, vec![], who)?;
    Ok(Ok(there.id))
}

/// Declares that one item is the one named `into`: its names become other names of that one, and whatever
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
        let told = vec![Change("merged_into".into(), String::new(), target.name(Lang::english()).into())];
        let it = store::by_id(db, id)?.ok_or(Error::NotFound)?;
        record(db, who, Verb::Merged, &it, told)?;
    }
    let told = vec![Change("merged_from".into(), String::new(), from.name(Lang::english()).into())];
    let more =
        [&target, &from].map(|it| it.other_names.as_str()).into_iter().chain(from.main_names().map(|(_, name)| name));
    let other_names = others_of(&target.names, &more.collect::<Vec<_>>().join("\n"));
    update(db, &target, Item { other_names, ..target.clone() }, Verb::Merged, told, who)?;
    Ok(Ok(target.id))
}

/// Adds an item of which only a name, in this language, its category and perhaps its unit are known; the one called so,
/// when there is one already.
pub fn add(db: &mut Db, name: &str, category: Category, unit: Option<Unit>, who: &Visitor) -> Result<Id> {
    match store::find(db, name)? {
        Found::One(id) => Ok(id),
        Found::Many(_) => Err(Error::Invalid(format!("several items are called {name:?}"))),
        Found::Nothing if names::bare(name).is_empty() => Err(Error::Invalid(format!("{name:?} is blank"))),
        Found::Nothing => insert(db, &Item::named(name, who.lang, category, unit), who),
    }
}

/// Puts the built-in items into a new database. Not a row of history each: they were never anyone's doing.
pub fn seed(db: &mut Db) -> Result<()> {
    store::insert_all(db, &seed::items()?, true, Moment::now())
}

/// The catalogue held against its history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Item)?;
    for it in seed::items()? {
        told.brought(it.id, it.state()?);
    }
    let all = store::all(db)?;
    let mut odd = store::misnamed(db, &all)?;
    odd.extend(store::oddly_kept(db)?);
    for it in all {
        told.hold(it.id, &it.state()?, || it.name(Lang::english()).to_string());
        if odd.contains(&it.id) {
            told.doubt(it.name(Lang::english()).to_string());
        }
    }
    Ok(told.end())
}

fn insert(db: &mut Db, it: &Item, who: &Visitor) -> Result<Id> {
    store::insert(db, it, Moment::now())?;
    let changes = history::changes(&Input::default(), &form::fields(it));
    record(db, who, Verb::Created, it, changes)?;
    Ok(it.id)
}

fn update(db: &mut Db, there: &Item, draft: Item, verb: Verb, mut told: Vec<Change>, who: &Visitor) -> Result<()> {
    let draft = Item { version: there.version + 1, ..draft };
    store::update(db, &draft, Moment::now())?;
    let fields = |it| form::fields(it);
    told.extend(history::changes(&fields(there), &fields(&draft)));
    record(db, who, verb, &draft, told)
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, it: &Item, told: Vec<Change>) -> Result<()> {
    let deed = Deed::new(verb, Subject::Item, it.id).telling(told);
    history::record(db, &who.by, deed.leaving(it.state()?))
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
