//! Amounts of money, held exactly.

use std::fmt;

use super::decimal::{DecimalFault, read_decimal};

/// An amount of money in whole fen 分 (a hundredth of a yuan), never negative and at most
/// 1,000,000,000,000 yuan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// Why a text is no amount that the product can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyFault {
    /// Less than nothing.
    Negative,
    /// Finer than a fen.
    TooPrecise,
    /// More than 1,000,000,000,000 yuan.
    TooLarge,
    /// No number at all.
    NotANumber,
}

impl Money {
    /// The largest amount: 1,000,000,000,000 yuan.
    pub const MAX: Self = Self(100_000_000_000_000);

    /// The amount of so many fen, if it is in range.
    #[must_use]
    pub fn from_fen(fen: i64) -> Option<Self> {
        (0..=Self::MAX.0).contains(&fen).then_some(Self(fen))
    }

    /// The amount in fen.
    #[must_use]
    pub fn fen(self) -> i64 {
        self.0
    }

    /// Reads a decimal number of a unit that is `10^unit_exponent` yuan (0 for 元, 4 for 万元), exactly.
    /// The number may have a sign, a fraction and an exponent, as JSON writes them.
    ///
    /// # Errors
    /// The first that holds of: no such number, negative, finer than a fen, too large.
    ///
    /// ```
    /// use facts::Money;
    ///
    /// assert_eq!(Money::parse("1234.56", 0).unwrap().fen(), 123_456);
    /// assert_eq!(Money::parse("4.9999", 4).unwrap().to_string(), "49999");
    /// assert!(Money::parse("0.001", 0).is_err());
    /// ```
    pub fn parse(text: &str, unit_exponent: i32) -> Result<Self, MoneyFault> {
        let (is_negative, fen) = read_decimal(text, unit_exponent.saturating_add(2)).map_err(|fault| match fault {
            DecimalFault::NotANumber => MoneyFault::NotANumber,
            DecimalFault::TooPrecise { is_negative: true } | DecimalFault::TooLarge { is_negative: true } => {
                MoneyFault::Negative
            }
            DecimalFault::TooPrecise { .. } => MoneyFault::TooPrecise,
            DecimalFault::TooLarge { .. } => MoneyFault::TooLarge,
        })?;
        if is_negative {
            return Err(MoneyFault::Negative);
        }
        Self::from_fen(fen).ok_or(MoneyFault::TooLarge)
    }
}

/// The shortest decimal number of yuan, without a unit or separators: `60000`, `1234.5`, `0.01`.
impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (yuan, fen) = (self.0 / 100, self.0 % 100);
        match fen {
            0 => write!(formatter, "{yuan}"),
            _ if fen % 10 == 0 => write!(formatter, "{yuan}.{}", fen / 10),
            _ => write!(formatter, "{yuan}.{fen:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, unit, fen) in [
            ("0", 0, 0),
            ("-0.0", 0, 0),
            ("60000", 0, 6_000_000),
            ("6e4", 0, 6_000_000),
            ("1234.560", 0, 123_456),
            ("0.29", 0, 29),
            ("5", 4, 5_000_000),
            ("0.000001", 4, 1),
            ("1000000000000", 0, 100_000_000_000_000),
            ("0.00000000000001e14", 0, 100),
        ] {
            assert_eq!(Money::parse(text, unit).map(Money::fen), Ok(fen), "{text}");
        }
    }

    #[test]
    fn faults_are_told_apart() {
        for (text, fault) in [
            ("-0.001", MoneyFault::Negative),
            ("0.001", MoneyFault::TooPrecise),
            ("1e-400", MoneyFault::TooPrecise),
            ("1e-99999999999999999999", MoneyFault::TooPrecise),
            ("1000000000000.001", MoneyFault::TooPrecise),
            ("1000000000000.01", MoneyFault::TooLarge),
            ("1e400", MoneyFault::TooLarge),
            ("1e99999999999999999999", MoneyFault::TooLarge),
            ("五万", MoneyFault::NotANumber),
            ("", MoneyFault::NotANumber),
            (".", MoneyFault::NotANumber),
            ("1e", MoneyFault::NotANumber),
        ] {
            assert_eq!(Money::parse(text, 0), Err(fault), "{text}");
        }
    }

    #[test]
    fn amounts_are_written_shortest() {
        for (fen, text) in [(0, "0"), (1, "0.01"), (10, "0.1"), (123_450, "1234.5"), (6_000_000, "60000")] {
            assert_eq!(Money::from_fen(fen).unwrap().to_string(), text);
        }
    }
}
