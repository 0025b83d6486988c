//! The rows of people, their rights, sessions, tokens, tickets and recovery codes.

mod tokens;

pub use tokens::tokens_of;
pub(super) use tokens::{Held, delete_token, delete_tokens, held_tokens, insert_token, open_token, touch_token};

use super::{
    model::{IDLE, LIFE, Person, Session},
    rights::{Grant, Role},
};
use crate::{
    db::{
        Db,
        schema::{grants, people, recovery_codes, sessions, tickets},
    },
    error::Result,
    lang::Manner,
    values::{Id, Moment, fold},
};
use diesel::{dsl::Nullable, prelude::*};
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    sign_in: String,
    folded_sign_in: String,
    name: String,
    password: String,
    totp: String,
    totp_step: i64,
    lang: String,
    calendar: String,
    digits: String,
    time_zone: String,
    theme: String,
    disabled_at: Option<Moment>,
    version: i64,
    created_at: Moment,
    updated_at: Moment,
}

fn row(it: &Person) -> Row {
    let [calendar, digits, time_zone] = it.manner.codes();
    Row {
        id: it.id,
        sign_in: it.sign_in.clone(),
        folded_sign_in: fold(&it.sign_in),
        name: it.name.clone(),
        password: it.password.clone(),
        totp: it.totp.clone(),
        totp_step: it.totp_step,
        lang: it.lang.clone(),
        calendar: calendar.into(),
        digits: digits.into(),
        time_zone: time_zone.into(),
        theme: it.theme.clone(),
        disabled_at: it.disabled_at,
        version: it.version,
        created_at: it.created_at,
        updated_at: Moment::now(),
    }
}

fn person(row: Row) -> Person {
    Person {
        id: row.id,
        sign_in: row.sign_in,
        name: row.name,
        password: row.password,
        totp: row.totp,
        totp_step: row.totp_step,
        lang: row.lang,
        manner: Manner::of(&row.calendar, &row.digits, &row.time_zone),
        theme: row.theme,
        disabled_at: row.disabled_at,
        version: row.version,
        created_at: row.created_at,
    }
}

/// How many people there are.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(people::table.count().get_result(db)?)
}

/// The person with this id.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Person>> {
    let found: Option<Row> = people::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(found.map(person))
}

/// The person who signs in so, however it is spelled.
pub fn by_sign_in(db: &mut Db, sign_in: &str) -> Result<Option<Person>> {
    let here = people::folded_sign_in.eq(fold(sign_in));
    let found: Option<Row> = people::table.filter(here).select(Row::as_select()).first(db).optional()?;
    Ok(found.map(person))
}

/// People with the rights of each, in order of name.
pub fn list(db: &mut Db) -> Result<Vec<(Person, Vec<Grant>)>> {
    let mut rows: Vec<Row> = people::table.select(Row::as_select()).load(db)?;
    rows.sort_by_cached_key(|row| (row.disabled_at.is_some(), fold(&row.name), row.id));
    let mut given: HashMap<Id, Vec<Grant>> = HashMap::new();
    let order = (grants::granted_at, grants::id);
    let all: Vec<(Id, Role, Option<Id>, Option<Id>)> = grants::table
        .order(order)
        .select((grants::person_id, grants::role, grants::mission_id, grants::organisation_id))
        .load(db)?;
    for (id, role, mission, organisation) in all {
        given.entry(id).or_default().push(Grant { role, mission, organisation });
    }
    let with_rights = |row: Row| {
        let rights = given.remove(&row.id).unwrap_or_default();
        (person(row), rights)
    };
    Ok(rows.into_iter().map(with_rights).collect())
}

/// The sign-in names of people whose row is not as it is written for what it says.
pub(super) fn oddly_kept(db: &mut Db) -> Result<Vec<String>> {
    let rows: Vec<Row> = people::table.select(Row::as_select()).load(db)?;
    let odd = rows.into_iter().filter(|it| {
        let manner = Manner::of(&it.calendar, &it.digits, &it.time_zone).codes();
        it.folded_sign_in != fold(&it.sign_in) || manner != [&*it.calendar, &*it.digits, &*it.time_zone]
    });
    Ok(odd.map(|it| it.sign_in).collect())
}

