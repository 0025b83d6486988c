//! The documents that programs and the house exchange about consignments.

use crate::{
    catalogue::Category,
    consignments::{
        form::fields,
        journey::{Event, Milestone, Status},
        model::{self, Consignment, DateKind, Document, Fate, Sharing, TransportUnit, WeightKind},
    },
    names::{Names, Refs},
    values::{Currency, Decimal, Id, Mode, Moment, Money, Packaging, Qualifier, Unit, When},
    web::{Input, json::Record},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A consignment: one load under way.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Consignment)]
pub struct ConsignmentRecord {
    /// Its id.
    id: Id,
    /// Counts the edits: the `ETag`.
    version: i64,
    /// Its number as people write it: `KZ-AF-2023-04/003`.
    number: String,
    /// The id of its mission.
    mission_id: Id,
    /// How it stands: how far it has come, `void`, or `contested` while reports of it differ.
    standing: String,
    /// The date it is filed under.
    date: Option<When>,
    /// Which of its dates that is.
    date_kind: Option<DateKind>,
    /// When it was logged.
    created_at: Moment,
    /// That it was declared void: it counts nowhere.
    void: Option<VoidRecord>,
    /// The conflicting reports it is one of, while nobody has chosen between them: until then it counts nowhere.
    contested: String,
    /// What it states.
    stated: ConsignmentStated,
    /// Its wagons, containers, trucks, where they are listed one by one.
    units: Vec<UnitRecord>,
    /// What happened on the way, the oldest first; what was taken back too.
    events: Vec<EventRecord>,
    /// What became of what was dispatched, part by part.
    account: Vec<PartAccount>,
    /// Which of its figures were changed after it had left.
    corrections: Vec<Correction>,
}

/// That something was declared void.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Void)]
pub struct VoidRecord {
    /// Why.
    reason: String,
    /// When that was recorded.
    at: Moment,
}

impl VoidRecord {
    /// As kept.
    pub fn of(it: &model::Void) -> Self {
        Self { reason: it.reason.clone(), at: it.at }
    }
}

/// What a consignment states. Organisations and places are named; a name the house does not know is added to it.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConsignmentStated {
    /// The code of its mission; needed when it is logged. Another mission takes a move.
    mission: String,
    /// The number others know it by.
    external_ref: String,
    /// Who sends it; the mission's own where it is left out of a new one.
    consignor: String,
    /// Who gives it; the mission's own where it is left out of a new one.
    donor: String,
    /// Who is to receive it; the mission's own where it is left out of a new one.
    consignee: String,
    /// What it holds; at least one line is needed.
    lines: Vec<Line>,
    /// Its way; at least one leg is needed, but where the mission says how its loads travel.
    legs: Vec<Leg>,
    /// Under which leg it counts: its place in `legs`, from 0.
    #[schema(maximum = 255)]
    main_leg: Option<u8>,
    /// A weight stated for the whole, in kilograms: a check figure, never added.
    stated_weight: Option<Decimal>,
    /// What that weight means.
    stated_weight_kind: Option<WeightKind>,
    /// A number of packages stated for the whole.
    stated_packages: Option<u32>,
    /// What it is worth as a whole.
    value: Option<MoneyStated>,
    /// What its carriage costs.
    freight: Option<MoneyStated>,
    /// What its insurance costs.
    insurance: Option<MoneyStated>,
    /// Who says so.
    source: String,
    /// When they said so.
    reported: Option<When>,
    /// Anything else.
    remarks: String,
    /// How far it has come, where that is more than its dates say.
    status: Option<Status>,
    /// When it was received or handed over, where no receipt tells.
    received: Option<When>,
    /// That no date is stated: needed where none is.
    dates_unsaid: bool,
}

/// One line: one or more goods with one quantity.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    /// Its id, by which a changed line stays the same line; a new line has none.
    id: Option<Id>,
    /// What is sent; needed.
    goods: Vec<String>,
    /// How several goods share the quantity.
    sharing: Option<Sharing>,
    /// The category it counts under, where that is not simply what the catalogue says.
    category: Option<Category>,
    /// How much; needed unless the qualifier says that it is not stated, or the packages tell.
    quantity: Option<Decimal>,
    /// In which unit; needed.
    unit: Option<Unit>,
    /// How surely; exact where it is left out.
    qualifier: Option<Qualifier>,
    /// How it is packed: packaging, not quantity.
    packages: Option<PackagesStated>,
    /// Net weight in kilograms.
    net: Option<Decimal>,
    /// Gross weight in kilograms.
    gross: Option<Decimal>,
    /// Volume in litres.
    volume: Option<Decimal>,
    /// Batch or lot.
    batch: String,
    /// Until when it keeps.
    expiry: Option<When>,
    /// Harmonized System code.
    hs: String,
    /// What the goods are worth.
    value: Option<MoneyStated>,
    /// What they cost the sender.
    cost: Option<MoneyStated>,
    /// Who gives it, where that differs from the consignment's donor.
    donor: String,
    /// Anything else about the line.
    note: String,
    /// The temperature it must keep, as stated.
    cold: String,
    /// The UN number of dangerous goods.
    dangerous: String,
}

