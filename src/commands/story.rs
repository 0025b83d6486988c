//! The story: aid sent by Kazakhstan, as publicly reported (`data/README.md`). It is the demonstration, the fixture of
//! the tests and the screenshots at once, and it comes in by the same doors a person uses.

use crate::{
    consignments,
    db::{Db, Pool},
    error::{Error, Result},
    lang::Lang,
    missions,
    values::Id,
    web::{Input, Refusal},
};
use std::collections::BTreeMap;

#[derive(serde::Deserialize)]
struct Story {
    missions: Vec<BTreeMap<String, String>>,
    consignments: Vec<BTreeMap<String, String>>,
}

/// Writes the story into an empty house, in one transaction.
pub fn load(pool: &Pool) -> Result<()> {
    let story: Story = serde_json::from_str(include_str!("../../data/story.json")).map_err(Error::internal)?;
    pool.write_now(|db| tell(db, &story))
}

fn tell(db: &mut Db, story: &Story) -> Result<()> {
    let english = Lang::english();
    for form in &story.missions {
        let input: Input = form.clone().into_iter().collect();
        done(form, missions::actions::open(db, Id::fresh(), &input, english)?)?;
    }
    for form in &story.consignments {
        let input: Input = form.clone().into_iter().collect();
        let input = input.with("confirm", "save");
        done(form, consignments::actions::log(db, Id::fresh(), &input, english)?)?;
    }
    Ok(())
}

/// A story that its own forms refuse is a fault of the program.
fn done(form: &BTreeMap<String, String>, answer: Result<Id, Refusal>) -> Result<Id> {
    answer.map_err(|refusal| Error::internal(format!("the story is refused: {refusal:?} in {form:?}")))
}
