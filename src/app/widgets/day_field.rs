//! The as-of date: a text field that reads every usual form, and the browser's calendar behind a button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::state::tasks::{DayFault, read_day, set_as_of};
use crate::app::{text, use_model};
use crate::facts::Date;
use crate::pack::{Locale, day_text};

/// The field of the as-of date.
#[component(DayField)]
pub fn day_field() -> Html {
    let model = use_model();
    let (locale, as_of, today) = (model.state.locale, model.state.as_of, model.state.today);
    let fault = use_state_eq(|| None::<DayFault>);
    let field = use_node_ref();
    let picker = use_node_ref();

    // The text is the person's while it is written, and becomes the day's when another day, or language, is shown.
    {
        let (field, fault) = (field.clone(), fault.clone());
        use_effect_with((as_of, locale), move |(as_of, locale)| {
            write(&field, *as_of, *locale);
            fault.set(None);
        });
    }
    let take = {
        let (model, field, fault) = (model.clone(), field.clone(), fault.clone());
        Callback::from(move |()| {
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            match read_day(&input.value()) {
                Ok(day) => {
                    fault.set(None);
                    write(&field, day, locale);
                    if day != as_of {
                        set_as_of(&model, day);
                    }
                }
                Err(found) => fault.set(Some(found)),
            }
        })
    };
    let onchange = take.reform(|_: Event| ());
    let show_picker = {
        let picker = picker.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = picker.cast::<HtmlInputElement>() {
                input.set_value(&as_of.to_string());
                // A browser without it leaves the field of text, which does the same.
                let _ = input.show_picker();
            }
        })
    };
    let onpick = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(day) = read_day(&input.value()) {
                set_as_of(&model, day);
            }
        })
    };
    let back = Callback::from(move |_: MouseEvent| set_as_of(&model, today));
    let described = if fault.is_some() { "as-of-fault" } else { "as-of-hint" };
    html! {
        <div class="as-of" role="group" aria-label={text::AS_OF.get(locale)}>
            <label for="as-of">{text::AS_OF.get(locale)}</label>
            <input ref={field} id="as-of" type="text" autocomplete="off" size="14" {onchange}
                aria-describedby={described} aria-invalid={fault.is_some().to_string()} />
            <span class="picker">
                <input ref={picker} type="date" tabindex="-1" aria-hidden="true" min="1990-01-01" max="2199-12-31"
                    onchange={onpick} />
                <button type="button" onclick={show_picker} aria-label={text::PICKER.get(locale)}
                    title={text::PICKER.get(locale)}>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 5h14v12H3zM3 9h14M7 2v5M13 2v5" /></svg>
                </button>
            </span>
            if as_of != today {
                <button type="button" onclick={back}>{text::TODAY.get(locale)}</button>
            }
            <span id="as-of-hint" class="unseen">{text::AS_OF_HINT.get(locale)}</span>
            if let Some(fault) = &*fault {
                <p id="as-of-fault" class="field-fault" role="alert">{words(fault, locale)}</p>
            }
        </div>
    }
}

fn write(field: &NodeRef, day: Date, locale: Locale) {
    if let Some(input) = field.cast::<HtmlInputElement>() {
        input.set_value(&day_text(day, locale));
    }
}

fn words(fault: &DayFault, locale: Locale) -> String {
    match fault {
        DayFault::Missing => text::DAY_MISSING.get(locale).to_owned(),
        DayFault::Unclear(text) => text::DAY_UNCLEAR.fill(locale, &[text]),
        DayFault::NotThere(text) => text::DAY_NOT_THERE.fill(locale, &[text]),
        DayFault::OutOfRange => text::DAY_OUT_OF_RANGE.get(locale).to_owned(),
    }
}
