//! Keeping the district in this browser, and saving it to a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::passphrase_field::PassphraseField;
use crate::app::components::Menu;
use crate::app::ledger::LedgerHandle;
use crate::app::state::Model;
use crate::app::state::tasks::{keep_district, save_district};
use crate::app::text;
use crate::pack::{Locale, day_text};
use crate::worker::{Keeping, KeptDistrict};

/// What the menu is given.
#[derive(Properties, PartialEq)]
pub struct KeepingMenuProps {
    pub model: Model,
    pub locale: Locale,
    /// How it stands with keeping.
    pub keeping: Keeping,
}

/// Says what the browser keeps, and has the district kept or saved.
#[component(KeepingMenu)]
pub fn keeping_menu(KeepingMenuProps { model, locale, keeping }: &KeepingMenuProps) -> Html {
    let locale = *locale;
    let passphrase = use_node_ref();
    let saved = use_state(|| 0);
    let ledger = use_context::<LedgerHandle>();
    let onkeep = |keep: bool| {
        let model = model.clone();
        move |_| keep_district(&model, keep)
    };
    let onsave = {
        let (model, passphrase, saved) = (model.clone(), passphrase.clone(), saved.clone());
        move |_| {
            let field = passphrase.cast::<HtmlInputElement>();
            let passphrase = field.as_ref().map(HtmlInputElement::value).unwrap_or_default();
            save_district(&model, passphrase, ledger.as_ref().map(LedgerHandle::text).unwrap_or_default());
            // What is saved next is not to be encrypted by it unnoticed.
            if let Some(field) = field {
                field.set_value("");
            }
            saved.set(*saved + 1);
        }
    };
    let kept = keeping.kept.as_ref();
    let is_other = kept.is_some_and(|kept| !kept.is_shown);
    let title = if is_other { text::KEEP_TITLE_OTHER } else { text::KEEP_TITLE };
    let keep = if kept.is_some() { text::KEEP_AGAIN } else { text::KEEP_HERE };
    html! {
        <Menu class="keep" title={title.get(locale)}>
            <p>{ text::KEEP_SHARED.get(locale) }</p>
            if let Some(kept) = kept {
                <p class="quiet">{ kept_words(kept, locale) }</p>
            }
            <p class="pages">
                <button type="button" onclick={onkeep(true)}>{ keep.get(locale) }</button>
                if kept.is_some() {
                    <button type="button" onclick={onkeep(false)}>{ text::KEEP_NO_LONGER.get(locale) }</button>
                }
            </p>
            if keeping.encrypts {
                <PassphraseField {locale} node={passphrase} saved={*saved} />
            } else {
                <p class="quiet">{ text::NO_ENCRYPTION.get(locale) }</p>
            }
            <p><button type="button" onclick={onsave}>{ text::SAVE_TO_FILE.get(locale) }</button></p>
        </Menu>
    }
}

/// Says in one sentence what the browser keeps.
fn kept_words(KeptDistrict { since, enterprises, is_shown }: &KeptDistrict, locale: Locale) -> String {
    let words = if *is_shown { text::KEPT_HERE } else { text::KEPT_OTHER };
    words.fill(locale, &[&day_text(*since, locale), enterprises])
}
