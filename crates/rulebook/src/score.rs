//! Figures and scores: what is counted in points, and which grade comes of it.

use super::sentence::{Runs, link, plain};
use super::teller::Teller;
use super::{Entry, Line, Section, text};
use facts::Decimal;
use pack::{Bounds, Figure, Number, NumberTest, Points, Score, ScorePart};

impl Teller<'_> {
    pub(super) fn scores(&self) -> Section {
        let figures = self.pack.figures.iter().map(|figure| self.figure(figure));
        let scores = self.pack.scores.iter().map(|score| self.score(score));
        self.section("scores", text::SCORES, None, figures.chain(scores).collect())
    }

    fn figure(&self, figure: &Figure) -> Entry {
        let mut entry = self.entry(format!("figures.{}", figure.id), self.say(&figure.title));
        let unit = self.say(&figure.unit);
        let bounds = [figure.least.to_string(), [&figure.most.to_string(), unit].concat()];
        let words = if figure.decimals == 0 { text::WHOLE_FIGURE } else { text::FIGURE };
        let values = [&bounds[0], &bounds[1], &figure.decimals.to_string()].map(|value| plain(value));
        entry.lines = vec![self.line(text::IS_ENTERED, self.fill(words, &values))];
        entry
    }

    fn score(&self, score: &Score) -> Entry {
        let mut entry = self.entry(format!("scores.{}", score.id), self.say(&score.title));
        self.mark_changed(&mut entry, &score.rests_on);
        entry
            .lines
            .extend(score.when.as_ref().map(|when| Line { label: self.get(text::ONLY_FOR), ..self.condition(when) }));
        let start = plain(&score.starts_at.to_string());
        entry.lines.push(Line {
            label: self.get(text::POINTS),
            words: self.fill(text::STARTS_AT, &[start]),
            items: score.parts.iter().map(|part| self.part(part)).collect(),
        });
        let bounds = Bounds { from: score.least, up_to: score.most, ..Bounds::default() };
        if !bounds.is_open() {
            entry.lines.push(self.line(text::SUM, self.fill(text::SUM_STAYS, &[plain(&self.bounds(&bounds))])));
        }
        if !score.grades.is_empty() {
            let grades = score.grades.iter().map(|line| {
                let sums =
                    if line.bounds.is_open() { self.get(text::ALL_OTHER_SUMS) } else { self.bounds(&line.bounds) };
                self.fill(text::NAMELY, &[plain(&sums), plain(self.word(line.grade))])
            });
            let phrase = score
                .sector
                .map_or_else(Runs::new, |sector| self.fill(text::GRADE_OF_SECTOR, &[plain(self.word(sector))]));
            entry.lines.push(Line { label: self.get(text::GRADE), words: phrase, items: grades.collect() });
        }
        for floor in &score.at_least {
            let label = text::AT_LEAST_GRADE.fill(self.locale, &[self.word(floor.grade)]);
            let Line { words, items, .. } = self.condition(&floor.when);
            entry.lines.push(Line { label, words, items });
        }
        if let Some(grade) = score.incomplete {
            entry.lines.push(self.line(text::FIGURE_IS_MISSING, plain(self.word(grade))));
        }
        entry.lines.push(self.basis(&score.source));
        entry
    }

    fn part(&self, part: &ScorePart) -> Runs {
        let number = |of: Number, missing: Option<Decimal>, points: Runs| {
            let otherwise = match missing {
                Some(points) => self.fill(text::MISSING_COUNTS, &[plain(&points.to_string())]),
                None => self.fill(text::MISSING_GIVES_NONE, &[]),
            };
            self.clauses([self.fill(text::BY_NUMBER, &[self.number(of), points]), otherwise])
        };
        let points = match &part.points {
            Points::Bands { of, bands, missing } => {
                let bands = bands.iter().map(|band| {
                    let open = band.bounds.is_open();
                    let values = if open { self.get(text::ALL_OTHER_SUMS) } else { self.bounds(&band.bounds) };
                    self.fill(text::NAMELY, &[plain(&values), self.points(band.points)])
                });
                number(*of, *missing, self.clauses(bands))
            }
            Points::Value { of, times, missing } if *times == Decimal::whole(1) => {
                number(*of, *missing, self.fill(text::AS_IT_IS, &[]))
            }
            Points::Value { of, times, missing } => {
                number(*of, *missing, self.fill(text::TIMES, &[plain(&times.to_string())]))
            }
            Points::When { when, points } => {
                let Line { words, items, .. } = self.condition(when);
                self.fill(text::POINTS_WHEN, &[self.points(*points), self.with_items(words, items)])
            }
            Points::Each { selection, points, at_most } => {
                let each = self.fill(text::POINTS_EACH, &[self.points(*points), self.selection(selection)]);
                match at_most {
                    Some(most) => self.clauses([each, self.fill(text::POINTS_AT_MOST, &[self.points(*most)])]),
                    None => each,
                }
            }
        };
        self.fill(text::NAMELY, &[plain(self.say(&part.title)), points])
    }

    fn points(&self, points: Decimal) -> Runs {
        self.fill(text::SO_MANY_POINTS, &[plain(&points.to_string())])
    }

    /// A figure or a score by its name, leading to it.
    fn number(&self, of: Number) -> Runs {
        match of {
            Number::Figure(index) => self
                .pack
                .figures
                .get(index)
                .map_or_else(Runs::new, |figure| link(self.say(&figure.title), &["figures.", &figure.id].concat())),
            Number::Score(index) => self
                .pack
                .scores
                .get(index)
                .map_or_else(Runs::new, |score| link(self.say(&score.title), &["scores.", &score.id].concat())),
        }
    }

    /// What a condition asks of a figure or a score.
    pub(super) fn number_test(&self, of: Number, test: &NumberTest) -> Runs {
        let (phrase, words) = match test {
            NumberTest::Within(bounds) => (text::NUMBER_IS, self.bounds(bounds)),
            NumberTest::Missing => (text::NUMBER_IS_MISSING, String::new()),
            NumberTest::Grade(grades) => (text::GRADE_IS, self.any_term(*grades)),
        };
        self.fill(phrase, &[self.number(of), plain(&words)])
    }

    /// Bounds in words: 60以上、不足80.
    fn bounds(&self, bounds: &Bounds) -> String {
        let ends = [
            (bounds.from, text::FROM),
            (bounds.above, text::ABOVE),
            (bounds.up_to, text::UP_TO),
            (bounds.below, text::BELOW),
        ];
        let words = ends.into_iter().filter_map(|(end, phrase)| Some(phrase.fill(self.locale, &[&end?.to_string()])));
        words.collect::<Vec<_>>().join(self.pack.list_separator.get(self.locale))
    }
}
