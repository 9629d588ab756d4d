//! What the list shows as a file: a CSV file or a workbook, put together in the worker and handed over.

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

use super::ResolvedView;
use super::comparison::{Compared, Sides, summary};
use super::figures::of_active;
use super::head::about;
use super::unused::unused;
use crate::district::{District, Table};
use crate::export::{
    About, Cell, Column, Csv, FigureTable, LATER_TITLE, LIST_TITLE, ListRows, MOVES_TITLE, PART_ROWS, Writer, Xlsx,
    list_columns, move_columns,
};
use crate::facts::Date;
use crate::pack::{Locale, Pack, phrases};
use crate::worker::decoder;
use crate::worker::messages::{FileForm, SavedFile};
use crate::worker::rules::Rules;
use crate::worker::site::file_of;

phrases! {
    PART "第{0}部分，共{1}部分" "part {0} of {1}"
}

/// After so many rows their bytes go to the browser.
const ROWS_A_PIECE: usize = 10_000;
const CSV_TYPE: &str = "text/csv";
const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The files with these enterprises: one, or of very long lists as a workbook several. None where the browser makes no
/// file of them.
pub(in crate::worker) fn files(
    form: FileForm,
    (view, indices): (&ResolvedView, &[u32]),
    district: &District,
    rules: &Rules,
    locale: Locale,
) -> Vec<SavedFile> {
    let pack = rules.pack();
    let rows = ListRows::new(district, pack, rules.calendar(), locale);
    let (Some(table), Some(mut rows)) = (district.table(), rows) else {
        return Vec::new();
    };
    let list = List {
        title: LIST_TITLE.get(locale),
        as_of: table.as_of(),
        columns: list_columns(locale),
        more: [unused(&district.besides().sources, locale).lines(), about(view, table, rules, locale)].concat(),
        pack,
        locale,
    };
    list.files(form, indices, |index| rows.row(*index as usize))
}

/// The files with those that were compared, in the same manner.
pub(in crate::worker) fn comparison_files(
    form: FileForm,
    (view, compared): (&ResolvedView, &Compared),
    sides: Sides,
    (district, rules): (&District, &Rules),
    locale: Locale,
) -> Vec<SavedFile> {
    let pack = rules.pack();
    let Some(table) = district.table() else { return Vec::new() };
    let told = about_comparison((view, compared), sides, (table, rules), locale);
    let more = [unused(&district.besides().sources, locale).lines(), told].concat();
    let columns = move_columns(sides.is_update(), locale);
    let title = if sides.is_update() { LATER_TITLE } else { MOVES_TITLE };
    let list = List { title: title.get(locale), as_of: table.as_of(), columns, more, pack, locale };
    let mut rows = sides.rows(district, locale);
    list.files(form, compared.rows(), |step| rows.row(step))
}

/// A list that becomes a file.
struct List<'l> {
    title: &'l str,
    as_of: Date,
    columns: Vec<Column>,
    /// What else is said of it.
    more: Vec<String>,
    pack: &'l Pack,
    locale: Locale,
}

impl List<'_> {
    fn files<T>(&self, form: FileForm, items: &[T], mut row: impl FnMut(&T) -> Option<Vec<Cell>>) -> Vec<SavedFile> {
        let is_workbook = form == FileForm::Xlsx;
        let most = if is_workbook { PART_ROWS } else { usize::MAX };
        let parts: Vec<&[T]> = if items.is_empty() { vec![&[]] } else { items.chunks(most).collect() };
        let encoder = (form == FileForm::Gb18030).then(decoder::gb18030_table);
        let mut told = Vec::new();
        for (number, part) in (1..).zip(&parts) {
            let mut more = self.more.clone();
            let mut name = format!("{}_{}", self.title, self.as_of);
            if parts.len() > 1 {
                let words = PART.fill(self.locale, &[&number.to_string(), &parts.len().to_string()]);
                name = format!("{name}_{words}");
                more.push(words);
            }
            let about = About::new(self.title, self.as_of, self.pack, part.len(), &more, self.locale);
            let cells = part.iter().map(&mut row);
            let (content, extension) = if is_workbook {
                (written(Xlsx::new(&about, &self.columns), cells, XLSX_TYPE), "xlsx")
            } else {
                (written(Csv::new(&about, &self.columns, encoder.as_ref()), cells, CSV_TYPE), "csv")
            };
            told.extend(content.map(|content| SavedFile { name: format!("{name}.{extension}"), content }));
        }
        told
    }
}

/// What is said above a table of the figures.
pub(in crate::worker) fn about_figures(
    view: &ResolvedView,
    table: &Table,
    rules: &Rules,
    locale: Locale,
) -> Vec<String> {
    about(&of_active(view), table, rules, locale)
}

/// What is said above a table of what was compared.
pub(in crate::worker) fn about_comparison(
    (view, compared): (&ResolvedView, &Compared),
    sides: Sides,
    (table, rules): (&Table, &Rules),
    locale: Locale,
) -> Vec<String> {
    let mut more = about(view, table, rules, locale);
    more.push(summary(sides, compared, locale));
    more
}

/// One table of the figures, or of what was compared, as a file.
pub(in crate::worker) fn table_file(
    form: FileForm,
    (figures, more): (&FigureTable, &[String]),
    (as_of, pack): (Date, &Pack),
    locale: Locale,
) -> Option<SavedFile> {
    let about = About::new(&figures.title, as_of, pack, figures.rows.len(), more, locale);
    let csv = |encoder| (whole(Csv::new(&about, &figures.columns, encoder), figures), CSV_TYPE, "csv");
    let (bytes, kind, extension) = match form {
        FileForm::Csv => csv(None),
        FileForm::Gb18030 => csv(Some(&decoder::gb18030_table())),
        FileForm::Xlsx => (whole(Xlsx::new(&about, &figures.columns), figures), XLSX_TYPE, "xlsx"),
    };
    let content = file_of(&Array::of1(&Uint8Array::from(&*bytes)), kind)?;
    Some(SavedFile { name: format!("{}_{as_of}.{extension}", figures.title), content })
}

fn whole(mut writer: impl Writer, figures: &FigureTable) -> Vec<u8> {
    figures.rows.iter().for_each(|row| writer.row(row));
    writer.finish()
}

/// Writes the rows and gives the file.
fn written(mut writer: impl Writer, rows: impl Iterator<Item = Option<Vec<Cell>>>, kind: &str) -> Option<Blob> {
    let pieces = Array::new();
    let push = |bytes: &[u8]| pieces.push(&Uint8Array::from(bytes));
    for (number, cells) in rows.enumerate() {
        if let Some(cells) = cells {
            writer.row(&cells);
        }
        if number % ROWS_A_PIECE == 0 {
            push(&writer.take());
        }
    }
    push(&writer.finish());
    file_of(&pieces, kind)
}
