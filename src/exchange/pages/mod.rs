//! The pages of files that are brought: choosing one, saying what its columns mean, seeing what would come of it, taking it in,
//! and taking it back.

mod columns;
mod list;
mod show;
mod undo;

pub use columns::{columns, mapping, say_columns};
pub use list::{create, list};
pub use show::{apply, refused, show};
pub use undo::{create_undo, undo};

use super::{
    actions,
    model::Import,
    reading::Limits,
    run::{self, Opened, Unopened},
};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::Result,
    files::Folder,
    missions::{self, Mission},
    values::Id,
};

/// An import with the mission its rows go to.
async fn standing(pool: &Pool, id: Id, who: &Visitor) -> Result<(Import, Option<Mission>)> {
    let who = who.clone();
    pool.read(move |db| {
        let import = actions::own(db, id, &who)?;
        let mission = match import.mission {
            Some(mission) => missions::find(db, mission)?,
            None => None,
        };
        Ok((import, mission))
    })
    .await
}

/// Opens a file that was brought, as its mapping says.
fn open(pool: &Pool, folder: &Folder, import: &Import) -> std::result::Result<Opened, Unopened> {
    // A mapping that says nothing yet is none.
    let said = Some(import.mapping.clone()).filter(|mapping| *mapping != super::mapping::Mapping::default());
    run::open(pool, &folder.file(&import.sha256), Limits::BROWSER, said)
}
