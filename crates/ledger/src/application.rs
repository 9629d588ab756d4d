//! Applications for repair: their steps, what the office owes, and by when.

use facts::calendar::Calendar;
use facts::{AbnormalReason, Date, Term, vocabulary};
use pack::{Channel, Cited, DeadlineLine, DeadlineStart, FactKind, Pack, ParameterValue};

use super::content::{Act, Content, RepairStep};
use super::entry::Entry;
use super::key::{FactKey, FactList};

vocabulary! {
    /// What an office owes to who applied.
    Duty "repair_duty" {
        /// 受理, or to refuse that, or to ask once for what is missing.
        Accept = "accept",
        /// 作出决定.
        Decide = "decide",
        /// 停止公示, 移出.
        Unpublish = "unpublish",
    }
    /// Whom an application waits for, when it is not the office.
    WaitsFor "repair_waits_for" {
        /// The enterprise has to hand in what was asked for.
        Correction = "correction",
        /// The facts have to be verified: the days to decide run from there.
        Verification = "verification",
    }
}

/// One application for the repair of a fact: its steps, from the first to the one that ended it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application<'a> {
    /// The entries, by day, of one day in the order in which steps are taken; each says a step.
    pub entries: Vec<&'a Entry>,
}

/// What an office owes, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub duty: Duty,
    /// The last day.
    pub due_on: Date,
    /// The day from which it runs, which itself is not counted.
    pub from: Date,
    /// The day on which it was done.
    pub done_on: Option<Date>,
    /// Where the number of days stands.
    pub source: Cited,
    /// The years whose days off are not known, so that weekdays were counted.
    pub years_missing: Vec<i32>,
}

impl Deadline {
    /// Returns whether it is over on a day: not done by then, or done too late.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.done_on.unwrap_or(today) > self.due_on
    }
}

/// Returns the applications for the repair of a fact on a system, the earliest first.
///
/// A new one begins with an application after a step that ended the one before.
#[must_use]
pub fn applications<'a>(entries: &[&'a Entry], target: &FactKey, channel: Channel) -> Vec<Application<'a>> {
    let is_of = |step: &RepairStep| step.target == *target && step.channel == channel;
    let mut steps: Vec<&Entry> = entries.iter().copied().filter(|entry| step(entry).is_some_and(is_of)).collect();
    steps.sort_by_key(|entry| step(entry).map(|step| (step.on, step.act)));
    let mut applications: Vec<Application<'a>> = Vec::new();
    for entry in steps {
        let begins = step(entry).is_some_and(|step| step.act == Act::Application);
        match applications.last_mut() {
            Some(last) if !(begins && last.is_over()) => last.entries.push(entry),
            _ => applications.push(Application { entries: vec![entry] }),
        }
    }
    applications
}

/// Returns the step that an entry says.
fn step(entry: &Entry) -> Option<&RepairStep> {
    match entry.content() {
        Content::Step(step) => Some(step),
        _ => None,
    }
}