/// The rights of a person, in the order they were given.
pub fn grants_of(db: &mut Db, id: Id) -> Result<Vec<Grant>> {
    let rows: Vec<(Role, Option<Id>, Option<Id>)> = grants::table
        .filter(grants::person_id.eq(id))
        .order((grants::granted_at, grants::id))
        .select((grants::role, grants::mission_id, grants::organisation_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(role, mission, organisation)| Grant { role, mission, organisation }).collect())
}

/// The names of people.
pub fn names(db: &mut Db, ids: Vec<Id>) -> Result<HashMap<Id, String>> {
    Ok(called(db, ids)?.into_iter().map(|(id, _, name)| (id, name)).collect())
}

/// The names of people, each with the sign-in name where that is another; of those who were erased, nothing.
pub fn full_names(db: &mut Db, ids: Vec<Id>) -> Result<HashMap<Id, String>> {
    let full = |sign_in: String, name: String| match name.as_str() {
        "" => name,
        same if same == sign_in => name,
        _ => format!("{name} ({sign_in})"),
    };
    Ok(called(db, ids)?.into_iter().map(|(id, sign_in, name)| (id, full(sign_in, name))).collect())
}

fn called(db: &mut Db, mut ids: Vec<Id>) -> Result<Vec<(Id, String, String)>> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let found = people::table.filter(people::id.eq_any(ids));
    Ok(found.select((people::id, people::sign_in, people::name)).load(db)?)
}

/// Writes a new person.
pub(super) fn insert(db: &mut Db, it: &Person) -> Result<()> {
    diesel::insert_into(people::table).values(row(it)).execute(db)?;
    Ok(())
}

/// Writes a changed person.
pub(super) fn update(db: &mut Db, it: &Person) -> Result<()> {
    diesel::update(people::table.find(it.id)).set(row(it)).execute(db)?;
    Ok(())
}

/// Notes the last step of a second factor that was used; `false` when another sign-in used it in the same moment.
pub(super) fn use_step(db: &mut Db, id: Id, step: i64) -> Result<bool> {
    let before = people::table.filter(people::id.eq(id).and(people::totp_step.lt(step)));
    Ok(diesel::update(before).set(people::totp_step.eq(step)).execute(db)? == 1)
}

