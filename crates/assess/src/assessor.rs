//! The one who judges: rules, calendar and day given once, then enterprise after enterprise.

use facts::calendar::Calendar;
use facts::{Date, Enterprise};
use pack::{Class, Edition, Pack};

use super::assessment::{Assessment, ClassChange, Disclosure, InspectionPlan, KeyCase, PackReference, Reason, Repair};
use super::case::Case;
use super::class::Verdict;
use super::forecast::forecast;
use super::outline::Outline;
use super::penalty::TrackedPenalty;
use super::room::Room;
use super::warnings::Warnings;

/// Judges enterprises by one pack and calendar, as of one day.
///
/// ```
/// use assess::Assessor;
/// use facts::{Date, Enterprise};
///
/// let as_of = Date::from_ymd_opt(2026, 11, 21).unwrap();
/// let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), as_of);
/// let nothing_known = Enterprise { name: "An example".to_owned(), ..Enterprise::default() };
/// assert_eq!(assessor.classify(&nothing_known).class.id(), "good");
/// ```
pub struct Assessor<'r> {
    pub(super) pack: &'r Pack,
    calendar: &'r Calendar,
    edition: &'r Edition,
    pub(super) as_of: Date,
    /// Kept from one enterprise to the next, so that classifying allocates nothing.
    views: Vec<TrackedPenalty>,
    room: Room,
}

impl<'r> Assessor<'r> {
    /// One who judges by these rules as of this day.
    #[must_use]
    pub fn new(pack: &'r Pack, calendar: &'r Calendar, as_of: Date) -> Self {
        Self { pack, calendar, edition: pack.edition(as_of), as_of, views: Vec::new(), room: Room::default() }
    }

    fn case<'c>(&'c mut self, enterprise: &'c Enterprise) -> Case<'c> {
        self.room.read_categories(enterprise);
        let unread = Case {
            pack: self.pack,
            calendar: self.calendar,
            edition: self.edition,
            enterprise,
            known: self.as_of,
            views: &[],
            room: &self.room,
            scores: self.pack.scores.len(),
            unknown_fine_is_small: false,
        };
        unread.read_penalties(&mut self.views);
        Case { views: &self.views, unknown_fine_is_small: self.pack.unknown_fine_is_small, ..unread }
    }

    /// The class with the rules that give it. Once it has seen the largest record, this allocates nothing.
    pub fn classify(&mut self, enterprise: &Enterprise) -> Verdict {
        let as_of = self.as_of;
        self.case(enterprise).verdict(as_of)
    }

    /// The class, and whether it is a key case; like [`classify`](Self::classify) it allocates nothing.
    pub fn classify_and_flag(&mut self, enterprise: &Enterprise) -> (Verdict, bool) {
        let as_of = self.as_of;
        let key_case_rules = &self.pack.key_case.rules;
        let case = self.case(enterprise);
        let verdict = case.verdict(as_of);
        (verdict, key_case_rules.iter().any(|rule| case.key_case_holds(&rule.when, verdict)))
    }

    /// The assessment without words, evidence and sources; like [`classify`](Self::classify) it allocates nothing.
    pub fn outline(&mut self, enterprise: &Enterprise) -> Outline {
        self.case(enterprise).outline()
    }

    /// Every rule that holds, with its words: the reasons of the whole assessment alone.
    pub fn reasons(&mut self, enterprise: &Enterprise) -> Vec<Reason> {
        let as_of = self.as_of;
        let case = self.case(enterprise);
        case.reasons(case.verdict(as_of))
    }

    /// When each published penalty had to be published: the disclosures of the whole assessment alone.
    pub fn disclosures(&mut self, enterprise: &Enterprise) -> Vec<Disclosure> {
        self.case(enterprise).disclosures()
    }

    /// The days ahead on which a class, which [`classify`](Self::classify) gave, changes though nothing happens: the
    /// forecast of the whole assessment alone.
    pub fn forecast_of(&mut self, enterprise: &Enterprise, class: Class) -> Vec<ClassChange> {
        forecast(&self.case(enterprise), class)
    }

