//! What a searched word means: the goods, organisations and places whose names begin with it, in any language, and the
//! consignments' own words (design 9.14).

use super::store::{self, Scope};
use crate::{catalogue, consignments::terms::term, db::Db, error::Result, organisations, places};
use std::collections::BTreeSet;

/// The most words, and the most records of each kind, that one searched word stands for.
const MOST: i64 = 16;

/// The terms a searched word stands for, and whether these are all.
pub fn word(db: &mut Db, scope: &Scope, word: &str) -> Result<(Vec<String>, bool)> {
    // One letter or digit begins too much: it is looked for as it stands.
    if word.chars().count() < 2 {
        return Ok((vec![term("w", word)], true));
    }
    let mut terms = match scope.within.as_slice() {
        several @ [_, ..] if several.len() <= MOST as usize && scope.mission.is_none() => {
            let mut found = BTreeSet::new();
            for mission in several {
                found.extend(store::words_beginning(db, Some(*mission), word, MOST + 1)?);
            }
            found.into_iter().take(MOST as usize + 1).collect()
        }
        _ => store::words_beginning(db, scope.mission, word, MOST + 1)?,
    };
    let items = catalogue::matching(db, word, MOST + 1)?;
    let organisations = organisations::matching(db, word, MOST + 1)?;
    let places = places::matching(db, word, MOST + 1)?;
    let most = MOST as usize;
    // A whole word that is there is what was meant, whatever other words begin so.
    let words = terms.len() <= most || terms.contains(&term("w", word));
    let all = words && [items.len(), organisations.len(), places.len()].iter().all(|n| *n <= most);
    terms.truncate(most);
    terms.extend(items.into_iter().take(most).map(|id| term("item", id)));
    terms.extend(organisations.into_iter().take(most).map(|id| term("org", id)));
    terms.extend(places.into_iter().take(most).map(|id| term("place", id)));
    Ok((terms, all))
}
