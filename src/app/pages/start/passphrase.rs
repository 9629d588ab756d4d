//! The form that asks for the passphrase of an archive.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::{cancel, unseal};
use crate::app::text;
use crate::pack::Locale;
use crate::worker::Sealed;

/// What the form is given.
#[derive(Properties, PartialEq)]
pub struct PassphraseFormProps {
    pub model: Model,
    pub locale: Locale,
    /// The archive that waits.
    pub sealed: Sealed,
}

/// Asks for the passphrase of an archive.
#[component(PassphraseForm)]
pub fn passphrase_form(PassphraseFormProps { model, locale, sealed }: &PassphraseFormProps) -> Html {
    let locale = *locale;
    let field = use_node_ref();
    let onsubmit = {
        let (model, field) = (model.clone(), field.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = field.cast::<HtmlInputElement>() {
                unseal(&model, input.value());
            }
        }
    };
    let oncancel = {
        let model = model.clone();
        move |_| cancel(&model)
    };
    html! {
        <form class="reading" {onsubmit}>
            <label for="passphrase">{ text::SEALED.fill(locale, &[&sealed.name]) }</label>
            <p><input ref={field} id="passphrase" type="password" autocomplete="current-password" /></p>
            if sealed.wrong {
                <p class="field-wrong" role="alert">{ text::WRONG_SEAL.get(locale) }</p>
            }
            <button class="primary">{ text::UNSEAL.get(locale) }</button>
            <button type="button" onclick={oncancel}>{ text::CANCEL.get(locale) }</button>
        </form>
    }
}
