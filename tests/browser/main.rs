//! Journeys in a real browser: the real program, a headless Chromium, and what a person sees and presses.
//!
//! `KERUEN_TEST_BROWSER=required` makes a missing browser a failure (`tests/run` sets it); else these tests say that they
//! are skipped. `KERUEN_TEST_PICTURES=FOLDER` keeps a picture of every page there.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod bad_line;
mod browser;
mod every_page;
mod journey;
mod paper;
mod quicker;
mod served;
mod without_script;
