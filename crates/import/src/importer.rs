//! The front of the import: files in, enterprises out.

mod around;
mod head;

use self::around::Around;
use super::corrections::Corrections;
use super::decode::Decoder;
use super::described::authorities;
use super::file::{OpenFile, Stage};
use super::gather::Gathered;
use super::join;
use super::limits::{Limits, grouped, megabytes};
use super::markup::Part;
use super::problem::{Fault, Level, Problems};
use super::report::{FileReport, Import, ImportReport, UnknownWord, unknown_words};
use super::row::{Details, Source};
use super::table::Tally;
use facts::Date;
use pack::Figure;

/// Reads the files of an office, one after the other, in any order.
///
/// For each file in text form [`open`](Importer::open), [`feed`](Importer::feed) with its bytes in pieces of any size,
/// and [`close`](Importer::close). For each workbook, see [`is_workbook`](super::is_workbook), whoever unpacks it calls
/// [`open`](Importer::open), then for each sheet [`sheet`](Importer::sheet) and [`rows`](Importer::rows), and
/// [`close`](Importer::close). At the end [`finish`](Importer::finish). In between, [`files`](Importer::files) tells how
/// far it is.
pub struct Importer {
    gb18030: fn() -> Box<dyn Decoder>,
    limits: Limits,
    corrections: Corrections,
    figures: Vec<Figure>,
    today: Option<Date>,
    open: Option<OpenFile>,
    /// The archive whose files are being read.
    archive: Option<Around>,
    /// The folder that files came from.
    folder: Option<Around>,
    sources: Vec<Source>,
    files: Vec<FileReport>,
    gathered: Gathered,
    problems: Problems,
    /// The rows of all files so far.
    rows: usize,
}

/// A sheet of a workbook, before its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet<'s> {
    pub name: &'s str,
    /// Whether the workbook hides it: then it is not read.
    pub hidden: bool,
    /// Whether its days are counted from 1904, as old workbooks of one system do.
    pub from_1904: bool,
}

impl Importer {
    /// An importer that reads GB18030 with the decoders that `gb18030` makes, a new one for each file.
    #[must_use]
    pub fn new(gb18030: fn() -> Box<dyn Decoder>) -> Self {
        Self {
            gb18030,
            limits: Limits::default(),
            corrections: Corrections::default(),
            figures: Vec::new(),
            today: None,
            open: None,
            archive: None,
            folder: None,
            sources: Vec::new(),
            files: Vec::new(),
            gathered: Gathered::default(),
            problems: Problems::default(),
            rows: 0,
        }
    }

    /// Reads no more than this.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// How much is read.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Reads files of the shapes that a person has corrected as that person said.
    #[must_use]
    pub fn with_corrections(self, corrections: Corrections) -> Self {
        Self { corrections, ..self }
    }

    /// Reads columns of a register that are called like these figures of the rules.
    #[must_use]
    pub fn with_figures(self, figures: &[Figure]) -> Self {
        Self { figures: figures.to_vec(), ..self }
    }

    /// Notices facts that are later than this day, that of reading.
    #[must_use]
    pub fn with_today(self, today: Date) -> Self {
        Self { today: Some(today), ..self }
    }

    /// Begins a file. The name is for showing only. A file that is still open is closed.
    pub fn open(&mut self, name: &str) {
        self.close();
        self.open = Some(OpenFile::new(self.gb18030, self.files.len()));
        self.add_report(name);
    }

    /// Adds a report for the file or sheet that is read next.
    fn add_report(&mut self, name: &str) {
        self.gathered.files.push(name.into());
        let (file, name) = (self.files.len(), name.to_owned());
        let today = self.today;
        self.sources.push(Source {
            file,
            name: name.as_str().into(),
            sheet: None,
            from_1904: false,
            whose: None,
            today,
        });
        self.files.push(FileReport { name, ..FileReport::default() });
    }

    /// Begins a sheet of the open file. Returns whether its rows are wanted.
    pub fn sheet(&mut self, sheet: Sheet<'_>) -> bool {
        if self.open.as_ref().is_some_and(OpenFile::has_sheets) {
            self.take_text("", true, true);
        }
        let Some(open) = &mut self.open else { return false };
        open.begin_sheet(sheet.name);
        if sheet.hidden {
            open.pass_over_sheet();
            return false;
        }
        if !std::mem::replace(&mut open.report_is_free, true) {
            let name = self.sources.last().map(|source| source.name.clone()).unwrap_or_default();
            self.add_report(&name);
        }
        if let (Some(file), Some(source)) = (self.files.last_mut(), self.sources.last_mut()) {
            // What was seen of a sheet that is no table goes with it.
            (file.unread, file.rows, file.refused_rows) = (false, 0, 0);
            file.sheet = Some(sheet.name.to_owned());
            (source.sheet, source.from_1904) = (Some(sheet.name.into()), sheet.from_1904);
        }
        self.open.as_ref().is_some_and(OpenFile::wants_rows)
    }

