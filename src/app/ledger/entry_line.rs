//! One entry in a line: when, who, what, and what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use super::draft::Draft;
use super::handle::LedgerHandle;
use super::words::content_words;
use crate::app::state::queries::View;
use crate::app::text;
use crate::facts::Date;
use crate::ledger::{CommitmentMade, Content, Entry};
use crate::worker::local_time;

/// What the line is given.
#[derive(Properties, PartialEq)]
pub struct EntryLineProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    pub ledger: LedgerHandle,
    pub today: Date,
    pub entry: Entry,
    /// Whether it still holds; another is only to be read.
    pub holds: bool,
    /// Told that the entry is to be corrected.
    pub oncorrect: Callback<Entry>,
}

/// An entry in a line.
#[component(EntryLine)]
pub fn entry_line(EntryLineProps { view, ledger, today, entry, holds, oncorrect }: &EntryLineProps) -> Html {
    let locale = view.locale;
    let can_be_corrected = Draft::of(view, entry.content(), *today).is_some();
    let replace = |content: Content| {
        let (ledger, uscc, id) = (ledger.clone(), entry.uscc().to_owned(), entry.id().clone());
        move |_: MouseEvent| ledger.enter(&uscc, vec![id.clone()], content.clone())
    };
    let correct = {
        let (oncorrect, entry) = (oncorrect.clone(), entry.clone());
        move |_: MouseEvent| oncorrect.emit(entry.clone())
    };
    let open_promise = match entry.content() {
        Content::Commitment(made) if made.kept_on.is_none() && made.breached_on.is_none() => Some(made.clone()),
        _ => None,
    };
    let written = local_time(&entry.at().to_string());
    let written = written.map(|(day, time)| [view.day(day), time].join(" ")).unwrap_or_default();
    let said = [written.as_str(), entry.author()].join(" ");
    html! {
        <li class={classes!("entry", (!holds).then_some("former"))}>
            <p class="message">{ content_words(view, entry.content()) }</p>
            <p class="quiet">{ said }</p>
            if *holds {
                <p class="pages">
                    if let Some(made) = open_promise {
                        <button type="button" onclick={replace(Content::Commitment(CommitmentMade { kept_on: Some(*today), ..made.clone() }))}>{ text::LEDGER_KEPT_PROMISE.get(locale) }</button>
                        <button type="button" onclick={replace(Content::Commitment(CommitmentMade { breached_on: Some(*today), ..made }))}>{ text::LEDGER_BROKE_PROMISE.get(locale) }</button>
                    }
                    if can_be_corrected {
                        <button type="button" class="link" onclick={correct}>{ text::LEDGER_CORRECT.get(locale) }</button>
                    }
                    <button type="button" class="link" onclick={replace(Content::Withdrawal)}>{ text::LEDGER_WITHDRAW.get(locale) }</button>
                </p>
            }
        </li>
    }
}