/// Gives a person a right.
pub(super) fn grant(db: &mut Db, id: Id, grant: &Grant) -> Result<()> {
    diesel::insert_into(grants::table)
        .values((
            grants::id.eq(Id::fresh()),
            grants::person_id.eq(id),
            grants::role.eq(grant.role),
            grants::mission_id.eq(grant.mission),
            grants::organisation_id.eq(grant.organisation),
            grants::granted_at.eq(Moment::now()),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes all rights from a person.
pub(super) fn revoke_all(db: &mut Db, id: Id) -> Result<()> {
    diesel::delete(grants::table.filter(grants::person_id.eq(id))).execute(db)?;
    Ok(())
}

type SessionRow = (Id, Id, Moment, Moment, String, String, bool);

const SESSION: (
    sessions::id,
    sessions::person_id,
    sessions::created_at,
    sessions::seen_at,
    sessions::address,
    sessions::browser,
    sessions::renew,
) = (
    sessions::id,
    sessions::person_id,
    sessions::created_at,
    sessions::seen_at,
    sessions::address,
    sessions::browser,
    sessions::renew,
);

fn session((id, person, created_at, seen_at, address, browser, renew): SessionRow) -> Session {
    Session { id, person, created_at, seen_at, address, browser, renew }
}

/// How long the token before the last still opens a session, in seconds: requests may be under way when it changes.
const GRACE: i64 = 60;

/// What a token opens.
pub(super) struct Opened {
    pub(super) session: Session,
    pub(super) person: Person,
    pub(super) rights: Vec<Grant>,
    /// Whether it was opened by the token before the last.
    pub(super) former: bool,
}

/// The session a token opens, with its person and their rights.
pub(super) fn open_session(db: &mut Db, token: &str, now: Moment) -> Result<Option<Opened>> {
    let joined = || {
        sessions::table
            .inner_join(people::table.on(people::id.eq(sessions::person_id)))
            .left_join(grants::table.on(grants::person_id.eq(sessions::person_id)))
            .select((SESSION, Row::as_select(), given()))
    };
    let mut rows: Vec<(SessionRow, Row, Given)> = joined().filter(sessions::token.eq(token)).load(db)?;
    let former = rows.is_empty();
    if former {
        let lately = Moment(now.0 - chrono::Duration::seconds(GRACE));
        let recent = sessions::former_token.ne("").and(sessions::renewed_at.ge(lately));
        rows = joined().filter(sessions::former_token.eq(token).and(recent)).load(db)?;
    }
    Ok(opened(rows).map(|(found, person, rights)| Opened { session: session(found), person, rights, former }))
}

/// A right beside whoever has it; nothing of it beside whoever has none.
type Given = (Option<Role>, Option<Id>, Option<Id>);

/// The columns of [`Given`].
fn given() -> (Nullable<grants::role>, Nullable<grants::mission_id>, Nullable<grants::organisation_id>) {
    (grants::role.nullable(), grants::mission_id.nullable(), grants::organisation_id.nullable())
}

/// What was found, its person and their rights, from rows that differ in the right alone.
fn opened<T>(rows: Vec<(T, Row, Given)>) -> Option<(T, Person, Vec<Grant>)> {
    let mut rights = vec![];
    let mut first = None;
    for (found, who, (role, mission, organisation)) in rows {
        rights.extend(role.map(|role| Grant { role, mission, organisation }));
        first.get_or_insert((found, who));
    }
    first.map(|(found, who)| (found, person(who), rights))
}

/// Begins a session.
pub(super) fn insert_session(db: &mut Db, it: &Session, token: &str) -> Result<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(it.id),
            sessions::person_id.eq(it.person),
            sessions::token.eq(token),
            sessions::former_token.eq(""),
            sessions::renewed_at.eq(it.created_at),
            sessions::renew.eq(false),
            sessions::created_at.eq(it.created_at),
            sessions::seen_at.eq(it.seen_at),
            sessions::address.eq(&it.address),
            sessions::browser.eq(&it.browser),
        ))
        .execute(db)?;
    Ok(())
}

/// Gives a session a new token; the old one lasts a moment longer.
pub(super) fn renew_session(db: &mut Db, id: Id, old: &str, new: &str, now: Moment) -> Result<bool> {
    let own = sessions::table.filter(sessions::id.eq(id).and(sessions::token.eq(old)));
    let done = diesel::update(own)
        .set((
            sessions::token.eq(new),
            sessions::former_token.eq(old),
            sessions::renewed_at.eq(now),
            sessions::renew.eq(false),
        ))
        .execute(db)?;
    Ok(done == 1)
}

/// Notes that a person's sessions are due new tokens.
pub(super) fn mark_for_renewal(db: &mut Db, person: Id) -> Result<()> {
    diesel::update(sessions::table.filter(sessions::person_id.eq(person))).set(sessions::renew.eq(true)).execute(db)?;
    Ok(())
}

