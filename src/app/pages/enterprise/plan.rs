//! What there is to say of how and how often to inspect, for the page and for paper.

use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::assess::{DueFrom, Evidence, InspectionPlan};
use crate::pack::{Approach, Cited, FactKind, Operand, ParameterValue, Shape};
use crate::rulebook::visits_text;

/// A name, and what is said under it.
pub struct PlanLine {
    pub name: Phrase,
    pub said: Vec<Said>,
}

/// Something that is said of the plan.
#[derive(Default)]
pub struct Said {
    pub words: String,
    /// Short words behind these, and whether each stands out.
    pub tags: Vec<(String, bool)>,
    /// What leads over to the facts, where they do not follow at once.
    pub lead: Option<Phrase>,
    /// The facts on which it rests.
    pub facts: Vec<Evidence>,
    /// What has to be known besides.
    pub notes: Vec<String>,
    pub source: Option<Cited>,
}

/// Returns the plan line by line; open leads first.
pub fn plan_lines(view: &View) -> Vec<PlanLine> {
    let plan = &view.answer.inspection;
    let mut lines = Vec::new();
    if plan.triggered {
        lines.push(PlanLine { name: text::OPEN_LEADS, said: vec![open_leads(view, plan)] });
    }
    lines.push(line(view, text::APPROACH, "approach", words(view.word(plan.approach))));
    if plan.approach != Approach::None {
        let percent = text::PERCENT_A_YEAR.fill(view.locale, &[&plan.sampling_percent.to_string()]);
        lines.push(line(view, text::SAMPLING, "sampling_percent", words(&percent)));
        let visits = visits_text(plan.visits_per_year.min, plan.visits_per_year.max, view.locale);
        lines.push(line(view, text::VISITS, "visits_per_year", words(&visits)));
        if !plan.adjustments.is_empty() {
            let said = plan.adjustments.iter().map(|adjustment| words(view.word(*adjustment))).collect();
            lines.push(PlanLine { name: text::ADJUSTED, said });
        }
        lines.push(line(view, text::ANNUAL_CAP, "annual_cap", cap(view, plan)));
        lines.push(line(view, text::NEXT_DUE, "next_due_on", due(view, plan)));
    }
    lines
}

/// A line with the source of its field.
fn line(view: &View, name: Phrase, field: &str, said: Said) -> PlanLine {
    let source = view.answer.inspection.sources.iter().find(|source| source.field == field);
    PlanLine { name, said: vec![Said { source: source.map(|source| source.source.clone()), ..said }] }
}

fn words(words: &str) -> Said {
    Said { words: words.to_owned(), ..Said::default() }
}

fn facts(kind: FactKind, indices: &[usize]) -> Vec<Evidence> {
    indices.iter().map(|index| Evidence { kind, index: Some(*index), sector: None }).collect()
}

fn open_leads(view: &View, plan: &InspectionPlan) -> Said {
    let first = text::OPEN_LEADS_FIRST.fill(view.locale, &[&plan.triggers.len().to_string()]);
    Said { facts: facts(FactKind::Lead, &plan.triggers), ..words(&first) }
}

/// Says what is left of the cap and what used it, with what the pack says of it.
fn cap(view: &View, plan: &InspectionPlan) -> Said {
    let locale = view.locale;
    let numbers = [plan.annual_cap, plan.used, plan.remaining].map(|number| number.to_string());
    let [cap, used, left] = &numbers;
    let rules = &view.rules.pack.inspection;
    let note = view.rules.pack.parameters.get(rules.annual_cap).and_then(|cap| cap.note.as_ref());
    let mut notes: Vec<String> = note.map(|note| view.say(note).to_owned()).into_iter().collect();
    for filter in &rules.uses_cap {
        if let Operand::Parameter(index) = filter.operand {
            notes.extend(counted(view, index));
        }
    }
    Said {
        tags: (plan.remaining == 0).then(|| (text::CAP_USED_UP.get(locale).to_owned(), true)).into_iter().collect(),
        lead: Some(text::CAP_USED_BY),
        facts: facts(FactKind::Inspection, &plan.used_by),
        notes,
        ..words(&text::CAP_LEFT.fill(locale, &[cap, used, left]))
    }
}

/// Says which inspections a parameter counts, and what the pack says of that.
fn counted(view: &View, parameter: usize) -> Vec<String> {
    let pack = &view.rules.pack;
    let value = pack.value(pack.edition(view.answer.as_of), parameter);
    let parameter = &pack.parameters[parameter];
    let (Shape::Some(list), ParameterValue::Terms(bits)) = (parameter.shape, value) else { return Vec::new() };
    let words = pack.choices(list.name()).into_iter().enumerate().filter(|(index, _)| bits & (1 << index) != 0);
    let words: Vec<&str> = words.map(|(_, (_, words))| view.say(words)).collect();
    let words = words.join(pack.list_separator.get(view.locale));
    let mut notes = vec![text::NAMELY.fill(view.locale, &[view.say(&parameter.title), &words])];
    notes.extend(parameter.note.as_ref().map(|note| view.say(note).to_owned()));
    notes
}

/// Says by which day the next visit is due, and what that was counted from.
fn due(view: &View, plan: &InspectionPlan) -> Said {
    let locale = view.locale;
    let never = (!plan.inspected).then(|| (text::NEVER_INSPECTED.get(locale).to_owned(), true));
    let (Some(day), Some(due)) = (plan.next_due_on, plan.due) else {
        return Said { tags: never.into_iter().collect(), ..words(text::NO_DUE.get(locale)) };
    };
    let days = (day - view.answer.as_of).num_days();
    // Who was never visited is not late with the next visit: how long ago the registration was says nothing of it.
    let is_late = plan.overdue && plan.inspected;
    let left = (is_late || !plan.overdue).then(|| {
        let words = if is_late { text::DAYS_OVER } else { text::DAYS_LEFT };
        (words.fill(locale, &[&days.unsigned_abs().to_string()]), is_late)
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
    Said { tags: left.into_iter().chain(never).collect(), notes: vec![why], ..words(&view.day(day)) }
}
