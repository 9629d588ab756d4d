//! The records that are open, side by side.

use std::rc::Rc;

use crate::app::element::{El, button, el};
use crate::app::state::tasks::{close_record, new_record};
use crate::app::state::{Model, Opened, Route};
use crate::app::text;

/// The bar of open records, which ends with the way to a new one.
pub fn tabs(model: &Model) -> El {
    let state = &model.state();
    let locale = state.locale;
    let records = state.tabs.iter().map(|tab| record(model, tab));
    let add = {
        let model = model.clone();
        button(text::NEW_RECORD.get(locale), move |_| new_record(&model))
    };
    let list = el("ul").each(records).with(el("li").with(add));
    el("nav").class("tabs").set("aria-label", text::TABS.get(locale)).with(list)
}

fn record(model: &Model, tab: &Rc<Opened>) -> El {
    let (locale, id) = (model.state().locale, tab.id);
    let route = Route::Record(id);
    let name = tab_name(model, tab);
    let link = el("a").put("href", &route.hash()).text(&name);
    let link = if route == model.state().route { link.set("aria-current", "page") } else { link };
    let close = {
        let model = model.clone();
        el("button")
            .set("type", "button")
            .put("aria-label", &text::CLOSE_TAB.fill(locale, &[&name]))
            .press(move |_| close_record(&model, id))
            .text("×")
    };
    el("li").key(&id.to_string()).with(link).with(close)
}

/// What a record is called: by the enterprise's name, as long as it has one.
#[must_use]
pub fn tab_name(model: &Model, tab: &Opened) -> String {
    let name = &tab.enterprise().name;
    if name.is_empty() { text::UNNAMED.get(model.state().locale).to_owned() } else { name.clone() }
}