    /// Takes the next rows of the sheet, as [`SheetText`](super::SheetText) writes them. Returns whether more of the
    /// sheet are wanted.
    pub fn rows(&mut self, text: &str) -> bool {
        self.take_text(text, false, true);
        self.open.as_ref().is_some_and(OpenFile::wants_rows)
    }

    /// Takes the next bytes of the file. Returns whether more of it is wanted: a file that turned out to
    /// be no table need not be read to its end.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        let mut too_large = false;
        if let Some(file) = self.files.last_mut() {
            file.bytes += bytes.len() as u64;
            too_large = file.bytes > self.limits.text_bytes;
        }
        if too_large && self.wants_bytes() {
            self.refuse(Fault::FileTooLarge);
        }
        self.advance(bytes, false);
        self.wants_bytes()
    }

    fn wants_bytes(&self) -> bool {
        self.open.as_ref().is_some_and(OpenFile::wants_bytes)
    }

    /// What makes decoders of GB18030.
    #[cfg(feature = "sheets")]
    pub(super) fn decoder(&self) -> fn() -> Box<dyn Decoder> {
        self.gb18030
    }

    /// Counts bytes of the open file that come as rows.
    #[cfg(feature = "sheets")]
    pub(super) fn count_bytes(&mut self, bytes: usize) {
        if let Some(file) = self.files.last_mut() {
            file.bytes += bytes as u64;
        }
    }

    /// Refuses the open file, or what was not read of it: whoever unpacks a workbook has met what it cannot read.
    pub fn refuse(&mut self, fault: Fault) {
        let Some(open) = &mut self.open else { return };
        let Some(source) = self.sources.get(open.first_report) else { return };
        let limits = self.limits;
        let value = match fault {
            Fault::WorkbookTooLarge => megabytes(limits.workbook_bytes),
            Fault::FileTooLarge => megabytes(limits.text_bytes),
            Fault::UnpackedTooLarge => megabytes(limits.unpacked_bytes),
            Fault::UnpackedTooFar => grouped(limits.unpacked_times),
            Fault::TooManySheets | Fault::TooManyMembers => grouped(limits.sheets as u64),
            Fault::WorkbookTooManyCells => grouped(limits.cells),
            Fault::TooManyRows => grouped(limits.rows as u64),
            _ => String::new(),
        };
        let read: usize = self.files.iter().skip(open.first_report).map(|file| file.rows).sum();
        let hint = if read > 0 { grouped(read as u64) } else { String::new() };
        let details = Details { value: &value, hint, ..Details::default() };
        // Of a table that is not read it was told already; its rows are not counted further.
        if !matches!(open.stage, Stage::Unread(_)) {
            source.whole_file().note(&mut self.problems, Level::Refused, fault, details);
        }
        open.stage = Stage::Over;
        open.refused = true;
        for file in self.files.iter_mut().skip(open.first_report) {
            (file.cut_short, file.unread) = (true, file.header_row.is_none());
        }
    }

    /// Ends the file.
    pub fn close(&mut self) {
        self.end(true);
        let archive = self.archive.take();
        self.tell_left_out(archive);
    }

    /// Ends a file of which only the beginning was given, to see what it is: a row that is cut off is not read.
    pub fn close_early(&mut self) {
        self.end(false);
    }

    fn end(&mut self, whole: bool) {
        self.advance(&[], true);
        self.take_text("", true, whole);
        let Some(open) = self.open.take() else { return };
        let Some(source) = self.sources.get(open.first_report).map(Source::whole_file) else { return };
        if open.lost_characters > 0 && whole {
            let value = open.lost_characters.to_string();
            let details = Details { value: &value, ..Details::default() };
            source.note(&mut self.problems, Level::Notice, Fault::CharactersLost, details);
        }
        if let Some((level, fault, value)) = open.told_of_sheets() {
            let details = Details { value: &value, ..Details::default() };
            source.note(&mut self.problems, level, fault, details);
        }
        if open.report_is_free && self.files.len() > open.first_report + 1 {
            // The last sheet was no table.
            self.forget_report();
        }
    }

    /// Takes back the last report.
    fn forget_report(&mut self) {
        self.files.pop();
        self.sources.pop();
        self.gathered.files.pop();
    }

    /// The files so far; the last may still be open. For showing how far the import is.
    #[must_use]
    pub fn files(&self) -> &[FileReport] {
        &self.files
    }

    /// The problems so far. What only joining can tell, and the order, come with [`finish`](Importer::finish).
    #[must_use]
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    /// The words so far, of the file at this place of [`files`](Importer::files), that its columns do not know, as far
    /// as their problems were kept; the most frequent first.
    #[must_use]
    pub fn unknown_words(&self, file: usize) -> Vec<UnknownWord> {
        let kind = self.files.get(file).and_then(|file| file.kind);
        kind.map(|kind| unknown_words(&self.problems, file, kind)).unwrap_or_default()
    }

    /// Joins the facts of all files to their enterprises.
    #[must_use]
    pub fn finish(mut self) -> Import {
        self.close();
        let folder = self.folder.take();
        self.tell_left_out(folder);
        let natural_persons = self.gathered.natural_persons;
        let joined = join::join(self.gathered, &self.sources, &mut self.problems);
        for (file, refused) in self.files.iter_mut().zip(joined.refused_rows) {
            file.refused_rows += refused;
        }
        self.problems.sort();
        join::tell_once(&joined.duplicates, &mut self.problems, &mut self.files);
        let report = ImportReport {
            files: self.files,
            problems: self.problems,
            duplicates: joined.duplicates,
            natural_persons,
            joined_by_name: joined.joined_by_name,
        };
        Import { enterprises: joined.enterprises, registered: joined.registered, remarks: joined.remarks, report }
    }

    /// Takes bytes to text, and the text on to its rows.
    fn advance(&mut self, bytes: &[u8], last: bool) {
        let Some(open) = self.open.as_mut().filter(|open| open.is_text() && open.wants_bytes()) else { return };
        let parts = match open.text_of(bytes, last, self.limits) {
            Ok(parts) => parts,
            Err(fault) => return self.refuse(fault),
        };
        if let Some(file) = self.files.last_mut() {
            file.encoding = open.encoding();
        }
        for part in parts {
            match part {
                Part::Sheet(name) => {
                    self.sheet(Sheet { name: &name, ..Sheet::default() });
                }
                Part::Rows(text) => self.take_text(&text, false, true),
            }
        }
    }

    /// Takes the next text of a table. With `last` there is no more; its last row is read when it is `whole`.
    fn take_text(&mut self, text: &str, last: bool, whole: bool) {
        match self.open.as_mut().map(|open| &mut open.stage) {
            Some(Stage::Head(head)) => {
                head.push_str(text);
                self.look_for_header(last);
            }
            Some(Stage::Rows(table)) => table.text().push_str(text),
            Some(Stage::Unread(unread)) => unread.text().push_str(text),
            Some(Stage::Over) | None => return,
        }
        let (Some(open), Some(source), Some(file)) = (self.open.as_mut(), self.sources.last(), self.files.last_mut())
        else {
            return;
        };
        let table = match &mut open.stage {
            Stage::Rows(table) => table,
            Stage::Unread(unread) => {
                let rows = unread.count(last && whole);
                (file.rows, file.refused_rows) = (file.rows + rows, file.refused_rows + rows);
                return self.count(rows);
            }
            Stage::Head(_) | Stage::Over => return,
        };
        let mut tally = Tally::default();
        let read = table.read_rows(last && whole, source, &mut self.gathered, &mut self.problems, &mut tally);
        file.rows += tally.rows;
        file.refused_rows += tally.refused;
        let header = std::iter::once(&table.header);
        file.samples = header.chain(&table.samples).cloned().collect();
        file.authorities = authorities(table);
        if let Err(fault) = read {
            source.note(&mut self.problems, Level::Notice, fault, Details::default());
            open.stage = Stage::Over;
        }
        self.count(tally.rows);
    }

    /// Counts rows of the open file, which is refused from there on where they are too many.
    fn count(&mut self, rows: usize) {
        self.rows += rows;
        if self.rows > self.limits.rows {
            self.refuse(Fault::TooManyRows);
        }
    }
}
