//! Text → rows: a table in text form, cut into cells while it comes in.

use std::borrow::Cow;

use super::cell;

/// The longest row that is read, in bytes. A spreadsheet's cell holds at most 32,767 characters: what is
/// longer than this is no row but a quotation mark that is never closed, or no table.
pub(super) const MAX_ROW_BYTES: usize = 256 * 1024;

/// The most columns that are read: as many as a spreadsheet has.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// What some systems put before a text, and the reader of CSV takes away wherever a row begins with it.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What a byte of a line may be besides part of a text that is seen: most bytes are those of digits, letters, ideographs.
static SPECIAL: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\t' | b'\n' | b'\r' | b'"' | b',' | b';' => SIGN,
            other if cell::may_be_invisible(other) => INVISIBLE,
            _ => 0,
        };
        byte += 1;
    }
    table
};
/// A separator, a quotation mark or a line break.
const SIGN: u8 = 1;
/// The beginning of something invisible.
const INVISIBLE: u8 = 2;

/// One row, cut into its cells.
#[derive(Default)]
pub(super) struct Row {
    /// The cells one behind the other, quotation marks resolved.
    text: String,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// How many bytes stand between a cell and the next.
    between: usize,
    /// Whether nothing in it is invisible; where it is not, something may be.
    visible: bool,
}

impl Row {
    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a cell as it stands in the file; empty behind the last.
    pub(super) fn cell(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index).copied() else { return "" };
        let before = index.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |end| end + self.between);
        // Rows are cut at ASCII characters only, so that each piece is text again.
        self.text.get(start..end).unwrap_or_default()
    }

    /// What a cell says, or `None` where it is empty or says that there is nothing.
    #[inline]
    pub(super) fn filled(&self, index: usize) -> Option<Cow<'_, str>> {
        cell::filled_in(self.visible, self.cell(index))
    }

    /// Makes the cells of the row what stands between these separators, of ASCII.
    pub(super) fn split(&mut self, line: &str, separator: u8) {
        self.ends.clear();
        self.set(line, 1, cell::is_visible(line));
        let indices = line.bytes().enumerate().filter(|(_, byte)| *byte == separator).map(|(index, _)| index);
        self.ends.extend(indices.chain([line.len()]));
    }

    /// The same for the first line of a text, up to its line break, unless it has quotation marks or no end within `most`
    /// bytes. Returns its length.
    fn split_line(&mut self, text: &str, separator: u8, most: usize) -> Option<usize> {
        self.ends.clear();
        let bytes = text.as_bytes();
        let mut visible = true;
        for (index, byte) in bytes.iter().enumerate().take(most + 1) {
            let special = SPECIAL[usize::from(*byte)];
            if special == 0 {
                continue;
            }
            if *byte == separator {
                self.ends.push(index);
            } else if special == INVISIBLE {
                visible &= !cell::may_hide(bytes.get(index..).unwrap_or_default());
            } else if *byte == b'"' {
                return None;
            } else if is_line_break(*byte) {
                self.ends.push(index);
                self.set(text.get(..index)?, 1, visible);
                return Some(index);
            }
        }
        None
    }

    /// Makes the cells of the row what ends at these places of a text.
    fn fill_at(&mut self, text: &str, ends: &[usize]) {
        self.ends.clear();
        self.set(text, 0, cell::is_visible(text));
        self.ends.extend_from_slice(ends);
    }

    /// Takes over a text whose cells end where `ends` says, or will say.
    fn set(&mut self, text: &str, between: usize, visible: bool) {
        self.text.clear();
        self.text.push_str(text);
        self.between = between;
        self.visible = visible;
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.cell(index))
    }
}

/// What stands next in the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A row with this number in a spreadsheet, counted from 1.
    Row(u32),
    /// A row that is longer or has more columns than any row of a table; it was passed over.
    TooLong(u32),
    /// A row with a quotation mark that is never closed; it was passed over, and the next line is read on its own.
    OpenQuote(u32),
}

/// Text on its way through a cutter of rows.
#[derive(Default)]
pub(super) struct Held {
    /// The text that was not taken yet, and some that was.
    pub(super) text: String,
    /// How much of it was taken.
    pub(super) taken: usize,
}

