//! What must be true of every import.

use xinheng::assess::Assessor;
use xinheng::builtin;
use xinheng::facts::Date;
use xinheng::import::{Gb18030, Import, Importer, Level};

/// An importer as programs outside of a browser make it.
pub fn importer() -> Importer {
    Importer::new(|| Box::new(Gb18030::default()))
}

/// The day on which everything is judged.
pub fn today() -> Date {
    Date::from_ymd_opt(2026, 11, 21).expect("a day of the calendar")
}

/// Holds what a reader of the report relies on, and judges every enterprise. Returns how many there are.
pub fn check(import: &Import) -> usize {
    let report = &import.report;
    for problem in report.problems.kept() {
        let (zh, en) = (problem.zh(), problem.en());
        assert!(zh.ends_with('。') && en.ends_with('.'), "{} says {zh} and {en}", problem.code());
        assert!(problem.file < report.files.len().max(1), "{} is of no file", problem.code());
    }
    for file in &report.files {
        assert!(file.refused_rows <= file.rows, "more rows are refused than there are: {file:?}");
    }
    assert!(import.registered <= import.enterprises.len());
    let nothing_read = import.enterprises.is_empty() && report.natural_persons == 0;
    let rows: usize = report.files.iter().map(|file| file.rows).sum();
    let told = report.problems.count(Level::Refused) + report.problems.count(Level::Notice);
    assert!(!nothing_read || rows == 0 || told > 0, "rows without an enterprise and without a word: {report:?}");
    let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), today());
    for enterprise in &import.enterprises {
        assert_eq!(assessor.classify(enterprise), assessor.outline(enterprise).verdict, "{enterprise:?}");
    }
    import.enterprises.len()
}

/// Holds that two ways to the same facts tell the same.
pub fn assert_same(one: &Import, other: &Import) {
    assert_eq!(one.enterprises, other.enterprises);
    assert_eq!(one.registered, other.registered);
    assert_eq!(one.report.files, other.report.files);
    assert_eq!(one.report.problems.kept(), other.report.problems.kept());
    assert!(one.report.problems.counts().eq(other.report.problems.counts()));
    assert_eq!(one.report.duplicates, other.report.duplicates);
    assert_eq!(one.report.natural_persons, other.report.natural_persons);
    assert_eq!(one.report.joined_by_name, other.report.joined_by_name);
}
