//! What a file is, from its first bytes.

use super::Fault;

/// How much of a file's beginning is looked at.
pub(super) const HEAD: usize = 64 * 1024;

/// Something that is not a table, as recognised by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Looks {
    /// A web page; some programs export one under the name of a workbook.
    Html,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// JSON.
    Json,
    /// Any XML, such as a spreadsheet saved as XML by Excel 2003.
    Xml,
    /// A text document of Word, Writer or in rich text.
    Document,
    /// A presentation.
    Presentation,
    /// A binary Excel workbook (.xlsb).
    BinaryWorkbook,
    /// A packed file that is not a zip.
    Archive,
    /// Anything else.
    Binary,
}

/// What to read a file as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole,
    Text(Option<&'static encoding_rs::Encoding>),
}

/// The container that a file beginning with these bytes is, or why there is no table in it.
pub(super) fn container(head: &[u8]) -> Result<Container, Fault> {
    const MAGIC: [(&[u8], Looks); 19] = [
        (b"%PDF-", Looks::Pdf),
        (b"\x89PNG\r\n\x1a\n", Looks::Image),
        (b"\xFF\xD8\xFF", Looks::Image),
        (b"GIF87a", Looks::Image),
        (b"GIF89a", Looks::Image),
        (b"II*\0", Looks::Image),
        (b"MM\0*", Looks::Image),
        (b"{\\rtf", Looks::Document),
        (b"MIME-Version:", Looks::Html),
        (b"Rar!\x1a\x07", Looks::Archive),
        (b"7z\xBC\xAF\x27\x1C", Looks::Archive),
        (b"\x1F\x8B\x08", Looks::Archive),
        (b"BZh91AY", Looks::Archive),
        (b"\xFD7zXZ\0", Looks::Archive),
        (b"\x28\xB5\x2F\xFD", Looks::Archive),
        (b"MZ\x90\0", Looks::Binary),
        (b"\x7FELF", Looks::Binary),
        (b"SQLite format 3\0", Looks::Binary),
        (b"RIFF", Looks::Binary),
    ];
    if head.is_empty() {
        return Err(Fault::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Container::Ole);
    }
    if let Some(&(_, looks)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Fault::NotATable(looks));
    }
    let wide = wide(head);
    let text = match wide {
        Some(encoding) => encoding.decode(head).0,
        None if head.contains(&0) => return Err(Fault::NotATable(Looks::Binary)),
        None => String::from_utf8_lossy(head),
    };
    let text = text.trim_start_matches('\u{FEFF}');
    let controls = text.chars().filter(|&c| c.is_ascii_control() && !"\t\n\r\x0b\x0c\x1a".contains(c)).count();
    if controls * 50 > text.chars().count() {
        return Err(Fault::NotATable(Looks::Binary));
    }
    let text = text.trim_start();
    if text.is_empty() && head.len() < HEAD {
        return Err(Fault::Empty);
    }
    match markup(text) {
        Some(looks) => Err(Fault::NotATable(looks)),
        None => Ok(Container::Text(wide)),
    }
}

/// The UTF-16 that these bytes are, by their mark or by the zeros that half of Latin letters are.
fn wide(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(encoding_rs::UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(encoding_rs::UTF_16BE),
        _ => {}
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Even in Cyrillic, every separator, digit and line end has its zero, and all on the same side.
    let encoding = if odd > even * 20 {
        encoding_rs::UTF_16LE
    } else if even > odd * 20 {
        encoding_rs::UTF_16BE
    } else {
        return None;
    };
    (even.max(odd) * 20 > head.len()).then_some(encoding)
}

fn markup(text: &str) -> Option<Looks> {
    const PAGE: [&str; 7] = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div"];
    let begin: String = text.chars().take(1_000).collect::<String>().to_ascii_lowercase();
    let mut signs = begin.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (Some('<'), _) if PAGE.iter().any(|tag| begin.starts_with(tag)) => Some(Looks::Html),
        (Some('<'), Some('?' | '!')) if begin.contains("<html") => Some(Looks::Html),
        (Some('<'), Some('?' | '!')) => Some(Looks::Xml),
        (Some('{'), Some('"' | '}')) => Some(Looks::Json),
        (Some('['), Some('{' | '[' | '"' | ']')) => Some(Looks::Json),
        _ => None,
    }
}