    /// The whole assessment; with what each rule counted, when `trace` asks for it.
    pub fn assess(&mut self, enterprise: &Enterprise, trace: bool) -> Assessment {
        let as_of = self.as_of;
        let pack = self.pack;
        let case = self.case(enterprise);
        let verdict = case.verdict(as_of);
        let reasons = case.reasons(verdict);
        let inspection = case.inspection(verdict.class);
        let key_case = case.key_case(verdict);
        let repair = case.repairs();
        let forecast = forecast(&case, verdict.class);
        let mut assessment = Assessment {
            as_of,
            pack: PackReference { id: pack.id.clone(), version: pack.version.clone(), digest: pack.digest.clone() },
            class: verdict.class,
            credit_class: verdict.credit_class,
            advice: case.advice(&inspection, &key_case),
            timeline: case.timeline(verdict.class, &repair, &inspection, &forecast),
            reasons,
            scores: case.score_results(),
            inspection,
            key_case,
            repair,
            disclosure: case.disclosures(),
            measures: case.measures(verdict),
            forecast,
            warnings: Vec::new(),
            trace: trace.then(|| case.trace(verdict)),
        };
        assessment.warnings = case.warnings(&assessment);
        assessment
    }
}

impl Case<'_> {
    /// What a reader has to know of the facts, then of what each part of the answer rests on.
    fn warnings(&self, answer: &Assessment) -> Vec<super::assessment::Warning> {
        let mut warnings = Warnings::new(self);
        warnings.of_facts(&answer.repair);
        self.reasons_rest_on(&answer.reasons, &mut warnings);
        for (index, score) in answer.scores.iter().enumerate() {
            warnings.rests_on(&score.source, &format!("scores[{index}]"));
        }
        self.plan_rests_on(&answer.inspection, &mut warnings);
        self.key_case_rests_on_documents(&answer.key_case, &mut warnings);
        for (index, repair) in answer.repair.iter().enumerate() {
            let part = format!("repair[{index}]");
            warnings.rests_on(&repair.source, &part);
            self.repair_counted(repair, &part, &mut warnings);
        }
        for (index, disclosure) in answer.disclosure.iter().enumerate() {
            let part = format!("disclosure[{index}]");
            let Some(penalty) = self.enterprise.penalties.get(disclosure.index) else { continue };
            for channel in &self.pack.channels {
                warnings.rests_on(&self.pack.value_source(self.edition, channel.publish_days), &part);
            }
            let latest = disclosure.gsxt_due_on.max(disclosure.credit_china_due_on);
            let until = self.known(penalty.published_on).map_or(latest, |published_on| published_on.max(latest));
            warnings.counted_days(penalty.decided_on, until, &part);
        }
        for (index, measure) in answer.measures.iter().enumerate() {
            warnings.rests_on(&measure.source, &format!("measures[{index}]"));
        }
        warnings.finish()
    }

    /// A reason rests on the document that its rule cites, though a number in it was given by the request.
    fn reasons_rest_on(&self, reasons: &[Reason], warnings: &mut Warnings) {
        for (index, reason) in reasons.iter().enumerate() {
            let rule = self.pack.rule(&reason.rule);
            let part = format!("reasons[{index}]");
            warnings.rests_on(rule.map_or(&reason.source, |rule| &rule.source), &part);
            if let Some(rule) = rule {
                warnings.rests_on_rule(rule, &part);
            }
        }
    }

    /// The same for the rules that make a key case.
    fn key_case_rests_on_documents(&self, key_case: &KeyCase, warnings: &mut Warnings) {
        let rules = &self.pack.key_case;
        warnings.rests_on(&rules.source, "key_case");
        for rule in rules.rules.iter().filter(|rule| key_case.rules.contains(&rule.id)) {
            warnings.rests_on(&rule.source, "key_case");
        }
    }

    fn plan_rests_on(&self, plan: &InspectionPlan, warnings: &mut Warnings) {
        for field in &plan.sources {
            warnings.rests_on(&field.source, &format!("inspection.{}", field.field));
        }
    }

    /// The working days that a repair counted: to an assumed publication, and to the deadlines.
    fn repair_counted(&self, repair: &Repair, part: &str, warnings: &mut Warnings) {
        if repair.target.kind == pack::FactKind::Penalty
            && repair.stops_on.is_some()
            && let Some(view) = self.views.get(repair.target.index).filter(|view| view.assumed)
            && let Some(penalty) = self.enterprise.penalties.get(repair.target.index)
        {
            warnings.counted_days(penalty.decided_on, view.start, part);
        }
        if let Some(deadlines) = &repair.deadlines {
            let last = deadlines.unpublish_by.or(deadlines.decide_by).or(deadlines.accept_by);
            warnings.counted_days(self.known, last.unwrap_or(self.known), part);
        }
    }
}
