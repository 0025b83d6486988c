//! What a list is asked, read from its address: the search words and the filters, the tags that take them back, and the
//! scope they amount to.

use super::{find, store::Scope};
use crate::{
    accounts::{Act, Visitor},
    catalogue::Category,
    consignments::{Status, terms::term},
    db::Db,
    error::Result,
    missions, organisations, places,
    values::{Id, Mode, Moment, When, day_number, words},
    web::{Filter, Found, Problems, Query, shortened},
};
use chrono::{Datelike, Months, NaiveDate};

/// The names a list's address may carry.
pub const NAMES: &[&str] = &[
    "mission", "q", "donor", "mode", "status", "category", "item", "from", "to", "since", "until", "overdue",
    "waiting", "trouble", "papers", "differs", "expiry",
];

/// The most words of a search that count.
const MOST_WORDS: usize = 8;

/// A question to the list, understood.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What to look for.
    pub scope: Scope,
    /// The filters in force, each with the address that removes it.
    pub tags: Vec<Filter>,
    /// What could not be read.
    pub problems: Problems,
    /// Whether more words begin as one of the search than are looked for: a longer word is more exact.
    pub too_short: bool,
}

/// Reads a question. `path` is the list's own; in a mission's list the mission is given.
pub fn ask(db: &mut Db, query: &Query, path: &str, mission: Option<Id>, visitor: &Visitor) -> Result<Asked> {
    let lang = visitor.lang;
    let mut asked = Asked {
        scope: Scope { mission, oldest_first: query.get("sort") == "oldest", ..Scope::default() },
        tags: vec![],
        problems: Problems::new(lang),
        too_short: false,
    };
    // Whatever is asked, it is asked of the missions the visitor sees.
    if let (None, Some(missions)) = (mission, visitor.sees().limits()) {
        match missions {
            [] => asked.scope.nothing = true,
            [one] => asked.scope.mission = Some(*one),
            several => asked.scope.within = several.to_vec(),
        }
    }
    let clean = query.without(&["after", "totals", "done", "lang"]);
    for name in NAMES {
        let typed = query.get(name);
        if typed.is_empty() || (*name == "mission" && mission.is_some()) {
            continue;
        }
        let shown = apply(db, &mut asked, name, typed, visitor)?;
        asked.tags.push(Filter {
            label: lang.say(&format!("filter-{name}")),
            value: shown,
            without: clean.without(&[name]).on(path),
        });
    }
    Ok(asked)
}

/// Puts one filter into force and says how its tag reads.
fn apply(db: &mut Db, asked: &mut Asked, name: &str, typed: &str, visitor: &Visitor) -> Result<String> {
    let lang = visitor.lang;
    let code = |prefix: &str| lang.say(&format!("{prefix}-{}", typed.replace('_', "-")));
    Ok(match name {
        "q" => {
            for word in words(typed).into_iter().take(MOST_WORDS) {
                let (terms, all) = find::word(db, &asked.scope, &word)?;
                asked.too_short |= !all;
                one_of(asked, terms);
            }
            typed.to_string()
        }
        "mission" => {
            let code = typed.split_whitespace().next().unwrap_or_default();
            match missions::by_code(db, code)?.filter(|mission| visitor.may(Act::Look, mission.id)) {
                Some(mission) => {
                    asked.scope.mission = Some(mission.id);
                    format!("{} {}", mission.code, mission.title)
                }
                None => unknown(asked, name, typed),
            }
        }
        "mode" if Mode::from_code(typed).is_some() => {
            one_of(asked, vec![term("mode", typed)]);
            code("mode")
        }
        "status" if matches!(typed, "void" | "contested") || Status::from_code(typed).is_some() => {
            one_of(asked, vec![term("status", typed)]);
            code("status")
        }
        "category" if Category::from_code(typed).is_some() => {
            one_of(asked, vec![term("category", typed)]);
            code("category")
        }
        "overdue" if typed == "1" => {
            one_of(asked, overdue());
            lang.say("yes")
        }
        "differs" if typed == "1" => {
            one_of(asked, vec![term("account", "differs")]);
            lang.say("yes")
        }
        "waiting" if typed == "1" => {
            one_of(asked, waiting());
            lang.say("yes")
        }
        "trouble" | "papers" if typed == "1" => {
            one_of(asked, vec![term("account", name)]);
            lang.say("yes")
        }
        "expiry" if matches!(typed, "3" | "9") => {
            let months = if typed == "3" { 3 } else { 9 };
            one_of(asked, until_month(Moment::now().day() + Months::new(months), "expiry"));
            lang.say(&format!("expiry-{typed}"))
        }
        "donor" => {
            let found = organisations::find(db, typed)?;
            let ids = with_merged(db, found, organisations::merged_ids)?;
            named(asked, name, typed, "donor", ids, visitor)
        }
        "item" => {
            let found = crate::catalogue::find(db, typed)?;
            let ids = with_merged(db, found, crate::catalogue::merged_ids)?;
            if ids.is_empty() {
                // Not in the catalogue: goods written in free words.
                for word in words(typed).into_iter().take(MOST_WORDS) {
                    one_of(asked, vec![term("w", word)]);
                }
                typed.to_string()
            } else {
                named(asked, name, typed, "item", ids, visitor)
            }
        }
        "from" | "to" => {
            let found = places::find(db, typed)?;
            let ids = with_merged(db, found, places::merged_ids)?;
            named(asked, name, typed, name, ids, visitor)
        }
        "since" | "until" => match asked.problems.date(&format!("filter.{name}"), typed) {
            Some(when) => {
                if name == "since" {
                    asked.scope.since = Some(day_number(When::first(when)));
                } else {
                    asked.scope.until = Some(day_number(When::last(when)));
                }
                lang.when(when)
            }
            None => {
                asked.scope.nothing = true;
                typed.to_string()
            }
        },
        _ => unknown(asked, name, typed),
    })
}

