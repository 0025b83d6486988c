//! The account of a consignment: what became of what was dispatched (design 9.9). For every part with a stated quantity
//!
//! > dispatched = good + damaged + missing + turned back + under way − surplus
//!
//! to the thousandth. Where the quantity is not stated the balance cannot be drawn, and is never zero.

use super::{
    contributions::Measure,
    model::{Consignment, Good, Line, Milestone, Status},
};
use crate::values::{Id, Moment, Quantity, Unit};
use std::collections::{BTreeMap, HashMap};

crate::codes! {
    /// What became of goods.
    Fate {
        /// Received in good condition.
        Good = "good",
        /// Received damaged.
        Damaged = "damaged",
        /// Not there.
        Missing = "missing",
        /// Turned back before receipt.
        Returned = "returned",
    }
}

crate::codes! {
    /// Why goods are damaged or missing (domain §1.6: CARE Food Resource Management Handbook, UNICEF, USTRANSCOM).
    Reason {
        /// Nobody said, or nothing is to be said.
        Unsaid = "unsaid",
        /// Packed with less than stated.
        ShortPacked = "short_packed",
        /// Missing in transit.
        MissingInTransit = "missing_in_transit",
        /// Theft or pilferage.
        Theft = "theft",
        /// Torn or leaking.
        Torn = "torn",
        /// Wet.
        Wet = "wet",
        /// Infested or mouldy.
        Infested = "infested",
        /// Expired.
        Expired = "expired",
        /// Not what was ordered.
        WrongItem = "wrong_item",
        /// Lighter than stated.
        Underweight = "underweight",
        /// Rejected by an authority.
        Rejected = "rejected",
        /// Something else, told in a note.
        Other = "other",
    }
}

/// What one receipt or loss report found of one part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its id.
    pub id: Id,
    /// The receipt or the loss report.
    pub document: Id,
    /// The line.
    pub line: Id,
    /// Which good of it, where the quantity is of each; else 0.
    pub part: i64,
    /// What became of it.
    pub fate: Fate,
    /// Why.
    pub reason: Reason,
    /// How much: thousandths of the base of the line's unit. Less than nothing missing is something found.
    pub milli: i64,
    /// How it was counted, where that is in another unit: `3970 XBG`.
    pub counted: String,
    /// What else is to be told.
    pub note: String,
    /// The receipt that took a loss up: then it counts no more by itself.
    pub taken_by: Option<Id>,
    /// Since when its document is void.
    pub withdrawn_at: Option<Moment>,
}

impl Finding {
    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.withdrawn_at.is_none() && self.taken_by.is_none()
    }
}

/// What is counted by itself: a line, or one good of a line whose quantity is of each.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The line.
    pub line: &'a Line,
    /// Which of its parts.
    pub index: i64,
    /// The goods.
    pub goods: &'a [Good],
    /// What was dispatched of it, or is to be.
    pub quantity: Quantity,
}

impl Part<'_> {
    /// By what findings know it.
    pub fn key(&self) -> (Id, i64) {
        (self.line.id, self.index)
    }

    /// The unit its figures are kept in.
    pub fn unit(&self) -> Unit {
        self.quantity.unit().base()
    }
}

/// What became of a part, in thousandths of the base of its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Account {
    /// What was dispatched, where that is stated; nothing before it has left.
    pub dispatched: Option<i64>,
    /// Received in good condition.
    pub good: i64,
    /// Received damaged.
    pub damaged: i64,
    /// Missing.
    pub missing: i64,
    /// Turned back before receipt.
    pub returned: i64,
    /// Not accounted for yet.
    pub under_way: i64,
    /// More accounted for than was dispatched.
    pub surplus: i64,
    /// Whether a receipt or a loss report tells of it.
    pub told: bool,
    /// Whether it is there by word alone: received, and nobody counted.
    pub by_word: bool,
}

impl Account {
    /// Whether nothing more is awaited of it: all is accounted for, or, where nobody said how much there was, something is.
    pub fn complete(&self) -> bool {
        if self.dispatched.is_some() { self.under_way == 0 } else { self.told }
    }

    /// Whether it differs from what was dispatched.
    pub fn differs(&self) -> bool {
        self.damaged != 0 || self.missing != 0 || self.surplus != 0
    }

    /// What is accounted for.
    pub fn accounted(&self) -> i64 {
        self.good + self.damaged + self.missing + self.returned
    }

    /// How much of a fate.
    pub fn of(&self, fate: Fate) -> i64 {
        match fate {
            Fate::Good => self.good,
            Fate::Damaged => self.damaged,
            Fate::Missing => self.missing,
            Fate::Returned => self.returned,
        }
    }

    fn add(&mut self, fate: Fate, milli: i64) {
        *match fate {
            Fate::Good => &mut self.good,
            Fate::Damaged => &mut self.damaged,
            Fate::Missing => &mut self.missing,
            Fate::Returned => &mut self.returned,
        } += milli;
    }
}

