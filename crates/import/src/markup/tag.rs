//! One tag: its name and what it says of itself.

use super::entity::push_decoded;

/// A tag.
pub(super) struct Tag<'t> {
    /// Its name in small letters, without a prefix such as `ss:`.
    pub(super) name: String,
    /// Whether it ends what another one began.
    pub(super) closes: bool,
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Reads what stands between `<` and `>`.
    pub(super) fn read(inner: &'t str) -> Self {
        let closes = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let end = inner.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(inner.len());
        let name = local(inner.get(..end).unwrap_or_default());
        Self { name, closes, attributes: inner.get(end..).unwrap_or_default() }
    }

    /// The text of an attribute.
    pub(super) fn text(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let (name, behind) = rest.split_at_checked(end).filter(|(name, _)| !name.is_empty())?;
            let Some(value) = behind.trim_start().strip_prefix('=') else {
                rest = behind;
                continue;
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, behind) = match quote {
                Some(quote) => value.get(1..)?.split_once(quote)?,
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            if local(name) == wanted {
                let mut text = String::new();
                push_decoded(value, &mut text);
                return Some(text);
            }
            rest = behind;
        }
    }

    /// The number that an attribute is.
    pub(super) fn number(&self, wanted: &str) -> Option<usize> {
        if self.attributes.is_empty() { None } else { self.text(wanted)?.trim().trim_end_matches('/').parse().ok() }
    }
}

/// A name in small letters, without its prefix.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// Where a tag ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At this place, behind its `<`.
    At(usize),
    /// The text at hand does not say.
    Open,
    /// It is none: another one begins first.
    NoTag,
}

/// Where the tag ends whose text this is, behind its `<`: at the first `>` that stands in no quotation marks.
pub(super) fn end_of_tag(inner: &str) -> End {
    let mut quote = None;
    let mut behind_equals = false;
    for (index, byte) in inner.bytes().enumerate().take(super::MAX_TAG_BYTES) {
        #[cfg(test)]
        tests::LOOKED_AT.set(tests::LOOKED_AT.get() + 1);
        match (quote, byte) {
            (None, b'>') => return End::At(index),
            (None, b'<') => return End::NoTag,
            // A quotation mark opens a value only behind an equals sign: elsewhere it is a slip.
            (None, b'"' | b'\'') if behind_equals => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        behind_equals = byte == b'=' || (behind_equals && byte.is_ascii_whitespace());
    }
    End::Open
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::Markup;
    use crate::Limits;

    thread_local! {
        /// How many bytes were looked at for the end of a tag.
        pub(super) static LOOKED_AT: Cell<usize> = const { Cell::new(0) };
    }

    /// Tags that never end, many times as long as the longest tag: none is looked through again behind each bracket in it.
    #[test]
    fn each_byte_is_looked_at_a_few_times() {
        for filler in ["<a ", "<a b=\"", "<a b=\"<a c='", "<", "<td", "<td rowspan=60000 colspan=1000"] {
            let page = format!("<table><tr><td>{}", filler.repeat(100_000));
            LOOKED_AT.set(0);
            let mut markup = Markup::new(Limits::default());
            let mut pushed = 0;
            // Pieces larger than the longest tag, and nothing at the end.
            for piece in page.as_bytes().chunks(100_000).chain([&b""[..]]) {
                pushed += piece.len();
                let taken = markup.push(&String::from_utf8_lossy(piece), piece.is_empty(), &mut Vec::new());
                assert!(taken.is_ok(), "{filler}");
                assert!(LOOKED_AT.get() <= 4 * pushed, "{filler}: {} of {pushed}", LOOKED_AT.get());
            }
        }
    }
}
