//! Stretches of days on which something about a fact is so.

use facts::Date;

/// The days from one up to, and without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) from: Date,
    pub(super) until: Date,
}

impl Days {
    pub(super) const ALWAYS: Self = Self { from: Date::MIN, until: Date::MAX };
    pub(super) const NEVER: Self = Self { from: Date::MAX, until: Date::MIN };

    /// Every day, or none.
    pub(super) fn when(holds: bool) -> Self {
        if holds { Self::ALWAYS } else { Self::NEVER }
    }

    /// The days before a day.
    pub(super) fn before(until: Date) -> Self {
        Self { until, ..Self::ALWAYS }
    }

    /// The other days, for a stretch without a beginning or without an end.
    pub(super) fn otherwise(self) -> Self {
        if self.is_empty() {
            Self::ALWAYS
        } else if self.from == Date::MIN {
            Self { from: self.until, until: Date::MAX }
        } else {
            Self::before(self.from)
        }
    }

    /// The days that one of both has, for stretches that touch each other: what is asked of one fact changes on one day.
    pub(super) fn or(self, other: Self) -> Self {
        if self.is_empty() {
            other
        } else if other.is_empty() {
            self
        } else {
            Self { from: self.from.min(other.from), until: self.until.max(other.until) }
        }
    }

    /// These days, or the others where the asked-for answer is no.
    pub(super) fn if_asked(self, asked: bool) -> Self {
        if asked { self } else { self.otherwise() }
    }

    /// The days that both have.
    pub(super) fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }

    pub(super) fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    pub(super) fn is_empty(self) -> bool {
        self.until <= self.from
    }
}
