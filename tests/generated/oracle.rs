//! The contract once more, plain and slow: what it says sentence by sentence, with its numbers written down. It shares
//! nothing with the engine but the types of the facts. Here: reading the facts, tracks, class and forecast.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use serde_json::{Value, json};
use xinheng::facts::{
    AbnormalListing, AuthoritySystem, Date, Discretion, Enterprise, InspectionResult, Penalty, PenaltyKind, Procedure,
    Sector, SeriousListing,
};

use crate::numbers::Numbers;
use crate::workdays::Workdays;

/// The enterprise as it is known on a day: what is dated later has been taken out. Each item has its place in the
/// request.
#[derive(Clone)]
pub struct Known {
    pub enterprise: Enterprise,
    pub penalties: Vec<(usize, Penalty)>,
    pub abnormal: Vec<(usize, AbnormalListing)>,
    pub serious: Vec<(usize, SeriousListing)>,
}

/// A penalty's track with its severity, days and way of repair.
pub struct Run {
    pub track: &'static str,
    pub severity: &'static str,
    pub earliest: Option<Date>,
    pub stops: Option<Date>,
    /// The day from which the periods run, where the day of publication had to be assumed.
    pub assumed: Option<Date>,
}

pub struct Oracle<'a> {
    pub numbers: &'a Numbers,
    pub workdays: &'a Workdays,
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The same day of the month so many months on, or the last day of a shorter month.
pub fn months_after(date: Date, months: u32) -> Date {
    let month0 = date.month0() + months;
    let (year, month) = (date.year() + (month0 / 12) as i32, month0 % 12 + 1);
    (0..4).find_map(|less| Date::from_ymd_opt(year, month, date.day() - less)).unwrap()
}

/// "Within N": d ≤ T ≤ d + N.
pub fn within(date: Date, months: u32, today: Date) -> bool {
    date <= today && today <= months_after(date, months)
}

/// Takes out what is dated after a day; terms stay.
pub fn known(enterprise: &Enterprise, today: Date) -> Known {
    let mut e = enterprise.clone();
    let past = |date: &mut Option<Date>| *date = date.filter(|date| *date <= today);
    past(&mut e.registered_on);
    let mut penalties: Vec<_> = e.penalties.drain(..).enumerate().filter(|(_, p)| p.decided_on <= today).collect();
    for (_, p) in &mut penalties {
        past(&mut p.published_on);
        past(&mut p.fulfilled_on);
        past(&mut p.harm_eliminated_on);
        past(&mut p.commitment_on);
        past(&mut p.repaired_on);
        past(&mut p.annulled_on);
    }
    let mut abnormal: Vec<_> =
        e.abnormal_listings.drain(..).enumerate().filter(|(_, l)| l.listed_on <= today).collect();
    for (_, l) in &mut abnormal {
        past(&mut l.corrected_on);
        past(&mut l.commitment_on);
        past(&mut l.removed_on);
    }
    let mut serious: Vec<_> = e.serious_listings.drain(..).enumerate().filter(|(_, l)| l.listed_on <= today).collect();
    for (_, l) in &mut serious {
        past(&mut l.fulfilled_on);
        past(&mut l.harm_eliminated_on);
        past(&mut l.commitment_on);
        past(&mut l.removed_on);
    }
    // The remaining lists keep their places: an item that does not exist yet is told by its own date.
    e.court_listings.iter_mut().for_each(|listing| past(&mut listing.removed_on));
    e.leads.iter_mut().for_each(|lead| past(&mut lead.closed_on));
    for commitment in &mut e.commitments {
        if commitment.made_on.is_some_and(|made_on| made_on > today) {
            commitment.breached_on = None;
        }
        past(&mut commitment.breached_on);
    }
    Known { enterprise: e, penalties, abnormal, serious }
}

