//! All entries of an office: a set that only grows.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::content::{Content, PaperMade};
use super::entry::{Entry, EntryId};
use super::moment::Moment;

/// The entries, by enterprise and in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By credit code, then by moment and id, so that the order does not depend on who was merged into whom.
    entries: BTreeMap<String, BTreeMap<(Moment, EntryId), Entry>>,
}

/// What came of merging two ledgers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many entries are new.
    pub added: usize,
    /// How many were there before.
    pub known: usize,
}

impl Ledger {
    /// Adds an entry; `false` where it is there already.
    pub fn add(&mut self, entry: Entry) -> bool {
        let of = self.entries.entry(entry.uscc().to_owned()).or_default();
        of.insert((entry.at(), entry.id().clone()), entry).is_none()
    }

    /// Adds the entries of another ledger: the union of both, the same in either order.
    ///
    /// ```
    /// use ledger::{Content, Entry, Ledger, Merged, Moment};
    ///
    /// let at = Moment::parse("2026-11-30T08:31:00Z").unwrap();
    /// let note = |author| Entry::new("91350100M000100Y43", author, at, Vec::new(), Content::Note { text: "已电话联系".to_owned() });
    /// let (mut mine, mut hers) = (Ledger::default(), Ledger::default());
    /// mine.add(note("张"));
    /// hers.add(note("张"));
    /// hers.add(note("李"));
    /// assert_eq!(mine.merge(hers), Merged { added: 1, known: 1 });
    /// ```
    pub fn merge(&mut self, other: Ledger) -> Merged {
        let mut merged = Merged::default();
        for entry in other.entries.into_values().flat_map(BTreeMap::into_values) {
            if self.add(entry) {
                merged.added += 1;
            } else {
                merged.known += 1;
            }
        }
        merged
    }

    /// Returns how many entries there are, those that were replaced as well.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.values().map(BTreeMap::len).sum()
    }

    /// Returns whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns all entries, those that were replaced as well: by credit code, then as they were written.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().flat_map(BTreeMap::values)
    }

    /// Returns the entries about an enterprise, those that were replaced as well, as they were written.
    pub fn of(&self, uscc: &str) -> impl Iterator<Item = &Entry> {
        let of = self.entries.get(uscc);
        of.into_iter().flat_map(BTreeMap::values)
    }

    /// Returns what holds of an enterprise: the entries that no other replaces and that withdraw nothing, as they were written.
    #[must_use]
    pub fn current(&self, uscc: &str) -> Vec<&Entry> {
        let replaced: HashSet<&EntryId> = self.of(uscc).flat_map(Entry::replaces).collect();
        self.of(uscc).filter(|entry| !replaced.contains(entry.id()) && !is_withdrawal(entry)).collect()
    }

    /// Returns the marks that hold, each by its word with the credit codes of the enterprises that have it.
    ///
    /// ```
    /// use ledger::{Content, Entry, Ledger, Moment};
    ///
    /// let at = Moment::parse("2026-11-30T08:31:00Z").unwrap();
    /// let on = "2026-11-30".parse().unwrap();
    /// let mut ledger = Ledger::default();
    /// let mark = Content::Mark { word: "待复核".to_owned(), on };
    /// ledger.add(Entry::new("91350100M000100Y43", "张", at, Vec::new(), mark));
    /// assert_eq!(ledger.marks()["待复核"], ["91350100M000100Y43"]);
    /// ```
    #[must_use]
    pub fn marks(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut marks: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for uscc in self.enterprises() {
            for word in self.marks_of(uscc) {
                marks.entry(word).or_default().push(uscc);
            }
        }
        marks
    }

    /// Returns the words of the marks that an enterprise has, each once, as they were written.
    #[must_use]
    pub fn marks_of(&self, uscc: &str) -> Vec<&str> {
        let mut words = Vec::new();
        for entry in self.current(uscc) {
            if let Content::Mark { word, .. } = entry.content()
                && !words.contains(&word.as_str())
            {
                words.push(word.as_str());
            }
        }
        words
    }

    /// Returns the credit codes of the enterprises about which there is something.
    pub fn enterprises(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Returns the numbers of papers that stand on more than one, with their entries: by kind of paper, then by number.
    #[must_use]
    pub fn numbers_twice(&self) -> Vec<Vec<&Entry>> {
        let mut by_number: BTreeMap<(&str, &str), Vec<&Entry>> = BTreeMap::new();
        for uscc in self.enterprises() {
            for entry in self.current(uscc) {
                if let Content::Paper(PaperMade { paper, number: Some(number), .. }) = entry.content() {
                    by_number.entry((paper, number)).or_default().push(entry);
                }
            }
        }
        by_number.into_values().filter(|entries| entries.len() > 1).collect()
    }

    /// Returns which entries replace each entry of an enterprise, where there are several: colleagues corrected the same.
    #[must_use]
    pub fn replaced_twice(&self, uscc: &str) -> Vec<(&EntryId, Vec<&Entry>)> {
        let current: HashSet<&EntryId> = self.current(uscc).into_iter().map(Entry::id).collect();
        let mut by_replaced: HashMap<&EntryId, Vec<&Entry>> = HashMap::new();
        let mut order = Vec::new();
        for entry in self.of(uscc).filter(|entry| current.contains(entry.id()) || is_withdrawal(entry)) {
            for replaced in entry.replaces() {
                let entries = by_replaced.entry(replaced).or_default();
                if entries.is_empty() {
                    order.push(replaced);
                }
                entries.push(entry);
            }
        }
        let several = order.into_iter().filter_map(|id| Some((id, by_replaced.remove(id)?)));
        several.filter(|(_, entries)| entries.len() > 1).collect()
    }
}

fn is_withdrawal(entry: &Entry) -> bool {
    *entry.content() == Content::Withdrawal
}
