//! A place as typed, and what it means.

use super::model::{Function, Place, code_of, degrees, is_code};
use crate::{
    error::Result,
    lang::Lang,
    values::{Country, Id, names::others},
    web::{Input, Problems},
};

/// An empty form.
pub fn blank() -> Input {
    Input::default().with("id", Id::fresh().to_string())
}

/// Reads a place.
pub fn check(input: &Input, lang: Lang) -> Result<Place, Problems> {
    let mut problems = Problems::of(input, lang);
    problems.name("name", input.get("name"));
    problems.names("other_names", input.get("other_names"));
    let code = code_of(input.get("locode"));
    if !code.is_empty() && !is_code(&code) {
        problems.add("locode", "error-locode");
    }
    let country = problems.country("country", input.get("country"));
    let country = country.or_else(|| Country::from_code(code.get(..2)?)).map_or("", Country::code);
    if is_code(&code) && !code.starts_with(country) {
        problems.add("locode", "error-locode-country");
    }
    let (latitude, longitude) = coordinates(input, &mut problems);
    let name = input.get("name");
    problems.or(|| Place {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        other_names: others([name, &code], input.get("other_names")),
        name: name.into(),
        code,
        country: country.into(),
        function: Function::write(|f| input.get(&function_field(f)) == "1"),
        latitude,
        longitude,
        notes: input.get("notes").into(),
        merged_into: None,
        version: input.get("version").parse().unwrap_or(0),
    })
}

/// Both coordinates, or neither.
fn coordinates(input: &Input, problems: &mut Problems) -> (String, String) {
    let fields = [("latitude", 90, "error-latitude"), ("longitude", 180, "error-longitude")];
    let [latitude, longitude] = fields.map(|(field, most, key)| {
        let typed = input.get(field);
        let read = degrees(typed, most);
        if read.is_none() && !typed.is_empty() {
            problems.add(field, key);
        }
        read.unwrap_or_default()
    });
    for (field, other) in [("latitude", "longitude"), ("longitude", "latitude")] {
        if input.get(field).is_empty() && !input.get(other).is_empty() {
            problems.add(field, "error-other-coordinate");
        }
    }
    (latitude, longitude)
}

/// The name of a function's tick box.
pub fn function_field(function: Function) -> String {
    format!("function.{function}")
}

/// A place as its form shows it.
pub fn fields(it: &Place, lang: Lang) -> Input {
    let mut f = Input::default();
    f.set_some("name", &it.name);
    f.set_some("other_names", &it.other_names);
    f.set_some("locode", &it.code);
    f.set_some("country", Country::name_of(&it.country, lang.code()));
    for function in Function::read(&it.function) {
        f.set(function_field(function), "1");
    }
    f.set_some("latitude", &it.latitude);
    f.set_some("longitude", &it.longitude);
    f.set_some("notes", &it.notes);
    f
}

/// The form to edit it.
pub fn input(it: &Place, lang: Lang) -> Input {
    fields(it, lang).with("id", it.id.to_string()).with("version", it.version.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(input: Input) -> Vec<(String, &'static str)> {
        let wrong = check(&input, Lang::english()).expect_err("it is wrong");
        wrong.iter().map(|p| (p.field.clone(), p.key)).collect()
    }

    #[test]
    fn a_form_says_what_it_shows() {
        let typed = blank()
            .with("name", "Termez")
            .with("other_names", "Термез\ntermez\nUZTER")
            .with("locode", "uz ter")
            .with("function.rail", "1")
            .with("latitude", "37,2167")
            .with("longitude", "67.2667");
        let it = check(&typed, Lang::english()).unwrap();
        assert_eq!((it.code.as_str(), it.country.as_str(), it.other_names.as_str()), ("UZTER", "UZ", "Термез"));
        assert_eq!((it.function.as_str(), it.latitude.as_str()), ("-2------", "37.2167"));
        assert_eq!(check(&input(&it, Lang::english()), Lang::english()).unwrap(), it);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        assert_eq!(keys(blank()), [("name".into(), "error-name-empty")]);
        let named = || blank().with("name", "X");
        assert_eq!(keys(named().with("locode", "UZ1")), [("locode".into(), "error-locode")]);
        let typed = named().with("locode", "UZTER").with("country", "kz");
        assert_eq!(keys(typed), [("locode".into(), "error-locode-country")]);
        let typed = named().with("latitude", "97");
        assert_eq!(
            keys(typed),
            [("latitude".into(), "error-latitude"), ("longitude".into(), "error-other-coordinate")]
        );
    }
}
