//! A form as it was typed: names and strings, nothing judged yet.

use crate::error::Error;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Bytes};
use std::{collections::BTreeMap, future::Future, pin::Pin, time::Duration};

/// The longest text one field takes, in characters.
pub const MAX_FIELD: usize = 10_000;

/// The largest form the house reads, in bytes: so large that a field a hundred times too long still comes back to its
/// writer with a sentence, not with a closed door.
pub const MAX_BODY: usize = 8 * 1024 * 1024;

/// How long a form may take to arrive: eight megabytes on a line of half a megabit.
pub const SLOWEST: Duration = Duration::from_secs(120);

/// The most fields a form may have.
const MAX_FIELDS: usize = 20_000;

/// What was typed, by field name. Rows of a list are named `line.0.goods`, `line.1.goods`, ….
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    fields: BTreeMap<String, String>,
    /// Fields that held characters no text has (a NUL byte, broken UTF-8).
    broken: Vec<String>,
}

/// One row of a list in a form.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    input: &'a Input,
    list: &'a str,
    /// Its number in the field names.
    pub index: usize,
}

impl Input {
    /// Reads an `application/x-www-form-urlencoded` body. Never fails on content.
    pub fn parse(body: &[u8]) -> Result<Self, Error> {
        let mut input = Self::default();
        for (n, (name, value)) in form_urlencoded::parse(body).enumerate() {
            if n >= MAX_FIELDS {
                return Err(Error::TooLarge);
            }
            input.take(name.into_owned(), &value);
        }
        Ok(input)
    }

    /// Takes a text as somebody sent it. Of several for one field the last counts: a ticked box follows its hidden "no".
    pub fn take(&mut self, name: String, value: &str) {
        // CRLF is how forms send a line break; the house keeps LF.
        let value = value.replace("\r\n", "\n");
        let strange = |c: char| c == '\0' || c == char::REPLACEMENT_CHARACTER;
        if value.contains(strange) {
            self.broken.push(name.clone());
        }
        self.fields.insert(name, value.replace('\0', "\u{fffd}"));
    }

    /// What was typed into a field, trimmed; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |value| value.trim())
    }

    /// What was typed into a field, spaces around it included: a password's own.
    pub fn raw(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Only these fields.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Self {
        names.iter().filter(|name| self.has(name)).map(|name| (name.to_string(), self.raw(name).to_string())).collect()
    }

    /// Whether the field was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Puts a text into a field.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.fields.insert(name.into(), value.into());
    }

    /// Puts a text into a field unless it is empty.
    pub fn set_some(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.set(name, value);
        }
    }

    /// Puts a text into a field that is empty: how a mission's defaults come in.
    pub fn fill(&mut self, name: &str, value: &str) {
        if self.get(name).is_empty() && !value.is_empty() {
            self.set(name, value);
        }
    }

    /// Does what a button other than *save* asks: `set` answers a question (`field=value`), `add` and `remove` change the
    /// rows of one of these lists (its name, and the field a new row begins with), `look` only looks the form over.
    /// Whether it was one of the last three: then nothing is saved yet.
    pub fn settle(&mut self, lists: &[(&str, &str)]) -> bool {
        let mut take = |name: &str| self.fields.remove(name).unwrap_or_default();
        let (set, add, remove, look) = (take("set"), take("add"), take("remove"), take("look"));
        if let Some((field, value)) = set.split_once('=') {
            self.set(field, value);
        }
        for (list, first) in lists {
            if add == *list {
                self.add_row(list, first);
            }
            if let Some((name, Ok(index))) = remove.split_once('.').map(|(name, index)| (name, index.parse()))
                && name == *list
            {
                self.remove_row(list, index);
            }
        }
        !(add.is_empty() && remove.is_empty() && look.is_empty())
    }

    /// The form as it is once a question was answered, for forms without rows.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.settle(&[]);
        self
    }

    /// Builder form of [`set`](Self::set).
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Drops a field.
    pub fn remove(&mut self, name: &str) {
        self.fields.remove(name);
    }

    /// Every field that holds something, in order of name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(n, v)| (n.as_str(), v.trim())).filter(|(_, v)| !v.is_empty())
    }

    /// The rows of a list, in order, blank ones too.
    pub fn rows<'a>(&'a self, list: &'a str) -> Vec<Row<'a>> {
        let mut indexes: Vec<usize> = self.fields.keys().filter_map(|name| index_of(name, list)).collect();
        indexes.sort_unstable();
        indexes.dedup();
        indexes.into_iter().map(|index| Row { input: self, list, index }).collect()
    }

    /// Adds a blank row to a list, so that the form shows it.
    pub fn add_row(&mut self, list: &str, first_field: &str) {
        let next = self.rows(list).last().map_or(0, |row| row.index + 1);
        self.set(format!("{list}.{next}.{first_field}"), "");
    }

    /// Drops row `index` of a list.
    pub fn remove_row(&mut self, list: &str, index: usize) {
        let prefix = format!("{list}.{index}.");
        self.fields.retain(|name, _| !name.starts_with(&prefix));
    }

    /// The names of fields that held characters no text has.
    pub fn broken(&self) -> &[String] {
        &self.broken
    }

    /// The names of fields longer than [`MAX_FIELD`], with their lengths.
    pub fn too_long(&self) -> impl Iterator<Item = (&str, usize)> {
        self.fields
            .iter()
            .filter(|(_, value)| value.len() > MAX_FIELD)
            .map(|(name, value)| (name.as_str(), value.chars().count()))
            .filter(|(_, length)| *length > MAX_FIELD)
    }
}

