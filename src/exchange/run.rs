//! Going through a file from its bytes to its end: what it is like, what would come of it, taking it in. The pages and the
//! command line do it alike.

use super::{
    actions, cupboards,
    load::{self, Piece, Stopped, Table, Unreadable},
    mapping::{Mapping, MappingFault, signature},
    model::{Import, Stage},
    plan::{Fate, Planned, Planner},
    propose::propose,
    reading::{Book, Limits},
    report::{Refused, Report},
    store,
    understand::Columns,
};
use crate::{
    accounts::Visitor,
    db::{Db, Pool},
    error::{Error, Result},
    missions::Mission,
    names,
    web::hex,
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::{self, Read},
    path::Path,
};

/// A file that is open, with what its columns mean.
pub struct Opened {
    /// The file.
    pub book: Book,
    /// The table in it.
    pub table: Table,
    /// What was said, or proposed, of its columns.
    pub mapping: Mapping,
    /// The columns, each with what it means.
    pub columns: Columns,
    /// Whether the mapping was proposed, and nobody has said anything yet.
    pub proposed: bool,
}

/// Why a file cannot be opened.
#[derive(Debug)]
pub enum Unopened {
    /// The file.
    File(Unreadable),
    /// The mapping.
    Mapping(MappingFault),
    /// The house.
    House(Error),
}

impl From<Unreadable> for Unopened {
    fn from(cause: Unreadable) -> Self {
        Self::File(cause)
    }
}

impl From<MappingFault> for Unopened {
    fn from(cause: MappingFault) -> Self {
        Self::Mapping(cause)
    }
}

impl From<Error> for Unopened {
    fn from(cause: Error) -> Self {
        Self::House(cause)
    }
}

/// Opens a file as a mapping says; without one, as files of its kind were meant last, or as it probably is.
pub fn open(pool: &Pool, path: &Path, limits: Limits, said: Option<Mapping>) -> Result<Opened, Unopened> {
    let form = said.clone().unwrap_or_default();
    let mut book = load::open(path, limits, &form)?;
    let table = load::look(&mut book, &form)?;
    let named = said.filter(|mapping| !mapping.column.is_empty());
    if let Some(mapping) = named {
        let columns = Columns::new(&mapping, mapping.over(&table.headers)?);
        return Ok(Opened { book, table, mapping, columns, proposed: false });
    }
    let (headers, tags, sample) = (table.headers.clone(), table.tags.clone(), table.sample.clone());
    let (mapping, proposed) = pool.read_now(|db| {
        if let Some(mapping) = store::remembered(db, &signature(&headers))?.filter(|it| it.into == form.into) {
            return Ok((mapping, false));
        }
        let mut known: HashMap<String, bool> = HashMap::new();
        let mut fault = None;
        let mapping = propose(form.into, &headers, &tags, &sample, |name| {
            *known.entry(name.to_string()).or_insert_with(|| match names::item(db, name) {
                Ok(found) => found.is_some(),
                Err(error) => {
                    fault = Some(error);
                    false
                }
            })
        });
        fault.map_or(Ok((mapping, true)), Err)
    })?;
    let mapping = Mapping {
        sheet: form.sheet,
        header: form.header,
        encoding: form.encoding,
        separator: form.separator,
        ..mapping
    };
    let over = mapping.over(&table.headers)?;
    let columns = Columns::new(&mapping, over);
    Ok(Opened { book, table, mapping, columns, proposed })
}

impl Opened {
    /// By what its kind of file is known again.
    pub fn signature(&self) -> String {
        signature(&self.table.headers)
    }
}

/// The SHA-256 of a file's bytes, in hexadecimal, and how many they are.
pub fn print_of(path: &Path) -> io::Result<(String, u64)> {
    let mut file = std::fs::File::open(path)?;
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            return Ok((hex(&hash.finalize()), size));
        }
        size += n as u64;
        hash.update(buffer.get(..n).unwrap_or_default());
    }
}

/// Where the history says that a consignment comes from: the file and its print.
fn origin(name: &str, sha256: &str) -> String {
    format!("{name} (SHA-256 {sha256})")
}

/// Finds out what would come of a file, with or without what is doubtful. Nothing is changed.
pub fn preview(
    pool: &Pool,
    opened: &mut Opened,
    mission: Option<&Mission>,
    (name, sha256): (&str, &str),
    strict: bool,
    who: &Visitor,
) -> Result<Report, Stopped> {
    let mut report = Report { unread: opened.table.others.clone(), ..Report::default() };
    let columns = sound(opened)?;
    if let Some(cupboard) = columns.into {
        return cupboards::preview(pool, opened, cupboard, who);
    }
    let mut planner = Planner::new(&columns, mission.cloned(), origin(name, sha256), who);
    load::pieces(&mut opened.book, &opened.table, &columns, |piece| {
        let mut planned = pool.read_now(|db| planner.plan(db, &piece))?;
        if strict {
            leave_doubtful_out(&mut planned);
        }
        gather(&mut report, &planned, &piece, &mut planner);
        Ok(())
    })?;
    Ok(report)
}

