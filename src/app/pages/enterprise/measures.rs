//! What follows from the class and the lists.

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::text;
use crate::app::widgets::citation;

/// The section on consequences.
pub(super) fn measures(view: &View) -> Html {
    let locale = view.locale;
    let items = view.answer.measures.iter().filter_map(|measure| {
        let rule = view.pack.measure(&measure.id)?;
        Some(html! { <li>{view.say(&rule.title)}<p class="under">{citation(view, &measure.source)}</p></li> })
    });
    html! {
        <section aria-labelledby="measures">
            <h2 id="measures">{text::MEASURES.get(locale)}</h2>
            if view.answer.measures.is_empty() {
                <p>{text::NO_MEASURES.get(locale)}</p>
            } else {
                <ul>{ for items }</ul>
            }
        </section>
    }
}
