//! Scores: points that figures and facts make together, and the risk grade that comes of them.

use super::condition::{Condition, Selection, read_condition, read_fact_selection};
use super::fault::PackFaultCode;
use super::figure::Bounds;
use super::parameter::Declarations;
use super::read_rules::unique;
use super::reader::{Fields, Node};
use super::source::Cited;
use super::text::Text;
use facts::json::Value;
use facts::{Decimal, RiskGrade, Sector, Set, Term};

/// How many scores a pack may have.
const MOST_SCORES: usize = 16;

/// A sum of points 评分.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    pub id: String,
    pub title: Text,
    pub source: Cited,
    /// Of which enterprises there is such a score; `None` for all.
    pub when: Option<Condition>,
    /// What is there before any part adds its points.
    pub starts_at: Decimal,
    pub parts: Vec<ScorePart>,
    /// The sum is never less, and never more.
    pub least: Option<Decimal>,
    pub most: Option<Decimal>,
    /// The grades, of which the first line that fits gives one; none for a score that is no grade.
    pub grades: Vec<GradeLine>,
    /// Grades that are not bettered while something holds.
    pub at_least: Vec<GradeFloor>,
    /// The grade where a figure is not known that some part needs; `None` where there is none then.
    pub incomplete: Option<RiskGrade>,
    /// The sector of which this is the risk grade, unless the record has another for it.
    pub sector: Option<Sector>,
    /// The parameters that it uses.
    pub rests_on: Vec<usize>,
}

/// What adds points to a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScorePart {
    pub title: Text,
    pub points: Points,
}

/// How many points a part adds; they may be less than none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Points {
    /// Those of the first band in which a number lies; for a number that is not known, `missing`.
    Bands { of: Number, bands: Vec<Band>, missing: Option<Decimal> },
    /// A number as it is, times another.
    Value { of: Number, times: Decimal, missing: Option<Decimal> },
    /// So many where a condition holds.
    When { when: Condition, points: Decimal },
    /// So many for each fact, but in all no more than `at_most` to either side.
    Each { selection: Selection, points: Decimal, at_most: Option<Decimal> },
}

/// A number by which can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// The figure at this index.
    Figure(usize),
    /// The score at this index: one that stands before what asks for it.
    Score(usize),
}

/// The points of numbers between bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    pub bounds: Bounds,
    pub points: Decimal,
}

/// The grade of sums between bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeLine {
    pub grade: RiskGrade,
    pub bounds: Bounds,
}

/// A grade that is not bettered while a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeFloor {
    pub grade: RiskGrade,
    pub title: Text,
    pub when: Condition,
}

/// What is asked of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberTest {
    /// It is known and lies between these bounds.
    Within(Bounds),
    /// It is not known: of a score, some figure that it needs is not.
    Missing,
    /// The score's grade is one of these.
    Grade(Set<RiskGrade>),
}

impl Score {
    /// Returns the conditions in it, of parts and of floors.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let of_parts = self.parts.iter().filter_map(|part| match &part.points {
            Points::When { when, .. } => Some(when),
            _ => None,
        });
        of_parts.chain(&self.when).chain(self.at_least.iter().map(|floor| &floor.when))
    }

    /// Returns whether one of its parts looks at a figure or a score.
    #[must_use]
    pub fn asks_for(&self, number: Number) -> bool {
        self.parts.iter().any(|part| match part.points {
            Points::Bands { of, .. } | Points::Value { of, .. } => of == number,
            Points::When { .. } | Points::Each { .. } => false,
        })
    }

    /// Returns the selections whose facts its parts count one by one.
    pub fn selections(&self) -> impl Iterator<Item = &Selection> {
        self.parts.iter().filter_map(|part| match &part.points {
            Points::Each { selection, .. } => Some(selection),
            _ => None,
        })
    }
}

