//! A consignment as typed, and what it means. Required: what, how much, how, when; "not stated" is an answer to the last
//! three (design 9.5). Everything else may be left empty.

use super::{
    journey::{Status, implied, status_of},
    model::{Body, Document, Good, Leg, Line, Sharing, TransportUnit, WeightKind},
};
use crate::{
    catalogue::{self, Category},
    db::Db,
    error::Result,
    lang::Lang,
    names::{self, Names},
    values::{Comma, Fault, Id, Mode, Money, Packaging, Quantity, Unit, When, names::LONGEST_NAME},
    web::{Input, Problems, Row, shortened},
};

/// The most lines one consignment takes.
pub const MOST_LINES: usize = 500;

/// The most legs one consignment takes.
pub const MOST_LEGS: usize = 40;

/// The most goods one line names.
const MOST_GOODS: usize = 40;

/// The fields that make a line: a row with none of them is a blank row.
pub const LINE: &[&str] = &[
    "goods", "quantity", "unit", "packages", "net", "gross", "volume", "batch", "expiry", "hs", "value", "cost",
    "donor", "note",
];

/// The fields that make a leg.
pub const LEG: &[&str] = &[
    "mode",
    "from",
    "via",
    "to",
    "carrier",
    "document",
    "units",
    "planned_departure",
    "departed",
    "planned_arrival",
    "arrived",
];

/// Reads a consignment. Organisations, places and goods it names for the first time are made, in the transaction around
/// it.
pub fn check(db: &mut Db, input: &Input, lang: Lang) -> Result<Result<Body, Problems>> {
    let mut problems = Problems::of(input, lang);
    let p = &mut problems;
    let lines = lines(db, input, p)?;
    let mut legs = legs(db, input, p)?;
    let received = p.date("received", input.get("received"));
    let reported = p.date("reported", input.get("reported"));
    let status = status(input, p);
    if legs.is_empty() {
        legs.push(blank_leg(input));
    }
    dates_said(input, p, &legs, received.or(reported));
    in_order(input, p, &legs, received);
    // The main leg is named by its row, so that it stays the same leg when another is taken away.
    let rows: Vec<usize> = leg_rows(input).iter().map(|row| row.index).collect();
    let main_leg = rows.iter().position(|index| index.to_string() == input.get("main_leg")).unwrap_or(0);
    let body = Body {
        external_ref: short(p, input, "external_ref"),
        consignor: names::organisation(db, p, "consignor", input.get("consignor"))?,
        donor: names::organisation(db, p, "donor", input.get("donor"))?,
        consignee: names::organisation(db, p, "consignee", input.get("consignee"))?,
        lines,
        legs,
        main_leg,
        stated_weight: weight(p, "stated_weight", input.get("stated_weight")),
        stated_weight_kind: chosen(p, input, "stated_weight_kind", WeightKind::from_code, WeightKind::Unsaid),
        stated_packages: count(p, "stated_packages", input.get("stated_packages")),
        value: money(p, "value", input.get("value")),
        freight: money(p, "freight", input.get("freight")),
        insurance: money(p, "insurance", input.get("insurance")),
        source: input.get("source").into(),
        reported,
        remarks: input.get("remarks").into(),
        status: Status::Planned,
        received,
    };
    let body = with_status(p, body, status);
    Ok(problems.or(|| body))
}

/// Settles how far the consignment has come: what its dates say, or what was chosen when that is further.
fn with_status(p: &mut Problems, mut body: Body, chosen: Option<Status>) -> Body {
    let by_dates = status_of(&implied(&body), body.legs.last().map(|l| l.id));
    match chosen {
        Some(chosen) if chosen < by_dates => {
            let said = |s: Status| p.lang().say(&format!("status-{}", s.code().replace('_', "-")));
            let args = [("chosen", said(chosen)), ("dates", said(by_dates))];
            p.add_with("status", "error-status-behind-dates", args);
        }
        Some(chosen) => body.status = chosen,
        None => body.status = by_dates,
    }
    body
}

fn status(input: &Input, p: &mut Problems) -> Option<Status> {
    match input.get("status") {
        "" => None,
        code => {
            let status = Status::from_code(code);
            if status.is_none() {
                p.add("status", "error-choose");
            }
            status
        }
    }
}

fn lines(db: &mut Db, input: &Input, p: &mut Problems) -> Result<Vec<Line>> {
    let rows: Vec<Row<'_>> = input.rows("line").into_iter().filter(|row| !row.blank(LINE)).collect();
    if rows.is_empty() {
        let first = input.rows("line").first().map_or("line.0.goods".to_string(), |row| row.name("goods"));
        p.add(&first, "error-goods-empty");
    }
    if rows.len() > MOST_LINES {
        p.add_with("", "error-too-many-lines", [("most", MOST_LINES.to_string())]);
    }
    rows.into_iter().take(MOST_LINES).filter_map(|row| line(db, row, p).transpose()).collect()
}

