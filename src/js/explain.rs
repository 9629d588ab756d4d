//! An answer in words, for a portal that wants to show it without knowing its codes.

use serde::Serialize;

use super::words;
use crate::builtin;
use crate::calendar::parse_day;
use crate::facts::{Term, vocabulary};
use crate::json::{self, Value};
use crate::pack::{Channel, Cited, Locale, Material, Pack, Phrase, RepairCondition, day_text, not_early_text};
use crate::rulebook::visits_text;

/// An answer in words, in one language.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The class in the words of the documents; for a request with errors, that it has some.
    pub title: String,
    /// One sentence: what to do now; empty for a request with errors.
    pub advice: String,
    /// What the answer says, subject by subject; a subject of which it says nothing is left out.
    pub sections: Vec<Section>,
}

vocabulary! {
    /// The subject of a section.
    SectionId "section" {
        Errors = "errors",
        Reasons = "reasons",
        Inspection = "inspection",
        KeyCase = "key_case",
        Repair = "repair",
        Disclosure = "disclosure",
        Measures = "measures",
        Forecast = "forecast",
        Warnings = "warnings",
    }
}

/// What the answer says of one subject.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    pub id: SectionId,
    /// The heading.
    pub title: String,
    pub items: Vec<Item>,
}

/// One statement.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    pub text: String,
    /// What belongs to it, a line each.
    pub details: Vec<String>,
    /// The places of the documents on which it rests.
    pub sources: Vec<Citation>,
}

/// A place of a document in words.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The id of the document, as in the answer.
    pub id: String,
    /// How it is cited: 市场监管总局令第107号第九条.
    pub text: String,
    /// Whether our own choice decided, or a value that the request gave.
    pub default: bool,
}

/// The JSON text of the [`Explanation`] of an answer, given as its JSON text; `None` when it is no answer. The words are
/// those of the built-in pack and, for classes, of the answer's own; what an answer by another pack names that this one does not have, stays the id that it is.
///
/// ```
/// use xinheng::{js::explain, pack::Locale, request::answer_text};
///
/// let request = r#"{"as_of": "2026-11-21", "enterprise": {"uscc": "91350100M000100Y43", "name": "示例"}}"#;
/// let explanation = explain(&answer_text(request), Locale::Zh).unwrap();
/// assert!(explanation.starts_with(r#"{"title":"信用良好","advice":""#));
/// assert_eq!(explain("{}", Locale::Zh), None);
/// ```
#[must_use]
pub fn explain(answer: &str, locale: Locale) -> Option<String> {
    let answer = json::parse(answer).ok()?;
    let teller = Teller { pack: builtin::pack(), locale };
    let explanation = match answer.get("errors") {
        Some(Value::Array(errors)) => teller.errors(errors),
        _ => teller.assessment(&answer)?,
    };
    serde_json::to_string(&explanation).ok()
}

/// Who puts answers in words.
struct Teller {
    pack: &'static Pack,
    locale: Locale,
}

impl Teller {
    fn errors(&self, errors: &[Value]) -> Explanation {
        let items = errors.iter().map(|error| item(self.message(error))).collect();
        let title = words::ERRORS.get(self.locale).to_owned();
        Explanation { title, advice: String::new(), sections: self.section(SectionId::Errors, words::ERRORS, items) }
    }

    fn assessment(&self, answer: &Value) -> Option<Explanation> {
        let title = self.class(answer, text(answer, "class")?, None);
        let advice = self.both(answer.get("advice")?);
        let mut sections = Vec::new();
        let mut add = |id, title, items| sections.extend(self.section(id, title, items));
        add(SectionId::Reasons, words::REASONS, self.reasons(answer));
        add(
            SectionId::Inspection,
            words::INSPECTION,
            answer.get("inspection").map_or(vec![], |it| self.inspection(it)),
        );
        add(SectionId::KeyCase, words::KEY_CASE, answer.get("key_case").map_or(vec![], |it| self.key_case(it)));
        add(SectionId::Repair, words::REPAIR, self.each(answer, "repair", Self::repair));
        add(SectionId::Disclosure, words::DISCLOSURE, self.each(answer, "disclosure", Self::disclosure));
        add(SectionId::Measures, words::MEASURES, self.each(answer, "measures", Self::measure));
        add(
            SectionId::Forecast,
            words::FORECAST,
            self.each(answer, "forecast", |it, change| it.forecast(answer, change)),
        );
        add(
            SectionId::Warnings,
            words::WARNINGS,
            self.each(answer, "warnings", |it, warning| item(it.message(warning))),
        );
        Some(Explanation { title, advice, sections })
    }

