//! JSON as it was written: every number exact, every key in its order, no key twice.
//!
//! Requests and packs are read into a [`Value`] first and judged afterwards, so that every problem can be
//! reported at once. This room knows no other.

mod canonical;
mod value;

pub use canonical::canonical;
pub use value::{InvalidJson, Value, parse};
