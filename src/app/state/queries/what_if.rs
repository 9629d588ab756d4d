//! What would change the class: changed copies of the record, judged as any record is. Nothing here knows a rule.

use crate::assess::{Assessor, Evidence, Repair};
use crate::facts::{
    AuthoritySystem, Date, Enterprise, Inspection, InspectionBasis, InspectionMode, InspectionResult, RiskGrade, Term,
};
use crate::pack::{Class, FactKind, RepairStatus};

use super::{View, in_order, soonest};

/// How many facts are tried one by one: the fewer the more penalties there are to judge each time, so that a large
/// record does not hold up the page.
fn most_tried(record: &Enterprise) -> usize {
    (4000 / record.penalties.len().max(1)).clamp(10, 60)
}

/// What can happen to a fact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A penalty is repaired.
    Repair,
    /// A listing is removed on application.
    Remove,
    /// A penalty is annulled; nothing else would help.
    Annul,
    /// A court removes its listing.
    CourtRemoval,
    /// A new inspection finds that what was wrong is put right.
    Recheck,
    /// A sector grades better by one step.
    Regrade(RiskGrade),
}

impl Act {
    /// Whether the enterprise can bring it about by applying or putting right.
    fn in_its_hands(self) -> bool {
        !matches!(self, Self::Annul | Self::CourtRemoval)
    }
}

/// What comes of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub class: Class,
    pub key_case: bool,
}

/// One thing that can happen to one fact, today.
#[derive(Clone, Copy)]
pub struct Step {
    pub fact: Evidence,
    pub act: Act,
    /// From when it can be brought about; none when nobody can say.
    pub from: Option<Date>,
    /// What comes of it alone; none beyond the first that were tried.
    pub alone: Option<Outcome>,
}

/// What comes of several things.
pub enum Together {
    /// One thing alone is enough.
    OneIsEnough,
    /// These are enough and none of them can be left out: the places of the steps.
    These(Vec<usize>, Outcome),
    /// The first so many are enough: too many to be tried one by one.
    First(usize, Outcome),
    /// Nothing that the enterprise can bring about is enough.
    Nothing,
}

/// What would change the class.
pub struct WhatIf {
    /// In the order in which they can be brought about.
    pub steps: Vec<Step>,
    pub together: Together,
}

impl WhatIf {
    /// Tries every fact on which the class rests.
    pub(super) fn of(view: &View) -> Self {
        let mut steps = steps(view);
        in_order(&mut steps, |step| (!step.act.in_its_hands(), step.from.unwrap_or(Date::MAX)));
        let mut trial = Trial {
            view,
            assessor: Assessor::new(&view.rules.pack, &view.rules.calendar, view.answer.as_of),
            record: view.enterprise().clone(),
        };
        for place in 0..steps.len().min(most_tried(view.enterprise())) {
            let alone = trial.outcome(&steps, &[place]);
            steps[place].alone = Some(alone);
        }
        let together = trial.together(&steps);
        Self { steps, together }
    }
}

/// What can happen to each fact that a rule counted; and to the worst risk grades, which weigh only once the class
/// before them is better.
fn steps(view: &View) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let grades = &view.enterprise().risk_grades;
    let worst = grades.iter().filter(|(_, grade)| Some(*grade) == grades.worst());
    let worst = worst.map(|(sector, _)| Evidence { kind: FactKind::RiskGrade, index: None, sector: Some(sector) });
    let counted = view.answer.reasons.iter().flat_map(|reason| reason.evidence.iter().copied());
    for fact in counted.chain(worst) {
        let Some(step) = step(view, fact) else { continue };
        // One inspection puts right all that the last one found.
        let is_known = |known: &Step| known.fact == fact || (known.act == Act::Recheck && step.act == Act::Recheck);
        if !steps.iter().any(is_known) {
            steps.push(step);
        }
    }
    steps
}

/// The repair of a fact, where it has one.
#[must_use]
pub fn repair_of(view: &View, fact: Evidence) -> Option<&Repair> {
    let is_its = |repair: &&Repair| repair.target.kind == fact.kind && Some(repair.target.index) == fact.index;
    view.answer.repair.iter().find(is_its)
}

