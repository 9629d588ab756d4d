//! The record that is being worked on.

use std::rc::Rc;

use super::fields::{BASICS, Entry, Field, JUDGEMENT, fields_of, list_name};
use super::typed::typed;
use facts::json::Value;
use facts::{PenaltyKind, Term};
use pack::FactKind;
use request::{Half, Problem, ProblemCode, add_desk, read_half};
use serde::{Deserialize, Serialize};

/// The amount of a fine, and the kinds of a penalty, among the fields of a penalty.
const FINE: &str = "fine_yuan";
const KINDS: &str = "kinds";

/// The fields of one thing by their names, in the order in which they are entered.
type Fields = Vec<(String, Value)>;

/// A record that may be wrong in places. Copies share what they have in common, so that each step can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    basics: Rc<Fields>,
    judgement: Rc<Fields>,
    /// What was typed for papers, by the names of tags.
    desk: Rc<Fields>,
    /// At the place of the kind in its list.
    lists: [Rc<Vec<Rc<Fields>>>; FactKind::ALL.len()],
}

/// A part of a sheet that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Basics,
    Judgement,
    /// A fact, by its index in its list.
    Fact(FactKind, usize),
}

/// One step of work on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A text was typed, or a word chosen, by its code; blank empties the field.
    Write(Part, &'static str, String),
    /// A word of several was set or taken away, by its code.
    Tick(Part, &'static str, String, bool),
    /// A sector, by its code, was given a grade; blank takes it away.
    Grade(String, String),
    /// The number of a figure, by its id, was typed; blank takes it away.
    Figure(String, String),
    /// A text for papers, by the name of its tag, was typed; blank takes it away.
    Desk(String, String),
    /// A fact of which nothing is known yet, behind the others.
    Add(FactKind),
    /// Facts in the contract's form, behind the others.
    AddAll(FactKind, Vec<Value>),
    Remove(FactKind, usize),
    /// Other facts of the same enterprise in the place of all that are there, in the contract's form.
    Facts(Value),
}

impl Part {
    /// The fields of the part.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Basics => BASICS,
            Self::Judgement => JUDGEMENT,
            Self::Fact(kind, _) => fields_of(kind),
        }
    }
}

impl Sheet {
    /// The sheet of a saved record, of a request, or of a bare enterprise; what it has besides is left out.
    #[must_use]
    pub fn of(record: &Value) -> Self {
        let enterprise = record.get("enterprise").unwrap_or(record);
        let mut sheet = Self {
            basics: Rc::new(selected(enterprise, BASICS)),
            judgement: Rc::new(record.get("judgement").map(|value| selected(value, JUDGEMENT)).unwrap_or_default()),
            desk: Rc::new(record.get("desk").map(texts).unwrap_or_default()),
            lists: Default::default(),
        };
        for kind in FactKind::ALL {
            if let Some(Value::Array(items)) = enterprise.get(list_name(*kind)) {
                let items = items.iter().map(|item| Rc::new(selected(item, fields_of(*kind))));
                sheet.lists[kind.index()] = Rc::new(items.collect());
            }
        }
        sheet
    }

    /// How many facts of a kind there are, those that are not complete included.
    #[must_use]
    pub fn count(&self, kind: FactKind) -> usize {
        self.lists[kind.index()].len()
    }

    /// The value of a field.
    #[must_use]
    pub fn value(&self, part: Part, field: &str) -> Option<&Value> {
        let fields = match part {
            Part::Basics => &self.basics,
            Part::Judgement => &self.judgement,
            Part::Fact(kind, index) => self.lists[kind.index()].get(index)?,
        };
        fields.iter().find(|(name, _)| name == field).map(|(_, value)| value)
    }

    /// What was typed for papers: a text to each tag.
    #[must_use]
    pub fn desk(&self) -> &[(String, Value)] {
        &self.desk
    }

    /// Whether a part has nothing in it.
    #[must_use]
    pub fn is_blank(&self, part: Part) -> bool {
        part.fields().iter().all(|field| self.value(part, field.name).is_none())
    }

    /// Whether the facts of a kind that were there before stand at the same indices, and none was taken away.
    #[must_use]
    pub fn keeps_indices(&self, before: &Self, kind: FactKind) -> bool {
        let (mine, others) = (&self.lists[kind.index()], &before.lists[kind.index()]);
        mine.len() == others.len() || mine.starts_with(others)
    }

    /// The first fact in which two sheets differ.
    #[must_use]
    pub fn first_difference(&self, other: &Self) -> Option<Part> {
        FactKind::ALL.iter().find_map(|kind| {
            let (mine, others) = (&self.lists[kind.index()], &other.lists[kind.index()]);
            let differs = |index: &usize| mine.get(*index) != others.get(*index);
            (0..mine.len()).find(differs).map(|index| Part::Fact(*kind, index))
        })
    }

