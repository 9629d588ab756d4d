//! The assessment of one enterprise as an element in a page of somebody else's: what `npm/element.js` runs.
//!
//! It has a host of its own (see `host`), renders the page of an enterprise and nothing around it, and speaks with
//! the script by names and texts: what it is given, and what it tells. There is one element to an instance.

mod events;
mod given;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use web_sys::Element;
use yew::prelude::*;

use crate::app::components::{AsOfField, ChangesBanner, NoticeBox, Site, as_of_words};
use crate::app::pages::{enterprise_page, printed_paper, rules_wait};
use crate::app::state::queries::View;
use crate::app::state::{Model, State, use_state_at_root};
use crate::app::undo_keys::use_undo_keys;
use crate::app::{host, text};

use events::{use_events, use_mounted_event, use_print_event};

thread_local! {
    /// What the element remembers, as it was drawn last.
    static HELD: RefCell<Option<Model>> = const { RefCell::new(None) };
    /// Who listens to its events.
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// What ends it.
    static HANDLE: RefCell<Option<yew::AppHandle<Embedded>>> = const { RefCell::new(None) };
}

/// Draws the element into `root`. `listener` is called with a name and a text: first of all `mounted`, from when on it can be
/// given something, see [`give`].
///
/// | name | text |
/// |---|---|
/// | `mounted` | none |
/// | `same` | none: the record that was given is the one that is shown |
/// | `result` | the contract's response |
/// | `change` | the record as it would be saved, after a person or another day changed it |
/// | `print` | the title of a paper for the printer; with it goes its element, which stands there until `printed` is given |
/// | `error` | `[code, zh, en]`, with lines below each other |
/// | `panic` | what happened; the instance is of no more use |
pub fn mount(root: Element, listener: Function) {
    yew::set_custom_panic_hook(Box::new(|fault| events::emit("panic", &fault.to_string())));
    LISTENER.with(|cell| *cell.borrow_mut() = Some(listener));
    host::render_in(root.clone());
    let handle = yew::Renderer::<Embedded>::with_root(root).render();
    HANDLE.with(|cell| *cell.borrow_mut() = Some(handle));
}

/// Takes everything from the page again; the instance is to be let go then.
pub fn unmount() {
    HELD.with(|held| *held.borrow_mut() = None);
    LISTENER.with(|cell| *cell.borrow_mut() = None);
    if let Some(handle) = HANDLE.with(|cell| cell.borrow_mut().take()) {
        handle.destroy();
    }
}

/// Gives the element something: `record` as JSON, `as-of`, `rules` as `{"pack": "…", "parameters": "…"}` with the texts that
/// were given, `locale`, `readonly`, `site`, or has it `print` (`report` or `notice`) and says when it was `printed`. An empty
/// text takes it back. A record by `load` is meant, even one that was told before; by `reset` it is opened anew.
pub fn give(name: &str, value: &str) {
    let held = HELD.with(|held| held.borrow().clone());
    if let Some(model) = held {
        given::give(&model, name, value);
    }
}

/// The record as it would be saved; nothing before there is one.
#[must_use]
pub fn record() -> Option<String> {
    HELD.with(|held| held.borrow().as_ref().and_then(events::record_text))
}

/// The element.
#[component(Embedded)]
fn embedded() -> Html {
    let model = use_state_at_root(State::begin_elsewhere, |_, _| {});
    HELD.with(|held| *held.borrow_mut() = Some(model.clone()));
    use_undo_keys(&model);
    let state = &model.state();
    let (locale, waits) = (state.view.locale, state.rules.waits());
    let judged = (state.record().cloned(), state.rules.in_use.clone(), (state.view.as_of, waits), locale);
    let view = use_memo((judged, state.records.readonly), |((record, _, (_, waits), _), _)| {
        let view = record.as_ref().map(|opened| View::of(state, opened));
        view.map(|view| Rc::new(if *waits { view.waiting() } else { view }))
    });
    // While the rules are not there facts are shown, and nothing is told or printed of them.
    let answered = (*view).as_ref().filter(|_| !waits);
    use_events(&model, answered);
    let onready = use_print_event(&model);
    use_mounted_event();
    let page = match (*view).as_ref() {
        Some(view) => enterprise_page(&model, Some(view), Html::default()),
        // Of a record that cannot be opened stands above what is wrong with it.
        None if state.view.notice.is_some() => html! { <p /> },
        None => html! { <p role="status">{ text::OPENING.get(locale) }</p> },
    };
    html! {
        <ContextProvider<Site> context={Site { address: state.view.site.clone().into() }}>
            <div class="top">
                if state.records.readonly {
                    { as_of_words(state.view.as_of, locale) }
                } else {
                    <AsOfField
                        model={model.clone()}
                        {locale}
                        as_of={state.view.as_of}
                        today={state.view.today}
                        fault={state.view.as_of_fault.clone()}
                    />
                }
            </div>
            <div class="still">
                if let Some(notice) = &state.view.notice {
                    <NoticeBox model={model.clone()} {locale} notice={notice.clone()} />
                }
                if !state.rules.in_use.changes.is_empty() {
                    <ChangesBanner
                        rules={state.rules.in_use.clone()}
                        keeps_its_calendar={state.rules.keeps_its_calendar()}
                        {locale}
                    />
                }
                // What is wrong with the rules stands above instead.
                if waits && state.view.notice.is_none() {
                    { rules_wait(locale) }
                }
                { page }
            </div>
            // Nobody sees it here: the script around prints it.
            { printed_paper(state, answered, onready) }
        </ContextProvider<Site>>
    }
}
