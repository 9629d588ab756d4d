//! Tags: found in the text of a paragraph, however its runs are cut, and set apart from them.

use std::rc::Rc;

use super::fault::{Fault, Place};
use super::names::Names;
use super::tree::{Element, Kind, Node, Words};

/// So many characters around a tag are told.
const NEAR: usize = 12;

/// How many tags a part may have.
const MAX_TAGS: usize = 20_000;

/// What a tag says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Value(String),
    Open(Opening, String),
    Close(Opening),
    Else,
}

/// How a block is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Each,
    If,
}

impl Opening {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::If => "if",
        }
    }
}

/// A tag where it stands. Copies are the same tag.
#[derive(Clone, Debug)]
pub(super) struct Placed<'x>(pub(super) Rc<Standing<'x>>);

/// What is known of a tag in its place.
#[derive(Debug)]
pub(super) struct Standing<'x> {
    pub(super) tag: Tag,
    pub(super) place: Place,
    /// The start of the run of its first character, and the look of that.
    pub(super) run: &'x str,
    pub(super) look: Option<Element<'x>>,
}

impl Placed<'_> {
    /// Whether both are the same tag in the same place.
    pub(super) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What tags are looked for in.
pub(super) struct Finder<'n> {
    pub(super) part: &'n str,
    pub(super) names: &'n Names,
    /// How many tags were found.
    pub(super) found: usize,
    /// The tags of the paragraph that is being read, in their order, to be set in the place of their text.
    tags: std::collections::VecDeque<(Tag, Place)>,
}

/// A piece of the text of a paragraph.
enum Piece<'p, 'x> {
    Words(&'p mut Words<'x>),
    /// Something that is no letter.
    Gap,
}

/// Stands in the text of a paragraph where something is that is no letter.
const GAP: &str = "\n";

/// Stands in the words of a run where a tag was, until the run is cut there. No file has it: XML does not allow it.
const MARK: char = '\u{1}';

impl<'n> Finder<'n> {
    pub(super) fn new(part: &'n str, names: &'n Names) -> Self {
        Self { part, names, found: 0, tags: std::collections::VecDeque::new() }
    }

