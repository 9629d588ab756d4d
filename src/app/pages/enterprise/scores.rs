//! How the scores of the rules came about: what each part added, and the grade.

use std::rc::Rc;

use yew::prelude::*;

use super::section::{SectionProps, section};
use crate::app::components::Citation;
use crate::app::state::queries::View;
use crate::app::text;
use crate::assess::{ScorePoints, ScoreResult};

/// The section on scores.
#[component(Scores)]
pub fn scores(SectionProps { view }: &SectionProps) -> Html {
    section(view, "scores", text::SCORES, score_list(view))
}

/// Renders the scores one by one, for the page and for paper.
pub(super) fn score_list(view: &Rc<View>) -> Html {
    view.answer.scores.iter().map(|score| entry(view, score)).collect()
}

fn entry(view: &Rc<View>, score: &ScoreResult) -> Html {
    let locale = view.locale;
    let title = view.say(&score.title);
    let floors = score.at_least.iter().map(|floor| {
        html! { <p class="under">{ text::SCORE_AT_LEAST.fill(locale, &[view.say(floor)]) }</p> }
    });
    html! {
        <div class="score">
            <p><strong>{ outcome(view, score) }</strong></p>
            { for floors }
            if let (true, Some(sector)) = (score.is_overruled, score.sector) {
                <p class="under">{ text::SCORE_OVERRULED.fill(locale, &[view.word(sector)]) }</p>
            }
            <table aria-label={title.to_owned()}>
                <thead>
                    <tr>
                        <th scope="col">{ text::SCORE_PART.get(locale) }</th>
                        <th scope="col" class="number">{ text::SCORE_VALUE.get(locale) }</th>
                        <th scope="col" class="number">{ text::SCORE_POINTS.get(locale) }</th>
                    </tr>
                </thead>
                <tbody>{ for score.parts.iter().map(|part| row(view, part)) }</tbody>
            </table>
            <p class="under"><Citation {view} cited={score.source.clone()} /></p>
        </div>
    }
}

/// The sum and the grade in one line.
fn outcome(view: &View, score: &ScoreResult) -> String {
    let locale = view.locale;
    let title = view.say(&score.title);
    let sum = match score.points {
        Some(points) => text::SCORE_SUM.fill(locale, &[title, &points.to_string()]),
        None => text::SCORE_NONE.fill(locale, &[title]),
    };
    match score.grade {
        Some(grade) => text::SCORE_GRADE.fill(locale, &[&sum, view.word(grade)]),
        None => sum,
    }
}

fn row(view: &View, part: &ScorePoints) -> Html {
    let pack = &view.rules.pack;
    let figure = part.figure.as_deref().and_then(|id| pack.figures.iter().find(|figure| figure.id == id));
    let unit = figure.map_or("", |figure| view.say(&figure.unit));
    let value = match part.value {
        Some(value) => [&value.to_string(), unit].concat(),
        None if part.is_missing => text::SCORE_MISSING.get(view.locale).to_owned(),
        None if !part.evidence.is_empty() => text::SCORE_FACTS.fill(view.locale, &[&part.evidence.len().to_string()]),
        None => text::NOTHING_THERE.get(view.locale).to_owned(),
    };
    let points =
        part.points.map_or_else(|| text::NOTHING_THERE.get(view.locale).to_owned(), |points| points.to_string());
    html! {
        <tr>
            <th scope="row">{ view.say(&part.title) }</th>
            <td class="number">{ value }</td>
            <td class="number">{ points }</td>
        </tr>
    }
}
