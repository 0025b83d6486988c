//! What would come of a file, or came of it: every row counted once, what could not be read named by its cell, and what the
//! figures come to.

use super::{
    fields::{Field, Kind, Of},
    guard::guarded,
    load::Table,
    model::Counts,
    plan::{Fate, Planned},
    reading::Book,
    told,
    understand::{Columns, Spot, Understood},
};
use crate::{
    consignments::{actions::New, model::Line},
    history::Change,
    lang::Lang,
    values::{Currency, Money, Qualifier, Sum, Unit},
    web::{field_label, field_value, label_key},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
};

/// How many things of one kind are named; the others are counted.
pub const NAMED: usize = 200;

/// What the consignments of a file that are new come to.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// How many consignments.
    pub consignments: i64,
    /// How many lines.
    pub lines: i64,
    /// Quantities, by base unit.
    pub quantities: BTreeMap<Unit, Sum>,
    /// Money, by what it is for (a field's code) and currency: minor units, and how many rows stated it.
    pub money: BTreeMap<(&'static str, String), (i128, i64)>,
    /// Weights and volumes, by field: thousandths of a kilogram or litre, and how many rows stated it.
    pub measured: BTreeMap<&'static str, (i128, i64)>,
}

/// Cells that were kept as text, all alike but for their figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The column.
    pub column: usize,
    /// The text, with `9` for every figure.
    pub shape: String,
    /// How often it stands.
    pub times: i64,
    /// The first row it stands in.
    pub first: u64,
    /// Why it could not be read.
    pub says: String,
}

/// A row that was refused, as it stood, and why.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The rows of the consignment.
    pub rows: Vec<u64>,
    /// What is wrong.
    pub spots: Vec<Spot>,
}

/// What came of a file.
#[derive(Debug, Default)]
pub struct Report {
    /// Every row, once.
    pub counts: Counts,
    /// Totals of what is new, all together.
    pub totals: Totals,
    /// The same by mode, in the file's own words.
    pub by_mode: BTreeMap<String, Totals>,
    /// Some of what is refused.
    pub refused: Vec<Refused>,
    /// How many consignments are refused.
    pub all_refused: usize,
    /// Every row that is refused, with why.
    pub refused_rows: BTreeMap<u64, String>,
    /// Some of what is doubtful.
    pub doubts: Vec<Spot>,
    /// How much is doubtful.
    pub all_doubts: usize,
    /// What was kept as text.
    pub kept: Vec<Kept>,
    /// Some of what would be corrected: its number, and what differs.
    pub corrections: Vec<(String, Vec<Change>)>,
    /// How many would be corrected.
    pub all_corrections: usize,
    /// How many consignments wait for a choice between reports.
    pub contested: i64,
    /// Some of the rows that are known and say nothing new.
    pub unchanged: usize,
    /// Organisations that are named for the first time.
    pub organisations: BTreeSet<String>,
    /// Places that are named for the first time.
    pub places: BTreeSet<String>,
    /// Some of what would be made.
    pub made: Vec<Sample>,
    /// Other sheets of the file, which were not read.
    pub unread: Vec<String>,
    /// Some of the records a cupboard would get: the row, the name.
    pub records: Vec<(u64, String)>,
}

/// A consignment that would be made, in short.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its rows.
    pub rows: Vec<u64>,
    /// The number others know it by.
    pub reference: String,
    /// Its goods, as the form has them.
    pub goods: Vec<String>,
    /// Its quantities, as the form has them.
    pub quantities: Vec<String>,
    /// How it travels.
    pub mode: &'static str,
    /// Its dates, the form's fields with what they say.
    pub dates: Vec<(String, String)>,
    /// Whether it waits for a choice.
    pub contested: bool,
}

/// The header of the column that says what is wrong with a row.
const REFUSED_BECAUSE: &str = "refused_because";

