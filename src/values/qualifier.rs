//! How sure an amount is, and the signs and words people put before or after a number to say so.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::values::fold::fold;

/// How an amount was stated (design §9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// The amount itself.
    Exact,
    /// An approximation.
    About,
    /// A lower bound.
    AtLeast,
    /// An upper bound.
    AtMost,
    /// Someone said that the amount is not stated; never zero.
    NotStated,
}

impl Qualifier {
    /// Every qualifier, the surest first.
    pub const ALL: [Qualifier; 5] = [Self::Exact, Self::About, Self::AtLeast, Self::AtMost, Self::NotStated];

    /// The code kept in records: `exact`, `about`, `at_least`, `at_most`, `not_stated`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::NotStated => "not_stated",
        }
    }

    /// The qualifier with exactly this code; `None` when there is none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|qualifier| qualifier.code() == code)
    }

    /// The qualifier that words standing alone mean: its code, "more than", "nearly", "not stated". `None` for any others.
    pub fn read(text: &str) -> Option<Self> {
        let said = || (Self::not_stated(text) == Some("")).then_some(Self::NotStated);
        Self::from_code(text.trim()).or_else(said).or_else(|| Self::before(text).filter(|_| !text.trim().is_empty()))
    }

    /// The sign of a canonical amount: nothing, `~`, `>=`, `<=`, `?`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::About => "~",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::NotStated => "?",
        }
    }

    /// What stands before a number: a sign, a word, or nothing.
    pub(super) fn before(text: &str) -> Option<Self> {
        BEFORE.get(fold(text).trim_end_matches(['.', ':', ' '])).copied()
    }

    /// Takes what stands after a number or its unit (`4000+`, `5 т астам`) from the text that follows the number; gives the text left.
    pub(super) fn after(text: &str) -> (&str, Self) {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix('+').or_else(|| text.strip_suffix('+')) {
            return (rest.trim(), Self::AtLeast);
        }
        for at in word_edges(text) {
            if let Some(qualifier) = AFTER.get(&fold(&text[at..])) {
                return (text[..at].trim_end(), *qualifier);
            }
        }
        (text, Self::Exact)
    }

    /// Takes "not stated" from the start of `text`; gives the unit text that follows. `None` when the text says something else.
    pub(super) fn not_stated(text: &str) -> Option<&str> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix(['?', '؟']) {
            return Some(rest.trim());
        }
        word_edges(text).chain([text.len()]).find_map(|at| {
            let (word, rest) = text.split_at(at);
            NOT_STATED.iter().any(|known| fold(known) == fold(word).trim_end_matches('.')).then(|| rest.trim())
        })
    }
}

/// Where the words of `text` start.
fn word_edges(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = before.is_whitespace() && !c.is_whitespace();
        before = c;
        starts.then_some(at)
    })
}

static BEFORE: LazyLock<HashMap<String, Qualifier>> = LazyLock::new(|| {
    let words = [
        (Qualifier::Exact, EXACT_BEFORE),
        (Qualifier::About, ABOUT_BEFORE),
        (Qualifier::AtLeast, AT_LEAST_BEFORE),
        (Qualifier::AtMost, AT_MOST_BEFORE),
    ];
    words.into_iter().flat_map(|(qualifier, words)| words.iter().map(move |word| (fold(word), qualifier))).collect()
});

static AFTER: LazyLock<HashMap<String, Qualifier>> = LazyLock::new(|| {
    let words =
        [(Qualifier::About, ABOUT_AFTER), (Qualifier::AtLeast, AT_LEAST_AFTER), (Qualifier::AtMost, AT_MOST_AFTER)];
    words.into_iter().flat_map(|(qualifier, words)| words.iter().map(move |word| (fold(word), qualifier))).collect()
});

const EXACT_BEFORE: &[&str] = &["", "=", "+"];

#[rustfmt::skip]
const ABOUT_BEFORE: &[&str] = &[
    "~", "≈", "∼", "≃", "±", "about", "approx", "approximately", "circa", "ca", "c", "nearly", "almost", "around", "some", "roughly",
    "около", "примерно", "порядка", "почти", "приблизительно", "ок", "прим", "шамамен", "жуық", "тақрибан", "تقریبا", "تقریباً", "حدود", "در حدود", "حدودا",
    "شاوخوا", "نږدې", "تخمینا",
];

#[rustfmt::skip]
const AT_LEAST_BEFORE: &[&str] = &[
    ">", "≥", ">=", "=>", "at least", "more than", "over", "above", "not less than", "no less than", "minimum", "min",
    "более", "более чем", "свыше", "больше", "больше чем", "не менее", "не меньше", "как минимум", "минимум", "мин", "кемінде", "астам",
    "بیش از", "بیشتر از", "زیادتر از", "حداقل", "کم از کم", "دست کم", "لږ تر لږه", "زیات له", "تر زیات", "له زیات",
];

#[rustfmt::skip]
const AT_MOST_BEFORE: &[&str] = &[
    "<", "≤", "<=", "=<", "up to", "at most", "not more than", "no more than", "less than", "under", "maximum", "max",
    "до", "не более", "не больше", "менее", "меньше", "максимум", "макс", "дейін", "көп дегенде", "تا", "حداکثر", "کمتر از", "تر",
];

const ABOUT_AFTER: &[&str] = &["approx", "approx.", "or so", "жуық", "шамасында", "примерно", "تقریبا"];

const AT_LEAST_AFTER: &[&str] = &["or more", "и более", "или более", "астам", "و بیشتر", "یا بیشتر"];

const AT_MOST_AFTER: &[&str] = &["or less", "и менее", "или менее", "дейін", "یا کمتر"];

#[rustfmt::skip]
const NOT_STATED: &[&str] = &[
    "not stated", "not_stated", "unknown", "n/a", "не указано", "не указана", "не указан", "неизвестно", "белгісіз", "көрсетілмеген",
    "نامعلوم", "نامعلومه", "ذکر نشده", "نه دی ښودل شوی",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        for qualifier in Qualifier::ALL {
            assert_eq!(Qualifier::from_code(qualifier.code()), Some(qualifier));
        }
        assert_eq!(Qualifier::from_code("About"), None);
    }

    #[test]
    fn no_word_says_two_things() {
        let lists = [EXACT_BEFORE, ABOUT_BEFORE, AT_LEAST_BEFORE, AT_MOST_BEFORE];
        let mut seen = HashMap::new();
        for (list, words) in lists.iter().enumerate() {
            for word in *words {
                assert!(*seen.entry(fold(word)).or_insert(list) == list, "{word}");
            }
        }
    }

    #[test]
    fn before_and_after() {
        assert_eq!(Qualifier::before(" Approx. "), Some(Qualifier::About));
        assert_eq!(Qualifier::before("لږ تر لږه"), Some(Qualifier::AtLeast));
        assert_eq!(Qualifier::before("between"), None);
        assert_eq!(Qualifier::after("тоннадан астам"), ("тоннадан", Qualifier::AtLeast));
        assert_eq!(Qualifier::after("kg"), ("kg", Qualifier::Exact));
        assert_eq!(Qualifier::not_stated("? xbx"), Some("xbx"));
        assert_eq!(Qualifier::not_stated("Не указано XBX"), Some("XBX"));
        assert_eq!(Qualifier::not_stated("unknowns"), None);
    }
}
