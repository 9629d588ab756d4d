//! The parts of an XLSX workbook, unpacked once and counted before anything else reads them.
//!
//! Nothing that the package says of itself is believed: not the sizes in its directory, and not the number of shared
//! texts, for which calamine takes memory before it has seen one.

use std::collections::BTreeMap;
use std::io::Read;

use zip::ZipArchive;

use super::budget::{Budget, Unpacked};
use super::merged::{MOST_MERGES, Merge};
use super::metered::Metered;
use crate::format::Format;
use crate::limits::Limits;
use crate::problem::Fault;

/// The most bytes between two angle brackets. A cell has at most 32,767 characters; what is longer is no table, and the
/// reader of XML holds such a run in memory as a whole.
const MAX_RUN_BYTES: u64 = 1024 * 1024;

/// The same for the part with the formats of cells, whose names are kept once for each format.
const MAX_STYLE_RUN_BYTES: u64 = 4096;

/// The most bytes of a part that is neither a sheet nor the shared texts: those parts are held in memory.
const MAX_PART_BYTES: u64 = 64 * 1024 * 1024;

/// So many shared texts may be announced without being there: some programs count them wrongly.
const MAX_MISCOUNTED: u64 = 1_000_000;

/// The merged cells of a part, by the place in the package where it begins: they stand behind the rows to which they
/// matter.
pub(super) type Merges = BTreeMap<u64, Vec<Merge>>;

/// What a package is, by the names of its parts.
pub(super) enum Package {
    Workbook,
    Archive,
}

/// Tells what a package is.
///
/// # Errors
/// It is damaged, or that of another program.
pub(super) fn recognise(bytes: &[u8]) -> Result<Package, Fault> {
    let package = ZipArchive::new(Metered::new(bytes)).map_err(|_| Fault::BrokenWorkbook)?;
    let names: Vec<String> = package.file_names().filter_map(|name| Some(name.ok()?.to_ascii_lowercase())).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("[content_types].xml") || has("_rels/.rels") {
        // A workbook in the binary format has parts of another kind.
        let others = [
            ("workbook.bin", Format::Xlsb),
            ("word/document.xml", Format::Word),
            ("ppt/presentation.xml", Format::PowerPoint),
            ("visio/document.xml", Format::Visio),
        ];
        let other = others.into_iter().find(|(part, _)| names.iter().any(|name| name.ends_with(part)));
        return other.map_or(Ok(Package::Workbook), |(_, format)| Err(Fault::OtherFormat(format)));
    }
    if has("mimetype") && has("content.xml") {
        return Err(Fault::OtherFormat(Format::OpenDocument));
    }
    if has("ofd.xml") {
        return Err(Fault::OtherFormat(Format::Ofd));
    }
    if names.iter().any(|name| name.starts_with("index/") && name.ends_with(".iwa")) || has("index.zip") {
        return Err(Fault::OtherFormat(Format::Numbers));
    }
    // With nothing in it, it may be anything.
    if names.is_empty() { Err(Fault::NotAWorkbook) } else { Ok(Package::Archive) }
}

/// Unpacks every part of a package and counts. Returns the merged cells of its sheets.
pub(super) fn check(bytes: &[u8], limits: &Limits, budget: &mut Budget) -> Result<Merges, Fault> {
    let bytes = Metered::new(bytes);
    let mut unpacked = Unpacked::new(bytes.meter());
    let mut package = ZipArchive::new(bytes).map_err(|_| Fault::BrokenWorkbook)?;
    let (mut merges, mut merged) = (Merges::new(), 0);
    for place in 0..package.len() {
        let mut part = package.by_index(place).map_err(|fault| match fault {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Fault::Password,
            _ => Fault::BrokenWorkbook,
        })?;
        let name = part.name().map_err(|_| Fault::BrokenWorkbook)?.to_ascii_lowercase();
        let of_office = name.ends_with(".xml") || name.ends_with(".rels");
        let kind = if name.ends_with("sharedstrings.xml") {
            Kind::Shared
        } else if name.ends_with("styles.xml") {
            Kind::Styles
        } else if name.contains("worksheets/") && of_office {
            Kind::Sheet
        } else if of_office {
            Kind::Other
        } else {
            Kind::Picture
        };
        let start = part.data_start();
        let mut counts = Counts::default();
        let mut piece = [0; 32 * 1024];
        loop {
            let length = part.read(&mut piece).map_err(|_| Fault::BrokenWorkbook)?;
            if length == 0 {
                break;
            }
            budget.take(length, &mut unpacked, limits)?;
            counts.take(piece.get(..length).unwrap_or_default(), kind);
            counts.check(kind, limits)?;
            if merged + counts.value.merges.len() > MOST_MERGES {
                return Err(Fault::BrokenWorkbook);
            }
        }
        if let (Some(start), false) = (start, counts.value.merges.is_empty()) {
            merged += counts.value.merges.len();
            merges.insert(start, counts.value.merges);
        }
    }
    Ok(merges)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sheet,
    Shared,
    Styles,
    Other,
    /// What no cell comes from.
    Picture,
}

