//! A pack as the engine uses it: read, checked, every name resolved.

use super::class::{Class, ClassEntry, ClassSet};
use super::condition::Condition;
use super::figure::Figure;
use super::filter::Filter;
use super::message::Message;
use super::papers::{Material, PaperLine};
use super::parameter::{Parameter, ParameterValue, UnitBounds};
use super::preset::Preset;
use super::repair::{ChannelRules, ListingRules, RepairCondition};
use super::score::Score;
use super::source::{Cited, Source};
use super::terms::{Approach, List, TimelineLabel, Unit, WarningCode, list_codes};
use super::text::{Locale, Text, money_text};
use super::validity::Validity;
use facts::{Date, RiskGrade, Sector, Set, Term};

/// A rule pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub title: Text,
    /// `sha256:` and the hash of the pack's RFC 8785 form.
    pub digest: String,
    pub sources: Vec<Source>,
    pub parameters: Vec<Parameter>,
    /// Values published elsewhere that can be chosen together.
    pub presets: Vec<Preset>,
    pub definitions: Definitions,
    /// Whether a fine of which the amount is not known is taken for a small one: not above any amount.
    pub unknown_fine_is_small: bool,
    /// From the best to the worst; there are always some.
    pub classes: Vec<ClassEntry>,
    /// What can be known of an enterprise in numbers.
    pub figures: Vec<Figure>,
    /// What is counted in points; each may ask for those before it.
    pub scores: Vec<Score>,
    /// The class rules, in the order in which reasons are given.
    pub rules: Vec<ClassRule>,
    /// `None` where no grade raises the class.
    pub risk_grade: Option<RiskGradeRule>,
    pub key_case: KeyCaseRules,
    pub inspection: InspectionRules,
    /// At the place of the channel in its list.
    pub channels: Vec<ChannelRules>,
    pub listings: ListingRules,
    pub conditions: Vec<RepairCondition>,
    pub papers: Vec<PaperLine>,
    pub materials: Vec<Material>,
    pub measures: Vec<MeasureRule>,
    pub advice: Vec<AdviceLine>,
    /// The parameter with the years of the forecast.
    pub forecast_years: usize,
    /// What stands between the words of a list.
    pub list_separator: Text,
    /// At the place of the unit in its list.
    pub units: Vec<UnitBounds>,
    /// At the place of the code in its list.
    pub(super) warnings: Vec<Message>,
    /// What is said instead where the day that lies ahead is that of the registration.
    pub(super) registered_later: Option<Message>,
    /// At the place of the label in its list.
    pub(super) timeline: Vec<Message>,
    /// By the index of the list among all, the words at their indices.
    pub(super) words: Vec<Vec<Text>>,
    /// The days on which some parameter has another value, and which one each has from then on.
    pub(super) editions: Vec<Edition>,
}

/// The values that hold over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The first day; the first edition holds before it as well.
    pub from: Date,
    /// For each parameter the place of its value.
    pub(super) chosen: Vec<usize>,
}

/// What the pack means by a word: one of the alternatives holds, each a set of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub title: Text,
    pub source: Cited,
    pub alternatives: Vec<Vec<Filter>>,
    pub rests_on: Vec<usize>,
}

/// The words that the engine itself asks for, and the pack's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definitions {
    pub simple: Definition,
    pub small: Definition,
    pub heavier: Definition,
    /// In the order of their names.
    pub own: Vec<OwnDefinition>,
}

/// A definition that only the pack's own rules ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDefinition {
    pub id: String,
    pub definition: Definition,
}

/// A rule that gives a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRule {
    pub id: String,
    pub class: Class,
    pub title: Text,
    pub source: Cited,
    pub message: Message,
    pub when: Condition,
    /// `None` for a rule that holds on every day.
    pub validity: Option<Validity>,
    /// The parameters that the rule uses.
    pub rests_on: Vec<usize>,
}

/// How a sector's own risk grade raises the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskGradeRule {
    /// The parameter with the grades that raise it.
    pub grades: usize,
    pub title: Text,
    pub source: Cited,
    pub message: Message,
}

