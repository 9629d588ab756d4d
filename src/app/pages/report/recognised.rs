//! What one file was taken for, and what a person says it is.

use std::rc::Rc;

use yew::prelude::*;

use super::authorities::Authorities;
use super::columns::Columns;
use super::correction_buttons::CorrectionButtons;
use super::file_title;
use super::table_kind::TableKind;
use super::words::Words;
use crate::app::state::Model;
use crate::app::text;
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::{HeaderPlace, RecognisedTable, Recognition, ReportAnswer, ReportFile};

/// What the recognition of a file is given.
#[derive(Properties, PartialEq)]
pub struct RecognisedProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    pub report: Rc<ReportAnswer>,
}

/// How the file was recognised that is looked at.
#[component(Recognised)]
pub fn recognised(props: &RecognisedProps) -> Html {
    let (locale, report) = (props.locale, &props.report);
    let recognition = report.recognition.as_ref();
    let Some((recognition, file)) = recognition.and_then(|it| Some((it, report.files.get(it.file)?))) else {
        return html! { <section class="recognised" /> };
    };
    html! {
        <section class="recognised">
            <h3>{ file_title(file) }</h3>
            <p>{ how(file, recognition, locale) }</p>
            if let Some(table) = &recognition.table {
                { corrigible(props, recognition.file, table) }
            } else {
                <p>{ text::NOTHING_SEEN.get(locale) }</p>
            }
        </section>
    }
}

/// Says how a file is written, and where its header stands.
fn how(file: &ReportFile, recognition: &Recognition, locale: Locale) -> String {
    let delimiter = recognition.delimiter.map(|delimiter| match delimiter {
        '\t' => text::TAB.get(locale).to_owned(),
        _ => text::DELIMITER.fill(locale, &[&delimiter.to_string()]),
    });
    let header = match recognition.header {
        HeaderPlace::Rows { first, last } if first == last => text::HEADER_ROW.fill(locale, &[&last.to_string()]),
        HeaderPlace::Rows { first, last } => text::HEADER_ROWS.fill(locale, &[&first.to_string(), &last.to_string()]),
        HeaderPlace::ColumnMissing => text::HEADER_LACKS_COLUMN.get(locale).to_owned(),
        HeaderPlace::NotFound => text::HEADER_NOT_FOUND.get(locale).to_owned(),
    };
    let parts = [
        file.sheet.as_ref().map(|sheet| text::IN_SHEET.fill(locale, &[sheet])),
        file.encoding.as_ref().map(|encoding| text::IN_ENCODING.fill(locale, &[encoding])),
        delimiter,
        Some(header),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(text::RECOGNISED_AND.get(locale))
}

/// Renders what a table was taken for, in fields in which that is corrected.
fn corrigible(props: &RecognisedProps, file: usize, table: &RecognisedTable) -> Html {
    let RecognisedProps { model, locale, answered, report } = props;
    let (locale, answered) = (*locale, *answered);
    let doubled = table.doubled.iter().map(|column| {
        let others = column.others.join(text::COLUMNS_AND.get(locale));
        html! { <p class="warning">{ text::DOUBLED.fill(locale, &[&column.used, &others]) }</p> }
    });
    // Of another kind or with another header they are other columns.
    let columns_key = format!("{} {:?}", table.kind.map_or("", FileKind::name), table.header);
    html! {
        <>
            <p class="quiet">{ text::RECOGNISED_LEAD.get(locale) }</p>
            <TableKind
                {model}
                {locale}
                {answered}
                {file}
                headers={table.headers.clone()}
                header={table.header}
                kind={table.kind}
                kinds={table.kinds.clone()}
            />
            if !table.missing.is_empty() {
                <p class="warning alarm">
                    { text::MISSING_COLUMNS.fill(locale, &[&table.missing.join(text::COLUMNS_AND.get(locale))]) }
                </p>
            }
            <>{ for doubled }</>
            if let Some(columns) = &table.columns {
                <Columns
                    key={columns_key}
                    {model}
                    {locale}
                    {answered}
                    {file}
                    columns={columns.clone()}
                    lacks_column={!table.missing.is_empty()}
                />
            }
            if !table.words.is_empty() {
                <Words {model} {locale} {answered} {file} words={table.words.clone()} />
            }
            if table.authorities.is_lacking || !table.authorities.authorities.is_empty() {
                <Authorities {model} {locale} {answered} {file} list={table.authorities.clone()} />
            }
            <CorrectionButtons
                {model}
                {locale}
                {file}
                is_any_pending={report.is_pending}
                is_pending={table.is_pending}
                is_corrected={table.is_corrected}
            />
        </>
    }
}