/// An amount of money.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Money)]
pub struct MoneyStated {
    /// How much.
    amount: Decimal,
    /// In which currency.
    currency: Currency,
}

impl MoneyStated {
    /// As kept.
    pub fn of(money: Money) -> Self {
        Self { amount: Decimal::read(&money.amount()).unwrap_or_default(), currency: money.currency() }
    }
}

/// How many packages, and what is in each.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Packages)]
pub struct PackagesStated {
    /// How many.
    count: u32,
    /// What is counted.
    unit: Unit,
    /// The content of one.
    each: Option<Decimal>,
    /// In which unit; needed with the content.
    each_unit: Option<Unit>,
}

impl PackagesStated {
    fn of(it: &Packaging) -> Self {
        let each = it.each.filter(|each| each.stated());
        Self {
            count: u32::try_from(it.count).unwrap_or(u32::MAX),
            unit: it.kind,
            each: each.and_then(Decimal::of),
            each_unit: each.map(|each| each.unit()),
        }
    }
}

/// One part of the way, in one mode.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Leg {
    /// Its id, by which a changed leg stays the same leg; a new leg has none.
    id: Option<Id>,
    /// How it is travelled; needed.
    mode: Option<Mode>,
    /// Where it begins.
    from: String,
    /// The border crossing or hub it passes.
    via: String,
    /// Where it ends.
    to: String,
    /// Who carries it.
    carrier: String,
    /// The kind of its paper.
    document_type: Option<Document>,
    /// The number of its paper.
    document: String,
    /// How many transport units, as stated.
    units: Option<u32>,
    /// Of which kind; by the mode where it is left out.
    unit_kind: Option<TransportUnit>,
    /// When it was to leave.
    planned_departure: Option<When>,
    /// When it left.
    departed: Option<When>,
    /// When it was to arrive.
    planned_arrival: Option<When>,
    /// When it arrived.
    arrived: Option<When>,
}

/// A wagon, container, truck or flight of a leg.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ListedUnit)]
pub struct UnitRecord {
    /// Its id.
    id: Id,
    /// Its leg.
    leg: Id,
    /// What it is.
    #[serde(flatten)]
    stated: UnitStated,
}

/// What is listed of a wagon, container, truck or flight.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct UnitStated {
    /// Its number, as written; needed.
    number: String,
    /// The numbers of its seals.
    seals: String,
    /// Laden weight in kilograms.
    gross: Option<Decimal>,
    /// Unladen weight in kilograms.
    tare: Option<Decimal>,
    /// Weight of the goods in kilograms.
    net: Option<Decimal>,
    /// The number of its weighbridge ticket.
    ticket: String,
    /// What is in it.
    contents: String,
    /// The plate of its trailer.
    trailer: String,
    /// Who drives it.
    driver: String,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventRecord {
    /// Its id.
    id: Id,
    /// What happened.
    step: Milestone,
    /// When; left out where it is not stated.
    happened: Option<When>,
    /// On which leg.
    leg: Option<Id>,
    /// Where.
    place: String,
    /// Of how many transport units; left out where it is of all.
    units: Option<i64>,
    /// Of which of the listed ones.
    listed_units: Vec<Id>,
    /// What else is told.
    remark: String,
    /// The receipt that tells of it.
    receipt: Option<Id>,
    /// When it was recorded.
    recorded_at: Moment,
    /// The event it corrects.
    supersedes: Option<Id>,
    /// Since when it no longer counts.
    withdrawn_at: Option<Moment>,
}

/// What became of a part of a line, in the base of its unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartAccount {
    /// The line.
    line: Id,
    /// Which good of it, from 0, where the quantity is of each; else 0.
    part: i64,
    /// The goods.
    goods: Vec<String>,
    /// The unit of the figures.
    unit: Unit,
    /// What was dispatched; left out where that is not stated, or nothing has left.
    dispatched: Option<Decimal>,
    /// Received in good condition.
    good: Decimal,
    /// Received damaged.
    damaged: Decimal,
    /// Missing.
    missing: Decimal,
    /// Turned back before receipt.
    returned: Decimal,
    /// Not accounted for yet.
    under_way: Decimal,
    /// More accounted for than was dispatched.
    surplus: Decimal,
}

