//! The kinds of document that tell of a consignment, each written from the records by its own file; and what several of them
//! share. The fields of each are those of the field's own lists (Sahana's waybill and packing list, UniField's manifest,
//! OpenBoxes' goods received note, CARE's Food Resource Management Handbook ch. 8, the Logistics Cluster's guide; domain §2).

mod gift;
mod loss;
mod packing;
mod received;
mod waybill;

use super::{
    model::{Brief, Kind},
    sheet::{Block, Column, Fact, Facts, Holds, Look, Open, Row, Sheet, Sign, Signs, Table, Words},
};
use crate::{
    catalogue::model::Flag,
    consignments::{
        Consignment,
        model::{Document, Fate, Leg, Line, ListedUnit, TransportUnit},
        said,
    },
    lang::Lang,
    missions::Mission,
    names::Names,
    organisations::Organisation,
    receipts::{self, Receipt, losses::Loss},
    values::{Id, Mode, Money, When},
};
use std::collections::HashMap;

/// What a document tells of, and everything it may name.
#[derive(Debug, Clone)]
pub struct Matter {
    /// The mission.
    pub mission: Mission,
    /// The consignment.
    pub c: Consignment,
    /// Its number.
    pub reference: String,
    /// What of it the document is about.
    pub about: About,
    /// The organisations it names.
    pub organisations: HashMap<Id, Organisation>,
    /// Its receipts, void ones too.
    pub receipts: Vec<Receipt>,
    /// Its loss reports, void ones too.
    pub losses: Vec<Loss>,
    /// The documents issued of it that are in force.
    pub issued: Vec<Brief>,
    /// Who recorded the receipts and reports, by name.
    pub people: HashMap<Id, String>,
    /// The organisation's own wording of the gift certificate, by language; empty for the usual one.
    pub wording: HashMap<String, String>,
}

/// What of a consignment a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A leg, and which of its transport units; all of them where there are none.
    Leg(Id, Vec<Id>),
    /// A receipt.
    Receipt(Id),
    /// A loss report.
    Loss(Id),
    /// What one donor gives; none where nobody is said to.
    Donor(Option<Id>),
    /// The whole of it.
    Whole,
}

impl About {
    /// By what a document is known as one of the same: a later one is its next revision.
    pub fn key(&self) -> String {
        match self {
            Self::Leg(leg, units) if units.is_empty() => leg.to_string(),
            Self::Leg(leg, units) => {
                let mut units: Vec<String> = units.iter().map(Id::to_string).collect();
                units.sort_unstable();
                format!("{leg} {}", units.join(" "))
            }
            Self::Receipt(id) | Self::Loss(id) => id.to_string(),
            Self::Donor(donor) => donor.map(|id| id.to_string()).unwrap_or_default(),
            Self::Whole => String::new(),
        }
    }
}

/// Writes a document in the language of the names.
pub fn write(kind: Kind, matter: &Matter, names: &Names) -> Sheet {
    let w = Writer { m: matter, names, lang: names.lang };
    let blocks = match kind {
        Kind::Waybill => waybill::blocks(&w),
        Kind::PackingList => packing::blocks(&w),
        Kind::GoodsReceivedNote => received::blocks(&w),
        Kind::LossReport => loss::blocks(&w),
        Kind::GiftCertificate => gift::blocks(&w),
        Kind::Summary => vec![],
    };
    Sheet::of(blocks)
}

/// Writes one document in one language.
struct Writer<'a> {
    m: &'a Matter,
    names: &'a Names,
    lang: Lang,
}

impl<'a> Writer<'a> {
    fn say(&self, key: &str) -> String {
        self.lang.say(key)
    }

    fn when(&self, when: Option<When>) -> String {
        when.map(|when| self.lang.when(when)).unwrap_or_default()
    }

    fn money(&self, money: Option<Money>) -> String {
        money.map(|money| self.lang.money(money)).unwrap_or_default()
    }

    fn kilograms(&self, milli: Option<i64>) -> String {
        milli.map(|milli| said::kilograms(milli, self.lang)).unwrap_or_default()
    }

    fn separated(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(&self.say("list-separator"))
    }

    /// A label and its value, there even where nothing is known: it is filled in by hand.
    fn fact(&self, label: &str, value: impl Into<String>) -> Fact<String> {
        Fact::new(self.say(label), value)
    }