impl Held {
    /// The text behind the rows taken.
    pub(super) fn not_taken(&self) -> &str {
        self.text.get(self.taken..).unwrap_or_default()
    }

    /// Forgets the text of the rows taken.
    pub(super) fn forget_taken(&mut self) {
        self.text.drain(..self.taken);
        self.taken = 0;
    }
}

/// Cuts text into rows. Text is appended to [`Held::text`], rows are taken with [`Splitter::next`].
pub(super) struct Splitter {
    csv: csv_core::Reader,
    /// What it writes: the cells of a row one behind the other, and where each ends.
    cells: Vec<u8>,
    ends: Vec<usize>,
    delimiter: u8,
    pub(super) held: Held,
    /// Rows so far, blank ones too, as a spreadsheet counts.
    rows: u32,
    /// The columns of the header: a cell with line breaks must not hold rows of as many.
    pub(super) columns: usize,
    after_carriage_return: bool,
    passing_over: bool,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            csv: csv_core::ReaderBuilder::new().delimiter(delimiter).build(),
            cells: Vec::new(),
            ends: Vec::new(),
            delimiter,
            held: Held::default(),
            rows: 0,
            columns: usize::MAX,
            after_carriage_return: false,
            passing_over: false,
        }
    }

    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// How many rows were taken or passed over so far, blank ones too.
    pub(super) fn rows(&self) -> u32 {
        self.rows
    }

    /// Takes the next row into `row`. `None` when the text at hand holds no whole row: with `last`, none at all.
    pub(super) fn next(&mut self, last: bool, row: &mut Row) -> Option<Found> {
        loop {
            let byte = *self.rest().first()?;
            let ends_row_before = byte == b'\n' && std::mem::take(&mut self.after_carriage_return);
            self.after_carriage_return = byte == b'\r';
            if ends_row_before {
                self.held.taken += 1;
            } else if self.passing_over {
                self.pass_over_line();
            } else if is_line_break(byte) {
                self.held.taken += 1;
                self.rows = self.rows.saturating_add(1);
            } else {
                return self.take_row(last, row);
            }
        }
    }

    fn rest(&self) -> &[u8] {
        self.held.text.as_bytes().get(self.held.taken..).unwrap_or_default()
    }

    fn take_row(&mut self, last: bool, row: &mut Row) -> Option<Found> {
        if let Some(length) = self.cut_plain_line(row) {
            self.rows = self.rows.saturating_add(1);
            self.held.taken += length;
            self.after_carriage_return = self.rest().first() == Some(&b'\r');
            self.held.taken += 1;
            return Some(Found::Row(self.rows));
        }
        let rest = self.rest().len();
        let cut = self.cut(last, row);
        if matches!(cut, Cut::Unfinished) && !last && rest <= MAX_ROW_BYTES {
            return None;
        }
        self.rows = self.rows.saturating_add(1);
        match cut {
            Cut::Row(end) if !self.swallows_rows(row) => {
                self.after_carriage_return = self.held.text.as_bytes().get(end.saturating_sub(1)) == Some(&b'\r');
                self.held.taken = end;
                Some(Found::Row(self.rows))
            }
            Cut::TooManyColumns => {
                self.pass_over_line();
                Some(Found::TooLong(self.rows))
            }
            Cut::Row(_) | Cut::Unfinished => {
                let line = self.pass_over_line();
                Some(if line > MAX_ROW_BYTES { Found::TooLong(self.rows) } else { Found::OpenQuote(self.rows) })
            }
        }
    }

    /// Cuts the next line where that needs no reader of CSV, which looks at every byte by itself: without quotation marks
    /// a row is what stands between delimiters. Returns the length of the line.
    fn cut_plain_line(&mut self, row: &mut Row) -> Option<usize> {
        let rest = self.held.not_taken();
        if rest.starts_with(BYTE_ORDER_MARK) {
            return None;
        }
        let length = row.split_line(rest, self.delimiter, MAX_ROW_BYTES)?;
        (row.len() <= MAX_COLUMNS).then_some(length)
    }

    /// Passes over the text up to and with the next line break, or as much of it as there is. Returns its length.
    fn pass_over_line(&mut self) -> usize {
        let rest = self.rest();
        let line = rest.iter().position(|byte| is_line_break(*byte));
        let length = line.unwrap_or(rest.len());
        self.after_carriage_return = rest.get(length) == Some(&b'\r');
        self.passing_over = line.is_none();
        self.held.taken += length + usize::from(line.is_some());
        length
    }

    /// Whether a cell with a line break holds as many delimiters as a row: then two stray quotation marks in
    /// different rows have found each other, and what lies between them would be lost without a word.
    fn swallows_rows(&self, row: &Row) -> bool {
        let first_line = 1;
        self.columns > 2
            && self.csv.line() > first_line + 1
            && row.cells().any(|cell| {
                cell.contains('\n') && cell.bytes().filter(|byte| *byte == self.delimiter).count() + 1 >= self.columns
            })
    }

    fn cut(&mut self, last: bool, row: &mut Row) -> Cut {
        self.csv.reset();
        let bytes = self.held.text.as_bytes();
        let (mut read, mut written, mut ends) = (self.held.taken, 0, 0);
        let limit = bytes.len().min(self.held.taken.saturating_add(MAX_ROW_BYTES + 1));
        loop {
            if self.cells.len() < written + 1024 {
                self.cells.resize(written + 4096, 0);
            }
            if self.ends.len() < ends + 16 {
                self.ends.resize(ends + 64, 0);
            }
            let input = bytes.get(read..limit).unwrap_or_default();
            // At the end of the file a line break closes the last row: it is swallowed by an open quotation.
            let closing = input.is_empty();
            if closing && !(last && limit == bytes.len()) {
                return Cut::Unfinished;
            }
            let (Some(output), Some(cell_ends)) = (self.cells.get_mut(written..), self.ends.get_mut(ends..)) else {
                return Cut::Unfinished;
            };
            let (result, nin, nout, nends) =
                self.csv.read_record(if closing { b"\n" } else { input }, output, cell_ends);
            if !closing {
                read += nin;
            }
            written += nout;
            ends += nends;
            match result {
                csv_core::ReadRecordResult::Record => {
                    let text = str::from_utf8(self.cells.get(..written).unwrap_or_default()).unwrap_or_default();
                    row.fill_at(text, self.ends.get(..ends).unwrap_or_default());
                    return Cut::Row(read);
                }
                _ if ends > MAX_COLUMNS => return Cut::TooManyColumns,
                csv_core::ReadRecordResult::InputEmpty if closing => return Cut::Unfinished,
                csv_core::ReadRecordResult::End => return Cut::Unfinished,
                _ => {}
            }
        }
    }
}

