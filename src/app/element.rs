//! Elements by plain functions.
//!
//! `html!` writes out half a kilobyte of code for every element. What stands here compiles once, so that the module
//! stays small enough to be fetched standing in a shop; `html!` is left for components. A description is no more than
//! names and words until it is drawn, in one place.

mod markup;

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VTag, VText};

pub use markup::markup;

/// An element that is being described, from its name to its children. It lives behind a pointer, and its methods are
/// never inlined, so that a line of a description costs a call and no copying.
pub struct El(Box<Parts>);

struct Parts {
    name: &'static str,
    attributes: Vec<(&'static str, AttrValue)>,
    key: Option<Key>,
    node: Option<NodeRef>,
    listeners: Vec<Rc<dyn Listener>>,
    children: Vec<Node>,
}

/// What can stand within an element.
pub enum Node {
    Element(El),
    Words(String),
    /// Several side by side, without an element around them.
    Many(Vec<Node>),
    Component(Html),
}

/// Begins an element with a name of HTML or SVG.
#[inline(never)]
#[must_use]
pub fn el(name: &'static str) -> El {
    El(Box::new(Parts {
        name,
        attributes: Vec::new(),
        key: None,
        node: None,
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// Words by themselves.
#[inline(never)]
#[must_use]
pub fn words(words: &str) -> Node {
    Node::Words(words.to_owned())
}

/// Nodes side by side, without an element around them.
pub fn nodes(nodes: impl IntoIterator<Item = impl Into<Node>>) -> Node {
    Node::Many(nodes.into_iter().map(Into::into).collect())
}

/// A button with words on it.
#[must_use]
pub fn button(label: &str, press: impl Fn(MouseEvent) + 'static) -> El {
    el("button").set("type", "button").press(press).text(label)
}

impl El {
    #[inline(never)]
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        if class.is_empty() { self } else { self.set("class", class) }
    }

    /// Several classes, some of them by turns.
    #[inline(never)]
    #[must_use]
    pub fn classes(self, classes: &[&str]) -> Self {
        self.put("class", &classes.join(" "))
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
        self.0.attributes.push((name, value));
        self
    }

    /// The same key is the same element, wherever it stands among its neighbours.
    #[inline(never)]
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets a component reach the element itself.
    #[inline(never)]
    #[must_use]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = Some(node.clone());
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
    pub fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(listener);
        self
    }

    #[inline(never)]
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.html(words(text))
    }

    #[must_use]
    pub fn html(self, child: impl Into<Node>) -> Self {
        self.child(child.into())
    }

    #[inline(never)]
    fn child(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    #[must_use]
    pub fn with(self, child: El) -> Self {
        self.html(Node::Element(child))
    }

    /// A child only where there is one. Its place among its neighbours stays where there is none: Yew tells children
    /// apart by their places, and would make anew, without focus and text, what had merely moved.
    #[inline(never)]
    #[must_use]
    pub fn maybe(self, child: Option<El>) -> Self {
        self.html(child.map_or_else(Node::default, Node::Element))
    }

    /// Children, however many: one place among their neighbours, for the same reason.
    #[must_use]
    pub fn each(self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        self.html(nodes(children))
    }

    /// The element as what stands within another.
    #[must_use]
    pub fn done(self) -> Node {
        Node::Element(self)
    }
}

/// Nothing.
impl Default for Node {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl From<El> for Node {
    fn from(element: El) -> Self {
        Self::Element(element)
    }
}

impl From<Html> for Node {
    fn from(component: Html) -> Self {
        Self::Component(component)
    }
}

/// The description as it goes to the page.
impl From<Node> for Html {
    fn from(node: Node) -> Self {
        match node {
            Node::Element(El(parts)) => drawn(*parts),
            Node::Words(words) => VText::new(words).into(),
            Node::Many(nodes) => VList::with_children(nodes.into_iter().map(Self::from).collect(), None).into(),
            Node::Component(component) => component,
        }
    }
}

fn drawn(parts: Parts) -> Html {
    let mut tag = VTag::new(parts.name);
    for (name, value) in parts.attributes {
        tag.add_attribute(name, value);
    }
    tag.key = parts.key;
    if let Some(node) = parts.node {
        tag.node_ref = node;
    }
    for listener in parts.listeners {
        tag.add_listener(listener);
    }
    tag.add_children(parts.children.into_iter().map(Html::from));
    tag.into()
}
