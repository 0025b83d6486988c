//! What the house understood of a consignment, said back in the reader's language: under each line of the form, in lists
//! and on pages.

use super::{
    form::{self, quantity_of},
    model::{Body, Consignment, Fate, Good, Leg, Line, Milestone, Part, Reason, Sharing},
};
use crate::{
    catalogue::Item,
    db::Db,
    error::Result,
    lang::{Lang, shown_in},
    names::{Known, Names},
    values::{Comma, Dimension, Packaging, Quantity, Unit},
    web::{Input, Row},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The names of a line's goods: "Canned milk, wheat flour, vegetable oil".
pub fn goods(line: &Line, names: &Names) -> String {
    names_of(&line.goods, names)
}

/// The names of some goods.
pub fn names_of(goods: &[Good], names: &Names) -> String {
    let all: Vec<&str> = goods.iter().map(|g| names.good(g.item, &g.name)).collect();
    all.join(&names.lang.say("list-separator"))
}

/// The categories of a line's goods.
pub fn categories(line: &Line, lang: Lang) -> String {
    let mut all: Vec<String> = vec![];
    for good in &line.goods {
        let category = lang.say(&format!("category-{}", good.category.code()));
        if !all.contains(&category) {
            all.push(category);
        }
    }
    all.join(&lang.say("list-separator"))
}

/// How the goods of a line share its quantity; empty for a single good.
pub fn sharing(line: &Line, lang: Lang) -> String {
    if line.goods.len() > 1 { lang.say(&format!("sharing-said-{}", line.sharing.code())) } else { String::new() }
}

/// The goods of all lines, in short.
pub fn all_goods(body: &Body, names: &Names) -> String {
    let mut out: Vec<&str> = vec![];
    for good in body.listed().flat_map(|l| &l.goods) {
        let name = names.good(good.item, &good.name);
        if !out.contains(&name) {
            out.push(name);
        }
    }
    let more = out.len().saturating_sub(6);
    out.truncate(6);
    let said = out.join(&names.lang.say("list-separator"));
    if more > 0 { names.lang.vv("and-more", said, more) } else { said }
}

/// Its quantities, one for each dimension.
pub fn quantities(body: &Body, lang: Lang) -> Vec<String> {
    let counted = body.listed().flat_map(Line::counted).map(|(_, quantity)| quantity);
    let sums = crate::values::quantity::sums(counted);
    let mut out = vec![];
    for (unit, sum) in sums {
        out.push(lang.sum(&sum, unit));
        let unsaid = sum.not_stated;
        if unsaid > 0 && sum.lines > unsaid {
            out.push(lang.say_n("lines-not-stated", unsaid));
        }
    }
    out
}

/// "81 wagons"; empty when not stated.
pub fn units(leg: &Leg, lang: Lang) -> String {
    leg.units.map(|n| lang.say_n(&format!("units-{}", leg.unit_kind.code()), n)).unwrap_or_default()
}

/// A step in words: "Departed".
pub fn step(step: Milestone, lang: Lang) -> String {
    lang.say(&format!("milestone-{}", step.code()))
}

/// "Leg 2", by its place in the way.
pub fn leg_number(place: usize, lang: Lang) -> String {
    format!("{} {}", lang.say("leg"), lang.count(place as i64 + 1))
}

/// What became of goods, in words: "damaged".
pub fn fate(fate: Fate, lang: Lang) -> String {
    lang.say(&format!("fate-{}", fate.code()))
}

/// Why goods are damaged or missing, in words.
pub fn reason(reason: Reason, lang: Lang) -> String {
    lang.say(&format!("reason-{}", reason.code().replace('_', "-")))
}

/// So much of a part, in the unit it reads best in.
pub fn amount(part: &Part<'_>, milli: i64, lang: Lang) -> String {
    lang.amount(milli, shown_in(milli.into(), part.unit()))
}

/// "35 of 81 wagons arrived"; empty where a step is told of all units of a leg, or of none.
pub fn tally(c: &Consignment, leg: &Leg, step: Milestone, lang: Lang) -> String {
    let Some(tally) = c.tally(leg, step).filter(|tally| tally.some < tally.all) else { return String::new() };
    let all = lang.say_n(&format!("units-{}", leg.unit_kind.code()), tally.all);
    lang.say_with("units-told", [("some", lang.count(tally.some)), ("all", all), ("step", self::step(step, lang))])
}

/// "7 days on the way", "2 days late": what a leg's dates come to by `today`; empty where they do not tell. Of what counts
/// nowhere, or will not come, nobody says that it is late.
pub fn pace(leg: &Leg, expected: bool, today: NaiveDate, lang: Lang) -> String {
    let under_way = leg.days_under_way().map(|days| lang.say_n("days-under-way", days));
    let late = leg.days_late(today).filter(|_| expected || leg.arrived.is_some());
    let late = late.map(|days| lang.say_n(if leg.arrived.is_some() { "days-late" } else { "days-overdue" }, days));
    under_way.into_iter().chain(late).collect::<Vec<_>>().join(&lang.say("list-separator"))
}

/// "4 000 bags × 25 kg".
pub fn packages(packaging: &Packaging, lang: Lang) -> String {
    let count = lang.amount(packaging.count * 1000, packaging.kind);
    packaging.each.map_or(count.clone(), |each| lang.vv("packages-of", count, lang.quantity(each)))
}

/// A figure as an amendment keeps it, in words: a quantity, packages, a number; "nothing" where there is none.
pub fn figure_words(figure: &str, text: &str, lang: Lang) -> String {
    if text.is_empty() {
        return lang.say("nothing");
    }
    match figure {
        "line.packages" => Packaging::read(text, Comma::Groups).map_or(text.into(), |it| packages(&it, lang)),
        "leg.units" => {
            let (n, kind) = text.split_once(' ').unwrap_or((text, "other"));
            n.parse().map_or(text.into(), |n| lang.say_n(&format!("units-{kind}"), n))
        }
        "line.sharing" => {
            let (sharing, n) = text.split_once(' ').unwrap_or((text, ""));
            format!("{n}: {}", lang.say(&format!("sharing-said-{sharing}")))
        }
        "stated_packages" => text.parse().map_or(text.into(), |n| lang.count(n)),
        _ => Quantity::read(text, "", Comma::Groups).map_or(text.into(), |quantity| lang.quantity(quantity)),
    }
}

/// A weight in thousandths of a kilogram.
pub fn kilograms(milli: i64, lang: Lang) -> String {
    Unit::from_code("KGM").map(|kg| lang.amount(milli, kg)).unwrap_or_default()
}

/// A consignment in one line.
pub fn in_short(body: &Body, names: &Names) -> String {
    let mut parts = vec![all_goods(body, names)];
    parts.extend(quantities(body, names.lang));
    parts.extend(body.main().map(|leg| units(leg, names.lang)).filter(|u| !u.is_empty()));
    parts.join(" · ")
}

/// What was understood of each row of a form being filled in: by row number. What could not be read is left out; the
/// mistakes are said elsewhere.
pub fn understood(db: &mut Db, input: &Input, lang: Lang) -> Result<HashMap<usize, String>> {
    let (mut out, mut known) = (HashMap::new(), Known::default());
    for row in input.rows("line").into_iter().take(form::MOST_LINES) {
        if let Some(said) = row_said(db, row, lang, &mut known)? {
            out.insert(row.index, said);
        }
    }
    Ok(out)
}

fn row_said(db: &mut Db, row: Row<'_>, lang: Lang, known: &mut Known) -> Result<Option<String>> {
    let mut goods = vec![];
    for name in form::named_goods(db, row.get("goods"), known, lang)?.into_iter().take(form::MOST_GOODS) {
        let item = known.item(db, &name, lang)?;
        goods.push((name, item));
    }
    let default = goods.iter().find_map(|(_, item)| item.as_ref()?.unit);
    let said: Vec<String> =
        [named_goods(&goods, lang), how_much(row, &goods, default, lang)].into_iter().flatten().collect();
    Ok(Some(said.join(&lang.say("clause-separator"))).filter(|said| !said.is_empty()))
}

/// A good as typed, with the item of the catalogue it was taken for.
type Taken = (String, Option<Item>);

/// Which goods were understood: by the catalogue's names; those it does not know as typed, and said to be so.
fn named_goods(goods: &[Taken], lang: Lang) -> Option<String> {
    let name = |(typed, item): &Taken| match item {
        Some(item) => item.name(lang).to_string(),
        None => lang.v("good-as-typed", typed),
    };
    let all: Vec<String> = goods.iter().map(name).collect();
    (!all.is_empty()).then(|| all.join(&lang.say("list-separator")))
}

/// What quantity was understood; nothing when it could not be read.
fn how_much(row: Row<'_>, goods: &[Taken], default: Option<Unit>, lang: Lang) -> Option<String> {
    let packed = Packaging::read(row.get("packages"), lang.comma()).ok().and_then(|packaging| packaging.total());
    let stated = quantity_of(row, default, lang.comma()).ok();
    let quantity = stated.or(packed)?;
    let mut parts = vec![lang.quantity(quantity)];
    // Litres are shown as tonnes only with the density beside them, never added to tonnes.
    let one = if let [(_, Some(item))] = goods { item.density } else { None };
    let density = one.filter(|_| quantity.stated() && quantity.unit().dimension() == Dimension::Volume);
    if let (Some(kg), Some(density)) = (Unit::from_code("KGM"), density) {
        let mass = i128::from(quantity.milli()) * i128::from(density) / 1000;
        let mass = lang.amount(mass, shown_in(mass, kg));
        parts.push(lang.vv("about-by-density", mass, crate::lang::plain(density, 1000)));
    }
    if goods.len() > 1 {
        let sharing = Sharing::from_code(row.get("sharing")).unwrap_or(Sharing::Unsaid);
        parts.push(lang.say(&format!("sharing-said-{}", sharing.code())));
        if sharing == Sharing::Each && quantity.stated() {
            let all = i128::from(quantity.milli()) * goods.len() as i128;
            parts.push(lang.v("in-all", lang.amount(all, quantity.unit())));
        }
    }
    if let (Some(stated), Some(packed)) = (stated, packed)
        && stated.stated()
        && stated.unit().base() == packed.unit().base()
        && stated.milli() != packed.milli()
    {
        parts.push(lang.v("packages-come-to", lang.quantity(packed)));
    }
    Some(parts.join(&lang.say("clause-separator")))
}
