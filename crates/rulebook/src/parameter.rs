//! Parameters: each value with its days, its source, and the rules that use it.

use super::sentence::{Runs, add, join, link, plain};
use super::teller::Teller;
use super::{Entry, Line, Section, text};
use facts::Term;
use pack::{DatedValue, Locale, Parameter, ParameterValue, Shape, SourceKind, Unit, money_text};

impl Teller<'_> {
    /// Every parameter whose value is no table; the tables stand with the repair that they are for.
    pub(super) fn parameters(&self) -> Section {
        let simple = |parameter: &Parameter| !is_table(parameter.shape);
        self.section("parameters", text::PARAMETERS, Some(text::PARAMETERS_LEAD), self.parameter_entries(simple))
    }

    pub(super) fn parameter_entries(&self, which: impl Fn(&Parameter) -> bool) -> Vec<Entry> {
        let all = self.pack.parameters.iter().enumerate();
        all.filter(|(_, parameter)| which(parameter))
            .map(|(index, parameter)| self.parameter(index, parameter))
            .collect()
    }

    fn parameter(&self, index: usize, parameter: &Parameter) -> Entry {
        let mut entry = self.entry(parameter.id.clone(), self.say(&parameter.title));
        if parameter.overridden {
            entry.marks.push(self.get(text::CHANGED_HERE));
            let value = self.pack.value(self.edition, index);
            let words = text::NOW_ON_ALL_DAYS.fill(self.locale, &[&self.value(parameter.shape, value)]);
            entry.lines.push(self.line(text::NOW, plain(&words)));
        }
        // What stands in the pack: on each stretch of days its value and where that is from.
        let written = self.base.parameters.get(index).unwrap_or(parameter);
        entry.lines.extend(written.values.iter().map(|dated| self.dated(written.shape, dated)));
        if let Some(note) = &parameter.note {
            entry.lines.push(self.line(text::NOTE, plain(self.say(note))));
        }
        let presets = self.presets_of(index);
        if !presets.is_empty() {
            entry.lines.push(Line { items: presets, ..self.line(text::PUBLISHED_ELSEWHERE, Runs::new()) });
        }
        let users = join(self.users(index), self.pack.list_separator.get(self.locale));
        if !users.is_empty() {
            entry.lines.push(self.line(text::USED_BY, users));
        }
        entry.setting = Some(self.setting(index, parameter));
        entry
    }

    /// One value with its days and its source.
    fn dated(&self, shape: Shape, dated: &DatedValue) -> Line {
        let source = self.pack.source(&dated.source.id);
        let kind = source.map(|source| self.word(source.kind)).unwrap_or_default();
        let mut cited = self.cite(&dated.source);
        if source.is_some_and(|source| source.kind != SourceKind::Default) {
            add(&mut cited, plain(&text::IN_BRACKETS.fill(self.locale, &[kind])));
        }
        let words = match &dated.value {
            ParameterValue::Tracks(_) | ParameterValue::Conditions(_) | ParameterValue::Deadlines(_) => {
                self.fill(text::ACCORDING_TO, &[cited])
            }
            value => self.fill(text::VALUE_FROM, &[plain(&self.value(shape, value)), cited]),
        };
        Line { label: self.span(dated.from, dated.until), words, items: self.table(&dated.value) }
    }

    /// A value in words; nothing for a table.
    pub(super) fn value(&self, shape: Shape, value: &ParameterValue) -> String {
        match (value, shape) {
            (ParameterValue::Whole(number), Shape::Whole(unit)) => self.counted(*number, unit),
            (ParameterValue::Money(amount), _) => money_text(*amount, self.locale),
            (ParameterValue::Percent(share), _) => format!("{share}%"),
            (ParameterValue::Visits { min, max }, _) => visits_text(*min, *max, self.locale),
            (ParameterValue::Date(day), _) => self.day(*day),
            (ParameterValue::Terms(bits), Shape::One(list) | Shape::Some(list)) => {
                self.words_of(list, *bits).join(self.pack.list_separator.get(self.locale))
            }
            _ => String::new(),
        }
    }

    /// A number with its unit: 3年, 3 years.
    pub(super) fn counted(&self, number: u32, unit: Unit) -> String {
        let unit = self.say(self.pack.unit(unit));
        text::COUNTED.fill(self.locale, &[&number.to_string(), unit]).trim_end().to_owned()
    }

    /// What rests on a parameter.
    fn users(&self, index: usize) -> Vec<Runs> {
        let pack = self.pack;
        let mut users = Vec::new();
        let mut user = |rests_on: &[usize], title: &str, id: &str| {
            if rests_on.contains(&index) {
                users.push(link(title, id));
            }
        };
        for rule in &pack.rules {
            user(&rule.rests_on, self.say(&rule.title), &rule.id);
        }
        if let Some(rule) = &pack.risk_grade {
            user(&[rule.grades], self.say(&rule.title), "risk_grade");
        }
        for rule in &pack.key_case.rules {
            user(&rule.rests_on, self.say(&rule.title), &format!("key_case.{}", rule.id));
        }
        let definitions = &pack.definitions;
        for (definition, id) in
            [(&definitions.simple, "simple"), (&definitions.small, "small"), (&definitions.heavier, "heavier")]
        {
            user(&definition.rests_on, self.say(&definition.title), &format!("definitions.{id}"));
        }
        for own in &definitions.own {
            let title = self.say(&own.definition.title);
            user(&own.definition.rests_on, title, &format!("definitions.{}", own.id));
        }
        let plan = &pack.inspection;
        let mut inspection: Vec<usize> = pack.classes.iter().flat_map(|entry| [entry.sampling, entry.visits]).collect();
        inspection.push(plan.annual_cap);
        inspection.extend(plan.sector_visits.iter().flat_map(|visits| visits.grades));
        inspection.extend(plan.sector_caps.iter().map(|cap| cap.annual_cap));
        inspection.extend(plan.spares.iter().flat_map(pack::Condition::selections).filter_map(parameter_of));
        inspection.extend(plan.uses_cap.iter().chain(&plan.resets_due).filter_map(|filter| match filter.operand {
            pack::Operand::Parameter(index) => Some(index),
            _ => None,
        }));
        user(&inspection, text::INSPECTION.get(self.locale), "inspection");
        for (channel, rules) in pack::Channel::ALL.iter().zip(&pack.channels) {
            let used = [rules.publish_days, rules.from, rules.tracks, rules.conditions, rules.deadlines];
            user(&used, self.word(*channel), &format!("channels.{}", channel.code()));
        }
        let listings = &pack.listings;
        user(&[listings.serious_years, listings.serious_repair_years], text::LISTINGS.get(self.locale), "listings");
        users
    }
}

