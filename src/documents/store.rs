//! The rows of issued documents and of their numbers.

use super::model::{Brief, Document, Kind};
use crate::{
    consignments::model::Void,
    db::{
        Db,
        schema::{document_counters, documents, missions},
    },
    error::Result,
    history::state_of,
    values::{Id, Moment},
    web::Cursor,
};
use diesel::{dsl::max, prelude::*};
use std::collections::{BTreeMap, HashMap};

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = documents, treat_none_as_default_value = false)]
struct BriefRow {
    id: Id,
    kind: Kind,
    mission_id: Id,
    consignment_id: Option<Id>,
    subject: String,
    number: i64,
    revision: i64,
    reference: String,
    pad: String,
    languages: String,
    hash: String,
    code: String,
    issued_by: String,
    issued_at: Moment,
    void_reason: String,
    voided_at: Option<Moment>,
}

#[derive(Queryable, Selectable, Insertable, serde::Serialize)]
#[diesel(table_name = documents, treat_none_as_default_value = false)]
struct Row {
    #[diesel(embed)]
    #[serde(flatten)]
    brief: BriefRow,
    content: String,
    body: String,
    posted: String,
}

fn row(it: &Document) -> Row {
    Row { brief: brief_row(&it.brief), content: it.content.clone(), body: it.body.clone(), posted: it.posted.clone() }
}

fn brief_row(brief: &Brief) -> BriefRow {
    BriefRow {
        id: brief.id,
        kind: brief.kind,
        mission_id: brief.mission,
        consignment_id: brief.consignment,
        subject: brief.subject.clone(),
        number: brief.number,
        revision: brief.revision,
        reference: brief.reference.clone(),
        pad: brief.pad.clone(),
        languages: brief.languages.join(" "),
        hash: brief.hash.clone(),
        code: brief.code.clone(),
        issued_by: brief.by.map(|id| id.to_string()).unwrap_or_default(),
        issued_at: brief.at,
        void_reason: brief.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default(),
        voided_at: brief.void.as_ref().map(|void| void.at),
    }
}

fn brief(row: BriefRow) -> Brief {
    Brief {
        id: row.id,
        kind: row.kind,
        mission: row.mission_id,
        consignment: row.consignment_id,
        subject: row.subject,
        number: row.number,
        revision: row.revision,
        reference: row.reference,
        pad: row.pad,
        languages: row.languages.split_whitespace().map(String::from).collect(),
        hash: row.hash,
        code: row.code,
        by: row.issued_by.parse().ok(),
        at: row.issued_at,
        void: row.voided_at.map(|at| Void { reason: row.void_reason, at }),
    }
}

fn document(row: Row) -> Document {
    Document { brief: brief(row.brief), content: row.content, body: row.body, posted: row.posted }
}

/// The document with this id.
pub fn find(db: &mut Db, id: Id) -> Result<Option<Document>> {
    let row: Option<Row> = documents::table.find(id).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(document))
}

/// The document that is checked by this code.
pub(super) fn by_code(db: &mut Db, code: &str) -> Result<Option<Document>> {
    let row: Option<Row> =
        documents::table.filter(documents::code.eq(code)).select(Row::as_select()).first(db).optional()?;
    Ok(row.map(document))
}

/// The last revision of a number.
pub(super) fn latest(db: &mut Db, of: &Brief) -> Result<Option<Brief>> {
    let same =
        documents::mission_id.eq(of.mission).and(documents::kind.eq(of.kind)).and(documents::number.eq(of.number));
    let found: Option<BriefRow> = documents::table
        .filter(same)
        .order(documents::revision.desc())
        .select(BriefRow::as_select())
        .first(db)
        .optional()?;
    Ok(found.map(brief))
}

/// The last document issued of a subject.
pub(super) fn last_of(
    db: &mut Db,
    kind: Kind,
    (mission, consignment): (Id, Option<Id>),
    subject: &str,
) -> Result<Option<Document>> {
    let same = documents::kind.eq(kind).and(documents::subject.eq(subject));
    let mut query = documents::table.filter(same).into_boxed();
    query = match consignment {
        Some(id) => query.filter(documents::consignment_id.eq(id)),
        None => query.filter(documents::mission_id.eq(mission).and(documents::consignment_id.is_null())),
    };
    // The last number by time, and of that number the last revision, whatever the clock said.
    let newest = (documents::issued_at.desc(), documents::number.desc(), documents::revision.desc());
    let row: Option<BriefRow> = query.order(newest).select(BriefRow::as_select()).first(db).optional()?;
    let Some(last) = row.map(brief).map(|one| latest(db, &one)).transpose()?.flatten() else { return Ok(None) };
    find(db, last.id)
}

/// The documents issued of a consignment, every revision, the newest first.
pub fn of(db: &mut Db, consignment: Id) -> Result<Vec<Brief>> {
    let rows: Vec<BriefRow> = documents::table
        .filter(documents::consignment_id.eq(consignment))
        .order((documents::issued_at.desc(), documents::number.desc(), documents::revision.desc()))
        .select(BriefRow::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(brief).collect())
}

