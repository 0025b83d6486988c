//! Consignments as rows of a list.

use crate::{
    consignments::{Consignment, Status, model::Body, said},
    db::Db,
    error::Result,
    lang::Lang,
    missions,
    names::Names,
    values::{Id, Mode, Moment},
};
use std::collections::HashMap;

/// One row of a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// The consignment.
    pub id: Id,
    /// Its number.
    pub reference: String,
    /// Its goods, in short.
    pub goods: String,
    /// Its quantities, one for each dimension.
    pub quantities: Vec<String>,
    /// The code of its main leg's mode.
    pub mode: &'static str,
    /// The mode in words, with its transport units.
    pub travels: String,
    /// From where.
    pub from: String,
    /// To where.
    pub to: String,
    /// Its date, as people read it; empty when none is stated.
    pub date: String,
    /// What that date is.
    pub date_kind: String,
    /// How far it has come, `void`, or `contested`.
    pub status: &'static str,
    /// That in words.
    pub status_words: String,
    /// "5 days overdue, held up"; empty where it is neither.
    pub overdue: String,
}

/// The rows of some consignments, with the names they need: one query for each kind, and none for organisations, which a
/// row does not show.
pub fn rows(db: &mut Db, consignments: &[Consignment], lang: Lang) -> Result<Vec<Row>> {
    let refs = consignments.iter().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
    let names = Names::load(db, lang, (vec![], refs.1, refs.2))?;
    let mut ids: Vec<Id> = consignments.iter().map(|c| c.mission).collect();
    ids.sort_unstable();
    ids.dedup();
    let codes: HashMap<Id, String> = if ids.is_empty() {
        HashMap::new()
    } else {
        missions::mentions(db, &ids)?.into_iter().map(|m| (m.id, m.code)).collect()
    };
    Ok(consignments.iter().map(|c| row(c, codes.get(&c.mission).map_or("", String::as_str), &names)).collect())
}

/// One row.
pub fn row(c: &Consignment, mission_code: &str, names: &Names) -> Row {
    let lang = names.lang;
    let main = c.body.main();
    let status = c.standing();
    let (date_kind, date) = match c.body.date() {
        Some((kind, when)) => (lang.say(&format!("date-{}", kind.code().replace('_', "-"))), lang.when(when)),
        None => (String::new(), String::new()),
    };
    Row {
        id: c.id,
        reference: c.reference(mission_code),
        goods: said::all_goods(&c.body, names),
        quantities: said::quantities(&c.body, lang),
        mode: main.map_or(Mode::NotStated, |l| l.mode).code(),
        travels: travels(&c.body, lang),
        from: c.body.legs.first().map(|l| names.place(l.from).to_string()).unwrap_or_default(),
        to: c.body.legs.last().map(|l| names.place(l.to).to_string()).unwrap_or_default(),
        date,
        date_kind,
        status,
        status_words: lang.say(&format!("status-{}", status.replace('_', "-"))),
        overdue: overdue(c, lang),
    }
}

/// "5 days overdue, held up", by the server's day; empty where neither is, or it does not count.
fn overdue(c: &Consignment, lang: Lang) -> String {
    let days = c.body.days_overdue(Moment::now().day()).filter(|_| c.counts());
    let overdue = days.map(|days| lang.say_n("days-overdue", days));
    let held = (c.in_trouble() && c.counts()).then(|| lang.say("held-up"));
    overdue.into_iter().chain(held).collect::<Vec<_>>().join(&lang.say("list-separator"))
}

/// "Rail, 81 wagons".
pub fn travels(body: &Body, lang: Lang) -> String {
    let Some(main) = body.main() else { return String::new() };
    let mode = mode_words(main.mode, lang);
    let units = said::units(main, lang);
    if units.is_empty() { mode } else { lang.vv("mode-and-units", mode, units) }
}

/// A mode in words.
pub fn mode_words(mode: Mode, lang: Lang) -> String {
    lang.say(&format!("mode-{}", mode.code().replace('_', "-")))
}

/// A status in words.
pub fn status_words(status: Status, lang: Lang) -> String {
    lang.say(&format!("status-{}", status.code().replace('_', "-")))
}
