//! A field of text that tells of every letter.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::app::keys::is_enter;

/// What such a field is given.
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The id by which its label knows it.
    pub id: AttrValue,
    /// `search` for a field that the browser offers to empty, `text` for one that it does not.
    #[prop_or(AttrValue::Static("search"))]
    pub kind: AttrValue,
    /// What stands in it while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The text as whoever is told of it has it.
    pub text: AttrValue,
    /// How often the field was to show another text than was written in it. Whoever has the text counts it.
    pub rewrites: u32,
    /// Takes the text at every letter.
    pub onwrite: Callback<String>,
    /// Told when Enter was pressed; not while an input method takes the key.
    #[prop_or_default]
    pub onenter: Callback<()>,
    /// Whether something is wrong with the text; `None` where nothing can be.
    #[prop_or_default]
    pub invalid: Option<bool>,
    /// The id of the words that say what is wrong.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
}

/// Has a text written, and tells of every letter. What comes of a letter may come late, when others were written since, and a
/// text that is set ends an input method's composition, as of pinyin. So the element itself holds the text, and is written
/// into only when it is to show another.
#[component(SearchField)]
pub fn search_field(props: &SearchFieldProps) -> Html {
    let node = use_node_ref();
    {
        let (node, text) = (node.clone(), props.text.clone());
        use_effect_with(props.rewrites, move |_| {
            if let Some(input) = node.cast::<HtmlInputElement>()
                && input.value() != *text
            {
                input.set_value(&text);
            }
        });
    }
    let oninput = {
        let onwrite = props.onwrite.clone();
        move |event: InputEvent| onwrite.emit(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onkeydown = {
        let onenter = props.onenter.clone();
        move |event: KeyboardEvent| {
            if is_enter(&event) {
                onenter.emit(());
            }
        }
    };
    html! {
        <input
            ref={node}
            id={props.id.clone()}
            type={props.kind.clone()}
            autocomplete="off"
            placeholder={props.placeholder.clone()}
            aria-invalid={props.invalid.map(|invalid| if invalid { "true" } else { "false" })}
            aria-describedby={props.described_by.clone()}
            {oninput}
            {onkeydown}
        />
    }
}
