//! A document as it is printed: the sheet in its one or two languages under the letterhead, with its number on every page.

use super::{
    model::{Kind, shown_code},
    sheet::{Sheet, Two},
};
use crate::{
    error::Result,
    lang::{self, Lang},
    settings::Settings,
    values::Moment,
    web,
};
use askama::Template;

/// The languages of a document: one, or two beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Languages {
    /// The one it is read in first.
    pub first: Lang,
    /// The one beside it.
    pub second: Option<Lang>,
}

impl Languages {
    /// These languages, as `writer` writes them; one that is not known is left out. Without any it is the writer's own.
    pub fn of(first: &str, second: &str, writer: Lang) -> Self {
        let own = || lang::paper(writer.code(), writer).unwrap_or(writer);
        let first = lang::paper(first, writer).unwrap_or_else(own);
        Self { first, second: lang::paper(second, writer).filter(|second| *second != first) }
    }

    /// Their codes.
    pub fn codes(self) -> Vec<String> {
        self.all().map(|lang| lang.code().to_string()).collect()
    }

    /// Each.
    pub fn all(self) -> impl Iterator<Item = Lang> {
        std::iter::once(self.first).chain(self.second)
    }

    /// Words of each.
    pub fn say(self, words: impl Fn(Lang) -> String) -> Two {
        Two::of(words(self.first), self.second.map(words))
    }
}

/// What stands over a document and on every page of it.
pub struct Head<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its number; of a draft, the record's.
    pub reference: String,
    /// What was issued; none while it is a draft.
    pub issued: Option<Issued>,
    /// Whose letterhead.
    pub settings: &'a Settings,
    /// What it is called besides: the mission's title.
    pub title: String,
    /// What makes it less than the whole; empty for nothing.
    pub partial: Two,
    /// The state of the history when it was written, to be held against it later; empty where it is not told.
    pub chain: Two,
    /// When it was written.
    pub now: Moment,
}

/// A document that was issued.
pub struct Issued {
    /// Which revision.
    pub revision: i64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// The number of the printed form.
    pub pad: String,
    /// By what a stranger checks it.
    pub code: String,
    /// Where.
    pub check_at: String,
    /// What the revision changes.
    pub changes: Vec<Two>,
}

#[derive(Template)]
#[template(path = "documents/body.html")]
struct Body<'a> {
    head: &'a Head<'a>,
    languages: Languages,
    sheet: Sheet<Two>,
    /// The size of the QR code and its path.
    qr: (i32, String),
}

impl Body<'_> {
    fn said(&self, key: &str) -> Two {
        self.languages.say(|lang| lang.say(key))
    }

    fn kind(&self) -> Two {
        self.languages.say(|lang| self.head.kind.words(lang))
    }

    fn revision(&self, n: &i64) -> Two {
        self.languages.say(|lang| lang.v("doc-revision", lang.count(*n)))
    }

    fn changes(&self, n: &i64) -> Two {
        self.languages.say(|lang| lang.v("doc-changes", lang.count(*n)))
    }

    fn moment(&self, at: &Moment) -> Two {
        self.languages.say(|lang| lang.moment(*at))
    }

    fn code(&self, code: &str) -> String {
        shown_code(code)
    }

    fn second_lang(&self) -> &'static str {
        self.languages.second.map_or("", Lang::code)
    }

    fn second_dir(&self) -> &'static str {
        self.languages.second.map_or("ltr", Lang::dir)
    }
}

/// A document as HTML: what is kept of it when it is issued.
pub fn body(head: &Head<'_>, languages: Languages, sheet: Sheet<Two>) -> Result<String> {
    let qr = match &head.issued {
        Some(issued) => web::qr(&issued.check_at)?,
        None => (0, String::new()),
    };
    let lang = languages.first;
    Ok(Body { head, languages, sheet, qr }.render_with_values(&lang)?)
}
