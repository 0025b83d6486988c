//! A mission's summary as a document: its blocks, written in one language from the account the mission's page shows, and the
//! choice of what is printed.

use super::{
    filters,
    fit::Plan,
    pages::account::{Account, Most},
    rows::rows,
    store::{self, Scope},
    summary::{COLUMNS, Figure, ItemRow, PartRow},
};
use crate::{
    accounts::Visitor,
    consignments::{self, Facet, said, terms::term},
    db::Db,
    documents::sheet::{
        Bar, Block, Chart, Column, Fact, Facts, Holds, List, Look, Open, Row, Sheet, Sign, Signs, Table, Words,
    },
    error::Result,
    lang::{Lang, shown_in},
    names::Names,
    values::{Id, Moment, Unit, When, day_number},
    web::Query,
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

/// The blocks of a summary that may be left out, in their order; and whether the one-page form has them unless one says otherwise.
pub const BLOCKS: &[(&str, bool)] = &[
    ("charts", true),
    ("allotted", true),
    ("items", true),
    ("consignments", true),
    ("donors", false),
    ("modes", true),
    ("legs", false),
    ("months", false),
    ("losses", true),
    ("arrivals", true),
    ("papers", true),
    ("narrative", true),
    ("sources", true),
];

/// The names that choose, in an address.
const CHOOSING: &[&str] = &["form", "first", "second"];

/// What of a summary is printed, and in which languages.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Everything, on as many pages as it takes; else what fits one.
    pub full: bool,
    /// Which blocks.
    pub shown: BTreeSet<&'static str>,
    /// The code of its first language; empty for the reader's.
    pub first: String,
    /// The code of the second; none where nobody said, and it is the mission's.
    pub second: Option<String>,
    /// The filters: of what in the mission it is.
    pub filters: Query,
}

impl Choice {
    /// What an address chooses; what it does not say is the mission's usual choice.
    pub fn of(asked: &Query, usual: &str) -> Self {
        let mut filters = asked.only(filters::NAMES);
        let usual = Query::parse(usual);
        let said = |query: &Query| !query.get("form").is_empty() || ticks(query);
        let choice = if said(asked) { asked } else { &usual };
        // A usual choice may keep to some of the mission; an address that filters says so itself.
        if filters.is_empty() && !said(asked) {
            filters = usual.only(filters::NAMES);
        }
        let full = choice.get("form") == "full";
        let ticked = ticks(choice);
        let shown = BLOCKS.iter().filter(|(block, one_page)| match ticked {
            true => choice.get(&show(block)) == "1",
            false => full || *one_page,
        });
        let from =
            |name: &str| [asked, choice].into_iter().map(|query| query.get(name)).find(|value| !value.is_empty());
        Self {
            full,
            shown: shown.map(|(block, _)| *block).collect(),
            first: from("first").unwrap_or_default().into(),
            second: from("second").map(String::from),
            filters,
        }
    }

    /// The choice as the question of an address.
    pub fn query(&self) -> Query {
        let mut query = self.filters.with("form", if self.full { "full" } else { "one-page" });
        for block in &self.shown {
            query = query.with(&show(block), "1");
        }
        query.with("first", &self.first).with("second", self.second.as_deref().unwrap_or_default())
    }

    /// By what a summary is known as one of the same: what is chosen, but for the languages.
    pub fn key(&self) -> String {
        self.query().without(&CHOOSING[1..]).on("")
    }

    /// Whether a block is shown.
    pub fn shows(&self, block: &str) -> bool {
        self.shown.contains(block)
    }
}

/// Whether an address says of blocks which are shown.
fn ticks(query: &Query) -> bool {
    BLOCKS.iter().any(|(block, _)| !query.get(&show(block)).is_empty())
}

/// The name of a block's box.
pub fn show(block: &str) -> String {
    format!("show.{block}")
}

/// The most rows and goods that one page tells one by one, before it is seen what fits.
const ONE_PAGE: (i64, usize) = (10, 10);

/// The most rows of a table by donor, leg or month, and of bars of a chart.
const MOST_PARTS: usize = 40;

/// The most characters of a narrative on one page.
const LONGEST_NARRATIVE: usize = 500;

