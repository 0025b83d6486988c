//! The rows of tokens.

use super::{Given, Row, given, opened};
use crate::{
    accounts::{
        model::{Person, Token},
        rights::{Act, Grant},
    },
    db::{
        Db,
        schema::{grants, people, tokens},
    },
    error::Result,
    values::{Id, Moment},
};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = tokens, treat_none_as_default_value = false)]
struct TokenRow {
    id: Id,
    person_id: Id,
    hash: String,
    hint: String,
    name: String,
    acts: String,
    missions: String,
    created_at: Moment,
    expires_at: Moment,
    used_at: Option<Moment>,
}

fn token(row: TokenRow) -> Token {
    Token {
        id: row.id,
        person: row.person_id,
        name: row.name,
        hint: row.hint,
        acts: row.acts.split(' ').filter_map(Act::from_code).collect(),
        missions: row.missions.split(' ').filter_map(|id| id.parse().ok()).collect(),
        created_at: row.created_at,
        expires_at: row.expires_at,
        used_at: row.used_at,
    }
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(" ")
}

/// Writes a new token, as its hash.
pub(in crate::accounts) fn insert_token(db: &mut Db, it: &Token, hash: &str) -> Result<()> {
    let row = TokenRow {
        id: it.id,
        person_id: it.person,
        hash: hash.into(),
        hint: it.hint.clone(),
        name: it.name.clone(),
        acts: joined(it.acts.iter().map(|act| act.code().to_string())),
        missions: joined(it.missions.iter().map(Id::to_string)),
        created_at: it.created_at,
        expires_at: it.expires_at,
        used_at: it.used_at,
    };
    diesel::insert_into(tokens::table).values(row).execute(db)?;
    Ok(())
}

/// The tokens of a person, the newest first.
pub fn tokens_of(db: &mut Db, person: Id) -> Result<Vec<Token>> {
    let own = tokens::table.filter(tokens::person_id.eq(person)).order((tokens::created_at.desc(), tokens::id.desc()));
    Ok(own.select(TokenRow::as_select()).load(db)?.into_iter().map(token).collect())
}

/// A token as the history holds it: all of it but when it was last used.
pub(in crate::accounts) type Held = (Id, String, String, String, String, String, Moment, Moment);

/// The tokens of a person, or of everybody, as the history holds them, the oldest first.
pub(in crate::accounts) fn held_tokens(db: &mut Db, person: Option<Id>) -> Result<HashMap<Id, Vec<Held>>> {
    let mut all = tokens::table.order((tokens::created_at, tokens::id)).select(TokenRow::as_select()).into_boxed();
    if let Some(person) = person {
        all = all.filter(tokens::person_id.eq(person));
    }
    let mut out: HashMap<Id, Vec<Held>> = HashMap::new();
    for TokenRow { id, person_id, hash, hint, name, acts, missions, created_at, expires_at, .. } in all.load(db)? {
        let held = (id, hash, hint, name, acts, missions, created_at, expires_at);
        out.entry(person_id).or_default().push(held);
    }
    Ok(out)
}

/// Takes a token from a person.
pub(in crate::accounts) fn delete_token(db: &mut Db, person: Id, id: Id) -> Result<bool> {
    let own = tokens::table.filter(tokens::id.eq(id).and(tokens::person_id.eq(person)));
    Ok(diesel::delete(own).execute(db)? == 1)
}

/// Takes all tokens from a person.
pub(in crate::accounts) fn delete_tokens(db: &mut Db, person: Id) -> Result<()> {
    diesel::delete(tokens::table.filter(tokens::person_id.eq(person))).execute(db)?;
    Ok(())
}

/// Notes that a token was used.
pub(in crate::accounts) fn touch_token(db: &mut Db, id: Id, now: Moment) -> Result<()> {
    diesel::update(tokens::table.find(id)).set(tokens::used_at.eq(now)).execute(db)?;
    Ok(())
}

/// The token with this hash, with its person and their rights.
pub(in crate::accounts) fn open_token(db: &mut Db, hash: &str) -> Result<Option<(Token, Person, Vec<Grant>)>> {
    let rows: Vec<(TokenRow, Row, Given)> = tokens::table
        .inner_join(people::table.on(people::id.eq(tokens::person_id)))
        .left_join(grants::table.on(grants::person_id.eq(tokens::person_id)))
        .filter(tokens::hash.eq(hash))
        .select((TokenRow::as_select(), Row::as_select(), given()))
        .load(db)?;
    Ok(opened(rows).map(|(found, person, rights)| (token(found), person, rights)))
}
