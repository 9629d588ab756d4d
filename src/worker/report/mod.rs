//! What was read, as the page shows it: what each file was taken for, what could not be used, and what a person corrects
//! of it before the same files are read again.
//!
//! The page knows nothing of it. It sends what was chosen, as a name with a value, and draws what comes back; what is
//! chosen is remembered here.

mod authorities;
mod file;
mod page;
mod problems;
mod recognised;

use crate::import::{Correction, Corrections, FileKind, FileReport, ImportReport, Level, Problem};

pub(super) use file::table;
pub(super) use page::draw;

/// So many things that are wrong with files are told at once.
const TOLD_AT_ONCE: usize = 3;

/// What was wrong with files of which nothing could be read, in both languages.
pub(super) fn faults(report: &ImportReport) -> Vec<(String, String)> {
    let refused = report.problems.kept().iter().filter(|problem| problem.level == Level::Refused);
    let told = |problem: &Problem| {
        let name = &problem.file_name;
        (format!("“{name}”：{}", problem.zh()), format!("“{name}”: {}", problem.en()))
    };
    refused.take(TOLD_AT_ONCE).map(told).collect()
}

/// What stands for none in a value.
const NONE: &str = "-";

/// How the report is looked at, and what was said of the files.
#[derive(Default)]
pub(super) struct Reader {
    /// What was said by which the files were read.
    said: Corrections,
    /// The same with what has been said since.
    draft: Corrections,
    /// The rows, among the first of a file without a header, that were named as its header.
    headers: Vec<(usize, usize)>,
    /// The file whose recognition is shown; without one, the first that needs a person.
    shown: Option<usize>,
    /// What the problems are narrowed to, and the first of them that is shown.
    file: Option<usize>,
    level: Option<Level>,
    from: usize,
    /// Whether the files were read again, and not opened.
    again: bool,
}

/// A word in a file that is not known, or for which a person has said what it means.
struct Word {
    column: String,
    word: String,
    /// In how many cells it stands unknown.
    count: usize,
    known: Vec<&'static str>,
}

impl Reader {
    /// Begins with what was said of files that were read before.
    pub(super) fn of(corrections: Corrections) -> Self {
        Self { draft: corrections.clone(), said: corrections, ..Self::default() }
    }

    /// By what the files are to be read.
    pub(super) fn said(&self) -> &Corrections {
        &self.said
    }

    /// The same for the files that are read again: what was corrected holds from now on.
    pub(super) fn corrected(&self) -> Self {
        Self { again: true, shown: self.shown, ..Self::of(self.draft.clone()) }
    }

    /// Whether the files were read again.
    pub(super) fn is_again(&self) -> bool {
        self.again
    }

    /// Takes what was chosen. What is not known changes nothing.
    pub(super) fn choose(&mut self, name: &str, value: &str, report: &ImportReport) {
        let mut parts = name.split(' ');
        let (verb, mut places) = (parts.next().unwrap_or_default(), parts.map_while(|part| part.parse().ok()));
        let chosen = value.parse().ok();
        match verb {
            "shown" => self.shown = chosen,
            "file" => (self.file, self.from) = (chosen, 0),
            "level" => {
                let level = [Level::Refused, Level::Notice].into_iter().find(|level| level.code() == value);
                (self.level, self.from) = (level, 0);
            }
            "from" => self.from = chosen.unwrap_or(0),
            _ => {
                let place: Option<usize> = places.next();
                if let Some((place, file)) = place.and_then(|place| Some((place, report.files.get(place)?))) {
                    self.correct(verb, (place, places.next()), value, file, report);
                }
            }
        }
    }

