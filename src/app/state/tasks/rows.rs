//! What the list and the report show of the district.

use super::super::{District, Model, State};
use crate::json::compact;
use crate::pack::Locale;
use crate::worker::{Ask, FileAsk, ReportAsk, RowQuery};

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
    ask(model, &Ask::File(FileAsk { form, query: row_query(&model.state(), 0, 0) }));
}

/// Asks the worker for rows of the list.
pub fn ask_rows(model: &Model, query: RowQuery) {
    ask(model, &Ask::Rows(query));
}

/// Tells the worker what was chosen of what was read, and asks for it anew.
pub fn ask_report(model: &Model, name: String, value: String) {
    let State { as_of, locale, .. } = *model.state();
    let number = model.choose();
    ask(model, &Ask::Report(ReportAsk { number, as_of, english: locale == Locale::En, name, value }));
}

fn ask(model: &Model, ask: &Ask) {
    if matches!(model.state().district, District::Ready { .. }) {
        model.with_worker(|worker| worker.ask(ask, &[]));
    }
}