enum Cut {
    /// A whole row, up to this place in the text.
    Row(usize),
    Unfinished,
    TooManyColumns,
}

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5_000) })]

        /// The short way, where it is taken, gives what the reader of CSV gives.
        #[test]
        fn a_plain_line_is_cut_as_the_reader_of_csv_cuts_it(
            text in "[a,;\t示 '\u{FEFF}\0]{0,12}(\n|\r|\r\n|\"|)[a,\n]{0,3}",
            delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        ) {
            let mut splitter = Splitter::new(delimiter);
            splitter.held.text = text;
            let (mut plain, mut cut) = (Row::default(), Row::default());
            if let Some(length) = splitter.cut_plain_line(&mut plain).filter(|length| *length > 0) {
                let Cut::Row(end) = splitter.cut(false, &mut cut) else { panic!("no row") };
                prop_assert_eq!(length + 1, end);
                prop_assert_eq!(plain.cells().collect::<Vec<_>>(), cut.cells().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_longest_row_is_cut_and_a_longer_one_is_not() {
        for (more, found) in [(0, Found::Row(1)), (1, Found::TooLong(1))] {
            let mut splitter = Splitter::new(b',');
            splitter.held.text = "x".repeat(MAX_ROW_BYTES + more) + "\n";
            assert_eq!(splitter.next(false, &mut Row::default()), Some(found));
        }
    }
}
