//! What became of the files and their rows, and what a person corrects of how they were recognised.

mod authorities;
mod columns;
mod correction_buttons;
mod files;
mod problem_filter;
mod problem_pages;
mod problems;
mod recognised;
mod table_kind;
mod totals;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::way_to_start;
use crate::app::components::{ReadingProgress, Word};
use crate::app::state::tasks::request_report;
use crate::app::state::{District, Model};
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::worker::{FileCorrection, ReportAnswer, ReportChoice, ReportFile};

use files::FileTable;
use problems::Problems;
use recognised::Recognised;
use totals::Totals;

/// What the page on what was read is given.
#[derive(Properties, PartialEq)]
pub struct ReportPageProps {
    pub model: Model,
    pub locale: Locale,
    pub district: District,
    /// What was read as the worker answered last, and the number of the last request that it knows of.
    pub report: Option<(u32, Rc<ReportAnswer>)>,
}

/// The page on what was read.
#[component(ReportPage)]
pub fn report_page(ReportPageProps { model, locale, district, report }: &ReportPageProps) -> Html {
    let locale = *locale;
    let shown = match district {
        District::None => html! {
            <>
                <p>{ text::LIST_NOTE.get(locale) }</p>
                { way_to_start(locale) }
            </>
        },
        District::Sealed(_) => way_to_start(locale),
        District::Reading { made_up, progress } => html! {
            <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} />
        },
        District::Ready { .. } => html! {
            <div>
                if let Some((answered, report)) = report {
                    <Report {model} {locale} answered={*answered} report={report.clone()} />
                }
            </div>
        },
    };
    html! {
        <div class="sheet wide">
            <h1>{ text::NAV_REPORT.get(locale) }</h1>
            { shown }
        </div>
    }
}

/// What each part of the report is given.
#[derive(Properties, PartialEq)]
struct ReportProps {
    model: Model,
    locale: Locale,
    /// The number of the last request that the answer knows of.
    answered: u32,
    report: Rc<ReportAnswer>,
}

/// What was read.
#[component(Report)]
fn report(ReportProps { model, locale, answered, report }: &ReportProps) -> Html {
    let (locale, answered) = (*locale, *answered);
    html! {
        <>
            if report.is_read_again {
                // Its line stays when its words go, so that nothing moves under the pointer.
                <p class="told-again" role="status">
                    { if report.is_pending { "" } else { text::READ_AGAIN.get(locale) } }
                </p>
            }
            <Totals {locale} totals={report.totals.clone()} />
            <h2>{ text::FILES.get(locale) }</h2>
            <FileTable {model} {locale} report={report.clone()} />
            if let Some(recognition) = &report.recognition {
                // The fields of another file are other fields.
                <Recognised key={recognition.file} {model} {locale} {answered} {report} />
            }
            <Problems {model} {locale} {answered} {report} />
        </>
    }
}

/// Returns what takes what a person chooses in a field: `choice` returns it by the code of the word, nothing for a code that is
/// not offered.
fn choosing(model: &Model, choice: impl Fn(&str) -> Option<ReportChoice> + 'static) -> Callback<AttrValue, u32> {
    let model = model.clone();
    Callback::from(move |code: AttrValue| choice(&code).map_or(0, |choice| request_report(&model, Some(choice))))
}

/// The same for what a person says of a file.
fn correcting(
    model: &Model,
    file: usize,
    correction: impl Fn(&str) -> Option<FileCorrection> + 'static,
) -> Callback<AttrValue, u32> {
    choosing(model, move |code| Some(ReportChoice::Correct(file, correction(code)?)))
}

/// Returns what has something chosen by a button.
fn pressing(model: &Model, choice: ReportChoice) -> Callback<MouseEvent> {
    let model = model.clone();
    Callback::from(move |_| {
        request_report(&model, Some(choice.clone()));
    })
}

/// Returns what a file is called, with its sheet.
fn file_title(file: &ReportFile) -> String {
    match &file.sheet {
        Some(sheet) => [&file.name, " / ", sheet].concat(),
        None => file.name.clone(),
    }
}

/// Renders the head of a table; each column with whether numbers stand in it.
fn table_head(columns: &[(Phrase, bool)], locale: Locale) -> Html {
    let heading = |(name, is_number): &(Phrase, bool)| {
        html! { <th scope="col" class={is_number.then_some("number")}>{ name.get(locale) }</th> }
    };
    html! { <thead><tr>{ for columns.iter().map(heading) }</tr></thead> }
}

/// Renders a table that is scrolled by itself where it is wider than the page, by the keyboard too.
fn scrolled(label: Phrase, locale: Locale, inside: Html) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={label.get(locale)}>
            <table>{ inside }</table>
        </div>
    }
}

/// Returns a word that can be chosen.
fn word(code: &str, name: &str) -> Word {
    Word { code: code.to_owned().into(), name: name.to_owned().into() }
}
