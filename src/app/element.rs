//! Elements by plain functions.
//!
//! `html!` writes out half a kilobyte of code for every element. What stands here compiles once, so that the module
//! stays small enough to be fetched standing in a shop; `html!` is left for components.

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{Key, VList, VTag, VText};

/// An element that is being described, from its name to its children. It lives behind a pointer, and its methods are
/// never inlined, so that a line of a description costs a call and no copying.
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    class: Option<AttrValue>,
    children: Vec<Html>,
}

/// Begins an element with a name of HTML or SVG.
#[inline(never)]
#[must_use]
pub fn el(name: &'static str) -> El {
    El(Box::new(Parts { tag: VTag::new(name), class: None, children: Vec::new() }))
}

/// Words by themselves.
#[inline(never)]
pub fn words(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// Nodes side by side, without an element around them.
pub fn nodes(nodes: impl IntoIterator<Item = impl Into<Html>>) -> Html {
    VList::with_children(nodes.into_iter().map(Into::into).collect(), None).into()
}

/// A button with words on it.
#[must_use]
pub fn button(label: &str, press: impl Fn(MouseEvent) + 'static) -> El {
    el("button").set("type", "button").press(press).text(label)
}

impl El {
    #[inline(never)]
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.0.class = Some(AttrValue::Static(class));
        self
    }

    /// Several classes, some of them by turns.
    #[inline(never)]
    #[must_use]
    pub fn classes(mut self, classes: &[&str]) -> Self {
        self.0.class = Some(classes.join(" ").into());
        self
    }

    /// Sets an attribute whose value is always the same.
    #[inline(never)]
    #[must_use]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value))
    }

    /// Sets an attribute.
    #[inline(never)]
    #[must_use]
    pub fn put(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, value.to_owned().into())
    }

    #[inline(never)]
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.put("id", id)
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.tag.add_attribute(name, value);
        self
    }

    /// The same key is the same element, wherever it stands among its neighbours.
    #[inline(never)]
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Lets a component reach the element itself.
    #[inline(never)]
    #[must_use]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// What happens when it is pressed.
    #[must_use]
    pub fn press(self, press: impl Fn(MouseEvent) + 'static) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(press.into())))
    }

    /// What happens on another event.
    #[inline(never)]
    #[must_use]
    pub fn listen(mut self, listener: Rc<dyn yew::virtual_dom::Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }

    #[inline(never)]
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.html(words(text))
    }

    #[inline(never)]
    #[must_use]
    pub fn html(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    #[must_use]
    pub fn with(self, child: El) -> Self {
        self.html(child.done())
    }

    /// A child only where there is one. Its place among its neighbours stays where there is none: Yew tells children
    /// apart by their places, and would make anew, without focus and text, what had merely moved.
    #[inline(never)]
    #[must_use]
    pub fn maybe(self, child: Option<El>) -> Self {
        self.html(child.map_or_else(Html::default, El::done))
    }

    /// Children, however many: one place among their neighbours, for the same reason.
    #[must_use]
    pub fn each(self, children: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        self.html(nodes(children))
    }

    /// The element as it goes to the page.
    #[inline(never)]
    pub fn done(self) -> Html {
        let Parts { mut tag, class, children } = *self.0;
        if let Some(class) = class {
            tag.add_attribute("class", class);
        }
        tag.add_children(children);
        tag.into()
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        element.done()
    }
}
