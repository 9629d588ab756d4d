//! The as-of date: a text field that reads every usual form, and the browser's calendar behind a button.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::html::onchange;
use yew::prelude::*;

use crate::app::element::{button, el};
use crate::app::state::tasks::{DayFault, read_day, set_as_of};
use crate::app::widgets::calendar_button;
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
        Callback::from(move |_: Event| {
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
    let show_picker = {
        let picker = picker.clone();
        move |_: MouseEvent| {
            if let Some(input) = picker.cast::<HtmlInputElement>() {
                input.set_value(&as_of.to_string());
                // A browser without it leaves the field of text, which does the same.
                let _ = input.show_picker();
            }
        }
    };
    let pick = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(day) = read_day(&input.value()) {
                set_as_of(&model, day);
            }
        })
    };
    let (described, invalid) = if fault.is_some() { ("as-of-fault", "true") } else { ("as-of-hint", "false") };
    let input = el("input")
        .node(&field)
        .set("id", "as-of")
        .set("type", "text")
        .set("autocomplete", "off")
        .set("size", "14")
        .set("aria-describedby", described)
        .set("aria-invalid", invalid)
        .listen(Rc::new(onchange::Wrapper::new(take)));
    let calendar = el("input").node(&picker).listen(Rc::new(onchange::Wrapper::new(pick)));
    let calendar = calendar_button(calendar, el("button").press(show_picker), text::PICKER.get(locale));
    let back = (as_of != today).then(|| button(text::TODAY.get(locale), move |_| set_as_of(&model, today)));
    let told = fault.as_ref().map(|fault| {
        el("p").id("as-of-fault").class("field-fault").set("role", "alert").text(&fault_words(fault, locale))
    });
    el("div")
        .class("as-of")
        .with(el("label").set("for", "as-of").text(text::AS_OF.get(locale)))
        .with(input)
        .with(calendar)
        .maybe(back)
        .with(el("span").id("as-of-hint").class("unseen").text(text::AS_OF_HINT.get(locale)))
        .maybe(told)
        .done()
        .into()
}

fn write(field: &NodeRef, day: Date, locale: Locale) {
    if let Some(input) = field.cast::<HtmlInputElement>() {
        input.set_value(&day_text(day, locale));
    }
}

/// Why what was typed is no day.
pub fn fault_words(fault: &DayFault, locale: Locale) -> String {
    match fault {
        DayFault::Missing => text::DAY_MISSING.get(locale).to_owned(),
        DayFault::Unclear(text) => text::DAY_UNCLEAR.fill(locale, &[text]),
        DayFault::NotThere(text) => text::DAY_NOT_THERE.fill(locale, &[text]),
        DayFault::OutOfRange => text::DAY_OUT_OF_RANGE.get(locale).to_owned(),
    }
}
