//! What a consignment is: pure types and rules.

use crate::{
    catalogue::Category,
    names::Refs,
    values::{Dimension, Id, Mode, Moment, Money, Packaging, Qualifier, Quantity, When, day_number},
};
use chrono::{Datelike, NaiveDate};

use super::journey::{Step, status_of};

pub use super::{
    account::{Account, Fate, Finding, Part, Reason},
    journey::{Event, Milestone, Status},
    papers::{Attachment, Paper},
    units::ListedUnit,
};

crate::codes! {
    /// What carries the goods of a leg; counted, never added to another kind.
    TransportUnit {
        /// Railway wagons.
        Wagon = "wagon",
        /// Freight containers.
        Container = "container",
        /// Trucks.
        Truck = "truck",
        /// Flights.
        Flight = "flight",
        /// Vessels.
        Vessel = "vessel",
        /// Something else.
        Other = "other",
    }
}

crate::codes! {
    /// The paper a leg travels under.
    Document {
        /// Rail consignment note of the SMGS agreement.
        Smgs = "smgs",
        /// Rail consignment note of the CIM rules.
        Cim = "cim",
        /// Road consignment note of the CMR convention.
        Cmr = "cmr",
        /// Air waybill.
        Awb = "awb",
        /// Bill of lading.
        BillOfLading = "bl",
        /// The sender's own waybill.
        Waybill = "waybill",
        /// Something else.
        Other = "other",
    }
}

crate::codes! {
    /// How several goods share the one quantity of their line (design 9.3).
    Sharing {
        /// The quantity is of all of them together.
        Together = "together",
        /// The quantity is of each of them.
        Each = "each",
        /// Nobody said.
        Unsaid = "unsaid",
    }
}

crate::codes! {
    /// What a weight stated for the whole consignment means.
    WeightKind {
        /// Net: without packing.
        Net = "net",
        /// Gross: with packing.
        Gross = "gross",
        /// Nobody said.
        Unsaid = "unsaid",
    }
}

/// One good of a line: an item of the catalogue, or a name as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    /// The catalogue's item, when it is one.
    pub item: Option<Id>,
    /// As typed; empty for an item of the catalogue, which has its names there.
    pub name: String,
    /// The category it counts under.
    pub category: Category,
}

/// One line: one or more goods with one quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Stays the same across edits.
    pub id: Id,
    /// What is sent; never empty.
    pub goods: Vec<Good>,
    /// How several goods share the quantity.
    pub sharing: Sharing,
    /// How much, in the unit as entered.
    pub quantity: Quantity,
    /// "4 000 bags × 25 kg": packaging, not quantity.
    pub packages: Option<Packaging>,
    /// Net weight, thousandths of a kilogram.
    pub net: Option<i64>,
    /// Gross weight, thousandths of a kilogram.
    pub gross: Option<i64>,
    /// Volume, thousandths of a litre.
    pub volume: Option<i64>,
    /// Batch or lot.
    pub batch: String,
    /// Until when it keeps.
    pub expiry: Option<When>,
    /// Harmonized System code.
    pub hs: String,
    /// What the goods are worth.
    pub value: Option<Money>,
    /// What they cost the sender.
    pub cost: Option<Money>,
    /// Who gives it, where that differs from the consignment's donor.
    pub donor: Option<Id>,
    /// Anything else about the line.
    pub note: String,
    /// The temperature it must keep, as stated.
    pub cold: String,
    /// The UN number of dangerous goods.
    pub dangerous: String,
    /// The receipt that found it, where nobody had listed it: it was not dispatched.
    pub found_by: Option<Id>,
}

impl Line {
    /// The quantities it counts as: one, or one for each good. "2 000 tents, tarpaulins", and nobody said of each or
    /// together: there are at least so many pieces. Of a weight or a volume it is the whole.
    pub fn counted(&self) -> impl Iterator<Item = (&[Good], Quantity)> {
        let several = self.goods.len() > 1;
        let size = if several && self.sharing == Sharing::Each { 1 } else { self.goods.len().max(1) };
        let quantity = self.quantity;
        let open = several
            && self.sharing == Sharing::Unsaid
            && quantity.unit().dimension() == Dimension::Count
            && quantity.qualifier() == Qualifier::Exact;
        let at_least = Quantity::new(Qualifier::AtLeast, quantity.milli(), quantity.unit()).filter(|_| open);
        self.goods.chunks(size).map(move |goods| (goods, at_least.unwrap_or(quantity)))
    }

