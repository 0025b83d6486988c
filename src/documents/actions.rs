//! What people do with documents: they issue one, and declare one void.

use super::{
    kinds::{self, About, Matter},
    model::{Brief, Document, Kind, fresh_code, reference},
    print::{self, Head, Issued, Languages},
    sheet::{Differs, Sheet, Two, differences},
    store,
};
use crate::{
    accounts::{self, Visitor},
    consignments::{self, Consignment, model::Void},
    db::Db,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    missions::{self, Mission},
    names::Names,
    organisations,
    receipts::{self, losses},
    settings,
    values::{Id, Moment},
    web::{Problems, Refusal, hex},
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// What is to be issued.
#[derive(Debug, Clone)]
pub struct Order {
    /// The id the document will have: sent twice, it is one.
    pub id: Id,
    /// Its kind.
    pub kind: Kind,
    /// The codes of its languages; the second may be empty.
    pub languages: [String; 2],
    /// The number of the printed form it is written on; empty for none.
    pub pad: String,
    /// The address under which a stranger checks it, up to its code.
    pub check_at: String,
}

/// A document's words in one language.
pub type Write<'a> = &'a dyn Fn(&mut Db, Lang) -> Result<Sheet>;

/// What a document is of, and its words.
pub struct Draft<'a> {
    /// Its mission.
    pub mission: &'a Mission,
    /// The consignment; none for the mission itself.
    pub consignment: Option<Id>,
    /// What of it.
    pub subject: String,
    /// What it is called besides.
    pub title: String,
    /// What makes it less than the whole, as a key's words; empty for nothing.
    pub partial: bool,
    /// Its words.
    pub write: Write<'a>,
}

/// Everything a document of a consignment may name, where the visitor may look at it.
pub fn matter(db: &mut Db, consignment: Id, about: About, who: &Visitor) -> Result<Matter> {
    let (c, reference) = consignments::standing(db, consignment, accounts::Act::Look, who)?;
    let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
    let known = match &about {
        About::Leg(leg, units) => {
            let own = |unit: &Id| c.units_of(*leg).any(|listed| listed.id == *unit);
            c.body.legs.iter().any(|own| own.id == *leg) && units.iter().all(own)
        }
        About::Donor(_) | About::Whole => true,
        About::Receipt(_) | About::Loss(_) => true,
    };
    let (receipts, losses) = (receipts::of(db, consignment)?, losses::of(db, consignment)?);
    let there = match &about {
        About::Receipt(id) => receipts.iter().any(|own| own.id == *id),
        About::Loss(id) => losses.iter().any(|own| own.id == *id),
        _ => known,
    };
    if !there {
        return Err(Error::NotFound);
    }
    let named = refs(&mission, &c, &receipts, &losses).0;
    let people = receipts.iter().filter_map(|it| it.by).chain(losses.iter().filter_map(|it| it.by)).collect();
    Ok(Matter {
        organisations: organisations::load(db, &named)?,
        people: accounts::names(db, people)?,
        issued: in_force(store::of(db, consignment)?),
        wording: settings::load(db)?.gift.into_iter().collect(),
        mission,
        c,
        reference,
        about,
        receipts,
        losses,
    })
}

/// The documents that are in force among all that were issued: the last revision of each, where that is not void.
pub fn in_force(all: Vec<Brief>) -> Vec<Brief> {
    let mut last: HashMap<(Id, Kind, i64), i64> = HashMap::new();
    for it in &all {
        let revision = last.entry((it.mission, it.kind, it.number)).or_default();
        *revision = it.revision.max(*revision);
    }
    let newest = all.into_iter().filter(|it| last.get(&(it.mission, it.kind, it.number)) == Some(&it.revision));
    newest.filter(|it| it.void.is_none()).collect()
}

/// Whether an issued document is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Current,
    /// A later revision stands in its place.
    Superseded(Box<Brief>),
    /// It was declared void, or the last revision of its number was: since when.
    Void(Moment),
    /// What it tells of was declared void: since when.
    RecordVoid(Moment),
}

impl Standing {
    /// How an issued document stands now.
    pub fn of(db: &mut Db, it: &Brief) -> Result<Self> {
        if let Some(void) = &it.void {
            return Ok(Self::Void(void.at));
        }
        Ok(match store::latest(db, it)?.filter(|latest| latest.id != it.id) {
            Some(Brief { void: Some(void), .. }) => Self::Void(void.at),
            Some(latest) => Self::Superseded(Box::new(latest)),
            None => record_void(db, it)?.map_or(Self::Current, Self::RecordVoid),
        })
    }
}

