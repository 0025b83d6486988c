//! What an item of the catalogue is.

use crate::{
    error::Result,
    history::state_of,
    lang::Lang,
    values::{
        Id, Unit,
        names::{self, Name, distinct, script},
        words,
    },
    web::{Cursor, Query},
};
use std::collections::{BTreeMap, HashMap};

/// The languages an item has names in; the first is what all others fall back to.
pub const LANGUAGES: &[&str] = &["en", "ru", "kk", "fa", "ps"];

crate::codes! {
    /// What kind of thing an item is.
    Category {
        /// Cereals and flour.
        Cereals = "cereals",
        /// Peas, beans, lentils.
        Pulses = "pulses",
        /// Edible oil and fat.
        Oil = "oil",
        /// Sugar, salt, tea.
        SugarSalt = "sugar-salt",
        /// Canned and dairy food.
        Canned = "canned",
        /// Nutrition products and other food.
        Nutrition = "nutrition",
        /// Shelter, bedding, kitchen.
        Household = "household",
        /// Clothing and shoes.
        Clothing = "clothing",
        /// Water, sanitation, hygiene.
        Hygiene = "hygiene",
        /// Medicines and kits.
        Medicine = "medicine",
        /// Medical equipment and supplies.
        MedicalEquipment = "medical-equipment",
        /// For schools.
        Education = "education",
        /// Fuel.
        Fuel = "fuel",
        /// Vehicles and machines.
        Vehicles = "vehicles",
        /// Anything else.
        Other = "other",
    }
}

crate::codes! {
    /// What has to be minded with an item.
    Flag {
        /// It has to stay cold.
        ColdChain = "cold-chain",
        /// It is dangerous to carry.
        Dangerous = "dangerous",
        /// It needs a licence.
        Controlled = "controlled",
    }
}

impl Flag {
    /// The flags in a text that names them by code, one beside the other.
    pub fn read(text: &str) -> Vec<Self> {
        text.split([' ', ';', ',']).filter_map(Self::from_code).collect()
    }

    /// That text.
    pub fn write(flags: &[Self]) -> String {
        flags.iter().map(|flag| flag.code()).collect::<Vec<_>>().join(" ")
    }
}

/// An item as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: Id,
    /// What kind of thing it is.
    pub category: Category,
    /// The name it is shown by in each of [`LANGUAGES`] it has one in; in one at least.
    pub names: HashMap<String, String>,
    /// Other names it is found by, in any language, one a line.
    pub other_names: String,
    /// The unit it is usually counted in.
    pub unit: Option<Unit>,
    /// The package it usually comes in.
    pub package: Option<Unit>,
    /// Thousandths of a kilogram in one unit.
    pub kg_per_unit: Option<i64>,
    /// Thousandths of a kilogram in one litre.
    pub density: Option<i64>,
    /// Who says what one unit or one litre weighs.
    pub figure_source: String,
    /// Its Harmonized System code, digits alone; empty when not stated.
    pub hs: String,
    /// What has to be minded, in the order of [`Flag::ALL`].
    pub flags: Vec<Flag>,
    /// Anything else.
    pub notes: String,
    /// The item that is meant instead.
    pub merged_into: Option<Id>,
    /// Counts the edits.
    pub version: i64,
}

impl Item {
    /// The fingerprint of the item as it stands, for the history.
    pub fn state(&self) -> Result<String> {
        let names: BTreeMap<_, _> = self.names.iter().collect();
        let units = [self.unit, self.package].map(|unit| unit.map(Unit::code));
        let figures = (self.kg_per_unit, self.density, &self.figure_source);
        let told = (&self.other_names, &self.hs, Flag::write(&self.flags), &self.notes);
        state_of(&(self.id, self.category, names, units, figures, told, self.merged_into, self.version))
    }

    /// A new one of which only this is known.
    pub fn named(name: &str, lang: Lang, category: Category, unit: Option<Unit>) -> Self {
        Self {
            id: Id::fresh(),
            category,
            names: HashMap::from([(language(lang).into(), name.trim().into())]),
            other_names: String::new(),
            unit,
            package: None,
            kg_per_unit: None,
            density: None,
            figure_source: String::new(),
            hs: String::new(),
            flags: vec![],
            notes: String::new(),
            merged_into: None,
            version: 1,
        }
    }

