//! The rules of the house, each a pure function over its files, so that a planted breach is tried too.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The house's text files by their path from its root.
type Files = BTreeMap<String, String>;

/// The breaches a rule found, in words; none is well.
type Breaches = Vec<String>;

fn files() -> Files {
    fn gather(root: &Path, folder: &Path, out: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(root, &path, out);
            } else if let Ok(text) = fs::read_to_string(&path) {
                out.insert(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"), text);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut out = Files::new();
    for folder in ["src", "templates", "locales", "migrations", "static"] {
        gather(root, &root.join(folder), &mut out);
    }
    out
}

fn of<const N: usize>(files: [(&str, &str); N]) -> Files {
    files.into_iter().map(|(path, text)| (path.to_string(), text.to_string())).collect()
}

#[track_caller]
fn well(breaches: Breaches) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// The files under a folder with an ending.
fn under<'a>(files: &'a Files, folder: &'a str, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let wanted = move |path: &str| path.starts_with(folder) && path.ends_with(end);
    files.iter().map(|(path, text)| (path.as_str(), text.as_str())).filter(move |(path, _)| wanted(path))
}

/// Rust without the lines that are remarks.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The room a file belongs to: `missions` for `src/missions/store.rs` and for `templates/missions/form.html`.
fn room(path: &str) -> &str {
    let part = path.split('/').nth(1).unwrap_or_default();
    part.strip_suffix(".rs").or(part.strip_suffix(".html")).unwrap_or(part)
}

/// The leading word: letters, digits and low lines.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())]
}

// ---- a room uses only rooms declared above it

fn order(files: &Files) -> Vec<String> {
    let lib = code(&files["src/lib.rs"]);
    lib.split("pub mod ").skip(1).map(|rest| word(rest).to_string()).collect()
}

