//! Makes a document of a wording: a text in which each line is a paragraph, as `papers/README.md` says.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::tree::write_text;

/// What all papers have in common: the parts that stay as they are.
const PARTS: &[(&str, &str)] = &[
    ("[Content_Types].xml", include_str!("../../../papers/frame/content_types.xml")),
    ("_rels/.rels", include_str!("../../../papers/frame/rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("../../../papers/frame/document_rels.xml")),
    ("word/styles.xml", include_str!("../../../papers/frame/styles.xml")),
    ("word/footer1.xml", include_str!("../../../papers/frame/footer.xml")),
];
const DOCUMENT: &str = include_str!("../../../papers/frame/document.xml");
const LETTERHEAD: &str = include_str!("../../../papers/frame/letterhead.xml");
const SUBMITTED: &str = include_str!("../../../papers/frame/submitted.xml");

/// Where the paper goes within the document.
const PLACE: &str = "<!-- The paper goes here. -->";
/// What a wording that goes out under the name of the office begins with.
const HAS_LETTERHEAD: &str = "@letterhead";
/// What stands in a line where a line within the paragraph ends.
const BREAK: char = '↵';
const PREFIX: &str = "w:";
/// How wide the text is, in twentieths of a point: A4 without the margins of the document.
const TEXT_WIDTH: usize = 8958;

/// Makes a `.docx` file of a wording.
pub(super) fn make(wording: &str) -> Vec<u8> {
    let is_letter = wording.lines().any(|line| line == HAS_LETTERHEAD);
    let document = DOCUMENT.replace(PLACE, &body(wording));
    let header = if is_letter { LETTERHEAD } else { SUBMITTED };
    // Writing into memory fails only where a part is larger than any file.
    pack(PARTS.iter().copied().chain([("word/header1.xml", header), ("word/document.xml", &document)]))
        .unwrap_or_default()
}

fn pack<'p>(parts: impl Iterator<Item = (&'p str, &'p str)>) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        writer.start_file(name, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The paragraphs and tables of a wording.
fn body(wording: &str) -> String {
    let mut out = String::new();
    let mut table: Option<Table> = None;
    for line in wording.lines().filter(|line| !line.is_empty() && !line.starts_with("//") && *line != HAS_LETTERHEAD) {
        if let Some(shares) = line.strip_prefix("|:") {
            close_table(&mut out, &mut table);
            table = Some(open_table(shares, &mut out));
        } else if let (Some(cells), Some(table)) = (line.strip_prefix('|'), &mut table) {
            row(cells, table, &mut out);
        } else {
            if table.take().is_some() {
                out.push_str("</w:tbl>\n");
            }
            let (style, text) = match line.split_once(' ') {
                Some(("#", text)) => ("Title", text),
                Some(("##", text)) => ("Heading", text),
                Some(("!", text)) => ("ToDo", text),
                Some(("=", text)) => ("Addressee", text),
                Some((">", text)) => ("Signature", text),
                _ if line == "~" => ("Normal", ""),
                _ => ("Text", line),
            };
            paragraph(style, text, &mut out);
        }
    }
    close_table(&mut out, &mut table);
    out
}

fn paragraph(style: &str, text: &str, out: &mut String) {
    out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
    if !text.is_empty() {
        out.push_str("<w:r>");
        write_text(&text.replace(BREAK, "\n"), PREFIX, out);
        out.push_str("</w:r>");
    }
    out.push_str("</w:p>\n");
}

/// A table that is being written.
struct Table {
    /// How wide its columns are; together they are as wide as the text.
    widths: Vec<usize>,
    /// Whether it has its heads beside the values rather than on top.
    is_form: bool,
}

fn open_table(shares: &str, out: &mut String) -> Table {
    let shares: Vec<usize> = shares.split_whitespace().filter_map(|share| share.parse().ok()).collect();
    let sum = shares.iter().sum::<usize>().max(1);
    let widths: Vec<usize> = shares.iter().map(|share| share * TEXT_WIDTH / sum).collect();
    out.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        out.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"404040\"/>"));
    }
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>\n");
    Table { is_form: matches!(widths.len(), 2 | 4), widths }
}

/// Ends the table, if there is one, with a line behind it: two tables with nothing between would be one.
fn close_table(out: &mut String, table: &mut Option<Table>) {
    if table.take().is_some() {
        out.push_str("</w:tbl>\n");
        paragraph("Cell", "", out);
    }
}

fn row(cells: &str, table: &mut Table, out: &mut String) {
    let (is_head_row, cells) = cells.strip_prefix('#').map_or((false, cells), |cells| (true, cells));
    let cells = cells.trim().trim_end_matches('|');
    table.is_form &= !is_head_row;
    let repeated = if is_head_row { "<w:tblHeader/>" } else { "" };
    out.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>"));
    for ((index, width), text) in table.widths.iter().enumerate().zip(cells.split('|')) {
        let is_head = is_head_row || (table.is_form && index.is_multiple_of(2));
        out.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
        ));
        paragraph(if is_head { "CellHead" } else { "Cell" }, text.trim(), out);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>\n");
}
