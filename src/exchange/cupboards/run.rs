//! Taking a list into a cupboard: what would come of it is found out by doing it and letting go of it again, some rows at a time. (So
//! a row does not see there what a row far above would make; that is refused, or completes it, when the list is taken in.)

use super::{
    Cupboard,
    rows::{Came, Told, read},
};
use crate::{
    accounts::{Act, Visitor},
    db::{Db, Pool},
    error::{Error, Result},
    exchange::{
        actions,
        load::{self, Piece, Stopped},
        model::{Counts, Import, Stage},
        report::{NAMED, Report},
        run::Opened,
        understand::Columns,
    },
    values::Id,
};
use std::{collections::HashMap, convert::Infallible};

/// How many rows are looked at in one go: others who wait to write are not held up.
const LOOKED_AT: usize = 200;

/// How many rows are taken in in one transaction. Each is a record by itself.
const TAKEN: usize = 2_000;

/// Finds out what would come of a list. Nothing is changed.
pub fn preview(pool: &Pool, opened: &mut Opened, cupboard: Cupboard, who: &Visitor) -> Result<Report, Stopped> {
    let mut report = Report { unread: opened.table.others.clone(), ..Report::default() };
    let mut list = List::new(cupboard, opened.columns.clone(), who);
    load::pieces(&mut opened.book, &opened.table, &list.columns.clone(), |piece| {
        report.counts.blank += piece.blank;
        for told in list.read(&piece).chunks(LOOKED_AT) {
            let Err(came) = pool.attempt_in_turn(|db| Ok(Err::<Infallible, _>(list.apply(db, told)?)))?;
            list.note(told, &came);
            gather(&mut report, told, came);
        }
        Ok(())
    })?;
    Ok(report)
}

/// Takes a list in, some rows at a time, so that others can work meanwhile. One that was interrupted goes on where it was.
pub fn take_in(
    pool: &Pool,
    opened: &mut Opened,
    (cupboard, import): (Cupboard, &Import),
    who: &Visitor,
    mut progress: impl FnMut(usize),
) -> Result<Report, Stopped> {
    let unread = opened.table.others.clone();
    let mut report = Report { counts: import.counts, unread, ..Report::default() };
    let mut list = List::new(cupboard, opened.columns.clone(), who);
    let already = usize::try_from(import.counts.rows() - import.counts.blank).unwrap_or_default();
    let mut through = 0;
    load::pieces(&mut opened.book, &opened.table, &list.columns.clone(), |piece| {
        let (told, mut blank) = (list.read(&piece), piece.blank);
        let mut chunks = told.chunks(TAKEN).peekable();
        while let Some(told) = chunks.next() {
            through += told.len();
            let last = piece.last && chunks.peek().is_none();
            // What was done already is counted; the last rows are gone through again, to come to an end.
            if through <= already && !last {
                blank = 0;
                continue;
            }
            let told = if through <= already { &[] } else { told };
            let before = report.counts;
            report.counts.blank += std::mem::take(&mut blank);
            let (came, counts) = pool.write_in_turn(|db| {
                let came = list.apply(db, told)?;
                let mut counts = report.counts;
                came.iter().for_each(|(came, _)| counts.add(came.counts()));
                let stage = if last { Stage::Applied } else { Stage::Running };
                actions::proceed(db, import.id, before, counts, stage, who)?;
                Ok((came, counts))
            })?;
            list.note(told, &came);
            gather(&mut report, told, came);
            report.counts = counts;
        }
        progress(piece.done);
        Ok(())
    })?;
    Ok(report)
}

/// A list on its way into a cupboard.
struct List<'a> {
    cupboard: Cupboard,
    columns: Columns,
    who: &'a Visitor,
    /// In which row each name stood first.
    named: HashMap<String, u64>,
    /// In which row each record was met.
    done: HashMap<Id, u64>,
}

impl<'a> List<'a> {
    fn new(cupboard: Cupboard, columns: Columns, who: &'a Visitor) -> Self {
        Self { cupboard, columns, who, named: HashMap::new(), done: HashMap::new() }
    }

    /// Reads the rows of a piece. What two rows say of one record nobody knows which holds: the second is refused.
    fn read(&mut self, piece: &Piece) -> Vec<Told> {
        let lang = self.who.lang;
        let mut out = vec![];
        for row in piece.groups.iter().flatten() {
            let mut told = read(row, &self.columns, lang);
            for spot in self.columns.ragged(std::slice::from_ref(row), lang) {
                told.problems.add_with("", "import-said", [("value", spot.says)]);
            }
            let mut first = None;
            for key in self.cupboard.keys(&told.whole) {
                first = first.or(self.named.get(&key).copied().filter(|row| *row != told.row));
                self.named.entry(key).or_insert(told.row);
            }
            if let Some(first) = first {
                let field = self.cupboard.names().swap_remove(0);
                told.problems.add_with(&field, "import-named-twice", [("value", lang.count(first as i64))]);
            }
            out.push(told);
        }
        out
    }

    fn apply(&self, db: &mut Db, told: &[Told]) -> Result<Vec<(Came, Option<Id>)>> {
        if !self.who.rights.everywhere(Act::Stock) {
            return Err(Error::Forbidden("right"));
        }
        let (mut out, mut now) = (vec![], HashMap::new());
        for told in told {
            let met = |id: Id| now.get(&id).or_else(|| self.done.get(&id)).copied();
            let (came, id) = told.apply(db, (self.cupboard, &self.columns), met, self.who)?;
            now.extend(id.map(|id| (id, told.row)));
            out.push((came, id));
        }
        Ok(out)
    }

    /// Notes which records these rows were about.
    fn note(&mut self, told: &[Told], came: &[(Came, Option<Id>)]) {
        self.done.extend(told.iter().zip(came).filter_map(|(told, (_, id))| Some(((*id)?, told.row))));
    }
}

impl Came {
    fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        match self {
            Self::Made(_) => (counts.made, counts.lines) = (1, 1),
            Self::Same => counts.unchanged = 1,
            Self::Changed(..) => counts.changed = 1,
            Self::Refused(_) => counts.refused = 1,
        }
        counts
    }
}

fn gather(report: &mut Report, told: &[Told], came: Vec<(Came, Option<Id>)>) {
    for (told, (came, _)) in told.iter().zip(came) {
        let counts = came.counts();
        match came {
            Came::Made(name) if report.records.len() < NAMED => report.records.push((told.row, name)),
            Came::Changed(name, changes) => {
                report.all_corrections += 1;
                if report.corrections.len() < NAMED {
                    report.corrections.push((name, changes));
                }
            }
            // What is refused counts itself, and nothing of it is kept.
            Came::Refused(spots) => {
                report.refuse(vec![told.row], spots);
                continue;
            }
            _ => {}
        }
        report.counts.add(counts);
        told.kept.iter().for_each(|spot| report.keep(spot));
    }
}
