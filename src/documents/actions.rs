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
    consignments::model::Void,
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
    let (c, reference) = crate::consignments::standing(db, consignment, accounts::Act::Look, who)?;
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
    let mut seen = std::collections::HashSet::new();
    let newest = all.into_iter().filter(|it| seen.insert((it.mission, it.kind, it.number)));
    newest.filter(|it| it.void.is_none()).collect()
}

fn refs(
    mission: &Mission,
    c: &crate::consignments::Consignment,
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
        problems.add_with("pad", "error-pad-used", [("pad", order.pad.clone()), ("number", used.reference)]);
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
        changes: before.as_ref().map(|before| changes(before, &sheets)).transpose()?.unwrap_or_default(),
    };
    let partial = partial(of.partial, languages);
    let (title, reference) = (of.title.clone(), reference);
    let (chain, issued) = (chain(db, kind, languages)?, Some(issued));
    let head = Head { kind, reference: reference.clone(), issued, settings: &settings, title, partial, chain, now: at };
    let body = print::body(&head, languages, beside(sheets))?;
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

/// The sheets of an issued document, by language code.
pub fn sheets_of(document: &Document) -> Result<Vec<(String, Sheet)>> {
    #[derive(serde::Deserialize)]
    struct Content {
        sheets: Vec<(String, Sheet)>,
    }
    let content: Content = serde_json::from_str(&document.content).map_err(Error::internal)?;
    Ok(content.sheets)
}

/// The SHA-256 of what a document says and of how it was printed, a line feed between.
pub fn hash(content: &str, body: &str) -> String {
    hex(&Sha256::digest(format!("{content}\n{body}")))
}

/// What a revision changes of the one before, in its languages; in those alone that the one before has too.
fn changes(before: &Document, now: &[(Lang, Sheet)]) -> Result<Vec<Two>> {
    let old = sheets_of(before)?;
    let told = now.iter().filter_map(|(lang, sheet)| {
        let (_, old) = old.iter().find(|(code, _)| code == lang.code())?;
        let words = differences(old, sheet).iter().map(|it| in_words(it, *lang)).collect::<Vec<_>>();
        Some((*lang, words))
    });
    let mut told = told.collect::<Vec<_>>().into_iter();
    let first = now.first().map(|(lang, _)| *lang);
    Ok(match (told.next(), told.next()) {
        (Some((lang, first)), _) if first.is_empty() => vec![Two::of(lang.say("doc-change-nothing"), None)],
        (Some((_, first)), second) => {
            let mut second = second.map(|(_, words)| words).unwrap_or_default().into_iter();
            first.into_iter().map(|words| Two::of(words, second.next())).collect()
        }
        // None of its languages was there before: that is what changed.
        (None, _) => first.map(|lang| vec![Two::of(lang.say("doc-change-nothing"), None)]).unwrap_or_default(),
    })
}

fn in_words(it: &Differs, lang: Lang) -> String {
    let what = it.path.join(" · ");
    match (it.old.is_empty(), it.new.is_empty()) {
        (true, _) => lang.say_with("doc-change", [("what", what), ("old", "–".into()), ("new", it.new.clone())]),
        (_, true) => lang.say_with("doc-change", [("what", what), ("old", it.old.clone()), ("new", "–".into())]),
        _ => lang.say_with("doc-change", [("what", what), ("old", it.old.clone()), ("new", it.new.clone())]),
    }
}

/// Declares a document void: by whoever issued it, or a manager. Its number stays; what is issued after it has a new one.
pub fn void(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    let mission = before.brief.mission;
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
