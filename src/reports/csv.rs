//! The list as a spreadsheet: exactly as filtered, one row a line of goods; RFC 4180, UTF-8, a decimal point in every
//! language, and no cell that a spreadsheet would take for a formula.

use super::{
    filters::ask,
    pages::PIECE,
    store::{self, Scope},
};
use crate::{
    accounts::Visitor,
    consignments::{
        self, Consignment,
        model::{Body, Leg, Line},
    },
    db::{Db, Pool},
    error::{Error, Result},
    missions,
    names::Names,
    values::{Moment, Money, Packaging, When},
    web::{Cursor, Frame, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Bytes, Data},
};
use std::collections::HashMap;

/// The columns: stable names, the same in every language, so that a file can be read back.
const COLUMNS: &[&str] = &[
    "mission",
    "number",
    "external_ref",
    "status",
    "void_reason",
    "date",
    "date_kind",
    "consignor",
    "donor",
    "consignee",
    "mode",
    "from",
    "via",
    "to",
    "carrier",
    "document_type",
    "document",
    "transport_units",
    "transport_unit_kind",
    "planned_departure",
    "departed",
    "planned_arrival",
    "arrived",
    "received",
    "legs",
    "line",
    "goods",
    "sharing",
    "category",
    "qualifier",
    "quantity",
    "unit",
    "base_quantity",
    "base_unit",
    "packages",
    "net_kg",
    "gross_kg",
    "volume_l",
    "batch",
    "expiry",
    "hs",
    "line_value",
    "line_value_currency",
    "line_cost",
    "line_cost_currency",
    "line_donor",
    "line_note",
    "stated_weight_kg",
    "stated_weight_kind",
    "stated_packages",
    "value",
    "value_currency",
    "freight",
    "freight_currency",
    "insurance",
    "insurance_currency",
    "source",
    "reported",
    "remarks",
    "logged_at",
];

/// `GET /consignments.csv`: the list, downloaded as filtered. Sent piece by piece; the file's name says as of when.
pub async fn download(pool: Data<Pool>, frame: Frame, visitor: Visitor, req: HttpRequest) -> Result<HttpResponse> {
    let lang = frame.lang;
    let query = Query::parse(req.query_string());
    let asked = pool.read(move |db| ask(db, &query, "/consignments", None, &visitor)).await?;
    if !asked.problems.is_empty() {
        return Err(Error::Invalid("filter".into()));
    }
    let start = Some(Step { scope: asked.scope, after: None, first: true });
    let stream = futures_util::stream::unfold(start, move |step| {
        let pool = pool.clone();
        async move {
            let step = step?;
            match pool.read(move |db| piece(db, step, lang)).await {
                Ok((bytes, next)) => Some((Ok::<_, Error>(bytes), next)),
                Err(e) => Some((Err(e), None)),
            }
        }
    });
    let name = format!("keruen-consignments-{}.csv", frame.now.0.format("%Y%m%dT%H%M%SZ"));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header(("content-disposition", format!("attachment; filename=\"{name}\"")))
        .streaming(stream))
}

struct Step {
    scope: Scope,
    after: Option<Cursor>,
    first: bool,
}

fn piece(db: &mut Db, step: Step, lang: crate::lang::Lang) -> Result<(Bytes, Option<Step>)> {
    let found = store::page(db, &step.scope, step.after.as_ref(), PIECE)?;
    let whole = consignments::load(db, &found.ids)?;
    let refs = whole.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
    let names = Names::load(db, lang, refs)?;
    let mut ids: Vec<_> = whole.iter().map(|c| c.mission).collect();
    ids.sort_unstable();
    ids.dedup();
    let codes: HashMap<_, _> = missions::mentions(db, &ids)?.into_iter().map(|m| (m.id, m.code)).collect();
    // The byte order mark tells Excel that the file is UTF-8.
    let mut out = if step.first { "\u{feff}".as_bytes().to_vec() } else { vec![] };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    if step.first {
        writer.write_record(COLUMNS).map_err(Error::internal)?;
    }
    for c in &whole {
        let code = codes.get(&c.mission).map_or("", String::as_str);
        for (n, line) in c.body.listed().enumerate() {
            let cells = record(c, code, n, line, &names);
            writer.write_record(cells.iter().map(|cell| safe(cell))).map_err(Error::internal)?;
        }
    }
    writer.flush().map_err(Error::internal)?;
    drop(writer);
    let next = found.more.then_some(Step { scope: step.scope, after: found.last, first: false });
    Ok((out.into(), next))
}

