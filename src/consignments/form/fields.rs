//! A consignment as its form shows it.

use super::split_goods;
use crate::{
    catalogue::Category,
    consignments::{
        journey::{Status, implied, status_of},
        model::{Body, Document, Good, Line},
    },
    lang::Lang,
    names::Names,
    values::{Money, Packaging, When},
    web::Input,
};

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
        put("cold", line.cold.clone());
        put("dangerous", line.dangerous.clone());
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
    // That a part was received is said by receipts, and by no form.
    let said = body.status != by_dates && body.status != Status::PartlyReceived;
    f.set_some("status", if said { body.status.code() } else { "" });
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
    // One good whose free name would be read as another, or as several, ends in a semicolon.
    let alone = line.goods.len() == 1 && line.goods.iter().all(|g| g.item.is_none());
    if alone && split_goods(&all) != [all.as_str()] { format!("{all};") } else { all }
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
