//! JSON as it was written: every number exact, every key in its order, no key twice.
//!
//! Requests and packs are read into a [`Value`] first and judged afterwards, so that every problem can be
//! reported at once. This module knows no other.

mod parse;
mod value;
mod write;

pub use parse::{InvalidJson, parse};
pub use value::Value;
pub use write::{canonical, compact, indented};