fn line(db: &mut Db, row: Row<'_>, p: &mut Problems) -> Result<Option<Line>> {
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
    // A name of the catalogue may hold commas itself.
    let named = if names::item(db, typed)?.is_some() { vec![typed.to_string()] } else { split_goods(typed) };
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
        let item = names::item(db, &name)?;
        let known = match item {
            Some(id) => catalogue::items(db, &[id], lang)?.remove(&id),
            None => None,
        };
        default_unit = default_unit.or(known.as_ref().and_then(|item| item.unit));
        let category = chosen.or(known.map(|item| item.category)).unwrap_or(Category::Other);
        goods.push(Good { name: if item.is_some() { String::new() } else { name }, item, category });
    }
    let quantity = quantity(row, default_unit, p);
    if let (Some(quantity), "1", true) = (quantity, row.get("catalogue"), p.is_empty()) {
        for good in goods.iter_mut().filter(|good| good.item.is_none()) {
            let item = catalogue::actions::add(db, &good.name, lang, good.category, Some(quantity.unit()))?;
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
    let donor = names::organisation(db, p, &row.name("donor"), row.get("donor"))?;
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
    }))
}

/// A row keeps the id it was given; a new row gets one.
fn own_id(row: Row<'_>) -> Id {
    row.get("id").parse().unwrap_or_else(|_| Id::fresh())
}