/// What makes a key case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCaseRules {
    /// The rule whose count and window are reported.
    pub counted_by: CountedBy,
    pub source: Cited,
    pub rules: Vec<KeyCaseRule>,
}

/// A rule of which the count is reported, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedBy {
    ClassRule(usize),
    /// A key-case rule with a condition of its own.
    KeyCaseRule(usize),
}

/// One way to become a key case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCaseRule {
    pub id: String,
    pub title: Text,
    pub source: Cited,
    pub when: KeyCaseCondition,
    pub rests_on: Vec<usize>,
}

/// When it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyCaseCondition {
    /// A class rule holds.
    Rule(usize),
    /// A condition of its own holds, and another does not.
    Own { when: Condition, unless: Option<Box<Condition>> },
}

/// How and how often each class is inspected. The numbers are places of parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionRules {
    pub source: Cited,
    /// Instead of waiting for an event, when the year asks for a visit.
    pub approach_with_visits: Approach,
    pub annual_cap: usize,
    /// Other caps for sectors.
    pub sector_caps: Vec<SectorCap>,
    /// Whether the upper end of the visits lifts a cap that lies below it.
    pub visits_lift_cap: bool,
    /// The inspections that use up the cap.
    pub uses_cap: Vec<Filter>,
    /// The inspections from which the next is counted.
    pub resets_due: Vec<Filter>,
    /// What spares a visit, if anything does.
    pub spares: Option<Condition>,
    pub sector_visits: Vec<SectorVisits>,
}

/// The cap of a sector: of an enterprise with several the largest holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectorCap {
    pub sector: Sector,
    /// The parameter with the cap.
    pub annual_cap: usize,
}

/// The visits that a sector's own grading asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectorVisits {
    pub sector: Sector,
    /// By grade, from the best.
    pub grades: [usize; 4],
}

impl SectorVisits {
    /// The parameter for a grade.
    #[must_use]
    pub fn parameter(&self, grade: RiskGrade) -> usize {
        self.grades[grade.index()]
    }
}

/// A consequence of a class or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRule {
    pub id: String,
    pub title: Text,
    pub source: Cited,
    /// Only for these classes.
    pub class: Option<ClassSet>,
    pub when: Option<Condition>,
}

/// A sentence of advice and when it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviceLine {
    pub approach: Option<Set<Approach>>,
    pub triggered: Option<bool>,
    pub key_case: Option<bool>,
    pub message: Message,
}

impl Pack {
    /// The edition that holds on a day.
    #[must_use]
    pub fn edition(&self, day: Date) -> &Edition {
        let after = self.editions.partition_point(|edition| edition.from <= day);
        &self.editions[after.saturating_sub(1)]
    }

    /// The first days of the editions after one day, up to and with another.
    pub fn editions_between(&self, after: Date, until: Date) -> impl Iterator<Item = &Edition> {
        self.editions.iter().filter(move |edition| after < edition.from && edition.from <= until)
    }

    /// The value that a parameter has in an edition.
    #[must_use]
    pub fn value(&self, edition: &Edition, parameter: usize) -> &ParameterValue {
        &self.parameters[parameter].values[edition.chosen[parameter]].value
    }

    /// The source of that value; a value that a request gave is nobody's but its own.
    #[must_use]
    pub fn value_source(&self, edition: &Edition, parameter: usize) -> Cited {
        let parameter_here = &self.parameters[parameter];
        let mut source = parameter_here.values[edition.chosen[parameter]].source.clone();
        source.changed = parameter_here.overridden;
        source
    }

    /// Whether a request gave the value of one of these parameters.
    #[must_use]
    pub fn any_overridden(&self, parameters: &[usize]) -> bool {
        parameters.iter().any(|index| self.parameters[*index].overridden)
    }

    /// The source with an id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// A citation in words: 市场监管总局令第107号第九条.
    #[must_use]
    pub fn cite(&self, cited: &Cited, locale: Locale) -> String {
        self.source(&cited.id).map_or_else(|| cited.id.clone(), |source| source.cite(cited.article.as_deref(), locale))
    }