    /// Sets every tag within apart.
    ///
    /// # Errors
    /// A tag that is not known, or cannot stand there; braces that do not pair.
    pub(super) fn find<'x>(&mut self, nodes: Vec<Node<'x>>) -> Result<Vec<Node<'x>>, Fault> {
        let mut out = Vec::with_capacity(nodes.len());
        for mut node in nodes {
            if let Node::Element(element) = &mut node {
                // Paragraphs in a box within this one have been cut already when its own runs are.
                let is_paragraph = element.kind == Kind::Paragraph;
                element.children = self.find(std::mem::take(&mut element.children))?;
                if is_paragraph && self.join(element)? {
                    element.children = self.cut(std::mem::take(&mut element.children));
                }
            }
            out.push(node);
        }
        Ok(out)
    }

    /// Puts each tag of a paragraph into the words in which it begins; tells whether there are any.
    fn join(&mut self, paragraph: &mut Element) -> Result<bool, Fault> {
        let mut pieces: Vec<String> = Vec::new();
        own_words(&mut paragraph.children, &mut |piece| {
            pieces.push(match piece {
                Piece::Words(words) => words.text.clone(),
                Piece::Gap => GAP.to_owned(),
            });
        });
        let text = pieces.concat();
        let spans = self.read(&text)?;
        if spans.is_empty() {
            return Ok(false);
        }
        self.found += spans.len();
        if self.found > MAX_TAGS {
            return Err(Fault::TooComplex { part: self.part.to_owned() });
        }
        let (mut start, mut first) = (0, 0);
        let mut cut = pieces.iter().map(|piece| {
            let (from, until) = (start, start + piece.len());
            start = until;
            let mut left = String::new();
            let mut at = from;
            // A tag that goes on in the next piece is looked at there again.
            first += spans[first..].iter().take_while(|(_, ends)| *ends <= from).count();
            for (begins, ends) in spans[first..].iter().take_while(|(begins, _)| *begins < until) {
                left.push_str(text.get(at..(*begins).max(at)).unwrap_or_default());
                if from <= *begins {
                    left.push(MARK);
                }
                at = (*ends).min(until);
            }
            left + text.get(at..until).unwrap_or_default()
        });
        own_words(&mut paragraph.children, &mut |piece| {
            let left = cut.next();
            if let (Piece::Words(words), Some(left)) = (piece, left)
                && words.text != left
            {
                words.text = left;
                words.is_changed = true;
            }
        });
        Ok(true)
    }

    /// The tags of a text and where they stand.
    fn read(&mut self, text: &str) -> Result<Vec<(usize, usize)>, Fault> {
        let place = |at: usize, ends: usize| Place { part: self.part.to_owned(), near: near(text, at, ends) };
        let mut spans = Vec::new();
        let mut from = 0;
        if let Some(at) = text.find("｛｛") {
            return Err(Fault::WideBraces { place: place(at, at + "｛｛".len()) });
        }
        loop {
            let rest = &text[from..];
            let (open, close) = (rest.find("{{"), rest.find("}}"));
            let Some(open) = open else {
                if let Some(close) = close {
                    return Err(Fault::Braces { place: place(from + close, from + close + 2) });
                }
                return Ok(spans);
            };
            let begins = from + open;
            let after = begins + 2;
            let is_closed_first = close.is_some_and(|close| close < open);
            let Some(length) = text[after..].find("}}").filter(|_| !is_closed_first) else {
                return Err(Fault::Braces { place: place(begins, after) });
            };
            let ends = after + length + 2;
            let place = place(begins, ends);
            let tag = self.names.tag(text[after..after + length].trim(), &place)?;
            self.tags.push_back((tag, place));
            spans.push((begins, ends));
            from = ends;
        }
    }

    /// Cuts runs where tags were, so that each tag stands between runs.
    fn cut<'x>(&mut self, nodes: Vec<Node<'x>>) -> Vec<Node<'x>> {
        let mut out = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Element(run) if run.kind == Kind::Run => self.cut_run(run, &mut out),
                // A paragraph within this one has been cut by itself.
                Node::Element(mut element) if element.kind != Kind::Paragraph => {
                    element.children = self.cut(std::mem::take(&mut element.children));
                    out.push(Node::Element(element));
                }
                node => out.push(node),
            }
        }
        out
    }

    fn cut_run<'x>(&mut self, run: Element<'x>, out: &mut Vec<Node<'x>>) {
        let look = run.children.iter().find_map(|child| child.element(Kind::RunProperties)).cloned();
        let Element { start, end, kind, children } = run;
        let new = |children| Element { kind, start, end, children };
        let blank = |look: &Option<Element<'x>>| look.iter().cloned().map(Node::Element).collect::<Vec<_>>();
        let is_blank = |children: &[Node]| children.iter().all(|child| child.element(Kind::RunProperties).is_some());
        let mut current: Vec<Node<'x>> = Vec::new();
        let mut was_cut = false;
        for child in children {
            let Node::Words(words) = child else {
                current.extend(self.cut(vec![child]));
                continue;
            };
            if !words.text.contains(MARK) {
                current.push(Node::Words(words));
                continue;
            }
            for (index, piece) in words.text.split(MARK).enumerate() {
                if index > 0
                    && let Some((tag, place)) = self.tags.pop_front()
                {
                    was_cut = true;
                    if !is_blank(&current) {
                        out.push(Node::Element(new(std::mem::take(&mut current))));
                    }
                    current = blank(&look);
                    let standing = Standing { tag, place, run: start, look: look.clone() };
                    out.push(Node::Tag(Placed(Rc::new(standing))));
                }
                if !piece.is_empty() {
                    current.push(Node::Words(Words::new(piece.to_owned())));
                }
            }
        }
        if !was_cut || !is_blank(&current) {
            out.push(Node::Element(new(current)));
        }
    }
}

/// Visits the text of the runs of a paragraph, that of paragraphs in boxes within it left out.
fn own_words<'x>(nodes: &mut [Node<'x>], visit: &mut dyn FnMut(Piece<'_, 'x>)) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        match element.kind {
            Kind::Paragraph => continue,
            Kind::Gap | Kind::Drawing => visit(Piece::Gap),
            Kind::Run => {
                for child in &mut element.children {
                    match child {
                        Node::Words(words) => visit(Piece::Words(words)),
                        child => own_words(std::slice::from_mut(child), visit),
                    }
                }
                continue;
            }
            _ => {}
        }
        own_words(&mut element.children, visit);
    }
}

/// Some of a text around a place in it.
fn near(text: &str, begins: usize, ends: usize) -> String {
    let before: Vec<char> = text[..begins].chars().rev().take(NEAR).collect();
    let within = text[begins..ends].chars().take(4 * NEAR);
    let after = text[ends..].chars().take(NEAR);
    let shown: String = before.into_iter().rev().chain(within).chain(after).collect();
    shown.replace(GAP, " ")
}
