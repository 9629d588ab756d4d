//! A warning beside what it is about.

use yew::prelude::*;

/// What a warning is given.
#[derive(Properties, PartialEq)]
pub struct WarningNoteProps {
    pub words: AttrValue,
}

/// The words of a warning, marked as one.
#[component(WarningNote)]
pub fn warning_note(WarningNoteProps { words }: &WarningNoteProps) -> Html {
    html! {
        <p class="warning">
            <span aria-hidden="true">{ "⚠" }</span>
            <span>{ words }</span>
        </p>
    }
}
