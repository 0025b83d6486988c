//! A document as blocks of text: what is frozen when it is issued, compared between revisions, and printed. One is written
//! in one language, wholly in words; [`Sheet::beside`] lays one of a second language over it, so that every text stands in
//! both.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A document in one language (`T` is text), or in two (`T` is [`Two`]).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet<T = String> {
    /// Its blocks, in the order they are read.
    pub blocks: Vec<Block<T>>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block<T> {
    /// Labels, each with its value.
    Facts(Facts<T>),
    /// A table.
    Table(Table<T>),
    /// Paragraphs.
    Words(Words<T>),
    /// A numbered list.
    List(List<T>),
    /// A chart.
    Chart(Chart<T>),
    /// Where people sign.
    Signs(Signs<T>),
    /// Boxes to tick.
    Ticks(Ticks<T>),
}

/// Labels, each with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts<T> {
    /// What they are about; empty where the labels say it.
    pub title: T,
    /// How they stand on the sheet.
    pub look: Look,
    /// One after the other.
    pub facts: Vec<Fact<T>>,
}

/// How facts stand on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Label and value beside each other, one fact after the other.
    Run,
    /// Boxes beside each other, the label above the value.
    Boxes,
    /// As [`Look::Run`], the values in bold: what a table comes to.
    Sums,
    /// Large figures in a band.
    Band,
}

impl Look {
    /// Its class in the style sheet.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Boxes => "boxes",
            Self::Sums => "run sums",
            Self::Band => "headline",
        }
    }
}

/// Whether a stranger may compare a fact on the page that checks papers, where the settings allow facts of its kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// Never.
    #[default]
    Closed,
    /// Whom it goes from and to.
    Party,
    /// What it travels in.
    Vehicle,
    /// How much it is.
    Total,
}

/// A label and its value. Without a value it is a line to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// What it is.
    pub label: T,
    /// What is known of it; may have several lines.
    pub value: T,
    /// Something smaller beside it.
    pub note: T,
    /// Whether a stranger may compare it.
    pub open: Open,
}

impl Fact<String> {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), note: String::new(), open: Open::Closed }
    }

    /// [`Fact::new`], where there is a value.
    pub fn some(label: impl Into<String>, value: impl Into<String>) -> Option<Self> {
        Some(Self::new(label, value)).filter(|fact| !fact.value.is_empty())
    }

    /// One that a stranger may compare.
    #[must_use]
    pub fn open(self, open: Open) -> Self {
        Self { open, ..self }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table<T> {
    /// Its caption.
    pub title: T,
    /// Something smaller beside the caption.
    pub note: T,
    /// Its columns.
    pub columns: Vec<Column<T>>,
    /// Its rows; as many cells each as there are columns.
    pub rows: Vec<Row<T>>,
    /// Its last rows, which add up the others.
    pub totals: Vec<Row<T>>,
    /// What is said below it; empty for nothing.
    pub below: T,
    /// How many rows more there are than are shown.
    #[serde(default)]
    pub more: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column<T> {
    /// Its head.
    pub label: T,
    /// A head above the heads of several; empty where there is none.
    pub group: T,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Text.
    Text,
    /// What the row is about.
    Name,
    /// What the row is about: the number of a record, in one piece.
    Number,
    /// A figure.
    Figure,
    /// Nothing yet: it is filled in by hand.
    Hand,
}

impl Holds {
    /// Whether it says what the row is about.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name | Self::Number)
    }

    /// Its class in the style sheet.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Name => "name",
            Self::Number => "name number",
            Self::Figure => "n",
            Self::Hand => "hand",
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row<T> {
    /// By what it is the same row in another language, or in another revision.
    pub key: String,
    /// Its cells.
    pub cells: Vec<T>,
}

/// Paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words<T> {
    /// Their heading; empty for none.
    pub title: T,
    /// The text; each line a paragraph.
    pub text: T,
    /// Its weight: `mark`, `lead`, or empty.
    pub weight: String,
}

/// A numbered list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List<T> {
    /// Its heading.
    pub title: T,
    /// Whether its entries are numbered.
    pub numbered: bool,
    /// Its entries; may have several lines.
    pub items: Vec<T>,
}