/// How much a summary tells one by one: what its blocks show, and no more is fetched.
fn most(choice: &Choice) -> Most {
    let blocks = [("donors", Facet::Donor), ("legs", Facet::Leg), ("months", Facet::Month), ("months", Facet::Arrival)];
    let parts = blocks.into_iter().filter(|(block, _)| choice.shows(block)).map(|(_, facet)| facet).collect();
    let whole = Most { told: choice.shows("sources"), ..Most::full(parts) };
    if choice.full { whole } else { Most { rows: ONE_PAGE.0, items: ONE_PAGE.1, ..whole } }
}

/// Writes the summary of a mission in one language.
pub fn write(
    db: &mut Db,
    id: Id,
    choice: &Choice,
    (plan, in_two): (&Plan, bool),
    visitor: &Visitor,
    lang: Lang,
) -> Result<Sheet> {
    let writer = Visitor { lang, ..visitor.clone() };
    let most = most(choice);
    let account = Account::load(db, id, (&choice.filters, ""), most, &writer)?;
    let expected = if choice.shows("arrivals") { expected(db, &account, choice.full, lang)? } else { (vec![], 0) };
    let w = Writer { account: &account, choice, lang };
    let mut placed = vec![(0, w.head()), (0, w.sentence()), (0, w.headline())];
    placed.extend(w.tables());
    if choice.shows("arrivals") {
        placed.push((4, w.arrivals(expected)));
    }
    if choice.shows("papers") {
        placed.push((5, w.papers()));
    }
    if choice.shows("narrative") {
        placed.extend(w.narrative().into_iter().map(|block| (0, block)));
    }
    if choice.shows("sources") {
        placed.push((7, w.sources()));
    }
    // What did not fit is named here.
    placed.push((0, w.words("", String::new(), "fine")));
    placed.push((0, w.signs()));
    let (ranks, mut blocks): (Vec<usize>, Vec<Block<String>>) = placed.into_iter().unzip();
    if !choice.full {
        plan.fit(&mut blocks, &ranks, in_two, lang);
    }
    Ok(Sheet::of(blocks))
}

