//! The names of what records refer to, fetched once for a whole page; and the way back, from what was typed to a record.

use crate::{
    accounts::Visitor,
    catalogue::{self, Item},
    db::Db,
    error::Result,
    lang::Lang,
    organisations,
    places::{self, Place},
    values::{Country, Id, names::LONGEST_NAME},
    web::{Found, Problems},
};
use std::{borrow::Borrow, collections::HashMap};

/// What a record names: organisations, places, items.
pub type Refs = (Vec<Id>, Vec<Id>, Vec<Id>);

/// What two records name together.
pub fn join(mut a: Refs, b: Refs) -> Refs {
    a.0.extend(b.0);
    a.1.extend(b.1);
    a.2.extend(b.2);
    a
}

/// Names by id.
#[derive(Debug, Clone)]
pub struct Names {
    /// In which language goods are named.
    pub lang: Lang,
    organisations: HashMap<Id, String>,
    places: HashMap<Id, Place>,
    items: HashMap<Id, Item>,
}

impl Names {
    /// Fetches the names of these organisations, places and items: one query each, none for an empty list.
    pub fn load(db: &mut Db, lang: Lang, (organisations, places, items): Refs) -> Result<Self> {
        let distinct = |mut ids: Vec<Id>| {
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let (organisations, places, items) = (distinct(organisations), distinct(places), distinct(items));
        Ok(Self {
            lang,
            organisations: if organisations.is_empty() {
                HashMap::new()
            } else {
                crate::organisations::names(db, &organisations)?
            },
            places: if places.is_empty() { HashMap::new() } else { crate::places::labels(db, &places)? },
            items: if items.is_empty() { HashMap::new() } else { crate::catalogue::items(db, &items, lang)? },
        })
    }

    /// These names, and those of what is only promised.
    #[must_use]
    pub fn with_promised(&self, known: &Known) -> Self {
        let mut out = self.clone();
        for (id, name) in &known.promises {
            out.organisations.insert(*id, name.clone());
            out.places.insert(*id, Place::typed(&places::model::Typed::read(name)));
        }
        out
    }

    /// No names at all.
    pub fn none(lang: Lang) -> Self {
        Self { lang, organisations: HashMap::new(), places: HashMap::new(), items: HashMap::new() }
    }

    /// An organisation's name; empty for none.
    pub fn organisation(&self, id: impl Borrow<Option<Id>>) -> &str {
        id.borrow().and_then(|id| self.organisations.get(&id)).map_or("", String::as_str)
    }

    /// A place's name in the reader's script, where it has one; empty for none.
    pub fn place(&self, id: impl Borrow<Option<Id>>) -> &str {
        id.borrow().and_then(|id| self.places.get(&id)).map_or("", |place| place.name_in(self.lang))
    }

    /// A place's name in the reader's script, its code, and its country: what a document says; empty for none.
    pub fn place_whole(&self, id: Option<Id>) -> String {
        let Some(place) = id.and_then(|id| self.places.get(&id)) else { return String::new() };
        let country = Country::name_of(&place.country, self.lang.code());
        let name = place.name_in(self.lang);
        let named = if place.code.is_empty() { name.to_string() } else { format!("{name} ({})", place.code) };
        // A country that is itself the place is said once.
        if country.is_empty() || name == country { named } else { named + &self.lang.say("list-separator") + country }
    }

    /// A place's name and code, as a form holds it; empty for none.
    pub fn place_label(&self, id: Option<Id>) -> String {
        id.and_then(|id| self.places.get(&id)).map(Place::full_label).unwrap_or_default()
    }

    /// An item of the catalogue.
    pub fn item(&self, id: Id) -> Option<&Item> {
        self.items.get(&id)
    }

    /// The name of a good: the catalogue's in the reader's language, else as typed.
    pub fn good<'a>(&'a self, item: Option<Id>, typed: &'a str) -> &'a str {
        item.and_then(|id| self.items.get(&id)).map_or(typed, |item| item.name(self.lang))
    }
}

/// What typed names were found to mean, each asked once: a form of hundreds of lines and a file of thousands name the same
/// few over and over.
#[derive(Debug, Default)]
pub struct Known {
    organisations: HashMap<String, Found>,
    places: HashMap<String, Found>,
    items: HashMap<String, Option<Item>>,
    promised: Option<Promised>,
    promises: HashMap<Id, String>,
}

/// Records that are named and not there yet, each with the id it goes by until it is made.
#[derive(Debug, Default, Clone)]
pub struct Promised {
    /// Organisations.
    pub organisations: Vec<(Id, String)>,
    /// Places.
    pub places: Vec<(Id, String)>,
}

impl Known {
    /// For looking ahead: whoever is named for the first time is promised, not made.
    pub fn promising() -> Self {
        Self { promised: Some(Promised::default()), ..Self::default() }
    }

