//! A document as the form it stands for, and a form's field as the place in its document.

use crate::{
    values::{Decimal, Qualifier},
    web::Input,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// A record as a program sends it: what it is to state, and what is asked when it is changed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated<T> {
    /// Everything the record states; what is left out is stated no more.
    pub stated: T,
    /// Why a figure is changed after the goods have left: needed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// On whose word a figure is changed after the goods have left: needed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction_source: Option<String>,
    /// That it is meant, however odd it looks: answers a `doubt`.
    #[serde(default)]
    pub confirm: bool,
}

/// Lists of a document, and what their rows are called in a form.
const ROWS: &[(&str, &str)] = &[
    ("allotments", "allot"),
    ("legs", "leg"),
    ("lines", "line"),
    ("names", "name"),
    ("parts", "part"),
    ("unlisted", "new"),
];

/// Lists of a document that are boxes to be ticked in a form.
const BOXES: &[(&str, &str)] =
    &[("flags", "flag"), ("functions", "function"), ("listed_units", "unit"), ("takes_up", "take")];

/// What stands beside what a record states.
const BESIDE: &[&str] = &["confirm", "correction_source", "reason"];

/// The form that a document stands for.
pub fn typed(document: &Value) -> Input {
    let mut input = Input::default();
    put(&mut input, "", document);
    input
}

/// Where in its document a form's field stands: a JSON pointer (RFC 6901).
pub(super) fn pointer(field: &str, stated: bool) -> String {
    if field.is_empty() {
        return String::new();
    }
    let mut parts = field.split('.');
    let first = parts.next().unwrap_or_default();
    let known = ROWS.iter().chain(BOXES).find(|(_, row)| *row == first && field != first);
    let base = if stated && !BESIDE.contains(&first) { "/stated" } else { "" };
    let mut out = format!("{base}/{}", known.map_or(first, |(list, _)| list));
    for part in parts {
        out.push('/');
        out.push_str(&part.replace('~', "~0").replace('/', "~1"));
    }
    out
}

fn put(input: &mut Input, name: &str, value: &Value) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Bool(true) => input.set(name, "1"),
        Value::Number(number) => input.set(name, number.to_string()),
        Value::String(text) => input.take(name.to_string(), text),
        Value::Array(all) => put_all(input, name, all),
        Value::Object(object) if object.contains_key("currency") => {
            input.take(name.to_string(), &format!("{} {}", text(object, "amount"), text(object, "currency")));
        }
        Value::Object(object) if object.contains_key("count") => input.take(name.to_string(), &packages(object)),
        Value::Object(object) => {
            for (own, value) in object {
                put(input, &joined(name, own), value);
            }
            if object.contains_key("qualifier") {
                qualify(input, &joined(name, "quantity"), &joined(name, "qualifier"));
            }
        }
    }
}

/// The field of a member: `line` for `lines`; of what a record states, without a word before it.
fn joined(name: &str, own: &str) -> String {
    let own = ROWS.iter().find(|(list, _)| *list == own).map_or(own, |(_, row)| row);
    match (name, own) {
        ("", "stated") => String::new(),
        ("", own) => own.into(),
        (name, own) => format!("{name}.{own}"),
    }
}

fn put_all(input: &mut Input, name: &str, all: &[Value]) {
    if let Some((_, ticked)) = BOXES.iter().find(|(list, _)| *list == name) {
        for value in all.iter().filter_map(Value::as_str) {
            input.set(format!("{ticked}.{value}"), "1");
        }
        return;
    }
    let texts: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
    // Goods are told apart by semicolons, whatever else their names hold; other names stand one a line.
    let end = if name.ends_with("goods") { ";" } else { "\n" };
    if !texts.is_empty() {
        let whole: String = texts.iter().flat_map(|text| [*text, end]).collect();
        input.take(name.to_string(), &whole);
    }
    for (n, row) in all.iter().enumerate().filter(|(_, row)| row.is_object()) {
        put(input, &format!("{name}.{n}"), row);
    }
}

/// The amount with the sign of its qualifier before it, as one may type it.
fn qualify(input: &mut Input, quantity: &str, qualifier: &str) {
    let said = Qualifier::from_code(input.get(qualifier)).unwrap_or(Qualifier::Exact);
    let amount = format!("{}{}", said.sign(), input.get(quantity));
    input.remove(qualifier);
    input.set_some(quantity, amount);
}

/// "4000 XBG x 25 KGM".
fn packages(object: &Map<String, Value>) -> String {
    let of = |name| object.get(name).filter(|value| !value.is_null());
    let count = of("count").map(Value::to_string).unwrap_or_default();
    let each = of("each").and_then(Value::as_str).and_then(Decimal::read);
    let each = each.map(|each| format!(" x {} {}", each.as_str(), text(object, "each_unit")));
    format!("{count} {}{}", text(object, "unit"), each.unwrap_or_default())
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_document_is_the_form_a_person_would_fill() {
        let form = typed(&json!({
            "stated": {
                "donors": ["A", "B"],
                "decision": {"number": "1", "date": null},
                "lines": [
                    {"goods": ["Cups, bowls"], "quantity": "5403", "unit": "TNE", "qualifier": "at_least"},
                    {"goods": ["a", "b"], "unit": "XBX", "qualifier": "not_stated",
                     "packages": {"count": 4000, "unit": "XBG", "each": "25", "each_unit": "KGM"},
                     "value": {"amount": "12.50", "currency": "USD"}},
                ],
                "names": {"en": "Flour"},
                "functions": ["rail"],
                "dates_unsaid": true,
            },
            "reason": "slip",
            "confirm": false,
        }));
        let all: Vec<(&str, &str)> = form.fields().collect();
        assert_eq!(
            all,
            [
                ("dates_unsaid", "1"),
                ("decision.number", "1"),
                ("donors", "A\nB"),
                ("function.rail", "1"),
                ("line.0.goods", "Cups, bowls;"),
                ("line.0.quantity", ">=5403"),
                ("line.0.unit", "TNE"),
                ("line.1.goods", "a;b;"),
                ("line.1.packages", "4000 XBG x 25 KGM"),
                ("line.1.quantity", "?"),
                ("line.1.unit", "XBX"),
                ("line.1.value", "12.50 USD"),
                ("name.en", "Flour"),
                ("reason", "slip"),
            ]
        );
    }

    #[test]
    fn a_field_is_pointed_to_where_it_stands() {
        assert_eq!(pointer("line.3.unit", true), "/stated/lines/3/unit");
        assert_eq!(pointer("decision.date", true), "/stated/decision/date");
        assert_eq!(pointer("reason", true), "/reason");
        assert_eq!(pointer("part.0.missing", false), "/parts/0/missing");
        assert_eq!(pointer("name.en", true), "/stated/names/en");
        assert_eq!(pointer("", true), "");
    }
}
