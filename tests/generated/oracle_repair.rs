//! The plain reading of the contract: repair.

use serde_json::{Value, json};
use xinheng::facts::{AbnormalListing, AbnormalReason, Date, EnterpriseStatus, Penalty, PenaltyKind, SeriousListing};

use crate::oracle::{Known, Oracle, Run, day, has, is_heavier, is_market, months_after};
use crate::oracle_answer::source;

impl Oracle<'_> {
    /// An entry for each target that exists.
    pub fn repair(&self, known: &Known, today: Date) -> Vec<Value> {
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
        if settle(&mut entry, self.settled(penalty.annulled_on, penalty.repaired_on, gsxt, known, today)) {
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
                Some("14"),
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
        if settle(&mut entry, self.settled(None, listing.removed_on, true, known, today)) {
            return entry;
        }
        let deadlines = match (new, listing.reason) {
            (true, AbnormalReason::Unreachable) => self.deadlines("verification", today, [None, Some(2), Some(3)]),
            (true, _) => self.deadlines("application", today, [Some(2), Some(2), Some(3)]),
            (false, AbnormalReason::NameChange | AbnormalReason::Unreachable | AbnormalReason::Concealment) => {
                self.deadlines("verification", today, [None, Some(5), None])
            }
            (false, _) => self.deadlines("application", today, [None, Some(5), None]),
        };
        let own = match listing.reason {
            AbnormalReason::AnnualReport => "annual_report",
            AbnormalReason::ImmediateDisclosure | AbnormalReason::Concealment => "disclosure",
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
        if settle(&mut entry, self.settled(None, listing.removed_on, true, known, today)) {
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
}

/// Writes down what comes before any other question, if anything does. Here "ended" is always by deregistration.
fn settle(entry: &mut Value, status: Option<&'static str>) -> bool {
    let Some(status) = status else { return false };
    if status == "ended" {
        entry["source"] = source("samr-107", Some("20"), false);
    }
    entry["status"] = json!(status);
    true
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
