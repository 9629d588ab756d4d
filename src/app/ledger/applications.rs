//! The repairs of an enterprise that are under way: what is due, by when, and what is late.

use yew::prelude::*;

use super::words::fact_words;
use crate::app::components::SourceDetails;
use crate::app::state::queries::View;
use crate::app::text;
use crate::facts::Date;
use crate::ledger::{Application, Content, Deadline, Entry, FactKey, applications};
use crate::pack::Channel;

/// Returns every application of an enterprise, the latest first.
#[must_use]
pub fn all_applications<'a>(entries: &[&'a Entry]) -> Vec<Application<'a>> {
    let mut targets: Vec<(&FactKey, Channel)> = Vec::new();
    for entry in entries {
        if let Content::Step(step) = entry.content()
            && !targets.contains(&(&step.target, step.channel))
        {
            targets.push((&step.target, step.channel));
        }
    }
    let mut all: Vec<Application> =
        targets.into_iter().flat_map(|(target, channel)| applications(entries, target, channel)).collect();
    all.sort_by_key(|application| std::cmp::Reverse(application.steps().next().map(|step| step.on)));
    all
}

/// Shows how an application stands.
pub fn application_lines(view: &std::rc::Rc<View>, application: &Application, today: Date) -> Html {
    let locale = view.locale;
    let Some(first) = application.steps().next() else { return Html::default() };
    let title = [view.word(first.channel), " ", &fact_words(view, &first.target)].concat();
    let deadlines = application.deadlines(&view.rules.pack, &view.rules.calendar);
    let source = deadlines.first().map(|deadline| deadline.source.clone());
    html! {
        <li>
            <p class="message">{ title }</p>
            <ul class="deadlines">
                if application.is_over() {
                    <li>{ text::LEDGER_OVER.get(locale) }</li>
                }
                if let Some(whom) = application.waits_for(&view.rules.pack) {
                    <li>{ text::waits_for(whom).get(locale) }</li>
                }
                { for deadlines.iter().map(|deadline| deadline_line(view, deadline, today)) }
            </ul>
            if let Some(cited) = source {
                <SourceDetails {view} {cited} />
            }
        </li>
    }
}

fn deadline_line(view: &View, deadline: &Deadline, today: Date) -> Html {
    let locale = view.locale;
    let (name, due) = (text::duty(deadline.duty).get(locale), view.day(deadline.due_on));
    let is_late = deadline.is_late(today);
    let days = |count: i64| count.to_string();
    let words = match deadline.done_on {
        Some(done) if is_late => text::LEDGER_DONE_LATE.fill(locale, &[name, &view.day(done), &due]),
        Some(done) => text::LEDGER_DONE.fill(locale, &[name, &view.day(done)]),
        None => {
            let by = text::LEDGER_DUE.fill(locale, &[name, &due]);
            let left = (deadline.due_on - today).num_days();
            let left = if is_late {
                text::LEDGER_LATE.fill(locale, &[&days(-left)])
            } else {
                text::LEDGER_DUE_IN.fill(locale, &[&days(left)])
            };
            text::LEDGER_WITH_REMARK.fill(locale, &[&by, &left])
        }
    };
    let years: Vec<String> = deadline.years_missing.iter().map(i32::to_string).collect();
    html! {
        <li class={is_late.then_some("overdue")}>
            { words }
            if !years.is_empty() {
                <span class="quiet">{ text::LEDGER_GUESSED.fill(locale, &[&years.join("、")]) }</span>
            }
        </li>
    }
}
