//! Taking a file in, and taking it back. Whatever is made or corrected is made and corrected by the actions a person uses.

use super::{
    model::{Counts, Import, Stage},
    plan::{Fate, Planned},
    report::Refused,
    store::{self, Done, KeyRow},
    understand::Spot,
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{self, Consignment, actions::New, model::Body},
    db::Db,
    documents,
    error::{Error, Result},
    history::{self, Astray, Change, Deed, Subject, Told, Verb},
    lang::Lang,
    missions,
    names::Promised,
    organisations, places,
    values::{Id, Moment},
    web::{Input, Problems, Refusal},
};
use std::collections::{BTreeMap, HashMap};

/// Keeps a file that was brought: nothing of it is taken in yet. Brought twice with one id it is kept once.
pub fn bring(db: &mut Db, it: &Import, who: &Visitor) -> Result<()> {
    if !who.can(Act::Log) || it.mapping.into.is_some() && !who.rights.everywhere(Act::Stock) {
        return Err(Error::Forbidden("right"));
    }
    if store::find(db, it.id)?.is_none() {
        store::insert(db, it)?;
    }
    Ok(())
}

/// Keeps what was said of a file that is not taken in yet.
pub fn describe(db: &mut Db, it: &Import, who: &Visitor) -> Result<()> {
    let there = own(db, it.id, who)?;
    if there.stage == Stage::Draft { store::update(db, it) } else { Ok(()) }
}

/// An import that this visitor may see: their own, and those of missions they may log in.
pub fn own(db: &mut Db, id: Id, who: &Visitor) -> Result<Import> {
    let it = store::find(db, id)?.ok_or(Error::NotFound)?;
    let theirs = it.by.is_some() && it.by == who.by.person;
    if theirs || may(&it, Act::Log, who) { Ok(it) } else { Err(Error::NotFound) }
}

/// Whether someone may do this in every mission that an import may touch. What goes into a cupboard is the business of whoever keeps
/// it, and is not taken back: records that were made may be named by others at once.
pub fn may(it: &Import, act: Act, who: &Visitor) -> bool {
    if it.mapping.into.is_some() {
        return act == Act::Log && who.rights.everywhere(Act::Stock);
    }
    match it.mission.filter(|_| !it.mapping.says("mission")) {
        Some(mission) => who.may(act, mission),
        None => who.rights.everywhere(act),
    }
}

/// The newest imports that this visitor may see.
pub fn newest(db: &mut Db, who: &Visitor, limit: i64) -> Result<Vec<Import>> {
    let mut all = store::newest(db, who.rights.reach(Act::Log).limits(), who.by.person, limit)?;
    all.retain(|it| it.by.is_some() && it.by == who.by.person || may(it, Act::Log, who));
    Ok(all)
}

/// How many consignments are logged at once: enough to be quick, few enough to be held.
const LOGGED: usize = 1_000;

/// Takes a piece of a file in: makes what is new, corrects what is changed, remembers by what each is known again. Answers with
/// what came of it, and what was refused at the last moment.
pub fn apply(
    db: &mut Db,
    it: &Import,
    planned: &[Planned],
    promised: &Promised,
    reason: &str,
    who: &Visitor,
) -> Result<(Counts, Vec<Refused>)> {
    let (mut counts, mut refused) = (Counts::default(), vec![]);
    let real = keep_promises(db, promised, who)?;
    let mut new: BTreeMap<Id, Vec<(&Planned, &New)>> = BTreeMap::new();
    let (mut keys, mut done): (Vec<KeyRow>, Vec<Done>) = (vec![], vec![]);
    for one in planned {
        let rows = one.understood.rows.len() as i64;
        match (&one.fate, one.mission) {
            (Fate::Made(made), Some(mission)) => {
                new.entry(mission).or_default().push((one, made));
            }
            (Fate::Same(id), Some(mission)) => {
                counts.unchanged += rows;
                keys.push((mission, one.key.clone(), *id, one.print.clone()));
            }
            (Fate::Changed(correction), Some(mission)) => {
                let input = correction
                    .after
                    .clone()
                    .with("reason", reason)
                    .with("correction_source", &it.name)
                    .with("confirm", "save");
                match consignments::actions::change(db, correction.id, correction.version, &input, who)? {
                    Ok(id) => {
                        counts.changed += rows;
                        let before = serde_json::to_string(&correction.before.fields().collect::<BTreeMap<_, _>>());
                        let before = before.map_err(Error::internal)?;
                        done.push(Done { consignment: id, before, version: correction.version + 1 });
                        keys.push((mission, one.key.clone(), id, one.print.clone()));
                    }
                    Err(refusal) => {
                        counts.refused += rows;
                        let spots = refusal_spots(one, refusal, who.lang);
                        refused.push(Refused { rows: one.understood.rows.clone(), spots });
                    }
                }
            }
            _ => counts.refused += rows,
        }
    }
    for (mission, all) in new {
        let mission = missions::find(db, mission)?.ok_or(Error::NotFound)?;
        let mut all = all;
        // Those that bring their numbers are logged in their order.
        all.sort_by_key(|(_, made)| made.number);
        for all in all.chunks(LOGGED) {
            let bodies = all.iter().map(|(_, made)| {
                let mut made = New::clone(made);
                rename(&mut made.body, &real);
                made
            });
            let made = consignments::actions::log_many(db, &mission, bodies.collect(), who)?;
            for (c, (one, _)) in made.iter().zip(all) {
                counts.made += 1;
                counts.lines += one.understood.rows.len() as i64;
                keys.push((mission.id, one.key.clone(), c.id, one.print.clone()));
                done.push(Done { consignment: c.id, before: String::new(), version: c.version });
            }
        }
    }
    store::remember(db, &keys)?;
    store::insert_deeds(db, it.id, &done)?;
    Ok((counts, refused))
}

