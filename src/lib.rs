//! # Keruen: a humanitarian aid shipment tracker
//!
//! This page is the map. The rooms stand in the order of the `pub mod` lines below, from the ground up, and **that order
//! is the law**: a room uses only rooms declared above it (`tests/it/house.rs` fails on an upward `use`).
//!
//! - *The ground*: [`error`] (every way a request fails), [`values`] (ids, moments, quantities, money, dates, text as
//!   searched), [`config`] (settings), [`lang`] (words, numbers and dates in the reader's language), [`db`] (one
//!   connection type for SQLite and PostgreSQL, two doors to data: `pool.read` and `pool.write`).
//! - *The kit*: [`web`] (forms as typed, problems, pages, lists, guards, assets), [`files`] (what people attach, kept by its
//!   content).
//! - *What was done, and who asks*: [`history`] (who changed what; written in the transaction of the change; a chain that
//!   proves itself), [`settings`] (the organisation's own), [`accounts`] (people, rights, sessions, the door).
//! - *The cupboards*: [`organisations`] (who), [`places`] (where), [`catalogue`] (what), and [`names`] (what
//!   records call them, fetched once for a page).
//! - *The working rooms*: [`missions`] (one journey of aid), [`people`] (who keeps the others'
//!   accounts), [`consignments`] (one load under way: what was sent, what happened, what it came to), [`receipts`] (what
//!   arrived, and what was lost), [`sources`] (who said which figure).
//! - *Paper*: [`documents`] (what is written from the records and printed; issued, it is frozen and can be checked by whoever
//!   holds it).
//! - *The reading room*: [`reports`] (pages that look into many rooms: home, the history list, a
//!   mission's summary and its sheet, a donor's report, the whole log; the one thing they change is to approve what was seen).
//! - *Exchange*: [`exchange`] (spreadsheets in and out; what a file brings is made by the actions a person uses).
//! - *The roof*: [`openapi`] (the interface for programs, described), [`server`] (every address in one table, the middleware
//!   in its order), [`commands`] (what the program does when it is called).
//!
//! Every room has the same furniture: `model.rs` (types and rules, pure), `form.rs` (what was typed → a `Draft` or
//! `Problems`), `store.rs` (all SQL), `actions.rs` (the verbs: change and history in one transaction), `pages.rs`
//! (handlers beside their templates), `api.rs` (handlers for programs and the documents they exchange: the kit turns such a
//! document into the form it stands for, and the same actions judge it). A form post travels: the row in `server.rs` → guards (`web::guard`) → extractors →
//! one `pool.attempt` { `check` → action → store → history } → 303, or the same form again with what is wrong (`attempt`
//! is `write` for a form that may be refused). A file that grew became a folder of its name.

pub mod error;
pub mod values;
pub mod config;
pub mod lang;
pub mod db;
pub mod web;
pub mod files;
pub mod history;
pub mod settings;
pub mod accounts;
pub mod organisations;
pub mod places;
pub mod catalogue;
pub mod names;
pub mod missions;
pub mod people;
pub mod consignments;
pub mod receipts;
pub mod sources;
pub mod documents;
pub mod reports;
pub mod exchange;
pub mod openapi;
pub mod server;
pub mod commands;
