//! What the cupboards hold, with the columns by which a list of it comes in again.

use super::{Column, List, Piece};
use crate::{
    accounts::Visitor,
    catalogue,
    db::Db,
    error::Result,
    exchange::{
        cupboards::Cupboard,
        fields::{Field, Kind},
    },
    lang::Lang,
    organisations, places,
    web::{Cursor, Input, Query},
};

/// How many rows are fetched at a time.
const PIECE: usize = 500;

/// Organisations, as searched.
pub struct Organisations(organisations::model::Search);

/// Places, as searched.
pub struct Places(places::model::Search);

/// Items of the catalogue, as searched.
pub struct Items(catalogue::model::Search);

impl List for Organisations {
    const NAME: &'static str = "organisations";

    fn columns() -> Vec<Column> {
        columns(Cupboard::Organisations)
    }

    fn tags() -> Vec<&'static str> {
        tags(Cupboard::Organisations)
    }

    fn ask(_: &mut Db, query: &Query, _: &Visitor) -> Result<Self> {
        Ok(Self(organisations::model::Search {
            rows: PIECE,
            ..organisations::model::Search::of(&query.without(&["after"]))
        }))
    }

    fn piece(&self, db: &mut Db, after: Option<&Cursor>, lang: Lang) -> Result<Piece> {
        let search = organisations::model::Search { after: after.cloned(), ..self.0.clone() };
        let (found, next, _) = organisations::list(db, &search)?;
        let rows =
            found.iter().map(|it| row(Cupboard::Organisations, &it.country, &organisations::form::fields(it, lang)));
        Ok((rows.collect(), next))
    }
}

impl List for Places {
    const NAME: &'static str = "places";

    fn columns() -> Vec<Column> {
        columns(Cupboard::Places)
    }

    fn tags() -> Vec<&'static str> {
        tags(Cupboard::Places)
    }

    fn ask(_: &mut Db, query: &Query, _: &Visitor) -> Result<Self> {
        Ok(Self(places::model::Search { rows: PIECE, ..places::model::Search::of(&query.without(&["after"])) }))
    }

    fn piece(&self, db: &mut Db, after: Option<&Cursor>, lang: Lang) -> Result<Piece> {
        let search = places::model::Search { after: after.cloned(), ..self.0.clone() };
        let (found, next, _) = places::list(db, &search)?;
        let rows = found.iter().map(|it| row(Cupboard::Places, &it.country, &places::form::fields(it, lang)));
        Ok((rows.collect(), next))
    }
}

impl List for Items {
    const NAME: &'static str = "catalogue";

    fn columns() -> Vec<Column> {
        columns(Cupboard::Catalogue)
    }

    fn tags() -> Vec<&'static str> {
        tags(Cupboard::Catalogue)
    }

    fn ask(_: &mut Db, query: &Query, visitor: &Visitor) -> Result<Self> {
        let search = catalogue::model::Search::of(&query.without(&["after"]), visitor.lang);
        Ok(Self(catalogue::model::Search { rows: PIECE, ..search }))
    }

    fn piece(&self, db: &mut Db, after: Option<&Cursor>, _: Lang) -> Result<Piece> {
        let search = catalogue::model::Search { after: after.cloned(), ..self.0.clone() };
        let (found, next, _) = catalogue::list(db, &search)?;
        Ok((found.iter().map(|it| row(Cupboard::Catalogue, "", &catalogue::form::fields(it))).collect(), next))
    }
}

fn columns(of: Cupboard) -> Vec<Column> {
    // Coordinates are texts: their last zeros say how exact they are.
    of.fields().iter().map(|field| (field.code, field.kind == Kind::Weight)).collect()
}

fn tags(of: Cupboard) -> Vec<&'static str> {
    of.fields().iter().map(Field::tag).collect()
}

/// A record's row: its form's fields, a country by its code (ISO 3166-1), marks by theirs, other names one beside the other.
fn row(of: Cupboard, country: &str, form: &Input) -> Vec<String> {
    let cell = |field: &Field| match (field.code, field.kind) {
        ("country", _) => country.to_string(),
        ("other_names", _) => form.get("other_names").lines().map(escaped).collect::<Vec<_>>().join("; "),
        (_, Kind::Marks) => {
            let marks = form.fields().filter_map(|(name, _)| name.strip_prefix(field.form)?.strip_prefix('.'));
            marks.collect::<Vec<_>>().join(" ")
        }
        _ => form.get(field.form).to_string(),
    };
    of.fields().iter().map(cell).collect()
}

/// A name whose own semicolons part nothing.
fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace(';', "\\;").replace('؛', "\\؛")
}