struct Writer<'a> {
    account: &'a Account,
    choice: &'a Choice,
    lang: Lang,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.lang.say(key)
    }

    fn head(&self) -> Block<String> {
        let (a, m) = (self.account, &self.account.mission.body);
        let handover: Vec<String> =
            a.handover().iter().map(|(label, value)| format!("{}: {value}", self.say(label))).collect();
        let need =
            if m.need_people.is_empty() { String::new() } else { format!("{} ({})", m.need_people, m.need_source) };
        let filters: Vec<String> = a.asked.tags.iter().map(|tag| format!("{}: {}", tag.label, tag.value)).collect();
        let stated = |value: String| if value.is_empty() { self.say("not-stated") } else { value };
        let facts = [
            Some(Fact::new(self.say("label-mission"), m.code.clone())),
            Fact::some(self.say("field-recipient-country"), a.country),
            Fact::some(self.say("label-period"), a.period()),
            Fact::some(self.say("stamp-partial"), filters.join("; ")),
            Fact::some(self.say("field-glide"), m.glide.clone()),
            Fact::some(self.say("field-crisis"), m.crisis.clone()),
            Fact::some(self.say("field-need-people"), need),
            Some(Fact::new(self.say("label-legal-basis"), stated(m.decision(self.lang)))),
            Some(Fact::new(self.say("group-handover"), stated(handover.join("; ")))),
        ];
        self.facts("", Look::Run, facts.into_iter().flatten().collect())
    }

    fn facts(&self, title: &str, look: Look, facts: Vec<Fact<String>>) -> Block<String> {
        let title = if title.is_empty() { String::new() } else { self.say(title) };
        Block::Facts(Facts { title, look, facts })
    }

    fn words(&self, title: &str, text: String, weight: &str) -> Block<String> {
        let title = if title.is_empty() { String::new() } else { self.say(title) };
        Block::Words(Words { title, text, weight: weight.into() })
    }

    fn sentence(&self) -> Block<String> {
        self.words("", self.account.sentence.clone(), "lead")
    }

    fn headline(&self) -> Block<String> {
        let s = &self.account.summary;
        let statuses: Vec<String> =
            s.statuses.iter().map(|(_, words, n)| format!("{words}: {}", self.lang.count(*n))).collect();
        let mut facts = vec![Fact {
            note: statuses.join(&self.say("list-separator")),
            ..Fact::new(self.say("figure-consignments"), self.lang.count(s.consignments)).open(Open::Total)
        }];
        let figure =
            |f: &Figure| Fact { note: f.note.clone(), ..Fact::new(f.label.clone(), f.text.clone()).open(Open::Total) };
        facts.extend(s.headline.iter().map(figure));
        facts.extend(s.units.iter().map(figure));
        facts.extend(s.money.iter().map(figure));
        if s.not_stated > 0 {
            let note = self.lang.say_n("lines-not-stated", s.not_stated);
            facts.push(Fact { note, ..Fact::new(self.say("figure-not-stated"), self.lang.count(s.not_stated)) });
        }
        self.facts("", Look::Band, facts)
    }

    /// The tables and charts, each with how early its rows are placed on one page.
    fn tables(&self) -> Vec<(usize, Block<String>)> {
        let (s, mut out) = (&self.account.summary, vec![]);
        let shows = |block: &str| self.choice.shows(block);
        let (full, lang) = (self.choice.full, self.lang);
        if shows("charts") {
            out.push((6, Block::Chart(goods_chart(&s.items, if full { 12 } else { 4 }, lang))));
        }
        if shows("allotted") {
            out.push((1, self.allotted()));
        }
        if shows("items") {
            out.push((0, self.items()));
        }
        if shows("consignments") {
            out.push((3, self.consignments()));
        }
        if shows("donors") {
            out.push((4, self.parts("by-donor", "field-donor", &s.donors, false)));
        }
        if shows("modes") {
            out.push((1, self.parts("by-mode", "col-mode", &s.modes, true)));
            if full && shows("charts") {
                out.push((6, Block::Chart(modes_chart(&s.by_mode, lang))));
            }
            if full {
                out.push((6, self.transit()));
            }
        }
        if shows("legs") {
            let table = self.parts("by-leg", "leg", &s.legs, true);
            let noted = match table {
                Block::Table(table) => Block::Table(Table { note: self.say("legs-not-added"), ..table }),
                other => other,
            };
            out.push((5, noted));
        }
        if shows("months") {
            out.push((6, self.parts("by-month", "col-month", &s.months, false)));
            if shows("charts") {
                out.push((6, Block::Chart(arrivals_chart(&s.arrivals, 12, lang))));
            }
        }
        if shows("losses") {
            out.push((2, self.losses()));
        }
        out
    }

    fn column(&self, label: &str, holds: Holds) -> Column<String> {
        Column { label: self.say(label), group: String::new(), holds }
    }

    fn table(&self, title: &str, columns: Vec<Column<String>>, rows: Vec<Row<String>>) -> Table<String> {
        let (title, note, below) = (self.say(title), String::new(), String::new());
        Table { title, note, columns, rows, totals: vec![], below, more: 0 }
    }

    /// A table of which so many rows more are not shown: the full form has them.
    fn with_more(&self, table: Table<String>, more: i64) -> Table<String> {
        let below = if more > 0 { self.lang.say_n("shown-in-full-form", more) } else { String::new() };
        Table { more: usize::try_from(more).unwrap_or_default(), below, ..table }
    }

    /// The quantities of a row: each on a line of its own where there is room.
    fn quantities(&self, all: &[String]) -> String {
        if self.choice.full { all.join("\n") } else { all.join(&self.say("list-separator")) }
    }

    /// What the quantities of a row stand in.
    fn quantity_column(&self) -> Column<String> {
        self.column("col-quantity", if self.choice.full { Holds::Figure } else { Holds::Text })
    }

    fn allotted(&self) -> Block<String> {
        let columns = vec![
            self.column("col-goods", Holds::Name),
            self.column("col-allotted", Holds::Figure),
            self.column("col-sent", Holds::Figure),
            self.column("became-received", Holds::Figure),
        ];
        let rows = self.account.allotments.iter().enumerate().map(|(n, (goods, allotted, sent, received))| Row {
            key: n.to_string(),
            cells: vec![goods.clone(), allotted.clone(), sent.clone(), received.clone()],
        });
        Block::Table(self.table("allotted-and-sent", columns, rows.collect()))
    }

    fn items(&self) -> Block<String> {
        let s = &self.account.summary;
        let shown: Vec<&str> = COLUMNS.into_iter().filter(|column| s.shows(column)).collect();
        let total = if s.shows("planned") { "col-total" } else { "became-dispatched" };
        let mut columns = vec![self.column("col-goods", Holds::Name), self.column(total, Holds::Figure)];
        columns.extend(shown.iter().map(|it| self.column(&format!("became-{}", it.replace('_', "-")), Holds::Figure)));
        let rows = s.items.iter().map(|row| {
            let mut name = row.goods.clone();
            if row.shared {
                name = format!("{name}\n{}", self.say("shares-not-stated"));
            }
            if !row.cancelled.is_empty() {
                name = format!("{name}\n{}", self.lang.v("besides-cancelled", &row.cancelled));
            }
            let mut cells = vec![name, row.total.clone()];
            cells.extend(shown.iter().map(|column| row.of(column).to_string()));
            Row { key: format!("{} {}", row.key, row.unit.code()), cells }
        });
        let totals = s.headline.iter().map(|figure| {
            let text =
                if figure.note.is_empty() { figure.text.clone() } else { format!("{}\n{}", figure.text, figure.note) };
            let mut cells = vec![self.lang.v("total-of", &figure.label), text];
            cells.extend(shown.iter().map(|column| figure.of(column).to_string()));
            Row { key: figure.label.clone(), cells }
        });
        let table = self.table("by-item", columns, rows.collect());
        let table = self.with_more(table, s.more_items);
        // On one page the headline says the totals.
        let totals = if self.choice.full { totals.collect() } else { vec![] };
        Block::Table(Table { note: self.say("never-added"), totals, ..table })
    }

    fn consignments(&self) -> Block<String> {
        let mut columns = vec![
            self.column("col-number", Holds::Number),
            self.column("col-goods", Holds::Text),
            self.quantity_column(),
            self.column("col-mode", Holds::Text),
        ];
        if self.choice.full {
            columns.push(self.column("col-route", Holds::Text));
        }
        columns.push(self.column("col-date", Holds::Text));
        columns.push(self.column("col-status", Holds::Text));
        let unsaid = || self.say("not-stated");
        let rows = self.account.rows.iter().map(|r| {
            let mut cells =
                vec![r.reference.clone(), r.goods.clone(), self.quantities(&r.quantities), r.travels.clone()];
            if self.choice.full {
                let end = |name: &String| if name.is_empty() { unsaid() } else { name.clone() };
                cells.push(format!("{} – {}", end(&r.from), end(&r.to)));
            }
            cells.push(if r.date.is_empty() { unsaid() } else { format!("{} {}", r.date, r.date_kind) });
            let status = [r.status_words.clone(), r.overdue.clone()];
            cells.push(status.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n"));
            Row { key: r.id.to_string(), cells }
        });
        let mut table = self.table("by-consignment", columns, rows.collect());
        if self.account.more && self.choice.full {
            table.below = self.lang.say_n("sheet-more", self.account.rows.len() as i64);
        } else if self.account.more {
            table = self.with_more(table, self.account.summary.consignments - self.account.rows.len() as i64);
        }
        Block::Table(table)
    }

    fn parts(&self, title: &str, head: &str, parts: &[PartRow], units: bool) -> Block<String> {
        let mut columns = vec![self.column(head, Holds::Name), self.column("figure-consignments", Holds::Figure)];
        if units {
            columns.push(self.column("col-units", Holds::Text));
        }
        columns.push(self.quantity_column());
        let rows = parts.iter().map(|part| {
            let mut cells = vec![part.name.clone(), self.lang.count(part.consignments)];
            if units {
                cells.push(part.units.join(&self.say("list-separator")));
            }
            cells.push(self.quantities(&part.quantities));
            Row { key: part.key.clone(), cells }
        });
        let more = parts.len().saturating_sub(MOST_PARTS) as i64;
        let table = self.table(title, columns, rows.take(MOST_PARTS).collect());
        Block::Table(if more > 0 { Table { below: self.lang.say_n("and-more-rows", more), ..table } } else { table })
    }

    fn transit(&self) -> Block<String> {
        let columns = vec![
            self.column("col-mode", Holds::Name),
            self.column("col-legs", Holds::Figure),
            self.column("col-days", Holds::Figure),
            self.column("col-days-planned", Holds::Figure),
            self.column("col-late", Holds::Text),
        ];
        let rows = self.account.summary.transit.iter().enumerate().map(|(n, row)| Row {
            key: n.to_string(),
            cells: vec![
                row.mode.clone(),
                self.lang.count(row.legs),
                row.days.clone(),
                row.planned.clone(),
                row.late.clone(),
            ],
        });
        Block::Table(self.table("by-transit", columns, rows.collect()))
    }

    fn losses(&self) -> Block<String> {
        let columns = vec![
            self.column("col-reason", Holds::Name),
            self.column("fate-damaged", Holds::Figure),
            self.column("fate-missing", Holds::Figure),
        ];
        let rows = self.account.summary.losses.iter().enumerate().map(|(n, row)| Row {
            key: n.to_string(),
            cells: vec![row.reason.clone(), row.damaged.join("\n"), row.missing.join("\n")],
        });
        Block::Table(self.table("losses-and-differences", columns, rows.collect()))
    }

    fn arrivals(&self, (expected, more): (Vec<Row<String>>, i64)) -> Block<String> {
        if expected.is_empty() {
            return self.words("arrivals-expected", self.say("arrivals-none"), "");
        }
        let columns = vec![
            self.column("col-week", Holds::Name),
            self.column("col-number", Holds::Text),
            self.column("col-goods", Holds::Text),
            self.quantity_column(),
            self.column("col-arrives", Holds::Text),
        ];
        Block::Table(self.with_more(self.table("arrivals-expected", columns, expected), more))
    }

    fn papers(&self) -> Block<String> {
        let (all, more) = &self.account.lacking;
        let mut items: Vec<String> = all.iter().map(|it| format!("{}: {}", it.reference, it.papers)).collect();
        if *more {
            items.push("…".into());
        }
        Block::List(List { title: self.say("papers-outstanding"), numbered: false, items })
    }

    fn narrative(&self) -> Vec<Block<String>> {
        let m = &self.account.mission.body;
        let mut text = m.narrative.clone();
        if !self.choice.full && text.chars().count() > LONGEST_NARRATIVE {
            text = text.chars().take(LONGEST_NARRATIVE).collect::<String>() + " … " + &self.say("narrative-goes-on");
        }
        vec![self.words("narrative", text, ""), self.words("asked-of-reader", m.asked.clone(), "lead")]
    }

    fn sources(&self) -> Block<String> {
        let items = self.account.told.iter().map(|told| {
            let said = told.said.iter().map(|(text, address)| format!("{text} {address}").trim_end().to_string());
            std::iter::once(told.reference.clone()).chain(said).collect::<Vec<_>>().join("\n")
        });
        Block::List(List { title: self.say("sources-and-amendments"), numbered: true, items: items.collect() })
    }

    fn signs(&self) -> Block<String> {
        let labels = ["box-name", "box-function", "box-date"];
        let sign = |who: &str| Sign {
            who: self.say(who),
            words: String::new(),
            facts: labels.iter().map(|label| Fact::new(self.say(label), "")).collect(),
            space: self.say("box-signature"),
        };
        Block::Signs(Signs { signs: vec![sign("prepared-by"), sign("approved-by")] })
    }
}

