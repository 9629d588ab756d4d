//! Many enterprises at once: everything that an office's files gave, held in memory and searched.

mod classes;
mod search;

use crate::calendar::Calendar;
use crate::facts::{Date, Enterprise};
use crate::import::{Import, ImportReport};
use crate::pack::Pack;

pub use classes::{Standing, Tallies, rules};
pub use search::Hits;

/// The enterprises of a district.
#[derive(Debug, Default)]
pub struct District {
    enterprises: Vec<Enterprise>,
    registered: usize,
    report: ImportReport,
    /// At the place of each enterprise; empty until they are classed.
    standings: Vec<Standing>,
}

impl District {
    /// The district that the files gave.
    #[must_use]
    pub fn new(import: Import) -> Self {
        Self {
            enterprises: import.enterprises,
            registered: import.registered,
            report: import.report,
            standings: Vec::new(),
        }
    }

    /// Every enterprise: those of the register in its order, then those known only from other files. Its place in
    /// this list is what the other methods call a place.
    #[must_use]
    pub fn enterprises(&self) -> &[Enterprise] {
        &self.enterprises
    }

    /// How many enterprises are known only from files other than the register.
    #[must_use]
    pub fn unregistered(&self) -> usize {
        self.enterprises.len() - self.registered
    }

    /// Whether the enterprise at a place stands in the register.
    #[must_use]
    pub fn is_registered(&self, place: usize) -> bool {
        place < self.registered
    }

    /// What became of the files and their rows.
    #[must_use]
    pub fn report(&self) -> &ImportReport {
        &self.report
    }

    /// The enterprises whose name or code contains every one of the words, in the order of the district: of all hits
    /// those from the one numbered `offset`, at most `limit`. Capital and small, full-width and plain letters are
    /// the same. Without a word every enterprise is a hit.
    #[must_use]
    pub fn search(&self, words: &str, offset: usize, limit: usize) -> Hits {
        search::search(&self.enterprises, words, offset, limit)
    }

    /// Classes every enterprise by these rules as of this day, and counts the classes. What was known of an earlier
    /// day or other rules is forgotten.
    pub fn classify(&mut self, pack: &Pack, calendar: &Calendar, as_of: Date) -> Tallies {
        self.standings = classes::classify(&self.enterprises, pack, calendar, as_of);
        Tallies::of(&self.standings, pack)
    }

    /// How the enterprise at a place was last classed; `None` before that.
    #[must_use]
    pub fn standing(&self, place: usize) -> Option<Standing> {
        self.standings.get(place).copied()
    }
}
