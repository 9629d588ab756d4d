//! The fields in which files of another month are chosen.

use web_sys::File;
use yew::prelude::*;

use crate::app::components::FileField;
use crate::app::state::Model;
use crate::app::state::tasks::lay_over;
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
    let onchoose = {
        let (model, laying) = (model.clone(), *laying);
        move |files: Vec<File>| lay_over(&model, files, laying)
    };
    html! {
        <div>
            <FileField {id} multiple=true described_by={note_id} {onchoose} />
            <label for={id}>{ words.get(*locale) }</label>
            <p id={note_id} class="quiet">{ note.get(*locale) }</p>
        </div>
    }
}