/// The rooms a text names after `crate::`, alone or in a group: `crate::{db::{Db, Pool}, lang}`.
fn named_rooms(text: &str) -> Vec<&str> {
    let mut out = vec![];
    for rest in text.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            out.push(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    out.push(word(group[start..at].trim_start()));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    out.push(word(group[start..at].trim_start()));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    out
}

fn upward_imports(files: &Files) -> Breaches {
    let order = order(files);
    let height = |room: &str| order.iter().position(|r| r == room);
    let mut out = vec![];
    for (path, text) in under(files, "src/", ".rs").chain(under(files, "templates/", ".html")) {
        let Some(own) = height(room(path)) else {
            if path.starts_with("src/") && !matches!(path, "src/lib.rs" | "src/main.rs") {
                out.push(format!("{path} belongs to no room that lib.rs declares"));
            }
            continue;
        };
        for used in named_rooms(&code(text)) {
            if height(used).is_some_and(|other| other > own) {
                out.push(format!("{path} uses {used}, which stands above it"));
            }
        }
    }
    out
}

#[test]
fn a_room_uses_only_rooms_below_it() {
    assert!(order(&files()).len() > 12);
    well(upward_imports(&files()));
}

#[test]
fn a_planted_upward_import_is_found() {
    let lib = ("src/lib.rs", "pub mod db;\npub mod missions;\npub mod reports;");
    for planted in [
        "use crate::reports::Summary;",
        "use crate::{db::{Db, Pool}, reports};",
        "use crate::{\n    reports::{self, Summary},\n    db::Db,\n};",
        "fn f() { crate::reports::page() }",
    ] {
        assert_eq!(upward_imports(&of([lib, ("src/missions/pages.rs", planted)])).len(), 1, "{planted}");
    }
    assert_eq!(upward_imports(&of([lib, ("templates/missions/list.html", "{{ crate::reports::x() }}")])).len(), 1);
    assert_eq!(upward_imports(&of([lib, ("src/stray.rs", "")])).len(), 1);
    well(upward_imports(&of([lib, ("src/reports.rs", "use crate::{db, missions::Mission};\n//! crate::server")])));
}

// ---- SQL lives in stores; each table is written by one room; transactions are the doors' alone

/// Whether a file holds a room's SQL: its `store.rs`, or one of the files its `store/` grew into.
fn a_store(path: &str) -> bool {
    path.ends_with("/store.rs") || path.contains("/store/")
}

fn sql_outside_stores(files: &Files) -> Breaches {
    // The ground teaches the engines our values and errors; it asks nothing of any table.
    let may = |path: &str| {
        path.starts_with("src/db/") || path.starts_with("src/values/") || path == "src/error.rs" || a_store(path)
    };
    let mut out = vec![];
    for (path, text) in under(files, "src/", ".rs").filter(|(path, _)| !may(path)) {
        let text = code(text);
        // A model may say which columns its fields are; it asks nothing.
        let named: &[&str] = if path.ends_with("/model.rs") { &[] } else { &["diesel::", "schema::"] };
        let asking = ["::table", ".execute(", "sql_query", "batch_execute", "insert_into(", "SELECT ", "INSERT INTO"];
        for sign in named.iter().chain(&asking) {
            if text.contains(sign) {
                out.push(format!("{path} speaks SQL ({sign})"));
            }
        }
    }
    out
}

#[test]
fn sql_lives_in_stores() {
    well(sql_outside_stores(&files()));
}

#[test]
fn planted_sql_is_found() {
    for planted in ["use diesel::prelude::*;", "use crate::db::schema::missions;", "sql_query(\"SELECT 1\")"] {
        assert!(!sql_outside_stores(&of([("src/missions/pages.rs", planted)])).is_empty(), "{planted}");
    }
    let asking = "use diesel::prelude::*;\nfn f(db: &mut Db) { missions::table.load(db) }";
    assert_eq!(sql_outside_stores(&of([("src/missions/model.rs", asking)])).len(), 1);
    well(sql_outside_stores(&of([("src/missions/store.rs", asking), ("src/missions/store/reading.rs", asking)])));
}

/// The tables of `src/db/schema.rs`: name → columns as (name, type).
fn schema(text: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let mut out = BTreeMap::new();
    for table in text.split("diesel::table! {").skip(1) {
        let lines = table.lines().map(str::trim).filter(|line| !line.starts_with("use ") && !line.is_empty());
        let mut lines = lines.skip_while(|line| !line.ends_with('{'));
        let name = word(lines.next().unwrap_or_default()).to_string();
        let columns = lines.take_while(|line| *line != "}").filter_map(|line| {
            let (column, kind) = line.trim_end_matches(',').split_once(" -> ")?;
            Some((column.to_string(), kind.to_string()))
        });
        out.insert(name, columns.collect());
    }
    out
}

/// The tables a file writes, aliases resolved; a name that is no table is kept as it is.
fn written(text: &str) -> BTreeSet<String> {
    let text = code(text);
    let mut out = BTreeSet::new();
    for verb in ["insert_into(", "update(", "delete(", "replace_into("] {
        for rest in text.split(&format!("diesel::{verb}")).skip(1) {
            let path = rest.trim_start().split(['.', ')', '(', ',']).next().unwrap_or_default();
            let named = path.trim().strip_suffix("::table").unwrap_or(path.trim());
            let name = named.rsplit("::").next().unwrap_or_default();
            let alias = text.split(" as ").zip(text.split(" as ").skip(1)).find(|(_, after)| word(after) == name);
            let table = alias.map(|(before, _)| {
                before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or(name).to_string()
            });
            let bound = || {
                let (_, after) = text.split_once(&format!("let {name} = "))?;
                Some(
                    after[..after.find("::table")?]
                        .rsplit(|c: char| !(c.is_alphanumeric() || c == '_'))
                        .next()?
                        .to_string(),
                )
            };
            out.insert(table.or_else(bound).unwrap_or_else(|| name.to_string()));
        }
    }
    for statement in ["INSERT INTO ", "UPDATE ", "DELETE FROM "] {
        out.extend(text.split(statement).skip(1).map(|rest| word(rest).to_string()).filter(|name| !name.is_empty()));
    }
    out
}

fn tables_with_two_writers(files: &Files) -> Breaches {
    let tables = files.get("src/db/schema.rs").map(|text| schema(text)).unwrap_or_default();
    let mut writers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut out = vec![];
    for (path, text) in under(files, "src/", ".rs").filter(|(path, _)| !path.starts_with("src/db/")) {
        for table in written(text) {
            if tables.contains_key(&table) {
                writers.entry(table).or_default().insert(room(path));
            } else {
                out.push(format!("{path} writes {table:?}, which is no table of the schema"));
            }
        }
    }
    let several = writers.into_iter().filter(|(_, rooms)| rooms.len() > 1);
    out.extend(several.map(|(table, rooms)| format!("{table} is written by {rooms:?}")));
    out
}

#[test]
fn a_table_is_written_by_one_room() {
    let files = files();
    let stores = under(&files, "src/", ".rs").filter(|(path, _)| a_store(path));
    let written: BTreeSet<String> = stores.flat_map(|(_, text)| written(text)).collect();
    assert!(written.len() > 10, "the rule sees the writers: {written:?}");
    well(tables_with_two_writers(&files));
}

#[test]
fn a_planted_second_writer_is_found() {
    let schema = ("src/db/schema.rs", "diesel::table! {\n    missions (id) {\n        id -> Id,\n    }\n}");
    let own = ("src/missions/store.rs", "diesel::update(missions::table.find(id)).set(x)");
    for planted in [
        "diesel::insert_into(\n    missions::table).values(x)",
        "use crate::db::schema::missions as m;\nfn f() { diesel::delete(m::table) }",
        "let own = missions::table.find(id);\ndiesel::delete(own)",
        "sql_query(\"UPDATE missions SET code = ''\")",
    ] {
        let breaches = tables_with_two_writers(&of([schema, own, ("src/reports/store.rs", planted)]));
        assert_eq!(breaches.len(), 1, "{planted} {breaches:?}");
    }
    well(tables_with_two_writers(&of([schema, own])));
    assert_eq!(tables_with_two_writers(&of([schema, ("src/a/store.rs", "diesel::delete(table)")])).len(), 1);
}

fn own_transactions(files: &Files) -> Breaches {
    let signs =
        [".transaction(", "::transaction(", "immediate_transaction(", "exclusive_transaction(", "build_transaction("];
    under(files, "src/", ".rs")
        .filter(|(_, text)| signs.iter().any(|sign| code(text).contains(sign)))
        .map(|(path, _)| format!("{path} opens a transaction of its own"))
        .collect()
}

#[test]
fn only_the_two_doors_open_transactions() {
    well(own_transactions(&files()));
    assert_eq!(own_transactions(&of([("src/a/store.rs", "db.transaction(|db| Ok(()))")])).len(), 1, "planted");
}

/// The tables of the migrations: name → columns as (name, type of the schema).
fn migrated(files: &Files) -> BTreeMap<String, Vec<(String, String)>> {
    let column = |line: &str| {
        let mut parts = line.trim_end_matches([',', ';']).split_whitespace();
        let (column, kind) = (parts.next()?, parts.next()?);
        let kind = match kind {
            "UUID" => "Id",
            "TIMESTAMPTZ" => "Moment",
            "TEXT" => "Text",
            "BIGINT" => "BigInt",
            "BOOLEAN" => "Bool",
            "DATE" => "Date",
            _ => return None,
        };
        let given = line.contains("NOT NULL") || line.contains("PRIMARY KEY");
        Some((column.to_string(), if given { kind.to_string() } else { format!("Nullable<{kind}>") }))
    };
    let mut out: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (_, sql) in under(files, "migrations/", ".sql") {
        for table in sql.split("CREATE TABLE ").skip(1) {
            let (name, rest) = table.split_once('(').unwrap_or_default();
            let lines = rest.lines().map(str::trim).take_while(|line| !line.starts_with(')'));
            out.insert(name.trim().to_string(), lines.filter_map(column).collect());
        }
        for more in sql.split("ALTER TABLE ").skip(1) {
            let line = more.lines().next().unwrap_or_default().trim_end_matches(';');
            if let Some((name, added)) = line.split_once(" ADD COLUMN ") {
                out.entry(name.to_string()).or_default().extend(column(added));
            } else if let Some((name, gone)) = line.split_once(" DROP COLUMN ") {
                out.entry(name.to_string()).or_default().retain(|(column, _)| column != gone);
            } else if let Some((name, renamed)) = line.split_once(" RENAME COLUMN ") {
                let (from, to) = renamed.split_once(" TO ").unwrap_or_default();
                let columns = out.entry(name.to_string()).or_default();
                columns.iter_mut().filter(|(column, _)| column == from).for_each(|(column, _)| *column = to.into());
            }
        }
    }
    // The migrations' own list is no room's business.
    out.remove("schema_steps");
    out
}

fn schema_differences(files: &Files) -> Breaches {
    let (told, made) = (schema(&files["src/db/schema.rs"]), migrated(files));
    let names: BTreeSet<&String> = told.keys().chain(made.keys()).collect();
    let differ = names.into_iter().filter(|name| told.get(*name) != made.get(*name));
    differ
        .map(|name| format!("{name}: schema.rs says {:?}, migrations make {:?}", told.get(name), made.get(name)))
        .collect()
}

#[test]
fn the_schema_is_what_the_migrations_make() {
    assert!(schema(&files()["src/db/schema.rs"]).len() > 10);
    well(schema_differences(&files()));
}

#[test]
fn a_planted_difference_of_the_schema_is_found() {
    let schema =
        ("src/db/schema.rs", "diesel::table! {\n  t (id) {\n    id -> Id,\n    n -> Nullable<BigInt>,\n  }\n}");
    for (sql, breaches) in [
        ("CREATE TABLE t (\n  id UUID PRIMARY KEY,\n  n BIGINT\n);", 0),
        ("CREATE TABLE t (\n  id UUID PRIMARY KEY,\n  n BIGINT NOT NULL\n);", 1),
        ("CREATE TABLE t (\n  id UUID PRIMARY KEY\n);", 1),
        ("CREATE TABLE t (\n  id UUID PRIMARY KEY,\n  n BIGINT\n);\nCREATE TABLE u (\n  id UUID PRIMARY KEY\n);", 1),
    ] {
        assert_eq!(schema_differences(&of([schema, ("migrations/1.sql", sql)])).len(), breaches, "{sql}");
    }
}

// ---- templates

fn idle_templates(files: &Files) -> Breaches {
    let named = |path: &str| {
        let rust = format!("path = \"{path}\"");
        let words = ["extends", "import", "include"].map(|verb| format!("{verb} \"{path}\""));
        under(files, "src/", ".rs").any(|(_, text)| text.contains(&rust))
            || under(files, "templates/", "").any(|(_, text)| words.iter().any(|w| text.contains(w)))
    };
    under(files, "templates/", "")
        .filter_map(|(path, _)| path.strip_prefix("templates/"))
        .filter(|path| !named(path))
        .map(|path| format!("templates/{path} is shown by no page"))
        .collect()
}

#[test]
fn every_template_is_shown_by_a_page() {
    well(idle_templates(&files()));
    let idle = of([("templates/a/old.html", ""), ("src/a.rs", "path = \"a/new.html\""), ("templates/a/new.html", "")]);
    assert_eq!(idle_templates(&idle), ["templates/a/old.html is shown by no page"], "planted");
}

fn inline_code(files: &Files) -> Breaches {
    let mut out = vec![];
    for (path, text) in under(files, "templates/", ".html") {
        if text.contains(" style=") || text.contains("<style") {
            out.push(format!("{path} has a style of its own"));
        }
        if text.split("<script").skip(1).any(|tag| !tag.split('>').next().unwrap_or_default().contains(" src=")) {
            out.push(format!("{path} has a script of its own"));
        }
        let handler =
            |rest: &str| rest.starts_with("on") && word(rest).len() > 3 && rest[word(rest).len()..].starts_with("=\"");
        if text.split([' ', '\n']).any(handler) {
            out.push(format!("{path} has an event handler"));
        }
    }
    out
}

#[test]
fn templates_hold_no_code() {
    well(inline_code(&files()));
    for planted in ["<p style=\"x\">", "<script>x</script>", "<a onclick=\"x\">", "<style>x</style>"] {
        assert_eq!(inline_code(&of([("templates/a.html", planted)])).len(), 1, "{planted}");
    }
    well(inline_code(&of([("templates/a.html", "<script src=\"/a.js\" defer></script><p class=\"on\">")])));
}

fn physical_directions(files: &Files) -> Breaches {
    let mut out = vec![];
    for (path, text) in under(files, "static/", ".css") {
        for (n, line) in text.lines().enumerate() {
            // The boxes of a printed page (@bottom-left) have physical names only.
            let line = line.replace("@bottom-", "").replace("@top-", "").replace(' ', "");
            let side = |at: &str| {
                line.match_indices(at).any(|(i, _)| {
                    let before = line[..i].chars().next_back();
                    let property = line[..i].rsplit(['{', ';']).next().unwrap_or_default();
                    at.starts_with('-')
                        || before.is_none_or(|c| "{;".contains(c))
                        || property.starts_with("text-align:")
                        || property.starts_with("float:")
                        || property.starts_with("clear:")
                })
            };
            for sign in ["-left:", "-right:", "-left-", "-right-", "left:", "right:", "left", "right"] {
                let value = matches!(sign, "left" | "right");
                let found = if value {
                    ["text-align:", "float:", "clear:"].iter().any(|p| line.contains(&format!("{p}{sign}")))
                } else {
                    side(sign)
                };
                if found {
                    out.push(format!("{path}:{}: {sign} (say start or end)", n + 1));
                }
            }
        }
    }
    out
}

#[test]
fn styles_know_start_and_end_not_left_and_right() {
    well(physical_directions(&files()));
    for planted in [
        "a{margin-left:1em}",
        "a { left: 0 }",
        "a{text-align: right}",
        "a{color:red;float:left}",
        "a{border-right-width:0}",
    ] {
        assert!(!physical_directions(&of([("static/a.css", planted)])).is_empty(), "{planted}");
    }
    well(physical_directions(&of([(
        "static/a.css",
        "a{margin-inline-start:1em}@page{@bottom-right{content:''}}.copyright:hover{}",
    )])));
}

// ---- words

type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of a language file: key → variables, without `$plural`, which only some languages need.
fn messages(ftl: &str) -> Messages {
    let mut out = Messages::new();
    let mut key = String::new();
    for line in ftl.lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        let mut words = line;
        if starts && let Some((name, rest)) = line.split_once('=') {
            key = name.trim().to_string();
            out.entry(key.clone()).or_default();
            words = rest;
        }
        if let Some(variables) = out.get_mut(&key).filter(|_| !line.starts_with('#')) {
            let named = words.split('$').skip(1).map(|rest| word(rest).to_string());
            variables.extend(named.filter(|name| name != "plural"));
        }
    }
    out
}

