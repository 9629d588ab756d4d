//! How many enterprises the files gave, and which rows were not taken as they stand.

use yew::prelude::*;

use crate::app::text;
use crate::pack::Locale;
use crate::worker::ReportTotals;

/// What the totals are given.
#[derive(Properties, PartialEq)]
pub struct TotalsProps {
    pub locale: Locale,
    pub totals: ReportTotals,
}

/// How many there are of what all files gave together.
#[component(Totals)]
pub fn totals(TotalsProps { locale, totals }: &TotalsProps) -> Html {
    let locale = *locale;
    let enterprises = totals.enterprises.to_string();
    let lead = match totals.unregistered {
        0 => text::TOTAL.fill(locale, &[&enterprises]),
        some => text::TOTAL_AND_UNREGISTERED.fill(locale, &[&enterprises, &some.to_string()]),
    };
    let rows = [
        (totals.duplicates, text::DUPLICATE_ROWS),
        (totals.natural_persons, text::PERSON_ROWS),
        (totals.joined_by_name, text::ROWS_JOINED_BY_NAME),
    ];
    let rows: Vec<Html> = rows
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| html! { <li>{ words.fill(locale, &[&count.to_string()]) }</li> })
        .collect();
    html! {
        <>
            <p>{ lead }</p>
            if !rows.is_empty() {
                <ul>{ for rows }</ul>
            }
        </>
    }
}
