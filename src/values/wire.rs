//! How values are written for programs: codes as texts of a closed list, amounts as decimal texts that no reader rounds, dates as
//! reduced ISO 8601.

use super::{Country, Currency, Id, Moment, Qualifier, Quantity, Unit, When, number::shortest};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type},
};

/// The schema of a text.
fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// The schema of a closed list of codes.
pub fn one_of(codes: impl Iterator<Item = &'static str>, description: &str) -> RefOr<Schema> {
    text().enum_values(Some(codes)).description(Some(description)).into()
}

/// A value that is known by a code: it is read and written as that, and nothing else.
macro_rules! coded {
    ($name:ident, $all:expr, $description:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(self.code())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
                let code = Cow::<'de, str>::deserialize(de)?;
                Self::from_code(&code).ok_or_else(|| de::Error::custom(concat!("no such ", stringify!($name))))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                one_of($all, $description)
            }
        }

        impl ToSchema for $name {}
    };
}

coded!(Country, Country::all().map(Country::code), "A country: ISO 3166-1 alpha-2.");
coded!(Currency, Currency::all().map(Currency::code), "A currency: ISO 4217.");
coded!(Unit, Unit::all().map(Unit::code), "A unit: UN/ECE Recommendation 20, for packages 21 with an X before it.");
coded!(Qualifier, Qualifier::ALL.into_iter().map(Qualifier::code), "How surely an amount is stated.");

/// The pattern of a date.
const DATE: &str = "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9])?)?)?$";

impl Serialize for When {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.iso())
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let iso = Cow::<'de, str>::deserialize(de)?;
        Self::from_iso(&iso)
            .ok_or_else(|| de::Error::custom("no date such as 2023-04-17T10:30, 2023-04-17, 2023-04, 2023"))
    }
}

impl PartialSchema for When {
    fn schema() -> RefOr<Schema> {
        text()
            .pattern(Some(DATE))
            .description(Some("When something happened: ISO 8601, as exactly as it is known, to the minute at most."))
            .examples(["2023-04-17T10:30", "2023-04-17", "2023-04", "2023"])
            .into()
    }
}

impl ToSchema for When {}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        text()
            .format(Some(format))
            .description(Some("When something was recorded: RFC 3339, UTC, whole seconds."))
            .into()
    }
}

impl ToSchema for Moment {}

impl PartialSchema for Id {
    fn schema() -> RefOr<Schema> {
        text()
            .format(Some(SchemaFormat::Custom("uuid".into())))
            .description(Some("What a record is called inside the house: a UUID."))
            .into()
    }
}

impl ToSchema for Id {}

/// A number as a text: digits, and a point before what is less than one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Decimal(String);

impl Decimal {
    /// Of thousandths: `272728` is `272.728`.
    pub fn of_thousandths(milli: i64) -> Self {
        let sign = if milli < 0 { "-" } else { "" };
        Self(format!("{sign}{}", shortest(milli.saturating_abs(), 1000)))
    }

    /// The amount of a quantity in its own unit; none where it is not stated.
    pub fn of(quantity: Quantity) -> Option<Self> {
        quantity.stated().then(|| Self(shortest(quantity.milli(), quantity.unit().factor())))
    }

    /// Of a text that is one; none of any other.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let fits = |digits: &str, most: usize| {
            (1..=most).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
        };
        (fits(whole, 18) && fits(part, 9)).then(|| Self(text.to_string()))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(de)?;
        Self::read(&text).ok_or_else(|| de::Error::custom("no decimal text such as \"272.728\""))
    }
}

impl PartialSchema for Decimal {
    fn schema() -> RefOr<Schema> {
        text()
            .pattern(Some(r"^-?[0-9]{1,18}(\.[0-9]{1,9})?$"))
            .description(Some("An exact number as a text."))
            .examples(["272.728"])
            .into()
    }
}

impl ToSchema for Decimal {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
        serde_json::from_value(text.into()).ok()
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        for unit in Unit::all() {
            assert_eq!(read::<Unit>(unit.code()), Some(unit));
        }
        assert_eq!(read::<Unit>("tonnes"), None);
        assert_eq!(read::<Currency>("kzt"), None);
        for date in ["2023-04-17T10:30", "2023-04-17", "2023-04", "2023"] {
            assert_eq!(read::<When>(date).unwrap().iso(), date);
        }
        for not in ["17.4.2023", "2023-4", "2023-02-30", "", "2023-04-17T10:30:00Z"] {
            assert_eq!(read::<When>(not), None, "{not}");
        }
        for number in ["0", "272.728", "-5", "007"] {
            assert_eq!(read::<Decimal>(number).unwrap().as_str(), number);
        }
        for not in ["", ".5", "5.", "1e3", "+1", "1,5", "٣", "1234567890123456789", " 1"] {
            assert_eq!(read::<Decimal>(not), None, "{not}");
        }
        assert_eq!(Decimal::of_thousandths(272_728).as_str(), "272.728");
    }
}
