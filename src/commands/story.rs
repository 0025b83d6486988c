//! The story: aid sent by Kazakhstan, as publicly reported (`data/README.md`). It is the demonstration, the fixture of
//! the tests and the screenshots at once, and it comes in by the same doors a person uses.

use crate::{
    accounts::{
        Grant, Person, Role, Visitor, actions,
        pages::{DEMO, DEMO_PASSWORD},
        password,
    },
    consignments,
    db::{Db, Pool},
    error::{Error, Result},
    lang::Lang,
    missions, organisations,
    settings::{self, Settings},
    sources,
    values::Id,
    web::{Found, Input, Refusal},
};
use std::collections::BTreeMap;

#[derive(serde::Deserialize)]
struct Story {
    missions: Vec<BTreeMap<String, String>>,
    consignments: Vec<BTreeMap<String, String>>,
    /// Who said what of which figure: `of` names the line or leg by its place.
    sources: Vec<BTreeMap<String, String>>,
}

/// Writes the story into an empty house, in one transaction.
pub fn load(pool: &Pool) -> Result<()> {
    let story: Story = serde_json::from_str(include_str!("../../data/story.json")).map_err(Error::internal)?;
    pool.write_now(|db| tell(db, &story))
}

/// Adds the people of the demonstration, one for each role; all have one password.
pub fn people(pool: &Pool) -> Result<()> {
    let (who, hash) = (Visitor::house(Lang::english()), password::hash(DEMO_PASSWORD)?);
    pool.write_now(|db| {
        let donor = match organisations::find(db, DONOR)? {
            Found::One(id) => id,
            _ => return Err(Error::internal("the story has no such donor")),
        };
        for (role, sign_in) in DEMO {
            let Some(role) = Role::from_code(role) else { continue };
            let mut name = sign_in.to_string();
            name.get_mut(..1).map(str::make_ascii_uppercase).unwrap_or_default();
            let person = Person { password: hash.clone(), ..Person::new(sign_in, &name) };
            let organisation = (role == Role::Donor).then_some(donor);
            let grant = Grant { role, mission: None, organisation };
            let added = actions::add(db, &person, &[(grant, role.to_string())], &who.by, who.lang)?;
            added.map_err(|problems| Error::internal(format!("{problems:?}")))?;
        }
        let set = Settings { organisation: ORGANISATION.into(), ..Settings::default() };
        settings::actions::change(db, &set, &who.by)
    })
}

/// Whose gifts the donor of the demonstration follows.
const DONOR: &str = "Government of Kazakhstan";

/// The organisation of the demonstration.
const ORGANISATION: &str = "Keruen demonstration";

fn tell(db: &mut Db, story: &Story) -> Result<()> {
    let who = Visitor::house(Lang::english());
    for form in &story.missions {
        let input: Input = form.clone().into_iter().collect();
        done(form, missions::actions::open(db, Id::fresh(), &input, &who)?)?;
    }
    let mut logged: BTreeMap<String, Id> = BTreeMap::new();
    for form in &story.consignments {
        let input: Input = form.clone().into_iter().collect();
        let input = input.with("confirm", "save");
        let id = done(form, consignments::actions::log(db, Id::fresh(), &input, &who)?)?;
        logged.insert(input.get("external_ref").to_string(), id);
    }
    for form in &story.sources {
        let input: Input = form.clone().into_iter().collect();
        let missing = || Error::internal(format!("the story has no such figure: {form:?}"));
        let id = *logged.get(input.get("consignment")).ok_or_else(missing)?;
        let c = consignments::find(db, id)?.ok_or_else(missing)?;
        let (list, n) = input.get("of").split_once('.').ok_or_else(missing)?;
        let n: usize = n.parse().map_err(|_| missing())?;
        let figure = match list {
            "line" => c.body.lines.get(n).map(|line| ("line.quantity", line.id)),
            _ => c.body.legs.get(n).map(|leg| ("leg.units", leg.id)),
        };
        let (figure, row) = figure.ok_or_else(missing)?;
        let input = input.with("figure", sources::figure_code(figure, Some(row)));
        done(form, sources::actions::name(db, Id::fresh(), id, &input, &who)?)?;
    }
    Ok(())
}

/// A story that its own forms refuse is a fault of the program.
fn done(form: &BTreeMap<String, String>, answer: Result<Id, Refusal>) -> Result<Id> {
    answer.map_err(|refusal| Error::internal(format!("the story is refused: {refusal:?} in {form:?}")))
}
