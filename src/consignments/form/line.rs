//! The lines of the form: goods, how much of them, and what else is known.

use super::figures::{measured, money, weight};
use crate::{
    accounts::{Act, Visitor},
    catalogue::{self, Category, Item},
    consignments::model::{Good, Line, Sharing},
    db::Db,
    error::Result,
    lang::Lang,
    names::Known,
    values::{Comma, Fault, Id, Packaging, Quantity, Unit, names::LONGEST_NAME},
    web::{Input, Problems, Row, shortened},
};

/// The most lines one consignment takes.
pub const MOST_LINES: usize = 500;

/// The most goods one line names.
pub(in crate::consignments) const MOST_GOODS: usize = 40;

/// The fields that make a line: a row with none of them is a blank row.
pub const LINE: &[&str] = &[
    "goods",
    "quantity",
    "unit",
    "packages",
    "net",
    "gross",
    "volume",
    "batch",
    "expiry",
    "hs",
    "value",
    "cost",
    "donor",
    "note",
    "cold",
    "dangerous",
];

pub(super) fn lines(
    db: &mut Db,
    input: &Input,
    p: &mut Problems,
    who: &Visitor,
    known: &mut Known,
) -> Result<Vec<Line>> {
    let rows: Vec<Row<'_>> = input.rows("line").into_iter().filter(|row| !row.blank(LINE)).collect();
    if rows.is_empty() {
        let first = input.rows("line").first().map_or("line.0.goods".to_string(), |row| row.name("goods"));
        p.add(&first, "error-goods-empty");
    }
    if rows.len() > MOST_LINES {
        p.add_with("", "error-too-many-lines", [("most", MOST_LINES.to_string())]);
    }
    rows.into_iter().take(MOST_LINES).filter_map(|row| line(db, row, p, who, known).transpose()).collect()
}