    fn section(&self, id: SectionId, title: Phrase, items: Vec<Item>) -> Vec<Section> {
        let section = Section { id, title: title.get(self.locale).to_owned(), items };
        if section.items.is_empty() { vec![] } else { vec![section] }
    }

    fn each(&self, answer: &Value, key: &str, tell: impl Fn(&Self, &Value) -> Item) -> Vec<Item> {
        list(answer, key).iter().map(|value| tell(self, value)).collect()
    }

    fn reasons(&self, answer: &Value) -> Vec<Item> {
        let mut items = self.each(answer, "reasons", |it, reason| {
            let evidence: Vec<String> = list(reason, "evidence").iter().map(|fact| it.fact(fact)).collect();
            let details = (!evidence.is_empty()).then(|| it.fill(words::EVIDENCE, &[&it.joined(&evidence)]));
            Item { text: it.message(reason), details: details.into_iter().collect(), sources: it.source(reason) }
        });
        if items.is_empty() {
            let best = self.class(answer, text(answer, "class").unwrap_or_default(), None);
            // What is or was to be repaired is on record.
            let is_clean = list(answer, "repair").is_empty();
            let words = if is_clean { words::NO_REASONS } else { words::NO_REASONS_LEFT };
            items.push(item(self.fill(words, &[&best])));
        }
        items
    }

    fn inspection(&self, plan: &Value) -> Vec<Item> {
        let sources = list(plan, "sources");
        // The source of the first of these fields.
        let with = |text: String, fields: &[&str]| {
            let of_field = |field: &&str| sources.iter().find(|source| self::text(source, "field") == Some(*field));
            let sources = fields.iter().filter_map(of_field).map(|source| self.citation(source)).collect();
            Item { text, details: vec![], sources }
        };
        let approach = self.word("approach", text(plan, "approach").unwrap_or_default());
        let mut items = vec![with(self.fill(words::APPROACH, &[approach]), &["approach"])];
        let leads: Vec<String> = list(plan, "triggers").iter().map(|index| self.numbered("lead", index)).collect();
        if !leads.is_empty() {
            items.push(item(self.fill(words::TRIGGERED, &[&self.joined(&leads)])));
        }
        let visits = |end| plan.get("visits_per_year")?.get(end).map(digits)?.parse().ok();
        let number = |key| plan.get(key).map_or("", digits);
        items.push(with(self.fill(words::SAMPLING, &[number("sampling_percent")]), &["sampling_percent"]));
        if let (Some(min), Some(max)) = (visits("min"), visits("max")) {
            let visits = visits_text(min, max, self.locale);
            let mut frequency = with(self.fill(words::VISITS, &[&visits]), &["visits_per_year"]);
            let adjusted = list(plan, "adjustments").iter().filter_map(string);
            frequency.details = adjusted.map(|code| self.word("adjustment", code).to_owned()).collect();
            items.push(frequency);
        }
        let cap = self.fill(words::CAP, &[number("annual_cap"), number("used"), number("remaining")]);
        items.push(with(cap, &["annual_cap"]));
        if let Some(day) = self.day(plan, "next_due_on") {
            let overdue = plan.get("overdue") == Some(&Value::Bool(true));
            items.push(item(self.fill(if overdue { words::OVERDUE } else { words::NEXT_DUE }, &[&day])));
        }
        items
    }

