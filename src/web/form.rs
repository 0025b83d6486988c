//! A form as a template draws it: what was typed, what is wrong with it, in which language.

use super::{Choice, Input, Problem, Problems};
use crate::{lang::Lang, values::Unit};

/// What a form template needs. Field names are given as a prefix (`line.0.`) and a name, so that one macro draws a field
/// anywhere.
#[derive(Debug, Clone)]
pub struct Form {
    /// What was typed.
    pub input: Input,
    /// What is wrong.
    pub problems: Problems,
}

impl Form {
    /// A form not yet judged.
    pub fn fresh(input: Input, lang: Lang) -> Self {
        Self { input, problems: Problems::new(lang) }
    }

    /// A form with its problems.
    pub fn with(input: Input, problems: Problems) -> Self {
        Self { input, problems }
    }

    /// What was typed into a field.
    pub fn value(&self, prefix: &str, name: &str) -> &str {
        self.input.get(&format!("{prefix}{name}"))
    }

    /// Whether a radio button, a box or an option is chosen.
    pub fn chosen(&self, prefix: &str, name: &str, value: &str) -> bool {
        self.value(prefix, name) == value
    }

    /// The label of a field: `field-line-goods` for `line.0.goods`.
    pub fn label(&self, prefix: &str, name: &str) -> String {
        self.problems.lang().say(&label_key(&format!("{prefix}{name}")))
    }

    /// What is wrong with a field; empty when nothing is.
    pub fn error(&self, prefix: &str, name: &str) -> &str {
        self.problems.on(&format!("{prefix}{name}")).map_or("", |p| p.text.as_str())
    }

    /// The answers offered for a field.
    pub fn choices(&self, prefix: &str, name: &str) -> &[Choice] {
        self.problems.on(&format!("{prefix}{name}")).map_or(&[], |p| &p.choices)
    }

    /// Whether any field whose name starts so is wrong: folded parts of the form then open.
    pub fn wrong_in(&self, prefix: &str, names: &[&str]) -> bool {
        self.problems.iter().any(|p| p.field.strip_prefix(prefix).is_some_and(|rest| names.contains(&rest)))
    }

    /// Whether any of these fields holds something: folded parts then open too.
    pub fn filled(&self, prefix: &str, names: &[&str]) -> bool {
        names.iter().any(|name| !self.value(prefix, name).is_empty())
    }

    /// Whether a folded part with these fields should stand open.
    pub fn open(&self, prefix: &str, names: &[&str]) -> bool {
        self.wrong_in(prefix, names) || self.filled(prefix, names)
    }

    /// The indexes of a list's rows.
    pub fn rows(&self, list: &str) -> Vec<usize> {
        self.input.rows(list).iter().map(|row| row.index).collect()
    }

    /// Where a problem stands, for the list at the top: "Line 2, quantity".
    pub fn place(&self, problem: &Problem) -> String {
        let lang = self.problems.lang();
        let label = lang.say(&label_key(&problem.field));
        match row_of(&problem.field) {
            Some((list, index)) => {
                let n = self.rows(list).iter().position(|i| *i == index).unwrap_or(index) + 1;
                lang.say_with(&format!("row-{list}"), [("n", n.to_string()), ("field", label)])
            }
            None => label,
        }
    }
}

/// A field's words standing alone, as the history and a conflict say them: "Line 2, quantity".
pub fn field_label(lang: &Lang, field: &str) -> String {
    let gone = field.ends_with('~');
    let field = field.trim_end_matches('~');
    let label = lang.say(&label_key(field));
    let label = if gone { lang.v("field-gone", label) } else { label };
    match row_of(field) {
        Some((list, index)) => {
            lang.say_with(&format!("row-{list}"), [("n", (index + 1).to_string()), ("field", label)])
        }
        None => label,
    }
}

/// A field's value as the history and a conflict say it: codes and dates in the reader's words, everything else as kept.
pub fn field_value(lang: &Lang, field: &str, value: &str) -> String {
    let field = field.trim_end_matches('~');
    let code = |prefix: &str| lang.say(&format!("{prefix}-{}", value.replace('_', "-")));
    let own = field.rsplit('.').next().unwrap_or(field);
    match own {
        _ if value.is_empty() => lang.say("nothing"),
        "mode" => code("mode"),
        "step" => code("milestone"),
        "paper" => code("paper"),
        // Which papers are asked for: "rail: signed_waybill, road: origin".
        "papers" => {
            let said = value.split(", ").map(|one| match one.split_once(": ") {
                Some((mode, paper)) => {
                    let words = |prefix: &str, code: &str| lang.say(&format!("{prefix}-{}", code.replace('_', "-")));
                    format!("{}: {}", words("mode", mode), words("paper", paper))
                }
                None => one.to_string(),
            });
            said.collect::<Vec<_>>().join(", ")
        }
        "sharing" => code("sharing"),
        "category" => code("category"),
        "document_type" => code("document"),
        "unit_kind" => code("unit-kind"),
        "stated_weight_kind" => code("weight"),
        // A right as it is told: its role, and what it is limited to.
        "role" => {
            let (role, limit) = value.split_once(' ').unwrap_or((value, ""));
            format!("{} {limit}", lang.say(&format!("role-{role}"))).trim_end().to_string()
        }
        "lang" => crate::lang::find(value).map_or(value, |lang| lang.name()).into(),
        "calendar" => code("calendar"),
        "digits" => code("digits"),
        "theme" => code("theme"),
        // The one status that missions alone have.
        "status" if value == "active" => code("mission-status"),
        "status" => code("status"),
        "dates_unsaid" => lang.say("yes"),
        _ if field.starts_with("flag.") || field.starts_with("function.") => lang.say("yes"),
        "unit" | "package" => Unit::from_code(value).map_or(value.into(), |unit| lang.unit(unit)),
        "main_leg" => value.parse::<i64>().map_or(value.into(), |index| lang.count(index + 1)),
        "departed" | "arrived" | "planned_departure" | "planned_arrival" | "received" | "reported" | "expiry"
        | "starts" | "ends" | "date" | "happened" => lang.iso(value),
        _ => value.into(),
    }
}

/// The list and index in a name such as `line.12.goods`.
fn row_of(field: &str) -> Option<(&str, usize)> {
    let (list, rest) = field.split_once('.')?;
    Some((list, rest.split('.').next()?.parse().ok()?))
}

/// What stands for the index in the template of a row that JavaScript adds.
const ROW_TO_COME: &str = "__N__";

/// The message key of a field's label.
pub fn label_key(field: &str) -> String {
    let index = |part: &str| part.parse::<usize>().is_ok() || part == ROW_TO_COME;
    let parts: Vec<&str> = field.split('.').filter(|part| !index(part)).collect();
    format!("field-{}", parts.join("-").replace('_', "-"))
}
