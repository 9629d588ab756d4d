//! Rows copied from a spreadsheet and pasted into a record: text → facts of its enterprise.
//!
//! Where the block has a header it is read as a file would be. Without one the columns are told by what stands in them,
//! see `guess`. What cannot be used stays as text, so that nothing that was pasted is lost.

mod guess;
mod pieces;
mod words;

use std::collections::HashSet;

use self::guess::{Guess, guess};
use self::pieces::{Piece, pieces, with_tabs};
use super::cell::{self, filled, trimmed};
use super::columns::{Field, FileKind};
use super::corrections::Corrections;
use super::gather::Gathered;
use super::join;
use super::layout::Layout;
use super::problem::{Fault, Level, Problems};
use super::row::{Source, Whose};
use super::rows::{DELIMITED, Form, Rows};
use super::table::{Head, HeadOf, NoTable, Table, Tally};
use facts::{Enterprise, Money};
use pack::Text;

/// The unit of amounts for which nothing that was pasted says one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 万元, ten thousand yuan.
    TenThousand,
}

/// What became of rows that were pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// An enterprise of which only the facts in the rows are known.
    pub facts: Enterprise,
    /// What happened, in a sentence.
    pub told: Text,
    /// What was taken for what, and everything that was not used or not as it stands.
    pub lines: Vec<Text>,
    /// The rows that were not used, below their header where there is one, as they were pasted.
    pub rest: String,
    /// Whether nothing was used because amounts have no unit: it is to be asked for.
    pub asks_unit: bool,
}

/// Reads rows pasted into the record of the enterprise with this code and name; either may be empty while it is not
/// known. Amounts without a unit are never guessed: `unit` says what they are, or is asked for.
///
/// ```
/// use import::pasted;
///
/// let pasted = pasted("2025-03-02\t包市监处罚〔2025〕12号\t警告、罚款\t6万元\n", "", "", None);
/// let penalty = &pasted.facts.penalties[0];
/// assert_eq!(penalty.fine.unwrap().to_string(), "60000");
/// assert_eq!(penalty.document_no.as_deref(), Some("包市监处罚〔2025〕12号"));
/// assert_eq!(pasted.rest, "");
/// ```
#[must_use]
pub fn pasted(text: &str, code: &str, name: &str, unit: Option<Unit>) -> Pasted {
    let text = text.trim_start_matches('\u{FEFF}').trim_matches(['\r', '\n']);
    let whose = Whose { code: cell::compact(code).to_ascii_uppercase(), name: cell::compact(name) };
    let spaced = with_tabs(text);
    for text in [Some(text), spaced.as_deref()].into_iter().flatten() {
        let head = HeadOf { forms: DELIMITED, subject_known: true, corrections: &Corrections::default(), figures: &[] };
        match head.read(text.to_owned(), true) {
            Head::Table(table) if table.layout.kind == FileKind::Register => {
                return nothing(words::register(), Vec::new(), text);
            }
            Head::Table(table) => return read(text, PastedTable::under_header(table, text), whose, unit),
            Head::Nothing(NoTable { fault: Fault::ColumnMissing, value, kind, .. }) => {
                return nothing(words::column_missing(value, kind), Vec::new(), text);
            }
            Head::Nothing(NoTable { fault: Fault::KindUnclear, .. }) => {
                return nothing(words::kind_unclear(), Vec::new(), text);
            }
            Head::Nothing(_) | Head::Unfinished(_) => {}
        }
    }
    let ways = [(text, b'\t'), (text, b','), (text, b';')];
    let ways = ways.into_iter().filter(|(text, delimiter)| text.contains(char::from(*delimiter)));
    let ways = ways.chain(spaced.as_deref().map(|text| (text, b'\t')));
    let mut found = None;
    for (text, delimiter) in ways {
        let guess = guess(&pieces(text, delimiter, usize::MAX), &whose);
        if guess.missing().is_empty() {
            return read(text, PastedTable::by_guess(guess, text, delimiter), whose, unit);
        }
        found.get_or_insert(guess);
    }
    let lines = found.as_ref().map(words::columns).unwrap_or_default();
    nothing(words::not_recognised(), lines, text)
}

/// A block with its columns told apart.
struct PastedTable<'t> {
    table: Table,
    pieces: Vec<Piece<'t>>,
    /// How the columns were told apart where there is no header.
    guess: Option<Guess>,
}

impl<'t> PastedTable<'t> {
    fn under_header(table: Box<Table>, text: &'t str) -> Self {
        let delimiter = match table.form() {
            Form::Delimited(delimiter) => delimiter,
            Form::Sheet => b'\t',
        };
        let pieces = pieces(text, delimiter, table.layout.width());
        Self { table: *table, pieces, guess: None }
    }

    fn by_guess(guess: Guess, text: &'t str, delimiter: u8) -> Self {
        let mut layout = Layout::of_penalties(&guess.fields);
        if guess.in_standard_order {
            // That layout has its amounts in 万元.
            layout.set_unit(4);
        }
        let rows = Rows::new(Form::Delimited(delimiter), text.to_owned());
        let pieces = pieces(text, delimiter, layout.width());
        Self { table: Table::new(rows, layout), pieces, guess: Some(guess) }
    }

