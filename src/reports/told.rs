//! Who said what: the sources of a mission's figures, what others reported beside them, and the figures that were corrected.

use crate::{
    consignments::{self, Consignment, model::Amendment, said, terms::term},
    db::Db,
    error::Result,
    lang::Lang,
    names::Names,
    reports::store::{self, Scope},
    sources::{self, Role, Source},
    values::Id,
};

/// What was said of one consignment.
#[derive(Debug, Clone)]
pub struct Told {
    /// The consignment.
    pub id: Id,
    /// Its number.
    pub reference: String,
    /// What was said: a sentence, and where it can be read (empty where nowhere).
    pub said: Vec<(String, String)>,
}

/// The most sources, and the most corrections, one summary tells.
const MOST: i64 = 500;

/// What was said of these consignments of a mission.
pub fn told(db: &mut Db, mission: Id, code: &str, shown: &[Consignment], names: &Names) -> Result<Vec<Told>> {
    let (sources, amendments) =
        (sources::of_mission(db, mission, MOST)?, consignments::amendments_of(db, mission, MOST)?);
    let mut out = vec![];
    for c in shown.iter().filter(|c| c.counts()) {
        let mut all = vec![];
        if !c.body.source.is_empty() {
            all.push((c.body.source.clone(), String::new()));
        }
        let of = sources.iter().filter(|source| source.consignment == c.id);
        all.extend(of.map(|source| (source_words(source, c, names), source.address.clone())));
        let corrected = amendments.iter().filter(|(of, _)| *of == c.id);
        all.extend(corrected.map(|(_, amendment)| (amendment_words(amendment, c, names), String::new())));
        if !all.is_empty() {
            out.push(Told { id: c.id, reference: c.reference(code), said: all });
        }
    }
    Ok(out)
}

/// The most consignments a summary names for their papers.
const MOST_LACKING: i64 = 50;

/// The consignments of a mission that lack papers it asks for: each with what is missing; and whether there are more.
pub fn lacking(db: &mut Db, mission: Id, code: &str, lang: Lang) -> Result<(Vec<Lacking>, bool)> {
    let scope = Scope { mission: Some(mission), terms: vec![vec![term("account", "papers")]], ..Scope::default() };
    let found = store::page(db, &scope, None, MOST_LACKING)?;
    if found.ids.is_empty() {
        return Ok((vec![], false));
    }
    let required = consignments::required(db, &[mission])?.remove(&mission).unwrap_or_default();
    let all = consignments::load(db, &found.ids)?.into_iter().map(|c| {
        let papers = c.checklist(&required).into_iter().filter(|(_, there)| !there);
        let papers: Vec<String> = papers.map(|(paper, _)| paper.words(lang)).collect();
        Lacking { id: c.id, reference: c.reference(code), papers: papers.join(&lang.say("list-separator")) }
    });
    Ok((all.collect(), found.more))
}

/// A consignment that lacks papers.
#[derive(Debug, Clone)]
pub struct Lacking {
    /// The consignment.
    pub id: Id,
    /// Its number.
    pub reference: String,
    /// What is missing, in words.
    pub papers: String,
}

/// What a figure is called: "Wheat flour, Quantity".
pub fn label(c: &Consignment, figure: &str, row: Option<Id>, names: &Names) -> String {
    let label = names.lang.say(&format!("field-{}", figure.replace(['.', '_'], "-")));
    let goods = c.body.lines.iter().find(|line| Some(line.id) == row).map(|line| said::goods(line, names));
    goods.map_or(label.clone(), |goods| format!("{goods}, {label}"))
}

/// "Wheat flour, Quantity: also reported 1 662 t (adyrna.kz)".
fn source_words(source: &Source, c: &Consignment, names: &Names) -> String {
    let lang = names.lang;
    let key = if source.role == Role::Also { "also-reported" } else { "said-by" };
    let stated = sources::stated_words(&source.stated, lang);
    let label = label(c, &source.figure, source.row, names);
    format!("{label}: {} {stated} ({})", lang.say(key), source.words(lang))
}

/// "Correction 1: Wheat flour, Quantity: 272.728 t → 271 t. Weighed again. Weighbridge ticket 17".
fn amendment_words(a: &Amendment, c: &Consignment, names: &Names) -> String {
    let lang = names.lang;
    let figures = [&a.old, &a.new].map(|text| said::figure_words(&a.figure, text, lang));
    let arrow = lang.say("arrow");
    let label = label(c, &a.figure, a.row, names);
    let number = lang.v("amendment-number", a.number);
    format!("{number}: {label}: {} {arrow} {}. {}. {}", figures[0], figures[1], a.reason, a.source)
}
