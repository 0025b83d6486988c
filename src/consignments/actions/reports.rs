//! Choosing between conflicting reports of one consignment.

use super::{reasoned, record, replace};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        model::{Consignment, Void},
        store,
    },
    db::Db,
    error::{Error, Result},
    history::{Change, Verb},
    missions,
    values::{Id, Moment},
    web::{Problems, Refusal},
};

/// Says which of a group of conflicting reports count: those chosen count from now on, the others are void and name them. At
/// least one is chosen; a choice once made is made.
pub fn choose(
    db: &mut Db,
    mission: Id,
    group: &str,
    chosen: &[Id],
    reason: &str,
    who: &Visitor,
) -> Result<Result<(), Refusal>> {
    who.must(Act::Void, mission)?;
    let code = missions::find(db, mission)?.ok_or(Error::NotFound)?.body.code;
    let ids = store::contested(db, mission, Some(group))?;
    if ids.is_empty() {
        // Chosen already: by this form sent twice, or by someone else, whose choice the page shows.
        return Ok(Ok(()));
    }
    let reports = store::load(db, &ids)?;
    let mut problems = reasoned(reason, who.lang).err().unwrap_or(Problems::new(who.lang));
    let (count, others): (Vec<&Consignment>, Vec<&Consignment>) = reports.iter().partition(|c| chosen.contains(&c.id));
    if count.is_empty() {
        problems.add("chosen", "error-choose-report");
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let named = count.iter().map(|c| c.reference(&code)).collect::<Vec<_>>().join(", ");
    for before in count {
        let after = Consignment { contested: String::new(), version: before.version + 1, ..before.clone() };
        replace(db, before, &after)?;
        let told = Change("contested".into(), group.into(), String::new());
        record(db, who, Verb::Changed, &after, reason, vec![told])?;
    }
    for before in others {
        let why = format!("{reason} ({named})");
        let void = Some(Void { reason: why.clone(), at: Moment::now() });
        let after = Consignment { void, version: before.version + 1, ..before.clone() };
        replace(db, before, &after)?;
        record(db, who, Verb::Voided, &after, &why, vec![])?;
    }
    Ok(Ok(()))
}
