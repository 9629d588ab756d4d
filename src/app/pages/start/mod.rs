//! Where files are opened: it tells what the page does, takes files, and teaches by its sample.

mod openers;
mod passphrase;

use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::wipe_all;
use crate::app::text;
use crate::pack::Locale;

use openers::Openers;
pub use passphrase::PassphraseForm;

/// What the page is given.
#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    pub model: Model,
    pub locale: Locale,
    /// Whether other tables take the place of those that are open.
    pub opens_anew: bool,
    /// What stands in the place of the ways to open something, while something is being opened.
    #[prop_or_default]
    pub work: Option<Html>,
}

/// The page on which files are opened.
#[component(StartPage)]
pub fn start_page(StartPageProps { model, locale, opens_anew, work }: &StartPageProps) -> Html {
    let locale = *locale;
    let asked = use_state_eq(|| false);
    let ask = |asks: bool| {
        let asked = asked.clone();
        move |_: MouseEvent| asked.set(asks)
    };
    html! {
        <div class="sheet">
            <h1>{ text::START_TITLE.get(locale) }</h1>
            <p class="lead">{ text::START_LEAD.get(locale) }</p>
            if let Some(work) = work {
                { work.clone() }
            } else {
                <Openers {model} {locale} opens_anew={*opens_anew} />
            }
            <p>
                { text::START_PRIVATE.get(locale) }
                <button type="button" class="link" aria-expanded={if *asked { "true" } else { "false" }} onclick={ask(true)}>
                    { text::WIPE.get(locale) }
                </button>
            </p>
            <div class="wipe" role="status">
                if *asked {
                    <p>{ text::WIPE_ASK.get(locale) }</p>
                    <p class="pages">
                        <button type="button" onclick={|_| wipe_all()}>{ text::WIPE_YES.get(locale) }</button>
                        <button type="button" onclick={ask(false)}>{ text::WIPE_NO.get(locale) }</button>
                    </p>
                }
            </div>
            <p>{ text::INTERNAL.get(locale) }</p>
        </div>
    }
}
