//! How far a consignment has come: a fold over what happened, in whatever order it became known (design 9.6).

use super::model::Body;
use crate::values::{Id, Moment, When};

crate::codes! {
    /// How far a consignment has come.
    Status {
        /// To be sent.
        Planned = "planned",
        /// Loaded, ready to leave.
        Ready = "ready",
        /// Under way.
        InTransit = "in_transit",
        /// At the end of its last leg.
        Arrived = "arrived",
        /// Received or handed over.
        Received = "received",
        /// Nothing more to do.
        Closed = "closed",
        /// Will not be sent.
        Cancelled = "cancelled",
        /// Lost on the way.
        Lost = "lost",
        /// Turned back before receipt.
        Returned = "returned",
    }
}

crate::codes! {
    /// Something that happened to a consignment.
    Milestone {
        /// It was loaded.
        Ready = "ready",
        /// It left (on a leg).
        Departed = "departed",
        /// It arrived (at the end of a leg).
        Arrived = "arrived",
        /// It was received or handed over.
        Received = "received",
        /// Its file was closed.
        Closed = "closed",
        /// It was called off.
        Cancelled = "cancelled",
        /// It was lost.
        Lost = "lost",
        /// It was turned back.
        Returned = "returned",
    }
}

crate::codes! {
    /// Which part of the account a consignment's figures belong to.
    State {
        /// Not sent yet.
        Planned = "planned",
        /// Under way.
        UnderWay = "under_way",
        /// Arrived, not yet received.
        Arrived = "arrived",
        /// Received.
        Received = "received",
        /// Lost on the way or turned back before receipt.
        Lost = "lost",
        /// Called off.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether its figures count into a total: all but what was called off.
    pub fn counts(state: &str) -> bool {
        state != Self::Cancelled.code()
    }

    /// Whether its goods have left.
    pub fn sent(state: &str) -> bool {
        Self::counts(state) && state != Self::Planned.code()
    }
}

impl Status {
    /// The part of the account it belongs to.
    pub const fn state(self) -> State {
        match self {
            Self::Planned | Self::Ready => State::Planned,
            Self::InTransit => State::UnderWay,
            Self::Arrived => State::Arrived,
            Self::Received | Self::Closed => State::Received,
            Self::Lost | Self::Returned => State::Lost,
            Self::Cancelled => State::Cancelled,
        }
    }

    /// What must have happened for it.
    pub const fn milestone(self) -> Option<Milestone> {
        Some(match self {
            Self::Planned => return None,
            Self::Ready => Milestone::Ready,
            Self::InTransit => Milestone::Departed,
            Self::Arrived => Milestone::Arrived,
            Self::Received => Milestone::Received,
            Self::Closed => Milestone::Closed,
            Self::Cancelled => Milestone::Cancelled,
            Self::Lost => Milestone::Lost,
            Self::Returned => Milestone::Returned,
        })
    }
}

/// Something that happened, and when that became known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// What happened.
    pub milestone: Milestone,
    /// On which leg, for departures and arrivals.
    pub leg: Option<Id>,
    /// When; `None` is not stated.
    pub happened: Option<When>,
    /// When it was recorded, by the server's clock.
    pub recorded_at: Moment,
    /// The entry it corrects.
    pub supersedes: Option<Id>,
    /// Since when it no longer counts: a later entry corrected it.
    pub withdrawn_at: Option<Moment>,
}

/// What must have happened for a consignment to be as its form states it: (milestone, leg, when).
pub fn implied(body: &Body) -> Vec<(Milestone, Option<Id>, Option<When>)> {
    let mut out = vec![];
    for leg in &body.legs {
        out.extend(leg.departed.map(|when| (Milestone::Departed, Some(leg.id), Some(when))));
        out.extend(leg.arrived.map(|when| (Milestone::Arrived, Some(leg.id), Some(when))));
    }
    out.extend(body.received.map(|when| (Milestone::Received, None, Some(when))));
    if let Some(milestone) = body.status.milestone() {
        let leg = match milestone {
            Milestone::Departed => body.legs.first(),
            Milestone::Arrived => body.legs.last(),
            _ => None,
        };
        let leg = leg.map(|l| l.id);
        let told = out.iter().any(|(m, l, _)| *m == milestone && (leg.is_none() || *l == leg));
        if !told && status_of(&out, body.legs.last().map(|l| l.id)) != body.status {
            out.push((milestone, leg, None));
        }
    }
    out
}

/// The status that follows from what happened, whatever the order it was told in. `last_leg` is where arriving means
/// having arrived.
pub fn status_of(happened: &[(Milestone, Option<Id>, Option<When>)], last_leg: Option<Id>) -> Status {
    let status = |(milestone, leg, _): &(Milestone, Option<Id>, Option<When>)| match milestone {
        Milestone::Ready => Status::Ready,
        Milestone::Departed => Status::InTransit,
        Milestone::Arrived if *leg == last_leg => Status::Arrived,
        Milestone::Arrived => Status::InTransit,
        Milestone::Received => Status::Received,
        Milestone::Closed => Status::Closed,
        Milestone::Cancelled => Status::Cancelled,
        Milestone::Lost => Status::Lost,
        Milestone::Returned => Status::Returned,
    };
    // The codes are declared in the order of the way, what ends it otherwise last: the furthest counts.
    happened.iter().map(status).max().unwrap_or(Status::Planned)
}

/// What counts of a list of entries.
pub fn counting(events: &[Event]) -> Vec<(Milestone, Option<Id>, Option<When>)> {
    events.iter().filter(|e| e.withdrawn_at.is_none()).map(|e| (e.milestone, e.leg, e.happened)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_furthest_milestone_counts_whatever_the_order() {
        let (first, last) = (Id::fresh(), Id::fresh());
        let departed = (Milestone::Departed, Some(first), None);
        let border = (Milestone::Arrived, Some(first), None);
        let arrived = (Milestone::Arrived, Some(last), None);
        let lost = (Milestone::Lost, None, None);
        let status = |events: &[_]| status_of(events, Some(last));
        assert_eq!(status(&[]), Status::Planned);
        assert_eq!(status(&[departed, border]), Status::InTransit);
        assert_eq!(status(&[arrived, departed]), Status::Arrived);
        assert_eq!(status(&[departed, arrived]), Status::Arrived);
        assert_eq!(status(&[arrived, lost, departed]), Status::Lost);
    }
}
