//! Which of several columns with credit codes has those of the parties.

use std::collections::HashSet;

use super::super::cell::compact;
use super::super::columns::{Field, FileKind};
use super::super::problem::Column;
use super::super::rows::Rows;
use super::super::split::{Found, Row};
use super::super::vocabulary::AUTHORITY_CODE;
use super::{Header, Layout};

/// Columns that could all be the same field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Doubled {
    /// The place of the column that counts.
    pub(in super::super) counts: usize,
    /// The places of the others.
    pub(in super::super) others: Vec<usize>,
}

impl Layout {
    /// Settles which of several columns has the codes of the parties: by the headings above them, else by what stands
    /// below, else by where the name stands.
    pub(in super::super) fn settle_code(&mut self, header: &Header, below: impl FnOnce() -> Rows) {
        let candidates = std::mem::take(&mut self.code_columns);
        if candidates.len() < 2 {
            return;
        }
        let counts = self.code_column(&candidates, header, below);
        let spec = FileKind::specs(self.kind).iter().find(|spec| spec.field == Field::Uscc);
        let others: Vec<usize> = candidates.into_iter().filter(|index| *index != counts).collect();
        for index in &others {
            if let Some(column) = self.columns.get_mut(*index) {
                *column = None;
            }
            self.unused.push(header.text(*index).to_owned());
        }
        self.unused
            .retain(|text| text != header.text(counts) || others.iter().any(|other| header.text(*other) == text));
        self.indices[Field::Uscc as usize] = Some(counts);
        if let (Some(column), Some(spec)) = (self.columns.get_mut(counts), spec) {
            *column =
                Some((Field::Uscc, Column { header: header.text(counts).into(), standard: spec.standard, unit: None }));
        }
        self.doubled.insert(0, Doubled { counts, others });
    }

    fn code_column(&self, candidates: &[usize], header: &Header, below: impl FnOnce() -> Rows) -> usize {
        let heading = |index: &usize| header.heading(*index);
        let mut left =
            narrowed(candidates.to_vec(), |index| heading(index).is_none_or(|above| !above.speaks_of_authority()));
        left = narrowed(left, |index| heading(index).is_some_and(|above| above.speaks_of_party()));
        if left.len() > 1 {
            let values = Values::read(&left, self.index(Field::Name), below());
            left = narrowed(left, |index| !values.are_authoritys(*index));
        }
        let beside = self.index(Field::Name).and_then(|name| {
            let right = left.iter().find(|index| **index == name + 1);
            right.or_else(|| left.iter().find(|index| **index + 1 == name))
        });
        beside.or(left.first()).copied().unwrap_or_default()
    }
}

/// The places that fit, or all where none does.
fn narrowed(indices: Vec<usize>, fits: impl Fn(&usize) -> bool) -> Vec<usize> {
    let fitting: Vec<usize> = indices.iter().copied().filter(|index| fits(index)).collect();
    if fitting.is_empty() { indices } else { fitting }
}

/// What stands in some columns in the first rows.
struct Values {
    of: Vec<(usize, HashSet<String>)>,
    names: HashSet<String>,
}

impl Values {
    fn read(indices: &[usize], name: Option<usize>, mut rows: Rows) -> Self {
        let mut of: Vec<(usize, HashSet<String>)> = indices.iter().map(|index| (*index, HashSet::new())).collect();
        let mut names = HashSet::new();
        let mut row = Row::default();
        while let Some(found) = rows.next(true, &mut row) {
            let Found::Row(_) = found else { continue };
            let value = |index: usize| row.filled(index).map(|text| compact(&text).to_ascii_uppercase());
            for (index, values) in &mut of {
                values.extend(value(*index));
            }
            names.extend(name.and_then(value));
        }
        Self { of, names }
    }

    /// Whether the values of a column are codes of the authority: all of its category, or one under several names.
    fn are_authoritys(&self, index: usize) -> bool {
        let Some((_, values)) = self.of.iter().find(|(of, _)| *of == index) else { return false };
        let all_of_authorities = !values.is_empty() && values.iter().all(|value| value.starts_with(AUTHORITY_CODE));
        all_of_authorities || (values.len() == 1 && self.names.len() > 1)
    }
}

/// The name that a spreadsheet has for a column: A to Z, AA and so on.
pub(in super::super) fn letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.insert(0, b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(index), name);
        }
    }
}
