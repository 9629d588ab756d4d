//! Decimal numbers, held exactly: the figures of an enterprise, and the points that a score makes of them.

use std::fmt;

use serde::{Serialize, Serializer};

/// A number with at most four decimals, of at most fifteen digits in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text is no number that the product can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalFault {
    NotANumber,
    /// It has more decimals than can be held.
    TooPrecise {
        is_negative: bool,
    },
    /// It has more digits than can be held.
    TooLarge {
        is_negative: bool,
    },
}

/// How many digits a number may have.
const DIGITS: i64 = 15;

impl Decimal {
    /// How many decimals a number may have.
    pub const MOST_DECIMALS: u32 = 4;
    const ONE: i64 = 10_i64.pow(Self::MOST_DECIMALS);

    /// Reads a number as JSON writes it, with a sign, a fraction and an exponent where it has them, exactly.
    ///
    /// # Errors
    /// A text that is no number, one with more than four decimals, one with more than fifteen digits.
    ///
    /// ```
    /// use facts::Decimal;
    ///
    /// assert_eq!(Decimal::parse("87.50").unwrap().to_string(), "87.5");
    /// assert_eq!(Decimal::parse("-3").unwrap(), Decimal::whole(-3));
    /// assert!(Decimal::parse("0.00001").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, DecimalFault> {
        let (is_negative, number) = read_decimal(text, Self::MOST_DECIMALS.cast_signed())?;
        Ok(Self(if is_negative { -number } else { number }))
    }

    /// Returns a whole number.
    #[must_use]
    pub fn whole(number: i32) -> Self {
        Self(i64::from(number) * Self::ONE)
    }

    /// Returns the smallest number with so many decimals: 0.01 with two.
    #[must_use]
    pub fn step(decimals: u32) -> Self {
        Self(10_i64.pow(Self::MOST_DECIMALS.saturating_sub(decimals)))
    }

    /// Returns how many decimals its shortest writing has.
    #[must_use]
    pub fn decimals(self) -> u32 {
        (0..Self::MOST_DECIMALS)
            .find(|digits| self.0 % 10_i64.pow(Self::MOST_DECIMALS - digits) == 0)
            .unwrap_or(Self::MOST_DECIMALS)
    }

    /// Returns the sum; the largest or smallest number where it cannot be held.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Returns as much on the other side of nothing.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// Returns the product, rounded half away from nothing to four decimals.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        let one = Self::ONE.unsigned_abs();
        let (this, other_size) = (self.0.unsigned_abs(), other.0.unsigned_abs());
        // In two steps, of which each has room in 64 bits: the whole part of this number, and what lies behind its point.
        let behind = (this % one).saturating_mul(other_size).saturating_add(one / 2) / one;
        let size = (this / one).saturating_mul(other_size).saturating_add(behind);
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        Self(if self.0.signum() * other.0.signum() < 0 { -size } else { size })
    }
}

/// Reads a decimal number and moves its point `exponent` places to the right: whether it is negative, and the whole number that comes of
/// it. Nothing is never negative.
pub(super) fn read_decimal(text: &str, exponent: i32) -> Result<(bool, i64), DecimalFault> {
    let (is_negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, own_exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
        return Err(DecimalFault::NotANumber);
    }
    let digits: String = [whole, fraction].concat();
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Ok((false, 0));
    }
    // The value is `significant · 10^shift`.
    let trailing_zeros = digits.len() - digits.trim_end_matches('0').len();
    let length = |text: usize| i64::try_from(text).unwrap_or(i64::MAX / 2);
    let shift = i64::from(own_exponent) + i64::from(exponent) - length(fraction.len()) + length(trailing_zeros);
    if shift < 0 {
        return Err(DecimalFault::TooPrecise { is_negative });
    }
    if length(significant.len()) + shift > DIGITS {
        return Err(DecimalFault::TooLarge { is_negative });
    }
    let mut number = significant.bytes().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    for _ in 0..shift {
        number *= 10;
    }
    Ok((is_negative, number))
}