/// Makes the organisations and places that were promised; the ids they went by with those they have.
fn keep_promises(db: &mut Db, promised: &Promised, who: &Visitor) -> Result<HashMap<Id, Id>> {
    let mut real = HashMap::new();
    for (id, name) in &promised.organisations {
        real.insert(*id, organisations::actions::take(db, name, who)?);
    }
    for (id, name) in &promised.places {
        real.insert(*id, places::actions::take(db, name, who)?);
    }
    Ok(real)
}

/// Puts the records that were made where they were promised.
fn rename(body: &mut Body, real: &HashMap<Id, Id>) {
    let organisations = [&mut body.consignor, &mut body.donor, &mut body.consignee];
    let of_lines = body.lines.iter_mut().map(|line| &mut line.donor);
    let of_legs = body.legs.iter_mut().flat_map(|leg| [&mut leg.from, &mut leg.via, &mut leg.to, &mut leg.carrier]);
    for id in organisations.into_iter().chain(of_lines).chain(of_legs).flatten() {
        if let Some(made) = real.get(id) {
            *id = *made;
        }
    }
}

fn refusal_spots(one: &Planned, refusal: Refusal, lang: Lang) -> Vec<Spot> {
    let row = one.understood.rows.first().copied().unwrap_or_default();
    let says = match refusal {
        Refusal::Problems(problems) => {
            problems.iter().map(|problem| problem.text.clone()).collect::<Vec<_>>().join(" ")
        }
        _ => lang.say("import-changed-meanwhile"),
    };
    vec![Spot { row, column: None, typed: String::new(), says }]
}

/// Says how far an import has come: from these counts to those. Where it has come elsewhere meanwhile, somebody else is at it.
pub fn proceed(db: &mut Db, id: Id, from: Counts, counts: Counts, stage: Stage, who: &Visitor) -> Result<()> {
    let before = store::standing(db, id)?;
    if before.counts != from || before.stage != Stage::Running {
        return Err(Error::Unavailable("the file is being taken in elsewhere".into()));
    }
    let ended = (stage != Stage::Running).then(Moment::now);
    let after = Import { counts, stage, ended, ..before };
    store::update(db, &after)?;
    if stage == Stage::Applied { record(db, &after, Verb::Created, "", who) } else { Ok(()) }
}

/// Writes down that an import is being taken in, and answers with it as it stands; nothing where that was done already.
pub fn start(db: &mut Db, id: Id, who: &Visitor) -> Result<Option<Import>> {
    let before = own(db, id, who)?;
    if !matches!(before.stage, Stage::Draft | Stage::Running) {
        return Ok(None);
    }
    let started = Import { stage: Stage::Running, ..before };
    store::update(db, &started)?;
    Ok(Some(started))
}

/// How many consignments are taken back in one transaction.
pub const PIECE: i64 = 500;

