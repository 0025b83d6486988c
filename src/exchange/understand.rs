//! Rows of a file as a consignment's form: what its cells say, put where a person would type it. What cannot be read is named
//! by its cell, kept as text, or refuses the consignment; what the lines of one consignment say differently is asked about.

use super::{
    cell::{self, CellFault, text_of, whole_text},
    cupboards::Cupboard,
    fields::{Field, Kind, List, Of, is_own},
    mapping::{Amounts, Column, DecimalSign, Mapping, NOTE, Naming, Unreadable, multiplied},
    reading::{Cell, NO_RESULT, Row},
    way::put_legs,
    words::{Noted, is_total, noted, perhaps_total, says_nothing},
};
use crate::{
    lang::Lang,
    values::{Currency, Money, Qualifier, Quantity, Unit, names::bare},
    web::{Input, Problems, shortened},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

/// The columns of a file, each with what it means, and the values that hold for every row.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Its columns.
    pub columns: Vec<Column>,
    /// The cupboard they go into; without one they make consignments.
    pub into: Option<Cupboard>,
    fields: Vec<Option<&'static Field>>,
    fixed: Vec<(&'static Field, String)>,
    /// Whether a house wrote the file: then a dash is a name like any other, and "Total" a good.
    own: bool,
}

/// A cell of a file, in a reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The row, as a spreadsheet counts.
    pub row: u64,
    /// The column, from 0; `None` where it is the whole row.
    pub column: Option<usize>,
    /// What stands there, shortened.
    pub typed: String,
    /// What is to be said of it.
    pub says: String,
}

/// What the rows of one consignment came to.
#[derive(Debug)]
pub struct Understood {
    /// The rows, as a spreadsheet counts.
    pub rows: Vec<u64>,
    /// The code of its mission; empty where the file does not say.
    pub mission: String,
    /// The number it bears in this house, as people write it.
    pub number: String,
    /// The conflicting reports it is one of.
    pub contested: String,
    /// Why it is void; `None` where it is not.
    pub void: Option<String>,
    /// The form it would be typed into.
    pub input: Input,
    /// What is wrong with it, by the form's field.
    pub problems: Problems,
    /// Cells that could not be read and are kept as text.
    pub kept: Vec<Spot>,
    /// What is odd about it and yet possible.
    pub doubts: Vec<Spot>,
    /// How it travels, in the file's own words.
    pub mode_words: String,
    /// What stands in cells that could not be read, shortened, by the form's field.
    pub typed: BTreeMap<String, String>,
    /// How many rows state a field of which amounts come together.
    pub stated: BTreeMap<&'static str, i64>,
    /// Fields of the form that are filled and yet say nothing of what is known: their cells are empty.
    pub silent: HashSet<String>,
}

impl Columns {
    /// The columns of a file with these headers, as a mapping says.
    pub fn new(mapping: &Mapping, columns: Vec<Column>) -> Self {
        let into = mapping.into;
        let fields = columns.iter().map(|column| column.field(into)).collect();
        let fixed =
            mapping.fixed.iter().filter_map(|(code, text)| Some((Field::named(into, code)?, text.clone()))).collect();
        let own = is_own(&columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>());
        Self { columns, into, fields, fixed, own }
    }

    /// Whether a cell of the file says that nothing is said.
    fn says_nothing(&self, text: &str) -> bool {
        text.is_empty() || (!self.own && says_nothing(text))
    }

