//! A field of text.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::keys::is_enter;
use crate::app::press::once_released;
use crate::app::undo_keys::Step;

/// What a field of text is given.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The id by which its label knows it.
    pub id: AttrValue,
    /// The text of the record. Whoever has the record changes it.
    pub text: AttrValue,
    /// Takes what was written once the field is left or Enter is pressed, and returns it as the record has it from then on: a day or an amount
    /// may have been written in another form.
    pub onwrite: Callback<String, AttrValue>,
    /// The id of the words that say what is wrong with the text; none where nothing is.
    #[prop_or_default]
    pub fault: Option<AttrValue>,
    /// The id of the words that say how to write in it, where nothing is wrong with the text.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// For how many letters there is room.
    #[prop_or_default]
    pub size: Option<AttrValue>,
    /// Whether it may only be read.
    #[prop_or_default]
    pub readonly: bool,
}

/// Shows a text and has it written. While it is written in, the element itself holds the text: a text that is set at each
/// letter ends an input method's composition, as of pinyin. So a text from elsewhere is put in only where nobody has
/// written since.
#[component(TextField)]
pub fn text_field(props: &TextFieldProps) -> Html {
    let node = use_node_ref();
    // What was put in last; what the element holds besides was written since.
    let shown = use_mut_ref(|| None::<AttrValue>);
    {
        let (node, shown) = (node.clone(), shown.clone());
        use_effect_with(props.text.clone(), move |text| {
            let before = shown.replace(Some(text.clone()));
            if let Some(input) = node.cast::<HtmlInputElement>()
                && before.is_none_or(|before| input.value() == *before)
            {
                input.set_value(text);
            }
        });
    }
    let write = {
        let (node, shown, onwrite) = (node.clone(), shown.clone(), props.onwrite.clone());
        move || {
            let Some(input) = node.cast::<HtmlInputElement>() else { return };
            let (shown, onwrite) = (shown.clone(), onwrite.clone());
            // Whoever leaves the field by pressing something else is to find it where it was.
            once_released(move || {
                let text = onwrite.emit(input.value());
                input.set_value(&text);
                shown.replace(Some(text));
            });
        }
    };
    let onchange = {
        let write = write.clone();
        move |_: Event| write()
    };
    let onkeydown = {
        let node = node.clone();
        move |key: KeyboardEvent| {
            let is_written_in = node
                .cast::<HtmlInputElement>()
                .is_some_and(|input| shown.borrow().as_ref().is_some_and(|shown| input.value() != **shown));
            if is_written_in && Step::of(&key).is_some() {
                key.stop_propagation();
            }
            // Whoever hears of the key next finds what was written in the record.
            if is_written_in && is_enter(&key) {
                write();
            }
        }
    };
    html! {
        <input
            ref={node}
            id={props.id.clone()}
            name={props.id.clone()}
            type="text"
            autocomplete="off"
            size={props.size.clone()}
            readonly={props.readonly}
            aria-invalid={props.fault.is_some().then_some("true")}
            aria-describedby={props.fault.as_ref().or(props.described_by.as_ref()).cloned()}
            {onchange}
            {onkeydown}
        />
    }
}
