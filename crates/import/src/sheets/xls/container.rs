//! The container of an XLS workbook: a small file system of sectors with tables that chain them.
//!
//! Source of the forms: [MS-CFB]. Programs fill what they do not use of the tables as they please (the most used writer
//! of web pages with the mark of an end), count their sectors wrongly, or write the last sector short. So no more of the
//! container is looked at than what leads to the stream that is wanted; every step of a chain lies in the file, and no
//! chain has more sectors than the file.

use crate::problem::Fault;

/// How a container begins.
pub(super) const MARK: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The numbers of sectors end here; what lies above has a meaning of its own, or none.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// The first places of the table that lists the sectors of the table of sectors stand in the head of the file.
const LISTED_IN_HEAD: std::ops::Range<usize> = 76..512;

/// The bytes of an entry of the directory, and of a sector of the stream of small streams.
const ENTRY_BYTES: usize = 128;
const SMALL_SECTOR_BYTES: usize = 64;

/// The kinds of entries.
const STREAM: u8 = 2;
const ROOT: u8 = 5;

/// No entry.
const NONE: u32 = u32::MAX;

/// A container whose directory was read.
pub(super) struct Container<'b> {
    bytes: &'b [u8],
    sector_bytes: usize,
    /// Which sector comes behind each.
    next: Vec<u32>,
    next_small: Vec<u32>,
    /// The stream in which the small streams are kept.
    small: Vec<u8>,
    /// Streams shorter than this are kept there.
    small_below: u64,
    directory: Vec<u8>,
}

/// A stream: where it begins, and its bytes.
#[derive(Clone, Copy)]
pub(super) struct Stream {
    start: u32,
    length: u64,
}

