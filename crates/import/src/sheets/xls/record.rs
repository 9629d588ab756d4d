//! The records of a stream: two bytes for the kind, two for the length, then as many bytes.

use crate::problem::Fault;

pub(super) const FORMULA: u16 = 0x0006;
pub(super) const EOF: u16 = 0x000A;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const FILE_PASS: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const MULTIPLE_RK: u16 = 0x00BD;
pub(super) const RICH_LABEL: u16 = 0x00D6;
pub(super) const MERGED_CELLS: u16 = 0x00E5;
pub(super) const CELL_FORMAT: u16 = 0x00E0;
pub(super) const SHARED_STRINGS: u16 = 0x00FC;
pub(super) const LABEL_SST: u16 = 0x00FD;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOLEAN_OR_ERROR: u16 = 0x0205;
pub(super) const STRING: u16 = 0x0207;
pub(super) const RK: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const BOF: u16 = 0x0809;

/// The bytes before those of a record: its kind and length.
const HEAD: usize = 4;

/// A record, with those that continue it.
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    /// Its bytes, then those of each that continues it.
    pub(super) pieces: Vec<&'s [u8]>,
}

impl Record<'_> {
    /// Its bytes without what continues it.
    pub(super) fn first(&self) -> &[u8] {
        self.pieces.first().copied().unwrap_or_default()
    }

    /// The length without what continues it.
    pub(super) fn len(&self) -> usize {
        self.pieces.first().map_or(0, |bytes| bytes.len())
    }

    /// The length with its head, and with what continues it.
    pub(super) fn whole_len(&self) -> usize {
        self.pieces.iter().map(|bytes| HEAD + bytes.len()).sum()
    }

    fn bytes<const N: usize>(&self, at: usize) -> Result<[u8; N], Fault> {
        let bytes = self.pieces.first().and_then(|bytes| bytes.get(at..at.checked_add(N)?));
        bytes.and_then(|bytes| bytes.try_into().ok()).ok_or(Fault::BrokenWorkbook)
    }

    pub(super) fn u8(&self, at: usize) -> Result<u8, Fault> {
        self.bytes(at).map(|[byte]: [u8; 1]| byte)
    }

    pub(super) fn u16(&self, at: usize) -> Result<u16, Fault> {
        self.bytes(at).map(u16::from_le_bytes)
    }

    pub(super) fn u32(&self, at: usize) -> Result<u32, Fault> {
        self.bytes(at).map(u32::from_le_bytes)
    }

    pub(super) fn f64(&self, at: usize) -> Result<f64, Fault> {
        self.bytes(at).map(f64::from_le_bytes)
    }
}

/// The records of a stream, one after the other.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    fn take(&mut self) -> Option<(u16, &'s [u8])> {
        let (head, behind) = self.rest.split_first_chunk::<HEAD>()?;
        let [kind_low, kind_high, length_low, length_high] = *head;
        let length = usize::from(u16::from_le_bytes([length_low, length_high]));
        let (bytes, rest) = behind.split_at_checked(length)?;
        self.rest = rest;
        Some((u16::from_le_bytes([kind_low, kind_high]), bytes))
    }

    fn is_continued(&self) -> bool {
        self.rest.starts_with(&CONTINUE.to_le_bytes())
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Result<Record<'s>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some((kind, bytes)) = self.take() else {
            self.rest = &[];
            return Some(Err(Fault::BrokenWorkbook));
        };
        let mut pieces = vec![bytes];
        while self.is_continued() {
            let Some((_, bytes)) = self.take() else { break };
            pieces.push(bytes);
        }
        Some(Ok(Record { kind, pieces }))
    }
}
