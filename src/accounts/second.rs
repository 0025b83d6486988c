//! The second factor: time-based codes (RFC 6238), each good once, and recovery codes, each good once. Secrets are sealed with
//! a key that is not in the database.

use crate::{
    error::{Error, Result},
    values::{Id, Moment},
    web::{hex, unhex},
};
use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Secret, TOTP};

/// The length of a step, in seconds.
const STEP: u64 = 30;

/// How many steps a clock may be wrong, either way.
const SKEW: u64 = 1;

/// How many recovery codes a person gets.
const CODES: usize = 10;

/// The key that seals the secrets of second factors.
#[derive(Clone)]
pub struct Key(ChaCha20Poly1305);

impl Key {
    /// A key from its file's text: 64 hexadecimal digits.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = unhex(text.trim())?;
        ChaCha20Poly1305::new_from_slice(&bytes).ok().map(Self)
    }

    /// A key that nobody keeps: the demonstration's.
    pub fn fresh() -> Result<Self> {
        Self::read(&Self::text()?).ok_or_else(|| Error::internal("key"))
    }

    /// The text of a new key, for its file.
    pub fn text() -> Result<String> {
        Ok(hex(&random::<32>()?))
    }

    /// Seals a secret for one person: a copy in another person's row opens nothing.
    pub fn seal(&self, person: Id, secret: &[u8]) -> Result<String> {
        let nonce = random::<12>()?;
        let owner = person.to_string();
        let payload = Payload { msg: secret, aad: owner.as_bytes() };
        let sealed = self.0.encrypt(Nonce::from_slice(&nonce), payload).map_err(Error::internal)?;
        Ok(format!("{}{}", hex(&nonce), hex(&sealed)))
    }

    /// Opens what was sealed for a person; nothing when this is not the key, or not the person.
    pub fn open(&self, person: Id, sealed: &str) -> Option<Vec<u8>> {
        let bytes = unhex(sealed)?;
        let (nonce, sealed) = bytes.split_at_checked(12)?;
        let owner = person.to_string();
        self.0.decrypt(Nonce::from_slice(nonce), Payload { msg: sealed, aad: owner.as_bytes() }).ok()
    }
}

/// Random bytes from the system.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

/// A token that opens something, and the hash by which it is kept.
pub fn token() -> Result<(String, String)> {
    let token = hex(&random::<32>()?);
    let kept = kept(&token);
    Ok((token, kept))
}

/// The hash by which a token is kept.
pub fn kept(token: &str) -> String {
    hex(&Sha256::digest(token))
}

/// A new secret for a second factor.
pub fn secret() -> Result<Vec<u8>> {
    Ok(random::<20>()?.to_vec())
}

fn totp(secret: &[u8]) -> Result<TOTP> {
    TOTP::new(Algorithm::SHA1, 6, 0, STEP, secret.to_vec()).map_err(Error::internal)
}

/// The code of a secret at a time: what the person's device shows.
pub fn code_at(secret: &[u8], at: Moment) -> Result<String> {
    Ok(totp(secret)?.generate(seconds(at)))
}

fn seconds(at: Moment) -> u64 {
    at.0.timestamp().try_into().unwrap_or_default()
}

/// The step a code is good for, when it is good now and its step comes after the last one used.
pub fn step_of(secret: &[u8], code: &str, last: i64, now: Moment) -> Result<Option<i64>> {
    let code: String = crate::values::fold::latin_digits(code).chars().filter(char::is_ascii_digit).collect();
    let (totp, step) = (totp(secret)?, seconds(now) / STEP);
    let mut found = None;
    // Every step is tried, whichever fits: the time it takes tells nothing.
    for step in step.saturating_sub(SKEW)..=step + SKEW {
        let same = totp.generate(step * STEP).bytes().zip(code.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        let step = i64::try_from(step).unwrap_or_default();
        if code.len() == 6 && same == 0 && step > last {
            found = Some(step);
        }
    }
    Ok(found)
}

/// A secret as it is typed into a device by hand: groups of four.
pub fn shown(secret: &[u8]) -> String {
    let text = Secret::Raw(secret.to_vec()).to_encoded().to_string();
    text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// The address a device reads from the picture.
pub fn address(secret: &[u8], issuer: &str, account: &str) -> String {
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    let (issuer, account) = (encoded(issuer), encoded(account));
    let secret = Secret::Raw(secret.to_vec()).to_encoded();
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

/// Recovery codes: as the person keeps them, and as the house keeps them.
pub fn recovery_codes() -> Result<Vec<(String, String)>> {
    (0..CODES)
        .map(|_| {
            let text = Secret::Raw(random::<15>()?.to_vec()).to_encoded().to_string();
            let shown = text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-");
            let hash = recovery_hash(&shown);
            Ok((shown, hash))
        })
        .collect()
}

/// The hash by which a recovery code is kept, however it was typed. 120 random bits need no slow hash (ASVS 6.5.2).
pub fn recovery_hash(typed: &str) -> String {
    let bare: String = typed.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    kept(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: eight digits there, the last six here.
        let secret = b"12345678901234567890";
        for (time, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let at = Moment(chrono::DateTime::from_timestamp(time, 0).unwrap());
            assert_eq!(code_at(secret, at).unwrap(), code);
        }
    }

    #[test]
    fn a_code_is_good_once_and_for_a_minute_and_a_half() {
        let (secret, now) = (secret().unwrap(), Moment::now());
        let later = |seconds| Moment(now.0 + chrono::Duration::seconds(seconds));
        let code = code_at(&secret, now).unwrap();
        let step = step_of(&secret, &code, 0, now).unwrap().unwrap();
        assert_eq!(step_of(&secret, &code, step, now).unwrap(), None, "used");
        assert_eq!(step_of(&secret, &code, 0, later(30)).unwrap(), Some(step));
        assert_eq!(step_of(&secret, &code, 0, later(90)).unwrap(), None, "old");
        assert_eq!(step_of(&secret, "", 0, now).unwrap(), None);
        assert_eq!(step_of(&secret, &code[..5], 0, now).unwrap(), None);
    }

    #[test]
    fn a_seal_is_for_one_person_and_one_key() {
        let (key, person) = (Key::fresh().unwrap(), Id::fresh());
        let sealed = key.seal(person, b"secret").unwrap();
        assert_eq!(key.open(person, &sealed), Some(b"secret".to_vec()));
        assert_eq!(key.open(Id::fresh(), &sealed), None);
        assert_eq!(Key::fresh().unwrap().open(person, &sealed), None);
        assert_eq!(key.open(person, "zz"), None);
        assert!(!sealed.contains(&hex(b"secret")));
    }

    #[test]
    fn recovery_codes_are_known_however_typed() {
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.len(), CODES);
        let (shown, hash) = &codes[0];
        assert_eq!(shown.len(), 29);
        assert_eq!(recovery_hash(&shown.to_lowercase().replace('-', " ")), *hash);
    }
}
