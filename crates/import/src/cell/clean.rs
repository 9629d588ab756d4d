//! What a cell says, without what cannot be seen and what exports put around it.

use std::borrow::Cow;

use super::super::vocabulary::{DASHES, EMPTY};

/// Whether a character has no shape at all: the format characters of Unicode (general category Cf) and NUL. Web pages
/// and documents leave them in texts that are copied from them.
pub(super) fn is_invisible(c: char) -> bool {
    // Most characters are ideographs or digits.
    if ('\u{2070}'..'\u{FEFF}').contains(&c) || (' '..'\u{AD}').contains(&c) {
        return false;
    }
    matches!(c,
        '\0' | '\u{AD}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}'
        | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}'
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0001}'
        | '\u{E0020}'..='\u{E007F}')
}

/// Whether a character leaves no ink: blanks of any kind, control characters, and those that are invisible.
pub fn unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// The text without what surrounds it unseen, and without what exports put around a text so that a spreadsheet leaves it
/// alone: an apostrophe before it, or `="…"`; however often each was put, so that what is read once is read the same again.
pub fn trimmed(text: &str) -> &str {
    let mut text = text;
    loop {
        text = text.trim_start_matches(|c| c == '\'' || unseen(c)).trim_end_matches(unseen);
        match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
            Some(inner) => text = inner,
            None => return text,
        }
    }
}

/// The same, and without invisible characters within.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    if !may_begin(text, INVISIBLE) || !text.contains(is_invisible) {
        return Cow::Borrowed(trimmed(text));
    }
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    Cow::Owned(trimmed(&seen).to_owned())
}

/// Whether an invisible character may begin with this byte of UTF-8. No ideograph has one of these bytes.
pub(crate) const fn may_be_invisible(byte: u8) -> bool {
    matches!(byte, 0 | 0xC2 | 0xD8 | 0xDB | 0xDC | 0xE0 | 0xE1 | 0xE2 | 0xEF | 0xF0 | 0xF3)
}

/// What a byte of UTF-8 may begin: each cell is looked through for it, so that most need no more.
static BEGINS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let blank_or_wide = byte <= b' ' as usize || byte == 0xE3;
        table[byte] = may_be_invisible(byte as u8) as u8 | ((blank_or_wide as u8) << 1);
        byte += 1;
    }
    table
};
/// Something invisible, or a full-width form.
const INVISIBLE: u8 = 1;
/// A blank, or an ideographic one.
const BLANK: u8 = 2;

/// Whether any byte of a text may begin one of these.
fn may_begin(text: &str, what: u8) -> bool {
    // Days, codes and amounts are ASCII, in which but one character is invisible, NUL: neither has the highest bit.
    if what == INVISIBLE && text.bytes().fold(0, |all, byte| all | byte | byte.wrapping_sub(1)) < 0x80 {
        return false;
    }
    text.bytes().fold(0, |all, byte| all | BEGINS[usize::from(byte)]) & what != 0
}

/// Whether a text has no invisible character for certain: a look at its bytes that costs little for a row, and much for each
/// of its cells.
pub(crate) fn is_visible(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| BEGINS[usize::from(*byte)] & INVISIBLE == 0 || !may_hide(bytes.get(at..).unwrap_or_default()))
}

/// Whether the first character of these bytes of a text, one that may be invisible by its first byte, may be so by the others
/// too. Dashes begin with E2 and brackets with EF, as do many invisible characters: of these more is looked at.
pub(crate) fn may_hide(bytes: &[u8]) -> bool {
    match bytes {
        [0xE2, second, third, ..] => !matches!((second, third), (0x80, 0x90..=0xA7) | (0x82..=0xBF, _)),
        [0xEF, second, ..] => !matches!(second, 0xBC | 0xBD),
        _ => true,
    }
}

/// The text of a cell for reading, or `None` when the cell is empty or has one of the marks of an empty cell.
pub fn filled(text: &str) -> Option<Cow<'_, str>> {
    filled_in(false, text)
}

/// The same for a cell of a row, in which all is visible or perhaps not.
#[inline(always)]
pub(crate) fn filled_in(visible: bool, text: &str) -> Option<Cow<'_, str>> {
    if is_plain(text) && (visible || !may_begin(text, INVISIBLE)) {
        Some(Cow::Borrowed(text))
    } else {
        filled_slow(text)
    }
}

/// The slow path, out of line so that the usual one stays small.
#[inline(never)]
fn filled_slow(text: &str) -> Option<Cow<'_, str>> {
    // The other cells of most tables are empty, or have dashes.
    if is_dashes(text) {
        return None;
    }
    let text = cleaned(text);
    (!is_nothing(&text)).then_some(text)
}

/// Whether a text is empty or has nothing but dashes and blanks.
fn is_dashes(text: &str) -> bool {
    text.chars().all(|c| DASHES.contains(&c) || c.is_whitespace())
}

/// So many bytes has the longest mark of an empty cell.
const LONGEST: usize = 6;

/// Whether a text begins with the first bytes of a mark of an empty cell.
fn begins_like_nothing(bytes: &[u8]) -> bool {
    let alike = |mark: &&str| mark.bytes().zip(bytes).all(|(own, byte)| own.eq_ignore_ascii_case(byte));
    bytes.first().is_some_and(|first| FIRST_OF_EMPTY[usize::from(*first)]) && EMPTY.iter().any(alike)
}

