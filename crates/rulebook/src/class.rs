//! What gives a class, what makes a key case, what words mean, what follows.

use super::sentence::{link, plain};
use super::teller::Teller;
use super::{Entry, Line, Section, text};
use pack::{AdviceLine, Approach, Definition, KeyCaseCondition, OutOfForce, Slot, Validity};

impl Teller<'_> {
    pub(super) fn class_rules(&self) -> Section {
        let mut entries: Vec<Entry> = Vec::new();
        for rule in &self.pack.rules {
            let mut entry = self.entry(rule.id.clone(), self.say(&rule.title));
            let class = self.pack.class(rule.class);
            entry.class = Some((class.tone, self.say(&class.word).to_owned()));
            self.mark_changed(&mut entry, &rule.rests_on);
            entry.lines = vec![self.condition(&rule.when)];
            entry.lines.extend(rule.validity.map(|validity| self.in_force(validity)));
            entry.lines.push(self.basis(&rule.source));
            entries.push(entry);
        }
        if let Some(rule) = &self.pack.risk_grade {
            let mut entry = self.entry("risk_grade".to_owned(), self.say(&rule.title));
            self.mark_changed(&mut entry, &[rule.grades]);
            let words = self.fill(text::RISK_GRADE, &[self.parameter_now(rule.grades)]);
            entry.lines = vec![self.line(text::HOLDS_WHEN, words), self.basis(&rule.source)];
            entries.push(entry);
        }
        let lead = text::CLASS_RULES_LEAD.fill(self.locale, &[self.say(&self.pack.classes[0].word)]);
        Section { lead, ..self.section("class", text::CLASS_RULES, None, entries) }
    }

    /// On which days a rule is in force, and what becomes of it on the others.
    fn in_force(&self, validity: Validity) -> Line {
        let phrase = match validity.out_of_force {
            OutOfForce::Judges => text::JUDGES_ON,
            OutOfForce::Rests => text::RESTS,
        };
        let days = plain(&self.span(validity.from, validity.until));
        self.line(text::IN_FORCE, self.fill(phrase, &[days]))
    }

    pub(super) fn key_case(&self) -> Section {
        let rules = &self.pack.key_case;
        let entries = rules.rules.iter().map(|rule| {
            let mut entry = self.entry(format!("key_case.{}", rule.id), self.say(&rule.title));
            match &rule.when {
                KeyCaseCondition::Rule(index) => {
                    let of = &self.pack.rules[*index];
                    self.mark_changed(&mut entry, &of.rests_on);
                    let words = self.fill(text::RULE_HOLDS, &[link(self.say(&of.title), &of.id)]);
                    entry.lines.push(self.line(text::HOLDS_WHEN, words));
                }
                KeyCaseCondition::Own { when, unless } => {
                    self.mark_changed(&mut entry, &rule.rests_on);
                    entry.lines.push(self.condition(when));
                    entry.lines.extend(
                        unless.as_ref().map(|unless| Line { label: self.get(text::UNLESS), ..self.condition(unless) }),
                    );
                }
            }
            entry.lines.push(self.basis(&rule.source));
            entry
        });
        self.section("key_case", text::KEY_CASE, Some(text::KEY_CASE_LEAD), entries.collect())
    }

    pub(super) fn definitions(&self) -> Section {
        let all = &self.pack.definitions;
        let entries = [("simple", &all.simple), ("small", &all.small), ("heavier", &all.heavier)];
        let law = self.of_law();
        let own = all.own.iter().map(|own| self.definition(&own.id, &own.definition));
        let entries = entries.into_iter().map(|(id, definition)| law.definition(id, definition)).chain(own);
        self.section("definitions", text::DEFINITIONS, Some(text::DEFINITIONS_LEAD), entries.collect())
    }

    fn definition(&self, id: &str, definition: &Definition) -> Entry {
        let mut entry = self.entry(format!("definitions.{id}"), self.say(&definition.title));
        self.mark_changed(&mut entry, &definition.rests_on);
        let several = definition.alternatives.len() > 1;
        let phrase = if several { text::ONE_OF_THESE } else { text::ALL_OF_THESE };
        let items = if several {
            definition.alternatives.iter().map(|filters| self.clauses(self.filters(filters))).collect()
        } else {
            definition.alternatives.iter().flat_map(|filters| self.filters(filters)).collect()
        };
        entry.lines = vec![
            Line { label: self.get(text::HOLDS_WHEN), words: self.fill(phrase, &[]), items },
            self.basis(&definition.source),
        ];
        entry
    }

    pub(super) fn measures(&self) -> Section {
        let entries = self.pack.measures.iter().map(|measure| {
            let mut entry = self.entry(format!("measures.{}", measure.id), self.say(&measure.title));
            if let Some(classes) = measure.class {
                let words = self.fill(text::FOR_CLASSES, &[plain(&self.any_of(&self.words_of_classes(classes)))]);
                entry.lines.push(self.line(text::HOLDS_WHEN, words));
            }
            entry.lines.extend(measure.when.as_ref().map(|when| self.condition(when)));
            entry.lines.push(self.basis(&measure.source));
            entry
        });
        self.section("measures", text::MEASURES, None, entries.collect())
    }

    /// One entry with all lines: the first that fits is the advice.
    pub(super) fn advice(&self) -> Section {
        let items = self.pack.advice.iter().map(|line| self.advice_line(line)).collect();
        let mut entry = self.entry("advice".to_owned(), text::ADVICE.get(self.locale));
        entry.lines.push(Line { items, ..self.line(text::FIRST_THAT_FITS, Vec::new()) });
        self.section("advice", text::ADVICE_SECTION, None, vec![entry])
    }

    fn advice_line(&self, line: &AdviceLine) -> super::Runs {
        let mut when = Vec::new();
        if let Some(approach) = line.approach {
            when.push(text::WHERE_APPROACH.fill(self.locale, &[&self.any_term::<Approach>(approach)]));
        }
        let flags = [
            (line.triggered, text::WITH_OPEN_LEADS, text::WITHOUT_OPEN_LEADS),
            (line.key_case, text::IS_KEY_CASE, text::IS_NO_KEY_CASE),
        ];
        for (flag, yes, no) in flags {
            when.extend(flag.map(|flag| self.get(if flag { yes } else { no })));
        }
        if when.is_empty() {
            when.push(self.get(text::ALL_OTHER_CASES));
        }
        let message = line
            .message
            .fill(&|slot, _| if slot == Slot::Count { "…".to_owned() } else { String::new() }, &|index, locale| {
                self.pack.value_text(self.edition, index, locale)
            });
        let when = self.clauses(when.iter().map(|words| plain(words)));
        self.fill(text::NAMELY, &[when, plain(self.say(&message))])
    }
}
