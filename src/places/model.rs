//! What a place is.

use crate::{
    db::schema::places,
    error::Result,
    history::state_of,
    lang::Lang,
    values::{
        Country, Id,
        fold::latin_digits,
        names::{Name, distinct, script},
        words,
    },
    web::{Cursor, Query},
};
use diesel::prelude::*;

/// A place as kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, serde::Serialize)]
#[diesel(table_name = places, treat_none_as_default_value = false)]
pub struct Place {
    /// Its id.
    pub id: Id,
    /// Its UN/LOCODE, five characters without a space; empty when it has none.
    pub code: String,
    /// The name it is shown by.
    pub name: String,
    /// Other names it is found by, one a line.
    pub other_names: String,
    /// Its country, ISO 3166-1 alpha-2; empty when not stated.
    pub country: String,
    /// What is there, as UN/LOCODE writes it: see [`Function`].
    pub function: String,
    /// Degrees north, a decimal; empty when not stated.
    pub latitude: String,
    /// Degrees east, a decimal; empty when not stated.
    pub longitude: String,
    /// Anything else.
    pub notes: String,
    /// The place that is meant instead.
    pub merged_into: Option<Id>,
    /// Counts the edits.
    pub version: i64,
}

impl Place {
    /// The fingerprint of the place as it stands, for the history.
    pub fn state(&self) -> Result<String> {
        state_of(self)
    }

    /// A new one of which only what was typed is known.
    pub fn typed(typed: &Typed<'_>) -> Self {
        let country = typed.country.clone().or(typed.code.get(..2).map(str::to_string)).unwrap_or_default();
        Self {
            id: Id::fresh(),
            code: typed.code.clone(),
            name: typed.name.into(),
            other_names: String::new(),
            country: Country::from_code(&country).map_or("", Country::code).into(),
            function: Function::write(|_| false),
            latitude: String::new(),
            longitude: String::new(),
            notes: String::new(),
            merged_into: None,
            version: 1,
        }
    }

    /// The name to show to readers of a language: the first in their script, else the one it is shown by.
    pub fn name_in(&self, lang: Lang) -> &str {
        let names = std::iter::once(self.name.as_str()).chain(self.other_names.lines());
        let theirs = script(lang.name());
        names.filter(|_| theirs.is_some()).find(|name| script(name) == theirs).unwrap_or(&self.name)
    }

    /// Its name with its code, where it has one: what forms hold, and what tells it from others of its name.
    pub fn label(&self) -> String {
        if self.code.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.code) }
    }

    /// Its name with what tells it from others of its name, even without a code: the country, or `?` where none is stated.
    pub fn full_label(&self) -> String {
        match (self.code.as_str(), self.country.as_str()) {
            ("", "") => format!("{}, ?", self.name),
            ("", country) => format!("{}, {country}", self.name),
            _ => self.label(),
        }
    }

    /// Every name it is found by, the one it is shown by first.
    pub fn names(&self) -> Vec<Name> {
        distinct([self.name.as_str(), &self.code].into_iter().chain(self.other_names.lines()))
    }

    /// Whether both say the same, whatever became of them since.
    pub fn says(&self, other: &Self) -> bool {
        let other = Self { version: self.version, merged_into: self.merged_into, ..other.clone() };
        *self == other
    }
}

/// A place as typed into one field: `Termez`, `Termez (UZTER)`, `Termez, Uzbekistan`, `Galaba, ?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its code; empty without one.
    pub code: String,
    /// Its country's code; empty for a country not stated, none when nothing was said of it.
    pub country: Option<String>,
}

impl<'a> Typed<'a> {
    /// Reads it.
    pub fn read(text: &'a str) -> Self {
        let text = text.trim();
        if let Some((name, code)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
            let code = code_of(code);
            if is_code(&code) && !name.trim().is_empty() {
                return Self { name: name.trim(), code, country: None };
            }
        }
        if let Some((name, country)) = text.rsplit_once([',', '،']) {
            let country = match country.trim() {
                "?" | "؟" => Some(String::new()),
                country => Country::read(country).map(|country| country.code().into()),
            };
            if country.is_some() && !name.trim().is_empty() {
                return Self { name: name.trim(), code: String::new(), country };
            }
        }
        Self { name: text, code: String::new(), country: None }
    }
}

/// A code as kept, however it was spaced and in whatever case.
pub fn code_of(text: &str) -> String {
    text.split_whitespace().collect::<String>().to_uppercase()
}

/// Whether a text is a UN/LOCODE: the country's two letters, then three letters or digits without 0 and 1.
pub fn is_code(text: &str) -> bool {
    let letter = |c: &u8| c.is_ascii_uppercase();
    let (country, rest) = text.as_bytes().split_at(text.len().min(2));
    text.len() == 5 && country.iter().all(letter) && rest.iter().all(|c| letter(c) || (b'2'..=b'9').contains(c))
}

