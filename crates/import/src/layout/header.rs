//! The labels of a table: one row of them, or two, of which the upper has headings over several columns.

use std::collections::HashMap;

use super::super::cell::{cleaned, in_one_line};
use super::super::sheet_text::LENT;
use super::super::split::Row;
use super::super::vocabulary::TOTALS;
use super::label::Label;

/// The labels of a table's columns.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Header {
    columns: Vec<HeaderColumn>,
    /// How many rows they stand in.
    pub(in super::super) rows: u32,
    /// Whether the lower row has labels that are known, or a bare one.
    pub(in super::super) has_labels_below: bool,
}

#[derive(Clone, Debug, Default)]
struct HeaderColumn {
    text: String,
    label: Label,
    /// What stands above it.
    heading: Label,
    /// Whether it says too little by itself.
    is_bare: bool,
}

impl Header {
    /// The labels in a row.
    pub(in super::super) fn of_row(row: &Row) -> Self {
        Self::of_texts(row.cells().map(shown))
    }

    /// The labels that the shape of a file has.
    pub(super) fn of_shape(shape: &str) -> Self {
        Self::of_texts(shape.split('\t').map(str::to_owned))
    }

    fn of_texts(texts: impl Iterator<Item = String>) -> Self {
        let column = |text: String| HeaderColumn { label: Label::new(&text), text, ..HeaderColumn::default() };
        Self { columns: texts.map(column).collect(), rows: 1, has_labels_below: false }
    }

    /// The labels in two rows; `None` where the upper is a title, or has no heading over anything.
    pub(in super::super) fn of_rows(upper: &Row, lower: &Row) -> Option<Self> {
        if is_title(upper) {
            return None;
        }
        let mut columns = Vec::new();
        let (mut heading, mut has_headings, mut has_labels_below) = (String::new(), false, false);
        let mut known_below = 0;
        for index in 0..upper.len().max(lower.len()) {
            let (above, below) = (shown(upper.cell(index)), shown(lower.cell(index)));
            // A label that is merged downwards stands in both rows.
            let is_one = below.is_empty() || (lower.cell(index).starts_with(LENT) && above == below);
            if !above.is_empty() {
                heading = if is_one { String::new() } else { above.clone() };
            }
            if is_one {
                if !above.is_empty() {
                    heading.clear();
                }
                columns.push(HeaderColumn { label: Label::new(&above), text: above, ..HeaderColumn::default() });
                continue;
            }
            has_headings |= !heading.is_empty();
            let alone = Label::new(&below);
            has_labels_below |= alone.is_bare();
            known_below += usize::from(alone.is_known());
            columns.push(HeaderColumn::below(&heading, below));
        }
        has_headings.then_some(Self {
            columns,
            rows: 2,
            // A word of one cell may be that of a label by chance.
            has_labels_below: has_labels_below || known_below > 1,
        })
    }

    /// Whether the headings say something that the labels below leave open: whose a bare label or one of several codes is, or
    /// that it is about persons.
    pub(in super::super) fn headings_decide(&self) -> bool {
        let codes = self.columns.iter().filter(|column| column.label.is_code_of_party()).count();
        self.columns.iter().any(|column| column.is_bare || column.heading.is_personal())
            || (codes > 1
                && self
                    .columns
                    .iter()
                    .any(|column| column.heading.speaks_of_party() || column.heading.speaks_of_authority()))
    }

    /// How many columns there are.
    pub(in super::super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// Each label in the order of the columns.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Label> {
        self.columns.iter().map(|column| &column.label)
    }

    /// The label of a column as it is shown.
    pub(in super::super) fn text(&self, index: usize) -> &str {
        self.columns.get(index).map(|column| column.text.as_str()).unwrap_or_default()
    }

    /// The labels as they are shown.
    pub(in super::super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.text.as_str())
    }

    /// What stands above the label of a column.
    pub(super) fn heading(&self, index: usize) -> Option<&Label> {
        self.columns.get(index).map(|column| &column.heading)
    }

    /// Whether a column is about persons.
    pub(in super::super) fn is_personal(&self, index: usize) -> bool {
        self.columns.get(index).is_some_and(|column| column.label.is_personal() || column.heading.is_personal())
    }

    /// Names of the columns by which each is told from the others: the second of one label has 〔2〕 behind it.
    pub(super) fn names(&self) -> Vec<String> {
        let mut met: HashMap<&Label, usize> = HashMap::new();
        let mut names: Vec<String> = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let times = met.entry(&column.label).or_default();
            *times += 1;
            let again = *times > 1 && !column.label.is_empty();
            names.push(if again { format!("{}〔{times}〕", column.text) } else { column.text.clone() });
        }
        names
    }
}

impl HeaderColumn {
    /// A label below a heading: joined to it only where it says too little by itself.
    fn below(heading: &str, text: String) -> Self {
        let alone = Label::new(&text);
        let is_known = !alone.is_bare() && alone.is_known();
        let above = Label::new(heading);
        if is_known || heading.is_empty() {
            return Self { text, label: alone, heading: above, is_bare: false };
        }
        let text = [heading, &text].concat();
        let joined = Label::new(&text);
        // 行政相对人信息 over 名称.
        let is_of_party = alone.is_bare() && !joined.is_known() && above.speaks_of_party();
        let label = if is_of_party { Label::of_party(&alone) } else { joined };
        Self { label, text, heading: above, is_bare: alone.is_bare() }
    }
}

/// Whether a row is a title: the same in all of its cells, or in one alone.
pub(in super::super) fn is_title(row: &Row) -> bool {
    let mut filled = row.cells().map(shown).filter(|cell| !cell.is_empty());
    match filled.next() {
        Some(first) => filled.all(|cell| cell == first),
        None => true,
    }
}

/// A label as it is shown: in one line, without what cannot be seen.
pub(in super::super) fn shown(cell: &str) -> String {
    let text = in_one_line(cleaned(cell));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// 合计, alone or with the sum behind it; a name that begins with these characters goes on otherwise.
pub(in super::super) fn is_total(cell: &str) -> bool {
    // Most rows begin otherwise and need no more than this.
    if !TOTALS.iter().any(|total| total.chars().next() == cell.chars().next()) {
        return false;
    }
    let cell: String = cell.chars().filter(|character| !character.is_whitespace()).take(8).collect();
    TOTALS.iter().filter_map(|total| cell.strip_prefix(total)).any(|rest| {
        rest.is_empty() || rest.starts_with([':', '：', '(', '（']) || rest.starts_with(|c: char| c.is_ascii_digit())
    })
}