/// A figure that was changed after the goods had left.
#[derive(Debug, Serialize, ToSchema)]
pub struct Correction {
    /// Counts the consignment's corrections, from 1.
    number: i64,
    /// Which figure: a field as forms call it, without its row.
    figure: String,
    /// Of which line or leg.
    row: Option<Id>,
    /// What stood there.
    old: String,
    /// What stands there since.
    new: String,
    /// Why.
    reason: String,
    /// On whose word.
    source: String,
    /// When that was recorded.
    at: Moment,
}

impl ConsignmentStated {
    fn of(body: &model::Body, mission: &str, names: &Names) -> Self {
        // As its form states it, so that what is read may be sent.
        let form = fields(body, names);
        let organisation = |id: Option<Id>| names.organisation(id).to_string();
        let kilograms = |milli: Option<i64>| milli.map(Decimal::of_thousandths);
        let money = |money: Option<Money>| money.map(MoneyStated::of);
        let listed = body.lines.iter().enumerate();
        let lines = listed.map(|(n, line)| Line {
            id: Some(line.id),
            goods: line.goods.iter().map(|good| names.good(good.item, &good.name).to_string()).collect(),
            sharing: (line.goods.len() > 1).then_some(line.sharing),
            category: Category::from_code(form.get(&format!("line.{n}.category"))),
            quantity: Decimal::of(line.quantity),
            unit: Some(line.quantity.unit()),
            qualifier: Some(line.quantity.qualifier()),
            packages: line.packages.as_ref().map(PackagesStated::of),
            net: kilograms(line.net),
            gross: kilograms(line.gross),
            volume: kilograms(line.volume),
            batch: line.batch.clone(),
            expiry: line.expiry,
            hs: line.hs.clone(),
            value: money(line.value),
            cost: money(line.cost),
            donor: organisation(line.donor),
            note: line.note.clone(),
            cold: line.cold.clone(),
            dangerous: line.dangerous.clone(),
        });
        let legs = body.legs.iter().map(|leg| Leg {
            id: Some(leg.id),
            mode: Some(leg.mode),
            from: names.place_label(leg.from),
            via: names.place_label(leg.via),
            to: names.place_label(leg.to),
            carrier: organisation(leg.carrier),
            document_type: leg.document_type,
            document: leg.document.clone(),
            units: leg.units.and_then(|n| u32::try_from(n).ok()),
            unit_kind: Some(leg.unit_kind),
            planned_departure: leg.planned_departure,
            departed: leg.departed,
            planned_arrival: leg.planned_arrival,
            arrived: leg.arrived,
        });
        Self {
            mission: mission.into(),
            external_ref: body.external_ref.clone(),
            consignor: organisation(body.consignor),
            donor: organisation(body.donor),
            consignee: organisation(body.consignee),
            lines: lines.collect(),
            legs: legs.collect(),
            main_leg: (body.legs.len() > 1).then(|| u8::try_from(body.main_leg).unwrap_or_default()),
            stated_weight: kilograms(body.stated_weight),
            stated_weight_kind: body.stated_weight.map(|_| body.stated_weight_kind),
            stated_packages: body.stated_packages.and_then(|n| u32::try_from(n).ok()),
            value: money(body.value),
            freight: money(body.freight),
            insurance: money(body.insurance),
            source: body.source.clone(),
            reported: body.reported,
            remarks: body.remarks.clone(),
            status: Status::from_code(form.get("status")),
            received: When::from_iso(form.get("received")),
            dates_unsaid: form.get("dates_unsaid") == "1",
        }
    }
}

impl UnitRecord {
    fn of(it: &model::ListedUnit) -> Self {
        let kilograms = |milli: Option<i64>| milli.map(Decimal::of_thousandths);
        let stated = UnitStated {
            number: it.number.clone(),
            seals: it.seals.clone(),
            gross: kilograms(it.gross),
            tare: kilograms(it.tare),
            net: kilograms(it.net),
            ticket: it.ticket.clone(),
            contents: it.contents.clone(),
            trailer: it.trailer.clone(),
            driver: it.driver.clone(),
        };
        Self { id: it.id, leg: it.leg, stated }
    }
}

impl EventRecord {
    fn of(it: &Event, names: &Names) -> Self {
        Self {
            id: it.id,
            step: it.milestone,
            happened: it.happened,
            leg: it.leg,
            place: names.place_label(it.place),
            units: it.units,
            listed_units: it.which.clone(),
            remark: it.remark.clone(),
            receipt: it.receipt,
            recorded_at: it.recorded_at,
            supersedes: it.supersedes,
            withdrawn_at: it.withdrawn_at,
        }
    }
}

