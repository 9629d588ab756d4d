//! What a repair unfolds into: how it stands, why, and what is to be done.

use std::rc::Rc;

use yew::prelude::*;

use super::checked::Checked;
use super::former_measure::former_measure;
use crate::app::components::{FactLink, Folds, SourceDetails, WarningNote};
use crate::app::state::queries::{View, earliest_day, of_fact, periods, repair_sentence, severity_words, why_track};
use crate::app::text::{self, Phrase, field};
use crate::assess::{Condition, Deadlines, Repair};
use crate::facts::{Date, Term};
use crate::pack::{Channel, DateField, DeadlineStart, FactKind, RepairTest, not_early_text};

/// What a repair that is unfolded is given.
#[derive(Properties, PartialEq)]
pub struct RepairDetailsProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// Which of the repairs in the answer it is.
    pub index: usize,
    /// What is unfolded of it. A person changes it.
    pub folds: Folds,
    /// The day on which one supposes to apply.
    pub chosen: Date,
}

/// Everything there is to say of a repair.
#[component(RepairDetails)]
pub fn repair_details(RepairDetailsProps { view, index, folds, chosen }: &RepairDetailsProps) -> Html {
    let Some(repair) = view.answer.repair.get(*index) else { return Html::default() };
    let fact = repair.target;
    html! {
        <>
            { terms(view, repair, view.answer.as_of) }
            <>{ for of_fact(view, fact).map(|about| html! { <WarningNote words={view.say(&about.message).to_owned()} /> }) }</>
            if let Some(conditions) = &repair.conditions {
                { titled(view, text::CONDITIONS, conditions_list(view, conditions)) }
            }
            if let Some(papers) = repair.materials.as_ref().filter(|_| !repair.only_ends_by_itself(&view.rules.pack)) {
                { titled(view, text::PAPERS, papers_list(view, repair.channel, papers)) }
            }
            if let Some(told) = on_chosen_day(view, repair, *chosen) {
                { titled(view, text::DEADLINES, told) }
            }
            { titled(view, text::ARTICLE, html! { <SourceDetails {view} cited={repair.source.clone()} /> }) }
            { former_measure(view, *index, folds) }
            <p><FactLink {view} {fact} /></p>
        </>
    }
}

fn titled(view: &View, title: Phrase, content: Html) -> Html {
    html! {
        <>
            <h4>{ title.get(view.locale) }</h4>
            { content }
        </>
    }
}

/// How many calendar days there are to a day.
fn days_left(view: &View, day: Date) -> String {
    let days = (day - view.answer.as_of).num_days().to_string();
    text::DAYS_LEFT.fill(view.locale, &[&days])
}

/// Severity and track with the reason for them, and the days, as they were found on a day.
pub(super) fn terms(view: &View, repair: &Repair, on: Date) -> Html {
    let locale = view.locale;
    let mut pairs: Vec<(Phrase, String)> = Vec::new();
    pairs.extend(severity_words(view, repair, on).map(|words| (text::SEVERITY, words)));
    if let Some(track) = repair.track.map(|track| view.word(track).to_owned()) {
        let because = why_track(view, repair, on);
        let track = because.map_or(track.clone(), |because| text::BECAUSE.fill(locale, &[&track, &because]));
        pairs.push((text::TRACK, track));
    }
    let is_penalty = repair.target.kind == FactKind::Penalty;
    let stops = if is_penalty { text::STOPS } else { text::LIST_STOPS };
    if repair.only_ends_by_itself(&view.rules.pack) {
        pairs.push((text::EARLIEST, not_early_text(locale).to_owned()));
    }
    for (name, day) in [(text::EARLIEST, earliest_day(view, repair)), (stops, repair.stops_on)] {
        let Some(day) = day else { continue };
        let mut words = vec![view.day(day)];
        words.extend((on == view.answer.as_of && day > on).then(|| days_left(view, day)));
        pairs.push((name, words.join(text::CLAUSE.get(locale))));
    }
    pairs.extend(repair.stops_on.and_then(|_| periods(view, repair, on)).map(|words| (text::PERIODS, words)));
    let pairs = pairs.into_iter().map(|(name, words)| {
        html! {
            <>
                <dt>{ name.get(locale) }</dt>
                <dd>{ words }</dd>
            </>
        }
    });
    html! { <dl>{ for pairs }</dl> }
}

