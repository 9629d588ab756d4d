//! How a person reads an answer: what is unfolded, and what is supposed.

use serde::{Deserialize, Serialize};

use super::tasks::DayFault;
use crate::facts::Date;

/// What is unfolded in an answer, and the day that the person supposes there.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerState {
    /// The folds that were opened or closed, by their ids; the latest last.
    folds: Vec<(String, bool)>,
    /// The day on which one supposes to apply for a repair; without one the as-of date.
    pub apply_on: Option<Date>,
    /// What is wrong with the day that was typed last.
    pub apply_fault: Option<DayFault>,
}

impl AnswerState {
    /// Whether a fold is open that nobody has touched when it is open `at_first`.
    #[must_use]
    pub fn is_open(&self, id: &str, at_first: bool) -> bool {
        self.folds.iter().find(|(known, _)| known == id).map_or(at_first, |(_, open)| *open)
    }

    /// Remembers that a fold was opened or closed.
    pub fn fold(&mut self, id: String, open: bool) {
        self.folds.retain(|(known, _)| *known != id);
        self.folds.push((id, open));
    }

    /// Forgets the folds whose ids hold this, as those do that are named after facts.
    pub fn forget(&mut self, part: &str) {
        self.folds.retain(|(id, _)| !id.contains(part));
    }

    /// Returns what of it is about the folds whose ids end so.
    #[must_use]
    pub fn ending_with(&self, end: &str) -> Self {
        let folds = self.folds.iter().filter(|(id, _)| id.ends_with(end));
        Self { folds: folds.cloned().collect(), ..Self::default() }
    }

    /// The fold that was opened last and is still open, of those whose id begins so; without that beginning.
    #[must_use]
    pub fn opened_last(&self, beginning: &str) -> Option<&str> {
        let mut open = self.folds.iter().rev().filter(|(_, open)| *open);
        open.find_map(|(id, _)| id.strip_prefix(beginning))
    }
}
