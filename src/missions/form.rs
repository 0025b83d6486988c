//! A mission as typed, and what it means.

use super::model::{Allotment, Body, Mission, MissionStatus, is_code, is_glide};
use crate::{
    accounts::Visitor,
    db::Db,
    error::Result,
    lang::{Lang, papers},
    names::{self, Names},
    values::{Country, Fault, Mode, Quantity, When, names::LONGEST_NAME},
    web::{Input, Problems},
};

/// The most things a decision allots in one mission.
const MOST_ALLOTMENTS: usize = 200;

/// Reads a mission. Organisations and places it names for the first time are made, in the transaction around it.
pub fn check(db: &mut Db, input: &Input, who: &Visitor) -> Result<Result<Body, Problems>> {
    let lang = who.lang;
    let mut problems = Problems::of(input, lang);
    let p = &mut problems;
    let code = input.get("code").to_uppercase();
    if code.is_empty() {
        p.add("code", "error-mission-code-empty");
    } else if !is_code(&code) {
        p.add("code", "error-mission-code");
    }
    let title = input.get("title");
    if title.is_empty() {
        p.add("title", "error-title-empty");
    } else if title.chars().count() > LONGEST_NAME && p.on("title").is_none() {
        p.add_with("title", "error-name-too-long", [("most", LONGEST_NAME.to_string())]);
    }
    let glide = input.get("glide").to_uppercase();
    if !glide.is_empty() && !is_glide(&glide) {
        p.add("glide", "error-glide");
    }
    let country = input.get("recipient_country");
    let recipient_country = Country::read(country);
    if !country.is_empty() && recipient_country.is_none() {
        p.add("recipient_country", "error-country");
    }
    let status = match input.get("status") {
        "" => Some(MissionStatus::Active),
        code => MissionStatus::from_code(code),
    };
    if status.is_none() {
        p.add("status", "error-choose");
    }
    let mode = match input.get("default.mode") {
        "" => None,
        code => {
            let mode = Mode::from_code(code);
            if mode.is_none() {
                p.add("default.mode", "error-choose");
            }
            mode
        }
    };
    let (starts, ends) = (p.date("starts", input.get("starts")), p.date("ends", input.get("ends")));
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends.last() < starts.first()
    {
        p.add("ends", "error-ends-before-starts");
    }
    let mut donors = vec![];
    for name in input.get("donors").split([';', '\n']).map(str::trim).filter(|n| !n.is_empty()) {
        donors.extend(names::organisation(db, p, "donors", name, who)?);
    }
    donors.dedup();
    let allotments = allotments(db, input, lang, p)?;
    let second_language = match input.get("second_language") {
        "" => None,
        code => {
            let known = papers().find(|lang| lang.code() == code).map(|lang| lang.code().to_string());
            if known.is_none() {
                p.add("second_language", "error-choose");
            }
            known
        }
    };
    let body = Body {
        code,
        title: title.into(),
        crisis: input.get("crisis").into(),
        glide,
        donors,
        recipient_country: recipient_country.map(|c| c.code().to_string()).unwrap_or_default(),
        purpose: input.get("purpose").into(),
        decision_number: input.get("decision.number").into(),
        decision_date: p.date("decision.date", input.get("decision.date")),
        allotments,
        starts,
        ends,
        status: status.unwrap_or(MissionStatus::Active),
        need_people: input.get("need.people").into(),
        need_source: input.get("need.source").into(),
        handover_from: input.get("handover.from").into(),
        handover_to: input.get("handover.to").into(),
        handover_office: input.get("handover.office").into(),
        handover_place: input.get("handover.place").into(),
        handover_date: p.date("handover.date", input.get("handover.date")),
        handover_act: input.get("handover.act").into(),
        consignor: names::organisation(db, p, "default.consignor", input.get("default.consignor"), who)?,
        consignee: names::organisation(db, p, "default.consignee", input.get("default.consignee"), who)?,
        carrier: names::organisation(db, p, "default.carrier", input.get("default.carrier"), who)?,
        mode,
        from: names::place(db, p, "default.from", input.get("default.from"), who)?,
        via: names::place(db, p, "default.via", input.get("default.via"), who)?,
        to: names::place(db, p, "default.to", input.get("default.to"), who)?,
        notes: input.get("notes").into(),
        second_language: second_language.unwrap_or_default(),
        narrative: input.get("narrative").into(),
        asked: input.get("asked").into(),
    };
    if !body.need_people.is_empty() && body.need_source.is_empty() {
        p.add("need.source", "error-need-source");
    }
    Ok(problems.or(|| body))
}

