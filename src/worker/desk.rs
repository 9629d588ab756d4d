//! The district of one worker, as the page asks about it.

use super::list::{self, View};
use super::messages::{FileSummary, Problem, ProblemPage, ProblemQuery, RowPage, RowQuery, Summary};
use super::rules::{BookAsk, Rules, RulesAsk, RulesTold};
use crate::district::{District, Found};
use crate::facts::Date;
use crate::import::{FileKind, FileReport, Level};
use crate::request::{Record, write_record};

/// A district with what was last worked out for it.
#[derive(Default)]
pub(super) struct Desk {
    rules: Rules,
    district: District,
    /// The day for which the enterprises are classed.
    as_of: Option<Date>,
    /// What was last asked for, and what it found.
    found: Option<(View, Found)>,
}

impl Desk {
    /// Puts another district on the desk; the rules stay.
    pub(super) fn lay(&mut self, district: District) {
        *self = Self { district, rules: std::mem::take(&mut self.rules), as_of: None, found: None };
    }

    /// Judges by other rules from now on, unless something is wrong with them.
    pub(super) fn change_rules(&mut self, ask: &RulesAsk) -> RulesTold {
        // The classes that were worked out are those of the rules before.
        self.as_of = None;
        self.rules.change(ask)
    }

    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    pub(super) fn book(&self, ask: &BookAsk) -> Vec<String> {
        self.rules.book(ask)
    }

    pub(super) fn summary(&self) -> Summary {
        let report = self.district.report();
        Summary {
            enterprises: self.district.enterprises().len(),
            unregistered: self.district.unregistered(),
            files: report.files.iter().map(file_summary).collect(),
            refused: report.problems.count(Level::Refused),
            noticed: report.problems.count(Level::Notice),
            duplicates: report.duplicates.len(),
            natural_persons: report.natural_persons,
            joined_by_name: report.joined_by_name,
        }
    }

    pub(super) fn rows(&mut self, query: RowQuery) -> RowPage {
        self.classify(query.as_of);
        let pack = self.rules.pack();
        let view = self.district.table().map(|table| View::of(&query.choices, table, pack)).unwrap_or_default();
        let kept = self.found.take().filter(|(before, _)| *before == view);
        let (view, found) = kept.unwrap_or_else(|| {
            let found = self.district.find(&view.filter, view.sort);
            (view, found)
        });
        let count = found.places.len();
        let offset = query.offset.min(count);
        let places = &found.places[offset..count.min(offset + query.limit)];
        let (district, english) = (&self.district, query.english);
        let (head, rows) = district.table().map_or_else(Default::default, |table| {
            let head = list::head(&view, found.tally, count, table, pack, english);
            (head, list::draw_rows(places, offset, district, table, pack, english))
        });
        let page = RowPage { count, shown: places.len(), head, columns: list::table_head(&view, english), rows, query };
        self.found = Some((view, found));
        page
    }

    pub(super) fn problems(&self, ProblemQuery { offset, limit }: ProblemQuery) -> ProblemPage {
        let kept = self.district.report().problems.kept();
        let problems = kept.iter().skip(offset).take(limit).map(|problem| Problem {
            file: problem.file_name.to_string(),
            row: problem.at.map(|at| at.sheet_row),
            refused: problem.level == Level::Refused,
            zh: problem.zh(),
            en: problem.en(),
        });
        ProblemPage { offset, count: kept.len(), problems: problems.collect() }
    }

    pub(super) fn record(&self, uscc: &str) -> Option<String> {
        let enterprise = self.district.enterprises().iter().find(|enterprise| enterprise.uscc == uscc)?.clone();
        Some(write_record(&Record { as_of: None, enterprise, judgement: None }))
    }

    /// Sees to the classes for a day.
    fn classify(&mut self, as_of: Date) {
        if self.as_of == Some(as_of) {
            return;
        }
        self.district.classify(self.rules.pack(), self.rules.calendar(), as_of);
        self.as_of = Some(as_of);
        // Another day has another order.
        self.found = None;
    }
}

fn file_summary(file: &FileReport) -> FileSummary {
    FileSummary {
        name: file.name.clone(),
        kind: file.kind.and_then(|kind| FileKind::ALL.iter().position(|of| *of == kind)),
        encoding: file.encoding.map(|encoding| encoding.name().to_owned()),
        rows: file.rows,
        refused_rows: file.refused_rows,
        unused_columns: file.unused_columns.clone(),
    }
}
