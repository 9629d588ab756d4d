//! Xinheng 信衡: what the credit of an enterprise is, how it is inspected, and what can be repaired.

#[cfg(feature = "workbooks")]
pub mod archive;
pub mod assess;
pub mod builtin;
pub mod calendar;
pub mod compiled;
pub mod district;
pub mod entry;
pub mod export;
pub mod facts;
pub mod import;
pub mod js;
pub mod json;
pub mod pack;
pub mod request;
pub mod rulebook;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "worker")]
pub mod worker;
