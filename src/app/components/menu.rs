//! Something to do that stands folded away, over what is below it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, KeyboardEvent, Node};
use yew::prelude::*;

use crate::app::listener::Listener;

/// What a menu is given.
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// By what its content is known.
    pub class: &'static str,
    /// What its button says.
    pub title: AttrValue,
    pub children: Html,
}

/// A button that shows more below it, over the page, so that nothing moves. Pressing elsewhere or Escape closes it.
#[component(Menu)]
pub fn menu(MenuProps { class, title, children }: &MenuProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let elsewhere = {
                let node = node.clone();
                Listener::new("pointerdown", move |event: Event| {
                    let target = event.composed_path().get(0).dyn_into::<Node>().ok();
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
        let node = node.clone();
        move |event: KeyboardEvent| {
            if let Some(menu) = node.cast::<HtmlDetailsElement>()
                && event.key() == "Escape"
                && menu.open()
            {
                menu.set_open(false);
                // What had the focus within is not to be seen any more.
                if let Some(summary) = menu.first_element_child().and_then(|child: Element| child.dyn_into().ok()) {
                    let summary: web_sys::HtmlElement = summary;
                    let _ = summary.focus();
                }
            }
        }
    };
    html! {
        <details ref={node} class={classes!("menu", *class)} {onkeydown}>
            <summary>{ title }</summary>
            <div class="menu-content">{ children.clone() }</div>
        </details>
    }
}