    /// What the columns, or values that hold for every row, leave out that every consignment has: the key of the sentence. A file
    /// that names things alone is a list of goods, and makes no consignments.
    pub fn lack(&self) -> Option<&'static str> {
        let says = |code: &str| self.of(code).is_some() || self.fixed.iter().any(|(field, _)| field.code == code);
        if let Some(cupboard) = self.into {
            cupboard.lack(says)
        } else if !says("goods") {
            Some("import-no-goods")
        } else if !["quantity", "packages", "quantity_note"].iter().any(|code| says(code)) {
            Some("import-no-quantity")
        } else {
            None
        }
    }

    /// The column that means this field; of several the first.
    pub fn of(&self, code: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.is_some_and(|field| field.code == code))
    }

    /// By what a row's consignment is known within the file: its number, else the reference others know it by. Empty where it
    /// has neither: then it stands alone.
    pub fn key(&self, row: &Row) -> String {
        let said = |code: &str| self.of(code).and_then(|at| row.cells.get(at)).map(text_of).unwrap_or_default();
        let named =
            |code: &str| Some(said(code)).filter(|text| !self.says_nothing(text)).map(|text| format!("{code}:{text}"));
        let key = named("number").or_else(|| named("external_ref"));
        key.map(|key| format!("{}\u{1f}{key}", said("mission"))).unwrap_or_default()
    }

    /// Whether nothing stands in a row.
    pub fn is_blank(row: &Row) -> bool {
        row.cells.iter().all(|cell| cell.text().trim().is_empty())
    }

    /// Rows that do not have the cells their header names: which column the others would be in nobody knows.
    pub fn ragged(&self, rows: &[Row], lang: Lang) -> Vec<Spot> {
        let width = self.columns.len();
        let mut out = vec![];
        for row in rows {
            let beyond = row.cells.iter().skip(width).any(|cell| !cell.text().trim().is_empty());
            let written = row.width.unwrap_or(width);
            if beyond || self.fields.iter().skip(written).any(Option::is_some) {
                let cells = lang.count(row.width.unwrap_or(row.cells.len()) as i64);
                let says = lang.vv("import-ragged", cells, lang.count(width as i64));
                out.push(Spot { row: row.number, column: None, typed: String::new(), says });
            }
        }
        out
    }

    /// The columns, each with what it means.
    pub fn meant(&self) -> impl Iterator<Item = (usize, &Column, Option<&'static Field>)> {
        self.columns.iter().zip(&self.fields).enumerate().map(|(n, (column, field))| (n, column, *field))
    }

    /// The columns that are kept as notes.
    pub fn noted(&self) -> impl Iterator<Item = usize> {
        self.meant().filter(|(_, column, _)| column.means == NOTE && !column.header.trim().is_empty()).map(|(n, ..)| n)
    }

    /// The values that hold for every row.
    pub fn fixed(&self) -> &[(&'static Field, String)] {
        &self.fixed
    }

    /// The column whose cell a problem of the form is about.
    pub fn column_of(&self, form_field: &str) -> Option<usize> {
        let own = form_field.rsplit('.').next().unwrap_or_default();
        let list = form_field.split('.').next().unwrap_or_default();
        let of = match list {
            "line" => Of::Line,
            "leg" => Of::Leg,
            _ => Of::Consignment,
        };
        self.fields.iter().position(|field| match field {
            // Marks of one column are fields of the form each.
            Some(field) if field.of == Of::Record => {
                field.form == form_field || field.kind == Kind::Marks && field.form == list
            }
            field => field.is_some_and(|field| field.of == of && field.form == own),
        })
    }
}

/// What one row says of a field: the text, and the column it stands in (none of a fixed value).
struct Said<'a> {
    cell: &'a Cell,
    text: String,
    column: Option<usize>,
}

/// What a fixed value is read by.
static NO_COLUMN: LazyLock<Column> = LazyLock::new(Column::default);

impl Said<'_> {
    /// The decimal sign it is read by: a workbook's number is a number, whatever the text of its column is like.
    fn decimal(&self, column: &Column) -> Option<DecimalSign> {
        if matches!(self.cell, Cell::Number(_)) { Some(DecimalSign::Point) } else { column.decimal }
    }
}

/// A consignment being put together from its rows.
struct Gathering<'a> {
    columns: &'a Columns,
    lang: Lang,
    out: Understood,
    /// The fields of the whole that rows have told so far, with the text and the row it was told in.
    told: HashMap<String, (String, u64)>,
    money: BTreeMap<&'static str, Money>,
    notes: Vec<Vec<(usize, String)>>,
    /// How many rows only sum up others.
    totals: usize,
}

