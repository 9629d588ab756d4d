//! Blocks: what is repeated, or stands there only sometimes. In a table row the row, of paragraphs, rows or runs that a tag
//! fills those between, else the paragraphs that begin and end with the tags.

use std::collections::VecDeque;

use super::fault::Fault;
use super::tags::{Opening, Placed, Tag};
use super::tree::{Element, Kind, Node};

/// A block with what is in it.
#[derive(Clone, Debug)]
pub(super) struct Block<'x> {
    pub(super) opening: Opening,
    pub(super) name: String,
    pub(super) body: Vec<Node<'x>>,
    /// What stands there instead.
    pub(super) otherwise: Vec<Node<'x>>,
}

/// How many blocks may stand within each other: what builds and writes them calls itself.
const MAX_NESTED: usize = 50;

/// Holds that every block is closed, by its own end.
///
/// # Errors
/// The first block for which that is not so; [`Fault::TooComplex`] where more than [`MAX_NESTED`] stand within each other.
pub(super) fn check(nodes: &[Node]) -> Result<(), Fault> {
    let mut open: Vec<(Placed, bool)> = Vec::new();
    let mut fault = None;
    walk(nodes, &mut |tag| {
        let place = || tag.0.place.clone();
        let depth = open.len();
        let met = match (&tag.0.tag, open.last_mut()) {
            (Tag::Value(_), _) => None,
            (Tag::Open(..), _) if depth == MAX_NESTED => Some(Fault::TooComplex { part: place().part }),
            (Tag::Open(..), _) => {
                open.push((tag.clone(), false));
                None
            }
            (Tag::Else, Some((opened, has_else))) if opening(opened) == Opening::If && !*has_else => {
                *has_else = true;
                None
            }
            (Tag::Else, _) => Some(Fault::StrayElse { place: place() }),
            (Tag::Close(word), None) => Some(Fault::NothingToClose { place: place(), tag: word.word().to_owned() }),
            (Tag::Close(word), Some((opened, _))) if opening(opened) != *word => Some(Fault::ClosedByAnother {
                place: place(),
                tag: word.word().to_owned(),
                open: opening(opened).word().to_owned(),
            }),
            (Tag::Close(_), Some(_)) => {
                open.pop();
                None
            }
        };
        if fault.is_none() {
            fault = met;
        }
    });
    let unclosed = |(tag, _): &(Placed, bool)| Fault::NotClosed {
        place: tag.0.place.clone(),
        tag: opening(tag).word().to_owned(),
    };
    fault.or_else(|| open.last().map(unclosed)).map_or(Ok(()), Err)
}

/// How the block of an opening tag is opened.
fn opening(tag: &Placed) -> Opening {
    match tag.0.tag {
        Tag::Open(opening, _) => opening,
        _ => Opening::If,
    }
}

/// Visits the tags in their order.
fn walk<'t, 'x>(nodes: &'t [Node<'x>], visit: &mut dyn FnMut(&'t Placed<'x>)) {
    for node in nodes {
        match node {
            Node::Tag(tag) => visit(tag),
            Node::Element(element) => walk(&element.children, visit),
            Node::Block(_) | Node::Raw(_) | Node::Words(_) => {}
        }
    }
}

/// The tags of blocks that are opened in a node and not closed there, those that are closed, and the `else` between.
#[derive(Default)]
struct Balance<'x> {
    opened: Vec<Placed<'x>>,
    closed: usize,
    has_else: bool,
}

impl<'x> Balance<'x> {
    fn of(node: &Node<'x>) -> Self {
        let mut balance = Self::default();
        walk(std::slice::from_ref(node), &mut |tag| match tag.0.tag {
            Tag::Value(_) => {}
            Tag::Open(..) => balance.opened.push(tag.clone()),
            Tag::Close(_) => {
                if balance.opened.pop().is_none() {
                    balance.closed += 1;
                }
            }
            Tag::Else => balance.has_else |= balance.opened.is_empty(),
        });
        balance
    }
}