impl Consignment {
    /// What is counted by itself, line by line. What a receipt found and later no longer did is not among it.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let standing = |line: &&Line| {
            line.found_by.is_none() || self.findings.iter().any(|found| found.line == line.id && found.counts())
        };
        let parts = self.body.lines.iter().filter(standing).flat_map(|line| {
            line.counted().enumerate().map(move |(n, (goods, quantity))| Part {
                line,
                index: n as i64,
                goods,
                quantity,
            })
        });
        parts.collect()
    }

    /// What became of a part, by what was found and how far the consignment has come.
    pub fn account(&self, part: &Part<'_>) -> Account {
        let mine = self.findings.iter().filter(|found| found.counts() && (found.line, found.part) == part.key());
        self.account_of(part, mine)
    }

    /// The accounts of all parts, in their order: each finding is looked at once.
    pub fn accounts(&self) -> Vec<(Part<'_>, Account)> {
        self.accounts_without(&[])
    }

    /// The accounts as they would be if some documents told of nothing.
    pub fn accounts_without(&self, documents: &[Id]) -> Vec<(Part<'_>, Account)> {
        let mut found: HashMap<(Id, i64), Vec<&Finding>> = HashMap::new();
        for finding in self.findings.iter().filter(|found| found.counts() && !documents.contains(&found.document)) {
            found.entry((finding.line, finding.part)).or_default().push(finding);
        }
        let parts = self.parts().into_iter().map(|part| {
            let mine = found.remove(&part.key()).unwrap_or_default();
            let account = self.account_of(&part, mine.into_iter());
            (part, account)
        });
        parts.collect()
    }

    fn account_of<'a>(&self, part: &Part<'_>, found: impl Iterator<Item = &'a Finding>) -> Account {
        let status = self.body.status;
        let mut account = Account::default();
        for finding in found {
            account.told = true;
            account.add(finding.fate, finding.milli);
        }
        let sent = !matches!(status, Status::Planned | Status::Ready | Status::Cancelled);
        let listed = part.line.found_by.is_none();
        account.dispatched = (part.quantity.stated() && sent).then(|| if listed { part.quantity.milli() } else { 0 });
        account.by_word = self.by_word();
        let Some(dispatched) = account.dispatched else { return account };
        let rest = dispatched - account.accounted();
        account.surplus = (-rest).max(0);
        let rest = rest.max(0);
        match status {
            // Said to be received, and nobody counted: as listed.
            _ if account.by_word => account.good += rest,
            Status::Lost => account.missing += rest,
            Status::Returned => account.returned += rest,
            _ => account.under_way = rest,
        }
        account
    }

    /// Why some of a part is damaged or missing; what is simply gone with the whole has no reason of its own.
    pub fn reasons(&self, part: &Part<'_>, account: &Account) -> BTreeMap<(Measure, Reason), i64> {
        let mut out: BTreeMap<(Measure, Reason), i64> = BTreeMap::new();
        let mut missing = 0;
        for found in self.findings.iter().filter(|found| found.counts() && (found.line, found.part) == part.key()) {
            let measure = match found.fate {
                Fate::Damaged => Measure::Damaged,
                Fate::Missing => Measure::Missing,
                _ => continue,
            };
            missing += if found.fate == Fate::Missing { found.milli } else { 0 };
            *out.entry((measure, found.reason)).or_default() += found.milli;
        }
        *out.entry((Measure::Missing, Reason::Unsaid)).or_default() += account.missing - missing;
        out.retain(|_, milli| *milli != 0);
        out
    }

    /// Whether it is there by word alone: received, and nobody counted.
    pub fn by_word(&self) -> bool {
        matches!(self.body.status, Status::Received | Status::Closed) && !self.has_receipts()
    }

    /// The loss reports that count by themselves: what a receipt found stays its own.
    pub fn losses(&self) -> Vec<Id> {
        let mut out: Vec<Id> =
            self.findings.iter().filter(|found| found.counts()).map(|found| found.document).collect();
        out.sort_unstable();
        out.dedup();
        out.retain(|id| !self.events.iter().any(|event| event.receipt == Some(*id)));
        out
    }

    /// Whether a receipt counts for it.
    pub fn has_receipts(&self) -> bool {
        self.events
            .iter()
            .any(|event| event.counts() && event.milestone == Milestone::Received && event.receipt.is_some())
    }

    /// Whether anything was found that differs from what was dispatched.
    pub fn differs(&self) -> bool {
        self.accounts().iter().any(|(_, account)| account.differs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consignments::testing::{consignment, finding};
    use proptest::prelude::*;

    proptest! {
        /// Whatever was found and however far it has come: what was dispatched is what became of it.
        #[test]
        fn the_balance_is_drawn_to_the_thousandth(
            dispatched in 0..1_000_000i64,
            found in proptest::collection::vec((0..4usize, -1_000..600_000i64, any::<bool>(), any::<bool>()), 0..8),
            status in 0..Status::ALL.len(),
        ) {
            let mut c = consignment(&[dispatched], "2023-04-01");
            let line = c.body.lines[0].id;
            for (fate, milli, taken, void) in found {
                let fate = Fate::ALL[fate];
                let milli = if fate == Fate::Missing { milli } else { milli.abs() };
                let mut found = finding(line, fate, milli);
                found.taken_by = taken.then(Id::fresh);
                found.withdrawn_at = void.then(Moment::now);
                c.findings.push(found);
            }
            c.body.status = Status::ALL[status];
            let accounts = c.accounts();
            let (part, account) = &accounts[0];
            prop_assert_eq!(&c.account(part), account);
            if let Some(dispatched) = account.dispatched {
                let became = account.accounted() + account.under_way - account.surplus;
                prop_assert_eq!(dispatched, became);
                prop_assert!(account.under_way >= 0 && account.surplus >= 0);
                prop_assert!(account.under_way == 0 || account.surplus == 0);
            }
        }
    }

    #[test]
    fn what_is_not_stated_has_no_balance() {
        let mut c = consignment(&[0], "2023-04-01");
        c.body.lines[0].quantity = Quantity::not_stated(Unit::from_code("XBX").unwrap());
        let account = c.account(&c.parts()[0]);
        assert_eq!((account.dispatched, account.complete()), (None, false));
    }
}
