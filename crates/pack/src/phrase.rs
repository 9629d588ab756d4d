//! Words that the program itself says, in both languages.

use super::text::Locale;

/// Words in both languages; `{0}`, `{1}` … stand for what they are filled with.
///
/// It points to both, so that to name a phrase costs a single number in the code of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(pub &'static [&'static str; 2]);

impl Phrase {
    /// The words in the language of the reader.
    #[inline(never)]
    #[must_use]
    pub fn get(self, locale: Locale) -> &'static str {
        let [zh, en] = self.0;
        match locale {
            Locale::Zh => zh,
            Locale::En => en,
        }
    }

    /// The words with their places filled. What is not filled stays empty.
    #[inline(never)]
    #[must_use]
    pub fn fill(self, locale: Locale, values: &[&str]) -> String {
        let mut pieces = self.get(locale).split('{');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (index, rest) = piece.split_once('}').unwrap_or(("", piece));
            let index = index.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
            text.push_str(values.get(index).copied().unwrap_or_default());
            text.push_str(rest);
        }
        text
    }
}

/// Declares phrases: a name, the Chinese, the English.
#[macro_export]
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident $zh:literal $en:literal)+) => {
        $($(#[$doc])* pub const $name: $crate::Phrase = $crate::Phrase(&[$zh, $en]);)+
    };
}