    /// What its quantity weighs, where it is stated and a mass: thousandths of a kilogram.
    pub fn mass(&self) -> Option<i64> {
        let masses = self.counted().map(|(_, quantity)| {
            (quantity.stated() && quantity.unit().dimension() == Dimension::Mass).then_some(quantity.milli())
        });
        masses.into_iter().try_fold(0i64, |sum, mass| sum.checked_add(mass?))
    }
}

/// One part of the way, in one mode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Stays the same across edits.
    pub id: Id,
    /// How it is travelled.
    pub mode: Mode,
    /// Where it begins.
    pub from: Option<Id>,
    /// The border crossing or hub it passes.
    pub via: Option<Id>,
    /// Where it ends.
    pub to: Option<Id>,
    /// Who carries it.
    pub carrier: Option<Id>,
    /// The kind of its paper.
    pub document_type: Option<Document>,
    /// The number of its paper.
    pub document: String,
    /// How many transport units, as stated.
    pub units: Option<i64>,
    /// Of which kind.
    pub unit_kind: TransportUnit,
    /// When it was to leave.
    pub planned_departure: Option<When>,
    /// When it left.
    pub departed: Option<When>,
    /// When it was to arrive.
    pub planned_arrival: Option<When>,
    /// When it arrived.
    pub arrived: Option<When>,
}

impl Leg {
    /// How many days the way took, where the days of leaving and arriving are both known.
    pub fn days_under_way(&self) -> Option<i64> {
        let day = |when: When| (when.first() == when.last()).then(|| when.first());
        let (left, arrived) = (day(self.departed?)?, day(self.arrived?)?);
        Some((arrived - left).num_days()).filter(|days| *days >= 0)
    }

    /// How many days the way was to take, where both planned days are known.
    pub fn days_planned(&self) -> Option<i64> {
        let planned = Leg { departed: self.planned_departure, arrived: self.planned_arrival, ..self.clone() };
        planned.days_under_way()
    }

    /// How many days later than planned it arrived; of what has not arrived, how many days it is late by `today`. Nothing
    /// where it is not late, or where the dates do not tell: of a month planned, its last day counts, of one stated its first.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        let came = self.arrived.map_or(today, When::first);
        Some((came - self.planned_arrival?.last()).num_days()).filter(|days| *days > 0)
    }

    /// A leg of which nothing is stated.
    pub fn blank(id: Id) -> Self {
        Self {
            id,
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
}

/// A consignment as its form states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The number others know it by.
    pub external_ref: String,
    /// Who sends it.
    pub consignor: Option<Id>,
    /// Who gives it.
    pub donor: Option<Id>,
    /// Who is to receive it.
    pub consignee: Option<Id>,
    /// What it holds; never empty.
    pub lines: Vec<Line>,
    /// Its way; never empty. The first is its main leg unless `main_leg` says otherwise.
    pub legs: Vec<Leg>,
    /// Under which leg it counts: an index into `legs`.
    pub main_leg: usize,
    /// A weight stated for the whole, thousandths of a kilogram: a check figure, never added.
    pub stated_weight: Option<i64>,
    /// What that weight means.
    pub stated_weight_kind: WeightKind,
    /// A number of packages stated for the whole.
    pub stated_packages: Option<i64>,
    /// What it is worth as a whole.
    pub value: Option<Money>,
    /// What its carriage costs.
    pub freight: Option<Money>,
    /// What its insurance costs.
    pub insurance: Option<Money>,
    /// Who says so.
    pub source: String,
    /// When they said so.
    pub reported: Option<When>,
    /// Anything else.
    pub remarks: String,
    /// How far it has come.
    pub status: Status,
    /// When it was received or handed over.
    pub received: Option<When>,
}

crate::codes! {
    /// Which of its dates a consignment is filed under.
    DateKind {
        /// When it left.
        Departed = "departed",
        /// When it arrived.
        Arrived = "arrived",
        /// When it was received or handed over.
        Received = "received",
        /// When it was to leave.
        PlannedDeparture = "planned_departure",
        /// When it was to arrive.
        PlannedArrival = "planned_arrival",
        /// When the source told of it.
        Reported = "reported",
    }
}

