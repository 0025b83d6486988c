//! A mission as a workbook: what it comes to, its consignments, their lines, what was received and lost, and who said so. Names of
//! columns are those of every export; figures are numbers.

use super::{
    Column, List,
    lines::{COLUMNS, Loads},
    xlsx::{finished, sent, sheet, write},
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{self, Cell, Consignment, Facet, Figures, Measure},
    db::{Db, Pool},
    error::{Error, Result},
    exchange::fields::{Field, Of},
    lang::{Lang, plain},
    missions::{self, Mission},
    names::Names,
    receipts::{self, losses},
    reports::Scope,
    sources,
    values::{Currency, Id, When},
    web::Frame,
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use rust_xlsxwriter::Workbook;
use std::collections::HashMap;

/// The most receipts, loss reports or sources of one workbook: of more it says that they are too many.
const MOST: i64 = 100_000;

const SUMMARY: &[Column] = &[
    ("by", false),
    ("part", false),
    ("measure", false),
    ("unit", false),
    ("state", false),
    ("amount", true),
    ("count", true),
    ("about", true),
    ("at_least", true),
    ("at_most", true),
    ("not_stated", true),
];

const RECEIPTS: &[Column] = &[
    ("number", false),
    ("receipt", false),
    ("happened", false),
    ("place", false),
    ("receiver", false),
    ("external_ref", false),
    ("goods", false),
    ("fate", false),
    ("reason", false),
    ("amount", true),
    ("unit", false),
    ("counted", false),
    ("note", false),
    ("remarks", false),
    ("void_reason", false),
];

const LOSSES: &[Column] = &[
    ("number", false),
    ("loss", false),
    ("happened", false),
    ("place", false),
    ("stage", false),
    ("goods", false),
    ("fate", false),
    ("reason", false),
    ("amount", true),
    ("unit", false),
    ("note", false),
    ("circumstances", false),
    ("disposition", false),
    ("value", true),
    ("value_currency", false),
    ("void_reason", false),
];

const SOURCES: &[Column] = &[
    ("number", false),
    ("figure", false),
    ("role", false),
    ("stated", false),
    ("said_by", false),
    ("document", false),
    ("page", false),
    ("address", false),
    ("dated", false),
    ("note", false),
];

/// `GET /missions/{id}/workbook.xlsx`: the mission as a workbook.
pub async fn mission(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let mission = pool
        .read(move |db| {
            visitor.must(Act::Look, id)?;
            missions::find(db, id)?.ok_or(Error::NotFound)
        })
        .await?;
    let name =
        format!("{}-{}.xlsx", crate::files::plain_name(&mission.body.code), frame.now.0.format("%Y%m%dT%H%M%SZ"));
    let made = actix_web::web::block(move || workbook(&pool, &mission, lang)).await.map_err(Error::internal)??;
    Ok(sent(made, &name))
}

/// Writes a mission's workbook to a file that is gone when it is closed.
pub fn workbook(pool: &Pool, mission: &Mission, lang: Lang) -> Result<std::fs::File> {
    let failed = |e: rust_xlsxwriter::XlsxError| Error::internal(e);
    let mut book = Workbook::new();
    let summary = pool.read_now(|db| summary(db, mission.id, lang))?;
    put(&mut book, "summary", SUMMARY, &summary, lang)?;
    // The columns of the whole, and those of the lines; both sheets are written as the lines come.
    let whole: Vec<usize> = (0..COLUMNS.len()).filter(|n| of_the_whole(COLUMNS[*n].0)).collect();
    let columns: Vec<Column> = whole.iter().map(|n| COLUMNS[*n]).collect();
    let mut consignments = sheet(&mut book, "consignments", &columns, lang).map_err(failed)?;
    let mut lines = sheet(&mut book, "lines", COLUMNS, lang).map_err(failed)?;
    let list = Loads(Scope { mission: Some(mission.id), oldest_first: true, ..Scope::default() });
    let (mut last, mut after, mut more) = (vec![], None, true);
    let (mut of_whole, mut of_lines) = (1, 1);
    while more {
        let (rows, next) = pool.read_now(|db| list.piece(db, after.as_ref(), lang))?;
        for row in rows {
            let own: Vec<String> = whole.iter().map(|n| row[*n].clone()).collect();
            if last != own {
                write(&mut consignments, of_whole, &columns, &own).map_err(failed)?;
                of_whole += 1;
                last = own;
            }
            write(&mut lines, of_lines, COLUMNS, &row).map_err(failed)?;
            of_lines += 1;
        }
        more = next.is_some();
        after = next;
    }
    book.push_worksheet(consignments);
    book.push_worksheet(lines);
    let (received, lost, said) = pool.read_now(|db| found(db, mission, lang))?;
    put(&mut book, "receipts", RECEIPTS, &received, lang)?;
    put(&mut book, "losses", LOSSES, &lost, lang)?;
    put(&mut book, "sources", SOURCES, &said, lang)?;
    finished(book)
}

fn of_the_whole(column: &str) -> bool {
    Field::of_code(column).is_some_and(|field| field.of != Of::Line)
}

fn put(book: &mut Workbook, name: &str, columns: &[Column], rows: &[Vec<String>], lang: Lang) -> Result<()> {
    let failed = |e: rust_xlsxwriter::XlsxError| Error::internal(e);
    let mut sheet = sheet(book, name, columns, lang).map_err(failed)?;
    for (n, row) in (1..).zip(rows) {
        write(&mut sheet, n, columns, row).map_err(failed)?;
    }
    book.push_worksheet(sheet);
    Ok(())
}

/// The kept sums of a mission, each part by its name.
fn summary(db: &mut Db, mission: Id, lang: Lang) -> Result<Vec<Vec<String>>> {
    let parts = [Facet::Donor, Facet::Category, Facet::Month, Facet::Leg, Facet::Arrival];
    let cells = consignments::sums_of(db, mission, &parts)?;
    let ids = |facet: Facet| {
        let own = cells.keys().filter(move |cell| cell.facet == facet);
        own.flat_map(|cell| cell.value.split(consignments::contributions::TOGETHER))
            .filter_map(|part| part.parse::<Id>().ok())
            .collect::<Vec<_>>()
    };
    let names = Names::load(db, lang, (ids(Facet::Donor), ids(Facet::Leg), ids(Facet::Item)))?;
    let name = |facet: Facet, part: &str| match (facet, part.parse::<Id>()) {
        (Facet::Donor, Ok(id)) => names.organisation(Some(id)).to_string(),
        (Facet::Leg, Ok(id)) => names.place_label(Some(id)),
        (Facet::Item, Ok(id)) => names.good(Some(id), part).to_string(),
        _ => part.trim_start_matches(consignments::contributions::FREE).to_string(),
    };
    let row = |(cell, figures): (&Cell, &Figures)| {
        let parts = cell.value.split(consignments::contributions::TOGETHER).map(|part| name(cell.facet, part));
        let amount = match cell.measure {
            Measure::Quantity
            | Measure::Good
            | Measure::Damaged
            | Measure::Missing
            | Measure::Returned
            | Measure::Surplus => plain(figures.amount, 1000),
            Measure::Value | Measure::Freight | Measure::Insurance => {
                let exponent = Currency::from_code(&cell.unit).map_or(0, Currency::exponent);
                plain(figures.amount, 10_i64.pow(exponent))
            }
            _ => figures.amount.to_string(),
        };
        let counts = [figures.lines, figures.about, figures.at_least, figures.at_most, figures.not_stated];
        let told = [
            cell.facet.code().into(),
            parts.collect::<Vec<_>>().join("; "),
            cell.measure.code().into(),
            cell.unit.clone(),
            cell.state.clone(),
            amount,
        ];
        told.into_iter().chain(counts.map(|n| n.to_string())).collect()
    };
    Ok(cells.iter().map(row).collect())
}

type Rows = Vec<Vec<String>>;

/// What was received, what was lost, and who said so.
fn found(db: &mut Db, mission: &Mission, lang: Lang) -> Result<(Rows, Rows, Rows)> {
    let id = mission.id;
    let (received, lost, said) =
        (receipts::of_mission(db, id, MOST)?, losses::of_mission(db, id, MOST)?, sources::of_mission(db, id, MOST)?);
    if [received.len(), lost.len(), said.len()].iter().any(|n| *n as i64 >= MOST) {
        return Err(Error::TooLarge);
    }
    let mut ids: Vec<Id> = received
        .iter()
        .map(|it| it.consignment)
        .chain(lost.iter().map(|it| it.consignment))
        .chain(said.iter().map(|it| it.consignment))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut loads: HashMap<Id, Consignment> = HashMap::new();
    for ids in ids.chunks(500) {
        loads.extend(consignments::load(db, ids)?.into_iter().map(|c| (c.id, c)));
    }
    let places = received.iter().filter_map(|it| it.place).chain(lost.iter().filter_map(|it| it.place)).collect();
    let items = loads.values().flat_map(|c| c.body.refs().2).collect();
    let names = Names::load(db, lang, (vec![], places, items))?;
    let number = |id: &Id| loads.get(id).map(|c| c.reference(&mission.body.code)).unwrap_or_default();
    let iso = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    // A row for each thing a document found; one for a document that found nothing.
    let findings = |consignment: &Id, document: Id| -> Vec<[String; 7]> {
        let Some(c) = loads.get(consignment) else { return vec![Default::default()] };
        let own = c.findings.iter().filter(|found| found.document == document).map(|found| {
            let line = c.body.lines.iter().find(|line| line.id == found.line);
            let goods = line.map(|line| consignments::said::goods(line, &names)).unwrap_or_default();
            let unit = line.map(|line| line.quantity.unit().base().code()).unwrap_or_default();
            [
                goods,
                found.fate.code().into(),
                found.reason.code().into(),
                plain(found.milli, 1000),
                unit.into(),
                found.counted.clone(),
                found.note.clone(),
            ]
        });
        let own: Vec<[String; 7]> = own.collect();
        if own.is_empty() { vec![Default::default()] } else { own }
    };
    let mut out = (vec![], vec![], vec![]);
    for it in &received {
        let (reference, void) =
            (number(&it.consignment), it.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default());
        for [goods, fate, reason, amount, unit, counted, note] in findings(&it.consignment, it.id) {
            let head = [
                reference.clone(),
                receipts::number(&reference, it.number),
                iso(it.happened),
                names.place_label(it.place),
                it.receiver.clone(),
                it.external_ref.clone(),
            ];
            let tail = [goods, fate, reason, amount, unit, counted, note, it.remarks.clone(), void.clone()];
            out.0.push(head.into_iter().chain(tail).collect());
        }
    }
    for it in &lost {
        let (reference, void) =
            (number(&it.consignment), it.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default());
        let worth = it.value.map(|money| (money.amount(), money.currency().code().to_string())).unwrap_or_default();
        for [goods, fate, reason, amount, unit, _, note] in findings(&it.consignment, it.id) {
            let head = [
                reference.clone(),
                losses::number(&reference, it.number),
                iso(it.happened),
                names.place_label(it.place),
                it.stage.code().into(),
            ];
            let tail = [
                goods,
                fate,
                reason,
                amount,
                unit,
                note,
                it.circumstances.clone(),
                it.disposition.code().into(),
                worth.0.clone(),
                worth.1.clone(),
                void.clone(),
            ];
            out.1.push(head.into_iter().chain(tail).collect());
        }
    }
    for it in &said {
        let told = [
            number(&it.consignment),
            it.figure.clone(),
            it.role.code().into(),
            it.stated.clone(),
            it.said_by.clone(),
            it.document.clone(),
            it.page.clone(),
            it.address.clone(),
            iso(it.dated),
            it.note.clone(),
        ];
        out.2.push(told.into_iter().collect());
    }
    Ok(out)
}