/// Understands the rows of one consignment.
pub fn understand(rows: &[Row], columns: &Columns, lang: Lang) -> Understood {
    let mut gathering = Gathering {
        columns,
        lang,
        out: Understood {
            rows: rows.iter().map(|row| row.number).collect(),
            mission: String::new(),
            number: String::new(),
            contested: String::new(),
            void: None,
            input: Input::default(),
            problems: Problems::new(lang),
            kept: vec![],
            doubts: vec![],
            mode_words: String::new(),
            typed: BTreeMap::new(),
            stated: BTreeMap::new(),
            silent: HashSet::new(),
        },
        told: HashMap::new(),
        money: BTreeMap::new(),
        notes: vec![],
        totals: 0,
    };
    let mut line = 0;
    for row in rows {
        if gathering.row(row, line) {
            line += 1;
        }
    }
    gathering.end(line)
}

impl<'a> Gathering<'a> {
    /// Takes a row in; whether it made a line.
    fn row(&mut self, row: &'a Row, line: usize) -> bool {
        let columns = self.columns;
        let mut said: BTreeMap<&'static str, Said<'a>> = BTreeMap::new();
        let mut more: Vec<(&'static Field, Said<'a>)> = vec![];
        self.notes.push(vec![]);
        for (n, field) in columns.fields.iter().enumerate() {
            let Some(cell) = row.cells.get(n) else { continue };
            let text = match field {
                Some(field) if field.kind == Kind::Text || columns.own => whole_text(cell),
                _ => text_of(cell),
            };
            match field {
                _ if text.is_empty() => {}
                None if columns.columns.get(n).is_some_and(|column| column.means == NOTE) => self.note(n, text),
                None => {}
                Some(field) if field.kind == Kind::Again => {}
                Some(field) => {
                    let own = Said { cell, text, column: Some(n) };
                    // Several columns of text may tell one field.
                    if said.contains_key(field.code) {
                        more.push((field, own))
                    } else {
                        drop(said.insert(field.code, own))
                    }
                }
            }
        }
        for (field, text) in &columns.fixed {
            said.entry(field.code).or_insert(Said { cell: &Cell::Blank, text: text.clone(), column: None });
        }
        let goods = said.get("goods").map(|it| it.text.clone()).unwrap_or_default();
        let total = !columns.own && is_total(&goods);
        let of_line = !total && said.values().any(|it| it.column.is_some()) && self.says_line(&said);
        if total {
            self.total(row.number, &said);
        } else if of_line {
            if !columns.own && perhaps_total(&goods) {
                let says = self.lang.say("import-perhaps-total");
                let column = columns.of("goods");
                self.out.doubts.push(Spot { row: row.number, column, typed: shortened(&goods), says });
            }
            self.line(row.number, line, &said);
        }
        let mut whole: Vec<(&'static Field, Said<'a>)> = said
            .into_iter()
            .filter_map(|(code, it)| Some((Field::of_code(code)?, it)))
            .filter(|(field, _)| field.of != Of::Line)
            .collect();
        whole.sort_by_key(|(field, it)| (field.code, it.column));
        let currencies: HashMap<&str, Option<Currency>> = whole
            .iter()
            .filter(|(field, _)| field.kind == Kind::Currency)
            .map(|(field, it)| (field.code, Currency::read(&it.text)))
            .collect();
        for (field, it) in whole.into_iter().chain(more.into_iter().filter(|(field, _)| field.of != Of::Line)) {
            match it.column.filter(|_| total && field.adds_up()) {
                // What a row sums up is not added to what it sums up.
                Some(column) => self.note(column, it.text),
                None => self.whole(row.number, field, &it, &currencies),
            }
        }
        of_line
    }

    /// Whether a row tells anything of goods; one that tells only of the whole adds no line.
    fn says_line(&self, said: &BTreeMap<&'static str, Said<'a>>) -> bool {
        let of_line =
            |code: &str| Field::of_code(code).is_some_and(|field| field.of == Of::Line && !field.form.is_empty());
        said.iter().any(|(code, it)| it.column.is_some() && of_line(code)) || self.columns.of("goods").is_some()
    }

    fn note(&mut self, column: usize, text: String) {
        if let Some(notes) = self.notes.last_mut() {
            notes.push((column, text));
        }
    }

