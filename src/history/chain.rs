//! The chain by which the history proves itself.
//!
//! # Form
//!
//! An entry's *content* is written as lines `name:length:value`, one for each part that is not empty, in the order of their
//! names: `actor` (the person's id), `at` (UTC, `2026-11-23T18:30:00Z`), `changes` (JSON, `[[field, old, new], …]`), `from`
//! (a commitment), `kind` and `subject` (the record), `reason`, `state` (the record's fingerprint after it; of records with names or
//! contacts a commitment to it, whose salt goes with them), `verb`. The length
//! counts bytes of UTF-8; each line ends with a line feed. Its *content hash* is the SHA-256 of that text, in lower-case
//! hexadecimal. A *commitment* is `sha256:` and the SHA-256 of `salt:value`.
//!
//! The *seal* of the entry at place *n* is the SHA-256 of five lines: `keruen-history-1`, *n*, the seal of the entry before it
//! (64 zeros for the first), the entry's id, its content hash. The seal of the last entry and its place are the *head*: who
//! has written both down on paper can prove that nothing before has changed since.

use super::{
    Verb,
    private::{Gone, Private},
    store::{self, Raw},
};
use crate::{
    db::{Db, Pool},
    error::{Error, Result},
    values::Moment,
    web::hex,
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// How many entries are sealed in one transaction.
pub const BATCH: usize = 1000;

/// What stands before the first entry.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The end of the chain: how many entries are sealed, and the seal of the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many entries are sealed.
    pub count: i64,
    /// The seal of the last; [`NOTHING`] when there is none.
    pub hash: String,
    /// How many entries wait for their seal.
    pub unsealed: i64,
}

/// How a chain is broken, and at which entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The entry at this place is not there.
    Missing(i64),
    /// The entry's content is not what was sealed.
    Content(i64, String),
    /// The entry does not follow the one before it.
    Link(i64, String),
    /// A name or contact is not the one committed to, or is gone although nobody erased it.
    Private(i64, String),
    /// An entry stands outside the chain, at a place before its first.
    Outside(i64, String),
    /// The entry cannot be read at all.
    Unreadable(i64),
    /// There are fewer entries than were written down.
    Short {
        /// How many there are.
        count: i64,
        /// How many there should be.
        expected: i64,
    },
    /// The entry at this place has another seal than was written down.
    Head(i64),
}

/// Gives waiting entries their place, at most a batch; answers how many. Entries are taken in the order of their ids, which
/// is the order in which they were written, up to writers of the same moment.
pub fn seal(db: &mut Db) -> Result<usize> {
    let waiting = store::unsealed(db, BATCH as i64)?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let (mut order, mut previous) = store::last(db)?.unwrap_or((0, NOTHING.into()));
    for (id, content) in &waiting {
        order += 1;
        let hash = seal_of(order, &previous, &id.to_string(), content);
        store::put_seal(db, *id, order, &previous, &hash)?;
        previous = hash;
    }
    Ok(waiting.len())
}

/// The seal of an entry.
pub fn seal_of(order: i64, previous: &str, id: &str, content: &str) -> String {
    hex(&Sha256::digest(format!("keruen-history-1\n{order}\n{previous}\n{id}\n{content}\n")))
}

/// The hash of an entry's content.
pub fn content_hash(raw: &Raw) -> String {
    let (at, subject) = (raw.at.to_string(), raw.subject_id.to_string());
    let mut canonical = String::with_capacity(256 + raw.changes.len());
    for (name, value) in [
        ("actor", raw.actor.as_str()),
        ("at", &at),
        ("changes", &raw.changes),
        ("from", &raw.origin),
        ("kind", &raw.subject_kind),
        ("reason", &raw.reason),
        ("state", &raw.state),
        ("subject", &subject),
        ("verb", &raw.verb),
    ] {
        if !value.is_empty() {
            canonical.push_str(&format!("{name}:{}:{value}\n", value.len()));
        }
    }
    hex(&Sha256::digest(canonical))
}

/// A walk along a chain, entry by entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many entries were found well.
    pub count: i64,
    /// The seal of the last of them.
    pub hash: String,
    /// How many entries say a time of more than an hour before one that was sealed earlier, and the first of them: a clock
    /// was set back, or somebody wrote them in the past.
    pub late: Option<(i64, i64)>,
    latest: Option<Moment>,
    expected: Option<(i64, String)>,
    /// Where values are gone and no erasure of either of these was told of yet: the first such entry.
    wanting: HashMap<[String; 2], (i64, String)>,
}

/// How much earlier than one sealed before it an entry may be without being remarked upon, in seconds.
const LATE: i64 = 3600;