/// Makes blocks of what stands between their tags; [`check`] has held that they pair.
///
/// # Errors
/// A block that begins and ends in different paragraphs, beside other text.
pub(super) fn build(nodes: Vec<Node>) -> Result<Vec<Node>, Fault> {
    let mut out = Vec::with_capacity(nodes.len());
    let mut left: VecDeque<Node> = nodes.into();
    while let Some(first) = left.pop_front() {
        let mut opened = Balance::of(&first).opened;
        let Some(tag) = opened.pop() else {
            out.push(within(first)?);
            continue;
        };
        let crosses = || crosses(&tag);
        // Two blocks that are opened in one paragraph and closed in others have no paragraphs of their own.
        if !opened.is_empty() {
            return Err(crosses());
        }
        let (mut body, mut otherwise) = (Vec::new(), None);
        let mut depth = 1;
        let last = loop {
            let node = left.pop_front().ok_or_else(crosses)?;
            let balance = Balance::of(&node);
            if depth == 1 && balance.has_else {
                if !is_only_tag(&node) {
                    return Err(crosses());
                }
                otherwise = Some(Vec::new());
                continue;
            }
            if balance.closed >= depth {
                // Nor has a block that begins where another ends.
                if balance.closed > depth || !balance.opened.is_empty() {
                    return Err(crosses());
                }
                break node;
            }
            depth = depth - balance.closed + balance.opened.len();
            otherwise.as_mut().unwrap_or(&mut body).push(node);
        };
        let (mut before, mut after) = (Vec::new(), Vec::new());
        match (is_only_tag(&first), is_only_tag(&last)) {
            (true, true) => {
                // The end of a section, with its page, is kept in its last paragraph.
                before.extend(Some(without(first, &tag)).filter(ends_section));
                let close = closing(&last).ok_or_else(crosses)?;
                after.extend(Some(without(last, &close)).filter(ends_section));
            }
            (first_is_tag, last_is_tag) => {
                let close = closing(&last).ok_or_else(crosses)?;
                if !first_is_tag && !begins_with(&first, &tag) {
                    return Err(crosses());
                }
                if !last_is_tag && !ends_with(&last, &close) {
                    return Err(crosses());
                }
                let first = without(first, &tag);
                let last = without(last, &close);
                if Balance::of(&first).has_else || Balance::of(&last).has_else {
                    return Err(crosses());
                }
                if !first_is_tag {
                    body.insert(0, first);
                }
                if !last_is_tag {
                    otherwise.as_mut().unwrap_or(&mut body).push(last);
                }
            }
        }
        out.append(&mut before);
        out.push(block(&tag, build(body)?, build(otherwise.unwrap_or_default())?));
        out.append(&mut after);
    }
    Ok(out)
}

fn crosses(tag: &Placed) -> Fault {
    Fault::Crosses { place: tag.0.place.clone(), tag: opening(tag).word().to_owned() }
}

fn block<'x>(tag: &Placed<'x>, body: Vec<Node<'x>>, otherwise: Vec<Node<'x>>) -> Node<'x> {
    let name = match &tag.0.tag {
        Tag::Open(_, name) => name.clone(),
        _ => String::new(),
    };
    Node::Block(Block { opening: opening(tag), name, body, otherwise })
}

/// Builds the blocks that begin and end within a node.
fn within(node: Node) -> Result<Node, Fault> {
    match node {
        Node::Element(row) if row.kind == Kind::Row => within_row(row),
        Node::Element(mut element) => {
            element.children = build(element.children)?;
            Ok(Node::Element(element))
        }
        node => Ok(node),
    }
}

/// A block of which both tags stand in one table row is about the row. What stands in a row that is repeated already, or of
/// several beside each other, is about it only where it goes from cell to cell.
fn within_row(mut row: Element) -> Result<Node, Fault> {
    let mut about_row: Vec<Placed> = Vec::new();
    loop {
        let blocks = blocks_of_row(&row);
        let only = (about_row.is_empty() && blocks.len() == 1).then(|| blocks.first()).flatten();
        let found = only.or_else(|| blocks.iter().find(|block| block.crosses_cells)).filter(|block| !block.has_else);
        let Some(RowBlock { open, close, .. }) = found else { break };
        remove(&mut row.children, close);
        remove(&mut row.children, open);
        about_row.push(open.clone());
    }
    row.children = build(row.children)?;
    let row = Node::Element(row);
    Ok(about_row.iter().rev().fold(row, |inner, tag| block(tag, vec![inner], Vec::new())))
}

/// A block of a row that is within no other.
struct RowBlock<'x> {
    open: Placed<'x>,
    close: Placed<'x>,
    has_else: bool,
    crosses_cells: bool,
}