    /// What could not be read: kept as text, where the column or its kind says so; else what is wrong.
    fn fault(&mut self, row: u64, field: &'static Field, name: &str, said: &Said<'a>, fault: CellFault) {
        let column = said.column.and_then(|n| self.columns.columns.get(n));
        let keeps = match column.and_then(|column| column.unreadable) {
            Some(unreadable) => unreadable == Unreadable::Note,
            None => cell::kept_by_itself(field.kind) && !asks(&fault),
        };
        if let (true, Some(n)) = (keeps, said.column) {
            let says = self.words_of(name, &said.text, fault);
            self.out.kept.push(Spot { row, column: Some(n), typed: shortened(&said.text), says });
            self.note(n, said.text.clone());
        } else {
            self.out.typed.insert(name.to_string(), shortened(&said.text));
            put_fault(&mut self.out.problems, name, &said.text, fault);
        }
    }

    fn words_of(&self, name: &str, typed: &str, fault: CellFault) -> String {
        let mut problems = Problems::new(self.lang);
        put_fault(&mut problems, name, typed, fault);
        problems.iter().next().map(|problem| problem.text.clone()).unwrap_or_default()
    }

    fn column(&self, said: &Said<'a>) -> &'a Column {
        said.column.and_then(|n| self.columns.columns.get(n)).unwrap_or(&NO_COLUMN)
    }

    /// A row that only sums up the others: its weight is held against theirs, never added.
    fn total(&mut self, row: u64, said: &BTreeMap<&'static str, Said<'a>>) {
        self.totals += 1;
        match self.amount(said) {
            Ok(Some(quantity)) if Some(quantity.unit().base()) == Unit::from_code("KGM") && quantity.stated() => {
                let kilograms = format!("{} kg", crate::lang::plain(quantity.milli(), 1000));
                self.out.input.set("stated_weight", kilograms);
            }
            _ => {
                let text = said.get("quantity").map(|it| it.text.clone()).unwrap_or_default();
                if let Some(n) = self.columns.of("quantity").filter(|_| !text.is_empty()) {
                    self.note(n, text);
                }
            }
        }
        for code in ["net_kg", "gross_kg", "volume_l", "line_value", "line_cost"] {
            if let Some((column, text)) = said.get(code).and_then(|it| Some((it.column?, it.text.clone()))) {
                self.note(column, text);
            }
        }
        let says = self.lang.say("import-total-row");
        self.out.doubts.push(Spot { row, column: self.columns.of("goods"), typed: String::new(), says });
    }

    fn amount(&self, said: &BTreeMap<&'static str, Said<'a>>) -> Result<Option<Quantity>, CellFault> {
        let (text, decimal, usual) = match said.get("quantity") {
            Some(Said { cell: Cell::Error(error), .. }) => return Err(CellFault::Error(error.clone())),
            Some(it) => {
                let column = self.column(it);
                (it.text.as_str(), it.decimal(column), column.unit.as_deref())
            }
            None => ("", None, None),
        };
        let unit = match said.get("unit") {
            Some(it) => cell::unit(&it.text, self.column(it))?,
            None => None,
        };
        let unit = unit.or_else(|| usual.and_then(multiplied));
        let qualifier = match said.get("qualifier") {
            Some(it) => Qualifier::from_code(cell::word(&it.text, self.column(it), List::Qualifier)?),
            None => said.get("quantity_note").and_then(|it| noted(&it.text).qualifier),
        };
        let read = cell::quantity(text, unit, qualifier, decimal)?;
        // The unit in its own column and the unit in the cell have to be of one kind.
        match (read, unit.filter(|_| said.contains_key("unit"))) {
            (Some(read), Some((_, unit))) if read.unit().base() != unit.base() => {
                Err(CellFault::Figure(crate::values::Fault::Mixed))
            }
            (read, _) => Ok(read),
        }
    }

    /// One line of goods.
    fn line(&mut self, row: u64, n: usize, said: &BTreeMap<&'static str, Said<'a>>) {
        let name = |field: &str| format!("line.{n}.{field}");
        let note = said.get("quantity_note").map(|it| noted(&it.text)).unwrap_or_default();
        let Noted { qualifier, sharing, running, rest } = note;
        if let (Some(it), false) = (said.get("quantity_note"), rest.is_empty())
            && let Some(column) = it.column
        {
            self.note(column, rest);
        }
        if let Some(it) = said.get("goods") {
            let one = self.column(it).goods == Some(Naming::One);
            // A closing semicolon says that commas are part of the name.
            let bare = it.text.trim_end_matches([';', '؛']);
            let text = if one { format!("{};", bare.replace([';', '؛'], ",")) } else { it.text.clone() };
            self.out.input.set(name("goods"), text);
        }
        match self.amount(said) {
            Ok(quantity) => {
                let said_nothing = !["quantity", "qualifier"].iter().any(|code| said.contains_key(code));
                if said_nothing && qualifier.is_none() {
                    self.out.silent.extend([name("quantity"), name("unit")]);
                }
                // Tonnes to the kilogram are usual; kilograms to the gram, and thousandths of pieces, are not.
                let fine = quantity.is_some_and(|it| it.unit().factor() <= 1_000);
                if let Some(it) = said.get("quantity").filter(|_| fine) {
                    self.doubt_reading(row, it, Kind::Quantity);
                }
                let shown = quantity.map(|it| self.lang.quantity(it));
                let stated = quantity.filter(|_| !running);
                self.out.input.set(name("quantity"), stated.map_or("?".into(), Quantity::amount));
                self.out.input.set(name("unit"), quantity.map_or("", |it| it.unit().code()));
                if let (true, Some(shown), Some(it)) = (running, shown, said.get("quantity")) {
                    // A running total counts what came before: it is no load of its own.
                    let says = self.lang.v("import-running-total", &shown);
                    self.out.doubts.push(Spot { row, column: it.column, typed: shortened(&it.text), says });
                    if let Some(column) = it.column {
                        self.note(column, it.text.clone());
                    }
                }
            }
            Err(fault) => {
                let wrong_unit = matches!(&fault, CellFault::Figure(crate::values::Fault::UnknownUnit(_)));
                let at = match fault {
                    CellFault::Word => "qualifier",
                    _ if wrong_unit && said.contains_key("unit") => "unit",
                    _ => "quantity",
                };
                if let (Some(field), Some(it)) = (Field::of_code(at), said.get(at)) {
                    self.fault(row, field, &name(if at == "unit" { "unit" } else { "quantity" }), it, fault);
                }
            }
        }
        if let Some(sharing) = sharing {
            self.out.input.set(name("sharing"), sharing.code());
        }
        for (code, it) in said {
            let Some(field) = Field::of_code(code).filter(|field| field.of == Of::Line && !field.form.is_empty())
            else {
                continue;
            };
            if ["goods", "quantity", "unit"].contains(code) {
                continue;
            }
            let word = said.get(format!("{code}_currency").as_str());
            let currency = word.and_then(|it| Currency::read(&it.text));
            if let Some(word) = word.filter(|word| currency.is_none() && !says_nothing(&word.text)) {
                // An amount in a currency nobody knows is in no other.
                self.fault(row, field, &name(field.form), word, CellFault::Word);
                continue;
            }
            match self.value(field, it, currency) {
                Ok(value) if value.is_empty() => {}
                Ok(value) => {
                    self.doubt_reading(row, it, field.kind);
                    self.out.input.set(name(field.form), value);
                }
                Err(fault) => self.fault(row, field, &name(field.form), it, fault),
            }
        }
    }

    /// Asks about a figure or a date that can be read in two ways, where nothing was said of its column.
    fn doubt_reading(&mut self, row: u64, said: &Said<'a>, kind: Kind) {
        let column = self.column(said);
        if self.columns.own || !matches!(said.cell, Cell::Text(_)) {
            return;
        }
        let key = match kind {
            Kind::Date if column.dates.is_none() && in_two_orders(&said.text) => "import-which-order",
            Kind::Quantity | Kind::Weight | Kind::Volume | Kind::Money | Kind::Count
                if column.decimal.is_none() && perhaps_grouped(&said.text) =>
            {
                "import-point-or-group"
            }
            _ => return,
        };
        let says = self.lang.say(key);
        self.out.doubts.push(Spot { row, column: said.column, typed: shortened(&said.text), says });
    }

    /// The text a form would take for a cell.
    fn value(&self, field: &Field, said: &Said<'a>, currency: Option<Currency>) -> Result<String, CellFault> {
        let column = self.column(said);
        if let Cell::Error(error) = said.cell {
            return Err(CellFault::Error(error.clone()));
        }
        let decimal = said.decimal(column);
        Ok(match field.kind {
            Kind::Weight => cell::measured(&said.text, column, "KGM", decimal)?,
            Kind::Volume => cell::measured(&said.text, column, "LTR", decimal)?,
            Kind::Money => {
                let currency = currency.or_else(|| column.currency.as_deref().and_then(Currency::read));
                cell::money(&said.text, currency, decimal)?.map(Money::canonical).unwrap_or_default()
            }
            Kind::Count => cell::count(&said.text, decimal)?,
            Kind::Date => cell::date(&said.text, column.dates)?.map(|when| when.iso()).unwrap_or_default(),
            Kind::Code(List::Category) => category(&said.text, column)?,
            Kind::Code(list) => cell::word(&said.text, column, list)?.to_string(),
            Kind::Text => said.text.clone(),
            _ if self.columns.says_nothing(&said.text) => String::new(),
            _ => said.text.clone(),
        })
    }

    /// What a row says of the whole: it has to agree with what the rows before it say, or comes to a sum.
    fn whole(
        &mut self,
        row: u64,
        field: &'static Field,
        said: &Said<'a>,
        currencies: &HashMap<&str, Option<Currency>>,
    ) {
        let name = field.form_name(0);
        let currency = currencies.get(format!("{}_currency", field.code).as_str()).copied();
        if currency == Some(None) {
            return self.fault(row, field, &name, said, CellFault::NoCurrency);
        }
        let currency = currency.flatten();
        let value = match self.value(field, said, currency) {
            Ok(value) if value.is_empty() => return,
            Ok(value) => value,
            Err(fault) => return self.fault(row, field, &name, said, fault),
        };
        // Of what several rows say alike once is enough.
        if !self.told.contains_key(field.code) {
            self.doubt_reading(row, said, field.kind);
        }
        if field.code == "mode" && self.out.mode_words.is_empty() {
            self.out.mode_words = said.text.clone();
        }
        // What holds for every row is said of the whole.
        if field.adds_up() && said.column.is_some() && self.column(said).amounts != Some(Amounts::Whole) {
            *self.out.stated.entry(field.code).or_default() += 1;
            let money = Money::read(&value, "", crate::values::Comma::Groups).ok();
            let sum = money.map(|money| match self.money.get(field.code) {
                None => Some(money),
                Some(sum) if sum.currency() == money.currency() => {
                    Money::new(sum.minor() + money.minor(), money.currency())
                }
                Some(_) => None,
            });
            match sum {
                Some(Some(sum)) => drop(self.money.insert(field.code, sum)),
                _ => self.out.problems.add(&name, "import-two-currencies"),
            }
            return;
        }
        match self.told.get_mut(field.code) {
            None => drop(self.told.insert(field.code.into(), (value, row))),
            Some((there, _)) if bare(there) == bare(&value) => {}
            // Of texts each is kept once.
            Some((there, _)) if field.kind == Kind::Text => {
                if !there.split('\n').any(|part| part == value) {
                    there.push('\n');
                    there.push_str(&value);
                }
            }
            Some((there, first)) => {
                let args = [("other", shortened(there)), ("row", first.to_string())];
                let says = self.lang.say_with("import-rows-differ", args);
                self.out.doubts.push(Spot { row, column: said.column, typed: shortened(&said.text), says });
                if let Some(n) = said.column {
                    self.note(n, said.text.clone());
                }
            }
        }
    }

    /// Puts what was told of the whole into the form, and the notes where they belong.
    fn end(mut self, lines: usize) -> Understood {
        let (mut way, mut own_status) = (String::new(), String::new());
        for (code, (value, _)) in std::mem::take(&mut self.told) {
            match code.as_str() {
                "mission" => self.out.mission = value,
                "number" => self.out.number = value,
                "conflict" => self.out.contested = value,
                "void_reason" => self.out.void = Some(value).filter(|reason| !reason.is_empty()),
                // What a form cannot say: it follows from the reason, from the reports, from receipts.
                "status" | "own_status" if ["void", "contested", "partly_received"].contains(&value.as_str()) => {}
                "own_status" => own_status = value,
                "legs" => way = value,
                code => {
                    if let Some(field) = Field::of_code(code).filter(|field| !field.form.is_empty()) {
                        self.out.input.set(field.form_name(0), value);
                    }
                }
            }
        }
        // How far one has come that is void, or waits for a choice; a status that says more than that holds.
        if self.out.input.get("status").is_empty() {
            self.out.input.set_some("status", own_status);
        }
        for (code, sum) in std::mem::take(&mut self.money) {
            if let Some(field) = Field::of_code(code) {
                self.out.input.set(field.form_name(0), sum.canonical());
            }
        }
        if !way.is_empty() {
            put_legs(&mut self.out.input, &way);
        }
        self.put_notes(lines);
        if lines == 0 && self.totals > 0 {
            self.out.problems = Problems::new(self.lang);
            self.out.problems.add("line.0.goods", "import-total-alone");
        }
        let input = &mut self.out.input;
        if input.get("leg.0.mode").is_empty() {
            input.set("leg.0.mode", "not_stated");
        }
        let dated = ["planned_departure", "departed", "planned_arrival", "arrived"];
        let told = input.rows("leg").iter().any(|row| !row.blank(&dated));
        if !told && input.get("received").is_empty() && input.get("reported").is_empty() {
            input.set("dates_unsaid", "1");
        }
        self.out
    }

    /// What every line of a consignment says alike is a remark on the whole; what differs stays with its line.
    fn put_notes(&mut self, lines: usize) {
        let mut notes = std::mem::take(&mut self.notes);
        // In the order of the columns, whatever was read first: the same row is always the same.
        notes.iter_mut().for_each(|notes| notes.sort());
        let header = |n: usize| self.columns.columns.get(n).map(|column| column.header.trim()).unwrap_or_default();
        let said = |(n, text): &(usize, String)| match header(*n) {
            "" => text.clone(),
            header => format!("{header}: {text}"),
        };
        let common: Vec<(usize, String)> = match notes.split_first() {
            Some((first, rest)) => {
                first.iter().filter(|note| rest.iter().all(|other| other.contains(note))).cloned().collect()
            }
            None => vec![],
        };
        let mut remarks: Vec<String> = vec![self.out.input.get("remarks").to_string()];
        remarks.extend(common.iter().map(said));
        let own =
            notes.iter().map(|notes| notes.iter().filter(|note| !common.contains(note)).map(said).collect::<Vec<_>>());
        for (n, own) in own.enumerate() {
            // A row without a line of its own leaves its notes to the whole.
            if own.is_empty() {
            } else if n < lines && notes.len() == lines {
                let there = self.out.input.get(&format!("line.{n}.note")).to_string();
                let all = [there].into_iter().chain(own).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
                self.out.input.set(format!("line.{n}.note"), all);
            } else {
                remarks.extend(own);
            }
        }
        remarks.retain(|text| !text.is_empty());
        remarks.dedup();
        let all = remarks.join("\n");
        if !all.is_empty() {
            self.out.input.set("remarks", all);
        }
    }
}

/// Whether a figure may have a point between its groups: 12.500 is twelve and a half, or twelve thousand five hundred.
fn perhaps_grouped(text: &str) -> bool {
    let figure = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let figure = figure.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
    match figure.split_once('.') {
        Some((whole, rest)) => {
            (1..=3).contains(&whole.len()) && !whole.starts_with('0') && rest.len() == 3 && !rest.contains('.')
        }
        None => false,
    }
}

/// Whether the day and the month of a date may change places: 3/4/2024. (With points the day always stands first.)
fn in_two_orders(text: &str) -> bool {
    let date = text.split_whitespace().next().unwrap_or_default();
    let parts: Vec<u32> = date.split('/').filter_map(|part| part.parse().ok()).collect();
    matches!(parts[..], [day, month, year] if year > 31 && day != month && (1..=12).contains(&day) && (1..=12).contains(&month))
}

/// The category of goods; of several each with its own the catalogue's stand.
fn category(text: &str, column: &Column) -> Result<String, CellFault> {
    let mut codes = vec![];
    for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
        codes.push(cell::word(word, column, List::Category)?);
    }
    codes.dedup();
    Ok(if let [one] = codes[..] { one.to_string() } else { String::new() })
}

