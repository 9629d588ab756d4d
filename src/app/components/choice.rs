//! A choice of one word.

use std::rc::Rc;

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

/// A word that can be chosen: its code in the record, and what it is called on screen.
#[derive(Clone, PartialEq, Eq)]
pub struct Word {
    pub code: AttrValue,
    pub name: AttrValue,
}

/// What a choice is given.
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The id by which its label knows it.
    pub id: AttrValue,
    pub words: Rc<[Word]>,
    /// What it means that no word is chosen; nothing where one always is.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// The code of the word that is chosen, empty for none. Whoever has the record changes it.
    pub chosen: AttrValue,
    /// Takes the code of the word that a person chose.
    pub onchoose: Callback<AttrValue>,
    #[prop_or_default]
    pub disabled: bool,
}

/// Shows the word that is chosen, and has another chosen.
#[component(Choice)]
pub fn choice(props: &ChoiceProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        // The words may have changed as well, and with them what the element shows.
        use_effect_with((props.words.clone(), props.none.clone(), props.chosen.clone()), move |(_, _, chosen)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(chosen);
            }
        });
    }
    let onchange = {
        let onchoose = props.onchoose.clone();
        move |event: Event| onchoose.emit(event.target_unchecked_into::<HtmlSelectElement>().value().into())
    };
    html! {
        <select ref={node} id={props.id.clone()} name={props.id.clone()} disabled={props.disabled} {onchange}>
            if let Some(none) = &props.none {
                <option value="">{ none }</option>
            }
            { for props.words.iter().map(|word| html! { <option value={&word.code}>{ &word.name }</option> }) }
        </select>
    }
}
