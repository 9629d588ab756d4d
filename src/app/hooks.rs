//! What happens around the pages whatever is shown: the address, the keys, the draft, the fields of text.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::ground;
use crate::app::listener::Listener;
use crate::app::state::tasks::{keep_open, print_soon, tell_not_kept};
use crate::app::state::{Action, Model, Route};
use crate::store::Draft;

/// The address and what is shown follow each other: the browser's own back and forward lead through the pages.
#[hook]
pub fn use_address(model: &Model) {
    let dispatcher = model.dispatcher();
    // Where the address led when that was last heard of.
    let heard = use_mut_ref(Route::current);
    let hears = heard.clone();
    use_effect_with((), move |()| {
        let follow = Listener::new("hashchange", move |_| {
            let current = Route::current();
            hears.replace(current.clone());
            dispatcher.dispatch(Action::Show(current));
        });
        move || drop(follow)
    });
    use_effect_with(model.state().route.clone(), move |route| {
        let current = Route::current();
        // What is slow to draw comes here late. An address that has moved on since will be heard of, and holds.
        if current == *route || current != *heard.borrow() {
            return;
        }
        heard.replace(route.clone());
        match current {
            // An enterprise of the list has become a tab: the way back leads to the list.
            Route::Enterprise(_) => route.go_instead(),
            _ => route.go(),
        }
    });
}

/// Prints a paper once it stands on the page, and puts it away afterwards.
#[hook]
pub fn use_print(model: &Model) {
    let dispatcher = model.dispatcher();
    use_effect_with((), move |()| {
        let after = Listener::new("afterprint", move |_| dispatcher.dispatch(Action::Printed));
        move || drop(after)
    });
    use_effect_with(model.state().printings, |printings| {
        if *printings > 0 {
            print_soon();
        }
    });
}

/// Keeps the open records for a reload, as they change.
#[hook]
pub fn use_draft(model: &Model) {
    // A record that is opened brings its day along, so the day is kept here, wherever it comes from.
    use_effect_with((model.state().as_of, model.state().today), |(as_of, today)| {
        Draft::keep_as_of((as_of != today).then_some(*as_of));
    });
    // What a page begins with is what was kept.
    let open = (model.state().tabs.clone(), model.state().pastes.clone());
    let before = use_mut_ref(|| (open.clone(), true));
    let dispatcher = model.dispatcher();
    use_effect_with(open, move |open| {
        let mut before = before.borrow_mut();
        let kept = keep_open(&before.0, open);
        // Said once, not at every change from then on.
        if before.1 && !kept {
            tell_not_kept(&dispatcher);
        }
        *before = (open.clone(), kept);
    });
}

/// The attribute that says what a field is to show. The field itself is the person's while it is written in.
pub const SHOWN: &str = "data-shown";

/// The attribute that says of a control of the worker's which choice it is about.
pub const CHOICE: &str = "data-choice";

/// The attribute that says of such a control what it chooses.
pub const VALUE: &str = "data-value";

/// Writes into the fields of the record what they are to show, whenever the record or the way of writing has changed.
#[hook]
pub fn use_fields(model: &Model) {
    let state = &model.state();
    let told = (state.rules_view.book.clone(), state.rules_view.words.clone(), state.pastes.clone());
    let told = (told, state.report.clone());
    // The last choice that what the worker has drawn knows of.
    let chosen = model.clone();
    let known = state.report.as_ref().map(|(number, _)| *number);
    let shown = (state.route.clone(), state.locale, state.as_of, known);
    let changed = (state.record().cloned(), state.unfolded, shown, told);
    use_effect_with(changed, move |_| {
        // Nothing is written over what was chosen since, be it that the worker or that drawing was slow.
        let overtaken = known != Some(chosen.chosen.get());
        let fields = if overtaken { "[data-shown]:not([data-choice])" } else { "[data-shown]" };
        let Some(fields) = ground::all(fields) else { return };
        for place in 0..fields.length() {
            if let Some(field) = fields.item(place).and_then(|node| node.dyn_into::<Element>().ok()) {
                show(&field);
            }
        }
    });
}

/// The text that stands in a box.
pub fn text_of(field: &Element) -> Option<String> {
    Reflect::get(field, &"value".into()).ok()?.as_string()
}

/// The attribute that says what was written last, so that text that is being written is left alone.
const WAS_SHOWN: &str = "data-was-shown";

/// The attribute that says which text was handed over to be read, where the answer comes later: it may change that text,
/// and none that was typed since.
pub const SENT: &str = "data-sent";

fn show(field: &Element) {
    let shown = field.get_attribute(SHOWN).unwrap_or_default();
    if field.has_attribute(CHOICE) {
        // The worker hears of every letter, and this is its answer to the last.
        if text_of(field).as_ref() != Some(&shown) {
            let _ = Reflect::set(field, &"value".into(), &shown.into());
        }
        return;
    }
    let before = field.get_attribute(WAS_SHOWN);
    if before.as_ref() == Some(&shown) {
        return;
    }
    // An attribute of this name can always be set.
    let _ = field.set_attribute(WAS_SHOWN, &shown);
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(&shown);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        if matches!(input.type_().as_str(), "checkbox" | "radio") {
            input.set_checked(!shown.is_empty());
        } else {
            let holds = Some(input.value());
            if before.is_none() || holds == before || holds == field.get_attribute(SENT) {
                input.set_value(&shown);
            }
        }
    } else {
        // The box has a value that can be set.
        let _ = Reflect::set(field, &"value".into(), &shown.into());
    }
}
