//! How the report is looked at, and what a person corrects before the same files are read again.

use super::authorities::{is_authority, meaning_of};
use super::is_table;
use crate::import::{Correction, Corrections, FileReport, ImportReport, Level, Problem, without_unit};
use crate::worker::messages::{FileCorrection, MetWord, ReportChoice, WordMeaning};

/// How the report is looked at, and what was said of the files.
#[derive(Default)]
pub(in crate::worker) struct Reader {
    /// What was said by which the files were read.
    said: Corrections,
    /// The same with what has been said since.
    draft: Corrections,
    /// The rows, among the first of a file without a header, that were named as its header.
    headers: Vec<(usize, usize)>,
    /// The file whose recognition is shown; without one, the first that needs a person.
    shown: Option<usize>,
    /// What the problems are narrowed to, and the first of them that is shown.
    pub(super) problems_of: Option<usize>,
    pub(super) problem_level: Option<Level>,
    pub(super) first_problem: usize,
    /// Whether the files were read again, and not opened.
    again: bool,
}

impl Reader {
    /// Begins with what was said of files that were read before.
    pub(in crate::worker) fn of(corrections: Corrections) -> Self {
        Self { draft: corrections.clone(), said: corrections, ..Self::default() }
    }

    /// Returns by what the files are to be read.
    pub(in crate::worker) fn said(&self) -> &Corrections {
        &self.said
    }

    /// Returns the same for the files that are read again: what was corrected holds from now on.
    pub(in crate::worker) fn corrected(&self) -> Self {
        Self { again: true, shown: self.shown, ..Self::of(self.draft.clone()) }
    }

    /// Returns whether the files were read again.
    pub(in crate::worker) fn is_again(&self) -> bool {
        self.again
    }

    /// Takes what was chosen. What is about nothing that was read changes nothing.
    pub(in crate::worker) fn choose(&mut self, choice: &ReportChoice, report: &ImportReport) {
        match choice {
            ReportChoice::File(file) => self.shown = Some(*file),
            ReportChoice::ProblemsOf(file) => (self.problems_of, self.first_problem) = (*file, 0),
            ReportChoice::ProblemLevel(level) => (self.problem_level, self.first_problem) = (*level, 0),
            ReportChoice::ProblemsFrom(first) => self.first_problem = *first,
            ReportChoice::Correct(index, correction) => {
                if let Some(file) = report.files.get(*index) {
                    self.correct((*index, file), correction, report);
                }
            }
        }
    }

    /// Takes what was said of a file.
    fn correct(&mut self, (index, file): (usize, &FileReport), said: &FileCorrection, report: &ImportReport) {
        let shape = self.shape(index, file).to_owned();
        match said {
            FileCorrection::Header(row) => {
                self.draft.forget(&shape);
                self.headers.retain(|(other, _)| *other != index);
                self.headers.push((index, *row));
            }
            // As it was recognised by itself; nothing needs to be said.
            FileCorrection::Kind(kind)
                if file.kind == Some(*kind) && self.said.get(&shape).is_none() && is_table(file) =>
            {
                self.draft.forget(&shape);
            }
            FileCorrection::Kind(kind) => self.draft.put(Correction::new(&shape, *kind)),
            FileCorrection::Column { index: column, field } => {
                if let Some(mut correction) = self.correction(index, file) {
                    say_column(&mut correction, *column, field.as_deref());
                    self.put(correction, file);
                }
            }
            FileCorrection::Word { column, word, meaning } => {
                let is_met = |met: &MetWord| (&met.column, &met.word) == (column, word);
                if self.words(index, file, report).iter().any(is_met) {
                    let meaning = match meaning {
                        WordMeaning::Unchanged => None,
                        WordMeaning::Blank => Some(""),
                        WordMeaning::Known(meaning) => Some(meaning.as_str()),
                    };
                    self.say_word((index, file), (column, word), meaning);
                }
            }
            FileCorrection::Authority { column, name, system } => {
                if is_authority(file, column, name) {
                    self.say_word((index, file), (column, name), system.map(meaning_of));
                }
            }
            FileCorrection::DropChanges => match self.said.get(&shape) {
                Some(said) => self.draft.put(said.clone()),
                None => self.draft.forget(&shape),
            },
            FileCorrection::TakeBack => self.draft.forget(&shape),
        }
    }

