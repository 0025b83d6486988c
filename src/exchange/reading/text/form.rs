//! What a text file was found to be: its encodings, line ends and separator.

use super::super::{Choice, Fault, Looks, archive::Place};
use super::lines::{End, Lines};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1252};

/// How many lines end in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// With a line feed, as on Unix.
    pub lf: u64,
    /// With both, as on Windows.
    pub crlf: u64,
    /// With a carriage return, as on old Macintoshes.
    pub cr: u64,
}

/// The lines that are written in one encoding, not counting those that are the same in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// How many lines are written in it.
    pub lines: u64,
    /// The number of the first such line; a cell in quotes may span lines, so it need not be a row's number.
    pub first: u64,
}

/// What a text file was found to be, or was said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextForm {
    /// How many lines there are.
    pub lines: u64,
    /// The encodings of the lines with letters beyond A to Z: none, one, or UTF-8 and one other.
    pub encodings: Vec<Share>,
    /// Whether the encoding that is not UTF-8 is a guess that a person should look at.
    pub doubtful: bool,
    /// The sign between two cells; `None` in a file with one column.
    pub separator: Option<u8>,
    /// How the lines end.
    pub ends: LineEnds,
    /// Whether the first line is the separator's name, as Excel writes it ("sep=;"), and no row.
    pub(super) hinted: bool,
}

impl TextForm {
    /// The encoding of the lines that are not UTF-8.
    pub(super) fn legacy(&self) -> Option<&'static Encoding> {
        let legacy = |share: &&Share| share.encoding != UTF_8 && share.encoding.is_ascii_compatible();
        self.encodings.iter().find(legacy).map(|share| share.encoding)
    }
}

/// Looks through all lines of a file.
pub(super) fn examine(place: &Place, choice: &Choice) -> Result<TextForm, Fault> {
    let mut lines = Lines::new(place.file()?, None);
    let mut form = TextForm {
        lines: 0,
        encodings: Vec::new(),
        doubtful: false,
        separator: None,
        ends: LineEnds::default(),
        hinted: false,
    };
    let (mut utf8, mut legacy) = (Count::default(), Count::default());
    let mut guess = Guess::new();
    while let Some((raw, end)) = lines.raw()? {
        form.lines += 1;
        match end {
            End::Lf => form.ends.lf += 1,
            End::CrLf => form.ends.crlf += 1,
            End::Cr => form.ends.cr += 1,
            End::None => {}
        }
        if form.lines == 1 {
            (form.separator, form.hinted) = hint(raw);
        }
        if raw.contains(&0) {
            return Err(Fault::NotATable(Looks::Binary));
        }
        if raw.is_ascii() {
        } else if std::str::from_utf8(raw).is_ok() {
            utf8.add(form.lines);
        } else {
            legacy.add(form.lines);
            guess.feed(raw);
        }
    }
    if utf8.lines > 0 {
        form.encodings.push(Share { encoding: UTF_8, lines: utf8.lines, first: utf8.first });
    }
    if legacy.lines > 0 {
        let (encoding, doubtful) = match choice.encoding.filter(|encoding| encoding.is_ascii_compatible()) {
            Some(encoding) => (encoding, false),
            None => guess.made(),
        };
        form.doubtful = doubtful;
        form.encodings.retain(|share| share.encoding != encoding);
        form.encodings.push(Share { encoding, lines: legacy.lines, first: legacy.first });
    }
    Ok(form)
}

#[derive(Default)]
struct Count {
    lines: u64,
    first: u64,
}

impl Count {
    fn add(&mut self, line: u64) {
        if self.lines == 0 {
            self.first = line;
        }
        self.lines += 1;
    }
}

/// The separator that Excel wrote into a first line of its own.
fn hint(line: &[u8]) -> (Option<u8>, bool) {
    match line.trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => (Some(*separator), true),
        // Cutting the blanks off the end cut the tab off, too.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if line.get(4) == Some(&b'\t') => (Some(b'\t'), true),
        _ => (None, false),
    }
}

/// The encodings that are like windows-1252 but for some letters.
const LATIN: [&Encoding; 10] = [
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::WINDOWS_1258,
    encoding_rs::ISO_8859_2,
    encoding_rs::ISO_8859_4,
    encoding_rs::ISO_8859_10,
    encoding_rs::ISO_8859_13,
    encoding_rs::ISO_8859_15,
    encoding_rs::ISO_8859_16,
];

/// The guess at the encoding of all lines together that are not UTF-8: one such line says too little.
struct Guess {
    detector: EncodingDetector,
    fed: usize,
    seen: [bool; 256],
    /// Foreign letters beside a letter of A to Z, as in "Panamá".
    latin: usize,
    /// Foreign letters beside another, as in "Алматы".
    foreign: usize,
}

impl Guess {
    /// More than this does not make a guess better.
    const ENOUGH: usize = 1 << 20;

    /// So many letters beside one of A to Z tell one Latin alphabet from another.
    const TELLING: usize = 50;

    fn new() -> Guess {
        let detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        Guess { detector, fed: 0, seen: [false; 256], latin: 0, foreign: 0 }
    }

    fn feed(&mut self, line: &[u8]) {
        if self.fed > Self::ENOUGH {
            return;
        }
        self.fed += line.len();
        self.detector.feed(line, false);
        let mut before = b' ';
        for &byte in line {
            if let Some(seen) = self.seen.get_mut(usize::from(byte)) {
                *seen = true;
            }
            // Only from here on up, letters of both alphabets.
            match (before >= 0xC0, byte >= 0xC0) {
                (true, true) => self.foreign += 1,
                (true, false) if byte.is_ascii_alphabetic() => self.latin += 1,
                (false, true) if before.is_ascii_alphabetic() => self.latin += 1,
                _ => {}
            }
            before = byte;
        }
    }

    /// The encoding, and whether it is in doubt.
    fn made(mut self) -> (&'static Encoding, bool) {
        self.detector.feed(b"", true);
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        // The alphabets of Europe share most of their places, and a few letters do not tell Estonian from Spanish.
        if LATIN.contains(&guess) && self.latin < Self::TELLING {
            return (WINDOWS_1252, !self.reads_alike(guess));
        }
        let fits = if guess == WINDOWS_1251 {
            self.foreign > self.latin * 4
        } else {
            guess == WINDOWS_1252 && self.latin > self.foreign * 4
        };
        (guess, !(fits || self.reads_alike(guess)))
    }

    /// Whether the text is the same in both encodings, having only signs such as ° or №'s neighbours that both put in one place.
    fn reads_alike(&self, guess: &'static Encoding) -> bool {
        let beyond_ascii = (0x80..=0xFF).filter(|&byte: &u8| self.seen.get(usize::from(byte)) == Some(&true));
        let same = |byte: u8| {
            let read = |encoding: &'static Encoding| encoding.decode_without_bom_handling(&[byte]).0.into_owned();
            read(WINDOWS_1251) == read(WINDOWS_1252) && read(guess) == read(WINDOWS_1252)
        };
        beyond_ascii.into_iter().all(same)
    }
}
