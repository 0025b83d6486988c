//! A number as people write it: signs and words around it, groups, and the comma that two readers read two ways (design §9.1).

use crate::values::fold::{fold, is_invisible, latin_digits};

/// What a comma with exactly three digits after it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comma {
    /// It groups, as in English: 5,403 is five thousand four hundred and three.
    Groups,
    /// It may group or be the decimal sign; the person is asked.
    Ambiguous,
}

/// Why an amount was not read. Says what is wrong, not the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// The text is not one number with, at most, a qualifier and a unit.
    NotANumber,
    /// The amount is below zero.
    Negative,
    /// The amount is larger than the largest that is kept.
    TooLarge,
    /// The amount has decimals finer than those kept: 0.001 of the base unit, one minor unit of money, one package.
    TooFine,
    /// No unit (or currency) stands in either field.
    NoUnit,
    /// This text, as typed and at most 40 characters of it, names no unit (or currency).
    UnknownUnit(String),
    /// Packages were asked for, and this is a mass or a volume.
    NotAPackage,
    /// A comma with three digits after it has two readings. Each is the whole text, rewritten so that it has only that reading in any
    /// language: ready to be put back into the field.
    Ambiguous {
        /// The comma groups.
        grouped: String,
        /// The comma is the decimal sign.
        decimal: String,
    },
    /// Two units that cannot be added ("3 t 5 l"), or another unit in the amount than in the unit field.
    Mixed,
}

impl Fault {
    /// The fault of a text that should name a unit and does not: an unknown unit when it could be one, else not a number at all.
    pub(super) fn no_such_unit(text: &str) -> Fault {
        let wordlike = |c: char| c.is_alphanumeric() || c.is_whitespace() || is_invisible(c) || ".-/'’()".contains(c);
        let marks_off = fold(text);
        if marks_off.chars().any(char::is_alphabetic) && marks_off.chars().all(wordlike) {
            Fault::UnknownUnit(text.trim().chars().take(40).collect())
        } else {
            Fault::NotANumber
        }
    }
}

/// A typed text split at its numbers: what stands before the first, and each number with the text after it.
pub(super) struct Written {
    pub(super) before: String,
    pub(super) parts: Vec<Part>,
}

/// One number of a [`Written`] and the text up to the next.
pub(super) struct Part {
    pub(super) number: String,
    pub(super) after: String,
}

/// The longest text that is read as an amount, in bytes; a longer one is not a number, whatever it holds.
const LONGEST: usize = 400;

/// `text` with digits Latin, direction marks off and trimmed; otherwise as typed. The zero-width non-joiner stays, as part of Persian words.
pub(super) fn clean(text: &str) -> String {
    let text: String = latin_digits(text).chars().filter(|&c| c == '\u{200C}' || !is_invisible(c)).collect();
    text.trim().to_owned()
}

/// Cleaned text, unless it is empty or longer than any amount.
pub(super) fn clean_amount(text: &str) -> Result<String, Fault> {
    let text = clean(text);
    if text.is_empty() {
        Err(Fault::Empty)
    } else if text.len() > LONGEST {
        Err(Fault::NotANumber)
    } else {
        Ok(text)
    }
}

/// Splits cleaned text at its numbers. `is_word` says that letters with digits behind them are one word ("m3", "E27"). `None` without a number.
pub(super) fn split(text: &str, is_word: impl Fn(&str) -> bool) -> Option<Written> {
    let chars: Vec<char> = text.chars().collect();
    let mut written = Written { before: String::new(), parts: Vec::new() };
    let mut at = 0;
    while at < chars.len() {
        let mut end = at + 1;
        if starts_number(&chars, at) {
            if let Some(word_end) = end_of_word(&chars, at, &is_word) {
                end = word_end;
            } else {
                end = end_of_number(&chars, at);
                written.parts.push(Part { number: chars[at..end].iter().collect(), after: String::new() });
                at = end;
                continue;
            }
        }
        let text = written.parts.last_mut().map_or(&mut written.before, |part| &mut part.after);
        text.extend(&chars[at..end]);
        at = end;
    }
    (!written.parts.is_empty()).then_some(written)
}

fn starts_number(chars: &[char], at: usize) -> bool {
    let digit_follows = chars.get(at + 1).is_some_and(char::is_ascii_digit);
    let stands_free = at == 0 || !(chars[at - 1].is_alphanumeric() || is_point(chars[at - 1]));
    chars[at].is_ascii_digit() || (is_point(chars[at]) && digit_follows && stands_free)
}

