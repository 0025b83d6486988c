//! The logo of the letterhead: kept in the database under its SHA-256, and never taken away, for documents that were issued
//! show it.

use super::store;
use crate::{
    db::Pool,
    error::{Error, Result},
    web::{hex, unhex},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use sha2::{Digest, Sha256};

/// The largest logo that is taken, in bytes.
pub const LARGEST_LOGO: usize = 200_000;

/// A logo that may be kept.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its media type, by its content.
    pub media: &'static str,
    /// Its bytes, in hexadecimal.
    pub(super) content: String,
}

/// Why a logo is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is larger than [`LARGEST_LOGO`].
    TooLarge,
    /// It is no PNG, JPEG or WebP picture.
    Kind,
}

impl Logo {
    /// A logo of these bytes, judged by its content. A drawing that could hold a script is none.
    pub fn of(bytes: &[u8]) -> std::result::Result<Self, Unfit> {
        if bytes.len() > LARGEST_LOGO {
            return Err(Unfit::TooLarge);
        }
        let media = infer::get(bytes).map(|kind| kind.mime_type()).unwrap_or_default();
        let media = ["image/png", "image/jpeg", "image/webp"].into_iter().find(|own| *own == media);
        let media = media.ok_or(Unfit::Kind)?;
        Ok(Self { sha256: hex(&Sha256::digest(bytes)), media, content: hex(bytes) })
    }
}

/// `GET /logos/{sha256}`: a logo, for letterheads.
pub async fn show_logo(pool: Data<Pool>, sha256: Path<String>) -> Result<HttpResponse> {
    let sha256 = sha256.into_inner();
    let (media, content) = pool.read(move |db| store::logo(db, &sha256)).await?.ok_or(Error::NotFound)?;
    let bytes = unhex(&content).ok_or_else(|| Error::internal("a logo"))?;
    Ok(HttpResponse::Ok()
        .content_type(media)
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"))
        .insert_header((header::CACHE_CONTROL, "private, max-age=31536000, immutable"))
        .body(bytes))
}
