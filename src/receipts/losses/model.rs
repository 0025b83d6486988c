//! What a loss report is.

use crate::{
    consignments::model::Void,
    values::{Id, Moment, Money, When},
};

crate::codes! {
    /// Where on the way it happened.
    Stage {
        /// Nobody said.
        Unsaid = "unsaid",
        /// While loading.
        Loading = "loading",
        /// On a leg.
        Leg = "leg",
        /// At a border.
        Border = "border",
        /// In a warehouse.
        Warehouse = "warehouse",
        /// While handing out.
        Distribution = "distribution",
    }
}

crate::codes! {
    /// What becomes of damaged goods.
    Disposition {
        /// Nobody said.
        Unsaid = "unsaid",
        /// Destroyed.
        Destroyed = "destroyed",
        /// Repacked, dried, mended.
        Reconditioned = "reconditioned",
        /// Sent back.
        Returned = "returned",
        /// Fit for use as they are.
        Fit = "fit",
    }
}

/// A loss report as kept. Its amounts, where it has any of its own, are with the consignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Its id.
    pub id: Id,
    /// Of what.
    pub consignment: Id,
    /// Counts the consignment's loss reports, from 1.
    pub number: i64,
    /// The receipt whose findings it reports; none for an incident.
    pub receipt: Option<Id>,
    /// When it happened.
    pub happened: Option<When>,
    /// Where.
    pub place: Option<Id>,
    /// On which leg.
    pub leg: Option<Id>,
    /// At which stage.
    pub stage: Stage,
    /// How it came about.
    pub circumstances: String,
    /// What becomes of the damaged goods.
    pub disposition: Disposition,
    /// What was lost is worth this much.
    pub value: Option<Money>,
    /// The number of the railway's commercial act.
    pub commercial_act: String,
    /// The number of a police report.
    pub police_report: String,
    /// The number of a survey report.
    pub survey_report: String,
    /// The hash of the form it was made by.
    pub posted: String,
    /// Who recorded it.
    pub by: Option<Id>,
    /// When that was.
    pub at: Moment,
    /// Whether it is void.
    pub void: Option<Void>,
}

/// The number of a loss report as people write it: `KZ-AF-2023-04/003-L1`.
pub fn number(reference: &str, number: i64) -> String {
    format!("{reference}-L{number}")
}