    /// A label and its value, where there is one.
    fn some(&self, label: &str, value: impl Into<String>) -> Option<Fact<String>> {
        Fact::some(self.say(label), value)
    }

    fn facts(&self, title: &str, look: Look, facts: Vec<Fact<String>>) -> Block<String> {
        let title = if title.is_empty() { String::new() } else { self.say(title) };
        Block::Facts(Facts { title, look, facts })
    }

    fn words(&self, title: &str, text: String, weight: &str) -> Block<String> {
        let title = if title.is_empty() { String::new() } else { self.say(title) };
        Block::Words(Words { title, text, weight: weight.into() })
    }

    fn column(&self, label: &str, holds: Holds) -> Column<String> {
        Column { label: self.say(label), group: String::new(), holds }
    }

    fn table(&self, title: &str, columns: Vec<Column<String>>, rows: Vec<Row<String>>) -> Block<String> {
        let title = self.say(title);
        let (note, below) = (String::new(), String::new());
        Block::Table(full(Table { title, note, columns, rows, totals: vec![], below, more: 0 }))
    }

    /// The mission, the consignment and the numbers others know them by.
    fn identity(&self, more: Vec<Fact<String>>) -> Block<String> {
        let (mission, body) = (&self.m.mission.body, &self.m.c.body);
        let mut facts = vec![
            self.fact("label-mission", format!("{} · {}", mission.code, mission.title)),
            self.fact("label-consignment", &self.m.reference),
        ];
        facts.extend(more);
        facts.extend(self.some("field-external-ref", &body.external_ref));
        facts.extend(self.some("field-glide", &mission.glide));
        facts.extend(self.some("label-decision", mission.decision(self.lang)));
        self.facts("", Look::Run, facts)
    }

    /// An organisation with its address and whom to speak to, a line each.
    fn organisation(&self, id: Option<Id>) -> String {
        let Some(it) = id.and_then(|id| self.m.organisations.get(&id)) else { return String::new() };
        let country = crate::missions::country_name(&it.country, self.lang).to_string();
        let reach = self.separated([it.contact.clone(), it.phone.clone(), it.email.clone()]);
        let lines = [it.name.clone(), self.separated([it.address.clone(), country]), reach];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn party(&self, label: &str, id: Option<Id>) -> Fact<String> {
        self.fact(label, self.organisation(id)).open(Open::Party)
    }

    fn consignor(&self) -> Option<Id> {
        self.m.c.body.consignor.or(self.m.mission.body.consignor)
    }

    fn consignee(&self) -> Option<Id> {
        self.m.c.body.consignee.or(self.m.mission.body.consignee)
    }

    /// Who gives a line.
    fn donor(&self, line: &Line) -> Option<Id> {
        line.donor.or(self.m.c.body.donor).or(self.m.mission.body.donors.first().copied())
    }

    /// Everyone who gives some of these lines, by name.
    fn donors<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) -> Vec<String> {
        let mut out: Vec<String> = vec![];
        for line in lines {
            let name = self.names.organisation(self.donor(line)).to_string();
            if !name.is_empty() && !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }

    /// The lines that were listed: what a receipt found besides was not sent.
    fn listed(&self) -> Vec<&'a Line> {
        self.m.c.body.listed().collect()
    }

    /// What a line is: its goods, how they share its quantity, its code and what else is said of it.
    fn description(&self, line: &Line) -> String {
        let hs = if line.hs.is_empty() { String::new() } else { format!("{} {}", self.say("field-line-hs"), line.hs) };
        let small = self.separated([said::sharing(line, self.lang), hs, line.note.clone()]);
        let goods = said::goods(line, self.names);
        if small.is_empty() { goods } else { format!("{goods}\n{small}") }
    }

    fn packages(&self, line: &Line) -> String {
        line.packages.map(|it| self.lang.amount(i128::from(it.count) * 1000, it.kind)).unwrap_or_default()
    }

    fn each(&self, line: &Line) -> String {
        line.packages.and_then(|it| it.each).map(|each| self.lang.quantity(each)).unwrap_or_default()
    }

    /// Batch and expiry share a column: a waybill has room for no two.
    fn batch_column(&self) -> Column<String> {
        let label = self.separated(["field-line-batch", "field-line-expiry"].map(|key| self.say(key)));
        Column { label, group: String::new(), holds: Holds::Text }
    }

