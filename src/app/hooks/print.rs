//! Printing a paper.

use web_sys::Element;
use yew::prelude::*;

use crate::app::listener::Listener;
use crate::app::state::tasks::print_soon;
use crate::app::state::{Action, Model};

/// Returns what has the browser print once a paper stands on the page; when the browser is done, the paper is put away.
#[hook]
pub fn use_print(model: &Model) -> Callback<Element> {
    let dispatcher = model.dispatcher();
    use_effect_with((), move |()| {
        let after = Listener::new("afterprint", move |_| dispatcher.dispatch(Action::Printed));
        move || drop(after)
    });
    use_callback(model.clone(), |_: Element, model| {
        // A browser that cannot print tells no end of it either.
        if !print_soon() {
            model.dispatch(Action::Printed);
        }
    })
}