/// Whether a fault is a question that a person can answer for the whole column: then nothing is decided by itself.
pub fn asks(fault: &CellFault) -> bool {
    matches!(fault, CellFault::Figure(crate::values::Fault::Ambiguous { .. }) | CellFault::NoCurrency | CellFault::Word)
}

/// Says what is wrong with a cell.
pub fn put_fault(problems: &mut Problems, name: &str, typed: &str, fault: CellFault) {
    let shown = shortened(typed);
    match fault {
        CellFault::Figure(crate::values::Fault::Ambiguous { .. }) => {
            problems.add_with(name, "import-which-decimal", [("typed", shown)]);
        }
        CellFault::Figure(fault) => problems.figure(name, name, typed, fault),
        CellFault::Date(fault) => problems.date_fault(name, typed, fault),
        CellFault::Error(error) if error == NO_RESULT => problems.add(name, "import-no-result"),
        CellFault::Error(error) => problems.add_with(name, "import-error-cell", [("error", error)]),
        CellFault::Word => problems.add_with(name, "import-unknown-word", [("typed", shown)]),
        CellFault::NoCurrency => problems.add(name, "error-currency"),
        CellFault::NotWhole => problems.add(name, "error-not-whole"),
        CellFault::Dimension => problems.add_with(name, "import-other-dimension", [("typed", shown)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::fingerprint;

    fn columns(of: &[(&str, &str)]) -> Columns {
        let columns = of.iter().map(|(header, means)| Column {
            header: header.to_string(),
            means: means.to_string(),
            currency: Some("USD".into()),
            ..Column::default()
        });
        Columns::new(&Mapping::default(), columns.collect())
    }

    fn row(number: u64, cells: &[&str]) -> Row {
        let cells: Vec<Cell> = cells.iter().map(|text| Cell::Text(text.to_string())).collect();
        Row { number, width: Some(cells.len()), cells }
    }

    #[test]
    fn the_same_row_is_always_the_same() {
        let columns = columns(&[
            ("Goods", "goods"),
            ("Qty", "quantity"),
            ("Net", "net_kg"),
            ("Gross", "gross_kg"),
            ("Volume", "volume_l"),
            ("Expiry", "expiry"),
            ("Colour", "note"),
        ]);
        let rows = [
            row(2, &["Rice", "5 t", "none yet", "see below", "some", "soon", "red"]),
            row(3, &["Oil", "5 l", "", "x", "y", "", "red"]),
        ];
        let first = understand(&rows, &columns, Lang::english());
        assert_eq!(first.input.get("line.0.note"), "Net: none yet\nGross: see below\nVolume: some\nExpiry: soon");
        assert_eq!(first.input.get("remarks"), "Colour: red");
        for _ in 0..20 {
            assert_eq!(fingerprint(&understand(&rows, &columns, Lang::english()).input), fingerprint(&first.input));
        }
    }

    #[test]
    fn amounts_of_rows_come_together_and_amounts_of_the_whole_do_not() {
        let mut columns = columns(&[("Goods", "goods"), ("Qty", "quantity"), ("Freight", "freight")]);
        let rows = [row(2, &["Rice", "5 t", "10.10"]), row(3, &["Oil", "5 l", "10.10"])];
        let freight = |columns: &Columns| understand(&rows, columns, Lang::english()).input.get("freight").to_string();
        assert_eq!(freight(&columns), "20.20 USD");
        columns.columns[2].amounts = Some(Amounts::Whole);
        assert_eq!(freight(&columns), "10.10 USD");
    }

    #[test]
    fn what_only_sums_up_is_no_line() {
        let columns = columns(&[("Goods", "goods"), ("Qty", "quantity")]);
        let rows = [row(2, &["Rice", "7 t"]), row(3, &["Flour", "6 t"]), row(4, &["Total", "13 t"])];
        let told = understand(&rows, &columns, Lang::english());
        assert_eq!(told.input.rows("line").len(), 2);
        assert_eq!(told.input.get("stated_weight"), "13000 kg");
        assert_eq!(told.doubts.len(), 1);
    }
}
