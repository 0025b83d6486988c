//! The rows of tokens.

use super::{Row, person};
use crate::{
    accounts::{
        model::{Person, Token},
        rights::{Act, Grant, Role},
    },
    db::{
        Db,
        schema::{grants, people, tokens},
    },
    error::Result,
    values::{Id, Moment},
};
use diesel::prelude::*;

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
    type Given = (Option<Role>, Option<Id>, Option<Id>);
    let given = (grants::role.nullable(), grants::mission_id.nullable(), grants::organisation_id.nullable());
    let rows: Vec<(TokenRow, Row, Given)> = tokens::table
        .inner_join(people::table.on(people::id.eq(tokens::person_id)))
        .left_join(grants::table.on(grants::person_id.eq(tokens::person_id)))
        .filter(tokens::hash.eq(hash))
        .select((TokenRow::as_select(), Row::as_select(), given))
        .load(db)?;
    let mut rights = vec![];
    let mut first = None;
    for (found, who, (role, mission, organisation)) in rows {
        rights.extend(role.map(|role| Grant { role, mission, organisation }));
        first.get_or_insert((found, who));
    }
    Ok(first.map(|(found, who)| (token(found), person(who), rights)))
}
