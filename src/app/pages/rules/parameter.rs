//! The form of a parameter: what it is set to, and what was wrong with what was entered last.

use yew::prelude::*;

use super::entry::element_id;
use super::fields::use_parameter_fields;
use crate::app::host::reveal;
use crate::app::state::Model;
use crate::app::state::tasks::{restore, set_parameter};
use crate::app::text;
use crate::json::Value;
use crate::pack::Locale;
use crate::rulebook::{Entering, Setting};
use crate::worker::RulesPart;

/// What the form of a parameter is given.
#[derive(Properties, PartialEq)]
pub struct ParameterFormProps {
    pub model: Model,
    pub locale: Locale,
    /// The id of the parameter.
    pub id: AttrValue,
    /// What the parameter is called.
    pub title: AttrValue,
    /// Its value as the worker told it last, and how another is entered.
    pub setting: Setting,
}

/// The form of a parameter, which unfolds below its entry.
#[component(ParameterForm)]
pub fn parameter_form(props: &ParameterFormProps) -> Html {
    let ParameterFormProps { model, locale, id, title, setting } = props;
    let locale = *locale;
    let fields = use_parameter_fields(setting);
    let hint_id = AttrValue::from(["told-", id].concat());
    let is_refused = setting.fault.is_some();
    let onsubmit = {
        let (model, id, fields, setting) = (model.clone(), id.clone(), fields.clone(), setting.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let values = fields.hand_over(&setting).into_iter().map(Value::String);
            set_parameter(&model, &id, Value::Array(values.collect()));
        }
    };
    let onrestore = {
        let (model, id) = (model.clone(), id.clone());
        move |_| {
            restore(&model, RulesPart::Parameters, Some(&id));
            // The button goes with what it restores.
            reveal(&element_id(&id));
        }
    };
    let texts = setting.typed.iter().enumerate().map(|(index, _)| {
        let label = match (setting.entering, index) {
            (Entering::Range, 0) => text::VALUE_LEAST.get(locale).into(),
            (Entering::Range, _) => text::VALUE_MOST.get(locale).into(),
            _ => title.clone(),
        };
        html! {
            <input
                ref={fields.node(index)}
                type="text"
                autocomplete="off"
                aria-label={label}
                aria-describedby={&hint_id}
                aria-invalid={is_refused.to_string()}
            />
        }
    });
    let kind = if setting.entering == Entering::One { "radio" } else { "checkbox" };
    let choices = setting.choices.iter().enumerate().map(|(index, choice)| {
        html! {
            <label>
                <input
                    ref={fields.node(setting.typed.len() + index)}
                    type={kind}
                    name={id.clone()}
                    value={choice.code.clone()}
                />
                { &choice.words }
            </label>
        }
    });
    // What is wrong says as well what may be entered.
    let (class, role) = if is_refused { ("set-fault", Some("alert")) } else { ("quiet", None) };
    html! {
        <details class="set">
            <summary>{ text::SET_PARAMETER.get(locale) }</summary>
            <form novalidate=true {onsubmit}>
                <div class="set-fields" role="group" aria-label={title}>
                    { for texts }
                    { for choices }
                    if !setting.unit.is_empty() {
                        <span>{ &setting.unit }</span>
                    }
                </div>
                <p id={&hint_id} {class} {role}>{ setting.fault.as_ref().unwrap_or(&setting.hint) }</p>
                <button class="primary">{ text::USE_VALUE.get(locale) }</button>
                if setting.changed {
                    <button type="button" onclick={onrestore}>{ text::RESTORE_PARAMETER.get(locale) }</button>
                }
            </form>
        </details>
    }
}
