//! What the list shows as a file: a CSV file or a workbook, put together in the worker and handed over by its address.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

use super::View;
use super::figures::of_active;
use super::head::narrowed;
use crate::calendar::Calendar;
use crate::district::{District, Table};
use crate::export::{
    About, Csv, FigureTable, Gb18030Table, LIST_TITLE, ListRows, PART_ROWS, Writer, Xlsx, list_columns,
};
use crate::pack::{Locale, Pack, phrases};
use crate::worker::decoder::Browser;
use crate::worker::messages::FileTold;

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
    form: &str,
    (view, places): (&View, &[u32]),
    district: &District,
    (pack, calendar): (&Pack, &Calendar),
    english: bool,
) -> Vec<FileTold> {
    let locale = Locale::of(english);
    let Some(table) = district.table() else { return Vec::new() };
    let (as_of, columns) = (table.as_of(), list_columns(locale));
    let title = LIST_TITLE.get(locale);
    let is_workbook = form == "xlsx";
    let most = if is_workbook { PART_ROWS } else { usize::MAX };
    let parts: Vec<&[u32]> = if places.is_empty() { vec![&[]] } else { places.chunks(most).collect() };
    let encoder = (form == "gb18030").then(|| Gb18030Table::new(&mut *Browser::gb18030()));
    let mut told = Vec::new();
    for (number, part) in (1..).zip(&parts) {
        let mut more = narrowed(view, table, pack, locale);
        let mut name = format!("{title}_{as_of}");
        if parts.len() > 1 {
            let words = PART.fill(locale, &[&number.to_string(), &parts.len().to_string()]);
            name = format!("{name}_{words}");
            more.push(words);
        }
        let about = About::new(title, as_of, pack, part.len(), &more, locale);
        let Some(rows) = ListRows::new(district, pack, calendar, locale) else { return told };
        let (address, extension) = if is_workbook {
            (written(Xlsx::new(&about, &columns), rows, part, XLSX_TYPE), "xlsx")
        } else {
            (written(Csv::new(&about, &columns, encoder.as_ref()), rows, part, CSV_TYPE), "csv")
        };
        told.extend(address.map(|address| FileTold { name: format!("{name}.{extension}"), address }));
    }
    told
}

/// One table of the figures as a file.
pub(in crate::worker) fn table_file(
    form: &str,
    (view, figures): (&View, &FigureTable),
    table: &Table,
    pack: &Pack,
    english: bool,
) -> Option<FileTold> {
    let locale = Locale::of(english);
    let active = View { filter: of_active(&view.filter), ..view.clone() };
    let more = narrowed(&active, table, pack, locale);
    let about = About::new(&figures.title, table.as_of(), pack, figures.rows.len(), &more, locale);
    let (bytes, kind, extension) = if form == "xlsx" {
        (whole(Xlsx::new(&about, &figures.columns), figures), XLSX_TYPE, "xlsx")
    } else {
        (whole(Csv::new(&about, &figures.columns, None), figures), CSV_TYPE, "csv")
    };
    let address = address_of(&Array::of1(&Uint8Array::from(&*bytes)), kind)?;
    Some(FileTold { name: format!("{}_{}.{extension}", figures.title, table.as_of()), address })
}

fn whole(mut writer: impl Writer, figures: &FigureTable) -> Vec<u8> {
    figures.rows.iter().for_each(|row| writer.row(row));
    writer.finish()
}

/// Writes the rows and gives the address of the file.
fn written(mut writer: impl Writer, mut rows: ListRows, places: &[u32], kind: &str) -> Option<String> {
    let pieces = Array::new();
    let push = |bytes: &[u8]| pieces.push(&Uint8Array::from(bytes));
    for (number, place) in places.iter().enumerate() {
        if let Some(cells) = rows.row(*place as usize) {
            writer.row(&cells);
        }
        if number % ROWS_A_PIECE == 0 {
            push(&writer.take());
        }
    }
    push(&writer.finish());
    address_of(&pieces, kind)
}

/// The address of a file made of these pieces.
fn address_of(pieces: &Array, kind: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(pieces, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
