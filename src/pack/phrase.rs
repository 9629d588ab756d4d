//! Words that the program itself says, in both languages.

use super::text::Locale;

/// Words in both languages; `{0}`, `{1}` … stand for what they are filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Phrase {
    /// The words in the language of the reader.
    #[must_use]
    pub fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }

    /// The words with their places filled.
    #[must_use]
    pub fn fill(self, locale: Locale, values: &[&str]) -> String {
        let mut text = self.get(locale).to_owned();
        for (place, value) in values.iter().enumerate() {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }
}

/// Declares phrases: a name, the Chinese, the English.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident $zh:literal $en:literal)+) => {
        $($(#[$doc])* pub const $name: $crate::pack::Phrase = $crate::pack::Phrase { zh: $zh, en: $en };)+
    };
}
pub(crate) use phrases;
