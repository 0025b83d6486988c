//! What a source is, and which figures have one.

use crate::{
    consignments::{Consignment, model::Void, said},
    lang::Lang,
    names::Names,
    values::{Comma, Id, Moment, Quantity, When},
};

crate::codes! {
    /// What a source is to the figure.
    Role {
        /// It said the figure that counts.
        Own = "own",
        /// It reported another one, or the same once more.
        Also = "also",
    }
}

/// Who said a figure, or reported another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Of which consignment.
    pub consignment: Id,
    /// Which figure: a field of the form without its row (`line.quantity`).
    pub figure: String,
    /// Of which line or leg.
    pub row: Option<Id>,
    /// Whether it said the figure that counts.
    pub role: Role,
    /// What it reports: a quantity with the code of its unit, or as typed.
    pub stated: String,
    /// Who said it.
    pub said_by: String,
    /// In which document.
    pub document: String,
    /// On which page of it.
    pub page: String,
    /// Where it can be read.
    pub address: String,
    /// When it was said.
    pub dated: Option<When>,
    /// Anything else.
    pub note: String,
    /// Who recorded it.
    pub by: Option<Id>,
    /// When that was.
    pub at: Moment,
    /// Whether it was taken back.
    pub void: Option<Void>,
}

impl Source {
    /// Who said it, in which document, when: "adyrna.kz, Report 7, p. 2, 21 Oct 2023".
    pub fn words(&self, lang: Lang) -> String {
        let page = if self.page.is_empty() { String::new() } else { lang.v("page-number", &self.page) };
        let dated = self.dated.map(|when| lang.when(when)).unwrap_or_default();
        let parts = [self.said_by.clone(), self.document.clone(), page, dated, self.note.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(&lang.say("list-separator"))
    }
}

/// What a source reports, in words: a quantity in the reader's language, else as typed.
pub fn stated_words(stated: &str, lang: Lang) -> String {
    Quantity::read(stated, "", Comma::Groups).map_or_else(|_| stated.to_string(), |quantity| lang.quantity(quantity))
}

/// A figure of a consignment that may have sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// By what a form and a source know it: its field, and the row's id.
    pub key: (&'static str, Option<Id>),
    /// What it is called.
    pub label: String,
    /// What it says now.
    pub says: String,
}

impl Figure {
    /// As a form sends it.
    pub fn code(&self) -> String {
        code(self.key.0, self.key.1)
    }
}

/// A figure as a form sends it: `line.quantity|<id>`.
pub fn code(figure: &str, row: Option<Id>) -> String {
    row.map_or_else(|| figure.to_string(), |row| format!("{figure}|{row}"))
}

/// The figures of a consignment, in the order of its page.
pub fn figures(c: &Consignment, names: &Names) -> Vec<Figure> {
    let lang = names.lang;
    let mut out = vec![];
    for line in c.body.listed() {
        let goods = said::goods(line, names);
        let label = format!("{goods}: {}", lang.say("field-line-quantity"));
        out.push(Figure { key: ("line.quantity", Some(line.id)), label, says: lang.quantity(line.quantity) });
    }
    for (n, leg) in c.body.legs.iter().enumerate() {
        let label = format!("{}: {}", said::leg_number(n, lang), lang.say("field-leg-units"));
        out.push(Figure { key: ("leg.units", Some(leg.id)), label, says: said::units(leg, lang) });
    }
    let kilograms = |milli: Option<i64>| milli.map(|milli| said::kilograms(milli, lang)).unwrap_or_default();
    let weight = ("stated_weight", kilograms(c.body.stated_weight));
    let packages = ("stated_packages", c.body.stated_packages.map(|n| lang.count(n)).unwrap_or_default());
    let value = ("value", c.body.value.map(|money| lang.money(money)).unwrap_or_default());
    for (field, says) in [weight, packages, value] {
        let label = lang.say(&format!("field-{}", field.replace('_', "-")));
        out.push(Figure { key: (field, None), label, says });
    }
    out
}
