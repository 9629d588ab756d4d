//! The days that matter to who waits for a repair: when it can be applied for, and when something changes by itself.

use facts::calendar::subtract_days;
use facts::{Date, Term};
use pack::{Pack, RepairCondition, RepairStatus};

use super::assessment::{Assessment, Evidence, Repair};

impl Assessment {
    /// Returns the repair of a fact, where it has one.
    #[must_use]
    pub fn repair_of(&self, fact: Evidence) -> Option<&Repair> {
        // Repairs stand in the order of the kinds, and of each kind in that of the request.
        let target = (fact.kind, fact.index?);
        let found = self.repair.binary_search_by_key(&target, |repair| (repair.target.kind, repair.target.index));
        self.repair.get(found.ok()?)
    }
}

impl Repair {
    /// Returns whether nothing is left to be done or waited for.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        use RepairStatus::{Annulled, Ended, NotPublished, Repaired};
        matches!(self.status, Annulled | Repaired | Ended | NotPublished)
    }

    /// Returns whether it can no longer be applied for, and only ends by itself: it lacks a condition that nothing can meet
    /// any more. Its earliest day is none then that anybody could wait for.
    ///
    /// The pack is the one by which the repair was worked out.
    #[must_use]
    pub fn only_ends_by_itself(&self, pack: &Pack) -> bool {
        let mut unmet = self.conditions.iter().flatten().filter(|condition| !condition.met);
        unmet.any(|condition| pack.condition(&condition.id).is_some_and(RepairCondition::stays_unmet))
    }

    /// Returns the first day, not before `as_of`, on which it can be applied for as far as the enterprise can bring that
    /// about: `as_of` itself where only conditions that it can meet are missing. `None` where it cannot be applied for,
    /// or [not any more](Self::only_ends_by_itself).
    ///
    /// The pack and the day are those by which the repair was worked out.
    ///
    /// ```
    /// use assess::Assessor;
    /// use facts::{AbnormalListing, AbnormalReason, Date, Enterprise};
    ///
    /// let as_of = Date::from_ymd_opt(2026, 11, 21).unwrap();
    /// let listed = AbnormalListing {
    ///     reason: AbnormalReason::AnnualReport,
    ///     listed_on: Date::from_ymd_opt(2026, 7, 10).unwrap(),
    ///     corrected_on: None,
    ///     commitment_on: None,
    ///     removed_on: None,
    /// };
    /// let shop = Enterprise { abnormal_listings: vec![listed], ..Enterprise::default() };
    /// let answer = Assessor::new(builtin::pack(), builtin::calendar(), as_of).assess(&shop, false);
    ///
    /// // The report is not made up for yet, which the enterprise can do today.
    /// assert_eq!(answer.repair[0].soonest(builtin::pack(), as_of), Some(as_of));
    /// ```
    #[must_use]
    pub fn soonest(&self, pack: &Pack, as_of: Date) -> Option<Date> {
        use RepairStatus::{ConditionsUnmet, Eligible, NotYet};
        let open = matches!(self.status, Eligible | NotYet | ConditionsUnmet) && !self.only_ends_by_itself(pack);
        open.then(|| self.earliest_on.map_or(as_of, |earliest| earliest.max(as_of)))
    }

    /// Returns the next day after `as_of` that changes how it stands: the first on which it can be
    /// [applied for](Self::soonest), or else the one on which it ends by itself.
    #[must_use]
    pub fn next_day(&self, pack: &Pack, as_of: Date) -> Option<Date> {
        self.soonest(pack, as_of).or(self.stops_on).filter(|day| *day > as_of)
    }

    /// Returns the last day of the former measure on its system: the day before the edition of the rules that holds on
    /// `as_of`, where the table of tracks was another one then.
    #[must_use]
    pub fn former_day(&self, pack: &Pack, as_of: Date) -> Option<Date> {
        let edition = pack.edition(as_of);
        let before = subtract_days(edition.from, 1);
        let tracks = pack.channels[self.channel.index()].tracks;
        let changed = pack.value(pack.edition(before), tracks) != pack.value(edition, tracks);
        (changed && edition.from <= as_of).then_some(before)
    }
}
