//! What a mission is.

use crate::{
    lang::Lang,
    values::{Id, Mode, Moment, Quantity, When},
};

crate::codes! {
    /// Where a mission stands.
    MissionStatus {
        /// Being prepared.
        Planned = "planned",
        /// Under way.
        Active = "active",
        /// Finished.
        Closed = "closed",
    }
}

/// What the decision allots of one good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allotment {
    /// The catalogue's item, when it is one.
    pub item: Option<Id>,
    /// As typed.
    pub goods: String,
    /// How much.
    pub quantity: Quantity,
}

/// A mission as its form states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its code, such as `KZ-AF-2023-04`; unique, and frozen once a consignment is numbered under it.
    pub code: String,
    /// Its name.
    pub title: String,
    /// The crisis it answers.
    pub crisis: String,
    /// The crisis' GLIDE number.
    pub glide: String,
    /// Who gives.
    pub donors: Vec<Id>,
    /// The country that receives, ISO 3166-1 alpha-2.
    pub recipient_country: String,
    /// What it is for.
    pub purpose: String,
    /// The number of the decision it rests on.
    pub decision_number: String,
    /// The decision's date.
    pub decision_date: Option<When>,
    /// What the decision allots.
    pub allotments: Vec<Allotment>,
    /// When it begins.
    pub starts: Option<When>,
    /// When it ends.
    pub ends: Option<When>,
    /// Where it stands.
    pub status: MissionStatus,
    /// How many people are in need, as its source says.
    pub need_people: String,
    /// The source of that figure.
    pub need_source: String,
    /// Handover: by whom.
    pub handover_from: String,
    /// Handover: to whom.
    pub handover_to: String,
    /// Handover: the office that received.
    pub handover_office: String,
    /// Handover: where.
    pub handover_place: String,
    /// Handover: when.
    pub handover_date: Option<When>,
    /// Handover: the number of the act.
    pub handover_act: String,
    /// Who sends, unless a consignment says otherwise.
    pub consignor: Option<Id>,
    /// Who receives.
    pub consignee: Option<Id>,
    /// Who carries.
    pub carrier: Option<Id>,
    /// How it travels.
    pub mode: Option<Mode>,
    /// Where it leaves from.
    pub from: Option<Id>,
    /// The border crossing or hub.
    pub via: Option<Id>,
    /// Where it goes.
    pub to: Option<Id>,
    /// Anything else.
    pub notes: String,
    /// The code of the language that stands beside the first on its documents; empty for none.
    pub second_language: String,
    /// What its summary tells besides figures.
    pub narrative: String,
    /// What its summary asks of its reader.
    pub asked: String,
}

/// A mission as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mission {
    /// Its id.
    pub id: Id,
    /// What it states.
    pub body: Body,
    /// The last number given to a consignment; 0 before the first.
    pub last_number: i64,
    /// When its summary was approved; a change after that makes it a draft again.
    pub approved_at: Option<Moment>,
    /// Counts what changed in its consignments: by version and edition one knows whether a summary is still the one seen.
    pub edition: i64,
    /// How its summary is printed, unless one says otherwise: the question of an address.
    pub summary: String,
    /// The hash of the form it was made by.
    pub posted: String,
    /// Counts the edits.
    pub version: i64,
}

impl Body {
    /// The decision it rests on, in words: number and date, as far as they are stated; empty where neither is.
    pub fn decision(&self, lang: Lang) -> String {
        let date = self.decision_date.map(|when| lang.when(when)).unwrap_or_default();
        match (self.decision_number.is_empty(), date.is_empty()) {
            (true, _) => date,
            (false, true) => self.decision_number.clone(),
            (false, false) => lang.vv("decision-of", &self.decision_number, date),
        }
    }
}

impl Mission {
    /// By what one knows whether a summary is still the one that was seen.
    pub fn as_seen(&self) -> String {
        format!("{}.{}", self.version, self.edition)
    }
}

/// A mission as lists need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: Id,
    /// Its code.
    pub code: String,
    /// Its name.
    pub title: String,
    /// The country that receives.
    pub recipient_country: String,
    /// The crisis' GLIDE number.
    pub glide: String,
    /// Where it stands.
    pub status: MissionStatus,
    /// When it begins, reduced ISO 8601.
    pub starts: String,
    /// When it ends, reduced ISO 8601.
    pub ends: String,
    /// The day it sorts under.
    pub day: i64,
}

/// Whether a text may be a mission's code: 2 to 40 Latin letters, digits, dots and hyphens, beginning and ending with a
/// letter or digit. A slash would end it in a consignment's number.
pub fn is_code(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let ends = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    (2..=40).contains(&text.len()) && text.chars().all(inner) && ends(text.chars().next()) && ends(text.chars().last())
}

/// Whether a text may be a GLIDE number: `EQ-2001-000033-IND` (glidenumber.net).
pub fn is_glide(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [kind, year, serial, country] = parts[..] else { return false };
    let all =
        |text: &str, n: usize, test: fn(&char) -> bool| text.chars().count() == n && text.chars().all(|c| test(&c));
    all(kind, 2, char::is_ascii_uppercase)
        && all(year, 4, char::is_ascii_digit)
        && all(serial, 6, char::is_ascii_digit)
        && all(country, 3, char::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_glide_numbers_are_recognised() {
        for good in ["KZ-AF-2023-04", "A1", "x.2"] {
            assert!(is_code(good), "{good}");
        }
        for bad in ["", "A", "KZ/AF", "KZ AF", "-KZ", "KZ-", "КЗ-1"] {
            assert!(!is_code(bad), "{bad}");
        }
        assert!(is_glide("EQ-2022-000232-AFG"));
        assert!(!is_glide("EQ-2022-232-AFG") && !is_glide("eq-2022-000232-AFG") && !is_glide("EQ-2022-000232"));
    }
}
