//! Files as they come from an office's disk.

use std::io::{Cursor, Write};

use xinheng::import::{Correction, Corrections, Import, is_workbook};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::imported::{assert_same, check, importer};

/// What files are called, whatever is in them.
const NAMES: &[&str] = &["行政处罚.csv", "a.xls", "a.xlsx", "<img src=x onerror=alert(1)>.csv", "", "\u{202E}vsc.\n"];

/// A file that is read piece by piece. The first byte chooses its name and its pieces; whatever they are, the same must
/// come of it.
pub fn table(data: &[u8]) -> usize {
    let Some((choice, bytes)) = data.split_first() else { return 0 };
    let name = NAMES[usize::from(*choice) % NAMES.len()];
    in_pieces(name, bytes, *choice)
}

/// A web page or an XML spreadsheet that is named as a workbook.
pub fn page(data: &[u8]) -> usize {
    table(data)
}

/// A workbook in the format XLSX: a package, or its parts with a NUL between them, which are packed here so that what
/// is within is reached as well. They are, in this order, the sheet, the shared texts, the formats, the workbook and
/// its relationships; what is blank is as in a workbook with one sheet.
pub fn xlsx(data: &[u8]) -> usize {
    if data.starts_with(b"PK") { workbook(data) } else { workbook(&packed(data)) }
}

/// A workbook in the format XLS: a container, or the stream of records that would be in it.
pub fn xls(data: &[u8]) -> usize {
    workbook(data)
}

fn workbook(bytes: &[u8]) -> usize {
    let mut importer = importer();
    importer.open("a.xls");
    importer.workbook(bytes);
    importer.close();
    check(&importer.finish())
}

fn in_pieces(name: &str, bytes: &[u8], choice: u8) -> usize {
    if is_workbook(bytes) {
        return 0;
    }
    let whole = import(name, std::iter::once(bytes));
    assert_same(&import(name, Pieces { rest: bytes, state: u32::from(choice) | 0x100 }), &whole);
    // What a preview of its beginning shows.
    let mut importer = importer();
    importer.open(name);
    importer.feed(&bytes[..bytes.len() / 2]);
    importer.close_early();
    assert!(importer.unknown_words(0).iter().all(|word| word.count > 0));
    check(&importer.finish());
    check(&corrected(name, bytes, &whole));
    check(&whole)
}

/// The same file once a person has said that each of its columns is another one.
fn corrected(name: &str, bytes: &[u8], whole: &Import) -> Import {
    let mut corrections = Corrections::default();
    for (file, kind) in whole.report.files.iter().filter_map(|file| Some((file, file.kind?))) {
        let mut correction = Correction::new(&file.shape, kind);
        let standards = file.columns.iter().map(|(_, standard)| standard);
        let headers = file.columns.iter().map(|(header, _)| header).chain(&file.unused_columns);
        correction.columns = headers.cloned().zip(standards.cycle().skip(1).cloned()).collect();
        corrections.put(correction);
    }
    let mut importer = importer().with_corrections(corrections);
    importer.open(name);
    importer.feed(bytes);
    importer.finish()
}

fn import<'b>(name: &str, pieces: impl Iterator<Item = &'b [u8]>) -> Import {
    let mut importer = importer();
    importer.open(name);
    for piece in pieces {
        // More of it may not be wanted; that it comes all the same must not matter.
        importer.feed(piece);
    }
    importer.close();
    importer.finish()
}

/// Bytes in pieces of chance: some of a byte or none, some of a few kilobytes.
struct Pieces<'b> {
    rest: &'b [u8],
    state: u32,
}

impl<'b> Iterator for Pieces<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<&'b [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        self.state = self.state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let most = 1_u32 << (self.state >> 28);
        let length = ((self.state >> 8) % (most + 1)) as usize;
        let (piece, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        Some(piece)
    }
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A package of these parts.
fn packed(parts: &[u8]) -> Vec<u8> {
    let mut given = parts.split(|byte| *byte == 0);
    let mut part = |usual: String| match given.next() {
        None | Some([]) => usual.into_bytes(),
        Some(bytes) => bytes.to_vec(),
    };
    let parts = [
        ("xl/worksheets/sheet1.xml", part(format!("<worksheet xmlns=\"{SHEET}\"><sheetData/></worksheet>"))),
        ("xl/sharedStrings.xml", part(format!("<sst xmlns=\"{SHEET}\"/>"))),
        ("xl/styles.xml", part(format!("<styleSheet xmlns=\"{SHEET}\"/>"))),
        (
            "xl/workbook.xml",
            part(format!(
                "<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"表\" sheetId=\"1\" \
                 r:id=\"rId1\"/></sheets></workbook>"
            )),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            part(format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            )),
        ),
        (
            "_rels/.rels",
            part(format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            )),
        ),
        ("[Content_Types].xml", part("<Types/>".to_owned())),
    ];
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        package.start_file(name, options).expect("in memory");
        package.write_all(&bytes).expect("in memory");
    }
    package.finish().expect("in memory").into_inner()
}