/// With which bytes a mark of an empty cell begins: hardly any other cell does.
static FIRST_OF_EMPTY: [bool; 256] = {
    let mut table = [false; 256];
    let mut mark = 0;
    while mark < EMPTY.len() {
        let first = EMPTY[mark].as_bytes()[0];
        table[first.to_ascii_lowercase() as usize] = true;
        table[first.to_ascii_uppercase() as usize] = true;
        mark += 1;
    }
    table
};

/// Whether a clean text says that there is nothing.
fn is_nothing(text: &str) -> bool {
    if is_dashes(text) {
        return true;
    }
    // In full width a letter has three bytes.
    if text.len() > LONGEST * 3 {
        return false;
    }
    let plain = ascii_forms(text);
    EMPTY.iter().any(|mark| mark.eq_ignore_ascii_case(&plain))
}

/// Whether the text begins and ends with a letter, digit or ideograph and is no mark of an empty cell: what most cells are,
/// and what needs no cleaning unless something invisible is within. Others may need none either.
#[inline(always)]
fn is_plain(text: &str) -> bool {
    // Letters, digits, and with these three of UTF-8 the ideographs of the first plane from U+4000 on.
    let is_ideograph = |byte: &u8| matches!(byte, 0xE4..=0xE9);
    let bytes = text.as_bytes();
    let ends_well = || {
        bytes.last().is_some_and(u8::is_ascii_alphanumeric)
            || bytes.len().checked_sub(3).and_then(|start| bytes.get(start)).is_some_and(is_ideograph)
    };
    (bytes.len() > LONGEST || !begins_like_nothing(bytes))
        && bytes.first().is_some_and(|byte| byte.is_ascii_alphanumeric() || is_ideograph(byte))
        && ends_well()
}

/// The text with full-width letters, digits and signs made ASCII.
pub fn ascii_forms(text: &str) -> Cow<'_, str> {
    // Full-width forms begin with the byte EF, the ideographic space with E3: most cells have neither. The brackets of
    // document numbers begin with E3 too.
    let begins = |first: u8| memchr::memchr(first, text.as_bytes()).is_some();
    if !(begins(0xEF) || begins(0xE3) && text.contains('\u{3000}')) {
        return Cow::Borrowed(text);
    }
    text.chars().map(ascii_form).collect::<String>().into()
}

fn ascii_form(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The text with full-width letters and digits made ASCII, but brackets and signs as they stand: names are shown as they
/// are registered.
pub(crate) fn ascii_letters(text: &str) -> Cow<'_, str> {
    // Full-width forms begin with the byte EF.
    if memchr::memchr(0xEF, text.as_bytes()).is_none()
        || !text.contains(|c| ascii_form(c).is_ascii_alphanumeric() && !c.is_ascii())
    {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| if ascii_form(c).is_ascii_alphanumeric() { ascii_form(c) } else { c })
        .collect::<String>()
        .into()
}

/// The text in ASCII forms and without blanks and invisible characters.
pub(crate) fn compact(text: &str) -> String {
    compacted(text).into_owned()
}

/// The same, which most texts are already.
pub(crate) fn compacted(text: &str) -> Cow<'_, str> {
    // With these bytes begin full-width forms, all blanks, and what is invisible.
    if !may_begin(text, INVISIBLE | BLANK) {
        return Cow::Borrowed(text);
    }
    text.chars().map(ascii_form).filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect::<String>().into()
}

/// The text in one line: lines are joined, as a cell breaks them where it is too narrow.
pub(crate) fn in_one_line(text: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr2(b'\r', b'\n', text.as_bytes()).is_some() {
        text.lines().map(str::trim).collect::<String>().into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invisible_is_what_unicode_calls_a_format_character() {
        use unicode_general_category::{GeneralCategory, get_general_category};
        for c in '\u{1}'..=char::MAX {
            assert_eq!(is_invisible(c), get_general_category(c) == GeneralCategory::Format, "U+{:04X}", u32::from(c));
        }
        assert!(is_invisible('\0'));
    }

    #[test]
    fn no_mark_of_an_empty_cell_is_too_long_to_be_known() {
        for mark in EMPTY {
            let wide: String = mark.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)).collect();
            let wide = if mark.is_ascii() { wide } else { (*mark).to_owned() };
            assert_eq!((filled(mark), filled(&wide)), (None, None), "{mark}");
        }
    }

    #[test]
    fn the_bytes_that_are_looked_at_first_miss_nothing() {
        for c in ('\0'..=char::MAX).filter(|c| is_invisible(*c)) {
            assert!(c.to_string().bytes().next().is_some_and(may_be_invisible), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_row_is_not_taken_for_visible_where_something_in_it_is_not() {
        for c in ('\0'..=char::MAX).filter(|c| is_invisible(*c)) {
            for text in [format!("{c}"), format!("示{c}例"), format!("{c}1"), format!("——（{c}")] {
                assert!(!is_visible(&text), "U+{:04X}", u32::from(c));
            }
        }
        for text in ["", "91150203MA0000000X,包头市示例（集团）超市〔2024〕5号,— —,‐–―‘’“”…,ＡＢ１２"]
        {
            assert!(is_visible(text), "{text}");
        }
    }

    #[test]
    fn blanks_of_any_kind_and_what_is_invisible_are_left_out() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace() || is_invisible(*c)) {
            assert_eq!(compacted(&format!("示{c}例")), "示例", "U+{:04X}", u32::from(c));
            assert_eq!(cleaned(&format!("{c}示例{c}")), "示例", "U+{:04X}", u32::from(c));
        }
    }
}
