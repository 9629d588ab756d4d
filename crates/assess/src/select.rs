//! Which facts a condition counts, and on which days each counts.

use facts::calendar::add_months;
use facts::{
    AbnormalListing, Commitment, CourtListing, Date, Inspection, InspectionResult, Lead, Penalty, SeriousListing,
};
use pack::{DateField, FactKind, Field, Filter, Operand, ParameterValue, Selection, Span};

use super::case::Case;
use super::days::Days;
use super::filters::passing;

/// An item of a record, as far as a selection needs to know it.
pub(super) trait Item {
    /// The date by which it begins to exist.
    fn own_date(&self) -> Option<Date>;
    fn date(&self, field: DateField) -> Option<Date>;
    /// The days on which it passes a filter.
    fn days(&self, case: &Case, index: usize, filter: &Filter) -> Days;
}

impl Case<'_> {
    /// Tells every fact that is selected, in the order of the request, with the days on which it is.
    pub(super) fn select(&self, selection: &Selection, visit: &mut dyn FnMut(usize, Days)) {
        let enterprise = self.enterprise;
        match selection.fact {
            FactKind::Penalty => self.visit(&enterprise.penalties, selection, visit),
            FactKind::AbnormalListing => self.visit(&enterprise.abnormal_listings, selection, visit),
            FactKind::SeriousListing => self.visit(&enterprise.serious_listings, selection, visit),
            FactKind::CourtListing => self.visit(&enterprise.court_listings, selection, visit),
            FactKind::Lead => self.visit(&enterprise.leads, selection, visit),
            FactKind::Inspection => self.visit(&enterprise.inspections, selection, visit),
            FactKind::Commitment => self.visit(&enterprise.commitments, selection, visit),
            // A risk grade is no item with a date; the reader of packs lets no rule select it.
            FactKind::RiskGrade => {}
        }
    }

    fn visit<T: Item>(&self, items: &[T], selection: &Selection, visit: &mut dyn FnMut(usize, Days)) {
        for (index, item) in items.iter().enumerate() {
            let days = self.selected(item, index, selection);
            if !days.is_empty() {
                visit(index, days);
            }
        }
    }

    /// The days on which a fact is selected.
    #[inline]
    fn selected<T: Item + ?Sized>(&self, item: &T, index: usize, selection: &Selection) -> Days {
        let Some(own_date) = self.known(item.own_date()) else { return Days::NEVER };
        let days = passing(&selection.filters, |filter| item.days(self, index, filter));
        if days.is_empty() {
            return days;
        }
        let around = |span: Span| {
            let date = match span.after {
                Some(field) => self.known(item.date(field)),
                None => Some(own_date),
            };
            date.map(|date| self.within(span, date))
        };
        let days = selection.within.map_or(days, |span| around(span).map_or(Days::NEVER, |within| days.and(within)));
        let Some(span) = selection.older_than else { return days };
        around(span).map_or(Days::NEVER, |within| days.and(Days { from: within.until, until: Date::MAX }))
    }

    /// The days on which the fact at an index is selected.
    pub(super) fn selected_at(&self, selection: &Selection, index: usize) -> Days {
        self.item(selection.fact, index).map_or(Days::NEVER, |item| self.selected(item, index, selection))
    }

    /// The fact of a kind at an index.
    pub(super) fn item(&self, fact: FactKind, index: usize) -> Option<&dyn Item> {
        let enterprise = self.enterprise;
        Some(match fact {
            FactKind::Penalty => enterprise.penalties.get(index)?,
            FactKind::AbnormalListing => enterprise.abnormal_listings.get(index)?,
            FactKind::SeriousListing => enterprise.serious_listings.get(index)?,
            FactKind::CourtListing => enterprise.court_listings.get(index)?,
            FactKind::Lead => enterprise.leads.get(index)?,
            FactKind::Inspection => enterprise.inspections.get(index)?,
            FactKind::Commitment => enterprise.commitments.get(index)?,
            // A risk grade is no item with a date; the reader of packs lets no rule select it.
            FactKind::RiskGrade => return None,
        })
    }

    /// The inspections of the latest day with the worst result of that day, where they pass `is`.
    pub(super) fn latest(
        &self,
        selection: &Selection,
        worst_first: &[InspectionResult],
        is: &[Filter],
        visit: &mut dyn FnMut(usize, Days),
    ) {
        let inspections = &self.enterprise.inspections;
        let rank = |result: Option<InspectionResult>| worst_first.iter().position(|worst| Some(*worst) == result);
        // The latest day first, and of that day the result that stands first in the order.
        let mut found: Option<(Date, Option<usize>)> = None;
        let passes = |index: usize, filters: &[Filter]| {
            !passing(filters, |filter| inspections[index].days(self, index, filter)).is_empty()
        };
        let filtered = |visit: &mut dyn FnMut(usize)| {
            for (index, inspection) in inspections.iter().enumerate() {
                if inspection.on <= self.known && passes(index, &selection.filters) {
                    visit(index);
                }
            }
        };
        filtered(&mut |index| {
            let (on, rank) = (inspections[index].on, rank(inspections[index].result));
            let better = match found {
                None => true,
                Some((day, best)) => on > day || (on == day && rank.is_some() && (best.is_none() || rank < best)),
            };
            if better {
                found = Some((on, rank));
            }
        });
        let Some((day, worst)) = found else { return };
        let days = selection.within.map_or(Days::ALWAYS, |span| self.within(span, day));
        filtered(&mut |index| {
            let inspection = &inspections[index];
            if inspection.on == day && rank(inspection.result) == worst && passes(index, is) {
                visit(index, days);
            }
        });
    }

    /// The day on which a serious listing ends by itself.
    pub(super) fn serious_end(&self, listing: &SeriousListing) -> Date {
        let years = match self.value(self.pack.listings.serious_years) {
            ParameterValue::Whole(years) => *years,
            _ => 0,
        };
        let end = add_months(listing.listed_on, years.saturating_mul(12));
        listing.measures_end_on.map_or(end, |term| end.max(term))
    }

    /// The days on which something with an end that may be known is so.
    fn until_known(&self, end: Option<Date>) -> Days {
        Days::when(self.known(end).is_none())
    }
}