impl Body {
    /// One that states nothing but its lines and its way: what tests begin with.
    #[cfg(test)]
    pub fn of(lines: Vec<Line>, legs: Vec<Leg>) -> Self {
        Self {
            external_ref: String::new(),
            consignor: None,
            donor: None,
            consignee: None,
            lines,
            legs,
            main_leg: 0,
            stated_weight: None,
            stated_weight_kind: WeightKind::Unsaid,
            stated_packages: None,
            value: None,
            freight: None,
            insurance: None,
            source: String::new(),
            reported: None,
            remarks: String::new(),
            status: Status::Planned,
            received: None,
        }
    }

    /// The lines that were listed: what a receipt found besides was not sent.
    pub fn listed(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.found_by.is_none())
    }

    /// The leg it counts under.
    pub fn main(&self) -> Option<&Leg> {
        self.legs.get(self.main_leg).or(self.legs.first())
    }

    /// How many days it is overdue by `today`: on its way, or not even begun, and not at the end of a leg by the day planned
    /// for that. Nothing where it is not.
    pub fn days_overdue(&self, today: NaiveDate) -> Option<i64> {
        if !matches!(self.status, Status::Planned | Status::Ready | Status::InTransit | Status::PartlyReceived) {
            return None;
        }
        let waiting = self.legs.iter().filter(|leg| leg.arrived.is_none());
        waiting.filter_map(|leg| leg.days_late(today)).max()
    }

    /// The day it sorts under.
    pub fn day(&self) -> i64 {
        self.date().map_or(UNDATED, |(_, when)| day_number(when.first()))
    }

    /// The date it is filed under: the first thing that happened, else the first that was to, else when it was reported.
    pub fn date(&self) -> Option<(DateKind, When)> {
        let (first, last) = (self.legs.first(), self.legs.last());
        [
            (DateKind::Departed, first.and_then(|l| l.departed)),
            (DateKind::Arrived, last.and_then(|l| l.arrived)),
            (DateKind::Received, self.received),
            (DateKind::PlannedDeparture, first.and_then(|l| l.planned_departure)),
            (DateKind::PlannedArrival, last.and_then(|l| l.planned_arrival)),
            (DateKind::Reported, self.reported),
        ]
        .into_iter()
        .find_map(|(kind, when)| Some((kind, when?)))
    }

    /// The month it is filed under, as reduced ISO 8601: `2023-04`; `2023` when only the year is known; empty when
    /// nothing is.
    pub fn month(&self) -> String {
        match self.date() {
            Some((_, When::Year(year))) => When::Year(year).iso(),
            Some((_, when)) => When::Month { year: when.first().year(), month: when.first().month() }.iso(),
            None => String::new(),
        }
    }

    /// What the lines weigh together, to be held against the weight stated for the whole: thousandths of a kilogram; `None`
    /// where a line does not say.
    pub fn lines_weight(&self) -> Option<i64> {
        let sum =
            |of: fn(&Line) -> Option<i64>| self.listed().map(of).try_fold(0i64, |sum, mass| sum.checked_add(mass?));
        let (gross, net) = (sum(|line| line.gross), sum(|line| line.net.or_else(|| line.mass())));
        match self.stated_weight_kind {
            // Without gross weights there is still what cannot be: more net than that.
            WeightKind::Gross => gross.or(net.filter(|net| self.stated_weight.is_some_and(|stated| *net > stated))),
            // Whichever of the two it was meant to be.
            WeightKind::Unsaid if gross.is_some() && gross == self.stated_weight => gross,
            _ => net,
        }
    }

    /// How many packages the lines have together; `None` where a line does not say.
    pub fn lines_packages(&self) -> Option<i64> {
        let counts = self.listed().map(|line| line.packages.as_ref().map(|packages| packages.count));
        counts.into_iter().try_fold(0i64, |sum, count| sum.checked_add(count?))
    }

    /// Every record it names: organisations, places, items.
    pub fn refs(&self) -> Refs {
        let legs = || self.legs.iter();
        let organisations = [self.consignor, self.donor, self.consignee]
            .into_iter()
            .chain(self.lines.iter().map(|l| l.donor))
            .chain(legs().map(|l| l.carrier))
            .flatten()
            .collect();
        let places = legs().flat_map(|l| [l.from, l.via, l.to]).flatten().collect();
        let items = self.lines.iter().flat_map(|l| &l.goods).filter_map(|g| g.item).collect();
        (organisations, places, items)
    }
}