/// Bars, one below the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart<T> {
    /// Its title.
    pub title: T,
    /// What its series are called, in their order.
    pub series: Vec<T>,
    /// Its bars.
    pub bars: Vec<Bar<T>>,
}

/// A bar of a chart: its parts are drawn within each other, the first behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar<T> {
    /// What it is of.
    pub label: T,
    /// How long each part is, in thousandths of the whole width.
    pub parts: Vec<i64>,
    /// What the parts are, in words.
    pub said: Vec<T>,
}

/// Where people sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signs<T> {
    /// One beside the other.
    pub signs: Vec<Sign<T>>,
}

/// A place to sign at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign<T> {
    /// Who signs.
    pub who: T,
    /// What they sign for; empty for nothing.
    pub words: T,
    /// What they fill in, the last of it their signature.
    pub facts: Vec<Fact<T>>,
    /// What the signature's own space is called.
    pub space: T,
}

/// Boxes to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticks<T> {
    /// What is ticked.
    pub label: T,
    /// The choices.
    pub options: Vec<T>,
}

impl Table<Two> {
    /// Whether some columns stand under a common head.
    pub fn grouped(&self) -> bool {
        self.columns.iter().any(|column| !column.group.is_empty())
    }

    /// The common heads, each with how many columns it spans; empty over those that have none.
    pub fn groups(&self) -> Vec<(&Two, usize)> {
        let mut out: Vec<(&Two, usize)> = vec![];
        for column in &self.columns {
            match out.last_mut() {
                Some((group, span)) if **group == column.group => *span += 1,
                _ => out.push((&column.group, 1)),
            }
        }
        out
    }

    /// The cells of a row, each with what its column holds.
    pub fn cells<'a>(&'a self, row: &'a Row<Two>) -> impl Iterator<Item = (Holds, &'a Two)> {
        self.columns.iter().map(|column| column.holds).zip(&row.cells)
    }
}

impl<T> Bar<T> {
    /// Its parts as rectangles: which, where from, how far down, how long, how high. Each is drawn within the one before it, so that
    /// height tells them apart where colour does not.
    pub fn drawn(&self) -> Vec<(usize, i64, i64, i64, i64)> {
        let parts = self.parts.iter().enumerate().filter(|(_, width)| **width > 0);
        parts.map(|(n, width)| (n, 0, 2 * n as i64, *width, 14 - 4 * n as i64)).collect()
    }
}

/// A text in two languages, or in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Two {
    /// In the first.
    pub first: String,
    /// In the second; none where it is the same, or where there is none.
    pub second: Option<String>,
}

impl Two {
    /// A text and its like in the second language; none that reads the same, whichever way its numbers are held apart.
    pub fn of(first: String, second: Option<String>) -> Self {
        let second = second.filter(|second| !second.is_empty() && !bare(second).eq(bare(&first)));
        Self { first, second }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// A text's first line and what follows it.
    pub fn led(text: &str) -> (&str, &str) {
        text.find('\n').map_or((text, ""), |at| text.split_at(at))
    }
}

/// The signs of a text that are seen: without those that only say which way it runs.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'))
}

/// A figure whose numbers stay with their units where a line ends.
fn tie(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        out.push(if c == ' ' && before.is_ascii_digit() { '\u{a0}' } else { c });
        before = c;
    }
    out
}

impl Sheet {
    /// A sheet of these blocks, each figure in one piece.
    pub fn of(mut blocks: Vec<Block<String>>) -> Self {
        for block in &mut blocks {
            let Block::Table(table) = block else { continue };
            let figures: Vec<bool> = table.columns.iter().map(|column| column.holds == Holds::Figure).collect();
            for row in table.rows.iter_mut().chain(&mut table.totals) {
                for (cell, _) in row.cells.iter_mut().zip(&figures).filter(|(_, figure)| **figure) {
                    *cell = tie(cell);
                }
            }
        }
        Self { blocks }
    }

