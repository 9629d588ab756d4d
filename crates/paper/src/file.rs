//! The file of a document: its parts, and what none of them may have.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::fault::Fault;
use super::{MAX_FILE_BYTES, MAX_UNPACKED_BYTES};

const CONTENT_TYPES: &str = "[Content_Types].xml";
const SETTINGS: &str = "word/settings.xml";
/// What the type of a part of a document begins with, and what that of one with text ends with.
const WORDS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const MAIN_TYPE: &str = "document.main+xml";
const TEXT_TYPES: &[&str] = &["header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "comments+xml"];
/// What the types of parts with code have in them, in small letters.
const CODE_TYPES: &[&str] = &["macroenabled", "vbaproject", "vbadata", "activex", "ms-office.vba"];
/// The kinds of relationship, by the last word of their address, that bring code or whole files of other kinds.
const CODE_RELATIONSHIPS: &[&str] = &["vbaProject", "wordVbaData", "control", "activeXControlBinary", "aFChunk"];
/// The reference to the template that a document was made from.
const TEMPLATE_RELATIONSHIP: &str = "attachedTemplate";
/// The one kind of relationship that may lead out of the file: a link for a reader.
const LINK_RELATIONSHIP: &str = "hyperlink";
/// How a file of the kind before begins, and one that has a password.
const OLD_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// A document as a file, unpacked as far as it is XML.
pub(super) struct File<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    parts: Vec<Part>,
    /// The bytes of all parts together.
    pub(super) unpacked: usize,
}

/// A part that is XML.
struct Part {
    index: usize,
    name: String,
    bytes: Vec<u8>,
    /// What takes its place.
    changed: Option<String>,
}

