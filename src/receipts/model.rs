//! What a receipt is.

use crate::{
    consignments::model::Void,
    values::{Id, Moment, When},
};

/// A receipt as kept. What it found of each line is with the consignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its id.
    pub id: Id,
    /// What was received.
    pub consignment: Id,
    /// Counts the consignment's receipts, from 1.
    pub number: i64,
    /// When.
    pub happened: Option<When>,
    /// Where.
    pub place: Option<Id>,
    /// At the end of which leg.
    pub leg: Option<Id>,
    /// Of how many transport units; none where it is not said to be of some.
    pub units: Option<i64>,
    /// The number of the paper form it was written on.
    pub external_ref: String,
    /// Who received it: name, function.
    pub receiver: String,
    /// The seals, and whether they were whole.
    pub seals: String,
    /// The weighbridge ticket.
    pub ticket: String,
    /// Laden weight, thousandths of a kilogram.
    pub gross: Option<i64>,
    /// Unladen weight, thousandths of a kilogram.
    pub tare: Option<i64>,
    /// The temperature on arrival, as stated.
    pub temperature: String,
    /// Anything else.
    pub remarks: String,
    /// The hash of the form it was made by.
    pub posted: String,
    /// Who recorded it.
    pub by: Option<Id>,
    /// When that was.
    pub at: Moment,
    /// Whether it is void.
    pub void: Option<Void>,
}

/// The number of a receipt as people write it: `KZ-AF-2023-04/003-R1`.
pub fn number(reference: &str, number: i64) -> String {
    format!("{reference}-R{number}")
}