/// A language's messages over all of its files.
fn language(files: &Files, code: &str) -> Messages {
    under(files, &format!("locales/{code}/"), ".ftl").flat_map(|(_, text)| messages(text)).collect()
}

/// The screen languages built in.
fn languages(files: &Files) -> Vec<&str> {
    under(files, "locales/", "/screen.ftl").filter_map(|(path, _)| path.split('/').nth(1)).collect()
}

/// What is held against what: each language's words against English; of one that only documents speak, those of documents.
fn compared(files: &Files) -> Vec<(&str, Messages, Messages)> {
    let of = |code: &str, file: &str| files.get(&format!("locales/{code}/{file}")).map(|text| messages(text));
    let papers = under(files, "locales/", "/paper.ftl").filter_map(|(path, _)| path.split('/').nth(1));
    let papers = papers.filter_map(|code| Some((code, of("en", "paper.ftl")?, of(code, "paper.ftl")?)));
    languages(files)
        .into_iter()
        .map(|code| (code, language(files, "en"), language(files, code)))
        .chain(papers)
        .collect()
}

fn untranslated(files: &Files) -> Breaches {
    let mut out = vec![];
    for (code, english, other) in compared(files) {
        for key in english.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            match (english.get(key), other.get(key)) {
                (Some(_), None) => out.push(format!("{code} has no {key}")),
                (None, Some(_)) => out.push(format!("{code} has {key}, which English has not")),
                (Some(en), Some(own)) if en != own => out.push(format!("{key}: {code} says {own:?}, English {en:?}")),
                _ => {}
            }
        }
    }
    out
}

