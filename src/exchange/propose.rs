//! What a file's columns probably mean: by the house's own names, HXL tags, what people write above such columns, and the values
//! that stand below. A proposal, shown before anything is done; what the values contradict is not proposed.

use super::{
    cell::{self, text_of},
    cupboards::Cupboard,
    fields::{Field, Kind, in_brackets, is_own},
    mapping::{Amounts, Column, DateOrder, DecimalSign, Mapping, NOTE, NOTHING, Naming},
    reading::{Cell, Row},
    words::{code, says_nothing},
};
use crate::{
    consignments::form::split_goods,
    values::{Comma, Currency, Fault, Quantity, Unit},
};
use std::collections::{BTreeSet, HashMap};

/// How many different values of a column are looked at.
const LOOKED_AT: usize = 2000;

/// Proposes what columns mean. `headers` and `tags` are those of the file, a name each; `rows` are some of its first; `is_good` says
/// whether the catalogue knows goods by a name.
pub fn propose(
    into: Option<Cupboard>,
    headers: &[String],
    tags: &[String],
    rows: &[Row],
    mut is_good: impl FnMut(&str) -> bool,
) -> Mapping {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut columns = vec![];
    // A file of the house itself says what its columns mean.
    let own = is_own(&headers.iter().map(String::as_str).collect::<Vec<_>>());
    for (n, header) in headers.iter().enumerate() {
        let values = Values::of(rows, n);
        let told = tags.get(n).and_then(|tag| Field::of_tag(into, tag));
        let field = told.or_else(|| by_header(into, header, own, headers)).filter(|field| {
            let several = matches!(field.kind, Kind::Text | Kind::Again);
            // A number of this house stands in its own files alone: elsewhere it may count anything.
            (several || !taken.contains(field.code)) && (own || values.fit(field) && field.code != "number")
        });
        let mut column = Column { header: header.clone(), means: NOTE.into(), ..Column::default() };
        if let Some(field) = field {
            taken.insert(field.code);
            column.means = if field.kind == Kind::Again { NOTHING.into() } else { field.code.into() };
            values.describe(field, &mut column, &mut is_good);
            if own && field.kind == Kind::Goods {
                column.goods = Some(Naming::Several);
            }
        } else if values.all.is_empty() {
            column.means = NOTHING.into();
        }
        columns.push(column);
    }
    let key = columns.iter().position(|column| column.means == "external_ref" || column.means == "number");
    for n in 0..columns.len() {
        if let Some(column) = columns.get_mut(n).filter(|column| column.field(into).is_some_and(Field::adds_up)) {
            let whole = own || key.is_some_and(|key| repeats(rows, key, n));
            column.amounts = Some(if whole { Amounts::Whole } else { Amounts::Row });
        }
    }
    // A currency alone beside one kind of amount is that amount's.
    let says = |means: &str| columns.iter().any(|column| column.means == means);
    let amounts = ["line_value", "line_cost", "value", "freight", "insurance"].map(|code| (code, says(code)));
    if let (true, false, [only]) = (
        says("line_value_currency"),
        says("line_value"),
        &amounts.iter().filter(|(_, there)| *there).map(|(code, _)| *code).collect::<Vec<_>>()[..],
    ) {
        let means = format!("{only}_currency");
        columns
            .iter_mut()
            .filter(|column| column.means == "line_value_currency")
            .for_each(|it| it.means = means.clone());
    }
    // An amount whose header names no currency is in the one that the other headers name.
    let named: BTreeSet<String> = columns.iter().filter_map(|column| column.currency.clone()).collect();
    if let (1, Some(only)) = (named.len(), named.first()) {
        for column in columns.iter_mut().filter(|it| it.field(into).is_some_and(|field| field.kind == Kind::Money)) {
            column.currency.get_or_insert_with(|| only.clone());
        }
    }
    Mapping { into, column: columns, ..Mapping::default() }
}

/// The field that a header means. "Date" alone is the house's own word only beside its kind of date.
fn by_header(into: Option<Cupboard>, header: &str, whole: bool, all: &[String]) -> Option<&'static Field> {
    let own = || all.iter().any(|other| Field::of_header(into, other).is_some_and(|field| field.code == "date_kind"));
    match Field::of_header(into, header) {
        // Elsewhere "value" is of the goods of the row.
        Some(field) if field.code == "value" && !whole => Field::of_code("line_value"),
        Some(field) if field.code == "date" && !own() => Field::of_code("departed"),
        field => field,
    }
}

