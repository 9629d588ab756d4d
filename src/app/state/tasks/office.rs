//! Having the build that has all pages take the place of this one.

use js_sys::{Function, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::super::{Action, Handover, Model, Office, Opening, Route, ViewAction};
use super::notice::alarm;
use crate::app::host::{is_untouched, once_left};
use crate::app::press::once_released;
use crate::app::text;
use crate::store::is_kept;
use crate::worker::in_words;

#[wasm_bindgen]
extern "C" {
    /// Fetches and compiles the other build, once (`www/boot.js`).
    #[wasm_bindgen(js_namespace = xinheng)]
    fn office() -> Promise;

    /// Comes once the other build is there without having been asked for: the page had nothing else to do.
    #[wasm_bindgen(js_namespace = xinheng)]
    fn prepared() -> Promise;

    /// Runs the other build in the place of this one, with what goes along.
    #[wasm_bindgen(js_namespace = xinheng)]
    fn begin(handover: JsValue);

    /// Returns what another build has handed over, once; undefined where none did.
    #[wasm_bindgen(js_namespace = xinheng)]
    fn handover() -> JsValue;
}

/// Has the other build open something.
pub fn open_in_office(model: &Model, opening: Opening) {
    model.openings.borrow_mut().push(opening);
    model.dispatch(Action::View(ViewAction::WantOffice));
}

/// Fetches the other build, unless it is on its way.
pub fn fetch_office(model: &Model) {
    if matches!(model.state().view.office, Office::Fetching | Office::Ready) {
        return;
    }
    let model = model.clone();
    model.dispatch(Action::View(ViewAction::Office(Office::Fetching)));
    spawn_local(async move {
        match JsFuture::from(office()).await {
            Ok(_) => model.dispatch(Action::View(ViewAction::Office(Office::Ready))),
            Err(cause) => {
                model.openings.borrow_mut().clear();
                model.dispatch(Action::View(ViewAction::Office(Office::Missing)));
                alarm(&model.dispatcher(), text::OFFICE_UNREACHABLE, &[&in_words(&cause)]);
            }
        }
    });
}

/// Hands over to the other build once it was prepared, if the person has not begun to do anything by then: files that come
/// find all pages there. `leave` as for [`hand_over`].
pub fn hand_over_when_prepared(model: &Model, leave: fn() -> bool) {
    let model = model.clone();
    spawn_local(async move {
        // It is never refused.
        let _ = JsFuture::from(prepared()).await;
        once_left(move || {
            once_released(move || {
                let state = model.state();
                if state.view.route == Route::Start && state.records.is_idle() && is_untouched() {
                    hand_over(&model, leave);
                }
            });
        });
    });
}

/// Has the other build take over where the browser keeps a district, which is to be opened.
pub fn want_office_if_kept(model: &Model) {
    let model = model.clone();
    spawn_local(async move {
        if is_kept().await {
            model.dispatch(Action::View(ViewAction::WantOffice));
        }
    });
}

/// Hands over to the other build, once what was changed last is rendered. `leave` takes this build from the page, and
/// returns whether it was still there: whoever asks twice is handed over once.
pub fn hand_over(model: &Model, leave: fn() -> bool) {
    let Some(window) = web_sys::window() else { return };
    let model = model.clone();
    let go = Closure::once_into_js(move || {
        let openings = model.openings.take();
        let handover = Handover::of(&model.state(), openings);
        // Texts, numbers and files can always be carried.
        if let Ok(carried) = handover.serialize(&serde_wasm_bindgen::Serializer::new())
            && leave()
        {
            begin(carried);
        }
    });
    // Refused only by a window that is being closed.
    let _ = window.set_timeout_with_callback(go.unchecked_ref::<Function>());
}

/// Returns what another build has handed over.
#[must_use]
pub fn take_handover() -> Option<Handover> {
    serde_wasm_bindgen::from_value(handover()).ok()
}
