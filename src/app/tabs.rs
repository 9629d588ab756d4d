//! The records that are open, side by side.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::tasks::{close_record, new_record};
use crate::app::state::{Model, Opened, Route};
use crate::app::text;
use crate::pack::Locale;

/// What the bar of open records is given.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub model: Model,
    pub locale: Locale,
    /// The records that are open, in the order of their tabs.
    pub records: Vec<Rc<Opened>>,
    /// The page that is shown.
    pub route: Route,
}

/// The bar of open records, which ends with the way to a new one.
#[component(Tabs)]
pub fn tabs(TabsProps { model, locale, records, route }: &TabsProps) -> Html {
    let locale = *locale;
    let onadd = {
        let model = model.clone();
        move |_| new_record(&model)
    };
    html! {
        <nav class="tabs" aria-label={text::TABS.get(locale)}>
            <ul>
                { for records.iter().map(|record| tab(model, locale, record, route)) }
                // With a key like those before it, which keep their elements by that when one of them is closed.
                <li key="new"><button type="button" onclick={onadd}>{ text::NEW_RECORD.get(locale) }</button></li>
            </ul>
        </nav>
    }
}

fn tab(model: &Model, locale: Locale, record: &Opened, shown: &Route) -> Html {
    let id = record.id;
    let route = Route::Record(id);
    let name = record_name(record, locale);
    let label = text::CLOSE_TAB.fill(locale, &[&name]);
    let onclose = {
        let model = model.clone();
        move |_| close_record(&model, id)
    };
    html! {
        <li key={id}>
            <a href={route.hash()} aria-current={(route == *shown).then_some("page")}>{ name }</a>
            <button type="button" aria-label={label} onclick={onclose}>{ "×" }</button>
        </li>
    }
}

/// Returns what a record is called: by the enterprise's name, as long as it has one.
#[must_use]
pub fn record_name(record: &Opened, locale: Locale) -> String {
    let name = &record.enterprise().name;
    if name.is_empty() { text::UNNAMED.get(locale).to_owned() } else { name.clone() }
}
