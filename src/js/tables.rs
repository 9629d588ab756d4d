//! Tables for JavaScript: files and rows of a portal in, requests out, with what was refused or noticed.

mod layout;

use serde::Serialize;

use crate::facts::{Date, Term, vocabulary};
use crate::import::{
    Correction, Corrections, Decoder, FileKind, FileReport, Import, Importer, Level, Problem, Sheet, SheetText,
};
use crate::json::{self, Value};
use crate::pack::{Figure, Text};
use crate::request::enterprise_json;

vocabulary! {
    /// What a table is about.
    TableKind "table_kind" {
        /// 经营主体.
        Register = "register",
        /// 行政处罚, in the layout of the double publicity 双公示.
        Penalties = "penalties",
        /// 经营异常名录.
        AbnormalListings = "abnormal_listings",
        /// 严重违法失信名单.
        SeriousListings = "serious_listings",
        /// 失信被执行人.
        CourtListings = "court_listings",
        /// 检查记录.
        Inspections = "inspections",
        /// 线索.
        Leads = "leads",
        /// 信用承诺.
        Commitments = "commitments",
    }
}

/// What became of the tables.
#[derive(Debug, Serialize)]
pub struct ImportReport {
    /// The rows and files that could not be used.
    pub refusals: Vec<ImportProblem>,
    /// The cells that were left out, and what else is worth a look, of rows that were used.
    pub notices: Vec<ImportProblem>,
    /// The tables, in the order of the files; a workbook once for each sheet with a table.
    pub tables: Vec<ImportedTable>,
    /// How many refusals there are in all: of very many the first 100,000 problems are told.
    pub refused: usize,
    /// How many notices there are in all.
    pub noticed: usize,
    /// Rows about natural persons, which were left out.
    pub natural_persons: usize,
}

/// Something that could not be used: where, what was met, what to do.
#[derive(Debug, Serialize)]
pub struct ImportProblem {
    pub code: &'static str,
    /// The place of the file among those given, from 0.
    pub file: usize,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row, from 1 for the first below the header; absent when it is about the whole table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column as the table calls it; absent when it is about the whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What the cell has, shortened when it is long.
    pub value: String,
    /// All of it in words.
    pub message: Text,
}

/// What one table was taken for.
#[derive(Debug, Serialize)]
pub struct ImportedTable {
    /// The name of the file.
    pub name: String,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Absent when it is no such table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<TableKind>,
    /// The columns that were used.
    pub columns: Vec<UsedColumn>,
    /// The columns that were not, but for those about persons, which are not even named.
    pub unused_columns: Vec<String>,
    /// The rows below the header, without blank ones and totals.
    pub rows: usize,
    /// How many of them could not be used.
    pub refused_rows: usize,
}

/// A column that was used.
#[derive(Debug, Serialize)]
pub struct UsedColumn {
    /// Its name in the table.
    pub name: String,
    /// The column of the layout as which it was read.
    pub read_as: String,
}

/// Reads tables, one file after the other, or rows.
pub struct Tables {
    importer: Importer,
    gb18030: fn() -> Box<dyn Decoder>,
    today: Date,
    figures: Vec<Figure>,
    import: Import,
    given: usize,
    /// What is to be told of columns that the layout of the rows leaves without a meaning.
    passed_over: Vec<ImportProblem>,
}

impl Tables {
    /// Nothing read yet; GB18030 is read with the decoders that `gb18030` makes, and facts later than `today` are noticed.
    #[must_use]
    pub fn new(gb18030: fn() -> Box<dyn Decoder>, today: Date) -> Self {
        let importer = Importer::new(gb18030).with_today(today);
        let (figures, import) = (Vec::new(), Import::default());
        Self { importer, gb18030, today, figures, import, given: 0, passed_over: Vec::new() }
    }

    /// Reads columns of a register that are called like these figures of a pack, in all that is begun from now on.
    pub fn read_figures(&mut self, figures: Vec<Figure>) {
        self.figures = figures;
        self.importer = self.fresh();
    }

    /// An importer that has read nothing yet.
    fn fresh(&self) -> Importer {
        Importer::new(self.gb18030).with_figures(&self.figures).with_today(self.today)
    }

