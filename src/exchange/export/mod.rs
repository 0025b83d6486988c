//! Everything that is listed can leave: as CSV, as a workbook or as lines of JSON, exactly as filtered.

mod csv;
mod cupboards;
mod jsonl;
mod lines;
mod mission;
mod missions;
mod xlsx;

pub use csv::csv;
pub use cupboards::{Items, Organisations, Places};
pub use jsonl::jsonl;
pub use lines::{COLUMNS, Loads};
pub use mission::{mission, workbook as mission_workbook};
pub use missions::Missions;
pub use xlsx::{workbook, xlsx};

use crate::{
    accounts::Visitor,
    db::{Db, Pool},
    error::Result,
    lang::Lang,
    web::{Cursor, Frame, Query, download},
};
use actix_web::{
    HttpResponse,
    web::{Bytes, Data},
};
use std::rc::Rc;

/// A column: its name, the same in every language, and whether it holds numbers.
pub type Column = (&'static str, bool);

/// Some rows of a list, and where it goes on; nothing where that was the end.
pub type Piece = (Vec<Vec<String>>, Option<Cursor>);

/// A list that can leave.
pub trait List: Send + Sized + 'static {
    /// What its files are called.
    const NAME: &'static str;

    /// Its columns, in order.
    fn columns() -> Vec<Column>;

    /// The HXL tags of the columns (hxlstandard.org, 1.1); empty where a column has none.
    fn tags() -> Vec<&'static str>;

    /// What an address asks for, within what the visitor sees.
    fn ask(db: &mut Db, query: &Query, visitor: &Visitor) -> Result<Self>;

    /// The rows after one, as they are written so that a file can be read back as it is.
    fn piece(&self, db: &mut Db, after: Option<&Cursor>, lang: Lang) -> Result<Piece>;
}

/// What an address asks for.
async fn asked<L: List>(pool: &Pool, query: Query, visitor: Visitor) -> Result<L> {
    pool.read(move |db| L::ask(db, &query, &visitor)).await
}

/// What a list is called as a file with this ending: it says as of when.
fn named<L: List>(frame: &Frame, ending: &str) -> String {
    format!("keruen-{}-{}.{ending}", L::NAME, frame.now.0.format("%Y%m%dT%H%M%SZ"))
}

/// A list, sent piece by piece. `write` puts rows in the form of the file, and is told whether they are its first.
fn in_pieces<L: List>(
    pool: Data<Pool>,
    list: L,
    frame: &Frame,
    (kind, ending): (&'static str, &str),
    write: impl Fn(&[Vec<String>], bool) -> Result<Bytes> + 'static,
) -> HttpResponse {
    let (lang, write) = (frame.lang, Rc::new(write));
    let stream = futures_util::stream::unfold(Some((list, None, true)), move |step| {
        let (pool, write) = (pool.clone(), write.clone());
        async move {
            let (list, after, first): (L, Option<Cursor>, bool) = step?;
            let read = pool.read(move |db| list.piece(db, after.as_ref(), lang).map(|piece| (list, piece))).await;
            match read {
                Ok((list, (rows, next))) => Some((write(&rows, first), next.map(|next| (list, Some(next), false)))),
                Err(e) => Some((Err(e), None)),
            }
        }
    });
    download(kind, &named::<L>(frame, ending)).streaming(Box::pin(stream))
}