impl Known {
    /// The record with what was taken out really gone.
    pub fn record(&self, today: Date) -> Enterprise {
        let mut e = self.enterprise.clone();
        e.penalties = self.penalties.iter().map(|(_, penalty)| penalty.clone()).collect();
        e.abnormal_listings = self.abnormal.iter().map(|(_, listing)| listing.clone()).collect();
        e.serious_listings = self.serious.iter().map(|(_, listing)| listing.clone()).collect();
        e.court_listings.retain(|listing| listing.listed_on <= today);
        e.leads.retain(|lead| lead.received_on <= today);
        e.inspections.retain(|inspection| inspection.on <= today);
        e.commitments.retain(|commitment| commitment.made_on.or(commitment.breached_on).is_none_or(|d| d <= today));
        e
    }
}

pub fn has(penalty: &Penalty, kinds: &[PenaltyKind]) -> bool {
    kinds.iter().any(|kind| penalty.kinds.contains(*kind))
}

fn only(penalty: &Penalty, kinds: &[PenaltyKind]) -> bool {
    penalty.kinds.iter().all(|kind| kinds.contains(&kind))
}

pub fn is_market(penalty: &Penalty) -> bool {
    penalty.authority_system == AuthoritySystem::MarketRegulation
}

pub fn is_standing(penalty: &Penalty) -> bool {
    penalty.annulled_on.is_none() && penalty.repaired_on.is_none()
}

fn has_fine(penalty: &Penalty) -> bool {
    has(penalty, &[PenaltyKind::Fine])
}

/// `samr-44` art. 2.
pub fn is_heavier(penalty: &Penalty) -> bool {
    use PenaltyKind::*;
    let aggravated = has_fine(penalty) && penalty.discretion == Some(Discretion::Aggravated);
    aggravated
        || has(penalty, &[Downgrade, RevocationOfLicence, RevocationOfBusinessLicence])
        || has(penalty, &[RestrictionOfOperations, RestrictionOfPractice, SuspensionOfBusiness, Closure])
}

