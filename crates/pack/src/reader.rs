//! Walking through the form of a pack, noting every fault with its path.

use std::cell::RefCell;

use super::fault::{PackFault, PackFaultCode};
use super::filter::conditions_with;
use super::percent::Percent;
use super::text::Text;
use facts::calendar::parse_day;
use facts::json::Value;
use facts::{Date, Decimal, Money, Set, Term};

/// A value of the pack with its path.
pub(super) struct Node<'v> {
    pub(super) value: &'v Value,
    pub(super) path: String,
    faults: &'v RefCell<Vec<PackFault>>,
}

impl<'v> Node<'v> {
    pub(super) fn root(value: &'v Value, faults: &'v RefCell<Vec<PackFault>>) -> Self {
        Self { value, path: String::new(), faults }
    }

    /// Notes a fault of this value.
    pub(super) fn fault(&self, code: PackFaultCode, met: &str, expected: &str) {
        self.faults.borrow_mut().push(self.fault_of(code, met, expected));
    }

    /// The same without noting it.
    pub(super) fn fault_of(&self, code: PackFaultCode, met: &str, expected: &str) -> PackFault {
        PackFault { path: self.path.clone(), code, met: met.to_owned(), expected: expected.to_owned() }
    }

    /// Tells of what lies deeper within lists and tables than anybody would write it.
    pub(super) fn check_depth(&self) -> Option<()> {
        const MOST: usize = 48;
        let depth = self.path.matches(['.', '[']).count();
        if depth > MOST {
            self.fault(PackFaultCode::BadValue, &depth.to_string(), &format!("0–{MOST}"));
        }
        (depth <= MOST).then_some(())
    }

    fn child(&self, value: &'v Value, key: &str) -> Self {
        let path = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Self { value, path, faults: self.faults }
    }

    fn item(&self, value: &'v Value, index: usize) -> Self {
        Self { value, path: format!("{}[{index}]", self.path), faults: self.faults }
    }

    fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        let met = match self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Number(digits) => digits.clone(),
            Value::String(text) => text.clone(),
            Value::Array(_) => "[…]".to_owned(),
            Value::Object(_) => "{…}".to_owned(),
        };
        self.fault(PackFaultCode::WrongType, &met, expected);
        None
    }

    fn empty<T>(&self, met: &str) -> Option<T> {
        self.fault(PackFaultCode::Empty, met, "");
        None
    }

    pub(super) fn text(&self) -> Option<String> {
        match self.value {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            Value::String(text) => self.empty(text),
            _ => self.wrong_type("text"),
        }
    }

    pub(super) fn boolean(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(*value),
            _ => self.wrong_type("true, false"),
        }
    }

    pub(super) fn money(&self) -> Option<Money> {
        let Value::Number(digits) = self.value else { return self.wrong_type("number") };
        match Money::parse(digits, 0) {
            Ok(money) => Some(money),
            Err(_) => {
                self.fault(PackFaultCode::BadValue, digits, "0–1000000000000, 0.01");
                None
            }
        }
    }

    /// A number with at most four decimals, which may be negative.
    pub(super) fn decimal(&self) -> Option<Decimal> {
        let Value::Number(digits) = self.value else { return self.wrong_type("number") };
        let number = Decimal::parse(digits).ok();
        if number.is_none() {
            self.fault(PackFaultCode::BadValue, digits, "0.0001");
        }
        number
    }

    pub(super) fn percent(&self) -> Option<Percent> {
        let Value::Number(digits) = self.value else { return self.wrong_type("number") };
        let share = Money::parse(digits, 0).ok().and_then(Percent::from_number);
        if share.is_none() {
            self.fault(PackFaultCode::BadValue, digits, "0–100, 0.01");
        }
        share
    }

    /// A whole number between two bounds, both included.
    pub(super) fn whole(&self, least: u32, most: u32) -> Option<u32> {
        let Value::Number(digits) = self.value else { return self.wrong_type("number") };
        let whole = Money::parse(digits, 0).ok().filter(|amount| amount.fen() % 100 == 0);
        let number = whole.and_then(|amount| u32::try_from(amount.fen() / 100).ok());
        match number.filter(|number| (least..=most).contains(number)) {
            Some(number) => Some(number),
            None => {
                self.fault(PackFaultCode::BadValue, digits, &format!("{least}–{most}"));
                None
            }
        }
    }

    pub(super) fn date(&self) -> Option<Date> {
        match self.value {
            Value::String(text) => match parse_day(text) {
                Some(day) => Some(day),
                None => self.wrong_type("YYYY-MM-DD"),
            },
            _ => self.wrong_type("YYYY-MM-DD"),
        }
    }

    pub(super) fn term<T: Term>(&self) -> Option<T> {
        let text = self.text()?;
        let term = T::from_code(&text);
        if term.is_none() {
            self.fault(PackFaultCode::UnknownTerm, &text, &T::CODES.join(", "));
        }
        term
    }

    /// One of a few words that are of no list, as what it stands for.
    pub(super) fn one_of<T: Copy>(&self, known: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            self.fault(PackFaultCode::UnknownTerm, &text, &words.join(", "));
        }
        found
    }

    /// A list without doubles, and not empty, of words of one list.
    pub(super) fn set<T: Term>(&self) -> Option<Set<T>> {
        let mut set = Set::EMPTY;
        let terms = self.items(|node| {
            let term = node.term::<T>()?;
            if set.contains(term) {
                node.fault(PackFaultCode::Twice, term.code(), "");
            }
            set.insert(term);
            Some(term)
        })?;
        (!terms.is_empty()).then_some(set)
    }

    /// Words in both languages.
    pub(super) fn words(&self) -> Option<Text> {
        let mut fields = self.fields()?;
        let zh = fields.required("zh", Node::sentence);
        let en = fields.required("en", Node::sentence);
        fields.finish();
        Some(Text { zh: zh?, en: en? })
    }

    /// A text that may be empty, as a unit that a language leaves out.
    fn sentence(&self) -> Option<String> {
        match self.value {
            Value::String(text) => Some(text.clone()),
            _ => self.wrong_type("text"),
        }
    }

    /// A list that is not empty; items that cannot be read are left out, with their faults noted.
    pub(super) fn items<T>(&self, mut read: impl FnMut(&Node<'v>) -> Option<T>) -> Option<Vec<T>> {
        match self.value {
            Value::Array(values) if values.is_empty() => self.empty("[]"),
            Value::Array(values) => {
                Some(values.iter().enumerate().filter_map(|(index, value)| read(&self.item(value, index))).collect())
            }
            _ => self.wrong_type("[…]"),
        }
    }

    /// The entries of a table by their names.
    pub(super) fn entries<T>(&self, mut read: impl FnMut(&str, &Node<'v>) -> Option<T>) -> Vec<T> {
        match self.value {
            Value::Object(fields) => {
                fields.iter().filter_map(|(name, value)| read(name, &self.child(value, name))).collect()
            }
            _ => self.wrong_type("{…}").unwrap_or_default(),
        }
    }

    /// The fields of an object, to be taken one by one.
    pub(super) fn fields<'n>(&'n self) -> Option<Fields<'n, 'v>> {
        match self.value {
            Value::Object(_) => Some(Fields { node: self, taken: Vec::new() }),
            _ => self.wrong_type("{…}"),
        }
    }
}

