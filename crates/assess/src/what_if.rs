//! What would change the class: changed copies of the record, judged as any record is. Nothing here knows a rule.

use facts::{
    AuthoritySystem, Date, Enterprise, Inspection, InspectionBasis, InspectionMode, InspectionResult, RiskGrade, Term,
    sort_numbers, vocabulary,
};
use pack::{Class, FactKind, Pack, RepairStatus};
use serde::Serialize;

use super::assessment::{Assessment, ClassChange, Evidence};
use super::assessor::Assessor;

vocabulary! {
    /// What can happen to a fact.
    Act "act" {
        /// A penalty is repaired.
        Repair = "repair",
        /// A listing is removed on application.
        Remove = "remove",
        /// A penalty is annulled; nothing else would help.
        Annul = "annul",
        /// A court removes its listing.
        CourtRemoval = "court_removal",
        /// A new inspection finds that what was wrong is put right.
        Recheck = "recheck",
        /// A sector grades better by one step.
        Regrade = "regrade",
    }
}

impl Act {
    /// Returns whether the enterprise can bring it about, by applying or by putting right.
    #[must_use]
    pub fn in_its_hands(self) -> bool {
        !matches!(self, Self::Annul | Self::CourtRemoval)
    }
}

/// What would change the class, and what would not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// How it stands on the as-of date.
    pub now: Outcome,
    /// The first day on which the class changes though nothing happens; `None` when it does not within the forecast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_itself: Option<ClassChange>,
    /// What can happen to the facts on which the class rests: first what is in the enterprise's hands, a better grade
    /// before all else, and then what it can bring about first.
    pub steps: Vec<Step>,
    /// What several of them come to that are in the enterprise's hands.
    pub together: Together,
    /// How many changed copies of the record were judged; for telling, not part of the JSON.
    #[serde(skip)]
    pub trials: usize,
}

/// A class, and whether it is a key case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    pub class: Class,
    pub key_case: bool,
}

/// One thing that can happen to one fact, as if it happened on the as-of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub fact: Evidence,
    pub act: Act,
    /// The grade that the sector gives then, of a regrading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<RiskGrade>,
    /// The first day on which it can be brought about; `None` when nobody can say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// What comes of it alone; `None` beyond the first that were tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alone: Option<Outcome>,
}

/// What comes of several steps that are in the enterprise's hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Together {
    /// One step alone betters the class.
    OneIsEnough,
    /// Several better it, of which none can be left out.
    These {
        /// Their indices among the steps, rising.
        steps: Vec<usize>,
        /// What comes of them.
        outcome: Outcome,
    },
    /// The first steps better it: too many to try which of them can be left out.
    First {
        /// How many.
        count: usize,
        /// What comes of them.
        outcome: Outcome,
    },
    /// Not even all of them better it.
    Nothing,
}

