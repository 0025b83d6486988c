//! Which steps make sense now, and why another does not.

use super::{
    journey::{Milestone, Status},
    model::Consignment,
};

impl Consignment {
    /// Whether something holds it up: a problem was raised, and nothing said since that it is over.
    pub fn in_trouble(&self) -> bool {
        self.stands(Milestone::Problem, Milestone::Cleared)
    }

    /// Whether some of it is said to be lost, and not found since.
    fn some_lost(&self) -> bool {
        self.stands(Milestone::Lost, Milestone::Found)
    }

    /// Whether one step was told, and since then not the one that ends it.
    fn stands(&self, step: Milestone, end: Milestone) -> bool {
        let mut told = self.events.iter().filter(|event| event.counts()).map(|event| event.milestone);
        told.rfind(|told| [step, end].contains(told)) == Some(step)
    }

    /// Why a step makes no sense now: the key of the sentence; none where it does.
    pub fn forbids(&self, step: Milestone) -> Option<&'static str> {
        use Milestone::{
            Arrived, Cancelled, Cleared, Closed, Departed, Detached, Found, Lost, Note, Passed, Planned, Problem,
            Ready, Received, Reconsigned, Reloaded, Returned,
        };
        let status = self.body.status;
        if self.void.is_some() {
            return Some("step-void");
        }
        let over = match status {
            Status::Cancelled => Some("step-cancelled"),
            Status::Lost => Some("step-lost"),
            Status::Returned => Some("step-returned"),
            Status::Closed => Some("step-closed"),
            Status::Received => Some("step-received"),
            _ => None,
        };
        let before = matches!(status, Status::Planned | Status::Ready);
        match step {
            Note => None,
            Received => Some("step-by-receipt"),
            Problem => (status == Status::Closed).then_some("step-closed"),
            Cleared => (!self.in_trouble()).then_some("step-no-problem"),
            Found => (status != Status::Lost && !self.some_lost()).then_some("step-not-lost"),
            Reconsigned if status == Status::Returned => None,
            Planned => (!matches!(status, Status::Planned | Status::Cancelled)).then_some("step-begun"),
            Closed => match status {
                Status::Received => None,
                // What was called off, lost or turned back is at its end as it is.
                _ => over.or(Some("step-open")),
            },
            Cancelled if status == Status::Cancelled => Some("step-cancelled"),
            Cancelled => (!before).then_some("step-left"),
            Ready if over.is_none() => (status != Status::Planned).then_some("step-begun"),
            Departed if over.is_none() => self.next_leg(Departed).is_none().then_some("step-all-left"),
            Arrived if over.is_none() => self.next_leg(Arrived).is_none().then_some("step-all-arrived"),
            Passed | Reloaded | Detached | Returned | Reconsigned | Lost if over.is_none() => {
                before.then_some("step-not-left")
            }
            _ => over,
        }
    }

    /// The first leg that a departure or an arrival still waits for: its place in the way.
    pub fn next_leg(&self, step: Milestone) -> Option<usize> {
        self.body.legs.iter().position(|leg| match step {
            Milestone::Departed => leg.departed.is_none() && leg.arrived.is_none() || self.part_left(leg),
            _ => leg.arrived.is_none() && !self.arrived_undated(leg.id),
        })
    }

    /// Whether only some units of a leg are said to have left.
    fn part_left(&self, leg: &super::model::Leg) -> bool {
        leg.arrived.is_none() && self.tally(leg, Milestone::Departed).is_some_and(|tally| tally.some < tally.all)
    }

    fn arrived_undated(&self, leg: crate::values::Id) -> bool {
        self.events.iter().any(|event| {
            event.counts() && event.milestone == Milestone::Arrived && event.leg == Some(leg) && event.units.is_none()
        })
    }

    /// The steps that make sense now, in their order. What a receipt tells is not among them.
    pub fn next_steps(&self) -> Vec<Milestone> {
        Milestone::ALL.iter().copied().filter(|step| self.forbids(*step).is_none()).collect()
    }

    /// The step that is most likely next; none where a receipt is, or nothing.
    pub fn likely_step(&self) -> Option<Milestone> {
        match self.body.status {
            _ if self.void.is_some() => None,
            Status::Planned | Status::Ready => Some(Milestone::Departed),
            Status::InTransit if self.next_leg(Milestone::Arrived).is_some() => Some(Milestone::Arrived),
            Status::Received => Some(Milestone::Closed),
            _ => None,
        }
    }

    /// Whether goods may be received now.
    pub fn receivable(&self) -> bool {
        let planned = matches!(self.body.status, Status::Planned | Status::Ready | Status::Cancelled | Status::Closed);
        self.counts() && !planned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consignments::testing::consignment;

    #[test]
    fn a_step_that_makes_no_sense_is_forbidden_with_its_reason() {
        let why = |status, step| {
            let mut c = consignment(&[1000], "");
            c.body.status = status;
            c.forbids(step)
        };
        use Milestone::{Arrived, Cancelled, Closed, Departed, Found, Planned, Returned};
        assert_eq!(why(Status::Planned, Departed), None);
        assert_eq!(why(Status::Planned, Returned), Some("step-not-left"));
        assert_eq!(why(Status::InTransit, Cancelled), Some("step-left"));
        assert_eq!(why(Status::Received, Departed), Some("step-received"));
        assert_eq!(why(Status::InTransit, Closed), Some("step-open"));
        assert_eq!(why(Status::InTransit, Found), Some("step-not-lost"));
        assert_eq!(why(Status::Lost, Found), None);
        assert_eq!(why(Status::Cancelled, Planned), None);
        assert_eq!(why(Status::InTransit, Arrived), None);
        assert_eq!(why(Status::Closed, Arrived), Some("step-closed"));
    }
}
