//! What is wrong with a form, in the reader's words.

use super::{Found, Input};
use crate::{
    lang::Lang,
    values::{Country, Fault, When, WhenFault, names::LONGEST_NAME, when},
};

/// One thing to put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the form; empty when it is about the form as a whole.
    pub field: String,
    /// The key of the message, for programs and tests.
    pub key: &'static str,
    /// The sentence.
    pub text: String,
    /// Answers one press away.
    pub choices: Vec<Choice>,
}

/// A button that answers a problem: pressing it sets a field and sends the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// `field=value`.
    pub set: String,
    /// What the button says.
    pub label: String,
}

/// Everything wrong with a form.
#[derive(Debug, Clone)]
pub struct Problems {
    lang: Lang,
    list: Vec<Problem>,
}

impl Problems {
    /// None yet; messages will be in `lang`.
    pub fn new(lang: Lang) -> Self {
        Self { lang, list: vec![] }
    }

    /// None yet but what no field may hold: characters that are no text, more text than a field takes.
    pub fn of(input: &Input, lang: Lang) -> Self {
        let mut problems = Self::new(lang);
        for field in input.broken() {
            problems.add(field, "error-broken-text");
        }
        for (field, length) in input.too_long() {
            let args = [("length", lang.count(length as i64)), ("most", lang.count(super::MAX_FIELD as i64))];
            problems.add_with(field, "error-too-long", args);
        }
        problems
    }

    /// The language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Adds a problem.
    pub fn add(&mut self, field: &str, key: &'static str) {
        self.add_with(field, key, []);
    }

    /// Adds a problem whose message has variables.
    pub fn add_with<const N: usize>(&mut self, field: &str, key: &'static str, args: [(&str, String); N]) {
        let text = self.lang.say_with(key, args);
        self.list.push(Problem { field: field.into(), key, text, choices: vec![] });
    }

    /// Adds a question whose answers are buttons; each choice is the value the field would take and its label.
    pub fn ask(&mut self, field: &str, key: &'static str, args: &[(&str, String)], choices: Vec<(String, String)>) {
        let text = self.lang.say_with(key, args.iter().cloned());
        let choices =
            choices.into_iter().map(|(value, label)| Choice { set: format!("{field}={value}"), label }).collect();
        self.list.push(Problem { field: field.into(), key, text, choices });
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    /// The first about this field.
    pub fn on(&self, field: &str) -> Option<&Problem> {
        self.list.iter().find(|p| p.field == field)
    }

    /// Takes over another form's problems.
    pub fn extend(&mut self, more: Self) {
        self.list.extend(more.list);
    }

    /// The same problems of fields that stand in a larger form under `prefix`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for problem in self.list.iter_mut().filter(|p| !p.field.is_empty()) {
            problem.field.insert_str(0, prefix);
            for choice in &mut problem.choices {
                choice.set.insert_str(0, prefix);
            }
        }
        self
    }

    /// `Ok(value)` when all is well.
    pub fn or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.list.is_empty() { Ok(value()) } else { Err(self) }
    }

    /// Judges a name: there must be one, with a letter or a digit in it, and not too long.
    pub fn name(&mut self, field: &str, text: &str) {
        if !text.contains(char::is_alphanumeric) {
            self.add(field, "error-name-empty");
        }
        self.names(field, text);
    }

    /// Judges further names, one a line: none may be too long.
    pub fn names(&mut self, field: &str, text: &str) {
        if text.lines().any(|name| name.trim().chars().count() > LONGEST_NAME) && self.on(field).is_none() {
            self.add_with(field, "error-name-too-long", [("most", self.lang.count(LONGEST_NAME as i64))]);
        }
    }

    /// Reads a country field; empty is `None`.
    pub fn country(&mut self, field: &str, text: &str) -> Option<Country> {
        let country = Country::read(text);
        if country.is_none() && !text.is_empty() {
            self.add(field, "error-country");
        }
        country
    }

    /// Says that a typed name means no record, or asks which of several it means.
    pub fn not_one(&mut self, field: &str, typed: &str, found: Found) {
        let typed = ("typed", shortened(typed));
        match found {
            Found::Many(several) => {
                let choices = several.into_iter().map(|(_, label)| (label.clone(), label)).collect();
                self.ask(field, "error-which-record", &[typed], choices);
            }
            _ => self.add_with(field, "error-no-such-record", [typed]),
        }
    }

    /// Reads a date field; empty is `None`.
    pub fn date(&mut self, field: &str, text: &str) -> Option<When> {
        if text.is_empty() {
            return None;
        }
        match When::read(text) {
            Ok(when) => Some(when),
            Err(WhenFault::Empty) => None,
            Err(fault) => {
                self.date_fault(field, text, fault);
                None
            }
        }
    }

    /// Says what is wrong with a date.
    pub fn date_fault(&mut self, field: &str, text: &str, fault: WhenFault) {
        let typed = ("typed", shortened(text));
        match fault {
            WhenFault::NoSuchDay { year, month, last } => {
                let solar = when::HIJRI_YEARS.contains(&year);
                let month =
                    if solar { format!("{year}-{month:02}") } else { self.lang.when(When::Month { year, month }) };
                self.add_with(field, "error-no-such-day", [typed, ("month", month), ("last", last.to_string())]);
            }
            WhenFault::NoSuchMonth => self.add_with(field, "error-no-such-month", [typed]),
            WhenFault::TwoDigitYear => self.add_with(field, "error-two-digit-year", [typed]),
            WhenFault::OutOfRange => self.add_with(field, "error-year-out-of-range", [typed]),
            WhenFault::NotADate | WhenFault::Empty => self.add_with(field, "error-not-a-date", [typed]),
        }
    }

    /// Says what is wrong with a number, a quantity or money; the two readings of a doubtful comma become buttons.
    pub fn figure(&mut self, field: &str, unit_field: &str, typed: &str, fault: Fault) {
        let shown = ("typed", shortened(typed));
        match fault {
            Fault::Empty => self.add(field, "error-quantity-empty"),
            Fault::Negative => self.add_with(field, "error-negative", [shown]),
            Fault::TooLarge => self.add_with(field, "error-too-large", [shown]),
            Fault::TooFine => self.add_with(field, "error-too-fine", [shown]),
            Fault::NoUnit => self.add(unit_field, "error-no-unit"),
            Fault::UnknownUnit(unit) => self.add_with(unit_field, "error-unknown-unit", [("unit", shortened(&unit))]),
            Fault::Mixed => self.add_with(field, "error-mixed-units", [shown]),
            Fault::Ambiguous { grouped, decimal } => {
                let choices =
                    vec![(grouped.clone(), self.reading(&grouped)), (decimal.clone(), self.reading(&decimal))];
                self.ask(field, "error-which-number", &[shown], choices);
            }
            _ => self.add_with(field, "error-not-a-number", [shown]),
        }
    }

    /// A canonical number as a button says it: grouped, decimal sign of the language, so that the two readings of one
    /// comma look unlike each other.
    fn reading(&self, canonical: &str) -> String {
        let end = canonical.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(canonical.len());
        let (number, rest) = canonical.split_at(end);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_string(), |n: i64| self.lang.count(n));
        if number.is_empty() {
            canonical.to_string()
        } else if fraction.is_empty() {
            format!("{whole}{rest}")
        } else {
            format!("{whole}.{fraction}{rest}")
        }
    }
}

/// What was typed, short enough to repeat in a sentence.
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