    /// Begins a file. Returns whether it is to be read: one that is no table is not, where its name has the folders before
    /// it.
    pub fn open(&mut self, name: &str) -> bool {
        let reads = !self.importer.passes_over(name);
        if reads {
            self.importer.open(name);
        }
        reads
    }

    /// Takes the next bytes of a file in text form. Returns whether more of it are wanted.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        self.importer.feed(bytes)
    }

    /// Takes the workbook that the open file is.
    #[cfg(feature = "sheets")]
    pub fn workbook(&mut self, bytes: &[u8]) {
        self.importer.workbook(bytes);
    }

    /// Ends the file.
    pub fn close(&mut self) {
        self.importer.close();
    }

    /// Begins rows of a portal in place of files, by what is said of them as JSON text: `{"kind": …, "columns": {…}, "words":
    /// {…}, "header": […]}`.
    ///
    /// # Errors
    /// The place in the layout that is wrong, with what stands there and what fits, such as `words.登记状态.正常: 在 (存续,
    /// 吊销, 注销)`. The kind, where there is one, is to be one of [`TableKind`], `columns` an object of texts, `words` an object
    /// of such objects.
    pub fn rows(&mut self, text: &str) -> Result<(), String> {
        let value = json::parse(text).unwrap_or(Value::Null);
        let rows = Rows::read(&value).ok_or_else(|| wrong_kind(&value))?;
        let mut corrections = Corrections::default();
        self.passed_over.clear();
        if let Some(correction) = rows.correction(self.fresh()) {
            if let Some(wrong) =
                layout::wrong_in(&correction, &self.figures).or_else(|| layout::doubled_in(&correction, &rows.header))
            {
                return Err(wrong);
            }
            self.passed_over = layout::passed_over(&correction, &rows.header);
            corrections.put(correction);
        }
        self.importer = self.fresh().with_corrections(corrections);
        rows.begin(&mut self.importer);
        Ok(())
    }

    /// Takes the next rows, as the JSON text of a list of lists of cells.
    pub fn more_rows(&mut self, text: &str) {
        let rows = json::parse(text).ok();
        for row in rows.as_ref().and_then(list).into_iter().flatten().filter_map(cells) {
            give_row(&mut self.importer, &row);
        }
    }

    /// Joins what was read. The JSON text of the [`ImportReport`].
    pub fn finish(&mut self) -> String {
        let fresh = self.fresh();
        let importer = std::mem::replace(&mut self.importer, fresh);
        self.import = importer.finish();
        let report = &self.import.report;
        let of = |level| report.problems.kept().iter().filter(move |problem| problem.level == level).map(told);
        let passed_over = std::mem::take(&mut self.passed_over);
        let noticed = report.problems.count(Level::Notice) + passed_over.len();
        let report = ImportReport {
            refusals: of(Level::Refused).collect(),
            notices: passed_over.into_iter().chain(of(Level::Notice)).collect(),
            tables: report.files.iter().map(table).collect(),
            refused: report.problems.count(Level::Refused),
            noticed,
            natural_persons: report.natural_persons,
        };
        // There is no map with keys that are no text, which is all that could fail.
        serde_json::to_string(&report).unwrap_or_default()
    }

    /// The JSON text of the next records, at most so many, `[{"as_of": …, "enterprise": {…}}, …]`; `None` when there are
    /// no more.
    pub fn records(&mut self, most: usize, as_of: Option<&str>) -> Option<String> {
        let rest = self.import.enterprises.get(self.given..).filter(|rest| !rest.is_empty())?;
        let day = as_of.map(|day| ("as_of".to_owned(), Value::String(day.to_owned())));
        let records = rest.iter().take(most).map(|enterprise| {
            let enterprise = ("enterprise".to_owned(), enterprise_json(enterprise));
            Value::Object(day.iter().cloned().chain([enterprise]).collect())
        });
        let records: Vec<Value> = records.collect();
        self.given += records.len();
        Some(json::compact(&Value::Array(records)))
    }
}

/// What a portal says of its rows.
struct Rows {
    kind: Option<FileKind>,
    columns: Vec<(String, String)>,
    words: Vec<(String, String, String)>,
    header: Vec<String>,
}

