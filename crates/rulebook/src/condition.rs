//! Conditions and filters as sentences.

use super::sentence::{Runs, fill, link, plain};
use super::teller::Teller;
use super::{Line, text};
use pack::{
    Absent, Amount, Condition, Definition, Field, Filter, Operand, ParameterValue, RepairTest, Selection, Span, Tally,
    Unit, money_text,
};

impl Teller<'_> {
    /// When a rule holds: what is asked, and below it every condition that a fact has to meet.
    pub(super) fn condition(&self, condition: &Condition) -> Line {
        let label = self.get(text::HOLDS_WHEN);
        match condition {
            Condition::Count { selection, or, at_least, tally } if or.is_empty() => {
                let words = self.count(selection, *at_least, *tally);
                Line { label, words, items: self.filters(&selection.filters) }
            }
            Condition::Count { selection, or, at_least, tally } => {
                let phrase = if *tally == Tally::Years { text::COUNT_OF_THESE_IN_YEARS } else { text::COUNT_OF_THESE };
                let words = self.fill(phrase, &[self.amount(*at_least, Unit::Count)]);
                let items = std::iter::once(selection).chain(or).map(|selection| self.selection(selection)).collect();
                Line { label, words, items }
            }
            Condition::Latest { selection, worst_first, is } => {
                let fact = plain(self.word(selection.fact));
                let mut items = self.filters(&selection.filters);
                let order: Vec<&str> = worst_first.iter().map(|result| self.word(*result)).collect();
                let order = order.join(self.pack.list_separator.get(self.locale));
                items.push(plain(&text::WORST_FIRST.fill(self.locale, &[&order])));
                let is = self.clauses(self.filters(is));
                let words = self.fill(text::LATEST, &[self.within(selection), fact, is]);
                Line { label, words, items }
            }
            Condition::Enterprise(filters) => {
                Line { label, words: self.fill(text::ENTERPRISE_IS, &[]), items: self.filters(filters) }
            }
            Condition::Number { of, test } => Line { label, words: self.number_test(*of, test), items: Vec::new() },
            Condition::All(parts) => {
                Line { label, words: self.fill(text::ALL_OF_THESE, &[]), items: self.parts(parts) }
            }
            Condition::Any(parts) => {
                Line { label, words: self.fill(text::ONE_OF_THESE, &[]), items: self.parts(parts) }
            }
            Condition::Not(part) => {
                let part = std::slice::from_ref(&**part);
                Line { label, words: self.fill(text::NONE_OF, &[]), items: self.parts(part) }
            }
        }
    }

    /// How many facts of one selection it takes.
    fn count(&self, selection: &Selection, at_least: Amount, tally: Tally) -> Runs {
        let fact = plain(self.word(selection.fact));
        let once = at_least == Amount::Literal(1);
        let phrase = match (once, tally, selection.filters.is_empty()) {
            (true, _, false) => text::ANY,
            (true, _, true) => text::ANY_AT_ALL,
            (false, Tally::OfOneCategory, _) => text::COUNT_OF_ONE_CATEGORY,
            (false, Tally::Years, _) => text::COUNT_IN_YEARS,
            (false, Tally::Facts, _) => text::COUNT,
        };
        self.fill(phrase, &[self.within(selection), fact, self.amount(at_least, Unit::Count)])
    }

    /// The facts of one selection among several.
    pub(super) fn selection(&self, selection: &Selection) -> Runs {
        let fact = plain(self.word(selection.fact));
        let words = self.fill(text::SELECTED, &[self.within(selection), fact]);
        self.with_items(words, self.filters(&selection.filters))
    }

    /// Conditions within another, each as one sentence.
    fn parts(&self, parts: &[Condition]) -> Vec<Runs> {
        parts
            .iter()
            .map(|part| {
                let Line { words, items, .. } = self.condition(part);
                self.with_items(words, items)
            })
            .collect()
    }

    /// A sentence, with what belongs to it in brackets behind.
    pub(super) fn with_items(&self, words: Runs, items: Vec<Runs>) -> Runs {
        if items.is_empty() {
            return words;
        }
        let words = super::sentence::without_end(words);
        self.fill(text::WITH_ITEMS, &[words, self.clauses(items)])
    }

    /// The days within which facts count, as words at the beginning of a sentence; nothing where all days count.
    fn within(&self, selection: &Selection) -> Runs {
        let within = self.within_span(selection);
        match &selection.older_than {
            Some(span) => self.fill(text::OLDER_THAN, &[within, self.length(span)]),
            None => within,
        }
    }

    fn within_span(&self, selection: &Selection) -> Runs {
        let Some(span @ Span { after, .. }) = &selection.within else { return Runs::new() };
        let length = self.length(span);
        match after {
            None => self.fill(text::WITHIN, &[length]),
            Some(field) => self.fill(text::WITHIN_AFTER, &[length, plain(text::date(*field).get(self.locale))]),
        }
    }

    /// How long a span is.
    fn length(&self, Span { unit, length, is_open, .. }: &Span) -> Runs {
        let length = self.amount(*length, *unit);
        if *is_open { self.fill(text::LESS_THAN, &[length]) } else { length }
    }

    fn amount(&self, amount: Amount, unit: Unit) -> Runs {
        match amount {
            Amount::Literal(number) => plain(&self.counted(number, unit)),
            Amount::Parameter(index) => self.parameter_now(index),
        }
    }

    /// The value that a parameter has on the day, leading to the parameter.
    pub(super) fn parameter_now(&self, index: usize) -> Runs {
        let parameter = &self.pack.parameters[index];
        let value = self.value(parameter.shape, self.pack.value(self.edition, index));
        link(&value, &parameter.id)
    }

    /// What a fact has to meet, each filter a sentence.
    pub(super) fn filters(&self, filters: &[Filter]) -> Vec<Runs> {
        filters.iter().map(|filter| self.filter(filter)).collect()
    }

    fn filter(&self, filter: &Filter) -> Runs {
        let (yes, no) = text::filter(filter.field, self.unknown_fine_is_small);
        match &filter.operand {
            Operand::Boolean(holds) => {
                let definition = |title: &Definition, id: &str| link(self.say(&title.title), id);
                let definitions = &self.pack.definitions;
                let defined = match filter.field {
                    Field::Simple => definition(&definitions.simple, "definitions.simple"),
                    Field::Small => definition(&definitions.small, "definitions.small"),
                    Field::Heavier => definition(&definitions.heavier, "definitions.heavier"),
                    _ => Runs::new(),
                };
                self.fill(if *holds { yes } else { no }, &[defined])
            }
            Operand::Terms(bits) => self.fill(yes, &[plain(&self.alternatives(filter.field, *bits))]),
            Operand::Money(amount) => self.fill(yes, &[plain(&money_text(*amount, self.locale))]),
            Operand::Texts(texts) => {
                let texts: Vec<String> = texts.iter().map(|code| text::QUOTED.fill(self.locale, &[code])).collect();
                self.fill(yes, &[plain(&self.any_of(&texts.iter().map(String::as_str).collect::<Vec<&str>>()))])
            }
            Operand::Definition(index) => {
                let own = self.pack.definitions.own.get(*index);
                let own = own.map(|own| link(self.say(&own.definition.title), &format!("definitions.{}", own.id)));
                self.fill(yes, &[own.unwrap_or_default()])
            }
            Operand::Filters(sets) => {
                let between = if filter.field == Field::All { text::AND_THEN } else { text::OR_ELSE };
                let sets = sets.iter().map(|set| self.clauses(self.filters(set)));
                self.fill(yes, &[super::sentence::join(sets, between.get(self.locale))])
            }
            Operand::Span(span) => self.fill(yes, &[self.length(span)]),
            Operand::GradeOf { sector, grades } => {
                let words = [plain(self.word(*sector)), plain(&self.any_term(*grades))];
                self.fill(yes, &[self.fill(text::GRADE_OF, &words)])
            }
            Operand::Parameter(index) => {
                let parameter = &self.pack.parameters[*index];
                let words = match self.pack.value(self.edition, *index) {
                    ParameterValue::Terms(bits) => link(&self.alternatives(filter.field, *bits), &parameter.id),
                    _ => self.parameter_now(*index),
                };
                self.fill(yes, &[words])
            }
        }
    }

    /// The words that a filter lets pass. Those for tracks are phrases with commas of their own.
    fn alternatives(&self, field: Field, bits: u16) -> String {
        let words = field.list().map(|list| self.words_of(list, bits)).unwrap_or_default();
        if field != Field::Track {
            return self.any_of(&words);
        }
        let words: Vec<String> = words.iter().map(|word| text::QUOTED.fill(self.locale, &[word])).collect();
        self.any_of(&words.iter().map(String::as_str).collect::<Vec<&str>>())
    }

    /// How a condition of repair is found to be met.
    pub(super) fn test(&self, test: &RepairTest) -> Line {
        let date = |field| plain(text::date(field).get(self.locale));
        let (words, items) = match test {
            RepairTest::Known(field) => (self.fill(text::DATE_KNOWN, &[date(*field)]), Vec::new()),
            RepairTest::TermOver(field) => (self.fill(text::TERM_OVER, &[date(*field)]), Vec::new()),
            RepairTest::None(absent) => {
                (self.fill(text::NONE_OF, &[]), absent.iter().map(|of| self.absent(of)).collect())
            }
        };
        Line { label: self.get(text::MET_WHEN), words, items }
    }

    fn absent(&self, absent: &Absent) -> Runs {
        let mut clauses = Vec::new();
        if absent.after_target {
            clauses.push(plain(text::AFTER_TARGET.get(self.locale)));
        }
        if absent.same_category {
            clauses.push(plain(text::SAME_CATEGORY.get(self.locale)));
        }
        clauses.extend(self.filters(&absent.selection.filters));
        let fact = plain(self.word(absent.selection.fact));
        self.fill(text::NAMELY, &[fact, self.clauses(clauses)])
    }

    /// Facts of a kind that pass filters: 行政处罚：….
    pub(super) fn facts_with(&self, what: &str, filters: &[Filter]) -> Runs {
        fill(text::NAMELY.get(self.locale), &[plain(what), self.clauses(self.filters(filters))])
    }
}
