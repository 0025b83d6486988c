//! A row of a list as a record's form: what it says, what is there already, and what becomes of it.

use super::Cupboard;
use crate::{
    accounts::Visitor,
    db::Db,
    error::Result,
    exchange::{
        cell::{self, CellFault, text_of, whole_text},
        fields::{Field, Kind},
        mapping::{Column, DecimalSign, NOTE, Unreadable},
        reading::{Cell, Row},
        understand::{Columns, Spot, asks, put_fault},
        way::{meant, parted},
        words::{is_dash, is_total, says_nothing},
    },
    history::{self, Change},
    lang::Lang,
    places::Function,
    values::{Comma, Country, Id, Quantity},
    web::{Found, Input, Problems, Refusal, shortened},
};
use std::collections::BTreeMap;

/// What a row says.
pub(super) struct Told {
    /// The row, as a spreadsheet counts.
    pub row: u64,
    /// The fields of the form that it fills.
    pub input: Input,
    /// What holds where neither the row nor the record says anything.
    fixed: Input,
    /// Both together: by this the record is known.
    pub whole: Input,
    /// What cannot be read.
    pub problems: Problems,
    /// Cells that could not be read and are kept as notes.
    pub kept: Vec<Spot>,
    /// What stands in the cells that cannot be read, by the form's field.
    typed: BTreeMap<&'static str, String>,
}

/// What becomes of a row.
pub(super) enum Came {
    /// A new record, called so.
    Made(String),
    /// It says what is known already.
    Same,
    /// The record called so is completed.
    Changed(String, Vec<Change>),
    /// It cannot be taken in.
    Refused(Vec<Spot>),
}

/// Reads a row.
pub(super) fn read(row: &Row, columns: &Columns, lang: Lang) -> Told {
    let mut told = Told {
        row: row.number,
        input: Input::default(),
        fixed: Input::default(),
        whole: Input::default(),
        problems: Problems::new(lang),
        kept: vec![],
        typed: BTreeMap::new(),
    };
    for (n, column, field) in columns.meant() {
        let Some(cell) = row.cells.get(n) else { continue };
        match field {
            Some(field) => told.take(field, cell, (Some(n), column), lang),
            None if column.means == NOTE => told.note(column, text_of(cell)),
            None => {}
        }
    }
    let said = std::mem::take(&mut told.input);
    for (field, text) in columns.fixed().iter().filter(|(field, _)| said.get(field.form).is_empty()) {
        told.take(field, &Cell::Text(text.clone()), (None, &Column::default()), lang);
    }
    told.fixed = std::mem::replace(&mut told.input, said);
    // A row that names a total and says nothing else lists nothing.
    let said: Vec<(&str, &str)> = told.input.fields().filter(|(field, _)| *field != "notes").collect();
    if let [(field, name)] = said[..]
        && is_total(name)
    {
        told.problems.add(field, "import-total-alone");
    }
    told.complete_code();
    told.whole = told.fixed.clone();
    for (field, value) in told.input.fields() {
        told.whole.set(field, value);
    }
    told
}

impl Told {
    /// A code without its country, as UN/LOCODE's own lists have it: the country stands beside it.
    fn complete_code(&mut self) {
        let code = self.input.get("locode").trim().to_string();
        let country = [&self.input, &self.fixed].into_iter().find_map(|said| Country::read(said.get("country")));
        if let (3, Some(country)) = (code.len(), country) {
            self.input.set("locode", format!("{}{code}", country.code()));
        }
    }