    /// Says what a word in a column means, nothing where the cell counts as empty; or that it means itself.
    fn say_word(&mut self, (index, file): (usize, &FileReport), (column, word): (&str, &str), meaning: Option<&str>) {
        let Some(mut correction) = self.correction(index, file) else { return };
        correction.words.retain(|(of, other, _)| (of.as_str(), other.as_str()) != (column, word));
        let said = meaning.map(|meaning| (column.to_owned(), word.to_owned(), meaning.to_owned()));
        correction.words.extend(said);
        self.put(correction, file);
    }

    /// Remembers what was said, unless nothing is left of it.
    fn put(&mut self, correction: Correction, file: &FileReport) {
        let says_nothing = correction.columns.is_empty() && correction.words.is_empty();
        let unneeded =
            is_table(file) && file.kind == Some(correction.kind) && self.said.get(&correction.shape).is_none();
        if says_nothing && unneeded {
            self.draft.forget(&correction.shape);
        } else {
            self.draft.put(correction);
        }
    }

    /// Returns the row, among the first of a file, that is its header or is taken for it: the first of those with the most
    /// cells.
    pub(super) fn header(&self, index: usize, file: &FileReport) -> Option<usize> {
        if is_table(file) {
            return Some(0);
        }
        if let Some((_, row)) = self.headers.iter().find(|(other, _)| *other == index) {
            return Some(*row);
        }
        let filled = |row: usize| file.samples[row].cells.iter().filter(|cell| !cell.is_empty()).count();
        let rows = (0..file.samples.len()).rev().filter(|row| !file.samples[*row].shape.is_empty());
        rows.max_by_key(|row| filled(*row))
    }