impl ConsignmentRecord {
    /// As kept; `mission` is the code of its mission, `names` those it names.
    pub fn of(c: &Consignment, mission: &str, names: &Names) -> Self {
        let date = c.body.date();
        let account = c.accounts().into_iter().map(|(part, account)| PartAccount {
            line: part.line.id,
            part: part.index,
            goods: part.goods.iter().map(|good| names.good(good.item, &good.name).to_string()).collect(),
            unit: part.unit(),
            dispatched: account.dispatched.map(Decimal::of_thousandths),
            good: Decimal::of_thousandths(account.of(Fate::Good)),
            damaged: Decimal::of_thousandths(account.of(Fate::Damaged)),
            missing: Decimal::of_thousandths(account.of(Fate::Missing)),
            returned: Decimal::of_thousandths(account.of(Fate::Returned)),
            under_way: Decimal::of_thousandths(account.under_way),
            surplus: Decimal::of_thousandths(account.surplus),
        });
        let corrections = c.amendments.iter().map(|it| Correction {
            number: it.number,
            figure: it.figure.clone(),
            row: it.row,
            old: it.old.clone(),
            new: it.new.clone(),
            reason: it.reason.clone(),
            source: it.source.clone(),
            at: it.at,
        });
        Self {
            id: c.id,
            version: c.version,
            number: c.reference(mission),
            mission_id: c.mission,
            standing: c.standing().into(),
            date: date.map(|(_, when)| when),
            date_kind: date.map(|(kind, _)| kind),
            created_at: c.created_at,
            void: c.void.as_ref().map(VoidRecord::of),
            contested: c.contested.clone(),
            stated: ConsignmentStated::of(&c.body, mission, names),
            units: c.units.iter().map(UnitRecord::of).collect(),
            events: c.events.iter().map(|event| EventRecord::of(event, names)).collect(),
            account: account.collect(),
            corrections: corrections.collect(),
        }
    }
}

impl Record for ConsignmentRecord {
    const AT: &'static str = "/api/v1/consignments";

    fn id(&self) -> Id {
        self.id
    }

    fn version(&self) -> i64 {
        self.version
    }
}

/// Everything a consignment names, the places of its events too.
pub fn refs(c: &Consignment) -> Refs {
    let (organisations, mut places, items) = c.body.refs();
    places.extend(c.events.iter().filter_map(|event| event.place));
    (organisations, places, items)
}

/// A step, as a program tells it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventStated {
    /// What happened.
    step: Milestone,
    /// When; needed, unless `undated` says that nobody said.
    #[serde(default)]
    happened: Option<When>,
    /// That nobody said when.
    #[serde(default)]
    undated: bool,
    /// On which leg; the next one where it is left out.
    #[serde(default)]
    leg: Option<Id>,
    /// Where.
    #[serde(default)]
    place: String,
    /// Of how many transport units; of all where it is left out.
    #[serde(default)]
    units: Option<u32>,
    /// Of which of the listed ones.
    #[serde(default)]
    listed_units: Vec<Id>,
    /// What else is to be told.
    #[serde(default)]
    remark: String,
    /// That it is meant, however odd it looks: answers a `doubt`.
    #[serde(default)]
    confirm: bool,
}

/// Why something is done.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Because {
    /// Why.
    pub reason: String,
}

/// The transport units of a leg, as a program lists them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitsStated {
    /// All of them; who has a number that is there already stays who it is.
    units: Vec<UnitStated>,
    /// That it is meant, however odd it looks: answers a `doubt`.
    #[serde(default)]
    confirm: bool,
}

impl UnitsStated {
    /// As one pastes a list: a row each, its cells parted by tabs.
    pub(super) fn typed(&self) -> Input {
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let weight = |it: &Option<Decimal>| it.as_ref().map_or(String::new(), |it| it.as_str().into());
        let rows = self.units.iter().map(|it| {
            let cells = [
                plain(&it.number),
                plain(&it.seals),
                weight(&it.gross),
                weight(&it.tare),
                weight(&it.net),
                plain(&it.ticket),
                plain(&it.contents),
                plain(&it.trailer),
                plain(&it.driver),
            ];
            cells.join("\t")
        });
        let mut input = Input::default();
        input.take("units".into(), &rows.collect::<Vec<_>>().join("\n"));
        if self.confirm {
            input.set("confirm", "1");
        }
        input
    }
}

/// Where to a consignment is moved, and why.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveStated {
    /// The code of the other mission.
    mission: String,
    /// Why.
    reason: String,
}