/// Where a consignment without a date sorts: before every date, so that it comes last in a list of the newest and in no
/// period.
pub const UNDATED: i64 = -1_000_000;

/// A consignment declared void: its number stays, it counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Void {
    /// Why.
    pub reason: String,
    /// When that was recorded.
    pub at: Moment,
}

/// A figure that was changed after the goods had left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Its id.
    pub id: Id,
    /// Counts the consignment's amendments, from 1.
    pub number: i64,
    /// Which figure: a field of the form without its row (`line.quantity`).
    pub figure: String,
    /// Of which line or leg.
    pub row: Option<Id>,
    /// What stood there, as one may type it with the codes of units.
    pub old: String,
    /// What stands there now.
    pub new: String,
    /// Why.
    pub reason: String,
    /// On whose word.
    pub source: String,
    /// When that was recorded.
    pub at: Moment,
    /// By whom.
    pub by: Option<Id>,
}

/// A consignment as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consignment {
    /// Its id.
    pub id: Id,
    /// Its mission.
    pub mission: Id,
    /// Its number within the mission.
    pub number: i64,
    /// What it states.
    pub body: Body,
    /// Whether it is void.
    pub void: Option<Void>,
    /// The conflicting reports it is one of, by the name a file gives them, while nobody has chosen between them: until then it
    /// counts nowhere. Empty where it is the only one.
    pub contested: String,
    /// What happened on the way, oldest first, withdrawn entries too.
    pub events: Vec<Event>,
    /// Its wagons, containers, trucks, where they are listed one by one.
    pub units: Vec<ListedUnit>,
    /// What receipts and loss reports found, withdrawn ones too.
    pub findings: Vec<Finding>,
    /// Which of its figures were changed after it had left.
    pub amendments: Vec<Amendment>,
    /// Photographs and scans, those taken off too.
    pub attachments: Vec<Attachment>,
    /// Counts the edits, so that two people editing notice each other.
    pub version: i64,
    /// The hash of the form it was made by.
    pub posted: String,
    /// When it was logged.
    pub created_at: Moment,
}

impl Consignment {
    /// One that nothing was found of yet, and that has no number.
    pub fn new(id: Id, mission: Id, body: Body, events: Vec<Event>, now: Moment) -> Self {
        let mut new = Self {
            id,
            mission,
            number: 0,
            body,
            void: None,
            contested: String::new(),
            events,
            units: vec![],
            findings: vec![],
            amendments: vec![],
            attachments: vec![],
            version: 1,
            posted: String::new(),
            created_at: now,
        };
        new.settle();
        new
    }

    /// Whether it counts: it is neither void nor one of several reports of the same.
    pub fn counts(&self) -> bool {
        self.void.is_none() && self.contested.is_empty()
    }

