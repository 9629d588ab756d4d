//! Descriptions as HTML, where there is no page to draw them on.

use yew::virtual_dom::VNode;

use super::{El, Node};

/// The HTML of a description. Keys and listeners are left out, and ids, which the page itself has already. No element may
/// be one that must not be closed.
#[must_use]
pub fn markup(node: &Node) -> String {
    let mut out = String::new();
    write(&mut out, node);
    out
}

fn write(out: &mut String, node: &Node) {
    match node {
        Node::Element(El(parts)) => {
            out.push('<');
            out.push_str(parts.name);
            for (name, value) in parts.attributes.iter().filter(|(name, _)| *name != "id") {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escape(out, value);
                out.push('"');
            }
            out.push('>');
            parts.children.iter().for_each(|child| write(out, child));
            out.push_str("</");
            out.push_str(parts.name);
            out.push('>');
        }
        Node::Words(words) => escape(out, words),
        Node::Many(nodes) => nodes.iter().for_each(|node| write(out, node)),
        Node::Still(_, node) => write(out, node),
        Node::Component(VNode::VRaw(raw)) => out.push_str(&raw.html),
        // What lives on a page only.
        Node::Component(_) => {}
    }
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}
