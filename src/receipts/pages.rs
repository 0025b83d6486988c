//! The pages of receipts: the form a clerk fills in at the end of the way, and the document it becomes.

use super::{
    actions, form,
    model::{self, Receipt},
    store,
};
use crate::{
    accounts::{self, Act, Visitor},
    consignments::{
        self, Consignment,
        model::{Account, Fate, Finding, Part, Reason},
        said,
    },
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::{Lang, filters},
    names::Names,
    values::{Id, When},
    web::{self, Asked, Doubt, Form, Frame, Input, Posted, Query, Refusal, TakeBack},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// How many lines a form shows at once: the rest follow on further pages of it.
pub(super) const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "receipts/form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    doubt: Doubt,
    rows: Vec<PartRow>,
    legs: Vec<(String, String)>,
    /// Earlier losses that may be part of what is counted now: id, words.
    losses: Vec<(Id, String)>,
    reasons: Vec<(&'static str, String)>,
    /// The wagons not received yet.
    units: Vec<(Id, String)>,
    many_units: bool,
    of: String,
    /// The first line shown, and how many there are.
    from: usize,
    all: usize,
}

impl Edit {
    /// The first of the next lines; 0 where these are the last.
    fn next(&self) -> usize {
        let next = self.from + SHOWN;
        if next < self.all { next } else { 0 }
    }

    fn ticked(&self, kind: &str, id: &Id) -> bool {
        self.form.chosen("", &format!("{kind}.{id}"), "1")
    }
}

/// A part as a row of the form.
pub(super) struct PartRow {
    /// Its row's prefix: `part.0.`.
    pub(super) prefix: String,
    pub(super) key: String,
    pub(super) goods: String,
    /// "100 t sent; 40 t so far; 60 t awaited".
    pub(super) so_far: String,
    /// The unit an amount without one is read in.
    pub(super) unit: String,
}

/// `GET /consignments/{id}/receipts/new`: asks what arrived.
pub async fn new(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    // One press is enough where all came today.
    let today = When::Day(frame.now.day()).iso();
    let mut input = Input::default().with("id", Id::fresh().to_string()).with("happened", today);
    input.set_some("from", Query::parse(req.query_string()).get("from"));
    edit_page(pool, frame, visitor, id.into_inner(), input, None).await
}

/// `POST /consignments/{id}/receipts`: records it; the same form twice is one receipt.
pub async fn create(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(mut input): Posted,
) -> Result<HttpResponse> {
    let (lang, consignment) = (frame.lang, id.into_inner());
    let again = input.settle(&[("new", "goods")]);
    let id: Id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    if again {
        return edit_page(pool, frame, visitor, consignment, input, None).await;
    }
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::receive(db, id, consignment, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/receipts/{id}"), "received")),
        Err(refusal) => edit_page(pool, frame, visitor, consignment, input, Some(refusal)).await,
    }
}

async fn edit_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    mut input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let fresh = refusal.is_none();
    let (status, problems, doubt) = web::refused(refusal, lang);
    let asked = !doubt.like.is_empty();
    let (c, reference, names, others) = pool
        .read(move |db| {
            let (c, reference) = consignments::standing(db, id, Act::Receive, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let others = store::of(db, id)?;
            Ok((c, reference, names, others))
        })
        .await?;
    if fresh && !c.receivable() {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    // What is shown now is known from now on.
    if fresh && input.get("seen").is_empty() || asked {
        let last = others.iter().map(|other| other.number).max().unwrap_or_default();
        input.set("seen", last.to_string());
    }
    if input.rows("new").is_empty() {
        input.add_row("new", "goods");
    }
    let from: usize = input.get("from").parse().unwrap_or_default();
    let rows = part_rows(&c, from, &names);
    let told = c.told_of(consignments::model::Milestone::Received);
    input.fill("leg", &c.receiving_leg().map(|leg| leg.id.to_string()).unwrap_or_default());
    let of_leg = c.body.legs.iter().find(|leg| leg.id.to_string() == input.get("leg"));
    let units = of_leg.map(|leg| {
        c.units_of(leg.id).filter(|unit| !told.contains(&unit.id)).map(|u| (u.id, u.number.clone())).collect()
    });
    let page = Edit {
        id,
        of: said::in_short(&c.body, &names),
        losses: c.losses().into_iter().map(|id| (id, in_short(&c, id, &names))).collect(),
        reasons: reasons(lang),
        many_units: of_leg.is_some_and(|leg| c.unit_count(leg) > 1),
        units: units.unwrap_or_default(),
        from,
        legs: leg_choices(&c, &names),
        all: c.parts().len(),
        rows,
        reference,
        doubt,
        form: Form::with(input, problems),
        frame: frame.clone(),
    };
    web::html(status, lang, &page)
}

/// The legs of its way, the last one first.
pub(super) fn leg_choices(c: &Consignment, names: &Names) -> Vec<(String, String)> {
    let way = |leg: &consignments::model::Leg| [names.place(leg.from), names.place(leg.to)].join(" – ");
    c.body.legs.iter().rev().map(|leg| (leg.id.to_string(), way(leg))).collect()
}

/// The parts of a consignment as rows of a form, as many as are shown at once.
pub(super) fn part_rows(c: &Consignment, from: usize, names: &Names) -> Vec<PartRow> {
    let accounts = c.accounts();
    let shown = accounts.iter().enumerate().skip(from).take(SHOWN);
    shown.map(|(n, (part, account))| part_row(n, part, account, names)).collect()
}

fn part_row(n: usize, part: &Part<'_>, account: &Account, names: &Names) -> PartRow {
    let lang = names.lang;
    let amount = |milli: i64| said::amount(part, milli, lang);
    let listed = part.line.found_by.is_none();
    let sent = if listed { lang.quantity(part.quantity) } else { lang.say("nothing-listed") };
    let mut said = vec![lang.v("so-far-sent", sent)];
    if account.accounted() != 0 {
        said.push(lang.v("so-far-told", amount(account.accounted())));
    }
    if account.dispatched.is_some() && account.told {
        said.push(lang.v("so-far-awaited", amount(account.under_way)));
    }
    if let Some(each) = part.line.packages.filter(|packages| packages.each.is_some()) {
        said.push(said::packages(&each, lang));
    }
    PartRow {
        prefix: format!("part.{n}."),
        key: form::key(part),
        goods: said::names_of(part.goods, names),
        so_far: said.join(" · "),
        unit: lang.unit_typed(part.quantity.unit()),
    }
}

/// Why goods may be damaged or missing.
pub(super) fn reasons(lang: Lang) -> Vec<(&'static str, String)> {
    let all = Reason::ALL.iter().filter(|reason| **reason != Reason::Unsaid);
    let said = all.map(|reason| (reason.code(), said::reason(*reason, lang)));
    std::iter::once(("", lang.say("reason-choose"))).chain(said).collect()
}

/// How many lines of a document are told in one line.
const IN_SHORT: usize = 6;

/// What a document found, in one line: "Wheat flour: good 95 t, missing 5 t (theft)".
pub fn in_short(c: &Consignment, document: Id, names: &Names) -> String {
    let lang = names.lang;
    let parts = c.parts().into_iter().filter_map(|part| {
        let found: Vec<String> = c
            .findings
            .iter()
            .filter(|found| found.document == document && (found.line, found.part) == part.key())
            .map(|found| found_words(found, &part, lang))
            .collect();
        let goods = said::names_of(part.goods, names);
        (!found.is_empty()).then(|| format!("{goods}: {}", found.join(&lang.say("list-separator"))))
    });
    let mut parts: Vec<String> = parts.take(IN_SHORT + 1).collect();
    if parts.len() > IN_SHORT {
        parts.truncate(IN_SHORT);
        parts.push("…".into());
    }
    parts.join("; ")
}

/// "missing 5 t (theft)".
fn found_words(found: &Finding, part: &Part<'_>, lang: Lang) -> String {
    let fate = said::fate(found.fate, lang);
    let amount = found_amount(found, part, lang);
    match found.reason {
        Reason::Unsaid => format!("{fate} {amount}"),
        reason => format!("{fate} {amount} ({})", said::reason(reason, lang)),
    }
}

/// The amount of a finding, as it was counted where that is in packages: "99.25 t (3 970 bags × 25 kg)".
pub fn found_amount(found: &Finding, part: &Part<'_>, lang: Lang) -> String {
    let amount = said::amount(part, found.milli, lang);
    let counted = crate::values::Quantity::read(&found.counted, "", crate::values::Comma::Groups).ok();
    match counted {
        None if found.counted == "?" => lang.say("all-of-it"),
        None => amount,
        Some(counted) if found.milli == 0 => lang.quantity(counted),
        Some(counted) => match part.line.packages.and_then(|packages| packages.each) {
            Some(each) => format!("{amount} ({})", lang.vv("packages-of", lang.quantity(counted), lang.quantity(each))),
            None => format!("{amount} ({})", lang.quantity(counted)),
        },
    }
}

#[derive(Template)]
#[template(path = "receipts/show.html")]
struct Show {
    frame: Frame,
    done: &'static str,
    receipt: Receipt,
    number: String,
    reference: String,
    of: String,
    rows: Vec<FoundRow>,
    names: Names,
    /// Who recorded it.
    by: String,
    units: String,
    may_void: bool,
    /// Whether something more may be recorded.
    open: bool,
    entries: Vec<Entry>,
}

impl Show {
    fn kilograms(&self, milli: &Option<i64>) -> String {
        milli.map(|milli| said::kilograms(milli, self.frame.lang)).unwrap_or_default()
    }
}

/// A part as a row of the document.
struct FoundRow {
    goods: String,
    dispatched: String,
    /// Accounted for by earlier documents, and after this one.
    before: String,
    after: String,
    good: String,
    damaged: String,
    missing: String,
    surplus: String,
    awaited: String,
    /// Reasons and notes.
    notes: Vec<String>,
}

/// `GET /receipts/{id}`: the document, with what was known before, what it found, and what is known after.
pub async fn show(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = web::done(&req, &["received", "receipt-voided"]);
    let page = pool
        .read(move |db| {
            let receipt = store::find(db, id)?.ok_or(Error::NotFound)?;
            let (c, reference) = consignments::standing(db, receipt.consignment, Act::Look, &visitor)?;
            let mut refs = c.body.refs();
            refs.1.extend(receipt.place);
            let names = Names::load(db, lang, refs)?;
            let by = accounts::names(db, receipt.by.into_iter().collect())?.into_values().next().unwrap_or_default();
            let may_void = receipt.void.is_none()
                && c.void.is_none()
                && visitor.may(Act::Receive, c.mission)
                && visitor.may_take_back(receipt.by, c.mission);
            Ok(Show {
                done,
                number: model::number(&reference, receipt.number),
                of: said::in_short(&c.body, &names),
                rows: rows(&c, id, &names),
                units: units(&c, &receipt, lang),
                entries: accounts::past(db, (Subject::Receipt, id))?,
                open: c.receivable() && visitor.may(Act::Receive, c.mission),
                by,
                may_void,
                reference,
                names,
                receipt,
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// "35 wagons: 52916673, …".
fn units(c: &Consignment, receipt: &Receipt, lang: Lang) -> String {
    let Some(count) = receipt.units else { return String::new() };
    let kind = receipt.leg.and_then(|id| c.body.legs.iter().find(|leg| leg.id == id)).map(|leg| leg.unit_kind.code());
    let said = lang.say_n(&format!("units-{}", kind.unwrap_or("other")), count);
    let event = c.events.iter().find(|event| event.receipt == Some(receipt.id));
    let which = event.map(|event| event.which.as_slice()).unwrap_or_default();
    let numbers: Vec<&str> =
        c.units.iter().filter(|unit| which.contains(&unit.id)).map(|unit| unit.number.as_str()).collect();
    if numbers.is_empty() { said } else { format!("{said}: {}", numbers.join(", ")) }
}

/// What earlier documents had accounted for when a document was written, by part.
pub fn before(c: &Consignment, document: Id) -> HashMap<(Id, i64), i64> {
    // Ids follow time: what was found before this document has smaller ones.
    let mut firsts: HashMap<Id, Id> = HashMap::new();
    for found in &c.findings {
        let first = firsts.entry(found.document).or_insert(found.id);
        *first = found.id.min(*first);
    }
    let first = firsts.get(&document);
    let mut out = HashMap::new();
    for found in c.findings.iter().filter(|found| found.document != document && found.withdrawn_at.is_none()) {
        // A loss counts by itself until a receipt takes it up, from then on with that receipt.
        let taken = found.taken_by.is_some_and(|by| by == document || firsts.get(&by) < first);
        if !taken && Some(&found.id) < first {
            *out.entry((found.line, found.part)).or_default() += found.milli;
        }
    }
    out
}

fn rows(c: &Consignment, id: Id, names: &Names) -> Vec<FoundRow> {
    let lang = names.lang;
    let earlier = before(c, id);
    let rows = c.parts().into_iter().filter_map(|part| {
        let own = |found: &&Finding| (found.line, found.part) == part.key();
        let mine: Vec<&Finding> = c.findings.iter().filter(own).filter(|found| found.document == id).collect();
        if mine.is_empty() {
            return None;
        }
        let before = earlier.get(&part.key()).copied().unwrap_or_default();
        let now: i64 = mine.iter().map(|found| found.milli).sum();
        let amount = |milli: i64| said::amount(&part, milli, lang);
        let fate = |fate: Fate| {
            let of: Vec<String> =
                mine.iter().filter(|found| found.fate == fate).map(|found| found_amount(found, &part, lang)).collect();
            of.join(", ")
        };
        let listed = part.line.found_by.is_none();
        let dispatched = if listed { part.quantity.milli() } else { 0 };
        let stated = part.quantity.stated();
        let (more, rest) = ((before + now - dispatched).max(0), (dispatched - before - now).max(0));
        let mut notes: Vec<String> = mine
            .iter()
            .filter(|found| found.reason != Reason::Unsaid)
            .map(|found| {
                let fate = said::fate(found.fate, lang);
                format!("{fate}: {}", said::reason(found.reason, lang))
            })
            .collect();
        notes.extend(mine.iter().map(|found| found.note.clone()).filter(|note| !note.is_empty()).take(1));
        Some(FoundRow {
            goods: said::names_of(part.goods, names),
            dispatched: if listed { lang.quantity(part.quantity) } else { lang.say("nothing-listed") },
            before: amount(before),
            after: amount(before + now),
            good: fate(Fate::Good),
            damaged: fate(Fate::Damaged),
            missing: fate(Fate::Missing),
            surplus: if stated && more > 0 { amount(more) } else { String::new() },
            awaited: if stated { amount(rest) } else { lang.say("balance-not-drawn") },
            notes,
        })
    });
    rows.collect()
}

/// `GET /receipts/{id}/void`: asks for the reason.
pub async fn void(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    VOID.ask(&pool, frame, visitor, id.into_inner()).await
}

/// `POST /receipts/{id}/void`: declares it void.
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
    TakeBack { asked: void_asked, act: actions::void, to: "/consignments", done: "receipt-voided" };

fn void_asked(db: &mut Db, id: Id, who: &Visitor) -> Result<Asked> {
    let receipt = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (_, reference) = consignments::standing(db, receipt.consignment, Act::Receive, who)?;
    let number = model::number(&reference, receipt.number);
    Ok(Asked {
        title: who.lang.v("receipt-void-title", &number),
        about: String::new(),
        text: who.lang.say("receipt-void-text"),
        action: format!("/receipts/{id}/void"),
        button: who.lang.say("receipt-void"),
        back: (format!("/receipts/{id}"), number),
    })
}