impl<'b> File<'b> {
    /// Opens a document.
    ///
    /// # Errors
    /// It is no `.docx`, too large, damaged, or has macros or what would be fetched from elsewhere.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_FILE_BYTES {
            return Err(Fault::TooLarge);
        }
        if bytes.starts_with(OLD_FILE) {
            return Err(Fault::OldOrLocked);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NotADocument)?;
        let mut parts = Vec::new();
        let mut unpacked = 0;
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|_| Fault::NotADocument)?;
            let name = entry.name().map_err(|_| Fault::NotADocument)?.into_owned();
            let mut content = Vec::new();
            let most = (MAX_UNPACKED_BYTES - unpacked + 1) as u64;
            let read = (&mut entry).take(most).read_to_end(&mut content);
            read.map_err(|_| Fault::Broken { part: name.clone() })?;
            unpacked += content.len();
            if unpacked > MAX_UNPACKED_BYTES {
                return Err(Fault::UnpackedTooLarge);
            }
            let is_xml = [".xml", ".rels"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
            if is_xml {
                parts.push(Part { index, name, bytes: content, changed: None });
            } else if name.to_ascii_lowercase().contains("vbaproject") {
                return Err(Fault::Macros { part: name });
            }
        }
        let mut file = Self { archive, parts, unpacked };
        file.check_relationships()?;
        Ok(file)
    }

    /// The text of a part.
    pub(super) fn text(&self, name: &str) -> Result<&str, Fault> {
        let part = self.parts.iter().find(|part| part.name == name).ok_or(Fault::NotADocument)?;
        part.text()
    }

    /// The names of the parts that have text for a reader, the main one first.
    ///
    /// # Errors
    /// No part is the text of a document, or some part is code.
    pub(super) fn text_parts(&self) -> Result<Vec<String>, Fault> {
        let (mut main, mut others) = (Vec::new(), Vec::new());
        for start in elements(self.text(CONTENT_TYPES)?, CONTENT_TYPES)? {
            let kind = attribute(&start, "ContentType").unwrap_or_default();
            let name = attribute(&start, "PartName").unwrap_or_default();
            let name = name.trim_start_matches('/').to_owned();
            let small = kind.to_ascii_lowercase();
            if CODE_TYPES.iter().any(|code| small.contains(code)) {
                let part = if name.is_empty() { CONTENT_TYPES.to_owned() } else { name };
                return Err(Fault::Macros { part });
            }
            let is_there = self.parts.iter().any(|part| part.name == name);
            match kind.strip_prefix(WORDS_TYPE).filter(|_| is_there) {
                Some(MAIN_TYPE) => main.push(name),
                Some(kind) if TEXT_TYPES.contains(&kind) => others.push(name),
                _ => {}
            }
        }
        if main.is_empty() {
            return Err(Fault::NotADocument);
        }
        main.extend(others);
        Ok(main)
    }

    /// Puts a text in the place of a part.
    pub(super) fn change(&mut self, name: &str, text: String) {
        if let Some(part) = self.parts.iter_mut().find(|part| part.name == name) {
            self.unpacked = self.unpacked - part.length() + text.len();
            part.changed = Some(text);
        }
    }

    /// How many bytes a part may have so that all are not too many.
    pub(super) fn room_for(&self, name: &str) -> usize {
        let now = self.parts.iter().find(|part| part.name == name).map_or(0, Part::length);
        MAX_UNPACKED_BYTES.saturating_sub(self.unpacked - now)
    }

    /// Writes the file; parts that were not changed go into it packed as they were.
    pub(super) fn write(mut self) -> Result<Vec<u8>, Fault> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for index in 0..self.archive.len() {
            let part = self.parts.iter().find(|part| part.index == index);
            let name = part.map_or_else(String::new, |part| part.name.clone());
            let broken = || Fault::Broken { part: name.clone() };
            match part.and_then(|part| part.changed.as_ref()) {
                Some(text) => {
                    writer.start_file(name.as_str(), options).map_err(|_| broken())?;
                    writer.write_all(text.as_bytes()).map_err(|_| broken())?;
                }
                None => {
                    let entry = self.archive.by_index_raw(index).map_err(|_| broken())?;
                    writer.raw_copy_file(entry).map_err(|_| broken())?;
                }
            }
        }
        writer.finish().map(Cursor::into_inner).map_err(|_| Fault::NotADocument)
    }

    /// Refuses what leads out of the file, but links; the reference to a template goes.
    fn check_relationships(&mut self) -> Result<(), Fault> {
        let mut references = Vec::new();
        for part in self.parts.iter().filter(|part| part.name.to_ascii_lowercase().ends_with(".rels")) {
            for start in elements(part.text()?, &part.name)? {
                let kind = attribute(&start, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default();
                if CODE_RELATIONSHIPS.contains(&kind) {
                    return Err(Fault::Macros { part: part.name.clone() });
                }
                let is_external = attribute(&start, "TargetMode").is_some_and(|mode| mode != "Internal");
                if kind == TEMPLATE_RELATIONSHIP {
                    references.push((part.name.clone(), start.to_string_tag()));
                } else if is_external && kind != LINK_RELATIONSHIP {
                    let target = attribute(&start, "Target").unwrap_or_default();
                    let target = target.chars().take(60).collect();
                    return Err(Fault::Linked { part: part.name.clone(), target });
                }
            }
        }
        for (name, reference) in references {
            let text = self.text(&name)?.replace(&reference, "");
            if text.len() == self.text(&name)?.len() {
                return Err(Fault::Linked { part: name, target: TEMPLATE_RELATIONSHIP.to_owned() });
            }
            self.change(&name, text);
            self.forget_template()?;
        }
        Ok(())
    }

    /// Takes the element out that says which template a document was made from.
    fn forget_template(&mut self) -> Result<(), Fault> {
        let Ok(text) = self.text(SETTINGS) else { return Ok(()) };
        let is_it = |start: &BytesStart| start.local_name().as_ref() == TEMPLATE_RELATIONSHIP;
        let found = elements(text, SETTINGS)?.into_iter().filter(is_it).map(|start| start.to_string_tag());
        let text = found.fold(text.to_owned(), |text, element| text.replace(&element, ""));
        self.change(SETTINGS, text);
        Ok(())
    }
}

impl Part {
    fn text(&self) -> Result<&str, Fault> {
        let text = match &self.changed {
            Some(text) => text,
            None => str::from_utf8(&self.bytes).map_err(|_| Fault::Broken { part: self.name.clone() })?,
        };
        Ok(text)
    }

    fn length(&self) -> usize {
        self.changed.as_ref().map_or(self.bytes.len(), String::len)
    }
}

/// An element as it is written where nothing is in it.
trait AsTag {
    fn to_string_tag(&self) -> String;
}

impl AsTag for BytesStart<'_> {
    fn to_string_tag(&self) -> String {
        format!("<{}/>", &**self)
    }
}

/// The elements of a part, whatever stands within which.
fn elements<'x>(text: &'x str, part: &str) -> Result<Vec<BytesStart<'x>>, Fault> {
    let broken = || Fault::Broken { part: part.to_owned() };
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(start) | Event::Empty(start) => found.push(start),
            Event::DocType(_) => return Err(broken()),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The value of an attribute, whatever the prefix of its name.
fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    // A reference that XML does not know stays as it is, and is nothing that is known here either.
    let value = unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned);
    Some(value)
}