impl Application<'_> {
    /// Returns its steps.
    pub fn steps(&self) -> impl Iterator<Item = &RepairStep> {
        self.entries.iter().filter_map(|entry| step(entry))
    }

    /// Returns the last day on which a step was taken.
    #[must_use]
    pub fn day_of(&self, act: Act) -> Option<Date> {
        self.steps().filter(|step| step.act == act).map(|step| step.on).last()
    }

    /// Returns whether the office owes nothing any more: it was refused, withdrawn, or carried out.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.steps()
            .any(|step| matches!(step.act, Act::Rejection | Act::Refusal | Act::Unpublication | Act::Retraction))
    }

    /// Returns whom it waits for, where that is not the office.
    #[must_use]
    pub fn waits_for(&self, pack: &Pack) -> Option<WaitsFor> {
        if self.is_over() || self.day_of(Act::Approval).is_some() {
            return None;
        }
        if self.waits_for_correction() {
            return Some(WaitsFor::Correction);
        }
        let (line, _) = self.line(pack)?;
        let unverified = line.from == DeadlineStart::Verification && self.day_of(Act::Verification).is_none();
        unverified.then_some(WaitsFor::Verification)
    }

    /// Returns the entries that tell the same step on different days.
    #[must_use]
    pub fn contradictions(&self) -> Vec<Vec<&Entry>> {
        let of = |act: &Act| {
            let same: Vec<&Entry> =
                self.entries.iter().copied().filter(|entry| step(entry).is_some_and(|step| step.act == *act)).collect();
            let differs =
                same.windows(2).any(|pair| step(pair[0]).map(|step| step.on) != step(pair[1]).map(|step| step.on));
            differs.then_some(same)
        };
        Act::ALL.iter().filter_map(of).collect()
    }

    /// Returns what the office owes or has done, in order, with the last days: of what comes later the day on which it is due if
    /// each step before is taken on its last day. Nothing is due while the enterprise, or a verification, is waited for; nor is
    /// what was not noted although a later step was.
    ///
    /// The days are those of the pack that held when it was applied for.
    #[must_use]
    pub fn deadlines(&self, pack: &Pack, calendar: &Calendar) -> Vec<Deadline> {
        let Some((line, source)) = self.line(pack) else { return Vec::new() };
        let mut deadlines = Vec::new();
        let mut add = |duty, from: Option<Date>, days: Option<u32>, done_on: Option<Date>| {
            let (from, days) = (from?, days?);
            let due_on = calendar.add_working_days(from, days);
            let years_missing = calendar.years_missing(from, due_on).collect();
            deadlines.push(Deadline { duty, due_on, from, done_on, source: source.clone(), years_missing });
            Some(done_on.unwrap_or(due_on))
        };
        let applied = self.day_of(Act::Application);
        let complete = if self.waits_for_correction() { None } else { self.day_of(Act::CorrectionDone).or(applied) };
        let rejected = self.day_of(Act::Rejection);
        let accepted = add(Duty::Accept, complete, line.accept, self.day_of(Act::Acceptance).or(rejected));
        let start = match line.from {
            DeadlineStart::Verification => self.day_of(Act::Verification),
            // A table may give no days to accept.
            DeadlineStart::Application => accepted.or(complete),
        };
        let extension = self.day_of(Act::Extension).and(line.extend).unwrap_or_default();
        let refused = self.day_of(Act::Refusal);
        let days = line.decide.map(|days| days + extension);
        let decided = add(Duty::Decide, start, days, self.day_of(Act::Approval).or(refused));
        add(Duty::Unpublish, decided, line.unpublish, self.day_of(Act::Unpublication));
        let done_last = deadlines.iter().rposition(|deadline| deadline.done_on.is_some());
        let owed = |place: usize| !self.is_over() && done_last.is_none_or(|last| last < place);
        let owed_or_done =
            |(place, deadline): (usize, Deadline)| (owed(place) || deadline.done_on.is_some()).then_some(deadline);
        deadlines.into_iter().enumerate().filter_map(owed_or_done).collect()
    }

    fn waits_for_correction(&self) -> bool {
        let (asked, done) = (self.day_of(Act::CorrectionAsked), self.day_of(Act::CorrectionDone));
        asked.is_some_and(|asked| done.is_none_or(|done| done < asked)) && self.day_of(Act::Acceptance).is_none()
    }

    /// Returns the line of the table of deadlines that it goes by, with its source.
    fn line<'p>(&self, pack: &'p Pack) -> Option<(&'p DeadlineLine, Cited)> {
        let first = self.steps().next()?;
        let (kind, reason) = target_kind(&first.target)?;
        let edition = pack.edition(first.on);
        let parameter = pack.channels.get(first.channel.index())?.deadlines;
        let ParameterValue::Deadlines(lines) = pack.value(edition, parameter) else { return None };
        let line = lines.iter().find(|line| line.fits(kind, reason))?;
        Some((line, pack.value_source(edition, parameter)))
    }
}

/// Returns what kind of fact can be repaired by such a key, and why it was listed.
fn target_kind(target: &FactKey) -> Option<(FactKind, Option<AbnormalReason>)> {
    let kind = match target.list {
        FactList::Penalties => FactKind::Penalty,
        FactList::AbnormalListings => FactKind::AbnormalListing,
        FactList::SeriousListings => FactKind::SeriousListing,
        _ => return None,
    };
    Some((kind, target.get("reason").and_then(AbnormalReason::from_code)))
}
