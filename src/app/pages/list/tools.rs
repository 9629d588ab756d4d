//! The search, the classes, and what is shown of the enterprises: one line above everything else.

use std::rc::Rc;

use yew::prelude::*;

use super::classes::Classes;
use super::toggle::toggle;
use crate::app::components::SearchField;
use crate::app::state::ListChange;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ClassCount, ListView, Shown};

/// What the tools are given.
#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub locale: Locale,
    pub view: Rc<ListView>,
    /// How often the search is to show something else than was written in it.
    pub rewrites: u32,
    /// The classes with their numbers, from the best to the worst.
    pub classes: Vec<ClassCount>,
    /// How many are not assessed.
    pub withheld: usize,
    pub onchange: Callback<ListChange>,
    /// Told when Enter was pressed in the search.
    pub onenter: Callback<()>,
}

/// The tools by which the list is looked at otherwise.
#[component(Tools)]
pub fn tools(ToolsProps { locale, view, rewrites, classes, withheld, onchange, onenter }: &ToolsProps) -> Html {
    let locale = *locale;
    let onwrite = onchange.reform(ListChange::Search);
    html! {
        <div class="list-tools">
            <div class="field">
                <label for="search" class="unseen">{ text::SEARCH.get(locale) }</label>
                <SearchField
                    id="search"
                    placeholder={text::SEARCH.get(locale)}
                    text={view.filter.words.clone()}
                    rewrites={*rewrites}
                    {onwrite}
                    onenter={onenter.clone()}
                />
            </div>
            <Classes
                {locale}
                classes={classes.clone()}
                withheld={*withheld}
                chosen={view.filter.class.clone()}
                onchange={onchange.clone()}
            />
            { kinds(view.shown, onchange, locale) }
        </div>
    }
}

/// Renders what can be shown of the enterprises.
fn kinds(shown: Shown, onchange: &Callback<ListChange>, locale: Locale) -> Html {
    let kinds =
        [(Shown::Rows, text::AS_LIST), (Shown::Figures, text::AS_FIGURES), (Shown::Comparison, text::AS_COMPARISON)];
    let kinds = kinds.map(|(kind, words)| {
        toggle(shown == kind, onchange.reform(move |_| ListChange::Show(kind)), words.get(locale))
    });
    html! { <div class="lists" role="group" aria-label={text::LIST_SHOWS.get(locale)}>{ for kinds }</div> }
}
