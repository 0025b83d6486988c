//! Which language a page speaks, and how it writes numbers, quantities and dates. Words live in `locales/`, one folder a
//! language: `paper.ftl` for documents (screens use its words too), `screen.ftl` for screens, `operator.ftl` for what the
//! program says to the person who runs it. Adding a language is adding a folder; one with `paper.ftl` alone is a language of
//! documents and of no screen.

mod choose;
pub mod filters;
mod format;
mod manner;

pub use choose::{choose, choose_paper};
pub use format::{plain, shown_in};
pub use manner::{Calendar, Digits, Manner};

use format::Formats;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_locale_core::Locale;
use include_dir::{Dir, include_dir};
use std::{collections::BTreeMap, path::Path, sync::OnceLock};

/// The languages built into the program.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The languages of this house: the built-in ones and those of `--locales`.
static LANGUAGES: OnceLock<Vec<Language>> = OnceLock::new();

struct Language {
    code: String,
    name: String,
    rtl: bool,
    /// Whether screens speak it; else documents alone.
    screen: bool,
    formats: Option<Formats>,
    words: FluentBundle<FluentResource>,
}

/// A screen language in someone's manner, passed around as a small handle.
#[derive(Clone, Copy)]
pub struct Lang(&'static Language, Manner);

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

/// Reads the language files; `more` is a folder with further languages, laid out like `locales/`. To be called once,
/// before the first page. A file that cannot be read or parsed is an error that names it.
pub fn open(more: Option<&Path>) -> Result<(), String> {
    let languages = load(more)?;
    LANGUAGES.set(languages).map_err(|_| "the languages were opened already".to_string())
}

fn load(more: Option<&Path>) -> Result<Vec<Language>, String> {
    let mut folders: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for file in BUILT_IN.dirs().flat_map(Dir::files) {
        if let (Some(code), Some(text)) = (file.path().parent(), file.contents_utf8()) {
            let entry = folders.entry(code.to_string_lossy().into_owned()).or_default();
            entry.push((file.path().display().to_string(), text.to_string()));
        }
    }
    let listed = more.map(|path| std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display())));
    for folder in listed.transpose()?.into_iter().flatten() {
        let folder = folder.map_err(|e| e.to_string())?.path();
        if !folder.is_dir() {
            continue;
        }
        let code = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut files = vec![];
        for file in std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = file.map_err(|e| format!("{}: {e}", folder.display()))?.path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                files.push((path.display().to_string(), text));
            }
        }
        folders.insert(code, files);
    }
    // English first, it is what everything falls back to.
    let mut languages = folders
        .into_iter()
        .filter(|(_, files)| files.iter().any(|(name, _)| name.ends_with("paper.ftl")))
        .map(|(code, files)| Language::read(code, files))
        .collect::<Result<Vec<_>, _>>()?;
    languages.sort_by_key(|l| l.code != "en");
    Ok(languages)
}

impl Language {
    fn read(code: String, files: Vec<(String, String)>) -> Result<Self, String> {
        let id = code.parse().map_err(|e| format!("{code}: {e:?}"))?;
        let screen = files.iter().any(|(name, _)| name.ends_with("screen.ftl"));
        let mut words = FluentBundle::new_concurrent(vec![id]);
        for (name, text) in files {
            let resource = FluentResource::try_new(text).map_err(|(_, e)| format!("{name}: {e:?}"))?;
            words.add_resource(resource).map_err(|e| format!("{name}: {e:?}"))?;
        }
        let said = |key: &str| {
            let pattern = words.get_message(key).and_then(|m| m.value()).ok_or(format!("{code}: no {key}"))?;
            Ok::<_, String>(words.format_pattern(pattern, None, &mut vec![]).into_owned())
        };
        let (name, rtl) = (said("language-name")?, said("language-direction")? == "rtl");
        let formats = format!("{}-u-ca-gregory-nu-latn", said("language-formats")?);
        let locale: Locale = formats.parse().map_err(|e| format!("{code}: language-formats: {e:?}"))?;
        let formats = Some(Formats::of(&locale).map_err(|e| format!("{code}: {e}"))?);
        // Isolation marks keep a Latin name in a right-to-left sentence where it belongs.
        words.set_use_isolating(rtl);
        Ok(Self { code, name, rtl, screen, formats, words })
    }
}

