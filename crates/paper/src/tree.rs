//! A part of a document as a tree that can be written again to the byte.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::blocks::Block;
use super::fault::Fault;
use super::tags::Placed;

/// How deep elements may stand within each other: what goes over the tree calls itself.
const MAX_DEPTH: usize = 200;
/// How many elements a part may have: so many take a few hundred megabytes.
const MAX_ELEMENTS: usize = 2_000_000;

/// The namespaces of the words of a document, in its usual and in its strict form.
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// A piece of a part.
#[derive(Clone, Debug)]
pub(super) enum Node<'x> {
    /// What is written again as it is.
    Raw(&'x str),
    Element(Element<'x>),
    Words(Words<'x>),
    /// A tag, at the place of a run.
    Tag(Placed<'x>),
    /// What is repeated, or stands there only sometimes.
    Block(Block<'x>),
}

/// An element with what is in it.
#[derive(Clone, Debug)]
pub(super) struct Element<'x> {
    pub(super) kind: Kind,
    pub(super) start: &'x str,
    pub(super) end: &'x str,
    pub(super) children: Vec<Node<'x>>,
}

/// The text of a run.
#[derive(Clone, Debug)]
pub(super) struct Words<'x> {
    /// The whole element.
    raw: &'x str,
    pub(super) text: String,
    /// Whether the text is another than that of the element.
    pub(super) is_changed: bool,
}

/// What an element is, as far as that matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Run,
    RunProperties,
    SectionProperties,
    Table,
    Row,
    Cell,
    TextBox,
    /// Header, footer, note: what must have a paragraph.
    Story,
    Bookmark,
    /// Something between the letters: a break, a tab.
    Gap,
    /// A picture, an object or a field.
    Drawing,
    /// The code of a field.
    Instruction,
    FieldMark,
    Other,
}

/// A part that was read.
#[derive(Clone, Debug)]
pub(super) struct Tree<'x> {
    /// What stands before the names of its elements: `w:`.
    pub(super) prefix: String,
    pub(super) nodes: Vec<Node<'x>>,
}

impl Kind {
    fn of(name: &str, prefix: &str) -> Self {
        // A drawing is one of another namespace, but the words in it are not.
        match name.strip_prefix(prefix) {
            Some("p") => Self::Paragraph,
            Some("r") => Self::Run,
            Some("rPr") => Self::RunProperties,
            Some("sectPr") => Self::SectionProperties,
            Some("tbl") => Self::Table,
            Some("tr") => Self::Row,
            Some("tc") => Self::Cell,
            Some("txbxContent") => Self::TextBox,
            Some("hdr" | "ftr" | "footnote" | "endnote" | "comment") => Self::Story,
            Some("bookmarkStart" | "bookmarkEnd") => Self::Bookmark,
            Some("br" | "cr" | "tab" | "ptab" | "sym" | "noBreakHyphen" | "softHyphen") => Self::Gap,
            Some("drawing" | "pict" | "object" | "footnoteReference" | "endnoteReference") => Self::Drawing,
            Some("instrText") => Self::Instruction,
            Some("fldChar" | "fldSimple") => Self::FieldMark,
            _ => Self::Other,
        }
    }
}

