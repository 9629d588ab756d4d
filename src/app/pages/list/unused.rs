//! What of the files was not used: whoever reads a list must not take what is missing for what is not there.

use yew::prelude::*;

use crate::app::text;
use crate::pack::Locale;
use crate::worker::Unused;

/// What the note is given.
#[derive(Properties, PartialEq)]
pub struct UnusedNoteProps {
    pub unused: Unused,
    pub locale: Locale,
}

/// Says what of the files was not used, with the way to the report.
#[component(UnusedNote)]
pub fn unused_note(UnusedNoteProps { unused, locale }: &UnusedNoteProps) -> Html {
    let Unused { tables, rows } = unused;
    let class = if tables.is_empty() { "warning" } else { "warning alarm" };
    let has_more = !tables.is_empty() || rows.is_some();
    html! {
        <div class="unused">
            if has_more {
                <div {class} role="status">
                    <div>
                        <>{ for tables.iter().chain(rows).map(|line| html! { <p>{ line }</p> }) }</>
                        { " " }
                        <a href="#/report">{ text::SEE_REPORT.get(*locale) }</a>
                    </div>
                </div>
            }
        </div>
    }
}