impl Tally {
    /// A walk from the beginning; `expected` is what was written down: after so many entries, this seal.
    pub fn begin(expected: Option<(i64, String)>) -> Self {
        Self { count: 0, hash: NOTHING.into(), late: None, latest: None, expected, wanting: HashMap::new() }
    }

    /// Takes the next entry.
    pub fn next(&mut self, raw: &Raw) -> Result<(), Broken> {
        let place = self.count + 1;
        match raw.sealed_order {
            Some(order) if order == place => {}
            _ => return Err(Broken::Missing(place)),
        }
        if content_hash(raw) != raw.content_hash {
            return Err(Broken::Content(place, what(raw)));
        }
        let seal = seal_of(place, &self.hash, &raw.id.to_string(), &raw.content_hash);
        if raw.previous_hash.as_deref() != Some(self.hash.as_str()) || raw.sealed_hash.as_deref() != Some(&seal) {
            return Err(Broken::Link(place, what(raw)));
        }
        let Some(gone) = gone(raw) else { return Err(Broken::Private(place, what(raw))) };
        if gone.values || gone.origin {
            let by = if gone.values { String::new() } else { raw.actor.clone() };
            self.wanting.entry([raw.subject_id.to_string(), by]).or_insert_with(|| (place, what(raw)));
        }
        if raw.verb == Verb::Erased.code() {
            // It excuses what stands before it, and nothing after.
            let erased = raw.subject_id.to_string();
            self.wanting.retain(|who, _| !who.contains(&erased));
        }
        if let Some((count, hash)) = &self.expected
            && *count == place
            && *hash != seal
        {
            return Err(Broken::Head(place));
        }
        if self.latest.is_some_and(|latest| (latest.0 - raw.at.0).num_seconds() > LATE) {
            self.late = self.late.map_or(Some((1, place)), |(n, first)| Some((n + 1, first)));
        }
        self.latest = self.latest.max(Some(raw.at));
        (self.count, self.hash) = (place, seal);
        Ok(())
    }

    /// Ends the walk.
    pub fn end(&self) -> Result<(), Broken> {
        if let Some((place, what)) = self.wanting.values().min() {
            return Err(Broken::Private(*place, what.clone()));
        }
        match &self.expected {
            Some((expected, _)) if self.count < *expected => {
                Err(Broken::Short { count: self.count, expected: *expected })
            }
            _ => Ok(()),
        }
    }
}

/// An entry in short, for who looks for it.
fn what(raw: &Raw) -> String {
    format!("{} {} {}", raw.subject_kind, raw.subject_id, raw.at)
}

/// What of an entry's names and contacts is gone; nothing when one of them is not the one committed to.
fn gone(raw: &Raw) -> Option<Gone> {
    let private = Private::read(&raw.private).ok()?;
    let changes = serde_json::from_str::<Vec<super::Change>>(&raw.changes).ok()?;
    private.holds(&changes, &raw.origin)
}

/// How many entries are looked at in one piece.
const PIECE: i64 = 2000;

/// Seals what waits, batch by batch; what is written meanwhile may wait for the next time. `step` is told how many were sealed.
pub fn seal_all(pool: &Pool, mut step: impl FnMut(usize)) -> Result<()> {
    loop {
        let sealed = pool.write_now(seal)?;
        step(sealed);
        if sealed < BATCH {
            return Ok(());
        }
    }
}

/// Walks the whole chain; `step` is told how many entries were found well. The outer error is the engine's. Each piece is a
/// reading of its own, so that a long walk holds nobody up.
pub fn verify(
    pool: &Pool,
    expected: Option<(i64, String)>,
    mut step: impl FnMut(i64),
) -> Result<Result<Tally, Broken>> {
    if let Some(raw) = pool.read_now(store::outside)? {
        return Ok(Err(Broken::Outside(raw.sealed_order.unwrap_or_default(), what(&raw))));
    }
    let read = |after, limit| pool.read_now(|db| store::sealed_after(db, after, limit));
    let (mut tally, mut sealed) = (Tally::begin(expected), false);
    loop {
        let piece = match read(tally.count, PIECE) {
            Ok(piece) => piece,
            Err(e @ Error::Unavailable(_)) => return Err(e),
            // An entry that cannot be read is looked for one by one.
            Err(_) => match read(tally.count, 1) {
                Ok(one) => one,
                Err(_) => return Ok(Err(Broken::Unreadable(tally.count + 1))),
            },
        };
        if piece.is_empty() && !tally.wanting.is_empty() && !sealed {
            // The entry that tells of an erasure may wait for its seal.
            seal_all(pool, |_| {})?;
            sealed = true;
            continue;
        }
        if piece.is_empty() {
            break;
        }
        for raw in &piece {
            if let Err(broken) = tally.next(raw) {
                return Ok(Err(broken));
            }
        }
        step(tally.count);
    }
    Ok(tally.end().map(|()| tally))
}