    /// This sheet with one of the same record in a second language laid over it.
    pub fn beside(self, second: Option<Self>) -> Sheet<Two> {
        let mut others = second.map(|sheet| sheet.blocks).unwrap_or_default().into_iter();
        Sheet { blocks: self.blocks.into_iter().map(|block| block.beside(others.next())).collect() }
    }
}

/// Pairs each of some things with its like in the second language, where there is one.
fn pairs<A, B>(first: Vec<A>, second: Option<Vec<A>>, both: impl Fn(A, Option<A>) -> B) -> Vec<B> {
    let mut second = second.unwrap_or_default().into_iter();
    first.into_iter().map(|one| both(one, second.next())).collect()
}

macro_rules! two {
    ($first:expr, $second:expr, $field:ident) => {
        Two::of($first.$field, $second.as_mut().map(|it| std::mem::take(&mut it.$field)))
    };
}

macro_rules! all {
    ($first:expr, $second:expr, $field:ident, $both:expr) => {
        pairs($first.$field, $second.as_mut().map(|it| std::mem::take(&mut it.$field)), $both)
    };
}

impl Block<String> {
    fn beside(self, second: Option<Self>) -> Block<Two> {
        macro_rules! like {
            ($kind:ident) => {
                match second {
                    Some(Block::$kind(it)) => Some(it),
                    _ => None,
                }
            };
        }
        match self {
            Self::Facts(a) => {
                let mut b = like!(Facts);
                Block::Facts(Facts { title: two!(a, b, title), look: a.look, facts: all!(a, b, facts, fact) })
            }
            Self::Table(a) => {
                let mut b = like!(Table);
                let totals = all!(a, b, totals, row);
                Block::Table(Table {
                    title: two!(a, b, title),
                    note: two!(a, b, note),
                    columns: all!(a, b, columns, column),
                    rows: rows(a.rows, b.as_mut().map(|it| std::mem::take(&mut it.rows))),
                    totals,
                    below: two!(a, b, below),
                    more: a.more,
                })
            }
            Self::Words(a) => {
                let mut b = like!(Words);
                Block::Words(Words { title: two!(a, b, title), text: two!(a, b, text), weight: a.weight })
            }
            Self::List(a) => {
                let mut b = like!(List);
                Block::List(List { title: two!(a, b, title), numbered: a.numbered, items: all!(a, b, items, Two::of) })
            }
            Self::Chart(a) => Block::Chart(a.beside(like!(Chart))),
            Self::Signs(a) => {
                let mut b = like!(Signs);
                Block::Signs(Signs { signs: all!(a, b, signs, sign) })
            }
            Self::Ticks(a) => {
                let mut b = like!(Ticks);
                Block::Ticks(Ticks { label: two!(a, b, label), options: all!(a, b, options, Two::of) })
            }
        }
    }
}

impl Chart<String> {
    /// This chart with its like in a second language, or alone.
    pub fn beside(self, second: Option<Self>) -> Chart<Two> {
        let (a, mut b) = (self, second);
        Chart { title: two!(a, b, title), series: all!(a, b, series, Two::of), bars: all!(a, b, bars, bar) }
    }
}

fn fact(a: Fact<String>, mut b: Option<Fact<String>>) -> Fact<Two> {
    Fact { label: two!(a, b, label), value: two!(a, b, value), note: two!(a, b, note), open: a.open }
}

fn column(a: Column<String>, mut b: Option<Column<String>>) -> Column<Two> {
    Column { label: two!(a, b, label), group: two!(a, b, group), holds: a.holds }
}

fn row(a: Row<String>, mut b: Option<Row<String>>) -> Row<Two> {
    Row { key: a.key, cells: pairs(a.cells, b.as_mut().map(|it| std::mem::take(&mut it.cells)), Two::of) }
}