/// Reads the scores: each may ask for those before it.
pub(super) fn read_scores(node: &Node, declared: &Declarations) -> Option<Vec<Score>> {
    let mut names = Vec::new();
    let scores = node.items(|node| {
        let score = read_score(node, &mut names, declared);
        let graded = score.as_ref().is_some_and(|score| !score.grades.is_empty());
        declared.scores.borrow_mut().push((names.last().cloned().unwrap_or_default(), graded));
        score
    })?;
    for (index, score) in scores.iter().enumerate() {
        let before = scores.iter().take(index).any(|before| before.sector == score.sector);
        if let Some(sector) = score.sector.filter(|_| before) {
            node.fault(PackFaultCode::Twice, &format!("sector = \"{}\"", sector.code()), "");
        }
    }
    if scores.len() > MOST_SCORES {
        node.fault(PackFaultCode::BadValue, &scores.len().to_string(), &format!("1–{MOST_SCORES}"));
    }
    Some(scores)
}

fn read_score(node: &Node, names: &mut Vec<String>, declared: &Declarations) -> Option<Score> {
    let mut fields = node.fields()?;
    let id = fields.required("id", |node| unique(node, names));
    let title = fields.required("title", Node::words);
    let source = fields.source(&declared.sources);
    declared.take_used();
    let when = fields.optional("when", |node| read_condition(node, declared));
    let starts_at = fields.optional("starts_at", Node::decimal).unwrap_or_default();
    let parts = fields.required("parts", |node| node.items(|node| read_part(node, declared)));
    let least = fields.optional("least", Node::decimal);
    let most = fields.optional("most", Node::decimal);
    let grades = fields.optional("grades", read_grades);
    let needs_grades = |node: &Node| {
        if grades.is_none() {
            node.fault(PackFaultCode::MissingKey, "grades", "");
        }
    };
    let at_least = fields.optional("at_least", |node| {
        needs_grades(node);
        node.items(|node| {
            let mut fields = node.fields()?;
            let grade = fields.required("grade", Node::term);
            let title = fields.required("title", Node::words);
            let when = fields.required("when", |node| read_condition(node, declared));
            fields.finish();
            Some(GradeFloor { grade: grade?, title: title?, when: when? })
        })
    });
    let incomplete = fields.optional("incomplete", |node| {
        needs_grades(node);
        node.term()
    });
    let sector = fields.optional("sector", |node| {
        needs_grades(node);
        node.term()
    });
    fields.finish();
    Some(Score {
        id: id?,
        title: title?,
        source: source?,
        when,
        starts_at,
        parts: parts?,
        least,
        most,
        grades: grades.unwrap_or_default(),
        at_least: at_least.unwrap_or_default(),
        incomplete,
        sector,
        rests_on: declared.take_used(),
    })
}

fn read_part(node: &Node, declared: &Declarations) -> Option<ScorePart> {
    let mut fields = node.fields()?;
    let title = fields.required("title", Node::words);
    let points = if fields.has("when") {
        let when = fields.required("when", |node| read_condition(node, declared));
        let points = fields.required("points", Node::decimal);
        when.zip(points).map(|(when, points)| Points::When { when, points })
    } else if fields.has("each") {
        let selection = fields.required("each", |node| read_fact_selection(node, declared));
        let points = fields.required("points", Node::decimal);
        let at_most = fields.optional("at_most", |node| {
            let most = node.decimal()?;
            if most < Decimal::default() {
                node.fault(PackFaultCode::BadValue, &most.to_string(), "0–");
            }
            Some(most)
        });
        selection.zip(points).map(|(selection, points)| Points::Each { selection, points, at_most })
    } else if fields.has("figure") || fields.has("score") {
        read_points_of_number(&mut fields, declared)
    } else {
        node.fault(PackFaultCode::MissingKey, "figure", "figure, score, when, each");
        return None;
    };
    fields.finish();
    Some(ScorePart { title: title?, points: points? })
}

fn read_points_of_number(fields: &mut Fields, declared: &Declarations) -> Option<Points> {
    let of = read_number(fields, declared);
    let missing = fields.optional("missing", Node::decimal);
    if fields.has("bands") {
        let bands = fields.required("bands", |node| {
            let bands = node.items(|node| {
                let mut fields = node.fields()?;
                let bounds = Bounds::read(node, &mut fields);
                let points = fields.required("points", Node::decimal);
                fields.finish();
                Some(Band { bounds, points: points? })
            })?;
            check_last(node, bands.len(), bands.last().map(|band| &band.bounds), "points");
            Some(bands)
        });
        return of.zip(bands).map(|(of, bands)| Points::Bands { of, bands, missing });
    }
    let times = fields.optional("times", Node::decimal).unwrap_or(Decimal::whole(1));
    of.map(|of| Points::Value { of, times, missing })
}