    /// The sheet after a step.
    #[must_use]
    pub fn changed(&self, change: Change) -> Self {
        let mut sheet = self.clone();
        match change {
            Change::Write(part, name, text) => {
                let entry = part.fields().iter().find(|field| field.name == name).map(|field| field.entry);
                let value = entry.and_then(|entry| typed(entry, &text));
                let is_fine = name == FINE && matches!(&value, Some(Value::Number(amount)) if amount != "0");
                sheet.set(part, name, value);
                if is_fine {
                    // Whoever enters the amount of a fine says that there is one.
                    sheet.tick(part, KINDS, PenaltyKind::Fine.code().to_owned(), true);
                }
            }
            Change::Tick(part, name, code, on) => sheet.tick(part, name, code, on),
            Change::Grade(sector, grade) => {
                let mut grades = match self.value(Part::Basics, "risk_grades") {
                    Some(Value::Object(grades)) => grades.clone(),
                    _ => Vec::new(),
                };
                grades.retain(|(name, _)| *name != sector);
                if !grade.is_empty() {
                    grades.push((sector, Value::String(grade)));
                }
                sheet.set(Part::Basics, "risk_grades", (!grades.is_empty()).then_some(Value::Object(grades)));
            }
            Change::Figure(id, text) => {
                let mut figures = match self.value(Part::Basics, "figures") {
                    Some(Value::Object(figures)) => figures.clone(),
                    _ => Vec::new(),
                };
                figures.retain(|(name, _)| *name != id);
                figures.extend(typed(Entry::Figures, &text).map(|value| (id, value)));
                sheet.set(Part::Basics, "figures", (!figures.is_empty()).then_some(Value::Object(figures)));
            }
            Change::Desk(tag, text) => {
                let desk = Rc::make_mut(&mut sheet.desk);
                let value = Some(Value::String(text)).filter(has_text);
                match (desk.iter_mut().find(|(known, _)| *known == tag), value) {
                    (Some((_, old)), Some(value)) => *old = value,
                    (None, Some(value)) => desk.push((tag, value)),
                    (_, None) => desk.retain(|(known, _)| *known != tag),
                }
            }
            Change::Add(kind) => sheet.list(kind).push(Rc::default()),
            Change::AddAll(kind, items) => {
                let items = items.iter().map(|item| Rc::new(selected(item, fields_of(kind))));
                sheet.list(kind).extend(items);
            }
            Change::Facts(facts) => {
                let Self { judgement, desk, .. } = sheet;
                sheet = Self { judgement, desk, ..Self::of(&facts) };
            }
            Change::Remove(kind, index) => {
                let list = sheet.list(kind);
                if index < list.len() {
                    list.remove(index);
                }
            }
        }
        sheet
    }

    fn tick(&mut self, part: Part, name: &'static str, code: String, on: bool) {
        let mut codes = match self.value(part, name) {
            Some(Value::Array(codes)) => codes.clone(),
            _ => Vec::new(),
        };
        let code = Value::String(code);
        if codes.contains(&code) == on {
            return;
        }
        codes.retain(|other| *other != code);
        if on {
            codes.push(code);
        }
        self.set(part, name, (!codes.is_empty()).then_some(Value::Array(codes)));
    }

    /// The record in the form in which it is saved, what is wrong in it included. Lists keep their indices: a fact of
    /// which nothing is known yet is an empty object.
    #[must_use]
    pub fn record(&self, about: Fields) -> Value {
        let mut enterprise = (*self.basics).clone();
        for kind in FactKind::ALL {
            let list = &self.lists[kind.index()];
            if !list.is_empty() {
                let items = list.iter().map(|item| Value::Object((**item).clone())).collect();
                enterprise.push((list_name(*kind).to_owned(), Value::Array(items)));
            }
        }
        let mut record = about;
        record.push(("enterprise".to_owned(), Value::Object(enterprise)));
        if !self.judgement.is_empty() {
            record.push(("judgement".to_owned(), Value::Object((*self.judgement).clone())));
        }
        add_desk(&mut record, &self.desk);
        Value::Object(record)
    }

    /// The facts that are right and complete, and what is wrong with the others.
    #[must_use]
    pub fn read(&self) -> Half {
        read_half(&self.record(Vec::new()))
    }

    fn list(&mut self, kind: FactKind) -> &mut Vec<Rc<Fields>> {
        Rc::make_mut(&mut self.lists[kind.index()])
    }

    fn set(&mut self, part: Part, name: &'static str, value: Option<Value>) {
        let fields = match part {
            Part::Basics => &mut self.basics,
            Part::Judgement => &mut self.judgement,
            Part::Fact(kind, index) => match self.list(kind).get_mut(index) {
                Some(fields) => fields,
                None => return,
            },
        };
        let fields = Rc::make_mut(fields);
        fields.retain(|(other, _)| other != name);
        if let Some(value) = value {
            let order = |name: &str| part.fields().iter().position(|field| field.name == name);
            let index = fields.iter().take_while(|(other, _)| order(other) < order(name)).count();
            fields.insert(index, (name.to_owned(), value));
        }
    }
}

/// Whether a problem of a saved record is one that its sheet shows at the field, for someone to mend.
#[must_use]
pub fn can_be_shown(problem: &Problem) -> bool {
    use ProblemCode as Code;
    match problem.code {
        Code::Missing | Code::EmptyList | Code::NotADate | Code::DateOutOfRange => true,
        Code::Negative | Code::TooPrecise | Code::TooLarge => true,
        Code::WrongType => problem.path.ends_with("_yuan") || problem.path.contains(".figures."),
        _ => false,
    }
}

/// The known fields of an object that say something.
fn selected(object: &Value, fields: &[Field]) -> Fields {
    let found = fields.iter().filter_map(|field| Some((field.name.to_owned(), object.get(field.name)?.clone())));
    found.filter(|(_, value)| *value != Value::Null).collect()
}

/// The texts of an object that are not blank.
fn texts(object: &Value) -> Fields {
    match object {
        Value::Object(fields) => fields.iter().filter(|(_, value)| has_text(value)).cloned().collect(),
        _ => Fields::new(),
    }
}

fn has_text(value: &Value) -> bool {
    matches!(value, Value::String(text) if !text.trim().is_empty())
}
