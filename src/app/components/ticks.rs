//! A choice of several words.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::Word;
use crate::app::text;
use crate::pack::Locale;

/// What a choice of several words is given.
#[derive(Properties, PartialEq)]
pub struct TicksProps {
    pub locale: Locale,
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

/// Shows words of which any may be ticked. Tab comes to one of them and goes on behind them all; the arrow keys go from one to
/// the next, which the legend says as long as one has the focus.
#[component(Ticks)]
pub fn ticks(props: &TicksProps) -> Html {
    let group = use_node_ref();
    // Where the focus was last, Tab comes back to.
    let reached = use_state_eq(|| 0);
    let boxes = props.words.iter().enumerate().map(|(index, word)| {
        let (ontick, code) = (props.ontick.clone(), word.code.clone());
        let onchange = move |event: Event| {
            ontick.emit((code.clone(), event.target_unchecked_into::<HtmlInputElement>().checked()));
        };
        let onfocus = {
            let reached = reached.clone();
            move |_: FocusEvent| reached.set(index)
        };
        html! {
            <label>
                <input
                    type="checkbox"
                    name={props.id.clone()}
                    value={word.code.clone()}
                    checked={props.ticked.contains(&word.code)}
                    disabled={props.disabled}
                    tabindex={if index == *reached { "0" } else { "-1" }}
                    {onchange}
                    {onfocus}
                />
                { &word.name }
            </label>
        }
    });
    let onkeydown = {
        let (group, reached, words) = (group.clone(), *reached, props.words.clone());
        move |key: KeyboardEvent| {
            let Some(next) = next_index(&key.key(), reached, words.len()) else { return };
            // The page stays where it is.
            key.prevent_default();
            if let (Some(group), Some(word)) = (group.cast::<Element>(), words.get(next)) {
                focus_box(&group, &word.code);
            }
        }
    };
    html! {
        <fieldset ref={group} class="several" id={props.id.clone()} {onkeydown}>
            <legend>
                { &props.legend }
                <span class="keys">{ text::TICK_KEYS.get(props.locale) }</span>
            </legend>
            { for boxes }
        </fieldset>
    }
}

/// Returns to which of so many boxes a key leads from one of them; `None` for a key that leads nowhere.
fn next_index(key: &str, index: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => Some(if index < last { index + 1 } else { 0 }),
        "ArrowUp" | "ArrowLeft" => Some(index.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// Gives the focus to the box of a word.
fn focus_box(group: &Element, code: &str) {
    let input = group.query_selector(&["[value=\"", code, "\"]"].concat()).ok().flatten();
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        let _ = input.focus();
    }
}