#[test]
fn every_language_has_every_word() {
    let files = files();
    assert!(languages(&files).contains(&"en") && languages(&files).contains(&"ru"));
    let papers = compared(&files).into_iter().filter(|(_, english, _)| !english.contains_key("save"));
    assert_eq!(papers.map(|(code, ..)| code).collect::<Vec<_>>(), ["en", "fa-AF", "kk", "ps", "ru"]);
    well(untranslated(&files));
}

#[test]
fn a_planted_missing_word_is_found() {
    let en = ("locales/en/screen.ftl", "a = A\nb = B { $n }\nc = { $plural ->\n    [one] x { $n }\n   *[other] y\n}");
    for (ru, breaches) in [
        ("a = А\nb = Б { $n }\nc = { $n }", 0),
        ("a = А\nb = Б { $n }", 1),
        ("a = А\nb = Б { $m }\nc = { $n }", 1),
        ("a = А\nb = Б { $n }\nc = { $n }\nd = Д", 1),
    ] {
        assert_eq!(untranslated(&of([en, ("locales/ru/screen.ftl", ru)])).len(), breaches, "{ru}");
    }
}

/// The string literals of a text with where they begin and what follows them.
fn literals(text: &str) -> Vec<(usize, &str, &str)> {
    let mut out = vec![];
    let mut rest = 0;
    while let Some(open) = text[rest..].find('"').map(|at| rest + at) {
        let escaped = |at: usize| text[..at].ends_with('\\');
        let close = text[open + 1..].match_indices('"').map(|(at, _)| open + 1 + at).find(|at| !escaped(*at));
        let Some(close) = close else { break };
        out.push((open, &text[open + 1..close], &text[close + 1..]));
        rest = close + 1;
    }
    out
}

