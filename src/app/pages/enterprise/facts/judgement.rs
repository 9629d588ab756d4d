//! The officer's own conclusion.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{fields, lacking_words};
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::text;
use crate::entry::Part;

/// What the conclusion is given.
#[derive(Properties, PartialEq)]
pub struct JudgementProps {
    pub model: Model,
    pub view: Rc<View>,
}

/// The officer's own conclusion, unfolded where there is one.
#[component(Judgement)]
pub fn judgement(JudgementProps { model, view }: &JudgementProps) -> Html {
    let locale = view.locale;
    let part = Part::Judgement;
    let is_blank = view.opened.sheet.is_blank(part);
    html! {
        <details open={!is_blank}>
            <summary>{ text::JUDGEMENT_TITLE.get(locale) }</summary>
            <p class="quiet">{ text::JUDGEMENT_NOTE.get(locale) }</p>
            <div class="form">{ for fields(model, view, part, |_| true) }</div>
            if !is_blank && view.opened.half.judgement.is_none() {
                <p class="field-fault">{ lacking_words(view, part) }</p>
            }
        </details>
    }
}
