//! What is to be known of an enterprise of the district besides its facts.

use yew::prelude::*;

use crate::app::state::Lines;
use crate::app::text;
use crate::pack::Locale;

/// So many lines stand there unfolded.
const UNFOLDED: usize = 3;

/// What the section on it is given.
#[derive(Properties, PartialEq)]
pub struct BesideProps {
    pub locale: Locale,
    /// What there is to tell, in both languages; at least one line.
    pub lines: Lines,
}

/// What is to be known besides. It is shown, and not judged. Where there is much of it, as where a code was copied down a
/// column, all but the first lines are folded.
#[component(Beside)]
pub fn beside(BesideProps { locale, lines }: &BesideProps) -> Html {
    let locale = *locale;
    let mut told = lines.iter().map(|(zh, en)| html! { <p>{ if locale == Locale::Zh { zh } else { en } }</p> });
    let first: Vec<Html> = told.by_ref().take(UNFOLDED).collect();
    let more = told.len();
    html! {
        <section class="warning beside">
            <div>
                <h3>{ text::BESIDE.get(locale) }</h3>
                { for first }
                if more > 0 {
                    <details>
                        <summary>{ text::BESIDE_MORE.fill(locale, &[&more.to_string()]) }</summary>
                        { for told }
                    </details>
                }
            </div>
        </section>
    }
}