/// The end of the word of letters and digits whose first digit is at `at`, if it is such a word.
fn end_of_word(chars: &[char], at: usize, is_word: impl Fn(&str) -> bool) -> Option<usize> {
    let start = at - chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
    let end = at + chars[at..].iter().take_while(|c| c.is_alphanumeric()).count();
    let word: String = chars[start..end].iter().collect();
    (start < at && is_word(&word)).then_some(end)
}

fn end_of_number(chars: &[char], start: usize) -> usize {
    let mut end = start;
    loop {
        let spaces = chars[end..].iter().take_while(|c| c.is_whitespace()).count();
        let joins = usize::from(spaces == 0 && chars.get(end).is_some_and(|&c| is_point(c) || is_apostrophe(c)));
        let next = end + spaces + joins;
        if !chars.get(next).is_some_and(char::is_ascii_digit) {
            return end;
        }
        end = next + 1;
    }
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | '\u{66B}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '\u{66C}')
}

/// An exact decimal number: `digits` / 10^`scale`, without trailing zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: i128,
    scale: u32,
}

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    One(Decimal),
    Either { grouped: Decimal, decimal: Decimal },
}

impl Reading {
    pub(super) fn grouped(self) -> Decimal {
        match self {
            Reading::One(value) | Reading::Either { grouped: value, .. } => value,
        }
    }

    pub(super) fn decimal(self) -> Decimal {
        match self {
            Reading::One(value) | Reading::Either { decimal: value, .. } => value,
        }
    }

    pub(super) fn is_ambiguous(self) -> bool {
        matches!(self, Reading::Either { .. })
    }
}

impl Decimal {
    /// More digits than any amount that is kept has: before the point, and behind it.
    const MOST: (usize, usize) = (18, 9);

    fn new(whole: &str, fraction: &str) -> Result<Decimal, Fault> {
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() > Self::MOST.0 {
            return Err(Fault::TooLarge);
        }
        if fraction.len() > Self::MOST.1 {
            return Err(Fault::TooFine);
        }
        let digits = whole.bytes().chain(fraction.bytes()).fold(0, |sum, digit| sum * 10 + i128::from(digit - b'0'));
        Ok(Decimal { digits, scale: fraction.len() as u32 })
    }

    /// The number in units of 1/`factor`, at most `max`, or why not.
    pub(super) fn scaled(self, factor: i64, max: i64) -> Result<i64, Fault> {
        let (times, over) = (self.digits * i128::from(factor), 10_i128.pow(self.scale));
        if times / over > i128::from(max) {
            Err(Fault::TooLarge)
        } else if times % over != 0 {
            Err(Fault::TooFine)
        } else {
            i64::try_from(times / over).map_err(|_| Fault::TooLarge)
        }
    }

    /// The number with a decimal point and no groups.
    pub(super) fn text(self) -> String {
        let over = 10_i128.pow(self.scale);
        point(self.digits / over, self.digits % over, self.scale as usize)
    }
}