/// Rows stand in the first language's order; each finds its like by its key.
fn rows(first: Vec<Row<String>>, second: Option<Vec<Row<String>>>) -> Vec<Row<Two>> {
    let mut others: HashMap<String, Row<String>> =
        second.unwrap_or_default().into_iter().map(|row| (row.key.clone(), row)).collect();
    first
        .into_iter()
        .map(|one| {
            let other = others.remove(&one.key);
            row(one, other)
        })
        .collect()
}

fn bar(a: Bar<String>, mut b: Option<Bar<String>>) -> Bar<Two> {
    Bar { label: two!(a, b, label), parts: a.parts, said: all!(a, b, said, Two::of) }
}

fn sign(a: Sign<String>, mut b: Option<Sign<String>>) -> Sign<Two> {
    Sign { who: two!(a, b, who), words: two!(a, b, words), facts: all!(a, b, facts, fact), space: two!(a, b, space) }
}

/// What differs between two revisions: what it is, the old, the new. Empty text stands for what was not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    /// At which place of the sheet, whatever its language.
    pub at: String,
    /// Where: labels, from the outside in.
    pub path: Vec<String>,
    /// In the older.
    pub old: String,
    /// In the newer.
    pub new: String,
}

/// What differs between a sheet and an older one in the same language.
pub fn differences(old: &Sheet, new: &Sheet) -> Vec<Differs> {
    let mut out = vec![];
    let (old, new) = (told(old), told(new));
    let before: HashMap<&[String], &str> = old.iter().map(|(_, path, text)| (path.as_slice(), text.as_str())).collect();
    let mut seen = HashSet::new();
    for (at, path, text) in &new {
        let stood = before.get(path.as_slice()).copied().unwrap_or_default();
        seen.insert(path.as_slice());
        if stood != text {
            out.push(Differs { at: at.clone(), path: path.clone(), old: stood.into(), new: text.clone() });
        }
    }
    for (at, path, text) in old.iter().filter(|(_, path, text)| !seen.contains(path.as_slice()) && !text.is_empty()) {
        out.push(Differs { at: format!("-{at}"), path: path.clone(), old: text.clone(), new: String::new() });
    }
    out
}

/// Everything a sheet tells: at which place, under which labels, what.
fn told(sheet: &Sheet) -> Vec<(String, Vec<String>, String)> {
    let mut out: Vec<(String, Vec<String>, String)> = vec![];
    let mut seen: HashMap<Vec<String>, usize> = HashMap::new();
    let mut push = |at: String, path: &[&str], text: &str| {
        let mut path: Vec<String> = path.iter().filter(|part| !part.is_empty()).map(|part| part.to_string()).collect();
        // Two facts of one label are told apart by their number.
        let times = seen.entry(path.clone()).or_default();
        *times += 1;
        if *times > 1 {
            path.push(times.to_string());
        }
        out.push((at, path, text.to_string()));
    };
    for (n, block) in sheet.blocks.iter().enumerate() {
        match block {
            Block::Facts(it) => facts(&mut push, &format!("{n}"), &it.title, &it.facts),
            Block::Table(it) => {
                let name = it.columns.iter().position(|column| column.holds.is_name()).unwrap_or_default();
                for row in it.rows.iter().chain(&it.totals) {
                    let named = row.cells.get(name).map_or("", String::as_str);
                    for (m, (column, cell)) in it.columns.iter().zip(&row.cells).enumerate() {
                        if m != name && column.holds != Holds::Hand {
                            push(format!("{n}.{}.{m}", row.key), &[&it.title, named, &column.label], cell);
                        }
                    }
                }
                push(format!("{n}.note"), &[&it.title], &it.note);
                push(format!("{n}.below"), &[&it.title], &it.below);
            }
            Block::Words(it) => push(format!("{n}"), &[&it.title], &it.text),
            Block::List(it) => {
                for (m, item) in it.items.iter().enumerate() {
                    push(format!("{n}.{m}"), &[&it.title, item], item);
                }
            }
            Block::Signs(it) => {
                for (m, sign) in it.signs.iter().enumerate() {
                    facts(&mut push, &format!("{n}.{m}"), &sign.who, &sign.facts);
                }
            }
            // A chart says what its table says; a tick is the reader's.
            Block::Chart(_) | Block::Ticks(_) => {}
        }
    }
    out
}