    /// The rows with facts, without what stands above the header.
    fn rows(&self) -> impl Iterator<Item = &Piece<'t>> {
        self.pieces.iter().filter(|piece| piece.number > self.table.header_row)
    }

    /// An amount in the rows that nothing gives a unit.
    fn amount_without_unit(&self) -> Option<&str> {
        let indices: Vec<usize> =
            self.table.layout.without_unit().filter_map(|field| self.table.layout.index(field)).collect();
        let cells = self.rows().flat_map(|row| indices.iter().filter_map(|index| row.cell(*index)));
        cells.into_iter().find(|cell| lacks_unit(cell))
    }
}

fn read(text: &str, mut reading: PastedTable<'_>, mut whose: Whose, unit: Option<Unit>) -> Pasted {
    if let Some(unit) = unit {
        reading.table.layout.set_unit(if unit == Unit::Yuan { 0 } else { 4 });
    }
    if let Some(amount) = reading.amount_without_unit() {
        return Pasted { asks_unit: true, ..nothing(words::unit_wanted(amount), Vec::new(), text) };
    }
    // A record that says of nobody whose it is takes facts of one enterprise, the first.
    let layout = &reading.table.layout;
    for (own, field) in [(&mut whose.code, Field::Uscc), (&mut whose.name, Field::Name)] {
        if own.is_empty()
            && let Some(index) = layout.index(field)
        {
            *own = reading.rows().find_map(|row| row.cell(index)).map(cell::compact).unwrap_or_default();
        }
    }
    let (kind, header_row) = (layout.kind, reading.table.header_row);
    let source = Source { file: 0, name: "".into(), sheet: None, from_1904: false, whose: Some(whose), today: None };
    let (mut gathered, mut problems, mut tally) = (Gathered::default(), Problems::default(), Tally::default());
    let whole = reading.table.read_rows(true, &source, &mut gathered, &mut problems, &mut tally);
    let joined = join::join(gathered, std::slice::from_ref(&source), &mut problems);
    problems.sort();
    let facts = joined.enterprises.into_iter().next().map(facts_alone).unwrap_or_default();

    let refused = problems.kept().iter().filter(|problem| problem.level == Level::Refused);
    let refused: HashSet<u32> = refused.filter_map(|problem| problem.at).map(|at| at.sheet_row).collect();
    let last_read = if whole.is_ok() { u32::MAX } else { refused.iter().copied().max().unwrap_or(0) };
    let above = |piece: &Piece| piece.number < header_row && piece.filled() > 1;
    let unused: Vec<&Piece> = reading
        .pieces
        .iter()
        .filter(|piece| above(piece) || refused.contains(&piece.number) || piece.number > last_read)
        .collect();
    let mut rest = String::new();
    let count = words::count(&facts);
    if count == 0 {
        text.clone_into(&mut rest);
    } else if !unused.is_empty() {
        let header = reading.pieces.iter().filter(|piece| piece.number == header_row);
        for piece in header.chain(unused.iter().copied()) {
            rest.push_str(piece.raw);
            rest.push('\n');
        }
    }
    let mut lines = reading.guess.as_ref().map(words::columns).unwrap_or_default();
    lines.extend(unused.iter().filter(|piece| above(piece)).map(|piece| words::above_header(piece.number)));
    lines.extend(problems.kept().iter().map(words::problem));
    lines.extend(joined.duplicates.iter().map(words::duplicate));
    let told = words::told(kind, count, unused.len(), reading.guess.as_ref());
    Pasted { facts, told, lines, rest, asks_unit: false }
}

fn nothing(told: Text, lines: Vec<Text>, text: &str) -> Pasted {
    Pasted { told, lines, rest: text.to_owned(), ..Pasted::default() }
}

/// Whether a cell is an amount other than nothing that does not say its unit.
fn lacks_unit(text: &str) -> bool {
    !cell::has_unit(text) && cell::money(text, 0).is_ok_and(|amount| amount != Money::default())
}

/// Only the facts, without whom they are about; texts of several lines become one, as fields have one.
fn facts_alone(mut facts: Enterprise) -> Enterprise {
    facts.uscc.clear();
    facts.name.clear();
    let penalties = facts
        .penalties
        .iter_mut()
        .flat_map(|penalty| [&mut penalty.document_no, &mut penalty.authority, &mut penalty.category]);
    let causes = facts.serious_listings.iter_mut().map(|listing| &mut listing.cause);
    let departments = facts.inspections.iter_mut().map(|inspection| &mut inspection.department);
    for text in penalties.chain(causes).chain(departments).flatten() {
        if text.contains(['\r', '\n']) {
            *text = text.lines().map(str::trim).collect();
        }
    }
    facts
}

/// The text of a cell unless it is empty.
fn cell_of(cells: &[String], index: usize) -> Option<&str> {
    let cell = cells.get(index)?;
    filled(cell).map(|_| trimmed(cell))
}
