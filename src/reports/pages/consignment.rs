//! One consignment: everything recorded of it, and its past.

use super::known_done;
use crate::{
    accounts::{self, Act, Visitor},
    consignments::{
        self, Consignment, Status,
        journey::{Event, Milestone, State},
        said,
    },
    db::{Db, Pool},
    documents::{self, pages::Offered},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::filters,
    missions::{self, Mission},
    names::Names,
    receipts,
    reports::{
        rows::{Row, mode_words, row},
        told::label,
    },
    sources::{self, Role, Source},
    values::{Id, When},
    web::{self, Frame, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::{borrow::Borrow, collections::HashMap};

#[derive(Template)]
#[template(path = "reports/consignment.html")]
struct ConsignmentPage {
    frame: Frame,
    done: String,
    c: Consignment,
    row: Row,
    mission: Mission,
    names: Names,
    entries: Vec<Entry>,
    /// Its numbers in other missions.
    former: Vec<String>,
    quantities: Vec<String>,
    /// What does not agree within it.
    disagreements: Vec<String>,
    papers: Vec<Paper>,
    /// The documents that can be written of it.
    offered: Vec<Offered>,
    /// Who said its figures, and what others said.
    sources: Vec<Source>,
    /// The papers its mission asks for, and whether each is there.
    checklist: Vec<(consignments::papers::Paper, bool)>,
    /// The names of those who recorded something on the way.
    people: HashMap<Id, String>,
    /// Whether everything is shown, however long it is.
    all: bool,
    visitor: Visitor,
}

/// How many lines, wagons, steps are shown at once; the rest is one link away.
const SHOWN: usize = 50;

/// How many entries of its past are shown at once.
const SHOWN_PAST: i64 = 20;

/// A receipt or a loss report, as the consignment's page tells of it.
struct Paper {
    address: String,
    number: String,
    when: String,
    says: String,
    void: bool,
}

/// What was said of a figure, in words.
struct SaidRow {
    id: Id,
    /// Whether it is another figure than the one that counts.
    also: bool,
    stated: String,
    words: String,
    address: String,
}

/// A part of the account, in words.
struct AccountRow {
    goods: String,
    dispatched: String,
    good: String,
    damaged: String,
    missing: String,
    returned: String,
    under_way: String,
    surplus: String,
}

/// A step, in words.
struct StepRow {
    id: Id,
    code: &'static str,
    /// "Arrived (leg 2, 35 wagons)".
    what: String,
    /// Empty where it is not stated.
    when: String,
    place: String,
    remark: String,
    recorded: String,
    receipt: Option<Id>,
    may_take_back: bool,
}

impl ConsignmentPage {
    /// Whether the reader may do something in its mission.
    fn may(&self, act: &str) -> bool {
        Act::from_code(act).is_some_and(|act| self.visitor.may(act, self.mission.id))
    }

    fn goods(&self, line: &consignments::model::Line) -> String {
        said::goods(line, &self.names)
    }

    fn categories(&self, line: &consignments::model::Line) -> String {
        said::categories(line, self.frame.lang)
    }

    fn sharing(&self, line: &consignments::model::Line) -> String {
        said::sharing(line, self.frame.lang)
    }

    fn mode(&self, leg: &consignments::model::Leg) -> String {
        mode_words(leg.mode, self.frame.lang)
    }

    fn units(&self, leg: &consignments::model::Leg) -> String {
        said::units(leg, self.frame.lang)
    }

    /// How long a leg took, and how late it is.
    fn pace(&self, leg: &consignments::model::Leg) -> String {
        said::pace(leg, !self.row.overdue.is_empty(), self.frame.now.day(), self.frame.lang)
    }

    fn date(&self, when: impl Borrow<Option<When>>) -> String {
        when.borrow().map(|when| self.frame.lang.when(when)).unwrap_or_default()
    }

    /// Where the reports it is one of stand side by side.
    fn reports(&self) -> String {
        let path = format!("/missions/{}/conflicts", self.c.mission);
        web::Query::default().with("group", &self.c.contested).on(&path)
    }

    fn money(&self, money: impl Borrow<Option<crate::values::Money>>) -> String {
        money.borrow().map(|money| self.frame.lang.money(money)).unwrap_or_default()
    }

    fn kilograms(&self, milli: impl Borrow<Option<i64>>) -> String {
        milli.borrow().map(|milli| said::kilograms(milli, self.frame.lang)).unwrap_or_default()
    }

    /// What the lines weigh, where that differs from the weight stated for the whole.
    fn other_weight(&self) -> Option<String> {
        let lines = self.c.body.lines_weight().filter(|lines| Some(*lines) != self.c.body.stated_weight)?;
        Some(said::kilograms(lines, self.frame.lang))
    }

    /// How many packages the lines have, where that differs from the number stated for the whole.
    fn other_packages(&self) -> Option<String> {
        let lines = self.c.body.lines_packages().filter(|lines| Some(*lines) != self.c.body.stated_packages)?;
        Some(self.frame.lang.count(lines))
    }

    fn packages(&self, line: &consignments::model::Line) -> String {
        line.packages.as_ref().map(|p| said::packages(p, self.frame.lang)).unwrap_or_default()
    }

    /// As many as are shown.
    fn cut<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        if self.all { all } else { all.get(..SHOWN).unwrap_or(all) }
    }

    /// Whether more than is shown is left.
    fn more(&self, n: usize) -> bool {
        !self.all && n > SHOWN
    }

    /// How long a line keeps: `expired`, `soon` (three months), `later` (nine), or empty.
    fn keeps(&self, line: &consignments::model::Line) -> &'static str {
        let today = self.frame.now.day();
        match line.expiry.map(When::last) {
            Some(last) if last < today => "expired",
            Some(last) if last < today + chrono::Months::new(3) => "soon",
            Some(last) if last < today + chrono::Months::new(9) => "later",
            _ => "",
        }
    }

    /// Whether there may be more of its past than is shown.
    fn more_past(&self) -> bool {
        !self.all && self.entries.len() as i64 == SHOWN_PAST
    }

    /// Whether its account is to be shown: something was sent, or something was found.
    fn accounted(&self) -> bool {
        State::sent(self.c.body.status.state().code()) || !self.c.findings.is_empty()
    }

    /// Whether it is there by word alone.
    fn by_word(&self) -> bool {
        self.c.by_word()
    }

    fn account(&self) -> Vec<AccountRow> {
        let lang = self.frame.lang;
        let most = if self.all { usize::MAX } else { SHOWN };
        let rows = self.c.accounts().into_iter().take(most).map(|(part, account)| {
            let amount = |milli: i64| match milli {
                0 => String::new(),
                milli => said::amount(&part, milli, lang),
            };
            let listed = part.line.found_by.is_none();
            let stated = account.dispatched.is_some();
            AccountRow {
                goods: said::names_of(part.goods, &self.names),
                dispatched: if listed { lang.quantity(part.quantity) } else { lang.say("nothing-listed") },
                good: match (stated, account.good, account.told) {
                    (false, 0, true) => lang.say("counted-otherwise"),
                    _ => amount(account.good),
                },
                damaged: amount(account.damaged),
                missing: amount(account.missing),
                returned: amount(account.returned),
                under_way: if stated { amount(account.under_way) } else { lang.say("balance-not-drawn") },
                surplus: amount(account.surplus),
            }
        });
        rows.collect()
    }

    /// What stood in a figure before it was corrected, newest first: (old, reason, source).
    fn before(&self, figure: &str, row: &Id) -> Vec<String> {
        let mine = self.c.amendments.iter().filter(|a| a.figure == figure && a.row == Some(*row));
        mine.map(|a| said::figure_words(&a.figure, &a.old, self.frame.lang)).collect()
    }

    /// A corrected figure in words: what it is, old, new.
    fn amended(&self, a: &consignments::model::Amendment) -> (String, String, String) {
        let lang = self.frame.lang;
        let label = label(&self.c, &a.figure, a.row, &self.names);
        (label, said::figure_words(&a.figure, &a.old, lang), said::figure_words(&a.figure, &a.new, lang))
    }

    /// What was said of a figure.
    fn said_of(&self, figure: &str, row: Option<Id>) -> Vec<SaidRow> {
        let lang = self.frame.lang;
        let mine = self.sources.iter().filter(|source| source.figure == figure && source.row == row);
        let rows = mine.map(|source| SaidRow {
            id: source.id,
            also: source.role == Role::Also,
            stated: sources::stated_words(&source.stated, lang),
            words: source.words(lang),
            address: source.address.clone(),
        });
        rows.collect()
    }

    fn said_of_line(&self, line: &consignments::model::Line) -> Vec<SaidRow> {
        self.said_of("line.quantity", Some(line.id))
    }

    fn said_of_units(&self, leg: &consignments::model::Leg) -> Vec<SaidRow> {
        self.said_of("leg.units", Some(leg.id))
    }

    fn attached(&self) -> Vec<&consignments::papers::Attachment> {
        self.c.attached().collect()
    }

    /// "Signed waybill · scan.pdf · 1.2 MB".
    fn size(&self, bytes: &i64) -> String {
        if *bytes < 100_000 {
            return self.frame.lang.v("kilobytes", self.frame.lang.count((bytes + 999) / 1000));
        }
        let tenths = (bytes + 50_000) / 100_000;
        self.frame.lang.v("megabytes", self.frame.lang.decimal(tenths.max(1), 10))
    }

    /// "35 of 81 wagons: arrived", for each step of a leg that is told of some.
    fn tallies(&self, leg: &consignments::model::Leg) -> Vec<String> {
        [Milestone::Departed, Milestone::Arrived, Milestone::Received]
            .into_iter()
            .map(|step| said::tally(&self.c, leg, step, self.frame.lang))
            .filter(|said| !said.is_empty())
            .collect()
    }

    /// "80 of 81 listed"; empty where none is.
    fn listed(&self, leg: &consignments::model::Leg) -> String {
        let listed = self.c.units_of(leg.id).count() as i64;
        let all = self.c.unit_count(leg);
        if listed == 0 {
            return String::new();
        }
        let key = if leg.units.is_some_and(|stated| stated < listed) { "units-listed-differ" } else { "units-listed" };
        self.frame.lang.vv(key, self.frame.lang.count(listed), self.frame.lang.count(leg.units.unwrap_or(all)))
    }

    /// The check digit a wagon's number should end in, where it ends in another.
    fn wrong_digit(&self, unit: &consignments::model::ListedUnit) -> String {
        let right = consignments::units::wrong_check_digit(&unit.number);
        right.map(|right| self.frame.lang.v("check-digit", right)).unwrap_or_default()
    }

    /// How far a wagon has come, in words.
    fn unit_state(&self, unit: &consignments::model::ListedUnit) -> String {
        let told = self.c.events.iter().rfind(|event| event.counts() && event.which.contains(&unit.id));
        told.map(|event| said::step(event.milestone, self.frame.lang)).unwrap_or_default()
    }

    /// What happened and counts, in the order of the days it happened on; what has no day stands where it became known.
    fn told(&self) -> Vec<&Event> {
        let mut last = i64::MIN;
        let mut told: Vec<(i64, &Event)> = vec![];
        for event in self.c.events.iter().filter(|event| event.counts()) {
            last = event.happened.map_or(last, |when| crate::values::day_number(when.first()));
            told.push((last, event));
        }
        told.sort_by_key(|(day, _)| *day);
        told.into_iter().map(|(_, event)| event).collect()
    }

    /// A step in words.
    fn step(&self, e: &Event) -> StepRow {
        let (lang, legs) = (self.frame.lang, &self.c.body.legs);
        let leg = e.leg.and_then(|id| legs.iter().position(|leg| leg.id == id));
        let kind = leg.and_then(|n| legs.get(n)).or(self.c.body.main()).map(|leg| leg.unit_kind.code());
        let mut about = vec![];
        let several = legs.len() > 1;
        about.extend(leg.filter(|_| several).map(|n| said::leg_number(n, lang)));
        about.extend(e.units.map(|n| lang.say_n(&format!("units-{}", kind.unwrap_or("other")), n)));
        let step = said::step(e.milestone, lang);
        let by = e.by.and_then(|id| self.people.get(&id)).cloned().unwrap_or_default();
        let recorded = lang.v("recorded-at", lang.moment(e.recorded_at));
        let may = self.may("receive") && (self.may("log") || e.milestone.by_receiver());
        StepRow {
            id: e.id,
            code: e.milestone.code(),
            what: if about.is_empty() { step } else { format!("{step} ({})", about.join(", ")) },
            when: e.happened.map(|when| lang.when(when)).unwrap_or_default(),
            place: self.names.place(e.place).to_string(),
            remark: e.remark.clone(),
            recorded: if by.is_empty() { recorded } else { format!("{recorded} · {by}") },
            receipt: e.receipt,
            may_take_back: may && e.receipt.is_none() && self.c.void.is_none(),
        }
    }

    /// The step that is most likely next, where the reader may record it.
    fn next(&self) -> Option<Milestone> {
        self.c.likely_step().filter(|step| self.may("receive") && (step.by_receiver() || self.may("log")))
    }

    fn receivable(&self) -> bool {
        self.c.receivable() && self.may("receive")
    }

    /// Whether receiving is what comes next.
    fn to_receive(&self) -> bool {
        self.receivable() && matches!(self.c.body.status, Status::Arrived | Status::PartlyReceived)
    }

    /// What holds it up.
    fn trouble(&self) -> Option<&Event> {
        let told = self.c.events.iter().rfind(|e| e.counts() && e.milestone == Milestone::Problem);
        told.filter(|_| self.c.in_trouble() && self.c.void.is_none())
    }
}

