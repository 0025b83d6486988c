//! The kit of the interface for programs: what they send becomes a form like a person's ([`Body`]), and is judged by the same
//! rules; what goes wrong is told as RFC 9457 says ([`Fault`]), with pointers to what was sent; records come with their version
//! ([`Record`]) and lists in pages that follow a key ([`Page`]).

mod answer;
mod ask;
mod typed;

pub use answer::{Differs, Fault, FieldProblem, Page, Problem, Record, listed, record, show, whole};
pub use ask::{After, Asked, Body, Key, Limit, Version};
pub use typed::{Stated, typed};
