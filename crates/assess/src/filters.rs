//! What filters ask, and on which days a fact or an enterprise passes them.

use facts::calendar::{add_days, add_months};
use facts::{AuthoritySystem, Date, Money, PenaltyKind, Set, Term};
use pack::{Definition, Field, Filter, Operand, ParameterValue, Scope, Span, Unit};

use super::case::Case;
use super::days::Days;
use super::penalty::TrackedPenalty;

/// The days on which all of these filters pass; `ask` tells those of one that holds no others.
#[inline]
pub(super) fn passing(filters: &[Filter], ask: impl Fn(&Filter) -> Days) -> Days {
    let passes = |filter: &Filter| match &filter.operand {
        Operand::Filters(sets) => joined(filter.field, sets, &ask),
        // Most hold no others, and are asked a million times.
        _ => ask(filter),
    };
    filters.iter().fold(Days::ALWAYS, |days, filter| days.and(passes(filter)))
}

#[inline(never)]
fn joined(field: Field, sets: &[Vec<Filter>], ask: &dyn Fn(&Filter) -> Days) -> Days {
    let sets = sets.iter().map(|set| passing(set, ask));
    match field {
        Field::All => sets.fold(Days::ALWAYS, Days::and),
        Field::Not => sets.fold(Days::NEVER, Days::or).otherwise(),
        _ => sets.fold(Days::NEVER, Days::or),
    }
}

impl Case<'_> {
    pub(super) fn terms<T: Term>(&self, operand: &Operand) -> Set<T> {
        Set::from_bits(match operand {
            Operand::Terms(bits) => *bits,
            Operand::Parameter(index) => match self.value(*index) {
                ParameterValue::Terms(bits) => *bits,
                _ => 0,
            },
            _ => 0,
        })
    }

    fn money(&self, operand: &Operand) -> Money {
        match operand {
            Operand::Money(amount) => *amount,
            Operand::Parameter(index) => match self.value(*index) {
                ParameterValue::Money(amount) => *amount,
                _ => Money::default(),
            },
            _ => Money::default(),
        }
    }

    /// The days within a span after a date, the date itself included.
    pub(super) fn within(&self, span: Span, date: Date) -> Days {
        let last = self.add(date, span.unit, self.whole(span.length));
        Days { from: date, until: if span.is_open { last } else { add_days(last, 1) } }
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
        let ask = |filter: &Filter| self.penalty_days(filter, index, &TrackedPenalty::UNREAD);
        definition.alternatives.iter().any(|filters| !passing(filters, ask).is_empty())
    }

    /// The days on which a penalty passes a filter.
    pub(super) fn penalty_days(&self, filter: &Filter, index: usize, view: &TrackedPenalty) -> Days {
        let penalty = &self.enterprise.penalties[index];
        let operand = &filter.operand;
        let asked = matches!(operand, Operand::Boolean(true));
        let has_fine = penalty.kinds.contains(PenaltyKind::Fine);
        let is_above = || {
            let is_small = self.unknown_fine_is_small;
            has_fine && penalty.fine.map_or(!is_small, |fine| fine > self.money(operand))
        };
        let holds = match filter.field {
            Field::Live => return view.live_days().if_asked(asked),
            Field::Standing => view.standing == asked,
            Field::Annulled => self.known(penalty.annulled_on).is_some() == asked,
            Field::Simple => view.simple == asked,
            Field::Small => view.small == asked,
            Field::Heavier => view.heavier == asked,
            Field::Is => match operand {
                Operand::Definition(own) => {
                    self.pack.definitions.own.get(*own).is_some_and(|own| self.is(&own.definition, index))
                }
                _ => false,
            },
            Field::Track => self.terms(operand).contains(view.track),
            Field::Severity => self.terms(operand).contains(view.severity),
            Field::Kinds => penalty.kinds.intersects(self.terms(operand)),
            Field::KindsOnly => penalty.kinds.is_within(self.terms(operand)),
            Field::Category => one_of(operand, penalty.category.as_deref(), |category, text| category == text),
            Field::FineAtMost => !is_above(),
            Field::FineAbove => is_above(),
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

    /// The days on which the enterprise itself passes filters, with the risk grades of one of them.
    pub(super) fn enterprise_days(&self, filters: &[Filter], day: Date) -> Days {
        passing(filters, |filter| self.enterprise_passes(filter, day))
    }

    fn enterprise_passes(&self, filter: &Filter, day: Date) -> Days {
        let (enterprise, operand) = (self.enterprise, &filter.operand);
        // 150203 lies in 1502, and the trade F5212 belongs to F52.
        let lies_in = |code: &str, text: &str| code.starts_with(text);
        Days::when(match filter.field {
            Field::EnterpriseKind => self.terms(operand).contains(enterprise.kind),
            Field::Status => self.terms(operand).contains(enterprise.status),
            Field::AnySector => enterprise.sectors.intersects(self.terms(operand)),
            Field::WorstGrade => self.risk_grades(day).worst().is_some_and(|grade| self.terms(operand).contains(grade)),
            Field::GradeOf => match operand {
                Operand::GradeOf { sector, grades } => {
                    self.risk_grades(day).get(*sector).is_some_and(|grade| grades.contains(grade))
                }
                _ => false,
            },
            Field::Region => one_of(operand, enterprise.region.as_deref(), lies_in),
            Field::Industry => one_of(operand, enterprise.industry.as_deref(), lies_in),
            Field::RegisteredWithin => {
                return match (operand, self.known(enterprise.registered_on)) {
                    (Operand::Span(span), Some(registered_on)) => self.within(*span, registered_on),
                    _ => Days::NEVER,
                };
            }
            _ => false,
        })
    }
}

/// Whether a text that is known fits one of a filter's.
fn one_of(operand: &Operand, text: Option<&str>, fits: impl Fn(&str, &str) -> bool) -> bool {
    let Operand::Texts(texts) = operand else { return false };
    text.is_some_and(|text| texts.iter().any(|known| fits(text, known)))
}
