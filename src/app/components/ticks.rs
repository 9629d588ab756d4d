//! A choice of several words.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Word;

/// What a choice of several words is given.
#[derive(Properties, PartialEq)]
pub struct TicksProps {
    pub id: AttrValue,
    /// What the choice is called.
    pub legend: AttrValue,
    pub words: Rc<[Word]>,
    /// The codes of the words that are ticked. Whoever has the record changes them.
    pub ticked: Rc<[AttrValue]>,
    /// Takes the code of a word, and whether it was ticked.
    pub ontick: Callback<(AttrValue, bool)>,
    #[prop_or_default]
    pub disabled: bool,
}

/// Shows words of which any may be ticked.
#[component(Ticks)]
pub fn ticks(props: &TicksProps) -> Html {
    let boxes = props.words.iter().map(|word| {
        let (ontick, code) = (props.ontick.clone(), word.code.clone());
        let onchange = move |event: Event| {
            ontick.emit((code.clone(), event.target_unchecked_into::<HtmlInputElement>().checked()));
        };
        html! {
            <label>
                <input
                    type="checkbox"
                    name={props.id.clone()}
                    value={word.code.clone()}
                    checked={props.ticked.contains(&word.code)}
                    disabled={props.disabled}
                    {onchange}
                />
                { &word.name }
            </label>
        }
    });
    html! {
        <fieldset class="several" id={props.id.clone()}>
            <legend>{ &props.legend }</legend>
            { for boxes }
        </fieldset>
    }
}
