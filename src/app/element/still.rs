//! What is drawn anew only when it changes. A record may have hundreds of penalties, of which one is being written.

use std::rc::Rc;

use yew::prelude::*;

use super::{El, Node, draw};

/// Draws a description, and leaves it be as long as it is described in the same way.
pub struct Still;

/// What it draws.
#[derive(Properties)]
pub struct Described {
    pub node: Rc<Node>,
}

impl Component for Still {
    type Message = ();
    type Properties = Described;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        draw(&context.props().node)
    }
}

impl PartialEq for Described {
    fn eq(&self, other: &Self) -> bool {
        is_same(&self.node, &other.node)
    }
}

/// Whether two descriptions are the same. Those with listeners or components of their own never are.
fn is_same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Element(El(one)), Node::Element(El(other))) => {
            one.name == other.name
                && one.key == other.key
                && one.attributes == other.attributes
                && one.listeners.is_empty()
                && other.listeners.is_empty()
                && are_same(&one.children, &other.children)
        }
        (Node::Words(one), Node::Words(other)) => one == other,
        (Node::Many(one), Node::Many(other)) => are_same(one, other),
        _ => false,
    }
}

fn are_same(one: &[Node], other: &[Node]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
}