/// The outermost blocks of a row; those in tables and boxes within it are not about it.
fn blocks_of_row<'x>(row: &Element<'x>) -> Vec<RowBlock<'x>> {
    let mut tags = Vec::new();
    for (cell, node) in row.children.iter().enumerate() {
        collect(node, cell, &mut tags);
    }
    let mut blocks = Vec::new();
    let mut open: Vec<(usize, Placed)> = Vec::new();
    let mut has_else = false;
    for (cell, tag) in tags {
        match tag.0.tag {
            Tag::Value(_) => {}
            Tag::Open(..) => {
                has_else &= !open.is_empty();
                open.push((cell, tag));
            }
            Tag::Else => has_else |= open.len() == 1,
            Tag::Close(_) => {
                if let Some((first, opened)) = open.pop().filter(|_| open.is_empty()) {
                    blocks.push(RowBlock { open: opened, close: tag, has_else, crosses_cells: first != cell });
                }
            }
        }
    }
    blocks
}

fn collect<'x>(node: &Node<'x>, cell: usize, tags: &mut Vec<(usize, Placed<'x>)>) {
    match node {
        Node::Tag(tag) => tags.push((cell, tag.clone())),
        Node::Element(element) if !matches!(element.kind, Kind::Table | Kind::TextBox) => {
            element.children.iter().for_each(|child| collect(child, cell, tags));
        }
        _ => {}
    }
}

/// Whether there is nothing to read in it but one tag of a block.
fn is_only_tag(node: &Node) -> bool {
    let mut tags = 0;
    let other = node.any(&mut |node| match node {
        Node::Tag(tag) => {
            tags += 1;
            matches!(tag.0.tag, Tag::Value(_))
        }
        node => is_content(node),
    });
    !other && tags == 1
}

/// Whether a node itself is something that a reader sees.
fn is_content(node: &Node) -> bool {
    match node {
        Node::Words(words) => !words.text.trim().is_empty(),
        Node::Element(element) => element.kind == Kind::Drawing,
        _ => false,
    }
}

fn ends_section(node: &Node) -> bool {
    node.any(&mut |node| node.element(Kind::SectionProperties).is_some())
}

/// The tag that closes the block that was opened before.
fn closing<'x>(node: &Node<'x>) -> Option<Placed<'x>> {
    let (mut depth, mut found) = (0_usize, None);
    walk(std::slice::from_ref(node), &mut |tag| match tag.0.tag {
        Tag::Open(..) => depth += 1,
        Tag::Close(_) if depth == 0 => found = Some(tag.clone()),
        Tag::Close(_) => depth -= 1,
        _ => {}
    });
    found
}

fn begins_with(node: &Node, tag: &Placed) -> bool {
    let mut is_first = None;
    node.any(&mut |node| {
        if is_first.is_none() {
            match node {
                Node::Tag(met) => is_first = Some(met.is(tag)),
                node if is_content(node) => is_first = Some(false),
                _ => {}
            }
        }
        is_first.is_some()
    });
    is_first == Some(true)
}

fn ends_with(node: &Node, tag: &Placed) -> bool {
    let mut is_last = false;
    node.any(&mut |node| {
        match node {
            Node::Tag(met) => is_last = met.is(tag),
            node if is_content(node) => is_last = false,
            _ => {}
        }
        false
    });
    is_last
}

fn without<'x>(node: Node<'x>, tag: &Placed) -> Node<'x> {
    let mut nodes = vec![node];
    remove(&mut nodes, tag);
    nodes.pop().unwrap_or(Node::Raw(""))
}

/// Takes a tag away, with its paragraph where that has nothing else and is not the only one.
fn remove(nodes: &mut Vec<Node>, tag: &Placed) {
    let is_it = |node: &Node| matches!(node, Node::Tag(met) if met.is(tag));
    let Some(index) = nodes.iter().position(|node| node.any(&mut |node| is_it(node))) else { return };
    let paragraphs = nodes.iter().filter(|node| node.element(Kind::Paragraph).is_some()).count();
    let fills = nodes[index].element(Kind::Paragraph).is_some() && is_only_tag(&nodes[index]);
    if is_it(&nodes[index]) || (fills && paragraphs > 1 && !ends_section(&nodes[index])) {
        nodes.remove(index);
    } else if let Node::Element(element) = &mut nodes[index] {
        remove(&mut element.children, tag);
    }
}