/// Whether a column says the same in all rows of each consignment, where consignments have several: an amount of the whole.
fn repeats(rows: &[Row], key: usize, column: usize) -> bool {
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows {
        let text = |n: usize| row.cells.get(n).map(text_of).unwrap_or_default();
        groups.entry(text(key)).or_default().push(text(column));
    }
    let several: Vec<&Vec<String>> = groups.values().filter(|all| all.len() > 1 && !says_nothing(&all[0])).collect();
    !several.is_empty() && several.iter().all(|all| all.iter().all(|text| *text == all[0]))
}

/// The different values of a column, those that say nothing left out.
struct Values {
    all: Vec<String>,
    /// Whether they are a workbook's own numbers and dates, which need no reading.
    typed: bool,
}

impl Values {
    fn of(rows: &[Row], column: usize) -> Self {
        let (mut seen, mut all, mut typed) = (BTreeSet::new(), vec![], true);
        for cell in rows.iter().filter_map(|row| row.cells.get(column)) {
            let text = text_of(cell);
            if !says_nothing(&text) && all.len() < LOOKED_AT && seen.insert(text.clone()) {
                typed &= matches!(cell, Cell::Number(_) | Cell::Moment(_));
                all.push(text);
            }
        }
        Self { all, typed }
    }

    /// Whether more than one in so many of the values is so. A column without values may mean anything.
    fn mostly(&self, one_in: usize, mut is: impl FnMut(&str) -> bool) -> bool {
        self.all.is_empty() || self.all.iter().filter(|value| is(value)).count() * one_in >= self.all.len()
    }

    /// Whether the values can be meant so.
    fn fit(&self, field: &Field) -> bool {
        let figure = |value: &str| {
            let read = |comma| Quantity::read(value, "H87", comma);
            matches!(read(Comma::Groups), Ok(_) | Err(Fault::Mixed | Fault::TooFine))
                || value.contains(|c: char| c.is_ascii_digit()) && value.len() < 24
        };
        match field.kind {
            Kind::Quantity | Kind::Count => self.mostly(2, figure),
            Kind::Weight | Kind::Volume | Kind::Money => self.mostly(10, figure),
            Kind::Unit => self.mostly(2, |value| Unit::read(value).is_some()),
            Kind::Currency => self.mostly(2, |value| Currency::read(value).is_some()),
            Kind::Date => {
                let order = self.order();
                self.mostly(3, |value| cell::date(value, order).is_ok())
            }
            Kind::Code(list) => self.mostly(3, |value| code(list, value).is_some()),
            _ => true,
        }
    }

    /// Says how the column's values are to be read.
    fn describe(&self, field: &Field, column: &mut Column, is_good: &mut impl FnMut(&str) -> bool) {
        let bracketed = in_brackets(&column.header).map(str::to_string);
        let suffix = column.header.rsplit([' ', '_', ',']).next().map(str::to_string);
        let beside = || bracketed.iter().chain(suffix.iter());
        match field.kind {
            Kind::Date => column.dates = self.order(),
            Kind::Weight | Kind::Volume => {
                let base = if field.kind == Kind::Weight { "KGM" } else { "LTR" };
                let fits =
                    |text: &&String| Unit::read(text).is_some_and(|unit| Some(unit.base()) == Unit::from_code(base));
                column.unit = beside().find(fits).and_then(|text| Unit::read(text)).map(|unit| unit.code().to_string());
                column.decimal = self.sign();
            }
            Kind::Quantity => {
                column.unit = bracketed.as_deref().and_then(Unit::read).map(|unit| unit.code().to_string());
                column.decimal = self.sign();
            }
            Kind::Count => column.decimal = self.sign(),
            Kind::Money => {
                column.currency =
                    beside().find_map(|text| Currency::read(text)).map(|currency| currency.code().to_string());
                column.decimal = self.sign();
            }
            Kind::Goods => column.goods = Some(self.naming(is_good)),
            _ => {}
        }
    }

    /// In which order the dates are written: by the parts that cannot be a month. Where none tells, the day stands first, as
    /// everywhere in the house; `None` where they are read as forms read them.
    fn order(&self) -> Option<DateOrder> {
        if self.typed {
            return None;
        }
        let (mut day_first, mut month_first, mut short) = (0usize, 0usize, 0usize);
        for value in &self.all {
            let date = value.split([' ', 'T']).next().unwrap_or_default();
            let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
            let [a, b, c] = parts[..] else { continue };
            let number = |part: &str| part.parse::<u32>().ok();
            match (number(a), number(b), number(c)) {
                (Some(_), ..) if a.len() == 4 => {}
                (Some(a), Some(b), Some(c)) => {
                    day_first += usize::from(a > 12);
                    month_first += usize::from(b > 12);
                    short += usize::from(c < 100);
                }
                // A month that is named.
                (Some(_), None, Some(c)) => short += usize::from(c < 100),
                _ => {}
            }
        }
        match day_first > 0 || short > 0 {
            _ if month_first > day_first => Some(DateOrder::MonthDayYear),
            true => Some(DateOrder::DayMonthYear),
            false => None,
        }
    }

