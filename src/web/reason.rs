//! The page that asks why a document, a step, a source or a file is taken back: one field and one button, the same everywhere.

use super::{Form, Frame, html};
use crate::{error::Result, lang::filters};
use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

/// A page that asks for a reason. What is said in it is in the reader's words.
#[derive(Template)]
#[template(path = "reason.html")]
pub struct ReasonPage {
    /// What it stands in.
    pub frame: Frame,
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// Its heading.
    pub title: String,
    /// What is taken back; empty where the heading says it.
    pub about: String,
    /// What becomes of it.
    pub text: String,
    /// Where the form goes.
    pub action: String,
    /// What the button says.
    pub button: String,
    /// The page one came from, and what it is called.
    pub back: (String, String),
}

impl ReasonPage {
    /// The answer.
    pub fn answer(self, status: StatusCode) -> Result<HttpResponse> {
        html(status, self.frame.lang, &self)
    }
}
