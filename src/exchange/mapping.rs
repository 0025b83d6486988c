//! Which columns of a file mean what: a small text that people can read, keep beside their files and hand on.

use super::{
    cupboards::Cupboard,
    fields::{Field, Kind},
};
use crate::{
    values::{Currency, Unit, names::bare},
    web::hex,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a column means that is kept as text, in the notes.
pub const NOTE: &str = "note";

/// What a column means that is left out.
pub const NOTHING: &str = "nothing";

/// Which columns of a kind of file mean what. As TOML it is written so:
///
/// ```toml
/// title = "Deliveries"
/// [fixed]
/// unit = "pack"
/// [[column]]
/// header = "Delivered on"
/// means = "arrived"
/// dates = "day-month-year"
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What kind of file this is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The cupboard its rows go into; without one they are consignments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<Cupboard>,
    /// The name of the sheet; the first one with a table where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The number of the row that names the columns, where it is not the one that is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<u64>,
    /// How its text is encoded, where that is not what is found: `utf-8`, `windows-1251`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What parts its cells, where that is not what is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// Values that hold for every row, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fixed: BTreeMap<String, String>,
    /// The columns, in the file's order.
    #[serde(default)]
    pub column: Vec<Column>,
}

/// What one column means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands above it; of several alike each stands for the next.
    pub header: String,
    /// The code of a field, `note` or `nothing`.
    pub means: String,
    /// In which order its dates are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// Its decimal sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<DecimalSign>,
    /// The unit of its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The currency of its amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Whether a cell names one thing or several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goods: Option<Naming>,
    /// What an amount of the whole is of, where several rows state it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
    /// What becomes of a cell that cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<Unreadable>,
    /// What its words mean: "Air Charter" = "air".
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, String>,
}

/// In which order a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 25/7/12, 25-Jul-12.
    DayMonthYear,
    /// 7/25/12.
    MonthDayYear,
    /// 2012-07-25.
    YearMonthDay,
}

/// A decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalSign {
    /// 272.728; a comma groups.
    Point,
    /// 272,728; a point groups.
    Comma,
}

/// Whether a cell of goods names one or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Naming {
    /// One, whatever commas are in its name.
    One,
    /// Several, parted by commas or semicolons.
    Several,
}

/// What an amount of freight, insurance or value is of, where several rows of one consignment state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amounts {
    /// Each row's share: together they are the whole.
    Row,
    /// The whole, said again in every row.
    Whole,
}

/// What becomes of a cell that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unreadable {
    /// Its text is kept as a note, and the field is not stated.
    Note,
    /// Its row is refused.
    Refuse,
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingFault {
    /// It is not written as a mapping is: what the reader of TOML says.
    Form(String),
    /// No field is called so.
    NoSuchField(String),
    /// Two columns mean the same.
    Twice(String, String),
    /// No unit is called so.
    NoSuchUnit(String),
    /// No currency is called so.
    NoSuchCurrency(String),
    /// It names a column that the file does not have.
    NoSuchColumn(String),
}

impl Mapping {
    /// Reads a mapping from TOML.
    pub fn read(text: &str) -> Result<Self, MappingFault> {
        let mapping: Self = toml::from_str(text).map_err(|e| MappingFault::Form(e.message().to_string()))?;
        mapping.check()?;
        Ok(mapping)
    }

    /// The mapping as TOML.
    pub fn text(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// Whether it can be meant.
    pub fn check(&self) -> Result<(), MappingFault> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for column in &self.column {
            if let Some(field) = column.field(self.into) {
                // What is told in text may be told by several columns.
                let single = !matches!(field.kind, Kind::Text | Kind::Again);
                if let (Some(first), true) = (seen.insert(field.code, &column.header), single) {
                    return Err(MappingFault::Twice(first.into(), column.header.clone()));
                }
            } else if ![NOTE, NOTHING].contains(&column.means.as_str()) {
                return Err(MappingFault::NoSuchField(column.means.clone()));
            }
            if let Some(unit) = column.unit.as_deref().filter(|unit| multiplied(unit).is_none()) {
                return Err(MappingFault::NoSuchUnit(unit.into()));
            }
            if let Some(currency) = column.currency.as_deref().filter(|it| Currency::read(it).is_none()) {
                return Err(MappingFault::NoSuchCurrency(currency.into()));
            }
        }
        match self.fixed.keys().find(|code| Field::named(self.into, code).is_none()) {
            Some(code) => Err(MappingFault::NoSuchField(code.clone())),
            None => Ok(()),
        }
    }

