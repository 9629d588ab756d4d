//! By what the list can be narrowed besides words and classes: a column beside the rows, on a narrow screen a sheet over them.

use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::facet::FacetSelect;
use super::sort_select::SortSelect;
use super::toggle::toggle;
use crate::app::host;
use crate::app::ledger::MarkSelect;
use crate::app::state::{ListChange, ShownColumns};
use crate::app::text;
use crate::district::Sort;
use crate::pack::Locale;
use crate::worker::{Facet, FacetChoices, FacetEntry, ListFilter, Narrowing, RepairFilter};

/// What the filters are given.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    pub locale: Locale,
    pub filter: ListFilter,
    pub facets: Vec<FacetChoices>,
    /// How many enterprises fit.
    pub count: usize,
    /// In which order the rows stand; `None` where there are none.
    pub sort: Option<Sort>,
    /// By these columns they can be ordered.
    pub columns: ShownColumns,
    /// How often the fields are to show something else than was chosen in them.
    pub rewrites: u32,
    pub onchange: Callback<ListChange>,
}

/// The filters, which say how many are in use. The buttons that open and close the sheet are there on a narrow screen only.
#[component(Filters)]
pub fn filters(props: &FiltersProps) -> Html {
    let FiltersProps { locale, filter, facets, count, sort, columns, rewrites, onchange } = props;
    let locale = *locale;
    let opener = use_node_ref();
    let closer = use_node_ref();
    let is_open = use_state_eq(|| false);
    let open = {
        let (is_open, opener, closer) = (is_open.clone(), opener.clone(), closer.clone());
        use_callback((), move |open: bool, ()| {
            is_open.set(open);
            // What has the focus must be in sight, and is once the sheet has come or gone.
            let focused = if open { closer.clone() } else { opener.clone() };
            spawn_local(async move { host::focus(&focused) });
        })
    };
    let in_use = facets.iter().filter(|choices| chosen(choices, filter).is_some()).count();
    let title = match in_use + usize::from(filter.key_cases) + usize::from(filter.marked.is_some()) {
        0 => text::FILTERS.get(locale).to_owned(),
        count => text::FILTERS_ON.fill(locale, &[&count.to_string()]),
    };
    let facets = facets.iter().map(|choices| {
        let chosen = chosen(choices, filter).map(|entry| entry.narrowing.code().into_owned()).unwrap_or_default();
        let (choices, onchange) = (choices.clone(), onchange.clone());
        html! { <FacetSelect {locale} {choices} {chosen} rewrites={*rewrites} {onchange} /> }
    });
    let onclear = onchange.reform(|_: MouseEvent| ListChange::Clear);
    let onkeydown = {
        let (open, is_open) = (open.clone(), *is_open);
        move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" {
                open.emit(false);
            }
        }
    };
    html! {
        <section class={classes!("filters", is_open.then_some("open"))} aria-label={text::FILTERS.get(locale)} {onkeydown}>
            <button
                ref={opener}
                type="button"
                class="narrow-only"
                aria-expanded={if *is_open { "true" } else { "false" }}
                onclick={open.reform(|_| true)}
            >
                { &title }
            </button>
            if let Some(sort) = *sort {
                <SortSelect {locale} {sort} columns={*columns} onchange={onchange.clone()} />
            }
            <div class="filter-fields">
                <h2>{ &title }</h2>
                { own_lists(filter, onchange, locale) }
                <MarkSelect {locale} marked={filter.marked.clone()} rewrites={*rewrites} onchange={onchange.clone()} />
                <>{ for facets }</>
                <button type="button" onclick={onclear}>{ text::CLEAR_FILTERS.get(locale) }</button>
                <button ref={closer} type="button" class="narrow-only" onclick={open.reform(|_| false)}>
                    { text::SHOW_FOUND.fill(locale, &[&count.to_string()]) }
                </button>
            </div>
        </section>
    }
}

/// Renders the lists with a purpose of their own.
fn own_lists(filter: &ListFilter, onchange: &Callback<ListChange>, locale: Locale) -> Html {
    let key_cases = filter.key_cases;
    let repairs_now = filter.narrowing(Facet::Repair) == Some(&Narrowing::Repair(RepairFilter::Now));
    html! {
        <div class="lists" role="group" aria-label={text::OWN_LISTS.get(locale)}>
            { toggle(
                key_cases,
                onchange.reform(move |_| ListChange::KeyCases(!key_cases)),
                text::KEY_CASES.get(locale),
            ) }
            { toggle(
                repairs_now,
                onchange.reform(move |_| ListChange::RepairsNow(!repairs_now)),
                text::REPAIR_NOW.get(locale),
            ) }
        </div>
    }
}

/// Returns the entry of a facet to which the list is narrowed, where the district and the rules have it.
fn chosen<'f>(choices: &'f FacetChoices, filter: &ListFilter) -> Option<&'f FacetEntry> {
    let narrowing = filter.narrowing(choices.facet)?;
    choices.entries.iter().find(|entry| entry.narrowing == *narrowing)
}
