//! Money: a whole number of minor units of one ISO 4217 currency. Currencies never add with each other.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use crate::values::currency_table::CURRENCIES;
use crate::values::fold::fold;
use crate::values::number::{self, Decimal, Reading};
use crate::values::quantity::{Comma, Fault};

/// The largest amount, in minor units.
pub const MAX: i64 = 1_000_000_000_000_000;

/// An active currency of ISO 4217 that has a minor unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency {
    code: &'static str,
    exponent: u32,
}

impl Currency {
    /// Every currency, by code.
    pub fn all() -> impl Iterator<Item = Currency> {
        CURRENCIES.iter().map(|&(code, exponent)| Currency { code, exponent })
    }

    /// The currency with exactly this ISO 4217 code; `None` when there is none.
    pub fn from_code(code: &str) -> Option<Currency> {
        let at = CURRENCIES.binary_search_by_key(&code, |&(code, _)| code).ok()?;
        Currency::all().nth(at)
    }

    /// The currency a person means: its code in any case, or the sign or name of one that Keruen's users meet. `None` otherwise.
    pub fn read(text: &str) -> Option<Currency> {
        let code = text.trim().to_ascii_uppercase();
        Currency::from_code(&code).or_else(|| TYPED.get(&as_typed(text)).and_then(|code| Currency::from_code(code)))
    }

    /// The ISO 4217 code: `KZT`.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// How many decimals the minor unit has: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
    pub fn exponent(self) -> u32 {
        self.exponent
    }

    fn factor(self) -> i64 {
        10_i64.pow(self.exponent)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({})", self.code)
    }
}

/// Signs and names, as typed, to the code they stand for. A bare dollar sign is taken as the US dollar, the currency aid is priced in.
static TYPED: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    NAMES.iter().flat_map(|(code, names)| names.iter().map(move |name| (as_typed(name), *code))).collect()
});

#[rustfmt::skip]
const NAMES: &[(&str, &[&str])] = &[
    ("USD", &["$", "us$", "usd$", "dollar", "dollars", "us dollar", "us dollars", "доллар", "доллара", "долларов", "доллары", "долл", "долл сша", "доллар сша",
        "доллара сша", "долларов сша", "دالر", "دلار", "ډالر", "ډالره", "دالر امریکایی"]),
    ("EUR", &["€", "euro", "euros", "евро", "еуро", "یورو"]),
    ("KZT", &["₸", "тг", "тнг", "тенге", "теңге", "tenge", "تنگه"]),
    ("RUB", &["₽", "руб", "р", "рубль", "рубля", "рублей", "рубли", "ruble", "rubles", "rouble", "roubles", "روبل"]),
    ("AFN", &["؋", "af", "afs", "afghani", "afghanis", "афгани", "ауғани", "افغانی", "افغانۍ"]),
];

fn as_typed(text: &str) -> String {
    fold(&text.replace('.', " "))
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// Money of `minor` minor units. `None` when that is negative or above [`MAX`].
    pub fn new(minor: i64, currency: Currency) -> Option<Self> {
        (0..=MAX).contains(&minor).then_some(Self { minor, currency })
    }

    /// The amount in minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Reads what was typed into an amount field and a currency field; the currency may stand in either, and before or after the number.
    ///
    /// # Errors
    /// As [`Quantity::read`](crate::values::quantity::Quantity::read), with currencies for units; [`Fault::TooFine`] below the minor unit.
    pub fn read(amount: &str, currency: &str, comma: Comma) -> Result<Self, Fault> {
        let text = number::clean_amount(amount)?;
        let field = read_currency(&number::clean(currency))?;
        let written = number::split(&text, |_| false).ok_or(Fault::NotANumber)?;
        let [part] = written.parts.as_slice() else {
            return Err(Fault::NotANumber);
        };
        let before = written.before.trim();
        if before.starts_with(['-', '−', '–', '‐', '‑']) || before.ends_with(['-', '−', '–', '‐', '‑'])
        {
            return Err(Fault::Negative);
        }
        let currency = [field, read_currency(before)?, read_currency(&part.after)?].into_iter().flatten().try_fold(
            None,
            |found, next| match found {
                Some(found) if found != next => Err(Fault::Mixed),
                _ => Ok(Some(next)),
            },
        )?;
        let currency = currency.ok_or(Fault::NoUnit)?;
        let reading = number::read(&part.number, comma)?;
        if reading.is_ambiguous() {
            let text = |value: Decimal| format!("{}{}{}", written.before, value.text(), part.after);
            return Err(Fault::Ambiguous {
                grouped: text(reading.grouped()),
                decimal: text(Reading::decimal(reading)),
            });
        }
        Ok(Self { minor: reading.grouped().scaled(currency.factor(), MAX)?, currency })
    }

    /// The amount with a decimal point and all decimals of the currency, language-neutral; [`Money::read`] reads it again: `1200.50`.
    pub fn amount(self) -> String {
        let factor = self.currency.factor();
        number::point((self.minor / factor).into(), (self.minor % factor).into(), self.currency.exponent as usize)
    }

    /// The amount and the currency's code: `1200.50 USD`.
    pub fn canonical(self) -> String {
        format!("{} {}", self.amount(), self.currency.code)
    }
}

