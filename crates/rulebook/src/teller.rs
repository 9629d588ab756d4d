//! Who tells: a pack, a day and a language, and the small words that all entries are made of.

use super::sentence::{Runs, add, fill, link, plain};
use super::{Entry, Line, Section, text};
use facts::{Date, Set, Term};
use pack::{Cited, ClassSet, Edition, List, Locale, Pack, Phrase, SourceKind, Text, day_text};

/// A pack, the day for which its values are told, and the language of the reader.
pub(super) struct Teller<'p> {
    pub(super) pack: &'p Pack,
    /// The same pack before any parameter was set.
    pub(super) base: &'p Pack,
    pub(super) edition: &'p Edition,
    pub(super) as_of: Date,
    pub(super) locale: Locale,
    /// Whether a fine of which the amount is not known is told to be a small one.
    pub(super) unknown_fine_is_small: bool,
}

impl Teller<'_> {
    /// Who tells the law of repair, for which a fine of which the amount is not known is never small.
    pub(super) fn of_law(&self) -> Self {
        Self { unknown_fine_is_small: false, ..*self }
    }

    pub(super) fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale)
    }

    pub(super) fn get(&self, phrase: Phrase) -> String {
        phrase.get(self.locale).to_owned()
    }

    pub(super) fn fill(&self, phrase: Phrase, values: &[Runs]) -> Runs {
        fill(phrase.get(self.locale), values)
    }

    pub(super) fn word<T: Term>(&self, term: T) -> &str {
        self.pack.word(term).get(self.locale)
    }

    pub(super) fn day(&self, day: Date) -> String {
        day_text(day, self.locale)
    }

    /// Words of a list as a sentence lists alternatives: A、B或者C.
    pub(super) fn any_of(&self, words: &[&str]) -> String {
        match words {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => {
                let first = first.join(self.pack.list_separator.get(self.locale));
                text::OR.fill(self.locale, &[&first, last])
            }
        }
    }

    /// The words of a set, as alternatives.
    pub(super) fn any_term<T: Term>(&self, terms: Set<T>) -> String {
        let words: Vec<&str> = terms.iter().map(|term| self.word(term)).collect();
        self.any_of(&words)
    }

    /// The words of the classes in a set.
    pub(super) fn words_of_classes(&self, classes: ClassSet) -> Vec<&str> {
        let entries = self.pack.classes.iter().filter(|entry| classes.contains(entry.class));
        entries.map(|entry| self.say(&entry.word)).collect()
    }

    /// The words for the bits of a list.
    pub(super) fn words_of(&self, list: List, bits: u16) -> Vec<&str> {
        let words = self.pack.choices(list.name()).into_iter().enumerate();
        words.filter(|(index, _)| bits & (1 << index) != 0).map(|(_, (_, text))| self.say(text)).collect()
    }

    /// Sentences after one another, as the clauses of one.
    pub(super) fn clauses(&self, parts: impl IntoIterator<Item = Runs>) -> Runs {
        super::sentence::join(parts, text::CLAUSE.get(self.locale))
    }

    /// A citation that leads to its source, with what a reader must not overlook about it.
    pub(super) fn cite(&self, cited: &Cited) -> Runs {
        let mut runs = link(&self.pack.cite(cited, self.locale), &cited.id);
        let source = self.pack.source(&cited.id);
        // A default that follows no document says so by its name.
        if cited.default && source.is_some_and(|source| matches!(source.kind, SourceKind::Law | SourceKind::Local)) {
            add(&mut runs, plain(text::OUR_READING.get(self.locale)));
        }
        if let Some(until) = source.and_then(|source| source.until).filter(|until| *until < self.as_of) {
            add(&mut runs, plain(&text::RAN_OUT.fill(self.locale, &[&self.day(until)])));
        }
        runs
    }

    /// The line that names what something rests on.
    pub(super) fn basis(&self, cited: &Cited) -> Line {
        self.line(text::BASIS, self.cite(cited))
    }

    pub(super) fn line(&self, label: Phrase, words: Runs) -> Line {
        Line { label: self.get(label), words, items: Vec::new() }
    }

    pub(super) fn section(&self, id: &str, title: Phrase, lead: Option<Phrase>, entries: Vec<Entry>) -> Section {
        let lead = lead.map(|lead| self.get(lead)).unwrap_or_default();
        Section { id: format!("section.{id}"), title: self.get(title), lead, entries }
    }

    /// An entry with nothing but its name.
    pub(super) fn entry(&self, id: String, title: &str) -> Entry {
        Entry { id, title: title.to_owned(), ..Entry::default() }
    }

    /// The span of days for which a value holds.
    pub(super) fn span(&self, from: Option<Date>, until: Option<Date>) -> String {
        match (from, until) {
            (None, None) => self.get(text::ALWAYS),
            (Some(from), None) => text::SINCE.fill(self.locale, &[&self.day(from)]),
            (None, Some(until)) => text::UNTIL.fill(self.locale, &[&self.day(until)]),
            (Some(from), Some(until)) => text::BETWEEN.fill(self.locale, &[&self.day(from), &self.day(until)]),
        }
    }

    /// Marks what rests on a parameter that was set for this session.
    pub(super) fn mark_changed(&self, entry: &mut Entry, rests_on: &[usize]) {
        if self.pack.any_overridden(rests_on) {
            entry.marks.push(self.get(text::CHANGED_HERE));
        }
    }
}
