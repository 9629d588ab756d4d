//! Messages with places for numbers, days and names.

use super::fault::PackFaultCode;
use super::parameter::{Parameter, Shape};
use super::reader::Node;
use super::terms::Slot;
use super::text::{Locale, Text};
use facts::Term;

/// A message in both languages, split at its placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub(super) zh: Vec<Piece>,
    pub(super) en: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    Slot(Slot),
    Parameter(usize),
}

impl Message {
    /// Returns whether it has a placeholder, in any language.
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.zh.iter().chain(&self.en).any(|piece| *piece == Piece::Slot(slot))
    }

    /// The message with what its placeholders stand for: `slot` and `parameter` give each its words.
    pub fn fill(&self, slot: &dyn Fn(Slot, Locale) -> String, parameter: &dyn Fn(usize, Locale) -> String) -> Text {
        Text::from_both(|locale| {
            let pieces = match locale {
                Locale::Zh => &self.zh,
                Locale::En => &self.en,
            };
            let mut text = String::new();
            for piece in pieces {
                match piece {
                    Piece::Words(words) => text.push_str(words),
                    Piece::Slot(name) => text.push_str(&slot(*name, locale)),
                    Piece::Parameter(index) => text.push_str(&parameter(*index, locale)),
                }
            }
            text
        })
    }
}

/// Reads a message that may have these placeholders and those of parameters that are numbers or amounts.
pub(super) fn read_message(node: &Node, slots: &[Slot], parameters: &[Parameter]) -> Option<Message> {
    let words = node.words()?;
    let read = |text: &str| split(node, text, slots, parameters);
    Some(Message { zh: read(&words.zh), en: read(&words.en) })
}

fn split(node: &Node, text: &str, slots: &[Slot], parameters: &[Parameter]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, behind)) = rest.split_once('{') {
        let Some((name, behind)) = behind.split_once('}') else {
            node.fault(PackFaultCode::UnknownPlaceholder, rest, "{…}");
            return pieces;
        };
        pieces.push(Piece::Words(words.to_owned()));
        let slot = slots.iter().copied().find(|slot| slot.code() == name).map(Piece::Slot);
        let countable =
            |parameter: &Parameter| parameter.id == name && matches!(parameter.shape, Shape::Whole(_) | Shape::Money);
        let parameter = || parameters.iter().position(countable).map(Piece::Parameter);
        match slot.or_else(parameter) {
            Some(piece) => pieces.push(piece),
            None => {
                let known: Vec<_> = slots.iter().map(|slot| slot.code()).collect();
                node.fault(PackFaultCode::UnknownPlaceholder, name, &known.join(", "));
            }
        }
        rest = behind;
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces
}