fn like_a_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '{' | '}'))
}

/// The keys a file asks for; one with `{}` stands for all that begin so.
fn asked(path: &str, text: &str) -> BTreeSet<String> {
    let text = code(text);
    let calls = ["say(", "say_with(", "say_n(", ".v(", ".vv("];
    let mut out = BTreeSet::new();
    // In a template quotes stand around attributes too: a key is what a filter or a call takes.
    for (at, literal, after) in literals_of(path, &text) {
        let filtered = after.starts_with("|t ")
            || after.starts_with("|t}")
            || after.starts_with("|tn(")
            || after.starts_with("|format(") && after.contains("|t");
        let called = calls.iter().any(|call| text[..at].trim_end().ends_with(call));
        let hinted = path.ends_with(".html") && text[..at].ends_with("hint=");
        let known = path.ends_with(".rs") && (literal.starts_with("error-") || literal.starts_with("op-"));
        if (filtered || called || hinted || known) && like_a_key(literal) {
            out.insert(literal.to_string());
        }
    }
    out
}

/// Literals of Rust, or those within `{{ }}` and `{% %}` of a template.
fn literals_of<'a>(path: &str, text: &'a str) -> Vec<(usize, &'a str, &'a str)> {
    if path.ends_with(".rs") {
        return literals(text);
    }
    let mut out = vec![];
    for open in ["{{", "{%"] {
        for (start, _) in text.match_indices(open) {
            let close = if open == "{{" { "}}" } else { "%}" };
            let end = text[start..].find(close).map_or(text.len(), |at| start + at + 2);
            for (at, literal, after) in literals(&text[start..end]) {
                out.push((start + at, literal, after));
            }
        }
    }
    // Positions are of the whole text, so that what stands before a literal can be read.
    out
}