/// The documents issued in a mission, the newest first: a page of them, and whether there are more.
pub(super) fn page(
    db: &mut Db,
    mission: Id,
    kind: Option<Kind>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<(Vec<Brief>, bool)> {
    let mut query = documents::table.filter(documents::mission_id.eq(mission)).into_boxed();
    if let Some(kind) = kind {
        query = query.filter(documents::kind.eq(kind));
    }
    if let Some((at, id)) = after.and_then(|after| Some((Moment::read(&after.key)?, after.id))) {
        let earlier = documents::issued_at.lt(at).or(documents::issued_at.eq(at).and(documents::id.lt(id)));
        query = query.filter(earlier);
    }
    let newest = (documents::issued_at.desc(), documents::id.desc());
    let rows: Vec<BriefRow> = query.order(newest).limit(limit + 1).select(BriefRow::as_select()).load(db)?;
    let more = rows.len() as i64 > limit;
    let shown = rows.into_iter().take(usize::try_from(limit).unwrap_or_default());
    Ok((shown.map(brief).collect(), more))
}

/// The last revision of each of some numbers of a mission, by kind and number.
pub(super) fn last_revisions(db: &mut Db, mission: Id, numbers: &[i64]) -> Result<HashMap<(Kind, i64), i64>> {
    let own = documents::mission_id.eq(mission).and(documents::number.eq_any(numbers.to_vec()));
    let found: Vec<(Kind, i64, Option<i64>)> = documents::table
        .filter(own)
        .group_by((documents::kind, documents::number))
        .select((documents::kind, documents::number, max(documents::revision)))
        .load(db)?;
    Ok(found.into_iter().map(|(kind, number, last)| ((kind, number), last.unwrap_or_default())).collect())
}

/// Whether a printed form of a kind was used already, and by which document.
pub(super) fn by_pad(db: &mut Db, kind: Kind, pad: &str) -> Result<Option<Brief>> {
    let same = documents::kind.eq(kind).and(documents::pad.eq(pad));
    let found: Option<BriefRow> = documents::table.filter(same).select(BriefRow::as_select()).first(db).optional()?;
    Ok(found.map(brief))
}

/// Takes the next number of a kind in a mission. The row stays locked until the transaction ends, so numbers have neither gaps
/// nor doubles.
pub(super) fn next_number(db: &mut Db, mission: Id, kind: Kind) -> Result<i64> {
    let own = document_counters::table.find((mission, kind.code()));
    let changed = diesel::update(own).set(document_counters::last.eq(document_counters::last + 1)).execute(db)?;
    if changed == 0 {
        diesel::insert_into(document_counters::table)
            .values((
                document_counters::mission_id.eq(mission),
                document_counters::kind.eq(kind.code()),
                document_counters::last.eq(1),
            ))
            .execute(db)?;
    }
    Ok(own.select(document_counters::last).first(db)?)
}

/// The counters that do not stand at the last number there is: the mission's code, the kind, and where it stands.
pub(super) fn counters_astray(db: &mut Db) -> Result<Vec<(String, Kind, i64)>> {
    let counted: Vec<(Id, String, i64)> = document_counters::table.load(db)?;
    let highest: Vec<(Id, Kind, Option<i64>)> = documents::table
        .group_by((documents::mission_id, documents::kind))
        .select((documents::mission_id, documents::kind, max(documents::number)))
        .load(db)?;
    let mut kinds: BTreeMap<(Id, &str), (i64, i64)> = BTreeMap::new();
    for (mission, kind, last) in &counted {
        kinds.entry((*mission, kind)).or_default().0 = *last;
    }
    for (mission, kind, last) in &highest {
        kinds.entry((*mission, kind.code())).or_default().1 = last.unwrap_or_default();
    }
    kinds.retain(|_, (counted, highest)| counted != highest);
    let codes: Vec<(Id, String)> = missions::table.select((missions::id, missions::code)).load(db)?;
    let named = kinds.into_iter().map(|((mission, kind), (last, _))| {
        let code = codes.iter().find(|(id, _)| *id == mission).map(|(_, code)| code.clone()).unwrap_or_default();
        (code, Kind::from_code(kind).unwrap_or(Kind::Summary), last)
    });
    Ok(named.collect())
}

/// Writes an issued document.
pub(super) fn insert(db: &mut Db, it: &Document) -> Result<()> {
    diesel::insert_into(documents::table).values(row(it)).execute(db)?;
    Ok(())
}

/// Writes that a document is void.
pub(super) fn update_void(db: &mut Db, it: &Document) -> Result<()> {
    let BriefRow { void_reason, voided_at, .. } = brief_row(&it.brief);
    diesel::update(documents::table.find(it.brief.id))
        .set((documents::void_reason.eq(void_reason), documents::voided_at.eq(voided_at)))
        .execute(db)?;
    Ok(())
}

/// The fingerprint of a document.
pub(super) fn state(it: &Document) -> Result<String> {
    state_of(&row(it))
}

/// The fingerprints of the next documents after `after`, as their rows stand, with their names; whether the hash of each is that
/// of its content is part of it.
pub(super) fn standing_after(db: &mut Db, after: Option<Id>, limit: i64) -> Result<Vec<(Id, Id, String)>> {
    let mut query = documents::table.order(documents::id).limit(limit.min(100)).select(Row::as_select()).into_boxed();
    if let Some(after) = after {
        query = query.filter(documents::id.gt(after));
    }
    let rows: Vec<Row> = query.load(db)?;
    rows.into_iter().map(|row| Ok((row.brief.id, row.brief.id, state_of(&row)?))).collect()
}

/// Which of these consignments have documents that were issued and are not void.
pub fn issued_of(db: &mut Db, ids: &[Id]) -> Result<Vec<Id>> {
    let rows: Vec<Option<Id>> = documents::table
        .filter(documents::consignment_id.eq_any(ids).and(documents::voided_at.is_null()))
        .select(documents::consignment_id)
        .distinct()
        .load(db)?;
    Ok(rows.into_iter().flatten().collect())
}