impl Oracle<'_> {
    pub fn is_simple(&self, penalty: &Penalty) -> bool {
        let cheap = !has_fine(penalty) || penalty.fine.is_some_and(|fine| fine.fen() <= self.numbers.simple_max_fine);
        penalty.procedure == Procedure::Simple && only(penalty, &[PenaltyKind::Warning, PenaltyKind::Fine]) && cheap
    }

    /// `samr-107` art. 7.
    fn is_small(&self, penalty: &Penalty) -> bool {
        let kinds = [PenaltyKind::Warning, PenaltyKind::Criticism, PenaltyKind::Fine];
        let lenient = [None, Some(Discretion::Mitigated), Some(Discretion::Lenient)].contains(&penalty.discretion);
        let low = penalty.fine.is_some_and(|fine| fine.fen() <= self.numbers.fine_minor);
        only(penalty, &kinds) && (!has_fine(penalty) || (low && lenient))
    }

    fn is_safety(&self, penalty: &Penalty, enterprise: &Enterprise, sectors: &[Sector]) -> bool {
        match penalty.sector {
            Some(sector) => sectors.contains(&sector),
            None => sectors.iter().any(|sector| enterprise.sectors.contains(*sector)),
        }
    }

    /// The track of a penalty by the table valid on a day.
    pub fn run(&self, penalty: &Penalty, known: &Known, today: Date) -> Run {
        use PenaltyKind::*;
        if !is_market(penalty) {
            let (track, severity, earliest, stops) = if self.is_simple(penalty) || self.is_small(penalty) {
                ("minor", "minor", 0, 3)
            } else if has(penalty, &[SuspensionOfLicence, Downgrade, RevocationOfLicence, RevocationOfBusinessLicence])
                || has(penalty, &[RestrictionOfOperations, RestrictionOfPractice, SuspensionOfBusiness, Closure])
            {
                ("restricted", "serious", 12, 36)
            } else {
                ("ordinary", "general", 3, 12)
            };
            let not_before = |date: Date| penalty.restriction_ends_on.map_or(date, |term| date.max(term));
            let earliest = Some(not_before(months_after(penalty.decided_on, earliest)));
            let stops = Some(not_before(months_after(penalty.decided_on, stops)));
            return Run { track, severity, earliest, stops, assumed: None };
        }
        let new = today >= day("2025-12-25");
        let safety: &[Sector] = if new {
            use Sector::*;
            &[Food, Drug, MedicalDevice, Cosmetics, SpecialEquipment, IndustrialProduct]
        } else {
            &[Sector::Food, Sector::Drug, Sector::SpecialEquipment]
        };
        let restrictions = [RestrictionOfOperations, RestrictionOfPractice, SuspensionOfBusiness];
        let barring = [Downgrade, RevocationOfLicence, RevocationOfBusinessLicence, Closure];
        let (track, severity, earliest, stops) = if self.is_simple(penalty) || only(penalty, &[Warning]) {
            ("unpublished", "minor", None, None)
        } else if self.is_small(penalty) {
            ("automatic", "minor", None, Some(3))
        } else if has(penalty, &barring) || (!new && has(penalty, &restrictions)) {
            ("barred", "serious", None, Some(36))
        } else if has(penalty, &restrictions) {
            ("restricted", "serious", Some(12), Some(36))
        } else if self.is_safety(penalty, &known.enterprise, safety) {
            ("safety", if new { "serious" } else { "general" }, Some(12), Some(36))
        } else if new {
            ("ordinary", "general", Some(3), Some(12))
        } else {
            ("ordinary", "general", Some(6), Some(36))
        };
        let latest_lawful = || self.workdays.after(penalty.decided_on, self.numbers.gsxt_publish_days);
        let start = penalty.published_on.unwrap_or_else(latest_lawful);
        let term = penalty.restriction_ends_on.filter(|_| track == "restricted" || track == "barred");
        let after = |months| term.map_or(months_after(start, months), |term| months_after(start, months).max(term));
        let assumed = if penalty.published_on.is_none() { Some(start) } else { None };
        Run { track, severity, earliest: earliest.map(after), stops: stops.map(after), assumed }
    }

    pub fn serious_end(&self, listing: &SeriousListing) -> Date {
        let end = months_after(listing.listed_on, 12 * self.numbers.serious_list_years);
        listing.measures_end_on.map_or(end, |term| end.max(term))
    }

    fn is_on_serious_list(&self, listing: &SeriousListing, today: Date) -> bool {
        listing.removed_on.is_none() && today < self.serious_end(listing)
    }

    pub fn on_serious_list(&self, known: &Known, today: Date) -> bool {
        known.serious.iter().any(|(_, listing)| self.is_on_serious_list(listing, today))
    }

    /// Every rule that holds: its name, its class, the places of its facts.
    pub fn rules(&self, known: &Known, today: Date) -> Vec<(&'static str, &'static str, Vec<usize>)> {
        let n = self.numbers;
        let penalties = |counts: &dyn Fn(&Penalty) -> bool| -> Vec<usize> {
            known.penalties.iter().filter(|(_, p)| is_standing(p) && counts(p)).map(|(index, _)| *index).collect()
        };
        let live_on = |penalty: &Penalty, tracks: &[String]| {
            let run = self.run(penalty, known, today);
            run.stops.is_some_and(|stops| today < stops) && tracks.iter().any(|track| track == run.track)
        };
        let mut rules = Vec::new();
        let mut rule = |name, class, holds: bool, indices: Vec<usize>| {
            if holds {
                rules.push((name, class, indices));
            }
        };

        let listed: Vec<usize> =
            known.serious.iter().filter(|(_, l)| self.is_on_serious_list(l, today)).map(|(index, _)| *index).collect();
        rule("serious_list", "high_risk", !listed.is_empty(), listed);

        let ten = penalties(&|p| self.counts_for_ten(p, today));
        rule("ten_penalties", "high_risk", ten.len() >= n.ten_count, ten);

        let serious = penalties(&|p| live_on(p, &n.serious_tracks));
        rule("serious_penalty", "high_risk", !serious.is_empty(), serious);

        let recent = penalties(&|p| within(p.decided_on, n.repeat_months, today) && p.category.is_some());
        let mut by_category: BTreeMap<&str, usize> = BTreeMap::new();
        let category =
            |index: usize| known.penalties.iter().find(|(at, _)| *at == index).unwrap().1.category.as_deref();
        for index in &recent {
            *by_category.entry(category(*index).unwrap()).or_default() += 1;
        }
        let repeated: Vec<usize> =
            recent.into_iter().filter(|index| by_category[category(*index).unwrap()] >= n.repeat_count).collect();
        rule("repeat_offence", "high_risk", !repeated.is_empty(), repeated);

        let courts = known.enterprise.court_listings.iter().enumerate();
        let courts: Vec<usize> =
            courts.filter(|(_, l)| l.listed_on <= today && l.removed_on.is_none()).map(|(index, _)| index).collect();
        rule("court_list", "high_risk", !courts.is_empty(), courts);

        let live = penalties(&|p| live_on(p, &n.live_tracks));
        rule("live_penalty", "general", !live.is_empty(), live);

        let abnormal: Vec<usize> =
            known.abnormal.iter().filter(|(_, l)| l.removed_on.is_none()).map(|(index, _)| *index).collect();
        rule("abnormal_list", "general", !abnormal.is_empty(), abnormal);

        let minor = penalties(&|p| {
            within(p.decided_on, n.minor_months, today) && self.run(p, known, today).severity == "minor"
        });
        rule("minor_penalties", "general", minor.len() >= n.minor_count, minor);

        let breaches = known.enterprise.commitments.iter().enumerate();
        let breaches: Vec<usize> = breaches
            .filter(|(_, c)| c.breached_on.is_some_and(|breach| within(breach, n.breached_months, today)))
            .map(|(index, _)| index)
            .collect();
        rule("breached_commitment", "general", !breaches.is_empty(), breaches);

        let unrectified = self.unrectified(known, today);
        rule("unrectified", "general", !unrectified.is_empty(), unrectified);
        rules
    }

    pub fn counts_for_ten(&self, penalty: &Penalty, today: Date) -> bool {
        let n = self.numbers;
        within(penalty.decided_on, 12 * n.ten_years, today) && (!n.ten_market_only || is_market(penalty))
    }

    /// Of the latest day with a known result, the inspections that were left unrectified.
    fn unrectified(&self, known: &Known, today: Date) -> Vec<usize> {
        let inspections: Vec<_> = known.enterprise.inspections.iter().enumerate().collect();
        let inspections = inspections.into_iter().filter(|(_, inspection)| {
            inspection.on <= today
                && inspection.authority_system == AuthoritySystem::MarketRegulation
                && inspection.result.is_some()
        });
        let inspections: Vec<_> = inspections.collect();
        let latest = inspections.iter().map(|(_, inspection)| inspection.on).max();
        let Some(latest) = latest.filter(|latest| within(*latest, self.numbers.unrectified_months, today)) else {
            return Vec::new();
        };
        let unrectified = inspections.into_iter().filter(|(_, inspection)| {
            inspection.on == latest && inspection.result == Some(InspectionResult::Unrectified)
        });
        unrectified.map(|(index, _)| index).collect()
    }

    /// The class before and after the risk grades.
    pub fn classes(&self, known: &Known, today: Date) -> (&'static str, &'static str) {
        let rules = self.rules(known, today);
        let credit_class = if rules.iter().any(|(_, class, _)| *class == "high_risk") {
            "high_risk"
        } else if !rules.is_empty() {
            "general"
        } else {
            "good"
        };
        let raises =
            known.enterprise.risk_grades.worst().is_some_and(|worst| self.numbers.raise_grades.contains(&worst));
        let class = match credit_class {
            "good" if raises => "general",
            "general" if raises => "high_risk",
            class => class,
        };
        (credit_class, class)
    }

    /// The changes of class ahead, judged day by day.
    pub fn forecast(&self, enterprise: &Enterprise, today: Date) -> Vec<Value> {
        let known = known(&known(enterprise, today).record(today), today);
        let last = months_after(today, 12 * self.numbers.forecast_years);
        let mut class = self.classes(&known, today).1;
        let mut changes = Vec::new();
        let mut date = today;
        while date < last {
            date = date.checked_add_days(Days::new(1)).unwrap();
            let next = self.classes(&known, date).1;
            if next != class {
                changes.push(json!({"on": date, "class": next}));
                class = next;
            }
        }
        changes
    }
}
