//! A mission's summary: pure arithmetic over its sums, and the words for it. Quantities of different kinds are never
//! added; what is not stated is said so.

mod items;
mod parts;

pub use items::{COLUMNS, ItemRow, Sent, item_total};
pub use parts::PartRow;

use crate::{
    catalogue::Category,
    consignments::{
        Cell, Cells, Facet, Figures, Measure, Status, contributions::TOGETHER, journey::State, model::Reason, said,
    },
    lang::Lang,
    names::{Names, Refs},
    values::{Currency, Dimension, Id, Mode, Sum, Unit},
};
use items::{items, measures};
use parts::parts;
use std::collections::{BTreeMap, BTreeSet};

/// A mission's figures, in words.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// How many consignments count.
    pub consignments: i64,
    /// How many lines have a quantity that is not stated.
    pub not_stated: i64,
    /// The headline: one figure for each dimension and counted unit.
    pub headline: Vec<Figure>,
    /// What became of everything, by dimension and counted unit.
    pub measures: Vec<ItemRow>,
    /// Damaged and missing, by reason.
    pub losses: Vec<LossRow>,
    /// How long the legs of each mode took.
    pub transit: Vec<TransitRow>,
    /// Transport units by kind, in words.
    pub units: Vec<Figure>,
    /// Declared value, freight and insurance.
    pub money: Vec<Figure>,
    /// What has left, in words, and in how many consignments.
    pub sent: (Vec<String>, i64),
    /// What is still planned, in words.
    pub planned: Vec<String>,
    /// By which modes what has left travels: mode and transport units.
    pub sent_by: Vec<(Mode, Vec<String>)>,
    /// How many consignments have come how far.
    pub statuses: Vec<(&'static str, String, i64)>,
    /// By goods.
    pub items: Vec<ItemRow>,
    /// How many goods more there are than are shown.
    pub more_items: i64,
    /// What of every good was sent: its key, unit and figures.
    pub every_sent: Vec<Sent>,
    /// By category.
    pub categories: Vec<PartRow>,
    /// By donor.
    pub donors: Vec<PartRow>,
    /// By mode of the main leg.
    pub modes: Vec<PartRow>,
    /// By month.
    pub months: Vec<PartRow>,
    /// By leg: carried, not added.
    pub legs: Vec<PartRow>,
    /// What was received in good condition, by month of receipt: the month, its unit, thousandths of that.
    pub arrivals: Vec<(String, Unit, i64)>,
    /// How many consignments travel in each mode.
    pub by_mode: Vec<(String, i64)>,
    /// Received, under way, planned, in hundredths of the mission's mass (of its consignments where no mass is stated).
    pub progress: Progress,
}

/// A figure and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is of.
    pub label: String,
    /// With unit and qualifier.
    pub text: String,
    /// "2 lines not stated", when that must be said beside it.
    pub note: String,
    /// What became of it, by column of the table by goods.
    pub columns: Columns,
}

/// What became of something, in words, by column of the table by goods.
pub type Columns = BTreeMap<&'static str, String>;

impl Figure {
    /// What a column says of it.
    pub fn of(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }
}

/// How far a mission has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Hundredths received.
    pub received: i64,
    /// Hundredths arrived or under way.
    pub transit: i64,
    /// Hundredths planned.
    pub planned: i64,
    /// Hundredths lost or turned back.
    pub lost: i64,
    /// Of mass, or else of consignments.
    pub of_mass: bool,
}

/// The sums of the cells that match, by unit, in the units' own order.
pub fn by_unit<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Figures)>) -> BTreeMap<Unit, Figures> {
    let mut out: BTreeMap<Unit, Figures> = BTreeMap::new();
    for (cell, figures) in cells {
        if let Some(unit) = Unit::from_code(&cell.unit) {
            out.entry(unit).or_default().add(figures, 1);
        }
    }
    out
}

fn of(cells: &Cells, facet: Facet, measure: Measure) -> impl Iterator<Item = (&Cell, &Figures)> {
    of_facet(cells, facet).filter(move |(cell, _)| cell.measure == measure)
}

fn of_facet(cells: &Cells, facet: Facet) -> impl Iterator<Item = (&Cell, &Figures)> {
    let first =
        Cell { facet, value: String::new(), measure: Measure::Quantity, unit: String::new(), state: String::new() };
    cells.range(first..).take_while(move |(cell, _)| cell.facet == facet)
}

