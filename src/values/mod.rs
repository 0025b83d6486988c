//! The words the other rooms count in: quantities with their unit, packages, money, dates with their precision, and text as it is
//! searched.
//!
//! Everything here is plain values and pure functions. Reading is forgiving (digits of three scripts, five languages' words) but never
//! guesses: what has two readings comes back as a fault that carries both. Nothing here holds words for people; the vocabularies below
//! are what a person may *type*, and every `amount()`, `canonical()` and `iso()` is language-neutral and can be read again.

#[macro_use]
mod codes;
pub mod country;
pub mod currency_table;
pub mod day;
pub mod fold;
pub mod id;
pub mod money;
pub mod mode;
pub mod moment;
mod month_names;
pub mod names;
mod number;
pub mod packaging;
mod qualifier;
pub mod quantity;
pub mod sql;
pub mod unit;
mod unit_table;
pub mod when;
pub mod wire;

pub use country::Country;
pub use day::{day_number, day_of};
pub use fold::{fold, latin_digits, words};
pub use id::Id;
pub use mode::Mode;
pub use moment::Moment;
pub use money::{Currency, Money};
pub use packaging::Packaging;
pub use quantity::{Comma, Fault, Qualifier, Quantity, Sum};
pub use unit::{Dimension, Unit};
pub use when::{When, WhenFault};
pub use wire::Decimal;