    /// The name it is shown by: in this language, else in English, else in any.
    pub fn name(&self, lang: Lang) -> &str {
        let order = [language(lang)].into_iter().chain(LANGUAGES.iter().copied());
        order.filter_map(|lang| self.names.get(lang)).map(String::as_str).next().unwrap_or_default()
    }

    /// The name it is shown by to someone who typed this: the first in the same script.
    pub fn name_like(&self, typed: &str) -> &str {
        let alike = self.main_names().map(|(_, name)| name).find(|name| script(name) == script(typed));
        alike.unwrap_or_else(|| self.name(Lang::english()))
    }

    /// The names it is shown by, with their languages.
    pub fn main_names(&self) -> impl Iterator<Item = (&'static str, &str)> {
        LANGUAGES.iter().filter_map(|lang| Some((*lang, self.names.get(*lang)?.as_str())))
    }

    /// Every name it is found by, with the language of those it is shown by and none for the others.
    pub fn all_names(&self) -> Vec<(&'static str, Name)> {
        let main =
            self.main_names().flat_map(|(lang, name)| distinct([name]).into_iter().map(move |name| (lang, name)));
        main.chain(distinct(self.other_names.lines()).into_iter().map(|name| ("", name))).collect()
    }

    /// Whether both say the same, whatever became of them since.
    pub fn says(&self, other: &Self) -> bool {
        let other = Self { version: self.version, merged_into: self.merged_into, ..other.clone() };
        *self == other
    }
}

/// An item's other names, typed one a line, in their one order: rows have none of their own.
pub fn others_of(names: &HashMap<String, String>, typed: &str) -> String {
    let others = names::others(names.values().map(String::as_str), typed);
    let mut others: Vec<&str> = others.lines().collect();
    others.sort_by_key(|name| names::bare(name));
    others.join("\n")
}

/// The one of [`LANGUAGES`] that a screen language reads and writes names in.
pub fn language(lang: Lang) -> &'static str {
    let code = lang.code().split('-').next().unwrap_or_default();
    LANGUAGES.iter().find(|language| **language == code).copied().unwrap_or(LANGUAGES[0])
}

/// Reads a Harmonized System code: 4 to 10 digits, dots and spaces between them left out.
pub fn hs_code(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    ((4..=10).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit())).then_some(digits)
}

/// How many rows a page holds, where nobody says.
const PAGE: usize = 50;

/// What a list of items is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// Each begins a word of one of its names.
    pub words: Vec<String>,
    /// The category they are of; none for any.
    pub category: Option<Category>,
    /// The language they are shown and sorted in.
    pub lang: Lang,
    /// The last row of the page before.
    pub after: Option<Cursor>,
    /// How many rows a page holds.
    pub rows: usize,
}

impl Search {
    /// Reads it from an address.
    pub fn of(query: &Query, lang: Lang) -> Self {
        Self {
            words: words(query.get("q")),
            category: Category::from_code(query.get("category")),
            lang,
            after: Cursor::read(query.get("after")),
            rows: PAGE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flour() -> Item {
        let mut item = Item::named("Мука", Lang::english(), Category::Cereals, None);
        item.names = [("ru", "Мука"), ("kk", "Ұн"), ("fa", "آرد")].map(|(l, n)| (l.to_string(), n.to_string())).into();
        item
    }

    #[test]
    fn a_name_falls_back() {
        let mut item = flour();
        assert_eq!(item.name(Lang::english()), "Мука");
        item.names.insert("en".into(), "Flour".into());
        assert_eq!(item.name(Lang::english()), "Flour");
        assert_eq!(crate::lang::find("ru").map_or("Мука", |ru| item.name(ru)), "Мука");
        assert_eq!(["ұн", "آرد", "un"].map(|typed| item.name_like(typed)), ["Мука", "آرد", "Flour"]);
    }

    #[test]
    fn flags_and_codes_are_read() {
        assert_eq!(Flag::read("dangerous cold-chain"), [Flag::Dangerous, Flag::ColdChain]);
        assert_eq!(Flag::write(&[Flag::ColdChain, Flag::Controlled]), "cold-chain controlled");
        assert_eq!(hs_code("1512.19 90").as_deref(), Some("15121990"));
        for bad in ["", "151", "15121990123", "15a2", "15-12"] {
            assert_eq!(hs_code(bad), None, "{bad}");
        }
    }
}
