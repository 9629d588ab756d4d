//! What can be repaired, when, and with which papers.

use facts::calendar::add_months;
use facts::{AbnormalListing, AbnormalReason, Date, EnterpriseStatus, Penalty, SeriousListing};
use pack::{
    Channel, Cited, DateField, DatedSource, FactKind, Field, PaperLine, ParameterValue, RepairStatus, RepairTest, Way,
};

use super::assessment::{Condition, Deadlines, Repair, Target};
use super::case::Case;
use super::class::RuleSet;
use super::penalty::TrackedPenalty;
use super::room::Absences;

/// A target of repair, with what its conditions ask for.
pub(super) struct Goal<'a> {
    kind: FactKind,
    channel: Channel,
    /// Its own date, after which others may count against it.
    pub(super) date: Date,
    /// The index of the first penalty of its category.
    pub(super) category: Option<usize>,
    date_of: &'a dyn Fn(DateField) -> Option<Date>,
    earliest_on: Option<Date>,
}

/// How the repair of one target stands, without a word.
#[derive(Clone, Copy)]
pub(super) struct RepairStanding {
    kind: FactKind,
    index: usize,
    channel: Channel,
    pub(super) status: RepairStatus,
    stops_on: Option<Date>,
    pub(super) earliest_on: Option<Date>,
    /// The conditions that are not met, by their indices in the pack.
    pub(super) unmet: RuleSet,
}

impl RepairStanding {
    /// Whether conditions decided.
    fn is_by_conditions(&self) -> bool {
        matches!(self.status, RepairStatus::ConditionsUnmet | RepairStatus::NotYet | RepairStatus::Eligible)
    }
}

impl<'a> Case<'a> {
    /// Tells how each penalty, abnormal listing and serious listing that exists stands, in this order.
    pub(super) fn repair_standings(&self, visit: &mut dyn FnMut(RepairStanding)) {
        let enterprise = self.enterprise;
        let absences = &mut *self.room.absences.borrow_mut();
        absences.clear();
        for (index, (penalty, view)) in enterprise.penalties.iter().zip(self.views).enumerate() {
            if view.exists {
                self.penalty_standing(index, penalty, view, absences).into_iter().for_each(&mut *visit);
            }
        }
        for (index, listing) in enterprise.abnormal_listings.iter().enumerate() {
            if listing.listed_on <= self.known {
                visit(self.abnormal_standing(index, listing, absences));
            }
        }
        for (index, listing) in enterprise.serious_listings.iter().enumerate() {
            if listing.listed_on <= self.known {
                visit(self.serious_standing(index, listing, absences));
            }
        }
    }

    /// The same in words: with sources, conditions, papers and days.
    pub(super) fn repairs(&self) -> Vec<Repair> {
        let mut repairs = Vec::new();
        self.repair_standings(&mut |standing| repairs.push(self.in_words(standing)));
        repairs
    }

    fn penalty_standing(
        &self,
        index: usize,
        penalty: &Penalty,
        view: &TrackedPenalty,
        absences: &mut Absences,
    ) -> Option<RepairStanding> {
        let line = self.line(view)?;
        let mut standing = standing(FactKind::Penalty, index, view.channel);
        let done = self.settled(view.channel, self.known(penalty.annulled_on), self.known(penalty.repaired_on));
        if let Some(status) = done {
            standing.status = status;
            return Some(standing);
        }
        if line.way == Way::NotPublished {
            standing.status = RepairStatus::NotPublished;
            return Some(standing);
        }
        standing.stops_on = view.stops_on;
        match line.way {
            _ if view.stops_on.is_some_and(|stops_on| stops_on <= self.known) => standing.status = RepairStatus::Ended,
            Way::StopsAutomatically => standing.status = RepairStatus::StopsAutomatically,
            Way::Barred => standing.status = RepairStatus::Barred,
            Way::NotPublished | Way::OnApplication => {
                let goal = Goal {
                    kind: FactKind::Penalty,
                    channel: view.channel,
                    date: penalty.decided_on,
                    category: self.category(index),
                    date_of: &|field| match field {
                        DateField::FulfilledOn => penalty.fulfilled_on,
                        DateField::HarmEliminatedOn => penalty.harm_eliminated_on,
                        DateField::CommitmentOn => penalty.commitment_on,
                        DateField::PublishedOn => penalty.published_on,
                        _ => None,
                    },
                    earliest_on: view.earliest_on,
                };
                self.by_conditions(&mut standing, &goal, absences);
            }
        }
        Some(standing)
    }

