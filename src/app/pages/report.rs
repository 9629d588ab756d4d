//! What became of the files and their rows.

use yew::prelude::*;

use super::way_to_start;
use crate::app::element::{El, button, el};
use crate::app::state::tasks::ask_problems;
use crate::app::state::{District, Model};
use crate::app::text::{self, Phrase};
use crate::app::use_model;
use crate::app::widgets::table;
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::{FileSummary, Problem, ProblemPage, Summary};

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
    let sheet = el("div").class("sheet wide").with(el("h1").text(text::REPORT_TITLE.get(locale)));
    let District::Ready { summary, .. } = &model.state.district else {
        return sheet.with(el("p").text(text::LIST_NOTE.get(locale))).with(way_to_start(locale)).done();
    };
    sheet
        .each(counts(locale, summary))
        .with(el("h2").text(text::PROBLEMS_TITLE.get(locale)))
        .each(problems(&model, summary, &offset))
        .with(el("h2").text(text::FILES_TITLE.get(locale)))
        .with(files(locale, &summary.files))
        .done()
}

fn counts(locale: Locale, summary: &Summary) -> [El; 2] {
    let enterprises = summary.enterprises.to_string();
    let lead = match summary.unregistered {
        0 => text::REPORT_LEAD_ALL.fill(locale, &[&enterprises]),
        some => text::REPORT_LEAD.fill(locale, &[&enterprises, &some.to_string()]),
    };
    let lines: [(usize, Phrase); 3] = [
        (summary.duplicates, text::REPORT_DUPLICATES),
        (summary.natural_persons, text::REPORT_PERSONS),
        (summary.joined_by_name, text::REPORT_BY_NAME),
    ];
    let lines = lines.into_iter().filter(|(count, _)| *count > 0);
    let lines = lines.map(|(count, words)| el("li").text(&words.fill(locale, &[&count.to_string()])));
    [el("p").text(&lead), el("ul").each(lines)]
}

fn problems(model: &Model, summary: &Summary, offset: &UseStateHandle<usize>) -> Vec<El> {
    let locale = model.state.locale;
    if summary.refused + summary.noticed == 0 {
        return vec![el("p").text(text::NO_PROBLEMS.get(locale))];
    }
    let numbers = [summary.refused.to_string(), summary.noticed.to_string()];
    let [refused, noticed] = &numbers;
    let mut parts = vec![el("p").text(&text::PROBLEMS_LEAD.fill(locale, &[refused, noticed]))];
    let Some(page) = &model.state.problems else { return parts };
    if page.count > PAGE {
        parts.push(turning(locale, page, offset));
    }
    let columns = [
        (text::FILE, false),
        (text::PROBLEM_ROW, true),
        (text::PROBLEM_LEVEL, false),
        (text::PROBLEM_WORDS, false),
    ];
    let rows = page.problems.iter().map(|problem| problem_row(locale, problem));
    parts.push(table(locale, "problems", &columns, rows));
    parts
}

/// Turns the pages of the problems.
fn turning(locale: Locale, page: &ProblemPage, offset: &UseStateHandle<usize>) -> El {
    let turn = |to: Option<usize>, name: Phrase| {
        let offset = offset.clone();
        let turn = button(name.get(locale), move |_| {
            if let Some(to) = to {
                offset.set(to);
            }
        });
        if to.is_none() { turn.set("disabled", "") } else { turn }
    };
    let end = page.offset + page.problems.len();
    let range = [page.offset + 1, end, page.count].map(|number| number.to_string());
    let [first, last, count] = &range;
    let range = el("span").set("role", "status").text(&text::PROBLEMS_RANGE.fill(locale, &[first, last, count]));
    el("p")
        .class("pages")
        .with(turn(page.offset.checked_sub(PAGE), text::PREVIOUS))
        .with(range)
        .with(turn((end < page.count).then_some(end), text::NEXT))
}

fn problem_row(locale: Locale, problem: &Problem) -> El {
    let row = problem.row.map_or(text::NOT_KNOWN.get(locale).to_owned(), |row| row.to_string());
    let (level, class) = if problem.refused { (text::REFUSED, "tag refused") } else { (text::NOTICED, "tag noticed") };
    let words = if locale == Locale::Zh { &problem.zh } else { &problem.en };
    el("tr")
        .with(el("td").text(&problem.file))
        .with(el("td").class("number").text(&row))
        .with(el("td").with(el("span").class(class).text(level.get(locale))))
        .with(el("td").text(words))
}

fn files(locale: Locale, files: &[FileSummary]) -> El {
    let columns = [
        (text::FILE, false),
        (text::FILE_KIND, false),
        (text::FILE_ENCODING, false),
        (text::FILE_ROWS, true),
        (text::FILE_REFUSED, true),
    ];
    table(locale, "files", &columns, files.iter().map(|file| file_row(locale, file)))
}

fn file_row(locale: Locale, file: &FileSummary) -> El {
    let kind = file.kind.and_then(|place| FileKind::ALL.get(place));
    let kind = kind.map_or(text::NOT_RECOGNISED, |kind| text::file_kind(*kind).0);
    let unused = (!file.unused_columns.is_empty()).then(|| {
        el("p").class("quiet").text(&text::FILE_UNUSED.fill(locale, &[&file.unused_columns.join("、")]))
    });
    el("tr")
        .with(el("td").text(&file.name).maybe(unused))
        .with(el("td").text(kind.get(locale)))
        .with(el("td").text(file.encoding.as_deref().unwrap_or(text::NOT_KNOWN.get(locale))))
        .with(el("td").class("number").text(&file.rows.to_string()))
        .with(el("td").class("number").text(&file.refused_rows.to_string()))
}
