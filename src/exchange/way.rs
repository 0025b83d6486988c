//! The way of a consignment in one cell, as the house's own files tell it: a leg a line, each field by its name.

use crate::{consignments::form::LEG, web::Input};

/// Writes the legs of a way as the house's own files tell them, one a line: "rail; from=…; to=…".
pub fn put_legs(input: &mut Input, text: &str) {
    // What the other columns say of the way is a part of this.
    let flat: Vec<String> =
        input.fields().map(|(name, _)| name.to_string()).filter(|name| name.starts_with("leg.")).collect();
    flat.iter().for_each(|name| input.remove(name));
    for (n, leg) in parted(text, &['\n']).into_iter().filter(|leg| !leg.trim().is_empty()).enumerate() {
        for (k, part) in parted(leg, &[';']).into_iter().map(meant).enumerate() {
            let (field, value) = match part.split_once('=') {
                Some((field, value)) if k > 0 => (field.trim().to_string(), value.to_string()),
                _ => ("mode".to_string(), part),
            };
            if field == "main" {
                input.set("main_leg", n.to_string());
            } else {
                input.set(format!("leg.{n}.{field}"), value.trim());
            }
        }
    }
}

/// The parts of a text between these signs; one behind a backslash is part of what it says.
pub(super) fn parted<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let (mut out, mut from, mut escaped) = (vec![], 0, false);
    for (at, c) in text.char_indices() {
        if signs.contains(&c) && !escaped {
            out.extend(text.get(from..at));
            from = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    out.extend(text.get(from..));
    out
}

/// What a part says: a backslash only takes its meaning from what stands behind it.
pub(super) fn meant(part: &str) -> String {
    let (mut out, mut escaped) = (String::new(), false);
    for c in part.trim().chars() {
        escaped = c == '\\' && !escaped;
        if !escaped {
            out.push(c);
        }
    }
    out
}

/// The legs of a way as the house's own files tell them: each field of a leg by its name, the mode first, a leg a line.
pub fn legs_text(input: &Input) -> String {
    let escaped = |value: &str| value.replace('\\', "\\\\").replace(';', "\\;").replace('\n', "\\\n");
    let main = input.get("main_leg");
    let legs = input.rows("leg").into_iter().enumerate().map(|(n, row)| {
        let mut parts = vec![row.get("mode").to_string()];
        let fields = LEG.iter().chain(["document_type", "unit_kind"].iter());
        for field in fields.filter(|field| **field != "mode") {
            let value = row.get(field);
            if !value.is_empty() {
                parts.push(format!("{field}={}", escaped(value)));
            }
        }
        if n > 0 && main == n.to_string() {
            parts.push("main=1".into());
        }
        parts.join("; ")
    });
    legs.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_written_and_read_back() {
        let mut way = Input::default();
        for (field, value) in [
            ("leg.0.mode", "rail"),
            ("leg.0.from", "Almaty; the \\ yard"),
            ("leg.0.document", "N=1;2\nand \\"),
            ("leg.1.mode", "road"),
            ("leg.1.units", "12"),
            ("main_leg", "1"),
        ] {
            way.set(field, value);
        }
        let mut read = Input::default().with("leg.0.mode", "air").with("leg.0.to", "elsewhere");
        put_legs(&mut read, &legs_text(&way));
        assert_eq!(read.fields().collect::<Vec<_>>(), way.fields().collect::<Vec<_>>());
    }
}
