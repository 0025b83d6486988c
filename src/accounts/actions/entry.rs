//! How people come in: one-time links, passwords, second factors, sessions.

use super::{add, known, record};
use crate::{
    accounts::{
        model::{Person, Session},
        password,
        rights::{Grant, Role},
        second,
        store::{self, Ticket},
    },
    db::Db,
    error::{Error, Result},
    history::{By, Verb},
    lang::Lang,
    settings,
    values::{Id, Moment},
    web::Problems,
};

/// How long a one-time link to choose a password is good for, in hours.
pub const LINK_HOURS: i64 = 48;

/// How long the set-up link is good for, in hours.
pub const SET_UP_HOURS: i64 = 24;

/// How long one may take between password and second factor, in minutes.
const SECOND_MINUTES: i64 = 10;

/// Whether a person may choose a password, and why not.
pub fn judge(typed: &str, it: &Person, organisation: &str, field: &str, lang: Lang) -> Result<(), Problems> {
    password::judge(typed, &[&it.sign_in, &it.name, organisation]).map_err(|unfit| {
        let mut problems = Problems::new(lang);
        let key = match unfit {
            password::Unfit::Short => "error-password-short",
            password::Unfit::Long => "error-password-long",
            password::Unfit::Common => "error-password-common",
            password::Unfit::Own => "error-password-own",
            password::Unfit::Same => "error-password-same",
        };
        problems.add_with(
            field,
            key,
            [("least", password::SHORTEST.to_string()), ("most", password::LONGEST.to_string())],
        );
        problems
    })
}

/// Makes a one-time link to choose a password: its token. Links made before are good no longer.
pub fn invite(db: &mut Db, id: Id, by: &By, (token, hash): (String, String)) -> Result<String> {
    known(db, id)?;
    store::drop_tickets(db, Ticket::Reset, Some(id))?;
    store::insert_ticket(db, &hash, Ticket::Reset, Some(id), in_minutes(LINK_HOURS * 60))?;
    record(db, by, id, Verb::Invited, vec![])?;
    Ok(token)
}

/// Whom a one-time link is for, while it is good.
pub fn invited(db: &mut Db, token: &str) -> Result<Option<Person>> {
    let found = store::ticket(db, &second::kept(token), Ticket::Reset, Moment::now())?;
    match found.flatten() {
        Some(id) => Ok(store::find(db, id)?.filter(|it| it.disabled_at.is_none())),
        None => Ok(None),
    }
}

/// Takes the password someone chose by a one-time link; nothing when the link was used already. Every session ends.
pub fn accept_invitation(db: &mut Db, token: &str, hash: &str, origin: &str) -> Result<Option<Person>> {
    let Some(it) = invited(db, token)? else { return Ok(None) };
    if !store::use_ticket(db, &second::kept(token))? {
        return Ok(None);
    }
    let by = By { person: Some(it.id), origin: origin.into() };
    choose_password(db, it.id, hash, None, &by)?;
    store::find(db, it.id)
}

/// Takes the hash of a new password. Every session ends but one.
pub fn choose_password(db: &mut Db, id: Id, hash: &str, but: Option<Id>, by: &By) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    store::update(db, &Person { password: hash.into(), version: before.version + 1, ..before })?;
    store::end_sessions(db, id, but)?;
    store::mark_for_renewal(db, id)?;
    drop_tickets(db, id)?;
    record(db, by, id, Verb::Password, vec![])
}

/// Takes the hash of the same password, made with the costs asked for now.
pub fn rehash(db: &mut Db, id: Id, old: &str, hash: &str) -> Result<()> {
    let Some(before) = store::find(db, id)?.filter(|it| it.password == old) else { return Ok(()) };
    store::update(db, &Person { password: hash.into(), version: before.version + 1, ..before })?;
    record(db, &By::default(), id, Verb::Changed, vec![])
}

/// Sets up a second factor, with its recovery codes.
pub fn secure(db: &mut Db, id: Id, sealed: &str, step: i64, codes: &[String], by: &By) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    store::update(db, &Person { totp: sealed.into(), totp_step: step, version: before.version + 1, ..before })?;
    store::replace_codes(db, id, codes)?;
    store::mark_for_renewal(db, id)?;
    record(db, by, id, Verb::Secured, vec![])
}

/// Takes a second factor away.
pub fn unsecure(db: &mut Db, id: Id, by: &By) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    if before.totp.is_empty() {
        return Ok(());
    }
    store::update(db, &Person { totp: String::new(), totp_step: 0, version: before.version + 1, ..before })?;
    store::replace_codes(db, id, &[])?;
    store::mark_for_renewal(db, id)?;
    store::drop_tickets(db, Ticket::Second, Some(id))?;
    record(db, by, id, Verb::Unsecured, vec![])
}

