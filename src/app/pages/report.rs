//! What became of the files and their rows.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::tasks::ask_problems;
use crate::app::state::{District, Model};
use crate::app::text::{self, Phrase};
use crate::app::use_model;
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::{FileSummary, Problem, Summary};

/// How many problems stand on one page.
const PAGE: usize = 100;

/// The page on what was read.
#[component(ReportPage)]
pub fn report_page() -> Html {
    let model = use_model();
    let locale = model.state.locale;
    let offset = use_state_eq(|| 0_usize);
    {
        let model = model.clone();
        let ready = matches!(model.state.district, District::Ready { .. });
        use_effect_with((*offset, ready), move |(offset, _)| ask_problems(&model, *offset, PAGE));
    }
    let District::Ready { summary, .. } = &model.state.district else {
        return html! {
            <div class="sheet">
                <h1>{text::REPORT_TITLE.get(locale)}</h1>
                <p>{text::LIST_NOTE.get(locale)}</p>
                <p><a href="#/">{text::TO_START.get(locale)}</a></p>
            </div>
        };
    };
    html! {
        <div class="sheet wide">
            <h1>{text::REPORT_TITLE.get(locale)}</h1>
            { counts(locale, summary) }
            <h2>{text::PROBLEMS_TITLE.get(locale)}</h2>
            { problems(&model, summary, &offset) }
            <h2>{text::FILES_TITLE.get(locale)}</h2>
            { files(locale, &summary.files) }
        </div>
    }
}

fn counts(locale: Locale, summary: &Rc<Summary>) -> Html {
    let number = |count: usize| count.to_string();
    let lead = match summary.unregistered {
        0 => text::REPORT_LEAD_ALL.fill(locale, &[&number(summary.enterprises)]),
        some => text::REPORT_LEAD.fill(locale, &[&number(summary.enterprises), &number(some)]),
    };
    let lines: [(usize, Phrase); 3] = [
        (summary.duplicates, text::REPORT_DUPLICATES),
        (summary.natural_persons, text::REPORT_PERSONS),
        (summary.joined_by_name, text::REPORT_BY_NAME),
    ];
    let lines = lines.into_iter().filter(|(count, _)| *count > 0);
    html! {
        <>
            <p>{lead}</p>
            <ul>{ for lines.map(|(count, words)| html! { <li>{words.fill(locale, &[&number(count)])}</li> }) }</ul>
        </>
    }
}

fn problems(model: &Model, summary: &Summary, offset: &UseStateHandle<usize>) -> Html {
    let locale = model.state.locale;
    if summary.refused + summary.noticed == 0 {
        return html! { <p>{text::NO_PROBLEMS.get(locale)}</p> };
    }
    let lead =
        text::PROBLEMS_LEAD.fill(locale, &[&summary.refused.to_string(), &summary.noticed.to_string()]);
    let Some(page) = &model.state.problems else { return html! { <p>{lead}</p> } };
    let turn = |to: Option<usize>, name: Phrase| {
        let offset = offset.clone();
        let onclick = to.map(|to| Callback::from(move |_: MouseEvent| offset.set(to)));
        html! { <button type="button" disabled={to.is_none()} {onclick}>{name.get(locale)}</button> }
    };
    let end = page.offset + page.problems.len();
    let range = [page.offset + 1, end, page.count].map(|number| number.to_string());
    let [first, last, count] = &range;
    html! {
        <>
            <p>{lead}</p>
            if page.count > PAGE {
                <p class="pages">
                    { turn(page.offset.checked_sub(PAGE), text::PREVIOUS) }
                    <span role="status">{text::PROBLEMS_RANGE.fill(locale, &[first, last, count])}</span>
                    { turn((end < page.count).then_some(end), text::NEXT) }
                </p>
            }
            <table class="problems">
                <thead>
                    <tr>
                        <th scope="col">{text::FILE.get(locale)}</th>
                        <th scope="col" class="number">{text::PROBLEM_ROW.get(locale)}</th>
                        <th scope="col">{text::PROBLEM_LEVEL.get(locale)}</th>
                        <th scope="col">{text::PROBLEM_WORDS.get(locale)}</th>
                    </tr>
                </thead>
                <tbody>{ for page.problems.iter().map(|problem| problem_row(locale, problem)) }</tbody>
            </table>
        </>
    }
}

fn problem_row(locale: Locale, problem: &Problem) -> Html {
    let row = problem.row.map_or(text::NOT_KNOWN.get(locale).to_owned(), |row| row.to_string());
    let (level, class) = if problem.refused { (text::REFUSED, "refused") } else { (text::NOTICED, "noticed") };
    let words = if locale == Locale::Zh { &problem.zh } else { &problem.en };
    html! {
        <tr>
            <td>{&problem.file}</td>
            <td class="number">{row}</td>
            <td><span class={classes!("tag", class)}>{level.get(locale)}</span></td>
            <td>{words}</td>
        </tr>
    }
}

fn files(locale: Locale, files: &[FileSummary]) -> Html {
    let rows = files.iter().map(|file| {
        let kind = file.kind.and_then(|place| FileKind::ALL.get(place));
        let kind = kind.map_or(text::NOT_RECOGNISED, |kind| text::file_kind(*kind).0);
        html! {
            <tr>
                <td>
                    {&file.name}
                    if !file.unused_columns.is_empty() {
                        <p class="quiet">
                            {text::FILE_UNUSED.fill(locale, &[&file.unused_columns.join("、")])}
                        </p>
                    }
                </td>
                <td>{kind.get(locale)}</td>
                <td>{file.encoding.as_deref().unwrap_or(text::NOT_KNOWN.get(locale))}</td>
                <td class="number">{file.rows}</td>
                <td class="number">{file.refused_rows}</td>
            </tr>
        }
    });
    html! {
        <table class="files">
            <thead>
                <tr>
                    <th scope="col">{text::FILE.get(locale)}</th>
                    <th scope="col">{text::FILE_KIND.get(locale)}</th>
                    <th scope="col">{text::FILE_ENCODING.get(locale)}</th>
                    <th scope="col" class="number">{text::FILE_ROWS.get(locale)}</th>
                    <th scope="col" class="number">{text::FILE_REFUSED.get(locale)}</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
