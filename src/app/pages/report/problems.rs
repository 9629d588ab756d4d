//! What could not be used, some of it at a time.

use std::rc::Rc;

use yew::prelude::*;

use super::problem_filter::ProblemFilter;
use super::problem_pages::ProblemPages;
use super::table_head;
use crate::app::state::Model;
use crate::app::text;
use crate::import::Level;
use crate::pack::Locale;
use crate::worker::{ProblemRow, ReportAnswer};

/// What the problems are given.
#[derive(Properties, PartialEq)]
pub struct ProblemsProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    pub report: Rc<ReportAnswer>,
}

/// The rows that were not used, and the notices.
#[component(Problems)]
pub fn problems(ProblemsProps { model, locale, answered, report }: &ProblemsProps) -> Html {
    let (locale, problems) = (*locale, &report.problems);
    let title = html! { <h2>{ text::PROBLEMS.get(locale) }</h2> };
    if problems.kept == 0 {
        // An archive knows how many rows were not used, but not why.
        let is_counted = report.files.iter().any(|file| file.is_unread || file.refused_rows > 0);
        let words = if is_counted { text::PROBLEMS_ONLY_COUNTED } else { text::NO_PROBLEMS };
        return html! { <>{ title }<p>{ words.get(locale) }</p></> };
    }
    let numbers = [problems.refused, problems.noticed].map(|number| number.to_string());
    let kept = problems.kept;
    let columns = [
        (text::PROBLEM_FILE, false),
        (text::PROBLEM_ROW, true),
        (text::PROBLEM_LEVEL, false),
        (text::PROBLEM_WORDS, false),
    ];
    html! {
        <>
            { title }
            <p>
                { text::PROBLEMS_LEAD.fill(locale, &[&numbers[0], &numbers[1]]) }
                if problems.refused + problems.noticed > kept {
                    { text::PROBLEMS_KEPT.fill(locale, &[&kept.to_string()]) }
                }
            </p>
            <ProblemFilter {model} {locale} answered={*answered} report={report.clone()} />
            <ProblemPages
                {model}
                {locale}
                first={problems.first}
                shown={problems.rows.len()}
                count={problems.count}
                previous={problems.previous}
                next={problems.next}
            />
            <table class="problems">
                { table_head(&columns, locale) }
                <tbody>{ for problems.rows.iter().map(|problem| row(problem, locale)) }</tbody>
            </table>
        </>
    }
}

fn row(problem: &ProblemRow, locale: Locale) -> Html {
    let sheet_row = problem.sheet_row.map_or_else(|| text::NOT_KNOWN.get(locale).to_owned(), |row| row.to_string());
    let class = if problem.level == Level::Refused { "tag refused" } else { "tag noticed" };
    html! {
        <tr>
            <td>{ &problem.file }</td>
            <td class="number">{ sheet_row }</td>
            <td><span {class}>{ level_name(problem.level, locale) }</span></td>
            <td>{ &problem.words }</td>
        </tr>
    }
}

/// Returns what became of the row or cell, in a word.
pub(super) fn level_name(level: Level, locale: Locale) -> &'static str {
    match level {
        Level::Refused => text::PROBLEM_REFUSED.get(locale),
        Level::Notice => text::PROBLEM_NOTICED.get(locale),
    }
}
