//! The facts as tables, every one with its number and whatever is known of it.

use yew::prelude::*;

use super::numbers::FactNumbers;
use super::{AnswerProps, Headed, note, table};
use crate::app::state::queries::{View, fact_title, list_title, of_facts, repair_status, value_words};
use crate::app::text::{self, Phrase};
use crate::assess::{Target, Warning};
use crate::entry::{BASICS, Entry, Part, fault};
use crate::facts::Term;
use crate::pack::FactKind;

/// The fields that the title of a fact tells.
const IN_TITLE: &[&str] = &[
    "decided_on",
    "kinds",
    "fine_yuan",
    "category",
    "listed_on",
    "reason",
    "cause",
    "received_on",
    "on",
    "basis",
    "result",
    "kind",
];

/// What the register says of the enterprise.
#[component(Basics)]
pub(super) fn basics(AnswerProps { view }: &AnswerProps) -> Html {
    let locale = view.locale;
    let lines = BASICS.iter().filter_map(|field| {
        let given = view.opened.sheet.value(Part::Basics, field.name).map(|value| value_words(view, field, value));
        let meant = || match field.entry {
            Entry::One(list, Some(index)) => Some(view.say(view.rules.pack.choices(list).get(index)?.1).to_owned()),
            _ => None,
        };
        let named = view.region().filter(|_| field.name == "region");
        let words: Vec<String> = given.or_else(meant).into_iter().chain(named.map(str::to_owned)).collect();
        let words = (!words.is_empty()).then(|| words.join(" "))?;
        Some(html! { <><dt>{ text::field_name(field.name, locale) }</dt><dd>{ words }</dd></> })
    });
    html! {
        <Headed title={text::BASICS.get(locale)} class="basics">
            <dl>{ for lines }</dl>
            if let Some(none) = none_on_record(view) {
                <p>{ text::NONE_ON_RECORD.fill(locale, &[&none]) }</p>
            }
        </Headed>
    }
}

/// The lists in which there is nothing.
fn none_on_record(view: &View) -> Option<String> {
    let kinds = FactKind::ALL.iter().filter(|kind| **kind != FactKind::RiskGrade);
    let empty = kinds.filter(|kind| view.opened.sheet.count(**kind) == 0);
    let names: Vec<&str> = empty.map(|kind| list_title(*kind, view.locale)).collect();
    (!names.is_empty()).then(|| names.join(view.rules.pack.list_separator.get(view.locale)))
}

/// The lists of facts, those without any left out.
pub(super) fn fact_tables(view: &View, numbers: &FactNumbers) -> impl Iterator<Item = Html> {
    let kinds = FactKind::ALL.iter().copied().filter(|kind| view.opened.sheet.count(*kind) > 0);
    kinds.map(move |kind| fact_table(view, numbers, kind))
}

/// The facts of a kind.
fn fact_table(view: &View, numbers: &FactNumbers, kind: FactKind) -> Html {
    let locale = view.locale;
    let columns: &[(Phrase, bool)] =
        &[(text::FACT_NUMBER, true), (text::FACT_WHAT, false), (text::FACT_MORE, false), (text::REPAIR, false)];
    let is_repaired = matches!(kind, FactKind::Penalty | FactKind::AbnormalListing | FactKind::SeriousListing);
    let columns = if is_repaired { columns } else { &columns[..3] };
    let judged = view.opened.judged_indices(kind);
    let warnings = of_facts(view, kind);
    let mut statuses = vec![""; judged.len()];
    for repair in view.answer.repair.iter().filter(|repair| repair.target.kind == kind && view.withheld.is_none()) {
        if let Some(status) = statuses.get_mut(repair.target.index) {
            *status = repair_status(view, repair);
        }
    }
    let rows = numbers.order(kind).iter().map(|index| {
        let fact = judged[*index].map(|index| Target { kind, index });
        let about = fact.and_then(|fact| warnings.get(fact.index)).map_or(&[][..], Vec::as_slice);
        let status = fact.and_then(|fact| statuses.get(fact.index).copied()).unwrap_or_default();
        let numbered = fact.map(|fact| (fact, numbers.number(fact)));
        row(view, Part::Fact(kind, *index), numbered, about, is_repaired.then_some(status))
    });
    html! {
        <Headed title={list_title(kind, locale)}>{ table(locale, "facts-table", columns, rows) }</Headed>
    }
}

/// A fact that stands at an index of its list, and is judged as `judged` and has a number, if it is; with the warnings about
/// it and, where such facts can be repaired, how that stands.
fn row(view: &View, part: Part, judged: Option<(Target, usize)>, warnings: &[&Warning], status: Option<&str>) -> Html {
    let locale = view.locale;
    let number = judged.map_or("—".to_owned(), |(_, number)| number.to_string());
    let title = judged.map_or(text::LEFT_OUT.get(locale).to_owned(), |(fact, _)| fact_title(view, fact));
    let more = part.fields().iter().filter_map(|field| {
        let value = view.opened.sheet.value(part, field.name)?;
        // What cannot be read is not in the title.
        let is_told = judged.is_some() && IN_TITLE.contains(&field.name) && fault(field.entry, value).is_none();
        if is_told {
            return None;
        }
        let words = value_words(view, field, value);
        Some(text::NAMELY.fill(locale, &[text::field_name(field.name, locale), &words]))
    });
    let more: Vec<String> = more.collect();
    html! {
        <tr>
            <td class="number">{ number }</td>
            <td>{ title }</td>
            <td>
                { more.join(text::CLAUSE.get(locale)) }
                { for warnings.iter().map(|about| note(view, about)) }
            </td>
            if let Some(status) = status {
                <td>{ status }</td>
            }
        </tr>
    }
}
