//! `keruen import FILE`: takes a spreadsheet in, as the pages do. Its last line is for programs; it ends well (0) when every row was
//! taken in, with 3 when some were refused, and with 1 when nothing could be done.

use super::{Outcome, house, tell};
use crate::{
    accounts::Visitor,
    config::{Import as Asked, Settings},
    db::Pool,
    error::Error,
    exchange::{
        self, actions,
        cupboards::Cupboard,
        load::Stopped,
        mapping::Mapping,
        model::{Counts, Import, Stage},
        reading::Limits,
        report::{self, Report},
        run::{self, Manner, Opened},
        told,
    },
    lang::Lang,
    missions::{self, Mission},
    values::{Id, Moment},
    web::Input,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::{fs, path::Path, process::ExitCode};

/// How it ends when some rows were refused.
const SOME_REFUSED: u8 = 3;

/// Takes the file in.
pub fn run(settings: &Settings, asked: &Asked, lang: Lang) -> Outcome {
    let address = house::address(settings, lang)?;
    let pool = house::open_standing(&address, lang)?;
    let who = Visitor::operator(lang);
    let failed = |e: Error| lang.v("op-import-failed", e.to_string());
    let name = asked.file.file_name().map(|name| name.to_string_lossy().to_string()).unwrap_or_default();
    let mission = match &asked.mission {
        None => None,
        Some(code) => Some(mission_of(&pool, code, asked.open.as_deref(), &who)?),
    };
    let said = match &asked.mapping {
        None => None,
        Some(file) => Some(mapping(file, lang)?),
    };
    let said = match asked.into.as_deref().and_then(Cupboard::from_code) {
        None => said,
        Some(cupboard) => {
            let said = Mapping { into: Some(cupboard), ..said.unwrap_or_default() };
            said.check().map_err(|fault| told::mapping(&fault, lang))?;
            Some(said)
        }
    };
    let limits = Limits::of_bytes(asked.max_bytes);
    let mut opened = run::open(&pool, &asked.file, limits, said).map_err(|e| told::unopened(&e, lang))?;
    if asked.print_mapping {
        tell(&opened.mapping.text());
        return Ok(ExitCode::SUCCESS);
    }
    let (sha256, size) = run::print_of(&asked.file).map_err(|e| {
        lang.say_with("op-file-unreadable", [("file", house::shown(&asked.file)), ("cause", e.to_string())])
    })?;
    let report = if asked.dry_run {
        run::preview(&pool, &mut opened, mission.as_ref(), (&name, &sha256), asked.strict, &who)
    } else {
        let import = Import {
            id: Id::fresh(),
            mission: mission.as_ref().map(|mission| mission.id),
            name,
            sha256,
            size: i64::try_from(size).unwrap_or(i64::MAX),
            signature: opened.signature(),
            mapping: opened.mapping.clone(),
            stage: Stage::Running,
            counts: Counts::default(),
            by: None,
            at: Moment::now(),
            ended: None,
        };
        pool.write_now(|db| actions::bring(db, &import, &who)).map_err(failed)?;
        let bar = bar(&pool, &mut opened, lang)?;
        let manner = Manner { reason: &lang.v("import-reason", &import.name), strict: asked.strict };
        let done = run::take_in(&pool, &mut opened, (&import, mission.as_ref()), manner, &who, |rows| {
            bar.set_position(rows as u64)
        });
        bar.finish_and_clear();
        done
    };
    let report = report.map_err(|e| match e {
        Stopped::Taker(cause) => lang.v("op-import-failed", cause),
        e => told::stopped(&e, lang),
    })?;
    for line in report::lines(&report, &opened.columns, lang) {
        tell(&line);
    }
    if let Some(file) = &asked.report {
        let unwritable =
            |cause: String| lang.say_with("op-report-unwritable", [("file", house::shown(file)), ("cause", cause)]);
        let out = fs::File::create(file).map_err(|e| unwritable(e.to_string()))?;
        report::write_refused(&mut opened.book, &opened.table, &report, lang, std::io::BufWriter::new(out))
            .map_err(unwritable)?;
    }
    tell(&last_line(&report, opened.columns.into));
    Ok(if report.counts.refused > 0 { ExitCode::from(SOME_REFUSED) } else { ExitCode::SUCCESS })
}

/// The last line, the same in every language: programs read it.
fn last_line(report: &Report, into: Option<Cupboard>) -> String {
    let what = into.map_or("consignments", Cupboard::noun);
    let Counts { made, lines, unchanged, changed, refused, blank } = report.counts;
    format!(
        "imported {made} {what}, {lines} lines; unchanged {unchanged}; changed {changed}; refused {refused}; blank {blank}"
    )
}

/// The mission with this code; opened with this title where there is none, and a title is given.
fn mission_of(pool: &Pool, code: &str, title: Option<&str>, who: &Visitor) -> Outcome<Mission> {
    let lang = who.lang;
    let found = pool.attempt_now(|db| {
        let id = match (missions::by_code(db, code)?, title) {
            (Some(brief), _) => brief.id,
            (None, None) => return Ok(Err(lang.v("op-no-mission", code))),
            (None, Some(title)) => {
                let form = Input::default().with("code", code).with("title", title);
                match missions::actions::open(db, Id::fresh(), &form, who)? {
                    Ok(id) => id,
                    Err(refusal) => {
                        let problems = refusal.problems(lang);
                        return Ok(Err(problems
                            .iter()
                            .map(|problem| problem.text.clone())
                            .collect::<Vec<_>>()
                            .join(" ")));
                    }
                }
            }
        };
        missions::find(db, id)?.ok_or(Error::NotFound).map(Ok)
    });
    found.map_err(|e| lang.v("op-import-failed", e.to_string()))?
}

fn mapping(file: &Path, lang: Lang) -> Outcome<Mapping> {
    let unreadable =
        |cause: String| lang.say_with("op-file-unreadable", [("file", house::shown(file)), ("cause", cause)]);
    let text = fs::read_to_string(file).map_err(|e| unreadable(e.to_string()))?;
    Mapping::read(&text).map_err(|fault| format!("{}: {}", house::shown(file), told::mapping(&fault, lang)))
}

/// A bar that shows how far it has come, where somebody looks.
fn bar(_: &Pool, opened: &mut Opened, lang: Lang) -> Outcome<ProgressBar> {
    let Opened { book, table, columns, .. } = opened;
    let rows = exchange::load::count(book, table, columns).map_err(|fault| told::fault(&fault, lang))?;
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {per_sec} {eta}").map_err(|e| e.to_string())?;
    Ok(ProgressBar::new(rows as u64).with_style(style))
}
