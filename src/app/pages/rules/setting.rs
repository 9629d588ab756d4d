//! Setting a parameter for the session. The fields are the person's: they are read when the form is sent.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::html::onsubmit;
use yew::prelude::*;

use super::entry::id_of;
use crate::app::element::{El, button, el};
use crate::app::hooks::SHOWN;
use crate::app::state::Model;
use crate::app::state::tasks::{restore, reveal, set_parameter};
use crate::app::text;
use crate::json::Value;
use crate::pack::Locale;
use crate::rulebook::{Choice, Entering, Entry, Setting};
use crate::worker::RulesPart;

/// What folds out below a parameter.
pub(super) fn setting(model: &Model, entry: &Entry, of: &Setting) -> El {
    let (state, locale) = (&model.state, model.state.locale);
    if of.entering == Entering::File {
        return el("p").class("quiet").text(&of.hint);
    }
    let ids = [field_id(&entry.id, "hint"), field_id(&entry.id, "fault")];
    let [hint, told] = &ids;
    let fault = state.rules_view.faults.iter().find(|fault| fault.id == entry.id);
    let words = fault.map(|fault| if locale == Locale::Zh { &fault.zh } else { &fault.en });
    let (described, invalid) = if fault.is_some() { (told, "true") } else { (hint, "false") };
    let fields =
        typed(entry, of, locale).map(|field| field.put("aria-describedby", described).set("aria-invalid", invalid));
    let send = {
        let (model, id, of) = (model.clone(), entry.id.clone(), of.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            set_parameter(&model, &id, entered(&id, &of));
        })
    };
    let back = of.changed.then(|| {
        let (model, id) = (model.clone(), entry.id.clone());
        button(text::RESTORE.get(locale), move |_| {
            restore(&model, RulesPart::Parameters, Some(&id));
            // The button goes with what it restores.
            reveal(&id_of(&id));
        })
    });
    let group = el("div")
        .class("set-fields")
        .set("role", "group")
        .put("aria-label", &entry.title)
        .each(fields)
        .each(of.choices.iter().map(|choice| chooser(entry, of, choice)))
        .maybe((!of.unit.is_empty()).then(|| el("span").text(&of.unit)));
    let form = el("form")
        .set("novalidate", "")
        .listen(Rc::new(onsubmit::Wrapper::new(send)))
        .with(group)
        .with(match words {
            // What is wrong says as well what may be entered.
            Some(words) => el("p").id(told).class("set-fault").set("role", "alert").text(words),
            None => el("p").id(hint).class("quiet").text(&of.hint),
        })
        .with(el("button").class("primary").text(text::SET_VALUE.get(locale)))
        .maybe(back);
    el("details").class("set").with(el("summary").text(text::CHANGE.get(locale))).with(form)
}

fn field_id(parameter: &str, name: &str) -> String {
    ["set-", parameter, "-", name].concat()
}

/// The fields of text: one, or one for each end of a range.
fn typed<'s>(entry: &'s Entry, of: &'s Setting, locale: Locale) -> impl Iterator<Item = El> + 's {
    of.typed.iter().enumerate().map(move |(place, value)| {
        let name = match (of.entering, place) {
            (Entering::Range, 0) => text::LEAST.get(locale),
            (Entering::Range, _) => text::MOST.get(locale),
            _ => &entry.title,
        };
        el("input")
            .id(&field_id(&entry.id, &place.to_string()))
            .set("type", "text")
            .set("autocomplete", "off")
            .set("size", "14")
            .put(SHOWN, value)
            .put("aria-label", name)
    })
}

/// One word to choose.
fn chooser(entry: &Entry, of: &Setting, choice: &Choice) -> El {
    let id = field_id(&entry.id, &choice.code);
    let input = el("input")
        .id(&id)
        .put("name", &entry.id)
        .set("type", if of.entering == Entering::One { "radio" } else { "checkbox" })
        .set(SHOWN, if choice.chosen { "1" } else { "" });
    el("label").with(input).text(&choice.words)
}

/// What a person has entered, as JSON.
fn entered(parameter: &str, of: &Setting) -> Value {
    let field = |name: &str| {
        let document = web_sys::window()?.document()?;
        document.get_element_by_id(&field_id(parameter, name))?.dyn_into::<HtmlInputElement>().ok()
    };
    let text = |place: usize| Value::String(field(&place.to_string()).map(|field| field.value()).unwrap_or_default());
    let chosen = of.choices.iter().filter(|choice| field(&choice.code).is_some_and(|field| field.checked()));
    let mut chosen = chosen.map(|choice| Value::String(choice.code.clone()));
    match of.entering {
        Entering::Range => Value::Array(vec![text(0), text(1)]),
        Entering::One => chosen.next().unwrap_or(Value::Null),
        Entering::Some => Value::Array(chosen.collect()),
        Entering::Text | Entering::File => text(0),
    }
}
