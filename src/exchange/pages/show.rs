//! What would come of a file, before anything is done; taking it in; and what came of it.

use super::{open, standing};
use crate::{
    accounts::{Act, Visitor},
    db::Pool,
    error::{Error, Result},
    exchange::{
        actions,
        cupboards::Cupboard,
        load::{WHOLE, count},
        model::{Counts, Import, Stage},
        report::{Kept, Report, Sample, Totals, column_words, write_refused},
        run::{self, Manner},
        told,
        understand::Columns,
    },
    files::{self, Folder},
    history::Change,
    lang::{Lang, filters},
    missions::Mission,
    values::Id,
    web::{self, Form, Frame, Input, Posted, Problems, field_label, field_value},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::{
    collections::HashSet,
    sync::{LazyLock, Mutex, PoisonError},
};

#[derive(Template)]
#[template(path = "exchange/show.html")]
struct ShowPage {
    frame: Frame,
    form: Form,
    import: Import,
    mission: Option<Mission>,
    /// What would come of it; the sentence that says why it cannot be read.
    seen: std::result::Result<Seen, String>,
    may_undo: bool,
    /// Whether this program is taking it in just now.
    at_work: bool,
    done: &'static str,
}

struct Seen {
    report: Report,
    columns: Columns,
    /// Whether nobody has said yet what the columns mean.
    proposed: bool,
}

impl ShowPage {
    fn column(&self, seen: &Seen, column: &Option<usize>) -> String {
        column.map(|n| column_words(&seen.columns, n, self.frame.lang)).unwrap_or_default()
    }

    fn plural(&self, key: &str, n: &i64) -> String {
        self.frame.lang.say_n(key, *n)
    }

    fn many(&self, key: &str, n: &usize) -> String {
        self.frame.lang.say_n(key, i64::try_from(*n).unwrap_or(i64::MAX))
    }

    fn column_name(&self, seen: &Seen, column: &usize) -> String {
        column_words(&seen.columns, *column, self.frame.lang)
    }

    /// Totals by mode, in the file's own words, and all together.
    fn totals<'a>(&self, seen: &'a Seen) -> Vec<(String, &'a Totals)> {
        let lang = self.frame.lang;
        let unsaid = lang.say("mode-not-stated");
        let report = &seen.report;
        let words = |mode: &String| if mode.is_empty() { unsaid.clone() } else { mode.clone() };
        let modes =
            report.by_mode.iter().filter(|(_, totals)| totals.consignments > 0).map(|(mode, it)| (words(mode), it));
        let modes: Vec<_> = modes.collect();
        let several = modes.len() > 1;
        let all = [(lang.say("import-all"), &report.totals)];
        modes
            .into_iter()
            .filter(|_| several)
            .chain(all.into_iter().filter(|(_, totals)| totals.consignments > 0))
            .collect()
    }

    /// A total without the counts that have columns of their own.
    fn figures(&self, totals: &Totals) -> Vec<String> {
        totals.words(self.frame.lang).into_iter().skip(2).collect()
    }

    fn change(&self, Change(field, old, new): &Change) -> (String, String, String) {
        let lang = self.frame.lang;
        (field_label(&lang, field), field_value(&lang, field, old), field_value(&lang, field, new))
    }

    fn mode(&self, sample: &Sample) -> String {
        self.frame.lang.say(&format!("mode-{}", sample.mode.replace('_', "-")))
    }

    fn dates(&self, sample: &Sample) -> Vec<String> {
        let lang = self.frame.lang;
        sample
            .dates
            .iter()
            .map(|(field, date)| format!("{}: {}", lang.say(&web::label_key(field)), field_value(&lang, field, date)))
            .collect()
    }

    fn rows(&self, rows: &[u64]) -> String {
        let lang = self.frame.lang;
        let shown: Vec<String> =
            rows.iter().take(6).map(|row| lang.count(i64::try_from(*row).unwrap_or(i64::MAX))).collect();
        let more = if rows.len() > shown.len() { " …" } else { "" };
        shown.join(&lang.say("list-separator")) + more
    }

    /// The cupboard it goes into: its code; empty where it makes consignments.
    fn into(&self) -> &'static str {
        self.import.mapping.into.map_or("", Cupboard::code)
    }

    /// How many consignments, or records, these are.
    fn things(&self, n: &usize) -> String {
        self.many(if self.into().is_empty() { "import-consignments" } else { "import-rows" }, n)
    }

    /// The columns that are kept as notes.
    fn noted(&self, seen: &Seen) -> String {
        let names = seen.columns.noted().map(|n| column_words(&seen.columns, n, self.frame.lang));
        names.collect::<Vec<_>>().join(&self.frame.lang.say("list-separator"))
    }

    fn times(&self, kept: &Kept) -> String {
        self.frame.lang.count(kept.times)
    }

    /// What comes of the rows, a count each.
    fn counts(&self, counts: &Counts) -> Vec<(&'static str, i64)> {
        if self.import.mapping.into.is_some() {
            return vec![
                ("import-count-records", counts.made),
                ("import-count-unchanged", counts.unchanged),
                ("import-count-completed", counts.changed),
                ("import-count-refused", counts.refused),
                ("import-count-blank", counts.blank),
            ];
        }
        vec![
            ("import-count-made", counts.made),
            ("import-count-lines", counts.lines),
            ("import-count-unchanged", counts.unchanged),
            ("import-count-changed", counts.changed),
            ("import-count-refused", counts.refused),
            ("import-count-blank", counts.blank),
        ]
    }

    fn row_number(&self, row: &u64) -> String {
        self.frame.lang.count(i64::try_from(*row).unwrap_or(i64::MAX))
    }
}

