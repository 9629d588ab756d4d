//! What stands in the place of rules, and of what they judge, while they are being read.

use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::drop_rules;
use crate::app::text;
use crate::pack::Locale;

/// Renders what stands in the place of an assessment while the rules kept from before are read.
pub fn waiting_page(model: &Model, locale: Locale) -> Html {
    html! { <section class="sheet">{ waiting(model, locale) }</section> }
}

/// Says that the rules are being read, and offers to go on with those brought along.
pub(super) fn waiting(model: &Model, locale: Locale) -> Html {
    let model = model.clone();
    html! {
        <div>
            { rules_wait(locale) }
            <p><button type="button" onclick={move |_| drop_rules(&model)}>{ text::DROP_RULES.get(locale) }</button></p>
        </div>
    }
}

/// Says that the rules are being read.
pub fn rules_wait(locale: Locale) -> Html {
    html! { <p role="status">{ text::RULES_WAITING.get(locale) }</p> }
}