/// `value` / `factor` (a power of ten) with a decimal point, no groups and no trailing zeros.
pub(super) fn shortest(value: i64, factor: i64) -> String {
    let text = point((value / factor).into(), (value % factor).into(), factor.ilog10() as usize);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number from its whole part and its `decimals` decimals.
pub(super) fn point(whole: i128, fraction: i128, decimals: usize) -> String {
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{fraction:0decimals$}") }
}

/// Reads one number: digits, groups and a decimal sign.
pub(super) fn read(number: &str, comma: Comma) -> Result<Reading, Fault> {
    let number = one_sign_each(number);
    match number.split('.').collect::<Vec<_>>().as_slice() {
        [whole] => read_commas(whole, comma),
        [whole, fraction] if is_digits(fraction) => Decimal::new(&ungroup(whole)?, fraction).map(Reading::One),
        _ => Err(Fault::NotANumber),
    }
}

/// The number with one sign for each purpose: point, comma, space, apostrophe.
fn one_sign_each(number: &str) -> String {
    let mut out = String::with_capacity(number.len());
    for c in number.chars() {
        match c {
            '\u{66B}' => out.push('.'),
            '،' => out.push(','),
            c if is_apostrophe(c) => out.push('\''),
            c if c.is_whitespace() && out.ends_with(' ') => {}
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn read_commas(number: &str, comma: Comma) -> Result<Reading, Fault> {
    let Some((whole, rest)) = number.split_once(',').filter(|(_, rest)| !rest.contains(',')) else {
        return Decimal::new(&ungroup(number)?, "").map(Reading::One);
    };
    if !is_digits(rest) {
        return Err(Fault::NotANumber);
    }
    let may_group = rest.len() == 3 && (1..=3).contains(&whole.len()) && is_digits(whole) && !whole.starts_with('0');
    if !may_group {
        if comma == Comma::Groups && rest.len() == 3 && !is_digits(whole) && !whole.is_empty() {
            return Err(Fault::NotANumber); // "5 403,500": two signs that both group
        }
        return Decimal::new(&ungroup(whole)?, rest).map(Reading::One);
    }
    let grouped = Decimal::new(&format!("{whole}{rest}"), "")?;
    Ok(match comma {
        Comma::Groups => Reading::One(grouped),
        Comma::Ambiguous => Reading::Either { grouped, decimal: Decimal::new(whole, rest)? },
    })
}

/// The digits of a whole number that may be grouped in threes by one sign.
fn ungroup(number: &str) -> Result<String, Fault> {
    let Some(sign) = number.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok(number.to_owned());
    };
    let mut groups = number.split(sign);
    let first = groups.next().unwrap_or_default();
    let sane = (1..=3).contains(&first.len())
        && is_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group));
    if sane { Ok(number.replace(sign, "")) } else { Err(Fault::NotANumber) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(number: &str, comma: Comma) -> String {
        match read(number, comma) {
            Ok(Reading::One(value)) => value.text(),
            Ok(Reading::Either { grouped, decimal }) => format!("{} or {}", grouped.text(), decimal.text()),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn numbers_with_one_reading() {
        for (typed, expected) in [
            ("0", "0"),
            ("007", "7"),
            ("272.728", "272.728"),
            ("60 000", "60000"),
            ("60\u{a0}000", "60000"),
            ("60\u{202f}000", "60000"),
            ("60\u{2009}000", "60000"),
            ("1'234’567", "1234567"),
            ("1٬234٫5", "1234.5"),
            ("1,234,567", "1234567"),
            ("1,234.5", "1234.5"),
            ("3,5", "3.5"),
            ("0,125", "0.125"),
            ("12,3456", "12.3456"),
            ("1234,567", "1234.567"),
            ("5 403,5", "5403.5"),
            (".5", "0.5"),
            (",5", "0.5"),
            ("2.50", "2.5"),
            ("60  000", "60000"),
            ("012,345", "12.345"),
            ("5،5", "5.5"),
        ] {
            assert_eq!(value(typed, Comma::Groups), expected, "{typed}");
            assert_eq!(value(typed, Comma::Ambiguous), expected, "{typed}");
        }
    }

    #[test]
    fn numbers_with_none() {
        for typed in [
            "1.234,5",
            "1.234.567",
            "6 00 00",
            "1 234'567",
            "1,23,456",
            "0 500",
            "1,234 567",
            "1.000 5",
            "12 34",
            "1'2",
        ] {
            assert_eq!(value(typed, Comma::Groups), "NotANumber", "{typed}");
            assert_eq!(value(typed, Comma::Ambiguous), "NotANumber", "{typed}");
        }
        assert_eq!(value("1234567890123456789", Comma::Groups), "TooLarge");
        assert_eq!(value("0.0000000001", Comma::Groups), "TooFine");
    }

    #[test]
    fn the_comma_with_two() {
        assert_eq!(value("272,728", Comma::Ambiguous), "272728 or 272.728");
        assert_eq!(value("272,728", Comma::Groups), "272728");
        assert_eq!(value("5،400", Comma::Ambiguous), "5400 or 5.4");
        assert_eq!(value("5 403,500", Comma::Ambiguous), "5403.5");
        assert_eq!(value("5 403,500", Comma::Groups), "NotANumber");
    }

    #[test]
    fn text_splits_at_numbers_and_not_inside_words() {
        let written = split("about 272 t728kg 5 m3, H87", |word| word == "m3" || word == "H87").map(|written| {
            let parts: Vec<_> = written.parts.into_iter().map(|part| (part.number, part.after)).collect();
            (written.before, parts)
        });
        let part = |number: &str, after: &str| (number.to_owned(), after.to_owned());
        assert_eq!(
            written,
            Some(("about ".to_owned(), vec![part("272", " t"), part("728", "kg "), part("5", " m3, H87")]))
        );
        assert!(split("nothing", |_| false).is_none());
    }
}
