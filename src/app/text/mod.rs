//! The words of the interface, Chinese and English side by side.
//!
//! Only what is the page's own stands here: buttons, headings, guidance. The words of the law and of the documents come
//! from the rule pack.

mod answer;
mod facts;
mod frame;
mod inspection;
mod list;
mod repair;
mod start;
mod timeline;
mod why;

use crate::pack::Locale;

pub use answer::*;
pub use facts::*;
pub use frame::*;
pub use inspection::*;
pub use list::*;
pub use repair::*;
pub use start::*;
pub use timeline::*;
pub use why::*;

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
        $($(#[$doc])* pub const $name: $crate::app::text::Phrase = $crate::app::text::Phrase { zh: $zh, en: $en };)+
    };
}
use phrases;
