//! What one file was taken for, and what a person says it is: kind, header, columns, words.

use super::authorities::authorities;
use super::{Reader, is_table};
use crate::import::{Correction, FileKind, FileReport, ImportReport, Seen, without_unit};
use crate::pack::Locale;
use crate::worker::messages::{
    AuthorityList, ColumnField, DoubledColumn, HeaderPlace, HeaderRow, RecognisedTable, Recognition, TableColumn,
    TableColumns,
};

/// So many columns can be corrected: more have no table that offices exchange, nor are more kept to be shown.
const MOST_COLUMNS: usize = 100;
/// How many cells of a row name it among others.
const CELLS_NAMED: usize = 6;

/// Returns how the file was recognised that is looked at.
pub(super) fn recognition(reader: &Reader, report: &ImportReport, locale: Locale) -> Option<Recognition> {
    let index = reader.shown(report);
    let file = report.files.get(index)?;
    Some(Recognition {
        file: index,
        delimiter: file.delimiter,
        header: header_place(file),
        table: (!file.samples.is_empty()).then(|| table(reader, (index, file), report, locale)),
    })
}

fn header_place(file: &FileReport) -> HeaderPlace {
    match (file.header_row, file.kind) {
        (Some(last), _) => HeaderPlace::Rows { first: last.saturating_sub(file.header_rows.max(1) - 1), last },
        (None, Some(_)) => HeaderPlace::ColumnMissing,
        (None, None) => HeaderPlace::NotFound,
    }
}

fn table(
    reader: &Reader,
    (index, file): (usize, &FileReport),
    report: &ImportReport,
    locale: Locale,
) -> RecognisedTable {
    let correction = reader.correction(index, file);
    let kind = correction.as_ref().map(|correction| correction.kind);
    // Words and authorities are those of the kind as which the file was read.
    let is_read_so = kind == file.kind;
    let doubled = |(used, others): &(String, Vec<String>)| DoubledColumn { used: used.clone(), others: others.clone() };
    RecognisedTable {
        headers: if is_table(file) { Vec::new() } else { headers(file) },
        header: reader.header(index, file),
        kind,
        kinds: FileKind::ALL.map(|kind| (kind, kind.title(locale).to_owned())).into(),
        missing: correction.iter().flat_map(Correction::missing).map(str::to_owned).collect(),
        doubled: file.doubled_columns.iter().map(doubled).collect(),
        columns: columns(reader, (index, file), correction.as_ref()),
        words: if is_read_so { reader.words(index, file, report) } else { Vec::new() },
        authorities: if is_read_so { authorities(reader, (index, file)) } else { AuthorityList::default() },
        is_pending: reader.is_pending(index, file),
        is_corrected: reader.is_corrected(index, file),
    }
}

/// The rows of a file that may be its header.
fn headers(file: &FileReport) -> Vec<HeaderRow> {
    let row = |(index, row): (usize, &Seen)| HeaderRow {
        index,
        sheet_row: row.sheet_row,
        cells: row.cells.iter().filter(|cell| !cell.is_empty()).take(CELLS_NAMED).cloned().collect(),
    };
    file.samples.iter().enumerate().filter(|(_, row)| !row.shape.is_empty()).map(row).collect()
}

/// The columns, each with what it is used as and its cells in the first rows.
fn columns(
    reader: &Reader,
    (index, file): (usize, &FileReport),
    correction: Option<&Correction>,
) -> Option<TableColumns> {
    let header = reader.header(index, file).and_then(|row| file.samples.get(row))?;
    let samples: Vec<&Seen> = file.samples.iter().filter(|row| row.sheet_row > header.sheet_row).collect();
    let shape = reader.shape(index, file);
    let used = correction.map(Correction::fields).unwrap_or_default();
    // A column without a name cannot be named; nor is one about persons.
    let names = shape.split('\t').enumerate().take(MOST_COLUMNS).filter(|(_, name)| !name.is_empty());
    let column = |(index, name): (usize, &str)| TableColumn {
        index,
        // As it stands in the file; a shape has it without spaces.
        name: header.cells.get(index).cloned().unwrap_or_else(|| name.to_owned()),
        field: used.get(index).map(|(_, field)| field.clone()).filter(|field| !field.is_empty()),
        cells: samples.iter().map(|row| row.cells.get(index).cloned().unwrap_or_default()).collect(),
    };
    Some(TableColumns {
        sample_rows: samples.iter().map(|row| row.sheet_row).collect(),
        columns: names.map(column).collect(),
        fields: correction.map(|correction| fields(correction.kind)).unwrap_or_default(),
        cut_at: (shape.split('\t').count() > MOST_COLUMNS).then_some(MOST_COLUMNS),
    })
}

