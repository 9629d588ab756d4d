//! What could not be used: narrowed to a file or to what was refused, a hundred at a time.

use super::Reader;
use crate::import::{ImportReport, Level, Problem};
use crate::pack::Locale;
use crate::worker::messages::{ProblemList, ProblemRow};

/// How many problems are told at once.
const AT_ONCE: usize = 100;

/// Says where a problem is, what was met and what to do.
pub(super) fn told(problem: &Problem, locale: Locale) -> String {
    if locale == Locale::Zh { problem.zh() } else { problem.en() }
}

/// Returns the problems that are looked at, as they are narrowed.
pub(super) fn problems(reader: &Reader, report: &ImportReport, locale: Locale) -> ProblemList {
    let found = reader.problems(report);
    let first = reader.first_problem;
    let end = found.len().min(first + AT_ONCE);
    let row = |problem: &&Problem| ProblemRow {
        file: problem.file_name.to_string(),
        sheet_row: problem.at.map(|at| at.sheet_row),
        level: problem.level,
        words: told(problem, locale),
    };
    ProblemList {
        refused: report.problems.count(Level::Refused),
        noticed: report.problems.count(Level::Notice),
        kept: report.problems.kept().len(),
        file: reader.problems_of,
        level: reader.problem_level,
        count: found.len(),
        first,
        previous: first.checked_sub(AT_ONCE),
        next: (end < found.len()).then_some(end),
        rows: found.iter().skip(first).take(AT_ONCE).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::import::Corrections;
    use crate::worker::messages::ReportChoice;

    /// A table whose every row is refused.
    fn refused(rows: usize) -> ImportReport {
        let rows = "91150203MAE0YWCM6X,示例\n".repeat(rows);
        read(&["统一社会信用代码,企业名称,登记状态\n", &rows].concat(), &Corrections::default())
    }

    #[test]
    fn a_hundred_are_told_at_once_and_the_others_follow() {
        let report = refused(230);
        let mut reader = Reader::default();
        let mut pages = Vec::new();
        loop {
            let shown = problems(&reader, &report, Locale::Zh);
            assert_eq!((shown.refused, shown.count), (230, 230));
            pages.push((shown.previous, shown.rows[0].sheet_row, shown.rows.len()));
            let Some(next) = shown.next else { break };
            reader.choose(&ReportChoice::ProblemsFrom(next), &report);
        }
        assert_eq!(pages, [(None, Some(2), 100), (Some(0), Some(102), 100), (Some(100), Some(202), 30)]);
    }

    #[test]
    fn another_level_begins_with_its_first_and_a_hundred_have_no_next() {
        let report = refused(100);
        let mut reader = Reader::default();
        assert_eq!(problems(&reader, &report, Locale::Zh).next, None);
        reader.choose(&ReportChoice::ProblemsFrom(50), &report);
        reader.choose(&ReportChoice::ProblemLevel(Some(Level::Notice)), &report);
        let noticed = problems(&reader, &report, Locale::Zh);
        assert_eq!((noticed.count, noticed.first, noticed.refused), (0, 0, 100));
        assert!(noticed.rows.is_empty());
        reader.choose(&ReportChoice::ProblemsOf(Some(0)), &report);
        reader.choose(&ReportChoice::ProblemLevel(None), &report);
        let all = problems(&reader, &report, Locale::En);
        assert_eq!((all.count, all.file, all.level), (100, Some(0), None));
        assert_eq!(all.rows[0].words, report.problems.kept()[0].en());
    }
}
