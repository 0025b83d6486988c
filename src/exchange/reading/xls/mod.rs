//! Workbooks of Excel 5 to 2003, read record by record from their one stream. A library that loads them whole can be made to take
//! any amount of memory by a file of a few bytes, for two far corners or one long text shared by all cells are enough.

mod records;
mod sheet;

use super::{
    Fault, Kind, Looks, Row,
    archive::{Place, guarded},
    cell::Bounds,
    format::Format,
};
use cfb::CompoundFile;
use encoding_rs::Encoding;
use records::{Record, Records};
use std::{
    collections::HashMap,
    fs::File,
    io::{BufReader, Seek, SeekFrom},
};

const BROKEN: Fault = Fault::Broken { what: Kind::Xls };

/// What the records of a workbook are called.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RSTRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGED: u16 = 0x00E5;
    pub const SHARED_TEXTS: u16 = 0x00FC;
    pub const LABEL_SHARED: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// How the texts of a workbook are written.
#[derive(Clone, Copy, Debug)]
struct Script {
    /// Excel 97 and after: Unicode, and lengths in two bytes.
    unicode: bool,
    /// Of the texts before that.
    encoding: &'static Encoding,
}

/// A workbook whose shared texts and formats are loaded, and no sheet.
pub(super) struct Workbook {
    file: CompoundFile<BufReader<File>>,
    stream: &'static str,
    sheets: Vec<String>,
    /// Where each sheet begins in the stream.
    places: Vec<u64>,
    globals: Globals,
}

/// What all sheets share.
struct Globals {
    script: Script,
    texts: Vec<Box<str>>,
    /// What the format of each cell style makes of a number.
    formats: Vec<Format>,
    from_1904: bool,
}

impl Workbook {
    /// Opens an OLE file, if it is a workbook.
    pub(super) fn open(place: &Place) -> Result<Workbook, Fault> {
        let file = BufReader::new(place.file()?);
        guarded(Kind::Xls, || {
            let mut file = CompoundFile::open(file).map_err(|_| BROKEN)?;
            if file.exists("/EncryptedPackage") {
                return Err(Fault::Encrypted); // a newer workbook, locked
            }
            let Some(stream) = ["/Workbook", "/Book"].into_iter().find(|stream| file.is_stream(stream)) else {
                return Err(Fault::NotATable(if file.exists("/WordDocument") {
                    Looks::Document
                } else if file.exists("/PowerPoint Document") {
                    Looks::Presentation
                } else {
                    Looks::Binary
                }));
            };
            let mut records = Records::new(file.open_stream(stream).map_err(|_| BROKEN)?);
            let (globals, bound) = globals(&mut records)?;
            drop(records);
            let (sheets, places) = bound.into_iter().unzip();
            Ok(Workbook { file, stream, sheets, places, globals })
        })
    }

    pub(super) fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The rows of a sheet. Its cells are gathered first, for they need not come in order.
    pub(super) fn rows(
        &mut self,
        sheet: usize,
        bounds: Bounds,
    ) -> Result<impl Iterator<Item = Result<Row, Fault>> + use<'_>, Fault> {
        let place = self.places.get(sheet).copied().ok_or(BROKEN)?;
        let (file, globals, name) = (&mut self.file, &self.globals, self.stream);
        guarded(Kind::Xls, move || {
            let mut stream = file.open_stream(name).map_err(|_| BROKEN)?;
            stream.seek(SeekFrom::Start(place)).map_err(|_| BROKEN)?;
            sheet::Rows::read(Records::new(stream), globals, bounds)
        })
    }
}

/// The records before the first sheet: what all share, and the name and place of each sheet.
fn globals(records: &mut Records) -> Result<(Globals, Vec<(String, u64)>), Fault> {
    let mut script = Script { unicode: true, encoding: encoding_rs::WINDOWS_1252 };
    let (mut texts, mut sheets, mut codes, mut styles) = (Vec::new(), Vec::new(), HashMap::new(), Vec::new());
    let mut from_1904 = false;
    while let Some(mut record) = records.next()? {
        match record.kind {
            kind::BOF => script.unicode = record.u16()? >= 0x0600,
            kind::FILE_PASS => return Err(Fault::Encrypted),
            kind::CODE_PAGE => script.encoding = encoding(record.u16()?),
            kind::DATE_MODE => from_1904 = record.u16()? == 1,
            kind::FORMAT => {
                let number = record.u16()?;
                let length = record.length(!script.unicode)?;
                codes.insert(number, Format::of_code(&record.text(script, length)?));
            }
            kind::XF => {
                record.skip(2)?;
                styles.push(record.u16()?);
            }
            kind::BOUND_SHEET => {
                let place = u64::from(record.u32()?);
                record.skip(1)?;
                let is_worksheet = record.u8()? == 0;
                let length = record.length(true)?;
                let name = record.text(script, length)?;
                if is_worksheet {
                    sheets.push((name.replace('\0', ""), place));
                }
            }
            kind::SHARED_TEXTS => texts = shared(&mut record)?,
            kind::EOF => break,
            _ => {}
        }
    }
    let format = |style: &u16| codes.get(style).copied().unwrap_or_else(|| Format::built_in(*style));
    let formats = styles.iter().map(format).collect();
    Ok((Globals { script, texts, formats, from_1904 }, sheets))
}

/// The texts that cells share; those cut off at the end of the file are left out, as are cells that name them.
fn shared(record: &mut Record<'_>) -> Result<Vec<Box<str>>, Fault> {
    record.skip(8)?;
    let mut texts = Vec::new();
    while !record.is_at_end() {
        texts.push(record.rich_text()?.into_boxed_str());
    }
    Ok(texts)
}

/// The encoding that Windows knows by this number.
fn encoding(code_page: u16) -> &'static Encoding {
    match code_page {
        866 => encoding_rs::IBM866,
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        10_000 => encoding_rs::MACINTOSH,
        10_007 => encoding_rs::X_MAC_CYRILLIC,
        _ => encoding_rs::WINDOWS_1252,
    }
}