    /// Takes a cell in.
    fn take(&mut self, field: &'static Field, cell: &Cell, (n, column): (Option<usize>, &Column), lang: Lang) {
        let text = if field.kind == Kind::Text { whole_text(cell) } else { text_of(cell) };
        // "NA" is Namibia, and "None" may be a town: of what names things a dash alone says nothing.
        let nothing = match field.form {
            "country" => says_nothing(&text) && Country::read(&text).is_none(),
            form if form.starts_with("name") || matches!(form, "other_names" | "locode") => is_dash(&text),
            _ => says_nothing(&text),
        };
        if nothing {
            return;
        }
        // A workbook's number is a number, whatever the text of its column is like.
        let decimal = if matches!(cell, Cell::Number(_)) { Some(DecimalSign::Point) } else { column.decimal };
        let value = match (cell, field.kind) {
            (Cell::Error(error), _) => Err(CellFault::Error(error.clone())),
            (_, Kind::Unit) => cell::unit(&text, column).and_then(|unit| match unit {
                Some((1, unit)) => Ok(unit.code().to_string()),
                _ => Err(CellFault::Word),
            }),
            // Nothing weighs nothing: lists say so of what they do not know.
            (_, Kind::Weight) => match cell::measured(&text, column, "KGM", decimal) {
                Ok(weight) if weight.starts_with("0 ") => return,
                weight => weight,
            },
            (_, Kind::Code(list)) => cell::word(&text, column, list).map(String::from),
            (_, Kind::Marks) => return self.mark(field, &text),
            // A cell names several in one line.
            _ if field.form == "other_names" => {
                Ok(parted(&text, &[';', '؛', '\n']).into_iter().map(meant).collect::<Vec<_>>().join("\n"))
            }
            _ => Ok(text.clone()),
        };
        match value {
            // Several columns of text may tell one field.
            Ok(value) if field.kind == Kind::Text && !self.input.get(field.form).is_empty() => {
                self.input.set(field.form, format!("{}\n{value}", self.input.get(field.form)));
            }
            Ok(value) => self.input.set(field.form, value),
            // A figure that cannot be read is a note, unless a person can say how to read them all.
            Err(fault)
                if cell::kept_by_itself(field.kind)
                    && column.unreadable != Some(Unreadable::Refuse)
                    && !asks(&fault)
                    && n.is_some() =>
            {
                let mut problems = Problems::new(lang);
                put_fault(&mut problems, field.form, &text, fault);
                let says = problems.iter().next().map(|problem| problem.text.clone()).unwrap_or_default();
                self.kept.push(Spot { row: self.row, column: n, typed: shortened(&text), says });
                self.note(column, text);
            }
            Err(fault) => self.fault(field, &text, fault),
        }
    }

    fn fault(&mut self, field: &'static Field, text: &str, fault: CellFault) {
        self.typed.insert(field.form, shortened(text));
        put_fault(&mut self.problems, field.form, text, fault);
    }

    /// Marks, each by its code; those of places also as UN/LOCODE writes them: `-23----B`.
    fn mark(&mut self, field: &'static Field, text: &str) {
        if field.form == "function" && text.len() == 8 && text.chars().all(|c| "-01234567B".contains(c)) {
            Function::read(text).iter().for_each(|it| self.input.set(format!("function.{it}"), "1"));
            return;
        }
        for word in text.split([' ', ',', ';', '\n']).filter(|word| !word.is_empty()) {
            let code = word.to_lowercase();
            let known = match field.form {
                "flag" => crate::catalogue::Flag::from_code(&code).is_some(),
                _ => Function::from_code(&code).is_some(),
            };
            if known {
                self.input.set(format!("{}.{code}", field.form), "1");
            } else {
                self.fault(field, word, CellFault::Word);
            }
        }
    }

    /// What no field is for is kept among the notes.
    fn note(&mut self, column: &Column, text: String) {
        if !text.is_empty() {
            let said = if column.header.is_empty() { text } else { format!("{}: {text}", column.header.trim()) };
            let notes = self.input.get("notes");
            let all = if notes.is_empty() { said } else { format!("{notes}\n{said}") };
            self.input.set("notes", all);
        }
    }

    /// What is wrong, cell by cell.
    pub fn spots(&self, problems: &Problems, columns: &Columns) -> Vec<Spot> {
        let spot = |problem: &crate::web::Problem| {
            let unread = self.typed.get(problem.field.as_str()).cloned();
            let typed = unread.unwrap_or_else(|| shortened(self.input.get(&problem.field)));
            Spot { row: self.row, column: columns.column_of(&problem.field), typed, says: problem.text.clone() }
        };
        problems.iter().map(spot).collect()
    }

