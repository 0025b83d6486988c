//! What a database file is found to be, before it is trusted.

use crate::{
    consignments,
    db::{self, Db, MigrationFault},
    lang::Lang,
    missions,
};

/// A database looked over.
pub struct State {
    /// What the engine finds wrong with it.
    pub wrong: Vec<String>,
    /// Whether it is a database of this program at all.
    pub ours: bool,
    /// The step it has had that this program does not know, when it is newer.
    pub newer: Option<String>,
    /// How many missions it holds.
    pub missions: i64,
    /// How many consignments.
    pub consignments: i64,
}

/// Looks a database over.
pub fn of(db: &mut Db) -> Result<State, String> {
    let told = |e: crate::error::Error| e.to_string();
    let ours = !db::applied(db).map_err(told)?.is_empty();
    let newer = match db::needed(db) {
        Ok(_) => None,
        Err(MigrationFault::Newer(step)) => Some(step),
        Err(other) => return Err(other.to_string()),
    };
    let known = ours && newer.is_none();
    Ok(State {
        wrong: db::look_over(db).map_err(told)?,
        ours,
        newer,
        missions: if known { missions::count(db).map_err(told)? } else { 0 },
        consignments: if known { consignments::count(db).map_err(told)? } else { 0 },
    })
}

impl State {
    /// Why it cannot be trusted; nothing when it can.
    pub fn fault(&self, lang: Lang) -> Option<String> {
        if !self.ours {
            return Some(lang.say("op-file-not-ours"));
        }
        if let Some(step) = &self.newer {
            return Some(lang.say_with("op-file-newer", [("step", step.clone())]));
        }
        self.wrong.first().map(|wrong| lang.say_with("op-file-damaged", [("cause", wrong.clone())]))
    }
}
