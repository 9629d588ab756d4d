//! Waiting until a pressed button of the mouse is up again.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};
use yew::prelude::*;

use super::listener::Listener;

thread_local! {
    static PRESS: RefCell<Press> = RefCell::new(Press::default());
}

/// Whether the button is down, and what waits for it.
#[derive(Default)]
struct Press {
    is_down: bool,
    waiting: Vec<Box<dyn FnOnce()>>,
}

/// Does something at once or, while the mouse's main button is down, as soon as it is up again. What it changes on the page
/// then moves nothing away from under the pointer: a press is on what is there when it begins and when it ends.
pub fn once_released(act: impl FnOnce() + 'static) {
    let now = PRESS.with(|press| {
        let press = &mut *press.borrow_mut();
        if press.is_down {
            press.waiting.push(Box::new(act));
            return None;
        }
        Some(act)
    });
    if let Some(act) = now {
        act();
    }
}

/// Listens for presses on behalf of [`once_released`], which waits for none without it. A tap fires the same mouse events.
#[hook]
pub fn use_presses() {
    use_effect_with((), |()| {
        let down = Listener::new("mousedown", |event| {
            // Where the end of the press before was not told of.
            release();
            PRESS.with(|press| press.borrow_mut().is_down = is_main(&event));
        });
        // A press may also end as a drag, and a key tells that whoever pressed has gone on.
        let up = ["mouseup", "dragend", "keydown"].map(|event| Listener::new(event, |_| release()));
        move || drop((down, up))
    });
}

fn is_main(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| event.button() == 0)
}

fn release() {
    let waiting = PRESS.with(|press| std::mem::take(&mut *press.borrow_mut()).waiting);
    for act in waiting {
        act();
    }
}
