//! What is done to people, and what people do to their own accounts; how they come in is in [`entry`]. Change and history are one transaction; passwords arrive
//! here as hashes, for hashing is slow and a transaction may run twice.

mod entry;
mod tokens;

pub use entry::*;
pub use tokens::*;

use super::{
    model::Person,
    rights::{Grant, Role},
    store,
};
use crate::{
    db::Db,
    error::{Error, Result},
    history::{self, Astray, By, Change, Deed, Subject, Told, Verb, state_of},
    lang::Lang,
    values::{Id, Moment},
    web::Problems,
};

/// The most characters of a name.
const LONGEST_NAME: usize = 100;

/// The fields of a person that enter the history as commitments.
const PRIVATE: &[&str] = &["name", "sign_in"];

/// A role to be given, with its words for the history: "logger KZ-AF-2023-04".
pub type Given = (Grant, String);

/// The fingerprint of a person as they stand, with what they and their tokens may.
fn state(it: &Person, rights: &[Grant], tokens: &[store::Held]) -> Result<String> {
    let rights: Vec<_> = rights.iter().map(|g| (g.role, g.mission, g.organisation)).collect();
    let own = (it.id, &it.sign_in, &it.name, &it.password, &it.totp, &it.lang, it.manner.codes(), &it.theme);
    // Of whoever has no token it is what it was before there were any.
    match tokens {
        [] => state_of(&(own, it.disabled_at, rights)),
        tokens => state_of(&(own, it.disabled_at, rights, tokens)),
    }
}

/// The people held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Person)?;
    let tokens = store::held_tokens(db, None)?;
    for (it, rights) in store::list(db)? {
        let own = tokens.get(&it.id).map_or(&[][..], Vec::as_slice);
        told.hold(it.id, &state(&it, &rights, own)?, || it.sign_in.clone());
    }
    // What no person could have chosen, and a name found by another than its own.
    store::oddly_kept(db)?.into_iter().for_each(|sign_in| told.doubt(sign_in));
    Ok(told.end())
}

fn record(db: &mut Db, by: &By, id: Id, verb: Verb, changes: Vec<Change>) -> Result<()> {
    let person = store::find(db, id)?.ok_or(Error::NotFound)?;
    let rights = store::grants_of(db, id)?;
    let tokens = store::held_tokens(db, Some(id))?.remove(&id).unwrap_or_default();
    let deed = Deed::new(verb, Subject::Person, id).telling(changes).keeping_private(PRIVATE);
    history::record(db, by, deed.leaving(state(&person, &rights, &tokens)?))
}

fn told(field: &str, old: &str, new: &str) -> Option<Change> {
    (old != new).then(|| Change(field.into(), old.into(), new.into()))
}

/// The person with this id, but for one who was erased: that is for good.
fn known(db: &mut Db, id: Id) -> Result<Person> {
    store::find(db, id)?.filter(|it| !it.is_erased()).ok_or(Error::NotFound)
}

/// Adds a person. The same form sent again is the same person.
pub fn add(db: &mut Db, it: &Person, rights: &[Given], by: &By, lang: Lang) -> Result<Result<Id, Problems>> {
    if let Some(there) = store::find(db, it.id)? {
        let had = store::grants_of(db, it.id)?;
        let same_rights = had.len() == rights.len() && rights.iter().all(|(grant, _)| had.contains(grant));
        if same_rights && there.sign_in == it.sign_in && there.name == it.name {
            return Ok(Ok(it.id));
        }
        let mut problems = Problems::new(lang);
        problems.add_with("", "error-person-added", [("name", there.name)]);
        return Ok(Err(problems));
    }
    if let Some(problems) = named_well(db, it, lang)? {
        return Ok(Err(problems));
    }
    store::insert(db, it)?;
    let changes = [told("sign_in", "", &it.sign_in), told("name", "", &it.name)];
    record(db, by, it.id, Verb::Created, changes.into_iter().flatten().collect())?;
    give(db, it.id, &[], rights, by)?;
    Ok(Ok(it.id))
}

/// Changes the names of a person and what they may do.
pub fn change(
    db: &mut Db,
    id: Id,
    (sign_in, name): (&str, &str),
    rights: &[Given],
    said: impl Fn(&Grant) -> String,
    by: &By,
    lang: Lang,
) -> Result<Result<(), Problems>> {
    let before = known(db, id)?;
    let had = store::grants_of(db, id)?;
    let after = Person { sign_in: sign_in.into(), name: name.into(), version: before.version + 1, ..before.clone() };
    if let Some(problems) = named_well(db, &after, lang)? {
        return Ok(Err(problems));
    }
    let wanted: Vec<Grant> = rights.iter().map(|(grant, _)| *grant).collect();
    if keeps_the_house(&had)
        && !keeps_the_house(&wanted)
        && let Some(problems) = last_administrator(db, id, lang)?
    {
        return Ok(Err(problems));
    }
    let changes: Vec<Change> =
        [told("sign_in", &before.sign_in, sign_in), told("name", &before.name, name)].into_iter().flatten().collect();
    if !changes.is_empty() {
        store::update(db, &after)?;
        record(db, by, id, Verb::Changed, changes)?;
    }
    let had: Vec<Given> = had.into_iter().map(|grant| (grant, said(&grant))).collect();
    give(db, id, &had, rights, by)?;
    Ok(Ok(()))
}

