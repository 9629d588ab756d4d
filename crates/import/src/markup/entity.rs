//! Characters written by a name or a number: `&nbsp;`, `&#8212;`.

/// The longest such character, in bytes.
pub(super) const MAX_BYTES: usize = 12;

/// Those that tables of offices have.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("yen", '¥'),
    ("times", '×'),
];

/// Appends a text of a page to what was read: characters by their names, and white space as one space.
pub(super) fn push_decoded(text: &str, read: &mut String) {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let mut length = next.len_utf8();
        if next.is_ascii_whitespace() {
            if !read.is_empty() && !read.ends_with([' ', '\n']) {
                read.push(' ');
            }
        } else if let Some((character, bytes)) = (next == '&').then(|| decoded(rest)).flatten() {
            read.push(character);
            length = bytes;
        } else {
            let end = rest.find(|c: char| c == '&' || c.is_ascii_whitespace()).filter(|end| *end > 0);
            length = end.unwrap_or(if next == '&' { length } else { rest.len() });
            read.push_str(rest.get(..length).unwrap_or_default());
        }
        rest = rest.get(length..).unwrap_or_default();
    }
}

/// The character that the text begins with, and how long its writing is.
fn decoded(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(MAX_BYTES).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 1))
}