    /// The decimal sign, where the values tell it.
    fn sign(&self) -> Option<DecimalSign> {
        if self.typed {
            return None;
        }
        let (mut point, mut comma) = (0usize, 0usize);
        for value in &self.all {
            let after = |sign: char| {
                value.rsplit_once(sign).map(|(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count())
            };
            let (last_point, last_comma) = (value.rfind('.'), value.rfind(','));
            match (last_point, last_comma) {
                // A sign that stands twice groups: the other one is the decimal sign.
                (Some(_), None) if value.matches('.').count() > 1 => comma += 1,
                (None, Some(_)) if value.matches(',').count() > 1 => point += 1,
                (Some(p), Some(c)) if p > c => point += 1,
                (Some(_), Some(_)) => comma += 1,
                // Groups have three digits; anything else behind a sign is decimals.
                (Some(_), None) if after('.') != Some(3) && after('.') != Some(0) => point += 1,
                (None, Some(_)) if after(',') != Some(3) && after(',') != Some(0) => comma += 1,
                _ => {}
            }
        }
        match (point, comma) {
            (0, 0) => None,
            (p, c) if p >= c => Some(DecimalSign::Point),
            _ => Some(DecimalSign::Comma),
        }
    }

    /// Whether cells with commas name several goods: where the parts are goods the catalogue knows.
    fn naming(&self, is_good: &mut impl FnMut(&str) -> bool) -> Naming {
        let (mut lists, mut known) = (0usize, 0usize);
        for value in self.all.iter().take(300) {
            let parts = split_goods(value);
            if parts.len() > 1 && !is_good(value) {
                lists += 1;
                known += usize::from(parts.iter().any(|part| is_good(part)));
            }
        }
        if known * 2 > lists || lists == 0 { Naming::Several } else { Naming::One }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(text: &str) -> Mapping {
        let mut lines = text.lines().map(|line| line.split('|').map(str::to_string).collect::<Vec<_>>());
        let headers = lines.next().unwrap();
        let rows: Vec<Row> = lines
            .enumerate()
            .map(|(n, cells)| Row {
                number: n as u64 + 2,
                cells: cells.into_iter().map(Cell::Text).collect(),
                width: None,
            })
            .collect();
        propose(None, &headers, &[], &rows, |name| ["flour", "oil", "rice"].contains(&name))
    }

    fn means(mapping: &Mapping) -> Vec<&str> {
        mapping.column.iter().map(|column| column.means.as_str()).collect()
    }

    #[test]
    fn headers_and_values_have_to_agree() {
        let mapping = proposed(
            "Item Description|Unit of Measure (Per Pack)|Line Item Quantity|Weight (Kilograms)|Freight Cost (USD)|Line Item Value|Delivered to Client Date|Colour\n\
             HIV test, 30 tests|30|1000|13|780.34|551|2-Jun-06|red\n\
             Tablets, 60|60|500|Weight Captured Separately|See ASN-1|40000|14-Nov-06|blue",
        );
        assert_eq!(
            means(&mapping),
            ["goods", "note", "quantity", "net_kg", "freight", "line_value", "arrived", "note"]
        );
        let column = |n: usize| &mapping.column[n];
        assert_eq!(column(0).goods, Some(Naming::One));
        assert_eq!(column(3).unit.as_deref(), Some("KGM"));
        assert_eq!((column(4).currency.as_deref(), column(4).decimal), (Some("USD"), Some(DecimalSign::Point)));
        assert_eq!(column(5).currency.as_deref(), Some("USD"), "the only currency of the file");
        assert_eq!(column(6).dates, Some(DateOrder::DayMonthYear));
    }

    #[test]
    fn lists_of_goods_and_orders_of_dates_are_told_by_the_values() {
        let mapping = proposed("goods|date|Вес, т\nflour, oil and rice|7/25/12|5,4\nrice|1/2/12|1.200,5");
        assert_eq!(mapping.column[0].goods, Some(Naming::Several));
        assert_eq!(mapping.column[1].dates, Some(DateOrder::MonthDayYear));
        let doubtful = proposed("weight kg\n5,403\n1,200");
        assert_eq!(doubtful.column[0].decimal, None, "a person is asked");
    }

    #[test]
    fn tags_go_before_headers() {
        let headers = ["Что".to_string(), "Сколько".to_string()];
        let tags = ["#item+name".to_string(), "#item+quantity".to_string()];
        let rows = [Row { number: 3, cells: vec![Cell::Text("flour".into()), Cell::Number("5".into())], width: None }];
        assert_eq!(means(&propose(None, &headers, &tags, &rows, |_| true)), ["goods", "quantity"]);
    }
}
