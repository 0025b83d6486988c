//! Files that go into a cupboard: lists of organisations, of places, of goods. A row is a record, made or completed by the actions a
//! person uses. The record that a name finds is meant; a file adds names and takes none away; an empty cell says nothing.

mod fields;
mod rows;
mod run;

pub use run::{preview, take_in};

use super::fields::Field;
use crate::{
    accounts::Visitor,
    catalogue,
    db::Db,
    error::{Error, Result},
    organisations, places,
    values::{Country, Id},
    web::{Found, Input, Refusal},
};

crate::codes! {
    /// A cupboard that the rows of a file can go into.
    Cupboard {
        /// Who gives, sends, carries, receives.
        Organisations = "organisations",
        /// Where goods leave, pass and arrive.
        Places = "places",
        /// What can be sent.
        Catalogue = "catalogue",
    }
}

impl Cupboard {
    /// What the columns of such a file can mean: the fields of its form.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Organisations => fields::ORGANISATIONS,
            Self::Places => fields::PLACES,
            Self::Catalogue => fields::CATALOGUE,
        }
    }

    /// What a program calls its records.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Catalogue => "items",
            _ => self.code(),
        }
    }

    /// What a file's columns leave out that every record has: the key of the sentence.
    pub fn lack(self, says: impl Fn(&str) -> bool) -> Option<&'static str> {
        match self {
            Self::Catalogue if !catalogue::LANGUAGES.iter().any(|lang| says(&format!("name_{lang}"))) => {
                Some("import-no-name")
            }
            Self::Organisations | Self::Places if !says("name") => Some("import-no-name"),
            _ => None,
        }
    }

    /// The form's fields that name a record.
    fn names(self) -> Vec<String> {
        match self {
            Self::Catalogue => catalogue::LANGUAGES.iter().map(|lang| catalogue::form::name_field(lang)).collect(),
            _ => vec!["name".into()],
        }
    }

    /// The record that a row is about.
    fn find(self, db: &mut Db, told: &Input) -> Result<Found> {
        match self {
            Self::Organisations => organisations::find(db, told.get("name")),
            Self::Places => place(db, told),
            Self::Catalogue => {
                let names = self.names().iter().map(|field| told.get(field).to_string()).collect();
                first(names, |text| catalogue::find(db, text))
            }
        }
    }

    /// By what a row's record is told from the others of a file.
    fn keys(self, told: &Input) -> Vec<String> {
        let bare = crate::values::names::bare;
        let names = self.names().into_iter().map(|field| bare(told.get(&field))).filter(|name| !name.is_empty());
        match self {
            Self::Places if !told.get("locode").is_empty() => vec![bare(told.get("locode"))],
            Self::Places => names.map(|name| format!("{name}, {}", bare(told.get("country")))).collect(),
            _ => names.collect(),
        }
    }

    /// The form of a record that is there.
    fn form(self, db: &mut Db, id: Id, who: &Visitor) -> Result<Input> {
        let there = match self {
            Self::Organisations => organisations::by_id(db, id)?.map(|it| organisations::form::input(&it, who.lang)),
            Self::Places => places::by_id(db, id)?.map(|it| places::form::input(&it, who.lang)),
            Self::Catalogue => catalogue::by_id(db, id)?.map(|it| catalogue::form::input(&it)),
        };
        there.ok_or(Error::NotFound)
    }

    fn create(self, db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
        match self {
            Self::Organisations => organisations::actions::create(db, input, who),
            Self::Places => places::actions::create(db, input, who),
            Self::Catalogue => catalogue::actions::create(db, input, who),
        }
    }

    fn change(self, db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Id, Refusal>> {
        match self {
            Self::Organisations => organisations::actions::change(db, input, who),
            Self::Places => places::actions::change(db, input, who),
            Self::Catalogue => catalogue::actions::change(db, input, who),
        }
    }
}

/// The place that a row is about: by its code; else by its name in its country; else the one of that name whose country nobody has
/// stated. One that bears another code is another place.
fn place(db: &mut Db, told: &Input) -> Result<Found> {
    let (name, code) = (told.get("name"), told.get("locode"));
    let country = Country::read(told.get("country")).map(Country::code).unwrap_or_default();
    let labels = match (code, country) {
        ("", "") => vec![name.to_string()],
        (_, "") => vec![format!("{name}, ?")],
        (_, country) => vec![format!("{name}, {country}"), format!("{name}, ?")],
    };
    if code.is_empty() {
        return first(labels, |text| places::find(db, text));
    }
    if let Some(it) = places::by_code(db, &places::model::code_of(code))? {
        return Ok(Found::One(it.merged_into.unwrap_or(it.id)));
    }
    for label in labels {
        if let Found::One(id) = places::find(db, &label)?
            && places::by_id(db, id)?.is_some_and(|it| it.code.is_empty())
        {
            return Ok(Found::One(id));
        }
    }
    Ok(Found::Nothing)
}

/// What the first of these texts finds that finds anything.
fn first(texts: Vec<String>, mut find: impl FnMut(&str) -> Result<Found>) -> Result<Found> {
    for text in texts.iter().filter(|text| !text.is_empty()) {
        match find(text)? {
            Found::Nothing => {}
            found => return Ok(found),
        }
    }
    Ok(Found::Nothing)
}
