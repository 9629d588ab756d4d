//! Keys that mean the same in every field.

use web_sys::KeyboardEvent;

/// The code of the key by which a line ends. An Enter that an input method takes has another one in every browser; its name is
/// the same.
const ENTER: u32 = 13;

/// Returns whether a key ends what is written, and not only a word that an input method puts together.
#[must_use]
pub fn is_enter(key: &KeyboardEvent) -> bool {
    key.key_code() == ENTER
}
