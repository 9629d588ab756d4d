//! Tables of tracks, conditions and deadlines, a line each.

use super::sentence::{Runs, add, join, link, plain};
use super::teller::Teller;
use super::text;
use pack::{ConditionTable, DeadlineLine, FactKind, ParameterValue, TrackLine, Unit, Way};

impl Teller<'_> {
    /// The lines of a table; none for a value that is no table.
    pub(super) fn table(&self, value: &ParameterValue) -> Vec<Runs> {
        match value {
            ParameterValue::Tracks(lines) => lines.iter().map(|line| self.track(line)).collect(),
            ParameterValue::Conditions(table) => self.condition_table(table),
            ParameterValue::Deadlines(lines) => lines.iter().map(|line| self.deadline(line)).collect(),
            _ => Vec::new(),
        }
    }

    /// 属于…的：处理类型…；失信程度…；满12个月起可以申请修复，满36个月自动停止公示（…）.
    fn track(&self, line: &TrackLine) -> Runs {
        let when = if line.filters.is_empty() {
            plain(text::ALL_OTHERS.get(self.locale))
        } else {
            self.clauses(self.of_law().filters(&line.filters))
        };
        let months = |months: Option<u32>| plain(&self.counted(months.unwrap_or(0), Unit::Months));
        let period = match (line.way, line.earliest) {
            // The name of the track says it.
            (Way::NotPublished, _) => None,
            (Way::StopsAutomatically, _) => Some(self.fill(text::WAY_STOPS, &[months(line.stops)])),
            (Way::Barred, _) => Some(self.fill(text::WAY_BARRED, &[months(line.stops)])),
            (Way::OnApplication, Some(0) | None) => Some(self.fill(text::WAY_AT_ONCE, &[months(line.stops)])),
            (Way::OnApplication, earliest) => {
                Some(self.fill(text::WAY_ON_APPLICATION, &[months(earliest), months(line.stops)]))
            }
        };
        let mut parts =
            vec![self.fill(text::TRACK_AND_SEVERITY, &[plain(self.word(line.track)), plain(self.word(line.severity))])];
        parts.extend(period);
        if line.term {
            parts.push(plain(text::NOT_BEFORE_TERM.get(self.locale)));
        }
        let words = self.fill(text::NAMELY, &[when, self.clauses(parts)]);
        self.fill(text::WITH_SOURCE, &[words, self.cite(&line.source)])
    }

    fn condition_table(&self, table: &ConditionTable) -> Vec<Runs> {
        let targets = [
            (FactKind::Penalty, &table.penalty),
            (FactKind::AbnormalListing, &table.abnormal_listing),
            (FactKind::SeriousListing, &table.serious_listing),
        ];
        let named = targets.into_iter().filter(|(_, indices)| !indices.is_empty());
        named
            .map(|(target, indices)| {
                let conditions = indices.iter().filter_map(|index| self.pack.conditions.get(*index));
                let links = conditions
                    .map(|condition| link(self.say(&condition.title), &format!("conditions.{}", condition.id)));
                self.fill(text::NAMELY, &[plain(self.word(target)), self.clauses(links)])
            })
            .collect()
    }

    fn deadline(&self, line: &DeadlineLine) -> Runs {
        let mut what = plain(&self.any_term(line.target));
        if let Some(reasons) = line.reason {
            add(&mut what, plain(&text::IN_BRACKETS.fill(self.locale, &[&self.any_term(reasons)])));
        }
        let days = |days: u32| plain(&self.counted(days, Unit::WorkingDays));
        let decide = line.decide.map(|decide| match line.extend {
            Some(extend) => self.fill(text::DECIDE_OR_EXTEND, &[days(decide), days(extend)]),
            None => self.fill(text::DECIDE, &[days(decide)]),
        });
        let accept = line.accept.map(|accept| self.fill(text::ACCEPT, &[days(accept)]));
        let unpublish = line.unpublish.map(|unpublish| self.fill(text::UNPUBLISH, &[days(unpublish)]));
        let steps = [accept, decide, unpublish].into_iter().flatten();
        let from = plain(self.word(line.from));
        let steps = join([from].into_iter().chain(steps), text::THEN.get(self.locale));
        self.fill(text::NAMELY, &[what, steps])
    }
}
