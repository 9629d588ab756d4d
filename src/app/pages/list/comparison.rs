//! Who is of another class: what the enterprises are compared with, how many go where, and why.

use yew::prelude::*;

use super::figures::tables;
use super::toggle::toggle;
use crate::app::components::SearchField;
use crate::app::state::{ListChange, Model};
use crate::app::text;
use crate::calendar::{add_months, subtract_months};
use crate::facts::Date;
use crate::pack::{Locale, day_text};
use crate::worker::{Against, AgainstChoice, AgainstFault, Comparison};

/// The id of the words that say what is wrong with a day.
const FAULT: &str = "against-fault";

/// What the comparison is given.
#[derive(Properties, PartialEq)]
pub struct ComparisonViewProps {
    pub model: Model,
    pub locale: Locale,
    /// The day for which the enterprises are assessed.
    pub as_of: Date,
    /// What was chosen to compare with when the worker was asked.
    pub asked: AgainstChoice,
    pub comparison: Comparison,
    /// What was chosen by now.
    pub against: AgainstChoice,
    /// How often the field is to show another day than was written in it.
    pub rewrites: u32,
    pub onchange: Callback<ListChange>,
}

/// What can be chosen to compare with, and how many of the enterprises go where. The rows stand below.
#[component(ComparisonView)]
pub fn comparison_view(props: &ComparisonViewProps) -> Html {
    let ComparisonViewProps { model, locale, as_of, comparison, onchange, .. } = props;
    let locale = *locale;
    let is_open = comparison.against.is_none() && comparison.fault.is_none();
    html! {
        <>
            <div class="list-tools">
                { day_field(props) }
                { offers(*as_of, comparison, onchange, locale) }
            </div>
            if is_open {
                <p>{ text::CHOOSE_AGAINST.get(locale) }</p>
                if comparison.parameters_changed {
                    <p>{ text::OR_PARAMETERS.get(locale) }</p>
                }
            }
            if let Some(compared) = &comparison.compared {
                <p role="status">{ &compared.summary }</p>
                <details>
                    <summary>{ text::NUMBERS_AND_REASONS.get(locale) }</summary>
                    { tables(model, &compared.tables, locale) }
                </details>
            }
        </>
    }
}

/// Renders the field for a day, with what is wrong with it.
fn day_field(props: &ComparisonViewProps) -> Html {
    let ComparisonViewProps { locale, asked, comparison, against, rewrites, onchange, .. } = props;
    let locale = *locale;
    let fault = comparison.fault.map(|fault| {
        let phrase = match fault {
            AgainstFault::Unclear => text::AGAINST_UNCLEAR,
            AgainstFault::NoSuchDay => text::AGAINST_NO_SUCH_DAY,
            AgainstFault::OutOfRange => text::AGAINST_OUT_OF_RANGE,
            AgainstFault::SameDay => text::AGAINST_SAME_DAY,
        };
        // It is said of what the worker was asked, which may be another text than stands there by now.
        phrase.fill(locale, &[written(asked, locale).trim()])
    });
    html! {
        <div class="field">
            <label for="against">{ text::AGAINST.get(locale) }</label>
            // In another language a day is written otherwise: it is another field then.
            <SearchField
                key={if locale == Locale::En { "en" } else { "zh" }}
                id="against"
                kind="text"
                text={written(against, locale)}
                rewrites={*rewrites}
                onwrite={onchange.reform(ListChange::WriteAgainst)}
                invalid={Some(fault.is_some())}
                described_by={fault.is_some().then_some(FAULT)}
            />
            if let Some(fault) = fault {
                <p id={FAULT} class="field-fault">{ fault }</p>
            }
        </div>
    }
}

/// Returns what stands in the field for a day.
fn written(against: &AgainstChoice, locale: Locale) -> String {
    match against {
        AgainstChoice::Written(text) => text.clone(),
        AgainstChoice::Day(day) => day_text(*day, locale),
        AgainstChoice::Unchosen | AgainstChoice::Parameters | AgainstChoice::Earlier => String::new(),
    }
}

/// Renders the usual days, and what else there is to compare with.
fn offers(as_of: Date, comparison: &Comparison, onchange: &Callback<ListChange>, locale: Locale) -> Html {
    let days = [
        (subtract_months(as_of, 12), text::YEAR_BEFORE),
        (subtract_months(as_of, 1), text::MONTH_BEFORE),
        (add_months(as_of, 1), text::MONTH_AFTER),
        (add_months(as_of, 12), text::YEAR_AFTER),
    ];
    let days = days.map(|(day, words)| (AgainstChoice::Day(day), Against::Day(day), words));
    let earlier = (AgainstChoice::Earlier, Against::Earlier, text::EARLIER_FILES);
    let parameters = (AgainstChoice::Parameters, Against::Parameters, text::OWN_PARAMETERS);
    let more = [comparison.has_earlier.then_some(earlier), comparison.parameters_changed.then_some(parameters)];
    let buttons = days.into_iter().chain(more.into_iter().flatten()).map(|(choice, against, words)| {
        let onclick = onchange.reform(move |_| ListChange::Against(choice.clone()));
        toggle(comparison.against == Some(against), onclick, words.get(locale))
    });
    html! { <div class="lists" role="group" aria-label={text::USUAL_DAYS.get(locale)}>{ for buttons }</div> }
}