    /// Returns what corrections call files with this header; empty where there can be none.
    pub(super) fn shape<'f>(&self, index: usize, file: &'f FileReport) -> &'f str {
        let row = self.header(index, file).and_then(|row| file.samples.get(row));
        row.map_or(&file.shape, |row| if is_table(file) { &file.shape } else { &row.shape })
    }

    /// Returns what is said of a file by now; of one whose kind nobody knows, nothing can be.
    pub(super) fn correction(&self, index: usize, file: &FileReport) -> Option<Correction> {
        let shape = self.shape(index, file);
        let said = self.draft.get(shape).cloned();
        said.or_else(|| file.kind.filter(|_| !shape.is_empty()).map(|kind| Correction::new(shape, kind)))
    }

    /// Returns whether something was said of a file by which it was not read yet.
    pub(super) fn is_pending(&self, index: usize, file: &FileReport) -> bool {
        let shape = self.shape(index, file);
        self.draft.get(shape) != self.said.get(shape)
    }

    /// Returns whether something was said of any file by which it was not read yet.
    pub(super) fn waits(&self, report: &ImportReport) -> bool {
        report.files.iter().enumerate().any(|(index, file)| self.is_pending(index, file))
    }

    /// Returns whether a file was read by corrections, which still hold.
    pub(super) fn is_corrected(&self, index: usize, file: &FileReport) -> bool {
        self.draft.get(self.shape(index, file)).is_some() && self.said.get(&file.shape).is_some()
    }

    /// Returns the words that a file was read with without knowing them, and those that were read as a person said.
    pub(super) fn words(&self, index: usize, file: &FileReport, report: &ImportReport) -> Vec<MetWord> {
        let now = self.correction(index, file).map(|correction| correction.words).unwrap_or_default();
        let meaning = |column: &str, word: &str| {
            let said = now.iter().find(|(of, other, _)| (of.as_str(), other.as_str()) == (column, word));
            match said.map(|(.., meaning)| meaning.as_str()) {
                None => WordMeaning::Unchanged,
                Some("") => WordMeaning::Blank,
                Some(meaning) => WordMeaning::Known(meaning.to_owned()),
            }
        };
        let met = |column: &str, word: &str, cells: usize, known: Vec<&str>| MetWord {
            column: column.to_owned(),
            word: word.to_owned(),
            cells,
            known: known.into_iter().map(str::to_owned).collect(),
            meaning: meaning(column, word),
        };
        let unknown = report.unknown_words(index).into_iter();
        let mut words: Vec<MetWord> = unknown.map(|it| met(it.column, &it.word, it.count, it.known)).collect();
        let said = self.said.get(&file.shape).filter(|said| Some(said.kind) == file.kind);
        let said = said.into_iter().flat_map(|said| &said.words);
        for (column, word, _) in said.filter(|(column, word, _)| !is_authority(file, column, word)) {
            if !words.iter().any(|known| (&known.column, &known.word) == (column, word)) {
                let known = file.kind.map(|kind| kind.words(column)).unwrap_or_default();
                words.push(met(column, word, 0, known));
            }
        }
        words
    }

    /// Returns the file whose recognition is shown.
    pub(super) fn shown(&self, report: &ImportReport) -> usize {
        let files = 0..report.files.len();
        let shown = self.shown.filter(|file| files.contains(file));
        // What is no table at all comes before single words.
        let no_table = |file: &usize| !is_table(&report.files[*file]) && !report.files[*file].samples.is_empty();
        let shown = shown.or_else(|| files.clone().find(no_table));
        shown.or_else(|| files.clone().find(|file| !report.unknown_words(*file).is_empty())).unwrap_or(0)
    }

    /// Returns the problems that the report is narrowed to, in their order.
    pub(super) fn problems<'r>(&self, report: &'r ImportReport) -> Vec<&'r Problem> {
        let fits = |problem: &&Problem| {
            self.problems_of.is_none_or(|file| file == problem.file)
                && self.problem_level.is_none_or(|level| level == problem.level)
        };
        report.problems.kept().iter().filter(fits).collect()
    }
}