fn line(db: &mut Db, row: Row<'_>, p: &mut Problems, who: &Visitor, known: &mut Known) -> Result<Option<Line>> {
    let lang = p.lang();
    let typed = row.get("goods");
    if typed.is_empty() {
        p.add(&row.name("goods"), "error-goods-empty");
    }
    let mut goods: Vec<Good> = vec![];
    let mut default_unit = None;
    let chosen = match row.get("category") {
        "" => None,
        code => {
            let category = Category::from_code(code);
            if category.is_none() {
                p.add(&row.name("category"), "error-choose");
            }
            category
        }
    };
    let named = named_goods(db, typed, known, lang)?;
    if named.len() > MOST_GOODS {
        p.add_with(&row.name("goods"), "error-too-many-goods", [("most", MOST_GOODS.to_string())]);
    }
    for name in named.into_iter().take(MOST_GOODS) {
        if name.chars().count() > LONGEST_NAME && p.on(&row.name("goods")).is_none() {
            p.add_with(&row.name("goods"), "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
        }
        if crate::values::words(&name).is_empty() && p.on(&row.name("goods")).is_none() {
            p.add(&row.name("goods"), "error-goods-empty");
        }
        let item = known.item(db, &name, lang)?;
        default_unit = default_unit.or(item.as_ref().and_then(|item| item.unit));
        let category = chosen.or(item.as_ref().map(|item| item.category)).unwrap_or(Category::Other);
        let item = item.map(|item| item.id);
        goods.push(Good { name: if item.is_some() { String::new() } else { name }, item, category });
    }
    let quantity = quantity(row, default_unit, p);
    if row.get("catalogue") == "1" && !who.rights.everywhere(Act::Stock) {
        p.add(&row.name("catalogue"), "error-catalogue-right");
    }
    if let (Some(quantity), "1", true) = (quantity, row.get("catalogue"), p.is_empty()) {
        for good in goods.iter_mut().filter(|good| good.item.is_none()) {
            let item = catalogue::actions::add(db, &good.name, good.category, Some(quantity.unit()), who)?;
            *good = Good { item: Some(item), name: String::new(), ..good.clone() };
        }
    }
    let sharing = match row.get("sharing") {
        "" => {
            if goods.len() > 1 {
                Sharing::Unsaid
            } else {
                Sharing::Together
            }
        }
        code => Sharing::from_code(code).unwrap_or(Sharing::Unsaid),
    };
    // Everything is read before a line without a quantity is given up: all that is wrong is said at once.
    let (packages, hs) = (packages(row, p), hs(row, p));
    let (net, gross) = (weight(p, &row.name("net"), row.get("net")), weight(p, &row.name("gross"), row.get("gross")));
    let volume = measured(p, &row.name("volume"), row.get("volume"), "LTR");
    let expiry = p.date(&row.name("expiry"), row.get("expiry"));
    let (value, cost) = (money(p, &row.name("value"), row.get("value")), money(p, &row.name("cost"), row.get("cost")));
    let dangerous = un_number(row, p);
    let donor = known.organisation(db, p, &row.name("donor"), row.get("donor"), who)?;
    let Some(quantity) = quantity.filter(|_| !goods.is_empty()) else { return Ok(None) };
    Ok(Some(Line {
        id: own_id(row),
        sharing: if goods.len() > 1 { sharing } else { Sharing::Together },
        goods,
        quantity,
        packages,
        net,
        gross,
        volume,
        batch: row.get("batch").into(),
        expiry,
        hs,
        value,
        cost,
        donor,
        note: row.get("note").into(),
        cold: row.get("cold").into(),
        dangerous,
        found_by: None,
    }))
}

/// The goods one field names. A name of the catalogue may hold commas itself.
pub(in crate::consignments) fn named_goods(
    db: &mut Db,
    typed: &str,
    known: &mut Known,
    lang: Lang,
) -> Result<Vec<String>> {
    Ok(if known.item(db, typed, lang)?.is_some() { vec![typed.to_string()] } else { split_goods(typed) })
}

/// A line of goods that a receipt found and nobody had listed: nothing was dispatched of it.
pub fn found_line(receipt: Id, typed: &str, item: Option<Item>, nothing: Quantity, note: &str) -> Line {
    let category = item.as_ref().map_or(Category::Other, |item| item.category);
    let name = if item.is_some() { String::new() } else { typed.to_string() };
    Line {
        id: Id::fresh(),
        goods: vec![Good { item: item.map(|item| item.id), name, category }],
        sharing: Sharing::Together,
        quantity: nothing,
        packages: None,
        net: None,
        gross: None,
        volume: None,
        batch: String::new(),
        expiry: None,
        hs: String::new(),
        value: None,
        cost: None,
        donor: None,
        note: note.into(),
        cold: String::new(),
        dangerous: String::new(),
        found_by: Some(receipt),
    }
}

/// A row keeps the id it was given; a new row gets one.
pub(super) fn own_id(row: Row<'_>) -> Id {
    row.get("id").parse().unwrap_or_else(|_| Id::fresh())
}

/// The goods of one field: separated by semicolons, line breaks, commas or a closing "and"; not within brackets.
pub fn split_goods(typed: &str) -> Vec<String> {
    let firmly = typed.contains([';', '\n', '؛']);
    let cut = if firmly { &[';', '\n', '؛'][..] } else { &[',', '،'][..] };
    let mut depth = 0i32;
    let apart = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')' && depth > 0);
        depth == 0 && cut.contains(&c)
    };
    let parts: Vec<&str> = typed.split(apart).map(str::trim).filter(|part| !part.is_empty()).collect();
    let last = parts.len().saturating_sub(1);
    let mut out = vec![];
    for (n, part) in parts.iter().enumerate() {
        // "a, b and c": the last part of a list holds two. Alone, "and" may be part of a name ("cups and spoons").
        let and = [" and ", " и ", " және ", " و "].into_iter().find_map(|and| part.split_once(and));
        match and {
            Some((one, other)) if !firmly && n == last && last > 0 => {
                out.extend([one.trim(), other.trim()].map(String::from));
            }
            _ => out.push(part.trim_start_matches("and ").trim_start_matches("и ").to_string()),
        }
    }
    out.retain(|name| !name.is_empty());
    out
}

