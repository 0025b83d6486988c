//! The items built into the program: `data/catalogue.csv` and their other names in `data/catalogue_names.csv`.

use super::model::{Category, Flag, Item, LANGUAGES, others_of};
use crate::{
    error::{Error, Result},
    values::{Comma, Id, Quantity, Unit},
};
use std::collections::HashMap;

#[derive(serde::Deserialize)]
struct Row {
    key: String,
    category: String,
    name_en: String,
    name_ru: String,
    name_kk: String,
    name_fa: String,
    name_ps: String,
    unit: String,
    package: String,
    kg_per_unit: String,
    density_kg_per_l: String,
    figure_source: String,
    hs: String,
    flags: String,
}

#[derive(serde::Deserialize)]
struct NameRow {
    key: String,
    name: String,
}

/// All of them. Their ids are the same in every house.
pub(super) fn items() -> Result<Vec<Item>> {
    let mut other_names: HashMap<String, String> = HashMap::new();
    let data = &include_bytes!("../../data/catalogue_names.csv")[..];
    for row in csv::Reader::from_reader(data).deserialize() {
        let NameRow { key, name } = row.map_err(Error::internal)?;
        let names = other_names.entry(key).or_default();
        names.push_str(&name);
        names.push('\n');
    }
    let data = &include_bytes!("../../data/catalogue.csv")[..];
    let rows = csv::Reader::from_reader(data).into_deserialize::<Row>();
    rows.map(|row| {
        let row = row.map_err(Error::internal)?;
        let other_names = other_names.get(&row.key).map_or("", String::as_str);
        item(&row, other_names).ok_or_else(|| Error::internal(format!("catalogue.csv: {}", row.key)))
    })
    .collect()
}

fn item(row: &Row, other_names: &str) -> Option<Item> {
    let names = [&row.name_en, &row.name_ru, &row.name_kk, &row.name_fa, &row.name_ps];
    let names = LANGUAGES.iter().zip(names).filter(|(_, name)| !name.is_empty());
    let names: HashMap<String, String> = names.map(|(lang, name)| (lang.to_string(), name.clone())).collect();
    Some(Item {
        id: Id::built_in("item", &row.key),
        category: Category::from_code(&row.category)?,
        other_names: others_of(&names, other_names),
        names,
        unit: unit(&row.unit)?,
        package: unit(&row.package)?,
        kg_per_unit: kilograms(&row.kg_per_unit)?,
        density: kilograms(&row.density_kg_per_l)?,
        figure_source: row.figure_source.clone(),
        hs: row.hs.clone(),
        flags: Flag::read(&row.flags),
        notes: String::new(),
        merged_into: None,
        version: 1,
    })
}

/// `Some(None)` for an empty cell, `None` for one that makes no sense.
fn unit(code: &str) -> Option<Option<Unit>> {
    if code.is_empty() { Some(None) } else { Unit::from_code(code).map(Some) }
}

fn kilograms(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    Quantity::read(text, "KGM", Comma::Groups).ok().map(|quantity| Some(quantity.milli()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{catalogue::form, lang::Lang};
    use std::collections::HashSet;

    #[test]
    fn every_built_in_item_is_sound() {
        let all = items().unwrap();
        assert_eq!(all.len(), include_str!("../../data/catalogue.csv").lines().count() - 1);
        assert_eq!(all.iter().map(|it| it.id).collect::<HashSet<_>>().len(), all.len());
        for it in &all {
            assert_eq!(it.names.len(), LANGUAGES.len(), "{it:?}");
            let again = form::check(&form::input(it), Lang::english());
            assert_eq!(again.map_err(|p| p.iter().map(|p| p.text.clone()).collect::<Vec<_>>()), Ok(it.clone()));
        }
    }

    #[test]
    fn a_name_shown_belongs_to_one_item() {
        let all = items().unwrap();
        let mut owners: HashMap<String, HashSet<Id>> = HashMap::new();
        for it in &all {
            for (_, name) in it.all_names() {
                owners.entry(name.folded).or_default().insert(it.id);
            }
        }
        for it in &all {
            for (lang, name) in it.all_names().into_iter().filter(|(lang, _)| !lang.is_empty()) {
                assert_eq!(owners[&name.folded].len(), 1, "{lang}: {}", name.name);
            }
        }
    }

    #[test]
    fn every_other_name_has_its_item() {
        let all = items().unwrap();
        let keys: HashSet<Id> = all.iter().map(|it| it.id).collect();
        let data = &include_bytes!("../../data/catalogue_names.csv")[..];
        for row in csv::Reader::from_reader(data).into_deserialize::<NameRow>() {
            let row = row.unwrap();
            assert!(keys.contains(&Id::built_in("item", &row.key)), "{}", row.key);
        }
    }
}
