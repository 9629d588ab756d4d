//! By what the list can be narrowed besides words and classes.

use yew::prelude::*;

use super::facet::FacetSelect;
use crate::app::state::ListChange;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{FacetChoices, FacetEntry, ListFilter};

/// What the filters are given.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    pub locale: Locale,
    pub filter: ListFilter,
    pub facets: Vec<FacetChoices>,
    /// How often the fields are to show something else than was chosen in them.
    pub rewrites: u32,
    pub onchange: Callback<ListChange>,
}

/// The filters as a fold, which says how many are in use.
#[component(Filters)]
pub fn filters(FiltersProps { locale, filter, facets, rewrites, onchange }: &FiltersProps) -> Html {
    let locale = *locale;
    let in_use = facets.iter().filter(|choices| chosen(choices, filter).is_some()).count();
    let title = match in_use {
        0 => text::FILTERS.get(locale).to_owned(),
        count => text::FILTERS_ON.fill(locale, &[&count.to_string()]),
    };
    let facets = facets.iter().map(|choices| {
        let chosen = chosen(choices, filter).map(|entry| entry.narrowing.code().into_owned()).unwrap_or_default();
        let (choices, onchange) = (choices.clone(), onchange.clone());
        html! { <FacetSelect {locale} {choices} {chosen} rewrites={*rewrites} {onchange} /> }
    });
    let onclear = onchange.reform(|_: MouseEvent| ListChange::Clear);
    html! {
        <details class="filters">
            <summary>{ title }</summary>
            <div class="list-tools">
                <>{ for facets }</>
                <button type="button" onclick={onclear}>{ text::CLEAR_FILTERS.get(locale) }</button>
            </div>
        </details>
    }
}

/// Returns the entry of a facet to which the list is narrowed, where the district and the rules have it.
fn chosen<'f>(choices: &'f FacetChoices, filter: &ListFilter) -> Option<&'f FacetEntry> {
    let narrowing = filter.narrowing(choices.facet)?;
    choices.entries.iter().find(|entry| entry.narrowing == *narrowing)
}
