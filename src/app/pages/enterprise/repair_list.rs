//! A list of repairs: each a line with its status that unfolds into everything else.

use std::rc::Rc;

use yew::prelude::*;

use super::TOGETHER;
use super::repair_entry::RepairDetails;
use crate::app::components::{Fold, Folds};
use crate::app::state::queries::{View, fact_id, fact_title, list_title, repair_sentence_with_days};
use crate::facts::{Date, Term};
use crate::pack::{FactKind, RepairStatus};

/// What a list of repairs is given.
#[derive(Properties, PartialEq)]
pub struct RepairListProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// The repairs by their indices in the answer, in the order in which they are shown.
    pub indices: Rc<[usize]>,
    /// What is unfolded. A person changes it.
    pub folds: Folds,
    /// The day on which one supposes to apply.
    pub chosen: Date,
}

/// A list of repairs. When something is unfolded in one, only those around it are rendered anew.
#[component(RepairList)]
pub fn repair_list(RepairListProps { view, indices, folds, chosen }: &RepairListProps) -> Html {
    let lines = use_memo((view.clone(), indices.clone()), |(view, indices)| {
        indices.iter().filter_map(|index| Line::of(view, *index)).collect::<Vec<Line>>()
    });
    let entry = |line: &Line| {
        let unfolded = folds.is_open(&line.id, false).then(|| Unfolded { view: view.clone(), chosen: *chosen });
        Entry { line: line.clone(), folds: folds.ending_with(&line.fact), unfolded }
    };
    let parts = lines.chunks(TOGETHER).enumerate().map(|(key, lines)| {
        html! { <RepairEntries {key} entries={lines.iter().map(entry).collect::<Vec<Entry>>()} /> }
    });
    html! { <ul class="repairs">{ for parts }</ul> }
}

/// What is shown of a repair while it is folded.
#[derive(Clone, PartialEq)]
struct Line {
    /// Which of the repairs in the answer it is.
    index: usize,
    /// The id of the fact that is repaired, and that of its fold here, which ends in it.
    fact: AttrValue,
    id: AttrValue,
    title: AttrValue,
    status: RepairStatus,
    /// How it stands, in words.
    stands: AttrValue,
}

impl Line {
    fn of(view: &View, index: usize) -> Option<Self> {
        let repair = view.answer.repair.get(index)?;
        let target = repair.target;
        let title = fact_title(view, target);
        let title = match target.kind {
            FactKind::Penalty => title,
            kind => [list_title(kind, view.locale), " ", &title].concat(),
        };
        let fact = fact_id(target);
        Some(Self {
            index,
            id: ["repair-", &fact].concat().into(),
            fact: fact.into(),
            title: title.into(),
            status: repair.status,
            stands: repair_sentence_with_days(view, repair).into(),
        })
    }
}

/// A repair as it is shown: the same as long as nothing of it has changed.
#[derive(Clone, PartialEq)]
struct Entry {
    line: Line,
    /// What is unfolded of it.
    folds: Folds,
    /// Whatever it shows while it is unfolded.
    unfolded: Option<Unfolded>,
}

#[derive(Clone, PartialEq)]
struct Unfolded {
    view: Rc<View>,
    chosen: Date,
}

/// What some entries are given.
#[derive(Properties, PartialEq)]
struct RepairEntriesProps {
    entries: Vec<Entry>,
}

/// Some entries of a list.
#[component(RepairEntries)]
fn repair_entries(RepairEntriesProps { entries }: &RepairEntriesProps) -> Html {
    entries.iter().map(entry).collect()
}

fn entry(Entry { line, folds, unfolded }: &Entry) -> Html {
    let summary = html! {
        <>
            <span class="message">{ &line.title }</span>
            <span class={classes!("under", "status", line.status.code())}>{ &line.stands }</span>
        </>
    };
    html! {
        <li key={&*line.id}>
            <Fold {folds} id={&line.id} {summary}>
                if let Some(Unfolded { view, chosen }) = unfolded {
                    <RepairDetails {view} index={line.index} {folds} chosen={*chosen} />
                }
            </Fold>
        </li>
    }
}
