//! Taking back a document, a step, a source or a file: a page asks why, with one field and one button, and its form does it.

use super::{Form, Frame, Input, Refusal, html, or_busy, see_done};
use crate::{
    db::{Db, Pool},
    error::Result,
    lang::filters,
    values::Id,
};
use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

#[derive(Template)]
#[template(path = "reason.html")]
struct ReasonPage {
    frame: Frame,
    form: Form,
    asked: Asked,
}

/// What a page says that asks for a reason, in the reader's words.
pub struct Asked {
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

/// What takes something back for a reason, and tells whose page shows that it is.
type Act<K, V> = fn(&mut Db, K, &str, &V) -> Result<std::result::Result<Id, Refusal>>;

/// How a kind of thing is taken back. `K` is what it is known by, `V` whoever asks.
pub struct TakeBack<K, V> {
    /// What the page says. Whoever may not is refused here.
    pub asked: fn(&mut Db, K, &V) -> Result<Asked>,
    /// Takes it back.
    pub act: Act<K, V>,
    /// Where one goes then: the page of the record whose id `act` tells.
    pub to: &'static str,
    /// What that page says.
    pub done: &'static str,
}

impl<K: Copy + Send + 'static, V: Clone + Send + 'static> TakeBack<K, V> {
    /// Asks for the reason.
    pub async fn ask(self, pool: &Pool, frame: Frame, visitor: V, key: K) -> Result<HttpResponse> {
        let form = Form::fresh(Input::default(), frame.lang);
        self.page(pool, frame, visitor, key, (StatusCode::OK, form)).await
    }

    /// Takes it back, or asks again.
    pub async fn answer(self, pool: &Pool, frame: Frame, visitor: V, key: K, input: Input) -> Result<HttpResponse> {
        let (lang, act) = (frame.lang, self.act);
        let (reason, who) = (input.get("reason").to_string(), visitor.clone());
        let done = pool.attempt(move |db| act(db, key, &reason, &who)).await;
        match or_busy(done, lang)? {
            Ok(id) => Ok(see_done(&format!("{}/{id}", self.to), self.done)),
            Err(refusal) => {
                let form = Form::with(input, refusal.problems(lang));
                self.page(pool, frame, visitor, key, (StatusCode::UNPROCESSABLE_ENTITY, form)).await
            }
        }
    }

    async fn page(
        self,
        pool: &Pool,
        frame: Frame,
        visitor: V,
        key: K,
        (status, form): (StatusCode, Form),
    ) -> Result<HttpResponse> {
        let asked = self.asked;
        let asked = pool.read(move |db| asked(db, key, &visitor)).await?;
        html(status, frame.lang, &ReasonPage { form, asked, frame: frame.clone() })
    }
}
