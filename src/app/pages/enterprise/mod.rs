//! One enterprise: the answer first, then why, then everything else; its facts beside it.

mod disclosure;
mod facts;
mod forecast;
mod head;
mod inspection;
mod key_case;
mod measures;
mod reasons;
mod repair;

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::state::tasks::save_record;
use crate::app::state::{District, State};
use crate::app::{text, use_model};

/// Which enterprise is shown.
#[derive(Properties, PartialEq)]
pub struct EnterpriseProps {
    /// Its credit code.
    pub code: AttrValue,
}

/// The page of one enterprise.
#[component(EnterprisePage)]
pub fn enterprise_page(props: &EnterpriseProps) -> Html {
    let model = use_model();
    let state = &model.state;
    let view = use_memo((state.record.clone(), state.as_of, state.locale), |(record, ..)| {
        record.as_ref().map(|opened| View::of(state, opened))
    });
    let Some(view) = view.as_ref().as_ref().filter(|view| view.enterprise().uscc == *props.code) else {
        return missing(state);
    };
    let locale = view.locale;
    let save = {
        let model = model.clone();
        Callback::from(move |_: MouseEvent| save_record(&model))
    };
    html! {
        <div class="enterprise">
            <div class="title">
                <h1>{&view.enterprise().name}</h1>
                <span class="code">{&view.enterprise().uscc}</span>
                if view.opened.made_up {
                    <span class="tag">{text::MADE_UP.get(locale)}</span>
                }
                <button type="button" onclick={save}>{text::SAVE.get(locale)}</button>
            </div>
            <section class="answer" aria-label={text::ANSWER.get(locale)} tabindex="0">
                { head::head(view) }
                { reasons::reasons(view) }
                { inspection::inspection(view) }
                { key_case::key_case(view) }
                { repair::repairs(view) }
                { forecast::forecast(view) }
                { measures::measures(view) }
                { disclosure::disclosure(view) }
                { head::rules_used(view) }
            </section>
            <section class="facts" aria-label={text::FACTS.get(locale)} tabindex="0">
                { facts::facts(view) }
            </section>
            { head::bar(view) }
        </div>
    }
}

/// What stands in the place of an enterprise that is not open.
fn missing(state: &State) -> Html {
    let locale = state.locale;
    let fetching = matches!(state.district, District::Ready { .. });
    html! {
        <section class="sheet">
            if fetching {
                <p role="status">{text::OPENING.get(locale)}</p>
            } else {
                <h1>{text::NO_RECORD.get(locale)}</h1>
                <p><a href="#/">{text::TO_START.get(locale)}</a></p>
            }
        </section>
    }
}
