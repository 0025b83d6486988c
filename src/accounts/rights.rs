//! Who may do what: the one table of the house. Every route names the act it needs (`server`), every record asks whether its
//! mission is within reach; there is no other rule.

use crate::values::Id;

crate::codes! {
    /// What a person is to the house, or to one mission.
    Role {
        /// Looks.
        Viewer = "viewer",
        /// Logs consignments and edits them.
        Logger = "logger",
        /// Keeps missions, goods and names; voids, moves, approves and closes.
        Manager = "manager",
        /// Records what arrived.
        Receiver = "receiver",
        /// Sees what became of their own organisation's gifts, and nothing else.
        Donor = "donor",
        /// Sees everything, the whole history included, and changes nothing.
        Auditor = "auditor",
        /// Keeps people and settings.
        Administrator = "administrator",
    }
}

crate::codes! {
    /// Something that needs a right.
    Act {
        /// Looks at missions, consignments, lists, sheets, and each record's own past.
        Look = "look",
        /// Logs a consignment, or edits one.
        Log = "log",
        /// Records that a consignment arrived or was received.
        Receive = "receive",
        /// Declares a consignment void.
        Void = "void",
        /// Moves a consignment between two missions.
        Move = "move",
        /// Changes a mission, closes it.
        Steer = "steer",
        /// Approves a mission's summary.
        Approve = "approve",
        /// Opens a mission.
        Open = "open",
        /// Looks at the catalogue of goods.
        Goods = "goods",
        /// Looks at organisations and places.
        Names = "names",
        /// Adds, changes and merges organisations, places and goods.
        Stock = "stock",
        /// Looks at what became of their own organisation's gifts.
        Gifts = "gifts",
        /// Looks at the whole history, and has it verified.
        Audit = "audit",
        /// Keeps people and their rights.
        People = "people",
        /// Keeps the settings.
        Settings = "settings",
    }
}

impl Act {
    /// Whether a right for one mission is enough; else it must be held for the whole house.
    pub const fn within_a_mission(self) -> bool {
        use Act::{Approve, Gifts, Goods, Log, Look, Move, Receive, Steer, Void};
        matches!(self, Look | Log | Receive | Void | Move | Steer | Approve | Goods | Gifts)
    }

    /// Whether a program may be let do it: what the interface for programs is asked.
    pub const fn for_programs(self) -> bool {
        use Act::{Audit, Goods, Log, Look, Move, Names, Open, Receive, Steer, Stock, Void};
        matches!(self, Look | Log | Receive | Void | Move | Steer | Open | Goods | Names | Stock | Audit)
    }

    /// Who may: the rule of this act.
    pub const fn roles(self) -> &'static [Role] {
        use Role::{Administrator, Auditor, Donor, Logger, Manager, Receiver, Viewer};
        match self {
            Self::Look | Self::Goods | Self::Names => &[Viewer, Logger, Manager, Receiver, Auditor],
            Self::Log => &[Logger, Manager],
            Self::Receive => &[Logger, Manager, Receiver],
            Self::Void | Self::Move | Self::Steer | Self::Approve | Self::Open | Self::Stock => &[Manager],
            Self::Gifts => &[Donor],
            Self::Audit => &[Auditor],
            Self::People | Self::Settings => &[Administrator],
        }
    }
}

impl Role {
    /// Whether it may be given for one mission alone.
    pub const fn within_a_mission(self) -> bool {
        !matches!(self, Self::Administrator)
    }
}

/// A role given to a person, for the whole house or for one mission; a donor's names their organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// What they are.
    pub role: Role,
    /// In which mission alone; none for the whole house.
    pub mission: Option<Id>,
    /// For which organisation; a donor's only.
    pub organisation: Option<Id>,
}

/// Everything a person may.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    grants: Vec<Grant>,
    /// The program itself, which nobody granted anything.
    all: bool,
    /// To which acts they are narrowed: those of a token.
    only: Option<Vec<Act>>,
}

/// In which missions someone may do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// In all of them.
    All,
    /// In these alone.
    These(Vec<Id>),
}

impl Rights {
    /// What these grants come to.
    pub fn of(grants: Vec<Grant>) -> Self {
        Self { grants, all: false, only: None }
    }

    /// Everything: the program itself, at the command line or telling its story.
    pub fn all() -> Self {
        Self { grants: vec![], all: true, only: None }
    }

    /// No more of them than these acts, in these missions; in all that they reach where none is named.
    #[must_use]
    pub fn narrowed(self, acts: &[Act], missions: &[Id]) -> Self {
        let within = |grant: Grant| match grant.mission {
            _ if missions.is_empty() => vec![grant],
            Some(own) => missions.contains(&own).then_some(grant).into_iter().collect(),
            None => missions.iter().map(|mission| Grant { mission: Some(*mission), ..grant }).collect(),
        };
        let grants = self.grants.into_iter().filter(|g| g.role.within_a_mission() || missions.is_empty());
        Self { grants: grants.flat_map(within).collect(), all: false, only: Some(acts.to_vec()) }
    }

