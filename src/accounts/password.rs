//! Passwords: which may be chosen, how they are kept, how one is tried.

use crate::{
    error::{Error, Result},
    values::fold,
};
use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordVerifier, Version,
    password_hash::{PasswordHasher, SaltString},
};
use std::{
    collections::HashSet,
    sync::{Arc, LazyLock},
};
use tokio::sync::Semaphore;

/// The fewest characters (OWASP ASVS 5.0, 6.2.1, asks for 8 and advises 15).
pub const SHORTEST: usize = 12;

/// The most characters: enough for any sentence (ASVS 6.2.9 asks for 64 and more).
pub const LONGEST: usize = 256;

/// Argon2id with 19 MiB, two passes, one lane: OWASP's Password Storage Cheat Sheet.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The most used passwords, folded.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/common_passwords.txt").lines().collect());

/// Why a password may not be chosen; each is a message key `error-password-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer characters than [`SHORTEST`].
    Short,
    /// More characters than [`LONGEST`].
    Long,
    /// Among the most used ones, or nearly: a common one with a few characters more.
    Common,
    /// Made of the person's own name, the sign-in name or the name of this program.
    Own,
    /// One character, or two, over and over.
    Same,
}

/// Judges a password that someone wants to choose. No kinds of characters are asked for (ASVS 6.2.5); `own` are the words it
/// may not be made of.
pub fn judge(password: &str, own: &[&str]) -> Result<(), Unfit> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Unfit::Short);
    }
    if length > LONGEST {
        return Err(Unfit::Long);
    }
    let folded = password.to_lowercase();
    if folded.chars().collect::<HashSet<_>>().len() < 3 {
        return Err(Unfit::Same);
    }
    // With a figure or a sign or two behind it, it is still the same word.
    let tail = folded.chars().rev().take(4).take_while(|c| !c.is_alphabetic()).count();
    let ends = folded.char_indices().rev().take(tail).map(|(at, _)| at).chain([folded.len()]);
    if ends.into_iter().any(|end| folded.get(..end).is_some_and(|begin| COMMON.contains(begin))) {
        return Err(Unfit::Common);
    }
    let mut rest = fold(password);
    for word in own.iter().copied().chain(["keruen"]).map(fold).filter(|word| word.chars().count() > 2) {
        rest = rest.replace(&word, "");
    }
    if rest.chars().filter(|c| c.is_alphanumeric()).count() < SHORTEST / 2 {
        return Err(Unfit::Own);
    }
    Ok(())
}

fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, LANES, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a password, in PHC form with its salt and costs. Slow on purpose: never inside a transaction.
pub fn hash(password: &str) -> Result<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(Error::internal)?;
    let salt = SaltString::encode_b64(&salt).map_err(Error::internal)?;
    Ok(argon()?.hash_password(password.as_bytes(), &salt).map_err(Error::internal)?.to_string())
}

/// Whether this is the password behind a hash. Where there is no hash, as much work is done for nothing.
pub fn fits(password: &str, kept: &str) -> Result<bool> {
    static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());
    let (kept, known) = if kept.is_empty() { (NOBODY.as_str(), false) } else { (kept, true) };
    let parsed = PasswordHash::new(kept).map_err(Error::internal)?;
    let fits = argon()?.verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(fits && known)
}

/// Whether a hash was made with other costs than are asked for now.
pub fn outdated(kept: &str) -> bool {
    let now = format!("$argon2id$v=19$m={MEMORY},t={PASSES},p={LANES}$");
    !kept.is_empty() && !kept.starts_with(&now)
}

/// How many passwords are tried at once: half of the machine, so that a flood of them leaves the other half to everyone else.
#[derive(Debug, Clone)]
pub struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
        Self(Arc::new(Semaphore::new((cores / 2).max(1))))
    }
}

impl Turns {
    /// Does slow work with passwords when its turn comes.
    pub async fn take<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let turn = self.0.clone().acquire_owned().await.map_err(Error::internal)?;
        actix_web::web::block(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(Error::internal)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_and_kinds_of_characters_do_not() {
        assert_eq!(judge("short one", &[]), Err(Unfit::Short));
        assert_eq!(judge("верблюды идут", &[]), Ok(()));
        assert_eq!(judge("eleven char", &[]), Err(Unfit::Short));
        assert_eq!(judge("all of it lower case", &[]), Ok(()));
        assert_eq!(judge(&"a b c ".repeat(50), &[]), Err(Unfit::Long));
    }

    #[test]
    fn what_everyone_chooses_is_refused() {
        for common in ["1q2w3e4r5t6y", "1Q2W3E4R5T6Y", "1q2w3e4r5t6y!", "123qweasdzxc"] {
            assert_eq!(judge(common, &[]), Err(Unfit::Common), "{common}");
        }
        assert_eq!(judge("aaaaaaaaaaaaaaa", &[]), Err(Unfit::Same));
        assert_eq!(judge("Aigerim-2026!", &["aigerim"]), Err(Unfit::Own));
        assert_eq!(judge("keruenkeruen1", &[]), Err(Unfit::Own));
        assert!(COMMON.len() > 3000, "ASVS 6.2.4");
        assert!(COMMON.iter().all(|word| word.chars().count() >= SHORTEST));
    }

    #[test]
    fn a_password_fits_its_own_hash_alone() {
        let kept = hash("the camels go by night").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits("the camels go by night", &kept).unwrap());
        assert!(!fits("the camels go by day", &kept).unwrap());
        assert!(!fits("nobody has this password", "").unwrap());
        assert!(!outdated(&kept) && outdated(&kept.replace("t=2", "t=1")));
    }
}
