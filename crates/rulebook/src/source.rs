//! The documents, and what the pack and the calendar are.

use super::preset::preset_entry;
use super::sentence::{Runs, add, join, link, plain};
use super::teller::Teller;
use super::{Section, text};
use facts::calendar::Calendar;
use pack::Source;

impl Teller<'_> {
    /// Which pack and calendar these are.
    pub(super) fn about(&self, calendar: &Calendar) -> Section {
        let pack = self.pack;
        let mut entry = self.entry("pack".to_owned(), self.say(&pack.title));
        let changed: Vec<Runs> = pack
            .parameters
            .iter()
            .filter(|parameter| parameter.overridden)
            .map(|parameter| link(self.say(&parameter.title), &parameter.id))
            .collect();
        entry.lines = vec![
            self.line(text::PACK_ID, plain(&pack.id)),
            self.line(text::VERSION, plain(&pack.version)),
            self.line(text::DIGEST, plain(&pack.digest)),
        ];
        if !changed.is_empty() {
            let changed = join(changed, self.pack.list_separator.get(self.locale));
            entry.lines.push(self.line(text::CHANGED_PARAMETERS, changed));
        }
        let mut days = self.entry("calendar".to_owned(), text::CALENDAR.get(self.locale));
        let years = self.years(&calendar.years().collect::<Vec<i32>>());
        days.lines = vec![
            self.line(text::YEARS, plain(&years)),
            self.line(text::OTHER_YEARS, self.fill(text::WEEKDAYS_ONLY, &[])),
        ];
        self.section("pack", text::ABOUT, None, vec![entry, days])
    }

    /// Years in ranges: 2014年至2026年.
    fn years(&self, years: &[i32]) -> String {
        let ranges = years.chunk_by(|before, after| before + 1 == *after);
        let ranges: Vec<String> = ranges
            .map(|range| match range {
                [first, .., last] => text::YEARS_RANGE.fill(self.locale, &[&first.to_string(), &last.to_string()]),
                [only] => text::YEAR.fill(self.locale, &[&only.to_string()]),
                [] => String::new(),
            })
            .collect();
        ranges.join(self.pack.list_separator.get(self.locale))
    }

    pub(super) fn sources(&self) -> Section {
        let entries = self.pack.sources.iter().map(|source| {
            let mut entry = self.entry(source.id.clone(), self.say(&source.title));
            if !source.in_force(self.as_of) {
                entry.marks.push(self.get(text::NOT_IN_FORCE));
            }
            entry.lines = vec![
                self.line(text::CITED_AS, plain(self.say(&source.short))),
                self.line(text::KIND, plain(self.word(source.kind))),
                self.line(text::VALIDITY, plain(&self.validity(source))),
                self.line(text::KNOWLEDGE, plain(self.word(source.knowledge))),
            ];
            for (label, day) in [(text::DATED, source.dated), (text::PUBLISHED, source.published)] {
                entry.lines.extend(day.map(|day| self.line(label, plain(&self.day(day)))));
            }
            let users = self.rests_on_source(&source.id);
            if !users.is_empty() {
                entry.lines.push(self.line(text::RESTING_ON_IT, users));
            }
            entry
        });
        self.section("sources", text::SOURCES, None, entries.collect())
    }

    fn validity(&self, source: &Source) -> String {
        let mut words = match (source.from, source.until) {
            (None, None) if source.begins_unknown() => return self.get(text::BEGIN_UNKNOWN),
            (None, None) => return self.get(text::NO_VALIDITY),
            (from, until) => self.span(from, until),
        };
        if let Some(until) = source.until.filter(|until| *until < self.as_of) {
            words.push_str(&text::RAN_OUT.fill(self.locale, &[&self.day(until)]));
        }
        words
    }

    /// The rules and parameters that cite a source.
    fn rests_on_source(&self, id: &str) -> Runs {
        let pack = self.pack;
        let mut users: Vec<Runs> = Vec::new();
        for rule in pack.rules.iter().filter(|rule| rule.source.id == id) {
            users.push(link(self.say(&rule.title), &rule.id));
        }
        if let Some(rule) = pack.risk_grade.as_ref().filter(|rule| rule.source.id == id) {
            users.push(link(self.say(&rule.title), "risk_grade"));
        }
        for rule in pack.key_case.rules.iter().filter(|rule| rule.source.id == id) {
            let mut words = link(self.say(&rule.title), &format!("key_case.{}", rule.id));
            add(&mut words, plain(&text::IN_BRACKETS.fill(self.locale, &[text::KEY_CASE.get(self.locale)])));
            users.push(words);
        }
        if pack.inspection.source.id == id {
            users.push(link(text::INSPECTION.get(self.locale), "inspection"));
        }
        for measure in pack.measures.iter().filter(|measure| measure.source.id == id) {
            users.push(link(self.say(&measure.title), &format!("measures.{}", measure.id)));
        }
        for preset in pack.presets.iter().filter(|preset| preset.source.id == id) {
            users.push(link(self.say(&preset.title), &preset_entry(&preset.id)));
        }
        let cites = |values: &[pack::DatedValue]| values.iter().any(|value| value.source.id == id);
        for parameter in pack.parameters.iter().filter(|parameter| cites(&parameter.values)) {
            users.push(link(self.say(&parameter.title), &parameter.id));
        }
        self.clauses(users)
    }
}
