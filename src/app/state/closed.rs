//! The records that were closed last, and can be reopened.

use std::rc::Rc;

use super::{DistrictState, Lines, Opened, Paste, Records};
use crate::entry::Sheet;

/// A record that was closed, as it was.
#[derive(Clone, PartialEq)]
pub struct ClosedRecord {
    /// Where its tab stood.
    pub index: usize,
    pub opened: Rc<Opened>,
    /// The rows that waited in it to be mended.
    pub paste: Option<Rc<Paste>>,
    /// The enterprise of the district that it showed, where it showed one.
    row: Option<Row>,
}

/// An enterprise of the district.
#[derive(Clone, PartialEq)]
struct Row {
    /// The worker that has the district, and how often files had been read.
    of: (u32, u32),
    uscc: String,
    beside: Lines,
}

impl ClosedRecord {
    /// Returns a record that belongs to no district.
    #[must_use]
    pub fn new(index: usize, opened: Rc<Opened>, paste: Option<Rc<Paste>>) -> Self {
        Self { index, opened, paste, row: None }
    }

    /// Returns what is to be remembered of a tab that is about to be closed; `None` where nothing was entered in it.
    pub(super) fn of(records: &Records, district: &DistrictState, id: u32) -> Option<Self> {
        let index = records.tabs.iter().position(|tab| tab.id == id)?;
        let opened = records.tabs[index].clone();
        // Rows that a worker is still reading are told to the tab that is gone.
        let paste = records.paste(id).filter(|paste| !paste.is_being_read()).cloned();
        if opened.sheet == Sheet::default() && paste.is_none() {
            return None;
        }
        let row = district.row(id).map(|(uscc, beside)| Row { of: district.reading_id(), uscc, beside });
        Some(Self { index, opened, paste, row })
    }

    /// Opens it again where its tab stood, in a tab with a new id. Returns that id.
    pub(super) fn reopen(self, records: &mut Records, district: &mut DistrictState) -> u32 {
        let id = records.insert(self.index, &self.opened, self.paste.as_deref());
        // In another district it is a record of its own.
        if let Some(row) = self.row.filter(|row| row.of == district.reading_id()) {
            district.note_listed(id, row.uscc, row.beside);
        }
        id
    }
}