/// Reads a part.
///
/// # Errors
/// It is no XML of the words of a document, or [`Fault::TooComplex`].
pub(super) fn read<'x>(source: &'x str, part: &str) -> Result<Tree<'x>, Fault> {
    let broken = || Fault::Broken { part: part.to_owned() };
    let too_complex = || Fault::TooComplex { part: part.to_owned() };
    let mut reader = Reader::from_str(source);
    let mut prefix: Option<String> = None;
    let mut nodes = Vec::new();
    let mut open: Vec<Element<'x>> = Vec::new();
    let mut elements = 0;
    loop {
        let from = place(&reader);
        let event = reader.read_event().map_err(|_| broken())?;
        let raw = source.get(from..place(&reader)).ok_or_else(broken)?;
        let node = match event {
            Event::Start(start) | Event::Empty(start) => {
                let is_empty = raw.ends_with("/>");
                if prefix.is_none() {
                    prefix = Some(prefix_of(raw).ok_or_else(broken)?);
                }
                let prefix = prefix.as_deref().unwrap_or_default();
                elements += 1;
                if elements > MAX_ELEMENTS || open.len() == MAX_DEPTH {
                    return Err(too_complex());
                }
                let name = start.name();
                let name = name.as_ref();
                if !is_empty && name.strip_prefix(prefix) == Some("t") {
                    let text = words(&mut reader, raw.contains("preserve")).ok_or_else(broken)?;
                    let raw = source.get(from..place(&reader)).ok_or_else(broken)?;
                    Node::Words(Words { raw, text, is_changed: false })
                } else {
                    let element = Element { kind: Kind::of(name, prefix), start: raw, end: "", children: Vec::new() };
                    if !is_empty {
                        open.push(element);
                        continue;
                    }
                    Node::Element(element)
                }
            }
            Event::End(_) => {
                let mut element = open.pop().ok_or_else(broken)?;
                element.end = raw;
                Node::Element(element)
            }
            // What Word itself refuses; and with it every entity that is not one of XML's own.
            Event::DocType(_) => return Err(broken()),
            Event::Eof => break,
            _ => Node::Raw(raw),
        };
        open.last_mut().map_or(&mut nodes, |element| &mut element.children).push(node);
    }
    match prefix {
        Some(prefix) if open.is_empty() => Ok(Tree { prefix, nodes }),
        _ => Err(broken()),
    }
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// What the root calls the namespace of words, with its colon.
fn prefix_of(root: &str) -> Option<String> {
    let end = NAMESPACES.iter().find_map(|namespace| root.find(namespace))?;
    let before = root.get(..end)?.trim_end_matches(['"', '\'']).trim_end().strip_suffix('=')?.trim_end();
    let name = before.rsplit(char::is_whitespace).next()?;
    if name == "xmlns" { Some(String::new()) } else { Some(format!("{}:", name.strip_prefix("xmlns:")?)) }
}

/// The text up to the end of the element. White space around it counts only where it says so.
fn words(reader: &mut Reader<&[u8]>, keeps_space: bool) -> Option<String> {
    let mut text = String::new();
    let mut depth = 0;
    loop {
        match reader.read_event().ok()? {
            Event::Text(piece) => text.push_str(&piece.into_inner()),
            Event::CData(piece) => text.push_str(&piece.into_inner()),
            Event::GeneralRef(name) => text.push(character(&name.into_inner())?),
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            Event::Eof | Event::DocType(_) => return None,
            _ => {}
        }
    }
    // XML does not allow it, and it marks the places of tags.
    text.retain(|letter| letter != '\u{1}');
    Some(if keeps_space { text } else { text.trim_matches([' ', '\t', '\n', '\r']).to_owned() })
}

/// The character that a reference stands for.
fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

impl<'x> Words<'x> {
    /// Words that did not stand in the file.
    pub(super) fn new(text: String) -> Self {
        Self { raw: "", text, is_changed: true }
    }

    pub(super) fn write(&self, prefix: &str, out: &mut String) {
        if self.is_changed {
            write_text(&self.text, prefix, out);
        } else {
            out.push_str(self.raw);
        }
    }
}

/// Writes a text as what stands in a run: its breaks as breaks, and what XML cannot have left out.
pub(super) fn write_text(text: &str, prefix: &str, out: &mut String) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str(&format!("<{prefix}br/>"));
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                out.push_str(&format!("<{prefix}tab/>"));
            }
            if piece.is_empty() {
                continue;
            }
            out.push_str(&format!("<{prefix}t xml:space=\"preserve\">"));
            for letter in piece.chars() {
                match letter {
                    '&' => out.push_str("&amp;"),
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '\u{fffe}' | '\u{ffff}' => {}
                    letter if letter < ' ' => {}
                    letter => out.push(letter),
                }
            }
            out.push_str(&format!("</{prefix}t>"));
        }
    }
}

impl<'x> Node<'x> {
    /// The element, where it is one of this kind.
    pub(super) fn element(&self, kind: Kind) -> Option<&Element<'x>> {
        match self {
            Self::Element(element) if element.kind == kind => Some(element),
            _ => None,
        }
    }

    /// Whether it or anything in it passes a test.
    pub(super) fn any(&self, test: &mut dyn FnMut(&Self) -> bool) -> bool {
        test(self) || matches!(self, Self::Element(element) if element.children.iter().any(|child| child.any(test)))
    }
}
