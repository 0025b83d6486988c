//! The records of a workbook's stream, and the numbers and texts in them.

use super::super::Fault;
use super::{BROKEN, Script, kind};
use std::{
    fs::File,
    io::{BufReader, ErrorKind, Read},
};

/// The records of a stream, each with the records that continue it.
pub(super) struct Records {
    stream: cfb::Stream<BufReader<File>>,
    /// The kind and length of the record that was looked at and not yet read.
    ahead: Option<(u16, usize)>,
    data: Vec<u8>,
    /// Where in `data` a continuing record begins.
    breaks: Vec<usize>,
}

impl Records {
    pub(super) fn new(stream: cfb::Stream<BufReader<File>>) -> Records {
        Records { stream, ahead: None, data: Vec::new(), breaks: Vec::new() }
    }

    pub(super) fn next(&mut self) -> Result<Option<Record<'_>>, Fault> {
        self.data.clear();
        self.breaks.clear();
        let Some((kind, length)) = self.ahead.take().map_or_else(|| self.header(), |ahead| Ok(Some(ahead)))? else {
            return Ok(None);
        };
        self.take(length)?;
        while let Some(next) = self.header()? {
            if next.0 != kind::CONTINUE {
                self.ahead = Some(next);
                break;
            }
            self.breaks.push(self.data.len());
            self.take(next.1)?;
        }
        Ok(Some(Record { kind, data: &self.data, breaks: &self.breaks, at: 0 }))
    }

    fn header(&mut self) -> Result<Option<(u16, usize)>, Fault> {
        let mut header = [0; 4];
        match self.stream.read_exact(&mut header) {
            Ok(()) => {
                let [a, b, c, d] = header;
                Ok(Some((u16::from_le_bytes([a, b]), usize::from(u16::from_le_bytes([c, d])))))
            }
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(_) => Err(BROKEN),
        }
    }

    fn take(&mut self, length: usize) -> Result<(), Fault> {
        let read = self.stream.by_ref().take(length as u64).read_to_end(&mut self.data).map_err(|_| BROKEN)?;
        if read == length { Ok(()) } else { Err(BROKEN) }
    }
}

/// One record, read up to somewhere.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    data: &'a [u8],
    breaks: &'a [usize],
    at: usize,
}

impl Record<'_> {
    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.data.len()
    }

    pub(super) fn left(&self) -> usize {
        self.data.len().saturating_sub(self.at)
    }

    pub(super) fn skip(&mut self, count: usize) -> Result<(), Fault> {
        self.at = self.at.saturating_add(count);
        if self.at <= self.data.len() { Ok(()) } else { Err(BROKEN) }
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Fault> {
        let bytes = self.data.get(self.at..).and_then(|rest| rest.first_chunk::<N>()).copied().ok_or(BROKEN)?;
        self.at += N;
        Ok(bytes)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Fault> {
        self.bytes().map(|[byte]| byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, Fault> {
        self.bytes().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Result<u32, Fault> {
        self.bytes().map(u32::from_le_bytes)
    }

    pub(super) fn eight(&mut self) -> Result<[u8; 8], Fault> {
        self.bytes()
    }

    pub(super) fn f64(&mut self) -> Result<f64, Fault> {
        self.bytes().map(f64::from_le_bytes)
    }

    /// A number in four bytes: the upper half of one, or a whole one, either perhaps times a hundred.
    pub(super) fn rk(&mut self) -> Result<f64, Fault> {
        let bits = self.u32()?;
        let value =
            if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
        Ok(if bits & 1 == 0 { value } else { value / 100.0 })
    }

    /// The length of a text, written in one byte if it is `short`.
    pub(super) fn length(&mut self, short: bool) -> Result<usize, Fault> {
        if short { self.u8().map(usize::from) } else { self.u16().map(usize::from) }
    }

    /// A text of `length` letters.
    pub(super) fn text(&mut self, script: Script, length: usize) -> Result<String, Fault> {
        if script.unicode {
            let flags = self.u8()?;
            return self.letters(length, flags);
        }
        let bytes = self.data.get(self.at..).and_then(|rest| rest.get(..length)).ok_or(BROKEN)?;
        self.at += length;
        Ok(script.encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    /// A shared text, with the fonts and readings behind it left out.
    pub(super) fn rich_text(&mut self) -> Result<String, Fault> {
        let length = usize::from(self.u16()?);
        let flags = self.u8()?;
        let fonts = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let readings = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.letters(length, flags)?;
        self.skip(fonts)?;
        self.skip(readings)?;
        Ok(text)
    }

    /// Letters in one byte each, or in two if the flags say so; where a record continues another, it says anew.
    fn letters(&mut self, mut length: usize, mut flags: u8) -> Result<String, Fault> {
        let mut units = Vec::with_capacity(length);
        while length > 0 {
            if self.breaks.contains_at(self.at) {
                flags = self.u8()?;
            }
            let end = self.breaks.after(self.at).unwrap_or(self.data.len());
            let size = if flags & 1 == 0 { 1 } else { 2 };
            let count = length.min(end.saturating_sub(self.at) / size);
            let bytes = self.data.get(self.at..self.at + count * size).unwrap_or_default();
            if bytes.is_empty() {
                return Err(BROKEN);
            }
            if size == 1 {
                units.extend(bytes.iter().map(|&byte| u16::from(byte)));
            } else {
                units.extend(bytes.as_chunks::<2>().0.iter().map(|&unit| u16::from_le_bytes(unit)));
            }
            self.at += count * size;
            length -= count;
        }
        Ok(String::from_utf16_lossy(&units))
    }
}

/// Where records continue another, in order.
trait Breaks {
    fn contains_at(&self, at: usize) -> bool;
    fn after(&self, at: usize) -> Option<usize>;
}

impl Breaks for &[usize] {
    fn contains_at(&self, at: usize) -> bool {
        self.binary_search(&at).is_ok()
    }

    fn after(&self, at: usize) -> Option<usize> {
        self.get(self.partition_point(|&place| place <= at)).copied()
    }
}
