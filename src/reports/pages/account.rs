//! What both a mission's page and its sheet tell.

use super::{MOST_SHEET, add_up};
use crate::{
    accounts::{Act, Visitor},
    catalogue::Category,
    consignments::{self, Cells, Facet, contributions::TOGETHER},
    db::Db,
    error::{Error, Result},
    lang::Lang,
    missions::{self, Mission},
    names::Names,
    reports::{
        filters::{Asked, ask},
        rows::{Row, rows},
        store,
        summary::{self, Sent, Summary},
        told::{Lacking, Told, lacking, told},
    },
    values::{Id, When},
    web::Query,
};
use std::borrow::Borrow;

/// What both the mission's page and its sheet show.
pub(in crate::reports) struct Account {
    pub(in crate::reports) mission: Mission,
    pub(in crate::reports) names: Names,
    pub(in crate::reports) summary: Summary,
    pub(in crate::reports) sentence: String,
    pub(in crate::reports) rows: Vec<Row>,
    /// Whether there are more consignments than shown.
    pub(in crate::reports) more: bool,
    pub(in crate::reports) asked: Asked,
    pub(in crate::reports) allotments: Vec<(String, String, String, String)>,
    /// Who said what.
    pub(in crate::reports) told: Vec<Told>,
    /// Which consignments lack papers, and whether there are more.
    pub(in crate::reports) lacking: (Vec<Lacking>, bool),
    pub(in crate::reports) moved: Vec<(String, Id)>,
    pub(in crate::reports) country: &'static str,
    pub(in crate::reports) donors: String,
}

/// How much of a mission is told one by one.
#[derive(Debug, Clone)]
pub(in crate::reports) struct Most {
    /// How many consignments, the newest first.
    pub(in crate::reports) rows: i64,
    /// How many goods.
    pub(in crate::reports) items: usize,
    /// Whether it is told who said what.
    pub(in crate::reports) told: bool,
    /// By which donors, legs and the like the sums are told apart.
    pub(in crate::reports) parts: Vec<Facet>,
}

impl Most {
    /// What a mission's page shows before one asks for the rest.
    pub(in crate::reports) fn page() -> Self {
        let parts = vec![Facet::Category, Facet::Donor, Facet::Month, Facet::Arrival];
        Self { rows: 50, items: 100, told: true, parts }
    }

    /// What the full form of its summary tells one by one: everything, up to what paper bears.
    pub(in crate::reports) fn full(parts: Vec<Facet>) -> Self {
        Self { rows: MOST_SHEET, items: usize::MAX, told: true, parts }
    }
}

impl Account {
    pub(in crate::reports) fn load(
        db: &mut Db,
        id: Id,
        (query, path): (&Query, &str),
        most: Most,
        visitor: &Visitor,
    ) -> Result<Self> {
        let lang = visitor.lang;
        let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
        visitor.must(Act::Look, id)?;
        let asked = ask(db, query, path, Some(id), visitor)?;
        let cells = if asked.scope.is_mission() {
            consignments::sums_of(db, id, &most.parts)?
        } else {
            let mut cells = Cells::new();
            if !add_up(db, &asked.scope, &mut cells)? {
                return Err(Error::TooLarge);
            }
            cells
        };
        let names = Names::load(db, lang, crate::names::join(mission.body.refs(), summary::refs(&cells)))?;
        let summary = Summary::of(&cells, &names, most.items);
        let found = store::page(db, &asked.scope, None, most.rows)?;
        let shown = consignments::load(db, &found.ids)?;
        let rows = rows(db, &shown, lang)?;
        let refs = shown.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
        let goods = Names::load(db, lang, (vec![], vec![], refs.2))?;
        let told = if most.told { told(db, id, &mission.body.code, &shown, &goods)? } else { vec![] };
        let country = missions::country_name(&mission.body.recipient_country, lang);
        // Two that were merged have one name.
        let mut donors: Vec<&str> = vec![];
        for donor in mission.body.donors.iter().map(|id| names.organisation(Some(*id))) {
            if !donors.contains(&donor) {
                donors.push(donor);
            }
        }
        let donors = donors.join(&lang.say("list-separator"));
        let moved = consignments::moved_away(db, id)?
            .into_iter()
            .map(|(n, id)| (consignments::reference(&mission.body.code, n), id))
            .collect();
        Ok(Self {
            sentence: match found.ids.is_empty() {
                true if !asked.tags.is_empty() => lang.say("sentence-no-match"),
                true => lang.say("sentence-nothing"),
                false => sentence(&summary, &donors, country, &mission, lang),
            },
            // Held against a part of what was sent it would say what is not so.
            allotments: if asked.tags.is_empty() { allotments(&mission, &summary, &names) } else { vec![] },
            more: found.more,
            told,
            lacking: lacking(db, id, &mission.body.code, lang)?,
            moved,
            rows,
            summary,
            names,
            asked,
            country,
            donors,
            mission,
        })
    }