/// The index in a name such as `line.12.goods`.
fn index_of(name: &str, list: &str) -> Option<usize> {
    let (index, _) = name.strip_prefix(list)?.strip_prefix('.')?.split_once('.')?;
    index.parse().ok().filter(|n| *n < MAX_FIELDS)
}

impl<'a> Row<'a> {
    /// What was typed into this row's field.
    pub fn get(&self, field: &str) -> &'a str {
        self.input.get(&self.name(field))
    }

    /// The full name of this row's field.
    pub fn name(&self, field: &str) -> String {
        format!("{}.{}.{field}", self.list, self.index)
    }

    /// Whether nothing was typed into any of these fields.
    pub fn blank(&self, fields: &[&str]) -> bool {
        fields.iter().all(|field| self.get(field).is_empty())
    }
}

impl FromIterator<(String, String)> for Input {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Self {
        Self { fields: pairs.into_iter().collect(), broken: vec![] }
    }
}

/// The extractor of a posted form.
#[derive(Debug)]
pub struct Posted(pub Input);

impl FromRequest for Posted {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = req
            .headers()
            .get("content-type")
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(req, payload);
        Box::pin(async move {
            if !is_form {
                return Err(Error::Invalid("not a form".into()));
            }
            let body = tokio::time::timeout(SLOWEST, body).await;
            let body = body.map_err(|_| Error::Invalid("it took too long".into()))?.map_err(|e| {
                match e.as_response_error().status_code().as_u16() {
                    413 => Error::TooLarge,
                    _ => Error::Invalid(e.to_string()),
                }
            })?;
            Input::parse(&body).map(Self)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_order_of_number_and_keep_their_gaps() {
        let input = Input::parse(b"line.10.goods=c&line.2.goods=b&line.0.unit=kg&other=1&line.x.goods=no").unwrap();
        let rows = input.rows("line");
        assert_eq!(rows.iter().map(|r| r.index).collect::<Vec<_>>(), [0, 2, 10]);
        assert_eq!(rows[1].get("goods"), "b");
        assert!(rows[0].blank(&["goods"]) && !rows[0].blank(&["goods", "unit"]));
    }

    #[test]
    fn a_nul_byte_and_broken_utf8_are_remembered() {
        let input = Input::parse(b"a=x%00y&b=%ff&c=fine").unwrap();
        assert_eq!(input.broken(), ["a", "b"]);
        assert_eq!(input.get("a"), "x\u{fffd}y");
    }

    #[test]
    fn the_last_of_a_name_counts_and_line_breaks_are_one_character() {
        let input = Input::parse(b"a=0&a=1&t=x%0D%0Ay").unwrap();
        assert_eq!(input.get("a"), "1");
        assert_eq!(input.get("t"), "x\ny");
    }

    #[test]
    fn long_fields_are_named_with_their_length() {
        let input = Input::default().with("a", "x".repeat(MAX_FIELD)).with("b", "ж".repeat(MAX_FIELD + 1));
        assert_eq!(input.too_long().collect::<Vec<_>>(), [("b", MAX_FIELD + 1)]);
    }
}