impl Assessor<'_> {
    /// Tells what would change the class: tries what can happen to each fact on which it rests, alone and together.
    ///
    /// `answer` is what [`assess`](Self::assess) gave for this enterprise. At most `budget` steps are tried alone, and at
    /// most as many are tried to be left out of several. Each trial judges the whole record once, so that twice the
    /// budget and a few trials more, the logarithm of the number of steps, bound the work on a record of any length.
    ///
    /// ```
    /// use assess::{Act, Assessor, Together};
    /// use facts::{AbnormalListing, AbnormalReason, Date, Enterprise};
    ///
    /// let day = |month, day| Date::from_ymd_opt(2026, month, day).unwrap();
    /// let listed = AbnormalListing {
    ///     reason: AbnormalReason::AnnualReport,
    ///     listed_on: day(7, 10),
    ///     corrected_on: Some(day(11, 1)),
    ///     commitment_on: None,
    ///     removed_on: None,
    /// };
    /// let shop = Enterprise { abnormal_listings: vec![listed], ..Enterprise::default() };
    /// let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), day(11, 21));
    /// let answer = assessor.assess(&shop, false);
    /// assert_eq!(answer.class.id(), "general");
    ///
    /// let what_if = assessor.what_if(&shop, &answer, 10);
    /// let [step] = what_if.steps.as_slice() else { panic!("the listing is all that there is") };
    /// assert_eq!((step.act, step.from), (Act::Remove, Some(day(11, 21))));
    /// assert_eq!(step.alone.unwrap().class.id(), "good");
    /// assert_eq!(what_if.together, Together::OneIsEnough);
    /// ```
    pub fn what_if(&mut self, enterprise: &Enterprise, answer: &Assessment, budget: usize) -> WhatIf {
        let now = Outcome { class: answer.class, key_case: answer.key_case.flagged };
        let found = steps(self.pack, enterprise, answer);
        let key = |index: usize| {
            let step = &found[index];
            // A better grade can spare many other steps: it stands first, so that it is left out last.
            (!step.act.in_its_hands(), step.act != Act::Regrade, step.from.unwrap_or(Date::MAX))
        };
        let mut order: Vec<usize> = (0..found.len()).collect();
        sort_numbers(&mut order, &|one, other| key(one).cmp(&key(other)));
        let mut steps: Vec<Step> = order.into_iter().map(|index| found[index]).collect();
        let mut trials = Trials { assessor: self, enterprise, copy: enterprise.clone(), made: 0 };
        for index in 0..steps.len().min(budget) {
            steps[index].alone = Some(trials.outcome(&steps, &[index]));
        }
        let own = steps.partition_point(|step| step.act.in_its_hands());
        let together = trials.together(&steps[..own], now.class, budget);
        WhatIf { now, by_itself: answer.forecast.first().copied(), together, trials: trials.made, steps }
    }
}

/// What can happen to each fact that a rule counted; and to the worst risk grades, which weigh only once the class
/// before them is better.
fn steps(pack: &Pack, enterprise: &Enterprise, answer: &Assessment) -> Vec<Step> {
    let grades = &enterprise.risk_grades;
    let worst = grades.iter().filter(|(_, grade)| Some(*grade) == grades.worst());
    let worst: Vec<Evidence> =
        worst.map(|(sector, _)| Evidence { kind: FactKind::RiskGrade, index: None, sector: Some(sector) }).collect();
    let counted = answer.reasons.iter().map(|reason| reason.evidence.as_slice());
    let lists: Vec<&[Evidence]> = counted.chain([worst.as_slice()]).collect();
    let mut steps = Vec::new();
    let mut rechecks = false;
    for (index, list) in lists.iter().enumerate() {
        // Facts stand in the order of the request, in this list and in those before it.
        let is_new = |fact: &&Evidence| lists[..index].iter().all(|before| before.binary_search(fact).is_err());
        for step in list.iter().filter(is_new).filter_map(|fact| step(pack, enterprise, answer, *fact)) {
            // One inspection puts right all that the last one found.
            if step.act != Act::Recheck || !rechecks {
                rechecks |= step.act == Act::Recheck;
                steps.push(step);
            }
        }
    }
    steps
}

/// What can happen to a fact, where anything can.
fn step(pack: &Pack, enterprise: &Enterprise, answer: &Assessment, fact: Evidence) -> Option<Step> {
    let as_of = answer.as_of;
    let repair = answer.repair_of(fact);
    let soonest = repair.and_then(|repair| repair.soonest(pack, as_of));
    let mut better = None;
    let (act, from) = match fact.kind {
        FactKind::Penalty => match (soonest, repair?.status) {
            (None, RepairStatus::NotModelled) => (Act::Repair, None),
            (None, _) => (Act::Annul, None),
            (from, _) => (Act::Repair, from),
        },
        FactKind::AbnormalListing | FactKind::SeriousListing => (Act::Remove, Some(soonest?)),
        FactKind::CourtListing => (Act::CourtRemoval, None),
        FactKind::Inspection => (Act::Recheck, Some(as_of)),
        FactKind::RiskGrade => {
            let grade = enterprise.risk_grades.get(fact.sector?)?;
            better = Some(*RiskGrade::ALL.get(grade.index().checked_sub(1)?)?);
            (Act::Regrade, None)
        }
        // A broken commitment stays broken; a lead gives no class.
        FactKind::Commitment | FactKind::Lead => return None,
    };
    Some(Step { fact, act, grade: better, from, alone: None })
}

