//! The lines of consignments as rows of a spreadsheet: one line of goods a row, what is said of the whole repeated. The columns
//! have stable names, the same in every language, and every value is written so that a file can be read back as it is.

use super::{Column, List, Piece};
use crate::{
    accounts::Visitor,
    consignments::{
        self, Consignment,
        form::fields,
        model::{Body, Leg},
    },
    db::Db,
    error::{Error, Result},
    exchange::{fields::Field, way::legs_text},
    lang::{Lang, plain},
    missions,
    names::Names,
    reports::{self, Scope},
    values::{Id, Money, Packaging, When},
    web::{Cursor, Query},
};
use std::collections::HashMap;

/// How many consignments are fetched at a time.
const PIECE: i64 = 500;

/// The columns, in order.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    ("mission", false), ("number", false), ("external_ref", false), ("status", false), ("own_status", false), ("void_reason", false), ("conflict", false),
    ("date", false), ("date_kind", false), ("consignor", false), ("donor", false), ("consignee", false),
    ("mode", false), ("from", false), ("via", false), ("to", false), ("carrier", false), ("document_type", false), ("document", false),
    ("transport_units", true), ("transport_unit_kind", false),
    ("planned_departure", false), ("departed", false), ("planned_arrival", false), ("arrived", false), ("received", false), ("legs", false),
    ("line", true), ("goods", false), ("sharing", false), ("category", false),
    ("qualifier", false), ("quantity", true), ("unit", false), ("base_quantity", true), ("base_unit", false), ("packages", false),
    ("net_kg", true), ("gross_kg", true), ("volume_l", true), ("batch", false), ("expiry", false), ("hs", false),
    ("line_value", true), ("line_value_currency", false), ("line_cost", true), ("line_cost_currency", false),
    ("line_donor", false), ("line_note", false), ("cold", false), ("dangerous", false),
    ("stated_weight_kg", true), ("stated_weight_kind", false), ("stated_packages", true),
    ("value", true), ("value_currency", false), ("freight", true), ("freight_currency", false), ("insurance", true), ("insurance_currency", false),
    ("source", false), ("reported", false), ("remarks", false),
];

/// The consignments of a filter.
pub struct Loads(pub Scope);

impl List for Loads {
    const NAME: &'static str = "consignments";

    fn columns() -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn tags() -> Vec<&'static str> {
        COLUMNS.iter().map(|(name, _)| Field::of_code(name).map_or("", Field::tag)).collect()
    }

    fn ask(db: &mut Db, query: &Query, visitor: &Visitor) -> Result<Self> {
        let asked = reports::ask(db, query, "/consignments", None, visitor)?;
        if asked.problems.is_empty() { Ok(Self(asked.scope)) } else { Err(Error::Invalid("filter".into())) }
    }

    fn piece(&self, db: &mut Db, after: Option<&Cursor>, lang: Lang) -> Result<Piece> {
        let found = reports::page(db, &self.0, after, PIECE)?;
        let whole = consignments::load(db, &found.ids)?;
        let refs = whole.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
        let names = Names::load(db, lang, refs)?;
        let mut ids: Vec<Id> = whole.iter().map(|c| c.mission).collect();
        ids.sort_unstable();
        ids.dedup();
        let codes: HashMap<Id, String> = missions::mentions(db, &ids)?.into_iter().map(|m| (m.id, m.code)).collect();
        let rows =
            whole.iter().flat_map(|c| rows(c, codes.get(&c.mission).map_or("", String::as_str), &names)).collect();
        Ok((rows, found.last.filter(|_| found.more)))
    }
}

/// A consignment's rows.
fn rows(c: &Consignment, mission: &str, names: &Names) -> Vec<Vec<String>> {
    let (whole, form) = (whole(c, mission, names), fields(&c.body, names));
    let milli = |n: Option<i64>| n.map(|n| plain(n, 1000)).unwrap_or_default();
    let lines = c.body.lines.iter().enumerate().filter(|(_, line)| line.found_by.is_none());
    let rows = lines.enumerate().map(|(n, (at, line))| {
        let mut row = whole.clone();
        let mut put = |name: &'static str, value: String| drop(row.insert(name, value));
        let typed = |field: &str| form.get(&format!("line.{at}.{field}")).to_string();
        let quantity = line.quantity;
        let amount = |factor: i64| if quantity.stated() { plain(quantity.milli(), factor) } else { String::new() };
        put("line", (n + 1).to_string());
        put("goods", typed("goods"));
        put("sharing", typed("sharing"));
        put("category", line.goods.iter().map(|good| good.category.code()).collect::<Vec<_>>().join("; "));
        put("qualifier", quantity.qualifier().code().into());
        put("quantity", amount(quantity.unit().factor()));
        put("unit", quantity.unit().code().into());
        put("base_quantity", amount(1000));
        put("base_unit", quantity.unit().base().code().into());
        put("packages", line.packages.as_ref().map(Packaging::canonical).unwrap_or_default());
        put("net_kg", milli(line.net));
        put("gross_kg", milli(line.gross));
        put("volume_l", milli(line.volume));
        put("batch", line.batch.clone());
        put("expiry", iso(line.expiry));
        put("hs", line.hs.clone());
        put("line_donor", names.organisation(line.donor).into());
        put("line_note", line.note.clone());
        put("cold", line.cold.clone());
        put("dangerous", line.dangerous.clone());
        for (amount, currency, money) in
            [("line_value", "line_value_currency", line.value), ("line_cost", "line_cost_currency", line.cost)]
        {
            put(amount, amount_of(money));
            put(currency, currency_of(money));
        }
        COLUMNS.iter().map(|(name, _)| row.remove(name).unwrap_or_default()).collect()
    });
    rows.collect()
}