fn unsaid(files: &Files) -> Breaches {
    let english = language(files, "en");
    let mut out = vec![];
    for (path, text) in under(files, "src/", ".rs").chain(under(files, "templates/", ".html")) {
        for key in asked(path, text.split("#[cfg(test)]").next().unwrap_or_default()) {
            let known = match key.split_once('{') {
                Some((prefix, _)) => english.keys().any(|k| k.starts_with(prefix)),
                None => english.contains_key(&key),
            };
            if !known {
                out.push(format!("{path} asks for {key}, which English does not say"));
            }
        }
    }
    out
}

#[test]
fn every_key_asked_for_has_words() {
    let all: usize = under(&files(), "templates/", ".html").map(|(path, text)| asked(path, text).len()).sum();
    assert!(all > 100, "the rule sees the keys: {all}");
    well(unsaid(&files()));
}

/// The files whose words stand on documents.
const PAPER: &[&str] = &[
    "src/documents/kinds/",
    "src/documents/print.rs",
    "src/documents/totals.rs",
    "src/documents/verify.rs",
    "src/documents/model.rs",
    "src/documents/actions.rs",
    "src/reports/sheet.rs",
    "src/reports/fit.rs",
    "src/reports/summary/",
    "src/reports/told.rs",
    "src/reports/rows.rs",
    "src/reports/pages/account.rs",
    "src/consignments/said.rs",
    "src/sources/model.rs",
    "src/lang/format.rs",
    "templates/documents/body.html",
    "templates/documents/blocks.html",
    "templates/documents/verify.html",
];