    /// Takes what was said of a file, and there of the column or word at a place.
    fn correct(
        &mut self,
        verb: &str,
        (place, of): (usize, Option<usize>),
        value: &str,
        file: &FileReport,
        report: &ImportReport,
    ) {
        let shape = self.shape(place, file).to_owned();
        match verb {
            "header" => {
                self.draft.forget(&shape);
                self.headers.retain(|(other, _)| *other != place);
                self.headers.extend(value.parse().ok().map(|row| (place, row)));
            }
            "kind" => match FileKind::ALL.into_iter().find(|kind| kind.name() == value) {
                // As it was recognised by itself; nothing needs to be said.
                Some(kind) if file.kind == Some(kind) && self.said.get(&shape).is_none() && is_table(file) => {
                    self.draft.forget(&shape);
                }
                Some(kind) => self.draft.put(Correction::new(&shape, kind)),
                None => {}
            },
            "column" => {
                if let (Some(mut correction), Some(of)) = (self.correction(place, file), of) {
                    say_column(&mut correction, of, value);
                    self.put(correction, file);
                }
            }
            "word" | "authority" => {
                let word = of.and_then(|of| match verb {
                    "word" => self.words(place, file, report).into_iter().nth(of),
                    _ => authorities::authority(file, of),
                });
                if let (Some(mut correction), Some(Word { column, word, .. })) = (self.correction(place, file), word) {
                    correction.words.retain(|(of, other, _)| (of, other) != (&column, &word));
                    if !value.is_empty() {
                        let meaning = if value == NONE { "" } else { value };
                        correction.words.push((column, word, meaning.to_owned()));
                    }
                    self.put(correction, file);
                }
            }
            "undo" => match self.said.get(&shape) {
                Some(said) => self.draft.put(said.clone()),
                None => self.draft.forget(&shape),
            },
            "forget" => self.draft.forget(&shape),
            _ => {}
        }
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

    /// The row, among the first of a file, that is its header or is taken for it: the first of those with the most cells.
    fn header(&self, place: usize, file: &FileReport) -> Option<usize> {
        if is_table(file) {
            return Some(0);
        }
        if let Some((_, row)) = self.headers.iter().find(|(other, _)| *other == place) {
            return Some(*row);
        }
        let filled = |row: usize| file.samples[row].cells.iter().filter(|cell| !cell.is_empty()).count();
        let rows = (0..file.samples.len()).rev().filter(|row| !file.samples[*row].shape.is_empty());
        rows.max_by_key(|row| filled(*row))
    }

    /// What corrections call files with this header; empty where there can be none.
    fn shape<'f>(&self, place: usize, file: &'f FileReport) -> &'f str {
        let row = self.header(place, file).and_then(|row| file.samples.get(row));
        row.map_or(&file.shape, |row| if is_table(file) { &file.shape } else { &row.shape })
    }

    /// What is said of a file by now; of one whose kind nobody knows, nothing can be.
    fn correction(&self, place: usize, file: &FileReport) -> Option<Correction> {
        let shape = self.shape(place, file);
        let said = self.draft.get(shape).cloned();
        said.or_else(|| file.kind.filter(|_| !shape.is_empty()).map(|kind| Correction::new(shape, kind)))
    }

    /// Whether something was said of a file by which it was not read yet.
    fn is_pending(&self, place: usize, file: &FileReport) -> bool {
        let shape = self.shape(place, file);
        self.draft.get(shape) != self.said.get(shape)
    }

    /// Whether something was said of any file by which it was not read yet.
    fn waits(&self, report: &ImportReport) -> bool {
        report.files.iter().enumerate().any(|(place, file)| self.is_pending(place, file))
    }

    /// The words that a file was read with without knowing them, and those that were read as a person said.
    fn words(&self, place: usize, file: &FileReport, report: &ImportReport) -> Vec<Word> {
        let mut words: Vec<Word> = report
            .unknown_words(place)
            .into_iter()
            .map(|it| Word { column: it.column.to_owned(), word: it.word, count: it.count, known: it.known })
            .collect();
        let said = self.said.get(&file.shape).filter(|said| Some(said.kind) == file.kind);
        let said = said.into_iter().flat_map(|said| &said.words);
        for (column, word, _) in said.filter(|(column, word, _)| !authorities::is_authority(file, column, word)) {
            if !words.iter().any(|known| (&known.column, &known.word) == (column, word)) {
                let known = file.kind.map(|kind| kind.words(column)).unwrap_or_default();
                words.push(Word { column: column.clone(), word: word.clone(), count: 0, known });
            }
        }
        words
    }

    /// The file whose recognition is shown.
    fn shown(&self, report: &ImportReport) -> usize {
        let places = 0..report.files.len();
        let shown = self.shown.filter(|place| places.contains(place));
        // What is no table at all comes before single words.
        let no_table = |place: &usize| !is_table(&report.files[*place]) && !report.files[*place].samples.is_empty();
        let shown = shown.or_else(|| places.clone().find(no_table));
        shown.or_else(|| places.clone().find(|place| !report.unknown_words(*place).is_empty())).unwrap_or(0)
    }

    /// The problems that the report is narrowed to, in their order.
    fn problems<'r>(&self, report: &'r ImportReport) -> Vec<&'r Problem> {
        let fits = |problem: &&Problem| {
            self.file.is_none_or(|file| file == problem.file) && self.level.is_none_or(|level| level == problem.level)
        };
        report.problems.kept().iter().filter(fits).collect()
    }
}

/// Whether a file was read as a table.
fn is_table(file: &FileReport) -> bool {
    file.header_row.is_some()
}