fn conditions_list(view: &View, conditions: &[Condition]) -> Html {
    let items = conditions.iter().filter_map(|condition| {
        let rule = view.rules.pack.condition(&condition.id)?;
        let word = if condition.met { text::MET } else { text::UNMET }.get(view.locale);
        let entered = match rule.test {
            RepairTest::Known(date) => Some(fill_in(view, date)),
            RepairTest::TermOver(_) | RepairTest::None(_) => None,
        };
        Some(html! {
            <Checked holds={condition.met} title={view.say(rule.title_when(condition.met)).to_owned()} {word}>
                if !condition.met {
                    <p class="quiet">{ view.say(&rule.cure) }</p>
                    if let Some(words) = entered {
                        <p class="quiet">{ words }</p>
                    }
                }
            </Checked>
        })
    });
    html! { <ul class="conditions">{ for items }</ul> }
}

/// Says which field of the fact shows that a condition is met.
fn fill_in(view: &View, date: DateField) -> String {
    let name = field(date.code()).map_or(date.code(), |phrase| phrase.get(view.locale));
    text::FILL_IN.fill(view.locale, &[name])
}

fn papers_list(view: &View, channel: Channel, papers: &[String]) -> Html {
    let papers = papers.iter().filter_map(|id| view.rules.pack.material(id)).map(|paper| {
        html! {
            <li>
                { view.say(paper.title_on(channel)) }
                <p class="quiet">{ view.say(&paper.text) }</p>
            </li>
        }
    });
    html! { <ul>{ for papers }</ul> }
}

/// What applies on the day on which one supposes to apply: the deadlines or, where one cannot apply, why not.
fn on_chosen_day(view: &View, repair: &Repair, chosen: Date) -> Option<Html> {
    let answer = view.applied_on(chosen);
    let there = answer.repair.iter().find(|there| there.target == repair.target)?;
    if let Some(deadlines) = there.deadlines {
        return Some(deadlines_list(view, deadlines, chosen));
    }
    // On the as-of date itself the status above has said so.
    (chosen != view.answer.as_of).then(|| html! { <p>{ on_that_day(view, there, chosen) }</p> })
}

/// Says how a repair stands on a day.
pub(super) fn on_that_day(view: &View, there: &Repair, day: Date) -> String {
    text::ON_THAT_DAY.fill(view.locale, &[&view.day(day), &repair_sentence(view, there, day)])
}

fn deadlines_list(view: &View, deadlines: Deadlines, on: Date) -> Html {
    let starts = match deadlines.from {
        DeadlineStart::Application => text::DEADLINE_APPLICATION,
        DeadlineStart::Verification => text::DEADLINE_VERIFICATION,
    };
    let steps = deadline_steps(view, &deadlines).into_iter().map(|step| html! { <li>{ step }</li> });
    html! {
        <div>
            <p>{ starts.fill(view.locale, &[&view.day(on)]) }</p>
            <ul>{ for steps }</ul>
        </div>
    }
}

/// Says by when what must be done, a line each.
pub(super) fn deadline_steps(view: &View, deadlines: &Deadlines) -> Vec<String> {
    let steps: [(Phrase, Option<Date>); 3] = [
        (text::ACCEPT_BY, deadlines.accept_by),
        (text::DECIDE_BY, deadlines.decide_by),
        (text::UNPUBLISH_BY, deadlines.unpublish_by),
    ];
    steps.into_iter().filter_map(|(words, day)| Some(words.fill(view.locale, &[&view.day(day?)]))).collect()
}