/// What is counted of a part.
#[derive(Default)]
struct Counts {
    bytes: u64,
    tags: u64,
    /// The bytes since the last bracket, and the most that there were.
    run: u64,
    longest_run: u64,
    has_nul: bool,
    value: ValueBytes,
    /// How many shared texts are announced: the greatest number behind the word for it.
    announced: u64,
    word: usize,
    number: Option<u64>,
}

/// Counts the bytes of each value: a text of many parts is put together from all of them.
#[derive(Default)]
struct ValueBytes {
    /// The name of the tag that is being read, without its prefix, as far as it is needed, and its length.
    name: [u8; 9],
    length: usize,
    in_name: bool,
    /// The byte before.
    before: u8,
    /// Whether the tag that is open began the value.
    begins: bool,
    /// The bytes of the value so far.
    bytes: Option<u64>,
    /// Whether there is a value that is too long, or has a remark in it: calamine would leave its text out.
    is_broken: bool,
    /// What stands in the tag that is open, of a merged cell.
    merge: Option<Vec<u8>>,
    merges: Vec<Merge>,
}

/// So much is kept of the tag of a merged cell.
const MOST_OF_MERGE: usize = 200;

impl ValueBytes {
    fn take_bracket(&mut self, bracket: u8) {
        if bracket == b'<' {
            (self.in_name, self.length, self.begins) = (true, 0, false);
            return;
        }
        if self.in_name {
            self.named();
        }
        if let Some(attributes) = self.merge.take() {
            self.merges.extend(Merge::read(&attributes));
        }
        if self.before == b'/' && self.begins {
            self.bytes = None;
        }
    }

    /// Takes what stands between two brackets, or the part of it that is at hand.
    fn take_run(&mut self, run: &[u8]) {
        let mut rest = run;
        if self.in_name {
            while let Some((byte, behind)) = rest.split_first() {
                rest = behind;
                match byte {
                    b':' => self.length = usize::from(self.name.first() == Some(&b'/') && self.length > 0),
                    b' ' | b'\t' | b'\r' | b'\n' => self.named(),
                    b'/' if self.length > 0 => self.named(),
                    _ => {
                        if let Some(place) = self.name.get_mut(self.length) {
                            *place = *byte;
                        }
                        self.length += 1;
                    }
                }
                if !self.in_name {
                    break;
                }
            }
        }
        if let Some(attributes) = &mut self.merge {
            attributes.extend(rest.iter().take(MOST_OF_MERGE.saturating_sub(attributes.len())));
        }
        self.before = run.last().copied().unwrap_or(self.before);
        if let Some(bytes) = &mut self.bytes {
            *bytes += run.len() as u64;
            self.is_broken |= *bytes > MAX_RUN_BYTES;
        }
    }

    fn named(&mut self) {
        self.in_name = false;
        match self.name.get(..self.length) {
            Some(b"v" | b"is" | b"si") if self.bytes.is_none() => (self.bytes, self.begins) = (Some(0), true),
            Some(b"/v" | b"/is" | b"/si") => self.bytes = None,
            Some(b"mergeCell") if self.bytes.is_none() => self.merge = Some(Vec::new()),
            _ => self.is_broken |= self.bytes.is_some() && self.name.first() == Some(&b'!') && self.length > 0,
        }
    }
}