    /// The columns of a file with these headers, each with what it means; those the mapping does not name are kept as notes.
    /// Names are compared bare, so that a space or a capital more makes no difference.
    pub fn over(&self, headers: &[String]) -> Result<Vec<Column>, MappingFault> {
        let mut left: Vec<Option<&Column>> = self.column.iter().map(Some).collect();
        let mut out = vec![];
        for header in headers {
            let same = left.iter_mut().find(|own| own.is_some_and(|own| bare(&own.header) == bare(header)));
            out.push(match same.and_then(Option::take) {
                Some(own) => Column { header: header.clone(), ..own.clone() },
                None => Column { header: header.clone(), means: NOTE.into(), ..Column::default() },
            });
        }
        // What is left out anyway may be missing.
        match left.into_iter().flatten().find(|own| own.field(self.into).is_some()) {
            Some(missing) => Err(MappingFault::NoSuchColumn(missing.header.clone())),
            None => Ok(out),
        }
    }

    /// Whether some column, or a fixed value, says this.
    pub fn says(&self, code: &str) -> bool {
        self.fixed.contains_key(code) || self.column.iter().any(|column| column.means == code)
    }
}

impl Column {
    /// The field it means; `None` for notes and what is left out.
    pub fn field(&self, into: Option<Cupboard>) -> Option<&'static Field> {
        Field::named(into, &self.means)
    }
}

/// A unit with how many of it one is: "1000 t" is a thousand tonnes.
pub fn multiplied(text: &str) -> Option<(i64, Unit)> {
    if let Some(unit) = Unit::read(text) {
        return Some((1, unit));
    }
    let (number, unit) = text.trim().split_once(' ')?;
    let many = number.parse::<i64>().ok().filter(|n| (1..=1_000_000).contains(n))?;
    Unit::read(unit).map(|unit| (many, unit))
}

/// By what a kind of file is known again: the hash of its columns' names.
pub fn signature(headers: &[String]) -> String {
    let bared: Vec<String> = headers.iter().map(|header| bare(header)).collect();
    hex(&Sha256::digest(bared.join("\u{1f}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
        title = "Deliveries"
        [fixed]
        unit = "pack"
        [[column]]
        header = "Delivered"
        means = "arrived"
        dates = "day-month-year"
        [[column]]
        header = "Mode"
        means = "mode"
        words = { "Air Charter" = "air" }
    "#;

    #[test]
    fn a_mapping_is_read_back_as_it_is_written() {
        let mapping = Mapping::read(TEXT).unwrap();
        assert_eq!(Mapping::read(&mapping.text()), Ok(mapping.clone()));
        assert!(mapping.says("unit") && mapping.says("mode") && !mapping.says("goods"));
    }

    #[test]
    fn what_cannot_be_meant_is_named() {
        let read = |text: &str| Mapping::read(text).unwrap_err();
        let column = |means: &str, more: &str| format!("[[column]]\nheader = \"A\"\nmeans = \"{means}\"\n{more}\n");
        assert_eq!(read(&column("camel", "")), MappingFault::NoSuchField("camel".into()));
        assert_eq!(read(&column("net_kg", "unit = \"stone\"")), MappingFault::NoSuchUnit("stone".into()));
        assert_eq!(read(&column("value", "currency = \"QQQ\"")), MappingFault::NoSuchCurrency("QQQ".into()));
        assert!(matches!(read("[fixed]\ncamel = \"1\""), MappingFault::NoSuchField(_)));
        assert!(matches!(read("colour = 1"), MappingFault::Form(_)));
        let twice = column("mode", "") + &column("mode", "");
        assert_eq!(read(&twice), MappingFault::Twice("A".into(), "A".into()));
    }

    #[test]
    fn columns_are_found_whatever_their_order() {
        let mapping = Mapping::read(TEXT).unwrap();
        let headers = ["x", " MODE", "Delivered"].map(String::from);
        let over = mapping.over(&headers).unwrap();
        assert_eq!(over.iter().map(|c| c.means.as_str()).collect::<Vec<_>>(), ["note", "mode", "arrived"]);
        assert_eq!(mapping.over(&headers[..2]), Err(MappingFault::NoSuchColumn("Delivered".into())));
    }

    #[test]
    fn a_thousand_tonnes_is_a_unit_of_a_file() {
        assert_eq!(multiplied("1000 t").map(|(n, unit)| (n, unit.code())), Some((1000, "TNE")));
        assert_eq!(multiplied("kg").map(|(n, unit)| (n, unit.code())), Some((1, "KGM")));
        assert!(multiplied("0 t").is_none() && multiplied("x t").is_none());
    }
}