/// How many weeks ahead arrivals are told.
const WEEKS: u64 = 8;

/// The most consignments that are told as expected, and counted.
const MOST_EXPECTED: usize = 1000;

/// What is to arrive in the next weeks, the next first; and how many more.
fn expected(db: &mut Db, account: &Account, full: bool, lang: Lang) -> Result<(Vec<Row<String>>, i64)> {
    let today = Moment::now().day();
    let days = (0..WEEKS * 7).filter_map(|n| Some(term("due", today.checked_add_days(Days::new(n))?)));
    let mut scope = Scope { mission: Some(account.mission.id), ..account.asked.scope.clone() };
    scope.terms.push(days.collect());
    let most = if full { MOST_EXPECTED } else { 6 };
    let all = store::page(db, &scope, None, MOST_EXPECTED as i64)?.ids;
    let ids = if all.len() <= most { all.clone() } else { soonest(db, &mut scope, most)? };
    let loaded = consignments::load(db, &ids)?;
    let refs = loaded.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
    let names = Names::load(db, lang, (vec![], vec![], refs.2))?;
    let references = rows(db, &loaded, lang)?;
    let separator = lang.say("list-separator");
    let mut out: Vec<(i64, Row<String>)> = vec![];
    for (c, row) in loaded.iter().zip(references) {
        let waiting = c.body.legs.iter().filter(|leg| leg.arrived.is_none()).filter_map(|leg| leg.planned_arrival);
        let Some(when) = waiting.filter(|when| when.last() >= today).min_by_key(|when| when.last()) else { continue };
        let week = monday(when.last());
        let cells = vec![
            lang.vv("period", lang.when(When::Day(week)), lang.when(When::Day(week + Days::new(6)))),
            row.reference,
            said::all_goods(&c.body, &names),
            row.quantities.join(if full { "\n" } else { &separator }),
            lang.when(when),
        ];
        out.push((day_number(when.last()), Row { key: c.id.to_string(), cells }));
    }
    out.sort_by_key(|(day, _)| *day);
    let left = all.len() - ids.len();
    Ok((out.into_iter().map(|(_, row)| row).collect(), left as i64))
}

