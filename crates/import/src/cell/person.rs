//! Identity numbers of persons: how they are told, and how they are shown.

use std::borrow::Cow;

use super::super::vocabulary::BUSINESS_CODES;
use super::clean::{ascii_forms, cleaned, compacted};
use facts::{Date, check_credit_code};

/// How many places of an identity number are shown at its beginning and at its end.
const SHOWN: usize = 4;

/// The weights of the places of an identity number, and the check digit by the remainder of 11.
///
/// Source: GB 11643.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: &[u8; 11] = b"10X98765432";

/// Whether these are the 18 places of an identity number: 17 digits with a day of birth, and their check digit.
pub(crate) fn is_identity_number(text: &[u8]) -> bool {
    let [digits @ .., last] = text else { return false };
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECK_DIGITS.get(sum as usize % CHECK_DIGITS.len()) == Some(&last.to_ascii_uppercase())
        && is_birthday(digits.get(6..14).unwrap_or_default(), 1800)
}

/// Whether these are the 15 places that identity numbers had: digits with a day of birth of the last century.
pub(crate) fn is_old_identity_number(text: &[u8]) -> bool {
    text.len() == 15
        && text.iter().all(u8::is_ascii_digit)
        && text.get(6..12).is_some_and(|day| is_birthday(&[b"19", day].concat(), 1900))
}

/// Whether eight digits are a day, of this year or a later one.
fn is_birthday(digits: &[u8], first_year: i32) -> bool {
    let number = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let year = i32::try_from(number(0, 4)).unwrap_or_default();
    (first_year..2200).contains(&year) && Date::from_ymd_opt(year, number(4, 6), number(6, 8)).is_some()
}

/// Whether this is the right code of a business, which it stays even where it could be an identity number as well.
pub(crate) fn is_business_code(code: &str) -> bool {
    BUSINESS_CODES.iter().any(|category| code.starts_with(category)) && check_credit_code(code).is_ok()
}

/// The text with every identity number in it reduced to its first four and last four places.
///
/// Blanks, hyphens and invisible characters within a number hide it from nobody; a text that is one, apart from these, is
/// masked too.
pub(crate) fn masked(text: &str) -> Cow<'_, str> {
    // Most texts have not as many digits as the shorter of them, however they are written.
    if text.len() < 15 {
        return Cow::Borrowed(text);
    }
    // A wide digit has a byte that no other digit has.
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == 0xEF;
    let others = text.len() - 15;
    if text.bytes().filter(|byte| !is_digit(*byte)).nth(others).is_some() {
        return Cow::Borrowed(text);
    }
    masked_slow(text)
}

/// The slow path, for a text with as many digits as a number has.
#[inline(never)]
fn masked_slow(text: &str) -> Cow<'_, str> {
    let plain = cleaned(text);
    let plain = ascii_forms(&plain);
    // Blanks and hyphens within a number hide it from nobody.
    let together = compacted(text);
    let masked = masked_in(&plain).or_else(|| masked_in(&together)).or_else(|| masked_in(&together.replace('-', "")));
    masked.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The text with its numbers masked, if it has any: runs of as many digits as such a number has, the last of which may be
/// an X.
fn masked_in(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut found) = (text, false);
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let run = digits + usize::from(digits == WEIGHTS.len() && rest[digits..].starts_with(['X', 'x']));
        let (word, behind) = rest.split_at(run);
        if is_number_of_person(word) {
            out.push_str(&mask(word));
            found = true;
        } else {
            out.push_str(word);
        }
        let other = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (between, behind) = behind.split_at(other);
        out.push_str(between);
        rest = behind;
    }
    found.then_some(out)
}

fn is_number_of_person(word: &str) -> bool {
    let bytes = word.as_bytes();
    is_old_identity_number(bytes) || (is_identity_number(bytes) && !is_business_code(&word.to_ascii_uppercase()))
}

fn mask(number: &str) -> String {
    let (first, last) =
        (number.get(..SHOWN).unwrap_or_default(), number.get(number.len() - SHOWN..).unwrap_or_default());
    [first, &"*".repeat(number.len() - 2 * SHOWN), last].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_masked_wherever_they_stand() {
        for (text, shown) in [
            ("15000019000101001X", "1500**********001X"),
            ("150000190001010001", "1500**********0001"),
            ("１５００００１９０００１０１０００１", "1500**********0001"),
            ("1500 0019 0001 0100 01", "1500**********0001"),
            ("1500\u{200B}00190001010001", "1500**********0001"),
            ("150000-19000101-0001", "1500**********0001"),
            ("示例甲（15000019000101001x）", "示例甲(1500**********001x)"),
            ("证号150000190001010001，示例", "证号1500**********0001,示例"),
            ("150000900101001", "1500*******1001"),
            ("ID150000190001010001号", "ID1500**********0001号"),
            ("示例甲 150000 190001010001", "示例甲1500**********0001"),
            // No check digit, no day, more places, a business.
            ("150000190001010002", "150000190001010002"),
            ("150000190013010009", "150000190013010009"),
            ("1150000190001010001", "1150000190001010001"),
            ("91350100M000100Y43", "91350100M000100Y43"),
            ("示例公司", "示例公司"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
