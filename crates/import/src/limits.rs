//! How much is read. What is larger is refused in words, so that no file can take all memory of a machine.

/// The most that is read of the files of an office.
///
/// The limits of workbooks are those of the format and of what a browser's memory bears: a sheet has at most 1,048,576
/// rows, and the reader of workbooks keeps their shared texts, but not their cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a text file, which is read piece by piece: 2 GB.
    pub text_bytes: u64,
    /// The bytes of a workbook, which is held in memory as a whole: 256 MB.
    pub workbook_bytes: u64,
    /// The bytes of all parts of a workbook once they are unpacked: 2 GB. Counted while unpacking; what the workbook
    /// says of itself is not believed.
    pub unpacked_bytes: u64,
    /// How many times as many they may be as those that were read of the workbook, once they are more than 64 MB: 250.
    pub unpacked_times: u64,
    /// The bytes of the texts that the cells of a workbook share, unpacked: 512 MB.
    pub shared_bytes: u64,
    /// The sheets of a workbook: 1,000.
    pub sheets: usize,
    /// The cells of a workbook, blank ones before the last of a row too: 50 million.
    pub cells: u64,
    /// The rows of all files together: 5 million, of which the facts need some gigabytes.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MEGABYTE: u64 = 1024 * 1024;
        Self {
            text_bytes: 2048 * MEGABYTE,
            workbook_bytes: 256 * MEGABYTE,
            unpacked_bytes: 2048 * MEGABYTE,
            unpacked_times: 250,
            shared_bytes: 512 * MEGABYTE,
            sheets: 1000,
            cells: 50_000_000,
            rows: 5_000_000,
        }
    }
}

/// A number of bytes for people to read.
pub(super) fn megabytes(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 { format!("{kilobytes} KB") } else { format!("{} MB", kilobytes / 1024) }
}

/// A count for people to read: in groups of three digits.
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