    pub(in crate::reports) fn date(&self, when: impl Borrow<Option<When>>) -> String {
        when.borrow().map(|when| self.names.lang.when(when)).unwrap_or_default()
    }

    /// "11 Apr 2023 – 17 Apr 2023"; empty when neither end is stated.
    pub(in crate::reports) fn period(&self) -> String {
        let body = &self.mission.body;
        match (body.starts, body.ends) {
            (Some(a), Some(b)) if a == b => self.date(Some(a)),
            (Some(_), Some(_)) => self.names.lang.vv("period", self.date(body.starts), self.date(body.ends)),
            (Some(_), None) => self.names.lang.v("period-from", self.date(body.starts)),
            (None, Some(_)) => self.names.lang.v("period-until", self.date(body.ends)),
            (None, None) => String::new(),
        }
    }

    /// What is known of the handover, in order.
    pub(in crate::reports) fn handover(&self) -> Vec<(&'static str, String)> {
        let b = &self.mission.body;
        [
            ("field-handover-date", self.date(b.handover_date)),
            ("field-handover-place", b.handover_place.clone()),
            ("field-handover-from", b.handover_from.clone()),
            ("field-handover-to", b.handover_to.clone()),
            ("field-handover-office", b.handover_office.clone()),
            ("field-handover-act", b.handover_act.clone()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }
}

/// The mission in one or two sentences: what was sent, and what is still planned.
fn sentence(summary: &Summary, donors: &str, country: &str, mission: &Mission, lang: Lang) -> String {
    let and = lang.say("list-separator");
    let (sent, consignments) = &summary.sent;
    let planned = match summary.planned.as_slice() {
        [] => String::new(),
        what => lang.v("sentence-planned", what.join(&and)),
    };
    if sent.is_empty() {
        return if planned.is_empty() {
            lang.say("sentence-nothing-sent")
        } else {
            lang.v("sentence-only-planned", planned)
        };
    }
    let how: Vec<String> = summary
        .sent_by
        .iter()
        .map(|(mode, units)| {
            let mode = lang.say(&format!("by-mode-{}", mode.code().replace('_', "-")));
            if units.is_empty() { mode } else { lang.vv("mode-with-units", mode, units.join(&and)) }
        })
        .collect();
    let when = mission.body.handover_date.map(|when| lang.v("sentence-handed-over", lang.when(when)));
    let said = lang.say_with(
        "sentence",
        [
            ("donors", if donors.is_empty() { lang.say("sentence-mission") } else { donors.to_string() }),
            ("country", if country.is_empty() { lang.say("sentence-somewhere") } else { country.to_string() }),
            ("what", sent.join(&and)),
            ("how", how.join(&and)),
            ("consignments", lang.say_n("in-consignments", *consignments)),
            ("handover", when.unwrap_or_default()),
        ],
    );
    said + &planned
}

/// What the decision allots beside what was sent and received of it: (goods, allotted, sent, received).
fn allotments(mission: &Mission, summary: &Summary, names: &Names) -> Vec<(String, String, String, String)> {
    let lang = names.lang;
    mission
        .body
        .allotments
        .iter()
        .map(|a| {
            let key = consignments::contributions::goods_key(&[consignments::model::Good {
                item: a.item.and_then(|id| names.item(id)).map(|item| item.id),
                name: a.goods.clone(),
                category: Category::Other,
            }]);
            // As the rows are known: free names folded.
            let key = if a.item.is_some() { key } else { crate::values::fold(&key) };
            let of_it = |row: &&Sent| row.0 == key;
            let alone: Vec<String> = summary
                .every_sent
                .iter()
                .filter(of_it)
                .map(|(_, unit, total, _)| summary::item_total(total, *unit, lang))
                .collect();
            let received: Vec<String> = summary
                .every_sent
                .iter()
                .filter(of_it)
                .filter(|(.., received)| !received.is_zero())
                .map(|(_, unit, _, received)| summary::item_total(received, *unit, lang))
                .collect();
            let within = summary
                .every_sent
                .iter()
                .any(|row| row.0.contains(TOGETHER) && row.0.split(TOGETHER).any(|part| part == key));
            let sent = match (alone.is_empty(), within) {
                (false, false) => alone.join(&lang.say("list-separator")),
                (false, true) => lang.v("and-within-shared", alone.join(&lang.say("list-separator"))),
                (true, true) => lang.say("within-shared"),
                (true, false) => lang.say("nothing-sent"),
            };
            let received = if received.is_empty() { "–".into() } else { received.join(&lang.say("list-separator")) };
            (names.good(a.item, &a.goods).to_string(), lang.quantity(a.quantity), sent, received)
        })
        .collect()
}
