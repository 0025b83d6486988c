//! Tokens: a person gives one to a program, and takes it back.

use super::{known, record, told};
use crate::{
    accounts::{
        model::Token,
        rights::{Act, Rights},
        store,
    },
    db::Db,
    error::Result,
    history::{By, Change, Verb},
    values::{Id, Moment},
    web::Problems,
};

/// The most tokens a person has.
pub const MOST_TOKENS: usize = 50;

/// How long a token is good at most, in days.
pub const LONGEST_DAYS: i64 = 366;

/// The most characters of a token's name.
const LONGEST_NAME: usize = 100;

/// What tokens begin with, so that whoever searches files for lost secrets knows one.
pub const PREFIX: &str = "keruen_";

/// Gives a person a token, of which `hash` alone is kept. It may do no more than they.
pub fn give_token(
    db: &mut Db,
    it: &Token,
    hash: &str,
    rights: &Rights,
    by: &By,
    mut problems: Problems,
) -> Result<Result<(), Problems>> {
    known(db, it.person)?;
    if it.name.is_empty() {
        problems.add("name", "error-token-name");
    } else if it.name.chars().count() > LONGEST_NAME {
        problems.add_with("name", "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    }
    if it.acts.is_empty() {
        problems.add("acts", "error-token-acts");
    }
    if it.acts.iter().any(|act| !act.for_programs() || !rights.anywhere(*act)) {
        problems.add("acts", "error-choose");
    }
    let days = (it.expires_at.0 - it.created_at.0).num_days();
    if !(1..=LONGEST_DAYS).contains(&days) {
        problems.add_with("days", "error-token-days", [("most", LONGEST_DAYS.to_string())]);
    }
    if store::tokens_of(db, it.person)?.len() >= MOST_TOKENS {
        problems.add_with("", "error-token-many", [("most", MOST_TOKENS.to_string())]);
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    store::insert_token(db, it, hash)?;
    let acts: Vec<&str> = it.acts.iter().map(|act| Act::code(*act)).collect();
    let change = Change("token".into(), String::new(), format!("{} ({}…): {}", it.name, it.hint, acts.join(", ")));
    record(db, by, it.person, Verb::Changed, vec![change])?;
    Ok(Ok(()))
}

/// Takes a token from a person; `false` where it is none of theirs.
pub fn take_token(db: &mut Db, person: Id, id: Id, by: &By) -> Result<bool> {
    let Some(it) = store::tokens_of(db, person)?.into_iter().find(|it| it.id == id) else { return Ok(false) };
    store::delete_token(db, person, id)?;
    let change = told("token", &format!("{} ({}…)", it.name, it.hint), "");
    record(db, by, person, Verb::Changed, change.into_iter().collect())?;
    Ok(true)
}

/// A moment some days from another.
pub fn days_from(now: Moment, days: i64) -> Moment {
    Moment(now.0.checked_add_signed(chrono::Duration::days(days.clamp(-1, 10_000))).unwrap_or(now.0))
}
