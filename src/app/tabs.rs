//! The records that are open, side by side.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::tasks::{close_all_records, close_record, new_record, reopen_records};
use crate::app::state::{ClosedRecord, Model, Opened, Route};
use crate::app::text;
use crate::pack::Locale;

/// What the bar of open records is given.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub model: Model,
    pub locale: Locale,
    /// The records that are open, in the order of their tabs.
    pub records: Vec<Rc<Opened>>,
    /// The records that were closed last, and can be reopened.
    pub closed: Vec<ClosedRecord>,
    /// The page that is shown.
    pub route: Route,
}

/// The bar of open records, which ends with the ways to a new one, to those that were closed last, and to close them all.
#[component(Tabs)]
pub fn tabs(TabsProps { model, locale, records, closed, route }: &TabsProps) -> Html {
    let locale = *locale;
    let onadd = {
        let model = model.clone();
        move |_| new_record(&model)
    };
    let onclose = {
        let model = model.clone();
        move |_| close_all_records(&model)
    };
    html! {
        <nav class="tabs" aria-label={text::TABS.get(locale)}>
            <ul>
                { for records.iter().map(|record| tab(model, locale, record, route)) }
                // With a key like those before it, which keep their elements by that when one of them is closed.
                <li key="new"><button type="button" onclick={onadd}>{ text::NEW_RECORD.get(locale) }</button></li>
                { for reopen(model, locale, closed) }
                if records.len() > 1 {
                    <li key="all">
                        <button type="button" onclick={onclose}>{ text::CLOSE_ALL_TABS.get(locale) }</button>
                    </li>
                }
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

/// The button that reopens what was closed last.
fn reopen(model: &Model, locale: Locale, closed: &[ClosedRecord]) -> Option<Html> {
    let name = record_name(&closed.first()?.opened, locale);
    let words = match closed {
        [_] => text::REOPEN.fill(locale, &[&name]),
        several => text::REOPEN_SEVERAL.fill(locale, &[&name, &several.len().to_string()]),
    };
    let model = model.clone();
    Some(html! {
        <li key="closed">
            <button type="button" onclick={move |_| reopen_records(&model)}>{ words }</button>
        </li>
    })
}

/// Returns what a record is called: by the enterprise's name, as long as it has one.
#[must_use]
pub fn record_name(record: &Opened, locale: Locale) -> String {
    let name = &record.enterprise().name;
    if name.is_empty() { text::UNNAMED.get(locale).to_owned() } else { name.clone() }
}
