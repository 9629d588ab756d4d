//! What takes files, and what opens the samples.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::app::components::FileField;
use crate::app::state::tasks::{open_files, open_sample_enterprise};
use crate::app::state::{Model, Opening};
use crate::app::text;
use crate::pack::Locale;

/// What the openers are given.
#[derive(Properties, PartialEq)]
pub struct OpenersProps {
    pub model: Model,
    pub locale: Locale,
    /// Whether other tables take the place of those that are open.
    pub opens_anew: bool,
}

/// The ways to open something: files, a folder, and the samples that the site brings along.
#[component(Openers)]
pub fn openers(OpenersProps { model, locale, opens_anew }: &OpenersProps) -> Html {
    let locale = *locale;
    let onsample = |open: fn(&Model)| {
        let model = model.clone();
        move |_| open(&model)
    };
    html! {
        <div class="openers">
            <FilePicker {model} {locale} opens_anew={*opens_anew} />
            <section class="sample">
                <h2>{ text::SAMPLE_TITLE.get(locale) }</h2>
                <p>{ text::SAMPLE_TEXT.get(locale) }</p>
                <p class="buttons">
                    <button type="button" onclick={onsample(open_sample_enterprise)}>
                        { text::OPEN_SAMPLE_ENTERPRISE.get(locale) }
                    </button>
                    <button type="button" onclick={onsample(|model| model.open(Opening::Sample))}>{ text::OPEN_SAMPLE.get(locale) }</button>
                </p>
            </section>
        </div>
    }
}

/// Where files are chosen. They may be dropped anywhere on the page; while they hover, this shows it by its style.
#[component(FilePicker)]
fn file_picker(OpenersProps { model, locale, opens_anew }: &OpenersProps) -> Html {
    let locale = *locale;
    let field = use_node_ref();
    let onchosen = {
        let model = model.clone();
        move |files: Vec<File>| open_files(&model, files)
    };
    let onchoose = |folder: bool| {
        let field = field.clone();
        move |_| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                // The browser looks at it when the field is pressed, which is sooner than the page is rendered again. An
                // attribute of this name can always be set.
                let _ = input.toggle_attribute_with_force("webkitdirectory", folder);
                input.click();
            }
        }
    };
    html! {
        <section class="drop">
            <p class="by-drag">{ text::DROP_HERE.get(locale) }</p>
            <p class="buttons">
                <button type="button" class="primary" onclick={onchoose(false)}>{ text::CHOOSE_FILES.get(locale) }</button>
                <button type="button" onclick={onchoose(true)}>{ text::CHOOSE_FOLDER.get(locale) }</button>
            </p>
            <FileField node={field.clone()} id="files" multiple=true hidden=true onchoose={onchosen} />
            <p class="quiet">{ text::CHOOSE_HINT.get(locale) }</p>
            <a href="#/help/tables">{ text::TABLES.get(locale) }</a>
            if *opens_anew {
                <p class="quiet">{ text::OPENS_ANEW.get(locale) }</p>
            }
        </section>
    }
}
