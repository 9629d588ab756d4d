//! A choice of one word that a worker is told of, and answers later.

use std::rc::Rc;

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::Word;

/// What such a choice is given.
#[derive(Properties, PartialEq)]
pub struct AnsweredChoiceProps {
    /// The id by which its label knows it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is called, where no label says so.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    pub words: Rc<[Word]>,
    /// The code of the word that is chosen by the last answer.
    pub chosen: AttrValue,
    /// The number of the last request that this answer knows of.
    pub answered: u32,
    /// Takes the code of the word that a person chose, and returns the number of the request that tells of it.
    pub onchoose: Callback<AttrValue, u32>,
}

/// Shows the word that is chosen, and has another chosen. What a person has chosen stays until there is an answer that knows
/// of it: an earlier one, which comes late, does not undo it.
#[component(AnsweredChoice)]
pub fn answered_choice(props: &AnsweredChoiceProps) -> Html {
    let node = use_node_ref();
    // The number of the request for what was chosen here last.
    let requested = use_mut_ref(|| 0);
    {
        let (node, requested) = (node.clone(), requested.clone());
        // The words may have changed as well, and with them what the element shows.
        use_effect_with((props.words.clone(), props.chosen.clone(), props.answered), move |(_, chosen, answered)| {
            if let Some(select) = node.cast::<HtmlSelectElement>()
                && *answered >= *requested.borrow()
                && select.value() != **chosen
            {
                select.set_value(chosen);
            }
        });
    }
    let onchange = {
        let onchoose = props.onchoose.clone();
        move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            requested.replace(onchoose.emit(code.into()));
        }
    };
    html! {
        <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            { for props.words.iter().map(|word| html! { <option value={&word.code}>{ &word.name }</option> }) }
        </select>
    }
}
