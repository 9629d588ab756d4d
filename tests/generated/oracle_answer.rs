//! The plain reading of the contract: reasons, inspection, key case, measures and due days.

use chrono::Datelike;
use serde_json::{Value, json};
use xinheng::facts::{
    AuthoritySystem, Date, Enterprise, EnterpriseStatus, InspectionMode, InspectionResult, Penalty, RiskGrade, Sector,
    Term,
};

use crate::oracle::{Known, Oracle, is_heavier, is_market, is_standing, known, months_after, within};

/// A source as an answer cites it.
pub fn source(id: &str, article: Option<&str>, default: bool) -> Value {
    match article {
        Some(article) => json!({"id": id, "article": article, "default": default}),
        None => json!({"id": id, "default": default}),
    }
}

impl Oracle<'_> {
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
        for (rule, class, indices) in self.rules(known, today) {
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
            let evidence: Vec<Value> = indices.iter().map(|index| json!({"kind": kind, "index": index})).collect();
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
        let index = ["good", "general", "high_risk"].iter().position(|name| *name == class).unwrap();
        let (mut min, mut max) = n.visits[index];
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
            // Not below 0 nor below the food table's.
            if spared && min > table.0 {
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
        let mut sampling = n.sampling[index];
        if deregistered {
            (approach, sampling, min, max) = ("none", 0, 0, 0);
            adjustments.clear();
        }
        let open = |lead: &&xinheng::facts::Lead| lead.received_on <= today && lead.closed_on.is_none();
        let leads = e.leads.iter().enumerate().filter(|(_, lead)| open(lead));
        let triggers: Vec<usize> = leads.map(|(index, _)| index).collect();
        let cap = n.annual_cap.max(max);
        let on_site = || inspections().filter(|i| i.mode == InspectionMode::OnSite);
        let used = on_site().filter(|i| i.on.year() == today.year() && n.cap_bases.contains(&i.basis)).count() as u32;
        let last = on_site().map(|i| i.on).max().or(e.registered_on);
        // Twelve months over no visit at all give no day.
        let months = 12_u32.checked_div(min);
        let due = months.map(|months| last.map_or(today, |last| months_after(last, months)));
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
}

/// The places of the risk grades in the table of visits to food businesses are those of the grades.
const _: () = assert!(RiskGrade::A as usize == 0 && RiskGrade::D as usize == 3);
