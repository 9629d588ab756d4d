//! The search in the rules.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::text;
use crate::pack::Locale;

/// The id of the field.
const FIELD: &str = "find-rules";

/// What the search is given.
#[derive(Properties, PartialEq)]
pub struct RuleSearchProps {
    pub locale: Locale,
    /// The words that are looked for. Whoever is told of others changes them.
    pub words: AttrValue,
    /// Takes the words at each letter.
    pub onsearch: Callback<String>,
}

/// A field for words that are looked for. As in a `TextField`, the element itself holds them while they are written.
#[component(RuleSearch)]
pub fn rule_search(RuleSearchProps { locale, words, onsearch }: &RuleSearchProps) -> Html {
    let node = use_node_ref();
    // What was put in last; what the element holds besides was written since.
    let shown = use_mut_ref(|| None::<AttrValue>);
    {
        let node = node.clone();
        use_effect_with(words.clone(), move |words| {
            let before = shown.replace(Some(words.clone()));
            if let Some(field) = node.cast::<HtmlInputElement>()
                && before.is_none_or(|before| field.value() == *before)
            {
                field.set_value(words);
            }
        });
    }
    let oninput = {
        let onsearch = onsearch.clone();
        move |event: InputEvent| onsearch.emit(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    html! {
        <div class="field">
            <label for={FIELD}>{ text::FIND_RULES.get(*locale) }</label>
            <input ref={node} id={FIELD} type="search" autocomplete="off" {oninput} />
        </div>
    }
}
