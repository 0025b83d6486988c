//! A receipt as typed: what was good, damaged, missing of each line, and goods that nobody had listed. Amounts are in the
//! line's own kind of unit, or in its packages where it says what is in one.

use super::model::Receipt;
use crate::{
    accounts::Visitor,
    consignments::{
        Consignment,
        actions::Found,
        form::{self as load, some_units},
        model::{Account, Fate, Finding, Line, Milestone, Part, Reason},
    },
    db::Db,
    error::Result,
    names::{self, Known},
    values::{Fault, Id, Moment, Qualifier, Quantity, Unit, names::LONGEST_NAME, quantity::MAX as LARGEST},
    web::{Input, Problems, Row, shortened},
};

/// The most goods one receipt adds that nobody had listed.
const MOST_NEW: usize = 40;

/// The fields that make a row of goods nobody had listed.
pub const NEW: &[&str] = &["goods", "good", "damaged", "unit", "note"];

/// The fields of a line that say what was not well.
pub const EXCEPTIONS: &[&str] = &["damaged", "damaged_reason", "missing", "missing_reason", "note"];

/// The texts of a receipt that say no figure.
pub const TEXTS: &[&str] = &["external_ref", "receiver", "seals", "ticket", "temperature"];

/// What was read of a receipt: the document, and what it found.
pub struct Draft {
    /// The document, without its number.
    pub receipt: Receipt,
    /// What it found.
    pub found: Found,
    /// Of which listed units it is.
    pub which: Vec<Id>,
}

/// Reads a receipt of a consignment.
pub fn check(db: &mut Db, c: &Consignment, id: Id, input: &Input, who: &Visitor) -> Result<Result<Draft, Problems>> {
    let mut problems = Problems::of(input, who.lang);
    let p = &mut problems;
    let happened = load::when(input, p);
    let place = names::place(db, p, "place", input.get("place"), who)?;
    let leg = leg(c, input, p);
    let (units, which) = leg.map_or((None, vec![]), |leg| some_units(c, leg, Some(Milestone::Received), input, p));
    for field in TEXTS {
        if input.get(field).chars().count() > LONGEST_NAME && p.on(field).is_none() {
            p.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
        }
    }
    let text = |field: &str| input.get(field).to_string();
    let receipt = Receipt {
        id,
        consignment: c.id,
        number: 0,
        happened,
        place,
        leg,
        units,
        external_ref: text("external_ref"),
        receiver: text("receiver"),
        seals: text("seals"),
        ticket: text("ticket"),
        gross: load::weight(p, "gross", input.get("gross")),
        tare: load::weight(p, "tare", input.get("tare")),
        temperature: text("temperature"),
        remarks: text("remarks"),
        posted: String::new(),
        by: who.by.person,
        at: Moment::now(),
        void: None,
    };
    let takes = taken(c, input);
    let accounts = c.accounts_without(&takes);
    let mut findings = finding_rows(&accounts, id, input, p);
    if input.get("as_listed") == "1" && p.is_empty() {
        as_listed(c, &accounts, units, &which, id, &mut findings, p);
    }
    let (lines, more) = unlisted(db, id, input, p)?;
    findings.extend(more);
    if findings.is_empty() && takes.is_empty() && problems.is_empty() {
        problems.add("as_listed", "error-nothing-received");
    }
    Ok(problems.or(|| Draft { receipt, found: Found { findings, lines, takes, step: None }, which }))
}

/// The leg at whose end it was: as chosen, else the last one.
pub fn leg(c: &Consignment, input: &Input, p: &mut Problems) -> Option<Id> {
    if input.get("leg").is_empty() {
        return c.receiving_leg().map(|leg| leg.id);
    }
    let chosen = input.get("leg").parse::<Id>().ok().filter(|id| c.body.legs.iter().any(|leg| leg.id == *id));
    if chosen.is_none() {
        p.add("leg", "error-choose");
    }
    chosen
}