/// Notes that a session was used.
pub(super) fn touch_session(db: &mut Db, id: Id, now: Moment) -> Result<()> {
    diesel::update(sessions::table.find(id)).set(sessions::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// The sessions of a person that are not over, the latest first.
pub fn sessions_of(db: &mut Db, person: Id) -> Result<Vec<Session>> {
    let rows: Vec<SessionRow> = sessions::table
        .filter(sessions::person_id.eq(person))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .select(SESSION)
        .load(db)?;
    let now = Moment::now();
    Ok(rows.into_iter().map(session).filter(|it| !it.over(now)).collect())
}

/// Ends one session of a person.
pub(super) fn end_session(db: &mut Db, person: Id, id: Id) -> Result<bool> {
    let own = sessions::table.filter(sessions::id.eq(id).and(sessions::person_id.eq(person)));
    Ok(diesel::delete(own).execute(db)? == 1)
}

/// Ends a session, whoever's it is: the one a browser had before somebody signs in there.
pub(super) fn end_this(db: &mut Db, id: Id) -> Result<()> {
    diesel::delete(sessions::table.find(id)).execute(db)?;
    Ok(())
}

/// Ends the sessions of a person, but for one.
pub(super) fn end_sessions(db: &mut Db, person: Id, but: Option<Id>) -> Result<usize> {
    let theirs = sessions::person_id.eq(person);
    Ok(match but {
        Some(kept) => diesel::delete(sessions::table.filter(theirs.and(sessions::id.ne(kept)))).execute(db)?,
        None => diesel::delete(sessions::table.filter(theirs)).execute(db)?,
    })
}

/// Clears away the sessions and tickets that are over.
pub(super) fn sweep(db: &mut Db, now: Moment) -> Result<()> {
    let ago = |seconds: i64| Moment(now.0 - chrono::Duration::seconds(seconds));
    let over = sessions::seen_at.lt(ago(IDLE)).or(sessions::created_at.lt(ago(LIFE)));
    diesel::delete(sessions::table.filter(over)).execute(db)?;
    diesel::delete(tickets::table.filter(tickets::expires_at.lt(now))).execute(db)?;
    Ok(())
}

crate::codes! {
    /// What a ticket is good for.
    Ticket {
        /// To make the first administrator.
        SetUp = "set-up",
        /// To choose a password.
        Reset = "reset",
        /// To give the second factor after the password.
        Second = "second",
    }
}

/// Writes a ticket, by the hash of its token.
pub(super) fn insert_ticket(db: &mut Db, hash: &str, kind: Ticket, person: Option<Id>, expires: Moment) -> Result<()> {
    diesel::insert_into(tickets::table)
        .values((
            tickets::hash.eq(hash),
            tickets::kind.eq(kind),
            tickets::person_id.eq(person),
            tickets::expires_at.eq(expires),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether a ticket is good now; for whom.
pub(super) fn ticket(db: &mut Db, hash: &str, kind: Ticket, now: Moment) -> Result<Option<Option<Id>>> {
    Ok(tickets::table
        .filter(tickets::hash.eq(hash).and(tickets::kind.eq(kind)).and(tickets::expires_at.ge(now)))
        .select(tickets::person_id)
        .first(db)
        .optional()?)
}

/// Tears a ticket up; `false` when it was used already.
pub(super) fn use_ticket(db: &mut Db, hash: &str) -> Result<bool> {
    Ok(diesel::delete(tickets::table.find(hash)).execute(db)? == 1)
}

/// Tears up every ticket of a kind, a person's only where one is named.
pub(super) fn drop_tickets(db: &mut Db, kind: Ticket, person: Option<Id>) -> Result<()> {
    let of_kind = tickets::kind.eq(kind);
    match person {
        Some(id) => diesel::delete(tickets::table.filter(of_kind.and(tickets::person_id.eq(id)))).execute(db)?,
        None => diesel::delete(tickets::table.filter(of_kind)).execute(db)?,
    };
    Ok(())
}

/// Removes all sessions and tickets.
pub(super) fn clear(db: &mut Db) -> Result<()> {
    diesel::delete(sessions::table).execute(db)?;
    diesel::delete(tickets::table).execute(db)?;
    Ok(())
}

/// Puts new recovery codes in the place of a person's old ones.
pub(super) fn replace_codes(db: &mut Db, person: Id, hashes: &[String]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::person_id.eq(person))).execute(db)?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::hash.eq(hash),
                recovery_codes::person_id.eq(person),
                recovery_codes::used_at.eq(None::<Moment>),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Uses a recovery code; `false` when it is not this person's, or used.
pub(super) fn use_code(db: &mut Db, person: Id, hash: &str, now: Moment) -> Result<bool> {
    let own = recovery_codes::hash.eq(hash).and(recovery_codes::person_id.eq(person));
    let fresh = recovery_codes::table.filter(own.and(recovery_codes::used_at.is_null()));
    Ok(diesel::update(fresh).set(recovery_codes::used_at.eq(Some(now))).execute(db)? == 1)
}

/// How many recovery codes a person has left.
pub(super) fn codes_left(db: &mut Db, person: Id) -> Result<i64> {
    let fresh = recovery_codes::person_id.eq(person).and(recovery_codes::used_at.is_null());
    Ok(recovery_codes::table.filter(fresh).count().get_result(db)?)
}
