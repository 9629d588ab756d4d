//! The button that takes the values of a preset.

use yew::prelude::*;

use super::entry::element_id;
use crate::app::host::reveal;
use crate::app::state::Model;
use crate::app::state::tasks::choose_preset;
use crate::app::text;
use crate::json::{self, Value};
use crate::pack::Locale;

/// What the button is given.
#[derive(Properties, PartialEq)]
pub struct PresetButtonProps {
    pub model: Model,
    pub locale: Locale,
    /// The id of the preset's entry.
    pub id: AttrValue,
    /// JSON: each parameter that the preset sets with its value, or with null where the pack itself has that value.
    pub values: AttrValue,
}

/// A button that takes the values of a preset.
#[component(PresetButton)]
pub fn preset_button(PresetButtonProps { model, locale, id, values }: &PresetButtonProps) -> Html {
    let onclick = {
        let (model, id, values) = (model.clone(), id.clone(), values.clone());
        move |_| {
            if let Ok(Value::Object(values)) = json::parse(&values) {
                choose_preset(&model, values);
            }
            // The button goes once its values are those in use.
            reveal(&element_id(&id));
        }
    };
    html! { <button type="button" {onclick}>{ text::USE_PRESET.get(*locale) }</button> }
}
