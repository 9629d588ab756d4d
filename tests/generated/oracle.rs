//! The contract once more, plain and slow: the class, tracks, repair and inspection as its text has them, sentence by
//! sentence, with its numbers written down. It shares nothing with the engine but the types of the facts.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use serde_json::{Value, json};
use xinheng::facts::{
    AbnormalListing, AbnormalReason, AuthoritySystem, Date, Discretion, Enterprise, EnterpriseStatus, InspectionBasis,
    InspectionMode, InspectionResult, Penalty, PenaltyKind, Procedure, RiskGrade, Sector, SeriousListing, Term,
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

fn has(penalty: &Penalty, kinds: &[PenaltyKind]) -> bool {
    kinds.iter().any(|kind| penalty.kinds.contains(*kind))
}

fn only(penalty: &Penalty, kinds: &[PenaltyKind]) -> bool {
    penalty.kinds.iter().all(|kind| kinds.contains(&kind))
}

fn is_market(penalty: &Penalty) -> bool {
    penalty.authority_system == AuthoritySystem::MarketRegulation
}

pub fn is_standing(penalty: &Penalty) -> bool {
    penalty.annulled_on.is_none() && penalty.repaired_on.is_none()
}

fn has_fine(penalty: &Penalty) -> bool {
    has(penalty, &[PenaltyKind::Fine])
}

/// `samr-44` art. 2.
fn is_heavier(penalty: &Penalty) -> bool {
    use PenaltyKind::*;
    let aggravated = has_fine(penalty) && penalty.discretion == Some(Discretion::Aggravated);
    aggravated
        || has(penalty, &[Downgrade, RevocationOfLicence, RevocationOfBusinessLicence])
        || has(penalty, &[RestrictionOfOperations, RestrictionOfPractice, SuspensionOfBusiness, Closure])
}

fn source(id: &str, article: Option<&str>, default: bool) -> Value {
    match article {
        Some(article) => json!({"id": id, "article": article, "default": default}),
        None => json!({"id": id, "default": default}),
    }
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

    fn serious_end(&self, listing: &SeriousListing) -> Date {
        let end = months_after(listing.listed_on, 12 * self.numbers.serious_list_years);
        listing.measures_end_on.map_or(end, |term| end.max(term))
    }

    fn is_on_serious_list(&self, listing: &SeriousListing, today: Date) -> bool {
        listing.removed_on.is_none() && today < self.serious_end(listing)
    }

    fn on_serious_list(&self, known: &Known, today: Date) -> bool {
        known.serious.iter().any(|(_, listing)| self.is_on_serious_list(listing, today))
    }

    /// Every rule that holds: its name, its class, the places of its facts.
    pub fn rules(&self, known: &Known, today: Date) -> Vec<(&'static str, &'static str, Vec<usize>)> {
        let n = self.numbers;
        let penalties = |counts: &dyn Fn(&Penalty) -> bool| -> Vec<usize> {
            known.penalties.iter().filter(|(_, p)| is_standing(p) && counts(p)).map(|(place, _)| *place).collect()
        };
        let live_on = |penalty: &Penalty, tracks: &[String]| {
            let run = self.run(penalty, known, today);
            run.stops.is_some_and(|stops| today < stops) && tracks.iter().any(|track| track == run.track)
        };
        let mut rules = Vec::new();
        let mut rule = |name, class, holds: bool, places: Vec<usize>| {
            if holds {
                rules.push((name, class, places));
            }
        };

        let listed: Vec<usize> =
            known.serious.iter().filter(|(_, l)| self.is_on_serious_list(l, today)).map(|(place, _)| *place).collect();
        rule("serious_list", "high_risk", !listed.is_empty(), listed);

        let ten = penalties(&|p| self.counts_for_ten(p, today));
        rule("ten_penalties", "high_risk", ten.len() >= n.ten_count, ten);

        let serious = penalties(&|p| live_on(p, &n.serious_tracks));
        rule("serious_penalty", "high_risk", !serious.is_empty(), serious);

        let recent = penalties(&|p| within(p.decided_on, n.repeat_months, today) && p.category.is_some());
        let mut by_category: BTreeMap<&str, usize> = BTreeMap::new();
        let category =
            |place: usize| known.penalties.iter().find(|(at, _)| *at == place).unwrap().1.category.as_deref();
        for place in &recent {
            *by_category.entry(category(*place).unwrap()).or_default() += 1;
        }
        let repeated: Vec<usize> =
            recent.into_iter().filter(|place| by_category[category(*place).unwrap()] >= n.repeat_count).collect();
        rule("repeat_offence", "high_risk", !repeated.is_empty(), repeated);

        let courts = known.enterprise.court_listings.iter().enumerate();
        let courts: Vec<usize> =
            courts.filter(|(_, l)| l.listed_on <= today && l.removed_on.is_none()).map(|(place, _)| place).collect();
        rule("court_list", "high_risk", !courts.is_empty(), courts);

        let live = penalties(&|p| live_on(p, &n.live_tracks));
        rule("live_penalty", "general", !live.is_empty(), live);

        let abnormal: Vec<usize> =
            known.abnormal.iter().filter(|(_, l)| l.removed_on.is_none()).map(|(place, _)| *place).collect();
        rule("abnormal_list", "general", !abnormal.is_empty(), abnormal);

        let minor = penalties(&|p| {
            within(p.decided_on, n.minor_months, today) && self.run(p, known, today).severity == "minor"
        });
        rule("minor_penalties", "general", minor.len() >= n.minor_count, minor);

        let breaches = known.enterprise.commitments.iter().enumerate();
        let breaches: Vec<usize> = breaches
            .filter(|(_, c)| c.breached_on.is_some_and(|breach| within(breach, n.breached_months, today)))
            .map(|(place, _)| place)
            .collect();
        rule("breached_commitment", "general", !breaches.is_empty(), breaches);

        let unrectified = self.unrectified(known, today);
        rule("unrectified", "general", !unrectified.is_empty(), unrectified);
        rules
    }

    fn counts_for_ten(&self, penalty: &Penalty, today: Date) -> bool {
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
        unrectified.map(|(place, _)| place).collect()
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

    /// The subset of the response that the contract determines, without words.
    pub fn response(&self, enterprise: &Enterprise, today: Date) -> Value {
        let known = known(enterprise, today);
        let (credit_class, class) = self.classes(&known, today);
        json!({
            "class": class,
            "credit_class": credit_class,
            "reasons": self.reasons(&known, today),
            "inspection": self.inspection(&known, today, class),
            "key_case": self.key_case(&known, today),
            "repair": self.repair(&known, today),
            "disclosure": self.disclosure(&known, today),
            "measures": self.measures(&known, today, class),
        })
    }

    fn reasons(&self, known: &Known, today: Date) -> Vec<Value> {
        let n = self.numbers;
        let mut reasons: Vec<Value> = Vec::new();
        for (rule, class, places) in self.rules(known, today) {
            let (kind, source) = match rule {
                "serious_list" => ("serious_listing", source("samr-44", Some("15"), false)),
                "ten_penalties" => ("penalty", source("baotou-2024-40", Some("124"), n.is_set("ten_penalties."))),
                "serious_penalty" => ("penalty", source("samr-107", Some("8"), true)),
                "repeat_offence" => ("penalty", source("baotou-2024-40", Some("124"), true)),
                "court_list" => ("court_listing", source("spc-2017-7", None, false)),
                "live_penalty" => ("penalty", source("samr-107", Some("9"), true)),
                "abnormal_list" => ("abnormal_listing", source("abnormal-2025", Some("4"), true)),
                "minor_penalties" => ("penalty", source("default", None, true)),
                "breached_commitment" => ("commitment", source("baotou-2024-40", Some("122"), true)),
                "unrectified" => ("inspection", source("baotou-2024-40", Some("117"), true)),
                _ => unreachable!(),
            };
            let evidence: Vec<Value> = places.iter().map(|place| json!({"kind": kind, "index": place})).collect();
            reasons.push(json!({"rule": rule, "class": class, "evidence": evidence, "source": source}));
        }
        let (credit_class, class) = self.classes(known, today);
        if class != credit_class {
            let grades = &known.enterprise.risk_grades;
            let worst = Sector::ALL.iter().filter(|sector| grades.get(**sector) == grades.worst());
            let evidence: Vec<Value> = worst.map(|s| json!({"kind": "risk_grade", "sector": s.code()})).collect();
            let source = source("baotou-2024-40", Some("95"), true);
            reasons.push(json!({"rule": "risk_grade", "class": class, "evidence": evidence, "source": source}));
        }
        reasons
    }

    fn inspection(&self, known: &Known, today: Date, class: &str) -> Value {
        let n = self.numbers;
        let e = &known.enterprise;
        let deregistered = e.status == EnterpriseStatus::Deregistered;
        let market = |system| system == AuthoritySystem::MarketRegulation;
        let inspections = || e.inspections.iter().filter(|i| i.on <= today && market(i.authority_system));
        let place = ["good", "general", "high_risk"].iter().position(|name| *name == class).unwrap();
        let (mut min, mut max) = n.visits[place];
        let mut adjustments = Vec::new();
        let food = e.risk_grades.get(Sector::Food).filter(|_| e.sectors.contains(Sector::Food));
        let table = food.map_or((0, 0), |grade| n.visits_food[grade as usize]);
        if table.0 > min || table.1 > max {
            (min, max) = (min.max(table.0), max.max(table.1));
            adjustments.push("sector_minimum");
        } else {
            let spared = inspections().any(|i| {
                i.mode == InspectionMode::OffSite
                    && i.result == Some(InspectionResult::Clean)
                    && within(i.on, n.off_site_months, today)
            });
            if spared && min > 0 && min - 1 >= table.0 {
                min -= 1;
                adjustments.push("off_site_credit");
            }
        }
        let mut approach = match class {
            "good" if min != 0 => "routine",
            "good" => "event_triggered",
            "general" => "routine",
            _ => "intensified",
        };
        let mut sampling = n.sampling[place];
        if deregistered {
            (approach, sampling, min, max) = ("none", 0, 0, 0);
            adjustments.clear();
        }
        let open = |lead: &&xinheng::facts::Lead| lead.received_on <= today && lead.closed_on.is_none();
        let leads = e.leads.iter().enumerate().filter(|(_, lead)| open(lead));
        let triggers: Vec<usize> = leads.map(|(place, _)| place).collect();
        let cap = n.annual_cap.max(max);
        let on_site = || inspections().filter(|i| i.mode == InspectionMode::OnSite);
        let planned = [InspectionBasis::Routine, InspectionBasis::DoubleRandom];
        let used = on_site().filter(|i| i.on.year() == today.year() && planned.contains(&i.basis)).count() as u32;
        let due = if min == 0 {
            None
        } else {
            match on_site().map(|i| i.on).max().or(e.registered_on) {
                Some(last) => Some(months_after(last, 12 / min)),
                None => Some(today),
            }
        };
        json!({
            "approach": approach,
            "triggered": !triggers.is_empty(),
            "triggers": triggers,
            "sampling_percent": sampling,
            "visits_per_year": {"min": min, "max": max},
            "adjustments": adjustments,
            "annual_cap": cap,
            "used": used,
            "remaining": cap.saturating_sub(used),
            "next_due_on": due,
            "overdue": due.is_some_and(|due| due < today),
        })
    }

    fn key_case(&self, known: &Known, today: Date) -> Value {
        let n = self.numbers;
        let standing = || known.penalties.iter().map(|(_, penalty)| penalty).filter(|penalty| is_standing(penalty));
        let count = standing().filter(|penalty| self.counts_for_ten(penalty, today)).count();
        let heavy =
            standing().any(|p| is_market(p) && is_heavier(p) && within(p.decided_on, 12 * n.heavy_years, today));
        let mut rules = Vec::new();
        if count >= n.ten_count {
            rules.push("ten_penalties");
        }
        if heavy && !self.on_serious_list(known, today) {
            rules.push("heavy_penalty");
        }
        if self.rules(known, today).iter().any(|(rule, _, _)| *rule == "repeat_offence") {
            rules.push("repeat_offence");
        }
        let year = today.year() - n.ten_years as i32;
        let from = (0..4).find_map(|less| Date::from_ymd_opt(year, today.month(), today.day() - less)).unwrap();
        json!({
            "flagged": !rules.is_empty(),
            "rules": rules,
            "penalty_count": count,
            "window": {"from": from, "to": today},
        })
    }

    fn measures(&self, known: &Known, today: Date, class: &str) -> Vec<Value> {
        let samr = || source("samr-44", Some("15"), false);
        let mut measures = Vec::new();
        if self.on_serious_list(known, today) {
            for id in ["key_supervision", "no_notification_commitment", "weighs_on_permits_and_tenders", "no_honours"] {
                measures.push(json!({"id": id, "source": samr()}));
            }
        }
        if class == "good" {
            let source = source("baotou-2024-40", Some("117"), false);
            measures.push(json!({"id": "facilitation_available", "source": source}));
        }
        measures
    }

    fn disclosure(&self, known: &Known, today: Date) -> Vec<Value> {
        let n = self.numbers;
        let published = known
            .penalties
            .iter()
            .filter(|(_, penalty)| is_market(penalty) && self.run(penalty, known, today).track != "unpublished");
        let entry = |(index, penalty): &(usize, Penalty)| {
            let due = self.workdays.after(penalty.decided_on, n.gsxt_publish_days);
            let late = penalty.published_on.map(|published_on| self.workdays.between(due, published_on));
            json!({
                "index": index,
                "gsxt_due_on": due,
                "credit_china_due_on": self.workdays.after(penalty.decided_on, n.credit_china_publish_days),
                "late_working_days": late,
            })
        };
        published.map(entry).collect()
    }

    fn repair(&self, known: &Known, today: Date) -> Vec<Value> {
        let penalties =
            known.penalties.iter().map(|(index, penalty)| self.penalty_repair(*index, penalty, known, today));
        let abnormal =
            known.abnormal.iter().map(|(index, listing)| self.abnormal_repair(*index, listing, known, today));
        let serious = known.serious.iter().map(|(index, listing)| self.serious_repair(*index, listing, known, today));
        penalties.chain(abnormal).chain(serious).collect()
    }

    fn penalty_repair(&self, index: usize, penalty: &Penalty, known: &Known, today: Date) -> Value {
        let run = self.run(penalty, known, today);
        let new = today >= day("2025-12-25");
        let gsxt = is_market(penalty);
        let channel = if gsxt { "gsxt" } else { "credit_china" };
        let cited = self.repair_source(penalty, &run, new);
        let mut entry = json!({
            "target": {"kind": "penalty", "index": index},
            "channel": channel,
            "track": run.track,
            "severity": run.severity,
            "source": cited,
        });
        if let Some(status) = self.settled(penalty.annulled_on, penalty.repaired_on, gsxt, known, today) {
            if status == "ended" {
                entry["source"] = source("samr-107", Some("20"), false);
            }
            entry["status"] = json!(status);
            return entry;
        }
        let Some(stops) = run.stops else {
            entry["status"] = json!("not_published");
            return entry;
        };
        entry["stops_on"] = json!(stops);
        let settled = match run.track {
            _ if today >= stops => Some("ended"),
            "automatic" => Some("stops_automatically"),
            "barred" => Some("barred"),
            _ => None,
        };
        if let Some(status) = settled {
            entry["status"] = json!(status);
            return entry;
        }
        let conditions = if gsxt {
            let repeated = known.penalties.iter().any(|(_, other)| {
                is_market(other)
                    && other.annulled_on.is_none()
                    && other.decided_on > penalty.decided_on
                    && penalty.category.is_some()
                    && other.category == penalty.category
            });
            let listed = known.abnormal.iter().any(|(_, listing)| listing.removed_on.is_none());
            let mut conditions = vec![
                ("fulfilled", penalty.fulfilled_on.is_some()),
                ("harm_eliminated", penalty.harm_eliminated_on.is_some()),
                ("no_repeat", !repeated),
            ];
            if !new {
                conditions.push(("not_listed", !listed && !self.on_serious_list(known, today)));
            }
            conditions
        } else {
            vec![("fulfilled", penalty.fulfilled_on.is_some()), ("commitment", penalty.commitment_on.is_some())]
        };
        let deadlines = match (gsxt, new) {
            (true, true) => self.deadlines("application", today, [Some(2), Some(7), Some(3)]),
            (true, false) => self.deadlines("application", today, [Some(2), Some(15), Some(3)]),
            (false, _) => self.deadlines("application", today, [Some(3), Some(7), None]),
        };
        let materials = if gsxt {
            json!([
                "application",
                "qualification",
                "commitment_letter",
                "proof_of_fulfilment",
                "proof_of_rectification"
            ])
        } else {
            json!(["proof_of_correction", "commitment_letter"])
        };
        by_conditions(&mut entry, &conditions, run.earliest.unwrap(), today, deadlines, materials);
        entry
    }

    fn repair_source(&self, penalty: &Penalty, run: &Run, new: bool) -> Value {
        let n = self.numbers;
        let simple_asked = n.is_set("simple.max_fine");
        let small_asked = n.is_set("fine.minor");
        if !is_market(penalty) {
            return match run.severity {
                "minor" if self.is_simple(penalty) => source("ndrc-36", Some("8"), simple_asked),
                "minor" => source("ndrc-36", Some("8"), true),
                "general" => source("ndrc-36", Some("9"), false),
                _ => source("ndrc-36", Some("10"), false),
            };
        }
        match (run.track, new) {
            ("unpublished", _) => source("samr-45", Some("2"), self.is_simple(penalty) && simple_asked),
            ("automatic", true) => source("samr-107", Some("7"), small_asked),
            ("automatic", false) => source("samr-45", Some("13"), small_asked),
            ("barred", true) => source("samr-107", Some("8"), false),
            // Closure among the barred is our own reading of the former measure.
            ("barred", false) => source(
                "samr-45",
                Some("13"),
                has(penalty, &[PenaltyKind::Closure]) && {
                    use PenaltyKind::*;
                    let named = [Downgrade, RevocationOfLicence, RevocationOfBusinessLicence];
                    let restrictions = [SuspensionOfBusiness, RestrictionOfOperations, RestrictionOfPractice];
                    !has(penalty, &named) && !has(penalty, &restrictions)
                },
            ),
            ("restricted" | "safety", true) => source("samr-107", Some("8"), false),
            ("ordinary", true) => source("samr-107", Some("9"), false),
            _ => source("samr-repair-2021", None, false),
        }
    }

    /// What comes before any other question, of whatever target.
    fn settled(
        &self,
        annulled_on: Option<Date>,
        repaired_on: Option<Date>,
        gsxt: bool,
        known: &Known,
        today: Date,
    ) -> Option<&'static str> {
        let from = if gsxt { self.numbers.gsxt_from } else { self.numbers.credit_china_from };
        if annulled_on.is_some() {
            Some("annulled")
        } else if repaired_on.is_some() {
            Some("repaired")
        } else if gsxt && known.enterprise.status == EnterpriseStatus::Deregistered {
            Some("ended")
        } else if today < from {
            Some("not_modelled")
        } else {
            None
        }
    }

    fn abnormal_repair(&self, index: usize, listing: &AbnormalListing, known: &Known, today: Date) -> Value {
        let new = today >= day("2025-12-25");
        let cited =
            if new { source("samr-107", Some("12"), false) } else { source("abnormal-2025", Some("11-14"), false) };
        let mut entry = json!({
            "target": {"kind": "abnormal_listing", "index": index},
            "channel": "gsxt",
            "source": cited,
        });
        if let Some(status) = self.settled(None, listing.removed_on, true, known, today) {
            if status == "ended" {
                entry["source"] = source("samr-107", Some("20"), false);
            }
            entry["status"] = json!(status);
            return entry;
        }
        let deadlines = match (new, listing.reason) {
            (true, AbnormalReason::Unreachable) => self.deadlines("verification", today, [None, Some(2), Some(3)]),
            (true, _) => self.deadlines("application", today, [Some(2), Some(2), Some(3)]),
            (false, AbnormalReason::NameChange | AbnormalReason::Unreachable) => {
                self.deadlines("verification", today, [None, Some(5), None])
            }
            (false, _) => self.deadlines("application", today, [None, Some(5), None]),
        };
        let own = match listing.reason {
            AbnormalReason::AnnualReport => "annual_report",
            AbnormalReason::ImmediateDisclosure => "disclosure",
            AbnormalReason::NameChange => "name_registration",
            AbnormalReason::Unreachable => "address_or_contact",
        };
        let materials = json!(["application", "qualification", "commitment_letter", own]);
        let conditions = [("corrected", listing.corrected_on.is_some())];
        by_conditions(&mut entry, &conditions, listing.listed_on, today, deadlines, materials);
        entry
    }

    fn serious_repair(&self, index: usize, listing: &SeriousListing, known: &Known, today: Date) -> Value {
        let n = self.numbers;
        let new = today >= day("2025-12-25");
        let set = n.is_set("serious_list.repair_years");
        let cited = if new { source("samr-107", Some("13"), set) } else { source("samr-44", Some("16"), set) };
        let mut entry = json!({
            "target": {"kind": "serious_listing", "index": index},
            "channel": "gsxt",
            "source": cited,
        });
        if let Some(status) = self.settled(None, listing.removed_on, true, known, today) {
            if status == "ended" {
                entry["source"] = source("samr-107", Some("20"), false);
            }
            entry["status"] = json!(status);
            return entry;
        }
        let end = self.serious_end(listing);
        entry["stops_on"] = json!(end);
        if today >= end {
            entry["status"] = json!("ended");
            return entry;
        }
        let heavier = known
            .penalties
            .iter()
            .any(|(_, p)| p.annulled_on.is_none() && is_market(p) && is_heavier(p) && p.decided_on > listing.listed_on);
        let conditions = [
            ("fulfilled", listing.fulfilled_on.is_some()),
            ("harm_eliminated", listing.harm_eliminated_on.is_some()),
            ("no_new_heavy", !heavier),
            ("measures_ended", listing.measures_end_on.is_none_or(|term| term <= today)),
        ];
        let decide = if new { 7 } else { 15 };
        let deadlines = self.deadlines("application", today, [Some(2), Some(decide), Some(3)]);
        let materials = json!([
            "application",
            "qualification",
            "commitment_letter",
            "proof_of_fulfilment",
            "proof_of_rectification"
        ]);
        let earliest = months_after(listing.listed_on, 12 * n.serious_list_repair_years);
        by_conditions(&mut entry, &conditions, earliest, today, deadlines, materials);
        entry
    }

    fn deadlines(&self, from: &str, today: Date, steps: [Option<u32>; 3]) -> Value {
        let mut deadlines = json!({"from": from});
        let mut last = today;
        for (name, days) in ["accept_by", "decide_by", "unpublish_by"].into_iter().zip(steps) {
            if let Some(days) = days {
                last = self.workdays.after(last, days);
                deadlines[name] = json!(last);
            }
        }
        deadlines
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

/// "Any unmet → conditions_unmet; all met and T < earliest_on → not_yet; else eligible."
fn by_conditions(
    entry: &mut Value,
    conditions: &[(&str, bool)],
    earliest: Date,
    today: Date,
    deadlines: Value,
    materials: Value,
) {
    let status = if conditions.iter().any(|(_, met)| !met) {
        "conditions_unmet"
    } else if today < earliest {
        "not_yet"
    } else {
        entry["deadlines"] = deadlines;
        "eligible"
    };
    entry["status"] = json!(status);
    entry["earliest_on"] = json!(earliest);
    entry["conditions"] = conditions.iter().map(|(id, met)| json!({"id": id, "met": met})).collect();
    entry["materials"] = materials;
}

/// The places of the risk grades in the table of visits to food businesses are those of the grades.
const _: () = assert!(RiskGrade::A as usize == 0 && RiskGrade::D as usize == 3);