/// Says what a column is, or that it is not used. Where that is what it would be anyway, nothing is said.
fn say_column(correction: &mut Correction, index: usize, field: Option<&str>) {
    let columns = correction.fields();
    let Some((name, _)) = columns.get(index) else { return };
    let field = field.unwrap_or_default();
    // Two columns cannot be the same; what is said last holds.
    let is_same = |other: &str| !field.is_empty() && without_unit(other) == without_unit(field);
    correction.columns.retain(|(other, of)| other != name && !is_same(of));
    let by_itself = correction.fields().into_iter().nth(index);
    if by_itself.is_none_or(|(_, of)| of != field) {
        correction.columns.push((name.clone(), field.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::import::FileKind;

    const FILE: &str = "统一社会信用代码,处罚类别,处罚决定日期,送达日期,罚款金额\n\
        91150203MAE0YWCM6D,罚歀,2026-05-28,2026-06-01,5\n";

    fn of_file(correction: FileCorrection) -> ReportChoice {
        ReportChoice::Correct(0, correction)
    }

    fn column_is(index: usize, field: &str) -> FileCorrection {
        FileCorrection::Column { index, field: Some(field.to_owned()).filter(|field| !field.is_empty()) }
    }

    fn word_means(word: &str, meaning: WordMeaning) -> FileCorrection {
        FileCorrection::Word { column: "处罚类别".to_owned(), word: word.to_owned(), meaning }
    }

    fn column(reader: &Reader, report: &ImportReport, index: usize) -> String {
        reader.correction(0, &report.files[0]).unwrap().fields()[index].1.clone()
    }

    #[test]
    fn what_is_said_and_taken_back_leaves_nothing_to_read_again() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        assert_eq!(column(&reader, &report, 4), "罚款金额");
        for (said, back) in [
            (column_is(3, "处罚决定日期"), column_is(3, "")),
            (column_is(4, "罚款金额（元）"), column_is(4, "罚款金额")),
            (word_means("罚歀", WordMeaning::Known("罚款".to_owned())), word_means("罚歀", WordMeaning::Unchanged)),
            (FileCorrection::Kind(FileKind::Inspections), FileCorrection::Kind(FileKind::Penalties)),
        ] {
            reader.choose(&of_file(said.clone()), &report);
            assert!(reader.is_pending(0, &report.files[0]), "{said:?}");
            reader.choose(&of_file(back), &report);
            assert!(!reader.is_pending(0, &report.files[0]), "{said:?}: {:?}", reader.draft);
        }
    }

    #[test]
    fn a_field_that_is_given_to_another_column_leaves_the_one_that_had_it() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        reader.choose(&of_file(column_is(3, "处罚决定日期")), &report);
        assert_eq!((column(&reader, &report, 2), column(&reader, &report, 3)), ("".into(), "处罚决定日期".into()));
        reader.choose(&of_file(column_is(2, "处罚决定日期")), &report);
        assert_eq!((column(&reader, &report, 2), column(&reader, &report, 3)), ("处罚决定日期".into(), "".into()));
        assert!(!reader.is_pending(0, &report.files[0]));
    }

    #[test]
    fn what_was_said_is_read_by_and_can_be_taken_back() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        let met = reader.words(0, &report.files[0], &report);
        assert_eq!((met[0].word.as_str(), met[0].cells, &met[0].meaning), ("罚歀", 1, &WordMeaning::Unchanged));
        reader.choose(&of_file(word_means("罚歀", WordMeaning::Known("罚款".to_owned()))), &report);
        let mut reader = reader.corrected();
        let report = read(FILE, reader.said());
        assert!(reader.is_again() && report.unknown_words(0).is_empty() && !reader.is_pending(0, &report.files[0]));
        let met = reader.words(0, &report.files[0], &report);
        assert_eq!(met.len(), 1, "it is still there to be changed");
        assert_eq!((met[0].cells, &met[0].meaning), (0, &WordMeaning::Known("罚款".to_owned())));
        reader.choose(&of_file(FileCorrection::TakeBack), &report);
        assert!(reader.is_pending(0, &report.files[0]));
        reader.choose(&of_file(FileCorrection::DropChanges), &report);
        assert!(!reader.is_pending(0, &report.files[0]));
    }

    #[test]
    fn the_widest_of_the_first_rows_is_taken_for_a_header_until_another_is_named() {
        let report = read("名单,,\n代码,单位,状态\n1,2,3\n", &Corrections::default());
        let mut reader = Reader::default();
        assert_eq!(reader.shape(0, &report.files[0]), "代码\t单位\t状态");
        assert!(reader.correction(0, &report.files[0]).is_none());
        reader.choose(&of_file(FileCorrection::Header(2)), &report);
        reader.choose(&of_file(FileCorrection::Kind(FileKind::Leads)), &report);
        assert_eq!(reader.correction(0, &report.files[0]), Some(Correction::new("1\t2\t3", FileKind::Leads)));
    }

    #[test]
    fn what_is_about_nothing_that_was_read_changes_nothing() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        let known = || WordMeaning::Known("罚款".to_owned());
        for choice in [
            of_file(column_is(99, "没有")),
            of_file(word_means("没有", known())),
            of_file(FileCorrection::DropChanges),
            ReportChoice::Correct(7, column_is(0, "没有")),
            ReportChoice::Correct(9, FileCorrection::Header(1)),
            ReportChoice::Correct(3, FileCorrection::DropChanges),
            ReportChoice::File(9),
        ] {
            reader.choose(&choice, &report);
            assert!(!reader.is_pending(0, &report.files[0]), "{choice:?}");
        }
        assert_eq!(reader.shown(&report), 0);
    }
}
