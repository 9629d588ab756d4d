//! Credit codes, and what stands in their place.

use super::super::problem::Fault;
use super::clean::compacted;
use super::person::{is_business_code, is_identity_number};
use facts::{CreditCodeFault, check_credit_code};

/// A credit code, held without an allocation.
pub(crate) type Code = [u8; 18];

/// Reads a credit code; blanks within and small letters do not matter.
pub(crate) fn code(text: &str) -> Result<Code, Fault> {
    // Most codes are as they should be.
    if check_credit_code(text).is_ok() {
        return settled(text);
    }
    code_slow(text)
}

/// The slow path: blanks, widths and small letters, and what is no code.
#[inline(never)]
fn code_slow(text: &str) -> Result<Code, Fault> {
    let plain = compacted(text);
    let plain = plain.trim_start_matches('\'').to_ascii_uppercase();
    if check_credit_code(&plain).is_ok() || is_identity_number(plain.as_bytes()) {
        return settled(&plain);
    }
    match check_credit_code(&plain) {
        Err(CreditCodeFault::CheckDigit) => Err(Fault::UsccCheckDigit),
        _ if is_rounded(&plain) => Err(Fault::UsccRounded),
        _ => Err(Fault::UsccMalformed),
    }
}

/// The code of a business, or of another body, but not the number of a person that passes for one.
fn settled(code: &str) -> Result<Code, Fault> {
    if is_identity_number(code.as_bytes()) && !is_business_code(code) {
        return Err(Fault::IdentityNumber);
    }
    code.as_bytes().try_into().map_err(|_| Fault::UsccMalformed)
}

/// Whether this is a number as a spreadsheet writes large ones: 9.115E+17.
fn is_rounded(text: &str) -> bool {
    text.split_once("E+").is_some_and(|(mantissa, exponent)| {
        mantissa.starts_with(|c: char| c.is_ascii_digit())
            && mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && !exponent.is_empty()
            && exponent.bytes().all(|byte| byte.is_ascii_digit())
    })
}
