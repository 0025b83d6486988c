//! The pages by which people come in, and where each keeps their own account. Who keeps other people is in `people`.

mod first;
mod me;
mod sign_in;

pub use first::{accept_invitation, choose_password, create_first, set_up};
pub use me::{change_password, end_session, end_sessions, me, not_theirs, prefer, second_factor, secure, unsecure};
pub use sign_in::{DEMO, DEMO_PASSWORD, create, enrol_first, second, session_ended, show, sign_out};