/// What is summed of goods: how much was dispatched, and what became of it.
const BECOMING: [Measure; 6] =
    [Measure::Quantity, Measure::Good, Measure::Damaged, Measure::Missing, Measure::Returned, Measure::Surplus];

/// The ids of items and organisations that a summary will name.
pub fn refs(cells: &Cells) -> Refs {
    let ids = |facet: Facet| -> Vec<Id> {
        let keys = cells.keys().filter(move |cell| cell.facet == facet);
        keys.flat_map(|cell| cell.value.split(TOGETHER)).filter_map(|key| key.parse().ok()).collect()
    };
    (ids(Facet::Donor), ids(Facet::Leg), ids(Facet::Item))
}

/// "Rail: Almaty – Hairatan", by the key of a leg.
fn leg_words(key: &str, names: &Names) -> String {
    let mut parts = key.split(TOGETHER);
    let mode = super::rows::mode_words(parts.next().and_then(Mode::from_code).unwrap_or(Mode::NotStated), names.lang);
    let unsaid = names.lang.say("not-stated");
    let ends = parts.map(|id| match names.place(id.parse::<Id>().ok()) {
        "" => unsaid.as_str(),
        name => name,
    });
    format!("{mode}: {}", ends.collect::<Vec<_>>().join(" – "))
}

/// What was received in good condition by month of receipt, in the order of months and units.
fn arrivals(cells: &Cells, lang: Lang) -> Vec<(String, Unit, i64)> {
    let mut sums: BTreeMap<(&str, Unit), i64> = BTreeMap::new();
    for (cell, figures) in of(cells, Facet::Arrival, Measure::Good).filter(|(cell, _)| State::counts(&cell.state)) {
        if let Some(unit) = Unit::from_code(&cell.unit) {
            *sums.entry((&cell.value, unit)).or_default() += figures.amount;
        }
    }
    let words = |month: &str| if month.is_empty() { lang.say("date-not-stated") } else { lang.iso(month) };
    sums.into_iter().map(|((month, unit), milli)| (words(month), unit, milli)).collect()
}

impl Summary {
    /// Whether any of the goods shown has something in this column: one of nothing is left out.
    pub fn shows(&self, column: &str) -> bool {
        self.items.iter().any(|row| !row.of(column).is_empty())
            || self.headline.iter().any(|figure| figure.columns.contains_key(column))
    }

    /// The summary of these sums, with the first `most` goods told one by one.
    pub fn of(cells: &Cells, names: &Names, most: usize) -> Self {
        let lang = names.lang;
        let (items, more_items, every_sent) = items(cells, names, most);
        let whole = by_unit(of(cells, Facet::All, Measure::Quantity).filter(|(c, _)| State::counts(&c.state)));
        let consignments = count(cells, Facet::All, State::counts);
        let open = open_kinds(cells);
        // Goods that nobody had listed are of a unit of their own, perhaps.
        let measures = measures(cells, lang);
        let headline = measures.iter().map(|row| {
            let figures = whole.get(&row.unit).copied().unwrap_or_default();
            figure(row, &figures, lang)
        });
        Self {
            consignments,
            losses: losses(cells, lang),
            transit: transit(cells, lang),
            not_stated: whole.values().map(|f| f.not_stated).sum(),
            headline: headline.collect(),
            measures,
            units: units(of(cells, Facet::All, Measure::Units))
                .into_iter()
                .map(|(kind, n)| Figure {
                    label: lang.say(&format!("unit-kind-{kind}")),
                    text: at_least(lang.count(n), open.contains(&kind), lang),
                    note: String::new(),
                    columns: BTreeMap::new(),
                })
                .collect(),
            money: [Measure::Value, Measure::Freight, Measure::Insurance]
                .into_iter()
                .flat_map(|measure| {
                    let label = lang.say(&format!("field-{}", measure.code()));
                    money(of(cells, Facet::All, measure), lang).into_iter().map(move |text| Figure {
                        label: label.clone(),
                        text,
                        note: String::new(),
                        columns: BTreeMap::new(),
                    })
                })
                .collect(),
            sent: (told(cells, State::sent, lang), count(cells, Facet::All, State::sent)),
            planned: told(cells, |state| state == State::Planned.code(), lang),
            sent_by: sent_by(cells, lang),
            statuses: Status::ALL
                .iter()
                .map(|s| (s.code(), super::rows::status_words(*s, lang), status_count(cells, s.code())))
                .filter(|(.., n)| *n > 0)
                .collect(),
            more_items,
            items,
            every_sent,
            categories: parts(cells, Facet::Category, lang, |key| {
                let words =
                    |code| lang.say(&format!("category-{}", Category::from_code(code).map_or("other", Category::code)));
                key.split(TOGETHER).map(words).collect::<Vec<_>>().join(&lang.say("list-separator"))
            }),
            donors: parts(cells, Facet::Donor, lang, |key| match key.parse().ok() {
                Some(id) => names.organisation(Some(id)).to_string(),
                None => lang.say("not-stated"),
            }),
            modes: parts(cells, Facet::Mode, lang, |key| {
                super::rows::mode_words(Mode::from_code(key).unwrap_or(Mode::NotStated), lang)
            }),
            months: parts(cells, Facet::Month, lang, |key| match key {
                "" => lang.say("date-not-stated"),
                month => lang.iso(month),
            }),
            legs: parts(cells, Facet::Leg, lang, |key| leg_words(key, names)),
            arrivals: arrivals(cells, lang),
            by_mode: Mode::ALL
                .iter()
                .map(|mode| {
                    let mine = of(cells, Facet::Mode, Measure::Consignments);
                    let mine = mine.filter(|(c, _)| c.value == mode.code() && State::counts(&c.state));
                    (super::rows::mode_words(*mode, lang), mine.map(|(_, figures)| figures.amount).sum())
                })
                .filter(|(_, n)| *n > 0)
                .collect(),
            progress: progress(cells),
        }
    }
}