/// Since when the record is void that a document tells of.
fn record_void(db: &mut Db, it: &Brief) -> Result<Option<Moment>> {
    let Some(id) = it.consignment else { return Ok(None) };
    if let Some(void) = consignments::find(db, id)?.and_then(|c| c.void) {
        return Ok(Some(void.at));
    }
    let Ok(subject) = it.subject.parse::<Id>() else { return Ok(None) };
    Ok(match it.kind {
        Kind::GoodsReceivedNote => receipts::find(db, subject)?.and_then(|it| it.void).map(|void| void.at),
        Kind::LossReport => {
            let lost = losses::of(db, id)?.into_iter().find(|it| it.id == subject);
            lost.and_then(|it| it.void).map(|void| void.at)
        }
        _ => None,
    })
}

/// In which mission one must have the right to do something with a document: where its record is now. Its number stays that of
/// the mission in which it was issued.
pub fn home(db: &mut Db, it: &Brief) -> Result<Id> {
    Ok(match it.consignment {
        Some(id) => consignments::find(db, id)?.ok_or(Error::NotFound)?.mission,
        None => it.mission,
    })
}

fn refs(
    mission: &Mission,
    c: &Consignment,
    receipts: &[receipts::Receipt],
    losses: &[losses::Loss],
) -> crate::names::Refs {
    let mut refs = crate::names::join(c.body.refs(), mission.body.refs());
    refs.1.extend(receipts.iter().filter_map(|it| it.place));
    refs.1.extend(losses.iter().filter_map(|it| it.place));
    refs
}

/// The words of a document of a consignment in one language.
pub fn sheet(db: &mut Db, kind: Kind, matter: &Matter, lang: Lang) -> Result<Sheet> {
    let names = Names::load(db, lang, refs(&matter.mission, &matter.c, &matter.receipts, &matter.losses))?;
    Ok(kinds::write(kind, matter, &names))
}

/// A document that is not issued, as HTML.
pub fn draft(db: &mut Db, kind: Kind, of: &Draft<'_>, languages: Languages) -> Result<String> {
    let settings = settings::load(db)?;
    let head = Head {
        kind,
        reference: of.mission.body.code.clone(),
        issued: None,
        settings: &settings,
        title: of.title.clone(),
        partial: partial(of.partial, languages),
        chain: chain(db, kind, languages)?,
        now: Moment::now(),
    };
    let sheets = sheets(db, of, languages)?;
    print::body(&head, languages, beside(sheets))
}

fn partial(partial: bool, languages: Languages) -> Two {
    if partial { languages.say(|lang| lang.say("stamp-partial")) } else { Two::of(String::new(), None) }
}

/// The end of the history's chain: a summary tells it, so that whoever has the paper can prove that nothing before was changed.
fn chain(db: &mut Db, kind: Kind, languages: Languages) -> Result<Two> {
    if kind != Kind::Summary {
        return Ok(Two::of(String::new(), None));
    }
    let head = history::heads(db)?;
    Ok(languages.say(|lang| {
        let state = lang.vv("chain-count-and-head", head.count, &head.hash);
        format!("{} {state}", lang.say("chain-on-paper"))
    }))
}

fn sheets(db: &mut Db, of: &Draft<'_>, languages: Languages) -> Result<Vec<(Lang, Sheet)>> {
    languages.all().map(|lang| Ok((lang, (of.write)(db, lang)?))).collect()
}

fn beside(sheets: Vec<(Lang, Sheet)>) -> Sheet<Two> {
    let mut sheets = sheets.into_iter().map(|(_, sheet)| sheet);
    let first = sheets.next().unwrap_or_default();
    first.beside(sheets.next())
}

/// What issuing came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The document is issued.
    Issued(Id),
    /// It was issued before and would say the same: that one stands.
    Stands(Id),
}

