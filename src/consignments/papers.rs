//! Papers: photographs and scans attached to a consignment, and which of them its mission asks for.

use super::{
    journey::State,
    model::{Consignment, Void},
};
use crate::{
    lang::Lang,
    values::{Id, Mode, Moment},
};
use std::collections::BTreeSet;

crate::codes! {
    /// What an attached file is.
    Paper {
        /// The consignment note or waybill, signed at the end of the way.
        SignedWaybill = "signed_waybill",
        /// The goods received note, signed.
        ReceivedNote = "received_note",
        /// The packing list.
        PackingList = "packing_list",
        /// An invoice, for customs.
        Invoice = "invoice",
        /// A certificate of origin.
        Origin = "origin",
        /// A phytosanitary or veterinary certificate.
        Phytosanitary = "phytosanitary",
        /// A certificate of quality or analysis.
        Quality = "quality",
        /// The donation certificate.
        Gift = "gift",
        /// Proof of duty exemption.
        DutyExemption = "duty_exemption",
        /// The release by customs.
        CustomsRelease = "customs_release",
        /// A commercial act, police or survey report.
        LossReport = "loss_report",
        /// A photograph.
        Photo = "photo",
        /// Something else.
        Other = "other",
    }
}

impl Paper {
    /// What it is called.
    pub fn words(self, lang: Lang) -> String {
        lang.say(&format!("paper-{}", self.code().replace('_', "-")))
    }
}

/// A file attached to a consignment. Its bytes are kept under their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: Id,
    /// The receipt it belongs to.
    pub receipt: Option<Id>,
    /// What it is.
    pub paper: Paper,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub size: i64,
    /// Its media type, by its content.
    pub media: String,
    /// What it was called where it came from; shown, and never a path.
    pub name: String,
    /// What else is to be told.
    pub note: String,
    /// Who attached it.
    pub by: Option<Id>,
    /// When that was.
    pub at: Moment,
    /// Whether it was taken off.
    pub void: Option<Void>,
}

/// A paper that is asked for of what travels in a mode.
pub type Required = (Mode, Paper);

impl Consignment {
    /// The attached files that stand.
    pub fn attached(&self) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(|attachment| attachment.void.is_none())
    }

    /// The papers asked for of it, in their order, and whether each is there.
    pub fn checklist(&self, required: &[Required]) -> Vec<(Paper, bool)> {
        let modes: BTreeSet<Mode> = self.body.legs.iter().map(|leg| leg.mode).collect();
        let wanted: BTreeSet<Paper> =
            required.iter().filter(|(mode, _)| modes.contains(mode)).map(|(_, paper)| *paper).collect();
        wanted.into_iter().map(|paper| (paper, self.attached().any(|own| own.paper == paper))).collect()
    }

    /// Whether a paper is asked for that is not there. Of what has not left, or was called off, none is.
    pub fn lacks_papers(&self, required: &[Required]) -> bool {
        let sent = State::sent(self.body.status.state().code());
        sent && self.counts() && self.checklist(required).iter().any(|(_, there)| !there)
    }
}
