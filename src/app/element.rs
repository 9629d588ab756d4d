//! Elements by plain functions.
//!
//! `html!` writes out half a kilobyte of code for every element. What stands here compiles once, so that the module
//! stays small enough to be fetched standing in a shop; `html!` is left for components.

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{Key, VList, VTag, VText};

/// An element that is being described, from its name to its children.
pub struct El {
    tag: VTag,
    class: Option<AttrValue>,
    children: Vec<Html>,
}

/// Begins an element with a name of HTML or SVG.
#[must_use]
pub fn el(name: &'static str) -> El {
    El { tag: VTag::new(name), class: None, children: Vec::new() }
}

/// Words by themselves.
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
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = Some(AttrValue::Static(class));
        self
    }

    /// Several classes, some of them by turns.
    #[must_use]
    pub fn classes(mut self, classes: &[&str]) -> Self {
        self.class = Some(classes.join(" ").into());
        self
    }

    /// Sets an attribute whose value is always the same.
    #[must_use]
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value))
    }

    /// Sets an attribute.
    #[must_use]
    pub fn put(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, value.to_owned().into())
    }

    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.put("id", id)
    }

    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.tag.add_attribute(name, value);
        self
    }

    /// The same key is the same element, wherever it stands among its neighbours.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.tag.key = Some(Key::from(key));
        self
    }

    /// Lets a component reach the element itself.
    #[must_use]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.tag.node_ref = node.clone();
        self
    }

    /// What happens when it is pressed.
    #[must_use]
    pub fn press(self, press: impl Fn(MouseEvent) + 'static) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(press.into())))
    }

    /// What happens on another event.
    #[must_use]
    pub fn listen(mut self, listener: Rc<dyn yew::virtual_dom::Listener>) -> Self {
        self.tag.add_listener(listener);
        self
    }

    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.html(words(text))
    }

    #[must_use]
    pub fn html(mut self, child: Html) -> Self {
        self.children.push(child);
        self
    }

    #[must_use]
    pub fn with(self, child: El) -> Self {
        self.html(child.done())
    }

    /// A child only where there is one.
    #[must_use]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    #[must_use]
    pub fn each(mut self, children: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        for child in children {
            self.children.push(child.into());
        }
        self
    }

    /// The element as it goes to the page.
    pub fn done(mut self) -> Html {
        if let Some(class) = self.class {
            self.tag.add_attribute("class", class);
        }
        self.tag.add_children(self.children);
        self.tag.into()
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        element.done()
    }
}