/// Puts these rights in the place of those a person had; each that came or went is told, and their sessions get new tokens.
fn give(db: &mut Db, id: Id, had: &[Given], wanted: &[Given], by: &By) -> Result<()> {
    let missing = |some: &[Given], others: &[Given]| -> Vec<Given> {
        some.iter().filter(|(grant, _)| !others.iter().any(|(other, _)| other == grant)).cloned().collect()
    };
    let (gone, come) = (missing(had, wanted), missing(wanted, had));
    if gone.is_empty() && come.is_empty() {
        return Ok(());
    }
    store::revoke_all(db, id)?;
    for (grant, _) in wanted {
        store::grant(db, id, grant)?;
    }
    if let Some(it) = store::find(db, id)? {
        store::update(db, &Person { version: it.version + 1, ..it })?;
    }
    store::mark_for_renewal(db, id)?;
    for (verb, some) in [(Verb::Revoked, gone), (Verb::Granted, come)] {
        for (_, said) in some {
            let (old, new) = if verb == Verb::Revoked { (said, String::new()) } else { (String::new(), said) };
            record(db, by, id, verb, vec![Change("role".into(), old, new)])?;
        }
    }
    Ok(())
}

fn keeps_the_house(rights: &[Grant]) -> bool {
    rights.iter().any(|grant| grant.role == Role::Administrator && grant.mission.is_none())
}

/// A problem when nobody else keeps the house.
fn last_administrator(db: &mut Db, id: Id, lang: Lang) -> Result<Option<Problems>> {
    let others = store::list(db)?;
    let another =
        |(it, rights): &(Person, Vec<Grant>)| it.id != id && it.disabled_at.is_none() && keeps_the_house(rights);
    Ok((!others.iter().any(another)).then(|| {
        let mut problems = Problems::new(lang);
        problems.add("", "error-last-administrator");
        problems
    }))
}

/// What is wrong with a person's names.
pub fn named_well(db: &mut Db, it: &Person, lang: Lang) -> Result<Option<Problems>> {
    let mut problems = Problems::new(lang);
    for (field, value, missing) in
        [("name", &it.name, "error-person-name"), ("sign_in", &it.sign_in, "error-person-sign-in")]
    {
        if value.is_empty() {
            problems.add(field, missing);
        } else if value.chars().count() > LONGEST_NAME {
            problems.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
        }
    }
    if !it.sign_in.is_empty()
        && (it.sign_in.contains(char::is_whitespace) || !it.sign_in.contains(char::is_alphanumeric))
    {
        problems.add("sign_in", "error-person-sign-in-form");
    } else if store::by_sign_in(db, &it.sign_in)?.is_some_and(|there| there.id != it.id) {
        problems.add("sign_in", "error-person-taken");
    }
    Ok((!problems.is_empty()).then_some(problems))
}

/// Lets a person sign in no longer; their sessions and links end now.
pub fn disable(db: &mut Db, id: Id, by: &By, lang: Lang) -> Result<Result<(), Problems>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    if before.disabled_at.is_some() {
        return Ok(Ok(()));
    }
    if keeps_the_house(&store::grants_of(db, id)?)
        && let Some(problems) = last_administrator(db, id, lang)?
    {
        return Ok(Err(problems));
    }
    store::update(db, &Person { disabled_at: Some(Moment::now()), version: before.version + 1, ..before })?;
    store::end_sessions(db, id, None)?;
    store::delete_tokens(db, id)?;
    drop_tickets(db, id)?;
    record(db, by, id, Verb::Disabled, vec![])?;
    Ok(Ok(()))
}

/// Lets a person sign in again.
pub fn enable(db: &mut Db, id: Id, by: &By) -> Result<()> {
    let before = known(db, id)?;
    if before.disabled_at.is_none() {
        return Ok(());
    }
    store::update(db, &Person { disabled_at: None, version: before.version + 1, ..before })?;
    record(db, by, id, Verb::Enabled, vec![])
}

/// Erases what is known of a person who may no longer sign in: names, password, second factor, rights, and the values behind
/// the history's commitments. What they did stays, done by someone without a name.
pub fn erase(db: &mut Db, id: Id, by: &By) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    if before.disabled_at.is_none() {
        return Err(Error::Invalid("a person is disabled before they are erased".into()));
    }
    let nobody = Person {
        id,
        disabled_at: before.disabled_at,
        version: before.version + 1,
        created_at: before.created_at,
        ..Person::new(&format!("erased:{id}"), "")
    };
    store::update(db, &nobody)?;
    store::revoke_all(db, id)?;
    store::replace_codes(db, id, &[])?;
    store::end_sessions(db, id, None)?;
    store::delete_tokens(db, id)?;
    history::forget(db, (Subject::Person, id))?;
    record(db, by, id, Verb::Erased, vec![])
}

/// What a person may set for themselves.
pub fn prefer(db: &mut Db, wanted: &Person, by: &By, lang: Lang) -> Result<Result<(), Problems>> {
    let before = store::find(db, wanted.id)?.ok_or(Error::NotFound)?;
    let after = Person {
        name: wanted.name.clone(),
        lang: wanted.lang.clone(),
        manner: wanted.manner,
        theme: wanted.theme.clone(),
        version: before.version + 1,
        ..before.clone()
    };
    if let Some(problems) = named_well(db, &after, lang)? {
        return Ok(Err(problems));
    }
    let (was, is) = (before.manner.codes(), after.manner.codes());
    let changes: Vec<Change> = [
        told("name", &before.name, &after.name),
        told("lang", &before.lang, &after.lang),
        told("calendar", was[0], is[0]),
        told("digits", was[1], is[1]),
        told("time_zone", was[2], is[2]),
        told("theme", &before.theme, &after.theme),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !changes.is_empty() {
        store::update(db, &after)?;
        record(db, by, wanted.id, Verb::Changed, changes)?;
    }
    Ok(Ok(()))
}
