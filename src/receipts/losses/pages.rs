//! The pages of loss reports.

use super::{
    actions,
    model::{self, Disposition, Loss, Stage},
    store,
};
use crate::{
    accounts::{self, Act, Visitor},
    consignments::{self, said},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::{Lang, filters},
    names::Names,
    receipts::pages::{PartRow, SHOWN, in_short, leg_choices, part_rows, reasons},
    values::{Id, Money},
    web::{self, Asked, Doubt, Form, Frame, Input, Posted, Query, Refusal, TakeBack},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "receipts/loss_form.html")]
struct Edit {
    frame: Frame,
    form: Form,
    id: Id,
    reference: String,
    of: String,
    doubt: Doubt,
    /// The lines, where it is of an incident.
    rows: Vec<PartRow>,
    /// The first of the next lines; 0 where these are the last; and how many there are.
    next: usize,
    all: usize,
    legs: Vec<(String, String)>,
    reasons: Vec<(&'static str, String)>,
    stages: Vec<(&'static str, String)>,
    dispositions: Vec<(&'static str, String)>,
}

fn words(prefix: &str, codes: impl Iterator<Item = &'static str>, lang: Lang) -> Vec<(&'static str, String)> {
    codes.map(|code| (code, lang.say(&format!("{prefix}-{code}")))).collect()
}

/// `GET /consignments/{id}/losses/new`: asks what was lost; `?receipt=` reports what a receipt found.
pub async fn new(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let mut input = Input::default().with("id", Id::fresh().to_string());
    for field in ["receipt", "from"] {
        input.set_some(field, Query::parse(req.query_string()).get(field));
    }
    edit_page(pool, frame, visitor, id.into_inner(), input, None).await
}

/// `POST /consignments/{id}/losses`: makes the report.
pub async fn create(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, consignment) = (frame.lang, id.into_inner());
    let input = input.settled();
    let id: Id = input.get("id").parse().unwrap_or_else(|_| Id::fresh());
    let (typed, who) = (input.clone(), visitor.clone());
    let done = pool.attempt(move |db| actions::report(db, id, consignment, &typed, &who)).await;
    match web::or_busy(done, lang)? {
        Ok(id) => Ok(web::see_done(&format!("/losses/{id}"), "loss")),
        Err(refusal) => edit_page(pool, frame, visitor, consignment, input, Some(refusal)).await,
    }
}

async fn edit_page(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    input: Input,
    refusal: Option<Refusal>,
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let fresh = refusal.is_none();
    let (status, problems, doubt) = web::refused(refusal, lang);
    let from: usize = input.get("from").parse().unwrap_or_default();
    let of_receipt = !input.get("receipt").is_empty();
    let (c, reference, names) = pool
        .read(move |db| {
            let (c, reference) = consignments::standing(db, id, Act::Receive, &visitor)?;
            let names = Names::load(db, lang, c.body.refs())?;
            Ok((c, reference, names))
        })
        .await?;
    if fresh && !c.receivable() {
        return Ok(web::see(&format!("/consignments/{id}")));
    }
    let page = Edit {
        of: said::in_short(&c.body, &names),
        rows: if of_receipt { vec![] } else { part_rows(&c, from, &names) },
        next: if from + SHOWN < c.parts().len() { from + SHOWN } else { 0 },
        all: c.parts().len(),
        legs: leg_choices(&c, &names),
        reasons: reasons(lang),
        stages: words("stage", Stage::ALL.iter().map(|stage| stage.code()), lang),
        dispositions: words("disposition", Disposition::ALL.iter().map(|it| it.code()), lang),
        form: Form::with(input, problems),
        frame: frame.clone(),
        id,
        reference,
        doubt,
    };
    web::html(status, lang, &page)
}

#[derive(Template)]
#[template(path = "receipts/loss.html")]
struct Show {
    frame: Frame,
    done: &'static str,
    loss: Loss,
    number: String,
    reference: String,
    of: String,
    /// What it found, in words.
    found: String,
    /// Whether a receipt took it up.
    taken: Option<Id>,
    names: Names,
    by: String,
    may_void: bool,
    entries: Vec<Entry>,
}

impl Show {
    fn money(&self, money: &Option<Money>) -> String {
        money.map(|money| self.frame.lang.money(money)).unwrap_or_default()
    }
}

/// `GET /losses/{id}`: the report.
pub async fn show(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = web::done(&req, &["loss"]);
    let page = pool
        .read(move |db| {
            let loss = store::find(db, id)?.ok_or(Error::NotFound)?;
            let (c, reference) = consignments::standing(db, loss.consignment, Act::Look, &visitor)?;
            let mut refs = c.body.refs();
            refs.1.extend(loss.place);
            let names = Names::load(db, lang, refs)?;
            let by = accounts::names(db, loss.by.into_iter().collect())?.into_values().next().unwrap_or_default();
            let may_void = loss.void.is_none()
                && c.void.is_none()
                && visitor.may(Act::Receive, c.mission)
                && visitor.may_take_back(loss.by, c.mission);
            Ok(Show {
                done,
                number: model::number(&reference, loss.number),
                of: said::in_short(&c.body, &names),
                found: in_short(&c, loss.receipt.unwrap_or(id), &names),
                taken: c.findings.iter().find(|found| found.document == id).and_then(|found| found.taken_by),
                entries: accounts::past(db, (Subject::Loss, id))?,
                by,
                may_void,
                reference,
                names,
                loss,
                frame,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// `GET /losses/{id}/void`: asks for the reason.
pub async fn void(pool: Data<Pool>, frame: Frame, visitor: Visitor, id: Path<Id>) -> Result<HttpResponse> {
    VOID.ask(&pool, frame, visitor, id.into_inner()).await
}

/// `POST /losses/{id}/void`: declares it void.
pub async fn create_void(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    VOID.answer(&pool, frame, visitor, id.into_inner(), input).await
}

const VOID: TakeBack<Id, Visitor> =
    TakeBack { asked: void_asked, act: actions::void, to: "/consignments", done: "loss-voided" };

fn void_asked(db: &mut Db, id: Id, who: &Visitor) -> Result<Asked> {
    let loss = store::find(db, id)?.ok_or(Error::NotFound)?;
    let (_, reference) = consignments::standing(db, loss.consignment, Act::Receive, who)?;
    let number = model::number(&reference, loss.number);
    Ok(Asked {
        title: who.lang.v("loss-void-title", &number),
        about: String::new(),
        text: who.lang.say("receipt-void-text"),
        action: format!("/losses/{id}/void"),
        button: who.lang.say("loss-void"),
        back: (format!("/losses/{id}"), number),
    })
}