/// Says what a column is. Where that is what it would be anyway, nothing is said.
fn say_column(correction: &mut Correction, place: usize, value: &str) {
    let fields = correction.fields();
    let Some((name, _)) = fields.get(place) else { return };
    let field = if value == NONE { "" } else { value };
    let alone = |field: &str| field.split('（').next().unwrap_or_default().to_owned();
    // Two columns cannot be the same; what is said last holds.
    correction.columns.retain(|(other, of)| other != name && (field.is_empty() || alone(of) != alone(field)));
    let by_itself = correction.fields().into_iter().nth(place);
    if by_itself.is_none_or(|(_, of)| of != field) {
        correction.columns.push((name.clone(), field.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Decoder, Importer};

    struct Utf8;
    impl Decoder for Utf8 {
        fn decode(&mut self, _: &[u8], _: bool, _: &mut String) -> usize {
            0
        }
    }

    pub(super) fn read(text: &str, corrections: &Corrections) -> ImportReport {
        let mut importer = Importer::new(|| Box::new(Utf8)).with_corrections(corrections.clone());
        importer.open("a.csv");
        importer.feed(text.as_bytes());
        importer.close();
        importer.finish().report
    }

    const FILE: &str = "统一社会信用代码,处罚类别,处罚决定日期,送达日期,罚款金额\n\
        91150203MAE0YWCM6D,罚歀,2026-05-28,2026-06-01,5\n";

    fn column(reader: &Reader, report: &ImportReport, place: usize) -> String {
        reader.correction(0, &report.files[0]).unwrap().fields()[place].1.clone()
    }

    #[test]
    fn what_is_said_and_taken_back_leaves_nothing_to_read_again() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        assert_eq!(column(&reader, &report, 4), "罚款金额");
        for (name, value, back) in [
            ("column 0 3", "处罚决定日期", NONE),
            ("column 0 4", "罚款金额（元）", "罚款金额"),
            ("word 0 0", "罚款", ""),
            ("kind 0", "检查记录", "行政处罚"),
        ] {
            reader.choose(name, value, &report);
            assert!(reader.is_pending(0, &report.files[0]), "{name}");
            reader.choose(name, back, &report);
            assert!(!reader.is_pending(0, &report.files[0]), "{name}: {:?}", reader.draft);
        }
    }

    #[test]
    fn a_field_that_is_given_to_another_column_leaves_the_one_that_had_it() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        reader.choose("column 0 3", "处罚决定日期", &report);
        assert_eq!((column(&reader, &report, 2), column(&reader, &report, 3)), ("".into(), "处罚决定日期".into()));
        reader.choose("column 0 2", "处罚决定日期", &report);
        assert_eq!((column(&reader, &report, 2), column(&reader, &report, 3)), ("处罚决定日期".into(), "".into()));
        assert!(!reader.is_pending(0, &report.files[0]));
    }

    #[test]
    fn what_was_said_is_read_by_and_can_be_taken_back() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        reader.choose("word 0 0", "罚款", &report);
        let mut reader = reader.corrected();
        let report = read(FILE, reader.said());
        assert!(reader.is_again() && report.unknown_words(0).is_empty() && !reader.is_pending(0, &report.files[0]));
        assert_eq!(reader.words(0, &report.files[0], &report).len(), 1, "it is still there to be changed");
        reader.choose("forget 0", "", &report);
        assert!(reader.is_pending(0, &report.files[0]));
        reader.choose("undo 0", "", &report);
        assert!(!reader.is_pending(0, &report.files[0]));
    }

    #[test]
    fn the_widest_of_the_first_rows_is_taken_for_a_header_until_another_is_named() {
        let report = read("名单,,\n代码,单位,状态\n1,2,3\n", &Corrections::default());
        let mut reader = Reader::default();
        assert_eq!(reader.shape(0, &report.files[0]), "代码\t单位\t状态");
        assert!(reader.correction(0, &report.files[0]).is_none());
        reader.choose("header 0", "2", &report);
        reader.choose("kind 0", "线索", &report);
        assert_eq!(reader.correction(0, &report.files[0]), Some(Correction::new("1\t2\t3", FileKind::Leads)));
    }

    #[test]
    fn what_is_not_known_changes_nothing() {
        let report = read(FILE, &Corrections::default());
        let mut reader = Reader::default();
        for name in ["column 0 99", "column 7 0", "column", "word 0 9", "kind 0", "header 9", "undo 3", "nothing", ""] {
            reader.choose(name, "没有", &report);
            assert!(!reader.is_pending(0, &report.files[0]), "{name}");
        }
    }
}
