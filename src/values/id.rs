//! What every record is called inside the house.

use diesel::{deserialize::FromSqlRow, expression::AsExpression};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A record's id: a UUIDv7, made by the program when a form is opened, so that sending the form twice is sending it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = super::sql::Id)]
pub struct Id(pub Uuid);

impl Id {
    /// A fresh id; ids made later sort later.
    pub fn fresh() -> Self {
        Self(Uuid::now_v7())
    }

    /// The id of a row built into the program, the same in every house: a UUIDv8 over the SHA-256 of its kind and key.
    pub fn built_in(kind: &str, key: &str) -> Self {
        use sha2::{Digest, Sha256};
        let digest = Sha256::digest(format!("keruen/{kind}/{key}"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        Uuid::deserialize(de).map(Self)
    }
}
