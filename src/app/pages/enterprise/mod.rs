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
mod scores;
mod section;
mod title;
mod what_if;

use std::rc::Rc;

use yew::prelude::*;

use super::way_to_start;
use crate::app::components::use_folds;
use crate::app::host;
use crate::app::state::queries::{View, marked};
use crate::app::state::{AnswerState, Lines, Model, Paste, Route, State};
use crate::app::text;
use crate::assess::Target;
use crate::assess::timeline::Period;
use crate::entry::Part;
use crate::facts::Withheld;

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
use scores::Scores;
use title::{Title, print_buttons};

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
    /// Whether it was begun just now, and a person is about to enter it.
    pub is_begun: bool,
    /// What stands below the answer.
    pub below: Html,
}

/// The page of one enterprise.
#[component(EnterprisePage)]
fn page(props: &EnterprisePageProps) -> Html {
    let EnterprisePageProps { model, view, reading, unfolded, paste, period, beside, by_hand, is_begun, below } = props;
    let locale = view.locale;
    let (facts, answer) = (use_node_ref(), use_node_ref());
    // On a narrow screen the facts stand first while there is no answer, and go on to as long as they are looked at: what moved
    // up while somebody enters them would move the field away.
    let facts_first = *use_memo((), |()| matches!(view.withheld, Some(Withheld::Incomplete { .. })));
    {
        let facts = facts.clone();
        use_effect_with(*is_begun, move |is_begun| {
            if *is_begun {
                host::focus_first_field(&facts);
            }
        });
    }
    let folds = &use_folds(model, reading);
    let marked: Rc<[Target]> = marked(view, reading).into();
    html! {
        <div class={classes!("enterprise", facts_first.then_some("facts-first"))}>
            <Title {model} {view} by_hand={*by_hand} />
            <Facts {model} {view} node={facts.clone()} unfolded={*unfolded} {marked} paste={paste.clone()} />
            if !view.waits {
                // On a wide screen it scrolls by itself, and then takes the focus for its keys.
                <section ref={answer.clone()} class="answer" part="answer" aria-label={text::ANSWER.get(locale)} tabindex="0">
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
                        if !view.answer.scores.is_empty() {
                            <Scores {view} />
                        }
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
                    { below.clone() }
                    // On a narrow screen the title with its buttons is far above by now.
                    <p class="narrow-only papers">{ for print_buttons(model, locale) }</p>
                    <RulesUsed {view} />
                </section>
                <ClassBar {view} {facts} {answer} />
            }
        </div>
    }
}

/// Returns the page of the record that is open, or what stands in its place.
pub fn enterprise_page(model: &Model, view: Option<&Rc<View>>, below: Html) -> Html {
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
            is_begun={state.records.begun == Some(id)}
            {below}
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