/// The columns, where they say what every consignment has to.
fn sound(opened: &Opened) -> Result<Columns, Stopped> {
    match opened.columns.lack() {
        Some(key) => Err(Stopped::Lacks(key)),
        None => Ok(opened.columns.clone()),
    }
}

fn gather(report: &mut Report, planned: &[Planned], piece: &Piece, planner: &mut Planner<'_>) {
    report.counts.blank += piece.blank;
    for one in planned {
        report.add(one);
    }
    let promised = planner.promised(planned);
    report.organisations.extend(promised.organisations.into_iter().map(|(_, name)| name));
    report.places.extend(promised.places.into_iter().map(|(_, name)| name));
}

/// How often a piece is planned anew when others were faster.
const TRIES: usize = 5;

/// How an import is taken in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner<'a> {
    /// Why known consignments are corrected.
    pub reason: &'a str,
    /// Whether what is doubtful is left out, to be looked at again.
    pub strict: bool,
}

/// Takes a file in: a file of up to [`load::WHOLE`] rows as a whole, a larger one piece by piece, so that others can work
/// meanwhile; one that was interrupted goes on where it was. `progress` is told how many rows are done.
pub fn take_in(
    pool: &Pool,
    opened: &mut Opened,
    (import, mission): (&Import, Option<&Mission>),
    manner: Manner<'_>,
    who: &Visitor,
    mut progress: impl FnMut(usize),
) -> Result<Report, Stopped> {
    let mut report = Report { unread: opened.table.others.clone(), ..Report::default() };
    let columns = sound(opened)?;
    if let Some(cupboard) = columns.into {
        return cupboards::take_in(pool, opened, (cupboard, import), who, progress);
    }
    let mut planner = Planner::new(&columns, mission.cloned(), origin(&import.name, &import.sha256), who);
    let mut counts = import.counts;
    let already = usize::try_from(counts.rows() - counts.blank).unwrap_or_default();
    let mut through = 0;
    load::pieces(&mut opened.book, &opened.table, &columns, |piece| {
        through += piece.groups.iter().map(Vec::len).sum::<usize>();
        for again in 0..TRIES {
            let mut planned = pool.read_now(|db| planner.plan(db, &piece))?;
            // Every row that was done is counted, and pieces are the same each time.
            if already > 0 && through <= already && !piece.last {
                break;
            }
            if manner.strict {
                leave_doubtful_out(&mut planned);
            }
            let promised = planner.promised(&planned);
            let done = pool.write_in_turn(|db: &mut Db| {
                if taken_meanwhile(db, &planned)? {
                    return Ok(None);
                }
                let (done, refused) = actions::apply(db, import, &planned, &promised, manner.reason, who)?;
                let mut all = counts;
                all.add(done);
                all.blank += piece.blank;
                let stage = if piece.last { Stage::Applied } else { Stage::Running };
                actions::proceed(db, import.id, counts, all, stage, who)?;
                Ok(Some((all, refused)))
            })?;
            let Some((all, refused)) = done else {
                if again + 1 == TRIES {
                    return Err(Error::Unavailable("others take the same in".into()));
                }
                planner.back();
                continue;
            };
            counts = all;
            planner.ask_anew();
            for Refused { rows, spots } in refused {
                report.refuse(rows, spots);
            }
            for one in &planned {
                report.add(one);
            }
            report.organisations.extend(promised.organisations.into_iter().map(|(_, name)| name));
            report.places.extend(promised.places.into_iter().map(|(_, name)| name));
            break;
        }
        progress(piece.done);
        Ok(())
    })?;
    report.counts = counts;
    Ok(report)
}

/// Whether what was new when it was planned is there by now.
fn taken_meanwhile(db: &mut Db, planned: &[Planned]) -> Result<bool> {
    let mut by_mission: HashMap<_, Vec<String>> = HashMap::new();
    for one in planned.iter().filter(|one| matches!(one.fate, Fate::Made(_))) {
        if let Some(mission) = one.mission {
            by_mission.entry(mission).or_default().push(one.key.clone());
        }
    }
    for (mission, keys) in by_mission {
        if !store::known(db, mission, &keys)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is doubtful goes to those refused, each with what is asked about it.
fn leave_doubtful_out(planned: &mut [Planned]) {
    for one in planned {
        if matches!(one.fate, Fate::Made(_) | Fate::Changed(_)) && !one.understood.doubts.is_empty() {
            one.fate = Fate::Refused(one.understood.doubts.clone());
        }
    }
}