    fn key_case(&self, key_case: &Value) -> Vec<Item> {
        let flagged = key_case.get("flagged") == Some(&Value::Bool(true));
        let text = if flagged { words::IS_KEY_CASE } else { words::IS_NO_KEY_CASE }.get(self.locale).to_owned();
        let rules = list(key_case, "rules").iter().filter_map(string).map(|id| {
            let rule = self.pack.key_case.rules.iter().find(|rule| rule.id == id);
            rule.map_or(id, |rule| rule.title.get(self.locale)).to_owned()
        });
        let sources = list(key_case, "sources").iter().map(|source| self.citation(source)).collect();
        vec![Item { text, details: rules.collect(), sources }]
    }

    fn repair(&self, repair: &Value) -> Item {
        let channel = self.word("channel", text(repair, "channel").unwrap_or_default());
        let unmet =
            list(repair, "conditions").iter().filter(|condition| condition.get("met") == Some(&Value::Bool(false)));
        let unmet: Vec<&str> = unmet.map(|condition| text(condition, "id").unwrap_or_default()).collect();
        let is_lost = |id: &&str| self.pack.condition(id).is_some_and(RepairCondition::stays_unmet);
        // Then neither a day on which it could be applied for nor papers for that are told.
        let only_ends = unmet.iter().any(is_lost);
        let status = match only_ends {
            true => not_early_text(self.locale),
            false => self.word("repair_status", text(repair, "status").unwrap_or_default()),
        };
        let target = repair.get("target").map(|target| self.fact(target)).unwrap_or_default();
        let what = self.fill(words::NAMELY, &[&[&target, channel].join(" · "), status]);
        let mut details = Vec::new();
        for id in unmet {
            let known = self.pack.condition(id);
            let [title, cure] =
                known.map_or([id, ""], |known| [known.title_when(false), &known.cure].map(|it| it.get(self.locale)));
            details.push(self.fill(words::UNMET, &[title, cure]));
        }
        let mut day = |phrase, key| details.extend(self.day(repair, key).map(|day| self.fill(phrase, &[&day])));
        if !only_ends {
            day(words::EARLIEST, "earliest_on");
        }
        day(words::STOPS, "stops_on");
        details.extend(repair.get("deadlines").map(|deadlines| self.deadlines(deadlines)));
        let channel = text(repair, "channel").and_then(Channel::from_code);
        let title =
            |paper: &Material| channel.map_or(&paper.title, |on| paper.title_on(on)).get(self.locale).to_owned();
        let papers = list(repair, "materials")
            .iter()
            .filter_map(string)
            .map(|id| self.pack.material(id).map_or_else(|| id.to_owned(), title));
        let papers: Vec<String> = papers.collect();
        if !papers.is_empty() && !only_ends {
            details.push(self.fill(words::PAPERS, &[&self.joined(&papers)]));
        }
        Item { text: what, details, sources: self.source(repair) }
    }

    fn deadlines(&self, deadlines: &Value) -> String {
        let steps =
            [(words::ACCEPT_BY, "accept_by"), (words::DECIDE_BY, "decide_by"), (words::UNPUBLISH_BY, "unpublish_by")];
        let steps =
            steps.into_iter().filter_map(|(phrase, key)| Some(self.fill(phrase, &[&self.day(deadlines, key)?])));
        let steps: Vec<String> = steps.collect();
        let verified = text(deadlines, "from") == Some("verification");
        let from = if verified { words::FROM_VERIFICATION } else { words::FROM_APPLICATION };
        self.fill(from, &[&steps.join(words::CLAUSE.get(self.locale))])
    }

    fn disclosure(&self, disclosure: &Value) -> Item {
        let day = |key| self.day(disclosure, key).unwrap_or_default();
        let days = self.fill(words::PUBLISH_BY, &[&day("gsxt_due_on"), &day("credit_china_due_on")]);
        let penalty = disclosure.get("index").map(|index| self.numbered("penalty", index)).unwrap_or_default();
        let late = disclosure.get("late_working_days").map(digits).filter(|days| !matches!(*days, "" | "0"));
        let details = late.map(|days| self.fill(words::LATE, &[days])).into_iter().collect();
        Item { text: self.fill(words::NAMELY, &[&penalty, &days]), details, sources: vec![] }
    }

