//! The places built into the program: `data/places.csv`, from UN/LOCODE and others (see `data/README.md`).

use super::model::{Function, Place};
use crate::{
    error::{Error, Result},
    values::{
        Id,
        names::{bare, others},
    },
};

#[derive(serde::Deserialize)]
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    other_names: &'a str,
    country: &'a str,
    function: &'a str,
    lat: &'a str,
    lon: &'a str,
}

/// All of them. Their ids are the same in every house.
pub(super) fn places() -> Result<Vec<Place>> {
    let mut data = csv::Reader::from_reader(&include_bytes!("../../data/places.csv")[..]);
    let header = data.headers().map_err(Error::internal)?.clone();
    let mut places = vec![];
    for record in data.records() {
        let record = record.map_err(Error::internal)?;
        let row: Row<'_> = record.deserialize(Some(&header)).map_err(Error::internal)?;
        places.push(place(&row));
    }
    Ok(places)
}

fn place(row: &Row<'_>) -> Place {
    let folded = bare(row.name);
    // A leading 0 says that nothing is known, as all dashes do.
    let there = Function::read(row.function);
    Place {
        id: Id::built_in("place", if row.code.is_empty() { &folded } else { row.code }),
        code: row.code.into(),
        name: row.name.into(),
        other_names: others([row.name, row.code], &row.other_names.replace(';', "\n")),
        country: row.country.into(),
        function: Function::write(|f| there.contains(&f)),
        latitude: row.lat.into(),
        longitude: row.lon.into(),
        notes: String::new(),
        merged_into: None,
        version: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::model::{degrees, is_code};
    use std::collections::HashSet;

    #[test]
    fn every_built_in_place_is_sound() {
        let all = places().unwrap();
        let lines = include_str!("../../data/places.csv").lines().count();
        assert_eq!(all.len(), lines - 1);
        assert_eq!(all.iter().map(|it| it.id).collect::<HashSet<_>>().len(), all.len());
        for it in &all {
            let label = it.full_label();
            assert!(!bare(&it.name).is_empty() && it.name.chars().count() <= 200, "{label}");
            assert!(crate::values::Country::from_code(&it.country).is_some(), "{label}: {}", it.country);
            assert!(it.code.is_empty() || is_code(&it.code) && it.code.starts_with(&it.country), "{label}");
            assert_eq!(it.latitude.is_empty(), it.longitude.is_empty(), "{label}");
            assert!(it.latitude.is_empty() || degrees(&it.latitude, 90).is_some(), "{label}: {}", it.latitude);
            assert!(it.longitude.is_empty() || degrees(&it.longitude, 180).is_some(), "{label}: {}", it.longitude);
        }
    }
}