fn record(c: &Consignment, mission: &str, n: usize, line: &Line, names: &Names) -> Vec<String> {
    let body = &c.body;
    let iso = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    let money = |m: Option<Money>| {
        let m = m.map(|m| (m.amount(), m.currency().code().to_string()));
        m.unwrap_or_default()
    };
    let milli = |n: Option<i64>| n.map(|n| crate::lang::plain(n, 1000)).unwrap_or_default();
    let (kind, date) = body.date().map(|(k, w)| (k.code().to_string(), w.iso())).unwrap_or_default();
    let goods: Vec<&str> = line.goods.iter().map(|g| names.good(g.item, &g.name)).collect();
    let quantity = line.quantity;
    let amount =
        if quantity.stated() { crate::lang::plain(quantity.milli(), quantity.unit().factor()) } else { String::new() };
    let ((line_value, line_currency), (value, currency)) = (money(line.value), money(body.value));
    let ((freight, freight_currency), (insurance, insurance_currency)) = (money(body.freight), money(body.insurance));
    let (line_cost, cost_currency) = money(line.cost);
    let leg = body.main();
    let (first, last) = (body.legs.first(), body.legs.last());
    vec![
        mission.into(),
        c.reference(mission),
        body.external_ref.clone(),
        if c.void.is_some() { "void".into() } else { body.status.code().into() },
        c.void.as_ref().map(|v| v.reason.clone()).unwrap_or_default(),
        date,
        kind,
        names.organisation(body.consignor).into(),
        names.organisation(body.donor).into(),
        names.organisation(body.consignee).into(),
        leg.map(|l| l.mode.code().to_string()).unwrap_or_default(),
        names.place_label(first.and_then(|l| l.from)),
        names.place_label(leg.and_then(|l| l.via)),
        names.place_label(last.and_then(|l| l.to)),
        names.organisation(leg.and_then(|l| l.carrier)).into(),
        leg.and_then(|l| l.document_type).map(|d| d.code().to_string()).unwrap_or_default(),
        leg.map(|l| l.document.clone()).unwrap_or_default(),
        leg.and_then(|l| l.units).map(|n| n.to_string()).unwrap_or_default(),
        leg.map(|l| l.unit_kind.code().to_string()).unwrap_or_default(),
        iso(first.and_then(|l| l.planned_departure)),
        iso(first.and_then(|l| l.departed)),
        iso(last.and_then(|l| l.planned_arrival)),
        iso(last.and_then(|l| l.arrived)),
        iso(body.received),
        legs(body, names),
        (n + 1).to_string(),
        goods.join("; "),
        if line.goods.len() > 1 { line.sharing.code().into() } else { String::new() },
        line.goods.iter().map(|good| good.category.code()).collect::<Vec<_>>().join("; "),
        quantity.qualifier().code().into(),
        amount,
        quantity.unit().code().into(),
        if quantity.stated() { crate::lang::plain(quantity.milli(), 1000) } else { String::new() },
        quantity.unit().base().code().into(),
        line.packages.as_ref().map(Packaging::canonical).unwrap_or_default(),
        milli(line.net),
        milli(line.gross),
        milli(line.volume),
        line.batch.clone(),
        iso(line.expiry),
        line.hs.clone(),
        line_value,
        line_currency,
        line_cost,
        cost_currency,
        names.organisation(line.donor).into(),
        line.note.clone(),
        milli(body.stated_weight),
        body.stated_weight.map(|_| body.stated_weight_kind.code().to_string()).unwrap_or_default(),
        body.stated_packages.map(|n| n.to_string()).unwrap_or_default(),
        value,
        currency,
        freight,
        freight_currency,
        insurance,
        insurance_currency,
        body.source.clone(),
        iso(body.reported),
        body.remarks.clone(),
        Moment::to_string(&c.created_at),
    ]
}

/// The whole way: "rail: Almaty (KZALA) > Termez (UZTER); road: Termez (UZTER) > Hairatan (AFHRT)".
fn legs(body: &Body, names: &Names) -> String {
    let leg = |leg: &Leg| {
        let stops = [leg.from, leg.via, leg.to].map(|place| names.place_label(place));
        let stops: Vec<String> = stops.into_iter().filter(|stop| !stop.is_empty()).collect();
        format!("{}: {}", leg.mode.code(), stops.join(" > "))
    };
    body.legs.iter().map(leg).collect::<Vec<_>>().join("; ")
}

/// A cell no spreadsheet takes for a formula: what begins like one gets an apostrophe before it (OWASP, CSV injection).
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(safe("272.728"), "272.728");
    }
}