/// `GET /consignments/{id}`: everything recorded of one, and its past.
pub async fn consignment(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let query = Query::parse(req.query_string());
    let (done, all) = (query.get("done").to_string(), query.get("all") == "1");
    let page = pool
        .read(move |db| {
            let lines = if all { usize::MAX } else { SHOWN };
            let c = consignments::find_shown(db, id, lines)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Look, c.mission)?;
            let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
            let mut refs = c.body.refs();
            refs.1.extend(c.events.iter().filter_map(|event| event.place));
            let names = Names::load(db, lang, refs)?;
            let people = accounts::names(db, c.events.iter().filter_map(|event| event.by).collect())?;
            let (received, lost) = (receipts::of(db, id)?, receipts::losses::of(db, id)?);
            let offered = if c.void.is_none() {
                let about = (c.reference(&mission.body.code), documents::of(db, id)?);
                documents::pages::offered(&c, (&about.0, &mission), &received, &lost, about.1, &names)
            } else {
                vec![]
            };
            let papers = papers(&c, received, lost, &mission, &names);
            let most = if all { i64::MAX } else { SHOWN_PAST };
            let mut entries = accounts::latest(db, (Subject::Consignment, id), most)?;
            let consignments::terms::Borne { numbers: mut former, required } = consignments::derived::borne_by(db, &c)?;
            former.pop();
            hide_others(db, &mut former, &mut entries, &visitor)?;
            let row = row(&c, &mission.body.code, &names);
            let checklist = c.checklist(&required);
            let mut disagreements = consignments::doubts::disagreements(&c.body, &names);
            disagreements.truncate(SHOWN);
            let quantities = said::quantities(&c.body, lang);
            Ok(ConsignmentPage {
                frame,
                done: known_done(done),
                c,
                row,
                mission,
                names,
                entries,
                former,
                quantities,
                disagreements,
                papers,
                offered,
                sources: sources::of(db, id)?,
                checklist,
                people,
                all,
                visitor,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

fn papers(
    c: &Consignment,
    receipts: Vec<receipts::Receipt>,
    losses: Vec<receipts::losses::Loss>,
    mission: &Mission,
    names: &Names,
) -> Vec<Paper> {
    let reference = c.reference(&mission.body.code);
    let when = |when: Option<When>| when.map(|when| names.lang.when(when)).unwrap_or_default();
    let receipts = receipts.into_iter().map(|receipt| Paper {
        address: format!("/receipts/{}", receipt.id),
        number: receipts::number(&reference, receipt.number),
        when: when(receipt.happened),
        says: receipts::in_short(c, receipt.id, names),
        void: receipt.void.is_some(),
    });
    let losses = losses.into_iter().map(|loss| Paper {
        address: format!("/losses/{}", loss.id),
        number: receipts::losses::number(&reference, loss.number),
        when: when(loss.happened),
        says: loss.circumstances,
        void: loss.void.is_some(),
    });
    receipts.chain(losses).collect()
}

/// Takes out the numbers a consignment had in missions the reader may not know of, and what its past says of them.
fn hide_others(db: &mut Db, former: &mut Vec<String>, entries: &mut [Entry], visitor: &Visitor) -> Result<()> {
    let mut hidden = vec![];
    for number in std::mem::take(former) {
        let code = number.rsplit_once('/').map_or("", |(code, _)| code).to_string();
        match missions::by_code(db, &code)? {
            Some(mission) if visitor.may(Act::Look, mission.id) => former.push(number),
            _ => hidden.extend([number, code]),
        }
    }
    for change in entries.iter_mut().flat_map(|entry| &mut entry.changes) {
        for value in [&mut change.1, &mut change.2] {
            if hidden.contains(value) {
                *value = "…".into();
            }
        }
    }
    Ok(())
}
