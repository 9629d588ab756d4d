//! What can be repaired, a row each, as the office reads it; and how to make good what is lacking, for every reader.

use std::rc::Rc;

use yew::prelude::*;

use super::numbers::FactNumbers;
use super::table;
use crate::app::components::Citation;
use crate::app::state::queries::{View, fact_title, repair_sentence, severity_words};
use crate::app::text;
use crate::assess::Repair;
use crate::facts::sort_numbers;

/// Returns what is not settled yet, by its indices among the repairs of the answer, in the order of the tables of facts.
pub(super) fn open(view: &View, numbers: &FactNumbers) -> Vec<usize> {
    let repairs = &view.answer.repair;
    let mut open: Vec<usize> = (0..repairs.len()).filter(|index| !repairs[*index].is_settled()).collect();
    let place = |index: usize| (repairs[index].target.kind, numbers.number(repairs[index].target));
    sort_numbers(&mut open, &|one, other| place(one).cmp(&place(other)));
    open
}

/// Returns a table of what can be repaired, given by indices in the answer, each with the number that its fact has in the
/// table of its kind: penalties and listings stand here together, and each of these kinds begins with number 1.
pub(super) fn repair_table(view: &Rc<View>, numbers: &FactNumbers, repairs: &[usize]) -> Html {
    let columns = [(text::FACT_WHAT, false), (text::REPAIR_STANDS, false)];
    let rows =
        repairs.iter().filter_map(|index| view.answer.repair.get(*index)).map(|repair| row(view, numbers, repair));
    table(view.locale, "repair-table", &columns, rows)
}

fn row(view: &Rc<View>, numbers: &FactNumbers, repair: &Repair) -> Html {
    let locale = view.locale;
    let target = repair.target;
    let numbered = numbers.words(view, target.kind, std::iter::once(target.index));
    let severity = severity_words(view, repair, view.answer.as_of).map(|severity| {
        [text::NAMELY.fill(locale, &[text::SEVERITY.get(locale), &severity]).as_str(), text::CLAUSE.get(locale)]
            .concat()
    });
    html! {
        <tr>
            <td>{ text::NAMELY.fill(locale, &[&numbered, &fact_title(view, target)]) }</td>
            <td>
                <p>{ repair_sentence(view, repair, view.answer.as_of) }</p>
                <p class="under">{ severity }<Citation {view} cited={repair.source.clone()} /></p>
            </td>
        </tr>
    }
}

/// How the conditions that are lacking anywhere are met, under a heading; nothing where none is. Where nothing can be done
/// any more only what stands in the way is told.
pub(super) fn cures<'v>(view: &View, repairs: impl Iterator<Item = &'v Repair>) -> Option<Html> {
    let pack = &view.rules.pack;
    let mut unmet: Vec<&str> = Vec::new();
    for repair in repairs {
        let only_ends = repair.only_ends_by_itself(pack);
        for condition in repair.conditions.iter().flatten() {
            let tells = || !only_ends || pack.condition(&condition.id).is_some_and(|rule| rule.stays_unmet());
            if !condition.met && !unmet.contains(&condition.id.as_str()) && tells() {
                unmet.push(&condition.id);
            }
        }
    }
    let items = unmet.iter().filter_map(|id| pack.condition(id)).map(|condition| {
        let words = text::NAMELY.fill(view.locale, &[view.say(condition.title_when(false)), view.say(&condition.cure)]);
        html! { <li>{ words }</li> }
    });
    (!unmet.is_empty()).then(|| {
        html! {
            <section>
                <h3>{ text::HOW_TO_CURE.get(view.locale) }</h3>
                <ul>{ for items }</ul>
            </section>
        }
    })
}
