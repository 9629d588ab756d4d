//! One enterprise under the rules of one edition, with what is known by one day.
//!
//! Everything that depends on the passing of time is answered with the `Days` on which it is so, never with a
//! yes or no of today: today's class and the forecast come from the same answers.

use facts::calendar::Calendar;
use facts::{Date, Enterprise};
use pack::{Amount, Edition, Pack, ParameterValue};

use super::penalty::TrackedPenalty;
use super::room::Room;

/// One enterprise, one edition of the rules, and the last day of which facts are known.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) pack: &'a Pack,
    pub(super) calendar: &'a Calendar,
    pub(super) edition: &'a Edition,
    pub(super) enterprise: &'a Enterprise,
    /// A fact dated later does not exist.
    pub(super) known: Date,
    /// What the tracks say of each penalty, at its index.
    pub(super) views: &'a [TrackedPenalty],
    pub(super) room: &'a Room,
    /// Whether a fine of which the amount is not known is taken for a small one: where the pack's own rules ask, if it says so; never
    /// where the law of repair does.
    pub(super) unknown_fine_is_small: bool,
    /// How many of the pack's scores can be asked for.
    pub(super) scores: usize,
}

impl<'a> Case<'a> {
    /// A date, when it is not later than what is known.
    pub(super) fn known(&self, date: Option<Date>) -> Option<Date> {
        date.filter(|date| *date <= self.known)
    }

    pub(super) fn value(&self, parameter: usize) -> &'a ParameterValue {
        self.pack.value(self.edition, parameter)
    }

    /// A whole number; nothing for a parameter of another shape, which the pack's reader does not let through.
    pub(super) fn whole(&self, amount: Amount) -> u32 {
        match amount {
            Amount::Literal(number) => number,
            Amount::Parameter(index) => match self.value(index) {
                ParameterValue::Whole(number) => *number,
                _ => 0,
            },
        }
    }
}
