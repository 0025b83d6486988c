//! What a number format makes of a number: itself, a moment or a span of time.

use super::Cell;

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Format {
    #[default]
    Number,
    Moment,
    Duration,
}

impl Format {
    /// The format that every workbook knows by this number without defining it.
    pub(super) fn built_in(number: u16) -> Format {
        match number {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Format::Moment,
            46 => Format::Duration,
            _ => Format::Number,
        }
    }

    /// The format of a code such as `dd/mm/yyyy`: only its first part counts, without what it quotes, escapes or colours.
    pub(super) fn of_code(code: &str) -> Format {
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => drop(chars.by_ref().find(|&c| c == '"')),
                '\\' | '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|&c| c != ']').collect();
                    let counts = |letter: char| inside.chars().all(|c| c.eq_ignore_ascii_case(&letter));
                    if !inside.is_empty() && ['h', 'm', 's'].into_iter().any(counts) {
                        return Format::Duration;
                    }
                }
                ';' => break,
                'G' | 'g' if chars.as_str().to_ascii_lowercase().starts_with("eneral") => drop(chars.nth(5)),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return Format::Moment,
                _ => {}
            }
        }
        Format::Number
    }

    /// The cell that a number with this format is.
    pub(super) fn cell(self, value: f64, from_1904: bool) -> Cell {
        match self {
            Format::Number => Cell::of_number(value),
            Format::Moment => Cell::of_days(value, from_1904),
            Format::Duration => Cell::of_duration(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (code, format) in [
            ("General", Format::Number),
            ("0.00", Format::Number),
            ("#,##0.00\\ \"days\"", Format::Number),
            ("[Red]0", Format::Number),
            ("[$-409]d-mmm-yy", Format::Moment),
            ("dd/mm/yyyy", Format::Moment),
            ("[h]:mm:ss", Format::Duration),
            ("0;d", Format::Number),
            ("General\" m\"", Format::Number),
            ("_-* #,##0_-", Format::Number),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
    }
}
