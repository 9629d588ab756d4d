//! What can be repaired, when, and with which papers.

use crate::calendar::add_months;
use crate::facts::{AbnormalListing, AbnormalReason, Date, EnterpriseStatus, Penalty, SeriousListing};
use crate::pack::{
    Absent, Channel, Cited, ConditionTable, DateField, DatedSource, FactKind, Field, PaperLine, ParameterValue,
    RepairStatus, RepairTest, Way,
};

use super::assessment::{Condition, Deadlines, Repair, Target};
use super::case::Case;
use super::penalty::View;

/// A target of repair, with what its conditions ask for.
struct Goal<'a> {
    target: Target,
    /// Its own date, after which others may count against it.
    date: Date,
    category: Option<&'a str>,
    reason: Option<AbnormalReason>,
    date_of: &'a dyn Fn(DateField) -> Option<Date>,
    conditions: &'a [usize],
    earliest_on: Option<Date>,
}

impl<'a> Case<'a> {
    /// One entry for each penalty, abnormal listing and serious listing that exists, in this order.
    pub(super) fn repairs(&self) -> Vec<Repair> {
        let enterprise = self.enterprise;
        let mut repairs = Vec::new();
        for (index, (penalty, view)) in enterprise.penalties.iter().zip(self.views).enumerate() {
            if view.exists {
                repairs.extend(self.penalty_repair(index, penalty, view));
            }
        }
        for (index, listing) in enterprise.abnormal_listings.iter().enumerate() {
            if listing.listed_on <= self.known {
                repairs.push(self.abnormal_repair(index, listing));
            }
        }
        for (index, listing) in enterprise.serious_listings.iter().enumerate() {
            if listing.listed_on <= self.known {
                repairs.push(self.serious_repair(index, listing));
            }
        }
        repairs
    }

    fn penalty_repair(&self, index: usize, penalty: &Penalty, view: &View) -> Option<Repair> {
        let line = self.line(view)?;
        let track_source = self.cite(&line.source, &self.line_rests_on(view));
        let mut repair = Repair {
            track: Some(line.track),
            severity: Some(line.severity),
            line: Some(view.line),
            ..entry(FactKind::Penalty, index, view.channel, track_source)
        };
        let done = self.settled(view.channel, self.known(penalty.annulled_on), self.known(penalty.repaired_on));
        if let Some((status, source)) = done {
            repair.status = status;
            repair.source = source.unwrap_or(repair.source);
            return Some(repair);
        }
        if line.way == Way::NotPublished {
            repair.status = RepairStatus::NotPublished;
            return Some(repair);
        }
        repair.stops_on = view.stops_on;
        repair.status = match line.way {
            _ if view.stops_on.is_some_and(|stops_on| stops_on <= self.known) => RepairStatus::Ended,
            Way::StopsAutomatically => RepairStatus::StopsAutomatically,
            Way::Barred => RepairStatus::Barred,
            Way::NotPublished | Way::OnApplication => {
                let goal = Goal {
                    target: repair.target,
                    date: penalty.decided_on,
                    category: penalty.category.as_deref(),
                    reason: None,
                    date_of: &|field| match field {
                        DateField::FulfilledOn => penalty.fulfilled_on,
                        DateField::HarmEliminatedOn => penalty.harm_eliminated_on,
                        DateField::CommitmentOn => penalty.commitment_on,
                        DateField::PublishedOn => penalty.published_on,
                        _ => None,
                    },
                    conditions: self.conditions(view.channel).map_or(&[], |table| &table.penalty),
                    earliest_on: view.earliest_on,
                };
                self.by_conditions(&mut repair, &goal)
            }
        };
        Some(repair)
    }

    /// The parameters that decided on the line of a penalty.
    pub(super) fn line_rests_on(&self, view: &View) -> Vec<usize> {
        let mut parameters = vec![self.channel_rules(view.channel).tracks];
        if let Some(line) = self.line(view) {
            parameters.extend(&line.rests_on);
            let definitions = &self.pack.definitions;
            for (field, definition) in [(Field::Simple, &definitions.simple), (Field::Small, &definitions.small)] {
                if line.asks_for(field) {
                    parameters.extend(&definition.rests_on);
                }
            }
        }
        parameters
    }