fn read_grades(node: &Node) -> Option<Vec<GradeLine>> {
    let lines = node.items(|node| {
        let mut fields = node.fields()?;
        let grade = fields.required("grade", Node::term);
        let bounds = Bounds::read(node, &mut fields);
        fields.finish();
        Some(GradeLine { grade: grade?, bounds })
    })?;
    check_last(node, lines.len(), lines.last().map(|line| &line.bounds), "grade");
    Some(lines)
}

/// Tells of lines that leave some number out: the last must take all that is left.
fn check_last(node: &Node, lines: usize, last: Option<&Bounds>, key: &str) {
    let is_whole = matches!(node.value, Value::Array(items) if items.len() == lines);
    if is_whole && last.is_some_and(|bounds| !bounds.is_open()) {
        node.fault(PackFaultCode::MissingKey, key, &format!("the last line: {key} alone"));
    }
}

/// Reads the name of a figure or of a score.
fn read_number(fields: &mut Fields, declared: &Declarations) -> Option<Number> {
    if fields.has("score") {
        return fields.required("score", |node| declared.score(node)).map(|(index, _)| Number::Score(index));
    }
    fields.required("figure", |node| declared.figure(node)).map(Number::Figure)
}

/// Reads `{ figure = "…", from = 60 }`, `{ score = "…", grade = ["D"] }` or one of them with `missing = true`.
pub(super) fn read_number_condition(node: &Node, mut fields: Fields, declared: &Declarations) -> Option<Condition> {
    let (of, is_graded) = if fields.has("score") {
        let found = fields.required("score", |node| declared.score(node));
        (found.map(|(index, _)| Number::Score(index)), found.is_some_and(|(_, graded)| graded))
    } else {
        (fields.required("figure", |node| declared.figure(node)).map(Number::Figure), false)
    };
    let bounds = Bounds::read(node, &mut fields);
    let grades = if fields.has("score") {
        fields.optional("grade", |node| {
            if of.is_some() && !is_graded {
                node.fault(PackFaultCode::MissingKey, "grades", "");
            }
            node.set()
        })
    } else {
        None
    };
    let missing = fields.optional("missing", |node| {
        let is_asked = node.boolean()?;
        if !is_asked {
            node.fault(PackFaultCode::BadValue, "false", "true");
        }
        is_asked.then_some(())
    });
    let has_bounds = !bounds.is_open();
    let tests = [has_bounds, fields.has("grade"), fields.has("missing")];
    match tests.iter().filter(|test| **test).count() {
        0 => node.fault(PackFaultCode::MissingKey, "from", "from, above, up_to, below, grade, missing"),
        1 => {}
        _ => node.fault(PackFaultCode::Twice, "missing", "from … below | grade | missing"),
    }
    fields.finish();
    let test = match (grades, missing) {
        (Some(grades), _) => NumberTest::Grade(grades),
        (None, Some(())) => NumberTest::Missing,
        (None, None) => NumberTest::Within(bounds),
    };
    Some(Condition::Number { of: of?, test })
}

impl Declarations {
    /// The index of the figure that a text names.
    fn figure(&self, node: &Node) -> Option<usize> {
        let name = node.text()?;
        let found = self.figures.iter().position(|figure| figure.id == name);
        if found.is_none() {
            let known: Vec<&str> = self.figures.iter().map(|figure| figure.id.as_str()).collect();
            node.fault(PackFaultCode::UnknownName, &name, &known.join(", "));
        }
        found
    }

    /// The index of the score that a text names, among those before, and whether it has grades.
    fn score(&self, node: &Node) -> Option<(usize, bool)> {
        let name = node.text()?;
        let scores = self.scores.borrow();
        let found = scores.iter().position(|(known, _)| *known == name);
        if found.is_none() {
            let known: Vec<&str> = scores.iter().map(|(known, _)| known.as_str()).collect();
            node.fault(PackFaultCode::UnknownName, &name, &known.join(", "));
        }
        found.map(|index| (index, scores[index].1))
    }
}