/// What the columns of such a file may be. An amount is one with its unit, or one without.
fn fields(kind: FileKind) -> Vec<ColumnField> {
    let mut fields = Vec::new();
    for name in kind.columns() {
        let alone = without_unit(name);
        let is_amount = alone != name;
        fields.push(ColumnField { name: alone.to_owned(), assumes_unit: is_amount });
        if is_amount {
            let units = ["（元）", "（万元）", "（千元）", "（百万元）", "（亿元）"];
            fields.extend(units.map(|unit| ColumnField { name: [alone, unit].concat(), assumes_unit: false }));
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::import::Corrections;
    use crate::worker::messages::{FileCorrection, ReportChoice};

    const PENALTIES: &str = "行政处罚信息公示表,,,,\n\
        统一社会信用代码,处罚类别,罚款金额（元）,处罚决定日期,备用\n\
        91150203MAE0YWCM6D,罚款,60000,2026-03-12,甲\n\
        91350100M000100Y43,罚歀,20000,2026-03-13,乙\n";

    fn recognised(reader: &Reader, report: &ImportReport) -> (Recognition, RecognisedTable) {
        let mut recognition = recognition(reader, report, Locale::Zh).unwrap();
        let table = recognition.table.take().unwrap();
        (recognition, table)
    }

    #[test]
    fn a_table_is_told_with_its_header_its_columns_and_its_first_rows() {
        let report = read(PENALTIES, &Corrections::default());
        let (recognition, table) = recognised(&Reader::default(), &report);
        assert_eq!(recognition.delimiter, Some(','));
        assert_eq!(recognition.header, HeaderPlace::Rows { first: 2, last: 2 });
        assert!(table.headers.is_empty() && !table.is_pending && !table.is_corrected);
        assert_eq!(table.kind, Some(FileKind::Penalties));
        let columns = table.columns.unwrap();
        let told: Vec<_> = columns.columns.iter().map(|it| (it.name.as_str(), it.field.as_deref())).collect();
        assert_eq!(
            told,
            [
                ("统一社会信用代码", Some("统一社会信用代码")),
                ("处罚类别", Some("处罚类别")),
                ("罚款金额（元）", Some("罚款金额（元）")),
                ("处罚决定日期", Some("处罚决定日期")),
                ("备用", None),
            ]
        );
        assert_eq!(columns.sample_rows, [3, 4]);
        assert_eq!(columns.columns[4].cells, ["甲", "乙"]);
        let words: Vec<_> = table.words.iter().map(|it| (it.word.as_str(), it.cells)).collect();
        assert_eq!(words, [("罚歀", 1)]);
    }

    #[test]
    fn of_a_table_that_lacks_a_column_that_is_named_and_its_rows_are_shown_until_one_is_said_to_be_it() {
        let report = read(&PENALTIES.replace("处罚决定日期", "落款"), &Corrections::default());
        let mut reader = Reader::default();
        let (recognition, table) = recognised(&reader, &report);
        assert_eq!((recognition.header, table.kind), (HeaderPlace::ColumnMissing, Some(FileKind::Penalties)));
        assert_eq!(table.missing, ["处罚决定日期"]);
        let columns = table.columns.unwrap();
        let signed = columns.columns.iter().find(|column| column.name == "落款").unwrap();
        assert_eq!(signed.cells, ["2026-03-12", "2026-03-13"]);
        let field = Some("处罚决定日期".to_owned());
        let said = FileCorrection::Column { index: signed.index, field };
        reader.choose(&ReportChoice::Correct(0, said), &report);
        assert!(recognised(&reader, &report).1.missing.is_empty());
    }

    #[test]
    fn an_amount_can_be_used_in_any_unit_or_without_one() {
        let report = read(PENALTIES, &Corrections::default());
        let (_, table) = recognised(&Reader::default(), &report);
        let fields = table.columns.unwrap().fields;
        let fines: Vec<_> = fields.iter().filter(|it| it.name.starts_with("罚款金额")).collect();
        let names: Vec<&str> = fines.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "罚款金额",
                "罚款金额（元）",
                "罚款金额（万元）",
                "罚款金额（千元）",
                "罚款金额（百万元）",
                "罚款金额（亿元）",
            ]
        );
        assert_eq!(fines.iter().filter(|it| it.assumes_unit).count(), 1);
        assert!(fines[0].assumes_unit);
    }

    #[test]
    fn of_what_is_no_table_the_rows_are_offered_that_may_be_its_header() {
        let report = read("名单,,\n代码,单位,状态\n1,2,3\n", &Corrections::default());
        let mut reader = Reader::default();
        let (recognition, table) = recognised(&reader, &report);
        assert_eq!((recognition.header, table.kind, table.header), (HeaderPlace::NotFound, None, Some(1)));
        let rows: Vec<_> = table.headers.iter().map(|row| (row.sheet_row, row.cells.join("、"))).collect();
        assert_eq!(rows[1], (2, "代码、单位、状态".to_owned()));
        // Nobody knows what its columns may be.
        assert!(table.columns.unwrap().fields.is_empty());

        reader.choose(&ReportChoice::Correct(0, FileCorrection::Kind(FileKind::Register)), &report);
        let (_, table) = recognised(&reader, &report);
        assert_eq!((table.kind, table.is_pending), (Some(FileKind::Register), true));
        let fields: Vec<String> = table.columns.unwrap().fields.into_iter().map(|field| field.name).collect();
        assert_eq!(fields, FileKind::Register.columns().collect::<Vec<_>>());
    }

    #[test]
    fn what_a_table_was_taken_for_is_called_in_the_language_asked_for() {
        let report = read(PENALTIES, &Corrections::default());
        let kinds = recognition(&Reader::default(), &report, Locale::En).unwrap().table.unwrap().kinds;
        assert_eq!(kinds.len(), FileKind::ALL.len());
        assert!(kinds.contains(&(FileKind::Penalties, "penalties".to_owned())));
    }

    #[test]
    fn of_an_empty_file_nothing_is_seen() {
        let report = read("", &Corrections::default());
        let recognition = recognition(&Reader::default(), &report, Locale::Zh).unwrap();
        assert_eq!((recognition.table, recognition.header), (None, HeaderPlace::NotFound));
    }
}