    fn abnormal_repair(&self, index: usize, listing: &AbnormalListing) -> Repair {
        let source = self.dated_source(&self.pack.listings.abnormal_listing);
        let mut repair = entry(FactKind::AbnormalListing, index, Channel::Gsxt, source);
        if let Some((status, source)) = self.settled(Channel::Gsxt, None, self.known(listing.removed_on)) {
            repair.status = status;
            repair.source = source.unwrap_or(repair.source);
            return repair;
        }
        let goal = Goal {
            target: repair.target,
            date: listing.listed_on,
            category: None,
            reason: Some(listing.reason),
            date_of: &|field| match field {
                DateField::CorrectedOn => listing.corrected_on,
                DateField::CommitmentOn => listing.commitment_on,
                _ => None,
            },
            conditions: self.conditions(Channel::Gsxt).map_or(&[], |table| &table.abnormal_listing),
            earliest_on: Some(listing.listed_on),
        };
        repair.status = self.by_conditions(&mut repair, &goal);
        repair
    }

    fn serious_repair(&self, index: usize, listing: &SeriousListing) -> Repair {
        let listings = &self.pack.listings;
        let source = self.cite(&self.dated_source(&listings.serious_listing), &[listings.serious_repair_years]);
        let mut repair = entry(FactKind::SeriousListing, index, Channel::Gsxt, source);
        if let Some((status, source)) = self.settled(Channel::Gsxt, None, self.known(listing.removed_on)) {
            repair.status = status;
            repair.source = source.unwrap_or(repair.source);
            return repair;
        }
        let end = self.serious_end(listing);
        repair.stops_on = Some(end);
        if end <= self.known {
            repair.status = RepairStatus::Ended;
            return repair;
        }
        let years = self.number(self.pack.listings.serious_repair_years);
        let goal = Goal {
            target: repair.target,
            date: listing.listed_on,
            category: None,
            reason: None,
            date_of: &|field| match field {
                DateField::FulfilledOn => listing.fulfilled_on,
                DateField::HarmEliminatedOn => listing.harm_eliminated_on,
                DateField::CommitmentOn => listing.commitment_on,
                DateField::MeasuresEndOn => listing.measures_end_on,
                _ => None,
            },
            conditions: self.conditions(Channel::Gsxt).map_or(&[], |table| &table.serious_listing),
            earliest_on: Some(add_months(listing.listed_on, years.saturating_mul(12))),
        };
        repair.status = self.by_conditions(&mut repair, &goal);
        repair
    }

    /// What makes any target a settled matter, with the source of that where it has one of its own.
    fn settled(
        &self,
        channel: Channel,
        annulled_on: Option<Date>,
        repaired_on: Option<Date>,
    ) -> Option<(RepairStatus, Option<Cited>)> {
        let rules = self.channel_rules(channel);
        let deregistered = self.enterprise.status == EnterpriseStatus::Deregistered;
        if annulled_on.is_some() {
            return Some((RepairStatus::Annulled, None));
        }
        if repaired_on.is_some() {
            return Some((RepairStatus::Repaired, None));
        }
        if let Some(source) = rules.ends_with_deregistration.as_ref().filter(|_| deregistered) {
            return Some((RepairStatus::Ended, Some(source.clone())));
        }
        match self.value(rules.from) {
            ParameterValue::Date(from) if self.known < *from => Some((RepairStatus::NotModelled, None)),
            _ => None,
        }
    }