    fn batch(&self, line: &Line) -> String {
        let parts = [line.batch.clone(), self.when(line.expiry)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn volume(&self, line: &Line) -> String {
        let litre = crate::values::Unit::from_code("LTR");
        line.volume.zip(litre).map(|(milli, litre)| self.lang.amount(milli, litre)).unwrap_or_default()
    }

    /// What has to be minded: cold, danger, control.
    fn flags(&self, line: &Line) -> String {
        let items = || line.goods.iter().filter_map(|good| self.names.item(good.item?));
        let has = |flag: Flag| items().any(|item| item.flags.contains(&flag));
        let mut out = vec![];
        if !line.cold.is_empty() || has(Flag::ColdChain) {
            out.push(self.lang.v("flag-cold", if line.cold.is_empty() { "…" } else { &line.cold }));
        }
        if !line.dangerous.is_empty() || has(Flag::Dangerous) {
            let number = line.dangerous.trim_start_matches("UN").trim();
            out.push(self.lang.v("flag-dangerous", if number.is_empty() { "…" } else { number }));
        }
        if has(Flag::Controlled) {
            out.push(self.say("flag-controlled"));
        }
        self.separated(out)
    }

    /// A place with its code and country.
    fn place(&self, id: Option<Id>) -> String {
        self.names.place_whole(id)
    }

    fn mode(&self, mode: Mode) -> String {
        self.say(&format!("mode-{}", mode.code().replace('_', "-")))
    }

    /// What a leg's paper is called, by its kind, or by what a mode usually has.
    fn note_label(&self, leg: &Leg) -> String {
        let usual = match leg.mode {
            Mode::Rail => Document::Smgs,
            Mode::Road => Document::Cmr,
            Mode::Air => Document::Awb,
            Mode::Sea | Mode::Inland => Document::BillOfLading,
            _ => Document::Waybill,
        };
        self.say(&format!("label-note-{}", leg.document_type.unwrap_or(usual).code()))
    }

    /// What goes on a leg, and the paper it goes under. Of a road leg the plates and the driver stand there to be filled in.
    fn means(&self, leg: &Leg, units: &[&ListedUnit]) -> Vec<Fact<String>> {
        let numbers = || units.iter().map(|unit| unit.number.as_str()).collect::<Vec<_>>().join(" · ");
        // Of some of them it is those that count.
        let some = !units.is_empty() && units.len() < self.m.c.units_of(leg.id).count();
        let own = Leg { units: if some { Some(units.len() as i64) } else { leg.units }, ..leg.clone() };
        let count = said::units(&own, self.lang);
        let said = match (count.is_empty(), units.is_empty()) {
            (false, false) => format!("{count}: {}", numbers()),
            (_, true) => count,
            (true, false) => numbers(),
        };
        let kind = match (leg.unit_kind, leg.mode) {
            (TransportUnit::Wagon, _) | (TransportUnit::Other, Mode::Rail) => "label-wagons",
            (TransportUnit::Truck, _) | (TransportUnit::Other, Mode::Road) => "label-truck",
            (TransportUnit::Flight, _) | (TransportUnit::Other, Mode::Air) => "label-flight",
            (TransportUnit::Vessel, _) | (TransportUnit::Other, Mode::Sea | Mode::Inland) => "label-vessel",
            (TransportUnit::Container, _) => "label-containers",
            _ => "label-transport-units",
        };
        let mut means = self.fact(kind, said).open(Open::Vehicle);
        if leg.mode == Mode::Road && units.is_empty() {
            // The plates are filled in by hand; how many trucks there are stands beside.
            means = Fact { note: std::mem::take(&mut means.value), ..means };
        }
        let mut facts = vec![means];
        if leg.mode == Mode::Road {
            let joined = |of: fn(&ListedUnit) -> &str| {
                let all: Vec<&str> = units.iter().map(|unit| of(unit)).filter(|text| !text.is_empty()).collect();
                all.join(" · ")
            };
            facts.extend(self.some("label-trailer", joined(|unit| &unit.trailer)));
            facts.push(self.fact("label-driver", joined(|unit| &unit.driver)));
        }
        facts.push(Fact::new(self.note_label(leg), leg.document.clone()));
        facts
    }

    /// The transport units a document of a receipt is about: those it names, else all of the leg's.
    fn units(&self, leg: &Leg, receipt: Option<Id>) -> Vec<&'a ListedUnit> {
        let event = self.m.c.events.iter().find(|event| receipt.is_some() && event.receipt == receipt);
        let which = event.map(|event| event.which.as_slice()).unwrap_or_default();
        self.m.c.units_of(leg.id).filter(|unit| which.is_empty() || which.contains(&unit.id)).collect()
    }

    /// The transport units one by one, where more is known of them than their numbers.
    fn units_table(&self, units: &[&ListedUnit]) -> Option<Block<String>> {
        let known = |unit: &&ListedUnit| {
            let texts = [&unit.seals, &unit.ticket, &unit.contents, &unit.driver, &unit.trailer];
            texts.iter().any(|text| !text.is_empty()) || [unit.gross, unit.tare, unit.net].iter().any(Option::is_some)
        };
        if !units.iter().any(known) {
            return None;
        }
        let columns = vec![
            self.column("col-unit-number", Holds::Name),
            self.column("col-trailer", Holds::Text),
            self.column("col-driver", Holds::Text),
            self.column("col-seals", Holds::Text),
            self.column("col-gross", Holds::Figure),
            self.column("col-tare", Holds::Figure),
            self.column("col-net", Holds::Figure),
            self.column("col-ticket", Holds::Text),
            self.column("col-contents", Holds::Text),
        ];
        let rows = units.iter().map(|unit| Row {
            key: unit.id.to_string(),
            cells: vec![
                unit.number.clone(),
                unit.trailer.clone(),
                unit.driver.clone(),
                unit.seals.clone(),
                self.kilograms(unit.gross),
                self.kilograms(unit.tare),
                self.kilograms(unit.net),
                unit.ticket.clone(),
                unit.contents.clone(),
            ],
        });
        Some(self.table("table-units", columns, rows.collect()))
    }

    /// The number of the waybill of a leg, or of any leg where none is said.
    fn waybill_number(&self, leg: Option<Id>) -> String {
        let of = |brief: &&Brief| {
            brief.kind == Kind::Waybill && leg.is_none_or(|leg| brief.subject.starts_with(&leg.to_string()))
        };
        self.separated(self.m.issued.iter().filter(of).map(|brief| brief.reference.clone()))
    }

    /// The number of the goods received note of a receipt; else the receipt's own.
    fn received_number(&self, receipt: Id) -> String {
        let of = |brief: &&Brief| brief.kind == Kind::GoodsReceivedNote && brief.subject == receipt.to_string();
        if let Some(brief) = self.m.issued.iter().find(of) {
            return brief.reference.clone();
        }
        let own = self.m.receipts.iter().find(|it| it.id == receipt);
        own.map(|it| receipts::number(&self.m.reference, it.number)).unwrap_or_default()
    }

    /// A place to sign at; `labels` are what is filled in by hand before it.
    fn sign(&self, who: &str, words: &str, labels: &[&str]) -> Sign<String> {
        Sign {
            who: self.say(who),
            words: if words.is_empty() { String::new() } else { self.say(words) },
            facts: labels.iter().map(|label| self.fact(label, "")).collect(),
            space: self.say("box-signature"),
        }
    }

    /// A place to sign at, by a name that is known.
    fn signed_by(&self, who: &str, name: &str, labels: &[&str]) -> Sign<String> {
        let mut sign = self.sign(who, "", labels);
        if let Some(first) = sign.facts.first_mut() {
            first.value = name.into();
        }
        sign
    }

    fn signs(&self, signs: Vec<Sign<String>>) -> Block<String> {
        Block::Signs(Signs { signs })
    }
}

/// A table without the columns of which no row says anything, but for those to be filled in and those of `always`.
fn full(mut table: Table<String>) -> Table<String> {
    let empty = |n: usize| table.rows.iter().all(|row| row.cells.get(n).is_none_or(String::is_empty));
    let keep: Vec<bool> =
        table.columns.iter().enumerate().map(|(n, column)| column.holds != Holds::Text || !empty(n)).collect();
    let mut kept = keep.iter();
    table.columns.retain(|_| *kept.next().unwrap_or(&true));
    for row in &mut table.rows {
        let mut kept = keep.iter();
        row.cells.retain(|_| *kept.next().unwrap_or(&true));
    }
    table
}

/// What became of a part in one document: in words, by fate.
struct Found {
    good: String,
    damaged: String,
    missing: String,
}

impl Found {
    fn of(fate: impl Fn(Fate) -> String) -> Self {
        Self { good: fate(Fate::Good), damaged: fate(Fate::Damaged), missing: fate(Fate::Missing) }
    }
}