    /// The parameters that decided on the line of a penalty.
    pub(super) fn line_rests_on(&self, view: &TrackedPenalty) -> Vec<usize> {
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

    fn abnormal_standing(&self, index: usize, listing: &AbnormalListing, absences: &mut Absences) -> RepairStanding {
        let mut standing = standing(FactKind::AbnormalListing, index, Channel::Gsxt);
        if let Some(status) = self.settled(Channel::Gsxt, None, self.known(listing.removed_on)) {
            standing.status = status;
            return standing;
        }
        let goal = Goal {
            kind: FactKind::AbnormalListing,
            channel: Channel::Gsxt,
            date: listing.listed_on,
            category: None,
            date_of: &|field| match field {
                DateField::CorrectedOn => listing.corrected_on,
                DateField::CommitmentOn => listing.commitment_on,
                _ => None,
            },
            earliest_on: Some(listing.listed_on),
        };
        self.by_conditions(&mut standing, &goal, absences);
        standing
    }

    fn serious_standing(&self, index: usize, listing: &SeriousListing, absences: &mut Absences) -> RepairStanding {
        let mut standing = standing(FactKind::SeriousListing, index, Channel::Gsxt);
        if let Some(status) = self.settled(Channel::Gsxt, None, self.known(listing.removed_on)) {
            standing.status = status;
            return standing;
        }
        let end = self.serious_end(listing);
        standing.stops_on = Some(end);
        if end <= self.known {
            standing.status = RepairStatus::Ended;
            return standing;
        }
        let years = self.number(self.pack.listings.serious_repair_years);
        let goal = Goal {
            kind: FactKind::SeriousListing,
            channel: Channel::Gsxt,
            date: listing.listed_on,
            category: None,
            date_of: &|field| match field {
                DateField::FulfilledOn => listing.fulfilled_on,
                DateField::HarmEliminatedOn => listing.harm_eliminated_on,
                DateField::CommitmentOn => listing.commitment_on,
                DateField::MeasuresEndOn => listing.measures_end_on,
                _ => None,
            },
            earliest_on: Some(add_months(listing.listed_on, years.saturating_mul(12))),
        };
        self.by_conditions(&mut standing, &goal, absences);
        standing
    }

    /// What makes any target a settled matter.
    fn settled(&self, channel: Channel, annulled_on: Option<Date>, repaired_on: Option<Date>) -> Option<RepairStatus> {
        let rules = self.channel_rules(channel);
        let deregistered = self.enterprise.status == EnterpriseStatus::Deregistered;
        if annulled_on.is_some() {
            return Some(RepairStatus::Annulled);
        }
        if repaired_on.is_some() {
            return Some(RepairStatus::Repaired);
        }
        if deregistered && rules.ends_with_deregistration.is_some() {
            return Some(RepairStatus::Ended);
        }
        match self.value(rules.from) {
            ParameterValue::Date(from) if self.known < *from => Some(RepairStatus::NotModelled),
            _ => None,
        }
    }

    /// The conditions of a channel for a kind of target, by their indices in the pack.
    fn conditions(&self, channel: Channel, kind: FactKind) -> &'a [usize] {
        let ParameterValue::Conditions(table) = self.value(self.channel_rules(channel).conditions) else { return &[] };
        match kind {
            FactKind::Penalty => &table.penalty,
            FactKind::AbnormalListing => &table.abnormal_listing,
            _ => &table.serious_listing,
        }
    }

    /// Finds the conditions that are not met, and with them how the repair stands.
    fn by_conditions(&self, standing: &mut RepairStanding, goal: &Goal, absences: &mut Absences) {
        for index in self.conditions(goal.channel, goal.kind) {
            let condition = self.pack.conditions.get(*index);
            if condition.is_some_and(|condition| !self.meets(*index, &condition.test, goal, absences)) {
                standing.unmet.insert(*index);
            }
        }
        standing.earliest_on = goal.earliest_on;
        let too_early = goal.earliest_on.is_some_and(|earliest| self.known < earliest);
        standing.status = match (standing.unmet.is_empty(), too_early) {
            (false, _) => RepairStatus::ConditionsUnmet,
            (true, true) => RepairStatus::NotYet,
            (true, false) => RepairStatus::Eligible,
        };
    }

