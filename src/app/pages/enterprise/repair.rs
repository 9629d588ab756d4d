//! What can be repaired, where, from when: by the system on which one applies, what can be done first at the head.

use std::rc::Rc;

use yew::prelude::*;

use super::apply_field::ApplyField;
use super::repair_list::RepairList;
use super::section::section;
use crate::app::components::{Fold, Folds};
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::state::tasks::DayFault;
use crate::app::text;
use crate::facts::{Date, Term, sort_numbers};
use crate::pack::{Channel, RepairStatus};

/// What the section on repair is given.
#[derive(Properties, PartialEq)]
pub struct RepairsProps {
    pub model: Model,
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// What is unfolded. A person changes it.
    pub folds: Folds,
    /// The day on which one supposes to apply; without one the as-of date. A person changes it.
    pub apply_on: Option<Date>,
    /// What is wrong with the day that was typed last.
    pub fault: Option<DayFault>,
}

/// The section on credit repair.
#[component(Repairs)]
pub fn repairs(RepairsProps { model, view, folds, apply_on, fault }: &RepairsProps) -> Html {
    let locale = view.locale;
    let (repairs, as_of) = (&view.answer.repair, view.answer.as_of);
    let is_open = repairs.iter().any(|repair| !repair.is_settled());
    let chosen = apply_on.unwrap_or(as_of);
    // A component always shows something: Yew loses the place of one that does not once its neighbours change.
    let is_used = |channel: &&Channel| repairs.iter().any(|repair| repair.channel == **channel);
    let lists = Channel::ALL.iter().filter(is_used).map(|channel| {
        html! { <ChannelRepairs key={channel.code()} {view} channel={*channel} {folds} {chosen} /> }
    });
    let content = html! {
        <>
            if repairs.is_empty() {
                <p>{ text::NO_REPAIR.get(locale) }</p>
            }
            if is_open {
                <ApplyField {model} {locale} {as_of} {chosen} fault={fault.clone()} />
            }
            <>{ for lists }</>
        </>
    };
    section(view, "repair", text::REPAIR, content)
}

/// What the repairs of a system are given.
#[derive(Properties, PartialEq)]
struct ChannelRepairsProps {
    /// The enterprise, and what was found of it.
    view: Rc<View>,
    channel: Channel,
    /// What is unfolded. A person changes it.
    folds: Folds,
    /// The day on which one supposes to apply.
    chosen: Date,
}

/// What is open on a system, the soonest first, and what is settled behind a fold.
#[component(ChannelRepairs)]
fn channel_repairs(ChannelRepairsProps { view, channel, folds, chosen }: &ChannelRepairsProps) -> Html {
    let locale = view.locale;
    let sorted = use_memo((view.clone(), *channel), |(view, channel)| Sorted::of(view, *channel));
    let Sorted { open, eligible, settled } = &*sorted;
    let numbers = [open.len(), *eligible, settled.len()].map(|number| number.to_string());
    let [count, now, done] = &numbers;
    html! {
        <>
            <h3>{ text::APPLY_AT.fill(locale, &[view.word(*channel)]) }</h3>
            <p class="quiet">{ text::APPLICATIONS.fill(locale, &[count, now]) }</p>
            <RepairList {view} indices={open} {folds} chosen={*chosen} />
            if !settled.is_empty() {
                <Fold
                    {folds}
                    id={["settled-", channel.code()].concat()}
                    class="part"
                    summary={text::SETTLED.fill(locale, &[done])}
                >
                    <RepairList {view} indices={settled} {folds} chosen={*chosen} />
                </Fold>
            }
        </>
    }
}

/// The repairs of a system, by their indices in the answer.
struct Sorted {
    /// What is still to be done or waited for, what can be done first at the head.
    open: Rc<[usize]>,
    /// How many of these can be applied for now.
    eligible: usize,
    settled: Rc<[usize]>,
}

impl Sorted {
    fn of(view: &View, channel: Channel) -> Self {
        let repairs = &view.answer.repair;
        let all = (0..repairs.len()).filter(|index| repairs[*index].channel == channel);
        let (settled, mut open): (Vec<usize>, Vec<usize>) = all.partition(|index| repairs[*index].is_settled());
        let (pack, as_of) = (&view.rules.pack, view.answer.as_of);
        let waits = |index: usize| {
            let repair = &repairs[index];
            let waits = repair.soonest(pack, as_of).or_else(|| repair.next_day(pack, as_of)).unwrap_or(Date::MAX);
            (repair.status != RepairStatus::Eligible, waits)
        };
        let waits: Vec<(bool, Date)> = (0..repairs.len()).map(waits).collect();
        sort_numbers(&mut open, &|one, other| waits[one].cmp(&waits[other]));
        let eligible = open.iter().filter(|index| repairs[**index].status == RepairStatus::Eligible).count();
        Self { open: open.into(), eligible, settled: settled.into() }
    }
}
