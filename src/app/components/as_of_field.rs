//! The as-of date: a field of text that reads every usual form, with the browser's calendar beside it.

use yew::prelude::*;

use super::{DayPicker, TextField};
use crate::app::state::queries::day_fault_words;
use crate::app::state::tasks::{DayFault, read_day, set_as_of};
use crate::app::state::{Action, Model, ViewAction};
use crate::app::text;
use crate::facts::Date;
use crate::pack::{Locale, day_text};

/// What the field of the as-of date is given.
#[derive(Properties, PartialEq)]
pub struct AsOfFieldProps {
    pub model: Model,
    pub locale: Locale,
    pub as_of: Date,
    /// The day on which the page was opened.
    pub today: Date,
    /// Why what was written last is no day.
    pub fault: Option<DayFault>,
}

/// The field of the as-of date, with the way back to today where it is another day.
#[component(AsOfField)]
pub fn as_of_field(AsOfFieldProps { model, locale, as_of, today, fault }: &AsOfFieldProps) -> Html {
    let (locale, as_of, today) = (*locale, *as_of, *today);
    let day = AttrValue::from(day_text(as_of, locale));
    // What was written last and is no day. It stands there until it is mended or a day is chosen otherwise.
    let rejected = use_state_eq(|| day.clone());
    let text = if fault.is_some() { (*rejected).clone() } else { day };
    let onwrite = {
        let (model, rejected) = (model.clone(), rejected.clone());
        move |text: String| match read_day(&text) {
            Ok(day) => {
                set_as_of(&model, day);
                day_text(day, locale).into()
            }
            Err(fault) => {
                model.dispatch(Action::View(ViewAction::AsOfFault(fault)));
                let text = AttrValue::from(text);
                rejected.set(text.clone());
                text
            }
        }
    };
    let onpick = {
        let model = model.clone();
        move |day: AttrValue| {
            if let Ok(day) = read_day(&day) {
                set_as_of(&model, day);
            }
        }
    };
    let onback = {
        let model = model.clone();
        move |_| set_as_of(&model, today)
    };
    html! {
        <div class="as-of">
            <label for="as-of">{ text::AS_OF.get(locale) }</label>
            <TextField
                id="as-of"
                {text}
                {onwrite}
                size="14"
                described_by="as-of-hint"
                fault={fault.as_ref().map(|_| "as-of-fault")}
            />
            <DayPicker day={as_of.to_string()} label={text::PICKER.get(locale)} {onpick} />
            if as_of != today {
                <button type="button" onclick={onback}>{ text::TODAY.get(locale) }</button>
            }
            <span id="as-of-hint" class="unseen">{ text::AS_OF_HINT.get(locale) }</span>
            if let Some(fault) = fault {
                <p id="as-of-fault" class="field-fault" role="alert">{ day_fault_words(fault, locale) }</p>
            }
        </div>
    }
}

/// Says which day is the as-of date, where it is not to be changed.
pub fn as_of_words(as_of: Date, locale: Locale) -> Html {
    html! { <p class="as-of">{ [text::AS_OF.get(locale), " ", &day_text(as_of, locale)].concat() }</p> }
}
