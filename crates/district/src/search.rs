//! Finding enterprises by words in their names and codes.

use std::borrow::Cow;

use super::bits::Bits;
use facts::Enterprise;
use import::cell::ascii_forms;

/// What was last looked for, with what was found: who types another letter looks only there.
#[derive(Debug, Default)]
pub(super) struct Search(Option<(String, Bits)>);

impl Search {
    /// The enterprises whose name or code contains every one of the words, in any order. Brackets part words, and those of a
    /// name do not matter: 甲乙（测试） finds 测试甲乙有限公司 as well. There is no index: a million names are
    /// looked through faster than a person types, and an index would take more memory than the names.
    pub(super) fn find(&mut self, enterprises: &[Enterprise], words: &str) -> &Bits {
        let words = ascii_forms(words).to_ascii_uppercase();
        // Longer words are in no name that the shorter ones are not in.
        let known = self.0.take().filter(|(before, _)| words.starts_with(before.as_str()));
        let (before, mut found) = known.unwrap_or_else(|| (String::new(), Bits::all(enterprises.len())));
        if before != words {
            let words: Vec<&str> = words.split(parts_words).filter(|word| !word.is_empty()).collect();
            found.keep_indices(|index| fits(&enterprises[index], &words));
        }
        &self.0.insert((words, found)).1
    }
}

fn fits(enterprise: &Enterprise, words: &[&str]) -> bool {
    let name = plain(&enterprise.name);
    // A code is looked at only for what can stand in one.
    words.iter().all(|word| name.contains(word) || (word.is_ascii() && enterprise.uscc.contains(word)))
}

/// Whether a character stands between words.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || is_bracket(c)
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '【' | '】' | '〔' | '〕')
}

/// The name in capital and plain letters, without brackets.
fn plain(name: &str) -> Cow<'_, str> {
    // What has none of the bytes by which full-width forms, brackets and small letters are known is plain already.
    let is_other = |byte| matches!(byte, 0xEF | 0xE3 | b'(' | b')' | b'[' | b']') || byte.is_ascii_lowercase();
    if !name.bytes().any(is_other) {
        return Cow::Borrowed(name);
    }
    ascii_forms(name).to_ascii_uppercase().replace(is_bracket, "").into()
}