/// Why goods are damaged or missing, and how much of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LossRow {
    /// The reason.
    pub reason: String,
    /// Damaged, one figure for each dimension.
    pub damaged: Vec<String>,
    /// Missing.
    pub missing: Vec<String>,
}

/// How long the legs of a mode took.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TransitRow {
    /// The mode.
    pub mode: String,
    /// Of how many legs both days are known.
    pub legs: i64,
    /// Days on the way, on average, with one decimal.
    pub days: String,
    /// Days planned, on average; empty where none is.
    pub planned: String,
    /// How many came late, and by how much on average; empty where none did.
    pub late: String,
}

fn losses(cells: &Cells, lang: Lang) -> Vec<LossRow> {
    let all = || of_facet(cells, Facet::Reason).filter(|(cell, _)| State::counts(&cell.state));
    let of = |reason: &Reason, measure: Measure| -> Vec<String> {
        let own = all().filter(|(cell, _)| cell.value == reason.code() && cell.measure == measure);
        let sums = by_unit(own).into_iter().filter(|(_, figures)| figures.amount != 0);
        sums.map(|(unit, figures)| lang.sum(&figures.sum(), unit)).collect()
    };
    let rows = Reason::ALL.iter().map(|reason| LossRow {
        reason: said::reason(*reason, lang),
        damaged: of(reason, Measure::Damaged),
        missing: of(reason, Measure::Missing),
    });
    rows.filter(|row| !(row.damaged.is_empty() && row.missing.is_empty())).collect()
}

fn transit(cells: &Cells, lang: Lang) -> Vec<TransitRow> {
    let of = |mode: &Mode, measure: Measure| {
        let own =
            of(cells, Facet::Mode, measure).filter(|(cell, _)| cell.value == mode.code() && State::counts(&cell.state));
        let mut sum = Figures::default();
        own.for_each(|(_, figures)| sum.add(figures, 1));
        sum
    };
    // Tenths of a day are enough, and need no fraction to be kept.
    let average = |sum: Figures| match sum.lines {
        0 => String::new(),
        lines => lang.decimal((sum.amount * 10 + lines / 2).div_euclid(lines), 10),
    };
    let rows = Mode::ALL.iter().map(|mode| {
        let (days, planned, late) =
            (of(mode, Measure::Days), of(mode, Measure::DaysPlanned), of(mode, Measure::DaysLate));
        let some_late = (late.lines > 0).then(|| lang.vv("legs-late", lang.count(late.lines), average(late)));
        TransitRow {
            mode: super::rows::mode_words(*mode, lang),
            legs: days.lines,
            days: average(days),
            planned: average(planned),
            late: some_late.unwrap_or_default(),
        }
    });
    rows.filter(|row| row.legs > 0 || !row.late.is_empty()).collect()
}

