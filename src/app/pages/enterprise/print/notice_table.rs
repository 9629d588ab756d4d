//! The tables of the notice: what is published of the enterprise, with its days, and how its repair stands.

use std::rc::Rc;

use yew::prelude::*;

use super::{note, table};
use crate::app::components::Citation;
use crate::app::state::queries::{View, earliest_day, fact_title, of_facts, repair_state};
use crate::app::text::{self, Phrase};
use crate::assess::{Repair, Warning};
use crate::facts::Date;
use crate::pack::{FactKind, WarningCode};

/// What a table of the notice is given.
#[derive(Properties, PartialEq)]
pub(super) struct NoticeTableProps {
    pub view: Rc<View>,
    /// The facts that it has are of one kind.
    pub kind: FactKind,
    /// Which repairs it has, by their indices in the answer.
    pub repairs: Vec<usize>,
    /// How many rows the tables before it have: its numbers go on from theirs.
    pub before: usize,
}

/// A table of what is published, each with its number in the notice.
#[component(NoticeTable)]
pub(super) fn notice_table(NoticeTableProps { view, kind, repairs, before }: &NoticeTableProps) -> Html {
    let (columns, class) = columns(*kind);
    let warnings = of_facts(view, *kind);
    let rows = repairs.iter().enumerate().filter_map(|(place, index)| {
        let repair = view.answer.repair.get(*index)?;
        let about = warnings.get(repair.target.index).map_or(&[][..], Vec::as_slice);
        Some(row(view, repair, before + place + 1, about))
    });
    table(view.locale, class, columns, rows)
}

/// The columns for facts of a kind, and the class of the table. A listing has no severity; one among the abnormal ends on no
/// day, and its cause can be put right on any.
fn columns(kind: FactKind) -> (&'static [(Phrase, bool)], &'static str) {
    match kind {
        FactKind::Penalty => (
            &[
                (text::FACT_NUMBER, true),
                (text::FACT_WHAT, false),
                (text::SEVERITY, false),
                (text::EARLIEST, false),
                (text::STOPS, false),
                (text::REPAIR_STANDS, false),
            ],
            "notice-table penalties",
        ),
        FactKind::SeriousListing => (
            &[
                (text::FACT_NUMBER, true),
                (text::FACT_WHAT, false),
                (text::EARLIEST, false),
                (text::LIST_STOPS, false),
                (text::REPAIR_STANDS, false),
            ],
            "notice-table listings",
        ),
        _ => (
            &[(text::FACT_NUMBER, true), (text::FACT_WHAT, false), (text::REPAIR_STANDS, false)],
            "notice-table undated",
        ),
    }
}

fn row(view: &Rc<View>, repair: &Repair, number: usize, warnings: &[&Warning]) -> Html {
    let target = repair.target;
    let is_penalty = target.kind == FactKind::Penalty;
    let penalty = view.enterprise().penalties.get(target.index).filter(|_| is_penalty);
    let more = penalty.into_iter().flat_map(|penalty| [&penalty.document_no, &penalty.authority]).flatten();
    let day = |day: Option<Date>| day.map_or(text::NOT_KNOWN.get(view.locale).to_owned(), |day| view.day(day));
    let moving = warnings.iter().filter(|about| moves_days(about.code));
    html! {
        <tr>
            <td class="number">{ number }</td>
            <td>
                <p>{ fact_title(view, target) }</p>
                { for more.map(|words| html! { <p>{ words }</p> }) }
            </td>
            if is_penalty {
                <td>{ repair.severity.map(|severity| view.word(severity).to_owned()) }</td>
            }
            if is_penalty || target.kind == FactKind::SeriousListing {
                <td>{ day(earliest_day(view, repair)) }</td>
                <td>{ day(repair.stops_on) }</td>
            }
            <td>
                <p>{ repair_state(view, repair) }</p>
                { for moving.map(|about| note(view, about)) }
                <p class="under"><Citation {view} cited={repair.source.clone()} /></p>
            </td>
        </tr>
    }
}

/// Whether a warning says on what the days of a repair rest; the others are for the office to look into.
fn moves_days(code: WarningCode) -> bool {
    use WarningCode::{DiscretionAssumed, FineMissing, FutureFactIgnored, ProcedureImplausible, PublicationAssumed};
    matches!(code, DiscretionAssumed | FineMissing | FutureFactIgnored | ProcedureImplausible | PublicationAssumed)
}
