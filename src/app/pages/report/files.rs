//! The files, each with what it was taken for and how many of its rows were used.

use std::rc::Rc;

use yew::prelude::*;

use super::{file_title, pressing, table_head};
use crate::app::state::Model;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ReportAnswer, ReportChoice, ReportFile};

/// What the table of files is given.
#[derive(Properties, PartialEq)]
pub struct FileTableProps {
    pub model: Model,
    pub locale: Locale,
    pub report: Rc<ReportAnswer>,
}

/// The table of files.
#[component(FileTable)]
pub fn file_table(FileTableProps { model, locale, report }: &FileTableProps) -> Html {
    let columns = [
        (text::FILE_NAME, false),
        (text::FILE_KIND, false),
        (text::FILE_ENCODING, false),
        (text::FILE_ROWS, true),
        (text::FILE_REFUSED_ROWS, true),
    ];
    let looked_at = report.recognition.as_ref().map(|recognition| recognition.file);
    // What asks for a person stands on top.
    let mut files: Vec<(usize, &ReportFile)> = report.files.iter().enumerate().collect();
    files.sort_by_key(|(_, file)| (!file.is_unread, file.unknown_words == 0));
    let rows = files.into_iter().map(|(index, file)| {
        let onsee = pressing(model, ReportChoice::File(index));
        row(file, looked_at == Some(index), onsee, *locale)
    });
    html! {
        <table class="files">
            { table_head(&columns, *locale) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn row(file: &ReportFile, is_looked_at: bool, onsee: Callback<MouseEvent>, locale: Locale) -> Html {
    let title = file_title(file);
    let see = text::SEE_FILE.get(locale);
    let kind = file.kind.clone().unwrap_or_else(|| text::FILE_NOT_RECOGNISED.get(locale).to_owned());
    let encoding = file.encoding.clone().unwrap_or_else(|| text::NOT_KNOWN.get(locale).to_owned());
    // On a narrow screen, where the head is not shown, each cell carries its own.
    let cells = [
        (text::FILE_KIND, None, kind),
        (text::FILE_ENCODING, None, encoding),
        (text::FILE_ROWS, Some("number"), file.rows.to_string()),
        (text::FILE_REFUSED_ROWS, Some("number"), file.refused_rows.to_string()),
    ];
    let cells = cells.map(|(name, class, words)| html! { <td data-name={name.get(locale)} {class}>{ words }</td> });
    html! {
        <tr>
            <td>
                <p>{ &title }</p>
                <p>
                    <button
                        type="button"
                        aria-pressed={is_looked_at.to_string()}
                        aria-label={[see, " ", &title].concat()}
                        onclick={onsee}
                    >
                        { see }
                    </button>
                    if file.is_unread {
                        <span class="tag refused">{ text::FILE_UNREAD.get(locale) }</span>
                    }
                    if file.unknown_words > 0 {
                        <span class="tag noticed">
                            { text::FILE_UNKNOWN_WORDS.fill(locale, &[&file.unknown_words.to_string()]) }
                        </span>
                    }
                    if file.is_pending {
                        <span class="tag noticed">{ text::FILE_PENDING.get(locale) }</span>
                    }
                    if file.is_corrected {
                        <span class="tag noticed">{ text::FILE_CORRECTED.get(locale) }</span>
                    }
                </p>
            </td>
            { for cells }
        </tr>
    }
}