/// Writes the rows that were refused as a spreadsheet: as they stood, and what is wrong with each behind them. Corrected, it can
/// be brought again; the rows that were taken in are not in it.
pub fn write_refused(
    book: &mut Book,
    table: &Table,
    report: &Report,
    lang: Lang,
    mut out: impl Write,
) -> Result<(), String> {
    out.write_all("\u{feff}".as_bytes()).map_err(|e| e.to_string())?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
    let mut header: Vec<&str> = table.headers.iter().map(String::as_str).collect();
    let width = header.len();
    if header.last() != Some(&REFUSED_BECAUSE) {
        header.push(REFUSED_BECAUSE);
    }
    writer.write_record(header.iter().map(|cell| guarded(cell).into_owned())).map_err(|e| e.to_string())?;
    let rows = book.rows(table.sheet).map_err(|fault| told::fault(&fault, lang))?;
    for row in rows {
        let row = row.map_err(|fault| told::fault(&fault, lang))?;
        let Some(why) = report.refused_rows.get(&row.number) else { continue };
        let own = |n: usize| row.cells.get(n).map(|cell| guarded(cell.text()).into_owned()).unwrap_or_default();
        let said = header.len() - 1;
        let cells = (0..said.min(width)).map(own).chain([guarded(why).into_owned()]);
        writer.write_record(cells).map_err(|e| e.to_string())?;
    }
    writer.flush().map_err(|e| e.to_string())
}

/// What came of a file, a sentence a line, as the command line says it.
pub fn lines(report: &Report, columns: &Columns, lang: Lang) -> Vec<String> {
    let mut out = vec![];
    let named = |column: Option<usize>| column.map(|n| column_words(columns, n, lang)).unwrap_or_default();
    if !report.unread.is_empty() {
        out.push(lang.v("import-unread-sheets", report.unread.join(", ")));
    }
    let notes = columns.noted().map(|n| column_words(columns, n, lang)).collect::<Vec<_>>();
    if !notes.is_empty() {
        out.push(lang.v("import-noted-columns", notes.join(", ")));
    }
    for kept in &report.kept {
        let args = [
            ("times", lang.say_n("import-cells", kept.times)),
            ("column", column_words(columns, kept.column, lang)),
            ("shape", kept.shape.clone()),
            ("row", lang.count(kept.first as i64)),
        ];
        out.push(lang.say_with("import-kept-line", args));
    }
    for spot in &report.doubts {
        out.push(spot_words("import-doubt-line", spot, &named(spot.column), lang));
    }
    if report.all_doubts > report.doubts.len() {
        out.push(lang.say_n("import-more-doubts", (report.all_doubts - report.doubts.len()) as i64));
    }
    for (reference, changes) in &report.corrections {
        let told = changes.iter().map(|Change(field, old, new)| {
            let value = |value: &str| field_value(&lang, field, value).replace('\n', "; ");
            let (old, new) = (value(old), value(new));
            format!("{}: {old} → {new}", field_label(&lang, field))
        });
        out.push(format!("{reference}: {}", told.collect::<Vec<_>>().join("; ")));
    }
    for refused in &report.refused {
        out.extend(refused.spots.iter().map(|spot| spot_words("import-refused-line", spot, &named(spot.column), lang)));
    }
    if report.all_refused > report.refused.len() {
        let key = if columns.into.is_some() { "import-more-rows-refused" } else { "import-more-refused" };
        out.push(lang.say_n(key, (report.all_refused - report.refused.len()) as i64));
    }
    if report.contested > 0 {
        out.push(lang.say_n("import-contested", report.contested));
    }
    let unsaid = lang.say("mode-not-stated");
    let named = report
        .by_mode
        .iter()
        .map(|(mode, totals)| (if mode.is_empty() { unsaid.clone() } else { mode.clone() }, totals));
    let parts = named.filter(|_| report.by_mode.len() > 1);
    for (what, totals) in parts.chain([(lang.say("import-all"), &report.totals)]) {
        if totals.consignments > 0 {
            out.push(format!("{what}: {}", totals.words(lang).join("; ")));
        }
    }
    out
}

/// A column as its reader sees it: its letter and its name.
pub fn column_words(columns: &Columns, n: usize, lang: Lang) -> String {
    let header = columns.columns.get(n).map(|column| column.header.trim()).unwrap_or_default();
    lang.vv("import-column", told::column_name(n + 1), header)
}

