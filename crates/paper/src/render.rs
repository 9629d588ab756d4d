//! Writes a tree with the values in the place of its tags.

use super::blocks::Block;
use super::fault::Fault;
use super::names::NUMBER_TAG;
use super::tags::{Opening, Placed, Tag};
use super::tree::{Element, Kind, Node, write_text};
use super::values::{Value, Values};

/// What of the look of a run stands behind the mark of a marker pen.
const BEHIND_HIGHLIGHT: &[&str] = &[
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
];

/// What a turn of a list counts as, though nothing is written.
const TURN_BYTES: usize = 10;

/// The values of one entry of a list, or of the whole.
struct Scope<'v> {
    values: &'v Values,
    /// From 1; `None` outside all lists.
    number: Option<usize>,
}

/// A part that is being written.
pub(super) struct Writer<'v> {
    prefix: String,
    scopes: Vec<Scope<'v>>,
    pub(super) out: String,
    /// How many bytes may be written in all. Each turn of a list takes some away, so that none goes on for ever.
    left: usize,
    /// Whether what is written is not there for the first time.
    is_copy: bool,
}

impl<'v> Writer<'v> {
    pub(super) fn new(prefix: &str, values: &'v Values, left: usize) -> Self {
        let scopes = vec![Scope { values, number: None }];
        Self { prefix: prefix.to_owned(), scopes, out: String::new(), left, is_copy: false }
    }

    /// Writes nodes.
    ///
    /// # Errors
    /// [`Fault::FilledTooLarge`].
    pub(super) fn write(&mut self, nodes: &[Node]) -> Result<(), Fault> {
        for node in nodes {
            match node {
                Node::Raw(raw) => self.out.push_str(raw),
                Node::Words(words) => words.write(&self.prefix, &mut self.out),
                Node::Element(element) => self.element(element)?,
                Node::Tag(tag) => self.value(tag),
                Node::Block(block) => self.block(block)?,
            }
            if self.out.len() > self.left {
                return Err(Fault::FilledTooLarge);
            }
        }
        Ok(())
    }

    fn element(&mut self, element: &Element) -> Result<(), Fault> {
        // Two places cannot have one name.
        if self.is_copy && element.kind == Kind::Bookmark {
            return Ok(());
        }
        let start = self.out.len();
        self.out.push_str(element.start);
        self.write(&element.children)?;
        let has_block = element.children.iter().any(|child| matches!(child, Node::Block(_)));
        let prefix = &self.prefix;
        match element.kind {
            Kind::Cell | Kind::TextBox | Kind::Story if has_block => {
                // A cell has a paragraph at its end, whatever vanished from it.
                let ends = [format!("</{prefix}p>"), format!("<{prefix}p/>")];
                if !ends.iter().any(|end| self.out.trim_end().ends_with(end)) {
                    self.out.push_str(&format!("<{prefix}p/>"));
                }
            }
            Kind::Table if has_block => {
                let row = format!("<{prefix}tr");
                let has_row = self.out[start..].match_indices(&row).any(|(at, found)| {
                    self.out[start + at + found.len()..].starts_with([' ', '>', '/', '\n', '\t', '\r'])
                });
                if !has_row {
                    self.out.truncate(start);
                    return Ok(());
                }
            }
            _ => {}
        }
        self.out.push_str(element.end);
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), Fault> {
        let value = self.find(&block.name);
        match block.opening {
            Opening::If => {
                let is_there = match value {
                    Some(Value::Text(_)) => true,
                    Some(Value::List(entries)) => !entries.is_empty(),
                    Some(Value::Nothing) => false,
                    None => block.name == NUMBER_TAG && self.number().is_some(),
                };
                self.write(if is_there { &block.body } else { &block.otherwise })
            }
            Opening::Each => {
                let Some(Value::List(entries)) = value else { return Ok(()) };
                let was_copy = self.is_copy;
                for (index, values) in entries.iter().enumerate() {
                    self.left = self.left.checked_sub(TURN_BYTES).ok_or(Fault::FilledTooLarge)?;
                    self.is_copy = was_copy || index > 0;
                    self.scopes.push(Scope { values, number: Some(index + 1) });
                    let written = self.write(&block.body);
                    self.scopes.pop();
                    written?;
                }
                self.is_copy = was_copy;
                Ok(())
            }
        }
    }

    /// What a tag stands for here: in the entry, or else outside the list.
    fn find(&self, name: &str) -> Option<&'v Value> {
        self.scopes.iter().rev().find_map(|scope| scope.values.get(name))
    }

    fn number(&self) -> Option<usize> {
        self.scopes.iter().rev().find_map(|scope| scope.number)
    }

    /// Writes a value in a run of its own; what is missing with its name, marked.
    fn value(&mut self, tag: &Placed) {
        let Tag::Value(name) = &tag.0.tag else { return };
        let number = self.number().filter(|_| name == NUMBER_TAG).map(|number| number.to_string());
        let text = match self.find(name) {
            _ if number.is_some() => number,
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        self.out.push_str(tag.0.run);
        match &text {
            Some(text) => {
                if let Some(look) = &tag.0.look {
                    write_raw(look, &mut self.out);
                }
                write_text(text, &self.prefix, &mut self.out);
            }
            None => {
                self.marked(tag.0.look.as_ref());
                write_text(&format!("【{name}】"), &self.prefix, &mut self.out);
            }
        }
        self.out.push_str(&format!("</{}r>", self.prefix));
    }

    /// Writes the look of a run, marked yellow.
    fn marked(&mut self, look: Option<&Element>) {
        let prefix = &self.prefix;
        let mark = format!("<{prefix}highlight {prefix}val=\"yellow\"/>");
        self.out.push_str(&format!("<{prefix}rPr>"));
        let local = |node: &Node| match node {
            Node::Element(element) => element.start.get(1..)?.strip_prefix(prefix.as_str()).map(|rest| {
                let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
                rest[..end].to_owned()
            }),
            _ => None,
        };
        let mut is_marked = false;
        for child in look.iter().flat_map(|look| &look.children) {
            let name = local(child).unwrap_or_default();
            if name == "highlight" {
                continue;
            }
            if !is_marked && BEHIND_HIGHLIGHT.contains(&name.as_str()) {
                self.out.push_str(&mark);
                is_marked = true;
            }
            match child {
                Node::Element(element) => write_raw(element, &mut self.out),
                Node::Raw(raw) => self.out.push_str(raw),
                _ => {}
            }
        }
        if !is_marked {
            self.out.push_str(&mark);
        }
        self.out.push_str(&format!("</{prefix}rPr>"));
    }
}

/// Writes an element that has no tags.
fn write_raw(element: &Element, out: &mut String) {
    out.push_str(element.start);
    for child in &element.children {
        match child {
            Node::Element(element) => write_raw(element, out),
            Node::Raw(raw) => out.push_str(raw),
            Node::Words(_) | Node::Tag(_) | Node::Block(_) => {}
        }
    }
    out.push_str(element.end);
}
