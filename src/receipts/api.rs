//! Receipts for programs.

use super::{actions, model, store};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self, Consignment,
        api::{Because, VoidRecord},
        model::{Fate, Finding, Reason},
    },
    db::{Db, Pool},
    error::{Error, Result},
    names::Names,
    values::{Decimal, Id, Moment, Unit, When},
    web::{
        Input,
        json::{self, Body, Fault, Key, Page, Record},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A receipt: what arrived of a consignment, and in what condition.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Receipt)]
pub struct ReceiptRecord {
    /// Its id.
    id: Id,
    /// Its number as people write it: `KZ-AF-2023-04/003-R1`.
    number: String,
    /// The id of its consignment.
    consignment: Id,
    /// When; left out where nobody said.
    happened: Option<When>,
    /// Where.
    place: String,
    /// At the end of which leg.
    leg: Option<Id>,
    /// Of how many transport units; left out where it is not said to be of some.
    units: Option<i64>,
    /// The number of the paper form it was written on.
    external_ref: String,
    /// Who received it.
    receiver: String,
    /// The seals, and whether they were whole.
    seals: String,
    /// The weighbridge ticket.
    ticket: String,
    /// Laden weight in kilograms.
    gross: Option<Decimal>,
    /// Unladen weight in kilograms.
    tare: Option<Decimal>,
    /// The temperature on arrival, as stated.
    temperature: String,
    /// Anything else.
    remarks: String,
    /// What it found.
    found: Vec<FindingRecord>,
    /// When it was recorded.
    recorded_at: Moment,
    /// That it was declared void: what it found counts no more.
    void: Option<VoidRecord>,
}

/// What was found of a part of a line.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingRecord {
    /// The line.
    line: Id,
    /// Which good of it, from 0, where the quantity is of each; else 0.
    part: i64,
    /// What became of it.
    fate: Fate,
    /// Why.
    reason: Reason,
    /// How much, in the base of the line's unit; less than nothing missing is something found.
    quantity: Decimal,
    /// That unit.
    unit: Option<Unit>,
    /// How it was counted, where that is in another unit: `3970 XBG`.
    counted: String,
    /// What else is told.
    note: String,
}

pub(super) fn found_by(c: &Consignment, document: Id) -> Vec<FindingRecord> {
    let own = c.findings.iter().filter(|found| found.document == document);
    own.map(|it: &Finding| FindingRecord {
        line: it.line,
        part: it.part,
        fate: it.fate,
        reason: it.reason,
        quantity: Decimal::of_thousandths(it.milli),
        unit: c.body.lines.iter().find(|line| line.id == it.line).map(|line| line.quantity.unit().base()),
        counted: it.counted.clone(),
        note: it.note.clone(),
    })
    .collect()
}

impl ReceiptRecord {
    fn of(it: model::Receipt, c: &Consignment, reference: &str, names: &Names) -> Self {
        Self {
            id: it.id,
            number: model::number(reference, it.number),
            consignment: it.consignment,
            happened: it.happened,
            place: names.place_label(it.place),
            leg: it.leg,
            units: it.units,
            external_ref: it.external_ref,
            receiver: it.receiver,
            seals: it.seals,
            ticket: it.ticket,
            gross: it.gross.map(Decimal::of_thousandths),
            tare: it.tare.map(Decimal::of_thousandths),
            temperature: it.temperature,
            remarks: it.remarks,
            found: found_by(c, it.id),
            recorded_at: it.at,
            void: it.void.as_ref().map(VoidRecord::of),
        }
    }
}

/// A receipt, as a program tells it.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReceiptStated {
    /// When; needed, unless `undated` says that nobody said.
    happened: Option<When>,
    /// That nobody said when.
    undated: bool,
    /// Where.
    place: String,
    /// At the end of which leg; of the last where it is left out.
    leg: Option<Id>,
    /// Of how many transport units; of all where it is left out.
    units: Option<u32>,
    /// Of which of the listed ones.
    listed_units: Vec<Id>,
    /// The number of the paper form it was written on.
    external_ref: String,
    /// Who received it: name, function.
    receiver: String,
    /// The seals, and whether they were whole.
    seals: String,
    /// The weighbridge ticket.
    ticket: String,
    /// Laden weight in kilograms.
    gross: Option<Decimal>,
    /// Unladen weight in kilograms.
    tare: Option<Decimal>,
    /// The temperature on arrival.
    temperature: String,
    /// Anything else.
    remarks: String,
    /// That all that is awaited came in good condition, but for what `parts` say.
    as_listed: bool,
    /// What was found of the parts of the lines.
    parts: Vec<PartFound>,
    /// Goods that nobody had listed.
    unlisted: Vec<Unlisted>,
    /// The loss reports it takes up: what they told of counts as told here.
    takes_up: Vec<Id>,
    /// How many receipts of the consignment the program knows of: of others it is told first.
    seen: Option<u32>,
    /// That it is meant, however odd it looks: answers a `doubt`.
    confirm: bool,
}