    /// What was promised since this was asked last.
    pub fn promised(&mut self) -> Promised {
        self.promised.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// What a record is called that was only promised.
    pub fn promised_name(&self, id: Id) -> Option<&str> {
        self.promises.get(&id).map(String::as_str)
    }

    /// The organisation a field names; one not known yet is made. Several of one name become a question.
    pub fn organisation(
        &mut self,
        db: &mut Db,
        problems: &mut Problems,
        field: &str,
        typed: &str,
        who: &Visitor,
    ) -> Result<Option<Id>> {
        if !a_name(problems, field, typed) {
            return Ok(None);
        }
        let found = match self.organisations.get(typed) {
            Some(found) => found.clone(),
            None => match (organisations::find(db, typed)?, &mut self.promised) {
                (Found::Nothing, Some(promised)) => promise(&mut promised.organisations, &mut self.promises, typed),
                (Found::Nothing, None) => Found::One(organisations::actions::take(db, typed, who)?),
                (found, _) => found,
            },
        };
        self.organisations.insert(typed.to_string(), found.clone());
        Ok(one(problems, field, typed, found))
    }

    /// The place a field names; one not known yet is made. Several of one name become a question.
    pub fn place(
        &mut self,
        db: &mut Db,
        problems: &mut Problems,
        field: &str,
        typed: &str,
        who: &Visitor,
    ) -> Result<Option<Id>> {
        if !a_name(problems, field, typed) {
            return Ok(None);
        }
        let found = match self.places.get(typed) {
            Some(found) => found.clone(),
            None => match (places::find(db, typed)?, &mut self.promised) {
                (Found::Nothing, Some(promised)) => promise(&mut promised.places, &mut self.promises, typed),
                (Found::Nothing, None) => Found::One(places::actions::take(db, typed, who)?),
                (found, _) => found,
            },
        };
        self.places.insert(typed.to_string(), found.clone());
        Ok(one(problems, field, typed, found))
    }

    /// The item of the catalogue a name means, when it means one, as it reads in a language.
    pub fn item(&mut self, db: &mut Db, typed: &str, lang: Lang) -> Result<Option<Item>> {
        if let Some(item) = self.items.get(typed) {
            return Ok(item.clone());
        }
        let found = match item(db, typed)? {
            Some(id) => catalogue::items(db, &[id], lang)?.remove(&id),
            None => None,
        };
        self.items.insert(typed.to_string(), found.clone());
        Ok(found)
    }
}

fn promise(promised: &mut Vec<(Id, String)>, promises: &mut HashMap<Id, String>, typed: &str) -> Found {
    let id = Id::fresh();
    promised.push((id, typed.to_string()));
    promises.insert(id, typed.to_string());
    Found::One(id)
}

fn one(problems: &mut Problems, field: &str, typed: &str, found: Found) -> Option<Id> {
    match found {
        Found::One(id) => Some(id),
        several => {
            problems.not_one(field, typed, several);
            None
        }
    }
}

/// The organisation a field names, as [`Known::organisation`].
pub fn organisation(
    db: &mut Db,
    problems: &mut Problems,
    field: &str,
    typed: &str,
    who: &Visitor,
) -> Result<Option<Id>> {
    Known::default().organisation(db, problems, field, typed, who)
}

/// The place a field names, as [`Known::place`].
pub fn place(db: &mut Db, problems: &mut Problems, field: &str, typed: &str, who: &Visitor) -> Result<Option<Id>> {
    Known::default().place(db, problems, field, typed, who)
}

/// The item of the catalogue a name means, when it means one.
pub fn item(db: &mut Db, typed: &str) -> Result<Option<Id>> {
    Ok(match catalogue::find(db, typed)? {
        Found::One(id) => Some(id),
        Found::Many(several) => several.first().map(|(id, _)| *id),
        Found::Nothing => None,
    })
}

/// Whether a field holds a name: something, not too much of it, and something that can be seen.
fn a_name(problems: &mut Problems, field: &str, typed: &str) -> bool {
    if typed.is_empty() || problems.on(field).is_some() {
        return false;
    }
    if typed.chars().count() > LONGEST_NAME {
        problems.add_with(field, "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    } else if crate::values::words(typed).is_empty() {
        problems.add(field, "error-name-of-signs");
    } else {
        return true;
    }
    false
}
