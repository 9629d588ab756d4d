//! One of the things by which the list can be narrowed.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use crate::app::state::ListChange;
use crate::app::text;
use crate::facts::Term;
use crate::pack::Locale;
use crate::worker::{FacetChoices, FacetEntry};

/// What a facet is given.
#[derive(Properties, PartialEq)]
pub struct FacetSelectProps {
    pub locale: Locale,
    pub choices: FacetChoices,
    /// The code of the entry to which the list is narrowed; empty for none.
    pub chosen: AttrValue,
    /// How often the field is to show something else than was chosen in it.
    pub rewrites: u32,
    pub onchange: Callback<ListChange>,
}

/// A facet, of which one entry may be chosen. The element itself holds what was chosen, and is set only when it is to show
/// something else or has other entries: what comes of a choice may come when another was made since.
#[component(FacetSelect)]
pub fn facet_select(FacetSelectProps { locale, choices, chosen, rewrites, onchange }: &FacetSelectProps) -> Html {
    let FacetChoices { facet, label, entries } = choices;
    let node = use_node_ref();
    {
        let (node, chosen) = (node.clone(), chosen.clone());
        use_effect_with((choices.clone(), *rewrites), move |_| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&chosen);
            }
        });
    }
    let id = AttrValue::from(["by-", facet.code()].concat());
    let onchoose = {
        let (choices, onchange) = (choices.clone(), onchange.clone());
        move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            let entry = choices.entries.iter().find(|entry| entry.narrowing.code() == *code);
            onchange.emit(ListChange::Narrow(choices.facet, entry.map(|entry| entry.narrowing.clone())));
        }
    };
    let option = |FacetEntry { narrowing, words }: &FacetEntry| {
        html! { <option value={narrowing.code().into_owned()}>{ words }</option> }
    };
    html! {
        <div>
            <label for={id.clone()}>{ label }</label>
            <select ref={node} {id} onchange={onchoose}>
                <option value="">{ text::ANY_ENTRY.get(*locale) }</option>
                <>{ for entries.iter().map(option) }</>
            </select>
        </div>
    }
}