/// The facts under a title, each with what stands beside it.
fn facts(push: &mut impl FnMut(String, &[&str], &str), at: &str, title: &str, facts: &[Fact<String>]) {
    for (n, fact) in facts.iter().enumerate() {
        push(format!("{at}.{n}"), &[title, &fact.label], &fact.value);
        push(format!("{at}.{n}.note"), &[title, &fact.label], &fact.note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(words: [&str; 3], rows: &[(&str, &str)]) -> Sheet {
        let [title, goods, net] = words.map(String::from);
        let column = |label: &String, holds| Column { label: label.clone(), group: String::new(), holds };
        let rows = rows
            .iter()
            .map(|(key, net)| Row { key: (*key).into(), cells: vec![format!("{goods} {key}"), (*net).into()] });
        Sheet {
            blocks: vec![Block::Table(Table {
                title,
                note: String::new(),
                columns: vec![column(&goods, Holds::Name), column(&net, Holds::Figure)],
                rows: rows.collect(),
                totals: vec![],
                below: String::new(),
                more: 0,
            })],
        }
    }

    #[test]
    fn two_languages_stand_beside_each_other_row_by_row() {
        let first = sheet(["Goods", "Item", "Net"], &[("a", "1 t"), ("b", "5")]);
        let second = sheet(["Груз", "Товар", "Нетто"], &[("b", "5"), ("a", "1 т")]);
        let both = first.beside(Some(second));
        let Block::Table(table) = &both.blocks[0] else { panic!("a table") };
        assert_eq!(table.columns[1].label, Two { first: "Net".into(), second: Some("Нетто".into()) });
        assert_eq!(table.rows[0].cells[1].second.as_deref(), Some("1 т"), "by its key, not its place");
        assert_eq!(table.rows[1].cells[1].second, None, "what is the same is said once");
    }

    #[test]
    fn a_revision_names_what_changed() {
        let old = sheet(["Goods", "Item", "Net"], &[("a", "1 t"), ("b", "5 t")]);
        let new = sheet(["Goods", "Item", "Net"], &[("a", "2 t"), ("c", "7 t")]);
        let told: Vec<(String, String, String)> =
            differences(&old, &new).into_iter().map(|it| (it.path.join("/"), it.old, it.new)).collect();
        let said = |path: &str, old: &str, new: &str| (path.to_string(), old.to_string(), new.to_string());
        assert_eq!(
            told,
            [
                said("Goods/Item a/Net", "1 t", "2 t"),
                said("Goods/Item c/Net", "", "7 t"),
                said("Goods/Item b/Net", "5 t", "")
            ]
        );
        assert!(differences(&old, &old).is_empty());
    }

    #[test]
    fn whoever_signs_and_what_stands_beside_a_figure_is_told_too() {
        let signed = |name: &str, note: &str| {
            let fact = |label: &str, value: &str, note: &str| Fact { note: note.into(), ..Fact::new(label, value) };
            let sign = Sign {
                who: "Received by".into(),
                words: String::new(),
                facts: vec![fact("Name", name, "")],
                space: "Signature".into(),
            };
            let facts = Facts { title: String::new(), look: Look::Band, facts: vec![fact("Consignments", "2", note)] };
            Sheet { blocks: vec![Block::Facts(facts), Block::Signs(Signs { signs: vec![sign] })] }
        };
        let told = differences(&signed("A. Clerk", "Planned: 2"), &signed("B. Clerk", "Received: 2"));
        let said: Vec<_> = told.iter().map(|it| (it.at.as_str(), it.old.as_str(), it.new.as_str())).collect();
        assert_eq!(said, [("0.0.note", "Planned: 2", "Received: 2"), ("1.0.0", "A. Clerk", "B. Clerk")]);
        assert_eq!(told[1].path, ["Received by", "Name"]);
    }
}
