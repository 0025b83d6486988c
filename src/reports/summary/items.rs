//! The table by goods: one row for each unit of one good, or of several that share a quantity.

use super::{BECOMING, Columns, of_facet, unsaid};
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
    /// What became of it, by column.
    pub columns: Columns,
    /// Called off: no part of the total.
    pub cancelled: String,
    /// All of it, what of it was dispatched, and what was received in good condition: thousandths of the unit, for a chart.
    pub amounts: [i64; 3],
}

impl ItemRow {
    /// What a column says of it.
    pub fn of(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }
}

/// What becomes of goods, as columns: planned; dispatched, and of that under way (arrived and not yet received, too), received
/// in good condition, damaged, missing, turned back; last what is more than was dispatched. What was dispatched is what
/// became of it, less the last. Where nothing is planned the total says what was dispatched.
pub const COLUMNS: [&str; 8] =
    ["planned", "dispatched", "under_way", "received", "damaged", "missing", "returned", "surplus"];

/// The figures of one unit of something, by state and by what is summed.
pub(super) type Becoming<'a> = BTreeMap<(&'a str, Measure), Figures>;

/// What became of it, by column; columns of nothing are left out.
pub(super) fn became(told: &Becoming<'_>) -> BTreeMap<&'static str, Figures> {
    let of = |state: State, measure: Measure| told.get(&(state.code(), measure)).copied().unwrap_or_default();
    // What a receipt did not tell of is still on its way.
    let rest = |state: State| {
        let mut rest = of(state, Measure::Quantity);
        for (measure, sign) in [
            (Measure::Good, -1),
            (Measure::Damaged, -1),
            (Measure::Missing, -1),
            (Measure::Returned, -1),
            (Measure::Surplus, 1),
        ] {
            rest.amount += sign * of(state, measure).amount;
        }
        rest
    };
    let all = |measure: Measure| {
        let mut sum = Figures::default();
        for (_, figures) in told.iter().filter(|((state, of), _)| State::counts(state) && *of == measure) {
            sum.add(figures, 1);
        }
        sum
    };
    let mut under_way = rest(State::UnderWay);
    under_way.add(&rest(State::Arrived), 1);
    // Where nothing is planned the total is what was dispatched.
    let planned = of(State::Planned, Measure::Quantity);
    let mut dispatched = Figures::default();
    if !planned.is_zero() {
        dispatched = all(Measure::Quantity);
        dispatched.add(&planned, -1);
    }
    let columns = [
        ("planned", planned),
        ("dispatched", dispatched),
        ("under_way", under_way),
        ("received", all(Measure::Good)),
        ("damaged", all(Measure::Damaged)),
        ("missing", all(Measure::Missing)),
        ("returned", all(Measure::Returned)),
        ("surplus", all(Measure::Surplus)),
    ];
    let told = |figures: &Figures| figures.amount != 0 || figures.not_stated > 0;
    columns.into_iter().filter(|(_, figures)| told(figures)).collect()
}

/// What was sent of a good: its key, unit and figures, and those of what was received of it in good condition.
pub type Sent = (String, Unit, Figures, Figures);

/// The first `most` rows of the table by goods, in words; how many more there are; and what of each good was sent.
pub(super) fn items(cells: &Cells, names: &Names, most: usize) -> (Vec<ItemRow>, i64, Vec<Sent>) {
    let lang = names.lang;
    let mut rows: BTreeMap<(String, Unit), Becoming<'_>> = BTreeMap::new();
    // Free names that differ in case alone are one row, under the first of them.
    let mut shown: BTreeMap<String, &str> = BTreeMap::new();
    // The cells of one good lie together: its key is found once.
    let (mut value, mut key) = ("", String::new());
    for (cell, figures) in of_facet(cells, Facet::Item).filter(|(cell, _)| BECOMING.contains(&cell.measure)) {
        if cell.value != value {
            (value, key) = (&cell.value, merged_key(&cell.value, names));
            shown.entry(key.clone()).or_insert(value);
        }
        if let Some(unit) = Unit::from_code(&cell.unit) {
            let told = rows.entry((key.clone(), unit)).or_default();
            told.entry((cell.state.as_str(), cell.measure)).or_default().add(figures, 1);
        }
    }
    let mut all: Vec<ItemSum<'_>> =
        rows.into_iter().map(|((key, unit), told)| ItemSum { key, unit, total: total(&told), told }).collect();
    // Masses first, then volumes, then what is counted; the most of each first.
    all.sort_by(|a, b| a.unit.cmp(&b.unit).then(b.total.amount.cmp(&a.total.amount)).then_with(|| a.key.cmp(&b.key)));
    let goods = |sum: &ItemSum<'_>| shown.get(&sum.key).map(|value| goods_of(value, names)).unwrap_or_default();
    let rows: Vec<ItemRow> = all.iter().take(most).map(|sum| sum.row(goods(sum), lang)).collect();
    let more = (all.len() - rows.len()) as i64;
    let sent = all.into_iter().map(|sum| {
        let mut sent = Figures::default();
        for (_, figures) in dispatched(&sum.told, State::sent) {
            sent.add(figures, 1);
        }
        let received = became(&sum.told).get("received").copied().unwrap_or_default();
        (sum.key, sum.unit, sent, received)
    });
    let sent = sent.filter(|(_, _, sent, _)| !sent.is_zero()).collect();
    (rows, more, sent)
}

/// What became of everything, by unit: called by what it measures.
pub(super) fn measures(cells: &Cells, lang: Lang) -> Vec<ItemRow> {
    let mut units: BTreeMap<Unit, Becoming<'_>> = BTreeMap::new();
    for (cell, figures) in of_facet(cells, Facet::All).filter(|(cell, _)| BECOMING.contains(&cell.measure)) {
        if let Some(unit) = Unit::from_code(&cell.unit) {
            units.entry(unit).or_default().entry((cell.state.as_str(), cell.measure)).or_default().add(figures, 1);
        }
    }
    units.retain(|_, told| told.keys().any(|(state, _)| State::counts(state)));
    let rows = units.into_iter().map(|(unit, told)| {
        let sum = ItemSum { key: String::new(), unit, total: total(&told), told };
        sum.row(super::measure_words(unit, lang), lang)
    });
    rows.collect()
}

/// All that was or is to be dispatched.
fn total(told: &Becoming<'_>) -> Figures {
    let mut total = Figures::default();
    for (_, figures) in dispatched(told, State::counts) {
        total.add(figures, 1);
    }
    total
}

/// The quantities of some states.
fn dispatched<'a>(
    told: &'a Becoming<'a>,
    state: fn(&str) -> bool,
) -> impl Iterator<Item = (&'a (&'a str, Measure), &'a Figures)> {
    told.iter().filter(move |((of, measure), _)| state(of) && *measure == Measure::Quantity)
}

/// The sums of one unit of one good, or of several that share a quantity.
struct ItemSum<'a> {
    key: String,
    unit: Unit,
    told: Becoming<'a>,
    total: Figures,
}

impl ItemSum<'_> {
    fn amounts(&self) -> [i64; 3] {
        let became = became(&self.told);
        let of = |column: &str| became.get(column).map_or(0, |figures| figures.amount);
        [self.total.amount, self.total.amount - of("planned"), of("received")]
    }

    /// In words.
    fn row(&self, goods: String, lang: Lang) -> ItemRow {
        let in_words = |figures: &Figures| lang.sum(&figures.sum(), self.unit);
        let cancelled = self.told.get(&(State::Cancelled.code(), Measure::Quantity));
        ItemRow {
            goods,
            shared: self.key.contains(TOGETHER),
            unit: self.unit,
            total: item_total(&self.total, self.unit, lang),
            columns: became(&self.told).iter().map(|(column, figures)| (*column, in_words(figures))).collect(),
            amounts: self.amounts(),
            cancelled: cancelled.filter(|figures| !figures.is_zero()).map(in_words).unwrap_or_default(),
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