    /// Does what the row says; the record it is about, where there is one. `met` tells in which row a record was met before. Nothing is
    /// written where it is refused.
    pub fn apply(
        &self,
        db: &mut Db,
        (cupboard, columns): (Cupboard, &Columns),
        met: impl Fn(Id) -> Option<u64>,
        who: &Visitor,
    ) -> Result<(Came, Option<Id>)> {
        if !self.problems.is_empty() {
            return Ok((Came::Refused(self.spots(&self.problems, columns)), None));
        }
        let name_field = cupboard.names().swap_remove(0);
        let mut problems = Problems::new(who.lang);
        let id = match cupboard.find(db, &self.whole)? {
            Found::One(id) => id,
            Found::Nothing => {
                let input = self.whole.clone().with("id", Id::fresh().to_string());
                let names = cupboard.names();
                let name = names.iter().map(|field| self.whole.get(field)).find(|name| !name.is_empty());
                return Ok(match cupboard.create(db, &input, who)? {
                    Ok(id) => (Came::Made(name.unwrap_or_default().to_string()), Some(id)),
                    Err(refusal) => (Came::Refused(self.refused(refusal, columns, who.lang)), None),
                });
            }
            found => {
                problems.not_one(&name_field, self.whole.get(&name_field), found);
                return Ok((Came::Refused(self.spots(&problems, columns)), None));
            }
        };
        if let Some(first) = met(id).filter(|row| *row != self.row) {
            problems.add_with(&name_field, "import-named-twice", [("value", who.lang.count(first as i64))]);
            return Ok((Came::Refused(self.spots(&problems, columns)), None));
        }
        let before = cupboard.form(db, id, who)?;
        if let Err(refusal) = cupboard.change(db, &self.over(&before, cupboard), who)? {
            return Ok((Came::Refused(self.refused(refusal, columns, who.lang)), None));
        }
        let after = cupboard.form(db, id, who)?;
        if after.get("version") == before.get("version") {
            return Ok((Came::Same, Some(id)));
        }
        let shown = cupboard.names().iter().map(|field| after.get(field)).find(|name| !name.is_empty());
        let shown = shown.unwrap_or_default().to_string();
        Ok((Came::Changed(shown, history::changes(&before, &after)), Some(id)))
    }

    /// The form of a record completed by what the row says: names and notes are added, never taken away.
    fn over(&self, there: &Input, cupboard: Cupboard) -> Input {
        let names = cupboard.names();
        let mut out = there.clone();
        let mut others = vec![there.get("other_names").to_string()];
        let mut notes: Vec<&str> = there.get("notes").lines().collect();
        for (field, value) in self.input.fields() {
            let name = names.iter().any(|own| own == field);
            if field == "other_names" || name && !there.get(field).is_empty() {
                others.push(value.to_string());
            } else if field == "notes" {
                let more = value.lines().filter(|line| !notes.contains(line)).collect::<Vec<_>>();
                notes.extend(more);
            } else {
                out.set(field, value);
            }
        }
        for (field, value) in self.fixed.fields().filter(|(field, _)| there.get(field).is_empty()) {
            out.set(field, value);
        }
        // Another figure is not the word of whoever gave the one that was kept.
        let figure = |form: &Input, field: &str| Quantity::read(form.get(field), "KGM", Comma::Groups).ok();
        let other = |field: &&str| figure(&out, field).is_some() && figure(&out, field) != figure(there, field);
        if ["kg_per_unit", "density"].iter().any(other) && self.input.get("figure_source").is_empty() {
            out.set("figure_source", self.fixed.get("figure_source"));
        }
        others.retain(|names| !names.is_empty());
        out.set_some("other_names", others.join("\n"));
        out.set_some("notes", notes.join("\n"));
        out
    }

    fn refused(&self, refusal: Refusal, columns: &Columns, lang: Lang) -> Vec<Spot> {
        let problems = refusal.problems(lang);
        // A list without categories may complete what is there; what is new has to have one.
        match problems.on("category") {
            Some(_) if self.input.get("category").is_empty() && self.fixed.get("category").is_empty() => {
                let mut one = Problems::new(lang);
                one.add("category", "import-no-category");
                self.spots(&one, columns)
            }
            _ => self.spots(&problems, columns),
        }
    }
}
