//! What the enterprise is called, and what can be done with its record.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::queries::View;
use crate::app::state::tasks::{print, save_record};
use crate::app::state::{Model, Paper};
use crate::app::tabs::record_name;
use crate::app::text;
use crate::pack::Locale;

/// What the title is given.
#[derive(Properties, PartialEq)]
pub struct TitleProps {
    pub model: Model,
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// Whether it is one of the district whose facts a person has changed.
    pub by_hand: bool,
}

/// The title of the page: name and code, with the buttons that print and save.
#[component(Title)]
pub fn title(TitleProps { model, view, by_hand }: &TitleProps) -> Html {
    let locale = view.locale;
    let onsave = {
        let model = model.clone();
        move |_| save_record(&model)
    };
    html! {
        <div class="title">
            <h1>{ record_name(&view.opened, locale) }</h1>
            <span class="code">{ &view.enterprise().uscc }</span>
            if view.opened.made_up {
                <span class="tag">{ text::MADE_UP.get(locale) }</span>
            }
            if *by_hand {
                <span class="tag noticed">{ text::BY_HAND.get(locale) }</span>
            }
            <div class="actions">
                if !view.waits {
                    { for print_buttons(model, locale) }
                }
                <button type="button" onclick={onsave}>{ text::SAVE.get(locale) }</button>
            </div>
        </div>
    }
}

/// Renders a button for each paper.
pub fn print_buttons(model: &Model, locale: Locale) -> [Html; 2] {
    [(text::PRINT_REPORT, Paper::Report), (text::PRINT_NOTICE, Paper::Notice)].map(|(name, paper)| {
        let model = model.clone();
        html! { <button type="button" onclick={move |_| print(&model, paper)}>{ name.get(locale) }</button> }
    })
}
