//! A person as typed: names, and one row for each right.

use crate::{
    accounts::{Grant, Role, actions::Given},
    db::Db,
    error::Result,
    lang::Lang,
    missions, organisations,
    values::Id,
    web::{Found, Input, Problems, shortened},
};
use std::collections::HashMap;

/// The rows of the form.
pub const ROWS: &[(&str, &str)] = &[("grant", "role")];

/// The most rights of one person.
const MOST_GRANTS: usize = 100;

/// The names that rights speak of.
pub struct Named {
    missions: HashMap<Id, String>,
    organisations: HashMap<Id, String>,
}

impl Named {
    /// Fetches the names behind some rights.
    pub fn load<'a>(db: &mut Db, rights: impl Iterator<Item = &'a Grant>) -> Result<Self> {
        let (mut missions, mut organisations) = (vec![], vec![]);
        for grant in rights {
            missions.extend(grant.mission);
            organisations.extend(grant.organisation);
        }
        Ok(Self {
            missions: missions::mentions(db, &missions)?.into_iter().map(|m| (m.id, m.code)).collect(),
            organisations: organisations::names(db, &organisations)?,
        })
    }

    /// The code of the mission a right is limited to; empty for the whole house.
    pub fn mission(&self, grant: &Grant) -> &str {
        grant.mission.and_then(|id| self.missions.get(&id)).map_or("", String::as_str)
    }

    /// The organisation a right is for.
    pub fn organisation(&self, grant: &Grant) -> &str {
        grant.organisation.and_then(|id| self.organisations.get(&id)).map_or("", String::as_str)
    }

    /// A right as the history says it: "logger KZ-AF-2023-04".
    pub fn said(&self, grant: &Grant) -> String {
        let parts = [grant.role.code(), self.mission(grant), self.organisation(grant)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The rows of a form for some rights.
pub fn fill(input: &mut Input, rights: &[Grant], named: &Named) {
    for (n, grant) in rights.iter().enumerate() {
        input.set(format!("grant.{n}.role"), grant.role.code());
        input.set(format!("grant.{n}.mission"), named.mission(grant));
        input.set(format!("grant.{n}.organisation"), named.organisation(grant));
    }
}

/// Reads the rights of a form.
pub fn rights(db: &mut Db, input: &Input, lang: Lang) -> Result<Result<Vec<Given>, Problems>> {
    let mut problems = Problems::of(input, lang);
    let p = &mut problems;
    let mut grants: Vec<Grant> = vec![];
    if input.rows("grant").len() > MOST_GRANTS {
        p.add_with("", "error-rights-many", [("most", MOST_GRANTS.to_string())]);
    }
    for row in input.rows("grant").into_iter().take(MOST_GRANTS) {
        let (typed, code) = (row.get("organisation"), row.get("mission"));
        let code = code.split_whitespace().next().unwrap_or_default();
        if row.blank(&["role"]) {
            if !row.blank(&["mission", "organisation"]) {
                p.add(&row.name("role"), "error-choose");
            }
            continue;
        }
        let Some(role) = Role::from_code(row.get("role")) else {
            p.add(&row.name("role"), "error-choose");
            continue;
        };
        let mission = match code {
            "" => None,
            code => {
                let found = missions::by_code(db, code)?.map(|m| m.id);
                if found.is_none() {
                    p.add_with(&row.name("mission"), "error-role-mission", [("typed", shortened(code))]);
                } else if !role.within_a_mission() {
                    p.add(&row.name("mission"), "error-role-whole-house");
                }
                found
            }
        };
        let organisation = match (role, typed) {
            (Role::Donor, "") => {
                p.add(&row.name("organisation"), "error-role-organisation");
                None
            }
            (Role::Donor, typed) => match organisations::find(db, typed)? {
                Found::One(id) => Some(id),
                found => {
                    p.not_one(&row.name("organisation"), typed, found);
                    None
                }
            },
            (_, typed) => {
                if !typed.is_empty() {
                    p.add(&row.name("organisation"), "error-role-no-organisation");
                }
                None
            }
        };
        let grant = Grant { role, mission, organisation };
        if !grants.contains(&grant) {
            grants.push(grant);
        }
    }
    let named = Named::load(db, grants.iter())?;
    Ok(problems.or(|| grants.iter().map(|grant| (*grant, named.said(grant))).collect()))
}
