//! How and how often to inspect.

use crate::app::element::{El, el};
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::app::widgets::{citation, fact_link};
use crate::assess::{DueFrom, InspectionPlan, Target, Visits};
use crate::pack::{Approach, FactKind, Operand, ParameterValue, Shape};

use super::section;

/// The section on inspection; open leads first.
pub(super) fn inspection(view: &View) -> El {
    let locale = view.locale;
    let plan = &view.answer.inspection;
    let mut list = el("dl");
    if plan.triggered {
        list = list.with(el("dt").text(text::OPEN_LEADS.get(locale))).with(open_leads(view, plan));
    }
    list = line(list, view, text::APPROACH, "approach", el("dd").text(view.word(plan.approach)));
    if plan.approach != Approach::None {
        let percent = text::PERCENT_A_YEAR.fill(locale, &[&plan.sampling_percent.to_string()]);
        list = line(list, view, text::SAMPLING, "sampling_percent", el("dd").text(&percent));
        list = line(list, view, text::VISITS, "visits_per_year", el("dd").text(&visits(view, plan.visits_per_year)));
        if !plan.adjustments.is_empty() {
            let adjustments = plan.adjustments.iter().map(|adjustment| el("dd").text(view.word(*adjustment)));
            list = list.with(el("dt").text(text::ADJUSTED.get(locale))).each(adjustments);
        }
        list = line(list, view, text::ANNUAL_CAP, "annual_cap", cap(view, plan));
        list = line(list, view, text::NEXT_DUE, "next_due_on", due(view, plan));
    }
    section(view, "inspect", text::HOW_TO_INSPECT).with(list)
}

/// A line of the list, with the source of its field.
fn line(list: El, view: &View, name: Phrase, field: &str, value: El) -> El {
    let source = view.answer.inspection.sources.iter().find(|source| source.field == field);
    let source = source.map(|source| el("p").class("under").with(citation(view, &source.source)));
    list.with(el("dt").text(name.get(view.locale))).with(value.maybe(source))
}

fn open_leads(view: &View, plan: &InspectionPlan) -> El {
    let leads = plan.triggers.iter().map(|index| fact_link(view, Target { kind: FactKind::Lead, index: *index }));
    el("dd")
        .text(&text::OPEN_LEADS_FIRST.fill(view.locale, &[&plan.triggers.len().to_string()]))
        .with(el("ul").each(leads.map(|lead| el("li").with(lead))))
}

/// How many visits a year, in words.
pub(super) fn visits(view: &View, visits: Visits) -> String {
    let (min, max) = (visits.min.to_string(), visits.max.to_string());
    match visits {
        Visits { max: 0, .. } => text::VISITS_NONE.get(view.locale).to_owned(),
        Visits { min: least, max: most } if least == most => text::VISITS_ONE.fill(view.locale, &[&min]),
        _ => text::VISITS_RANGE.fill(view.locale, &[&min, &max]),
    }
}

/// What is left of the cap and what used it, with what the pack says of it.
fn cap(view: &View, plan: &InspectionPlan) -> El {
    let locale = view.locale;
    let numbers = [plan.annual_cap, plan.used, plan.remaining].map(|number| number.to_string());
    let [cap, used, left] = &numbers;
    let used_up = (plan.remaining == 0).then(|| el("span").class("tag strong").text(text::CAP_USED_UP.get(locale)));
    let visits = plan.used_by.iter().map(|index| visit(view, *index));
    let visits = (!plan.used_by.is_empty()).then(|| {
        el("div").text(text::CAP_USED_BY.get(locale)).with(el("ul").each(visits.map(|visit| el("li").with(visit))))
    });
    let rules = &view.rules.pack.inspection;
    let note = view.rules.pack.parameters.get(rules.annual_cap).and_then(|cap| cap.note.as_ref());
    let mut cap = el("dd")
        .text(&text::CAP_LEFT.fill(locale, &[cap, used, left]))
        .maybe(used_up)
        .maybe(visits)
        .maybe(note.map(|note| el("p").class("quiet").text(view.say(note))));
    for filter in &rules.uses_cap {
        if let Operand::Parameter(place) = filter.operand {
            cap = cap.each(counted(view, place));
        }
    }
    cap
}

/// Which inspections a parameter counts, and what the pack says of that.
fn counted(view: &View, place: usize) -> Vec<El> {
    let pack = &view.rules.pack;
    let parameter = &pack.parameters[place];
    let (Shape::Some(list), ParameterValue::Terms(bits)) =
        (parameter.shape, pack.value(pack.edition(view.answer.as_of), place))
    else {
        return Vec::new();
    };
    let words = pack.choices(list.name()).into_iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0);
    let words: Vec<&str> = words.map(|(_, (_, words))| view.say(words)).collect();
    let words = words.join(pack.list_separator.get(view.locale));
    let quiet = |words: &str| el("p").class("quiet").text(words);
    let mut lines = vec![quiet(&text::NAMELY.fill(view.locale, &[view.say(&parameter.title), &words]))];
    lines.extend(parameter.note.as_ref().map(|note| quiet(view.say(note))));
    lines
}

fn visit(view: &View, index: usize) -> El {
    fact_link(view, Target { kind: FactKind::Inspection, index })
}

/// The day by which the next visit is due, and what it was counted from.
fn due(view: &View, plan: &InspectionPlan) -> El {
    let locale = view.locale;
    let never = (!plan.inspected).then(|| el("span").class("tag strong").text(text::NEVER_INSPECTED.get(locale)));
    let (Some(day), Some(due)) = (plan.next_due_on, plan.due) else {
        return el("dd").text(text::NO_DUE.get(locale)).maybe(never);
    };
    let days = (day - view.answer.as_of).num_days();
    // Who was never visited is not late with the next visit: how long ago the registration was says nothing of it.
    let is_late = plan.overdue && plan.inspected;
    let left = (is_late || !plan.overdue).then(|| {
        let words = if is_late { text::DAYS_OVER } else { text::DAYS_LEFT };
        let words = words.fill(locale, &[&days.unsigned_abs().to_string()]);
        el("span").class(if is_late { "tag strong" } else { "tag" }).text(&words)
    });
    let (why, from) = match due.from {
        DueFrom::Visit(index) => {
            (text::DUE_AFTER_VISIT, view.enterprise().inspections.get(index).map(|visit| visit.on))
        }
        DueFrom::Registration => (text::DUE_AFTER_REGISTRATION, view.enterprise().registered_on),
        DueFrom::Nowhere => (text::DUE_AT_ONCE, None),
    };
    let from = from.map(|day| view.day(day)).unwrap_or_default();
    let why = why.fill(locale, &[&from, &plan.visits_per_year.min.to_string(), &due.months.to_string()]);
    el("dd").text(&view.day(day)).maybe(left).maybe(never).with(el("p").class("quiet").text(&why))
}
