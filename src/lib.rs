//! Xinheng 信衡: what the credit of an enterprise is, how it is inspected, and what can be repaired.
//!
//! The crates it stands on are found here under their own names.

#[cfg(feature = "workbooks")]
pub use district::archive;
pub use district::export;
pub use facts::{calendar, compiled, json};
#[cfg(feature = "papers")]
pub use paper;
pub use {assess, builtin, district, entry, facts, import, ledger, pack, request, rulebook};

pub mod js;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod store;
#[cfg(feature = "worker")]
pub mod worker;
