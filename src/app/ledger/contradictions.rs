//! What contradicts in the ledger of an enterprise, for people to settle.

use yew::prelude::*;

use super::words::content_words;
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::ledger::{Application, Content, Entry, Ledger, PaperMade};

/// Shows what contradicts; nothing where nothing does.
pub fn contradictions(view: &View, ledger: &Ledger, applications: &[Application]) -> Vec<Html> {
    let uscc = &view.enterprise().uscc;
    let corrected = ledger.replaced_twice(uscc).into_iter().map(|(_, entries)| entries);
    let steps = applications.iter().flat_map(Application::contradictions);
    let mut shown: Vec<Html> =
        corrected.chain(steps).map(|entries| group(view, text::LEDGER_CONTRADICTION, &entries)).collect();
    let is_here = |entries: &Vec<&Entry>| entries.iter().any(|entry| entry.uscc() == uscc);
    shown.extend(
        ledger
            .numbers_twice()
            .iter()
            .filter(|entries| is_here(entries))
            .map(|entries| group(view, text::LEDGER_NUMBER_TWICE, entries)),
    );
    shown
}

fn group(view: &View, what: Phrase, entries: &[&Entry]) -> Html {
    let lines = entries.iter().map(|entry| {
        let whose = match entry.content() {
            // The same number may stand on a paper of another enterprise.
            Content::Paper(PaperMade { .. }) => [entry.uscc(), " "].concat(),
            _ => String::new(),
        };
        html! { <li>{ [whose.as_str(), &content_words(view, entry.content()), " ", entry.author()].concat() }</li> }
    });
    html! {
        <div class="notice alarm" role="alert">
            <div>
                <p>{ what.get(view.locale) }</p>
                <ul>{ for lines }</ul>
            </div>
        </div>
    }
}
