//! The as-of date: a text field that reads every usual form, and the browser's calendar behind a button.

use std::rc::Rc;

use web_sys::{Element, HtmlInputElement};
use yew::html::onchange;
use yew::prelude::*;

use crate::app::element::{El, button, el};
use crate::app::hooks::SHOWN;
use crate::app::state::tasks::{DayFault, read_day, set_as_of};
use crate::app::state::{Action, Model, State};
use crate::app::text;
use crate::app::widgets::{calendar_button, show_calendar};
use crate::pack::{Locale, day_text};

/// The as-of date where it is not to be changed.
pub fn as_of_words(state: &State) -> El {
    let words = [text::AS_OF.get(state.locale), " ", &day_text(state.as_of, state.locale)].concat();
    el("p").class("as-of").text(&words)
}

/// The field of the as-of date. The text is the person's while it is written, and becomes the day's when another day, or
/// language, is shown.
pub fn as_of_field(model: &Model) -> El {
    let state = &model.state();
    let (locale, as_of, today) = (state.locale, state.as_of, state.today);
    let take = {
        let model = model.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match read_day(&input.value()) {
                Ok(day) => {
                    input.set_value(&day_text(day, locale));
                    set_as_of(&model, day);
                }
                Err(fault) => model.dispatch(Action::AsOfFault(fault)),
            }
        }
    };
    let pick = {
        let model = model.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(day) = read_day(&input.value()) {
                set_as_of(&model, day);
            }
        }
    };
    let fault = state.as_of_fault.as_ref();
    let (described, invalid) = if fault.is_some() { ("as-of-fault", "true") } else { ("as-of-hint", "false") };
    let input = el("input")
        .set("id", "as-of")
        .set("type", "text")
        .set("autocomplete", "off")
        .set("size", "14")
        .put(SHOWN, &day_text(as_of, locale))
        .set("aria-describedby", described)
        .set("aria-invalid", invalid)
        .listen(Rc::new(onchange::Wrapper::new(take.into())));
    let calendar = el("input").listen(Rc::new(onchange::Wrapper::new(pick.into())));
    let open = el("button").press(move |event| {
        let button: Element = event.target_unchecked_into();
        show_calendar(&button, &as_of.to_string());
    });
    let calendar = calendar_button(calendar, open, text::PICKER.get(locale));
    let back = {
        let model = model.clone();
        (as_of != today).then(|| button(text::TODAY.get(locale), move |_| set_as_of(&model, today)))
    };
    let told = fault.map(|fault| {
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
