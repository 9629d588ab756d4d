//! Elements by plain functions.
//!
//! `html!` writes out half a kilobyte of code for every element. What stands here compiles once, so that the module
//! stays small enough to be fetched standing in a shop; `html!` is left for components. A description is no more than
//! names and words until it is drawn, in one place.

mod still;

use std::rc::Rc;

use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VComp, VList, VTag, VText};

use still::{Described, Still};

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
    Words(AttrValue),
    /// Several side by side, without an element around them.
    Many(Vec<Node>),
    /// What is drawn anew only when it is described otherwise than before, at this place among its neighbours.
    Still(usize, Rc<Node>),
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
    Node::Words(AttrValue::Rc(words.into()))
}

/// Nodes side by side, without an element around them.
pub fn nodes(nodes: impl IntoIterator<Item = impl Into<Node>>) -> Node {
    Node::Many(nodes.into_iter().map(Into::into).collect())
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
        self.attribute(name, AttrValue::Rc(value.into()))
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

    /// Children of a long list. Only those near to one that changed are drawn anew. None of them may listen to events by
    /// itself: what is around them does it for all.
    #[must_use]
    pub fn rows(self, children: impl IntoIterator<Item = El>) -> Self {
        /// So many are drawn anew together.
        const TOGETHER: usize = 16;
        let mut children = children.into_iter().map(Node::Element);
        let mut parts = Vec::new();
        loop {
            let part: Vec<Node> = children.by_ref().take(TOGETHER).collect();
            if part.is_empty() {
                return self.html(Node::Many(parts));
            }
            parts.push(Node::Still(parts.len(), Rc::new(Node::Many(part))));
        }
    }

    /// The element, drawn anew only when it or something in it is described otherwise than before. Nothing in it may
    /// listen to events by itself.
    #[must_use]
    pub fn still(self) -> Node {
        Node::Still(0, Rc::new(self.done()))
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
        draw(&node)
    }
}

fn draw(node: &Node) -> Html {
    match node {
        Node::Element(El(parts)) => drawn(parts),
        Node::Words(words) => VText::new(words.clone()).into(),
        Node::Many(nodes) => VList::with_children(nodes.iter().map(draw).collect(), None).into(),
        Node::Still(place, node) => {
            let described = Rc::new(Described { node: node.clone() });
            VComp::new::<Still>(described, Some(Key::from(*place))).into()
        }
        Node::Component(component) => component.clone(),
    }
}

fn drawn(parts: &Parts) -> Html {
    let mut tag = VTag::new(parts.name);
    for (name, value) in &parts.attributes {
        tag.add_attribute(name, value.clone());
    }
    tag.key.clone_from(&parts.key);
    if let Some(node) = &parts.node {
        tag.node_ref = node.clone();
    }
    for listener in &parts.listeners {
        tag.add_listener(listener.clone());
    }
    tag.add_children(parts.children.iter().map(draw));
    tag.into()
}