fn spot_words(key: &str, spot: &Spot, column: &str, lang: Lang) -> String {
    let row = lang.count(spot.row as i64);
    let place = if column.is_empty() { lang.v("import-row", row) } else { lang.vv("import-row-column", row, column) };
    lang.vv(key, place, &spot.says)
}

/// How many consignments that would be made are shown.
pub const SHOWN: usize = 20;

impl Report {
    /// Takes a planned consignment in.
    pub fn add(&mut self, planned: &Planned) {
        let understood = &planned.understood;
        let rows = understood.rows.len() as i64;
        match &planned.fate {
            Fate::Made(new) => {
                self.counts.made += 1;
                self.counts.lines += rows;
                self.contested += i64::from(!new.contested.is_empty());
                let words = understood.mode_words.clone();
                // What waits for a choice counts nowhere.
                let counts = new.contested.is_empty() && new.void.is_none();
                for totals in [&mut self.totals, self.by_mode.entry(words).or_default()] {
                    if counts {
                        totals.add(new, understood);
                    }
                }
                if self.made.len() < SHOWN {
                    self.made.push(sample(understood, new));
                }
            }
            Fate::Same(_) => {
                self.counts.unchanged += rows;
                self.unchanged += 1;
            }
            Fate::Changed(correction) => {
                self.counts.changed += rows;
                self.all_corrections += 1;
                if self.corrections.len() < NAMED {
                    self.corrections.push((correction.reference.clone(), correction.changes.clone()));
                }
            }
            Fate::Refused(spots) => self.refuse(understood.rows.clone(), spots.clone()),
            Fate::Open => {}
        }
        if !matches!(planned.fate, Fate::Refused(_) | Fate::Same(_)) {
            self.all_doubts += understood.doubts.len();
            let room = NAMED.saturating_sub(self.doubts.len());
            self.doubts.extend(understood.doubts.iter().take(room).cloned());
            for spot in &understood.kept {
                self.keep(spot);
            }
        }
    }

    /// Counts rows that are refused.
    pub fn refuse(&mut self, rows: Vec<u64>, spots: Vec<Spot>) {
        self.counts.refused += rows.len() as i64;
        self.all_refused += 1;
        let why = |row: u64| {
            let own = spots.iter().filter(|spot| spot.row == row).map(|spot| spot.says.as_str()).collect::<Vec<_>>();
            // A row that is well itself goes with those of its consignment.
            let all = || spots.iter().map(|spot| spot.says.as_str()).collect::<Vec<_>>();
            if own.is_empty() { all().join(" ") } else { own.join(" ") }
        };
        self.refused_rows.extend(rows.iter().map(|row| (*row, why(*row))));
        if self.refused.len() < NAMED {
            self.refused.push(Refused { rows, spots });
        }
    }

    /// Counts a cell that is kept as text.
    pub fn keep(&mut self, spot: &Spot) {
        let Some(column) = spot.column else { return };
        let mut shape = String::new();
        for c in spot.typed.chars() {
            let c = if c.is_numeric() { '9' } else { c };
            if !(c == '9' && shape.ends_with('9')) {
                shape.push(c);
            }
        }
        if let Some(kept) = self.kept.iter_mut().find(|kept| kept.column == column && kept.shape == shape) {
            kept.times += 1;
        } else if self.kept.len() < NAMED {
            self.kept.push(Kept { column, shape, times: 1, first: spot.row, says: spot.says.clone() });
        }
    }
}

