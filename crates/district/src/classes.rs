//! The class of every enterprise, and how many there are of each.

use super::table::Table;
use assess::Verdict;
use facts::Term;
use pack::{Class, FactKind, Pack};

/// How one enterprise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The class, and the rules that give it.
    pub verdict: Verdict,
    /// Whether it is a key case 重点案件对象.
    pub key_case: bool,
}

/// How many enterprises there are of each class, and how many to which each rule applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// The number of enterprises by class, from the best to the worst; those that are not assessed are nowhere here.
    pub classes: Vec<(Class, usize)>,
    /// The number of enterprises for which each rule holds, in the order of the pack, by the id of the rule;
    /// `risk_grade` last, for those whose class it changed.
    pub rules: Vec<(String, usize)>,
    pub key_cases: usize,
}

/// The ids of the rules that give a class, in the order of the pack; `risk_grade` last, when it changed the class.
pub fn rules(pack: &Pack, verdict: Verdict) -> impl Iterator<Item = &str> {
    let raised = (verdict.class != verdict.credit_class).then_some(FactKind::RiskGrade.code());
    verdict.rules.iter().filter_map(|index| pack.rules.get(index)).map(|rule| rule.id.as_str()).chain(raised)
}

impl Tallies {
    pub(super) fn of(table: &Table, pack: &Pack) -> Self {
        let assessed = || (0..table.len()).filter(|index| !table.withheld[*index]);
        let mut classes = vec![0; table.classes.len()];
        assessed().for_each(|index| classes[usize::from(table.class[index])] += 1);
        let mut held = vec![0; pack.rules.len()];
        for rules in assessed().map(|index| table.rules[index]).filter(|rules| !rules.is_empty()) {
            rules.iter().for_each(|rule| held[rule] += 1);
        }
        let raised = assessed().filter(|index| table.is_raised(*index)).count();
        let ids = pack.rules.iter().map(|rule| rule.id.clone());
        Self {
            classes: table.classes.iter().copied().zip(classes).collect(),
            rules: ids.zip(held).chain([(FactKind::RiskGrade.code().to_owned(), raised)]).collect(),
            key_cases: assessed().filter(|index| !table.key_case[*index].is_empty()).count(),
        }
    }
}
