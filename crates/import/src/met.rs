//! What is noted of rows besides their facts: which fields could not be read, which amounts merged cells lend, which
//! authorities stand there.

use foldhash::HashMap;

use super::columns::Field;
use super::layout::Layout;
use super::sheet_text::LENT;
use super::split::Row;
use super::vocabulary::authority_system;
use facts::AuthoritySystem;

/// Some of the fields of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(u64);

impl Fields {
    pub(super) fn insert(&mut self, field: Field) {
        self.0 |= 1 << field as u64;
    }

    pub(super) fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u64) != 0
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Which amounts of a row a merged cell lends it.
#[derive(Clone, Copy, Default)]
pub(super) struct Lent {
    fine: bool,
    confiscated: bool,
}

impl Lent {
    pub(super) fn of(layout: &Layout, row: &Row) -> Self {
        let is_lent = |field| layout.index(field).is_some_and(|index| row.cell(index).starts_with(LENT));
        Self { fine: is_lent(Field::Fine), confiscated: is_lent(Field::Confiscated) }
    }

    pub(super) fn has(self, field: Field) -> bool {
        if field == Field::Fine { self.fine } else { self.confiscated }
    }
}

/// The authorities of a table, by the names that stand there.
#[derive(Default)]
pub(super) struct Authorities {
    met: HashMap<Box<str>, Met>,
}

/// How an authority is read, and in how many rows it stands.
#[derive(Clone, Copy)]
pub(super) struct Met {
    pub(super) system: AuthoritySystem,
    pub(super) rows: usize,
    pub(super) corrected: bool,
}

impl Authorities {
    /// So many names are kept; a table with more has something else in that column.
    const MOST: usize = 1_000;

    /// Whose the authority with this name is, by what a person said of it or by the name.
    pub(super) fn read(&mut self, name: &str, said: impl FnOnce() -> Option<AuthoritySystem>) -> AuthoritySystem {
        if let Some(met) = self.met.get_mut(name) {
            met.rows += 1;
            return met.system;
        }
        let said = said();
        let system = said.unwrap_or_else(|| authority_system(name));
        if self.met.len() < Self::MOST {
            self.met.insert(name.into(), Met { system, rows: 1, corrected: said.is_some() });
        }
        system
    }

    /// The names, the most frequent first.
    pub(super) fn met(&self) -> Vec<(&str, Met)> {
        let mut met: Vec<_> = self.met.iter().map(|(name, met)| (&**name, *met)).collect();
        met.sort_by(|(one, first), (other, second)| second.rows.cmp(&first.rows).then_with(|| one.cmp(other)));
        met
    }
}