    /// A repair with its source and, where conditions decided, those with the papers and the days of the office.
    fn in_words(&self, standing: RepairStanding) -> Repair {
        let RepairStanding { kind, index, channel, status, stops_on, earliest_on, unmet } = standing;
        let view = self.views.get(index).filter(|_| kind == FactKind::Penalty);
        let line = view.and_then(|view| self.line(view));
        let reason = match kind {
            FactKind::AbnormalListing => self.enterprise.abnormal_listings.get(index).map(|listing| listing.reason),
            _ => None,
        };
        let by_conditions = standing.is_by_conditions();
        let tests =
            self.conditions(channel, kind).iter().filter_map(|index| Some((*index, self.pack.conditions.get(*index)?)));
        let conditions =
            || tests.map(|(index, test)| Condition { id: test.id.clone(), met: !unmet.contains(index) }).collect();
        Repair {
            target: Target { kind, index },
            channel,
            status,
            track: line.map(|line| line.track),
            severity: line.map(|line| line.severity),
            line: view.map(|view| view.line),
            stops_on,
            earliest_on,
            conditions: by_conditions.then(conditions),
            deadlines: (status == RepairStatus::Eligible).then(|| self.deadlines(channel, kind, reason)).flatten(),
            materials: by_conditions.then(|| self.papers(channel, kind, reason)),
            source: self.repair_source(&standing, view),
        }
    }

    fn repair_source(&self, standing: &RepairStanding, view: Option<&TrackedPenalty>) -> Cited {
        let listings = &self.pack.listings;
        // What ended by its own time has the day on which it did.
        let by_deregistration = standing.status == RepairStatus::Ended && standing.stops_on.is_none();
        let ended = self.channel_rules(standing.channel).ends_with_deregistration.as_ref();
        match (ended.filter(|_| by_deregistration), view, view.and_then(|view| self.line(view))) {
            (Some(source), ..) => source.clone(),
            (None, Some(view), Some(line)) => self.cite(&line.source, &self.line_rests_on(view)),
            _ if standing.kind == FactKind::AbnormalListing => self.dated_source(&listings.abnormal_listing),
            _ => self.cite(&self.dated_source(&listings.serious_listing), &[listings.serious_repair_years]),
        }
    }

    /// Whether a target meets the condition of this index in the pack.
    fn meets(&self, index: usize, test: &RepairTest, goal: &Goal, absences: &mut Absences) -> bool {
        match test {
            RepairTest::Known(field) => self.known((goal.date_of)(*field)).is_some(),
            RepairTest::TermOver(field) => (goal.date_of)(*field).is_none_or(|term| term <= self.known),
            RepairTest::None(absents) => absences.of(self, index, absents).all(|absence| absence.holds(goal)),
        }
    }

    fn papers(&self, channel: Channel, kind: FactKind, reason: Option<AbnormalReason>) -> Vec<String> {
        let fits = |line: &&PaperLine| {
            line.channel == channel
                && line.target.contains(kind)
                && line.reason.is_none_or(|reasons| reason.is_some_and(|reason| reasons.contains(reason)))
        };
        self.pack.papers.iter().find(fits).map(|line| line.ids.clone()).unwrap_or_default()
    }

    /// The days by which the office must act, as if the application came, or the facts were verified, today.
    fn deadlines(&self, channel: Channel, kind: FactKind, reason: Option<AbnormalReason>) -> Option<Deadlines> {
        let ParameterValue::Deadlines(lines) = self.value(self.channel_rules(channel).deadlines) else { return None };
        let line = lines.iter().find(|line| line.fits(kind, reason))?;
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

/// A standing of which nothing is known yet but its target and channel.
fn standing(kind: FactKind, index: usize, channel: Channel) -> RepairStanding {
    RepairStanding {
        kind,
        index,
        channel,
        status: RepairStatus::NotModelled,
        stops_on: None,
        earliest_on: None,
        unmet: RuleSet::default(),
    }
}
