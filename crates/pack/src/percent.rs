//! Shares in per cent.

use std::fmt;

use serde::{Serialize, Serializer};

use facts::Money;

/// A share in hundredths of a per cent, from nothing to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub(super) u16);

impl Percent {
    const ALL: u16 = 10_000;

    /// The share that a number of two decimals means, which is read as an amount is.
    pub(super) fn from_number(number: Money) -> Option<Self> {
        u16::try_from(number.fen()).ok().filter(|hundredths| *hundredths <= Self::ALL).map(Self)
    }
}

/// The shortest decimal number, without the sign: `2`, `0.5`.
impl fmt::Display for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Money::from_fen(self.0.into()).unwrap_or_default().fmt(formatter)
    }
}

/// A JSON number. The binary fraction nearest to a hundredth is written with no more than its two decimals.
impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u16(self.0 / 100)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_share_is_written_as_it_was_read() {
        for hundredths in 0..=Percent::ALL {
            let share = Percent(hundredths);
            let text = share.to_string();
            assert_eq!(serde_json::to_string(&share).unwrap(), text);
            assert_eq!(Percent::from_number(Money::parse(&text, 0).unwrap()), Some(share));
        }
    }
}
