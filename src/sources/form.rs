//! A source as typed: of which figure, what it reports, and who said so where and when.

use super::model::{Figure, Role, Source};
use crate::{
    accounts::Visitor,
    consignments::Consignment,
    values::{Fault, Id, Moment, Quantity, names::LONGEST_NAME},
    web::{Input, Problems},
};

/// The longest address of a page.
const LONGEST_ADDRESS: usize = 2000;

/// Reads a source of one of these figures.
pub fn check(c: &Consignment, figures: &[Figure], id: Id, input: &Input, who: &Visitor) -> Result<Source, Problems> {
    let mut p = Problems::of(input, who.lang);
    let chosen = figures.iter().find(|figure| figure.code() == input.get("figure"));
    if chosen.is_none() {
        p.add("figure", "error-figure-empty");
    }
    let role = Role::from_code(input.get("says")).unwrap_or(Role::Also);
    for (field, longest) in [
        ("said_by", LONGEST_NAME),
        ("document", LONGEST_NAME),
        ("page", LONGEST_NAME),
        ("web_address", LONGEST_ADDRESS),
    ] {
        if input.get(field).chars().count() > longest && p.on(field).is_none() {
            p.add_with(field, "error-name-too-long", [("most", longest.to_string())]);
        }
    }
    if ["said_by", "document", "web_address"].iter().all(|field| input.get(field).is_empty()) {
        p.add("said_by", "error-said-by-empty");
    }
    let address = input.get("web_address");
    if !(address.is_empty() || address.starts_with("https://") || address.starts_with("http://")) {
        p.add("web_address", "error-address");
    }
    let stated = stated(c, chosen, role, input, &mut p);
    let source = Source {
        id,
        consignment: c.id,
        figure: chosen.map(|figure| figure.key.0).unwrap_or_default().into(),
        row: chosen.and_then(|figure| figure.key.1),
        role,
        stated,
        said_by: input.get("said_by").into(),
        document: input.get("document").into(),
        page: input.get("page").into(),
        address: address.into(),
        dated: p.date("dated", input.get("dated")),
        note: input.get("note").into(),
        by: who.by.person,
        at: Moment::now(),
        void: None,
    };
    p.or(|| source)
}

/// What is reported. Of goods it is a quantity, in the line's unit unless another is typed.
fn stated(c: &Consignment, figure: Option<&Figure>, role: Role, input: &Input, p: &mut Problems) -> String {
    let typed = input.get("stated");
    if typed.is_empty() {
        if role == Role::Also {
            p.add("stated", "error-stated-empty");
        }
        return String::new();
    }
    let line = figure.and_then(|figure| c.body.lines.iter().find(|line| Some(line.id) == figure.key.1));
    let Some(line) = line else { return typed.into() };
    let read = match Quantity::read(typed, "", p.lang().comma()) {
        Err(Fault::NoUnit) => Quantity::read(typed, line.quantity.unit().code(), p.lang().comma()),
        read => read,
    };
    match read {
        Ok(quantity) => quantity.canonical(),
        Err(fault) => {
            p.figure("stated", "stated", typed, fault);
            String::new()
        }
    }
}