/// What the rows of a form say was found of the parts.
pub fn finding_rows(accounts: &[(Part<'_>, Account)], id: Id, input: &Input, p: &mut Problems) -> Vec<Finding> {
    let rows = input.rows("part");
    let mut out = vec![];
    for (part, account) in accounts {
        let key = key(part);
        let row = rows.iter().find(|row| row.get("key") == key);
        out.extend(found_of(part, account, row.copied(), id, p));
    }
    out
}

/// By what a form knows a part: its line and its place in it.
pub fn key(part: &Part<'_>) -> String {
    format!("{}.{}", part.line.id, part.index)
}

/// The loss reports that are ticked as counted in this receipt.
pub fn taken(c: &Consignment, input: &Input) -> Vec<Id> {
    c.losses().into_iter().filter(|id| input.get(&format!("take.{id}")) == "1").collect()
}

/// What a row says was found of a part.
fn found_of(part: &Part<'_>, account: &Account, row: Option<Row<'_>>, id: Id, p: &mut Problems) -> Vec<Finding> {
    let Some(row) = row else { return vec![] };
    let note = row.get("note");
    let mut out = vec![];
    for (fate, field) in [(Fate::Good, "good"), (Fate::Damaged, "damaged"), (Fate::Missing, "missing")] {
        let name = row.name(field);
        let typed = row.get(field);
        let (typed, sign) = match typed.strip_prefix(['-', '−']) {
            Some(found) if fate == Fate::Missing => (found.trim(), -1),
            _ => (typed, 1),
        };
        if typed.is_empty() {
            continue;
        }
        let Some((milli, counted)) = amount(part, &name, typed, p) else { continue };
        if milli == 0 && counted.is_empty() {
            continue;
        }
        if sign < 0 && milli > account.missing {
            p.add_with(&name, "error-found-too-much", [("missing", p.lang().amount(account.missing, part.unit()))]);
            continue;
        }
        let reason = reason(row, field, fate, sign, note, p);
        out.push(finding(part, id, fate, reason, sign * milli, counted, note));
    }
    out
}

fn finding(part: &Part<'_>, id: Id, fate: Fate, reason: Reason, milli: i64, counted: String, note: &str) -> Finding {
    Finding {
        id: Id::fresh(),
        document: id,
        line: part.line.id,
        part: part.index,
        fate,
        reason,
        milli,
        counted,
        note: note.into(),
        taken_by: None,
        withdrawn_at: None,
    }
}

/// Why goods are damaged or missing: asked for, and told in a note where it is none of the usual.
fn reason(row: Row<'_>, field: &str, fate: Fate, sign: i64, note: &str, p: &mut Problems) -> Reason {
    if fate == Fate::Good || sign < 0 {
        return Reason::Unsaid;
    }
    let name = row.name(&format!("{field}_reason"));
    match Reason::from_code(row.get(&format!("{field}_reason"))).filter(|reason| *reason != Reason::Unsaid) {
        None => p.add(&name, "error-reason-code-empty"),
        Some(Reason::Other) if note.is_empty() => p.add(&row.name("note"), "error-reason-other"),
        Some(reason) => return reason,
    }
    Reason::Unsaid
}

/// An amount of a part: thousandths of the base of its unit, and how it was counted where that is in packages.
fn amount(part: &Part<'_>, field: &str, typed: &str, p: &mut Problems) -> Option<(i64, String)> {
    let own = part.quantity.unit();
    let comma = p.lang().comma();
    let read = match Quantity::read(typed, "", comma) {
        Err(Fault::NoUnit) => Quantity::read(typed, own.code(), comma),
        read => read,
    };
    let quantity = match read {
        Ok(quantity) if quantity.qualifier() == Qualifier::Exact => quantity,
        Ok(_) => {
            p.add_with(field, "error-receipt-not-exact", [("typed", shortened(typed))]);
            return None;
        }
        Err(fault) => {
            p.figure(field, field, typed, fault);
            return None;
        }
    };
    if quantity.unit().base() == own.base() {
        return Some((quantity.milli(), String::new()));
    }
    let packages = part.line.packages.filter(|packages| alike(packages.kind, quantity.unit()));
    let each = packages.and_then(|packages| packages.each);
    let each = each.filter(|each| each.qualifier() == Qualifier::Exact && each.unit().base() == own.base());
    match each {
        Some(each) if quantity.milli() % 1000 == 0 => {
            let total = each.milli().checked_mul(quantity.milli() / 1000);
            let total = total.filter(|total| *total <= LARGEST);
            if total.is_none() {
                p.add_with(field, "error-too-large", [("typed", shortened(typed))]);
            }
            Some((total?, quantity.canonical()))
        }
        // How much was sent is not stated either: what can be counted is counted.
        _ if !part.quantity.stated() && quantity.unit().is_package() => Some((0, quantity.canonical())),
        _ => {
            let lang = p.lang();
            let args = [("typed", shortened(typed)), ("unit", lang.unit(own)), ("other", lang.unit(quantity.unit()))];
            p.add_with(field, "error-cannot-convert", args);
            None
        }
    }
}

/// Whether packages are of the kind that was counted; "packages" are of any kind.
fn alike(kind: Unit, counted: Unit) -> bool {
    kind == counted
        || [kind, counted].iter().all(|unit| unit.is_package())
            && [kind, counted].iter().any(|unit| unit.code() == "XPK")
}

/// "Received as listed": of every part of which nothing is said to be good, all that is awaited and not said to be otherwise.
/// Of some wagons it is what they are listed to hold.
fn as_listed(
    c: &Consignment,
    accounts: &[(Part<'_>, Account)],
    units: Option<i64>,
    which: &[Id],
    id: Id,
    findings: &mut Vec<Finding>,
    p: &mut Problems,
) {
    let open = accounts.iter().filter(|(part, _)| part.line.found_by.is_none());
    let said = |findings: &[Finding], part: &Part<'_>, fate: Option<Fate>| -> i64 {
        let own = findings.iter().filter(|found| (found.line, found.part) == part.key());
        own.filter(|found| fate.is_none_or(|fate| found.fate == fate)).map(|found| found.milli).sum()
    };
    let waiting: Vec<&(Part<'_>, Account)> =
        open.filter(|(part, _)| said(findings, part, Some(Fate::Good)) == 0).collect();
    if units.is_some() {
        let net: Option<i64> = c.units.iter().filter(|unit| which.contains(&unit.id)).map(|unit| unit.net).sum();
        let alone = match waiting.as_slice() {
            [(part, _)] if Some(part.unit()) == Unit::from_code("KGM") => Some(part),
            _ => None,
        };
        match (alone, net.filter(|_| !which.is_empty())) {
            (Some(part), Some(net)) => {
                let good = net - said(findings, part, None);
                findings.push(finding(part, id, Fate::Good, Reason::Unsaid, good.max(0), String::new(), ""));
            }
            _ => p.add("units", "error-as-listed-units"),
        }
        return;
    }
    for (part, account) in waiting {
        let good = account.under_way - said(findings, part, None);
        if part.quantity.stated() && good > 0 {
            findings.push(finding(part, id, Fate::Good, Reason::Unsaid, good, String::new(), ""));
        } else if !part.quantity.stated() && !account.told {
            // All of it came, however much that is.
            let counted = String::from("?");
            findings.push(finding(part, id, Fate::Good, Reason::Unsaid, 0, counted, ""));
        }
    }
}

/// Goods that nobody had listed: each becomes a line of which nothing was dispatched.
fn unlisted(db: &mut Db, id: Id, input: &Input, p: &mut Problems) -> Result<(Vec<Line>, Vec<Finding>)> {
    let (mut lines, mut findings) = (vec![], vec![]);
    let rows: Vec<Row<'_>> = input.rows("new").into_iter().filter(|row| !row.blank(NEW)).collect();
    if rows.len() > MOST_NEW {
        p.add_with("", "error-too-many-lines", [("most", MOST_NEW.to_string())]);
    }
    for row in rows.into_iter().take(MOST_NEW) {
        // One good: the form of the consignment would take these for several.
        let typed = row.get("goods").replace([';', '؛', '\n'], ",");
        let typed = typed.as_str();
        if crate::values::words(typed).is_empty() {
            p.add(&row.name("goods"), "error-goods-empty");
            continue;
        }
        if typed.chars().count() > LONGEST_NAME {
            p.add_with(&row.name("goods"), "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
            continue;
        }
        let item = Known::default().item(db, typed, p.lang())?;
        let usual = item.as_ref().and_then(|item| item.unit).map_or("", Unit::code);
        let unit = if row.get("unit").is_empty() { usual } else { row.get("unit") };
        let mut amounts = vec![];
        for (fate, field) in [(Fate::Good, "good"), (Fate::Damaged, "damaged")] {
            if row.get(field).is_empty() {
                continue;
            }
            match Quantity::read(row.get(field), unit, p.lang().comma()) {
                Ok(quantity) if quantity.qualifier() == Qualifier::Exact => amounts.push((fate, field, quantity)),
                Ok(_) => {
                    p.add_with(&row.name(field), "error-receipt-not-exact", [("typed", shortened(row.get(field)))])
                }
                Err(fault) => p.figure(&row.name(field), &row.name("unit"), row.get(field), fault),
            }
        }
        let Some((_, _, first)) = amounts.first().copied() else {
            if p.on(&row.name("good")).or(p.on(&row.name("damaged"))).or(p.on(&row.name("unit"))).is_none() {
                p.add(&row.name("good"), "error-quantity-empty");
            }
            continue;
        };
        let Some(nothing) = Quantity::new(Qualifier::Exact, 0, first.unit()) else { continue };
        let line = load::found_line(id, typed, item, nothing, row.get("note"));
        let part = Part { line: &line, index: 0, goods: &line.goods, quantity: nothing };
        for (fate, field, quantity) in amounts {
            if quantity.unit().base() != first.unit().base() {
                p.add(&row.name(field), "error-mixed-units-plain");
                continue;
            }
            let reason = reason(row, field, fate, 1, row.get("note"), p);
            findings.push(finding(&part, id, fate, reason, quantity.milli(), String::new(), row.get("note")));
        }
        lines.push(line);
    }
    Ok((lines, findings))
}
