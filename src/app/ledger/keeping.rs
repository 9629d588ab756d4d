//! Where the ledger is kept, and how it comes together with those of colleagues.

use web_sys::File;
use yew::prelude::*;

use super::handle::LedgerHandle;
use super::state::Keeping;
use crate::app::components::FileField;
use crate::app::text;
use crate::pack::Locale;

/// What the part is given.
#[derive(Properties, PartialEq)]
pub struct LedgerKeepingProps {
    pub ledger: LedgerHandle,
    pub locale: Locale,
}

/// Says where the ledger is kept, and has it kept, saved or merged.
#[component(LedgerKeeping)]
pub fn ledger_keeping(LedgerKeepingProps { ledger, locale }: &LedgerKeepingProps) -> Html {
    let locale = *locale;
    let button = |words: text::Phrase, act: fn(&LedgerHandle)| {
        let ledger = ledger.clone();
        html! { <button type="button" onclick={move |_| act(&ledger)}>{ words.get(locale) }</button> }
    };
    let onchoose = {
        let ledger = ledger.clone();
        move |files: Vec<File>| {
            for file in files {
                ledger.merge_file(file);
            }
        }
    };
    let where_kept = match ledger.keeping {
        Keeping::InBrowser => text::LEDGER_KEPT,
        Keeping::Asked | Keeping::InTab => text::LEDGER_IN_TAB,
    };
    let counts = [ledger.ledger.enterprises().count().to_string(), ledger.ledger.len().to_string()];
    html! {
        <>
            if let Some(cause) = &ledger.not_kept {
                <div class="notice alarm" role="alert">
                    <p>{ text::LEDGER_NOT_KEPT.fill(locale, &[if cause.is_empty() { text::LEDGER_NO_ROOM.get(locale) } else { cause }]) }</p>
                    { button(text::LEDGER_KEEP_AGAIN, LedgerHandle::keep_in_browser) }
                </div>
            }
            <div class="ledger-keeping">
                <span class="quiet">{ where_kept.get(locale) }</span>
                if ledger.keeping == Keeping::InTab && !ledger.ledger.is_empty() {
                    { button(text::LEDGER_KEEP, LedgerHandle::keep_in_browser) }
                }
                // In the place where it stands: below it is what a person fills in.
                <details class="ledger-menu">
                    <summary>{ text::LEDGER_FILE.get(locale) }</summary>
                    <p>{ text::LEDGER_COUNT.fill(locale, &[&counts[0], &counts[1]]) }</p>
                    <p class="quiet">{ text::LEDGER_SHARED.get(locale) }</p>
                    <p class="pages">
                        if !ledger.ledger.is_empty() {
                            { button(text::LEDGER_SAVE, LedgerHandle::save) }
                        }
                        <label class="button" for="ledger-file">{ text::LEDGER_OPEN.get(locale) }</label>
                        <FileField id="ledger-file" accept=".json" multiple={true} {onchoose} />
                        if ledger.keeping == Keeping::InBrowser {
                            { button(text::LEDGER_FORGET, LedgerHandle::forget) }
                        } else {
                            { button(text::LEDGER_KEEP, LedgerHandle::keep_in_browser) }
                        }
                    </p>
                </details>
            </div>
        </>
    }
}