    /// How far it has come, `void`, or `contested`: what it is listed under.
    pub fn standing(&self) -> &'static str {
        match (&self.void, self.contested.as_str()) {
            (Some(_), _) => "void",
            (None, "") => self.body.status.code(),
            _ => "contested",
        }
    }

    /// Its number as people write it: `KZ-AF-2023-04/003`.
    pub fn reference(&self, mission_code: &str) -> String {
        reference(mission_code, self.number)
    }

    /// What follows from what happened and what was found: the dates of its legs, when it was received, how far it has come.
    pub fn settle(&mut self) {
        let live: Vec<&Event> = self.events.iter().filter(|event| event.counts()).collect();
        let mut steps: Vec<Step> = vec![];
        for event in &live {
            // Some units alone carry the whole along where they leave, and nowhere else.
            let partial = event.units.is_some() && event.milestone != Milestone::Departed;
            if !partial && event.receipt.is_none() {
                steps.push((event.milestone, event.leg, event.happened));
            }
        }
        for leg in &mut self.body.legs {
            let own = Some(leg.id);
            let told = |milestone| steps.iter().filter(move |(m, on, _)| (*m, *on) == (milestone, own));
            let left = told(Milestone::Departed).filter_map(|(.., when)| *when).min_by_key(|when| when.first());
            let came = told(Milestone::Arrived).next_back().and_then(|(.., when)| *when);
            (leg.departed, leg.arrived) = (left, came);
        }
        let mut came = vec![];
        for leg in self.body.legs.iter().filter(|leg| leg.arrived.is_none()) {
            let here: Vec<&&Event> = live
                .iter()
                .filter(|e| e.milestone == Milestone::Arrived && e.leg == Some(leg.id) && e.units.is_some())
                .collect();
            let count: i64 = here.iter().filter_map(|event| event.units).sum();
            if count > 0 && (1..=count).contains(&self.unit_count(leg)) {
                came.push((leg.id, here.iter().filter_map(|event| event.happened).max_by_key(|when| when.last())));
            } else if count > 0 {
                // Some of it is there: it is under way at least.
                steps.push((Milestone::Departed, None, None));
            }
        }
        for (leg, when) in came {
            steps.push((Milestone::Arrived, Some(leg), when));
            if let Some(leg) = self.body.legs.iter_mut().find(|own| own.id == leg) {
                leg.arrived = when;
            }
        }
        let by_receipts: Vec<&&Event> = live.iter().filter(|e| e.receipt.is_some()).collect();
        let by_form = steps.iter().rfind(|(m, ..)| *m == Milestone::Received).and_then(|(.., when)| *when);
        let received = by_receipts.iter().filter_map(|event| event.happened).max_by_key(|when| when.last());
        let last = self.body.legs.last().map(|leg| leg.id);
        self.body.status = status_of(&steps, last);
        self.body.received = by_form;
        if !by_receipts.is_empty() {
            // What is left is judged as under way.
            let ended =
                matches!(self.body.status, Status::Cancelled | Status::Lost | Status::Returned | Status::Closed);
            let before = std::mem::replace(&mut self.body.status, Status::PartlyReceived);
            let complete = self.parts().iter().all(|part| self.account(part).complete());
            if complete {
                self.body.status = Status::Received;
                self.body.received = received;
            }
            if ended && !(complete && before != Status::Closed) {
                self.body.status = before;
            }
        }
    }

    /// The day it sorts under.
    pub fn day(&self) -> i64 {
        self.body.day()
    }
}

/// A consignment number as people write it.
pub fn reference(mission_code: &str, number: i64) -> String {
    format!("{mission_code}/{number:03}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leg(departed: &str, planned: &str, arrived: &str) -> Leg {
        let [departed, planned_arrival, arrived] = [departed, planned, arrived].map(When::from_iso);
        Leg { departed, planned_arrival, arrived, ..Leg::blank(Id::fresh()) }
    }

    fn day(text: &str) -> NaiveDate {
        When::from_iso(text).unwrap().first()
    }

    #[test]
    fn days_on_the_way_and_days_late_fall_out_of_the_dates() {
        let today = day("2023-04-20");
        let told = |leg: Leg| (leg.days_under_way(), leg.days_late(today));
        assert_eq!(told(leg("2023-04-10", "2023-04-15", "2023-04-17")), (Some(7), Some(2)));
        assert_eq!(told(leg("2023-04-10", "2023-04-17", "2023-04-17")), (Some(7), None), "on the day");
        assert_eq!(told(leg("2023-04-10T08:00", "2023-04-15", "2023-04-10T23:00")), (Some(0), None), "on the same day");
        assert_eq!(told(leg("2023-04", "2023-04", "2023-05-02")), (None, Some(2)), "a month tells no days");
        assert_eq!(told(leg("2023-04-10", "2023-04-15", "")), (None, Some(5)), "not there yet");
        assert_eq!(told(leg("2023-04-10", "2023-04", "")), (None, None), "the month is not over");
        assert_eq!(told(leg("2023-04-10", "", "2023-04-17")), (Some(7), None), "nothing was planned");
    }

    #[test]
    fn overdue_is_what_should_be_there_and_is_not() {
        let today = day("2023-04-20");
        let overdue = |status, legs: Vec<Leg>| Body { status, ..Body::of(vec![], legs) }.days_overdue(today);
        let (late, there) = (|| leg("2023-04-10", "2023-04-15", ""), || leg("2023-04-01", "2023-04-05", "2023-04-09"));
        assert_eq!(overdue(Status::InTransit, vec![there(), late()]), Some(5));
        assert_eq!(overdue(Status::Planned, vec![late()]), Some(5));
        assert_eq!(overdue(Status::InTransit, vec![there()]), None, "what came late is there");
        for over in
            [Status::Arrived, Status::Received, Status::Closed, Status::Cancelled, Status::Lost, Status::Returned]
        {
            assert_eq!(overdue(over, vec![late()]), None, "{over}");
        }
    }
}