/// Uses a recovery code.
pub fn recover(db: &mut Db, id: Id, typed: &str) -> Result<bool> {
    store::use_code(db, id, &second::recovery_hash(typed), Moment::now())
}

/// How many recovery codes a person has left.
pub fn codes_left(db: &mut Db, id: Id) -> Result<i64> {
    store::codes_left(db, id)
}

/// Begins the second step of a sign-in: writes its ticket.
pub fn ask_second(db: &mut Db, id: Id, hash: &str) -> Result<()> {
    store::drop_tickets(db, Ticket::Second, Some(id))?;
    store::insert_ticket(db, hash, Ticket::Second, Some(id), in_minutes(SECOND_MINUTES))
}

/// Who is in the second step of a sign-in with this token.
pub fn in_second(db: &mut Db, token: &str) -> Result<Option<Person>> {
    let found = store::ticket(db, &second::kept(token), Ticket::Second, Moment::now())?;
    match found.flatten() {
        Some(id) => store::find(db, id),
        None => Ok(None),
    }
}

/// Ends the second step of a sign-in; `false` when it ended already.
pub fn end_second(db: &mut Db, token: &str) -> Result<bool> {
    store::use_ticket(db, &second::kept(token))
}

/// Tears up a person's one-time links and sign-ins that wait for the second factor.
pub(super) fn drop_tickets(db: &mut Db, id: Id) -> Result<()> {
    store::drop_tickets(db, Ticket::Reset, Some(id))?;
    store::drop_tickets(db, Ticket::Second, Some(id))
}

/// Begins a session for a token's hash; the session that the browser had before ends. Nothing when the person was disabled or
/// has another password since it was tried.
pub fn begin(
    db: &mut Db,
    tried: &Person,
    token: &str,
    address: &str,
    browser: &str,
    had: Option<Id>,
) -> Result<Option<Session>> {
    let now = Moment::now();
    let same = |it: &Person| it.disabled_at.is_none() && it.password == tried.password && it.totp == tried.totp;
    if !store::find(db, tried.id)?.is_some_and(|it| same(&it)) {
        return Ok(None);
    }
    store::sweep(db, now)?;
    if let Some(id) = had {
        store::end_this(db, id)?;
    }
    let browser: String = browser.chars().take(300).collect();
    let session = Session {
        id: Id::fresh(),
        person: tried.id,
        created_at: now,
        seen_at: now,
        address: address.into(),
        browser,
        renew: false,
    };
    store::insert_session(db, &session, token)?;
    Ok(Some(session))
}

/// Ends one of a person's sessions.
pub fn end(db: &mut Db, person: Id, session: Id) -> Result<bool> {
    store::end_session(db, person, session)
}

/// Ends a person's sessions but for one; answers how many.
pub fn end_others(db: &mut Db, person: Id, but: Option<Id>) -> Result<usize> {
    store::end_sessions(db, person, but)
}

/// Ends every session, one-time link and sign-in under way, of everyone.
pub fn end_everything(db: &mut Db) -> Result<()> {
    store::clear(db)
}

/// Makes the link by which the first administrator is made: writes its hash. Links made before are good no longer.
pub fn invite_first(db: &mut Db, hash: &str) -> Result<()> {
    store::drop_tickets(db, Ticket::SetUp, None)?;
    store::insert_ticket(db, hash, Ticket::SetUp, None, in_minutes(SET_UP_HOURS * 60))
}

/// Whether a set-up link is good: it was made, has not expired, and there is nobody yet.
pub fn may_set_up(db: &mut Db, token: &str) -> Result<bool> {
    let there = store::ticket(db, &second::kept(token), Ticket::SetUp, Moment::now())?.is_some();
    Ok(there && store::count(db)? == 0)
}

/// Makes the first person, who keeps people, settings and missions, and names the organisation.
pub fn set_up(
    db: &mut Db,
    token: &str,
    it: &Person,
    organisation: &str,
    origin: &str,
    lang: Lang,
) -> Result<Result<Id, Problems>> {
    if !may_set_up(db, token)? {
        return Err(Error::NotFound);
    }
    let by = By { person: Some(it.id), origin: origin.into() };
    let whole = |role| (Grant { role, mission: None, organisation: None }, Role::code(role).to_string());
    let added = add(db, it, &[whole(Role::Administrator), whole(Role::Manager)], &by, lang)?;
    if added.is_ok() {
        store::use_ticket(db, &second::kept(token))?;
        let before = settings::load(db)?;
        settings::actions::change(db, &settings::Settings { organisation: organisation.into(), ..before }, &by)?;
    }
    Ok(added)
}

fn in_minutes(minutes: i64) -> Moment {
    Moment(Moment::now().0 + chrono::Duration::minutes(minutes))
}