/// Issues a document: gives it its number, freezes what it says and how it looks. One issued before of the same is superseded by
/// the next revision of its number, which names what it changes.
pub fn issue(db: &mut Db, order: &Order, of: &Draft<'_>, who: &Visitor) -> Result<Result<Done, Refusal>> {
    let (kind, mission) = (order.kind, of.mission.id);
    who.must(kind.act(), mission)?;
    let languages = Languages::of(&order.languages[0], &order.languages[1], who.lang);
    let posted = posted(order, of);
    if let Some(there) = store::find(db, order.id)? {
        return Ok(if there.posted == posted { Ok(Done::Issued(order.id)) } else { Err(sent(who).into()) });
    }
    let sheets = sheets(db, of, languages)?;
    let content = content(kind, of, &sheets)?;
    let before = store::last_of(db, kind, (mission, of.consignment), &of.subject)?;
    let before = before.filter(|it| it.brief.void.is_none());
    if let Some(before) = &before
        && before.content == content
        && (order.pad.is_empty() || order.pad == before.brief.pad)
    {
        return Ok(Ok(Done::Stands(before.brief.id)));
    }
    if let Some(used) = if order.pad.is_empty() { None } else { store::by_pad(db, kind, &order.pad)? } {
        let mut problems = Problems::new(who.lang);
        // Of a mission one may not look at, no number is told.
        let seen = who.may(accounts::Act::Look, home(db, &used)?);
        let number = if seen { used.reference } else { kind.words(who.lang) };
        problems.add_with("pad", "error-pad-used", [("pad", order.pad.clone()), ("number", number)]);
        return Ok(Err(problems.into()));
    }
    let settings = settings::load(db)?;
    let by = who.by.person.map(|id| accounts::names(db, vec![id])).transpose()?.unwrap_or_default();
    let (number, revision, reference) = match &before {
        Some(before) => (before.brief.number, before.brief.revision + 1, before.brief.reference.clone()),
        None => {
            let number = store::next_number(db, mission, kind)?;
            (number, 1, reference(&of.mission.body.code, kind, number))
        }
    };
    let (code, at) = (fresh_code()?, Moment::now());
    let issued = Issued {
        revision,
        at,
        by: by.into_values().next().unwrap_or_default(),
        pad: order.pad.clone(),
        check_at: format!("{}/{}", order.check_at, super::model::shown_code(&code)),
        code: code.clone(),
        changes: before.as_ref().map(|before| changes(before, &of.title, &sheets)).transpose()?.unwrap_or_default(),
    };
    let partial = partial(of.partial, languages);
    let (title, reference) = (of.title.clone(), reference);
    let (chain, issued) = (chain(db, kind, languages)?, Some(issued));
    let head = Head { kind, reference: reference.clone(), issued, settings: &settings, title, partial, chain, now: at };
    let body = print::body(&head, languages, beside(sheets))?;
    // A revision stays in the series of its number, wherever its consignment has gone since.
    let mission = before.as_ref().map_or(mission, |before| before.brief.mission);
    let brief = Brief {
        id: order.id,
        kind,
        mission,
        consignment: of.consignment,
        subject: of.subject.clone(),
        number,
        revision,
        reference,
        pad: order.pad.clone(),
        languages: languages.codes(),
        hash: hash(&content, &body),
        code,
        by: who.by.person,
        at,
        void: None,
    };
    let document = Document { brief, content, body, posted };
    store::insert(db, &document)?;
    record(db, who, Verb::Issued, &document, "")?;
    Ok(Ok(Done::Issued(order.id)))
}

/// The document of a mission's own that is in force for a subject.
pub fn standing(db: &mut Db, kind: Kind, mission: Id, subject: &str) -> Result<Option<Brief>> {
    let last = store::last_of(db, kind, (mission, None), subject)?;
    Ok(last.map(|it| it.brief).filter(|it| it.void.is_none()))
}

fn sent(who: &Visitor) -> Problems {
    let mut problems = Problems::new(who.lang);
    problems.add("", "error-document-sent");
    problems
}

/// By what a form is known again that is sent twice.
fn posted(order: &Order, of: &Draft<'_>) -> String {
    let parts = [order.kind.code(), &of.subject, &order.languages[0], &order.languages[1], &order.pad];
    hex(&Sha256::digest(parts.join("\n")))
}

/// What a document says, as JSON: its kind, what it is of, and a sheet in each of its languages.
fn content(kind: Kind, of: &Draft<'_>, sheets: &[(Lang, Sheet)]) -> Result<String> {
    let sheets: Vec<_> = sheets.iter().map(|(lang, sheet)| serde_json::json!([lang.code(), sheet])).collect();
    let all = serde_json::json!({ "kind": kind.code(), "title": of.title, "partial": of.partial, "sheets": sheets });
    serde_json::to_string(&all).map_err(Error::internal)
}