/// Reads degrees: a decimal with a point or a comma, at most `most` either way. `None` when it is not one.
pub fn degrees(text: &str, most: u32) -> Option<String> {
    let text = latin_digits(text.trim()).replace(['\u{2212}', '–'], "-").replace([',', '٫'], ".");
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
    if !digits(whole, 3) || !digits(fraction, 7) {
        return None;
    }
    let beyond = fraction.bytes().any(|c| c != b'0');
    let whole: u32 = whole.parse().ok()?;
    let sign = if text.starts_with('-') { "-" } else { "" };
    let fraction = unsigned.split_once('.').map_or(String::new(), |(_, fraction)| format!(".{fraction}"));
    (whole < most || whole == most && !beyond).then(|| format!("{sign}{whole}{fraction}"))
}

crate::codes! {
    /// What is at a place, in the order of UN/LOCODE's eight positions; of the last, only the border crossing is used.
    Function {
        /// A port.
        Port = "port",
        /// A rail terminal.
        Rail = "rail",
        /// A road terminal.
        Road = "road",
        /// An airport.
        Airport = "airport",
        /// A postal exchange office.
        Post = "post",
        /// An inland clearance depot.
        Depot = "depot",
        /// A fixed transport installation, such as a pipeline's end.
        Fixed = "fixed",
        /// A border crossing.
        Border = "border",
    }
}

impl Function {
    /// What UN/LOCODE writes in the position of each.
    const MARKS: &str = "1234567B";

    /// The functions in a text as UN/LOCODE writes it: `-23----B`.
    pub fn read(text: &str) -> Vec<Self> {
        Self::ALL.iter().zip(Self::MARKS.chars()).filter(|(_, mark)| text.contains(*mark)).map(|(f, _)| *f).collect()
    }

    /// That text, of the functions that are there.
    pub fn write(there: impl Fn(Self) -> bool) -> String {
        Self::ALL.iter().zip(Self::MARKS.chars()).map(|(f, mark)| if there(*f) { mark } else { '-' }).collect()
    }
}

/// How many rows a page holds, where nobody says.
const PAGE: usize = 50;

/// What a list of places is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Each begins a word of one of its names.
    pub words: Vec<String>,
    /// The country they are in; empty for any.
    pub country: String,
    /// The last row of the page before.
    pub after: Option<Cursor>,
    /// How many rows a page holds.
    pub rows: usize,
}

impl Search {
    /// Reads it from an address.
    pub fn of(query: &Query) -> Self {
        Self {
            words: words(query.get("q")),
            country: query.get("country").into(),
            after: Cursor::read(query.get("after")),
            rows: PAGE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_from_others_by_code_or_country() {
        let typed = |text| {
            let Typed { name, code, country } = Typed::read(text);
            (name.to_string(), code, country)
        };
        assert_eq!(typed(" Termez "), ("Termez".into(), "".into(), None));
        assert_eq!(typed("Termez (uz ter)"), ("Termez".into(), "UZTER".into(), None));
        assert_eq!(typed("Termez, Uzbekistan"), ("Termez".into(), "".into(), Some("UZ".into())));
        assert_eq!(typed("ترمذ، ازبکستان"), ("ترمذ".into(), "".into(), Some("UZ".into())));
        assert_eq!(typed("Galaba, ?"), ("Galaba".into(), "".into(), Some("".into())));
        for whole in ["Astana (Khorezm)", "Gate 4, Camp B", "(UZTER)", ", Uzbekistan"] {
            assert_eq!(typed(whole), (whole.into(), "".into(), None), "{whole}");
        }
    }

    #[test]
    fn a_label_leads_back() {
        let mut place = Place::typed(&Typed::read("Termez (UZTER)"));
        assert_eq!((place.label().as_str(), place.country.as_str()), ("Termez (UZTER)", "UZ"));
        place.code.clear();
        assert_eq!((place.label().as_str(), place.full_label().as_str()), ("Termez", "Termez, UZ"));
        place.country.clear();
        assert_eq!(Typed::read(&place.full_label()).country, Some(String::new()));
    }

    #[test]
    fn codes_are_un_locodes() {
        assert!(is_code("UZTER") && is_code("KZ2A9"));
        for bad in ["", "UZ", "UZTE", "UZTERM", "uzter", "U2TER", "UZTE1", "UZTE0", "УЗТЕР", "UZ TE"] {
            assert!(!is_code(bad), "{bad}");
        }
    }

    #[test]
    fn degrees_are_decimals_within_bounds() {
        for (typed, kept) in [
            ("37.2167", "37.2167"),
            ("37,2167", "37.2167"),
            ("-90", "-90"),
            ("90.0", "90.0"),
            ("−0.5", "-0.5"),
            ("۳۷٫۲", "37.2"),
        ] {
            assert_eq!(degrees(typed, 90).as_deref(), Some(kept), "{typed}");
        }
        for bad in ["", "90.1", "91", "37°", "37.", ".5", "1.12345678", "north", "--1", "1.2.3"] {
            assert_eq!(degrees(bad, 90), None, "{bad}");
        }
    }

    #[test]
    fn functions_are_written_as_they_are_read() {
        for text in ["-23----B", "--------", "12345678B"] {
            let there = Function::read(text);
            assert_eq!(Function::read(&Function::write(|f| there.contains(&f))), there);
        }
        assert_eq!(Function::write(|f| matches!(f, Function::Rail | Function::Border)), "-2-----B");
    }
}
