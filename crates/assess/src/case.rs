//! One enterprise under the rules of one edition, with what is known by one day.
//!
//! Everything that depends on the passing of time is answered with the [`Days`] on which it is so, never with a
//! yes or no of today: today's class and the forecast come from the same answers.

use facts::calendar::{Calendar, add_days, add_months};
use facts::{AuthoritySystem, Date, Enterprise, Money, PenaltyKind, Set, Term};
use pack::{Amount, Definition, Edition, Field, Filter, Operand, Pack, ParameterValue, Scope, Span, Unit};

use super::days::Days;
use super::penalty::TrackedPenalty;
use super::room::Room;

/// One enterprise, one edition of the rules, and the last day of which facts are known.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) pack: &'a Pack,
    pub(super) calendar: &'a Calendar,
    pub(super) edition: &'a Edition,
    pub(super) enterprise: &'a Enterprise,
    /// A fact dated later does not exist.
    pub(super) known: Date,
    /// What the tracks say of each penalty, at its index.
    pub(super) views: &'a [TrackedPenalty],
    pub(super) room: &'a Room,
}

impl<'a> Case<'a> {
    /// A date, when it is not later than what is known.
    pub(super) fn known(&self, date: Option<Date>) -> Option<Date> {
        date.filter(|date| *date <= self.known)
    }

    pub(super) fn value(&self, parameter: usize) -> &'a ParameterValue {
        self.pack.value(self.edition, parameter)
    }

    /// A whole number; nothing for a parameter of another shape, which the pack's reader does not let through.
    pub(super) fn whole(&self, amount: Amount) -> u32 {
        match amount {
            Amount::Literal(number) => number,
            Amount::Parameter(index) => match self.value(index) {
                ParameterValue::Whole(number) => *number,
                _ => 0,
            },
        }
    }

    pub(super) fn terms<T: Term>(&self, operand: &Operand) -> Set<T> {
        Set::from_bits(match operand {
            Operand::Terms(bits) => *bits,
            Operand::Parameter(index) => match self.value(*index) {
                ParameterValue::Terms(bits) => *bits,
                _ => 0,
            },
            Operand::Boolean(_) | Operand::Money(_) => 0,
        })
    }

    pub(super) fn money(&self, operand: &Operand) -> Money {
        match operand {
            Operand::Money(amount) => *amount,
            Operand::Parameter(index) => match self.value(*index) {
                ParameterValue::Money(amount) => *amount,
                _ => Money::default(),
            },
            Operand::Boolean(_) | Operand::Terms(_) => Money::default(),
        }
    }

    /// The days within a span after a date, the date itself and the last day included.
    pub(super) fn within(&self, span: Span, date: Date) -> Days {
        let last = self.add(date, span.unit, self.whole(span.length));
        Days { from: date, until: add_days(last, 1) }
    }

    /// The day so many years, months or days after a date.
    pub(super) fn add(&self, date: Date, unit: Unit, length: u32) -> Date {
        match unit {
            Unit::Years => add_months(date, length.saturating_mul(12)),
            Unit::Months => add_months(date, length),
            _ => add_days(date, length),
        }
    }

    /// Whether a penalty is what the pack defines.
    pub(super) fn is(&self, definition: &Definition, index: usize) -> bool {
        let holds = |filters: &Vec<Filter>| {
            filters.iter().all(|filter| !self.penalty_days(filter, index, &TrackedPenalty::UNREAD).is_empty())
        };
        definition.alternatives.iter().any(holds)
    }

    /// The days on which a penalty passes a filter.
    pub(super) fn penalty_days(&self, filter: &Filter, index: usize, view: &TrackedPenalty) -> Days {
        let penalty = &self.enterprise.penalties[index];
        let operand = &filter.operand;
        let asked = matches!(operand, Operand::Boolean(true));
        let has_fine = penalty.kinds.contains(PenaltyKind::Fine);
        let holds = match filter.field {
            Field::Live => return view.live_days().if_asked(asked),
            Field::Standing => view.standing == asked,
            Field::Annulled => self.known(penalty.annulled_on).is_some() == asked,
            Field::Simple => view.simple == asked,
            Field::Small => view.small == asked,
            Field::Heavier => view.heavier == asked,
            Field::Track => self.terms(operand).contains(view.track),
            Field::Severity => self.terms(operand).contains(view.severity),
            Field::Kinds => penalty.kinds.intersects(self.terms(operand)),
            Field::KindsOnly => penalty.kinds.is_within(self.terms(operand)),
            Field::FineAtMost => !has_fine || penalty.fine.is_some_and(|fine| fine <= self.money(operand)),
            Field::FineDiscretion => {
                !has_fine || penalty.discretion.is_none_or(|step| self.terms(operand).contains(step))
            }
            Field::Discretion => penalty.discretion.is_some_and(|step| self.terms(operand).contains(step)),
            Field::Procedure => self.terms(operand).contains(penalty.procedure),
            Field::Sector => match penalty.sector {
                Some(sector) => self.terms(operand).contains(sector),
                None => self.enterprise.sectors.intersects(self.terms(operand)),
            },
            Field::AuthoritySystem => self.terms(operand).contains(penalty.authority_system),
            Field::Scope => {
                self.terms(operand).contains(Scope::All)
                    || penalty.authority_system == AuthoritySystem::MarketRegulation
            }
            _ => false,
        };
        Days::when(holds)
    }
}
