//! Documents: the paper that travels with the goods or is put on a table. A document is written from the records ([`kinds`]) as
//! blocks of text ([`sheet`]) in one language or two, printed from them ([`print`]), and, when it is issued, frozen under a number
//! and a code by which a stranger checks it ([`verify`]). Kinds that may come later (labels, loading lists, an SMGS helper sheet)
//! are one file of `kinds` each; a PDF engine would take the sheet where [`print`] does.

pub mod actions;
pub mod api;
pub mod kinds;
pub mod model;
pub mod pages;
pub mod print;
pub mod sheet;
mod store;
pub mod totals;
pub mod verify;

pub use store::{find, issued_of, of};