impl<'b> Container<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let sector_bytes = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Fault::BrokenWorkbook),
        };
        let mut container = Self {
            bytes,
            sector_bytes,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            small_below: u32_at(bytes, 56)?.into(),
            directory: Vec::new(),
        };
        container.next = container.table_of_sectors()?;
        container.directory = container.chain(u32_at(bytes, 48)?)?;
        let small_table = u32_at(bytes, 60)?;
        if small_table < LAST_SECTOR {
            container.next_small = numbers(&container.chain(small_table)?);
            let root = container.entry(0).filter(|root| root.kind == ROOT).ok_or(Fault::BrokenWorkbook)?;
            if root.stream.start < LAST_SECTOR {
                container.small = container.chain(root.stream.start)?;
            }
        }
        Ok(container)
    }

    /// How many sectors the file has, the last perhaps cut short.
    fn sectors(&self) -> usize {
        self.bytes.len().div_ceil(self.sector_bytes).saturating_sub(1)
    }

    /// The bytes of a sector. The first lies behind the head, which takes the room of one.
    fn sector(&self, number: u32) -> Result<&'b [u8], Fault> {
        let start = (number as usize).saturating_add(1).saturating_mul(self.sector_bytes);
        let end = start.saturating_add(self.sector_bytes).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty()).ok_or(Fault::BrokenWorkbook)
    }

    /// The table that says which sector comes behind each.
    fn table_of_sectors(&self) -> Result<Vec<u32>, Fault> {
        let most = self.sectors();
        let mut listed = numbers(self.bytes.get(LISTED_IN_HEAD).ok_or(Fault::BrokenWorkbook)?);
        // The list goes on in sectors of its own; the last number of each names the next.
        let mut more = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        // Some programs write nothing where there are no more; the first sector is never one of these.
        while more < LAST_SECTOR && more != 0 {
            steps += 1;
            if steps > most {
                return Err(Fault::BrokenWorkbook);
            }
            let mut numbers = numbers(self.sector(more)?);
            more = numbers.pop().ok_or(Fault::BrokenWorkbook)?;
            listed.append(&mut numbers);
        }
        let mut table = Vec::new();
        for number in listed.into_iter().take_while(|number| *number < LAST_SECTOR) {
            // What is said of sectors behind the end of the file is of no use.
            if table.len() >= most {
                break;
            }
            table.extend(numbers(self.sector(number)?));
        }
        Ok(table)
    }

    /// The bytes of the sectors that are chained from this one on.
    fn chain(&self, start: u32) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        let mut number = start;
        for _ in 0..=self.sectors() {
            if number >= LAST_SECTOR {
                return Ok(bytes);
            }
            bytes.extend_from_slice(self.sector(number)?);
            number = *self.next.get(number as usize).ok_or(Fault::BrokenWorkbook)?;
        }
        // It goes in a circle.
        Err(Fault::BrokenWorkbook)
    }

    /// The same of small sectors.
    fn small_chain(&self, start: u32) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        let mut number = start;
        for _ in 0..=self.small.len() / SMALL_SECTOR_BYTES {
            if number >= LAST_SECTOR {
                return Ok(bytes);
            }
            let from = (number as usize).saturating_mul(SMALL_SECTOR_BYTES);
            let end = from.saturating_add(SMALL_SECTOR_BYTES).min(self.small.len());
            bytes.extend_from_slice(self.small.get(from..end).ok_or(Fault::BrokenWorkbook)?);
            number = *self.next_small.get(number as usize).ok_or(Fault::BrokenWorkbook)?;
        }
        Err(Fault::BrokenWorkbook)
    }

    /// The bytes of a stream.
    pub(super) fn read(&self, stream: Stream) -> Result<Vec<u8>, Fault> {
        let is_small = stream.length < self.small_below;
        let mut bytes = if is_small { self.small_chain(stream.start) } else { self.chain(stream.start) }?;
        // A stream that is cut off is not read: what is missing may be anything.
        let length = usize::try_from(stream.length).ok().filter(|length| *length <= bytes.len());
        bytes.truncate(length.ok_or(Fault::BrokenWorkbook)?);
        Ok(bytes)
    }

    /// The stream of this name in the root of the container, in any letters.
    pub(super) fn stream(&self, name: &str) -> Option<Stream> {
        let mut seen = vec![false; self.directory.len() / ENTRY_BYTES];
        let mut waiting = vec![self.entry(0)?.child];
        while let Some(place) = waiting.pop() {
            if place == NONE || seen.get_mut(place as usize).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            let Some(entry) = self.entry(place) else { continue };
            if entry.kind == STREAM && entry.is_called(name) {
                return Some(entry.stream);
            }
            waiting.extend(entry.beside);
        }
        None
    }

    fn entry(&self, place: u32) -> Option<Entry<'_>> {
        let start = (place as usize).checked_mul(ENTRY_BYTES)?;
        let bytes = self.directory.get(start..start.checked_add(ENTRY_BYTES)?)?;
        let number = |at| u32_at(bytes, at).ok();
        // In old containers the upper half of a length is not defined.
        let upper = if self.sector_bytes == 512 { 0 } else { number(124)? };
        let length = u64::from(number(120)?) | u64::from(upper) << 32;
        Some(Entry {
            name: bytes.get(..64)?,
            kind: *bytes.get(66)?,
            beside: [number(68)?, number(72)?],
            child: number(76)?,
            stream: Stream { start: number(116)?, length },
        })
    }
}

/// An entry of the directory.
struct Entry<'d> {
    /// In UTF-16, with zeros behind it.
    name: &'d [u8],
    kind: u8,
    /// The entries before and behind it in its folder.
    beside: [u32; 2],
    /// One of the entries within it.
    child: u32,
    stream: Stream,
}

impl Entry<'_> {
    fn is_called(&self, name: &str) -> bool {
        let units = self.name.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
        let own = char::decode_utf16(units.take_while(|unit| *unit != 0));
        let own: String = own.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        own.eq_ignore_ascii_case(name)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let two = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or(Fault::BrokenWorkbook)?;
    Ok(u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let four = bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or(Fault::BrokenWorkbook)?;
    Ok(u32::from_le_bytes(*four))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}
