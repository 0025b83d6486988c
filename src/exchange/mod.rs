//! Exchange: spreadsheets in and out. A file is read by its content ([`reading`]), its columns are given a meaning ([`fields`],
//! [`mapping`], [`propose`]), its rows are understood as the forms a person would fill ([`cell`], [`understand`]), and what would
//! come of them is planned ([`plan`]) before anything is done ([`actions`]). [`run`] does all of that in order, for the pages and
//! the command line alike. A file may also go into a cupboard ([`cupboards`]).

pub mod actions;
pub mod cell;
pub mod cupboards;
pub mod export;
pub mod fields;
pub mod guard;
pub mod json_lines;
pub mod load;
pub mod mapping;
pub mod model;
pub mod pages;
pub mod plan;
pub mod propose;
pub mod reading;
pub mod report;
pub mod run;
mod store;
pub mod told;
pub mod understand;
pub mod way;
pub mod words;

pub use store::{all_contents, find};
