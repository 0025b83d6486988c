//! What is wrong with a file or a mapping, in a reader's words, with what to do.

use super::{
    load::{Stopped, Unreadable},
    mapping::MappingFault,
    reading::{Fault, Kind, Looks},
    run::Unopened,
};
use crate::{error::Error, lang::Lang};

/// Why a file cannot be opened.
pub fn unopened(cause: &Unopened, lang: Lang) -> String {
    match cause {
        Unopened::File(cause) => unreadable(cause, lang),
        Unopened::Mapping(fault) => mapping(fault, lang),
        Unopened::House(_) => lang.say("import-house-busy"),
    }
}

/// Why a file cannot be gone through.
pub fn unreadable(cause: &Unreadable, lang: Lang) -> String {
    match cause {
        Unreadable::Fault(fault) => self::fault(fault, lang),
        Unreadable::NoSheet(name) => lang.v("import-no-sheet", name),
        Unreadable::NoHeader => lang.say("import-no-header"),
        Unreadable::NoRows => lang.say("import-no-rows"),
    }
}

/// Why going through a file ended early.
pub fn stopped(cause: &Stopped, lang: Lang) -> String {
    match cause {
        Stopped::File(fault) => self::fault(fault, lang),
        Stopped::Lacks(key) => lang.say(key),
        Stopped::Taker(Error::Unavailable(_)) => lang.say("import-house-busy"),
        Stopped::Taker(_) => lang.say("import-house-failed"),
    }
}

/// What is wrong with a mapping.
pub fn mapping(fault: &MappingFault, lang: Lang) -> String {
    match fault {
        MappingFault::Form(cause) => lang.v("mapping-form", cause),
        MappingFault::NoSuchField(code) => lang.v("mapping-no-field", code),
        MappingFault::Twice(one, other) => lang.vv("mapping-twice", one, other),
        MappingFault::NoSuchUnit(unit) => lang.v("mapping-no-unit", unit),
        MappingFault::NoSuchCurrency(currency) => lang.v("mapping-no-currency", currency),
        MappingFault::NoSuchColumn(header) => lang.v("mapping-no-column", header),
    }
}

/// What is wrong with a file.
pub fn fault(fault: &Fault, lang: Lang) -> String {
    let megabytes = |bytes: u64| lang.count(i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX));
    let count = |n: u64| lang.count(i64::try_from(n).unwrap_or(i64::MAX));
    // A sheet without a name of its own is the file itself.
    let place = |sheet: &str, row: u64| match sheet {
        "" => lang.v("import-row", count(row)),
        sheet => lang.vv("import-sheet-row", sheet, count(row)),
    };
    match fault {
        Fault::Empty => lang.say("file-empty"),
        Fault::TooLarge { most } => lang.v("file-too-large", megabytes(*most)),
        Fault::TooManyEntries { most, .. } => lang.v("file-too-many-entries", count(*most as u64)),
        Fault::Inflates { most } => lang.v("file-inflates", megabytes(*most)),
        Fault::TooManyRows { most, .. } => lang.v("file-too-many-rows", count(*most)),
        Fault::TooManyColumns { sheet, row, most } => {
            lang.vv("file-too-many-columns", place(sheet, *row), count(*most as u64))
        }
        Fault::CellTooLong { sheet, row, column, most } => {
            let args = [("place", place(sheet, *row)), ("column", column_name(*column)), ("most", count(*most as u64))];
            lang.say_with("file-cell-too-long", args)
        }
        Fault::Encrypted => lang.say("file-encrypted"),
        Fault::Broken { what } => lang.v("file-broken", kind(*what)),
        Fault::NotATable(looks) => lang.v("file-not-a-table", lang.say(looks_like(*looks))),
        Fault::NoTable => lang.say("file-no-table"),
        Fault::Quote { sheet, row } => lang.v("file-open-quote", place(sheet, *row)),
        Fault::Io(cause) => lang.v("file-unreadable", cause),
    }
}

/// A kind of file by its usual name, which is the same in every language.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "CSV",
        Kind::Xlsx => "XLSX",
        Kind::Xls => "XLS",
        Kind::Ods => "ODS",
        Kind::Zip => "ZIP",
    }
}

fn looks_like(looks: Looks) -> &'static str {
    match looks {
        Looks::Html => "looks-html",
        Looks::Pdf => "looks-pdf",
        Looks::Image => "looks-image",
        Looks::Json => "looks-json",
        Looks::Xml => "looks-xml",
        Looks::Document => "looks-document",
        Looks::Presentation => "looks-presentation",
        Looks::BinaryWorkbook => "looks-binary-workbook",
        Looks::Archive => "looks-archive",
        Looks::Binary => "looks-binary",
    }
}

/// A column as spreadsheets name it, counted from 1: A, Z, AA.
pub fn column_name(number: usize) -> String {
    let (mut left, mut out) = (number, vec![]);
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
        out.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        for (number, name) in
            [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
        {
            assert_eq!(column_name(number), name);
        }
    }
}
