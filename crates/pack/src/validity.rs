//! On which days a rule is in force.

use super::model::ClassRule;
use facts::Date;

/// The days on which a rule is in force, both included, and what becomes of it on the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub out_of_force: OutOfForce,
}

impl Validity {
    /// Returns whether the rule is in force on a day.
    #[must_use]
    pub fn has(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl ClassRule {
    /// Returns the first and the last day on which the rule judges, where there is one.
    #[must_use]
    pub fn judges(&self) -> (Option<Date>, Option<Date>) {
        let resting = self.validity.filter(|validity| validity.out_of_force == OutOfForce::Rests);
        resting.map_or((None, None), |validity| (validity.from, validity.until))
    }

    /// Returns whether the rule judges on a day.
    #[must_use]
    pub fn judges_on(&self, day: Date) -> bool {
        self.validity.is_none_or(|validity| validity.out_of_force == OutOfForce::Judges || validity.has(day))
    }
}

/// What becomes of a rule that is not in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfForce {
    /// It judges all the same, and the answer says that it is not in force.
    Judges,
    /// It does not judge.
    Rests,
}
