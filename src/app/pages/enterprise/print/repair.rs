//! What can be repaired, a row each, for the office and for the enterprise.

use std::rc::Rc;

use yew::prelude::*;

use super::{note, table};
use crate::app::components::Citation;
use crate::app::state::queries::{View, fact_title, list_title, of_facts, repair_sentence, severity_words};
use crate::app::text;
use crate::assess::{Repair, Warning};
use crate::pack::{FactKind, WarningCode};

/// Returns what is not settled yet, by its indices among the repairs of the answer.
pub(super) fn open(view: &View) -> Vec<usize> {
    let repairs = view.answer.repair.iter().enumerate();
    repairs.filter(|(_, repair)| !repair.is_settled()).map(|(index, _)| index).collect()
}

/// For whom a table is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    Office,
    /// The enterprise, with its facts of one kind.
    Enterprise(FactKind),
}

/// What a table of what can be repaired is given.
#[derive(Properties, PartialEq)]
pub(super) struct RepairTableProps {
    pub view: Rc<View>,
    pub reader: Reader,
    /// Which repairs it has, by their indices in the answer.
    pub repairs: Vec<usize>,
}

/// A table of what can be repaired, and below it how to make good what is lacking.
#[component(RepairTable)]
pub(super) fn repair_table(RepairTableProps { view, reader, repairs }: &RepairTableProps) -> Html {
    let columns = [
        (text::FACT_NUMBER, true),
        (text::FACT_WHAT, false),
        (text::REPAIR_CHANNEL, false),
        (text::REPAIR_STANDS, false),
    ];
    let repairs = || repairs.iter().filter_map(|index| view.answer.repair.get(*index));
    let warnings = match reader {
        // The report has them in its tables of facts.
        Reader::Office => Vec::new(),
        Reader::Enterprise(kind) => of_facts(view, *kind),
    };
    let about = |repair: &Repair| warnings.get(repair.target.index).map_or(&[][..], Vec::as_slice);
    let rows = repairs().map(|repair| row(view, *reader, repair, about(repair)));
    html! {
        <>
            { table(view.locale, "repair-table", &columns, rows) }
            { for cures(view, repairs()) }
        </>
    }
}

fn row(view: &Rc<View>, reader: Reader, repair: &Repair, warnings: &[&Warning]) -> Html {
    let locale = view.locale;
    let target = repair.target;
    let title = fact_title(view, target);
    let what = match reader {
        Reader::Office => html! { [list_title(target.kind, locale), &title].join(" ") },
        Reader::Enterprise(kind) => {
            // The report has them in its tables of facts.
            let penalty = view.enterprise().penalties.get(target.index).filter(|_| kind == FactKind::Penalty);
            let more = penalty.into_iter().flat_map(|penalty| [&penalty.document_no, &penalty.authority]).flatten();
            html! { <><p>{ title }</p>{ for more.map(|words| html! { <p>{ words }</p> }) }</> }
        }
    };
    let severity = severity_words(view, repair, view.answer.as_of).filter(|_| reader == Reader::Office);
    let severity = severity.map(|severity| {
        [text::NAMELY.fill(locale, &[text::SEVERITY.get(locale), &severity]).as_str(), text::CLAUSE.get(locale)]
            .concat()
    });
    let moving = warnings.iter().filter(|about| moves_days(about.code));
    html! {
        <tr>
            <td class="number">{ target.index + 1 }</td>
            <td>{ what }</td>
            <td>{ view.word(repair.channel) }</td>
            <td>
                <p>{ repair_sentence(view, repair, view.answer.as_of) }</p>
                { for moving.map(|about| note(view, about)) }
                <p class="under">{ severity }<Citation {view} cited={repair.source.clone()} /></p>
            </td>
        </tr>
    }
}

/// How the conditions that are lacking anywhere are met.
fn cures<'v>(view: &View, repairs: impl Iterator<Item = &'v Repair>) -> Option<Html> {
    let mut unmet: Vec<&str> = Vec::new();
    for condition in repairs.flat_map(|repair| repair.conditions.iter().flatten()) {
        if !condition.met && !unmet.contains(&condition.id.as_str()) {
            unmet.push(&condition.id);
        }
    }
    let items = unmet.iter().filter_map(|id| view.rules.pack.condition(id)).map(|condition| {
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

/// Whether a warning says on what the days of a repair rest; the others are for the office to look into.
fn moves_days(code: WarningCode) -> bool {
    use WarningCode::{DiscretionAssumed, FineMissing, FutureFactIgnored, ProcedureImplausible, PublicationAssumed};
    matches!(code, DiscretionAssumed | FineMissing | FutureFactIgnored | ProcedureImplausible | PublicationAssumed)
}
