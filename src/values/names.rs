//! The names a record is known by: kept as written, found by their bare folded words.

use super::fold;
use std::collections::{BTreeSet, HashSet};

/// The longest name the house takes, in characters.
pub const LONGEST_NAME: usize = 200;

/// A name with the words it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The folded words, one space between: "Mazar-e Sharif" and "mazar e sharif" are one name.
    pub folded: String,
    /// As written.
    pub name: String,
}

/// The folded words of a name, one space between; of a name without letters and digits, its folded signs.
pub fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let bare = words.collect::<Vec<_>>().join(" ");
    if bare.is_empty() { folded } else { bare }
}

/// The names among these texts, in order; of those that read alike the first is kept.
pub fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Name> {
    let mut seen = HashSet::new();
    texts
        .into_iter()
        .map(|text| Name { folded: bare(text), name: text.trim().to_string() })
        .filter(|name| !name.folded.is_empty() && seen.insert(name.folded.clone()))
        .collect()
}

/// A record's other names, typed one a line, without repetitions of each other or of its `main` names.
pub fn others<'a>(main: impl IntoIterator<Item = &'a str>, typed: &str) -> String {
    let main: HashSet<String> = main.into_iter().map(bare).collect();
    let others = distinct(typed.lines()).into_iter().filter(|name| !main.contains(&name.folded));
    others.map(|name| name.name).collect::<Vec<_>>().join("\n")
}

/// The words by which these names are found besides their beginnings: their later ones, each once.
pub fn later_words(names: &[Name]) -> BTreeSet<&str> {
    names.iter().flat_map(|name| name.folded.split(' ').skip(1)).collect()
}

/// A row of the names a record is found by: the folded text, whether it is a whole name, and the name as written (empty for a
/// later word).
pub type NameRow = (String, bool, String);

/// The rows under which a record with these names is found.
pub fn rows(names: &[Name]) -> Vec<NameRow> {
    let wholes = names.iter().map(|n| (n.folded.clone(), true, n.name.clone()));
    wholes.chain(later_words(names).into_iter().map(|word| (word.to_string(), false, String::new()))).collect()
}

/// The records whose rows of names are not those they should have, or are nobody's.
pub fn misnamed<K: Ord + Clone>(should: impl IntoIterator<Item = (K, NameRow)>, are: Vec<(K, NameRow)>) -> BTreeSet<K> {
    let (should, are): (BTreeSet<_>, BTreeSet<_>) = (should.into_iter().collect(), are.into_iter().collect());
    should.symmetric_difference(&are).map(|(id, _)| id.clone()).collect()
}

/// From where to where (that one excluded) in order of characters everything lies that starts with `word`.
pub fn beginning(word: &str) -> (String, String) {
    let word: String = fold(word).chars().filter(|c| c.is_alphanumeric()).collect();
    // Unicode's last character comes after every other.
    let end = format!("{word}\u{10ffff}");
    (word, end)
}

/// Latin, Cyrillic, Arabic or another script, by the first letter.
pub fn script(text: &str) -> Option<u8> {
    text.chars().find(|c| c.is_alphabetic()).map(|c| match c {
        '\0'..='\u{24f}' => 0,
        '\u{400}'..='\u{52f}' => 1,
        '\u{600}'..='\u{6ff}' => 2,
        _ => 3,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_read_alike_are_one() {
        let names = distinct(["Mazar-e Sharif", " mazar e sharif ", "", "–", "Мазари-Шариф"]);
        assert_eq!(
            names.iter().map(|n| n.folded.as_str()).collect::<Vec<_>>(),
            ["mazar e sharif", "–", "мазари шариф"]
        );
        assert_eq!(names[0].name, "Mazar-e Sharif");
    }

    #[test]
    fn other_names_repeat_nothing() {
        assert_eq!(others(["Flour"], "flour\nмука\n\n Мука \nآرد"), "мука\nآرد");
    }

    #[test]
    fn what_begins_so_lies_between() {
        let (from, to) = beginning("Мук%_");
        assert_eq!(from, "мук");
        assert!(["мук", "мука", "мук\u{1f33e}"].iter().all(|name| from.as_str() <= *name && *name < to.as_str()));
        assert!(["мул", "му"].iter().all(|name| *name < from.as_str() || to.as_str() <= *name));
    }

    #[test]
    fn a_name_is_found_by_its_later_words() {
        let names = distinct(["Red Crescent Society of Kazakhstan", "Kazakh Society"]);
        assert_eq!(later_words(&names).into_iter().collect::<Vec<_>>(), ["crescent", "kazakhstan", "of", "society"]);
    }
}
