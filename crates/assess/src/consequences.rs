//! What follows from the class: key case, measures, advice; and when penalties had to be published.

use facts::AuthoritySystem;
use pack::{Channel, Cited, CountedBy, FactCondition, KeyCaseCondition, KeyCaseRule, MeasureRule, Slot, Text, Way};

use super::assessment::{Disclosure, InspectionPlan, KeyCase, Measure};
use super::case::Case;
use super::class::Verdict;

/// Whether two citations read the same in an answer.
fn same(one: &Cited, other: &Cited) -> bool {
    (&one.id, &one.article, one.is_not_the_documents()) == (&other.id, &other.article, other.is_not_the_documents())
}

impl<'a> Case<'a> {
    /// What is counted of a key case, with the parameters that it rests on.
    fn key_case_count(&self) -> (Option<FactCondition<'a>>, &'a [usize]) {
        let (condition, rests_on) = match self.pack.key_case.counted_by {
            CountedBy::ClassRule(index) => {
                let rule = self.pack.rules.get(index);
                (rule.map(|rule| &rule.when), rule.map(|rule| &rule.rests_on))
            }
            CountedBy::KeyCaseRule(index) => {
                let rule = self.pack.key_case.rules.get(index);
                let when = rule.and_then(|rule| match &rule.when {
                    KeyCaseCondition::Own { when, .. } => Some(when),
                    KeyCaseCondition::Rule(_) => None,
                });
                (when, rule.map(|rule| &rule.rests_on))
            }
        };
        let first = condition.and_then(|condition| condition.fact_conditions().into_iter().next());
        (first, rests_on.map_or(&[], Vec::as_slice))
    }

    /// Whether it is a key case, and by which rules.
    pub(super) fn key_case(&self, verdict: Verdict) -> KeyCase {
        let rules = &self.pack.key_case;
        let holding: Vec<_> = rules.rules.iter().filter(|rule| self.key_case_holds(&rule.when, verdict)).collect();
        let (counted, counting) = self.key_case_count();
        let mut sources: Vec<Cited> = Vec::new();
        sources.push(self.cite(&rules.source, counting));
        for rule in &holding {
            let source = self.cite(&rule.source, self.key_case_rests_on(rule));
            match sources.iter_mut().find(|known| same(known, &source)) {
                // What an answer does not tell apart stands there once, with all that is known of it.
                Some(known) => {
                    known.default |= source.default;
                    known.changed |= source.changed;
                }
                None => sources.push(source),
            }
        }
        KeyCase {
            flagged: !holding.is_empty(),
            evidence: holding.iter().map(|rule| self.key_case_facts(&rule.when)).collect(),
            rules: holding.into_iter().map(|rule| rule.id.clone()).collect(),
            penalty_count: counted.as_ref().map_or(0, |part| self.counted_now(part.condition).len()),
            window: counted.and_then(|part| self.window(part.selection)),
            sources,
        }
    }

    fn key_case_rests_on<'r>(&'r self, rule: &'r KeyCaseRule) -> &'r [usize] {
        match rule.when {
            KeyCaseCondition::Rule(index) => self.pack.rules.get(index).map_or(&[], |rule| &rule.rests_on),
            KeyCaseCondition::Own { .. } => &rule.rests_on,
        }
    }

    /// What follows from the class and the lists.
    pub(super) fn measures(&self, verdict: Verdict) -> Vec<Measure> {
        let applies = |rule: &&MeasureRule| {
            rule.class.is_none_or(|classes| classes.contains(verdict.class))
                && rule.when.as_ref().is_none_or(|when| self.holds(when, self.known))
        };
        let measures = self.pack.measures.iter().filter(applies);
        measures.map(|rule| Measure { id: rule.id.clone(), source: self.cite(&rule.source, &[]) }).collect()
    }

    /// One sentence: what to do now.
    pub(super) fn advice(&self, plan: &InspectionPlan, key_case: &KeyCase) -> Text {
        let line = self.pack.advice.iter().find(|line| {
            line.approach.is_none_or(|approaches| approaches.contains(plan.approach))
                && line.triggered.is_none_or(|triggered| triggered == plan.triggered)
                && line.key_case.is_none_or(|flagged| flagged == key_case.flagged)
        });
        let count = |slot, _| match slot {
            Slot::Count => plan.triggers.len().to_string(),
            _ => String::new(),
        };
        line.map_or_else(Text::default, |line| self.fill(&line.message, count))
    }

    /// When each published penalty of market regulation had to be published.
    pub(super) fn disclosures(&self) -> Vec<Disclosure> {
        let penalties = self.enterprise.penalties.iter().zip(self.views).enumerate();
        let published = penalties.filter(|(_, (penalty, view))| {
            view.exists
                && penalty.authority_system == AuthoritySystem::MarketRegulation
                && self.line(view).is_some_and(|line| line.way != Way::NotPublished)
        });
        let due = |channel: Channel, decided_on| {
            self.calendar.add_working_days(decided_on, self.publish_days(self.channel_rules(channel)))
        };
        published
            .map(|(index, (penalty, _))| {
                let gsxt_due_on = due(Channel::Gsxt, penalty.decided_on);
                let published_on = self.known(penalty.published_on);
                Disclosure {
                    index,
                    gsxt_due_on,
                    credit_china_due_on: due(Channel::CreditChina, penalty.decided_on),
                    late_working_days: published_on
                        .map(|published_on| self.calendar.working_days_between(gsxt_due_on, published_on)),
                }
            })
            .collect()
    }
}