/// Every language a document may be written in, English first.
pub fn papers() -> impl Iterator<Item = Lang> {
    LANGUAGES.get_or_init(|| load(None).unwrap_or_default()).iter().map(|language| Lang(language, Manner::default()))
}

/// Every screen language, English first.
pub fn all() -> impl Iterator<Item = Lang> {
    papers().filter(|lang| lang.0.screen)
}

/// The language of documents with this code, in their manner: Latin digits, days by both calendars where people count by the
/// Solar Hijri, times in the zone of whoever writes it.
pub fn paper(code: &str, writer: Lang) -> Option<Lang> {
    let lang = papers().find(|lang| lang.code().eq_ignore_ascii_case(code))?;
    let solar = lang.0.formats.as_ref().is_some_and(Formats::is_solar);
    let calendar = if solar { Calendar::Both } else { Calendar::Gregorian };
    Some(lang.in_manner(Manner { calendar, digits: Digits::Latin, zone: writer.1.zone }))
}

/// The language with this code.
pub fn find(code: &str) -> Option<Lang> {
    all().find(|l| l.code().eq_ignore_ascii_case(code))
}

impl Lang {
    /// English: the language of the history and of whatever has no reader yet.
    pub fn english() -> Self {
        match all().next() {
            Some(first) => first,
            // The house test reads the built-in files, so that this line is never reached.
            None => {
                let nothing = NOTHING.get_or_init(|| Language {
                    code: "en".into(),
                    name: String::new(),
                    rtl: false,
                    screen: true,
                    formats: None,
                    words: FluentBundle::new_concurrent(vec![]),
                });
                Self(nothing, Manner::default())
            }
        }
    }

    /// This language in someone's manner.
    #[must_use]
    pub fn in_manner(self, manner: Manner) -> Self {
        Self(self.0, manner)
    }

    /// Its code, as in `<html lang>` and `?lang=`.
    pub fn code(self) -> &'static str {
        &self.0.code
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        if self.0.rtl { "rtl" } else { "ltr" }
    }

    /// How a comma before three digits is read (design 9.1): grouping in English, a question elsewhere.
    pub fn comma(self) -> crate::values::Comma {
        if self.code() == "en" { crate::values::Comma::Groups } else { crate::values::Comma::Ambiguous }
    }

    /// The words for `key`; a key without words shows itself in brackets, and the house test finds it.
    pub fn say(self, key: &str) -> String {
        self.with(key, &FluentArgs::new())
    }

    /// The words for `key` with its variables.
    pub fn say_with<'a>(self, key: &str, args: impl IntoIterator<Item = (&'a str, String)>) -> String {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(name.to_string(), FluentValue::from(value));
        }
        self.with(key, &fluent)
    }

    /// The words for `key` about `n` things: `$n` is the number as written, `$plural` its plural category.
    pub fn say_n(self, key: &str, n: i64) -> String {
        self.say_with(key, [("n", self.count(n)), ("plural", self.plural(&n.to_string()).into())])
    }

    /// The words for `key` with `$value`.
    pub fn v(self, key: &str, value: impl std::fmt::Display) -> String {
        self.say_with(key, [("value", value.to_string())])
    }

    /// The words for `key` with `$value` and `$other`.
    pub fn vv(self, key: &str, value: impl std::fmt::Display, other: impl std::fmt::Display) -> String {
        self.say_with(key, [("value", value.to_string()), ("other", other.to_string())])
    }

    fn with(self, key: &str, args: &FluentArgs<'_>) -> String {
        let found = [self, Self::english()].into_iter().find_map(|l| Some((l.0, l.0.words.get_message(key)?.value()?)));
        match found {
            Some((language, pattern)) => language.words.format_pattern(pattern, Some(args), &mut vec![]).into_owned(),
            None => format!("[{key}]"),
        }
    }
}

static NOTHING: OnceLock<Language> = OnceLock::new();

impl askama::Values for Lang {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn std::any::Any> {
        (key == "lang").then_some(self)
    }
}
