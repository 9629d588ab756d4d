//! What became of the files and their rows.

use super::way_to_start;
use crate::app::element::{El, button, el};
use crate::app::state::{Action, District, Model};
use crate::app::text::{self, Phrase};
use crate::app::widgets::table;
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::{FileSummary, Problem, ProblemPage, Summary};

/// How many problems stand on one page.
pub const PROBLEMS_A_PAGE: usize = 100;

/// The page on what was read.
pub fn report_page(model: &Model) -> El {
    let locale = model.state.locale;
    let sheet = el("div").class("sheet wide").with(el("h1").text(text::REPORT_TITLE.get(locale)));
    let District::Ready { summary, .. } = &model.state.district else {
        return sheet.with(el("p").text(text::LIST_NOTE.get(locale))).with(way_to_start(locale));
    };
    sheet
        .each(counts(locale, summary))
        .with(el("h2").text(text::PROBLEMS_TITLE.get(locale)))
        .each(problems(model, summary))
        .with(el("h2").text(text::FILES_TITLE.get(locale)))
        .with(files(locale, &summary.files))
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

fn problems(model: &Model, summary: &Summary) -> Vec<El> {
    let locale = model.state.locale;
    if summary.refused + summary.noticed == 0 {
        return vec![el("p").text(text::NO_PROBLEMS.get(locale))];
    }
    let numbers = [summary.refused.to_string(), summary.noticed.to_string()];
    let [refused, noticed] = &numbers;
    let mut parts = vec![el("p").text(&text::PROBLEMS_LEAD.fill(locale, &[refused, noticed]))];
    let Some(page) = &model.state.problems else { return parts };
    if page.count > PROBLEMS_A_PAGE {
        parts.push(turning(model, page));
    }
    let columns =
        [(text::FILE, false), (text::PROBLEM_ROW, true), (text::PROBLEM_LEVEL, false), (text::PROBLEM_WORDS, false)];
    let rows = page.problems.iter().map(|problem| problem_row(locale, problem));
    parts.push(table(locale, "problems", &columns, rows));
    parts
}

/// Turns the pages of the problems.
fn turning(model: &Model, page: &ProblemPage) -> El {
    let locale = model.state.locale;
    let turn = |to: Option<usize>, name: Phrase| {
        let state = model.state.dispatcher();
        let turn = button(name.get(locale), move |_| {
            if let Some(to) = to {
                state.dispatch(Action::ProblemsFrom(to));
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
        .with(turn(page.offset.checked_sub(PROBLEMS_A_PAGE), text::PREVIOUS))
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
    let kind = kind.map_or(text::NOT_RECOGNISED.get(locale), |kind| text::file_kind(*kind, locale).0);
    let unused = (!file.unused_columns.is_empty())
        .then(|| el("p").class("quiet").text(&text::FILE_UNUSED.fill(locale, &[&file.unused_columns.join("、")])));
    // On a narrow screen, where the head is not shown, each cell carries its own.
    let cell = |name: Phrase| el("td").set("data-name", name.get(locale));
    el("tr")
        .with(el("td").text(&file.name).maybe(unused))
        .with(cell(text::FILE_KIND).text(kind))
        .with(cell(text::FILE_ENCODING).text(file.encoding.as_deref().unwrap_or(text::NOT_KNOWN.get(locale))))
        .with(cell(text::FILE_ROWS).class("number").text(&file.rows.to_string()))
        .with(cell(text::FILE_REFUSED).class("number").text(&file.refused_rows.to_string()))
}
