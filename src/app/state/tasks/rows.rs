//! What the list and the report show of the district.

use super::super::{Action, District, Model, State};
use super::worker::{Purpose, request, save_files, take_opened};
use crate::json::compact;
use crate::worker::{
    ListFilesRequest, ReadAgainRequest, ReportChoice, ReportFileRequest, ReportForm, ReportRequest, RowQuery,
};

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

/// Requests what was read, once something was chosen of it. Returns the number of the request, 0 where there is nothing to be
/// requested.
pub fn request_report(model: &Model, choice: Option<ReportChoice>) -> u32 {
    if !is_ready(model) {
        return 0;
    }
    let number = model.reports.get() + 1;
    model.reports.set(number);
    let locale = model.state().locale;
    request(model, ReportRequest { locale, choice }, move |dispatch, report| {
        dispatch(Action::Report(number, report));
    });
    number
}

/// Requests what was refused or noticed, as it is narrowed, as a file of this form, and saves it.
pub fn save_problems(model: &Model, form: ReportForm) {
    if is_ready(model) {
        let State { as_of, locale, .. } = *model.state();
        request(model, ReportFileRequest { form, as_of, locale }, |dispatch, files| save_files(dispatch, &files));
    }
}

/// Has the same files read again, by what a person has corrected.
pub fn read_again(model: &Model) {
    if is_ready(model) {
        // What is there stays where they give nothing.
        let made_up = matches!(model.state().district, District::Ready { made_up: true, .. });
        request(model, ReadAgainRequest {}, move |dispatch, opened| {
            take_opened(dispatch, Purpose { made_up, stays: false }, opened);
        });
    }
}

fn is_ready(model: &Model) -> bool {
    matches!(model.state().district, District::Ready { .. })
}
