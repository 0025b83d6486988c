//! What templates call: `{{ "save"|t }}`. The language comes from the values a page is rendered with, so that no macro
//! has to pass it on.

#![expect(missing_docs, reason = "askama writes the structs behind the filters")]

use super::Lang;
use crate::values::{Moment, Quantity};
use askama::{Result, Values, get_value};
use std::fmt::Display;

fn lang(values: &dyn Values) -> Result<Lang> {
    get_value::<Lang>(values, "lang").copied()
}

/// The words for a key.
#[askama::filter_fn]
pub fn t(key: impl Display, values: &dyn Values) -> Result<String> {
    Ok(lang(values)?.say(&key.to_string()))
}

/// The words for a key about `n` things.
#[askama::filter_fn]
pub fn tn(key: impl Display, values: &dyn Values, n: &i64) -> Result<String> {
    Ok(lang(values)?.say_n(&key.to_string(), *n))
}

/// A stored date as people read it.
#[askama::filter_fn]
pub fn date(iso: impl Display, values: &dyn Values) -> Result<String> {
    Ok(lang(values)?.iso(&iso.to_string()))
}

/// An instant as people read it.
#[askama::filter_fn]
pub fn moment(at: &Moment, values: &dyn Values) -> Result<String> {
    Ok(lang(values)?.moment(*at))
}

/// A quantity with its qualifier.
#[askama::filter_fn]
pub fn qty(quantity: &Quantity, values: &dyn Values) -> Result<String> {
    Ok(lang(values)?.quantity(*quantity))
}

/// A whole number, grouped.
#[askama::filter_fn]
pub fn num(n: &i64, values: &dyn Values) -> Result<String> {
    Ok(lang(values)?.count(*n))
}
