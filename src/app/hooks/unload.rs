//! Leaving the page while a list is open that nothing keeps.

use yew::prelude::*;

use crate::app::listener::Listener;
use crate::app::state::{District, Model};

/// Has the browser ask before the page is left with a list of files that it does not keep: they would have to be opened again.
/// Open records need no question, for the tab keeps them.
#[hook]
pub fn use_unload(model: &Model) {
    let district = &model.state().district;
    let is_kept = district
        .list
        .answer
        .as_ref()
        .is_none_or(|list| list.head.keeping.kept.as_ref().is_some_and(|kept| kept.is_shown));
    let is_lost = matches!(district.now, District::Ready { made_up: false, enterprises: 1.. }) && !is_kept;
    use_effect_with(is_lost, |is_lost| {
        let asks = is_lost.then(|| Listener::new("beforeunload", |event: web_sys::Event| event.prevent_default()));
        move || drop(asks)
    });
}
