//! What a file's columns mean: proposed, shown with what stands below them, and said.

use super::{open, standing};
use crate::{
    accounts::Visitor,
    db::Pool,
    error::{Error, Result},
    exchange::{
        actions,
        cell::text_of,
        cupboards::Cupboard,
        fields::{Field, Kind, List, Of, fields},
        load::count,
        mapping::{Amounts, Column, DateOrder, DecimalSign, Mapping, NOTE, NOTHING, Naming, Unreadable},
        model::{Import, Stage},
        reading::{Encoding, TextForm},
        report::field_words,
        run::Opened,
        told,
        understand::Columns,
        words::{self, says_nothing},
    },
    files::{self, Folder},
    lang::{Lang, filters},
    missions::Mission,
    values::{Id, Unit},
    web::{self, Form, Frame, Input, Posted, Problems, shortened},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::BTreeSet;

/// How many of its values are shown of a column.
const SHOWN: usize = 3;

/// How many words of a column are asked for.
const ASKED: usize = 40;

/// A choice: its code, its words.
type Choices = Vec<(String, String)>;

/// A column as the form shows it.
struct ColumnRow {
    n: usize,
    letter: String,
    header: String,
    samples: Vec<String>,
    /// Its dates may be written in several orders.
    dated: bool,
    /// Its numbers may have two decimal signs.
    numbered: bool,
    /// It has a unit, or a currency.
    measured: Option<&'static str>,
    /// It names goods.
    goods: bool,
    /// Its amounts are of the row or of the whole.
    shared: bool,
    /// What cannot be read may be kept as a note.
    optional: bool,
    /// Words to be told the meaning of; each with whether it is known.
    words: Vec<(usize, String)>,
    /// What they may mean.
    means: Choices,
}

/// What was found out about a file.
struct Found {
    sheet: String,
    sheets: Vec<String>,
    rows: String,
    kind: &'static str,
    text: Option<Written>,
    columns: Vec<ColumnRow>,
}

/// How a text file is written.
struct Written {
    encodings: String,
    separator: String,
    doubtful: bool,
}

#[derive(Template)]
#[template(path = "exchange/columns.html")]
struct ColumnsPage {
    frame: Frame,
    form: Form,
    import: Import,
    mission: Option<Mission>,
    found: std::result::Result<Found, String>,
    fields: Vec<(&'static str, Choices)>,
    encodings: Choices,
    separators: Choices,
    /// The categories of goods.
    categories: Choices,
    /// What the form keeps without asking: what holds for every row, and what kind of file this is.
    kept: Choices,
}

/// `GET /imports/{id}/columns`: the columns, each with what it probably means.
pub async fn columns(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (import, mission) = standing(&pool, id.into_inner(), &visitor).await?;
    columns_page(&pool, &folder, frame, (import, mission), None).await
}

async fn columns_page(
    pool: &Data<Pool>,
    folder: &Data<Folder>,
    frame: Frame,
    (import, mission): (Import, Option<Mission>),
    refused: Option<(Input, Problems)>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (pool, folder, asked) = (pool.clone(), folder.clone(), import.clone());
    let looked = actix_web::web::block(move || look(&pool, &folder, &asked, lang)).await.map_err(Error::internal)?;
    let (found, proposed) = match looked {
        Ok((found, mapping)) => (Ok(found), mapping),
        Err(sentence) => (Err(sentence), import.mapping.clone()),
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = match refused {
        Some((input, problems)) => Form::with(input, problems),
        None => Form::fresh(fields_of(&proposed), lang),
    };
    let asked: &[&str] = if proposed.into.is_some() { &["category", "unit", "figure_source"] } else { &["unit"] };
    let fixed = proposed.fixed.iter().filter(|(code, _)| !asked.contains(&code.as_str()));
    let mut kept: Choices = fixed.map(|(code, value)| (format!("fixed.{code}"), value.clone())).collect();
    kept.extend(some(&proposed.title).map(|title| ("title".to_string(), title)));
    let page = ColumnsPage {
        form,
        kept,
        import,
        mission,
        found,
        fields: field_choices(proposed.into, lang),
        encodings: encodings(lang),
        separators: separators(lang),
        categories: meanings(Some(Kind::Code(List::Category)), lang),
        frame: frame.clone(),
    };
    web::html(status, lang, &page)
}

/// Looks at a file: what it is like, and what its columns are taken to mean.
fn look(pool: &Pool, folder: &Folder, import: &Import, lang: Lang) -> std::result::Result<(Found, Mapping), String> {
    let mut opened = open(pool, folder, import).map_err(|cause| told::unopened(&cause, lang))?;
    let Opened { book, table, columns, mapping, .. } = &mut opened;
    let rows = count(book, table, columns).map_err(|fault| told::fault(&fault, lang))?;
    let unknown = unknown_words(book, table, columns).map_err(|fault| told::fault(&fault, lang))?;
    let rows_of = columns.columns.iter().enumerate().map(|(n, column)| {
        let mut samples: Vec<String> = vec![];
        for text in table.sample.iter().filter_map(|row| row.cells.get(n)).map(text_of).filter(|text| !text.is_empty())
        {
            if samples.len() < SHOWN && !samples.contains(&shortened(&text)) {
                samples.push(shortened(&text));
            }
        }
        let field = column.field(columns.into);
        let kind = field.map(|field| field.kind);
        // Those that are told come first and all, in the order in which the form has their meanings.
        let mut said: Vec<String> = column.words.keys().cloned().collect();
        said.extend(unknown.get(n).into_iter().flatten().filter(|word| !column.words.contains_key(*word)).cloned());
        ColumnRow {
            n,
            letter: told::column_name(n + 1),
            header: column.header.clone(),
            samples,
            dated: kind == Some(Kind::Date),
            numbered: matches!(kind, Some(Kind::Quantity | Kind::Weight | Kind::Volume | Kind::Money | Kind::Count)),
            measured: match kind {
                Some(Kind::Quantity | Kind::Weight | Kind::Volume) => Some("unit"),
                Some(Kind::Money) => Some("currency"),
                _ => None,
            },
            goods: kind == Some(Kind::Goods),
            shared: field.is_some_and(Field::adds_up),
            optional: kind.is_some_and(crate::exchange::cell::kept_by_itself),
            words: said.into_iter().enumerate().collect(),
            means: meanings(kind, lang),
        }
    });
    let found = Found {
        columns: rows_of.collect(),
        sheet: table.name.clone(),
        sheets: book.sheets().to_vec(),
        rows: lang.say_n("import-rows", rows as i64),
        kind: book.kind(table.sheet).map(told::kind).unwrap_or_default(),
        text: book.text_form(table.sheet).map(|form| written(form, lang)),
    };
    Ok((found, Mapping { column: columns.columns.clone(), ..mapping.clone() }))
}

/// The words of columns of codes and units that nobody has told the meaning of.
fn unknown_words(
    book: &mut crate::exchange::reading::Book,
    table: &crate::exchange::load::Table,
    columns: &Columns,
) -> std::result::Result<Vec<BTreeSet<String>>, crate::exchange::reading::Fault> {
    let mut out = vec![BTreeSet::new(); columns.columns.len()];
    let asked: Vec<(usize, &Column, Kind)> = columns
        .meant()
        .filter_map(|(n, column, field)| Some((n, column, field?.kind)))
        .filter(|(.., kind)| matches!(kind, Kind::Code(_) | Kind::Unit))
        .collect();
    if asked.is_empty() {
        return Ok(out);
    }
    for row in book.rows(table.sheet)? {
        let row = row?;
        for (n, column, kind) in asked.iter().filter(|_| row.number >= table.first) {
            let text = row.cells.get(*n).map(text_of).unwrap_or_default();
            let known = match kind {
                Kind::Code(list) => crate::exchange::cell::word(&text, column, *list).is_ok(),
                _ => crate::exchange::cell::unit(&text, column).is_ok(),
            };
            if let (false, Some(words)) = (known || says_nothing(&text), out.get_mut(*n))
                && words.len() < ASKED
            {
                words.insert(text);
            }
        }
    }
    Ok(out)
}

fn written(form: &TextForm, lang: Lang) -> Written {
    let shares = form.encodings.iter().map(|share| {
        let lines = lang.say_n("import-rows", i64::try_from(share.lines).unwrap_or(i64::MAX));
        format!("{} ({lines})", share.encoding.name())
    });
    let several = form.encodings.len() > 1;
    let encodings = match form.encodings.first() {
        Some(only) if !several => only.encoding.name().to_string(),
        _ => shares.collect::<Vec<_>>().join(&lang.say("list-separator")),
    };
    let separator = form.separator.map(|byte| separator_words(char::from(byte), lang));
    Written { encodings, separator: separator.unwrap_or_default(), doubtful: form.doubtful }
}

fn separator_words(sign: char, lang: Lang) -> String {
    match sign {
        '\t' => lang.say("separator-tab"),
        ' ' => lang.say("separator-space"),
        sign => sign.to_string(),
    }
}

fn encodings(lang: Lang) -> Choices {
    let all = ["utf-8", "windows-1251", "windows-1252", "windows-1256", "utf-16le"];
    let named = all.iter().map(|code| (code.to_string(), code.to_string()));
    [(String::new(), lang.say("as-found"))].into_iter().chain(named).collect()
}

fn separators(lang: Lang) -> Choices {
    let named = [',', ';', '\t', '|'].map(|sign| (separator_code(sign), separator_words(sign, lang)));
    [(String::new(), lang.say("as-found"))].into_iter().chain(named).collect()
}

/// What a word of a column may mean; empty where it is typed.
fn meanings(kind: Option<Kind>, lang: Lang) -> Choices {
    let Some(Kind::Code(list)) = kind else { return vec![] };
    let prefix = match list {
        List::Mode => "mode",
        List::Status => "status",
        List::UnitKind => "unit-kind",
        List::Document => "document",
        List::Sharing => "sharing",
        List::Category => "category",
        List::WeightKind => "weight",
        List::Qualifier => return words::codes(list).into_iter().map(|code| (code.into(), code.into())).collect(),
    };
    let words = words::codes(list)
        .into_iter()
        .map(|code| (code.to_string(), lang.say(&format!("{prefix}-{}", code.replace('_', "-")))));
    [(String::new(), lang.say("choose"))].into_iter().chain(words).collect()
}

/// What a column may mean, by what it belongs to.
fn field_choices(into: Option<Cupboard>, lang: Lang) -> Vec<(&'static str, Choices)> {
    let of = |of: Of| -> Choices {
        let own = fields(into).iter().filter(|field| field.of == of && field.kind != Kind::Again);
        own.map(|field| (field.code.to_string(), field_words(field, lang))).collect()
    };
    let groups = [
        ("import-of-record", of(Of::Record)),
        ("import-of-line", of(Of::Line)),
        ("import-of-consignment", of(Of::Consignment)),
        ("import-of-leg", of(Of::Leg)),
    ];
    groups.into_iter().filter(|(_, fields)| !fields.is_empty()).collect()
}

/// A mapping as its form shows it.
fn fields_of(mapping: &Mapping) -> Input {
    let mut f = Input::default();
    f.set_some("sheet", mapping.sheet.clone().unwrap_or_default());
    f.set_some("header", mapping.header.map(|n| n.to_string()).unwrap_or_default());
    f.set_some("encoding", mapping.encoding.clone().unwrap_or_default());
    f.set_some("separator", mapping.separator.map(separator_code).unwrap_or_default());
    f.set_some("fixed_unit", mapping.fixed.get("unit").cloned().unwrap_or_default());
    for (code, value) in &mapping.fixed {
        f.set_some(format!("fixed.{code}"), value.clone());
    }
    for (n, column) in mapping.column.iter().enumerate() {
        let mut put = |name: &str, value: String| f.set_some(format!("column.{n}.{name}"), value);
        put("means", column.means.clone());
        put("dates", column.dates.map(|it| code_of(&it)).unwrap_or_default());
        put("decimal", column.decimal.map(|it| code_of(&it)).unwrap_or_default());
        put("unit", column.unit.clone().unwrap_or_default());
        put("currency", column.currency.clone().unwrap_or_default());
        put("goods", column.goods.map(|it| code_of(&it)).unwrap_or_default());
        put("amounts", column.amounts.map(|it| code_of(&it)).unwrap_or_default());
        put("unreadable", column.unreadable.map(|it| code_of(&it)).unwrap_or_default());
        for (k, (_, means)) in column.words.iter().enumerate() {
            put(&format!("word.{k}"), means.clone());
        }
    }
    f
}

/// The word by which a choice stands in mappings.
fn code_of(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(String::from)).unwrap_or_default()
}

fn read<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_string())).ok()
}

