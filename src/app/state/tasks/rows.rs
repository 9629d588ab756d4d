//! What the list and the report show of the district.

use super::super::{District, Model, State};
use crate::json::compact;
use crate::pack::Locale;
use crate::worker::{Ask, FileAsk, ProblemQuery, RowQuery};

/// The question for some rows of the list as it is narrowed and ordered now, with the records that were changed.
pub fn row_query(state: &State, offset: usize, limit: usize) -> RowQuery {
    let english = state.locale == Locale::En;
    let changed = |(id, code): &(u32, String)| {
        let tab = state.tabs.iter().find(|tab| tab.id == *id && tab.can_undo())?;
        Some((code.clone(), compact(&tab.sheet.record(Vec::new()))))
    };
    let changed = state.listed.iter().filter_map(changed).collect();
    RowQuery { as_of: state.as_of, english, choices: state.choices.clone(), changed, offset, limit }
}

/// Asks the worker for all that the list shows, as a file of this form.
pub fn ask_file(model: &Model, form: String) {
    ask(model, &Ask::File(FileAsk { form, query: row_query(&model.state, 0, 0) }));
}

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
