//! The head of a table: once enough of its text is there, its header is looked for, and what it leaves open is told.

use super::super::columns::FileKind;
use super::super::described::describe;
use super::super::file::Stage;
use super::super::layout::letters;
use super::super::problem::{Fault, Level};
use super::super::row::Details;
use super::super::table::{Head, HeadOf, NoTable};
use super::Importer;

impl Importer {
    /// Looks for the header in the text so far; there is no more with `last`.
    pub(super) fn look_for_header(&mut self, last: bool) {
        let (Some(open), Some(source), Some(file)) = (self.open.as_mut(), self.sources.last(), self.files.last_mut())
        else {
            return;
        };
        let Stage::Head(head) = &mut open.stage else { return };
        let head = std::mem::take(head);
        let forms = open.forms();
        let looked_for = HeadOf { forms, subject_known: false, corrections: &self.corrections, figures: &self.figures };
        open.stage = match looked_for.read(head, last) {
            Head::Unfinished(text) => Stage::Head(text),
            Head::Table(table) => {
                open.tells_head(None);
                describe(file, &table);
                for field in table.layout.without_unit() {
                    let details = Details { column: table.layout.column(field), ..Details::default() };
                    source.note(&mut self.problems, Level::Notice, Fault::UnitAssumed, details);
                }
                for (doubled, (_, others)) in table.layout.doubled.iter().zip(&file.doubled_columns) {
                    let column = table.layout.column_at(doubled.counts);
                    let hint = letters(doubled.counts);
                    let details = Details { column, value: &others.join("、"), hint, ..Details::default() };
                    source.note(&mut self.problems, Level::Notice, Fault::ColumnAmbiguous, details);
                }
                Stage::Rows(table)
            }
            Head::Nothing(NoTable { fault, value, kind, seen, unread }) => {
                (file.kind, file.samples, file.unread) = (kind, seen, true);
                if open.tells_head(Some(fault)) {
                    let hint = kind.map(FileKind::name).unwrap_or_default().to_owned();
                    let details = Details { value, hint, ..Details::default() };
                    source.note(&mut self.problems, Level::Refused, fault, details);
                }
                open.reads_few_cells();
                unread.map_or(Stage::Over, Stage::Unread)
            }
        };
    }
}
