//! How a form that was read is answered when it was not simply done: always by its own form, nothing typed lost.

use super::{Input, Problems, field_label, field_value, hex};
use crate::lang::Lang;
use actix_web::http::StatusCode;
use sha2::{Digest, Sha256};

/// Why a form was not done.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// Something in it is wrong.
    Problems(Problems),
    /// Someone changed the record meanwhile, or its id holds other content: both are shown.
    Stale {
        /// The record as it is saved now.
        theirs: Input,
        /// What this form would have made of it.
        yours: Input,
        /// The version now saved.
        version: i64,
        /// Fields that only the other person changed: the form takes over what is saved.
        adopt: Vec<String>,
    },
    /// It is odd, or looks like something that is there already: a question, never a refusal.
    Doubt(Doubt),
}

/// What is asked about a record before it is saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doubt {
    /// What is odd about it, a sentence each.
    pub odd: Vec<String>,
    /// What it looks like.
    pub like: Vec<Like>,
}

impl Doubt {
    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.odd.is_empty() && self.like.is_empty()
    }
}

/// A record that looks like the one being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Like {
    /// Where it is.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// What it says, in short.
    pub says: String,
}

impl Refusal {
    /// What is wrong, where that is why; else nothing.
    pub fn problems(self, lang: Lang) -> Problems {
        if let Self::Problems(problems) = self { problems } else { Problems::new(lang) }
    }

    /// "Try again": nothing was changed because too many were writing; the form keeps what was typed.
    pub fn busy(lang: Lang) -> Self {
        let mut problems = Problems::new(lang);
        problems.add("", "error-busy");
        Self::Problems(problems)
    }
}

/// How a form without versions is shown again: the status, what is wrong, what is asked. Without a refusal it is shown for the
/// first time.
pub fn refused(refusal: Option<Refusal>, lang: Lang) -> (StatusCode, Problems, Doubt) {
    match refusal {
        None => (StatusCode::OK, Problems::new(lang), Doubt::default()),
        Some(Refusal::Doubt(doubt)) => (StatusCode::UNPROCESSABLE_ENTITY, Problems::new(lang), doubt),
        Some(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.problems(lang), Doubt::default()),
    }
}

/// The answer to a form, where an overloaded house is a refusal like others: the form comes back and nothing is lost.
pub fn or_busy<T>(
    answer: crate::error::Result<Result<T, Refusal>>,
    lang: Lang,
) -> crate::error::Result<Result<T, Refusal>> {
    match answer {
        Err(crate::error::Error::Unavailable(cause)) => {
            tracing::warn!(cause, "a form is given back");
            Ok(Err(Refusal::busy(lang)))
        }
        answer => answer,
    }
}

impl From<Problems> for Refusal {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

/// What differs between a record as saved and as typed: (field, saved, typed).
pub fn conflict(lang: &Lang, theirs: &Input, yours: &Input) -> Vec<(String, String, String)> {
    let mut names: Vec<&str> = theirs.fields().chain(yours.fields()).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|name| !matches!(*name, "id" | "version") && !name.ends_with(".id"))
        .filter(|name| theirs.get(name) != yours.get(name))
        .map(|name| {
            let value = |input: &Input| field_value(lang, name, input.get(name));
            (field_label(lang, name), value(theirs), value(yours))
        })
        .collect()
}

/// The fingerprint of a form's content, by which the same form sent twice is recognised.
pub fn fingerprint(content: &Input) -> String {
    let mut hash = Sha256::new();
    for (name, value) in content.fields().filter(|(name, _)| !name.ends_with(".id") && *name != "version") {
        hash.update(format!("{name}={}:{value}\n", value.len()));
    }
    hex(&hash.finalize())
}
