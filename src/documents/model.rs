//! What an issued document is.

use crate::{
    accounts::Act,
    consignments::model::Void,
    error::{Error, Result},
    lang::Lang,
    values::{Id, Moment},
};

crate::codes! {
    /// A kind of document.
    Kind {
        /// Travels with the goods of a leg.
        Waybill = "waybill",
        /// Says what is in which package.
        PackingList = "packing-list",
        /// Says what a receipt found.
        GoodsReceivedNote = "goods-received-note",
        /// Says what was lost or damaged, and how.
        LossReport = "loss-report",
        /// Says that goods are given free of charge.
        GiftCertificate = "gift-certificate",
        /// Adds up a mission.
        Summary = "summary",
    }
}

impl Kind {
    /// What it is called.
    pub fn words(self, lang: Lang) -> String {
        lang.say(&format!("doc-{}", self.code()))
    }

    /// What its number begins with, after the mission's code.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Waybill => "WB",
            Self::PackingList => "PL",
            Self::GoodsReceivedNote => "GRN",
            Self::LossReport => "LR",
            Self::GiftCertificate => "GC",
            Self::Summary => "MS",
        }
    }

    /// What one must be allowed to do in its mission to issue it.
    pub const fn act(self) -> Act {
        match self {
            Self::Waybill | Self::PackingList | Self::GiftCertificate => Act::Log,
            Self::GoodsReceivedNote | Self::LossReport => Act::Receive,
            Self::Summary => Act::Approve,
        }
    }

    /// Whether its sheet lies on its side.
    pub const fn is_landscape(self) -> bool {
        matches!(self, Self::PackingList)
    }
}

/// The number of a document as people write it: `KZ-AF-2023-04/WB-003`.
pub fn reference(mission_code: &str, kind: Kind, number: i64) -> String {
    format!("{mission_code}/{}-{number:03}", kind.prefix())
}

/// An issued document as lists need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: Id,
    /// Its kind.
    pub kind: Kind,
    /// Its mission.
    pub mission: Id,
    /// The consignment it tells of; none for a mission's own.
    pub consignment: Option<Id>,
    /// What of it: see `kinds::About`.
    pub subject: String,
    /// Counts the documents of its kind in the mission, from 1.
    pub number: i64,
    /// Counts the revisions of this number, from 1.
    pub revision: i64,
    /// The number as people write it.
    pub reference: String,
    /// The number of the printed form it was written on.
    pub pad: String,
    /// The codes of its languages, the first first.
    pub languages: Vec<String>,
    /// The SHA-256 of its content and its body, in hexadecimal.
    pub hash: String,
    /// By what a stranger checks it.
    pub code: String,
    /// Who issued it.
    pub by: Option<Id>,
    /// When.
    pub at: Moment,
    /// Whether it was declared void.
    pub void: Option<Void>,
}

/// An issued document: nothing of it ever changes but that it may be declared void.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What lists show of it.
    pub brief: Brief,
    /// What it says, as JSON: a sheet in each of its languages.
    pub content: String,
    /// What was printed, as HTML.
    pub body: String,
    /// The hash of the form it was issued by.
    pub posted: String,
}

/// The signs of a code: digits and letters without I, L, O and U, which are read as others (Douglas Crockford's base 32).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many signs a code has: 60 random bits. Among a million documents, an address that guesses as fast as it may (once in three
/// seconds) hits one in about a hundred thousand years.
const LENGTH: usize = 12;

/// A new code, which nobody can guess.
pub fn fresh_code() -> Result<String> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect())
}

/// A code as it is kept, however it was typed: letters that look like digits are those digits. Nothing where it is none.
pub fn read_code(typed: &str) -> Option<String> {
    let signs = crate::values::latin_digits(typed).to_uppercase();
    let code: String = signs
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '\u{2011}'))
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let well = code.len() == LENGTH && code.bytes().all(|c| SIGNS.contains(&c));
    well.then_some(code)
}

/// A code as people read it: `7K3M-9QXA-2B4C`.
pub fn shown_code(code: &str) -> String {
    code.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = fresh_code().unwrap();
        assert_eq!(read_code(&shown_code(&code)), Some(code.clone()));
        assert_eq!(read_code(&format!(" {} ", shown_code(&code).to_lowercase())), Some(code));
        assert_eq!(read_code("O1lL-2345-67 89"), Some("011123456789".into()));
        assert_eq!(read_code("۰۱۲۳-4567-89AB"), Some("0123456789AB".into()));
        for bad in ["", "0123", "0123456789AU", "0123456789ABC", "🙂123456789AB"] {
            assert_eq!(read_code(bad), None, "{bad}");
        }
        assert_ne!(fresh_code().unwrap(), fresh_code().unwrap());
    }

    #[test]
    fn a_number_names_its_kind() {
        assert_eq!(reference("KZ-AF-2023-04", Kind::GoodsReceivedNote, 7), "KZ-AF-2023-04/GRN-007");
    }
}