/// The goods of one field: separated by semicolons, line breaks, commas or a closing "and".
pub fn split_goods(typed: &str) -> Vec<String> {
    let firmly = typed.contains([';', '\n', '؛']);
    let cut = if firmly { &[';', '\n', '؛'][..] } else { &[',', '،'][..] };
    let parts: Vec<&str> = typed.split(cut).map(str::trim).filter(|part| !part.is_empty()).collect();
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
pub(super) fn quantity_of(row: Row<'_>, default: Option<Unit>, comma: Comma) -> std::result::Result<Quantity, Fault> {
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

fn hs(row: Row<'_>, p: &mut Problems) -> String {
    let typed = row.get("hs");
    let code = catalogue::model::hs_code(typed);
    if code.is_none() && !typed.is_empty() {
        p.add(&row.name("hs"), "error-hs");
    }
    code.unwrap_or_default()
}

/// The rows of legs that hold something.
fn leg_rows(input: &Input) -> Vec<Row<'_>> {
    input.rows("leg").into_iter().filter(|row| !row.blank(LEG)).collect()
}

fn legs(db: &mut Db, input: &Input, p: &mut Problems) -> Result<Vec<Leg>> {
    let rows = leg_rows(input);
    if rows.len() > MOST_LEGS {
        p.add_with("", "error-too-many-legs", [("most", MOST_LEGS.to_string())]);
    }
    let mut out = vec![];
    for row in rows.into_iter().take(MOST_LEGS) {
        out.push(leg(db, row, p)?);
    }
    if out.is_empty() {
        let first = input.rows("leg").first().map_or("leg.0.mode".to_string(), |row| row.name("mode"));
        p.add(&first, "error-mode-empty");
    }
    Ok(out)
}

fn leg(db: &mut Db, row: Row<'_>, p: &mut Problems) -> Result<Leg> {
    let mode = match row.get("mode") {
        "" => {
            p.add(&row.name("mode"), "error-mode-empty");
            None
        }
        code => {
            let mode = Mode::from_code(code);
            if mode.is_none() {
                p.add(&row.name("mode"), "error-choose");
            }
            mode
        }
    };
    let mode = mode.unwrap_or(Mode::NotStated);
    let document_type = match row.get("document_type") {
        "" => None,
        code => {
            let kind = Document::from_code(code);
            if kind.is_none() {
                p.add(&row.name("document_type"), "error-choose");
            }
            kind
        }
    };
    let unit_kind = match row.get("unit_kind") {
        "" => usual_unit(mode),
        code => TransportUnit::from_code(code).unwrap_or_else(|| {
            p.add(&row.name("unit_kind"), "error-choose");
            TransportUnit::Other
        }),
    };
    Ok(Leg {
        id: own_id(row),
        mode,
        from: names::place(db, p, &row.name("from"), row.get("from"))?,
        via: names::place(db, p, &row.name("via"), row.get("via"))?,
        to: names::place(db, p, &row.name("to"), row.get("to"))?,
        carrier: names::organisation(db, p, &row.name("carrier"), row.get("carrier"))?,
        document_type,
        document: row.get("document").into(),
        units: count(p, &row.name("units"), row.get("units")),
        unit_kind,
        planned_departure: p.date(&row.name("planned_departure"), row.get("planned_departure")),
        departed: p.date(&row.name("departed"), row.get("departed")),
        planned_arrival: p.date(&row.name("planned_arrival"), row.get("planned_arrival")),
        arrived: p.date(&row.name("arrived"), row.get("arrived")),
    })
}

/// What usually carries goods in a mode.
pub fn usual_unit(mode: Mode) -> TransportUnit {
    match mode {
        Mode::Rail => TransportUnit::Wagon,
        Mode::Road => TransportUnit::Truck,
        Mode::Air => TransportUnit::Flight,
        Mode::Sea | Mode::Inland => TransportUnit::Vessel,
        _ => TransportUnit::Other,
    }
}

fn blank_leg(input: &Input) -> Leg {
    Leg {
        id: input.get("leg.0.id").parse().unwrap_or_else(|_| Id::fresh()),
        mode: Mode::NotStated,
        from: None,
        via: None,
        to: None,
        carrier: None,
        document_type: None,
        document: String::new(),
        units: None,
        unit_kind: TransportUnit::Other,
        planned_departure: None,
        departed: None,
        planned_arrival: None,
        arrived: None,
    }
}

/// When: some date, or the box that says that none is stated.
fn dates_said(input: &Input, p: &mut Problems, legs: &[Leg], other: Option<When>) {
    let told = other.is_some()
        || legs.iter().any(|l| l.departed.or(l.arrived).or(l.planned_departure).or(l.planned_arrival).is_some());
    let tried = input.rows("leg").iter().any(|row| {
        ["planned_departure", "departed", "planned_arrival", "arrived"].iter().any(|f| p.on(&row.name(f)).is_some())
    }) || p.on("received").or(p.on("reported")).is_some();
    if !told && !tried && input.get("dates_unsaid") != "1" {
        let first = input.rows("leg").first().map_or("leg.0.departed".to_string(), |row| row.name("departed"));
        p.add(&first, "error-date-empty");
    }
}

/// Nothing arrives before it left: refused only where no reading of the two dates allows it.
fn in_order(input: &Input, p: &mut Problems, legs: &[Leg], received: Option<When>) {
    let rows = leg_rows(input);
    for (leg, row) in legs.iter().zip(&rows) {
        for (from, to, field) in
            [(leg.departed, leg.arrived, "arrived"), (leg.planned_departure, leg.planned_arrival, "planned_arrival")]
        {
            if let (Some(from), Some(to)) = (from, to)
                && to.last() < from.first()
            {
                p.add(&row.name(field), "error-arrives-before-leaving");
            }
        }
    }
    let left = legs.first().and_then(|l| l.departed);
    if let (Some(left), Some(received)) = (left, received)
        && received.last() < left.first()
    {
        p.add("received", "error-received-before-leaving");
    }
}

/// A weight in kilograms unless a unit is typed, as thousandths of a kilogram.
fn weight(p: &mut Problems, field: &str, typed: &str) -> Option<i64> {
    measured(p, field, typed, "KGM")
}

fn measured(p: &mut Problems, field: &str, typed: &str, unit: &str) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    let comma = p.lang().comma();
    let read = match Quantity::read(typed, "", comma) {
        Err(Fault::NoUnit) => Quantity::read(typed, unit, comma),
        read => read,
    };
    match read {
        Ok(q) if !q.stated() => None,
        Ok(q) if Some(q.unit().base()) == Unit::from_code(unit) => Some(q.milli()),
        Ok(_) => {
            p.add(field, if unit == "KGM" { "error-not-a-weight" } else { "error-not-a-volume" });
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}

fn money(p: &mut Problems, field: &str, typed: &str) -> Option<Money> {
    if typed.is_empty() {
        return None;
    }
    match Money::read(typed, "", p.lang().comma()) {
        Ok(money) => Some(money),
        Err(Fault::NoUnit | Fault::UnknownUnit(_)) => {
            p.add(field, "error-currency");
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}

/// A whole number of things.
fn count(p: &mut Problems, field: &str, typed: &str) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    match Quantity::read(typed, "H87", p.lang().comma()) {
        Ok(q) if !q.stated() => None,
        Ok(q) if q.milli() % 1000 == 0 => Some(q.milli() / 1000),
        Ok(_) => {
            p.add(field, "error-not-whole");
            None
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            None
        }
    }
}

fn short(p: &mut Problems, input: &Input, field: &str) -> String {
    let typed = input.get(field);
    if typed.chars().count() > LONGEST_NAME && p.on(field).is_none() {
        p.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    }
    typed.into()
}

fn chosen<T>(p: &mut Problems, input: &Input, field: &str, read: fn(&str) -> Option<T>, default: T) -> T {
    match input.get(field) {
        "" => default,
        code => read(code).unwrap_or_else(|| {
            p.add(field, "error-choose");
            default
        }),
    }
}

/// A consignment as its form shows it: every value as one may type it, in any language.
pub fn fields(body: &Body, names: &Names) -> Input {
    let mut f = Input::default();
    let date = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    let money = |money: Option<Money>| money.map(|m| m.canonical()).unwrap_or_default();
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    f.set_some("external_ref", body.external_ref.as_str());
    f.set_some("consignor", names.organisation(body.consignor));
    f.set_some("donor", names.organisation(body.donor));
    f.set_some("consignee", names.organisation(body.consignee));
    for (n, line) in body.lines.iter().enumerate() {
        let mut put = |field: &str, value: String| f.set_some(format!("line.{n}.{field}"), value);
        put("id", line.id.to_string());
        put("goods", typed_goods(line, names));
        put("sharing", if line.goods.len() > 1 { line.sharing.code().into() } else { String::new() });
        put("category", own_category(line, names).map(Category::code).unwrap_or_default().into());
        put("quantity", line.quantity.amount());
        put("unit", names.lang.unit_typed(line.quantity.unit()));
        put("packages", line.packages.as_ref().map(|p| packed(p, names.lang)).unwrap_or_default());
        put("net", kilograms(line.net));
        put("gross", kilograms(line.gross));
        put("volume", line.volume.map(|v| format!("{} L", crate::lang::plain(v, 1000))).unwrap_or_default());
        put("batch", line.batch.clone());
        put("expiry", date(line.expiry));
        put("hs", line.hs.clone());
        put("value", money(line.value));
        put("cost", money(line.cost));
        put("donor", names.organisation(line.donor).to_string());
        put("note", line.note.clone());
    }
    for (n, leg) in body.legs.iter().enumerate() {
        let mut put = |field: &str, value: String| f.set_some(format!("leg.{n}.{field}"), value);
        put("id", leg.id.to_string());
        put("mode", leg.mode.code().into());
        put("from", names.place_label(leg.from));
        put("via", names.place_label(leg.via));
        put("to", names.place_label(leg.to));
        put("carrier", names.organisation(leg.carrier).to_string());
        put("document_type", leg.document_type.map(Document::code).unwrap_or_default().into());
        put("document", leg.document.clone());
        put("units", number(leg.units));
        put("unit_kind", leg.unit_kind.code().into());
        put("planned_departure", date(leg.planned_departure));
        put("departed", date(leg.departed));
        put("planned_arrival", date(leg.planned_arrival));
        put("arrived", date(leg.arrived));
    }
    if body.legs.len() > 1 {
        f.set("main_leg", body.main_leg.to_string());
    }
    f.set_some("stated_weight", kilograms(body.stated_weight));
    f.set("stated_weight_kind", body.stated_weight_kind.code());
    f.set_some("stated_packages", number(body.stated_packages));
    f.set_some("value", money(body.value));
    f.set_some("freight", money(body.freight));
    f.set_some("insurance", money(body.insurance));
    f.set_some("source", body.source.as_str());
    f.set_some("reported", date(body.reported));
    f.set_some("remarks", body.remarks.as_str());
    let by_dates =
        status_of(&implied(&Body { status: Status::Planned, ..body.clone() }), body.legs.last().map(|l| l.id));
    f.set_some("status", if body.status == by_dates { "" } else { body.status.code() });
    f.set_some("received", date(body.received));
    if body.date().is_none() {
        f.set("dates_unsaid", "1");
    }
    f
}

/// The goods of a line, as one may type them: told apart as they were.
fn typed_goods(line: &Line, names: &Names) -> String {
    let goods: Vec<&str> = line.goods.iter().map(|g| names.good(g.item, &g.name)).collect();
    let all = goods.join("; ");
    // One good whose free name would be read as several ends in a semicolon.
    let alone = line.goods.len() == 1 && line.goods.iter().all(|g| g.item.is_none());
    if alone && split_goods(&all).len() > 1 { format!("{all};") } else { all }
}

/// The category chosen for a line, where it is not simply what the catalogue says.
fn own_category(line: &Line, names: &Names) -> Option<Category> {
    let usual = |good: &Good| good.item.and_then(|id| names.item(id)).map_or(Category::Other, |item| item.category);
    line.goods.iter().find(|good| good.category != usual(good)).map(|good| good.category)
}

/// "4000 bags × 25 kg", as one may type it in the reader's language.
fn packed(packaging: &Packaging, lang: Lang) -> String {
    let each = packaging.each.map(|each| format!(" × {} {}", each.amount(), lang.unit_typed(each.unit())));
    format!("{} {}{}", packaging.count, lang.unit_typed(packaging.kind), each.unwrap_or_default())
}

fn kilograms(milli: Option<i64>) -> String {
    milli.map(|milli| format!("{} kg", crate::lang::plain(milli, 1000))).unwrap_or_default()
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
    }
}
