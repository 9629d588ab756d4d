//! A ZIP archive that is written from its beginning to its end without ever going back.
//!
//! Sizes and check sums stand behind each file, as archives that are streamed have them. The usual library writes such
//! archives too, but to a writer that it gives back only at the end, so that nothing could be taken in between.

use crc32fast::Hasher;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};

/// Version 2.0 of the format: files packed by deflate.
const VERSION: u16 = 20;
/// Sizes and check sum stand behind the file; names are UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const DEFLATE: u16 = 8;
/// 1 January 1980: there is no clock here.
const DAY: u16 = 1 << 5 | 1;

/// An archive that is being written.
pub(super) struct Zip {
    /// What is ready and was not yet taken.
    bytes: Vec<u8>,
    /// How many bytes were written in all.
    written: u32,
    files: Vec<File>,
    open: Option<Open>,
}

/// A file in the archive.
struct File {
    name: &'static str,
    begins: u32,
    check: u32,
    packed: u32,
    size: u32,
}

struct Open {
    name: &'static str,
    begins: u32,
    packer: Box<CompressorOxide>,
    packed: u32,
    size: u32,
    crc: Hasher,
}

/// Packs quickly rather than as small as can be: level 1 of 9, and no frame around it, which the archive has of its own.
fn packer() -> Box<CompressorOxide> {
    Box::new(CompressorOxide::new(create_comp_flags_from_zip_params(1, 0, 0)))
}

impl Open {
    /// Packs the next bytes of the file; with `Finish`, all that was held back.
    fn pack(&mut self, bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
        let mut packed = Vec::new();
        compress_to_output(&mut self.packer, bytes, flush, |piece| {
            packed.extend_from_slice(piece);
            true
        });
        self.packed += packed.len() as u32;
        packed
    }
}

impl Zip {
    pub(super) fn new() -> Self {
        Self { bytes: Vec::new(), written: 0, files: Vec::new(), open: None }
    }

    /// Begins a file; the one before is at its end.
    pub(super) fn begin(&mut self, name: &'static str) {
        self.end();
        let begins = self.written;
        self.numbers(&[0x0403_4B50], &[VERSION, FLAGS, DEFLATE, 0, DAY]);
        self.numbers(&[0, 0, 0], &[name.len() as u16, 0]);
        self.push(name.as_bytes());
        self.open = Some(Open { name, begins, packer: packer(), packed: 0, size: 0, crc: Hasher::new() });
    }

    /// Writes to the file that was begun last.
    pub(super) fn write(&mut self, text: &str) {
        let Some(open) = &mut self.open else { return };
        open.crc.update(text.as_bytes());
        open.size += text.len() as u32;
        let packed = open.pack(text.as_bytes(), TDEFLFlush::None);
        self.push(&packed);
    }

    /// A whole file.
    pub(super) fn file(&mut self, name: &'static str, text: &str) {
        self.begin(name);
        self.write(text);
    }

    /// The bytes that are ready.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        let rest = open.pack(&[], TDEFLFlush::Finish);
        self.push(&rest);
        let Open { name, begins, packed, size, crc, .. } = open;
        let check = crc.finalize();
        self.numbers(&[0x0807_4B50, check, packed, size], &[]);
        self.files.push(File { name, begins, check, packed, size });
    }

    /// Ends the archive with the list of its files.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.end();
        let begins = self.written;
        let files = std::mem::take(&mut self.files);
        for file in &files {
            self.numbers(&[0x0201_4B50], &[VERSION, VERSION, FLAGS, DEFLATE, 0, DAY]);
            self.numbers(&[file.check, file.packed, file.size], &[file.name.len() as u16, 0, 0, 0, 0]);
            self.numbers(&[0, file.begins], &[]);
            self.push(file.name.as_bytes());
        }
        let length = self.written - begins;
        let count = files.len() as u16;
        self.numbers(&[0x0605_4B50], &[0, 0, count, count]);
        self.numbers(&[length, begins], &[0]);
        self.bytes
    }

    /// Numbers with the low byte first: those of four bytes, then those of two.
    fn numbers(&mut self, long: &[u32], short: &[u16]) {
        let mut bytes = Vec::new();
        long.iter().for_each(|number| bytes.extend(number.to_le_bytes()));
        short.iter().for_each(|number| bytes.extend(number.to_le_bytes()));
        self.push(&bytes);
    }

    fn push(&mut self, bytes: &[u8]) {
        self.written += bytes.len() as u32;
        self.bytes.extend_from_slice(bytes);
    }
}
