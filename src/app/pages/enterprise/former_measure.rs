//! What the measure before the present one gave.

use std::rc::Rc;

use yew::prelude::*;

use super::repair_entry::{on_that_day, terms};
use crate::app::components::{Citation, Fold, Folds};
use crate::app::state::queries::{View, fact_id};
use crate::app::text;
use crate::assess::Repair;
use crate::calendar::add_months;
use crate::facts::Date;
use crate::pack::FactKind;

/// For how many months after a change of the rules the former measure stands unfolded: in that time applicants and
/// files still name its days, and an inspector is asked why they are others now.
const OPEN_MONTHS: u32 = 6;

/// Renders the fold on what the former measure gave on its last day, for a penalty that was there by then; nothing for all else.
pub(super) fn former_measure(view: &Rc<View>, index: usize, folds: &Folds) -> Html {
    let repair = view.answer.repair.get(index);
    let Some((repair, day)) = repair.and_then(|repair| Some((repair, last_day(view, repair)?))) else {
        return Html::default();
    };
    html! {
        <Fold
            {folds}
            id={["former-", &fact_id(repair.target)].concat()}
            class="part"
            at_first={view.answer.as_of < add_months(day, OPEN_MONTHS)}
            summary={text::FORMER.fill(view.locale, &[&view.day(day)])}
        >
            <FormerDetails {view} {index} {day} />
        </Fold>
    }
}

/// Returns the last day of the former measure, where that applied to the penalty of a repair.
fn last_day(view: &View, repair: &Repair) -> Option<Date> {
    let day = repair.former_day(&view.rules.pack, view.answer.as_of)?;
    let penalty = view.enterprise().penalties.get(repair.target.index)?;
    (repair.target.kind == FactKind::Penalty && penalty.decided_on <= day).then_some(day)
}

/// What the former measure is given while it is unfolded.
#[derive(Properties, PartialEq)]
struct FormerDetailsProps {
    /// The enterprise, and what was found of it.
    view: Rc<View>,
    /// Which of the repairs in the answer it is about.
    index: usize,
    /// The last day of the measure.
    day: Date,
}

/// How the repair stood on the last day of the former measure.
#[component(FormerDetails)]
fn former_details(FormerDetailsProps { view, index, day }: &FormerDetailsProps) -> Html {
    let answer = view.on(*day);
    let target = view.answer.repair.get(*index).map(|repair| repair.target);
    let Some(then) = answer.repair.iter().find(|then| Some(then.target) == target) else { return Html::default() };
    html! {
        <>
            <p>{ on_that_day(view, then, *day) }</p>
            { terms(view, then, *day) }
            <p><Citation {view} cited={then.source.clone()} /></p>
        </>
    }
}
