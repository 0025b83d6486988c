//! The pages of those who keep the house: people with their rights, and the settings. What people do to their own account is
//! in [`accounts`](crate::accounts), which holds the rules of both.

mod form;
pub mod pages;
pub mod tokens;
