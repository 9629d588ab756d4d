//! Properties that hold of every enterprise and every request, on generated ones.
//!
//! The same cases come every time. `GENERATED_CASES=20` multiplies their number, `GENERATED_SEED=7` draws others.

#![cfg(not(target_arch = "wasm32"))]

#[path = "generated/change.rs"]
mod change;
#[path = "generated/draw.rs"]
mod draw;
#[path = "generated/facts.rs"]
mod facts;
#[path = "generated/invariants.rs"]
mod invariants;
#[path = "generated/notices.rs"]
mod notices;
#[path = "generated/numbers.rs"]
mod numbers;
#[path = "generated/oracle.rs"]
mod oracle;
#[path = "generated/oracle_answer.rs"]
mod oracle_answer;
#[path = "generated/oracle_repair.rs"]
mod oracle_repair;
#[path = "generated/properties.rs"]
mod properties;
#[path = "generated/reach.rs"]
mod reach;
#[path = "generated/requests.rs"]
mod requests;
#[path = "generated/workdays.rs"]
mod workdays;
