//! What the messages of a pack are filled with, and how sources are cited.

use facts::calendar::{add_days, subtract_days, subtract_months};
use facts::{RiskGrade, Sector, Term};
use pack::{Cited, ClassRule, Locale, Message, Selection, Slot, Text, Unit};

use super::assessment::Window;
use super::case::Case;

impl Case<'_> {
    /// A message, filled; parameters have their values of the edition.
    pub(super) fn fill(&self, message: &Message, slot: impl Fn(Slot, Locale) -> String) -> Text {
        message.fill(&slot, &|parameter, locale| self.pack.value_text(self.edition, parameter, locale))
    }

    pub(super) fn rule_message(&self, rule: &ClassRule, count: usize) -> Text {
        let points = || rule.when.first_number().and_then(|of| self.value_of(of, self.known));
        self.fill(&rule.message, |slot, _| match slot {
            Slot::Count => count.to_string(),
            Slot::AtLeast => self.at_least(&rule.when).to_string(),
            Slot::Points => points().map_or_else(|| "—".to_owned(), |points| points.to_string()),
            _ => String::new(),
        })
    }

    pub(super) fn risk_grade_message(&self, message: &Message, grade: RiskGrade, sectors: Vec<Sector>) -> Text {
        self.fill(message, |slot, locale| match slot {
            Slot::Grade => grade.code().to_owned(),
            Slot::Sectors => self.list(sectors.iter().copied(), locale),
            _ => String::new(),
        })
    }

    /// Words of one list, as a sentence names them.
    pub(super) fn list<T: Term>(&self, terms: impl Iterator<Item = T>, locale: Locale) -> String {
        let words: Vec<&str> = terms.map(|term| self.pack.word(term).get(locale)).collect();
        words.join(self.pack.list_separator.get(locale))
    }

    /// A source as an answer gives it: a value from the request is nobody's but the request's.
    pub(super) fn cite(&self, cited: &Cited, rests_on: &[usize]) -> Cited {
        Cited { changed: self.pack.any_overridden(rests_on), ..cited.clone() }
    }

    /// The days in which a fact had to lie, for reading; the condition itself counts forward from each fact.
    pub(super) fn window(&self, selection: &Selection) -> Option<Window> {
        let span = selection.within?;
        let length = self.whole(span.length);
        let from = match span.unit {
            Unit::Years => subtract_months(self.known, length.saturating_mul(12)),
            Unit::Months => subtract_months(self.known, length),
            _ => subtract_days(self.known, length),
        };
        // Where the last day does not count any more, a fact of that age does not.
        Some(Window { from: add_days(from, u32::from(span.is_open)), to: self.known })
    }
}