fn asked(filter: &Filter) -> bool {
    matches!(filter.operand, Operand::Boolean(true))
}

impl Item for Penalty {
    fn own_date(&self) -> Option<Date> {
        Some(self.decided_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        match field {
            DateField::DecidedOn => Some(self.decided_on),
            DateField::PublishedOn => self.published_on,
            DateField::FulfilledOn => self.fulfilled_on,
            DateField::HarmEliminatedOn => self.harm_eliminated_on,
            DateField::CommitmentOn => self.commitment_on,
            _ => None,
        }
    }

    fn days(&self, case: &Case, index: usize, filter: &Filter) -> Days {
        match case.views.get(index) {
            Some(view) => case.penalty_days(filter, index, view),
            None => Days::NEVER,
        }
    }
}

impl Item for AbnormalListing {
    fn own_date(&self) -> Option<Date> {
        Some(self.listed_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        match field {
            DateField::ListedOn => Some(self.listed_on),
            DateField::CorrectedOn => self.corrected_on,
            DateField::CommitmentOn => self.commitment_on,
            _ => None,
        }
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        match filter.field {
            Field::OnList => case.until_known(self.removed_on).if_asked(asked(filter)),
            Field::AbnormalReason => Days::when(case.terms(&filter.operand).contains(self.reason)),
            _ => Days::NEVER,
        }
    }
}

impl Item for SeriousListing {
    fn own_date(&self) -> Option<Date> {
        Some(self.listed_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        match field {
            DateField::ListedOn => Some(self.listed_on),
            DateField::FulfilledOn => self.fulfilled_on,
            DateField::HarmEliminatedOn => self.harm_eliminated_on,
            DateField::CommitmentOn => self.commitment_on,
            _ => None,
        }
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        match filter.field {
            Field::OnList => {
                let listed = case.until_known(self.removed_on).and(Days::before(case.serious_end(self)));
                listed.if_asked(asked(filter))
            }
            _ => Days::NEVER,
        }
    }
}

impl Item for CourtListing {
    fn own_date(&self) -> Option<Date> {
        Some(self.listed_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        (field == DateField::ListedOn).then_some(self.listed_on)
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        match filter.field {
            Field::OnList => case.until_known(self.removed_on).if_asked(asked(filter)),
            _ => Days::NEVER,
        }
    }
}

impl Item for Lead {
    fn own_date(&self) -> Option<Date> {
        Some(self.received_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        match field {
            DateField::ReceivedOn => Some(self.received_on),
            DateField::ClosedOn => self.closed_on,
            _ => None,
        }
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        match filter.field {
            Field::LeadKind => Days::when(case.terms(&filter.operand).contains(self.kind)),
            Field::Open => case.until_known(self.closed_on).if_asked(asked(filter)),
            _ => Days::NEVER,
        }
    }
}

impl Item for Inspection {
    fn own_date(&self) -> Option<Date> {
        Some(self.on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        (field == DateField::On).then_some(self.on)
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        let operand = &filter.operand;
        Days::when(match filter.field {
            Field::Mode => case.terms(operand).contains(self.mode),
            Field::Basis => case.terms(operand).contains(self.basis),
            Field::AuthoritySystem => case.terms(operand).contains(self.authority_system),
            Field::Result => self.result.is_some_and(|result| case.terms(operand).contains(result)),
            _ => false,
        })
    }
}

impl Item for Commitment {
    /// A breach of which nothing but its own day is known exists by that day.
    fn own_date(&self) -> Option<Date> {
        self.made_on.or(self.breached_on)
    }

    fn date(&self, field: DateField) -> Option<Date> {
        match field {
            DateField::MadeOn => self.made_on,
            DateField::BreachedOn => self.breached_on,
            _ => None,
        }
    }

    fn days(&self, case: &Case, _: usize, filter: &Filter) -> Days {
        match filter.field {
            Field::CommitmentKind => Days::when(case.terms(&filter.operand).contains(self.kind)),
            Field::Breached => Days::when(case.known(self.breached_on).is_some()).if_asked(asked(filter)),
            _ => Days::NEVER,
        }
    }
}
