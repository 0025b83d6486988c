//! An item as typed, and what it means.

use super::model::{Category, Flag, Item, LANGUAGES, hs_code, language, others_of};
use crate::{
    error::Result,
    lang::Lang,
    values::{Fault, Id, Qualifier, Quantity, Unit, names::bare},
    web::{Input, Problems},
};
use std::collections::HashMap;

/// An empty form.
pub fn blank() -> Input {
    Input::default().with("id", Id::fresh().to_string())
}

/// The field of the name in a language.
pub fn name_field(language: &str) -> String {
    format!("name.{language}")
}

/// The name of a flag's tick box.
pub fn flag_field(flag: Flag) -> String {
    format!("flag.{flag}")
}

/// Reads an item.
pub fn check(input: &Input, lang: Lang) -> Result<Item, Problems> {
    let mut problems = Problems::of(input, lang);
    let names = names(input, &mut problems);
    problems.names("other_names", input.get("other_names"));
    let category = Category::from_code(input.get("category"));
    if category.is_none() {
        problems.add("category", "error-choose");
    }
    let unit = chosen_unit(input, "unit", |_| true, &mut problems);
    let package = chosen_unit(input, "package", Unit::is_package, &mut problems);
    let kg_per_unit = kilograms(input, "kg_per_unit", &mut problems);
    let density = kilograms(input, "density", &mut problems);
    let figure_source = input.get("figure_source");
    if figure_source.is_empty() && (kg_per_unit.is_some() || density.is_some()) {
        problems.add("figure_source", "error-figure-source");
    }
    let hs = hs_code(input.get("hs"));
    if hs.is_none() && !input.get("hs").is_empty() {
        problems.add("hs", "error-hs");
    }
    problems.or(|| Item {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        category: category.unwrap_or(Category::Other),
        other_names: others_of(&names, input.get("other_names")),
        names,
        unit,
        package,
        kg_per_unit,
        density,
        figure_source: figure_source.into(),
        hs: hs.unwrap_or_default(),
        flags: Flag::ALL.iter().copied().filter(|flag| input.get(&flag_field(*flag)) == "1").collect(),
        notes: input.get("notes").into(),
        merged_into: None,
        version: input.get("version").parse().unwrap_or(0),
    })
}

/// The names by language; one at least, asked for in the writer's own.
fn names(input: &Input, problems: &mut Problems) -> HashMap<String, String> {
    let mut names = HashMap::new();
    for language in LANGUAGES {
        let field = name_field(language);
        let name = input.get(&field);
        if !name.is_empty() {
            problems.name(&field, name);
            names.insert(language.to_string(), name.to_string());
        }
    }
    if names.is_empty() {
        problems.add(&name_field(language(problems.lang())), "error-name-empty");
    }
    names
}

/// A unit chosen from a list; empty is none.
fn chosen_unit(input: &Input, field: &str, fits: impl Fn(Unit) -> bool, problems: &mut Problems) -> Option<Unit> {
    let chosen = Unit::from_code(input.get(field)).filter(|unit| fits(*unit));
    if chosen.is_none() && !input.get(field).is_empty() {
        problems.add(field, "error-choose");
    }
    chosen
}

/// Thousandths of a kilogram, exact and more than nothing; empty is none.
fn kilograms(input: &Input, field: &str, problems: &mut Problems) -> Option<i64> {
    let typed = input.get(field);
    if typed.is_empty() {
        return None;
    }
    match Quantity::read(typed, "", problems.lang().comma()).or_else(|fault| match fault {
        Fault::NoUnit => Quantity::read(typed, "KGM", problems.lang().comma()),
        fault => Err(fault),
    }) {
        Ok(quantity) if quantity.unit().base().code() != "KGM" => problems.add(field, "error-not-kilograms"),
        Ok(quantity) if quantity.qualifier() != Qualifier::Exact => problems.add(field, "error-not-exact"),
        Ok(quantity) if quantity.milli() == 0 => problems.add(field, "error-zero"),
        Ok(quantity) => return Some(quantity.milli()),
        Err(fault) => problems.figure(field, field, typed, fault),
    }
    None
}

