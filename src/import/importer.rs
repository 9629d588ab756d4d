//! The front of the import: files in, enterprises out.

use super::columns::FileKind;
use super::decode::{Decoder, Encoding};
use super::detect::TextStream;
use super::gather::Gathered;
use super::join::{self, Duplicate};
use super::problem::{Fault, Level, Problems};
use super::row::{Details, Source};
use super::table::{Head, Table, Tally, read_head};
use crate::facts::Enterprise;

/// What is known of one file, during and after its reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    pub name: String,
    /// What it is, by its columns; `None` while that is not known, or when it is no such file.
    pub kind: Option<FileKind>,
    /// `None` when all of it is ASCII.
    pub encoding: Option<Encoding>,
    pub delimiter: Option<char>,
    /// The row of the header, as a spreadsheet counts; what stands above was passed over.
    pub header_row: Option<u32>,
    /// The columns that were recognised: the name in the file and the name in the layout.
    pub columns: Vec<(String, String)>,
    /// The columns that are not used, but for those about persons, which are not even named.
    pub unused_columns: Vec<String>,
    /// Bytes taken so far.
    pub bytes: u64,
    /// Rows below the header, without blank and total rows.
    pub rows: usize,
    /// How many of them could not be used.
    pub refused_rows: usize,
}

/// What the files gave.
#[derive(Debug, Default)]
pub struct Import {
    /// Those of the register in its order, then those known only from other files, by their codes.
    pub enterprises: Vec<Enterprise>,
    /// How many of them stand in the register.
    pub registered: usize,
    pub report: ImportReport,
}

/// What became of the files and their rows.
#[derive(Debug, Default)]
pub struct ImportReport {
    /// The files, in the order in which they were given.
    pub files: Vec<FileReport>,
    pub problems: Problems,
    /// The rows that tell a penalty a second time.
    pub duplicates: Vec<Duplicate>,
    /// Rows about natural persons, which were left out.
    pub natural_persons: usize,
    /// Rows without a code that joined by their name.
    pub joined_by_name: usize,
}

/// Reads the files of an office, one after the other, in any order.
///
/// For each file [`open`](Importer::open), [`feed`](Importer::feed) with its bytes in pieces of any size, and
/// [`close`](Importer::close); at the end [`finish`](Importer::finish). In between, [`files`](Importer::files) tells
/// how far it is.
pub struct Importer {
    gb18030: fn() -> Box<dyn Decoder>,
    open: Option<OpenFile>,
    sources: Vec<Source>,
    files: Vec<FileReport>,
    gathered: Gathered,
    problems: Problems,
}

struct OpenFile {
    stream: TextStream,
    stage: Stage,
    lost_characters: usize,
}

enum Stage {
    /// The header is looked for in this text.
    Head(String),
    Rows(Box<Table>),
    /// No more of the file is read.
    Over,
}

impl Importer {
    /// An importer that reads GB18030 with the decoders that `gb18030` makes, a new one for each file.
    #[must_use]
    pub fn new(gb18030: fn() -> Box<dyn Decoder>) -> Self {
        Self {
            gb18030,
            open: None,
            sources: Vec::new(),
            files: Vec::new(),
            gathered: Gathered::default(),
            problems: Problems::default(),
        }
    }

    /// Begins a file. The name is for showing only. A file that is still open is closed.
    pub fn open(&mut self, name: &str) {
        self.close();
        self.gathered.files.push(name.into());
        self.sources.push(Source { file: self.files.len(), name: name.into(), whose: None });
        self.files.push(FileReport { name: name.to_owned(), ..FileReport::default() });
        self.open = Some(OpenFile {
            stream: TextStream::new(self.gb18030),
            stage: Stage::Head(String::new()),
            lost_characters: 0,
        });
    }

    /// Takes the next bytes of the file. Returns whether more of it is wanted: a file that turned out to
    /// be no table need not be read to its end.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        if let Some(file) = self.files.last_mut() {
            file.bytes += bytes.len() as u64;
        }
        self.advance(bytes, false);
        self.open.as_ref().is_some_and(|open| !matches!(open.stage, Stage::Over))
    }

    /// Ends the file.
    pub fn close(&mut self) {
        self.advance(&[], true);
        let (Some(open), Some(source)) = (self.open.take(), self.sources.last()) else { return };
        if open.lost_characters > 0 {
            let value = open.lost_characters.to_string();
            let details = Details { value: &value, ..Details::default() };
            source.note(&mut self.problems, Level::Notice, Fault::CharactersLost, details);
        }
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

    /// Joins the facts of all files to their enterprises.
    #[must_use]
    pub fn finish(mut self) -> Import {
        self.close();
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
        Import { enterprises: joined.enterprises, registered: joined.registered, report }
    }

    fn advance(&mut self, bytes: &[u8], last: bool) {
        let (Some(open), Some(source), Some(file)) = (self.open.as_mut(), self.sources.last(), self.files.last_mut())
        else {
            return;
        };
        let text = match &mut open.stage {
            Stage::Head(text) => text,
            Stage::Rows(table) => table.text(),
            Stage::Over => return,
        };
        let start = text.len();
        if let Err(fault) = open.stream.push(bytes, last, text) {
            source.note(&mut self.problems, Level::Refused, fault, Details::default());
            open.stage = Stage::Over;
            return;
        }
        open.lost_characters += text.get(start..).map_or(0, |new| new.matches(char::REPLACEMENT_CHARACTER).count());
        file.encoding = open.stream.encoding();

        if let Stage::Head(text) = &mut open.stage {
            open.stage = match read_head(std::mem::take(text), last, false) {
                Head::Unfinished(text) => Stage::Head(text),
                Head::Table(table) => {
                    describe(file, &table);
                    for field in table.layout.without_unit() {
                        let details = Details { column: table.layout.column(field), ..Details::default() };
                        source.note(&mut self.problems, Level::Notice, Fault::UnitAssumed, details);
                    }
                    Stage::Rows(table)
                }
                Head::Nothing(fault, value, kind) => {
                    file.kind = kind;
                    let hint = kind.map(FileKind::name).unwrap_or_default().to_owned();
                    let details = Details { value, hint, ..Details::default() };
                    source.note(&mut self.problems, Level::Refused, fault, details);
                    Stage::Over
                }
            };
        }
        if let Stage::Rows(table) = &mut open.stage {
            let mut tally = Tally::default();
            let read = table.read_rows(last, source, &mut self.gathered, &mut self.problems, &mut tally);
            file.rows += tally.rows;
            file.refused_rows += tally.refused;
            if let Err(fault) = read {
                source.note(&mut self.problems, Level::Notice, fault, Details::default());
                open.stage = Stage::Over;
            }
        }
    }
}

fn describe(file: &mut FileReport, table: &Table) {
    file.kind = Some(table.layout.kind);
    file.delimiter = Some(table.delimiter());
    file.header_row = Some(table.header_row);
    file.columns =
        table.layout.columns().map(|column| (column.header.to_string(), column.standard.to_owned())).collect();
    file.unused_columns.clone_from(&table.layout.unused);
}
