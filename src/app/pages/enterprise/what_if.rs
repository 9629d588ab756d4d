//! What would change the class.

use super::forecast::years;
use super::reasons::evidence;
use crate::app::element::{El, el};
use crate::app::state::Reading;
use crate::app::state::queries::{View, repair_sentence};
use crate::app::text::{self, Phrase};
use crate::app::widgets::{class_badge, fold};
use crate::assess::{Act, ClassChange, Outcome, Step, Together, WhatIf};

/// The fold on what would change a class that is not good.
pub(super) fn what_if(view: &View, reading: &Reading) -> El {
    let summary = el("summary").text(text::WHAT_IF.get(view.locale));
    let folded = fold(reading, "what-if", false, summary, &|fold| {
        let found = view.what_if();
        fold.with(by_itself(view, found.by_itself)).with(one_alone(view, reading, &found)).maybe(several(view, &found))
    });
    folded.class("part")
}

/// The earliest day on which it changes though nothing happens.
fn by_itself(view: &View, change: Option<ClassChange>) -> El {
    let line = el("p");
    match change {
        Some(change) => line
            .text(&text::BY_ITSELF.fill(view.locale, &[&view.day(change.on)]))
            .text(" ")
            .with(class_badge(&view.rules.pack, view.locale, change.class)),
        None => line.text(&text::NOT_BY_ITSELF.fill(view.locale, &[&years(view)])),
    }
}

fn one_alone(view: &View, reading: &Reading, found: &WhatIf) -> El {
    let locale = view.locale;
    let steps = &found.steps;
    let has_effect = |step: &&Step| step.alone.is_some_and(|alone| alone != found.now);
    let helps = steps.iter().filter(has_effect).map(|step| line(view, step, true));
    // A grade on which nothing rests today is no news.
    let is_idle = |step: &&Step| step.alone == Some(found.now) && step.act != Act::Regrade;
    let idle: Vec<&Step> = steps.iter().filter(is_idle).collect();
    let tried = steps.iter().filter(|step| step.alone.is_some()).count();
    let number = |phrase: Phrase, count: usize| phrase.fill(locale, &[&count.to_string()]);
    let quiet = |words: &str| el("p").class("quiet").text(words);
    let idle_fold = (!idle.is_empty()).then(|| {
        let summary = el("summary").text(&number(text::NO_EFFECT, idle.len()));
        fold(reading, "what-if-idle", false, summary, &|fold| {
            fold.with(el("ul").each(idle.iter().map(|step| line(view, step, false))))
        })
    });
    el("div")
        .maybe((!steps.is_empty()).then(|| el("h3").text(text::ONE_ALONE.get(locale))))
        .maybe((!steps.is_empty()).then(|| quiet(text::ONE_ALONE_NOTE.get(locale))))
        .with(el("ul").class("steps").each(helps))
        .maybe(idle_fold)
        .maybe((tried < steps.len()).then(|| quiet(&number(text::NOT_TRIED, tried))))
}

/// A step: the fact, what happens to it, what comes of that alone, and when it can be brought about.
fn line(view: &View, step: &Step, with_outcome: bool) -> El {
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
    let item = el("li").html(evidence(view, step.fact));
    let item = match step.alone.filter(|_| with_outcome) {
        Some(alone) => item.with(outcome(view, el("p").text(&text::RESULT.fill(locale, &[&act])), alone)),
        None => item.text(" ").with(el("span").class("tag").text(&act)),
    };
    let stands = view.answer.repair_of(step.fact).map(|repair| repair_sentence(view, repair, view.answer.as_of));
    let stands = stands.map(|words| el("p").class("quiet").text(&words));
    item.maybe(stands)
}

/// The class that comes of something, and that it is no key case any more.
fn outcome(view: &View, line: El, outcome: Outcome) -> El {
    let locale = view.locale;
    let class = if outcome.class == view.answer.class {
        el("span").class("tag").text(text::UNCHANGED.get(locale))
    } else {
        class_badge(&view.rules.pack, locale, outcome.class)
    };
    let freed = (view.answer.key_case.flagged && !outcome.key_case)
        .then(|| el("span").class("tag").text(text::NO_LONGER_KEY.get(locale)));
    line.text(" ").with(class).maybe(freed)
}

/// What several things together would do, where one alone is not enough.
fn several(view: &View, found: &WhatIf) -> Option<El> {
    let locale = view.locale;
    let part = el("div").with(el("h3").text(text::SEVERAL.get(locale)));
    let told = |phrase: Phrase, count: usize, to: Outcome| {
        outcome(view, el("p").text(&phrase.fill(locale, &[&count.to_string()])), to)
    };
    Some(match &found.together {
        Together::OneIsEnough => return None,
        Together::Nothing => el("p").text(text::NOTHING_HELPS.get(locale)),
        Together::First { count, outcome: to } => part.with(told(text::SEVERAL_FIRST, *count, *to)),
        Together::These { steps: places, outcome: to } => {
            let steps = places.iter().filter_map(|place| found.steps.get(*place));
            part.with(told(text::SEVERAL_NOTE, places.len(), *to))
                .with(el("ol").class("steps").each(steps.map(|step| line(view, step, false))))
        }
    })
}
