//! 统一社会信用代码: its form and its check digit.

/// Why a text is no credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// Not 18 characters of the code's alphabet.
    Malformed,
    /// The form is right, the last character is not the one that the others give.
    CheckDigit,
}

const ALPHABET: &[u8; MODULUS] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;
const MODULUS: usize = 31;

/// The value of each character, by its byte: its index in the alphabet, or more than any index.
static VALUES: [u8; 256] = {
    let mut values = [u8::MAX; 256];
    let mut index = 0;
    while index < ALPHABET.len() {
        values[ALPHABET[index] as usize] = index as u8;
        index += 1;
    }
    values
};

/// Checks a credit code: 18 characters without I, O, S, V and Z, the last of them the check digit.
///
/// # Errors
/// [`CreditCodeFault::Malformed`] for a wrong length or character (lower case is wrong),
/// [`CreditCodeFault::CheckDigit`] for a wrong last character.
///
/// ```
/// use facts::{CreditCodeFault, check_credit_code};
///
/// assert_eq!(check_credit_code("91350100M000100Y43"), Ok(()));
/// assert_eq!(check_credit_code("91350100M000100Y4Z"), Err(CreditCodeFault::Malformed));
/// assert_eq!(check_credit_code("91350100M000100Y44"), Err(CreditCodeFault::CheckDigit));
/// ```
///
/// Source: GB 32100-2015
pub fn check_credit_code(code: &str) -> Result<(), CreditCodeFault> {
    if code.len() != LENGTH {
        return Err(CreditCodeFault::Malformed);
    }
    let (mut sum, mut weight, mut last) = (0, 1, 0);
    for byte in code.bytes() {
        last = usize::from(VALUES[usize::from(byte)]);
        if last >= MODULUS {
            return Err(CreditCodeFault::Malformed);
        }
        sum += last * weight;
        weight = weight * 3 % MODULUS;
    }
    // Together with the check digit, at its own weight of one, the indices must sum to a multiple of 31.
    let body = sum - last * LAST_WEIGHT;
    if (MODULUS - body % MODULUS) % MODULUS == last { Ok(()) } else { Err(CreditCodeFault::CheckDigit) }
}

/// 3^17 mod 31: what the loop above has multiplied the last place with.
const LAST_WEIGHT: usize = 22;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_found() {
        let good = "91350100M000100Y43";
        assert_eq!(check_credit_code(good), Ok(()));
        for index in 0..LENGTH {
            for letter in ALPHABET {
                let mut bytes = good.as_bytes().to_vec();
                if bytes[index] != *letter {
                    bytes[index] = *letter;
                    let text = String::from_utf8(bytes).unwrap();
                    assert_eq!(check_credit_code(&text), Err(CreditCodeFault::CheckDigit), "{text}");
                }
            }
        }
    }

    #[test]
    fn other_letters_and_lengths_are_malformed() {
        for text in ["", "9135", "91350100m000100y43", "91350100M000100Y4Z", "91350100M000100Y433", "统一社会信用代码"]
        {
            assert_eq!(check_credit_code(text), Err(CreditCodeFault::Malformed), "{text}");
        }
    }
}
