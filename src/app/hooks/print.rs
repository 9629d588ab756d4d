//! Printing a paper.

use yew::prelude::*;

use crate::app::listener::Listener;
use crate::app::state::tasks::print_soon;
use crate::app::state::{Action, Model};

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