/// An exponent; one too long to matter is cut to a size that decides the same way.
fn read_exponent(text: &str) -> Result<i32, DecimalFault> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DecimalFault::NotANumber);
    }
    let size = digits.trim_start_matches('0').parse::<i32>().unwrap_or(if digits.trim_start_matches('0').is_empty() {
        0
    } else {
        1_000_000_000
    });
    let size = size.min(1_000_000_000);
    Ok(if negative { -size } else { size })
}

/// The shortest decimal number: `60`, `87.5`, `-0.25`.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) =
            (self.0.unsigned_abs() / Self::ONE.unsigned_abs(), self.0.unsigned_abs() % Self::ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        match self.decimals() as usize {
            0 => write!(formatter, "{sign}{whole}"),
            decimals => write!(formatter, "{sign}{whole}.{}", &format!("{fraction:04}")[..decimals]),
        }
    }
}

/// A JSON number. The binary fraction nearest to a number of fifteen digits is written with no others than its own.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % Self::ONE == 0 {
            serializer.serialize_i64(self.0 / Self::ONE)
        } else {
            serializer.serialize_f64(self.0 as f64 / Self::ONE as f64)
        }
    }
}

/// The figures of an enterprise, by their names in the rules; each once, in the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures(Vec<(String, Decimal)>);

impl Figures {
    /// Returns a figure, where it is known.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Decimal> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    /// Sets a figure or, with `None`, takes it out.
    pub fn set(&mut self, name: &str, value: Option<Decimal>) {
        let place = self.0.binary_search_by(|(known, _)| known.as_str().cmp(name));
        match (place, value) {
            (Ok(place), Some(value)) => self.0[place].1 = value,
            (Ok(place), None) => drop(self.0.remove(place)),
            (Err(place), Some(value)) => self.0.insert(place, (name.to_owned(), value)),
            (Err(_), None) => {}
        }
    }

    /// Returns the figures with their names, in the order of these.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Decimal)> {
        self.0.iter().map(|(name, value)| (name.as_str(), *value))
    }

    /// Returns whether none is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_read_and_written_exactly() {
        for (text, written) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("87.50", "87.5"),
            ("-0.25", "-0.25"),
            ("1e2", "100"),
            ("0.0001", "0.0001"),
            ("99999999999.9999", "99999999999.9999"),
        ] {
            assert_eq!(decimal(text).to_string(), written);
            assert_eq!(serde_json::to_string(&decimal(text)).unwrap(), written);
        }
        assert_eq!([decimal("3").decimals(), decimal("3.2").decimals(), decimal("3.2001").decimals()], [0, 1, 4]);
        assert_eq!(Decimal::parse("0.00001"), Err(DecimalFault::TooPrecise { is_negative: false }));
        assert_eq!(Decimal::parse("-100000000000"), Err(DecimalFault::TooLarge { is_negative: true }));
        assert_eq!(Decimal::parse("八"), Err(DecimalFault::NotANumber));
    }

    #[test]
    fn products_are_rounded_half_away_from_nothing() {
        assert_eq!(decimal("87.5").times(decimal("0.3")), decimal("26.25"));
        assert_eq!(decimal("0.0001").times(decimal("0.5")), decimal("0.0001"));
        assert_eq!(decimal("-0.0001").times(decimal("0.5")), decimal("-0.0001"));
        assert_eq!(decimal("0.0001").times(decimal("0.4")), decimal("0"));
        assert_eq!(decimal("1.5").plus(decimal("-2")), decimal("-0.5"));
    }

    #[test]
    fn a_figure_is_known_once() {
        let mut figures = Figures::default();
        figures.set("b", Some(decimal("2")));
        figures.set("a", Some(decimal("1")));
        figures.set("b", Some(decimal("3")));
        assert_eq!(figures.iter().collect::<Vec<_>>(), [("a", decimal("1")), ("b", decimal("3"))]);
        figures.set("a", None);
        assert_eq!((figures.get("a"), figures.get("b")), (None, Some(decimal("3"))));
    }
}