/// Judges changed copies of a record.
struct Trials<'t, 'r> {
    assessor: &'t mut Assessor<'r>,
    enterprise: &'t Enterprise,
    /// The copy; between two trials it is as the record is.
    copy: Enterprise,
    /// How many there were.
    made: usize,
}

impl Trials<'_, '_> {
    /// Returns what comes of the steps at these indices.
    fn outcome(&mut self, steps: &[Step], indices: &[usize]) -> Outcome {
        for index in indices {
            self.take(&steps[*index], true);
        }
        let (verdict, key_case) = self.assessor.classify_and_flag(&self.copy);
        for index in indices {
            self.take(&steps[*index], false);
        }
        self.made += 1;
        Outcome { class: verdict.class, key_case }
    }

    /// Takes a step in the copy, or takes it back. Of a fact that is not there, nothing happens.
    fn take(&mut self, step: &Step, forward: bool) -> Option<()> {
        let (copy, enterprise) = (&mut self.copy, self.enterprise);
        let as_of = self.assessor.as_of;
        let day = |before: Option<Date>| if forward { Some(as_of) } else { before };
        match (step.act, step.fact.index, step.fact.sector) {
            (Act::Repair, Some(at), _) => {
                copy.penalties.get_mut(at)?.repaired_on = day(enterprise.penalties[at].repaired_on);
            }
            (Act::Annul, Some(at), _) => {
                copy.penalties.get_mut(at)?.annulled_on = day(enterprise.penalties[at].annulled_on);
            }
            (Act::Remove, Some(at), _) if step.fact.kind == FactKind::AbnormalListing => {
                copy.abnormal_listings.get_mut(at)?.removed_on = day(enterprise.abnormal_listings[at].removed_on);
            }
            (Act::Remove, Some(at), _) => {
                copy.serious_listings.get_mut(at)?.removed_on = day(enterprise.serious_listings[at].removed_on);
            }
            (Act::CourtRemoval, Some(at), _) => {
                copy.court_listings.get_mut(at)?.removed_on = day(enterprise.court_listings[at].removed_on);
            }
            (Act::Recheck, ..) if forward => copy.inspections.push(Inspection {
                on: as_of,
                mode: InspectionMode::OnSite,
                basis: InspectionBasis::Triggered,
                authority_system: AuthoritySystem::MarketRegulation,
                department: None,
                result: Some(InspectionResult::Rectified),
            }),
            (Act::Recheck, ..) => copy.inspections.truncate(enterprise.inspections.len()),
            (Act::Regrade, _, Some(sector)) => {
                let grade = if forward { step.grade } else { enterprise.risk_grades.get(sector) };
                copy.risk_grades.set(sector, grade);
            }
            _ => {}
        }
        Some(())
    }

    /// Returns the fewest of the steps in the enterprise's hands that better a class, those first that stand first.
    fn together(&mut self, own: &[Step], class: Class, budget: usize) -> Together {
        if own.iter().any(|step| step.alone.is_some_and(|alone| alone.class < class)) {
            return Together::OneIsEnough;
        }
        let mut chosen: Vec<usize> = (0..own.len()).collect();
        let mut outcome = self.outcome(own, &chosen);
        if outcome.class >= class {
            return Together::Nothing;
        }
        // How many of the first are enough: none is not, all are.
        let (mut too_few, mut enough) = (0, chosen.len());
        while too_few + 1 < enough {
            let middle = too_few.midpoint(enough);
            let tried = self.outcome(own, &chosen[..middle]);
            if tried.class < class {
                (enough, outcome) = (middle, tried);
            } else {
                too_few = middle;
            }
        }
        if enough > budget {
            return Together::First { count: enough, outcome };
        }
        // What is not needed is left out, the latest first.
        chosen.truncate(enough);
        for index in (0..enough).rev() {
            let left_out = chosen.remove(index);
            let tried = self.outcome(own, &chosen);
            if tried.class < class {
                outcome = tried;
            } else {
                chosen.insert(index, left_out);
            }
        }
        Together::These { steps: chosen, outcome }
    }
}