/// `POST /imports/{id}/columns`: keeps what was said. What changes how the file itself is read proposes the columns anew.
pub async fn say_columns(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let (import, mission) = standing(&pool, id, &visitor).await?;
    if import.stage != Stage::Draft {
        return Ok(web::see(&format!("/imports/{id}")));
    }
    let form = Mapping {
        into: import.mapping.into,
        sheet: some(input.get("sheet")),
        header: input.get("header").parse().ok(),
        encoding: some(input.get("encoding")).filter(|label| Encoding::for_label(label.as_bytes()).is_some()),
        separator: separator_of(input.get("separator")),
        ..Mapping::default()
    };
    let before = &import.mapping;
    let same = |mapping: &Mapping| {
        (&mapping.sheet, mapping.header, &mapping.encoding, mapping.separator)
            == (&before.sheet, before.header, &before.encoding, before.separator)
    };
    if !same(&form) {
        let changed = Import { mapping: form, ..import };
        let who = visitor.clone();
        pool.write(move |db| actions::describe(db, &changed, &who)).await?;
        return Ok(web::see(&format!("/imports/{id}/columns")));
    }
    let mut problems = Problems::new(lang);
    let (mut mapping, at) = said(&input, form);
    mapping.title = input.get("title").to_string();
    let fixed = input.fields().filter(|(_, value)| !value.is_empty());
    let fixed = fixed.filter_map(|(name, value)| Some((name.strip_prefix("fixed.")?, value)));
    mapping.fixed = fixed.map(|(code, value)| (code.to_string(), value.to_string())).collect();
    if let Some(unit) = some(input.get("fixed_unit")) {
        match Unit::read(&unit) {
            Some(_) => drop(mapping.fixed.insert("unit".into(), unit)),
            None => problems.add_with("fixed_unit", "error-unknown-unit", [("unit", shortened(&unit))]),
        }
    }
    if let Err(fault) = mapping.check() {
        problems.add_with(&at, "import-said", [("value", told::mapping(&fault, lang))]);
    } else if let Some(key) = Columns::new(&mapping, mapping.column.clone()).lack() {
        problems.add("", key);
    }
    if !problems.is_empty() {
        return columns_page(&pool, &folder, frame, (import, mission), Some((input, problems))).await;
    }
    let headers: Vec<String> = mapping.column.iter().map(|column| column.header.clone()).collect();
    let changed = Import { signature: crate::exchange::mapping::signature(&headers), mapping, ..import };
    pool.write(move |db| actions::describe(db, &changed, &visitor)).await?;
    Ok(web::see(&format!("/imports/{id}")))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_string()).filter(|text| !text.is_empty())
}