/// The first that are due, day by day: the whole list stands in another order.
fn soonest(db: &mut Db, scope: &mut Scope, most: usize) -> Result<Vec<Id>> {
    let mut out: Vec<Id> = vec![];
    for day in scope.terms.pop().unwrap_or_default() {
        scope.terms.push(vec![day]);
        let due = store::page(db, scope, None, most as i64)?.ids;
        scope.terms.pop();
        // One that is split over several legs may be due on several days.
        out.extend(due.into_iter().filter(|id| !out.contains(id)).collect::<Vec<_>>());
        if out.len() >= most {
            break;
        }
    }
    out.truncate(most);
    Ok(out)
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

/// Thousandths of a whole.
fn share(part: i64, whole: i64) -> i64 {
    if whole <= 0 { 0 } else { (i128::from(part) * 1000 / i128::from(whole)).clamp(0, 1000) as i64 }
}

/// All, dispatched and received of each good; goods of one unit by one scale.
pub fn goods_chart(items: &[ItemRow], most: usize, lang: Lang) -> Chart<String> {
    let series = ["col-total", "became-dispatched", "became-received"];
    let longest = |unit: Unit| {
        let own = items.iter().filter(|row| row.unit == unit);
        own.map(|row| row.amounts.into_iter().max().unwrap_or_default()).max().unwrap_or_default()
    };
    let stated = items.iter().filter(|row| row.amounts.iter().any(|milli| *milli > 0)).take(most);
    let bars = stated.map(|row| {
        let whole = longest(row.unit);
        let [all, sent, _] = row.amounts;
        // As the table says it, with what is not stated.
        let words =
            [row.total.as_str(), if sent == all { &row.total } else { row.of("dispatched") }, row.of("received")];
        let words = words.map(|said| if said.is_empty() { "–" } else { said });
        let said = [
            Some(words[0].to_string()),
            (sent != all).then(|| lang.vv("chart-bar", lang.say(series[1]), words[1])),
            Some(lang.vv("chart-bar", lang.say(series[2]), words[2])),
        ];
        Bar {
            label: row.goods.clone(),
            parts: row.amounts.iter().map(|milli| share(*milli, whole)).collect(),
            said: said.into_iter().flatten().collect(),
        }
    });
    let bars = bars.collect();
    Chart { title: lang.say("chart-goods"), series: series.map(|key| lang.say(key)).into(), bars }
}

/// How many consignments travel in each mode.
pub fn modes_chart(modes: &[(String, i64)], lang: Lang) -> Chart<String> {
    let all: i64 = modes.iter().map(|(_, n)| n).sum();
    let bars = modes.iter().map(|(mode, n)| Bar {
        label: mode.clone(),
        parts: vec![1000, share(*n, all)],
        said: vec![lang.say_n("in-consignments", *n)],
    });
    let bars = bars.collect();
    Chart { title: lang.say("chart-modes"), series: vec![], bars }
}

/// What was received in which month; each unit by its own scale. Of many months the last.
pub fn arrivals_chart(arrivals: &[(String, Unit, i64)], most: usize, lang: Lang) -> Chart<String> {
    let longest =
        |unit: Unit| arrivals.iter().filter(|(_, own, _)| *own == unit).map(|(.., n)| *n).max().unwrap_or_default();
    let bars = arrivals.iter().skip(arrivals.len().saturating_sub(most)).map(|(month, unit, milli)| Bar {
        label: month.clone(),
        parts: vec![0, 0, share(*milli, longest(*unit))],
        said: vec![lang.amount(*milli, shown_in((*milli).into(), *unit))],
    });
    let bars = bars.collect();
    Chart { title: lang.say("chart-arrivals"), series: vec![], bars }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn item(unit: &str, amounts: [i64; 3]) -> ItemRow {
        ItemRow {
            key: String::new(),
            goods: "flour".into(),
            shared: false,
            unit: Unit::from_code(unit).unwrap(),
            total: String::new(),
            columns: BTreeMap::new(),
            cancelled: String::new(),
            amounts,
        }
    }

    proptest! {
        /// Bars are as long as their figures say: within the whole, in the order of the figures, equal figures equally long, and the
        /// longest of each unit the whole width.
        #[test]
        fn bars_say_what_the_table_says(
            rows in proptest::collection::vec((any::<bool>(), 1..9_000_000_000_000i64, 0..1000i64, 0..1000i64), 1..10),
        ) {
            let rows: Vec<ItemRow> = rows
                .into_iter()
                .map(|(mass, all, sent, received)| {
                    let part = |thousandths: i64| (i128::from(all) * i128::from(thousandths) / 1000) as i64;
                    item(if mass { "KGM" } else { "LTR" }, [all, part(sent), part(sent.min(received))])
                })
                .collect();
            let chart = goods_chart(&rows, usize::MAX, Lang::english());
            prop_assert_eq!(chart.bars.len(), rows.len());
            for unit in ["KGM", "LTR"] {
                let own: Vec<(&ItemRow, &Bar<String>)> =
                    rows.iter().zip(&chart.bars).filter(|(row, _)| row.unit.code() == unit).collect();
                let longest = own.iter().map(|(row, _)| row.amounts[0]).max();
                for (row, bar) in &own {
                    prop_assert_eq!(row.amounts[0] == longest.unwrap_or_default(), bar.parts[0] == 1000 || row.amounts[0] == longest.unwrap_or_default());
                    prop_assert!(bar.parts.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", bar.parts);
                    for (milli, part) in row.amounts.iter().zip(&bar.parts) {
                        prop_assert_eq!(*part, (i128::from(*milli) * 1000 / i128::from(longest.unwrap_or(1))) as i64);
                    }
                }
            }
        }
    }

    #[test]
    fn a_choice_is_its_address() {
        let one = Choice::of(&Query::default(), "");
        assert!(!one.full && one.shows("items") && !one.shows("legs"));
        let full = Choice::of(&Query::parse("form=full&since=2023-04&second=ru"), "");
        assert!(full.full && full.shows("sources"));
        assert_eq!(full.filters.get("since"), "2023-04");
        let again = Choice::of(&full.query(), "form=one-page&show.items=1");
        assert_eq!(
            (again.shown.clone(), again.full, again.second.clone()),
            (full.shown.clone(), true, Some("ru".into()))
        );
        let usual = Choice::of(&Query::default(), &full.query().on("").replace('?', ""));
        assert_eq!(usual.key(), full.key());
        let few = Choice::of(&Query::parse("form=one-page&show.items=1"), "");
        assert_eq!(few.shown.into_iter().collect::<Vec<_>>(), ["items"]);
    }
}
