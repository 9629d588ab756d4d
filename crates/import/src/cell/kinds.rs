//! The kinds of a penalty, of which a cell may name several.

use super::super::vocabulary::{AMBIGUOUS_KINDS, OTHER, PENALTY_KINDS, SEPARATORS};
use super::clean::{ascii_forms, compacted};
use super::word::{bracket, key, without_number, word};
use facts::{PenaltyKind, Set};

/// No cell names so many kinds without a sign between them that its text is longer than this, in bytes.
const MOST_CUT: usize = 600;

/// What the cells say about the kinds of a penalty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds {
    pub(crate) kinds: Set<PenaltyKind>,
    /// Whether something in them is no kind that is known.
    pub(crate) unknown: bool,
    /// Whether a word leaves open which of two kinds is meant.
    pub(crate) ambiguous: bool,
}

/// Reads the kinds that a text names. `meaning` is what a person said that a part of it means.
pub(crate) fn penalty_kinds<'t>(text: &'t str, meaning: impl Fn(&str) -> String + 't) -> Kinds {
    let mut found = Kinds { kinds: Set::EMPTY, unknown: false, ambiguous: false };
    if found.take(text) {
        return found;
    }
    let plain = ascii_forms(text);
    // The free text of 其他-… may hold separators of its own.
    let mut in_free_text = false;
    for part in parts(&plain) {
        let part = meaning(part);
        if part.is_empty() || found.take(&part) {
            continue;
        }
        if is_free_text(&part) {
            found.kinds.insert(PenaltyKind::Other);
            in_free_text = true;
            continue;
        }
        let pieces: Vec<&str> = part.split_whitespace().collect();
        let mut by_blanks = found;
        if pieces.len() > 1 && pieces.iter().all(|piece| by_blanks.take(piece) || by_blanks.cut(&key(piece))) {
            found = by_blanks;
        } else if !found.cut(&key(&part)) {
            found.unknown |= !in_free_text;
        }
    }
    found.unknown |= found.kinds.is_empty();
    found
}

impl Kinds {
    /// Takes a text that is one kind as a whole.
    fn take(&mut self, text: &str) -> bool {
        let Some(kind) = word(text, &PENALTY_KINDS) else { return false };
        self.kinds.insert(kind);
        if kind != PenaltyKind::SuspensionOfLicence {
            return true;
        }
        let whole = key(text);
        let base = bracket(&whole).map_or(&*whole, |(base, _)| base);
        self.ambiguous |= AMBIGUOUS_KINDS.iter().any(|known| without_number(base).unwrap_or(base) == *known);
        true
    }

    /// Takes a text that is nothing but kinds one behind the other.
    fn cut(&mut self, text: &str) -> bool {
        if text.len() > MOST_CUT {
            return false;
        }
        if text.is_empty() {
            return true;
        }
        let mut fitting: Vec<&(&str, PenaltyKind)> =
            PENALTY_KINDS.known.iter().filter(|(word, _)| *word != OTHER && text.starts_with(word)).collect();
        fitting.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        for (word, kind) in fitting {
            let mut longer = *self;
            longer.kinds.insert(*kind);
            longer.ambiguous |= AMBIGUOUS_KINDS.contains(word);
            if longer.cut(text.get(word.len()..).unwrap_or_default()) {
                *self = longer;
                return true;
            }
        }
        false
    }
}

/// 其他-… or 其他（…）: a kind in free text.
fn is_free_text(part: &str) -> bool {
    let whole = key(part);
    whole.strip_prefix(OTHER).is_some_and(|rest| rest.starts_with(['-', '—', '–']))
        || bracket(&whole).is_some_and(|(base, _)| base == OTHER)
}

/// The parts of a text between separators outside brackets.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    text.split(move |c| {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && SEPARATORS.contains(&c)
    })
    .map(str::trim)
    .filter(|part| !compacted(part).is_empty())
}