    fn conditions(&self, channel: Channel) -> Option<&'a ConditionTable> {
        match self.value(self.channel_rules(channel).conditions) {
            ParameterValue::Conditions(table) => Some(table),
            _ => None,
        }
    }

    /// Fills in conditions, days and papers, and says how the repair stands.
    fn by_conditions(&self, repair: &mut Repair, goal: &Goal) -> RepairStatus {
        let tests = goal.conditions.iter().filter_map(|place| self.pack.conditions.get(*place));
        let conditions: Vec<Condition> =
            tests.map(|test| Condition { id: test.id.clone(), met: self.meets(&test.test, goal) }).collect();
        let all_met = conditions.iter().all(|condition| condition.met);
        let too_early = goal.earliest_on.is_some_and(|earliest| self.known < earliest);
        repair.conditions = Some(conditions);
        repair.earliest_on = goal.earliest_on;
        repair.materials = Some(self.papers(repair.channel, goal));
        match (all_met, too_early) {
            (false, _) => RepairStatus::ConditionsUnmet,
            (true, true) => RepairStatus::NotYet,
            (true, false) => {
                repair.deadlines = self.deadlines(repair.channel, goal);
                RepairStatus::Eligible
            }
        }
    }

    fn meets(&self, test: &RepairTest, goal: &Goal) -> bool {
        match test {
            RepairTest::Known(field) => self.known((goal.date_of)(*field)).is_some(),
            RepairTest::TermOver(field) => (goal.date_of)(*field).is_none_or(|term| term <= self.known),
            RepairTest::None(absents) => !absents.iter().any(|absent| self.is_there(absent, goal)),
        }
    }

    /// Whether there is a fact of which there must be none.
    fn is_there(&self, absent: &Absent, goal: &Goal) -> bool {
        let mut found = false;
        self.select(&absent.selection, &mut |place, days| {
            let counts = days.contains(self.known)
                && (!absent.after_target || self.date_of(absent.selection.fact, place) > Some(goal.date))
                && (!absent.same_category || (goal.category.is_some() && self.category(place) == goal.category));
            found |= counts;
        });
        found
    }

    /// The own date of a penalty or a listing.
    fn date_of(&self, fact: FactKind, place: usize) -> Option<Date> {
        let enterprise = self.enterprise;
        match fact {
            FactKind::Penalty => enterprise.penalties.get(place).map(|penalty| penalty.decided_on),
            FactKind::AbnormalListing => enterprise.abnormal_listings.get(place).map(|listing| listing.listed_on),
            FactKind::SeriousListing => enterprise.serious_listings.get(place).map(|listing| listing.listed_on),
            FactKind::CourtListing => enterprise.court_listings.get(place).map(|listing| listing.listed_on),
            FactKind::Lead => enterprise.leads.get(place).map(|lead| lead.received_on),
            FactKind::Inspection => enterprise.inspections.get(place).map(|inspection| inspection.on),
            FactKind::Commitment => enterprise.commitments.get(place)?.made_on,
            FactKind::RiskGrade => None,
        }
    }

    fn papers(&self, channel: Channel, goal: &Goal) -> Vec<String> {
        let fits = |line: &&PaperLine| {
            line.channel == channel
                && line.target.contains(goal.target.kind)
                && line.reason.is_none_or(|reasons| goal.reason.is_some_and(|reason| reasons.contains(reason)))
        };
        self.pack.papers.iter().find(fits).map(|line| line.ids.clone()).unwrap_or_default()
    }

    /// The days by which the office must act, as if the application came, or the facts were verified, today.
    fn deadlines(&self, channel: Channel, goal: &Goal) -> Option<Deadlines> {
        let ParameterValue::Deadlines(lines) = self.value(self.channel_rules(channel).deadlines) else { return None };
        let line = lines.iter().find(|line| line.fits(goal.target.kind, goal.reason))?;
        let mut day = self.known;
        let mut step = |days: Option<u32>| {
            days.map(|days| {
                day = self.calendar.add_working_days(day, days);
                day
            })
        };
        let (accept_by, decide_by, unpublish_by) = (step(line.accept), step(line.decide), step(line.unpublish));
        Some(Deadlines { from: line.from, accept_by, decide_by, unpublish_by })
    }

    /// The source among dated ones, of which the pack's reader lets none be without, that is valid on the day.
    fn dated_source(&self, sources: &[DatedSource]) -> Cited {
        let begun = |source: &&DatedSource| source.from.is_some_and(|from| from <= self.known);
        let first_or_latest = sources.iter().rfind(begun).unwrap_or(&sources[0]);
        first_or_latest.source.clone()
    }
}

/// An entry of which nothing is known yet but its target and source.
fn entry(kind: FactKind, index: usize, channel: Channel, source: Cited) -> Repair {
    Repair {
        target: Target { kind, index },
        channel,
        status: RepairStatus::NotModelled,
        track: None,
        severity: None,
        line: None,
        stops_on: None,
        earliest_on: None,
        conditions: None,
        deadlines: None,
        materials: None,
        source,
    }
}
