//! The address of the page.

use yew::prelude::*;

use crate::app::listener::Listener;
use crate::app::state::tasks::dismiss;
use crate::app::state::{Action, Model, Route};

/// Has the address and what is shown follow each other: the browser's own back and forward lead through the pages.
#[hook]
pub fn use_address(model: &Model) {
    // Where the address led when it was looked at last.
    let last_known = use_mut_ref(Route::current);
    {
        let (model, last_known) = (model.clone(), last_known.clone());
        use_effect_with((), move |()| {
            let listener = Listener::new("hashchange", move |_| {
                let current = Route::current();
                last_known.replace(current.clone());
                // What was told on a page is read when a person goes on to another.
                if current != model.state().view.route {
                    dismiss(&model);
                }
                model.dispatch(Action::Show(current));
            });
            move || drop(listener)
        });
    }
    use_effect_with(model.state().view.route.clone(), move |route| {
        let current = Route::current();
        // What is slow to render comes here late. An address that has moved on since has an event of its own, and holds.
        if current == *route || current != *last_known.borrow() {
            return;
        }
        last_known.replace(route.clone());
        match current {
            // An enterprise of the list has become a tab: the way back leads to the list.
            Route::Enterprise(_) => route.go_instead(),
            _ => route.go(),
        }
    });
}
