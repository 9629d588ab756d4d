//! Where files are opened: it tells what the page does, takes files, and teaches by its sample.

mod openers;
mod passphrase;

use yew::prelude::*;

use crate::app::components::ReadingProgress;
use crate::app::state::tasks::wipe_all;
use crate::app::state::{District, Model};
use crate::app::text;
use crate::pack::Locale;

use openers::Openers;
use passphrase::PassphraseForm;

/// What the page is given.
#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    pub model: Model,
    pub locale: Locale,
    /// The enterprises that are open, or being read.
    pub district: District,
}

/// The page on which files are opened.
#[component(StartPage)]
pub fn start_page(StartPageProps { model, locale, district }: &StartPageProps) -> Html {
    let locale = *locale;
    let work = match district {
        District::Reading { made_up, progress } => {
            html! { <ReadingProgress {model} {locale} made_up={*made_up} progress={progress.clone()} /> }
        }
        District::Sealed(sealed) => html! { <PassphraseForm {model} {locale} sealed={sealed.clone()} /> },
        District::None => html! { <Openers {model} {locale} opens_anew=false /> },
        District::Ready { .. } => html! { <Openers {model} {locale} opens_anew=true /> },
    };
    html! {
        <div class="sheet">
            <h1>{ text::START_TITLE.get(locale) }</h1>
            <p class="lead">{ text::START_LEAD.get(locale) }</p>
            { work }
            <p>
                { text::START_PRIVATE.get(locale) }
                <button type="button" class="link" onclick={|_| wipe_all()}>{ text::WIPE.get(locale) }</button>
            </p>
            <p>{ text::INTERNAL.get(locale) }</p>
        </div>
    }
}