/// A separator as a form names it: a tab is no text that survives trimming.
fn separator_code(sign: char) -> String {
    if sign == '\t' { "tab".into() } else { sign.to_string() }
}

fn separator_of(code: &str) -> Option<char> {
    if code == "tab" { Some('\t') } else { code.chars().next() }
}

/// The columns as the form says them; and the field that is to blame where that cannot be.
fn said(input: &Input, form: Mapping) -> (Mapping, String) {
    let mut mapping = form;
    for row in input.rows("column") {
        let field = Field::named(mapping.into, row.get("means"));
        let kind = field.map(|field| field.kind);
        let number = matches!(kind, Some(Kind::Quantity | Kind::Weight | Kind::Volume | Kind::Money | Kind::Count));
        let mut column = Column {
            header: row.get("header").to_string(),
            means: if field.is_some() || row.get("means") == NOTHING { row.get("means").into() } else { NOTE.into() },
            dates: read::<DateOrder>(row.get("dates")).filter(|_| kind == Some(Kind::Date)),
            decimal: read::<DecimalSign>(row.get("decimal")).filter(|_| number),
            unit: some(row.get("unit")).filter(|_| matches!(kind, Some(Kind::Quantity | Kind::Weight | Kind::Volume))),
            currency: some(row.get("currency")).filter(|_| kind == Some(Kind::Money)),
            goods: read::<Naming>(row.get("goods")).filter(|_| kind == Some(Kind::Goods)),
            amounts: read::<Amounts>(row.get("amounts")).filter(|_| field.is_some_and(Field::adds_up)),
            unreadable: read::<Unreadable>(row.get("unreadable")),
            words: Default::default(),
        };
        let words = (0..).map(|k| (row.get(&format!("said.{k}")), row.get(&format!("word.{k}"))));
        for (word, means) in words.take_while(|(word, _)| !word.is_empty()).filter(|(_, means)| !means.is_empty()) {
            column.words.insert(word.to_string(), means.to_string());
        }
        mapping.column.push(column);
    }
    (mapping, String::new())
}

/// `GET /imports/{id}/mapping.toml`: what the columns mean, to be kept beside files of this kind.
pub async fn mapping(
    pool: Data<Pool>,
    folder: Data<Folder>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (import, _) = standing(&pool, id.into_inner(), &visitor).await?;
    let name = import.name.clone();
    let opened = actix_web::web::block(move || open(&pool, &folder, &import)).await.map_err(Error::internal)?;
    let text = match opened {
        Ok(opened) => opened.mapping.text(),
        Err(cause) => format!("# {}\n", told::unopened(&cause, lang)),
    };
    let name = format!("{}.toml", files::plain_name(&name));
    Ok(web::download("application/toml; charset=utf-8", &name).body(text))
}
