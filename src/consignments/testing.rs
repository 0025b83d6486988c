//! Consignments for unit tests.

use super::model::{Body, Consignment, Fate, Finding, Good, Leg, Line, Reason, Sharing};
use crate::{
    catalogue::Category,
    values::{Id, Moment, Qualifier, Quantity, Unit, When},
};

/// A line of so many thousandths of a kilogram.
pub fn line(milli: i64) -> Option<Line> {
    let kilograms = Unit::from_code("KGM")?;
    Some(Line {
        id: Id::fresh(),
        goods: vec![Good { item: None, name: "flour".into(), category: Category::Other }],
        sharing: Sharing::Together,
        quantity: Quantity::new(Qualifier::Exact, milli, kilograms)?,
        packages: None,
        net: None,
        gross: None,
        volume: None,
        batch: String::new(),
        expiry: None,
        hs: String::new(),
        value: None,
        cost: None,
        donor: None,
        note: String::new(),
        cold: String::new(),
        dangerous: String::new(),
        found_by: None,
    })
}

/// A consignment of these weights that left on a day.
pub fn consignment(weights: &[i64], departed: &str) -> Consignment {
    let leg = Leg { departed: When::from_iso(departed), ..Leg::blank(Id::fresh()) };
    let lines = weights.iter().filter_map(|milli| line(*milli)).collect();
    of(Body { status: super::Status::InTransit, ..Body::of(lines, vec![leg]) })
}

/// A consignment that states this.
pub fn of(body: Body) -> Consignment {
    let (status, legs) = (body.status, body.legs.clone());
    let mut c = Consignment::new(Id::fresh(), Id::built_in("test", "mission"), body, vec![], Moment::now());
    // How far it has come is said here, not told by events.
    (c.body.status, c.body.legs) = (status, legs);
    c
}

/// Something found of a line.
pub fn finding(line: Id, fate: Fate, milli: i64) -> Finding {
    Finding {
        id: Id::fresh(),
        document: Id::fresh(),
        line,
        part: 0,
        fate,
        reason: Reason::Unsaid,
        milli,
        counted: String::new(),
        note: String::new(),
        taken_by: None,
        withdrawn_at: None,
    }
}
