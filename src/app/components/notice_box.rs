//! What a person is told above the page.

use yew::prelude::*;

use crate::app::state::tasks::dismiss;
use crate::app::state::{Model, Notice};
use crate::app::text;
use crate::pack::Locale;

/// What the box for a notice is given.
#[derive(Properties, PartialEq)]
pub struct NoticeBoxProps {
    pub model: Model,
    pub locale: Locale,
    pub notice: Notice,
}

/// A notice, with the button that takes it away.
#[component(NoticeBox)]
pub fn notice_box(NoticeBoxProps { model, locale, notice }: &NoticeBoxProps) -> Html {
    let locale = *locale;
    let words = |zh: &String, en: &String| AttrValue::from(if locale == Locale::Zh { zh } else { en }.clone());
    let (class, role) = if notice.alarming { ("notice alarm", "alert") } else { ("notice", "status") };
    let onclose = {
        let model = model.clone();
        move |_| dismiss(&model)
    };
    html! {
        <div {class} {role}>
            <div>
                <p>{ words(&notice.zh, &notice.en) }</p>
                <ul>{ for notice.lines.iter().map(|(zh, en)| html! { <li>{ words(zh, en) }</li> }) }</ul>
            </div>
            <button type="button" onclick={onclose}>{ text::CLOSE.get(locale) }</button>
        </div>
    }
}
