//! Whether it is a key case.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::citation;

/// The section on key cases.
pub(super) fn key_case(view: &View) -> Html {
    let locale = view.locale;
    let found = &view.answer.key_case;
    let title = |id: &String| view.pack.key_case.rules.iter().find(|rule| rule.id == *id).map(|rule| view.say(&rule.title));
    let window = [view.day(found.window.from), view.day(found.window.to), found.penalty_count.to_string()];
    let [from, to, count] = &window;
    html! {
        <section aria-labelledby="key-case">
            <h2 id="key-case">{text::KEY_CASE.get(locale)}</h2>
            if found.flagged {
                <p><strong>{text::IS_KEY_CASE.get(locale)}</strong></p>
                <ul>{ for found.rules.iter().filter_map(title).map(|title| html! { <li>{title}</li> }) }</ul>
            } else {
                <p>{text::IS_NO_KEY_CASE.get(locale)}</p>
            }
            <p>{text::KEY_COUNT.fill(locale, &[from, to, count])}</p>
            { for found.sources.iter().map(|source| html! { <p class="under">{citation(view, source)}</p> }) }
        </section>
    }
}
