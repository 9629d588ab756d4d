//! The district of one worker, as the page asks about it.

use web_sys::Url;

use super::changed::Changed;
use super::list::{self, View};
use super::messages::{FileAsk, FileSummary, FileTold, Problem, ProblemPage, ProblemQuery, RowPage, RowQuery, Summary};
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
    changed: Changed,
    /// The day for which the enterprises are classed.
    as_of: Option<Date>,
    /// What was last asked for, and what it found.
    found: Option<(View, Found)>,
    /// The addresses of the files that were offered last.
    offered: Vec<String>,
}

impl Desk {
    /// Puts another district on the desk; the rules stay.
    pub(super) fn lay(&mut self, district: District) {
        *self = Self { district, rules: std::mem::take(&mut self.rules), ..Self::default() };
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
        let (view, found) = self.find(&query);
        let pack = self.rules.pack();
        let count = found.places.len();
        let offset = query.offset.min(count);
        let places = &found.places[offset..count.min(offset + query.limit)];
        let (district, english) = (&self.district, query.english);
        let (head, rows) = district.table().map_or_else(Default::default, |table| {
            let head = list::head(&view, found.tally, count, table, pack, english);
            (head, list::draw_rows(places, offset, district, table, pack, english))
        });
        let mut page =
            RowPage { count, shown: places.len(), head, columns: list::table_head(&view, english), rows, query };
        if view.figures {
            let rules = (self.rules.pack(), self.rules.calendar());
            let (tables, counted) = list::tables(&view, &mut self.district, rules, english);
            page.head.extend(list::draw_figures(&view, &tables, counted, english));
            (page.count, page.shown) = (0, 0);
            page.columns.clear();
            page.rows.clear();
        }
        self.found = Some((view, found));
        page
    }

    /// Everything that a question finds; taken from what was found last, if that was the same.
    fn find(&mut self, query: &RowQuery) -> (View, Found) {
        self.classify(query.as_of);
        let rules = (self.rules.pack(), self.rules.calendar());
        if self.changed.lay(&query.changed, &mut self.district, rules) {
            self.found = None;
        }
        let pack = self.rules.pack();
        let view = self.district.table().map(|table| View::of(&query.choices, table, pack)).unwrap_or_default();
        let kept = self.found.take().filter(|(before, _)| *before == view);
        kept.unwrap_or_else(|| {
            let found = self.district.find(&view.filter, view.sort);
            (view, found)
        })
    }

    /// The files with all that a question finds. Those of the last time go: by now the browser has them.
    pub(super) fn files(&mut self, ask: &FileAsk) -> Vec<FileTold> {
        for address in self.offered.drain(..) {
            // What is gone already needs no more.
            let _ = Url::revoke_object_url(&address);
        }
        let (view, found) = self.find(&ask.query);
        let rules = (self.rules.pack(), self.rules.calendar());
        let english = ask.query.english;
        let mut files: Vec<FileTold> = match ask.form.split_once(' ') {
            None => list::files(&ask.form, (&view, &found.places), &self.district, rules, english),
            Some((form, id)) => {
                let (tables, _) = list::tables(&view, &mut self.district, rules, english);
                let asked = tables.iter().find(|figures| figures.id == id).zip(self.district.table());
                let file = asked
                    .and_then(|(figures, table)| list::table_file(form, (&view, figures), table, rules.0, english));
                file.into_iter().collect()
            }
        };
        self.offered.extend(files.iter().map(|file| file.address.clone()));
        self.found = Some((view, found));
        if files.is_empty() {
            files.push(FileTold::default());
        }
        files
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

    /// The record of an enterprise as the files gave it.
    pub(super) fn record(&self, uscc: &str) -> Option<String> {
        let enterprise = self.changed.own(uscc).or_else(|| self.district.enterprise(uscc))?.clone();
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
