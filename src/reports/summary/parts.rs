//! The tables by donor, mode, month and category.

use super::{at_least, by_unit, of, some_unsaid, units, unsaid};
use crate::{
    consignments::{Cell, Cells, Facet, Figures, Measure, journey::State},
    lang::Lang,
    values::Mode,
};
use std::collections::BTreeMap;

/// One row of a table by donor, mode, month or category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartRow {
    /// The part's code or key.
    pub key: String,
    /// The part.
    pub name: String,
    /// How many consignments.
    pub consignments: i64,
    /// Its quantities, one for each dimension.
    pub quantities: Vec<String>,
    /// Its transport units.
    pub units: Vec<String>,
}

/// The rows of a table by one facet. Parts of one name are one row: organisations that were merged. The cells of a part
/// lie together and are gone through once: a mission of many months holds thousands.
pub(super) fn parts(cells: &Cells, facet: Facet, lang: Lang, name: impl Fn(&str) -> String) -> Vec<PartRow> {
    let mut mine: BTreeMap<&str, Vec<Told<'_>>> = BTreeMap::new();
    for measure in [Measure::Consignments, Measure::Quantity, Measure::Units] {
        for (cell, figures) in of(cells, facet, measure).filter(|(c, _)| State::counts(&c.state)) {
            mine.entry(&cell.value).or_default().push((cell, figures));
        }
    }
    let mut named: BTreeMap<String, (&str, Vec<Told<'_>>)> = BTreeMap::new();
    for (key, cells) in mine {
        named.entry(name(key)).or_insert((key, vec![])).1.extend(cells);
    }
    let mut rows: Vec<PartRow> = named
        .into_iter()
        .map(|(name, (key, cells))| {
            let of = |measure| cells.iter().copied().filter(move |(c, _)| c.measure == measure);
            let open = some_unsaid(of(Measure::Consignments), of(Measure::Units));
            PartRow {
                key: key.into(),
                consignments: of(Measure::Consignments).map(|(_, f)| f.amount).sum(),
                quantities: quantities(of(Measure::Quantity), lang),
                units: units(of(Measure::Units))
                    .into_iter()
                    .map(|(kind, n)| at_least(lang.say_n(&format!("units-{kind}"), n), open, lang))
                    .collect(),
                name,
            }
        })
        .collect();
    // Months and modes in their own order, everything else by how much there is of it.
    match facet {
        Facet::Mode => rows.sort_by_key(|row| Mode::from_code(&row.key)),
        Facet::Month => rows.sort_by(|a, b| a.key.cmp(&b.key)),
        _ => rows.sort_by(|a, b| b.consignments.cmp(&a.consignments).then_with(|| a.name.cmp(&b.name))),
    }
    rows
}

/// A cell and its figures.
type Told<'a> = (&'a Cell, &'a Figures);

/// The quantities of one part, in words: "5 403 t", "60 000 L", "boxes: not stated".
fn quantities<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Figures)>, lang: Lang) -> Vec<String> {
    by_unit(cells.filter(|(c, _)| State::counts(&c.state)))
        .into_iter()
        .map(|(unit, figures)| {
            let (said, note) = (lang.sum(&figures.sum(), unit), unsaid(&figures.sum(), lang));
            if note.is_empty() { said } else { lang.vv("with-note", said, note) }
        })
        .collect()
}