/// What was found of a part of a line.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartFound {
    /// The line; needed.
    line: Option<Id>,
    /// Which good of it, from 0, where the quantity is of each; else 0.
    #[schema(maximum = 255)]
    part: u8,
    /// In which unit the amounts are: the line's own where it is left out, or one of its packages.
    unit: Option<Unit>,
    /// How much was good.
    good: Option<Decimal>,
    /// How much was damaged.
    damaged: Option<Decimal>,
    /// Why; needed with damage.
    damaged_reason: Option<Reason>,
    /// How much was missing; less than nothing for what was found again.
    missing: Option<Decimal>,
    /// Why; needed with something missing.
    missing_reason: Option<Reason>,
    /// What else is to be told.
    note: String,
}

/// Goods that nobody had listed.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Unlisted {
    /// The good; needed.
    goods: String,
    /// In which unit.
    unit: Option<Unit>,
    /// How much was good.
    good: Option<Decimal>,
    /// How much was damaged.
    damaged: Option<Decimal>,
    /// Why; needed with damage.
    damaged_reason: Option<Reason>,
    /// What else is to be told.
    note: String,
}

/// The form of what was found: a part is known there by its line and its place in it, and a question by its answer.
pub(super) fn typed(mut input: Input) -> Input {
    for row in 0..input.rows("part").len() {
        let of = |field: &str| input.get(&format!("part.{row}.{field}")).to_string();
        let (key, unit) = (format!("{}.{}", of("line"), of("part")), of("unit"));
        let amounts = ["good", "damaged", "missing"].map(|field| (field, of(field)));
        input.set(format!("part.{row}.key"), key);
        for (field, amount) in amounts.into_iter().filter(|(_, amount)| !amount.is_empty()) {
            input.set(format!("part.{row}.{field}"), format!("{amount} {unit}"));
        }
    }
    if input.get("confirm") == "1" {
        input.set("confirm", "save");
    }
    input
}

impl Record for ReceiptRecord {
    const AT: &'static str = "/api/v1/receipts";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        // Nothing of it changes but that it may be declared void.
        if self.void.is_some() { 2 } else { 1 }
    }
}

fn read(db: &mut Db, id: Id, who: &Visitor) -> Result<ReceiptRecord> {
    let it = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (c, reference) = consignments::standing(db, it.consignment, Act::Look, who)?;
    let names = Names::load(db, who.lang, (vec![], it.place.into_iter().collect(), vec![]))?;
    Ok(ReceiptRecord::of(it, &c, &reference, &names))
}

async fn answer(pool: &Pool, id: Id, who: Visitor, status: StatusCode) -> Result<HttpResponse, Fault> {
    let it = pool.read(move |db| read(db, id, &who)).await?;
    json::record(status, &it)
}

/// The receipts of a consignment, the oldest first.
#[utoipa::path(get, path = "/api/v1/consignments/{id}/receipts", tag = "receipts", operation_id = "list_receipts",
    params(("id" = Id, Path)), responses((status = OK, body = Page<ReceiptRecord>)))]
pub async fn list(pool: Data<Pool>, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let found = pool
        .read(move |db| {
            let (c, reference) = consignments::standing(db, id, Act::Look, &visitor)?;
            let all = store::of(db, id)?;
            let places = all.iter().filter_map(|it| it.place).collect();
            let names = Names::load(db, visitor.lang, (vec![], places, vec![]))?;
            Ok(all.into_iter().map(|it| ReceiptRecord::of(it, &c, &reference, &names)).collect())
        })
        .await?;
    json::whole(found)
}

/// Records a receipt. Nothing that was dispatched is changed by it.
#[utoipa::path(post, path = "/api/v1/consignments/{id}/receipts", tag = "receipts", operation_id = "record_receipt",
    params(("id" = Id, Path)), request_body = ReceiptStated, responses((status = CREATED, body = ReceiptRecord)))]
pub async fn create(
    pool: Data<Pool>,
    visitor: Visitor,
    of: Path<Id>,
    Key(id): Key,
    mut body: Body<ReceiptStated>,
) -> Result<HttpResponse, Fault> {
    let (of, who) = (of.into_inner(), visitor.clone());
    body.input = typed(body.input);
    body.make(&pool, visitor.lang, move |db, typed| actions::receive(db, id, of, typed, &who)).await?;
    answer(&pool, id, visitor, StatusCode::CREATED).await
}

/// A receipt.
#[utoipa::path(get, path = "/api/v1/receipts/{id}", tag = "receipts", operation_id = "show_receipt",
    params(("id" = Id, Path)), responses((status = OK, body = ReceiptRecord)))]
pub async fn show(pool: Data<Pool>, visitor: Visitor, req: HttpRequest, id: Path<Id>) -> Result<HttpResponse, Fault> {
    let id = id.into_inner();
    let it = pool.read(move |db| read(db, id, &visitor)).await?;
    json::show(&req, &it)
}

/// Declares a receipt void: what it found counts no more.
#[utoipa::path(post, path = "/api/v1/receipts/{id}/void", tag = "receipts", operation_id = "void_receipt",
    params(("id" = Id, Path)), request_body = Because, responses((status = OK, body = ReceiptRecord)))]
pub async fn void(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    body: Body<Because>,
) -> Result<HttpResponse, Fault> {
    let (id, who) = (id.into_inner(), visitor.clone());
    body.change(&pool, visitor.lang, move |db, typed| actions::void(db, id, typed.get("reason"), &who)).await?;
    answer(&pool, id, visitor, StatusCode::OK).await
}