/// What begins like a key of documents and is a choice of a form alone; figures have labels of their own, which are there.
const NOT_PAPER: &[&str] = &[
    "category-by-goods",
    "mode-choose-each-time",
    "reason-choose",
    "status-by-dates",
    "unit-kind-by-mode",
    "units-listed-differ",
    "units-listed-title",
    "units-title",
];

/// What documents ask for and only screens say: it would be English in a language that has documents alone.
fn said_by_screens_alone(files: &Files) -> Breaches {
    let (paper, all) =
        (files.get("locales/en/paper.ftl").map(|text| messages(text)).unwrap_or_default(), language(files, "en"));
    let mut out = vec![];
    for (path, text) in files.iter().filter(|(path, _)| PAPER.iter().any(|own| path.starts_with(own))) {
        // Not what a form understood, and not what is wrong with one.
        let own = text.split("#[cfg(test)]").next().and_then(|text| text.split("pub fn understood").next());
        let own = own.unwrap_or_default();
        let mut keys = asked(path, own);
        // What begins a key in code: "unit-{}".
        let begun = literals(own)
            .into_iter()
            .filter(|(_, literal, _)| literal.ends_with("-{}") && like_a_key(literal) && *literal != "field-{}");
        keys.extend(begun.map(|(_, literal, _)| literal.to_string()));
        for key in keys.into_iter().filter(|key| !key.starts_with("error-")) {
            let screens =
                all.keys().filter(|known| !paper.contains_key(*known) && !NOT_PAPER.contains(&known.as_str()));
            let lost = { screens }.find(|known| match key.split_once('{') {
                Some((prefix, _)) => known.starts_with(prefix),
                None => **known == key,
            });
            out.extend(lost.map(|lost| format!("{path} asks for {lost}, which paper.ftl does not say")));
        }
    }
    out
}

#[test]
fn what_documents_say_is_said_in_all_their_languages() {
    well(said_by_screens_alone(&files()));
    let planted = [
        ("locales/en/screen.ftl", "save = Save\nfate-x = X"),
        ("locales/en/paper.ftl", "col-good = Good"),
        (
            "src/documents/kinds/a.rs",
            "fn f() { lang.say(\"save\"); lang.say(\"col-good\"); lang.say(&format!(\"fate-{}\", x)) }",
        ),
    ];
    assert_eq!(said_by_screens_alone(&of(planted)).len(), 2);
}

#[test]
fn a_planted_key_without_words_is_found() {
    let en = ("locales/en/screen.ftl", "save = Save\nstatus-active = Active\nerror-empty = Empty\nhint-x = X");
    for (path, planted, breaches) in [
        ("templates/a.html", "<p title=\"x\">{{ \"save\"|t }}</p>", 0),
        ("templates/a.html", "{{ \"sav\"|t }}", 1),
        ("templates/a.html", "{{ \"saves\"|tn(n) }}", 1),
        ("templates/a.html", "{{ \"status-{}\"|format(s)|t }}", 0),
        ("templates/a.html", "{{ \"mode-{}\"|format(s)|t }}", 1),
        ("templates/a.html", "{{ field::text(form, \"\", \"code\", hint=\"hint-y\") }}", 1),
        ("templates/a.html", "{% if x %}{{ frame.lang.v(\"edit\", name) }}{% endif %}", 1),
        ("src/a.rs", "lang.say(\"save\")", 0),
        ("src/a.rs", "lang.say(\"nothing\")", 1),
        ("src/a.rs", "p.add(&row.name(\"goods\"), \"error-goods\")", 1),
        ("src/a.rs", "lang.say(&format!(\"status-{}\", s))", 0),
    ] {
        assert_eq!(unsaid(&of([en, (path, planted)])).len(), breaches, "{planted}");
    }
}

