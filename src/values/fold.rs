//! Text as it is searched and compared: the same word typed on another keyboard folds to the same letters.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word [`words`] gives, in characters.
pub const LONGEST_WORD: usize = 40;

/// `text` as searched: lower case, compatibility forms unified (NFKC), combining marks off (ё→е, й→и, é→e), Arabic letters as Dari
/// and Pashto write them (ي→ی, ك→ک, ة→ه, أ→ا), tatweel and joiners off, digits Latin, white space single and trimmed. Letters that are not
/// marked forms of others (ә, қ, ұ, ټ, ړ) stay. Folding twice is folding once.
pub fn fold(text: &str) -> String {
    // Of plain letters nothing is left to unify: most texts of most files.
    let letters = if text.is_ascii() { text.to_ascii_lowercase() } else { unified(text) };
    let mut folded = String::with_capacity(letters.len());
    for word in letters.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn unified(text: &str) -> String {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|&c| !is_combining_mark(c) && !is_invisible(c))
        .map(|c| latin_digit(alike(c)))
        .nfc()
        .collect()
}

/// The folded words of `text`: runs of letters and digits, in order, each once, each cut at [`LONGEST_WORD`] characters. A number such as
/// `KZ-AF-2023-04/003` gives its parts.
pub fn words(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect::<String>())
        .filter(|word| seen.insert(word.clone()))
        .collect()
}

/// `text` with Persian, Arabic-Indic and full-width digits written as 0–9 and nothing else changed.
pub fn latin_digits(text: &str) -> String {
    text.chars().map(latin_digit).collect()
}

fn latin_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// Letters that keyboards swap: the Arabic forms become those of Dari and Pashto, the final sigma an ordinary one.
fn alike(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' | '\u{6D5}' | '\u{6C1}' | '\u{6BE}' => 'ه',
        '\u{671}' => 'ا',
        'ς' => 'σ',
        _ => c,
    }
}

/// Characters that change how a line looks, not what it says: tatweel, joiners, soft hyphen, direction marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{640}' | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_word_however_typed() {
        assert_eq!(fold("  МУКА \u{a0} Ёлка\n"), "мука елка");
        assert_eq!(fold("كابُل"), fold("کابل"));
        assert_eq!(fold("أإآؤةى"), "اااوهی");
        assert_eq!(fold("می\u{200c}رود کـــابل"), "میرود کابل");
        assert_eq!(fold("۱۲۳ ٤٥٦ １"), "123 456 1");
        assert_eq!(fold("Қызылорда Әлем Үй"), "қызылорда әлем үи");
        assert_eq!(fold("Crème ﬁne m³"), "creme fine m3");
        assert_eq!(fold("İstanbul ΟΔΟΣ"), "istanbul οδοσ");
    }

    #[test]
    fn words_of_a_number() {
        assert_eq!(words("KZ-AF-2023-04/003"), ["kz", "af", "2023", "04", "003"]);
        assert_eq!(words("мука, Мука; МУКА!"), ["мука"]);
        assert_eq!(words(&"a".repeat(90))[0].len(), 40);
        assert!(words(" - \0 ").is_empty());
    }

    #[test]
    fn only_digits_change() {
        assert_eq!(latin_digits("۶۰٬۰۰۰ Ё"), "60٬000 Ё");
    }

    #[test]
    fn every_character_folds_once() {
        for c in char::MIN..='\u{1FFFF}' {
            let once = fold(&format!("a{c}b"));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn plain_letters_are_folded_as_all_others(text in "[ -~\\t\\n\\x0b\\x1c]{0,40}") {
            let long_way = unified(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(fold(&text), long_way);
        }

        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn words_are_folded_short_and_unlike(text in any::<String>()) {
            let found = words(&text);
            for (index, word) in found.iter().enumerate() {
                prop_assert!(word.chars().count() <= LONGEST_WORD && !found[..index].contains(word));
            }
        }
    }
}
