//! The build that a browser fetches first: it opens and shows one enterprise, and the help. Whatever else an address or a
//! person asks for, the build with all pages is fetched for and takes its place, on a start page that is left alone also unasked.

use std::cell::RefCell;

use yew::prelude::*;

use super::hooks::use_help;
use super::pages::{HelpPage, StartPage, enterprise_page, printed_paper, unknown_page};
use super::root::{Root, use_root};
use super::state::tasks::{fetch_office, hand_over, hand_over_when_prepared, open_in_office, want_office_if_kept};
use super::state::{Action, Model, Office, Route, State, ViewAction};
use super::{fault, host, text};

thread_local! {
    /// What takes the application from the page.
    static HANDLE: RefCell<Option<yew::AppHandle<First>>> = const { RefCell::new(None) };
}

/// The whole page, as far as this build has it.
#[component(First)]
pub fn first() -> Html {
    let Root { model, view, onready } = use_root(State::begin, open_in_office);
    use_help(&model);
    use_office(&model);
    let state = &model.state();
    let locale = state.view.locale;
    let opening = || match state.view.office {
        Office::Missing => {
            let model = model.clone();
            html! { <button type="button" onclick={move |_| fetch_office(&model)}>{ text::RETRY.get(locale) }</button> }
        }
        _ => html! { <p role="status">{ text::OPENING.get(locale) }</p> },
    };
    let page = match &state.view.route {
        Route::Start => {
            let work = state.view.wants_office.then(opening);
            html! { <StartPage model={model.clone()} {locale} opens_anew=false {work} /> }
        }
        Route::Record(_) if !state.rules.waits() => {
            enterprise_page(&model, view.as_ref(), ledger_offer(&model, opening))
        }
        Route::Help(_) => {
            let (help, rules) = (state.view.help.clone(), state.rules.in_use.clone());
            html! { <HelpPage model={model.clone()} {locale} {help} {rules} as_of={state.view.as_of} /> }
        }
        Route::Unknown => unknown_page(locale),
        Route::List | Route::Report | Route::Rules(_) | Route::Glossary | Route::Record(_) | Route::Enterprise(_) => {
            html! { <section class="sheet">{ opening() }</section> }
        }
    };
    let paper = printed_paper(state, view.as_ref(), onready);
    super::root::render(&model, paper, page)
}

/// What stands where the other build has the ledger: a way there.
fn ledger_offer(model: &Model, opening: impl Fn() -> Html) -> Html {
    let (state, want) = (model.state(), model.clone());
    let onclick = move |_| want.dispatch(Action::View(ViewAction::WantOffice));
    html! {
        <p class="ledger">
            if state.view.wants_office {
                { opening() }
            } else {
                <button type="button" {onclick}>{ text::LEDGER.get(state.view.locale) }</button>
            }
        </p>
    }
}

/// Has the build with all pages fetched where the address, changed rules, something to be opened or a kept district asks for it,
/// and hands over to it once nothing is under way. One that is not asked for any more when it is there waits.
#[hook]
fn use_office(model: &Model) {
    {
        let model = model.clone();
        use_effect_with((), move |()| {
            want_office_if_kept(&model);
            hand_over_when_prepared(&model, leave);
        });
    }
    let state = &model.state();
    let is_here = state.view.route.is_in_first() && !state.rules.waits();
    let is_needed = !is_here || state.view.wants_office;
    {
        let model = model.clone();
        use_effect_with((state.view.route.clone(), is_needed), move |(_, is_needed)| {
            if *is_needed {
                fetch_office(&model);
            }
        });
    }
    let hands_over = is_needed && state.records.is_idle() && state.view.office == Office::Ready;
    let model = model.clone();
    use_effect_with(hands_over, move |hands_over| {
        if *hands_over {
            // Nobody is interrupted who is writing in a field.
            host::once_left(move || hand_over(&model, leave));
        }
    });
}

/// Takes this build from the page. Returns whether it was still there.
fn leave() -> bool {
    let handle = HANDLE.with(|cell| cell.borrow_mut().take());
    handle.map(|handle| handle.destroy()).is_some()
}

/// Puts the application in the place of the words shown while it loads.
pub fn mount() {
    fault::speak_on_panic();
    let handle = yew::Renderer::<First>::with_root(super::root::element()).render();
    HANDLE.with(|cell| *cell.borrow_mut() = Some(handle));
}
