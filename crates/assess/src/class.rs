//! The class: which rules hold on a day, and what the sector's own grade adds.

use facts::{Date, RiskGrade, Set, Term};
use pack::{Class, ClassRule, Condition, FactCondition, FactKind, KeyCaseCondition, MOST_RULES, ParameterValue};

use super::assessment::{Count, Evidence, Reason, Trace};
use super::case::Case;

/// The class on a day and the rules that give it, without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The class, after the sector's own risk grades.
    pub class: Class,
    /// The class before them.
    pub credit_class: Class,
    /// The class rules that hold.
    pub rules: RuleSet,
}

/// A set of class rules of one pack, or of its key-case rules or conditions of repair, by their indices there; it
/// allocates nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleSet(u64);

const _: () = assert!(MOST_RULES <= u64::BITS as usize);

impl RuleSet {
    pub(super) fn insert(&mut self, index: usize) {
        self.0 |= 1 << index;
    }

    /// Adds all of another set.
    pub(super) fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the rule at this index of the pack is in it.
    #[must_use]
    pub fn contains(self, index: usize) -> bool {
        index < MOST_RULES && self.0 & (1 << index) != 0
    }

    /// The indices of those in it, in the order of the pack.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let first = (left != 0).then(|| left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            first
        })
    }
}

impl FromIterator<usize> for RuleSet {
    /// Places that no pack has are left out.
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut set = Self::default();
        indices.into_iter().filter(|index| *index < MOST_RULES).for_each(|index| set.insert(index));
        set
    }
}

impl Case<'_> {
    /// Which rules hold on a day, and what class they give.
    pub(super) fn verdict(&self, day: Date) -> Verdict {
        let mut rules = RuleSet::default();
        let mut credit_class = self.pack.best_class();
        for (index, rule) in self.pack.rules.iter().enumerate() {
            if rule.judges_on(day) && self.holds(&rule.when, day) {
                rules.insert(index);
                credit_class = credit_class.max(rule.class);
            }
        }
        Verdict { class: self.raised(credit_class, day), credit_class, rules }
    }

    /// The class after the sectors' own risk grades on a day.
    pub(super) fn raised(&self, class: Class, day: Date) -> Class {
        let Some(rule) = &self.pack.risk_grade else { return class };
        let raises = |grade: RiskGrade| match self.value(rule.grades) {
            ParameterValue::Terms(bits) => Set::<RiskGrade>::from_bits(*bits).contains(grade),
            _ => false,
        };
        let entry = self.pack.class(class);
        match self.risk_grades(day).worst() {
            Some(grade) if raises(grade) => self.pack.classes.get(entry.raised_to).map_or(class, |raised| raised.class),
            _ => class,
        }
    }

    /// Every rule that holds, with its facts and words.
    pub(super) fn reasons(&self, verdict: Verdict) -> Vec<Reason> {
        let mut reasons: Vec<Reason> =
            verdict.rules.iter().filter_map(|index| self.pack.rules.get(index)).map(|rule| self.reason(rule)).collect();
        if verdict.class != verdict.credit_class {
            reasons.extend(self.risk_grade_reason(verdict.class));
        }
        reasons
    }

    fn reason(&self, rule: &ClassRule) -> Reason {
        let evidence = self.facts_of(&rule.when);
        Reason {
            rule: rule.id.clone(),
            class: rule.class,
            message: self.rule_message(rule, evidence.len()),
            evidence,
            source: self.cite(&rule.source, &rule.rests_on),
        }
    }

    /// The facts that a way to become a key case rests on, where it is open.
    pub(super) fn key_case_facts(&self, condition: &KeyCaseCondition) -> Vec<Evidence> {
        match condition {
            KeyCaseCondition::Rule(index) => {
                self.pack.rules.get(*index).map_or(Vec::new(), |rule| self.facts_of(&rule.when))
            }
            KeyCaseCondition::Own { when, .. } => self.facts_of(when),
        }
    }

    fn risk_grade_reason(&self, class: Class) -> Option<Reason> {
        let rule = self.pack.risk_grade.as_ref()?;
        let grades = self.risk_grades(self.known);
        let worst = grades.worst()?;
        let sectors = || grades.iter().filter(|(_, grade)| *grade == worst).map(|(sector, _)| sector);
        let of_sector = |sector| Evidence { kind: FactKind::RiskGrade, index: None, sector: Some(sector) };
        Some(Reason {
            rule: FactKind::RiskGrade.code().to_owned(),
            class,
            message: self.risk_grade_message(&rule.message, worst, sectors().collect()),
            evidence: sectors().map(of_sector).collect(),
            source: self.cite(&rule.source, &[rule.grades]),
        })
    }

    /// What each rule counted, whether it holds or not.
    pub(super) fn trace(&self, verdict: Verdict) -> Vec<Trace> {
        let rules = self.pack.rules.iter().enumerate();
        rules
            .map(|(index, rule)| {
                let mut counts: Vec<Count> =
                    rule.when.fact_conditions().iter().map(|of_facts| self.trace_of(of_facts)).collect();
                let is_plain = matches!(rule.when, Condition::Count { .. } | Condition::Latest { .. });
                Trace {
                    rule: rule.id.clone(),
                    holds: verdict.rules.contains(index),
                    class: rule.class,
                    count: if is_plain { counts.pop() } else { None },
                    parts: counts,
                }
            })
            .collect()
    }

    /// What a condition on facts counted.
    fn trace_of(&self, FactCondition { condition, selection, is_negated }: &FactCondition) -> Count {
        let counted = self.counted_now(condition);
        let (own, others): (Vec<_>, Vec<_>) = counted.iter().copied().partition(|(kind, _)| *kind == selection.fact);
        let other = |(kind, index)| Evidence { kind, index: Some(index), sector: None };
        Count {
            fact: selection.fact,
            count: self.tallied(condition, &counted),
            counted: own.into_iter().map(|(_, index)| index).collect(),
            others: others.into_iter().map(other).collect(),
            at_least: self.at_least(condition),
            window: self.window(selection),
            is_negated: *is_negated,
        }
    }

    /// Whether a way to become a key case is open on the day of which facts are known.
    pub(super) fn key_case_holds(&self, condition: &KeyCaseCondition, verdict: Verdict) -> bool {
        match condition {
            KeyCaseCondition::Rule(index) => verdict.rules.contains(*index),
            KeyCaseCondition::Own { when, unless } => {
                self.holds(when, self.known) && !unless.as_ref().is_some_and(|unless| self.holds(unless, self.known))
            }
        }
    }
}