/// The fields of one object; what is not taken is unknown.
pub(super) struct Fields<'n, 'v> {
    node: &'n Node<'v>,
    taken: Vec<&'static str>,
}

impl<'v> Fields<'_, 'v> {
    pub(super) fn has(&self, key: &str) -> bool {
        self.node.value.get(key).is_some()
    }

    pub(super) fn optional<T>(&mut self, key: &'static str, read: impl FnOnce(&Node<'v>) -> Option<T>) -> Option<T> {
        self.taken.push(key);
        let value = self.node.value.get(key)?;
        read(&self.node.child(value, key))
    }

    pub(super) fn required<T>(&mut self, key: &'static str, read: impl FnOnce(&Node<'v>) -> Option<T>) -> Option<T> {
        if !self.has(key) {
            self.taken.push(key);
            self.node.fault(PackFaultCode::MissingKey, key, "");
            return None;
        }
        self.optional(key, read)
    }

    pub(super) fn missing_source(&mut self) {
        self.taken.push("source");
        self.node.fault(PackFaultCode::MissingSource, "source", "");
    }

    /// Notes every key that nobody took. One that is nearly the name of another is that one, which is not missing besides.
    pub(super) fn finish(self) {
        let Value::Object(fields) = self.node.value else { return };
        for (key, value) in fields.iter().filter(|(key, _)| !self.taken.contains(&key.as_str())) {
            let is_filter = self.taken.contains(&"where") && conditions_with(key).next().is_some();
            let (code, expected) = if is_filter {
                (PackFaultCode::MisplacedFilter, format!("where = {{ {key} = … }}"))
            } else {
                (PackFaultCode::UnknownKey, self.taken.join(", "))
            };
            let fault = self.node.child(value, key).fault_of(code, key, &expected);
            let mut faults = self.node.faults.borrow_mut();
            let is_meant = |other: &PackFault| {
                other.code == PackFaultCode::MissingKey
                    && other.path == self.node.path
                    && fault.nearest() == Some(&other.met)
            };
            faults.retain(|other| !is_meant(other));
            faults.push(fault);
        }
    }
}
