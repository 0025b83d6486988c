//! `keruen user`: people from the command line, by the same actions as the pages.

use super::{Outcome, house, serve, tell};
use crate::{
    accounts::{self, Grant, Person, Role, Visitor, actions, password, second},
    config::{Secret, Settings, User},
    db::{Db, Pool},
    error::{Error, Result},
    lang::Lang,
    missions, organisations,
    values::Id,
    web::{Found, Problems},
};
use std::{
    io::{BufRead, IsTerminal},
    process::ExitCode,
};

/// Does what was asked.
pub fn run(settings: &Settings, command: User, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    // The first person may be added before anything was served.
    let opened = if matches!(command, User::Add { .. }) { house::open } else { house::open_standing };
    let pool = opened(&address, lang)?;
    let who = Visitor::operator(lang);
    match command {
        User::Add { sign_in, name, roles, mission, organisation, password } => {
            let typed = read(&password, lang)?;
            let person = Person::new(&sign_in, name.as_deref().unwrap_or(&sign_in));
            let hash = hashed(&pool, typed.as_deref(), &person, lang)?;
            let person = Person { password: hash.unwrap_or_default(), ..person };
            let done = pool.attempt_now(|db| {
                let grants = match grants(db, &roles, mission.as_deref(), organisation.as_deref(), lang)? {
                    Ok(grants) => grants,
                    Err(said) => return Ok(Err(said)),
                };
                Ok(actions::add(db, &person, &grants, &who.by, lang)?.map_err(|p| said(&p)))
            });
            done.map_err(|e| failed(&e, lang))??;
            tell(&lang.say_with("op-user-added", [("name", sign_in)]));
            if typed.is_none() {
                give_link(&pool, settings, person.id, &who, lang)?;
            }
        }
        User::List => list(&pool, lang)?,
        User::Reset { sign_in, password, second_factor } => {
            let person = find(&pool, &sign_in, lang)?;
            let typed = read(&password, lang)?;
            // A password that may not be chosen leaves the second factor where it is.
            let hash = hashed(&pool, typed.as_deref(), &person, lang)?;
            if second_factor {
                pool.write_now(|db| actions::unsecure(db, person.id, &who.by)).map_err(|e| failed(&e, lang))?;
                let had = if person.totp.is_empty() { "op-user-no-factor" } else { "op-user-factor-gone" };
                tell(&lang.say_with(had, [("name", sign_in.clone())]));
            }
            if person.disabled_at.is_some() {
                tell(&lang.say_with("op-user-still-disabled", [("name", sign_in.clone())]));
            }
            match hash {
                Some(hash) => {
                    let done = pool.write_now(|db| actions::choose_password(db, person.id, &hash, None, &who.by));
                    done.map_err(|e| failed(&e, lang))?;
                    tell(&lang.say_with("op-user-reset", [("name", sign_in)]));
                }
                None => give_link(&pool, settings, person.id, &who, lang)?,
            }
        }
        User::Disable { sign_in } => {
            let person = find(&pool, &sign_in, lang)?;
            let done = pool.attempt_now(|db| actions::disable(db, person.id, &who.by, lang));
            done.map_err(|e| failed(&e, lang))?.map_err(|p| said(&p))?;
            tell(&lang.say_with("op-user-disabled", [("name", sign_in)]));
        }
        User::Enable { sign_in } => {
            let person = find(&pool, &sign_in, lang)?;
            pool.write_now(|db| actions::enable(db, person.id, &who.by)).map_err(|e| failed(&e, lang))?;
            tell(&lang.say_with("op-user-enabled", [("name", sign_in)]));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn failed(cause: &Error, lang: Lang) -> String {
    lang.say_with("op-user-failed", [("cause", cause.to_string())])
}

/// Every problem as one text.
fn said(problems: &Problems) -> String {
    problems.iter().map(|p| p.text.clone()).collect::<Vec<_>>().join(" ")
}

fn find(pool: &Pool, sign_in: &str, lang: Lang) -> Outcome<Person> {
    let found = pool.read_now(|db| accounts::by_sign_in(db, sign_in)).map_err(|e| failed(&e, lang))?;
    found.ok_or_else(|| lang.say_with("op-user-unknown", [("name", sign_in.to_string())]))
}

/// The password, where one is given.
fn read(from: &Secret, lang: Lang) -> Outcome<Option<String>> {
    let unreadable = |cause: std::io::Error| lang.say_with("op-password-unreadable", [("cause", cause.to_string())]);
    let first_line = |text: String| text.lines().next().unwrap_or_default().to_string();
    if let Some(file) = &from.password_file {
        let text = std::fs::read_to_string(file).map_err(|e| {
            lang.say_with("op-file-unreadable", [("file", house::shown(file)), ("cause", e.to_string())])
        })?;
        return Ok(Some(first_line(text)));
    }
    if from.password_stdin {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map_err(unreadable)?;
        return Ok(Some(first_line(line)));
    }
    if from.password {
        if !std::io::stdin().is_terminal() {
            return Err(lang.say("op-password-no-terminal"));
        }
        return rpassword::prompt_password(lang.say("op-password-prompt") + " ").map(Some).map_err(unreadable);
    }
    Ok(None)
}

/// The hash of a password that may be chosen.
fn hashed(pool: &Pool, typed: Option<&str>, person: &Person, lang: Lang) -> Outcome<Option<String>> {
    let Some(typed) = typed else { return Ok(None) };
    let organisation = pool.read_now(crate::settings::load).map_err(|e| failed(&e, lang))?.organisation;
    actions::judge(typed, person, &organisation, "password", lang).map_err(|p| said(&p))?;
    password::hash(typed).map(Some).map_err(|e| failed(&e, lang))
}

fn grants(
    db: &mut Db,
    roles: &[String],
    mission: Option<&str>,
    organisation: Option<&str>,
    lang: Lang,
) -> Result<std::result::Result<Vec<actions::Given>, String>> {
    let mut out = vec![];
    for code in roles {
        let Some(role) = Role::from_code(code) else {
            let known = Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
            return Ok(Err(lang.say_with("op-role-unknown", [("typed", code.clone()), ("known", known)])));
        };
        let limit = match mission {
            None => None,
            Some(_) if !role.within_a_mission() => return Ok(Err(lang.say("op-role-whole-house"))),
            Some(code) => match missions::by_code(db, code)? {
                Some(mission) => Some(mission.id),
                None => return Ok(Err(lang.say_with("op-role-mission", [("typed", code.to_string())]))),
            },
        };
        let owner = match (role, organisation) {
            (Role::Donor, None) => return Ok(Err(lang.say("op-role-organisation"))),
            (Role::Donor, Some(name)) => match organisations::find(db, name)? {
                Found::One(id) => Some(id),
                _ => return Ok(Err(lang.say_with("op-organisation-unknown", [("typed", name.to_string())]))),
            },
            _ => None,
        };
        let said = [Some(code.as_str()), mission, organisation.filter(|_| owner.is_some())];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
        out.push((Grant { role, mission: limit, organisation: owner }, said));
    }
    Ok(Ok(out))
}

fn give_link(pool: &Pool, settings: &Settings, id: Id, who: &Visitor, lang: Lang) -> Outcome<()> {
    let token = second::token().map_err(|e| failed(&e, lang))?;
    let token = pool.write_now(|db| actions::invite(db, id, &who.by, token.clone())).map_err(|e| failed(&e, lang))?;
    let listen = serve::listen_address(settings, lang)?.unwrap_or(serve::USUAL);
    let at = settings.public_address.clone().unwrap_or_else(|| serve::reached_at(listen));
    let at = at.trim_end_matches('/');
    let link = format!("{at}/choose-password?token={token}");
    tell(&lang.say_with("op-user-link", [("link", link), ("hours", actions::LINK_HOURS.to_string())]));
    Ok(())
}

/// Everyone, a line each: sign-in name, name, roles, and whether they are disabled, with tabs between.
fn list(pool: &Pool, lang: Lang) -> Outcome<()> {
    let lines = pool.read_now(|db| {
        let all = accounts::list(db)?;
        let missions: Vec<Id> = all.iter().flat_map(|(_, rights)| rights.iter().filter_map(|g| g.mission)).collect();
        let codes = missions::mentions(db, &missions)?;
        let said = |grant: &Grant| match grant.mission.and_then(|id| codes.iter().find(|m| m.id == id)) {
            Some(mission) => format!("{}:{}", grant.role, mission.code),
            None => grant.role.to_string(),
        };
        let line = |(it, rights): &(Person, Vec<Grant>)| {
            let roles = rights.iter().map(said).collect::<Vec<_>>().join(" ");
            let state = if it.disabled_at.is_some() { lang.say("op-user-is-disabled") } else { String::new() };
            format!("{}\t{}\t{roles}\t{state}", it.sign_in, it.name).trim_end().to_string()
        };
        Ok(all.iter().map(line).collect::<Vec<_>>())
    });
    for line in lines.map_err(|e| failed(&e, lang))? {
        tell(&line);
    }
    Ok(())
}
