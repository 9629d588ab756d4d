//! Rows copied from a spreadsheet: the box for them, what became of them, and the key that pastes them anywhere.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Element, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::host::reveal;
use crate::app::state::queries::View;
use crate::app::state::tasks::{dismiss_paste, keep_pasted, paste_rows};
use crate::app::state::{Model, Paste};
use crate::app::text;
use crate::app::undo_keys::Step;
use crate::pack::Locale;

/// The ids of the box for rows, and of what is told about them.
const BOX: &str = "pasted";
const TOLD: &str = "pasted-told";

/// What the box for rows is given.
#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    pub model: Model,
    pub locale: Locale,
    /// The rows that were pasted last, and what became of them.
    pub paste: Option<Rc<Paste>>,
}

/// The box for rows, and what was told about the last ones.
#[component(PasteBox)]
pub fn paste_box(PasteBoxProps { model, locale, paste }: &PasteBoxProps) -> Html {
    let locale = *locale;
    let area = use_node_ref();
    let paste = paste.as_deref().cloned().unwrap_or_default();
    {
        let area = area.clone();
        use_effect_with(paste.text.clone(), move |text| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(text);
            }
        });
    }
    // What became of rows that were pasted is brought into view; those that wait to be mended are written at. Whoever comes
    // back to a record later is left where they are.
    let before = use_mut_ref(|| paste.clone());
    use_effect_with(paste.clone(), move |paste| {
        let is_new = before.replace(paste.clone()) != *paste;
        if is_new && paste.answered && !paste.told.is_empty() {
            if !paste.text.is_empty() {
                reveal(BOX);
            }
            // It takes no focus: that stays in the box, or where the rows were pasted.
            reveal(TOLD);
        }
    });
    let onchange = {
        let model = model.clone();
        move |event: Event| keep_pasted(&model, &event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    let onkeydown = {
        let (area, kept) = (area.clone(), paste.text.clone());
        move |key: KeyboardEvent| {
            let is_written_in = area.cast::<HtmlTextAreaElement>().is_some_and(|area| area.value() != kept);
            if is_written_in && Step::of(&key).is_some() {
                key.stop_propagation();
            }
        }
    };
    let adding = |in_yuan: Option<bool>| {
        let (model, area) = (model.clone(), area.clone());
        move |_| {
            let rows = area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            if !rows.trim().is_empty() {
                // The button may go with the question about the unit.
                reveal(BOX);
                paste_rows(&model, &rows, "", in_yuan);
            }
        }
    };
    let ways: &[_] = if paste.asks_unit {
        &[(Some(false), text::PASTE_TEN_THOUSAND), (Some(true), text::PASTE_YUAN)]
    } else {
        &[(None, text::PASTE_ADD)]
    };
    let buttons = ways.iter().map(|(in_yuan, words)| {
        html! { <button type="button" onclick={adding(*in_yuan)}>{ words.get(locale) }</button> }
    });
    let told = paste.told.iter().map(|(zh, en)| html! { <p>{ if locale == Locale::Zh { zh } else { en } }</p> });
    let class = match (paste.told.is_empty(), paste.text.is_empty()) {
        (true, _) => None,
        (_, true) => Some("notice"),
        _ => Some("notice alarm"),
    };
    let onclose = {
        let model = model.clone();
        move |_| dismiss_paste(&model)
    };
    html! {
        <div>
            <div {class} id={TOLD} role="status">
                <div>{ for told }</div>
                if !paste.told.is_empty() {
                    <button type="button" onclick={onclose}>{ text::CLOSE.get(locale) }</button>
                }
            </div>
            // What waits is in view, after a reload too.
            <details class="paste" open={!paste.text.is_empty()}>
                <summary>{ text::PASTE_ROWS.get(locale) }</summary>
                <label for={BOX}>{ text::PASTE_LABEL.get(locale) }</label>
                <textarea ref={area.clone()} id={BOX} rows="5" spellcheck="false" wrap="off" {onchange} {onkeydown} />
                <p class="done">{ for buttons }</p>
                <p class="quiet">{ text::PASTE_NOTE.get(locale) }</p>
            </details>
        </div>
    }
}

/// Takes rows that are pasted anywhere in the column. A single value, text without tabs for a field, and what goes
/// into the box are left to the browser.
pub(super) fn take_pasted(model: &Model, view: &View, event: &Event) {
    let data = Reflect::get(event, &"clipboardData".into()).ok().and_then(|data| data.dyn_into::<DataTransfer>().ok());
    let Some(pasted) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target.filter(|target| target.id() != BOX && !view.readonly) else { return };
    let rows = pasted.trim_matches(['\r', '\n']);
    if rows.contains('\t') || (rows.contains('\n') && target.tag_name() != "INPUT") {
        event.prevent_default();
        let waiting = model.state().records.paste(view.opened.id).map(|paste| paste.text.clone()).unwrap_or_default();
        paste_rows(model, rows, &waiting, None);
    }
}
