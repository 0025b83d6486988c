//! QR codes.

use crate::error::{Error, Result};
use qrcodegen::{QrCode, QrCodeEcc};

/// A text as a QR code: its size with the quiet zone, and the path of its dark squares.
pub fn qr(text: &str) -> Result<(i32, String)> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|e| Error::internal(format!("{e:?}")))?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    Ok((code.size() + 2 * QUIET, path))
}
