//! What the list and the report show of the district.

use std::rc::Rc;

use super::super::{Action, District, DistrictAction, ListChange, Model, ShownColumns, State, ViewAction, ViewState};
use super::notice::notice;
use super::print::print_soon;
use super::worker::{Purpose, request, save_files_and_say, take_opened};
use crate::app::text;
use crate::json::compact;
use crate::store::keep_columns;
use crate::worker::{
    FileForm, ListFilesRequest, ListFilter, ListPaperRequest, ListPart, ListRequest, ReadAgainRequest, ReportChoice,
    ReportFileRequest, ReportRequest, Shown,
};

/// So many rows are printed at most, on some two hundred pages.
const PRINTED_ROWS: usize = 5_000;

/// Looks at the list otherwise; it then begins at its top.
pub fn change_list(model: &Model, change: ListChange) {
    model.list_scroll.set(0);
    model.dispatch(Action::District(DistrictAction::ChangeList(change)));
}

/// Returns the request for the list as it is looked at now, with the records that were changed; no rows are asked for yet.
pub fn list_request(state: &State) -> ListRequest {
    let changed = |(id, code): &(u32, String)| {
        let tab = state.records.tabs.iter().find(|tab| tab.id == *id && tab.can_undo())?;
        Some((code.clone(), compact(&tab.sheet.record(Vec::new()))))
    };
    ListRequest {
        as_of: state.view.as_of,
        locale: state.view.locale,
        view: (**state.district.list.view()).clone(),
        changed: state.district.listed.iter().filter_map(changed).collect(),
        offset: 0,
        limit: 0,
    }
}

/// Requests the list, and takes in what the worker tells of it.
pub fn request_list(model: &Model, list: ListRequest) {
    if model.state().district.is_ready() {
        request(model, list, |dispatch, answer| dispatch(Action::District(DistrictAction::List(Rc::new(answer)))));
    }
}

/// Returns the request for those that were selected of the list, or for all of it where nobody was.
fn selected_request(state: &State) -> ListRequest {
    let mut request = list_request(state);
    let selected = &state.district.list.selected;
    if request.view.shown == Shown::Rows && !selected.is_empty() {
        // Whatever the list is narrowed to by now.
        request.view.filter = ListFilter::of_selected(selected);
    }
    request
}

/// Shows other columns of the list from now on.
pub fn show_columns(model: &Model, columns: ShownColumns) {
    keep_columns(columns.0);
    model.dispatch(Action::District(DistrictAction::Columns(columns)));
}

/// Prints what the list shows, those that were selected where some were; `count` is how many rows that are. Lists that are
/// longer than anybody prints are not printed, and the person is told.
pub fn print_list(model: &Model, count: usize) {
    let state = &model.state();
    if state.district.list.view().shown == Shown::Figures {
        // They stand on the page as a whole.
        print_soon();
    } else if count > PRINTED_ROWS {
        let words = [count.to_string(), PRINTED_ROWS.to_string()];
        let told = notice(true, text::TOO_LONG_TO_PRINT, &[&words[0], &words[1]]);
        model.dispatch(Action::View(ViewAction::Notice(Some(told))));
    } else if state.district.is_ready() {
        let list = ListRequest { limit: PRINTED_ROWS, ..selected_request(state) };
        request(model, ListPaperRequest { list }, |dispatch, list| {
            dispatch(Action::District(DistrictAction::Print(Rc::new(list))));
        });
    }
}

/// Requests a part of the list as files of this form, and saves them: of the rows those that were selected where some were.
pub fn save_list(model: &Model, part: ListPart, form: FileForm) {
    if model.state().district.is_ready() {
        let list = match part {
            ListPart::Rows => selected_request(&model.state()),
            ListPart::Figure(_) => list_request(&model.state()),
        };
        request(model, ListFilesRequest { part, form, list }, |dispatch, files| save_files_and_say(dispatch, &files));
    }
}

/// Requests what was read, once something was chosen of it. Returns the number of the request, 0 where there is nothing to be
/// requested.
pub fn request_report(model: &Model, choice: Option<ReportChoice>) -> u32 {
    if !model.state().district.is_ready() {
        return 0;
    }
    let number = model.reports.get() + 1;
    model.reports.set(number);
    let locale = model.state().view.locale;
    request(model, ReportRequest { locale, choice }, move |dispatch, report| {
        dispatch(Action::District(DistrictAction::Report(number, Rc::new(report))));
    });
    number
}

/// Requests what was refused or noticed, as it is narrowed, as a file of this form, and saves it.
pub fn save_problems(model: &Model, form: FileForm) {
    if model.state().district.is_ready() {
        let ViewState { as_of, locale, .. } = model.state().view;
        request(model, ReportFileRequest { form, as_of, locale }, |dispatch, files| {
            save_files_and_say(dispatch, &files)
        });
    }
}

/// Has the same files read again, by what a person has corrected.
pub fn read_again(model: &Model) {
    if model.state().district.is_ready() {
        // What is there stays where they give nothing.
        let made_up = matches!(model.state().district.now, District::Ready { made_up: true, .. });
        request(model, ReadAgainRequest {}, move |dispatch, opened| {
            take_opened(dispatch, Purpose { made_up, stays: false }, opened);
        });
    }
}
