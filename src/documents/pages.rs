//! The pages of documents: a draft to look at and issue, the document as it was issued, those of a mission, and all its waybills
//! in one print.

use super::{
    actions::{self, Done, Draft, Order, Standing},
    kinds::{About, Matter},
    model::{Brief, Document, Kind, shown_code},
    print::Languages,
    store,
};
use crate::{
    accounts::{self, Act, Visitor},
    consignments::{self, said},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::{self, Lang, filters},
    missions,
    names::Names,
    receipts::{self, losses},
    values::{Id, Moment, names::LONGEST_NAME},
    web::{self, Asked, Cursor, Form, Frame, Input, Pager, Posted, Problems, Query, Refusal, TakeBack, guard::Site},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// A choice of a form: its code, its words.
type Choice = (String, String);

#[derive(Template)]
#[template(path = "documents/draft.html")]
struct DraftPage {
    frame: Frame,
    form: Form,
    kind: Kind,
    id: Id,
    reference: String,
    /// The sheet, as HTML that the program wrote.
    body: String,
    languages: Vec<Choice>,
    /// What it can be of, besides what it is of: which field, its label, its choices.
    subject: (&'static str, &'static str, Vec<Choice>),
    /// The transport units it can be limited to: name of the box, number, whether it is ticked.
    units: Vec<(String, String, bool)>,
    /// What was issued of the same, and stands.
    stands: Option<Brief>,
    may_issue: bool,
}

/// What a form or an address says a document is about.
fn about(kind: Kind, input: &Input, c: &consignments::Consignment) -> Result<About> {
    let id = |field: &str| input.get(field).parse::<Id>().ok();
    Ok(match kind {
        Kind::Waybill => {
            let leg = id("leg").or(c.body.legs.first().map(|leg| leg.id)).ok_or(Error::NotFound)?;
            let ticked = input.fields().filter(|(_, value)| *value == "1");
            let units = ticked.filter_map(|(name, _)| name.strip_prefix("unit.")?.parse().ok()).collect();
            About::Leg(leg, units)
        }
        Kind::PackingList => About::Whole,
        Kind::GoodsReceivedNote => About::Receipt(id("receipt").ok_or(Error::NotFound)?),
        Kind::LossReport => About::Loss(id("loss").ok_or(Error::NotFound)?),
        Kind::GiftCertificate => {
            let mut donors = c.body.listed().map(|line| line.donor.or(c.body.donor));
            About::Donor(id("donor").or(donors.next().flatten()))
        }
        Kind::Summary => return Err(Error::NotFound),
    })
}

/// The matter of a document, as a form or an address names it.
fn matter_of(db: &mut Db, kind: Kind, id: Id, input: &Input, who: &Visitor) -> Result<Matter> {
    let (c, _) = consignments::standing(db, id, Act::Look, who)?;
    let about = match about(kind, input, &c)? {
        // Nobody is said to give it: the mission's donor is.
        About::Donor(None) => {
            let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
            About::Donor(mission.body.donors.first().copied())
        }
        about => about,
    };
    actions::matter(db, id, about, who)
}

/// Calls `act` with a draft of a document of a consignment.
fn with_draft<T>(
    db: &mut Db,
    kind: Kind,
    matter: &Matter,
    act: impl FnOnce(&mut Db, &Draft<'_>) -> Result<T>,
) -> Result<T> {
    let write = |db: &mut Db, lang: Lang| actions::sheet(db, kind, matter, lang);
    let draft = Draft {
        mission: &matter.mission,
        consignment: Some(matter.c.id),
        subject: matter.about.key(),
        title: String::new(),
        partial: false,
        write: &write,
    };
    act(db, &draft)
}

/// The languages a form asks for; where it says nothing, the reader's and the mission's second.
fn languages(input: &Input, second: &str, lang: Lang) -> Languages {
    let second = if input.has("second") { input.get("second") } else { second };
    Languages::of(input.get("first"), second, lang)
}

/// `GET /consignments/{id}/documents/{kind}`: a draft, as its address says.
pub async fn draft(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    path: Path<(Id, String)>,
) -> Result<HttpResponse> {
    let (id, kind) = path.into_inner();
    let kind = Kind::from_code(&kind).ok_or(Error::NotFound)?;
    let input = Input::parse(req.query_string().as_bytes())?;
    draft_page(&pool, frame, visitor, (id, kind), input, None).await
}

async fn draft_page(
    pool: &Pool,
    frame: Frame,
    visitor: Visitor,
    (id, kind): (Id, Kind),
    mut input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (status, problems, _) = web::refused(refusal, lang);
    let read = move |db: &mut Db| {
        let matter = matter_of(db, kind, id, &input, &visitor)?;
        let in_two = languages(&input, &matter.mission.body.second_language, lang);
        let names = Names::load(db, lang, matter.c.body.refs())?;
        let key = matter.about.key();
        let stands = matter.issued.iter().find(|it| it.kind == kind && it.subject == key).cloned();
        let body = with_draft(db, kind, &matter, |db, draft| actions::draft(db, kind, draft, in_two))?;
        if !input.has("id") {
            input.set("id", Id::fresh().to_string());
            if let About::Receipt(of) = matter.about {
                let pad = matter.receipts.iter().find(|it| it.id == of).map(|it| it.external_ref.clone());
                input.set("pad", pad.filter(|_| stands.is_none()).unwrap_or_default());
            }
        }
        input.set("first", in_two.first.code());
        input.set("second", in_two.second.map_or("none", Lang::code));
        let subject = subject(&matter, &names, &mut input);
        let units = match &matter.about {
            About::Leg(leg, some) => matter
                .c
                .units_of(*leg)
                .map(|unit| (format!("unit.{}", unit.id), unit.number.clone(), some.contains(&unit.id)))
                .collect(),
            _ => vec![],
        };
        Ok(DraftPage {
            may_issue: visitor.may(kind.act(), matter.c.mission) && matter.c.void.is_none(),
            reference: matter.reference,
            languages: lang::papers().map(|lang| (lang.code().into(), lang.name().into())).collect(),
            form: Form::with(input, problems),
            kind,
            id,
            body,
            subject,
            units,
            stands,
            frame,
        })
    };
    let page = pool.read(read).await?;
    web::html(status, lang, &page)
}

/// What of the consignment the document can be of.
fn subject(matter: &Matter, names: &Names, input: &mut Input) -> (&'static str, &'static str, Vec<Choice>) {
    let c = &matter.c;
    match &matter.about {
        About::Leg(leg, _) => {
            input.set("leg", leg.to_string());
            let way = |leg: &consignments::model::Leg| [names.place(leg.from), names.place(leg.to)].join(" – ");
            let all = c.body.legs.iter().enumerate();
            let all =
                all.map(|(n, leg)| (leg.id.to_string(), format!("{}: {}", said::leg_number(n, names.lang), way(leg))));
            ("leg", "leg", all.collect())
        }
        About::Donor(donor) => {
            let mut all: Vec<Choice> = vec![];
            for id in c.body.listed().filter_map(|line| line.donor.or(c.body.donor)) {
                let choice = (id.to_string(), names.organisation(Some(id)).to_string());
                if !all.contains(&choice) {
                    all.push(choice);
                }
            }
            input.set_some("donor", donor.map(|id| id.to_string()).unwrap_or_default());
            ("donor", "field-donor", all)
        }
        About::Receipt(_) | About::Loss(_) | About::Whole => ("", "", vec![]),
    }
}

impl DraftPage {
    /// What the form to issue carries along.
    fn carried(&self) -> Vec<(&str, &str)> {
        let fields = self.form.input.fields();
        let own = |name: &str| {
            matches!(name, "id" | "leg" | "receipt" | "loss" | "donor" | "first" | "second")
                || name.starts_with("unit.")
        };
        fields.filter(|(name, _)| own(name)).collect()
    }
}

/// `POST /consignments/{id}/documents/{kind}`: issues it.
pub async fn issue(
    pool: Data<Pool>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    path: Path<(Id, String)>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, (id, kind)) = (frame.lang, path.into_inner());
    let kind = Kind::from_code(&kind).ok_or(Error::NotFound)?;
    let input = input.settled();
    let order = order(kind, &input, &site, &req);
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| issue_of(db, id, &order, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(done) => Ok(answered(done)),
        Err(refusal) => draft_page(&pool, frame, visitor, (id, kind), input, Some(refusal)).await,
    }
}

/// Issues a document of a consignment, as a form or a program asks.
pub fn issue_of(db: &mut Db, id: Id, order: &Order, typed: &Input, who: &Visitor) -> Result<Result<Done, Refusal>> {
    let kind = order.kind;
    let matter = matter_of(db, kind, id, typed, who)?;
    let mut problems = against(&matter, who.lang);
    if !who.may(kind.act(), matter.c.mission) {
        problems.add("", "error-document-right");
    }
    pad(order, &mut problems);
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    with_draft(db, kind, &matter, |db, draft| actions::issue(db, order, draft, who))
}

/// Where one goes who has issued a document.
pub fn answered(done: Done) -> HttpResponse {
    match done {
        Done::Issued(id) => web::see_done(&format!("/documents/{id}"), "issued"),
        Done::Stands(id) => web::see_done(&format!("/documents/{id}"), "stands"),
    }
}

/// What a form orders.
pub fn order(kind: Kind, input: &Input, site: &Site, req: &HttpRequest) -> Order {
    Order {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        kind,
        languages: [input.get("first").to_string(), input.get("second").to_string()],
        pad: input.get("pad").to_string(),
        check_at: site.link_from(req, "/verify"),
    }
}

/// Whether the number of a printed form may be one.
pub fn pad(order: &Order, problems: &mut Problems) {
    if order.pad.chars().count() > LONGEST_NAME {
        problems.add_with("pad", "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    }
}

/// What stands against issuing a document of this.
fn against(matter: &Matter, lang: Lang) -> Problems {
    let mut problems = Problems::new(lang);
    let void = match matter.about {
        About::Receipt(id) => matter.receipts.iter().any(|it| it.id == id && it.void.is_some()),
        About::Loss(id) => matter.losses.iter().any(|it| it.id == id && it.void.is_some()),
        _ => false,
    };
    if matter.c.void.is_some() {
        problems.add("", "error-void");
    } else if void {
        problems.add("", "error-document-of-void");
    }
    problems
}

#[derive(Template)]
#[template(path = "documents/show.html")]
struct Show {
    frame: Frame,
    done: &'static str,
    document: Document,
    /// The first language of the document, in which it is stamped.
    first: Lang,
    /// Whether this is not the first print.
    copy: bool,
    standing: Standing,
    back: (String, String),
    may_void: bool,
    entries: Vec<Entry>,
}

/// For how long whoever issued a document prints the original.
const ORIGINAL: i64 = 15 * 60;

/// Where a document's record is, and what it is called.
fn back(db: &mut Db, brief: &Brief) -> Result<(String, String)> {
    let code = missions::find(db, brief.mission)?.map(|it| it.body.code).unwrap_or_default();
    Ok(match brief.consignment {
        Some(id) => {
            let c = consignments::find(db, id)?.ok_or(Error::NotFound)?;
            // It may have gone to another mission since.
            let code = if c.mission == brief.mission {
                code
            } else {
                missions::find(db, c.mission)?.ok_or(Error::NotFound)?.body.code
            };
            (format!("/consignments/{id}"), c.reference(&code))
        }
        None => (format!("/missions/{}", brief.mission), code),
    })
}

/// The first language of a document, in which it is stamped.
fn first_language(brief: &Brief, reader: Lang) -> Lang {
    brief.languages.first().and_then(|code| lang::paper(code, reader)).unwrap_or(reader)
}

/// `GET /documents/{id}`: the document as it was issued.
pub async fn show(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = web::done(&req, &["issued", "stands", "document-voided"]);
    let page = pool
        .read(move |db| {
            let document = store::find(db, id)?.ok_or(Error::NotFound)?;
            let brief = &document.brief;
            let home = actions::home(db, brief)?;
            visitor.must(Act::Look, home)?;
            let standing = Standing::of(db, brief)?;
            let fresh = (frame.now.0 - brief.at.0).num_seconds() < ORIGINAL;
            let original = done == "issued" && fresh && brief.by.is_some() && brief.by == visitor.by.person;
            let may_void = matches!(standing, Standing::Current | Standing::RecordVoid(_))
                && visitor.may(brief.kind.act(), home)
                && visitor.may_take_back(brief.by, home);
            let first = first_language(brief, lang);
            Ok(Show {
                back: back(db, brief)?,
                entries: accounts::past(db, (Subject::Document, id))?,
                copy: !original,
                done,
                first,
                standing,
                may_void,
                document,
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

impl Show {
    /// "re-printed on 25 Nov 2026, 18:00 UTC", in the document's own language.
    fn reprinted(&self) -> String {
        self.first.v("stamp-reprinted", self.first.moment(self.frame.now))
    }

    /// How it stands, where it is not in force: a word, and since when.
    fn stamp(&self) -> Option<(String, String)> {
        let (lang, at) = (self.first, |at: &Moment| self.first.v("void-since", self.first.moment(*at)));
        match &self.standing {
            Standing::Current => None,
            Standing::Superseded(by) => Some((
                lang.say("stamp-superseded"),
                lang.vv("superseded-by", lang.count(by.revision), lang.moment(by.at)),
            )),
            Standing::Void(since) => Some((lang.say("stamp-void"), at(since))),
            Standing::RecordVoid(since) => {
                Some((lang.say("stamp-void"), format!("{} · {}", lang.say("verify-record-void"), at(since))))
            }
        }
    }

    /// The revision that stands in its place.
    fn by(&self) -> Option<&Brief> {
        if let Standing::Superseded(by) = &self.standing { Some(by) } else { None }
    }

    fn word(&self, key: &str) -> String {
        self.first.say(key)
    }

    fn code(&self) -> String {
        shown_code(&self.document.brief.code)
    }
}

/// `GET /documents/{id}/void`: asks for the reason.
pub async fn void(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    VOID.ask(&pool, frame, visitor, id.into_inner()).await
}

/// `POST /documents/{id}/void`: declares it void.
pub async fn create_void(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    VOID.answer(&pool, frame, visitor, id.into_inner(), input).await
}

const VOID: TakeBack<Id, Visitor> =
    TakeBack { asked: void_asked, act: actions::void, to: "/documents", done: "document-voided" };

fn void_asked(db: &mut Db, id: Id, who: &Visitor) -> Result<Asked> {
    let document = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(document.brief.kind.act(), actions::home(db, &document.brief)?)?;
    let name = format!("{} {}", document.brief.kind.words(who.lang), document.brief.reference);
    Ok(Asked {
        title: who.lang.v("document-void-title", &name),
        about: String::new(),
        text: who.lang.say("document-void-text"),
        action: format!("/documents/{id}/void"),
        button: who.lang.say("void"),
        back: (format!("/documents/{id}"), document.brief.reference),
    })
}

#[derive(Template)]
#[template(path = "documents/list.html")]
struct List {
    frame: Frame,
    mission: (Id, String, String),
    kinds: Vec<(&'static str, String)>,
    kind: String,
    rows: Vec<ListRow>,
    pager: Pager,
}

/// A document as a row of a list.
struct ListRow {
    brief: Brief,
    kind: String,
    /// Of what: the consignment's number.
    of: String,
    by: String,
    /// `issued`, `superseded` or `void`.
    state: &'static str,
}

/// How many documents a list shows at once.
const PAGE: i64 = 50;

/// `GET /missions/{id}/documents`: what was issued in a mission, the newest first.
pub async fn list(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let query = Query::parse(req.query_string());
    let kind = Kind::from_code(query.get("kind"));
    let after = Cursor::read(query.get("after"));
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Look, id)?;
            let (found, more) = store::page(db, id, kind, after.as_ref(), PAGE)?;
            let next = found.last().map(|it| Cursor { key: it.at.to_string(), id: it.id });
            let rows = list_rows(db, id, found, &visitor)?;
            let kinds =
                std::iter::once(("", lang.say("all"))).chain(Kind::ALL.iter().map(|it| (it.code(), it.words(lang))));
            Ok(List {
                mission: (id, mission.body.code, mission.body.title),
                kinds: kinds.collect(),
                kind: kind.map(Kind::code).unwrap_or_default().into(),
                rows,
                pager: Pager::of(&path, &query, next, more),
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

fn list_rows(db: &mut Db, mission: Id, found: Vec<Brief>, visitor: &Visitor) -> Result<Vec<ListRow>> {
    let lang = visitor.lang;
    let people = accounts::names(db, found.iter().filter_map(|it| it.by).collect())?;
    let of: Vec<Id> = found.iter().filter_map(|it| it.consignment).collect();
    let references = references(db, &of, visitor)?;
    let numbers: Vec<i64> = found.iter().map(|it| it.number).collect();
    let last = store::last_revisions(db, mission, &numbers)?;
    let rows = found.into_iter().map(|brief| {
        let newest = last.get(&(brief.kind, brief.number)) == Some(&brief.revision);
        ListRow {
            kind: brief.kind.words(lang),
            of: brief.consignment.and_then(|id| references.get(&id)).cloned().unwrap_or_default(),
            by: brief.by.and_then(|id| people.get(&id)).cloned().unwrap_or_default(),
            state: match (&brief.void, newest) {
                (Some(_), _) => "void",
                (None, true) => "issued",
                (None, false) => "superseded",
            },
            brief,
        }
    });
    Ok(rows.collect())
}

/// The numbers of some consignments, of those that the visitor may look at.
fn references(db: &mut Db, ids: &[Id], visitor: &Visitor) -> Result<HashMap<Id, String>> {
    let mut numbers = consignments::numbers(db, ids)?;
    // One may have gone to another mission since.
    numbers.retain(|(_, mission, _)| visitor.may(Act::Look, *mission));
    let of: Vec<Id> = numbers.iter().map(|(_, mission, _)| *mission).collect();
    let codes: HashMap<Id, String> = missions::mentions(db, &of)?.into_iter().map(|it| (it.id, it.code)).collect();
    let named = numbers.into_iter().map(|(id, mission, number)| {
        (id, consignments::reference(codes.get(&mission).map_or("", String::as_str), number))
    });
    Ok(named.collect())
}

#[derive(Template)]
#[template(path = "documents/batch.html")]
struct Batch {
    frame: Frame,
    mission: (Id, String, String),
    /// The sheets, as HTML that the program wrote; of those that were issued, the first language: they are copies.
    bodies: Vec<(String, Option<Lang>)>,
    /// How many of them are not issued.
    drafts: i64,
    /// The address of the next ones.
    next: String,
}

impl Batch {
    /// "re-printed on 25 Nov 2026, 18:00 UTC", in a document's own language.
    fn reprinted(&self, first: &Lang) -> String {
        first.v("stamp-reprinted", first.moment(self.frame.now))
    }

    fn any_drafts(&self) -> bool {
        self.drafts > 0
    }
}

/// How many consignments' waybills are printed in one go.
const BATCH: i64 = 100;

/// `GET /missions/{id}/documents/waybills`: every waybill of a mission in one print: as issued, or as a draft where none is.
pub async fn batch(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let query = Query::parse(req.query_string());
    let after: i64 = query.get("after").parse().unwrap_or_default();
    let path = req.path().to_string();
    let page = pool
        .read(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Look, id)?;
            let found = consignments::standing_in(db, id, after, BATCH)?;
            let next = found
                .last()
                .filter(|_| found.len() as i64 == BATCH)
                .map(|(n, _)| query.with("after", &n.to_string()).on(&path));
            let in_two = Languages::of("", &mission.body.second_language, lang);
            let (mut bodies, mut drafts) = (vec![], 0);
            for (_, consignment) in found {
                let mut matter = actions::matter(db, consignment, About::Whole, &visitor)?;
                let legs: Vec<Id> = matter.c.body.legs.iter().map(|leg| leg.id).collect();
                for leg in legs {
                    matter.about = About::Leg(leg, vec![]);
                    let own = |it: &&Brief| it.kind == Kind::Waybill && it.subject.starts_with(&leg.to_string());
                    let issued: Vec<Id> = matter.issued.iter().filter(own).map(|it| it.id).collect();
                    for id in issued.iter().rev() {
                        let issued = store::find(db, *id)?;
                        bodies.extend(issued.map(|it| (it.body, Some(first_language(&it.brief, lang)))));
                    }
                    if issued.is_empty() {
                        drafts += 1;
                        let body = with_draft(db, Kind::Waybill, &matter, |db, draft| {
                            actions::draft(db, Kind::Waybill, draft, in_two)
                        })?;
                        bodies.push((body, None));
                    }
                }
            }
            Ok(Batch {
                mission: (id, mission.body.code, mission.body.title),
                next: next.unwrap_or_default(),
                bodies,
                drafts,
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// A document that a consignment's page names: what it is, where it is, what is issued of it.
#[derive(Debug, Clone)]
pub struct Offered {
    /// What it is, with what it is of.
    pub words: String,
    /// Where its draft is.
    pub address: String,
    /// Where the issued one is, and its number with its revision; empty where none is in force.
    pub issued: (String, String),
}

/// The documents that can be written of a consignment, each with what is issued of it.
pub fn offered(
    c: &consignments::Consignment,
    (reference, mission): (&str, &missions::Mission),
    received: &[receipts::Receipt],
    lost: &[losses::Loss],
    all: Vec<Brief>,
    names: &Names,
) -> Vec<Offered> {
    let lang = names.lang;
    let issued = actions::in_force(all);
    let one = |kind: Kind, about: About, of: String, query: String| {
        let key = about.key();
        let stands = issued.iter().find(|it| it.kind == kind && it.subject == key);
        let number = stands.map(|it| match it.revision {
            1 => it.reference.clone(),
            n => format!("{}, {}", it.reference, lang.v("doc-revision", lang.count(n))),
        });
        let words = kind.words(lang);
        Offered {
            words: if of.is_empty() { words } else { format!("{words} · {of}") },
            address: format!("/consignments/{}/documents/{kind}{query}", c.id),
            issued: (stands.map(|it| format!("/documents/{}", it.id)).unwrap_or_default(), number.unwrap_or_default()),
        }
    };
    let several = c.body.legs.len() > 1;
    let mut out = vec![];
    for (n, leg) in c.body.legs.iter().enumerate() {
        let of = if several { said::leg_number(n, lang) } else { String::new() };
        out.push(one(Kind::Waybill, About::Leg(leg.id, vec![]), of, format!("?leg={}", leg.id)));
    }
    out.push(one(Kind::PackingList, About::Whole, String::new(), String::new()));
    for receipt in received.iter().filter(|it| it.void.is_none()) {
        let number = receipts::number(reference, receipt.number);
        out.push(one(Kind::GoodsReceivedNote, About::Receipt(receipt.id), number, format!("?receipt={}", receipt.id)));
    }
    for loss in lost.iter().filter(|it| it.void.is_none()) {
        let number = losses::number(reference, loss.number);
        out.push(one(Kind::LossReport, About::Loss(loss.id), number, format!("?loss={}", loss.id)));
    }
    let mut donors: Vec<Option<Id>> = vec![];
    let usual = c.body.donor.or(mission.body.donors.first().copied());
    for donor in c.body.listed().map(|line| line.donor.or(usual)) {
        if !donors.contains(&donor) {
            donors.push(donor);
        }
    }
    for donor in donors {
        let (of, query) = match donor {
            Some(id) => (names.organisation(donor).to_string(), format!("?donor={id}")),
            None => (String::new(), String::new()),
        };
        out.push(one(Kind::GiftCertificate, About::Donor(donor), of, query));
    }
    out
}