/// The quantities of some states in a sentence: "5 403 t", "boxes (how many is not stated)".
fn told(cells: &Cells, state: fn(&str) -> bool, lang: Lang) -> Vec<String> {
    by_unit(of(cells, Facet::All, Measure::Quantity).filter(|(c, _)| state(&c.state)))
        .into_iter()
        .map(|(unit, figures)| {
            let sum = figures.sum();
            let unsaid = sum.lines == sum.not_stated;
            if unsaid { lang.v("sentence-unsaid", lang.unit(unit)) } else { lang.sum(&sum, unit) }
        })
        .collect()
}

fn sent_by(cells: &Cells, lang: Lang) -> Vec<(Mode, Vec<String>)> {
    let mine = |mode: Mode, measure| {
        of(cells, Facet::Mode, measure).filter(move |(c, _)| c.value == mode.code() && State::sent(&c.state))
    };
    let modes = Mode::ALL.iter().copied().filter(|mode| mine(*mode, Measure::Consignments).next().is_some());
    modes
        .map(|mode| {
            let units = units(mine(mode, Measure::Units)).into_iter();
            let open = some_unsaid(mine(mode, Measure::Consignments), mine(mode, Measure::Units));
            let said = units.map(|(kind, n)| at_least(lang.say_n(&format!("units-{kind}"), n), open, lang));
            (mode, said.collect())
        })
        .collect()
}

/// A headline figure: labelled by its dimension, or by its counted unit.
fn figure(row: &ItemRow, figures: &Figures, lang: Lang) -> Figure {
    let sum = figures.sum();
    // Of goods that nobody had listed nothing was sent.
    let text = if sum.lines == 0 { "–".into() } else { stated(&sum, row.unit, lang) };
    Figure { label: row.goods.clone(), text, note: unsaid(&sum, lang), columns: row.columns.clone() }
}

/// What a figure of a unit is of: mass, volume, or the unit.
fn measure_words(unit: Unit, lang: Lang) -> String {
    match unit.dimension() {
        Dimension::Mass => lang.say("dimension-mass"),
        Dimension::Volume => lang.say("dimension-volume"),
        Dimension::Count => capitalised(&lang.unit(unit)),
    }
}

/// A sum of what is stated; "not stated" when nothing is.
fn stated(sum: &Sum, unit: Unit, lang: Lang) -> String {
    if sum.lines > 0 && sum.lines == sum.not_stated { lang.say("not-stated") } else { lang.sum(sum, unit) }
}

/// "1 line not stated", when some are and some are not.
fn unsaid(sum: &Sum, lang: Lang) -> String {
    if sum.not_stated > 0 && sum.lines > sum.not_stated {
        lang.say_n("lines-not-stated", sum.not_stated)
    } else {
        String::new()
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn count(cells: &Cells, facet: Facet, state: fn(&str) -> bool) -> i64 {
    of(cells, facet, Measure::Consignments).filter(|(c, _)| state(&c.state)).map(|(_, figures)| figures.amount).sum()
}

fn status_count(cells: &Cells, status: &str) -> i64 {
    of(cells, Facet::Status, Measure::Consignments).filter(|(c, _)| c.value == status).map(|(_, f)| f.amount).sum()
}

fn units<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Figures)>) -> BTreeMap<String, i64> {
    let mut out = BTreeMap::new();
    for (cell, figures) in cells.filter(|(c, _)| State::counts(&c.state)) {
        *out.entry(cell.unit.clone()).or_default() += figures.amount;
    }
    out.retain(|_, n| *n != 0);
    out
}

/// Whether some of these consignments do not say in how many transport units they travel.
fn some_unsaid<'a>(
    consignments: impl Iterator<Item = (&'a Cell, &'a Figures)>,
    units: impl Iterator<Item = (&'a Cell, &'a Figures)>,
) -> bool {
    let all: i64 = consignments.map(|(_, figures)| figures.amount).sum();
    let stated: i64 = units.map(|(_, figures)| figures.lines).sum();
    stated < all
}

