//! Names and contacts in the history: the chain holds a salted commitment to each, the value itself stands beside it and
//! can be erased without breaking the chain.

use super::Change;
use crate::{
    error::{Error, Result},
    web::hex,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Begins a commitment where a value would stand.
const MARK: &str = "sha256:";

/// The name under which the place someone acted from is kept.
const ORIGIN: &str = "from";

/// The name under which the salt of a fingerprint is kept.
const STATE: &str = "state";

/// The values behind an entry's commitments, each with its salt: field → [salt, old, salt, new].
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Private(BTreeMap<String, [String; 4]>);

impl Private {
    /// Reads what is stored; empty once erased.
    pub fn read(text: &str) -> Result<Self> {
        if text.is_empty() { Ok(Self::default()) } else { serde_json::from_str(text).map_err(Error::internal) }
    }

    /// As stored; empty when there is nothing.
    pub fn stored(&self) -> Result<String> {
        if self.0.is_empty() { Ok(String::new()) } else { serde_json::to_string(self).map_err(Error::internal) }
    }

    /// Puts commitments where the values of private fields stand, and keeps the values. What only looks like a commitment is
    /// covered too: whatever begins like one is one.
    pub fn cover(&mut self, changes: &mut [Change], private: &[&str]) -> Result<()> {
        let alike = |change: &Change| [&change.1, &change.2].into_iter().any(|value| value.starts_with(MARK));
        for change in changes.iter_mut().filter(|change| private.contains(&change.0.as_str()) || alike(change)) {
            let (old_salt, old) = commit(&change.1)?;
            let (new_salt, new) = commit(&change.2)?;
            let kept =
                [old_salt, std::mem::replace(&mut change.1, old), new_salt, std::mem::replace(&mut change.2, new)];
            self.0.insert(change.0.clone(), kept);
        }
        Ok(())
    }

    /// Commits to the place someone acted from, and keeps it.
    pub fn cover_origin(&mut self, origin: &str) -> Result<String> {
        if origin.is_empty() {
            return Ok(String::new());
        }
        let (salt, commitment) = commit(origin)?;
        self.0.insert(ORIGIN.into(), [salt, origin.into(), String::new(), String::new()]);
        Ok(commitment)
    }

    /// Salts the fingerprint of a record that holds names or contacts: else whoever reads it could try out what was erased.
    pub fn cover_state(&mut self, state: &str) -> Result<String> {
        let (salt, commitment) = commit(state)?;
        if !salt.is_empty() {
            self.0.insert(STATE.into(), [salt, String::new(), String::new(), String::new()]);
        }
        Ok(commitment)
    }

    /// Whether a fingerprint is the one that was told.
    pub fn is_state(&self, state: &str, told: &str) -> bool {
        match self.0.get(STATE) {
            Some([salt, ..]) => commitment(salt, state) == told,
            None => state == told,
        }
    }

    /// Puts the values back where their commitments stand; what was erased stays away.
    pub fn uncover(&self, changes: &mut [Change]) {
        for change in changes {
            let kept = self.0.get(&change.0);
            for (at, value) in [(1, &mut change.1), (3, &mut change.2)] {
                if value.starts_with(MARK) {
                    *value = kept.and_then(|kept| kept.get(at)).cloned().unwrap_or_default();
                }
            }
        }
    }

    /// The place someone acted from; empty once erased.
    pub fn origin(&self) -> &str {
        self.0.get(ORIGIN).map_or("", |kept| kept[1].as_str())
    }

    /// The place someone acted from, and the fingerprint's salt where that is kept; nothing else.
    pub fn without_values(mut self, with_state: bool) -> Self {
        self.0.retain(|field, _| field == ORIGIN || with_state && field == STATE);
        self
    }

    /// Everything but the place someone acted from.
    pub fn without_origin(mut self) -> Self {
        self.0.remove(ORIGIN);
        self
    }

    /// Whether every value that is still there is the one committed to, and what is gone.
    pub fn holds(&self, changes: &[Change], origin: &str) -> Option<Gone> {
        let fits = |salt: &str, value: &str, said: &str| match salt {
            "" => value.is_empty() && !said.starts_with(MARK),
            salt => commitment(salt, value) == said,
        };
        let well = self.0.iter().all(|(field, [old_salt, old, new_salt, new])| {
            if field == STATE {
                // The fingerprint itself stands nowhere; `doctor` makes it again.
                return !old_salt.is_empty() && [old, new_salt, new].iter().all(|part| part.is_empty());
            }
            if field == ORIGIN {
                return fits(old_salt, old, origin) && new_salt.is_empty() && new.is_empty();
            }
            let change = changes.iter().find(|change| change.0 == *field);
            change.is_some_and(|c| fits(old_salt, old, &c.1) && fits(new_salt, new, &c.2))
        });
        let committed = |change: &&Change| change.1.starts_with(MARK) || change.2.starts_with(MARK);
        well.then(|| Gone {
            values: changes.iter().filter(committed).any(|change| !self.0.contains_key(&change.0)),
            origin: origin.starts_with(MARK) && !self.0.contains_key(ORIGIN),
        })
    }
}

/// What of an entry's commitments has no value behind it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// A name or contact.
    pub values: bool,
    /// The place someone acted from.
    pub origin: bool,
}

/// A fresh salt and the commitment to a value; nothing for an empty one.
fn commit(value: &str) -> Result<(String, String)> {
    if value.is_empty() {
        return Ok((String::new(), String::new()));
    }
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(Error::internal)?;
    let salt = hex(&salt);
    let commitment = commitment(&salt, value);
    Ok((salt, commitment))
}

/// Whether a text is a commitment.
pub fn is_covered(text: &str) -> bool {
    text.starts_with(MARK)
}

fn commitment(salt: &str, value: &str) -> String {
    format!("{MARK}{}", hex(&Sha256::digest(format!("{salt}:{value}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_covered_comes_back_until_it_is_erased() {
        let told =
            vec![Change("phone".into(), "".into(), "+7 1".into()), Change("country".into(), "".into(), "KZ".into())];
        let (mut changes, mut private) = (told.clone(), Private::default());
        private.cover(&mut changes, &["phone"]).unwrap();
        let origin = private.cover_origin("10.0.0.1").unwrap();
        assert!(changes[0].2.starts_with(MARK) && changes[1] == told[1]);
        let all_there = Some(Gone { values: false, origin: false });
        assert_eq!(private.holds(&changes, &origin), all_there);
        let stored = private.stored().unwrap();
        let again = Private::read(&stored).unwrap();
        let mut shown = changes.clone();
        again.uncover(&mut shown);
        assert_eq!((shown, again.origin()), (told, "10.0.0.1"));
        let planted = Private::read(&stored.replace("+7 1", "+7 2")).unwrap();
        assert_eq!(planted.holds(&changes, &origin), None);
        let mut erased = changes.clone();
        Private::default().uncover(&mut erased);
        assert_eq!(erased[0].2, "");
        assert_eq!(Private::default().holds(&changes, &origin), Some(Gone { values: true, origin: true }));
        assert_eq!(again.without_origin().holds(&changes, &origin), Some(Gone { values: false, origin: true }));
    }

    #[test]
    fn what_looks_like_a_commitment_is_shown_as_it_was_typed() {
        let told = vec![Change("remarks".into(), "".into(), format!("{MARK}0123"))];
        let (mut changes, mut private) = (told.clone(), Private::default());
        private.cover(&mut changes, &[]).unwrap();
        assert_ne!(changes, told);
        private.uncover(&mut changes);
        assert_eq!(changes, told);
    }
}
