//! Which row of a table is its header, and what the table is.

use std::rc::Rc;

use yew::prelude::*;

use super::{correcting, word};
use crate::app::components::{AnsweredChoice, Word};
use crate::app::state::Model;
use crate::app::text;
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::{FileCorrection, HeaderRow};

/// What the fields are given.
#[derive(Properties, PartialEq)]
pub struct TableKindProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    /// The index of the file.
    pub file: usize,
    /// The rows that may be the header; none where it was found.
    pub headers: Vec<HeaderRow>,
    /// The index of the one that is, or is taken for it.
    pub header: Option<usize>,
    /// What the table is, while that is known.
    pub kind: Option<FileKind>,
    /// What it may be, each with what that is called.
    pub kinds: Vec<(FileKind, String)>,
}

/// The fields in which a person says which row is the header, where none was found, and what the table is.
#[component(TableKind)]
pub fn table_kind(props: &TableKindProps) -> Html {
    let TableKindProps { model, locale, answered, file, headers, header, kind, kinds } = props;
    let (locale, answered) = (*locale, *answered);
    let unknown = kind.is_none().then(|| word("", text::CHOOSE_KIND.get(locale)));
    let kinds: Rc<[Word]> =
        unknown.into_iter().chain(kinds.iter().map(|(kind, name)| word(kind.name(), name))).collect();
    let onheader = correcting(model, *file, |code| Some(FileCorrection::Header(code.parse().ok()?)));
    let onkind = correcting(model, *file, |code| {
        let kind = FileKind::ALL.into_iter().find(|kind| kind.name() == code);
        Some(FileCorrection::Kind(kind?))
    });
    html! {
        <div class="list-tools">
            if !headers.is_empty() {
                <div>
                    <label for="file-header">{ text::HEADER_IS.get(locale) }</label>
                    <AnsweredChoice
                        id="file-header"
                        words={headers.iter().map(|row| header_word(row, locale)).collect::<Rc<[Word]>>()}
                        chosen={header.map(|row| row.to_string()).unwrap_or_default()}
                        {answered}
                        onchoose={onheader}
                    />
                </div>
            }
            <div>
                <label for="file-kind">{ text::TABLE_IS.get(locale) }</label>
                <AnsweredChoice
                    id="file-kind"
                    words={kinds}
                    chosen={kind.map_or("", FileKind::name)}
                    {answered}
                    onchoose={onkind}
                />
            </div>
        </div>
    }
}

/// A row that may be the header, by its first cells.
fn header_word(row: &HeaderRow, locale: Locale) -> Word {
    let cells = row.cells.join(text::CELLS_AND.get(locale));
    word(&row.index.to_string(), &text::ROW_WITH.fill(locale, &[&row.sheet_row.to_string(), &cells]))
}
