//! The summary of a mission on paper: a draft with its choices, and the one that is issued.

use crate::{
    accounts::{Act, Visitor},
    db::{Db, Pool},
    documents::{
        self,
        actions::Draft,
        model::{Brief, Kind},
        pages::{answered, order, pad},
        print::Languages,
    },
    error::{Error, Result},
    lang::{self, Lang, filters},
    missions::{self, Mission},
    reports::fit::Plan,
    reports::sheet::{self, BLOCKS, Choice, show},
    values::Id,
    web::{self, Form, Frame, Input, Posted, Problems, Query, Refusal, guard::Site},
};
use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "reports/summary.html")]
struct SummaryPage {
    frame: Frame,
    form: Form,
    done: &'static str,
    mission: Mission,
    /// The sheet, as HTML that the program wrote.
    body: String,
    choice: Choice,
    languages: Vec<(String, String)>,
    /// The codes of the languages as they are.
    chosen: (String, String),
    /// What keeps it to a part of the mission, and the address without.
    tags: Vec<web::Filter>,
    /// What was issued of the same, and stands.
    stands: Option<Brief>,
    may_issue: bool,
    may_choose: bool,
}

impl SummaryPage {
    /// The blocks that can be left out: name of the box, its words, whether it is ticked.
    fn blocks(&self) -> Vec<(String, String, bool)> {
        let words = |block: &str| self.frame.lang.say(&format!("block-{block}"));
        BLOCKS.iter().map(|(block, _)| (show(block), words(block), self.choice.shows(block))).collect()
    }

    /// What the forms carry along.
    fn carried(&self) -> String {
        self.choice.query().on("").trim_start_matches('?').to_string()
    }

    fn filter(&self, name: &str) -> String {
        self.choice.filters.get(name).to_string()
    }

    /// The filters that the form of choices does not show, carried along.
    fn other_filters(&self) -> Vec<(String, String)> {
        let names = crate::reports::filters::NAMES.iter().filter(|name| !matches!(**name, "since" | "until"));
        let all = names.map(|name| (name.to_string(), self.filter(name)));
        all.filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// Calls `act` with a draft of a mission's summary.
fn with_draft<T>(
    db: &mut Db,
    mission: &Mission,
    choice: &Choice,
    in_two: bool,
    visitor: &Visitor,
    act: impl FnOnce(&mut Db, &Draft<'_>) -> Result<T>,
) -> Result<T> {
    let id = mission.id;
    let plan = Plan::default();
    let write = |db: &mut Db, lang: Lang| sheet::write(db, id, choice, (&plan, in_two), visitor, lang);
    let draft = Draft {
        mission,
        consignment: None,
        subject: choice.key(),
        title: mission.body.title.clone(),
        partial: !choice.filters.is_empty(),
        write: &write,
    };
    act(db, &draft)
}

fn languages(choice: &Choice, mission: &Mission, lang: Lang) -> Languages {
    Languages::of(&choice.first, choice.second.as_deref().unwrap_or(&mission.body.second_language), lang)
}

/// `GET /missions/{id}/summary`: the summary as its address chooses; what it does not say is the mission's usual choice.
pub async fn summary(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let query = Query::parse(req.query_string()).without(&["lang"]);
    let done = web::done(&req, &["summary-chosen"]);
    page(&pool, frame, visitor, id.into_inner(), query, done, (Input::default(), None)).await
}

async fn page(
    pool: &Pool,
    frame: Frame,
    visitor: Visitor,
    id: Id,
    query: Query,
    done: &'static str,
    (mut input, refusal): (Input, Option<Refusal>),
) -> Result<HttpResponse> {
    let lang = frame.lang;
    let (status, problems, _) = web::refused(refusal, lang);
    if !input.has("id") {
        input.set("id", Id::fresh().to_string());
    }
    let page = pool
        .read(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Look, id)?;
            let choice = Choice::of(&query, &mission.summary);
            let in_two = languages(&choice, &mission, lang);
            let two = in_two.second.is_some();
            let body = with_draft(db, &mission, &choice, two, &visitor, |db, draft| {
                documents::actions::draft(db, Kind::Summary, draft, in_two)
            })?;
            let path = format!("/missions/{id}/summary");
            let asked = crate::reports::filters::ask(db, &choice.query(), &path, Some(id), &visitor)?;
            Ok(SummaryPage {
                stands: documents::actions::standing(db, Kind::Summary, id, &choice.key())?,
                may_issue: visitor.may(Kind::Summary.act(), id),
                may_choose: visitor.may(Act::Steer, id),
                languages: lang::papers().map(|it| (it.code().into(), it.name().into())).collect(),
                chosen: (in_two.first.code().into(), in_two.second.map_or("none", Lang::code).into()),
                tags: asked.tags,
                form: Form::with(input, problems),
                mission,
                body,
                choice,
                done,
                frame,
            })
        })
        .await?;
    web::html(status, lang, &page)
}

/// `POST /missions/{id}/summary`: issues it as chosen.
pub async fn issue_summary(
    pool: Data<Pool>,
    site: Data<Site>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let input = input.settled();
    let query = Query::parse(input.get("choice"));
    let (chosen, who, mut order) = (query.clone(), visitor.clone(), order(Kind::Summary, &input, &site, &req));
    let done = pool
        .attempt(move |db| {
            let mission = missions::find(db, id)?.ok_or(Error::NotFound)?;
            who.must(Kind::Summary.act(), id)?;
            let choice = Choice::of(&chosen, &mission.summary);
            let in_two = languages(&choice, &mission, lang);
            order.languages = [in_two.first.code().into(), in_two.second.map_or("", Lang::code).into()];
            let mut problems = Problems::new(lang);
            pad(&order, &mut problems);
            if !problems.is_empty() {
                return Ok(Err(problems.into()));
            }
            with_draft(db, &mission, &choice, in_two.second.is_some(), &who, |db, draft| {
                documents::actions::issue(db, &order, draft, &who)
            })
        })
        .await;
    match web::or_busy(done, lang)? {
        Ok(done) => Ok(answered(done)),
        Err(refusal) => page(&pool, frame, visitor, id, query, "", (input, Some(refusal))).await,
    }
}

/// `POST /missions/{id}/summary/choice`: makes a choice the mission's usual one.
pub async fn choose_summary(
    pool: Data<Pool>,
    visitor: Visitor,
    id: Path<Id>,
    Posted(input): Posted,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let choice = Choice::of(&Query::parse(input.get("choice")), "").query();
    let kept = choice.on("").trim_start_matches('?').to_string();
    pool.write(move |db| missions::actions::choose_summary(db, id, &kept, &visitor)).await?;
    Ok(web::see_done(&choice.on(&format!("/missions/{id}/summary")), "summary-chosen"))
}