/// The currency that `text` names; `Ok(None)` when it says nothing.
fn read_currency(text: &str) -> Result<Option<Currency>, Fault> {
    if text.trim_matches(['.', ' ']).is_empty() {
        return Ok(None);
    }
    Currency::read(text).map(Some).ok_or_else(|| Fault::no_such_unit(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(amount: &str, currency: &str) -> String {
        match Money::read(amount, currency, Comma::Ambiguous) {
            Ok(money) => money.canonical(),
            Err(Fault::Ambiguous { grouped, decimal }) => format!("{grouped} | {decimal}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn the_table_is_sorted_and_every_name_is_one_currency() {
        assert!(CURRENCIES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(NAMES.iter().all(|(code, _)| Currency::from_code(code).is_some()));
        assert_eq!(TYPED.len(), NAMES.iter().map(|(_, names)| names.len()).sum::<usize>());
        assert_eq!(Currency::from_code("KWD").map(Currency::exponent), Some(3));
        assert_eq!(Currency::from_code("JPY").map(Currency::exponent), Some(0));
        assert_eq!(Currency::from_code("XAU"), None);
        assert_eq!(Currency::from_code("usd"), None);
    }

    #[test]
    fn amounts_with_a_currency_anywhere() {
        for (amount, currency, expected) in [
            ("1200", "USD", "1200.00 USD"),
            ("1200.5 usd", "", "1200.50 USD"),
            ("USD 1200", "USD", "1200.00 USD"),
            ("$1 200", "", "1200.00 USD"),
            ("€3,5", "", "3.50 EUR"),
            ("60 000 ₸", "", "60000.00 KZT"),
            ("60 000 тг.", "", "60000.00 KZT"),
            ("500 руб.", "", "500.00 RUB"),
            ("500 ₽", "", "500.00 RUB"),
            ("۵۰۰ ؋", "", "500.00 AFN"),
            ("1,234,567 JPY", "", "1234567 JPY"),
            ("1.125 KWD", "", "1.125 KWD"),
            ("0", "EUR", "0.00 EUR"),
            ("۵۰۰ افغاني", "", "500.00 AFN"),
        ] {
            assert_eq!(read(amount, currency), expected, "{amount} {currency}");
        }
    }

    #[test]
    fn faults() {
        for (amount, currency, expected) in [
            ("", "USD", "Empty"),
            ("5", "", "NoUnit"),
            ("5", "XAU", "UnknownUnit(\"XAU\")"),
            ("5 kg", "", "UnknownUnit(\"kg\")"),
            ("$5", "EUR", "Mixed"),
            ("$5 EUR", "", "Mixed"),
            ("-5", "USD", "Negative"),
            ("$-5", "", "Negative"),
            ("-$5", "", "Negative"),
            ("5.001", "USD", "TooFine"),
            ("0.5", "JPY", "TooFine"),
            ("1000000000000001", "JPY", "TooLarge"),
            ("~5", "USD", "NotANumber"),
            ("5 6", "USD", "NotANumber"),
            ("five", "USD", "NotANumber"),
            ("5\0", "USD", "NotANumber"),
            ("$1,234", "", "$1234 | $1.234"),
        ] {
            assert_eq!(read(amount, currency), expected, "{amount} {currency}");
        }
        assert_eq!(Money::read("$1,234", "", Comma::Groups).map(Money::canonical), Ok("1234.00 USD".to_owned()));
    }

    proptest! {
        #[test]
        fn canonical_money_is_read_again(minor in 0..=MAX, at in 0..CURRENCIES.len()) {
            let currency = Currency::from_code(CURRENCIES[at].0).expect("readable");
            let money = Money::new(minor, currency).expect("readable");
            prop_assert_eq!(Money::read(&money.canonical(), "", Comma::Ambiguous), Ok(money));
            prop_assert_eq!(Money::read(&money.amount(), currency.code(), Comma::Groups), Ok(money));
        }

        #[test]
        fn no_text_brings_it_down(amount in any::<String>(), currency in any::<String>()) {
            let _ = Money::read(&amount, &currency, Comma::Ambiguous);
        }
    }
}