fn step(view: &View, fact: Evidence) -> Option<Step> {
    let today = Some(view.answer.as_of);
    let repair = repair_of(view, fact);
    let (act, from) = match fact.kind {
        FactKind::Penalty => match (soonest(view, repair?), repair?.status) {
            (None, RepairStatus::NotModelled) => (Act::Repair, None),
            (None, _) => (Act::Annul, None),
            (day, _) => (Act::Repair, day),
        },
        FactKind::AbnormalListing | FactKind::SeriousListing => (Act::Remove, Some(soonest(view, repair?)?)),
        FactKind::CourtListing => (Act::CourtRemoval, None),
        FactKind::Inspection => (Act::Recheck, today),
        FactKind::RiskGrade => {
            let grade = view.enterprise().risk_grades.get(fact.sector?)?;
            // It stands first, so that it is left out last: it can spare many others.
            (Act::Regrade(*RiskGrade::ALL.get(grade.place().checked_sub(1)?)?), Some(Date::MIN))
        }
        // A broken commitment stays broken; a lead gives no class.
        FactKind::Commitment | FactKind::Lead => return None,
    };
    Some(Step { fact, act, from, alone: None })
}

/// Judges changed copies of a record.
struct Trial<'v> {
    view: &'v View,
    assessor: Assessor<'v>,
    /// The copy; between two trials it is as the record is.
    record: Enterprise,
}

impl Trial<'_> {
    /// What comes of the steps at these places.
    fn outcome(&mut self, steps: &[Step], places: &[usize]) -> Outcome {
        for place in places {
            self.take(steps[*place], true);
        }
        let (verdict, key_case) = self.assessor.classify_and_flag(&self.record);
        for place in places.iter().rev() {
            self.take(steps[*place], false);
        }
        Outcome { class: verdict.class, key_case }
    }

    /// Takes a step in the copy, or takes it back.
    fn take(&mut self, step: Step, forward: bool) {
        let (record, original) = (&mut self.record, self.view.enterprise());
        let today = self.view.answer.as_of;
        let day = |before: Option<Date>| if forward { Some(today) } else { before };
        // Evidence names places of the record that was judged.
        let place = step.fact.index.unwrap_or_default();
        match step.act {
            Act::Repair => record.penalties[place].repaired_on = day(original.penalties[place].repaired_on),
            Act::Annul => record.penalties[place].annulled_on = day(original.penalties[place].annulled_on),
            Act::Remove if step.fact.kind == FactKind::AbnormalListing => {
                record.abnormal_listings[place].removed_on = day(original.abnormal_listings[place].removed_on);
            }
            Act::Remove => record.serious_listings[place].removed_on = day(original.serious_listings[place].removed_on),
            Act::CourtRemoval => {
                record.court_listings[place].removed_on = day(original.court_listings[place].removed_on);
            }
            Act::Recheck if forward => record.inspections.push(Inspection {
                on: today,
                mode: InspectionMode::OnSite,
                basis: InspectionBasis::Triggered,
                authority_system: AuthoritySystem::MarketRegulation,
                department: None,
                result: Some(InspectionResult::Rectified),
            }),
            Act::Recheck => record.inspections.truncate(original.inspections.len()),
            Act::Regrade(grade) => {
                if let Some(sector) = step.fact.sector {
                    let grade = if forward { Some(grade) } else { original.risk_grades.get(sector) };
                    record.risk_grades.set(sector, grade);
                }
            }
        }
    }

    /// The fewest of the things in the enterprise's hands that change the class, those first that can be done first.
    fn together(&mut self, steps: &[Step]) -> Together {
        let class = self.view.answer.class;
        let own: Vec<usize> = (0..steps.len()).filter(|place| steps[*place].act.in_its_hands()).collect();
        if own.iter().any(|place| steps[*place].alone.is_some_and(|alone| alone.class < class)) {
            return Together::OneIsEnough;
        }
        let mut outcome = self.outcome(steps, &own);
        if outcome.class >= class {
            return Together::Nothing;
        }
        // How many of the first are enough: none is not, all are.
        let (mut too_few, mut enough) = (0, own.len());
        while too_few + 1 < enough {
            let middle = too_few.midpoint(enough);
            let tried = self.outcome(steps, &own[..middle]);
            if tried.class < class {
                (enough, outcome) = (middle, tried);
            } else {
                too_few = middle;
            }
        }
        let mut chosen = own[..enough].to_vec();
        if enough > most_tried(self.view.enterprise()) {
            return Together::First(enough, outcome);
        }
        // What is not needed is left out, the latest first.
        for place in (0..chosen.len()).rev() {
            let left_out = chosen.remove(place);
            let tried = self.outcome(steps, &chosen);
            if tried.class < class {
                outcome = tried;
            } else {
                chosen.insert(place, left_out);
            }
        }
        Together::These(chosen, outcome)
    }
}
