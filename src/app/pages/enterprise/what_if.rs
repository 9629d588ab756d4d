//! What would change the class.

use yew::prelude::*;

use super::evidence::EvidenceLine;
use super::forecast::years;
use super::section::{FoldedSectionProps, SectionProps, badge};
use crate::app::components::Fold;
use crate::app::state::queries::{View, repair_sentence};
use crate::app::text::{self, Phrase};
use crate::assess::{Act, Outcome, Step, Together, WhatIf};

/// The fold on what would change a class that is not good.
#[component(WhatIfFold)]
pub fn what_if_fold(FoldedSectionProps { view, folds }: &FoldedSectionProps) -> Html {
    html! {
        <Fold {folds} id="what-if" class="part" summary={text::WHAT_IF.get(view.locale)}>
            <WhatIfDetails {view} {folds} />
        </Fold>
    }
}

/// What would change the class: nothing but time, one thing, or several. Each is tried on the record, which takes a while.
#[component(WhatIfDetails)]
fn what_if_details(props: &FoldedSectionProps) -> Html {
    let found = props.view.what_if();
    html! {
        <>
            { by_itself(&props.view) }
            { one_alone(props, &found) }
            { several(&props.view, &found) }
        </>
    }
}

/// The earliest day on which it changes though nothing happens.
fn by_itself(view: &View) -> Html {
    let Some(change) = view.answer.forecast.first() else {
        return html! { <p>{ text::NOT_BY_ITSELF.fill(view.locale, &[&years(view)]) }</p> };
    };
    html! {
        <p>
            { text::BY_ITSELF.fill(view.locale, &[&view.day(change.on)]) }
            { " " }
            { badge(view, change.class) }
        </p>
    }
}

fn one_alone(FoldedSectionProps { view, folds }: &FoldedSectionProps, found: &WhatIf) -> Html {
    let locale = view.locale;
    let steps = &found.steps;
    let has_effect = |step: &&Step| step.alone.is_some_and(|outcome| outcome != today(view));
    let idle = idle(view, found).count();
    let tried = steps.iter().filter(|step| step.alone.is_some()).count();
    let number = |phrase: Phrase, count: usize| phrase.fill(locale, &[&count.to_string()]);
    html! {
        <div>
            if !steps.is_empty() {
                <h3>{ text::ONE_ALONE.get(locale) }</h3>
                <p class="quiet">{ text::ONE_ALONE_NOTE.get(locale) }</p>
            }
            <ul class="steps">{ for steps.iter().filter(has_effect).map(|step| line(view, step, true)) }</ul>
            if idle > 0 {
                <Fold {folds} id="what-if-idle" summary={number(text::NO_EFFECT, idle)}>
                    <IdleSteps {view} />
                </Fold>
            }
            if tried < steps.len() {
                <p class="quiet">{ number(text::NOT_TRIED, tried) }</p>
            }
        </div>
    }
}

/// The steps that leave the class as it is.
#[component(IdleSteps)]
fn idle_steps(SectionProps { view }: &SectionProps) -> Html {
    html! { <ul>{ for idle(view, &view.what_if()).map(|step| line(view, step, false)) }</ul> }
}

/// Returns the steps that leave the class as it is. A grade on which nothing rests today is no news.
fn idle<'f>(view: &View, found: &'f WhatIf) -> impl Iterator<Item = &'f Step> {
    let same = Some(today(view));
    found.steps.iter().filter(move |step| step.alone == same && step.act != Act::Regrade)
}

/// Returns how things stand today.
fn today(view: &View) -> Outcome {
    Outcome { class: view.answer.class, key_case: view.answer.key_case.flagged }
}

/// A step: the fact, what happens to it, what comes of that alone, and when it can be brought about.
fn line(view: &View, step: &Step, with_outcome: bool) -> Html {
    let locale = view.locale;
    let act = match step.act {
        Act::Repair => text::DO_REPAIR,
        Act::Remove => text::DO_REMOVE,
        Act::Annul => text::DO_ANNUL,
        Act::CourtRemoval => text::DO_COURT,
        Act::Recheck => text::DO_RECHECK,
        Act::Regrade => text::DO_REGRADE,
    };
    let grade = step.grade.map_or("", |grade| view.word(grade));
    let act = act.fill(locale, &[grade]);
    let stands = view.answer.repair_of(step.fact).map(|repair| repair_sentence(view, repair, view.answer.as_of));
    html! {
        <li>
            { EvidenceLine::of(view, step.fact).html() }
            if let Some(alone) = step.alone.filter(|_| with_outcome) {
                { outcome(view, text::RESULT.fill(locale, &[&act]), alone) }
            } else {
                { " " }
                <span class="tag">{ act }</span>
            }
            if let Some(words) = stands {
                <p class="quiet">{ words }</p>
            }
        </li>
    }
}

/// The class that comes of something, and that it is no key case any more.
fn outcome(view: &View, words: String, outcome: Outcome) -> Html {
    let tag = |words: Phrase| html! { <span class="tag">{ words.get(view.locale) }</span> };
    html! {
        <p>
            { words }
            { " " }
            if outcome.class == view.answer.class {
                { tag(text::UNCHANGED) }
            } else {
                { badge(view, outcome.class) }
            }
            if view.answer.key_case.flagged && !outcome.key_case {
                { tag(text::NO_LONGER_KEY) }
            }
        </p>
    }
}

/// What several things together would do, where one alone is not enough.
fn several(view: &View, found: &WhatIf) -> Html {
    let locale = view.locale;
    let comes_of =
        |phrase: Phrase, count: usize, to: Outcome| outcome(view, phrase.fill(locale, &[&count.to_string()]), to);
    let content = match &found.together {
        Together::OneIsEnough => return Html::default(),
        Together::Nothing => return html! { <p>{ text::NOTHING_HELPS.get(locale) }</p> },
        Together::First { count, outcome } => comes_of(text::SEVERAL_FIRST, *count, *outcome),
        Together::These { steps: indices, outcome } => {
            let steps = indices.iter().filter_map(|index| found.steps.get(*index));
            html! {
                <>
                    { comes_of(text::SEVERAL_NOTE, indices.len(), *outcome) }
                    <ol class="steps">{ for steps.map(|step| line(view, step, false)) }</ol>
                </>
            }
        }
    };
    html! {
        <div>
            <h3>{ text::SEVERAL.get(locale) }</h3>
            { content }
        </div>
    }
}
