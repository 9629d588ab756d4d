//! What tags stand for.

use std::collections::BTreeMap;

/// Texts and lists by the names of tags.
///
/// ```
/// use paper::Values;
///
/// let mut values = Values::default();
/// values.set("企业名称", "示例有限公司");
/// values.set("住所", "  ");
/// assert_eq!(values.text("企业名称"), Some("示例有限公司"));
/// assert_eq!(values.text("住所"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, Value>);

/// What one tag stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// There is none, and none outside is meant.
    Nothing,
    Text(String),
    List(Vec<Values>),
}

impl Values {
    /// Sets a text; blank text is none.
    pub fn set(&mut self, tag: &str, text: impl Into<String>) {
        let text = text.into();
        let value = if text.trim().is_empty() { Value::Nothing } else { Value::Text(text) };
        self.0.insert(tag.to_owned(), value);
    }

    /// Sets a list, of which each entry has values of its own.
    pub fn set_list(&mut self, tag: &str, entries: Vec<Values>) {
        self.0.insert(tag.to_owned(), Value::List(entries));
    }

    /// Sets texts that stand in where there are none.
    pub fn stand_in<'t>(&mut self, texts: impl IntoIterator<Item = (&'t str, &'t str)>) {
        for (tag, text) in texts {
            if matches!(self.0.get(tag), None | Some(Value::Nothing)) {
                self.set(tag, text);
            }
        }
    }

    /// Leaves every one of these tags that has no value without one, whatever stands outside the list.
    pub(crate) fn close(&mut self, tags: &[&str]) {
        for tag in tags {
            self.0.entry((*tag).to_owned()).or_insert(Value::Nothing);
        }
    }

    /// Puts the values of another in, in place of those of the same tags.
    pub(crate) fn take(&mut self, other: Values) {
        self.0.extend(other.0);
    }

    /// Returns the text of a tag.
    #[must_use]
    pub fn text(&self, tag: &str) -> Option<&str> {
        match self.0.get(tag) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns the entries of a list; none where there is no such list.
    #[must_use]
    pub fn list(&self, tag: &str) -> &[Values] {
        match self.0.get(tag) {
            Some(Value::List(entries)) => entries,
            _ => &[],
        }
    }

    pub(crate) fn get(&self, tag: &str) -> Option<&Value> {
        self.0.get(tag)
    }

    /// The names of everything here and in the first entry of each list, and whether each is a list.
    pub(crate) fn names(&self) -> Vec<(&str, bool)> {
        let mut names = Vec::new();
        for (name, value) in &self.0 {
            names.push((name.as_str(), matches!(value, Value::List(_))));
            if let Value::List(entries) = value {
                names.extend(entries.first().map(Self::names).unwrap_or_default());
            }
        }
        names
    }
}
