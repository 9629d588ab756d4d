//! The fields in which files of another month are chosen.

use web_sys::Event;
use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::{lay_over, take_files};
use crate::app::text;
use crate::district::Extent;
use crate::pack::Locale;
use crate::worker::Laying;

/// What the field is given.
#[derive(Properties, PartialEq)]
pub struct LayingFieldProps {
    pub model: Model,
    pub locale: Locale,
    /// How the files that are chosen are laid over the district.
    pub laying: Laying,
}

/// A field that takes files and lays them over the district.
#[component(LayingField)]
pub fn laying_field(LayingFieldProps { model, locale, laying }: &LayingFieldProps) -> Html {
    let (id, note_id, words, note) = match laying.extent {
        Extent::Whole => ("whole", "whole-note", text::WHOLE, text::WHOLE_NOTE),
        Extent::Additions => ("additions", "additions-note", text::ADDITIONS, text::ADDITIONS_NOTE),
    };
    let onchange = {
        let (model, laying) = (model.clone(), *laying);
        move |event: Event| lay_over(&model, take_files(&event.target_unchecked_into()), laying)
    };
    html! {
        <div>
            // The browser's own button has words in the browser's language: the label stands for it.
            <input {id} class="unseen" type="file" multiple=true aria-describedby={note_id} {onchange} />
            <label for={id}>{ words.get(*locale) }</label>
            <p id={note_id} class="quiet">{ note.get(*locale) }</p>
        </div>
    }
}
