//! Days as the database sorts them.

use chrono::{Datelike, NaiveDate};

/// Days since 1970-01-01: how dates sort in the database.
pub fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce()) - 719_163
}

/// The day with this number.
pub fn day_of(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number + 719_163).ok()?)
}