/// `GET /imports/{id}`: what would come of it, or what came of it.
pub async fn show(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    req: actix_web::HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let done = web::done(&req, &["imported", "import-undone"]);
    show_page(&pool, &folder, frame, visitor, id.into_inner(), (done, None)).await
}

async fn show_page(
    pool: &Data<Pool>,
    folder: &Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    (done, refused): (&'static str, Option<(Input, Problems)>),
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (import, mission) = standing(pool, id, &visitor).await?;
    let (pool, folder, asked, of, who) =
        (pool.clone(), folder.clone(), import.clone(), mission.clone(), visitor.clone());
    // Of what was taken in the counts say enough; its file is gone through only for what was refused.
    let seen = match import.stage {
        Stage::Draft => {
            let looked = actix_web::web::block(move || look(&pool, &folder, &asked, of.as_ref(), &who));
            looked.await.map_err(Error::internal)?
        }
        _ => Err(String::new()),
    };
    let may_undo = actions::may(&import, Act::Void, &visitor);
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = match refused {
        Some((input, problems)) => Form::with(input, problems),
        None => Form::fresh(Input::default().with("reason", lang.v("import-reason", &import.name)), lang),
    };
    let at_work = running(id);
    web::html(status, lang, &ShowPage { form, mission, seen, may_undo, at_work, done, import, frame: frame.clone() })
}

fn look(
    pool: &Pool,
    folder: &Folder,
    import: &Import,
    mission: Option<&Mission>,
    who: &Visitor,
) -> std::result::Result<Seen, String> {
    let lang = who.lang;
    let mut opened = open(pool, folder, import).map_err(|cause| told::unopened(&cause, lang))?;
    let report = run::preview(pool, &mut opened, mission, (&import.name, &import.sha256), false, who)
        .map_err(|cause| told::stopped(&cause, lang))?;
    Ok(Seen { report, columns: opened.columns, proposed: opened.proposed })
}

/// The imports this program is taking in.
static RUNNING: LazyLock<Mutex<HashSet<Id>>> = LazyLock::new(Mutex::default);

fn running(id: Id) -> bool {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
}

/// Marks an import as being taken in, while this lives.
struct AtWork(Id);

impl AtWork {
    fn begin(id: Id) -> Option<Self> {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(id).then_some(Self(id))
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// `POST /imports/{id}`: takes it in. A large file goes on after the answer, piece by piece.
pub async fn apply(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (import, mission) = standing(&pool, id, &visitor).await?;
    let address = format!("/imports/{id}");
    if !matches!(import.stage, Stage::Draft | Stage::Running) {
        return Ok(web::see(&address));
    }
    let Some(at_work) = AtWork::begin(id) else { return Ok(web::see(&address)) };
    // Without a reason of their own the file is the reason.
    let reason = match input.get("reason") {
        "" => lang.v("import-reason", &import.name),
        reason => reason.to_string(),
    };
    let strict = input.get("strict") == "1";
    let (all, files, asked, who) = (pool.clone(), folder.clone(), import.clone(), visitor.clone());
    let opened = actix_web::web::block(move || {
        let mut opened = open(&all, &files, &asked).map_err(|cause| told::unopened(&cause, who.lang))?;
        let rows =
            count(&mut opened.book, &opened.table, &opened.columns).map_err(|fault| told::fault(&fault, who.lang))?;
        Ok::<_, String>((opened, rows))
    });
    let (mut opened, rows) = match opened.await.map_err(Error::internal)? {
        Ok(opened) => opened,
        Err(sentence) => return again(&pool, &folder, frame, visitor, id, input, sentence).await,
    };
    // A proposal that was looked at and taken in is what the columns mean.
    let described = Import { mapping: opened.mapping.clone(), signature: opened.signature(), ..import };
    let who = visitor.clone();
    let started = pool
        .write(move |db| {
            actions::describe(db, &described, &who)?;
            actions::start(db, id, &who)
        })
        .await?;
    let Some(import) = started else { return Ok(web::see(&address)) };
    let (all, who) = (pool.clone(), visitor.clone());
    let work = actix_web::web::block(move || {
        let _at_work = at_work;
        let manner = Manner { reason: &reason, strict };
        let done = run::take_in(&all, &mut opened, (&import, mission.as_ref()), manner, &who, |_| {});
        done.map(drop).map_err(|cause| {
            tracing::warn!(?cause, import = %import.id, "a file was not taken in to its end");
            told::stopped(&cause, lang)
        })
    });
    if rows > WHOLE {
        actix_web::rt::spawn(work);
        return Ok(web::see(&address));
    }
    match work.await.map_err(Error::internal)? {
        Ok(()) => Ok(web::see_done(&address, "imported")),
        Err(sentence) => again(&pool, &folder, frame, visitor, id, input, sentence).await,
    }
}

async fn again(
    pool: &Data<Pool>,
    folder: &Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    input: Input,
    sentence: String,
) -> Result<HttpResponse> {
    let mut problems = Problems::new(frame.lang);
    problems.add_with("", "import-said", [("value", sentence)]);
    show_page(pool, folder, frame, visitor, id, ("", Some((input, problems)))).await
}

/// `GET /imports/{id}/refused.csv`: the rows that are refused, as they stand, with what is wrong: to correct and bring again.
pub async fn refused(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (import, mission) = standing(&pool, id.into_inner(), &visitor).await?;
    let name = format!("{}-refused.csv", files::plain_name(&import.name));
    let written =
        actix_web::web::block(move || refused_rows(&pool, &folder, &import, mission.as_ref(), &visitor, lang));
    let bytes = written.await.map_err(Error::internal)?.map_err(Error::Invalid)?;
    Ok(web::download("text/csv; charset=utf-8; header=present", &name).body(bytes))
}

fn refused_rows(
    pool: &Pool,
    folder: &Folder,
    import: &Import,
    mission: Option<&Mission>,
    who: &Visitor,
    lang: Lang,
) -> std::result::Result<Vec<u8>, String> {
    let mut opened = open(pool, folder, import).map_err(|cause| told::unopened(&cause, lang))?;
    // Of a file that is taken in, what is doubtful and not there was left out for that.
    let strict = import.stage == Stage::Applied;
    let report = run::preview(pool, &mut opened, mission, (&import.name, &import.sha256), strict, who)
        .map_err(|cause| told::stopped(&cause, lang))?;
    let mut out = vec![];
    write_refused(&mut opened.book, &opened.table, &report, lang, &mut out)?;
    Ok(out)
}
