//! One test program through the front door: every request passes the real table of addresses and all of the middleware,
//! on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod chain;
mod commands;
mod cupboards;
mod doors;
mod exchange;
mod harness;
mod house;
mod journey;
mod leaving;
mod lists;
mod logging;
mod model;
mod paper;
mod people;
mod programs;
mod reading;
