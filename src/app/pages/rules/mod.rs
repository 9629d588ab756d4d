//! The rules in words, and what a person changes of them for the session. A worker puts the page together and reads what
//! is changed, so that neither the words of the page nor the reader of packs is fetched by who only looks at an
//! enterprise; what is here draws, and hands on what a person does.

mod drawing;
mod follow;
mod hands;
mod waiting;

use std::rc::Rc;

use yew::html::{oninput, onsubmit};
use yew::prelude::*;

use crate::app::element::{El, el};
use crate::app::state::Model;
use crate::app::text;

pub use drawing::draw;
pub use follow::use_rules;
pub use waiting::{rules_wait, waiting_page};

use waiting::waiting;

/// The page on the rules.
pub fn rules_page(model: &Model) -> El {
    let (state, locale) = (&model.state(), model.state().locale);
    let sheet = el("div").class("sheet rules").with(el("h1").text(text::NAV_RULES.get(locale)));
    if state.waits_for_rules() {
        return sheet.html(waiting(model, locale));
    }
    let Some(book) = &state.rules_view.book else {
        return sheet.with(el("p").set("role", "status").text(text::RULES_LOADING.get(locale)));
    };
    let (pressed, sent, entered) = (model.clone(), model.clone(), model.clone());
    let sent = Callback::from(move |event: SubmitEvent| hands::send(&sent, &event));
    let entered = Callback::from(move |event: InputEvent| hands::enter(&entered, &event));
    sheet.with(
        drawing::draw(el("div").class("book"), book)
            .press(move |event| hands::press(&pressed, &event))
            .listen(Rc::new(onsubmit::Wrapper::new(sent)))
            .listen(Rc::new(oninput::Wrapper::new(entered))),
    )
}
