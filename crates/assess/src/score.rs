//! Scores: the points that figures and facts add up to on a day, and the grade that comes of them.

use facts::calendar::add_days;
use facts::{Date, Decimal, RiskGrade, RiskGrades};
use pack::{Condition, FactKind, Number, NumberTest, Points, Score, ScorePart};

use super::assessment::{Evidence, ScorePoints, ScoreResult};
use super::case::Case;

impl<'a> Case<'a> {
    /// The same case for the parts of the score at an index: they know nothing of it, nor of those behind it.
    pub(super) fn before(&self, score: usize) -> Self {
        Case { scores: score, ..*self }
    }

    /// The sum of the score at an index; nothing while a figure is not known that it needs.
    pub(super) fn sum(&self, index: usize, day: Date) -> Option<Decimal> {
        let score = self.pack.scores.get(index)?;
        let before = self.before(index);
        if !before.has_score(score, day) {
            return None;
        }
        let mut sum = score.starts_at;
        for part in &score.parts {
            sum = sum.plus(before.points(&part.points, day)?);
        }
        Some(within(sum, score))
    }

    /// Whether the enterprise has such a score.
    pub(super) fn has_score(&self, score: &Score, day: Date) -> bool {
        score.when.as_ref().is_none_or(|when| self.holds(when, day))
    }

    /// The points of a part.
    fn points(&self, points: &Points, day: Date) -> Option<Decimal> {
        match points {
            Points::Bands { of, bands, missing } => match self.value_of(*of, day) {
                Some(value) => bands.iter().find(|band| band.bounds.contains(value)).map(|band| band.points),
                None => *missing,
            },
            Points::Value { of, times, missing } => match self.value_of(*of, day) {
                Some(value) => Some(value.times(*times)),
                None => *missing,
            },
            Points::When { when, points } => Some(if self.holds(when, day) { *points } else { Decimal::default() }),
            Points::Each { selection, points, at_most } => {
                let mut sum = Decimal::default();
                self.select(selection, &mut |_, days| {
                    if days.contains(day) {
                        sum = sum.plus(*points);
                    }
                });
                Some(match at_most {
                    Some(most) => sum.clamp(most.negated(), *most),
                    None => sum,
                })
            }
        }
    }

    /// A figure, or the sum of a score, where it is known.
    pub(super) fn value_of(&self, of: Number, day: Date) -> Option<Decimal> {
        match of {
            Number::Figure(index) => {
                // A record may have been made by other rules, or be half typed.
                let figure = self.pack.figures.get(index)?;
                self.enterprise.figures.get(&figure.id).filter(|value| figure.takes(*value))
            }
            Number::Score(index) => self.sum(index, day),
        }
    }

    /// Whether a figure or a score is as a condition asks.
    pub(super) fn is_so(&self, of: Number, test: &NumberTest, day: Date) -> bool {
        match test {
            NumberTest::Within(bounds) => self.value_of(of, day).is_some_and(|value| bounds.contains(value)),
            NumberTest::Missing => self.value_of(of, day).is_none(),
            NumberTest::Grade(grades) => match of {
                Number::Score(index) => self.grade(index, day).is_some_and(|grade| grades.contains(grade)),
                Number::Figure(_) => false,
            },
        }
    }

    /// The grade of the score at an index; nothing where it has none.
    fn grade(&self, index: usize, day: Date) -> Option<RiskGrade> {
        let score = self.pack.scores.get(index)?;
        let before = self.before(index);
        if !before.has_score(score, day) {
            return None;
        }
        let of_sum = match self.sum(index, day) {
            Some(sum) => score.grades.iter().find(|line| line.bounds.contains(sum)).map(|line| line.grade),
            None => score.incomplete,
        };
        let floors = score.at_least.iter().filter(|floor| before.holds(&floor.when, day)).map(|floor| floor.grade);
        // None is less than any: without a grade of its own it is that of the floor.
        floors.map(Some).fold(of_sum, Option::max)
    }

    /// The risk grades of the sectors: those of the record and, where it has none, those of scores.
    pub(super) fn risk_grades(&self, day: Date) -> RiskGrades {
        let mut grades = self.enterprise.risk_grades;
        for (index, score) in self.pack.scores.iter().enumerate().take(self.scores) {
            if let Some(sector) = score.sector.filter(|sector| grades.get(*sector).is_none()) {
                grades.set(sector, self.grade(index, day));
            }
        }
        grades
    }

    /// How each score came about on the day of which facts are known.
    pub(super) fn score_results(&self) -> Vec<ScoreResult> {
        let scores = self.pack.scores.iter().enumerate();
        let there = scores.filter(|(index, score)| self.before(*index).has_score(score, self.known));
        there.map(|(index, score)| self.score_result(index, score)).collect()
    }

