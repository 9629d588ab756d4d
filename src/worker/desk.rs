//! The district of one worker, as the page asks about it.

use super::messages::{FileSummary, FoundRow, Problem, ProblemPage, ProblemQuery, RowPage, RowQuery, Summary};
use super::rules::{BookAsk, Rules, RulesAsk, RulesTold};
use crate::district::{District, Filter, Found, Sort};
use crate::facts::{Date, Enterprise, Lead, Term};
use crate::import::{FileKind, FileReport, Level};
use crate::pack::Class;
use crate::request::{Record, write_record};

/// A district with what was last worked out for it.
#[derive(Default)]
pub(super) struct Desk {
    rules: Rules,
    district: District,
    /// The day for which the enterprises are classed.
    as_of: Option<Date>,
    /// What was last asked for, and what it found.
    found: Option<(Filter, Found)>,
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
        let class = query.class.and_then(|class| Class::ALL.get(class).copied());
        let filter = Filter { words: query.words.clone(), classes: class.into_iter().collect(), ..Filter::default() };
        let kept = self.found.take().filter(|(before, _)| *before == filter);
        let (filter, found) = kept.unwrap_or_else(|| {
            let found = self.district.find(&filter, Sort::default());
            (filter, found)
        });
        let rows = found.places.iter().skip(query.offset).take(query.limit);
        let rows = rows.filter_map(|place| self.row(*place as usize, query.as_of)).collect();
        let (tally, count) = (found.tally, found.places.len());
        self.found = Some((filter, found));
        RowPage { tally, count, rows, query }
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

    fn row(&self, place: usize, as_of: Date) -> Option<FoundRow> {
        let enterprise = self.district.enterprises().get(place)?;
        let standing = self.district.standing(place)?;
        Some(FoundRow {
            uscc: enterprise.uscc.clone(),
            name: enterprise.name.clone(),
            class: standing.verdict.class.place(),
            key_case: standing.key_case,
            registered: self.district.is_registered(place),
            penalties: enterprise.penalties.iter().filter(|penalty| penalty.decided_on <= as_of).count(),
            listings: listed_days(enterprise).filter(|day| *day <= as_of).count(),
            open_leads: enterprise.leads.iter().filter(|lead| is_open(lead, as_of)).count(),
            inspections: enterprise.inspections.iter().filter(|inspection| inspection.on <= as_of).count(),
        })
    }
}

fn is_open(lead: &Lead, as_of: Date) -> bool {
    lead.received_on <= as_of && lead.closed_on.is_none_or(|closed_on| closed_on > as_of)
}

fn listed_days(enterprise: &Enterprise) -> impl Iterator<Item = Date> {
    let abnormal = enterprise.abnormal_listings.iter().map(|listing| listing.listed_on);
    let serious = enterprise.serious_listings.iter().map(|listing| listing.listed_on);
    let court = enterprise.court_listings.iter().map(|listing| listing.listed_on);
    abnormal.chain(serious).chain(court)
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