impl Rows {
    fn read(value: &Value) -> Option<Self> {
        let kind = match value.get("kind") {
            None | Some(Value::Null) => None,
            Some(Value::String(code)) => Some(*FileKind::ALL.get(TableKind::from_code(code)?.index())?),
            Some(_) => return None,
        };
        let mut words = Vec::new();
        for (column, meanings) in object(value.get("words"))? {
            words.extend(texts(meanings)?.into_iter().map(|(word, meaning)| (column.clone(), word, meaning)));
        }
        let columns = value.get("columns").map_or(Some(vec![]), texts)?;
        Some(Self { kind, columns, words, header: cells(value.get("header")?)? })
    }

    /// What the portal says, as a correction for tables with this header, at which `look` looks: the kind must be said for that, or be
    /// known.
    fn correction(&self, mut look: Importer) -> Option<Correction> {
        if self.kind.is_none() && self.columns.is_empty() && self.words.is_empty() {
            return None;
        }
        self.begin(&mut look);
        look.close_early();
        let seen = look.files().first()?;
        let shape = if seen.shape.is_empty() { &seen.samples.first()?.shape } else { &seen.shape };
        let kind = self.kind.or(seen.kind)?;
        let mut correction = Correction::new(shape, kind);
        let columns = self.columns.iter();
        correction.columns = columns.map(|(column, meant)| (column.clone(), layout::by_name(kind, meant))).collect();
        let words = self.words.iter();
        correction.words = words
            .map(|(column, word, meaning)| (layout::by_name(kind, column), word.clone(), meaning.clone()))
            .collect();
        Some(correction)
    }

    fn begin(&self, importer: &mut Importer) {
        importer.open("");
        importer.sheet(Sheet::default());
        give_row(importer, &self.header);
    }
}

fn give_row(importer: &mut Importer, row: &[String]) {
    let mut text = SheetText::default();
    row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).for_each(|(at, cell)| text.cell(at, cell));
    text.end_row();
    importer.rows(&text.take());
}

/// What is wrong with rows that are none: of the kind, for all else is in the hands of the script that hands them over.
fn wrong_kind(value: &Value) -> String {
    let kinds: Vec<&str> = TableKind::ALL.iter().map(|kind| kind.code()).collect();
    format!("kind: {} ({})", value.get("kind").map(json::compact).unwrap_or_default(), kinds.join(", "))
}

fn told(problem: &Problem) -> ImportProblem {
    ImportProblem {
        code: problem.code(),
        file: problem.file,
        sheet: problem.sheet.as_deref().filter(|sheet| !sheet.is_empty()).map(str::to_owned),
        row: problem.at.map(|at| at.row),
        column: problem.column.as_ref().map(|column| column.header.to_string()),
        value: problem.value.clone(),
        // Rows of a portal have no sheet, whose name is empty then.
        message: match problem.sheet.as_deref() {
            Some("") => problem.in_given_rows(),
            _ => Text { zh: problem.zh(), en: problem.en() },
        },
    }
}

fn table(file: &FileReport) -> ImportedTable {
    let index = file.kind.and_then(|kind| FileKind::ALL.into_iter().position(|known| known == kind));
    let used = |(name, read_as): &(String, String)| UsedColumn { name: name.clone(), read_as: read_as.clone() };
    ImportedTable {
        name: file.name.clone(),
        sheet: file.sheet.clone().filter(|sheet| !sheet.is_empty()),
        kind: index.and_then(|index| TableKind::ALL.get(index).copied()),
        columns: file.columns.iter().map(used).collect(),
        unused_columns: file.unused_columns.clone(),
        rows: file.rows,
        refused_rows: file.refused_rows,
    }
}

fn object(value: Option<&Value>) -> Option<&[(String, Value)]> {
    match value {
        None | Some(Value::Null) => Some(&[]),
        Some(Value::Object(fields)) => Some(fields),
        Some(_) => None,
    }
}

/// An object of texts.
fn texts(value: &Value) -> Option<Vec<(String, String)>> {
    let text = |(key, value): &(String, Value)| match value {
        Value::String(text) => Some((key.clone(), text.clone())),
        _ => None,
    };
    object(Some(value))?.iter().map(text).collect()
}

fn list(value: &Value) -> Option<&[Value]> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// A list of texts.
fn cells(value: &Value) -> Option<Vec<String>> {
    let cell = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        _ => None,
    };
    list(value)?.iter().map(cell).collect()
}
