//! A field in which files are chosen.

use web_sys::{Event, File, HtmlInputElement};
use yew::prelude::*;

use crate::app::state::tasks::listed;

/// What such a field is given.
#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    /// The id by which its label knows it.
    pub id: AttrValue,
    /// The element, for who has it pressed by a button.
    #[prop_or_default]
    pub node: NodeRef,
    /// Which files are offered; all where nothing is said.
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    /// Whether several can be chosen.
    #[prop_or_default]
    pub multiple: bool,
    /// Whether it is not there for the keyboard either: a button stands for it. Else its label does, for the browser's own
    /// button has words in the browser's language.
    #[prop_or_default]
    pub hidden: bool,
    /// The id of the words that say what becomes of the files.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Takes the files that were chosen.
    pub onchoose: Callback<Vec<File>>,
}

/// Has files chosen. It is empty again afterwards, so that choosing the same files again is a change again.
#[component(FileField)]
pub fn file_field(props: &FileFieldProps) -> Html {
    let onchange = {
        let onchoose = props.onchoose.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let files = field.files().map(listed).unwrap_or_default();
            field.set_value("");
            onchoose.emit(files);
        }
    };
    html! {
        <input
            ref={props.node.clone()}
            id={props.id.clone()}
            class={(!props.hidden).then_some("unseen")}
            type="file"
            accept={props.accept.clone()}
            multiple={props.multiple}
            hidden={props.hidden}
            aria-describedby={props.described_by.clone()}
            {onchange}
        />
    }
}
