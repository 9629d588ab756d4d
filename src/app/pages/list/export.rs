//! What is shown as a file.

use yew::prelude::*;

use crate::app::components::{Menu, close_menu};
use crate::app::state::Model;
use crate::app::state::tasks::save_list;
use crate::app::text;
use crate::export::PART_ROWS;
use crate::pack::Locale;
use crate::worker::{FileForm, ListPart};

/// What the export is given.
#[derive(Properties, PartialEq)]
pub struct ExportMenuProps {
    pub model: Model,
    pub locale: Locale,
    /// How many rows the file will have.
    pub count: usize,
    /// Whether these are those that were selected.
    pub are_selected: bool,
}

/// Saves those that were selected, or else all that the list shows, in one of several forms.
#[component(ExportMenu)]
pub fn export_menu(ExportMenuProps { model, locale, count, are_selected }: &ExportMenuProps) -> Html {
    let locale = *locale;
    let title = if *are_selected { text::EXPORT_SELECTED } else { text::EXPORT_LIST };
    let forms =
        [(FileForm::Csv, text::AS_UTF8), (FileForm::Gb18030, text::AS_GB18030), (FileForm::Xlsx, text::AS_WORKBOOK)];
    let buttons = forms.map(|(form, words)| {
        let model = model.clone();
        let onclick = move |press: MouseEvent| {
            close_menu(&press);
            save_list(&model, ListPart::Rows, form);
        };
        html! { <button type="button" {onclick}>{ words.get(locale) }</button> }
    });
    html! {
        <Menu class="export" title={title.get(locale)}>
            <div class="lists">{ for buttons }</div>
            if *count > PART_ROWS {
                <p class="quiet">{ text::WORKBOOK_PARTS.fill(locale, &[&PART_ROWS.to_string()]) }</p>
            }
        </Menu>
    }
}
