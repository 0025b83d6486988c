//! The table by goods: one row for each unit of one good, or of several that share a quantity.

use super::{of, unsaid};
use crate::{
    consignments::{
        Cells, Facet, Figures, Measure,
        contributions::{FREE, TOGETHER},
        journey::State,
    },
    lang::Lang,
    names::Names,
    values::{Id, Unit, fold},
};
use std::collections::BTreeMap;

/// One row of the table by goods: one unit of one good, or of several that share a quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// The key it is summed under.
    pub key: String,
    /// The goods.
    pub goods: String,
    /// Whether several goods share the quantity.
    pub shared: bool,
    /// In which base unit.
    pub unit: Unit,
    /// All of it, what was called off left out.
    pub total: String,
    /// Planned.
    pub planned: String,
    /// Under way.
    pub under_way: String,
    /// Arrived, not yet received.
    pub arrived: String,
    /// Received.
    pub received: String,
    /// Lost or turned back: part of the total, for it was sent.
    pub lost: String,
    /// Called off: no part of the total.
    pub cancelled: String,
}

impl ItemRow {
    /// How much of it is in a state, by the state's code.
    pub fn of_state(&self, state: &str) -> &str {
        match State::from_code(state) {
            Some(State::Planned) => &self.planned,
            Some(State::UnderWay) => &self.under_way,
            Some(State::Arrived) => &self.arrived,
            Some(State::Received) => &self.received,
            _ => "",
        }
    }
}

/// The states that stand as columns in the table by goods.
pub const COLUMNS: [&str; 4] =
    [State::Planned.code(), State::UnderWay.code(), State::Arrived.code(), State::Received.code()];

/// What was sent of a good: its key, unit and figures.
pub type Sent = (String, Unit, Figures);

/// The first `most` rows of the table by goods, in words; how many more there are; and what of each good was sent.
pub(super) fn items(cells: &Cells, names: &Names, most: usize) -> (Vec<ItemRow>, i64, Vec<Sent>) {
    let lang = names.lang;
    let mut rows: BTreeMap<(String, Unit), BTreeMap<&str, Figures>> = BTreeMap::new();
    // Free names that differ in case alone are one row, under the first of them.
    let mut shown: BTreeMap<String, &str> = BTreeMap::new();
    // The cells of one good lie together: its key is found once.
    let (mut value, mut key) = ("", String::new());
    for (cell, figures) in of(cells, Facet::Item, Measure::Quantity) {
        if cell.value != value {
            (value, key) = (&cell.value, merged_key(&cell.value, names));
            shown.entry(key.clone()).or_insert(value);
        }
        if let Some(unit) = Unit::from_code(&cell.unit) {
            let states = rows.entry((key.clone(), unit)).or_default();
            states.entry(cell.state.as_str()).or_default().add(figures, 1);
        }
    }
    let mut all: Vec<ItemSum<'_>> = rows
        .into_iter()
        .map(|((key, unit), states)| {
            let mut total = Figures::default();
            for (_, figures) in states.iter().filter(|(state, _)| State::counts(state)) {
                total.add(figures, 1);
            }
            ItemSum { key, unit, states, total }
        })
        .collect();
    // Masses first, then volumes, then what is counted; the most of each first.
    all.sort_by(|a, b| a.unit.cmp(&b.unit).then(b.total.amount.cmp(&a.total.amount)).then_with(|| a.key.cmp(&b.key)));
    let goods = |sum: &ItemSum<'_>| shown.get(&sum.key).map(|value| goods_of(value, names)).unwrap_or_default();
    let told: Vec<ItemRow> = all.iter().take(most).map(|sum| sum.row(goods(sum), lang)).collect();
    let more = (all.len() - told.len()) as i64;
    let sent = all.into_iter().map(|sum| {
        let mut sent = Figures::default();
        for (_, figures) in sum.states.iter().filter(|(state, _)| State::sent(state)) {
            sent.add(figures, 1);
        }
        (sum.key, sum.unit, sent)
    });
    let sent = sent.filter(|(.., sent)| !sent.is_zero()).collect();
    (told, more, sent)
}

/// The sums of one unit of one good, or of several that share a quantity.
struct ItemSum<'a> {
    key: String,
    unit: Unit,
    states: BTreeMap<&'a str, Figures>,
    total: Figures,
}

impl ItemSum<'_> {
    /// In words.
    fn row(&self, goods: String, lang: Lang) -> ItemRow {
        let of_state = |state: State| match self.states.get(state.code()) {
            Some(figures) if !figures.is_zero() => lang.sum(&figures.sum(), self.unit),
            _ => String::new(),
        };
        ItemRow {
            goods,
            shared: self.key.contains(TOGETHER),
            unit: self.unit,
            total: item_total(&self.total, self.unit, lang),
            planned: of_state(State::Planned),
            under_way: of_state(State::UnderWay),
            arrived: of_state(State::Arrived),
            received: of_state(State::Received),
            lost: of_state(State::Lost),
            cancelled: of_state(State::Cancelled),
            key: self.key.clone(),
        }
    }
}

/// The total of a good in words: "5 403 t (1 line not stated)"; empty when all of it was called off.
pub fn item_total(total: &Figures, unit: Unit, lang: Lang) -> String {
    let note = unsaid(&total.sum(), lang);
    let said = if total.is_zero() { String::new() } else { lang.sum(&total.sum(), unit) };
    if note.is_empty() { said } else { lang.vv("with-note", said, note) }
}

/// The key under which merged items meet: each id as its target's.
fn merged_key(key: &str, names: &Names) -> String {
    let mut parts: Vec<String> = key
        .split(TOGETHER)
        .map(|part| match part.parse::<Id>().ok().and_then(|id| names.item(id)) {
            Some(item) => item.id.to_string(),
            None => fold(part),
        })
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts.join(&TOGETHER.to_string())
}

fn goods_of(key: &str, names: &Names) -> String {
    let mut goods: Vec<&str> = key
        .split(TOGETHER)
        .map(|part| match part.parse::<Id>().ok() {
            Some(id) => names.good(Some(id), part),
            None => part.trim_start_matches(FREE),
        })
        .collect();
    goods.sort_unstable();
    goods.dedup();
    goods.join(&names.lang.say("list-separator"))
}
