//! What would change the class, asked for as an assessment is.

use assess::Assessor;
use facts::Enterprise;

use super::problem::Problem;
use super::read::{Answer, Request, read_by_built_in, read_text, written};

/// Tells what would change the class of the enterprise of a request, as the JSON text of an [`assess::WhatIf`]; where
/// something is wrong with the request, the errors are those of [`answer_text`](super::answer_text).
///
/// ```
/// let request = r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例有限公司",
///     "court_listings": [{"listed_on": "2026-03-02"}]}}"#;
/// let answer = request::what_if_text(request);
/// assert!(answer.contains(r#""act":"court_removal","alone":{"class":"good","key_case":false}"#));
/// // The enterprise itself cannot bring that about.
/// assert!(answer.ends_with(r#""together":{"kind":"nothing"}}"#));
/// ```
#[must_use]
pub fn what_if_text(request: &str) -> String {
    told(read_text(request))
}

/// Tells the same as [`what_if_text`], but `None` where the request has rules of its own, as
/// [`answer_by_built_in`](super::answer_by_built_in) does.
#[must_use]
pub fn what_if_by_built_in(request: &str) -> Option<String> {
    read_by_built_in(request).map(told)
}

/// Returns how many steps are tried one by one where somebody waits for it: the fewer the more penalties there are to judge
/// each time, so that a large record does not hold up a page.
#[must_use]
pub fn what_if_budget(record: &Enterprise) -> usize {
    (4000 / record.penalties.len().max(1)).clamp(10, 60)
}

fn told(read: Result<Request, Vec<Problem>>) -> String {
    let Request { as_of, pack, enterprise, .. } = match read {
        Ok(request) => request,
        Err(errors) => return written(&Answer::Errors { errors }),
    };
    let mut assessor = Assessor::new(&pack, builtin::calendar(), as_of);
    let answer = assessor.assess(&enterprise, false);
    written(&assessor.what_if(&enterprise, &answer, what_if_budget(&enterprise)))
}