// ---- what the program is built from

/// The licences a package may be under; one of those it offers is enough.
const LICENCES: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "MPL-2.0",
    "CC0-1.0",
    "0BSD",
    "Unlicense",
    "BSL-1.0",
    "PostgreSQL",
    "OpenSSL",
    "CDLA-Permissive-2.0",
];

/// Whether a licence expression offers what is allowed: every part of one of its alternatives.
fn allowed(expression: &str) -> bool {
    let bare = expression.replace(['(', ')'], " ").replace('/', " OR ");
    bare.split(" OR ").any(|offer| offer.split(" AND ").all(|part| LICENCES.contains(&part.trim())))
}

/// Packages whose expression nests deeper than the rule above reads, each read by hand.
const READ_BY_HAND: &[(&str, &str)] = &[
    ("encoding_rs", "(Apache-2.0 OR MIT) AND BSD-3-Clause"),
    ("unicode-ident", "(MIT OR Apache-2.0) AND Unicode-3.0"),
];

#[test]
fn every_package_is_free_to_use_and_from_the_registry() {
    let cargo = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let told: serde_json::Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let mut breaches = vec![];
    let packages = told["packages"].as_array().unwrap();
    for package in packages.iter().filter(|package| package["name"] != "keruen") {
        let (name, licence) = (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or(""));
        if !allowed(licence) && !READ_BY_HAND.contains(&(name, licence)) {
            breaches.push(format!("{name}: {licence:?}"));
        }
        if package["source"] != "registry+https://github.com/rust-lang/crates.io-index" {
            breaches.push(format!("{name} comes from {}", package["source"]));
        }
    }
    assert!(packages.len() > 100, "{}", packages.len());
    well(breaches);
}

#[test]
fn a_planted_licence_is_found() {
    for good in ["MIT", "MIT OR Apache-2.0", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "Apache-2.0 AND ISC"] {
        assert!(allowed(good), "{good}");
    }
    for bad in ["GPL-3.0-or-later", "AGPL-3.0", "", "MIT AND GPL-2.0", "LGPL-2.1"] {
        assert!(!allowed(bad), "{bad}");
    }
}

// ---- docs/security.md names a test for what it promises

/// The tests a page of the documents names in the last column of its tables.
fn named_tests(text: &str) -> Vec<&str> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let last = rows.filter_map(|row| row.trim_end().trim_end_matches('|').rsplit('|').next());
    last.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

fn tests_not_there(document: &str, sources: &str) -> Breaches {
    let there = |name: &&str| sources.contains(&format!("fn {name}("));
    named_tests(document)
        .into_iter()
        .filter(|name| !there(name))
        .map(|name| format!("no test is called {name}"))
        .collect()
}

#[test]
fn every_test_the_documents_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/security.md")).unwrap();
    let mut sources: String = under(&files(), "src/", ".rs").map(|(_, text)| text).collect();
    for folder in ["tests/it", "tests/browser"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            sources.push_str(&fs::read_to_string(entry.unwrap().path()).unwrap_or_default());
        }
    }
    assert!(named_tests(&document).len() > 20, "{}", named_tests(&document).len());
    well(tests_not_there(&document, &sources));
}

#[test]
fn a_planted_name_of_a_test_is_found() {
    let document = "| 6.2.1 | length | password.rs | `length_counts` |\n| 7.1 | x | y | `no_such_test`, `other` |";
    assert_eq!(tests_not_there(document, "fn length_counts() {} fn other() {}").len(), 1);
}