    /// The word of the documents for a term.
    #[must_use]
    pub fn word<T: Term>(&self, term: T) -> &Text {
        self.word_at(T::LIST, term.index())
    }

    #[inline(never)]
    fn word_at(&self, list: &str, index: usize) -> &Text {
        const NOTHING: &Text = &Text { zh: String::new(), en: String::new() };
        let words = List::of_name(list).and_then(|list| self.words.get(list.index()));
        words.and_then(|words| words.get(index)).unwrap_or(NOTHING)
    }

    /// Returns the best class.
    #[must_use]
    pub fn best_class(&self) -> Class {
        self.classes[0].class
    }

    /// Returns the class with an id.
    #[must_use]
    pub fn class_with_id(&self, id: &str) -> Option<&ClassEntry> {
        self.classes.iter().find(|entry| entry.class.id() == id)
    }

    /// Returns what the pack says of a class of its own; of one of another pack what it says of that with the same id or else, so that there is always
    /// something to show, of that with the same place.
    #[must_use]
    pub fn class(&self, class: Class) -> &ClassEntry {
        let own = self.classes.get(class.index()).filter(|entry| entry.class == class);
        let last = &self.classes[class.index().min(self.classes.len() - 1)];
        own.or_else(|| self.class_with_id(class.id())).unwrap_or(last)
    }

    /// Takes from another pack the words that this one lacks: they came later than its form.
    pub fn lend_words(&mut self, other: &Self) {
        for (own, others) in self.words.iter_mut().zip(&other.words) {
            for (word, other) in own.iter_mut().zip(others).filter(|(word, _)| word.zh.is_empty()) {
                word.clone_from(other);
            }
        }
    }

    /// The words of the list with this name — of the pack's classes, which are called `class` — each with its code; none where there is no such list.
    #[must_use]
    pub fn choices(&self, list: &str) -> Vec<(&str, &Text)> {
        if list == Class::LIST {
            return self.classes.iter().map(|entry| (entry.class.id(), &entry.word)).collect();
        }
        let words = List::of_name(list).and_then(|list| self.words.get(list.index()));
        let codes = list_codes(list).unwrap_or_default();
        codes.iter().copied().zip(words.into_iter().flatten()).collect()
    }

    /// The parameter with a name.
    #[must_use]
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id == id)
    }

    /// The class rule with an id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&ClassRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The condition of repair with an id.
    #[must_use]
    pub fn condition(&self, id: &str) -> Option<&RepairCondition> {
        self.conditions.iter().find(|condition| condition.id == id)
    }

    /// The paper with an id.
    #[must_use]
    pub fn material(&self, id: &str) -> Option<&Material> {
        self.materials.iter().find(|material| material.id == id)
    }

    /// The measure with an id.
    #[must_use]
    pub fn measure(&self, id: &str) -> Option<&MeasureRule> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The message of a warning.
    #[must_use]
    pub fn warning(&self, code: WarningCode) -> &Message {
        &self.warnings[code.index()]
    }

    /// The message of the warning that the day of registration lies ahead.
    #[must_use]
    pub fn registered_later(&self) -> &Message {
        self.registered_later.as_ref().unwrap_or_else(|| self.warning(WarningCode::FutureFactIgnored))
    }

    /// The message of a label of the timeline.
    #[must_use]
    pub fn label(&self, label: TimelineLabel) -> &Message {
        &self.timeline[label.index()]
    }

    /// A parameter's value as a message shows it: a bare number, or an amount of money.
    #[must_use]
    pub fn value_text(&self, edition: &Edition, parameter: usize, locale: Locale) -> String {
        match self.value(edition, parameter) {
            ParameterValue::Whole(number) => number.to_string(),
            ParameterValue::Money(amount) => money_text(*amount, locale),
            _ => String::new(),
        }
    }

    /// The name of a unit.
    #[must_use]
    pub fn unit(&self, unit: Unit) -> &Text {
        &self.units[unit.index()].title
    }
}
