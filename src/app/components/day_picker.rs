//! The browser's own calendar behind a button, beside a field of text for a day.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a calendar is given.
#[derive(Properties, PartialEq)]
pub struct DayPickerProps {
    /// The day with which it begins, as 2026-11-21; empty for the browser's choice. Whoever has the record changes it.
    pub day: AttrValue,
    /// What the button does, in words.
    pub label: AttrValue,
    /// Takes the day that a person picked, as 2026-11-21.
    pub onpick: Callback<AttrValue>,
}

/// A button that shows the browser's calendar.
#[component(DayPicker)]
pub fn day_picker(props: &DayPickerProps) -> Html {
    let calendar = use_node_ref();
    let onclick = {
        let (calendar, day) = (calendar.clone(), props.day.clone());
        move |_| {
            if let Some(calendar) = calendar.cast::<HtmlInputElement>() {
                calendar.set_value(&day);
                // A browser without it leaves the field of text, which does the same.
                let _ = calendar.show_picker();
            }
        }
    };
    let onchange = {
        let onpick = props.onpick.clone();
        move |event: Event| onpick.emit(event.target_unchecked_into::<HtmlInputElement>().value().into())
    };
    html! {
        <span class="picker">
            <input
                ref={calendar}
                type="date"
                tabindex="-1"
                aria-hidden="true"
                min="1990-01-01"
                max="2199-12-31"
                {onchange}
            />
            <button type="button" aria-label={&props.label} title={&props.label} {onclick}>
                <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M3 5h14v12H3zM3 9h14M7 2v5M13 2v5" />
                </svg>
            </button>
        </span>
    }
}