/// Where the first angle bracket stands. They come every ten bytes or so; eight are looked at together.
fn bracket_in(bytes: &[u8]) -> Option<usize> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut start = 0;
    while let Some(eight) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        // The two differ in one bit only. A byte that is one of them becomes nothing, and the lowest that is nothing alone
        // is sure to be marked by its highest bit.
        let others = (u64::from_le_bytes(*eight) | (EACH * 2)) ^ (EACH * u64::from(b'>'));
        let marks = others.wrapping_sub(EACH) & !others & (EACH << 7);
        if marks != 0 {
            return Some(start + marks.trailing_zeros() as usize / 8);
        }
        start += 8;
    }
    let end = bytes.get(start..)?.iter().position(|byte| matches!(byte, b'<' | b'>'))?;
    Some(start + end)
}

/// What stands before the number of shared texts.
const ANNOUNCES: &[u8] = b"uniqueCount";

impl Counts {
    fn take(&mut self, piece: &[u8], kind: Kind) {
        self.bytes += piece.len() as u64;
        self.has_nul |= piece.contains(&0);
        let mut rest = piece;
        // From bracket to bracket: there are gigabytes to go through.
        while !rest.is_empty() {
            let end = bracket_in(rest).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            self.take_run(run, kind);
            rest = behind;
            if let Some((bracket, behind)) = behind.split_first() {
                self.tags += u64::from(*bracket == b'<');
                self.run = 0;
                (self.word, self.number) = (0, None);
                self.value.take_bracket(*bracket);
                rest = behind;
            }
        }
    }

    fn take_run(&mut self, run: &[u8], kind: Kind) {
        if kind == Kind::Styles {
            for part in run.split_inclusive(|byte| matches!(byte, b'"' | b'\'')) {
                self.run += part.len() as u64;
                self.longest_run = self.longest_run.max(self.run);
                if part.ends_with(b"\"") || part.ends_with(b"'") {
                    self.run = 0;
                }
            }
        } else {
            self.run += run.len() as u64;
            self.longest_run = self.longest_run.max(self.run);
        }
        if kind == Kind::Shared {
            run.iter().for_each(|byte| self.look_for_number(*byte));
        }
        if matches!(kind, Kind::Shared | Kind::Sheet) {
            self.value.take_run(run);
        }
    }

    fn look_for_number(&mut self, byte: u8) {
        if let Some(number) = self.number {
            match byte {
                b'0'..=b'9' => {
                    let number = number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
                    self.number = Some(number);
                    self.announced = self.announced.max(number);
                }
                b'=' | b'"' | b'\'' | b'+' | b' ' | b'\t' | b'\r' | b'\n' if number == 0 => {}
                _ => self.number = None,
            }
        }
        self.word = match ANNOUNCES.get(self.word) {
            Some(next) if *next == byte => self.word + 1,
            _ => usize::from(ANNOUNCES.first() == Some(&byte)),
        };
        if self.word == ANNOUNCES.len() {
            (self.word, self.number) = (0, Some(0));
        }
    }

    fn check(&self, kind: Kind, limits: &Limits) -> Result<(), Fault> {
        if kind == Kind::Picture {
            return Ok(());
        }
        let most = match kind {
            Kind::Sheet => limits.unpacked_bytes,
            Kind::Shared => limits.shared_bytes,
            _ => MAX_PART_BYTES.min(limits.shared_bytes),
        };
        if self.bytes > most {
            return Err(Fault::UnpackedTooLarge);
        }
        let longest = if kind == Kind::Styles { MAX_STYLE_RUN_BYTES } else { MAX_RUN_BYTES };
        // A NUL is a part in UTF-16, of which the counts would say nothing, or damaged.
        if self.longest_run > longest || self.has_nul || self.value.is_broken {
            return Err(Fault::BrokenWorkbook);
        }
        if self.tags > limits.cells.saturating_mul(4).max(MAX_MISCOUNTED) && kind == Kind::Shared {
            return Err(Fault::WorkbookTooManyCells);
        }
        if self.announced > self.bytes.max(MAX_MISCOUNTED) {
            return Err(Fault::BrokenWorkbook);
        }
        Ok(())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_bracket_is_found_wherever_it_stands(
            bytes in prop::collection::vec(prop_oneof![8 => any::<u8>(), 1 => prop::sample::select(vec![b'<', b'>', b'=', b'?', 0xBC, 0xBE])], 0..40),
        ) {
            let first = bytes.iter().position(|byte| matches!(byte, b'<' | b'>'));
            prop_assert_eq!(super::bracket_in(&bytes), first);
        }
    }
}
