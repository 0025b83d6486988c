//! What is done to people, and what people do to their own accounts. Change and history are one transaction; passwords arrive
//! here as hashes, for hashing is slow and a transaction may run twice.

use super::{
    model::{Person, Session},
    password,
    rights::{Grant, Role},
    second,
    store::{self, Ticket},
};
use crate::{
    db::Db,
    error::{Error, Result},
    history::{self, By, Change, Deed, Subject, Verb, state_of},
    lang::Lang,
    settings,
    values::{Id, Moment, fold},
    web::Problems,
};

pub use store::use_step;

/// How long a one-time link to choose a password is good for, in hours.
pub const LINK_HOURS: i64 = 48;

/// How long the set-up link is good for, in hours.
pub const SET_UP_HOURS: i64 = 24;

/// How long one may take between password and second factor, in minutes.
const SECOND_MINUTES: i64 = 10;

/// The most characters of a name.
const LONGEST_NAME: usize = 100;

/// The fields of a person that enter the history as commitments.
const PRIVATE: &[&str] = &["name", "sign_in"];

/// A role to be given, with its words for the history: "logger KZ-AF-2023-04".
pub type Given = (Grant, String);

/// The fingerprint of a person as they stand.
pub fn state(it: &Person, rights: &[Grant]) -> Result<String> {
    let rights: Vec<_> = rights.iter().map(|g| (g.role, g.mission, g.organisation)).collect();
    let own = (it.id, &it.sign_in, &it.name, &it.password, &it.totp, &it.lang, it.manner.codes(), &it.theme);
    state_of(&(own, it.disabled_at, rights))
}

/// Who is not as their history says, or is gone: changed behind the program's back.
pub fn astray(db: &mut Db) -> Result<Vec<String>> {
    let mut states = history::latest_states(db, Subject::Person)?;
    let mut out = vec![];
    for (it, rights) in store::list(db)? {
        if states.remove(&it.id) != Some(state(&it, &rights)?) {
            out.push(it.sign_in);
        }
    }
    out.extend(states.into_keys().map(|id| id.to_string()));
    Ok(out)
}

fn record(db: &mut Db, by: &By, id: Id, verb: Verb, changes: Vec<Change>) -> Result<()> {
    let person = store::find(db, id)?.ok_or(Error::NotFound)?;
    let rights = store::grants_of(db, id)?;
    let deed = Deed::new(verb, Subject::Person, id).telling(changes).keeping_private(PRIVATE);
    history::record(db, by, deed.leaving(state(&person, &rights)?))
}

fn told(field: &str, old: &str, new: &str) -> Option<Change> {
    (old != new).then(|| Change(field.into(), old.into(), new.into()))
}

/// Adds a person. The same form sent again is the same person.
pub fn add(db: &mut Db, it: &Person, rights: &[Given], by: &By, lang: Lang) -> Result<Result<Id, Problems>> {
    if store::find(db, it.id)?.is_some_and(|there| there.sign_in == it.sign_in && there.name == it.name) {
        return Ok(Ok(it.id));
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
    rights: Option<&[Given]>,
    said: impl Fn(&Grant) -> String,
    by: &By,
    lang: Lang,
) -> Result<Result<(), Problems>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let had = store::grants_of(db, id)?;
    let after = Person { sign_in: sign_in.into(), name: name.into(), version: before.version + 1, ..before.clone() };
    if let Some(problems) = named_well(db, &after, lang)? {
        return Ok(Err(problems));
    }
    let wanted: Option<Vec<Grant>> = rights.map(|rights| rights.iter().map(|(grant, _)| *grant).collect());
    if let Some(wanted) = &wanted
        && keeps_the_house(&had)
        && !keeps_the_house(wanted)
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
    if let Some(rights) = rights {
        let had: Vec<Given> = had.into_iter().map(|grant| (grant, said(&grant))).collect();
        give(db, id, &had, rights, by)?;
    }
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

fn named_well(db: &mut Db, it: &Person, lang: Lang) -> Result<Option<Problems>> {
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
    if !it.sign_in.is_empty() && (it.sign_in.contains(char::is_whitespace) || fold(&it.sign_in).is_empty()) {
        problems.add("sign_in", "error-person-sign-in-form");
    } else if store::by_sign_in(db, &it.sign_in)?.is_some_and(|there| there.id != it.id) {
        problems.add("sign_in", "error-person-taken");
    }
    Ok((!problems.is_empty()).then_some(problems))
}

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
    store::find(db, id)?.ok_or(Error::NotFound)?;
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
    store::drop_tickets(db, Ticket::Reset, Some(id))?;
    record(db, by, id, Verb::Password, vec![])
}

/// Takes the hash of the same password, made with the costs asked for now.
pub fn rehash(db: &mut Db, id: Id, old: &str, hash: &str) -> Result<()> {
    let Some(before) = store::find(db, id)?.filter(|it| it.password == old) else { return Ok(()) };
    store::update(db, &Person { password: hash.into(), version: before.version + 1, ..before })?;
    record(db, &By::default(), id, Verb::Changed, vec![])
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
    store::drop_tickets(db, Ticket::Reset, Some(id))?;
    record(db, by, id, Verb::Disabled, vec![])?;
    Ok(Ok(()))
}

/// Lets a person sign in again.
pub fn enable(db: &mut Db, id: Id, by: &By) -> Result<()> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
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

/// Begins a session for a token's hash; the session that the browser had before ends.
pub fn begin(db: &mut Db, person: Id, token: &str, address: &str, browser: &str, had: Option<Id>) -> Result<Session> {
    let now = Moment::now();
    store::sweep(db, now)?;
    if let Some(id) = had {
        store::end_this(db, id)?;
    }
    let browser: String = browser.chars().take(300).collect();
    let session = Session {
        id: Id::fresh(),
        person,
        created_at: now,
        seen_at: now,
        address: address.into(),
        browser,
        renew: false,
    };
    store::insert_session(db, &session, token)?;
    Ok(session)
}

/// Ends one of a person's sessions.
pub fn end(db: &mut Db, person: Id, session: Id) -> Result<bool> {
    store::end_session(db, person, session)
}

/// Ends a person's sessions but for one; answers how many.
pub fn end_others(db: &mut Db, person: Id, but: Option<Id>) -> Result<usize> {
    store::end_sessions(db, person, but)
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
