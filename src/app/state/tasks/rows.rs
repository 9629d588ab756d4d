//! What the list and the report show of the district.

use super::super::{Action, District, Model, State};
use super::worker::{Purpose, request, save_files, take_opened};
use crate::json::compact;
use crate::worker::{ListFilesRequest, ReadAgainRequest, ReportFileRequest, ReportRequest, RowQuery};

/// Returns the query for some rows of the list as it is narrowed and ordered now, with the records that were changed.
pub fn row_query(state: &State, offset: usize, limit: usize) -> RowQuery {
    let changed = |(id, code): &(u32, String)| {
        let tab = state.tabs.iter().find(|tab| tab.id == *id && tab.can_undo())?;
        Some((code.clone(), compact(&tab.sheet.record(Vec::new()))))
    };
    let changed = state.listed.iter().filter_map(changed).collect();
    RowQuery { as_of: state.as_of, locale: state.locale, choices: state.choices.clone(), changed, offset, limit }
}

/// Requests all that the list shows, as files of this form, and saves them.
pub fn save_list(model: &Model, form: String) {
    if is_ready(model) {
        let query = row_query(&model.state(), 0, 0);
        request(model, ListFilesRequest { form, query }, |dispatch, files| save_files(dispatch, &files));
    }
}

/// Requests rows of the list.
pub fn request_rows(model: &Model, query: RowQuery) {
    if is_ready(model) {
        request(model, query, |dispatch, rows| dispatch(Action::Rows(rows)));
    }
}

/// Tells the worker what was chosen of what was read, and requests it anew.
pub fn request_report(model: &Model, name: String, value: String) {
    if !is_ready(model) {
        return;
    }
    let State { as_of, locale, .. } = *model.state();
    match name.as_str() {
        "export" => {
            let file = ReportFileRequest { form: value, as_of, locale };
            request(model, file, |dispatch, files| save_files(dispatch, &files));
        }
        again if again.starts_with("again") => read_again(model),
        _ => {
            let number = model.choose();
            request(model, ReportRequest { locale, name, value }, move |dispatch, report| {
                dispatch(Action::Report(number, report));
            });
        }
    }
}

/// Has the same files read again, by what a person has corrected.
fn read_again(model: &Model) {
    // What is there stays where they give nothing.
    let made_up = matches!(model.state().district, District::Ready { made_up: true, .. });
    request(model, ReadAgainRequest {}, move |dispatch, opened| {
        take_opened(dispatch, Purpose { made_up, stays: false }, opened);
    });
}

fn is_ready(model: &Model) -> bool {
    matches!(model.state().district, District::Ready { .. })
}
