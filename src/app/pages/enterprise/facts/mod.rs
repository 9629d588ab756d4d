//! The facts of the enterprise, list by list: read at a glance, and entered.

mod basics;
mod field;
mod figures;
mod form;
mod judgement;
mod list;
mod paste;
mod rows;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::state::tasks::step;
use crate::app::state::{Model, Paste};
use crate::app::text;
use crate::assess::Target;
use crate::entry::Part;
use crate::facts::Term;
use crate::pack::FactKind;

use basics::Basics;
use judgement::Judgement;
use list::FactList;
use paste::take_pasted;

/// What the column of facts is given.
#[derive(Properties, PartialEq)]
pub struct FactsProps {
    pub model: Model,
    pub view: Rc<View>,
    /// The column itself.
    pub node: NodeRef,
    /// The part whose fields are unfolded.
    pub unfolded: Option<Part>,
    /// The facts on which the reason rests that a person reads.
    pub marked: Rc<[Target]>,
    /// The rows of a spreadsheet that were pasted last.
    pub paste: Option<Rc<Paste>>,
}

/// The column of facts.
#[component(Facts)]
pub fn facts(FactsProps { model, view, node, unfolded, marked, paste }: &FactsProps) -> Html {
    let locale = view.locale;
    let onpaste = {
        let (model, view) = (model.clone(), view.clone());
        move |event: Event| take_pasted(&model, &view, &event)
    };
    let stepping = |forth: bool| {
        let model = model.clone();
        move |_| step(&model, forth)
    };
    let kinds = FactKind::ALL.iter().copied().filter(|kind| *kind != FactKind::RiskGrade);
    html! {
        // On a wide screen it scrolls by itself, and then takes the focus for its keys.
        <section ref={node.clone()} class="facts" part="facts" aria-label={text::FACTS.get(locale)} tabindex="0" {onpaste}>
            <div class="facts-head">
                <h2>{ text::FACTS.get(locale) }</h2>
                if !view.readonly {
                    <button type="button" disabled={!view.opened.can_undo()} onclick={stepping(false)}>
                        { text::UNDO.get(locale) }
                    </button>
                    <button type="button" disabled={!view.opened.can_redo()} onclick={stepping(true)}>
                        { text::REDO.get(locale) }
                    </button>
                }
            </div>
            <Basics {model} {view} />
            { for kinds.map(|kind| html! {
                <FactList
                    key={kind.code()}
                    {model}
                    {view}
                    {kind}
                    unfolded={unfolded.filter(|part| matches!(part, Part::Fact(other, _) if *other == kind))}
                    {marked}
                    paste={paste.clone().filter(|_| kind == FactKind::Penalty)}
                />
            }) }
            <Judgement {model} {view} />
        </section>
    }
}
