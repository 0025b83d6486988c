//! The files built into the program, served under names that carry their checksum, so that a browser may keep them for
//! ever and an update is seen at once.

use actix_web::{HttpRequest, HttpResponse, http::header};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    address: String,
    kind: &'static str,
    bytes: &'static [u8],
}

/// The letters of Dari and Pashto on paper: few machines have all of them. The style sheet names their addresses.
const REGULAR: &str = "noto-sans-arabic-regular.woff2";
const BOLD: &str = "noto-sans-arabic-bold.woff2";

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    [
        ("app.css", "text/css; charset=utf-8", &include_bytes!("../../static/app.css")[..]),
        ("app.js", "text/javascript; charset=utf-8", &include_bytes!("../../static/app.js")[..]),
        (REGULAR, "font/woff2", &include_bytes!("../../static/noto-sans-arabic-regular.woff2")[..]),
        (BOLD, "font/woff2", &include_bytes!("../../static/noto-sans-arabic-bold.woff2")[..]),
        ("icon.svg", "image/svg+xml", &include_bytes!("../../static/icon.svg")[..]),
    ]
    .map(|(name, kind, bytes)| {
        let sum = super::hex(&Sha256::digest(bytes)[..6]);
        let address = format!("/static/{}", name.replacen('.', &format!(".{sum}."), 1));
        Asset { name, address, kind, bytes }
    })
    .into()
});

/// The address of a built-in file; `/static/missing` for one that is not there (the house test looks for it).
pub fn address(name: &str) -> String {
    ASSETS.iter().find(|a| a.name == name).map_or_else(|| "/static/missing".into(), |a| a.address.clone())
}

/// `GET /static/{name}`. Anyone may.
pub async fn show(req: HttpRequest) -> HttpResponse {
    match ASSETS.iter().find(|a| a.address == req.path()) {
        Some(asset) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, asset.kind))
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .body(asset.bytes),
        None => HttpResponse::NotFound().finish(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_knows_where_the_letters_are() {
        let css = include_str!("../../static/app.css");
        for font in [REGULAR, BOLD] {
            assert!(css.contains(&address(font)), "app.css names another address than {}", address(font));
        }
    }
}
