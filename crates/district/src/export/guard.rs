//! No cell of a written file may become a formula.
//!
//! A spreadsheet takes a text for a formula when it begins with `=`, `+`, `-` or `@`; some also look behind a tab or a
//! line break, and some take the full-width forms for the plain ones. A workbook says of each cell that it is a text; in
//! it such texts are marked as quoted besides, so that they stay texts when a person edits them. A CSV file cannot say
//! so: there an apostrophe goes in front, which our own import takes off again from codes.

/// Whether a spreadsheet could take a text for a formula.
pub(super) fn may_become_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\0'])
}

/// Whether a spreadsheet that reads a CSV file would make another number of a text: a code of eighteen digits loses its
/// last three, 12E5 becomes 1200000, and zeros in front are lost.
pub(super) fn would_be_another_number(text: &str) -> bool {
    /// What a number of a spreadsheet keeps exactly.
    const EXACT_DIGITS: usize = 15;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits > 0 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'E' | b'e' | b'.'));
    is_number && (digits > EXACT_DIGITS || digits < text.len() || (text.starts_with('0') && text.len() > 1))
}
