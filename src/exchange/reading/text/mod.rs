//! Separated text: what its lines are written in, and where one cell ends.

mod form;
mod lines;
mod records;
mod separator;

pub use form::{LineEnds, Share, TextForm};
pub(super) use records::Records;

use super::{Choice, Fault, Limits, Row, archive::Place, cell::Bounds};
use lines::Lines;
use std::io::{BufReader, BufWriter, Read, Write};

/// A text file that was looked through once.
#[derive(Debug)]
pub(super) struct Text {
    /// The file, in UTF-8 if it was in UTF-16.
    place: Place,
    form: TextForm,
}

impl Text {
    /// Looks through a file of text; `wide` is the UTF-16 it seems to be in.
    pub(super) fn open(
        place: Place,
        wide: Option<&'static encoding_rs::Encoding>,
        limits: Limits,
        choice: &Choice,
    ) -> Result<Text, Fault> {
        let chosen_wide = choice.encoding.filter(|encoding| !encoding.is_ascii_compatible());
        let wide = match choice.encoding {
            Some(_) if wide.is_none() || chosen_wide.is_some() => chosen_wide,
            _ => wide,
        };
        let place = match wide {
            Some(encoding) => narrowed(&place, encoding)?,
            None => place,
        };
        let mut form = form::examine(&place, choice)?;
        if let Some(encoding) = wide {
            let lines = form.lines;
            form.encodings = vec![Share { encoding, lines, first: 1 }];
            form.doubtful = false;
        }
        let mut text = Text { place, form };
        match choice.separator {
            Some(separator) => text.form.separator = Some(separator),
            None if text.form.hinted => {}
            None => text.form.separator = separator::detected(&text, limits)?,
        }
        Ok(text)
    }

    pub(super) fn form(&self) -> &TextForm {
        &self.form
    }

    /// The rows of the file.
    pub(super) fn rows(&self, bounds: Bounds) -> Result<impl Iterator<Item = Result<Row, Fault>> + use<>, Fault> {
        self.split(self.form.separator, bounds)
    }

    fn split(&self, separator: Option<u8>, bounds: Bounds) -> Result<Records, Fault> {
        let lines = Lines::new(self.place.file()?, self.form.legacy());
        Ok(Records::new(lines, separator, self.form.hinted, bounds))
    }
}

/// The file in UTF-8, as a new one: everything after this needs to know one kind of line only.
fn narrowed(place: &Place, encoding: &'static encoding_rs::Encoding) -> Result<Place, Fault> {
    let mut from = BufReader::new(place.file()?);
    let temporary = tempfile::NamedTempFile::new()?;
    let mut to = BufWriter::new(temporary.as_file());
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut bytes = vec![0; 64 * 1024];
    loop {
        let count = from.read(&mut bytes)?;
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(count).unwrap_or(count * 3 + 16));
        let (_, _, _) = decoder.decode_to_string(bytes.get(..count).unwrap_or_default(), &mut text, count == 0);
        to.write_all(text.as_bytes())?;
        if count == 0 {
            break;
        }
    }
    to.flush()?;
    drop(to);
    Ok(Place::temporary(temporary))
}
