//! Xinheng 信衡: what the credit of an enterprise is, how it is inspected, and what can be repaired.

pub mod assess;
pub mod facts;
pub mod pack;

#[cfg(feature = "app")]
pub mod app;