/// How much: as typed; as the packages come to, when only they are told; or not stated, when the box says so.
fn quantity(row: Row<'_>, default: Option<Unit>, p: &mut Problems) -> Option<Quantity> {
    let typed = row.get("quantity");
    let unsaid = row.get("unsaid") == "1";
    if typed.is_empty() && !unsaid {
        let packed = Packaging::read(row.get("packages"), p.lang().comma()).ok();
        if let Some(total) = packed.as_ref().and_then(Packaging::total) {
            return Some(total);
        }
        p.add(&row.name("quantity"), "error-quantity-empty");
        return None;
    }
    if unsaid && !matches!(typed, "" | "?") {
        p.add(&row.name("quantity"), "error-both-unsaid");
        return None;
    }
    match quantity_of(row, default, p.lang().comma()) {
        Ok(quantity) => Some(quantity),
        Err(fault) => {
            p.figure(&row.name("quantity"), &row.name("unit"), typed, fault);
            None
        }
    }
}

/// The quantity of a row. "Not stated" keeps its unit; where none was typed, the good's own stands in.
pub(in crate::consignments) fn quantity_of(
    row: Row<'_>,
    default: Option<Unit>,
    comma: Comma,
) -> std::result::Result<Quantity, Fault> {
    let amount = if row.get("unsaid") == "1" { "?" } else { row.get("quantity") };
    let unit = match row.get("unit") {
        "" if amount == "?" => default.map_or("", Unit::code),
        unit => unit,
    };
    Quantity::read(amount, unit, comma)
}

fn packages(row: Row<'_>, p: &mut Problems) -> Option<Packaging> {
    let typed = row.get("packages");
    if typed.is_empty() {
        return None;
    }
    match Packaging::read(typed, p.lang().comma()) {
        Ok(packaging) => Some(packaging),
        Err(Fault::Ambiguous { grouped, decimal }) => {
            p.figure(&row.name("packages"), &row.name("packages"), typed, Fault::Ambiguous { grouped, decimal });
            None
        }
        Err(_) => {
            p.add_with(&row.name("packages"), "error-packages", [("typed", shortened(typed))]);
            None
        }
    }
}

/// The UN number of dangerous goods: four digits, with or without "UN" before them.
fn un_number(row: Row<'_>, p: &mut Problems) -> String {
    let typed = row.get("dangerous");
    let digits = crate::values::latin_digits(typed);
    let digits = digits.trim().trim_start_matches(['U', 'N', 'u', 'n', ' ']);
    if typed.is_empty() {
        return String::new();
    }
    if digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return format!("UN {digits}");
    }
    p.add_with(&row.name("dangerous"), "error-un-number", [("typed", shortened(typed))]);
    String::new()
}

fn hs(row: Row<'_>, p: &mut Problems) -> String {
    let typed = row.get("hs");
    let code = catalogue::model::hs_code(typed);
    if code.is_none() && !typed.is_empty() {
        p.add(&row.name("hs"), "error-hs");
    }
    code.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::split_goods;

    #[test]
    fn goods_of_one_field_are_told_apart() {
        assert_eq!(split_goods("Canned milk, flour, vegetable oil and buckwheat").len(), 4);
        assert_eq!(
            split_goods("flour; sets of bowls, cups and silverware"),
            ["flour", "sets of bowls, cups and silverware"]
        );
        assert_eq!(split_goods("tents and tarpaulins"), ["tents and tarpaulins"]);
        assert_eq!(split_goods("мука, рис и масло"), ["мука", "рис", "масло"]);
        assert_eq!(split_goods(" , flour ,"), ["flour"]);
        assert_eq!(split_goods("a, b, and c"), ["a", "b", "c"]);
        assert_eq!(split_goods("food (milk, oil), tents"), ["food (milk, oil)", "tents"]);
        assert_eq!(split_goods("a), b"), ["a)", "b"]);
    }
}
