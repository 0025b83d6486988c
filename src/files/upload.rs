//! A form with a file, as a browser sends it on a good line or a bad one.

use super::{Folder, Incoming};
use crate::{
    error::{Error, Result},
    web::Input,
};
use actix_multipart::{Field, Multipart};
use futures_util::StreamExt;
use std::time::Duration;

/// How long one file may take on a bad line.
const SLOWEST: Duration = Duration::from_secs(60 * 60);

/// How much more than a file may hold is read, so that whoever sends it gets an answer and not a cut line.
const DRAINED: u64 = 200_000_000;

/// The longest text beside a file.
const LONGEST_TEXT: usize = 10_000;

/// A form with a file.
pub struct Upload {
    /// Its texts.
    pub input: Input,
    /// What the file is called.
    pub name: String,
    /// The file, where there is one.
    pub incoming: Option<Incoming>,
}

/// Reads a form with these texts and a file of at most so many bytes.
pub async fn upload(folder: &Folder, parts: Multipart, texts: &[&str], largest: u64) -> Result<Upload> {
    let taken = tokio::time::timeout(SLOWEST, take_in(folder, parts, texts, largest)).await;
    taken.map_err(|_| Error::Invalid("it took too long".into()))?
}

async fn take_in(folder: &Folder, mut parts: Multipart, texts: &[&str], largest: u64) -> Result<Upload> {
    let mut out = Upload { input: Input::default(), name: String::new(), incoming: None };
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|e| Error::Invalid(e.to_string()))?;
        let field = part.name().unwrap_or_default().to_string();
        if texts.contains(&field.as_str()) {
            let text = text(&mut part).await?;
            out.input.set(field, text);
            continue;
        }
        // One file, and nothing that the form does not ask for.
        if field != "file" || out.incoming.is_some() {
            return Err(Error::Invalid("not this form".into()));
        }
        let said = part.content_disposition().and_then(|said| said.get_filename()).unwrap_or_default().to_string();
        let mut file = folder.incoming(largest)?;
        let (mut some, mut seen) = (false, 0u64);
        while let Some(bytes) = part.next().await {
            let bytes = bytes.map_err(|e| Error::Invalid(e.to_string()))?;
            some |= !bytes.is_empty();
            seen += bytes.len() as u64;
            if seen > DRAINED {
                return Err(Error::TooLarge);
            }
            // What is written here is a few kilobytes into the page cache; the wait for the disk is elsewhere.
            file.write(&bytes)?;
        }
        if some || !said.is_empty() {
            (out.name, out.incoming) = (said, Some(file));
        }
    }
    out.input = out.input.settled();
    Ok(out)
}

async fn text(part: &mut Field) -> Result<String> {
    let mut out = vec![];
    while let Some(bytes) = part.next().await {
        out.extend_from_slice(&bytes.map_err(|e| Error::Invalid(e.to_string()))?);
        if out.len() > LONGEST_TEXT {
            return Err(Error::TooLarge);
        }
    }
    Ok(String::from_utf8_lossy(&out).replace('\0', "\u{fffd}").trim().to_string())
}