    fn measure(&self, measure: &Value) -> Item {
        let id = text(measure, "id").unwrap_or_default();
        let title = self.pack.measure(id).map_or(id, |measure| measure.title.get(self.locale));
        Item { text: title.to_owned(), details: vec![], sources: self.source(measure) }
    }

    fn forecast(&self, answer: &Value, change: &Value) -> Item {
        let class = self.class(answer, text(change, "class").unwrap_or_default(), text(change, "on"));
        item(self.fill(words::FROM_THEN_ON, &[&self.day(change, "on").unwrap_or_default(), &class]))
    }

    /// What the rules of the answer call a class that holds today, or from a day on: they need not be those that are built in, and
    /// its timeline has the words.
    fn class(&self, answer: &Value, id: &str, from: Option<&str>) -> String {
        let is_it = |stretch: &&Value| {
            text(stretch, "lane") == Some("class")
                && match from {
                    Some(from) => text(stretch, "from") == Some(from),
                    None => text(stretch, "state") == Some("current"),
                }
        };
        let label = list(answer, "timeline").iter().find(is_it).and_then(|stretch| stretch.get("label"));
        label.map_or_else(|| self.word("class", id).to_owned(), |label| self.both(label))
    }

    fn fill(&self, phrase: Phrase, values: &[&str]) -> String {
        phrase.fill(self.locale, values)
    }

    fn joined(&self, parts: &[String]) -> String {
        parts.join(words::AND.get(self.locale))
    }

    /// The word of the documents for a code of a list, or the code.
    fn word<'w>(&self, list: &str, code: &'w str) -> &'w str
    where
        'static: 'w,
    {
        let known = self.pack.choices(list).into_iter().find(|(known, _)| *known == code);
        known.map_or(code, |(_, word)| word.get(self.locale))
    }

    /// A text that an answer gives in both languages.
    fn both(&self, value: &Value) -> String {
        let key = match self.locale {
            Locale::Zh => "zh",
            Locale::En => "en",
        };
        text(value, key).unwrap_or_default().to_owned()
    }

    fn message(&self, value: &Value) -> String {
        value.get("message").map(|message| self.both(message)).unwrap_or_default()
    }

    /// A fact by its index: 行政处罚第1项. A risk grade has no place, but a sector.
    fn fact(&self, fact: &Value) -> String {
        let kind = text(fact, "kind").unwrap_or_default();
        match (fact.get("index"), text(fact, "sector")) {
            (Some(index), _) => self.numbered(kind, index),
            (None, Some(sector)) => {
                self.fill(words::NAMELY, &[self.word("fact_kind", kind), self.word("sector", sector)])
            }
            (None, None) => self.word("fact_kind", kind).to_owned(),
        }
    }

    /// A fact of a kind, counted from 1 as people do.
    fn numbered(&self, kind: &str, index: &Value) -> String {
        let number = digits(index).parse::<usize>().map(|index| (index + 1).to_string()).unwrap_or_default();
        self.fill(words::NUMBERED, &[self.word("fact_kind", kind), &number])
    }

    fn day(&self, value: &Value, key: &str) -> Option<String> {
        let written = text(value, key)?;
        Some(parse_day(written).map_or_else(|| written.to_owned(), |day| day_text(day, self.locale)))
    }

    fn source(&self, value: &Value) -> Vec<Citation> {
        value.get("source").map(|source| self.citation(source)).into_iter().collect()
    }

    fn citation(&self, source: &Value) -> Citation {
        let id = text(source, "id").unwrap_or_default().to_owned();
        let article = text(source, "article").map(str::to_owned);
        let default = source.get("default") == Some(&Value::Bool(true));
        let cited = Cited { id, article, default, changed: false };
        let text = self.pack.cite(&cited, self.locale);
        Citation { id: cited.id, text, default }
    }
}

fn item(text: impl Into<String>) -> Item {
    Item { text: text.into(), details: vec![], sources: vec![] }
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(string)
}

fn string(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// A number as it is written; nothing where there is none.
fn digits(value: &Value) -> &str {
    match value {
        Value::Number(digits) => digits,
        _ => "",
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    match value.get(key) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}
