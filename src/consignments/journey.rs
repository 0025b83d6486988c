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
        /// A part of it received; the rest still awaited.
        PartlyReceived = "partly_received",
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
    /// A step: something that happened to a consignment.
    Milestone {
        /// It is to be sent, or is so again after it was called off.
        Planned = "planned",
        /// It was loaded.
        Ready = "ready",
        /// It left (on a leg).
        Departed = "departed",
        /// It passed a border or a place of transhipment.
        Passed = "passed",
        /// It was moved into other wagons or vehicles.
        Reloaded = "reloaded",
        /// Wagons or vehicles were left behind.
        Detached = "detached",
        /// It arrived (at the end of a leg).
        Arrived = "arrived",
        /// It was received or handed over.
        Received = "received",
        /// It was turned back.
        Returned = "returned",
        /// It was sent on to another place or consignee.
        Reconsigned = "reconsigned",
        /// It was lost.
        Lost = "lost",
        /// What was lost was found.
        Found = "found",
        /// Something holds it up.
        Problem = "problem",
        /// That is over.
        Cleared = "cleared",
        /// It was called off.
        Cancelled = "cancelled",
        /// Its file was closed.
        Closed = "closed",
        /// Something else worth telling.
        Note = "note",
    }
}

impl Milestone {
    /// Whether it happens on one leg.
    pub const fn of_a_leg(self) -> bool {
        matches!(self, Self::Departed | Self::Arrived | Self::Passed | Self::Reloaded | Self::Detached)
    }

    /// Whether it may be of some transport units alone.
    pub const fn of_units(self) -> bool {
        matches!(
            self,
            Self::Departed | Self::Passed | Self::Detached | Self::Arrived | Self::Returned | Self::Lost | Self::Found
        )
    }

    /// Whether the consignment's form states it too, by a date or a status.
    pub const fn in_form(self) -> bool {
        use Milestone::{Arrived, Cancelled, Closed, Departed, Lost, Ready, Received, Returned};
        matches!(self, Ready | Departed | Arrived | Received | Closed | Cancelled | Lost | Returned)
    }

    /// Whether whoever receives may record it; the rest is for those who send.
    pub const fn by_receiver(self) -> bool {
        use Milestone::{Arrived, Cleared, Detached, Found, Lost, Note, Passed, Problem, Reloaded};
        matches!(self, Arrived | Cleared | Detached | Found | Lost | Note | Passed | Problem | Reloaded)
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
            Self::Arrived | Self::PartlyReceived => State::Arrived,
            Self::Received | Self::Closed => State::Received,
            Self::Lost | Self::Returned => State::Lost,
            Self::Cancelled => State::Cancelled,
        }
    }

    /// Whether its goods have left and it is not at the end of its way.
    pub const fn under_way(self) -> bool {
        matches!(self, Self::InTransit | Self::Arrived | Self::PartlyReceived)
    }

    /// What must have happened for it. That a part was received is said by receipts alone.
    pub const fn milestone(self) -> Option<Milestone> {
        Some(match self {
            Self::Planned | Self::PartlyReceived => return None,
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
    /// Where.
    pub place: Option<Id>,
    /// Of how many transport units; none where it is of all.
    pub units: Option<i64>,
    /// Of which of the listed ones, where that is said.
    pub which: Vec<Id>,
    /// What else is to be told.
    pub remark: String,
    /// The receipt that tells of it.
    pub receipt: Option<Id>,
    /// Who recorded it.
    pub by: Option<Id>,
    /// When; `None` is not stated.
    pub happened: Option<When>,
    /// When it was recorded, by the server's clock.
    pub recorded_at: Moment,
    /// The entry it corrects.
    pub supersedes: Option<Id>,
    /// Since when it no longer counts: a later entry corrected it.
    pub withdrawn_at: Option<Moment>,
}

impl Event {
    /// One recorded now, of which nothing more is told yet.
    pub fn now(milestone: Milestone, leg: Option<Id>, happened: Option<When>, by: Option<Id>, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            milestone,
            leg,
            place: None,
            units: None,
            which: vec![],
            remark: String::new(),
            receipt: None,
            by,
            happened,
            recorded_at: now,
            supersedes: None,
            withdrawn_at: None,
        }
    }

    /// Whether it counts: no later entry took it back.
    pub fn counts(&self) -> bool {
        self.withdrawn_at.is_none()
    }
}

/// A step as it counts: what, on which leg, when.
pub type Step = (Milestone, Option<Id>, Option<When>);

/// What must have happened for a consignment to be as its form states it.
pub fn implied(body: &Body) -> Vec<Step> {
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

/// The status that follows from what happened, whatever the order it was told in; only what takes something back (found,
/// sent on, planned again) must come after it. `last_leg` is where arriving means having arrived.
pub fn status_of(happened: &[Step], last_leg: Option<Id>) -> Status {
    let (mut furthest, mut ended) = (Status::Planned, None);
    for (milestone, leg, _) in happened {
        let reached = match milestone {
            Milestone::Ready => Status::Ready,
            Milestone::Departed | Milestone::Passed | Milestone::Reloaded | Milestone::Detached => Status::InTransit,
            Milestone::Arrived if *leg == last_leg => Status::Arrived,
            Milestone::Arrived => Status::InTransit,
            Milestone::Received => Status::Received,
            Milestone::Closed => Status::Closed,
            Milestone::Cancelled | Milestone::Lost | Milestone::Returned => {
                ended = match milestone {
                    Milestone::Cancelled => Some(Status::Cancelled),
                    Milestone::Lost => Some(Status::Lost),
                    _ => Some(Status::Returned),
                };
                continue;
            }
            Milestone::Planned | Milestone::Found | Milestone::Reconsigned => {
                let over = match milestone {
                    Milestone::Planned => Status::Cancelled,
                    Milestone::Found => Status::Lost,
                    _ => Status::Returned,
                };
                ended = ended.filter(|status| *status != over);
                continue;
            }
            Milestone::Problem | Milestone::Cleared | Milestone::Note => continue,
        };
        // The codes are declared in the order of the way: the furthest counts.
        furthest = furthest.max(reached);
    }
    ended.unwrap_or(furthest)
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
        let found = (Milestone::Found, None, None);
        assert_eq!(status(&[arrived, lost, departed, found]), Status::Arrived);
        let (cancelled, planned) = ((Milestone::Cancelled, None, None), (Milestone::Planned, None, None));
        assert_eq!(status(&[cancelled, found]), Status::Cancelled, "finding calls nothing back into being");
        assert_eq!(status(&[cancelled, planned]), Status::Planned);
    }
}