    fn score_result(&self, index: usize, score: &Score) -> ScoreResult {
        let before = self.before(index);
        let holding = score.at_least.iter().filter(|floor| before.holds(&floor.when, self.known));
        ScoreResult {
            id: score.id.clone(),
            title: score.title.clone(),
            points: self.sum(index, self.known),
            grade: self.grade(index, self.known),
            sector: score.sector,
            is_overruled: score.sector.is_some_and(|sector| self.enterprise.risk_grades.get(sector).is_some()),
            at_least: holding.map(|floor| floor.title.clone()).collect(),
            parts: score.parts.iter().map(|part| before.part_result(part)).collect(),
            source: self.cite(&score.source, &score.rests_on),
        }
    }

    fn part_result(&self, part: &ScorePart) -> ScorePoints {
        let of = match &part.points {
            Points::Bands { of, .. } | Points::Value { of, .. } => Some(*of),
            Points::When { .. } | Points::Each { .. } => None,
        };
        let value = of.and_then(|of| self.value_of(of, self.known));
        ScorePoints {
            title: part.title.clone(),
            points: self.points(&part.points, self.known),
            figure: match of {
                Some(Number::Figure(index)) => self.pack.figures.get(index).map(|figure| figure.id.clone()),
                _ => None,
            },
            score: match of {
                Some(Number::Score(index)) => self.pack.scores.get(index).map(|score| score.id.clone()),
                _ => None,
            },
            is_missing: of.is_some() && value.is_none(),
            value,
            evidence: self.in_order(self.facts_of_part(part)),
        }
    }

    /// The facts that gave a part its points.
    fn facts_of_part(&self, part: &ScorePart) -> Vec<(FactKind, usize)> {
        match &part.points {
            Points::When { when, .. } if self.holds(when, self.known) => self.evidence(when),
            Points::Each { selection, .. } => {
                let mut found = Vec::new();
                self.select(selection, &mut |index, days| {
                    if days.contains(self.known) {
                        found.push((selection.fact, index));
                    }
                });
                found
            }
            Points::Bands { of, .. } | Points::Value { of, .. } => self.facts_of_number(*of),
            Points::When { .. } => Vec::new(),
        }
    }

    /// The facts on which a figure or a score rests: a figure is none.
    pub(super) fn facts_of_number(&self, of: Number) -> Vec<(FactKind, usize)> {
        let Number::Score(index) = of else { return Vec::new() };
        let Some(score) = self.pack.scores.get(index) else { return Vec::new() };
        let before = self.before(index);
        let floors = score.at_least.iter().map(|floor| &floor.when).filter(|when| before.holds(when, self.known));
        let of_parts = score.parts.iter().flat_map(|part| before.facts_of_part(part));
        of_parts.chain(floors.flat_map(|when| before.evidence(when))).collect()
    }

    /// Every day on which a condition of a rule or a score may begin or cease to hold.
    pub(super) fn days_of_change(&self) -> Vec<Date> {
        let mut days: Vec<Date> = Vec::new();
        let mut add = |day: Date| {
            if let Err(place) = days.binary_search(&day) {
                days.insert(place, day);
            }
        };
        for rule in &self.pack.rules {
            let (from, until) = rule.judges();
            from.into_iter().chain(until.map(|last| add_days(last, 1))).for_each(&mut add);
        }
        let of_rules = self.pack.rules.iter().map(|rule| &rule.when);
        let of_scores = self.pack.scores.iter().flat_map(Score::conditions);
        of_rules.chain(of_scores).for_each(|condition| self.days_of(condition, &mut add));
        for selection in self.pack.scores.iter().flat_map(Score::selections) {
            self.select(selection, &mut |_, days| [days.from, days.until].into_iter().for_each(&mut add));
        }
        days
    }

    /// Tells every day on which a condition may begin or cease to hold, but for what scores make of it.
    fn days_of(&self, condition: &Condition, tell: &mut dyn FnMut(Date)) {
        match condition {
            Condition::Count { .. } | Condition::Latest { .. } => {
                self.counted(condition, &mut |_, _, days| [days.from, days.until].into_iter().for_each(&mut *tell));
            }
            Condition::Enterprise(filters) => {
                let days = self.enterprise_days(filters, self.known);
                [days.from, days.until].into_iter().for_each(tell);
            }
            Condition::Number { .. } => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.days_of(part, tell)),
            Condition::Not(part) => self.days_of(part, tell),
        }
    }

    /// Facts in the order of the request, each once.
    pub(super) fn in_order(&self, found: Vec<(FactKind, usize)>) -> Vec<Evidence> {
        let mut facts: Vec<Evidence> = Vec::new();
        for (kind, index) in found {
            // Those of one selection come in their order already; of several each stands once.
            let fact = Evidence { kind, index: Some(index), sector: None };
            if let Err(place) = facts.binary_search(&fact) {
                facts.insert(place, fact);
            }
        }
        facts
    }
}

/// A sum, no less and no more than the score can be.
fn within(sum: Decimal, score: &Score) -> Decimal {
    match (score.least, score.most) {
        (Some(least), _) if sum < least => least,
        (_, Some(most)) if sum > most => most,
        _ => sum,
    }
}
