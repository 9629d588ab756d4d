//! Chinese numerals, plain and as they stand on cheques.

/// The digit that a numeral stands for. A circle is how a nought is often typed.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '壹' | '弌' => 1,
        '二' | '贰' | '貳' | '两' => 2,
        '三' | '叁' | '參' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten below ten thousand that a numeral stands for.
pub(super) fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The number that a text of digits in either writing is, and how many digits it has: 2025, 二〇二五, 12, 十二, 二十八, 廿八.
pub(super) fn number(text: &str) -> Option<(u32, usize)> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((text.parse().ok()?, text.len()));
    }
    // The letter O is a nought here, as it is often typed.
    let in_row = |c: char| digit(c).or(matches!(c, 'O' | 'o').then_some(0));
    if text.chars().all(|c| in_row(c).is_some()) {
        let mut digits = text.chars().filter_map(in_row);
        let number = digits.try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit))?;
        return Some((number, text.chars().count()));
    }
    // Tens and ones, as days and months have them.
    let (tens, ones) = match text.chars().next()? {
        '廿' => (2, text.get('廿'.len_utf8()..)?),
        '卅' => (3, text.get('卅'.len_utf8()..)?),
        _ => {
            let (tens, ones) = text.split_once(|c| place(c) == Some(1))?;
            (if tens.is_empty() { 1 } else { one_digit(tens)? }, ones)
        }
    };
    Some((tens * 10 + if ones.is_empty() { 0 } else { one_digit(ones)? }, 2))
}

/// Returns the text with numbers in Chinese numerals written in figures: tens and ones, and digits in a row. Numbers with hundreds
/// or thousands stay as they are.
///
/// ```
/// assert_eq!(import::cell::in_figures("近三年内十二次"), "近3年内12次");
/// ```
#[must_use]
pub fn in_figures(text: &str) -> String {
    let is_numeral = |c: char| digit(c).is_some() || place(c) == Some(1) || matches!(c, '廿' | '卅');
    let mut figures = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_numeral) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(from.find(|c| !is_numeral(c)).unwrap_or(from.len()));
        figures.push_str(before);
        match number(run) {
            Some((number, _)) => figures.push_str(&number.to_string()),
            None => figures.push_str(run),
        }
        rest = after;
    }
    figures + rest
}

fn one_digit(text: &str) -> Option<u32> {
    let mut letters = text.chars();
    let found = letters.next().and_then(digit)?;
    letters.next().is_none().then_some(found)
}
