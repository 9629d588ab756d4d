//! What the tracks say of a penalty: severity, periods, and whether it still counts.

use facts::calendar::add_months;
use facts::{Date, Penalty, Term};
use pack::{Channel, ChannelRules, DateField, ParameterValue, Severity, Track, TrackLine, Way};

use super::case::Case;
use super::days::Days;
use super::filters::passing;

/// What the tracks of one edition say of one penalty.
#[derive(Clone, Copy, Debug)]
pub(super) struct TrackedPenalty {
    /// Decided by the day of which facts are known; else nothing else here means anything.
    pub(super) exists: bool,
    /// Neither annulled nor repaired by then.
    pub(super) standing: bool,
    pub(super) simple: bool,
    pub(super) small: bool,
    pub(super) heavier: bool,
    pub(super) channel: Channel,
    /// The place of its line in the channel's table.
    pub(super) line: usize,
    pub(super) track: Track,
    pub(super) severity: Severity,
    /// The day from which the periods run.
    pub(super) start: Date,
    /// Whether that day is assumed, because the publication is not known.
    pub(super) assumed: bool,
    pub(super) earliest_on: Option<Date>,
    /// The day on which publication stops; none when it is never published.
    pub(super) stops_on: Option<Date>,
}

impl TrackedPenalty {
    /// What is there before anything is read.
    pub(super) const UNREAD: Self = Self {
        exists: false,
        standing: false,
        simple: false,
        small: false,
        heavier: false,
        channel: Channel::Gsxt,
        line: 0,
        track: Track::Unpublished,
        severity: Severity::Minor,
        start: Date::MIN,
        assumed: false,
        earliest_on: None,
        stops_on: None,
    };

    /// The days on which it is live: standing, and its publication not stopped.
    pub(super) fn live_days(&self) -> Days {
        match self.stops_on {
            Some(stops_on) if self.standing => Days::before(stops_on),
            _ => Days::NEVER,
        }
    }
}

impl<'a> Case<'a> {
    /// Reads every penalty, in order.
    pub(super) fn read_penalties(&self, views: &mut Vec<TrackedPenalty>) {
        views.clear();
        views.extend((0..self.enterprise.penalties.len()).map(|index| self.read_penalty(index)));
    }

    fn read_penalty(&self, index: usize) -> TrackedPenalty {
        let penalty = &self.enterprise.penalties[index];
        if penalty.decided_on > self.known {
            return TrackedPenalty::UNREAD;
        }
        let definitions = &self.pack.definitions;
        let channel = self.channel(penalty);
        let mut view = TrackedPenalty {
            exists: true,
            standing: self.known(penalty.annulled_on).is_none() && self.known(penalty.repaired_on).is_none(),
            simple: self.is(&definitions.simple, index),
            small: self.is(&definitions.small, index),
            heavier: self.is(&definitions.heavier, index),
            channel,
            ..TrackedPenalty::UNREAD
        };
        let fits =
            |line: &TrackLine| !passing(&line.filters, |filter| self.penalty_days(filter, index, &view)).is_empty();
        let lines = self.tracks(channel);
        let Some((number, line)) = lines.iter().enumerate().find(|(_, line)| fits(line)) else { return view };
        (view.line, view.track, view.severity) = (number, line.track, line.severity);
        let rules = self.channel_rules(channel);
        (view.start, view.assumed) = self.clock_start(rules, penalty);
        if line.way != Way::NotPublished {
            let term = penalty.restriction_ends_on.filter(|_| line.term);
            let not_before_term = |day: Date| term.map_or(day, |term| day.max(term));
            let after = |months: Option<u32>| months.map(|months| not_before_term(add_months(view.start, months)));
            (view.earliest_on, view.stops_on) = (after(line.earliest), after(line.stops));
        }
        view
    }

    /// The day from which the periods run, and whether it is assumed: the latest lawful day, so that no day that is
    /// counted from it comes out too early.
    fn clock_start(&self, rules: &ChannelRules, penalty: &Penalty) -> (Date, bool) {
        if rules.clock == DateField::DecidedOn {
            return (penalty.decided_on, false);
        }
        match self.known(penalty.published_on) {
            Some(published_on) => (published_on, false),
            None => (self.calendar.add_working_days(penalty.decided_on, self.publish_days(rules)), true),
        }
    }

    /// In how many working days the channel publishes.
    pub(super) fn publish_days(&self, rules: &ChannelRules) -> u32 {
        match self.value(rules.publish_days) {
            ParameterValue::Whole(days) => *days,
            _ => 0,
        }
    }

    /// The system on which a penalty is published and repaired: that of who decided it.
    fn channel(&self, penalty: &Penalty) -> Channel {
        let of = |channel: &&Channel| self.channel_rules(**channel).authority_system.contains(penalty.authority_system);
        Channel::ALL.iter().find(of).copied().unwrap_or(Channel::CreditChina)
    }

    pub(super) fn channel_rules(&self, channel: Channel) -> &'a ChannelRules {
        &self.pack.channels[channel.index()]
    }

    /// The table of tracks of a channel.
    pub(super) fn tracks(&self, channel: Channel) -> &'a [TrackLine] {
        match self.value(self.channel_rules(channel).tracks) {
            ParameterValue::Tracks(lines) => lines,
            _ => &[],
        }
    }

    /// The line that a penalty is on.
    pub(super) fn line(&self, view: &TrackedPenalty) -> Option<&'a TrackLine> {
        self.tracks(view.channel).get(view.line)
    }
}
