//! One consignment: everything recorded of it, and its past.

use super::known_done;
use crate::{
    accounts::{self, Act, Visitor},
    consignments::{self, Consignment, journey::Event, said},
    db::{Db, Pool},
    error::{Error, Result},
    history::{Entry, Subject},
    lang::filters,
    missions::{self, Mission},
    names::Names,
    reports::rows::{Row, mode_words, row},
    values::{Id, When},
    web::{self, Frame, Query},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::borrow::Borrow;

#[derive(Template)]
#[template(path = "reports/consignment.html")]
struct ConsignmentPage {
    frame: Frame,
    done: String,
    c: Consignment,
    row: Row,
    mission: Mission,
    names: Names,
    entries: Vec<Entry>,
    /// Its numbers in other missions.
    former: Vec<String>,
    quantities: Vec<String>,
    /// What does not agree within it.
    disagreements: Vec<String>,
    visitor: Visitor,
}

impl ConsignmentPage {
    /// Whether the reader may do something in its mission.
    fn may(&self, act: &str) -> bool {
        Act::from_code(act).is_some_and(|act| self.visitor.may(act, self.mission.id))
    }

    fn goods(&self, line: &consignments::model::Line) -> String {
        said::goods(line, &self.names)
    }

    fn categories(&self, line: &consignments::model::Line) -> String {
        said::categories(line, self.frame.lang)
    }

    fn sharing(&self, line: &consignments::model::Line) -> String {
        said::sharing(line, self.frame.lang)
    }

    fn mode(&self, leg: &consignments::model::Leg) -> String {
        mode_words(leg.mode, self.frame.lang)
    }

    fn units(&self, leg: &consignments::model::Leg) -> String {
        said::units(leg, self.frame.lang)
    }

    /// How long a leg took, and how late it is.
    fn pace(&self, leg: &consignments::model::Leg) -> String {
        said::pace(leg, !self.row.overdue.is_empty(), self.frame.now.day(), self.frame.lang)
    }

    fn date(&self, when: impl Borrow<Option<When>>) -> String {
        when.borrow().map(|when| self.frame.lang.when(when)).unwrap_or_default()
    }

    fn money(&self, money: impl Borrow<Option<crate::values::Money>>) -> String {
        money.borrow().map(|money| self.frame.lang.money(money)).unwrap_or_default()
    }

    fn kilograms(&self, milli: impl Borrow<Option<i64>>) -> String {
        milli.borrow().map(|milli| said::kilograms(milli, self.frame.lang)).unwrap_or_default()
    }

    /// What the lines weigh, where that differs from the weight stated for the whole.
    fn other_weight(&self) -> Option<String> {
        let lines = self.c.body.lines_weight().filter(|lines| Some(*lines) != self.c.body.stated_weight)?;
        Some(said::kilograms(lines, self.frame.lang))
    }

    /// How many packages the lines have, where that differs from the number stated for the whole.
    fn other_packages(&self) -> Option<String> {
        let lines = self.c.body.lines_packages().filter(|lines| Some(*lines) != self.c.body.stated_packages)?;
        Some(self.frame.lang.count(lines))
    }

    fn packages(&self, line: &consignments::model::Line) -> String {
        line.packages.as_ref().map(|p| said::packages(p, self.frame.lang)).unwrap_or_default()
    }

    fn events(&self) -> Vec<&Event> {
        self.c.events.iter().filter(|e| e.withdrawn_at.is_none()).collect()
    }

    fn leg_number(&self, event: &Event) -> i64 {
        let position = self.c.body.legs.iter().position(|leg| Some(leg.id) == event.leg);
        position.filter(|_| self.c.body.legs.len() > 1).map_or(0, |n| n as i64 + 1)
    }
}

/// `GET /consignments/{id}`: everything recorded of one, and its past.
pub async fn consignment(
    pool: Data<Pool>,
    frame: Frame,
    visitor: Visitor,
    req: HttpRequest,
    id: Path<Id>,
) -> Result<HttpResponse> {
    let (lang, id) = (frame.lang, id.into_inner());
    let done = Query::parse(req.query_string()).get("done").to_string();
    let page = pool
        .read(move |db| {
            let c = consignments::find(db, id)?.ok_or(Error::NotFound)?;
            visitor.must(Act::Look, c.mission)?;
            let mission = missions::find(db, c.mission)?.ok_or(Error::NotFound)?;
            let names = Names::load(db, lang, c.body.refs())?;
            let mut entries = accounts::past(db, (Subject::Consignment, id))?;
            let mut former = consignments::derived::numbers_of(db, &c)?;
            former.pop();
            hide_others(db, &mut former, &mut entries, &visitor)?;
            let row = row(&c, &mission.body.code, &names);
            let disagreements = consignments::doubts::disagreements(&c.body, &names);
            let quantities = said::quantities(&c.body, lang);
            Ok(ConsignmentPage {
                frame,
                done: known_done(done),
                c,
                row,
                mission,
                names,
                entries,
                former,
                quantities,
                disagreements,
                visitor,
            })
        })
        .await?;
    web::html(StatusCode::OK, lang, &page)
}

/// Takes out the numbers a consignment had in missions the reader may not know of, and what its past says of them.
fn hide_others(db: &mut Db, former: &mut Vec<String>, entries: &mut [Entry], visitor: &Visitor) -> Result<()> {
    let mut hidden = vec![];
    for number in std::mem::take(former) {
        let code = number.rsplit_once('/').map_or("", |(code, _)| code).to_string();
        match missions::by_code(db, &code)? {
            Some(mission) if visitor.may(Act::Look, mission.id) => former.push(number),
            _ => hidden.extend([number, code]),
        }
    }
    for change in entries.iter_mut().flat_map(|entry| &mut entry.changes) {
        for value in [&mut change.1, &mut change.2] {
            if hidden.contains(value) {
                *value = "…".into();
            }
        }
    }
    Ok(())
}
