//! Lists and their addresses: the state of a list is its address, pages follow a key and not a count.

use crate::values::Id;

/// An address's question part, in the order it is written; empty values are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the part after `?`; a NUL is no text and is dropped.
    pub fn parse(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes());
        Self(pairs.map(|(n, v)| (n.into_owned(), v.replace('\0', ""))).filter(|(_, v)| !v.trim().is_empty()).collect())
    }

    /// The value of a name, trimmed; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
    }

    /// This question with one name set (or dropped, when the value is empty).
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs: Vec<_> = self.0.iter().filter(|(n, _)| n != name).cloned().collect();
        if !value.is_empty() {
            pairs.push((name.into(), value.into()));
        }
        Self(pairs)
    }

    /// This question without some names.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(n, _)| !names.contains(&n.as_str())).cloned().collect())
    }

    /// Only these names of it.
    #[must_use]
    pub fn only(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(n, _)| names.contains(&n.as_str())).cloned().collect())
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The address of `path` with this question.
    pub fn on(&self, path: &str) -> String {
        if self.0.is_empty() {
            return path.to_string();
        }
        let mut out = form_urlencoded::Serializer::new(format!("{path}?"));
        out.extend_pairs(self.0.iter());
        out.finish().replacen("?&", "?", 1)
    }
}

/// A filter in force, shown as a tag that removes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// What is filtered: the words of the field.
    pub label: String,
    /// To what.
    pub value: String,
    /// The address of the list without it.
    pub without: String,
}

/// Where a page of a list begins: after this row, in the list's own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The row's sort key: a number, or folded text.
    pub key: String,
    /// The row's id, which decides between equals.
    pub id: Id,
}

impl Cursor {
    /// The ids on a page of `size` rows, of which one more was asked for than fits, and where the next page begins.
    pub fn page(mut rows: Vec<(String, Id)>, size: usize) -> (Vec<Id>, Option<Self>) {
        let more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| more).map(|(key, id)| Self { key: key.clone(), id: *id });
        (rows.into_iter().map(|(_, id)| id).collect(), next)
    }

    /// As written in an address: `after=19463~0190…`.
    pub fn write(&self) -> String {
        format!("{}~{}", self.key, self.id)
    }

    /// Reads it back; nonsense is the first page.
    pub fn read(text: &str) -> Option<Self> {
        let (key, id) = text.rsplit_once('~')?;
        Some(Self { key: key.into(), id: id.parse().ok()? })
    }
}

/// The links under a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// The address of the first page, when this is not it.
    pub first: String,
    /// The address of the next page, when there is one.
    pub next: String,
}

impl Pager {
    /// The links for a list at `path`, asked with `query`, whose last row shown is `last` and which goes on or not.
    pub fn of(path: &str, query: &Query, last: Option<Cursor>, more: bool) -> Self {
        let first = if query.get("after").is_empty() { String::new() } else { query.without(&["after"]).on(path) };
        let next = last.filter(|_| more).map(|c| query.with("after", &c.write()).on(path)).unwrap_or_default();
        Self { first, next }
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The bytes that hexadecimal digits stand for; none where the text is something else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_the_state() {
        let query = Query::parse("q=flour%20%26%20oil&mode=2&empty=&after=1~x");
        assert_eq!(query.get("q"), "flour & oil");
        assert_eq!(query.with("mode", "").without(&["after"]).on("/consignments"), "/consignments?q=flour+%26+oil");
        assert_eq!(Query::default().on("/consignments"), "/consignments");
    }

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor { key: "a~b".into(), id: Id::fresh() };
        assert_eq!(Cursor::read(&cursor.write()), Some(cursor));
        assert_eq!(Cursor::read("nonsense"), None);
    }

    #[test]
    fn a_page_ends_where_the_next_begins() {
        let rows: Vec<_> = ["a", "b", "c"].map(|key| (key.to_string(), Id::fresh())).into();
        let ids: Vec<Id> = rows.iter().map(|(_, id)| *id).collect();
        assert_eq!(Cursor::page(rows.clone(), 3), (ids.clone(), None));
        let (page, next) = Cursor::page(rows, 2);
        assert_eq!((page.as_slice(), next), (&ids[..2], Some(Cursor { key: "b".into(), id: ids[1] })));
    }
}