impl Totals {
    fn add(&mut self, new: &New, understood: &Understood) {
        let body = &new.body;
        self.consignments += 1;
        self.lines += body.lines.len() as i64;
        for (_, quantity) in body.lines.iter().flat_map(Line::counted) {
            self.quantities.entry(quantity.unit().base()).or_default().add(quantity);
        }
        let stated = |code: &str| understood.stated.get(code).copied().unwrap_or_default();
        let mut money = |code: &'static str, money: Option<Money>, n: i64| {
            if let Some(money) = money {
                let sum = self.money.entry((code, money.currency().code().to_string())).or_default();
                sum.0 += i128::from(money.minor());
                sum.1 += n;
            }
        };
        money("freight", body.freight, stated("freight"));
        money("insurance", body.insurance, stated("insurance"));
        money("value", body.value, stated("value"));
        for line in &body.lines {
            money("line_value", line.value, 1);
            money("line_cost", line.cost, 1);
            for (code, milli) in [("net_kg", line.net), ("gross_kg", line.gross), ("volume_l", line.volume)] {
                if let Some(milli) = milli {
                    let sum = self.measured.entry(code).or_default();
                    sum.0 += i128::from(milli);
                    sum.1 += 1;
                }
            }
        }
    }

    /// What it comes to, a figure each.
    pub fn words(&self, lang: Lang) -> Vec<String> {
        let mut out =
            vec![lang.say_n("import-consignments", self.consignments), lang.say_n("import-lines", self.lines)];
        for (unit, sum) in &self.quantities {
            out.push(lang.sum(sum, *unit));
        }
        for (code, currency, minor, rows) in self.amounts() {
            let amount = lang.minor(i64::try_from(minor).unwrap_or(i64::MAX), currency);
            let args =
                [("what", code_words(code, lang)), ("amount", amount), ("rows", lang.say_n("import-rows", rows))];
            out.push(lang.say_with("import-amount", args));
        }
        for (code, (milli, rows)) in &self.measured {
            let unit = if *code == "volume_l" { "LTR" } else { "KGM" };
            let amount = Unit::from_code(unit).map(|unit| lang.amount(*milli, unit)).unwrap_or_default();
            let args =
                [("what", code_words(code, lang)), ("amount", amount), ("rows", lang.say_n("import-rows", *rows))];
            out.push(lang.say_with("import-amount", args));
        }
        out
    }

    /// Its amounts of money: what for, how much, how many rows stated it.
    pub fn amounts(&self) -> impl Iterator<Item = (&'static str, Currency, i128, i64)> {
        self.money
            .iter()
            .filter_map(|((code, currency), (minor, n))| Some((*code, Currency::from_code(currency)?, *minor, *n)))
    }
}

/// A field of a consignment in words.
pub fn code_words(code: &str, lang: Lang) -> String {
    Field::of_code(code).map(|field| field_words(field, lang)).unwrap_or_default()
}

/// A field in words.
pub fn field_words(field: &Field, lang: Lang) -> String {
    let key = match (field.of, field.kind) {
        (_, Kind::Marks) => String::new(),
        (Of::Line, _) => format!("line.0.{}", field.form),
        (Of::Leg, _) => format!("leg.0.{}", field.form),
        _ => field.form.to_string(),
    };
    match field.form {
        "" => lang.say(&format!("import-field-{}", field.code.replace('_', "-"))),
        _ if key.is_empty() => lang.say(&format!("import-field-{}", field.code)),
        _ => lang.say(&label_key(&key)),
    }
}

fn sample(understood: &Understood, new: &New) -> Sample {
    let input = &understood.input;
    let lines = input.rows("line");
    let quantity = |line: &Line| match line.quantity.qualifier() {
        Qualifier::NotStated => "?".to_string(),
        _ => line.quantity.canonical(),
    };
    let dates =
        ["leg.0.planned_departure", "leg.0.departed", "leg.0.planned_arrival", "leg.0.arrived", "received", "reported"];
    Sample {
        rows: understood.rows.clone(),
        reference: input.get("external_ref").to_string(),
        goods: lines.iter().map(|row| row.get("goods").trim_end_matches(';').to_string()).collect(),
        quantities: new.body.lines.iter().map(quantity).collect(),
        mode: new.body.main().map_or("not_stated", |leg| leg.mode.code()),
        dates: dates
            .iter()
            .map(|field| (field.to_string(), input.get(field).to_string()))
            .filter(|(_, date)| !date.is_empty())
            .collect(),
        contested: !new.contested.is_empty(),
    }
}
