//! The timeline: its stretches, as an answer has them, and the arithmetic of their picture: which days it shows, and
//! where things stand in it.

mod layout;
mod period;

pub use layout::{MOST_ROWS, Mark, NUMBER, Name, POINT, Tick, WIDTH, arrange, insert, ticks, towards};
pub use period::{Period, Span, Step};

use facts::Date;
use pack::{Class, FactKind, Lane, LaneState, Locale, RepairStatus, Slot, Text, TimelineLabel};

use super::assessment::{ClassChange, InspectionPlan, Repair, Stretch, Target};
use super::case::Case;

impl Case<'_> {
    /// Every stretch, lane by lane, in the order of the request.
    pub(super) fn timeline(
        &self,
        class: Class,
        repairs: &[Repair],
        plan: &InspectionPlan,
        forecast: &[ClassChange],
    ) -> Vec<Stretch> {
        let mut timeline = Vec::new();
        self.penalties_and_publication(&mut timeline);
        self.listings(&mut timeline);
        let enterprise = self.enterprise;
        for (index, inspection) in enterprise.inspections.iter().enumerate() {
            if inspection.on <= self.known {
                let words = |locale| self.pack.word(inspection.basis).get(locale).to_owned();
                let label = self.label(TimelineLabel::Inspection, words);
                timeline.push(self.point(Lane::Inspection, inspection.on, FactKind::Inspection, index, label));
            }
        }
        if let Some(due) = plan.next_due_on {
            let label = self.label(TimelineLabel::InspectionDue, |_| String::new());
            timeline.push(self.stretch(Lane::Inspection, due, Some(due), None, label));
        }
        for repair in repairs {
            timeline.extend(self.repair_point(repair));
        }
        let mut from = self.known;
        let mut class = class;
        for change in forecast {
            timeline.push(self.class_stretch(class, from, Some(change.on)));
            (from, class) = (change.on, change.class);
        }
        timeline.push(self.class_stretch(class, from, None));
        timeline
    }

    fn penalties_and_publication(&self, timeline: &mut Vec<Stretch>) {
        let penalties =
            || self.enterprise.penalties.iter().zip(self.views).enumerate().filter(|(_, (_, view))| view.exists);
        for (index, (penalty, _)) in penalties() {
            let label = self.label(TimelineLabel::Penalty, |locale| self.list(penalty.kinds.iter(), locale));
            timeline.push(self.point(Lane::Penalty, penalty.decided_on, FactKind::Penalty, index, label));
        }
        for (index, (penalty, view)) in penalties() {
            let ended = [self.known(penalty.annulled_on), self.known(penalty.repaired_on), view.stops_on];
            let until = ended.into_iter().flatten().min();
            let target = Some(Target { kind: FactKind::Penalty, index });
            if view.stops_on.is_some() && until.is_some_and(|until| view.start < until) {
                let label = self.label(TimelineLabel::Publication, |_| String::new());
                timeline.push(self.stretch(Lane::Publication, view.start, until, target, label));
            }
        }
    }

    fn listings(&self, timeline: &mut Vec<Stretch>) {
        let enterprise = self.enterprise;
        let mut listing = |kind, index, from: Date, until: Option<Date>, label| {
            if from <= self.known {
                // A mistyped removal before the listing makes a point, not a stretch that runs backwards.
                let until = until.map(|until| until.max(from));
                timeline.push(self.stretch(Lane::Listing, from, until, Some(Target { kind, index }), label));
            }
        };
        for (index, entry) in enterprise.abnormal_listings.iter().enumerate() {
            let words = |locale| self.pack.word(entry.reason).get(locale).to_owned();
            let label = self.label(TimelineLabel::AbnormalListing, words);
            listing(FactKind::AbnormalListing, index, entry.listed_on, self.known(entry.removed_on), label);
        }
        for (index, entry) in enterprise.serious_listings.iter().enumerate() {
            let until = self.known(entry.removed_on).unwrap_or_else(|| self.serious_end(entry));
            let label = self.label(TimelineLabel::SeriousListing, |_| String::new());
            listing(FactKind::SeriousListing, index, entry.listed_on, Some(until), label);
        }
        for (index, entry) in enterprise.court_listings.iter().enumerate() {
            let label = self.label(TimelineLabel::CourtListing, |_| String::new());
            listing(FactKind::CourtListing, index, entry.listed_on, self.known(entry.removed_on), label);
        }
    }

    fn repair_point(&self, repair: &Repair) -> Option<Stretch> {
        let target = repair.target;
        let enterprise = self.enterprise;
        let (on, label) = match repair.status {
            RepairStatus::Repaired => {
                let repaired_on = match target.kind {
                    FactKind::Penalty => enterprise.penalties.get(target.index)?.repaired_on,
                    FactKind::AbnormalListing => enterprise.abnormal_listings.get(target.index)?.removed_on,
                    _ => enterprise.serious_listings.get(target.index)?.removed_on,
                };
                (repaired_on?, TimelineLabel::Repaired)
            }
            RepairStatus::ConditionsUnmet | RepairStatus::NotYet | RepairStatus::Eligible => {
                (repair.earliest_on?, TimelineLabel::RepairOpen)
            }
            _ => return None,
        };
        let label = self.label(label, |_| String::new());
        Some(self.point(Lane::Repair, on, target.kind, target.index, label))
    }

    fn class_stretch(&self, class: Class, from: Date, until: Option<Date>) -> Stretch {
        let label = self.label(TimelineLabel::Class, |locale| self.pack.class(class).word.get(locale).to_owned());
        self.stretch(Lane::Class, from, until, None, label)
    }

    fn label(&self, label: TimelineLabel, words: impl Fn(Locale) -> String) -> Text {
        self.fill(self.pack.label(label), |slot, locale| match slot {
            Slot::Text => words(locale),
            _ => String::new(),
        })
    }

    fn point(&self, lane: Lane, on: Date, kind: FactKind, index: usize, label: Text) -> Stretch {
        self.stretch(lane, on, Some(on), Some(Target { kind, index }), label)
    }

    fn stretch(&self, lane: Lane, from: Date, to: Option<Date>, reference: Option<Target>, label: Text) -> Stretch {
        let state = if from > self.known {
            LaneState::Coming
        } else if from < self.known && to.is_some_and(|to| to <= self.known) {
            LaneState::Past
        } else {
            LaneState::Current
        };
        Stretch { lane, from, to, state, reference, label }
    }
}
