//! The whole history, for auditors: who did what, when, to which record; and whether it is as it was written.

use crate::{
    accounts::{self, Visitor},
    catalogue, consignments,
    db::{Db, Pool},
    error::{Error, Result},
    history::{self, Asked, Broken, Entry, Head, Subject, Tally, Verb},
    lang::{Lang, filters},
    missions, organisations, places,
    values::{Id, day_number},
    web::{self, Cursor, Found, Frame, Pager, Problems, Query, shortened},
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use std::collections::HashMap;

/// Entries on one page.
const PAGE: i64 = 50;

/// The most entries that are verified while a page waits; more are the command line's.
const MOST_VERIFIED: i64 = 200_000;

#[derive(Template)]
#[template(path = "reports/log.html")]
struct Log {
    frame: Frame,
    query: Query,
    entries: Vec<(Entry, String, String)>,
    pager: Pager,
    head: Head,
    problems: Problems,
    kinds: Vec<(&'static str, String)>,
    verbs: Vec<(&'static str, String)>,
    people: Vec<String>,
    /// What a verification found: whether it is well, and the sentence.
    verified: Option<(bool, String)>,
}

impl Log {
    /// The filters in force, in words, for the paper.
    fn asked_for(&self) -> Vec<(String, String)> {
        let lang = self.frame.lang;
        let chosen = |options: &[(&str, String)], code: &str| {
            options.iter().find(|(known, _)| *known == code).map_or(code.to_string(), |(_, words)| words.clone())
        };
        let all = ["person", "kind", "record", "verb", "since", "until"].into_iter();
        all.filter(|name| !self.query.get(name).is_empty())
            .map(|name| {
                let value = match name {
                    "kind" => chosen(&self.kinds, self.query.get(name)),
                    "verb" => chosen(&self.verbs, self.query.get(name)),
                    _ => self.query.get(name).to_string(),
                };
                (lang.say(&format!("filter-{name}")), value)
            })
            .collect()
    }
}

/// `GET /history`: the log, newest first, as filtered.
pub async fn log(pool: Data<Pool>, frame: Frame, req: HttpRequest) -> Result<HttpResponse> {
    log_page(pool, frame, Query::parse(req.query_string()), None).await
}

async fn log_page(
    pool: Data<Pool>,
    frame: Frame,
    query: Query,
    verified: Option<(bool, String)>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = query.only(&["person", "kind", "record", "verb", "since", "until", "after"]);
    let page = pool
        .read(move |db| {
            let (asked, problems) = ask(db, &query, lang)?;
            let after = Cursor::read(query.get("after"));
            // What was found by verifying is said even where the entries themselves can no longer be read.
            let (entries, more) = match history::page(db, &asked, after.as_ref(), PAGE) {
                Err(_) if verified.is_some() => (vec![], false),
                page => page?,
            };
            let entries = accounts::named_fully(db, entries)?;
            let last = entries.last().map(|e| Cursor { key: String::new(), id: e.id });
            let choices = |prefix: &str, codes: Vec<&'static str>| {
                let mut all = vec![("", lang.say("any"))];
                all.extend(codes.into_iter().map(|code| (code, lang.say(&format!("{prefix}-{code}")))));
                all
            };
            Ok(Log {
                pager: Pager::of("/history", &query, last, more),
                entries: with_records(db, entries, lang)?,
                head: history::heads(db)?,
                kinds: choices("subject", Subject::ALL.iter().map(|s| s.code()).collect()),
                verbs: choices("verb", Verb::ALL.iter().map(|v| v.code()).collect()),
                people: accounts::list(db)?.into_iter().map(|(it, _)| it.sign_in).collect(),
                frame,
                query,
                problems,
                verified,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// Reads what of the log is asked for.
pub(in crate::reports) fn ask(db: &mut Db, query: &Query, lang: Lang) -> Result<(Asked, Problems)> {
    let mut problems = Problems::new(lang);
    let mut asked = Asked { kind: Subject::from_code(query.get("kind")), ..Asked::default() };
    asked.verb = Verb::from_code(query.get("verb"));
    let p = &mut problems;
    let unknown = |p: &mut Problems, name: &str, typed: &str| {
        p.add_with(name, "error-filter-unknown", [("typed", shortened(typed))]);
    };
    match query.get("person") {
        "" => {}
        typed => {
            asked.person = accounts::by_sign_in(db, typed)?.map(|it| it.id);
            if asked.person.is_none() {
                asked.nothing = true;
                unknown(p, "person", typed);
            }
        }
    }
    match query.get("record") {
        "" => {}
        typed => {
            asked.subjects = records_of(db, typed)?;
            if asked.subjects.is_empty() {
                asked.nothing = true;
                unknown(p, "record", typed);
            }
        }
    }
    for (name, day) in [("since", &mut asked.since), ("until", &mut asked.until)] {
        if let Some(when) = problems.date(name, query.get(name)) {
            *day = Some(day_number(if name == "since" { when.first() } else { when.last() }));
        }
    }
    Ok((asked, problems))
}

/// The records a text may mean: an id, a mission's code, a consignment's number, a sign-in name; or the name of an
/// organisation, a place or an item.
fn records_of(db: &mut Db, typed: &str) -> Result<Vec<Id>> {
    if let Ok(id) = typed.parse() {
        return Ok(vec![id]);
    }
    if let Some(mission) = missions::by_code(db, typed)? {
        return Ok(vec![mission.id]);
    }
    if let Some((code, number)) = typed.rsplit_once('/')
        && let (Some(mission), Ok(number)) = (missions::by_code(db, code)?, number.parse())
    {
        return Ok(consignments::numbered(db, mission.id, number)?.into_iter().collect());
    }
    let mut ids: Vec<Id> = accounts::by_sign_in(db, typed)?.into_iter().map(|it| it.id).collect();
    for found in [organisations::find(db, typed)?, places::find(db, typed)?, catalogue::find(db, typed)?] {
        match found {
            Found::Nothing => {}
            Found::One(id) => ids.push(id),
            Found::Many(several) => ids.extend(several.into_iter().map(|(id, _)| id)),
        }
    }
    Ok(ids)
}

/// Entries with what their records are called, and where each is shown.
fn with_records(db: &mut Db, entries: Vec<Entry>, lang: Lang) -> Result<Vec<(Entry, String, String)>> {
    let of = |kind: Subject| -> Vec<Id> {
        let mut ids: Vec<Id> = entries.iter().filter(|e| e.subject.0 == kind).map(|e| e.subject.1).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let mut names: HashMap<Id, String> = HashMap::new();
    names.extend(missions::mentions(db, &of(Subject::Mission))?.into_iter().map(|m| (m.id, m.code)));
    let loads = consignments::load(db, &of(Subject::Consignment))?;
    let codes: HashMap<Id, String> = missions::mentions(db, &loads.iter().map(|c| c.mission).collect::<Vec<_>>())?
        .into_iter()
        .map(|m| (m.id, m.code))
        .collect();
    names.extend(loads.iter().map(|c| (c.id, c.reference(codes.get(&c.mission).map_or("", String::as_str)))));
    names.extend(organisations::names(db, &of(Subject::Organisation))?);
    names.extend(places::labels(db, &of(Subject::Place))?.into_iter().map(|(id, it)| (id, it.full_label())));
    let items = catalogue::items(db, &of(Subject::Item), lang)?;
    names.extend(items.into_iter().map(|(id, it)| (id, it.name(lang).to_string())));
    names.extend(accounts::full_names(db, of(Subject::Person))?);
    let shown = |entry: Entry| {
        let (kind, id) = entry.subject;
        let name = names.get(&id).cloned().unwrap_or_default();
        let path = match kind {
            Subject::Mission => format!("/missions/{id}"),
            Subject::Consignment => format!("/consignments/{id}"),
            Subject::Organisation => format!("/organisations/{id}"),
            Subject::Place => format!("/places/{id}"),
            Subject::Receipt => format!("/receipts/{id}"),
            Subject::Loss => format!("/losses/{id}"),
            Subject::Document => format!("/documents/{id}"),
            Subject::Item => format!("/catalogue/{id}"),
            // An auditor reads what was done to people here, and keeps none of them.
            Subject::Person | Subject::Settings | Subject::Source | Subject::Import => format!("/history?record={id}"),
        };
        (entry, name, path)
    };
    Ok(entries.into_iter().map(shown).collect())
}

/// `POST /history/verification`: seals what waits, walks the whole chain, and says what it found.
pub async fn verify(pool: Data<Pool>, frame: Frame, visitor: Visitor) -> Result<HttpResponse> {
    let lang = frame.lang;
    let all = pool.clone();
    actix_web::web::block(move || history::seal_all(&all, |_| {})).await.map_err(Error::internal)??;
    let head = pool.glance(history::heads).await?;
    tracing::info!(target: "security", event = "history-verified", person = visitor.id_text(), from = visitor.by.origin);
    if head.count > MOST_VERIFIED {
        let said = lang.say_n("verify-too-many", head.count);
        return log_page(pool, frame, Query::default(), Some((false, said))).await;
    }
    let walked = pool.clone();
    let found = actix_web::web::block(move || history::verify(&walked, None, |_| {})).await;
    let found = found.map_err(Error::internal)??;
    let verified = match found {
        Ok(tally) => (true, verified_words(&tally, lang)),
        Err(broken) => (false, broken_words(&broken, lang)),
    };
    log_page(pool, frame, Query::default(), Some(verified)).await
}

/// What a walk along the whole chain found well, in words.
pub fn verified_words(tally: &Tally, lang: Lang) -> String {
    let well = lang.say_with("verify-well", [("n", tally.count.to_string()), ("head", tally.hash.clone())]);
    let Some((n, first)) = tally.late else { return well };
    let late = lang.say_with("verify-late", [("n", n.to_string()), ("first", first.to_string())]);
    format!("{well}\n{late}")
}

/// How a chain is broken, in words.
pub fn broken_words(broken: &Broken, lang: Lang) -> String {
    let (key, order, what) = match broken {
        Broken::Missing(n) => ("broken-missing", n, ""),
        Broken::Content(n, what) => ("broken-content", n, what.as_str()),
        Broken::Link(n, what) => ("broken-link", n, what.as_str()),
        Broken::Private(n, what) => ("broken-private", n, what.as_str()),
        Broken::Outside(n, what) => ("broken-outside", n, what.as_str()),
        Broken::Unreadable(n) => ("broken-unreadable", n, ""),
        Broken::Head(n) => ("broken-head", n, ""),
        Broken::Short { count, expected } => {
            return lang.say_with("broken-short", [("n", count.to_string()), ("expected", expected.to_string())]);
        }
    };
    lang.say_with(key, [("n", order.to_string()), ("what", what.to_string())])
}
