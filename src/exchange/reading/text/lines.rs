//! The lines of a text file, each decoded for itself.

use encoding_rs::Encoding;
use std::{
    fs::File,
    io::{self, BufRead, BufReader},
};

/// A longer line is decoded in pieces of this many bytes, so that a file without line ends takes no more memory than this.
const LONGEST: usize = 1 << 20;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Lf,
    CrLf,
    Cr,
    /// At the end of the file, or of the piece of a long line.
    None,
}

/// The lines of a text file, or pieces of them if they are very long.
#[derive(Debug)]
pub(super) struct Lines {
    reader: BufReader<File>,
    /// What a line is written in that is not UTF-8.
    legacy: Option<&'static Encoding>,
    raw: Vec<u8>,
    /// The beginning of a character that a piece of a long line was cut in.
    cut: Vec<u8>,
}

impl Lines {
    pub(super) fn new(file: File, legacy: Option<&'static Encoding>) -> Lines {
        let reader = BufReader::with_capacity(64 * 1024, file);
        Lines { reader, legacy, raw: Vec::new(), cut: Vec::new() }
    }

    /// The next line with its end, as it is in the file but for a byte order mark; `None` at the end of the file.
    pub(super) fn raw(&mut self) -> io::Result<Option<(&[u8], End)>> {
        self.raw.clear();
        self.raw.append(&mut self.cut);
        let mut end = End::None;
        loop {
            let bytes = self.reader.fill_buf()?;
            if bytes.is_empty() {
                break;
            }
            if end == End::Cr {
                if bytes.first() == Some(&b'\n') {
                    end = End::CrLf;
                    self.raw.push(b'\n');
                    self.reader.consume(1);
                }
                break;
            }
            let at = bytes.iter().position(|&byte| byte == b'\n' || byte == b'\r');
            let take = at.map_or(bytes.len(), |at| at + 1);
            self.raw.extend(bytes.iter().take(take));
            self.reader.consume(take);
            match (at, self.raw.last()) {
                (Some(_), Some(b'\r')) => end = End::Cr, // a line feed may come next
                (Some(_), _) => {
                    end = End::Lf;
                    break;
                }
                (None, _) if self.raw.len() >= LONGEST => {
                    self.cut = cut_character(&mut self.raw);
                    break;
                }
                (None, _) => {}
            }
        }
        // Files that were joined have a mark in their middle, too.
        if self.raw.starts_with(b"\xEF\xBB\xBF") {
            self.raw.drain(..3);
        } else if self.raw.is_empty() || (self.raw == [0x1A] && end == End::None) {
            return Ok(None); // the sign is the end of a text of DOS
        }
        Ok(Some((&self.raw, end)))
    }

    /// Puts the next line with its end into `line`, decoded; `false` at the end of the file.
    pub(super) fn next_into(&mut self, line: &mut String) -> io::Result<bool> {
        line.clear();
        let legacy = self.legacy;
        let Some((raw, _)) = self.raw()? else { return Ok(false) };
        match (std::str::from_utf8(raw), legacy) {
            (Ok(text), _) => line.push_str(text),
            (Err(_), Some(encoding)) => line.push_str(&encoding.decode_without_bom_handling(raw).0),
            (Err(_), None) => line.push_str(&String::from_utf8_lossy(raw)),
        }
        Ok(true)
    }
}

/// Takes an unfinished character of UTF-8 off the end of text that is UTF-8 up to there.
fn cut_character(raw: &mut Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(raw) {
        Err(error) if error.error_len().is_none() => raw.split_off(error.valid_up_to()),
        _ => Vec::new(),
    }
}