/// Why an import cannot be taken back: the consignments that something else depends on by now, some of them by number.
pub fn hindrances(db: &mut Db, id: Id, who: &Visitor) -> Result<(usize, Vec<String>)> {
    let (mut n, mut out, mut after) = (0, vec![], None);
    loop {
        let deeds = store::deeds(db, id, after, PIECE)?;
        let Some(last) = deeds.last() else { break };
        after = Some(last.consignment);
        let ids: Vec<Id> = deeds.iter().map(|done| done.consignment).collect();
        let issued = documents::issued_of(db, &ids)?;
        let kept: HashMap<Id, Consignment> = consignments::load(db, &ids)?.into_iter().map(|c| (c.id, c)).collect();
        for done in &deeds {
            let Some(c) = kept.get(&done.consignment) else { continue };
            if c.version != done.version || issued.contains(&c.id) {
                n += 1;
                out.extend(who.may(Act::Look, c.mission).then_some(c.id));
            }
        }
    }
    Ok((n, consignments::derived::references(db, &out)?))
}

/// Takes back what an import did to the next consignments: what it made is void, what it corrected is as it was. Answers with
/// whether there is more.
pub fn undo(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<bool, Refusal>> {
    let it = own(db, id, who)?;
    let deeds = store::deeds(db, id, None, PIECE)?;
    for done in &deeds {
        let undone = if done.before.is_empty() {
            consignments::actions::void(db, done.consignment, reason, who)?
        } else {
            let before: BTreeMap<String, String> = serde_json::from_str(&done.before).map_err(Error::internal)?;
            let input: Input = before.into_iter().collect();
            let input = input.with("reason", reason).with("correction_source", &it.name).with("confirm", "save");
            let changed = consignments::actions::change(db, done.consignment, done.version, &input, who)?;
            if changed.is_ok() {
                // It is again what an earlier import left, which can be taken back in its turn.
                store::move_deeds(db, done.consignment, (done.version - 1, done.version + 1))?;
            }
            changed
        };
        if let Err(refusal) = undone {
            return Ok(Err(refusal));
        }
    }
    let ids: Vec<Id> = deeds.iter().map(|done| done.consignment).collect();
    store::forget(db, &ids)?;
    store::delete_deeds(db, id, &ids)?;
    Ok(Ok(!deeds.is_empty()))
}

/// Says that an import was taken back.
pub fn undone(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<()> {
    let before = own(db, id, who)?;
    let after = Import { stage: Stage::Undone, ended: Some(Moment::now()), ..before };
    store::update(db, &after)?;
    record(db, &after, Verb::Voided, reason, who)
}

/// Whether someone may take an import back, and has said why; what is wrong otherwise.
pub fn may_undo(db: &mut Db, id: Id, reason: &str, who: &Visitor) -> Result<Result<(), Problems>> {
    let it = own(db, id, who)?;
    let mut problems = Problems::new(who.lang);
    if !may(&it, Act::Void, who) {
        return Err(Error::NotFound);
    }
    if it.stage != Stage::Applied {
        problems.add("", "import-not-applied");
    } else if reason.is_empty() {
        problems.add("reason", "error-reason-empty");
    } else {
        let (n, seen) = hindrances(db, id, who)?;
        if n > 0 {
            let named = seen.iter().take(20).cloned().collect::<Vec<_>>().join(", ");
            let args = [("n", who.lang.count(n as i64)), ("numbers", named)];
            problems.add_with("", "import-depended-on", args);
        }
    }
    Ok(problems.or(|| ()))
}

fn record(db: &mut Db, it: &Import, verb: Verb, reason: &str, who: &Visitor) -> Result<()> {
    let Counts { made, lines, unchanged, changed, refused, blank } = it.counts;
    let counts = [made, lines, unchanged, changed, refused, blank];
    let names = match it.mapping.into {
        None => ["made", "lines", "unchanged", "changed", "refused", "blank"],
        Some(_) => ["records", "rows", "unchanged", "completed", "refused", "blank"],
    };
    let mut told = vec![Change("file".into(), String::new(), format!("{} {}", it.name, it.sha256))];
    told.extend(
        names.iter().zip(counts).map(|(name, n)| Change(format!("import_{name}"), String::new(), n.to_string())),
    );
    let deed = Deed::new(verb, Subject::Import, it.id).because(reason).telling(told);
    history::record(db, &who.by, deed.leaving(store::state(it)?))
}

/// The imports held against their history.
pub fn astray(db: &mut Db) -> Result<Astray> {
    let mut told = Told::of(db, Subject::Import)?;
    for (id, name, state) in store::states(db)? {
        told.hold(id, &state, || name);
    }
    Ok(told.end())
}
