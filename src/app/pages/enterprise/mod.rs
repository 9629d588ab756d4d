//! One enterprise: the answer first, then why, then everything else; its facts beside it.

mod apply_field;
mod beside;
mod checked;
mod disclosure;
mod evidence;
mod facts;
mod forecast;
mod former_measure;
mod head;
mod inspection;
mod judgement;
mod key_case;
mod measures;
mod plan;
mod print;
mod reasons;
mod repair;
mod repair_entry;
mod repair_list;
mod section;
mod title;
mod what_if;

use std::rc::Rc;

use yew::prelude::*;

use super::way_to_start;
use crate::app::components::use_folds;
use crate::app::state::queries::{View, marked};
use crate::app::state::{AnswerState, Lines, Model, Paste, Route, State};
use crate::app::text;
use crate::assess::Target;
use crate::assess::timeline::Period;
use crate::entry::Part;

use beside::Beside;
use disclosure::Disclosures;
use facts::Facts;
use forecast::{Course, Forecast};
use head::{ClassBar, Head, RulesUsed};
use inspection::Inspection;
use judgement::conclusion;
use key_case::KeyCase;
use measures::Measures;
use reasons::Reasons;
use repair::Repairs;
use title::Title;

pub use print::printed_paper;

/// So many entries of a list are rendered together: of a record with 20,000 penalties only those around one that changed.
const TOGETHER: usize = 16;

/// What the page of an enterprise is given.
#[derive(Properties, PartialEq)]
pub struct EnterprisePageProps {
    pub model: Model,
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// How the answer is read: what is unfolded in it, and what is supposed. A person changes it.
    pub reading: AnswerState,
    /// The part of the record whose fields are unfolded. A person changes it.
    pub unfolded: Option<Part>,
    /// The rows of a spreadsheet that were pasted last.
    pub paste: Option<Rc<Paste>>,
    /// How much of the timeline is in view. A person changes it.
    pub period: Period,
    /// What is to be known of an enterprise of the district besides its facts.
    pub beside: Option<Lines>,
    /// Whether it is one of the district whose facts a person has changed.
    pub by_hand: bool,
}

/// The page of one enterprise.
#[component(EnterprisePage)]
fn page(props: &EnterprisePageProps) -> Html {
    let EnterprisePageProps { model, view, reading, unfolded, paste, period, beside, by_hand } = props;
    let locale = view.locale;
    let folds = &use_folds(model, reading);
    let marked: Rc<[Target]> = marked(view, reading).into();
    html! {
        <div class="enterprise">
            <Title {model} {view} by_hand={*by_hand} />
            // On a wide screen it scrolls by itself, and then takes the focus for its keys.
            <section class="answer" aria-label={text::ANSWER.get(locale)} tabindex="0">
                <Head {view} />
                if let Some(lines) = beside.as_ref().filter(|lines| !lines.is_empty()) {
                    <Beside {locale} {lines} />
                }
                if let Some(judgement) = &view.opened.half.judgement {
                    { conclusion(view, judgement) }
                }
                // Of an enterprise that is not assessed nothing is told that only an assessment can tell.
                if view.withheld.is_none() {
                    <Reasons {view} {folds} />
                    <Inspection {view} />
                    <KeyCase {view} {folds} />
                    <Repairs {model} {view} {folds} apply_on={reading.apply_on} fault={reading.apply_fault.clone()} />
                    <Forecast {view} />
                    <Course {model} {view} period={*period} {folds} />
                    <Measures {view} />
                    if !view.answer.disclosure.is_empty() {
                        <Disclosures {view} />
                    }
                }
                <RulesUsed {view} />
            </section>
            <Facts {model} {view} unfolded={*unfolded} {marked} paste={paste.clone()} />
            <ClassBar {view} />
        </div>
    }
}

/// Returns the page of the record that is open, or what stands in its place.
pub fn enterprise_page(model: &Model, view: Option<&Rc<View>>) -> Html {
    let state = model.state();
    let is_shown = |view: &&Rc<View>| state.view.route == Route::Record(view.opened.id);
    let Some(view) = view.filter(is_shown) else { return opening_page(&state) };
    let id = view.opened.id;
    let beside = state.district.beside.iter().find(|(tab, _)| *tab == id).map(|(_, lines)| lines.clone());
    let is_listed = state.district.listed.iter().any(|(tab, _)| *tab == id);
    html! {
        // Another enterprise begins with everything folded, and at its top.
        <EnterprisePage
            key={id}
            {model}
            {view}
            reading={state.records.reading.clone()}
            unfolded={state.records.unfolded}
            paste={state.records.paste(id).cloned()}
            period={state.records.period}
            {beside}
            by_hand={is_listed && view.opened.can_undo()}
        />
    }
}

/// Returns what stands in the place of an enterprise that is not open, or not yet.
pub fn opening_page(state: &State) -> Html {
    let locale = state.view.locale;
    html! {
        <section class="sheet">
            if state.district.is_ready() && matches!(state.view.route, Route::Enterprise(_)) {
                <p role="status">{ text::OPENING.get(locale) }</p>
            } else {
                <h1>{ text::NO_RECORD.get(locale) }</h1>
                { way_to_start(locale) }
            }
        </section>
    }
}
