//! What the list and the report show of the district.

use super::super::{District, Model};
use crate::worker::{Ask, ProblemQuery, RowQuery};

/// Asks the worker for rows of the list.
pub fn ask_rows(model: &Model, query: RowQuery) {
    ask(model, &Ask::Rows(query));
}

/// Asks the worker for problems of the import.
pub fn ask_problems(model: &Model, offset: usize, limit: usize) {
    ask(model, &Ask::Problems(ProblemQuery { offset, limit }));
}

fn ask(model: &Model, ask: &Ask) {
    if let (District::Ready { .. }, Some(worker)) = (&model.state.district, &*model.worker.borrow()) {
        worker.ask(ask, &[]);
    }
}
