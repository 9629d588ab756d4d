//! A menu that drops down from its button.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

use crate::app::host;
use crate::app::listener::Listener;

/// What a menu is given.
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The class of its element.
    pub class: &'static str,
    /// What its button says.
    pub title: AttrValue,
    pub children: Html,
}

/// A button that shows more below it, over the page, so that nothing moves. Pressing elsewhere or Escape closes it.
#[component(Menu)]
pub fn menu(MenuProps { class, title, children }: &MenuProps) -> Html {
    let (node, summary) = (use_node_ref(), use_node_ref());
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let elsewhere = {
                let node = node.clone();
                Listener::new("pointerdown", move |event: Event| {
                    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    if let Some(menu) = node.cast::<HtmlDetailsElement>()
                        && !menu.contains(target.as_ref())
                    {
                        menu.set_open(false);
                    }
                })
            };
            move || drop(elsewhere)
        });
    }
    let onkeydown = {
        let (node, summary) = (node.clone(), summary.clone());
        move |event: KeyboardEvent| {
            if let Some(menu) = node.cast::<HtmlDetailsElement>()
                && event.key() == "Escape"
                && menu.open()
            {
                menu.set_open(false);
                // What had the focus within is not to be seen any more.
                host::focus(&summary);
            }
        }
    };
    html! {
        <details ref={node} class={classes!("menu", *class)} {onkeydown}>
            <summary ref={summary}>{ title }</summary>
            <div class="menu-content">{ children.clone() }</div>
        </details>
    }
}

/// Closes the menu in which a button was pressed, which has nothing more to offer; its own button has the focus then.
pub fn close_menu(press: &MouseEvent) {
    let pressed = press.target().and_then(|target| target.dyn_into::<Element>().ok());
    let menu = pressed.and_then(|pressed| pressed.closest("details.menu").ok()?);
    let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    menu.set_open(false);
    let button = menu.query_selector("summary").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