/// The parameter with the days within which facts are selected.
fn parameter_of(selection: &pack::Selection) -> Option<usize> {
    match selection.within.as_ref()?.length {
        pack::Amount::Parameter(index) => Some(index),
        pack::Amount::Literal(_) => None,
    }
}

/// Whether values of a shape are tables.
pub(super) fn is_table(shape: Shape) -> bool {
    matches!(shape, Shape::Tracks | Shape::Conditions | Shape::Deadlines)
}

/// Says how many visits a year are made, from the least to the most.
///
/// ```
/// use pack::Locale;
/// assert_eq!(rulebook::visits_text(1, 2, Locale::Zh), "每年1至2次");
/// assert_eq!(rulebook::visits_text(0, 1, Locale::Zh), "每年至多1次，不要求必查");
/// ```
#[must_use]
pub fn visits_text(min: u32, max: u32, locale: Locale) -> String {
    match (min, max) {
        (_, 0) => text::VISITS_NONE.get(locale).to_owned(),
        (min, max) if min == max => text::VISITS_ONE.fill(locale, &[&min.to_string()]),
        (0, max) => text::VISITS_UP_TO.fill(locale, &[&max.to_string()]),
        (min, max) => text::VISITS_RANGE.fill(locale, &[&min.to_string(), &max.to_string()]),
    }
}
