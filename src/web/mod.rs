//! The kit every room uses: reading forms, drawing pages, lists and their addresses, answers, guards, assets.

mod answer;
pub mod assets;
mod form;
mod found;
pub mod guard;
mod input;
pub mod json;
mod listing;
mod page;
mod problems;
mod qr;
mod reason;

pub use answer::{Doubt, Like, Refusal, conflict, fingerprint, or_busy, refused};
pub use form::{Form, field_label, field_value, label_key};
pub use found::Found;
pub use input::{Input, MAX_BODY, MAX_FIELD, Posted, Row, SLOWEST};
pub use listing::{Cursor, Filter, Pager, Query, hex, unhex};
pub use page::{Frame, Reader, done, download, html, see, see_done};
pub use problems::{Choice, Problem, Problems, shortened};
pub use qr::qr;
pub use reason::{Asked, TakeBack};