/// The fields of one allotment.
const ALLOTMENT: &[&str] = &["goods", "quantity", "unit"];

fn allotments(db: &mut Db, input: &Input, lang: Lang, p: &mut Problems) -> Result<Vec<Allotment>> {
    let mut out = vec![];
    for row in input.rows("allot").into_iter().filter(|row| !row.blank(ALLOTMENT)).take(MOST_ALLOTMENTS) {
        let goods = row.get("goods");
        if goods.is_empty() {
            p.add(&row.name("goods"), "error-goods-empty");
        }
        match Quantity::read(row.get("quantity"), row.get("unit"), lang.comma()) {
            Ok(quantity) if !goods.is_empty() => {
                out.push(Allotment { item: names::item(db, goods)?, goods: goods.into(), quantity });
            }
            Ok(_) => {}
            Err(Fault::Empty) => p.add(&row.name("quantity"), "error-quantity-empty"),
            Err(fault) => p.figure(&row.name("quantity"), &row.name("unit"), row.get("quantity"), fault),
        }
    }
    Ok(out)
}

/// A mission as its form shows it: every value as one may type it, in any language.
pub fn fields(body: &Body, names: &Names) -> Input {
    let mut f = Input::default();
    let date = |when: Option<When>| when.map(When::iso).unwrap_or_default();
    let text = [
        ("code", &body.code),
        ("title", &body.title),
        ("crisis", &body.crisis),
        ("glide", &body.glide),
        ("recipient_country", &body.recipient_country),
        ("purpose", &body.purpose),
        ("decision.number", &body.decision_number),
        ("need.people", &body.need_people),
        ("need.source", &body.need_source),
        ("handover.from", &body.handover_from),
        ("handover.to", &body.handover_to),
        ("handover.office", &body.handover_office),
        ("handover.place", &body.handover_place),
        ("handover.act", &body.handover_act),
        ("notes", &body.notes),
        ("second_language", &body.second_language),
        ("narrative", &body.narrative),
        ("asked", &body.asked),
    ];
    for (name, value) in text {
        f.set_some(name, value);
    }
    let donors: Vec<&str> = body.donors.iter().map(|id| names.organisation(Some(*id))).collect();
    f.set_some("donors", donors.join("; "));
    f.set_some("decision.date", date(body.decision_date));
    f.set_some("starts", date(body.starts));
    f.set_some("ends", date(body.ends));
    f.set_some("handover.date", date(body.handover_date));
    f.set("status", body.status.code());
    f.set_some("default.consignor", names.organisation(body.consignor));
    f.set_some("default.consignee", names.organisation(body.consignee));
    f.set_some("default.carrier", names.organisation(body.carrier));
    f.set_some("default.mode", body.mode.map(Mode::code).unwrap_or_default());
    f.set_some("default.from", names.place_label(body.from));
    f.set_some("default.via", names.place_label(body.via));
    f.set_some("default.to", names.place_label(body.to));
    for (n, allotment) in body.allotments.iter().enumerate() {
        f.set(format!("allot.{n}.goods"), names.good(allotment.item, &allotment.goods));
        f.set(format!("allot.{n}.quantity"), allotment.quantity.amount());
        f.set(format!("allot.{n}.unit"), names.lang.unit_typed(allotment.quantity.unit()));
    }
    f
}

impl Mission {
    /// The form to edit it.
    pub fn input(&self, names: &Names) -> Input {
        fields(&self.body, names).with("id", self.id.to_string()).with("version", self.version.to_string())
    }
}

impl Body {
    /// Every organisation, place and item it names.
    pub fn refs(&self) -> names::Refs {
        let organisations = [self.consignor, self.consignee, self.carrier].into_iter().flatten();
        (
            organisations.chain(self.donors.iter().copied()).collect(),
            [self.from, self.via, self.to].into_iter().flatten().collect(),
            self.allotments.iter().filter_map(|a| a.item).collect(),
        )
    }
}
