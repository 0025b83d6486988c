//! Countries: ISO 3166-1, with their names in five languages (`data/countries.csv`, from Unicode CLDR).

use super::names::bare;
use std::{collections::HashMap, fmt, sync::LazyLock};

/// A country, kept as its two-letter code.
#[derive(Clone, Copy)]
pub struct Country(&'static Row);

#[derive(serde::Deserialize)]
struct Row {
    alpha2: String,
    alpha3: String,
    name_en: String,
    name_ru: String,
    name_kk: String,
    name_fa: String,
    name_ps: String,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let data = include_bytes!("../../data/countries.csv");
    csv::Reader::from_reader(&data[..]).into_deserialize().filter_map(Result::ok).collect()
});

/// Every folded code and name, to the country it means; a code counts before a name.
static TYPED: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let mut typed = HashMap::new();
    for row in ROWS.iter() {
        for name in [&row.name_en, &row.name_ru, &row.name_kk, &row.name_fa, &row.name_ps] {
            typed.insert(bare(name), Country(row));
        }
    }
    for row in ROWS.iter() {
        for code in [&row.alpha2, &row.alpha3] {
            typed.insert(bare(code), Country(row));
        }
    }
    typed
});

impl Country {
    /// Every country, in order of code.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(Self)
    }

    /// The country with exactly this two-letter code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|country| country.code() == code)
    }

    /// The country a person means: its two- or three-letter code, or its name in English, Russian, Kazakh, Dari or Pashto.
    pub fn read(text: &str) -> Option<Self> {
        TYPED.get(&bare(text)).copied()
    }

    /// The name of the country with this code, in the language with that one; nothing for no country.
    pub fn name_of(code: &str, lang: &str) -> &'static str {
        Self::from_code(code).map_or("", |country| country.name(lang))
    }

    /// Its ISO 3166-1 alpha-2 code.
    pub fn code(self) -> &'static str {
        &self.0.alpha2
    }

    /// Its name in the language with this code (`fa` and `fa-AF` are one here); English in any other.
    pub fn name(self, lang: &str) -> &'static str {
        match lang.split('-').next() {
            Some("ru") => &self.0.name_ru,
            Some("kk") => &self.0.name_kk,
            Some("fa") => &self.0.name_fa,
            Some("ps") => &self.0.name_ps,
            _ => &self.0.name_en,
        }
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Country {}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_list_is_read_and_every_name_leads_back() {
        let data = include_str!("../../data/countries.csv");
        assert_eq!(Country::all().count(), data.lines().count() - 1);
        for country in Country::all() {
            assert_eq!(Country::from_code(country.code()), Some(country));
            assert_eq!(Country::read(&country.0.alpha3), Some(country));
            for lang in ["en", "ru", "kk", "fa-AF", "ps"] {
                let name = country.name(lang);
                assert_eq!(Country::read(name), Some(country), "{lang} {name}");
            }
        }
    }

    #[test]
    fn what_people_type() {
        for (typed, code) in [
            ("kz", "KZ"),
            ("KAZ", "KZ"),
            ("Казахстан", "KZ"),
            ("قزاقستان", "KZ"),
            ("afghanistan ", "AF"),
            ("Turkiye", "TR"),
        ] {
            assert_eq!(Country::read(typed).map(Country::code), Some(code), "{typed}");
        }
        assert_eq!(Country::read(""), None);
        assert_eq!(Country::read("Atlantis"), None);
    }
}