    fn giving(&self, act: Act) -> impl Iterator<Item = &Grant> {
        let asked = self.only.as_ref().is_none_or(|only| only.contains(&act));
        let gives =
            move |g: &&Grant| asked && act.roles().contains(&g.role) && (act.within_a_mission() || g.mission.is_none());
        self.grants.iter().filter(gives)
    }

    /// Whether they may anywhere at all: the question at the door of a route.
    pub fn anywhere(&self, act: Act) -> bool {
        self.all || self.giving(act).next().is_some()
    }

    /// Whether they may in a mission.
    pub fn within(&self, act: Act, mission: Id) -> bool {
        self.all || self.giving(act).any(|g| g.mission.is_none() || g.mission == Some(mission))
    }

    /// Whether they may in the whole house.
    pub fn everywhere(&self, act: Act) -> bool {
        self.all || self.giving(act).any(|g| g.mission.is_none())
    }

    /// In which missions they may.
    pub fn reach(&self, act: Act) -> Reach {
        if self.everywhere(act) {
            return Reach::All;
        }
        let mut missions: Vec<Id> = self.giving(act).filter_map(|g| g.mission).collect();
        missions.sort_unstable();
        missions.dedup();
        Reach::These(missions)
    }

    /// The organisations whose gifts they may follow, each with the mission it is limited to.
    pub fn donors(&self) -> Vec<(Id, Option<Id>)> {
        self.giving(Act::Gifts).filter_map(|g| Some((g.organisation?, g.mission))).collect()
    }
}

impl Reach {
    /// The missions it is limited to; none when it is all of them.
    pub fn limits(&self) -> Option<&[Id]> {
        match self {
            Self::All => None,
            Self::These(missions) => Some(missions),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(role: Role, mission: Option<Id>) -> Grant {
        Grant { role, mission, organisation: None }
    }

    #[test]
    fn a_right_for_one_mission_reaches_no_other() {
        let (one, other) = (Id::fresh(), Id::fresh());
        let rights = Rights::of(vec![grant(Role::Logger, Some(one)), grant(Role::Viewer, Some(other))]);
        assert!(rights.within(Act::Log, one) && !rights.within(Act::Log, other));
        assert!(rights.within(Act::Look, other) && !rights.everywhere(Act::Look));
        assert_eq!(rights.reach(Act::Log), Reach::These(vec![one]));
        assert!(!rights.anywhere(Act::Names), "what belongs to the whole house needs a right for the whole house");
        assert!(!rights.anywhere(Act::Void) && !rights.anywhere(Act::People));
    }

    #[test]
    fn a_token_does_no_more_than_it_is_for_and_no_more_than_its_person() {
        let (one, other) = (Id::fresh(), Id::fresh());
        let manager = || Rights::of(vec![grant(Role::Manager, None)]);
        let looks = manager().narrowed(&[Act::Look, Act::Audit], &[]);
        assert!(looks.everywhere(Act::Look) && !looks.anywhere(Act::Log) && !looks.anywhere(Act::Audit));
        let here = manager().narrowed(Act::ALL, &[one]);
        assert!(here.within(Act::Log, one) && !here.within(Act::Log, other) && !here.everywhere(Act::Look));
        assert!(!here.anywhere(Act::Stock), "what belongs to the whole house is not in one mission");
        let of_one = Rights::of(vec![grant(Role::Logger, Some(one))]).narrowed(Act::ALL, &[one, other]);
        assert_eq!(of_one.reach(Act::Log), Reach::These(vec![one]));
    }

    #[test]
    fn every_act_is_somebodys_and_no_role_has_them_all() {
        for act in Act::ALL {
            assert!(!act.roles().is_empty(), "{act}");
        }
        for role in Role::ALL {
            let rights = Rights::of(vec![grant(*role, None)]);
            assert!(Act::ALL.iter().any(|act| rights.anywhere(*act)), "{role}");
            assert!(!Act::ALL.iter().all(|act| rights.anywhere(*act)), "{role}");
        }
        let donor = Rights::of(vec![grant(Role::Donor, None)]);
        assert_eq!(Act::ALL.iter().filter(|act| donor.anywhere(**act)).count(), 1);
        let auditor = Rights::of(vec![grant(Role::Auditor, None)]);
        assert!([Act::Log, Act::Receive, Act::Stock, Act::Open, Act::People].iter().all(|act| !auditor.anywhere(*act)));
    }
}