/// What an issued document says.
#[derive(serde::Deserialize)]
pub struct Content {
    /// What it is called besides.
    pub title: String,
    /// Its sheets, by language code.
    pub sheets: Vec<(String, Sheet)>,
}

impl Content {
    /// What this document says.
    pub fn of(document: &Document) -> Result<Self> {
        serde_json::from_str(&document.content).map_err(Error::internal)
    }
}

/// The SHA-256 of what a document says and of how it was printed, a line feed between.
pub fn hash(content: &str, body: &str) -> String {
    hex(&Sha256::digest(format!("{content}\n{body}")))
}

/// What a revision changes of the one before, in its languages; in those alone that the one before has too.
fn changes(before: &Document, title: &str, now: &[(Lang, Sheet)]) -> Result<Vec<Two>> {
    let old = Content::of(before)?;
    let mut both: Vec<(String, Vec<String>)> = vec![];
    let mut shared = 0;
    for (lang, sheet) in now {
        let Some((_, sheet_before)) = old.sheets.iter().find(|(code, _)| code == lang.code()) else { continue };
        let mut all = differences(sheet_before, sheet);
        if old.title != title {
            let path = vec![lang.say("label-mission")];
            all.insert(0, Differs { at: "title".into(), path, old: old.title.clone(), new: title.into() });
        }
        for it in all {
            let words = in_words(&it, *lang);
            match both.iter_mut().find(|(at, words)| *at == it.at && words.len() == shared) {
                Some((_, said)) => said.push(words),
                None => both.push((it.at, vec![words])),
            }
        }
        shared += 1;
    }
    // What differs in one language alone is told in that one.
    let mut out: Vec<Two> = both
        .into_iter()
        .map(|(_, words)| {
            let mut words = words.into_iter();
            Two::of(words.next().unwrap_or_default(), words.next())
        })
        .collect();
    if let (true, Some((lang, _))) = (out.is_empty(), now.first()) {
        out.push(Two::of(lang.say("doc-change-nothing"), None));
    }
    Ok(out)
}

fn in_words(it: &Differs, lang: Lang) -> String {
    let what = if it.path.is_empty() { lang.say("doc-change-text") } else { it.path.join(" · ") };
    let told = |text: &str| if text.is_empty() { "–".to_string() } else { text.to_string() };
    lang.say_with("doc-change", [("what", what), ("old", told(&it.old)), ("new", told(&it.new))])
}

/// Declares a document void: by whoever issued it, or a manager. Its number stays; what is issued after it has a new one.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let mission = home(db, &before.brief)?;
    who.must(before.brief.kind.act(), mission)?;
    let mut problems = Problems::new(who.lang);
    if !who.may_take_back(before.brief.by, mission) {
        problems.add("", "error-document-not-yours");
    }
    if let Some(void) = &before.brief.void {
        if void.reason == reason {
            return Ok(Ok(id));
        }
        problems.add("", "error-document-void");
    } else if store::latest(db, &before.brief)?.is_some_and(|latest| latest.id != id) {
        problems.add("", "error-document-superseded");
    } else if reason.is_empty() {
        problems.add("reason", "error-reason-empty");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let void = Some(Void { reason: reason.into(), at: Moment::now() });
    let after = Document { brief: Brief { void, ..before.brief }, ..before };
    store::update_void(db, &after)?;
    record(db, who, Verb::Voided, &after, reason)?;
    Ok(Ok(id))
}

fn record(db: &mut Db, who: &Visitor, verb: Verb, it: &Document, reason: &str) -> Result<()> {
    let told = |name: &str, value: String| Change(name.into(), String::new(), value);
    let brief = &it.brief;
    let changes = match verb {
        Verb::Issued => vec![
            told("document.number", brief.reference.clone()),
            told("document.revision", brief.revision.to_string()),
            told("document.hash", brief.hash.clone()),
        ],
        _ => vec![],
    };
    let deed = Deed::new(verb, Subject::Document, brief.id).because(reason).telling(changes);
    history::record(db, &who.by, deed.leaving(store::state(it)?))
}

/// The documents held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut astray = Told::in_pieces(db, Subject::Document, store::standing_after)?;
    let counters = store::counters_astray(db)?.into_iter();
    astray.names.extend(counters.map(|(code, kind, last)| reference(&code, kind, last)));
    Ok(astray)
}
