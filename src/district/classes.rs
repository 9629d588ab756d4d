//! The class of every enterprise, and how many there are of each.

use crate::assess::{Assessor, Verdict};
use crate::calendar::Calendar;
use crate::facts::{Date, Enterprise, Term};
use crate::pack::{Class, FactKind, Pack};

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
    /// The number of enterprises by class, from the best to the worst.
    pub classes: Vec<(Class, usize)>,
    /// The number of enterprises for which each rule holds, in the order of the pack, by the id of the rule;
    /// `risk_grade` last, for those whose class it changed.
    pub rules: Vec<(String, usize)>,
    pub key_cases: usize,
}

pub(super) fn classify(enterprises: &[Enterprise], pack: &Pack, calendar: &Calendar, as_of: Date) -> Vec<Standing> {
    let mut assessor = Assessor::new(pack, calendar, as_of);
    let standing = |enterprise| {
        let (verdict, key_case) = assessor.classify_and_flag(enterprise);
        Standing { verdict, key_case }
    };
    enterprises.iter().map(standing).collect()
}

/// The ids of the rules that give a class, in the order of the pack; `risk_grade` last, when it changed the class.
pub fn rules(pack: &Pack, verdict: Verdict) -> impl Iterator<Item = &str> {
    let raised = (verdict.class != verdict.credit_class).then_some(FactKind::RiskGrade.code());
    verdict.rules.iter().filter_map(|place| pack.rules.get(place)).map(|rule| rule.id.as_str()).chain(raised)
}

impl Tallies {
    pub(super) fn of(standings: &[Standing], pack: &Pack) -> Self {
        let count = |fits: &dyn Fn(&Standing) -> bool| standings.iter().filter(|standing| fits(standing)).count();
        let classes = Class::ALL.iter().map(|class| (*class, count(&|standing| standing.verdict.class == *class)));
        let held = pack.rules.iter().enumerate();
        let held = held.map(|(place, rule)| (rule.id.clone(), count(&|it| it.verdict.rules.contains(place))));
        let raised = count(&|standing| standing.verdict.class != standing.verdict.credit_class);
        Self {
            classes: classes.collect(),
            rules: held.chain([(FactKind::RiskGrade.code().to_owned(), raised)]).collect(),
            key_cases: count(&|standing| standing.key_case),
        }
    }
}
