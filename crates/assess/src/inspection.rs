//! How and how often to inspect.

use chrono::Datelike;

use facts::calendar::add_months;
use facts::{Date, EnterpriseStatus, Inspection, Lead};
use pack::{Adjustment, Approach, Class, Filter, ParameterValue, Percent};

use super::assessment::{Due, DueFrom, FieldSource, InspectionPlan, Visits};
use super::case::Case;
use super::filters::passing;
use super::select::Item;

/// The visits that are asked for, and where they come from.
struct Asked {
    visits: Visits,
    /// The parameter that gives them.
    source: usize,
    adjustment: Option<Adjustment>,
}

/// How and how often to inspect, without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InspectionOutline {
    pub approach: Approach,
    /// Whether an open lead calls for a look now.
    pub triggered: bool,
    /// The most planned visits a year.
    pub annual_cap: u32,
    /// Planned visits already made in the calendar year.
    pub used: u32,
    /// What is left of the cap.
    pub remaining: u32,
    /// The day by which the next planned visit is due; `None` when there need be none.
    pub next_due_on: Option<Date>,
    pub overdue: bool,
    /// Whether any visit is on record that the next one is counted from.
    pub inspected: bool,
}

impl Case<'_> {
    /// The plan for the class on the day of which facts are known.
    pub(super) fn inspection(&self, class: Class) -> InspectionPlan {
        let rules = &self.pack.inspection;
        let asked = self.asked(class);
        let outline = self.outline_of(class, asked.as_ref());
        let visits = asked.as_ref().map_or(Visits { min: 0, max: 0 }, |asked| asked.visits);
        let sampling = self.pack.class(class).sampling;
        let mut sources = vec![FieldSource { field: "approach", source: self.cite(&rules.source, &[]) }];
        let mut rests_on = |field, parameter| {
            sources.push(FieldSource { field, source: self.pack.value_source(self.edition, parameter) });
        };
        if let Some(asked) = &asked {
            rests_on("sampling_percent", sampling);
            rests_on("visits_per_year", asked.source);
        }
        let cap = self.cap();
        let raised = asked.as_ref().filter(|_| rules.visits_lift_cap && visits.max > self.number(cap));
        rests_on("annual_cap", raised.map_or(cap, |asked| asked.source));
        InspectionPlan {
            approach: outline.approach,
            triggered: outline.triggered,
            triggers: self.open_leads().collect(),
            sampling_percent: if asked.is_some() { self.percent(sampling) } else { Percent::default() },
            visits_per_year: visits,
            adjustments: asked.and_then(|asked| asked.adjustment).into_iter().collect(),
            annual_cap: outline.annual_cap,
            used: outline.used,
            remaining: outline.remaining,
            next_due_on: outline.next_due_on,
            overdue: outline.overdue,
            sources,
            used_by: self.used_by().collect(),
            inspected: outline.inspected,
            due: self.due(visits.min, self.latest_visit()),
        }
    }

    /// The same without a word; it allocates nothing.
    pub(super) fn inspection_outline(&self, class: Class) -> InspectionOutline {
        self.outline_of(class, self.asked(class).as_ref())
    }

    fn outline_of(&self, class: Class, asked: Option<&Asked>) -> InspectionOutline {
        let rules = &self.pack.inspection;
        let visits = asked.map_or(Visits { min: 0, max: 0 }, |asked| asked.visits);
        let approach = match self.pack.class(class).approach {
            _ if asked.is_none() => Approach::None,
            Approach::EventTriggered if visits.min > 0 => rules.approach_with_visits,
            approach => approach,
        };
        let cap = self.number(self.cap());
        let annual_cap = if rules.visits_lift_cap { cap.max(visits.max) } else { cap };
        let used = u32::try_from(self.used_by().count()).unwrap_or(u32::MAX);
        let latest = self.latest_visit();
        let next_due_on = self.due(visits.min, latest).map(|due| self.due_on(due));
        InspectionOutline {
            approach,
            triggered: self.open_leads().next().is_some(),
            annual_cap,
            used,
            remaining: annual_cap.saturating_sub(used),
            next_due_on,
            overdue: next_due_on.is_some_and(|due| due < self.known),
            inspected: latest.is_some(),
        }
    }

    /// The parameter with the cap: of those of its sectors the one with the largest or, where none has one, that of all.
    fn cap(&self) -> usize {
        let rules = &self.pack.inspection;
        let of_sectors = rules.sector_caps.iter().filter(|cap| self.enterprise.sectors.contains(cap.sector));
        let largest = of_sectors.map(|cap| cap.annual_cap).max_by_key(|parameter| self.number(*parameter));
        largest.unwrap_or(rules.annual_cap)
    }

    /// A parameter that is a whole number.
    pub(super) fn number(&self, parameter: usize) -> u32 {
        match self.value(parameter) {
            ParameterValue::Whole(number) => *number,
            _ => 0,
        }
    }

    fn percent(&self, parameter: usize) -> Percent {
        match self.value(parameter) {
            ParameterValue::Percent(share) => *share,
            _ => Percent::default(),
        }
    }

    fn visits(&self, parameter: usize) -> Visits {
        match self.value(parameter) {
            ParameterValue::Visits { min, max } => Visits { min: *min, max: *max },
            _ => Visits { min: 0, max: 0 },
        }
    }

    fn open_leads(&self) -> impl Iterator<Item = usize> {
        let open = |lead: &Lead| lead.received_on <= self.known && self.known(lead.closed_on).is_none();
        self.enterprise.leads.iter().enumerate().filter(move |(_, lead)| open(lead)).map(|(index, _)| index)
    }

    /// The visits of the class; raised by a sector's own table or, where none did, lowered by an off-site check. None
    /// of a deregistered enterprise.
    fn asked(&self, class: Class) -> Option<Asked> {
        if self.enterprise.status == EnterpriseStatus::Deregistered {
            return None;
        }
        let rules = &self.pack.inspection;
        let of_class = self.pack.class(class).visits;
        let mut asked = Asked { visits: self.visits(of_class), source: of_class, adjustment: None };
        let mut floor = 0;
        let grades = self.risk_grades(self.known);
        for line in &rules.sector_visits {
            let grade = grades.get(line.sector);
            let Some(grade) = grade.filter(|_| self.enterprise.sectors.contains(line.sector)) else { continue };
            let parameter = line.parameter(grade);
            let table = self.visits(parameter);
            floor = floor.max(table.min);
            if table.min > asked.visits.min || table.max > asked.visits.max {
                asked.visits.min = asked.visits.min.max(table.min);
                asked.visits.max = asked.visits.max.max(table.max);
                asked.source = parameter;
                asked.adjustment = Some(Adjustment::SectorMinimum);
            }
        }
        let is_spared = || rules.spares.as_ref().is_some_and(|spares| self.holds(spares, self.known));
        if asked.adjustment.is_none() && asked.visits.min > floor && is_spared() {
            asked.visits.min -= 1;
            asked.adjustment = Some(Adjustment::OffSiteCredit);
        }
        Some(asked)
    }

    /// The inspections that pass filters, with their indices.
    fn inspections(&self, filters: &[Filter]) -> impl Iterator<Item = (usize, &Inspection)> {
        let passes = |visit: &Inspection| !passing(filters, |filter| visit.days(self, 0, filter)).is_empty();
        let known = self.enterprise.inspections.iter().enumerate().filter(|(_, visit)| visit.on <= self.known);
        known.filter(move |(_, visit)| passes(visit))
    }

    /// The visits of the calendar year that use up the cap.
    fn used_by(&self) -> impl Iterator<Item = usize> {
        let year = self.known.year();
        let visits = self.inspections(&self.pack.inspection.uses_cap);
        visits.filter(move |(_, visit)| visit.on.year() == year).map(|(index, _)| index)
    }

    /// The place of the latest visit that the next one is counted from.
    fn latest_visit(&self) -> Option<usize> {
        let visits = self.inspections(&self.pack.inspection.resets_due);
        visits.max_by_key(|(_, visit)| visit.on).map(|(index, _)| index)
    }

    /// From where the months to the next visit run, and how many; nothing when the year asks for no visit.
    fn due(&self, visits_a_year: u32, latest: Option<usize>) -> Option<Due> {
        let months = 12_u32.checked_div(visits_a_year)?;
        let from = match latest {
            Some(index) => DueFrom::Visit(index),
            None if self.known(self.enterprise.registered_on).is_some() => DueFrom::Registration,
            None => DueFrom::Nowhere,
        };
        Some(Due { from, months })
    }

    fn due_on(&self, due: Due) -> Date {
        let counted_from = match due.from {
            DueFrom::Visit(index) => self.enterprise.inspections.get(index).map(|visit| visit.on),
            DueFrom::Registration => self.known(self.enterprise.registered_on),
            DueFrom::Nowhere => None,
        };
        counted_from.map_or(self.known, |day| add_months(day, due.months))
    }
}
