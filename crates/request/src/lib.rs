//! Requests as the contract writes them, and answers to them.
//!
//! A request is read as a whole: every problem is found at once, each with its path, its code and its words.
//! Whatever goes in, an answer comes out; what it says is worked out by `assess`.
//!
//! ```
//! let request = r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例有限公司"}}"#;
//! let answer = request::answer_text(request);
//! assert!(answer.contains(r#""class":"good""#));
//! ```

mod enterprise;
mod figures;
mod problem;
mod read;
mod reader;
mod record;
mod rules;
mod what_if;

pub use figures::{figure_fault, figure_range};
pub use problem::{Problem, ProblemCode};
pub use read::{Answer, Request, answer, answer_by, answer_by_built_in, answer_text, read};
pub use reader::{Object, Reader};
pub use record::{
    Desk, Half, Judgement, RECORD_VERSION, Record, add_desk, enterprise_json, read_half, read_record, record_head,
    write_record,
};
pub use rules::{Rules, figures_of};
pub use what_if::{what_if_budget, what_if_by_built_in, what_if_text};