/// Thousandths of a kilogram as one may type them.
fn typed_kilograms(milli: Option<i64>) -> String {
    let quantity = milli.zip(Unit::from_code("KGM")).and_then(|(m, kg)| Quantity::new(Qualifier::Exact, m, kg));
    quantity.map(Quantity::amount).unwrap_or_default()
}

/// An item as its form shows it.
pub fn fields(it: &Item) -> Input {
    let mut f = Input::default();
    for (language, name) in it.main_names() {
        f.set(name_field(language), name);
    }
    f.set_some("other_names", &it.other_names);
    f.set("category", it.category.code());
    f.set_some("unit", it.unit.map_or("", Unit::code));
    f.set_some("package", it.package.map_or("", Unit::code));
    f.set_some("kg_per_unit", typed_kilograms(it.kg_per_unit));
    f.set_some("density", typed_kilograms(it.density));
    f.set_some("figure_source", &it.figure_source);
    f.set_some("hs", &it.hs);
    for flag in &it.flags {
        f.set(flag_field(*flag), "1");
    }
    f.set_some("notes", &it.notes);
    f
}

/// The form to edit it.
pub fn input(it: &Item) -> Input {
    fields(it).with("id", it.id.to_string()).with("version", it.version.to_string())
}

/// The field in which an item has this folded name.
pub fn field_of(it: &Item, folded: &str) -> String {
    let main = it.main_names().find(|(_, name)| bare(name) == folded);
    main.map_or("other_names".into(), |(language, _)| name_field(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(input: Input) -> Vec<(String, &'static str)> {
        let wrong = check(&input, Lang::english()).expect_err("it is wrong");
        wrong.iter().map(|p| (p.field.clone(), p.key)).collect()
    }

    fn oil() -> Input {
        blank().with("name.en", "Sunflower oil").with("category", "oil").with("unit", "LTR")
    }

    #[test]
    fn a_form_says_what_it_shows() {
        let typed = oil()
            .with("name.ru", "Подсолнечное масло")
            .with("other_names", "sunflower OIL\nподсолнечка")
            .with("package", "XCT")
            .with("density", "0.92")
            .with("kg_per_unit", "920 g")
            .with("figure_source", "certificate")
            .with("hs", "1512.19")
            .with("flag.dangerous", "1");
        let it = check(&typed, Lang::english()).unwrap();
        assert_eq!((it.density, it.kg_per_unit, it.hs.as_str()), (Some(920), Some(920), "151219"));
        assert_eq!((it.other_names.as_str(), it.flags.as_slice()), ("подсолнечка", &[Flag::Dangerous][..]));
        assert_eq!(check(&input(&it), Lang::english()).unwrap(), it);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let wrong = |field: &str, value: &str| keys(oil().with(field, value));
        assert_eq!(keys(blank()), [("name.en".into(), "error-name-empty"), ("category".into(), "error-choose")]);
        assert_eq!(wrong("unit", "parsec"), [("unit".into(), "error-choose")]);
        assert_eq!(wrong("package", "TNE"), [("package".into(), "error-choose")]);
        assert_eq!(wrong("hs", "12"), [("hs".into(), "error-hs")]);
        assert_eq!(wrong("density", "0.92"), [("figure_source".into(), "error-figure-source")]);
        assert_eq!(wrong("density", "0"), [("density".into(), "error-zero")]);
        assert_eq!(wrong("density", "~0.92"), [("density".into(), "error-not-exact")]);
        assert_eq!(wrong("density", "2 l"), [("density".into(), "error-not-kilograms")]);
        assert_eq!(wrong("kg_per_unit", "0.0001"), [("kg_per_unit".into(), "error-too-fine")]);
        assert_eq!(wrong("kg_per_unit", "much"), [("kg_per_unit".into(), "error-not-a-number")]);
    }
}
