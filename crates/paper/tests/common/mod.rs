//! Documents for tests, and what stands in them.
#![allow(dead_code, reason = "each test uses some of it")]

use std::io::{Cursor, Read, Write};

use paper::{Values, fill};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub const DOCUMENT: &str = "word/document.xml";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"#;
const RELATIONSHIPS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A document with this between the tags of its body.
pub fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACE}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

/// A header, `hdr`, or another part with words.
pub fn story(name: &str, content: &str) -> String {
    format!("<w:{name} {NAMESPACE}>{content}</w:{name}>")
}

/// A file of these parts; what a document needs is added, where it is not among them.
pub fn docx(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let empty = document("<w:p/>");
    let needed: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        (DOCUMENT, empty.as_bytes()),
    ];
    let added = needed.iter().filter(|(name, _)| !parts.iter().any(|(given, _)| given == name));
    for (name, bytes) in added.chain(parts) {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file with this body.
pub fn with_body(body: &str) -> Vec<u8> {
    docx(&[(DOCUMENT, document(body).as_bytes())])
}

/// The content of a part.
pub fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// What a reader sees of a part: a line a paragraph, with `|` behind each cell.
pub fn seen(xml: &str) -> String {
    let ends = xml
        .replace('\n', "")
        .replace("</w:p>", "\n")
        .replace("<w:p/>", "\n")
        .replace("<w:br/>", "⏎")
        .replace("\n</w:tc>", "|");
    let mut text = String::new();
    let mut is_tag = false;
    for letter in ends.replace("</w:tr>", "\n").chars() {
        match letter {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").trim_end().to_owned()
}

/// The body of a filled template, as a reader sees it.
pub fn filled(body: &str) -> String {
    seen(&part(&fill(&with_body(body), &values()).unwrap(), DOCUMENT))
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// A table of rows of cells, each of one paragraph.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<w:tc><w:tcPr/>{}</w:tc>", p(text));
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// An enterprise with two penalties, of which only the first has a fine, and the target of the same paper has one too.
pub fn values() -> Values {
    let penalty = |number: &str, fine: &str| {
        let mut values = Values::default();
        values.set("决定书文号", number);
        values.set("罚款金额", fine);
        values
    };
    let mut values = Values::default();
    values.set("企业名称", "示例有限公司");
    values.set("罚款金额", "9万元");
    values.set_list("处罚", vec![penalty("甲1号", "6万元"), penalty("乙2号", "")]);
    values.set_list("材料", Vec::new());
    values
}
