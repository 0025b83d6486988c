//! Papers: attaching a file, taking one off, and saying which papers a mission asks for.

use super::{record, replace};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        derived::borne_by,
        model::{Attachment, Consignment, Void},
        papers::Required,
        store,
        terms::{Borne, terms},
    },
    db::Db,
    error::{Error, Result},
    history::{Change, Verb},
    missions,
    values::{Id, Moment},
    web::{Problems, Refusal},
};
use std::collections::BTreeSet;

/// The most files one consignment has.
pub const MOST_FILES: usize = 100;

/// How many consignments are looked at in one piece.
const PIECE: usize = 500;

/// Attaches a file that is on the disk already. Sent twice, it is attached once.
pub fn attach(db: &mut Db, id: Id, mut new: Attachment, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let mut problems = Problems::new(who.lang);
    // A receipt of another consignment is none of this one's.
    new.receipt = new.receipt.filter(|receipt| before.events.iter().any(|event| event.receipt == Some(*receipt)));
    let content = |it: &Attachment| (it.sha256.clone(), it.paper, it.receipt);
    if before.attached().any(|there| content(there) == content(&new)) {
        return Ok(Ok(id));
    }
    // The same form with another file is another file.
    if store::owner_of(db, new.id)?.is_some() {
        new.id = Id::fresh();
    }
    if before.void.is_some() {
        problems.add("", "error-void");
    }
    if before.attached().count() >= MOST_FILES {
        problems.add_with("file", "error-too-many-files", [("most", MOST_FILES.to_string())]);
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let told = vec![
        Change("paper".into(), String::new(), new.paper.code().into()),
        Change("file".into(), String::new(), format!("{} {}", new.name, new.sha256)),
    ];
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    after.attachments.push(new);
    replace(db, &before, &after)?;
    record(db, who, Verb::Changed, &after, "", told)?;
    Ok(Ok(id))
}

/// Takes a file off that was attached by mistake: it is kept, and shown no more.
pub fn detach(db: &mut Db, file: Id, reason: &str, who: &Visitor) -> Result<Result<Id, Refusal>> {
    let id = store::owner_of(db, file)?.ok_or(Error::NotFound)?;
    let before = store::find(db, id)?.ok_or(Error::NotFound)?;
    who.must(Act::Receive, before.mission)?;
    let there = before.attachments.iter().find(|own| own.id == file).ok_or(Error::NotFound)?;
    if there.void.is_some() {
        return Ok(Ok(id));
    }
    let mut problems = Problems::new(who.lang);
    if !who.may_take_back(there.by, before.mission) {
        problems.add("", "error-file-not-yours");
    }
    if let Err(more) = super::reasoned(reason, who.lang) {
        problems.extend(more);
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let told = vec![Change("file".into(), format!("{} {}", there.name, there.sha256), String::new())];
    let mut after = Consignment { version: before.version + 1, ..before.clone() };
    for own in after.attachments.iter_mut().filter(|own| own.id == file) {
        own.void = Some(Void { reason: reason.into(), at: Moment::now() });
    }
    replace(db, &before, &after)?;
    record(db, who, Verb::Changed, &after, reason, told)?;
    Ok(Ok(id))
}

/// Says which papers a mission asks for, and finds anew which of its consignments lack one.
pub fn require(db: &mut Db, mission: Id, all: &BTreeSet<Required>, who: &Visitor) -> Result<()> {
    who.must(Act::Steer, mission)?;
    let before = store::required(db, &[mission])?.remove(&mission).unwrap_or_default();
    let after: Vec<Required> = all.iter().copied().collect();
    if before.iter().copied().collect::<BTreeSet<_>>() == *all {
        return Ok(());
    }
    store::replace_required(db, mission, &after)?;
    for ids in store::of_mission(db, mission)?.chunks(PIECE) {
        for c in store::load(db, ids)? {
            if c.lacks_papers(&before) != c.lacks_papers(&after) {
                let borne = borne_by(db, &c)?;
                let had = terms(&c, &Borne { required: before.clone(), ..borne.clone() });
                let has = terms(&c, &borne);
                store::delete_terms(db, &c, &had.difference(&has).cloned().collect())?;
                store::insert_terms(db, &c, &has.difference(&had).cloned().collect())?;
            }
        }
    }
    let list =
        |of: &[Required]| of.iter().map(|(mode, paper)| format!("{mode}: {paper}")).collect::<Vec<_>>().join(", ");
    let change = Change("papers".into(), list(&before), list(&after));
    missions::actions::told(db, mission, change, who)
}
