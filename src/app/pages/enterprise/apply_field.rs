//! The field of the day on which one supposes to apply for a repair.

use yew::prelude::*;

use crate::app::components::TextField;
use crate::app::state::queries::day_fault_words;
use crate::app::state::tasks::{DayFault, read_day};
use crate::app::state::{Action, Model, RecordsAction};
use crate::app::text;
use crate::facts::Date;
use crate::pack::{Locale, day_text};

/// The ids of the field, of its hint, and of what is wrong with what was typed.
const FIELD: &str = "apply-on";
const HINT: &str = "apply-hint";
const FAULT: &str = "apply-fault";

/// What the field is given.
#[derive(Properties, PartialEq)]
pub struct ApplyFieldProps {
    pub model: Model,
    pub locale: Locale,
    /// The day that is meant where the field is left empty.
    pub as_of: Date,
    /// The day that holds. A person changes it.
    pub chosen: Date,
    /// What is wrong with the day that was typed last.
    pub fault: Option<DayFault>,
}

/// The field with its label and its hint.
#[component(ApplyField)]
pub fn apply_field(ApplyFieldProps { model, locale, as_of, chosen, fault }: &ApplyFieldProps) -> Html {
    let locale = *locale;
    let onwrite = use_callback((model.clone(), locale, *as_of), |written: String, (model, locale, as_of)| {
        let typed = match read_day(&written) {
            Ok(day) => Ok(Some(day)),
            Err(DayFault::Missing) => Ok(None),
            Err(fault) => Err(fault),
        };
        // A day that was taken in is shown in the one form; what could not be read stays as it was typed.
        let shown = typed.as_ref().map_or(written, |day| day_text(day.unwrap_or(*as_of), *locale));
        model.dispatch(Action::Records(RecordsAction::ApplyOn(typed)));
        AttrValue::from(shown)
    });
    html! {
        <div class="apply">
            <label for={FIELD}>{ text::APPLY_ON.get(locale) }</label>
            // Another as-of date, or language, begins afresh.
            <TextField
                key={day_text(*as_of, locale)}
                id={FIELD}
                text={day_text(*chosen, locale)}
                {onwrite}
                size="18"
                described_by={HINT}
                fault={fault.is_some().then(|| AttrValue::from(FAULT))}
            />
            <span id={HINT} class="quiet">{ text::APPLY_ON_HINT.get(locale) }</span>
            if let Some(fault) = fault {
                <p id={FAULT} class="field-wrong" role="alert">{ day_fault_words(fault, locale) }</p>
            }
        </div>
    }
}
