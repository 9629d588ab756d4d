//! The text of a cell → a word of a closed list.

use super::super::vocabulary::{ALIKE, Brackets, Like, NO_END, Words};
use super::clean::compacted;
use super::numerals;

/// Finds a word in the words of its column. Blanks, invisible characters, widths and the signs between words do not matter.
/// What is no known word as a whole is tried without what stands in brackets behind it, as far as the words let that go,
/// without a number before or behind it, and last as one of the forms that the words know.
pub(crate) fn word<T: Copy>(text: &str, words: &Words<T>) -> Option<T> {
    // As most cells have it.
    let exact = words.known.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
    exact.or_else(|| shortened(&key(text), words))
}

/// Whether a text is one of these words, apart from blanks and what stands in brackets behind it.
pub(crate) fn is_one_of(text: &str, words: &[&str]) -> bool {
    // A look for their first letters tells most texts.
    if !text.chars().any(|c| words.iter().any(|word| word.starts_with(c))) {
        return false;
    }
    let plain = compacted(text);
    let plain = plain.trim_start_matches('*');
    let base = bracket(plain).map_or(plain, |(base, _)| base);
    [plain, base, without_number(base).unwrap_or(base)].iter().any(|text| words.contains(text))
}

#[inline(never)]
fn shortened<T: Copy>(text: &str, words: &Words<T>) -> Option<T> {
    if let Some(meaning) = known(text, words) {
        return Some(meaning);
    }
    if let Some((base, note)) = bracket(text) {
        let found = match words.brackets {
            Brackets::Remark => shortened(base, words),
            Brackets::Word => known(note, words).or_else(|| like(note, words.like)),
            Brackets::Extent => is_extent(note).then(|| shortened(base, words)).flatten(),
        };
        if found.is_some() {
            return found;
        }
    }
    if let Some(base) = without_number(text)
        && let Some(meaning) = shortened(base, words)
    {
        return Some(meaning);
    }
    like(text, words.like)
}

fn known<T: Copy>(text: &str, words: &Words<T>) -> Option<T> {
    let same =
        |word: &str| word == text || word.contains(is_joint) && word.chars().filter(|c| !is_joint(*c)).eq(text.chars());
    words.known.iter().find(|(word, _)| same(word)).map(|(_, meaning)| *meaning)
}

fn like<T: Copy>(text: &str, forms: &[Like<T>]) -> Option<T> {
    forms.iter().find(|form| form.fits(text)).map(|form| form.meaning)
}

/// The text as words are compared: without blanks and the signs that join words, and with words alike made one.
#[inline(never)]
pub(crate) fn key(text: &str) -> String {
    let plain: String = compacted(text).trim_start_matches('*').chars().filter(|c| !is_joint(*c)).collect();
    ALIKE.iter().fold(plain, |text, (one, other)| if text.contains(one) { text.replace(one, other) } else { text })
}

fn is_joint(c: char) -> bool {
    matches!(c, '、' | ',' | '。' | ';' | ':')
}

/// What stands before the brackets at the end of a text, and what in them; in ASCII forms.
pub(crate) fn bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', ']', '】', '〕'])?;
    let mut depth = 1_usize;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' | ']' | '】' | '〕' => depth += 1,
            '(' | '[' | '【' | '〔' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let base = text.get(..at)?;
            return (!base.is_empty()).then_some((base, inner.get(at + c.len_utf8()..)?));
        }
    }
    None
}

/// The text without the number that it has before or behind it: `1.`, `1、`, `(1)`, `①`; `_1`, `-1`, a bare digit.
pub(crate) fn without_number(text: &str) -> Option<&str> {
    let is_circled = |c: char| ('①'..='⑳').contains(&c);
    if let Some(rest) = text.strip_prefix(is_circled) {
        return Some(rest).filter(|rest| !rest.is_empty());
    }
    let opened = text.strip_prefix('(').unwrap_or(text);
    let behind = opened.trim_start_matches(|c: char| c.is_ascii_digit());
    if behind.len() < opened.len()
        && let Some(rest) = behind.strip_prefix(['.', '、', ')'])
        && !rest.is_empty()
    {
        return Some(rest);
    }
    let base = text.trim_end_matches(|c: char| c.is_ascii_digit() || is_circled(c));
    // More digits than two are an amount or a year.
    if !(1..=2).contains(&(text.chars().count() - base.chars().count())) {
        return None;
    }
    let base = base.strip_suffix(['_', '-']).unwrap_or(base);
    (!base.is_empty()).then_some(base)
}

/// What the number of an amount, or of a length of time, is followed by.
const EXTENTS: &[&str] = &["元", "元整", "圆", "圆整", "个月", "月", "年", "日", "天", "个工作日", "个半月"];

/// Whether a remark tells how much or how long: 五千元, 5000元, 三个月, 6个月, 一年.
fn is_extent(note: &str) -> bool {
    let is_number = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '.' | ',' | '半' | '万' | '亿')
            || numerals::digit(c).is_some()
            || numerals::place(c).is_some()
    };
    if NO_END.contains(&note) {
        return true;
    }
    let number = note.strip_prefix("人民币").unwrap_or(note);
    let unit = number.trim_start_matches(is_number);
    // A number that counts nothing is no extent, but 五万 needs no 元.
    unit.len() < number.len() && (EXTENTS.contains(&unit) || (unit.is_empty() && number.ends_with(['万', '亿'])))
}

impl<T> Like<T> {
    /// Whether a text has this form: its pieces stand in it in this order, and nothing that it excludes does.
    fn fits(&self, text: &str) -> bool {
        let mut pieces = self.form.split('…').peekable();
        let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else { return false };
        while let Some(piece) = pieces.next() {
            if pieces.peek().is_none() {
                return rest.ends_with(piece) && !self.unless.iter().any(|word| text.contains(word));
            }
            let Some(at) = rest.find(piece) else { return false };
            rest = rest.get(at + piece.len()..).unwrap_or_default();
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_their_pieces_in_order() {
        let fits = |form, text| Like { form, unless: &["不"], meaning: () }.fits(text);
        assert!(fits("吊销…", "吊销后再议") && fits("吊销…", "吊销") && !fits("吊销…", "已吊销"));
        assert!(fits("…责令…期限…", "未在责令的期限内公示") && !fits("…责令…期限…", "期限责令"));
        assert!(fits("住所…无法联系", "住所(场所)无法联系") && !fits("住所…无法联系", "住所无法联系的"));
        assert!(!fits("吊销…", "吊销不了") && fits("合格", "合格") && !fits("合格", "合格证"));
    }

    #[test]
    fn numbers_go_from_the_ends_only() {
        for (text, base) in [
            ("1.罚款", Some("罚款")),
            ("2、罚款", Some("罚款")),
            ("(3)罚款", Some("罚款")),
            ("①罚款", Some("罚款")),
            ("罚款_1", Some("罚款")),
            ("罚款-12", Some("罚款")),
            ("罚款2", Some("罚款")),
            ("罚款", None),
            ("12", None),
            ("1.", None),
            ("罚2款", None),
            ("罚款5000", None),
        ] {
            assert_eq!(without_number(text), base, "{text}");
        }
    }

    #[test]
    fn only_amounts_and_times_are_extents() {
        for note in
            ["五千元", "5000元", "5,000.5元", "人民币伍仟元整", "五万", "三个月", "6个月", "1年", "半年", "十日"]
        {
            assert!(is_extent(note), "{note}");
        }
        for note in ["", "责令", "暂缓", "5000", "元", "三人", "缓期三个月"] {
            assert!(!is_extent(note), "{note}");
        }
    }
}
