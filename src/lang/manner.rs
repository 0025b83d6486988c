//! How a person wants dates, digits and times written, whatever the language.

use chrono_tz::Tz;

crate::codes! {
    /// By which calendar days are written.
    Calendar {
        /// The Gregorian.
        Gregorian = "gregory",
        /// The Solar Hijri, as Afghanistan and Iran count.
        SolarHijri = "persian",
        /// The Solar Hijri, with the Gregorian day beside it.
        Both = "both",
    }
}

crate::codes! {
    /// With which digits numbers are written.
    Digits {
        /// 0123456789
        Latin = "latn",
        /// ۰۱۲۳۴۵۶۷۸۹
        Eastern = "arabext",
    }
}

/// A person's manner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Their calendar.
    pub calendar: Calendar,
    /// Their digits.
    pub digits: Digits,
    /// Their time zone, in which moments are told.
    pub zone: Tz,
}

impl Default for Manner {
    fn default() -> Self {
        Self { calendar: Calendar::Gregorian, digits: Digits::Latin, zone: Tz::UTC }
    }
}

impl Manner {
    /// A manner from its codes; what is not known is as it usually is.
    pub fn of(calendar: &str, digits: &str, zone: &str) -> Self {
        let usual = Self::default();
        Self {
            calendar: Calendar::from_code(calendar).unwrap_or(usual.calendar),
            digits: Digits::from_code(digits).unwrap_or(usual.digits),
            zone: zone.parse().unwrap_or(usual.zone),
        }
    }

    /// Its codes: calendar, digits, time zone.
    pub fn codes(self) -> [&'static str; 3] {
        [self.calendar.code(), self.digits.code(), self.zone.name()]
    }

    /// Every time zone's name.
    pub fn zones() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// A text with its digits in this manner.
    pub(super) fn write(self, text: String) -> String {
        match self.digits {
            Digits::Latin => text,
            Digits::Eastern => text
                .chars()
                .map(|c| c.to_digit(10).and_then(|n| char::from_u32(0x6f0 + n)).filter(|_| c.is_ascii()).unwrap_or(c))
                .collect(),
        }
    }
}
