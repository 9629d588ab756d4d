//! What narrows the problems, and saves those that are left.

use std::rc::Rc;

use yew::prelude::*;

use super::problems::level_name;
use super::{choosing, file_title, word};
use crate::app::components::{AnsweredChoice, Word};
use crate::app::state::Model;
use crate::app::state::tasks::save_problems;
use crate::app::text::{self, Phrase};
use crate::import::Level;
use crate::pack::Locale;
use crate::worker::{FileForm, ReportAnswer, ReportChoice};

/// What can be chosen of a level.
const LEVELS: [Level; 2] = [Level::Refused, Level::Notice];

/// What the filter is given.
#[derive(Properties, PartialEq)]
pub struct ProblemFilterProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    pub report: Rc<ReportAnswer>,
}

/// The fields that narrow the problems, and the buttons that save them.
#[component(ProblemFilter)]
pub fn problem_filter(ProblemFilterProps { model, locale, answered, report }: &ProblemFilterProps) -> Html {
    let (locale, problems) = (*locale, &report.problems);
    let files = report.files.iter().enumerate().map(|(index, file)| word(&index.to_string(), &file_title(file)));
    let levels = LEVELS.map(|level| word(level.code(), level_name(level, locale)));
    let onfile = choosing(model, |code| Some(ReportChoice::ProblemsOf(code.parse().ok())));
    let onlevel =
        choosing(model, |code| Some(ReportChoice::ProblemLevel(LEVELS.into_iter().find(|level| level.code() == code))));
    let field = |id: &'static str, label: Phrase, words: Vec<Word>, chosen: String, onchoose| {
        let all = word("", text::ALL_PROBLEMS.get(locale));
        let words: Rc<[Word]> = std::iter::once(all).chain(words).collect();
        html! {
            <div>
                <label for={id}>{ label.get(locale) }</label>
                <AnsweredChoice {id} {words} {chosen} answered={*answered} {onchoose} />
            </div>
        }
    };
    let file = problems.file.map(|file| file.to_string()).unwrap_or_default();
    let level = problems.level.map_or("", Level::code).to_owned();
    let saving = |form: FileForm| {
        let model = model.clone();
        move |_| save_problems(&model, form)
    };
    html! {
        <div class="list-tools">
            { field("problems-by-file", text::PROBLEM_FILE, files.collect(), file, onfile) }
            { field("problems-by-level", text::PROBLEM_LEVEL, levels.into(), level, onlevel) }
            <button type="button" onclick={saving(FileForm::Csv)}>{ text::SAVE_PROBLEMS_TABLE.get(locale) }</button>
            <button type="button" onclick={saving(FileForm::Xlsx)}>
                { text::SAVE_PROBLEMS_WORKBOOK.get(locale) }
            </button>
        </div>
    }
}