/// The terms of what should be there by now and is not.
pub fn overdue() -> Vec<String> {
    before(Moment::now().day(), "due")
}

/// The terms of what is there and not received, or not all of it.
pub fn waiting() -> Vec<String> {
    [Status::Arrived, Status::PartlyReceived].map(|status| term("status", status)).into()
}

/// The year before which nothing is looked for: no aid is due, and no food keeps, from before.
const FIRST_YEAR: i32 = 2000;

/// The terms of days before a day: whole years, then months of its year, then days of its month.
fn before(day: NaiveDate, kind: &str) -> Vec<String> {
    let mut out: Vec<String> = (FIRST_YEAR..day.year()).map(|year| term(kind, year)).collect();
    out.extend((1..day.month()).map(|month| term(kind, When::Month { year: day.year(), month }.iso())));
    out.extend((1..day.day()).filter_map(|n| Some(term(kind, day.with_day(n)?))));
    out
}

/// The terms of months up to the one of a day.
fn until_month(day: NaiveDate, kind: &str) -> Vec<String> {
    let mut out: Vec<String> = (FIRST_YEAR..day.year()).map(|year| term(kind, year)).collect();
    out.extend((1..=day.month()).map(|month| term(kind, When::Month { year: day.year(), month }.iso())));
    out
}

fn one_of(asked: &mut Asked, terms: Vec<String>) {
    if terms.is_empty() {
        asked.scope.nothing = true;
    } else {
        asked.scope.terms.push(terms);
    }
}

fn unknown(asked: &mut Asked, name: &str, typed: &str) -> String {
    let field = format!("filter.{name}");
    asked.problems.add_with(&field, "error-filter-unknown", [("typed", shortened(typed))]);
    asked.scope.nothing = true;
    typed.to_string()
}

fn named(asked: &mut Asked, name: &str, typed: &str, kind: &str, ids: Vec<Id>, visitor: &Visitor) -> String {
    if ids.is_empty() {
        // Who keeps to some missions is not told which names others use.
        if visitor.sees().limits().is_some() {
            asked.scope.nothing = true;
            return typed.to_string();
        }
        return unknown(asked, name, typed);
    }
    one_of(asked, ids.into_iter().map(|id| term(kind, id)).collect());
    typed.to_string()
}

fn with_merged(db: &mut Db, found: Found, merged: fn(&mut Db, Id) -> Result<Vec<Id>>) -> Result<Vec<Id>> {
    let ids: Vec<Id> = match found {
        Found::Nothing => vec![],
        Found::One(id) => vec![id],
        Found::Many(several) => several.into_iter().map(|(id, _)| id).collect(),
    };
    let mut all = vec![];
    for id in ids {
        all.extend(merged(db, id)?);
    }
    Ok(all)
}
