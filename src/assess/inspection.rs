//! How and how often to inspect.

use chrono::Datelike;

use crate::calendar::add_months;
use crate::facts::{Date, EnterpriseStatus, Inspection, Term};
use crate::pack::{Adjustment, Approach, Cited, Class, FactKind, Filter, ParameterValue, Percent, Selection};

use super::assessment::{Due, DueFrom, FieldSource, InspectionPlan, Visits};
use super::case::Case;

/// The visits that are asked for, and where they come from.
struct Asked {
    visits: Visits,
    source: Cited,
    adjustments: Vec<Adjustment>,
}

impl Case<'_> {
    /// The plan for the class on the day of which facts are known.
    pub(super) fn inspection(&self, class: Class) -> InspectionPlan {
        let rules = &self.pack.inspection;
        let deregistered = self.enterprise.status == EnterpriseStatus::Deregistered;
        let triggers = self.open_leads();
        let asked = if deregistered { None } else { Some(self.asked_visits(class)) };
        let visits = asked.as_ref().map_or(Visits { min: 0, max: 0 }, |asked| asked.visits);
        let approach = match rules.approach[class.place()] {
            _ if deregistered => Approach::None,
            Approach::EventTriggered if visits.min > 0 => rules.approach_with_visits,
            approach => approach,
        };
        let sampling = rules.sampling[class.place()];
        let cap = self.number(rules.annual_cap);
        let annual_cap = cap.max(visits.max);
        let used_by = self.used_by();
        let used = u32::try_from(used_by.len()).unwrap_or(u32::MAX);
        let due = self.due(visits.min);
        let next_due_on = due.map(|due| self.due_on(due));
        let mut sources = vec![FieldSource { field: "approach", source: self.cite(&rules.source, &[]) }];
        if let Some(asked) = &asked {
            let source = self.pack.value_source(self.edition, sampling);
            sources.push(FieldSource { field: "sampling_percent", source });
            sources.push(FieldSource { field: "visits_per_year", source: asked.source.clone() });
        }
        let cap_source = match asked {
            Some(ref asked) if visits.max > cap => asked.source.clone(),
            _ => self.pack.value_source(self.edition, rules.annual_cap),
        };
        sources.push(FieldSource { field: "annual_cap", source: cap_source });
        InspectionPlan {
            approach,
            triggered: !triggers.is_empty(),
            triggers,
            sampling_percent: if deregistered { Percent::default() } else { self.percent(sampling) },
            visits_per_year: visits,
            adjustments: asked.map(|asked| asked.adjustments).unwrap_or_default(),
            annual_cap,
            used,
            remaining: annual_cap.saturating_sub(used),
            next_due_on,
            overdue: next_due_on.is_some_and(|due| due < self.known),
            sources,
            used_by,
            due,
        }
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

    fn open_leads(&self) -> Vec<usize> {
        let open = |lead: &crate::facts::Lead| lead.received_on <= self.known && self.known(lead.closed_on).is_none();
        self.enterprise.leads.iter().enumerate().filter(|(_, lead)| open(lead)).map(|(place, _)| place).collect()
    }

    /// The visits of the class; raised by a sector's own table or, where none did, lowered by an off-site check.
    fn asked_visits(&self, class: Class) -> Asked {
        let rules = &self.pack.inspection;
        let of_class = rules.visits[class.place()];
        let mut asked = Asked {
            visits: self.visits(of_class),
            source: self.pack.value_source(self.edition, of_class),
            adjustments: Vec::new(),
        };
        let mut floor = 0;
        for line in &rules.sector_visits {
            let grade = self.enterprise.risk_grades.get(line.sector);
            let Some(grade) = grade.filter(|_| self.enterprise.sectors.contains(line.sector)) else { continue };
            let parameter = line.parameter(grade);
            let table = self.visits(parameter);
            floor = floor.max(table.min);
            if table.min > asked.visits.min || table.max > asked.visits.max {
                asked.visits.min = asked.visits.min.max(table.min);
                asked.visits.max = asked.visits.max.max(table.max);
                asked.source = self.pack.value_source(self.edition, parameter);
                asked.adjustments = vec![Adjustment::SectorMinimum];
            }
        }
        if asked.adjustments.is_empty() && asked.visits.min > floor && self.holds(&rules.spares, self.known) {
            asked.visits.min -= 1;
            asked.adjustments.push(Adjustment::OffSiteCredit);
        }
        asked
    }

    /// The inspections that pass filters, with their places.
    fn inspections(&self, filters: &[Filter]) -> Vec<(usize, &Inspection)> {
        let selection = Selection { fact: FactKind::Inspection, filters: filters.to_vec(), within: None };
        let mut found = Vec::new();
        self.select(&selection, &mut |place, _| {
            found.extend(self.enterprise.inspections.get(place).map(|visit| (place, visit)));
        });
        found
    }

    /// The visits of the calendar year that use up the cap.
    fn used_by(&self) -> Vec<usize> {
        let year = self.known.year();
        let visits = self.inspections(&self.pack.inspection.uses_cap);
        visits.into_iter().filter(|(_, visit)| visit.on.year() == year).map(|(place, _)| place).collect()
    }

    /// From where the months to the next visit run, and how many; nothing when the year asks for no visit.
    fn due(&self, visits_a_year: u32) -> Option<Due> {
        let months = 12_u32.checked_div(visits_a_year)?;
        let visits = self.inspections(&self.pack.inspection.resets_due);
        let latest = visits.into_iter().max_by_key(|(_, visit)| visit.on);
        let from = match latest {
            Some((place, _)) => DueFrom::Visit(place),
            None if self.known(self.enterprise.registered_on).is_some() => DueFrom::Registration,
            None => DueFrom::Nowhere,
        };
        Some(Due { from, months })
    }

    fn due_on(&self, due: Due) -> Date {
        let counted_from = match due.from {
            DueFrom::Visit(place) => self.enterprise.inspections.get(place).map(|visit| visit.on),
            DueFrom::Registration => self.known(self.enterprise.registered_on),
            DueFrom::Nowhere => None,
        };
        counted_from.map_or(self.known, |day| add_months(day, due.months))
    }
}