/// What every row of a consignment says.
fn whole(c: &Consignment, mission: &str, names: &Names) -> HashMap<&'static str, String> {
    let body = &c.body;
    let (kind, date) = body.date().map(|(kind, when)| (kind.code().to_string(), when.iso())).unwrap_or_default();
    let leg = body.main();
    let (first, last) = (body.legs.first(), body.legs.last());
    let place = |id: Option<Id>| names.place_label(id);
    let mut out = HashMap::from([
        ("mission", mission.to_string()),
        ("number", c.reference(mission)),
        ("external_ref", body.external_ref.clone()),
        ("status", c.standing().to_string()),
        // How far one has come that is void, or waits for a choice.
        ("own_status", if c.counts() { String::new() } else { body.status.code().to_string() }),
        ("void_reason", c.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default()),
        ("conflict", c.contested.clone()),
        ("date", date),
        ("date_kind", kind),
        ("consignor", names.organisation(body.consignor).into()),
        ("donor", names.organisation(body.donor).into()),
        ("consignee", names.organisation(body.consignee).into()),
        ("mode", leg.map(|l| l.mode.code().to_string()).unwrap_or_default()),
        ("from", place(first.and_then(|l| l.from))),
        ("via", place(leg.and_then(|l| l.via))),
        ("to", place(last.and_then(|l| l.to))),
        ("carrier", names.organisation(leg.and_then(|l| l.carrier)).into()),
        ("document_type", leg.and_then(|l| l.document_type).map(|d| d.code().to_string()).unwrap_or_default()),
        ("document", leg.map(|l| l.document.clone()).unwrap_or_default()),
        ("transport_units", leg.and_then(|l| l.units).map(|n| n.to_string()).unwrap_or_default()),
        ("transport_unit_kind", leg.map(|l| l.unit_kind.code().to_string()).unwrap_or_default()),
        ("planned_departure", iso(first.and_then(|l| l.planned_departure))),
        ("departed", iso(first.and_then(|l| l.departed))),
        ("planned_arrival", iso(last.and_then(|l| l.planned_arrival))),
        ("arrived", iso(last.and_then(|l| l.arrived))),
        ("received", iso(body.received)),
        ("legs", all_legs(body, names)),
        ("stated_weight_kg", body.stated_weight.map(|n| plain(n, 1000)).unwrap_or_default()),
        ("stated_packages", body.stated_packages.map(|n| n.to_string()).unwrap_or_default()),
        ("source", body.source.clone()),
        ("reported", iso(body.reported)),
        ("remarks", body.remarks.clone()),
    ]);
    if body.stated_weight.is_some() {
        out.insert("stated_weight_kind", body.stated_weight_kind.code().into());
    }
    for (amount, currency, money) in [
        ("value", "value_currency", body.value),
        ("freight", "freight_currency", body.freight),
        ("insurance", "insurance_currency", body.insurance),
    ] {
        out.insert(amount, amount_of(money));
        out.insert(currency, currency_of(money));
    }
    out
}

/// The whole way, where it has several legs: of one leg the other columns say everything.
fn all_legs(body: &Body, names: &Names) -> String {
    let several = body.legs.len() > 1;
    let legs: Vec<Leg> = if several { body.legs.clone() } else { vec![] };
    match several {
        true => legs_text(&fields(&Body { lines: vec![], legs, ..body.clone() }, names)),
        false => String::new(),
    }
}

fn iso(when: Option<When>) -> String {
    when.map(When::iso).unwrap_or_default()
}

fn amount_of(money: Option<Money>) -> String {
    money.map(Money::amount).unwrap_or_default()
}

fn currency_of(money: Option<Money>) -> String {
    money.map(|money| money.currency().code().to_string()).unwrap_or_default()
}