/// The kinds of transport units of which there may be more than are stated: other consignments of the mode do not say.
fn open_kinds(cells: &Cells) -> BTreeSet<String> {
    let of_mode = |mode: Mode, measure| {
        of(cells, Facet::Mode, measure).filter(move |(c, _)| c.value == mode.code() && State::counts(&c.state))
    };
    let open = |mode: &&Mode| some_unsaid(of_mode(**mode, Measure::Consignments), of_mode(**mode, Measure::Units));
    Mode::ALL.iter().filter(open).flat_map(|mode| units(of_mode(*mode, Measure::Units)).into_keys()).collect()
}

/// A figure, or at least as much.
fn at_least(said: String, at_least: bool, lang: Lang) -> String {
    if at_least { lang.say_with("quantity-at-least", [("amount", said)]) } else { said }
}

fn money<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Figures)>, lang: Lang) -> Vec<String> {
    let mut out: BTreeMap<&str, i64> = BTreeMap::new();
    for (cell, figures) in cells.filter(|(c, _)| State::counts(&c.state)) {
        *out.entry(&cell.unit).or_default() += figures.amount;
    }
    let known = out.into_iter().filter(|(_, n)| *n != 0);
    known.filter_map(|(code, minor)| Some(lang.minor(minor, Currency::from_code(code)?))).collect()
}

/// Hundredths of the mass by what became of it (or of the consignments by how far they have come, where no mass is stated);
/// they come to a hundred.
fn progress(cells: &Cells) -> Progress {
    let mut masses: items::Becoming<'_> = BTreeMap::new();
    for (cell, figures) in of_facet(cells, Facet::All).filter(|(cell, _)| BECOMING.contains(&cell.measure)) {
        if Unit::from_code(&cell.unit).is_some_and(|unit| unit.dimension() == Dimension::Mass) {
            masses.entry((cell.state.as_str(), cell.measure)).or_default().add(figures, 1);
        }
    }
    let became = items::became(&masses);
    let column = |name: &str| became.get(name).map_or(0, |figures| i128::from(figures.amount));
    // What came beyond what was dispatched is no part of it.
    let received = (column("received") + column("damaged") - column("surplus")).max(0);
    let parts = [received, column("under_way"), column("planned"), (column("missing") + column("returned")).max(0)];
    let of_mass = parts.iter().sum::<i128>() > 0;
    let [received, transit, planned, lost] = hundredths(if of_mass { parts } else { by_number(cells) });
    Progress { received, transit, planned, lost, of_mass }
}

/// How many consignments are received, on their way, planned, lost.
fn by_number(cells: &Cells) -> [i128; 4] {
    let mut states: BTreeMap<&str, i64> = BTreeMap::new();
    for (cell, figures) in of(cells, Facet::All, Measure::Consignments) {
        *states.entry(cell.state.as_str()).or_default() += figures.amount;
    }
    let of = |some: &[State]| -> i128 {
        some.iter().map(|state| i128::from(states.get(state.code()).copied().unwrap_or_default())).sum()
    };
    [of(&[State::Received]), of(&[State::UnderWay, State::Arrived]), of(&[State::Planned]), of(&[State::Lost])]
}

/// Parts as hundredths of their sum, rounded so that they come to a hundred: what is left over goes to the parts that
/// lost most by rounding down.
fn hundredths(parts: [i128; 4]) -> [i64; 4] {
    let total: i128 = parts.iter().sum();
    if total <= 0 {
        return [0; 4];
    }
    let mut shares = parts.map(|part| i64::try_from(part * 100 / total).unwrap_or_default());
    let mut by_rest = [0, 1, 2, 3];
    by_rest.sort_by_key(|n: &usize| std::cmp::Reverse(parts.get(*n).map_or(0, |part| part * 100 % total)));
    let left = 100 - shares.iter().sum::<i64>();
    for n in by_rest.into_iter().take(usize::try_from(left).unwrap_or_default()) {
        if let Some(share) = shares.get_mut(n) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn shares_come_to_a_hundred() {
        assert_eq!(hundredths([0, 0, 100, 30]), [0, 0, 77, 23]);
        assert_eq!(hundredths([1, 1, 1, 0]).iter().sum::<i64>(), 100);
        assert_eq!(hundredths([10, 0, 0, 70]), [13, 0, 0, 87]);
        assert_eq!(hundredths([0; 4]), [0; 4]);
        assert_eq!(hundredths([i128::from(i64::MAX), 0, 0, 1]), [100, 0, 0, 0]);
    }
}
