//! Cells that a spreadsheet would take for formulas: an apostrophe goes before them when they leave, and comes off again when
//! they return, so that what comes back is exactly what left (OWASP, CSV injection; full-width signs are formulas to some
//! programs, too).

/// What a formula begins with.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet takes for a formula. One that looks as if it were guarded already is guarded once more.
pub fn guarded(text: &str) -> std::borrow::Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(SIGNS) { format!("'{text}").into() } else { text.into() }
}

/// A text as a workbook holds it, where none is a formula: only what looks as if it were guarded already is guarded. (A CSV that a
/// spreadsheet program made a workbook of still has its guards: they come off workbooks, too.)
pub fn guarded_if_alike(text: &str) -> std::borrow::Cow<'_, str> {
    if unguarded(text) == text { text.into() } else { format!("'{text}").into() }
}

/// The text that was guarded.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(SIGNS) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+1", "'+1"),
            ("＝1", "'＝1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'=1", "''=1"),
            ("272.728", "272.728"),
            ("'tis", "'tis"),
        ] {
            assert_eq!(guarded(text), safe);
            assert_eq!(unguarded(safe), text);
        }
    }

    proptest! {
        #[test]
        fn what_returns_is_what_left(text in any::<String>(), like in "['=+@－a1 -]{0,6}") {
            for text in [text, like] {
                let safe = guarded(&text);
                prop_assert!(!safe.starts_with(SIGNS));
                prop_assert_eq!(unguarded(&safe), text.as_str());
                let kept = guarded_if_alike(&text);
                prop_assert_eq!(unguarded(&kept), text.as_str());
            }
        }
    }
}
