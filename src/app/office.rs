//! The build with all pages. It is fetched when the first has not what is asked for, and takes its place.

use std::rc::Rc;

use yew::prelude::*;

use super::components::ReadingProgress;
use super::fault;
use super::hooks::{use_content, use_district, use_help, use_openings, use_unload};
use super::ledger::{LedgerHandle, ledger_part, use_ledger};
use super::pages::{
    GlossaryPage, HelpPage, PassphraseForm, ReportPage, StartPage, enterprise_page, list_page, opening_page,
    printed_list, printed_paper, rules_page, unknown_page, use_rules, waiting_page,
};
use super::root::{self, Root, use_root};
use super::state::tasks::{open, take_handover};
use super::state::{District, Handover, Model, Regions, Route, State};
use crate::district::region_name;
use crate::pack::Locale;

/// What the page begins with.
#[derive(Properties)]
struct OfficeProps {
    /// What another build was showing; `None` where there was none.
    handover: Option<Rc<Handover>>,
}

/// It is given once.
impl PartialEq for OfficeProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The whole page.
#[component(Office)]
fn office(OfficeProps { handover }: &OfficeProps) -> Html {
    let begin = || {
        let state = handover.as_ref().map_or_else(State::begin, |handover| State::begin_with(handover));
        State { regions: Regions(region_name), ..state }
    };
    let Root { model, view, onready } = use_root(begin, open);
    let ledger = use_ledger(&model);
    use_help(&model);
    use_content(&model);
    use_district(&model);
    use_unload(&model);
    use_rules(&model);
    // Once those hooks have begun: they let go what nobody waits for.
    use_openings(&model, handover.as_ref());
    let state = &model.state();
    let locale = state.view.locale;
    let page = match &state.view.route {
        Route::Record(_) if state.rules.waits() => waiting_page(&model, locale),
        Route::Start => {
            let opens_anew = state.district.is_ready();
            html! { <StartPage model={model.clone()} {locale} {opens_anew} work={work(&model, &state.district.now, locale)} /> }
        }
        Route::List => list_page(&model),
        Route::Report => {
            let (district, report) = (state.district.now.clone(), state.district.report.clone());
            html! { <ReportPage model={model.clone()} {locale} {district} {report} /> }
        }
        Route::Record(_) => enterprise_page(
            &model,
            view.as_ref(),
            view.as_ref().map(|view| ledger_part(&model, view)).unwrap_or_default(),
        ),
        Route::Enterprise(_) => opening_page(state),
        Route::Rules(_) => rules_page(&model),
        Route::Glossary => {
            let (help, rules) = (state.view.help.clone(), state.rules.in_use.clone());
            let words = state.view.term_words.clone();
            html! { <GlossaryPage model={model.clone()} {locale} {help} {rules} as_of={state.view.as_of} {words} /> }
        }
        Route::Help(_) => {
            let (help, rules) = (state.view.help.clone(), state.rules.in_use.clone());
            html! { <HelpPage model={model.clone()} {locale} {help} {rules} as_of={state.view.as_of} /> }
        }
        Route::Unknown => unknown_page(locale),
    };
    let list = printed_list(state, onready.clone());
    let paper = list.unwrap_or_else(|| printed_paper(state, view.as_ref(), onready));
    html! {
        <ContextProvider<LedgerHandle> context={ledger}>
            { root::render(&model, paper, page) }
        </ContextProvider<LedgerHandle>>
    }
}

/// Renders what is being opened.
fn work(model: &Model, district: &District, locale: Locale) -> Option<Html> {
    match district {
        District::Reading { made_up, progress } => {
            Some(html! { <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} /> })
        }
        District::Sealed(sealed) => Some(html! { <PassphraseForm {model} {locale} sealed={sealed.clone()} /> }),
        District::None | District::Ready { .. } => None,
    }
}

/// Puts the application in the place of the other build, or of the words shown while it loads.
pub fn mount() {
    fault::speak_on_panic();
    let handover = take_handover().map(Rc::new);
    yew::Renderer::<Office>::with_root_and_props(root::element(), OfficeProps { handover }).render();
}
