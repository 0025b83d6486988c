//! The missions, in short.

use super::{Column, List, Piece};
use crate::{
    accounts::{Reach, Visitor},
    db::Db,
    error::Result,
    lang::Lang,
    missions::{self, MissionStatus},
    web::{Cursor, Query},
};

/// How many rows are fetched at a time.
const PIECE: i64 = 500;

/// The missions within someone's sight, of one status or of all.
pub struct Missions(Reach, Option<MissionStatus>);

impl List for Missions {
    const NAME: &'static str = "missions";

    fn columns() -> Vec<Column> {
        ["mission", "title", "recipient_country", "glide", "status", "starts", "ends"]
            .map(|name| (name, false))
            .to_vec()
    }

    fn tags() -> Vec<&'static str> {
        vec!["#activity+code", "#activity+name", "#country+code", "#crisis+code", "#status", "#date+start", "#date+end"]
    }

    fn ask(_: &mut Db, query: &Query, visitor: &Visitor) -> Result<Self> {
        Ok(Self(visitor.sees(), MissionStatus::from_code(query.get("status"))))
    }

    fn piece(&self, db: &mut Db, after: Option<&Cursor>, _: Lang) -> Result<Piece> {
        let mut found = missions::page(db, &self.0, self.1, after, PIECE + 1)?;
        let more = found.len() as i64 > PIECE;
        found.truncate(PIECE as usize);
        let next = found.last().filter(|_| more).map(|it| Cursor { key: it.day.to_string(), id: it.id });
        let rows = found.into_iter().map(|it| {
            vec![it.code, it.title, it.recipient_country, it.glide, it.status.code().into(), it.starts, it.ends]
        });
        Ok((rows.collect(), next))
    }
}
